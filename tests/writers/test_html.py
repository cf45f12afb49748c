from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Letterhead,
    Metadata,
    Name,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.errors import TemplateError
from summarizer.resources import Resources
from summarizer.writers import html
from summarizer.writers.base import Job
from tests.programs import chromium

FIGURE = FigureRef("roads.invested", "3800万元", "38000000", "元", "roads-invested")
DOCUMENT = Document(
    "r",
    ("示例县交通局2023年工作总结", "和2024年工作思路"),
    (
        Heading(1, "一、", (Text("修路"),)),
        Paragraph((Text("全年投入"), FIGURE, Text("。")), lead=(Text("拓宽乡道"),), level=2, number="（一）"),
        Paragraph((Text("待统计"), FigureRef("roads.blank", "", unit="元", anchor="roads-blank"), Text("。"))),
        Table(
            "里程表",
            (Column("路名"), Column("里程", "公里", "decimal"), Column("状态", align="center")),
            (
                ((Name("甲线"),), (FigureRef("a", "12.50", "12.5", "公里", "a"),), (Text("通车"),)),
                ((Name("乙线"),), (FigureRef("b", "7", "7", "公里", "b"),), (Text("在建"),)),
                ((Name("合计"),), (FigureRef("c", "19.5", "19.5", "公里", "c"),), ()),
            ),
            total=True,
        ),
    ),
    Metadata(
        publisher="示例县交通局",
        date="2024-01-11",
        published="2024-01-15",
        source="示例县交通局",
        fields=(("索引号", "SL001/2024-00001"), ("公开方式", "主动公开")),
        breadcrumb=("首页", "政务公开", "计划总结"),
    ),
    letterhead=Letterhead(("示例县交通局",), document_number="示交〔2024〕2号"),
    addressee="示例县人民政府",
    signature=Signature(("示例县交通局",), "2024年1月11日"),
    note="此件公开",
    attachments=(Attachment("路段名单", (Heading(1, "一、", (Text("北片"),)), Paragraph((Text("共三段。"),)))),),
    imprint_block=ImprintBlock(("甲局",), "示例县交通局办公室", "2024年1月11日"),
)


def source(document: Document = DOCUMENT, *, draft: bool = False, own: Path | None = None) -> str:
    return html.write(document, Job(Resources(own), draft=draft)).data.decode("utf-8")


def tree(document: Document = DOCUMENT, *, draft: bool = False) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(source(document, draft=draft))


def one(document: lxml_html.HtmlElement, path: str) -> lxml_html.HtmlElement:
    found = document.xpath(path)
    assert len(found) == 1, path
    return found[0]


def test_page_has_language_title_and_landmarks() -> None:
    page = tree()
    assert page.get("lang") == "zh-CN"
    assert one(page, "//title").text == "示例县交通局2023年工作总结和2024年工作思路"
    assert [span.text for span in page.xpath("//main/article//h1/span")] == list(DOCUMENT.title)
    assert one(page, "//a[@class='skip']").get("href") == "#" + one(page, "//article").get("id")
    assert [step.text for step in page.xpath("//nav//li")] == ["首页", "政务公开", "计划总结"]


def test_figures_are_machine_readable() -> None:
    figure = one(tree(), "//data[@id='roads-invested']")
    assert dict(figure.attrib) == {
        "value": "38000000",
        "data-fact": "roads.invested",
        "data-unit": "元",
        "id": "roads-invested",
        "class": "short",
    }
    assert figure.text_content() == "3800万元"


@pytest.mark.parametrize(("draft", "shown"), [(True, "〔空白〕"), (False, "")])
def test_blank_figure_is_marked_in_a_draft_only(draft: bool, shown: str) -> None:
    figure = one(tree(draft=draft), "//data[@id='roads-blank']")
    assert figure.get("value") == ""
    assert figure.text_content() == shown


def test_headings_by_level_and_run_in_heading() -> None:
    page = tree()
    assert [heading.text_content() for heading in page.xpath("//h2")] == ["一、修路", "路段名单"]
    assert [heading.text_content() for heading in page.xpath("//h3")] == ["一、北片"]
    lead = one(page, "//strong[contains(@class, 'lead')]")
    assert lead.text_content() == "（一）拓宽乡道。"
    assert lead.getparent().text_content() == "（一）拓宽乡道。全年投入3800万元。"


def test_table_is_captioned_scoped_and_lined_up_at_the_point() -> None:
    table = one(tree(), "//table")
    assert one(table, "./caption").text_content() == "里程表"
    assert [head.text_content() for head in table.xpath(".//th[@scope='col']")] == ["路名", "里程（公里）", "状态"]
    assert [head.text_content() for head in table.xpath(".//th[@scope='row']")] == ["甲线", "乙线", "合计"]
    assert [cell.get("class") for cell in table.xpath(".//td[1]")] == [
        "decimal short",
        "decimal miss2 nopoint short",
        "decimal miss1 short",
    ]
    assert len(table.xpath(".//tr[@class='total']")) == 1


def test_short_cells_stay_on_one_line_unless_the_table_is_too_wide() -> None:
    def shorts(columns: int) -> int:
        table = Table("", tuple(Column(f"第{n}项") for n in range(columns)), (tuple((Text("六个汉字左右"),) for _ in range(columns)),))
        return len(tree(Document("r", ("标题",), (table,))).xpath("//table//*[contains(@class, 'short')]"))

    assert shorts(3) == 6
    assert shorts(9) == 9
    assert shorts(12) == 0


def test_metadata_signature_and_source_are_shown() -> None:
    page = tree(replace(DOCUMENT, form="issued"))
    fields = [(row.find("dt").text, row.find("dd").text) for row in page.xpath("//dl/div")]
    assert fields == [("索引号", "SL001/2024-00001"), ("公开方式", "主动公开")]
    assert [time.get("datetime") for time in page.xpath("//time")] == ["2024-01-15", "2024-01-11"]
    text = page.text_content()
    for part in (
        "发布日期：2024-01-15",
        "信息来源：示例县交通局",
        "附件：路段名单",
        "（此件公开）",
        "抄送：甲局。",
        "示例县人民政府：",
        "示交〔2024〕2号",
    ):
        assert part in text


def test_the_plain_form_shows_its_signature_and_no_letterhead_addressee_note_or_imprint() -> None:
    text = tree().text_content()
    assert "示例县交通局\n2024年1月11日" in text
    assert [part for part in ("（此件公开）", "抄送", "示例县人民政府", "示交〔2024〕2号", "印发") if part in text] == []


def test_a_unit_that_a_whole_column_shares_moves_to_its_head() -> None:
    texts = ("3800万元", "约41.5万元", "7万元")
    rows = tuple(((Name(f"{n}号线"),), (FigureRef(f"f{n}", text, "1", "元", f"f{n}"),)) for n, text in enumerate(texts))
    column = Column("投资", align="right")
    page = tree(Document("r", ("标题",), (Table("", (Column("路名"), column), rows),)))
    assert [cell.text_content() for cell in page.xpath("//thead//th")] == ["路名", "投资（万元）"]
    assert [cell.text_content() for cell in page.xpath("//td")] == ["3800", "约41.5", "7"]
    assert [data.get("value") for data in page.xpath("//td/data")] == ["1"] * 3
    other = (*rows, ((Name("合计"),), (FigureRef("s", "1.2亿元", "1", "元", "s"),)))
    page = tree(Document("r", ("标题",), (Table("", (Column("路名"), column), other),)))
    assert [cell.text_content() for cell in page.xpath("//thead//th")] == ["路名", "投资"]
    assert page.xpath("//td")[0].text_content() == "3800万元"


def test_draft_says_so_and_is_kept_from_search_engines() -> None:
    assert one(tree(draft=True), "//p[@class='draft']").text_content().startswith("草稿")
    assert "noindex" in source(draft=True)
    assert "草稿" not in source()
    assert "noindex" not in source()


def test_everything_written_is_escaped() -> None:
    evil = '<script>alert("1")</script>&amp;'
    written = Document(
        "r",
        (evil,),
        (
            Heading(1, evil, (Text(evil),)),
            Paragraph((Name(evil), FigureRef(evil, evil, evil, evil, evil)), lead=(Text(evil),), level=1, number=evil),
            Table(evil, (Column(evil, evil),), (((Text(evil),),),)),
        ),
        Metadata(evil, evil, evil, evil, ((evil, evil),), (evil,)),
        letterhead=Letterhead((evil,), evil, evil, evil, evil, (evil,)),
        addressee=evil,
        signature=Signature((evil,), evil),
        note=evil,
        attachments=(Attachment(evil, ()),),
        imprint_block=ImprintBlock((evil,), evil, evil),
    )
    page = tree(written, draft=True)
    assert page.xpath("//script") == []
    assert page.xpath("//data")[0].get("data-fact") == evil
    assert one(page, "//h2[@class='level1']").text_content() == evil * 2


def test_nothing_is_loaded_or_run() -> None:
    page = tree(draft=True)
    assert page.xpath("//script | //link | //img | //iframe | //@src | //@onload | //@style") == []
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert "url(" not in source()
    assert "http" not in re.sub(r"http-equiv", "", source())


def test_policy_allows_exactly_the_style_sheet_of_the_page() -> None:
    page = source()
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = one(tree(), "//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert f"style-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")


def test_ids_are_unique() -> None:
    ids = tree(draft=True).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_empty_parts_leave_no_empty_elements() -> None:
    page = tree(Document("r", ("标题",), ()))
    assert page.xpath("//nav | //dl | //footer | //section | //*[@class='signature'] | //*[@class='published']") == []


def test_colours_have_enough_contrast() -> None:
    style = html.write(DOCUMENT, Job(Resources())).data.decode()
    pairs = re.findall(r"\{[^{}]*?background: (#\w+);[^{}]*?color: (#\w+)", style)
    plain = re.findall(r"[^-]color: (#\w+)", style)
    assert pairs
    assert plain
    for behind, before in [
        *pairs,
        *((white, colour) for colour in plain for white in ("#fff", "#f5f6f8") if colour not in {b for _a, b in pairs}),
    ]:
        assert _contrast(behind, before) >= 4.5, (behind, before)


def _contrast(first: str, second: str) -> float:
    light, dark = sorted(map(_luminance, (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


POLICY = '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">'


def test_the_report_own_template_wins_and_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text(POLICY + "{{ document.title_text }}|{{ body }}|{% include 'foot.j2' %}", encoding="utf-8")
    (tmp_path / "foot.j2").write_text("<&>", encoding="utf-8")
    resources = Resources(tmp_path)
    document = replace(DOCUMENT, title=("a<b",), body=(Paragraph((Text("c"),)),))
    assert html.write(document, Job(resources)).data.decode().endswith(">a&lt;b|<p>c</p>|<&>")
    assert set(resources.read) == {"page.html.j2", "page.css.j2", "article.css.j2", "foot.j2"}


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("好\n{% if %}\n", 2),
        ("好\n\n{{ document.nothing.more }}", 3),
        ("{{ 1 // 0 }}", 1),
        ("{{ unknown }}", 1),
        ("{% include 'absent.j2' %}", 0),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, written: str, line: int) -> None:
    (tmp_path / "page.html.j2").write_text(written, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        source(own=tmp_path)
    if line:
        assert caught.value.where
        assert (caught.value.where.path, caught.value.where.line) == ("page.html.j2", line)


def test_templates_cannot_reach_python(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text("{{ document.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(TemplateError):
        source(own=tmp_path)


def test_same_bytes_on_every_run() -> None:
    assert source() == source()


@pytest.mark.browser
def test_no_sideways_scrolling_on_a_phone(tmp_path: Path) -> None:
    program = chromium()
    probe = (
        "<script>addEventListener('load', () => { document.title = document.documentElement.scrollWidth + ' of ' + innerWidth })</script>"
    )
    page = re.sub(r"<meta http-equiv[^>]*>", "", source(draft=True)).replace("</body>", probe + "</body>")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    options += ["--disable-sync", f"--user-data-dir={tmp_path / 'profile'}", "--window-size=360,800", "--virtual-time-budget=2000"]
    address = (tmp_path / "page.html").as_uri()
    done = subprocess.run([program, *options, "--dump-dom", address], capture_output=True, timeout=60, check=True)
    found = re.search(rb"<title>(\d+) of (\d+)</title>", done.stdout)
    assert found
    assert int(found[1]) <= int(found[2]) <= 500
