"""The page: one file, nothing loaded, everything escaped."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from summarizer.check import Report
from summarizer.reporters import ReportOptions, write

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Elements with their attributes, text by element, and whether all is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))

    def text(self) -> str:
        return "\n".join(data for tag, data in self.texts if tag != "style")


def page(report: Report, *, claims: bool = False, uncovered: bool = False) -> Page:
    return Page(write("html", report, ReportOptions(claims=claims, uncovered=uncovered)))


def test_it_needs_nothing_else(report: Report) -> None:
    text = write("html", report, ReportOptions(claims=True, uncovered=True))
    shown = Page(text)
    assert not {tag for tag, _attrs in shown.elements} & {"script", "link", "img", "iframe", "object", "form", "base"}
    for _tag, attributes in shown.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("href") or "#").startswith("#")
        assert "src" not in attributes
    assert "http:" not in text
    assert "https:" not in text
    assert "url(" not in text
    assert "@import" not in text


def test_everything_from_the_report_is_escaped(report: Report) -> None:
    shown = page(report)
    assert "<script>alert(1)</script> & 50%" in shown.text()
    assert "<b>汛前</b>巡查 & “督查”" in [data for tag, data in shown.texts if tag == "mark"]
    hostile = '"><img src=x onerror=a>'
    fields = dict.fromkeys(("message", "hint", "working", "path", "code", "name", "quote"), hostile)
    evil = replace(report.findings[1], **fields)  # type: ignore[arg-type]
    for finding in (evil, replace(evil, acknowledged=hostile)):
        assert "img" not in {tag for tag, _attrs in page(replace(report, findings=(finding,)), claims=True).elements}


def test_findings_stand_by_severity_with_place_working_and_hint(report: Report) -> None:
    shown = page(report)
    classes = [attributes.get("class") for tag, attributes in shown.elements if tag == "article"]
    assert classes == ["error", "warning", "warning", "info", "known"]
    text = shown.text()
    for words in (
        "reports/shuili/works.yaml:7:12",
        "60 ÷ 145.45% = 41.25\nno whole number lies between 41.24 and 41.26",
        "pairs that would give 145.45%: 64/44",
        "works.reservoir.actual, works.reservoir.rate",
        "按原文保留",
        "cannot be read",
    ):
        assert words in text
    assert "60处，完成率为145.45%" in [data for tag, data in shown.texts if tag == "mark"]


def test_each_code_is_explained_once_and_linked(report: Report) -> None:
    shown = page(replace(report, findings=(*report.findings, report.findings[1])))
    ids = [attributes["id"] for _tag, attributes in shown.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {attributes["href"] for tag, attributes in shown.elements if tag == "a"}
    assert "#RATE002" in links
    assert {str(link)[1:] for link in links} <= set(ids)


def test_counts_and_coverage(report: Report) -> None:
    tiles = [data for tag, data in page(report).texts if tag in ("b", "li")]
    assert tiles == ["1", "errors", "2", "warnings", "1", "for information", "1", "acknowledged", "2 / 4", "figures checked"]


def test_claims_and_uncovered_figures_only_on_request(report: Report) -> None:
    assert "holds (weak)" not in page(report).text()
    text = page(report, claims=True, uncovered=True).text()
    assert "holds (weak)" in text
    assert "建设期\nworks.phase" in text


@pytest.mark.parametrize(("setting", "lang"), [("en", "en"), ("zh_CN", "zh-CN")])
def test_the_page_says_its_language(report: Report, setting: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", setting)
    assert page(report).elements[0] == ("html", {"lang": lang})


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert write("html", report, ReportOptions()) == write("html", report, ReportOptions())
