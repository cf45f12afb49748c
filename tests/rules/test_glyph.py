from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import Context, run
from summarizer.rules.glyph import glyph_findings, no_characters
from summarizer.writers.base import Unrendered


@pytest.mark.parametrize("char", ["\ufffd", "\uffff", "\U0002fffe", "\u0378", "\U000e0fff"])
def test_no_characters(char: str) -> None:
    text = f"清水{char}县{char}"
    assert [(hit.start, hit.end) for hit in no_characters(text)] == [(2, 3), (4, 5)]


@pytest.mark.parametrize("text", ["清水县", "㛃𠮷\U0002ebf0\U00031350", "①〇×—…“”·㎡", "\ue000\uf06c", "é̂\u200b", "plain"])
def test_characters(text: str) -> None:
    assert not list(no_characters(text))


def test_what_a_writer_could_not_print_is_found_in_the_document(report) -> None:
    context = report(works="text: |\n  工程由赵㛃设计，赵㛃验收。\n")
    what = [
        Unrendered("no font has 㛃", "㛃", "glyph"),
        Unrendered("no font has 㛃", "㛃", "glyph"),
        Unrendered("a table was cut", "x", "format"),
    ]
    findings = list(glyph_findings(what, context))
    assert [(f.code, f.severity, f.quote, f.line, f.column) for f in findings] == [
        ("GLYPH001", Severity.ERROR, "㛃", 2, 7),
        ("GLYPH001", Severity.ERROR, "㛃", 2, 12),
    ]
    assert all(f.message == "no font has 㛃" and f.anchors for f in findings)


def test_a_character_of_nowhere_is_still_told() -> None:
    (finding,) = glyph_findings([Unrendered("no font has 㛃", "㛃", "glyph")], Context(text="清水", path="a.txt"))
    assert (finding.path, finding.line, finding.quote) == ("a.txt", 0, "")


def test_what_the_rule_tells_the_writer_need_not(report) -> None:
    context = report(works="text: |\n  工程由赵\ufffd设计。\n")
    assert [finding.code for finding in run(context)] == ["GLYPH001"]
    assert not list(glyph_findings([Unrendered("no font", "\ufffd", "glyph")], context))
