"""Small reports, written, loaded and rendered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.facts import load
from summarizer.render import render
from summarizer.resources import Resources
from summarizer.rules import Context

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

HEAD = "bureau: 清水县水利局\nyear: 2023\n"


@pytest.fixture
def report(tmp_path: Path) -> Callable[..., Context]:
    """Return a function that makes a context of YAML texts by file name; report.yaml begins by itself and lists them all."""

    def make(extra: str = "date: 2024-01-09\n", head: str = HEAD, **files: str) -> Context:
        outline = f"outline:\n  - heading: 2023年工作总结\n    sections: [{', '.join(files)}]\n" if files and "outline" not in extra else ""
        (tmp_path / "report.yaml").write_text(head + extra + outline, encoding="utf-8")
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        facts = load(tmp_path)
        return Context(facts, render(facts, Resources(tmp_path / "templates")).document)

    return make
