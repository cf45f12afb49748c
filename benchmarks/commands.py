"""Single commands: a cold build against one LibreOffice conversion, start-up, checking."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from summarizer.resources import shipped

from .timing import EXAMPLE, SUMMARIZER, Row, alternate, median, peak


def cold(folder: Path) -> list[Row]:
    """Alternate a cold build in all formats with one conversion of the DOCX it made."""
    example = str(shipped("content") / EXAMPLE)
    number = iter(range(1_000_000))

    def build() -> Sequence[str]:
        return [SUMMARIZER, "build", example, "--output", str(folder / f"cold{next(number)}")]

    word = folder / "word"
    alternate({"once": lambda: [SUMMARIZER, "build", example, "--output", str(word), "--format", "docx"]}, 1)
    docx = next(word.rglob("*.docx"))
    commands = {"build": build}
    soffice = shutil.which("soffice")
    if soffice:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        commands["soffice"] = lambda: [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf"), str(docx)]
    runs = alternate(commands)
    rows = [
        ("cold build, all formats", f"{median(runs['build']):.2f} s", ""),
        ("  peak memory of its largest process", f"{peak(runs['build']):.0f} MB", "under 200 MB"),
    ]
    if soffice:
        rows.append(("one soffice conversion of that DOCX", f"{median(runs['soffice']):.2f} s", ""))
        rows.append(("  build ÷ soffice", f"{median(runs['build']) / median(runs['soffice']):.2f}", "at most 1.25, aim 1.0"))
    else:
        rows.append(("LibreOffice is not here", "—", "no ratio"))
    return rows


def start() -> list[Row]:
    example = str(shipped("content") / EXAMPLE)
    runs = alternate(
        {
            "help": lambda: [SUMMARIZER, "--help"],
            "check": lambda: [SUMMARIZER, "check", example],
            "python": lambda: [sys.executable, "-c", "pass"],
        }
    )
    return [
        ("python, nothing else", f"{median(runs['python']):.3f} s", ""),
        ("summarizer --help", f"{median(runs['help']):.3f} s", "under 0.2 s"),
        ("summarizer check, cold", f"{median(runs['check']):.3f} s", "under 0.5 s"),
    ]


def check_many(folder: Path, reports: int = 1000) -> list[Row]:
    """Check copies of the example with other figures in each, in one process."""
    from summarizer.check import check, check_facts
    from summarizer.facts import load
    from summarizer.render import render
    from summarizer.resources import Resources

    example = shipped("content") / EXAMPLE
    folders = []
    for n in range(reports):
        copy = folder / "many" / f"r{n}"
        shutil.copytree(example, copy)
        projects = copy / "projects.yaml"
        projects.write_text(projects.read_text(encoding="utf-8").replace("4116", str(4116 + n)), encoding="utf-8")
        folders.append(copy)
    check(folders[:1])
    start = time.perf_counter()
    check(folders)
    seconds = time.perf_counter() - start
    loaded = [(facts, render(facts, Resources()).document) for facts in map(load, folders[:200])]
    start = time.perf_counter()
    for facts, document in loaded:
        check_facts(facts, document, None)
    judging = time.perf_counter() - start
    return [
        (f"{reports} reports read, rendered and judged in one process", f"{reports / seconds:.0f}/s", ""),
        ("  of that, judged", f"{len(loaded) / judging:.0f}/s", "at least 100/s"),
    ]
