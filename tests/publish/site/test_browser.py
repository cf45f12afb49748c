"""The site in a real browser, over http and from a folder: widths, keyboard, console, policy, accessibility, print, search."""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from summarizer.publish.model import Entry
from summarizer.publish.site import Site
from summarizer.publish.site.model import Column
from summarizer.publish.site.page import POLICY
from tests.programs import SWITCHES
from tests.programs import chromium as installed

from .conftest import Example, place
from .test_data import many
from .test_hostile import EVIL, evil_entries

pytestmark = [
    pytest.mark.browser,
    # The event loop that Playwright's greenlets leave behind is not ours to close.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
SITE = Site(name="示例县政府信息公开", columns=(Column("计划总结", "21"), Column("年度报告", "22")), page_size=5)
PAGES = {
    "first": "index.html",
    "report": "art/2024/1/11/art_21_1.html",
    "corrected": "art/2024/1/11/art_22_2.html",
    "old": "art/2024/1/11/art_22_2_v1.html",
    "withdrawn": "art/2024/1/11/art_22_3.html",
    "column": "col/col22/index.html",
    "year": "col/col22/2021/index.html",
    "search": "search.html?q=%E5%85%BB%E8%80%81",
    "map": "sitemap.html",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, entries: tuple[Entry, ...], shili: Example) -> Path:
    more = tuple(Entry(one.id, one.serial + 10, one.versions) for one in many(shili, 7))
    return place(tmp_path_factory.mktemp("site"), SITE, (*entries, *more))


@pytest.fixture(scope="module")
def served(root: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def opened(chromium: Any, base: str, **context: Any) -> Iterator[Any]:
    """A page that must say nothing to the console and ask nobody but ``base``."""
    holder = chromium.new_context(**{"viewport": {"width": 1280, "height": 800}, **context})
    page = holder.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("request", lambda request: asked.append(request.url))
    yield page
    holder.close()
    assert said == []
    assert asked
    assert [url for url in asked if not url.startswith(base)] == []


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, root: Path, served: str) -> str:
    return served if request.param == "http" else f"{root.as_uri()}/"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_scrolls_sideways_at_any_width(chromium: Any, served: str, width: int, tmp_path: Path) -> None:
    with opened(chromium, served, viewport={"width": width, "height": 800}) as page:
        for name, path in PAGES.items():
            page.goto(served + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert len(page.screenshot(path=tmp_path / f"{name}.png")) > 5000


def test_nothing_is_lost_at_twice_the_size_or_with_the_largest_letters(chromium: Any, served: str) -> None:
    # 200 % of a window 1280 wide leaves 640; 400 %, as WCAG 1.4.10 asks, leaves 320.
    for width in (640, 320):
        with opened(chromium, served, viewport={"width": width, "height": 400}, device_scale_factor=2) as page:
            for name in ("first", "corrected", "withdrawn", "column", "search"):
                page.goto(served + PAGES[name])
                assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    with opened(chromium, served, viewport={"width": 360, "height": 800}) as page:
        page.goto(served + PAGES["report"])
        before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('#page-text p')).fontSize)")
        page.get_by_role("button", name="特大").click()
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('#page-text p')).fontSize)") > 1.4 * before
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.goto(served + PAGES["corrected"])  # and the choice is remembered
        assert page.get_by_role("button", name="特大").get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_every_page_works_quietly_under_its_policy(chromium: Any, base: str) -> None:
    with opened(chromium, base) as page:
        for name, path in PAGES.items():
            page.goto(base + path)
            assert page.evaluate("document.querySelector('meta[http-equiv]').content") == POLICY
            assert page.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomStyle") == "solid", name
            assert page.locator(".sizes").is_visible(), name
            assert page.evaluate("document.querySelectorAll('link[rel=stylesheet]')[0].sheet !== null")


def test_the_policy_stops_what_does_not_belong(chromium: Any, base: str) -> None:
    holder = chromium.new_context()
    page = holder.new_page()
    page.goto(base + PAGES["report"])
    page.evaluate(
        """() => { const a = document.createElement('script'); a.textContent = 'window.ran = 1'; document.head.append(a);
                   const b = document.createElement('img'); b.src = 'http://127.0.0.1:9/x.png'; document.body.append(b);
                   const c = document.createElement('p'); c.setAttribute('style', 'color: rgb(1, 2, 3)'); c.id = 'c';
                   document.body.append(c); }"""
    )
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.images[document.images.length - 1].naturalWidth") == 0
    assert page.evaluate("getComputedStyle(document.getElementById('c')).color") != "rgb(1, 2, 3)"
    assert page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')") == "stopped"
    holder.close()


#: One page of each kind; the corrected one is looked at by itself, at another width.
KINDS = ("first", "report", "old", "withdrawn", "column", "search", "map")


@pytest.mark.parametrize(("width", "names"), [(360, KINDS), (1280, ("corrected",))])
def test_axe_finds_nothing(chromium: Any, served: str, width: int, names: tuple[str, ...]) -> None:
    with opened(chromium, served, viewport={"width": width, "height": 800}) as page:
        for name in names:
            page.goto(served + PAGES[name])
            found = Axe().run(page, options={"preload": False}).response
            assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == [], name
            assert len(found["passes"]) > 10


def test_keyboard_alone_reaches_everything_and_shows_where_it_is(chromium: Any, served: str) -> None:
    with opened(chromium, served) as page:
        page.goto(served + PAGES["corrected"])
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.text_content() == "跳到主要内容"
        box = skip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.goto(served + PAGES["corrected"])
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')].filter(one => one.offsetParent !== null).length"
        )
        for number in range(wanted):
            page.keyboard.press("Tab")
            style, text, seen = page.evaluate(
                """() => { const one = document.activeElement, s = getComputedStyle(one), r = one.getBoundingClientRect();
                           return [s.outlineStyle, one.outerHTML.slice(0, 80), r.width > 0 && r.bottom > 0 && r.top < innerHeight]; }"""
            )
            assert (style, seen) == ("solid", True), (number, text)
        assert page.evaluate("document.activeElement.closest('.bottom') !== null")


def test_search_by_keyboard_finds_the_report(chromium: Any, base: str) -> None:
    with opened(chromium, base) as page:
        page.goto(base + "index.html")
        page.get_by_label("检索词或索引号").focus()
        page.keyboard.type("认知障碍 床位")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=*")
        assert page.get_by_role("status").text_content() == "找到1条信息。"
        result = page.locator("#results li")
        assert result.locator("mark").first.text_content() == "认知障碍"
        result.locator("a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/art_21_1.html")
        assert "县民政局2023年重点工作总结" in page.title()


SEARCHES = {
    "113310247405400961/2024-104569": 1,
    "104569": 1,
    "１１３３１０２４７４０５４００９６１": 1,
    "县民政局２０２３年": 1,
    "水务局 供水": 8,
    "不存在的词语": 0,
    "<img src=x onerror=alert(1)>": 0,
    ".*": 0,
    "已经撤回": 0,
}


def test_what_a_search_finds(chromium: Any, base: str) -> None:
    with opened(chromium, base) as page:
        page.goto(base + "search.html")
        for asked, count in SEARCHES.items():
            page.get_by_label("检索词或索引号").fill(asked)
            page.keyboard.press("Enter")
            said = page.get_by_role("status").text_content()
            assert said == f"找到{count}条信息。" if count else f"没有找到含有“{asked}”" in said
            assert page.locator("#results li").count() == count


def test_an_index_number_alone_can_be_looked_up(chromium: Any, base: str) -> None:
    with opened(chromium, base) as page:
        page.goto(base + "search.html?q=2024&in=index")
        assert page.locator("#results li").count() == 1
        page.get_by_label("标题", exact=True).check()
        expect(page.locator("#results li")).to_have_count(9)


def test_without_script_everything_but_the_tools_is_there(chromium: Any, served: str) -> None:
    with opened(chromium, served, java_script_enabled=False) as page:
        page.goto(served + PAGES["report"])
        assert page.locator("#page-text").is_visible()
        assert page.locator("svg.bar").first.is_visible()
        for hidden in (".tools", ".sizes"):
            assert not page.locator(hidden).is_visible()
        page.goto(served + "search.html")
        assert "需要启用脚本" in page.locator("noscript").inner_text()
        assert not page.locator("form.search").is_visible()


def test_print_and_close(chromium: Any, served: str) -> None:
    with opened(chromium, served) as page:
        page.goto(served + PAGES["column"])
        page.goto(served + PAGES["report"])
        page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
        page.get_by_role("button", name="【打印本页】").click()
        assert page.evaluate("window.printed") == 1
        page.get_by_role("button", name="【关闭本页】").click()
        page.wait_for_url("**/col/col22/index.html")


def test_the_print_view_is_the_report_without_navigation(chromium: Any, served: str, tmp_path: Path) -> None:
    with opened(chromium, served) as page:
        page.goto(served + PAGES["corrected"])
        page.emulate_media(media="print")
        for gone in ("nav", ".top", ".bottom", ".skip", ".tools", "button"):
            assert not any(one.is_visible() for one in page.locator(gone).all()), gone
        for kept in (".correction", "h1", "#page-text", ".metadata", "svg.bar", ".downloads"):
            assert page.locator(kept).first.is_visible(), kept
        page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "page.pdf").pages)
    words = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    assert "更正说明" in words
    assert "城北水厂扩建工程完成投资" in words
    for gone in ("本页内容", "信息检索", "网站地图", "打印本页"):
        assert gone not in words


def test_the_title_comes_first_on_a_phone(chromium: Any, served: str) -> None:
    with opened(chromium, served, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True) as page:
        page.goto(served + PAGES["report"])
        tops = {name: page.locator(name).bounding_box()["y"] for name in ("h1", ".metadata", ".contents", "#page-text")}
        assert list(tops) == sorted(tops, key=lambda name: tops[name])
        assert tops["#page-text"] < 740
        small = page.evaluate(
            """[...document.querySelectorAll('button, .contents a, .main-nav a')].filter(one => one.offsetParent)
                .filter(one => one.getBoundingClientRect().height < 24).map(one => one.outerHTML)"""
        )
        assert small == []


def test_a_bar_is_as_long_as_its_figure(chromium: Any, served: str) -> None:
    with opened(chromium, served) as page:
        page.goto(served + PAGES["report"])
        told = page.evaluate(
            """() => { const width = (row, part) => row.querySelector(part).getBoundingClientRect().width;
                       return [...document.querySelectorAll('#picture-indicators li')].map(row =>
                           [row.querySelector('title').textContent, width(row, '.done') / width(row, '.bar')]); }"""
        )
        shares = {title: round(share, 3) for title, share in told}
        assert shares["智能服务终端配置：完成率500%"] == 1
        assert shares["新增认知障碍照护专区床位：完成率145.45%"] == pytest.approx(0.291, abs=0.002)
        assert shares["新增“老省心”综合体：完成3个"] == pytest.approx(0.15, abs=0.002)


@pytest.mark.parametrize("text", [EVIL[2], EVIL[9]])
def test_a_hostile_title_is_only_text(chromium: Any, tmp_path: Path, xianju: Example, text: str) -> None:
    root = place(tmp_path, SITE, evil_entries(text, xianju)[:1])
    start = f"{root.as_uri()}/"
    with opened(chromium, start) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        for path in ("index.html", "search.html?q=总结", *(str(one.relative_to(root)) for one in sorted(root.rglob("art_*.html")))):
            page.goto(start + path)
            assert page.locator("main script:not([type='application/ld+json']), main img, svg[onload]").count() == 0
        page.goto(start + "search.html")
        page.get_by_label("检索词或索引号").fill("总结")
        expect(page.locator("#results li")).to_have_count(1)
        assert page.locator("#results script, #results img").count() == 0


def test_the_sample_for_nginx_has_the_policy_of_the_pages() -> None:
    sample = (Path(__file__).parent.parent.parent.parent / "docs" / "nginx.conf.example").read_text(encoding="utf-8")
    assert f'Content-Security-Policy "{POLICY}; frame-ancestors \'none\'" always' in sample


def test_search_index_is_a_script_that_holds_every_report(root: Path) -> None:
    text = (root / "assets" / "search-index.js").read_text(encoding="utf-8")
    rows = json.loads(text.removeprefix("window.searchIndex = ").rstrip(";\n"))
    assert len(rows) == 9
    assert all((root / row["link"]).is_file() for row in rows)
