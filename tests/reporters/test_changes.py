"""The page on what changed: one file, nothing loaded, readable without colours, its links lead somewhere."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from summarizer.changes.comparison import Comparison, State, compare
from summarizer.document import Column, Document, FigureRef, Heading, Metadata, Paragraph, Table, Text
from summarizer.reporters import ReportOptions
from summarizer.reporters.changes import REPORTERS, write
from summarizer.states import of_content
from tests.conftest import Folder
from tests.programs import SWITCHES, chromium

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def comparison(make_folder: Callable[[str], Folder]) -> Comparison:
    before, after = make_folder("before"), make_folder("after")
    after.change("projects.yaml", "invested: 4100万元", "invested: 4200万元").change("projects.yaml", "total_sum: 3.2亿元", "total_sum: ''")
    after.change("projects.yaml", "road:\n", "new_road:\n").change("report.yaml", "完成了各项任务", f"圆满完成了各项任务{HOSTILE}")
    for folder in (before, after):
        folder.write("report.yaml", folder.read("report.yaml") + "appendix: [projects]\n")
    after.change("report.yaml", "date: 2024-01-08", "date: 2024-01-09")
    return compare(of_content(before.path), of_content(after.path))


def page(comparison: Comparison) -> str:
    return write("html", comparison, ReportOptions())


def parsed(text: str) -> object:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(io.StringIO(text))
    assert [error for _place, error, _data in parser.errors] == []
    return tree


def test_it_is_valid_and_needs_nothing_else(comparison: Comparison) -> None:
    text = page(comparison)
    tree = parsed(text)
    elements = list(tree.iter())  # type: ignore[attr-defined]
    assert not {element.tag for element in elements} & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert HOSTILE not in text
    assert not [word for word in ("http:", "https:", "url(", "@import") if word in text]


def test_links_lead_to_the_changed_places(comparison: Comparison) -> None:
    tree = parsed(page(comparison))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]  # type: ignore[attr-defined]
    links = [element.get("href") for element in tree.iter("a")]  # type: ignore[attr-defined]
    assert len(set(ids)) == len(ids)
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_what_is_deleted_and_inserted_is_said_in_words(comparison: Comparison) -> None:
    tree = parsed(page(comparison))
    for tag, word in (("del", "［删去："), ("ins", "［新增：")):
        marks = list(tree.iter(tag))  # type: ignore[attr-defined]
        assert marks
        assert all("".join(mark.itertext()).startswith(word) for mark in marks)


def test_the_whole_text_is_there(comparison: Comparison) -> None:
    tree = parsed(page(comparison))
    (shown,) = (element for element in tree.iter("div") if element.get("class") == "text")  # type: ignore[attr-defined]
    text = "".join(shown.itertext())
    assert "完成投资［删去：4100万元］［新增：4200万元］" in text.replace("\n", "")
    assert len(list(shown.iter("table"))) == 1
    assert [cell.text for cell in next(shown.iter("tr")).iter("th")][:2] == ["序号", "名称"]


def test_tables_that_follow_each_other_stay_two() -> None:
    table = Table("", (Column("甲"), Column("乙")), (((Text("1"),), (Text("2"),)),))
    wider = Table("表", (Column("甲"),), (((FigureRef("a", "3"),),),))
    states = [State(name, "build", Document("d", ("题",), body, Metadata())) for name, body in (("a", (table,)), ("b", (table, wider)))]
    tables = parsed(page(compare(*states))).iter("table")  # type: ignore[attr-defined]
    assert [len(list(found.iter("tr"))) for found in tables if found.find("thead") is None] == [2, 2]


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_says_so(name: str) -> None:
    document = Document("d", ("题",), (Heading(1, "一、", (Text("做法"),)), Paragraph((Text("甲。"),))), Metadata())
    state = State("a", "build", document)
    comparison = compare(state, state)
    assert comparison.same
    text = write(name, comparison, ReportOptions())
    assert text.endswith("\n")
    assert ("nothing changed" in text) or ('"same": true' in text)


def test_control_characters_reach_no_terminal() -> None:
    documents = [Document("d", ("题",), (Paragraph((Text(words),)),), Metadata()) for words in ("甲\x1b[2J。", "乙。")]
    states = [State("a\x1b[31m", "build", document) for document in documents]
    assert "\x1b" not in write("text", compare(*states), ReportOptions())


def test_colours(comparison: Comparison) -> None:
    coloured, plain = (write("text", comparison, ReportOptions(colour=colour, width=80)) for colour in (True, False))
    import re

    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[31;9m[-4100万元-]\x1b[0m\x1b[32;4m{+4200万元+}\x1b[0m" in coloured


@pytest.mark.browser
def test_in_a_browser(comparison: Comparison, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    path = tmp_path / "page.html"
    path.write_text(page(comparison), encoding="utf-8")
    said: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=SWITCHES)
        opened = browser.new_page(viewport={"width": 360, "height": 800})
        opened.on("console", lambda message: said.append(message.text))
        opened.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        opened.goto(path.as_uri())
        assert opened.evaluate("document.documentElement.scrollWidth") == 360
        violations = Axe().run(opened).response["violations"]
        opened.set_viewport_size({"width": 1100, "height": 900})
        opened.keyboard.press("Tab")
        opened.keyboard.press("Enter")
        assert opened.evaluate("document.querySelector(':target').textContent").strip()
        browser.close()
    assert [violation["id"] for violation in violations] == []
    assert said == []
