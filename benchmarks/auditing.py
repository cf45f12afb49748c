"""``python -m benchmarks.auditing``: how many documents of 5,000 characters are audited in a second on one core.

The documents are cut from the text of generated reports and of the shipped examples, so that no two have the same figures;
the labelled texts of the accuracy measure stand beside them, whose every clause has a figure.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from summarizer.audit import audit, audit_reading
from summarizer.facts import load
from summarizer.readers import Reading
from summarizer.render import render
from summarizer.rendered import Rendered
from summarizer.resources import Resources, shipped

from . import accuracy, reports
from .timing import Row

LENGTH = 5000
DOCUMENTS = 100
REPORTS = 120
ROUNDS = 5
MEGABYTE = 1_000_000
LINES = ("1", "（", "(", "）", "其中", "、", "同比增长5%", "（其中1个、", "增长%", "年月", "推出个", "产值，")


def rows(folder: Path) -> Iterator[Row]:
    contents = [*sorted(shipped("content").iterdir()), *(reports.write(folder / "content", n) for n in range(REPORTS))]
    written = [_text(content) for content in contents if (content / "report.yaml").exists()]
    labelled = [json.loads(line)["text"] for line in (accuracy.FOLDER / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    first, *documents = _cut(written, folder / "reports")
    audit([first])
    yield (
        f"audit: documents of {LENGTH:,} characters a second, one core", f"{len(documents) / _seconds(documents):.0f}/s", "at least 100/s",
    )  # fmt: skip
    dense = _cut(labelled, folder / "labelled")
    yield ("  of texts with a figure in every clause", f"{len(dense) / _seconds(dense):.0f}/s", "")
    slowest = max((_line(piece), piece) for piece in LINES)
    yield (f"  a line of a megabyte, at the slowest ({slowest[1]})", f"{slowest[0]:.2f} CPU s", "under 2 s")


def _text(content: Path) -> str:
    facts = load(content)
    return Rendered(render(facts, Resources(content / "templates")).document, facts).text


def _cut(texts: list[str], folder: Path) -> list[Path]:
    """Write documents of exactly ``LENGTH`` characters, one behind the other out of ``texts``."""
    folder.mkdir()
    whole = "".join(texts)
    paths = [folder / f"{n:03}.txt" for n in range(min(len(whole) // LENGTH, DOCUMENTS + 1))]
    for n, path in enumerate(paths):
        path.write_text(whole[n * LENGTH : (n + 1) * LENGTH], encoding="utf-8", newline="")
    return paths


def _seconds(documents: list[Path]) -> float:
    """Return the seconds of CPU for all documents, at the best of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        audit(documents)
        times.append(time.process_time() - start)
    return min(times)


def _line(piece: str) -> float:
    reading = Reading("line.txt", "txt", piece * (MEGABYTE // len(piece.encode())))
    start = time.process_time()
    audit_reading(reading)
    return time.process_time() - start


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for label, value, wanted in rows(Path(place)):
            print(f"{label:66}  {value:>12}  {wanted}".rstrip())
