"""Choosing codes, and explaining them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.check import Report
from summarizer.claims.base import EXPLANATIONS
from summarizer.findings import Severity
from summarizer.reporters.base import exit_status
from summarizer.reporters.catalogue import UnknownCode, catalogue, chosen, codes_of, one_line, page_of, sections


def test_every_code_that_is_explained_is_in_the_catalogue() -> None:
    assert list(catalogue()) == sorted(EXPLANATIONS)
    assert {"RATE001", "RATE002", "UNTRACED001"} <= set(catalogue())


@pytest.mark.parametrize("word", ["RATE002", "rate002", "impossible-rate", "Impossible-Rate"])
def test_a_page_by_code_or_name(word: str) -> None:
    assert page_of(word).code == "RATE002"


@pytest.mark.parametrize(("word", "near"), [("RATE00", "RATE001"), ("imposible-rate", "impossible-rate"), ("xqzwv", "`summarizer rules`")])
def test_what_does_not_exist_names_the_nearest(word: str, near: str) -> None:
    with pytest.raises(UnknownCode) as caught:
        page_of(word)
    assert near in caught.value.hint
    assert word in caught.value.message
    assert caught.value.exit_code == 2


def test_codes_names_and_kinds_choose() -> None:
    assert codes_of(["RATE001,impossible-rate"]) == {"RATE001", "RATE002"}
    assert codes_of(["RATE001", " RATE002 "]) == {"RATE001", "RATE002"}
    assert codes_of(["RATE001，RATE002"]) == {"RATE001", "RATE002"}
    assert codes_of(["rate"]) == {code for code, page in catalogue().items() if page.kind == "rate"} > {"RATE001"}
    assert codes_of([]) == codes_of([","]) == set()


def test_an_unknown_word_is_an_error_also_among_known_ones() -> None:
    with pytest.raises(UnknownCode, match="RATE9999"):
        codes_of(["RATE001,RATE9999"])


def test_select_and_ignore(report: Report) -> None:
    def left(select: list[str], ignore: list[str]) -> set[str]:
        return {finding.code for finding in chosen(report, select, ignore).findings}

    assert left(["rate"], []) == {"RATE001", "RATE002"}
    assert left(["rate"], ["RATE002"]) == {"RATE001"}
    assert left([], ["impossible-rate"]) == {"RATE001", "UNIT001", "UNTRACED001", "GLYPH001"}
    assert chosen(report) is report


def test_judged_claims_are_chosen_too_and_coverage_stays(report: Report) -> None:
    assert chosen(report, ignore=["RATE002"]).judged == ()
    assert len(chosen(report, select=["RATE002"]).judged) == 6
    assert chosen(report, select=["RATE001"]).sources == report.sources


def test_one_line_is_the_first_sentence() -> None:
    page = catalogue()["RATE002"]
    assert page.checks.startswith(one_line(page))
    assert one_line(page).endswith(".")
    assert ". " not in one_line(page)


def test_the_mark_of_an_enumeration_ends_no_sentence() -> None:
    page = replace(catalogue()["RATE002"], checks="Steps (1. 2. 3.) come in order. `x` may not.")
    assert one_line(page) == "Steps (1. 2. 3.) come in order."


def test_a_page_has_its_five_parts() -> None:
    page = catalogue()["RATE002"]
    assert [text for _head, text in sections(page)] == [page.checks, page.why, page.fails, page.passes, page.mend]


@pytest.mark.parametrize(("fail_on", "status"), [(Severity.ERROR, 1), (Severity.WARNING, 1), (Severity.INFO, 1), (None, 0)])
def test_status_of_an_error(readable: Report, fail_on: Severity | None, status: int) -> None:
    assert exit_status(readable, fail_on) == status


@pytest.mark.parametrize(("fail_on", "status"), [(Severity.ERROR, 0), (Severity.WARNING, 1), (Severity.INFO, 1), (None, 0)])
def test_status_of_a_warning(readable: Report, fail_on: Severity | None, status: int) -> None:
    only = replace(readable, findings=tuple(finding for finding in readable.findings if finding.severity is Severity.WARNING))
    assert exit_status(only, fail_on) == status


def test_an_acknowledged_error_never_decides(readable: Report) -> None:
    only = chosen(readable, ["RATE001"])
    assert [finding.severity for finding in only.findings] == [Severity.ERROR]
    assert exit_status(only, Severity.INFO) == 0


def test_a_source_that_could_not_be_read_decides_before_all(report: Report) -> None:
    assert exit_status(report, Severity.ERROR) == 2
    assert exit_status(report, None) == 2
