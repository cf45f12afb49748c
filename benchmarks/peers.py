"""The shipped example against what others use for such documents, on the same text.

DOCX and PDF, as handed out. CPU seconds for a document; warm is what one more costs in the same process:
(twenty documents − one) ÷ 19.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from summarizer.build import build
from summarizer.resources import shipped

from .timing import EXAMPLE, SUMMARIZER, Row, alternate, cpu, median

MANY = 20
TIMES = 3


def rows(folder: Path) -> Iterator[Row]:
    missing = [name for name in ("docxtpl", "pypandoc", "typst") if find_spec(name) is None]
    soffice = shutil.which("soffice")
    if missing or soffice is None:
        yield ("not here: " + ", ".join([*missing, *(() if soffice else ("LibreOffice",))]), "—", "make bench installs the packages")
        return
    reports = _copies(folder)
    text = _text(folder, reports[0])
    outputs = (folder / f"out{n}" for n in range(1_000_000))
    names = [folder / "word" / f"{n}.docx" for n in range(MANY)]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    ours = [SUMMARIZER, "build", "--final", "--jobs", "1", "-f", "docx", "-f", "pdf", "--output"]

    def other(kind: str, count: int) -> list[str]:
        return [sys.executable, "-m", "benchmarks.peer", kind, str(text), str(folder / "word"), str(count)]

    runs = alternate(
        {
            "ours 1": lambda: [*ours, str(next(outputs)), str(reports[0])],
            "ours 20": lambda: [*ours, str(next(outputs)), *map(str, reports)],
            "docxtpl 1": lambda: other("docxtpl", 1),
            "docxtpl 20": lambda: other("docxtpl", MANY),
            "office 1": lambda: [*convert, str(names[0])],
            "office 20": lambda: [*convert, *map(str, names)],
            "pandoc 1": lambda: other("pandoc", 1),
            "pandoc 20": lambda: other("pandoc", MANY),
            "typst 1": lambda: other("typst", 1),
            "typst 20": lambda: other("typst", MANY),
        },
        TIMES,
    )
    used = {name: cpu(done) for name, done in runs.items()}
    warm = {name: (used[f"{name} 20"] - used[f"{name} 1"]) / (MANY - 1) for name in ("ours", "docxtpl", "office", "pandoc", "typst")}
    each = warm["docxtpl"] + used["office 1"]
    yield ("ours, cold", f"{used['ours 1']:.2f} CPU s", f"{median(runs['ours 1']):.2f} s wall")
    yield ("ours, warm", f"{warm['ours']:.3f} CPU s", "")
    ratio = f"× {each / warm['ours']:.1f} of ours, at least 4"
    yield ("docxtpl warm + one LibreOffice start for each document", f"{each:.2f} CPU s", ratio)
    together = warm["docxtpl"] + used["office 20"] / MANY
    yield (f"docxtpl warm + {MANY} files in one LibreOffice start", f"{together:.3f} CPU s", f"× {together / warm['ours']:.2f} of ours")
    start = used["docxtpl 1"] + used["office 1"]
    yield ("docxtpl cold + LibreOffice", f"{start:.2f} CPU s", f"× {start / used['ours 1']:.2f} of ours, cold")
    ratio = f"× {warm['pandoc'] / warm['ours']:.2f} of ours"
    yield ("Pandoc, DOCX only, one start for each document", f"{warm['pandoc']:.3f} CPU s", ratio)
    yield ("Typst, PDF only, warm: the limit", f"{warm['typst']:.3f} CPU s", f"× {warm['typst'] / warm['ours']:.2f} of ours")


def _copies(folder: Path) -> list[Path]:
    example = shipped("content") / EXAMPLE
    copies = []
    for n in range(MANY):
        copy = folder / "content" / f"r{n}"
        shutil.copytree(example, copy)
        projects = copy / "projects.yaml"
        projects.write_text(projects.read_text(encoding="utf-8").replace("4116", str(4116 + n)), encoding="utf-8")
        copies.append(copy)
    return copies


def _text(folder: Path, report: Path) -> Path:
    """Write the example's paragraphs and table rows as JSON, for the others to set."""
    from summarizer.document import Table, loads, plain

    built = build(report, folder / "text", formats=["text"])
    document = loads((built.folder / "model-draft.json").read_text(encoding="utf-8"))
    found: list[object] = []
    for block in document.blocks():
        if isinstance(block, Table):
            found += [["".join(inline.text for inline in cell) for cell in row] for row in block.rows]
        else:
            found.append(plain(block.content))
    path = folder / "text.json"
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return path
