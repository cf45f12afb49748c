"""Documents that are audited together: each gets the report that it gets alone, and one's trouble is nobody else's."""

from __future__ import annotations

import datetime
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from summarizer import patterns
from summarizer.audit import audit, audit_one, audit_together, groups
from summarizer.batch import Progress
from summarizer.batch.auditing import audit_all
from summarizer.batch.inline import Inline
from summarizer.check import Report
from summarizer.prose import engine

TEXTS = (
    "全年计划修缮闸门60座，完成51座，完成率为58%。\n",
    "一是清理沟渠36公里；三是更新路灯120盏。\n下拔资金5万元。\n",
    "共收到来信48件，其中书面31件、网上17件。\n现有**万元尚未拨付。\n",
    "用水量由20万吨增加到25万吨，增长35%。\n",
)


def told(report: Report) -> tuple[Any, ...]:
    """Return all that is in the report of one document, for comparison."""
    (source,) = report.sources
    judged = [(one.claim, one.place, one.verdict.outcome, one.verdict.working) for one in report.judged]
    return replace(source, uncovered=()), tuple(source.uncovered), report.findings, judged, report.texts


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Twenty documents of several kinds, of which two cannot be read."""
    paths = [tmp_path / f"{n:02}.{'md' if n % 3 else 'txt'}" for n in range(20)]
    for n, path in enumerate(paths):
        path.write_text("".join(TEXTS[(n + k) % 4] for k in range(n % 3 + 1)), encoding="utf-8")
    paths[5].write_bytes(b"")
    paths[9].unlink()
    paths.append(tmp_path / "21.docx")
    docx = Document()
    docx.add_paragraph(TEXTS[0].strip())
    docx.save(str(paths[-1]))
    return paths


def test_each_gets_the_report_that_it_gets_alone(documents: list[Path]) -> None:
    day = datetime.date(2026, 1, 5)
    alone = [audit_one(path, day) for path in documents]
    together = [report for group in groups(documents) for report in audit_together(group, day)]
    assert [told(report) for report in together] == [told(report) for report in alone]
    assert [report.sources[0].path for report in alone] == [str(path) for path in documents]
    assert [n for n, report in enumerate(alone) if report.sources[0].error] == [5, 9]
    assert {finding.code for finding in audit(documents, day).findings} >= {"RATE001", "ENUM001", "WORD001", "GROWTH001"}


def test_what_is_large_or_slow_to_read_keeps_nobody_waiting(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(10)] + ["old.doc", "b.txt", "large.txt", "c.txt", "d.pdf", "gone.txt"]
    for name in names[:-1]:
        (tmp_path / name).write_bytes(bytes(2**20 if name == "large.txt" else 100))
    found = [[path.name for path in group] for group in groups(tmp_path / name for name in names)]
    assert found == [names[:8], names[8:10], ["old.doc"], ["b.txt"], ["large.txt"], ["c.txt", "d.pdf", "gone.txt"]]
    assert [len(group) for group in groups([tmp_path / "0.txt"] * 7, 3)] == [3, 3, 1]


def test_long_texts_are_audited_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = []
    whole = engine.read_together

    def counted(texts: Any) -> Any:
        given = list(texts)
        lengths.append(len(given))
        return whole(given)

    monkeypatch.setattr("summarizer.audit.read_together", counted)
    for n, size in enumerate((20_000, 20_000, 20_000, 60_000, 10)):
        (tmp_path / f"{n}.txt").write_text("甲乙丙丁戊己庚辛壬\n" * (size // 10), encoding="utf-8")
    audit([tmp_path])
    assert lengths == [2, 1, 1, 1]


def test_a_fault_of_the_program_is_the_failure_of_one(documents: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(reading: Any) -> list[Any]:
        if "来信" in reading.ground.text:
            raise ZeroDivisionError("division by zero")
        return []

    engine.read_claims("")
    monkeypatch.setattr(engine, "_LOADED", [*engine._LOADED, faulty])
    reports = list(audit_all(documents[:5], datetime.date(2026, 1, 5), Inline(), Progress()))
    failed = ["来信" in path.read_text(encoding="utf-8") for path in documents[:5]]
    assert True in failed
    assert False in failed
    assert ["unexpected: ZeroDivisionError" in (report.sources[0].error or "") for report in reports] == failed
    assert [not report.judged for report in reports] == failed


def test_nothing_is_kept_of_a_text_that_has_been_audited(documents: list[Path], run: Callable[..., Any]) -> None:
    known = weakref.ref(patterns.places_in(TEXTS[0]))
    assert known() is not None
    run("audit", documents[0])
    assert known() is None
