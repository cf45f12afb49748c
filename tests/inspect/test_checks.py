"""The registry: every check has its clause, its confidence, its words, and a fault that it names."""

from __future__ import annotations

import pytest

from summarizer.inspect.base import CHECKS, CONFIDENCE_WORDS, Group, Measure, check, run
from summarizer.inspect.sheet import Para, Role, Sheet

from .test_docx_checks import FAULTS
from .test_pdf_checks import CSS

#: Named by tests of their own.
ELSEWHERE = {
    "first-ink", "last-ink", "heading-last", "first-page", "imprint-place", "number-turned", "tracked-changes", "comments", "hidden-text",
    "author", "header", "embedded-fonts",
}  # fmt: skip


def test_every_check_names_a_fault_in_a_test() -> None:
    assert set(CHECKS) == set(FAULTS) | {name for _css, faults in CSS for name, _measured in faults} | ELSEWHERE


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_every_check_is_explained(name: str) -> None:
    found = CHECKS[name]
    assert found.clause
    assert found.what
    assert found.confidence in CONFIDENCE_WORDS
    assert found.measure.__doc__


def test_a_name_is_taken_once() -> None:
    with pytest.raises(ValueError, match="paper"):
        check("paper", Group.PAGE, "5.1", "x", "y")(lambda _sheet: [])


def test_an_empty_document_breaks_no_check() -> None:
    names = {one.name for one in run(Sheet("x", "docx"))}
    assert "title-found" in names


@pytest.mark.parametrize(("page", "ok"), [(1, True), (2, False)])
def test_the_first_page_shows_some_text(page: int, ok: bool) -> None:
    sheet = Sheet("x", "pdf", pages=2, paras=[Para("正文。", (), 1, page=page, role=Role.BODY)])
    assert [one.ok for one in run(sheet) if one.name == "first-page"] == [ok]


def test_equal_measures_become_one_and_the_good_step_back() -> None:
    from summarizer.inspect.base import Registered, _merged

    measures = [Measure(True, "a"), Measure(False, "b", "first"), Measure(False, "b", "second"), Measure(False, "c")]
    item = Registered("x", Group.PAGE, "5", "what", "required", "C", "hint", False, lambda _sheet: measures)
    found = list(_merged(item, measures))
    assert [(one.measured, one.times, one.place, one.hint) for one in found] == [("b", 2, "first", "hint"), ("c", 1, "", "hint")]
