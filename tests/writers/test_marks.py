"""Findings in the drafts that are read and not edited: marks and a list in HTML, PDF and plain text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pypdf import PdfReader

from summarizer.document import Attachment, Column, Document, FigureRef, Heading, ImprintBlock, Metadata, Name, Paragraph, Table, Text
from summarizer.findings import Anchor, Finding, Severity
from summarizer.resources import Resources
from summarizer.writers import html, pdf, text
from summarizer.writers.base import Job, Write
from tests.programs import chromium

CONTENT = (
    *(
        Text("新打水井"),
        FigureRef("wells.dug", "12口", "12", "口", "w1"),
        Text("，计划"),
        FigureRef("wells.plan", "15口", "15", "口", "w2"),
    ),
    *(Text("，深"), FigureRef("wells.depth", "", anchor="w3"), Text("米，去年另修3处。")),
)
TABLE = Table("水井表", (Column("村"), Column("口数", "口", "decimal")), (((Name("甲村"),), (FigureRef("a", "7", anchor="c1"),)),))
DOCUMENT = Document(
    "r",
    ("示例县2023年打井总结",),
    (Heading(1, "一、", (Text("水井"),)), Paragraph(CONTENT, lead=(Text("打井"),), level=2, number="（一）"), TABLE),
    Metadata(publisher="示例县水利局", date="2024-01-11"),
    attachments=(Attachment("清单", (Paragraph((Text("另有"), FigureRef("c", "2座", anchor="p1"), Text("。"))),)),),
)
EVIL = '<script>alert("1")</script>&amp;\x0b\ud800'


def finding(*anchors: Anchor, code: str = "RATE002", severity: Severity = Severity.ERROR, message: str = "数不对", **rest: str) -> Finding:
    return Finding(code, "impossible-rate", "rate", severity, message, anchors=anchors, **rest)  # type: ignore[arg-type]


ALL = (
    finding(code="META001", severity=Severity.WARNING),
    finding(Anchor(0), code="HEAD001", severity=Severity.INFO),
    finding(Anchor(1, ("w1", "w2")), working="12 ÷ 15 = 80%\n不是 90%", hint="查工程台账"),
    finding(Anchor(1, ("w2",)), code="SUM001", severity=Severity.WARNING, acknowledged="原文如此"),
    finding(Anchor(1, ("w3",)), code="BLANK001"),
    finding(Anchor(1, (), 24, 28), code="UNTRACED001", severity=Severity.INFO),
    finding(Anchor(2, ("c1",)), code="CELL001", severity=Severity.WARNING),
    finding(Anchor(3, ("p1",)), code="REPEAT001", acknowledged="原文如此"),
)


def job(*findings: Finding, draft: bool = True) -> Job:
    return Job(Resources(), findings=findings, draft=draft)


def page(*findings: Finding, document: Document = DOCUMENT) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html.write(document, job(*findings)).data.decode())


@pytest.mark.parametrize("write", [html.write, pdf.write, text.write])
def test_a_final_file_carries_no_finding(write: Write) -> None:
    final = write(DOCUMENT, job(draft=False)).data
    assert write(DOCUMENT, job(*ALL, draft=False)).data == final
    assert write(DOCUMENT, job(*ALL)).data == write(DOCUMENT, job(*ALL)).data != write(DOCUMENT, job()).data
    if write is not pdf.write:
        assert "校核意见" not in final.decode()


# -- HTML ---------------------------------------------------------------------------------------


def test_what_findings_stand_on_is_in_a_mark_of_its_kind() -> None:
    marks = [(mark.get("class"), mark.text_content()) for mark in page(*ALL).xpath("//mark")]
    assert marks == [
        ("info", "一、水井"),
        ("error", "12口"),
        ("error", "15口"),
        ("error", "〔空白〕"),
        ("info", "另修3处"),
        ("warning", "7"),
        ("acknowledged", "2座"),
    ]


def test_numbers_link_to_the_list_and_back() -> None:
    found = page(*ALL)
    links = [(link.getparent().getprevious(), link) for link in found.xpath("//sup[@class='ref']/a")]
    numbers = [(before.text_content() if before is not None else None, link.text_content()) for before, link in links]
    assert numbers == [
        *((None, "[1]"), ("一、水井", "[2]"), ("12口", "[3]"), ("15口", "[3]"), ("15口", "[4]"), ("〔空白〕", "[5]")),
        *(("另修3处", "[6]"), ("7", "[7]"), ("2座", "[8]")),
    ]
    assert "[1]" in found.xpath("//h1")[0].text_content()
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.xpath("//@href")} <= set(ids)
    for number, item in enumerate(found.xpath("//section[@class='review']//li"), 1):
        assert item.get("id") == f"finding-{number}"
        assert item.xpath(".//a/@href") == [f"#mark-{number}"]


def test_figures_stay_machine_readable_under_a_mark() -> None:
    for figure in page(*ALL, finding(Anchor(1, (), 9, 11), code="PART001")).xpath("//data"):
        if figure.get("value"):
            assert figure.text_content().startswith(figure.get("value"))
            assert not figure.xpath(".//sup")


def test_a_part_of_a_figure_is_marked_inside_it() -> None:
    found = page(finding(Anchor(1, (), 7, 11)))
    assert [mark.text_content() for mark in found.xpath("//mark[@class='error']")] == ["水井", "12"]
    (figure,) = found.xpath("//data[@id='w1']")
    assert [one.text_content() for one in figure.getnext().xpath("./a")] == ["[1]"]


def test_the_list_says_everything() -> None:
    items = [re.sub(r"\s+", " ", item.text_content()).strip() for item in page(*ALL).xpath("//section[@class='review']//li")]
    assert len(items) == len(ALL)
    assert items[0] == "[1] 请核对 数不对 代码META001 impossible-rate 回到正文"
    assert items[2] == "[3] 必须改 12口、15口 数不对 演算12 ÷ 15 = 80% 不是 90% 建议查工程台账 代码RATE002 impossible-rate 回到正文"
    assert items[3] == "[4] 已确认（请核对） 15口 数不对 确认理由原文如此 代码SUM001 impossible-rate 回到正文"


def test_messages_stay_text() -> None:
    evil = finding(Anchor(1, ("w1",)), code=EVIL, message=EVIL, working=EVIL, hint=EVIL, acknowledged=EVIL)
    found = page(evil, replace(evil, anchors=(), quote=EVIL, acknowledged=""))
    assert found.xpath("//script | //@onload | //@src | //@style") == []
    assert found.xpath("//p[@class='message']")[0].text_content() == '<script>alert("1")</script>&amp;'
    listed = text.write(DOCUMENT, job(evil)).data.decode()
    assert '<script>alert("1")</script>&amp;' in listed
    assert pdf.write(DOCUMENT, job(evil)).unrendered == ()


def test_colours_of_the_marks_have_enough_contrast() -> None:
    style = html.write(DOCUMENT, job(*ALL)).data.decode()
    kinds = re.findall(r"mark\.(\w+) \{ background: (#\w+); color: (#\w+); border-bottom: ([^}]+?); \}", style)
    assert {kind for kind, *_rest in kinds} == {"error", "warning", "info", "acknowledged"}
    assert all(_contrast(behind, before) >= 4.5 for _kind, behind, before, _line in kinds)
    assert len({line.split()[1] for *_rest, line in kinds}) == 4
    assert all(_contrast("#ffffff", colour) >= 4.5 for colour in re.findall(r"\.verdict \{ color: (#\w+)", style))


def _contrast(first: str, second: str) -> float:
    light, dark = sorted(map(_luminance, (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.browser
def test_the_list_does_not_scroll_sideways_on_a_phone(tmp_path: Path) -> None:
    program = chromium()
    long = finding(Anchor(1, ("w1",)), message="a" * 300, working="9" * 200, hint="indicators." * 30)
    widest = "Math.ceil(Math.max(...[...document.querySelectorAll('.review, .review *')].map(one => one.getBoundingClientRect().right)))"
    probe = f"<script>addEventListener('load', () => {{ document.title = {widest} + ' wide' }})</script>"
    source = html.write(DOCUMENT, job(*ALL, long)).data.decode()
    # Headless Chromium has no window narrower than 500 pixels; a narrower body stands in for it.
    narrow = (
        re.sub(r"<meta http-equiv[^>]*>", "", source).replace("<body>", '<body style="width: 360px">').replace("</body>", probe + "</body>")
    )
    (tmp_path / "page.html").write_text(narrow, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}", "--window-size=360,800"]
    command = [program, *options, "--virtual-time-budget=2000", "--dump-dom", (tmp_path / "page.html").as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    found = re.search(rb"<title>(\d+) wide</title>", done.stdout)
    assert found
    assert 300 < int(found[1]) <= 360


# -- PDF ----------------------------------------------------------------------------------------

LONG = "山坡上的水井到了秋天修好，村里的人清早就去挑水；傍晚再把“头桶水”送到路口——等车来收……"


def long_document() -> Document:
    def paragraph(number: int) -> Paragraph:
        content = (
            *(Text(LONG + "共打井"), FigureRef("a", f"{number}12口", "1", "口", f"a{number}"), Text("，")),
            *(FigureRef("b", "95.25%", anchor=f"b{number}"), Text("完工，" + LONG)),
        )
        return Paragraph(content, lead=(Text("打井"),), level=2, number="（一）")

    imprint = ImprintBlock(("甲局", "乙局"), "示例县水利局办公室", "2024年1月11日")
    return replace(DOCUMENT, body=tuple(map(paragraph, range(10, 30))), attachments=(), imprint_block=imprint, form="issued")


def several() -> list[Finding]:
    kinds = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    figures = [finding(Anchor(n, (f"a{n + 10}", f"b{n + 10}")), code=f"A{n}", severity=kinds[n % 3]) for n in range(20)]
    words = [finding(Anchor(n, (), 8, 30), code=f"B{n}", severity=kinds[n % 3]) for n in range(0, 20, 2)]
    return [*figures, *words, finding(code="META001")]


def lines(data: bytes, folder: Path, pages: int) -> list[tuple[str, ...]]:
    """Return bottom, left edge and text of the lines on the first pages; the small numbers left out."""
    (folder / "draft.pdf").write_bytes(data)
    command = ["pdftotext", "-bbox", "-l", str(pages), str(folder / "draft.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    found: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for number, sheet in enumerate(done.split("<page ")[1:]):
        for left, top, _right, bottom, words in re.findall(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', sheet
        ):
            if float(bottom) - float(top) > 10 and words != "草稿":
                found.setdefault((number, round(float(bottom) / 6)), []).append((float(left), words))
    return [(str(key), *(words for _left, words in sorted(row))) for key, row in sorted(found.items())]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler")
def test_marks_move_no_line_of_the_document(tmp_path: Path) -> None:
    document = long_document()
    final = pdf.write(document, job(draft=False)).data
    pages = len(PdfReader(io.BytesIO(final)).pages)
    assert pages > 3
    draft = pdf.write(document, job(*several())).data

    def flat(data: bytes) -> list[tuple[str, str]]:
        return [(row[0], re.sub(r"\[\d+\]", "", "".join(row[1:]))) for row in lines(data, tmp_path, pages)]

    assert flat(draft) == flat(final)
    assert len(PdfReader(io.BytesIO(draft)).pages) > pages


def test_the_numbers_stand_in_the_text_and_the_list_on_pages_of_its_own() -> None:
    reader = PdfReader(io.BytesIO(pdf.write(DOCUMENT, job(*ALL)).data))
    final = PdfReader(io.BytesIO(pdf.write(DOCUMENT, job(draft=False)).data))
    body = "".join(one.extract_text() for one in reader.pages[: len(final.pages)])
    listed = "\n".join(one.extract_text() for one in reader.pages[len(final.pages) :])
    assert sorted(re.findall(r"\[\d\]", body)) == [f"[{n}]" for n in (1, 2, 3, 3, 4, 5, 6, 7, 8)]
    assert "校核意见" in listed
    assert "校核意见" not in body
    for words in (
        "必须改",
        "请核对",
        "提示",
        "已确认（请核对）",
        "12口、15口",
        "不是 90%",
        "查工程台账",
        "原文如此",
        "RATE002",
        "〔空白〕",
    ):
        assert words in listed
    assert not re.search(r"— ?\d+ ?—", listed)


def test_the_numbers_are_links(tmp_path: Path) -> None:
    reader = PdfReader(io.BytesIO(pdf.write(DOCUMENT, job(*ALL)).data))
    links = [one.get_object() for sheet in reader.pages for one in sheet.get("/Annots", [])]
    targets = [str(link.get("/Dest") or link.get("/A", {}).get("/D")) for link in links]
    assert {"finding-3", "mark-3"} <= set(targets)
    assert len(targets) == 9 + len(ALL)


# -- plain text ---------------------------------------------------------------------------------


def test_plain_text_lists_the_findings_below_a_line_of_dashes() -> None:
    draft, clean = (text.write(DOCUMENT, job(*findings)).data.decode() for findings in (ALL, ()))
    body, rule, listed = draft.partition("-" * 40 + "\n")
    assert body == clean + "\n"
    assert rule
    assert listed.startswith("校核意见\n\n1.【请核对】数不对\n　　代码：META001 impossible-rate\n")
    assert "3.【必须改】“12口、15口”：数不对\n　　演算：12 ÷ 15 = 80%\n　　不是 90%\n　　建议：查工程台账\n" in listed
    assert "4.【已确认（请核对）】“15口”：数不对\n　　确认理由：原文如此\n" in listed
