"""The preview in Chromium: what a clerk sees and does."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest

from tests.preview.conftest import Open

pytestmark = pytest.mark.browser
INVESTED = '.sheet data[data-fact="projects.park.invested"]'


def axe(opened: Open) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    violations = Axe().run(opened.page).response["violations"]
    return [f"{one['id']}: {node['target']}" for one in violations for node in one["nodes"]]


def test_findings_stand_beside_their_sentences_with_the_working(opened: Open) -> None:
    page = opened.page
    note = page.locator("#ui-notes .finding.error")
    assert note.count() == 1
    assert "RATE001" in note.inner_text()
    assert "7600万元 ÷ 8000万元 = 95%" in note.inner_text()
    mark, box = page.locator("#ui-sheet #mark-1").bounding_box(), note.bounding_box()
    assert box["x"] > mark["x"]
    assert abs(box["y"] - mark["y"]) < 60
    # From the finding to its words, and back from the number in the text, with the keyboard.
    note.locator("a.go").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "mark-1"
    assert page.locator(".sheet mark[data-chosen]").count() >= 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "finding-1"


def test_a_figure_says_where_it_comes_from_and_where_else_it_stands(opened: Open) -> None:
    page = opened.page
    page.locator(INVESTED).first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.fact") == "projects.park.invested"
    page.keyboard.press("Enter")
    card = page.locator('#ui-figures > [data-figure="projects.park.invested"]')
    line = opened.folder.read("projects.yaml").split("\n").index("  invested: 7600万元") + 1
    assert f"projects.yaml:{line}" in card.inner_text()
    assert "invested: 7600万元" in card.inner_text()
    assert "森林公园" in card.inner_text()
    assert page.locator("[data-chosen]").count() >= 2
    card.locator("a.use").first.click()
    assert page.evaluate("document.activeElement.dataset.fact") == "projects.park.invested"
    # A derived one names its formula and its operands.
    derived = page.locator('#ui-figures > [data-figure="projects.road.rate"]')
    derived.locator("summary").click()
    assert "projects.road.invested ÷ projects.road.annual_plan" in derived.inner_text()
    derived.locator("button.fact").first.click()
    page.locator('#ui-figures > [data-figure="projects.road.invested"] details[open]').wait_for()


def test_coverage_is_shown_and_figures_can_be_searched(opened: Open) -> None:
    page = opened.page
    page.click("#ui-tab-figures")
    assert "个数字中已核对" in page.locator("#ui-summary").inner_text()
    everything = page.locator("#ui-figures > li:visible").count()
    counts = {}
    for name in ("wrong", "checked", "open", "derived"):
        page.click(f"[data-filter={name}]")
        counts[name] = page.locator("#ui-figures > li:visible").count()
    assert sum(counts.values()) == everything
    assert counts["checked"] >= 1
    wrong = page.locator('#ui-figures > [data-figure="projects.park.rate"]')
    assert wrong.locator(".mark").inner_text() == "核对不符"
    mark = "element => [getComputedStyle(element).color, getComputedStyle(element, '::before').content.slice(0, 2)]"
    assert wrong.locator(".mark").evaluate(mark) == ["rgb(143, 0, 26)", '"✗']
    page.click("[data-filter=all]")
    page.fill("#ui-search", "公园 7600")
    assert page.locator("#ui-figures > li:visible").count() == 1


@pytest.mark.parametrize("scrolled", [0, 240])
def test_a_changed_yaml_appears_in_the_open_page_and_nothing_else_moves(opened: Open, scrolled: int) -> None:
    page = opened.page
    page.set_viewport_size({"width": 1280, "height": 500})
    page.evaluate(
        """(scrolled) => {
            document.querySelectorAll('#ui-sheet > *').forEach((one) => { one.before = true; });
            getSelection().selectAllChildren(document.querySelector('.sheet h2'));
            scrollTo(0, scrolled);
        }""",
        scrolled,
    )
    height = page.locator(".sheet h2").first.bounding_box()["y"]
    opened.folder.change("projects.yaml", "7600万元", "7700万元")
    page.wait_for_selector(f'{INVESTED}:has-text("7700万元")')
    assert page.locator(f"{INVESTED}[data-flash]").count() >= 1
    assert page.locator(".sheet data[data-flash]:not([data-fact^='projects.park'])").count() == 0
    assert abs(page.locator(".sheet h2").first.bounding_box()["y"] - height) < 1.5
    assert page.evaluate("String(getSelection())") == "一、今年工作"
    assert page.evaluate("[...document.querySelectorAll('#ui-sheet > *')].every((one) => one.before)")
    strip = page.locator("#ui-strip").inner_text()
    assert "7600万元" in strip
    assert "7700万元" in strip
    assert "森林公园完成投资" in page.locator("#ui-saying").inner_text()


def test_a_broken_save_keeps_the_page_and_says_why(opened: Open) -> None:
    page = opened.page
    opened.folder.change("projects.yaml", "invested: 7600万元", "invested: 很多")
    trouble = page.locator(".trouble")
    trouble.wait_for()
    assert "projects.yaml:" in trouble.inner_text()
    assert "很多" in trouble.inner_text()
    assert "修改办法" in trouble.inner_text()
    assert page.locator(INVESTED).first.inner_text() == "7600万元"
    assert "无法读取" in page.locator("#ui-state").inner_text()
    assert axe(opened) == []
    opened.folder.change("projects.yaml", "invested: 很多", "invested: 7700万元")
    trouble.wait_for(state="detached")
    page.wait_for_selector(f'{INVESTED}:has-text("7700万元")')


def test_the_pages_of_the_pdf_follow_too(opened: Open) -> None:
    page = opened.page
    page.click("#ui-tab-pages")
    page.wait_for_selector("#ui-pages img", timeout=60_000)
    pictures = [image.get_attribute("src") for image in page.locator("#ui-pages img").all()]
    assert page.evaluate("Promise.all([...document.querySelectorAll('#ui-pages img')].map((one) => one.decode())).then(() => true)")
    assert page.locator("#ui-pages img").first.get_attribute("alt") == f"第1页，共{len(pictures)}页"
    opened.folder.change("projects.yaml", "7600万元", "7700万元")
    page.wait_for_selector(f"#ui-pages img:not([src='{pictures[0]}'])", timeout=60_000)
    page.wait_for_selector("#ui-press [data-state=good]", timeout=60_000)
    assert axe(opened) == []


def test_a_dropped_docx_is_audited(opened: Open, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("全年建成蓄水池60处，完成率145.45%，位列全市第二。")
    document.save(str(tmp_path / "县里来文.docx"))
    page = opened.page
    data = list((tmp_path / "县里来文.docx").read_bytes())
    carried = page.evaluate_handle(
        "(data) => { const carried = new DataTransfer();"
        " carried.items.add(new File([new Uint8Array(data)], '县里来文.docx')); return carried; }",
        data,
    )
    page.dispatch_event("main", "dragover", {"dataTransfer": carried})
    assert page.locator("#ui-dropping").is_visible()
    page.dispatch_event("main", "drop", {"dataTransfer": carried})
    page.wait_for_selector("#ui-text mark.error", timeout=60_000)
    assert "县里来文.docx" in page.locator("#ui-said").inner_text()
    assert "60处 ÷ 145.45%" in page.locator("#ui-dropped .finding.error").inner_text()
    page.click("#ui-dropped a.go")
    assert page.evaluate("document.activeElement.id") == "mark-1"
    assert axe(opened) == []
    # The same with the keyboard's way, and a file that is none.
    page.set_input_files("#ui-file", files=[{"name": "b.docx", "mimeType": "", "buffer": b"no document"}])
    page.wait_for_selector('#ui-saying[data-state="fault"]:has-text("b.docx")')
    # Our own report is still there.
    page.click("#ui-tab-paper")
    assert "RATE001" in page.locator("#ui-notes").inner_text()


@pytest.mark.parametrize("width", [1280, 768])
def test_it_can_be_used_by_everybody_at_both_widths(opened: Open, width: int) -> None:
    page = opened.page
    page.set_viewport_size({"width": width, "height": 900})
    for tab in ("#ui-tab-notes", "#ui-tab-figures"):
        page.click(tab)
        assert axe(opened) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("#ui-sheet").bounding_box()["width"] > 700
    # Tabs by arrow keys.
    page.focus("#ui-tab-figures")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#ui-list-notes").is_visible()
    assert page.evaluate("document.activeElement.id") == "ui-tab-notes"


def test_a_line_of_the_paper_holds_what_a_line_of_the_page_holds(opened: Open) -> None:
    """28 characters of 三号 at any width, so that the paper looks like the page (GB/T 9704-2012 5.2.2)."""
    for width in (1280, 768):
        opened.page.set_viewport_size({"width": width, "height": 900})
        size, line = opened.page.evaluate(
            "() => { const one = document.querySelector('.sheet > p');"
            " return [parseFloat(getComputedStyle(one).fontSize), one.getBoundingClientRect().width]; }"
        )
        assert 28 <= line / (size * (1 - 0.21 / 16)) < 28.1


def test_another_line_pitch_in_the_report_is_seen_at_once(opened: Open) -> None:
    page = opened.page
    opened.folder.change("report.yaml", "year: 2023", "year: 2023\npitch: 34")
    wanted = page.locator("#ui-sheet").bounding_box()["width"] / 210 * 25.4 / 72 * 34
    for _n in range(100):
        height = float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.sheet > p')).lineHeight)"))
        if abs(height - wanted) < 0.1:
            break
        page.wait_for_timeout(50)
    assert abs(height - wanted) < 0.1


def test_from_save_to_changed_page_in_less_than_half_a_second(opened: Open) -> None:
    taken = []
    for number in range(7701, 7706):
        text = opened.folder.read("projects.yaml").replace("invested: 7600万元", f"invested: {number}万元")
        began = time.perf_counter()
        opened.folder.section(text)
        opened.page.wait_for_selector(f'{INVESTED}:has-text("{number}万元")')
        taken.append(time.perf_counter() - began)
        opened.folder.change("projects.yaml", f"invested: {number}万元", "invested: 7600万元")
        opened.page.wait_for_selector(f'{INVESTED}:has-text("7600万元")')
    assert statistics.median(taken) < 0.5


def test_nothing_is_said_in_the_console_and_nothing_asked_outside(opened: Open) -> None:
    """The last test: it speaks for all before it."""
    assert opened.said == []
    assert f"{opened.address}preview.js" in opened.asked
    assert [address for address in opened.asked if not address.startswith((opened.address, "about:blank"))] == []
