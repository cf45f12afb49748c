"""The DOCX writer: what LibreOffice makes of its files."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Inline,
    Letterhead,
    Metadata,
    Paragraph,
    Signature,
    Table,
    Text,
    figures_of,
)
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write
from tests.programs import converted

FINAL = Job(Resources(), draft=False)


def row(*items: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(item) if isinstance(item, str) else item for item in items)


def figure(text: str, anchor: str, fact: str = "canteens.open.count") -> FigureRef:
    return FigureRef(fact, text, "1", "", anchor)


SENTENCE = "示例县围绕“一老一小”等重点群体——特别是独居老人……逐村走访，把饭送到桌边。"
REPORT = Document(
    "demo",
    ("示例县民政局2023年工作总结", "和2024年工作思路"),
    (
        Paragraph(row(SENTENCE, "全年投入", figure("3800万元", "fig_1"), "。")),
        Heading(1, "一、", row("主要做法")),
        Paragraph(row("价格由村民商定。", *(SENTENCE,) * 12), lead=row("建成食堂", figure("60家", "fig_2")), level=2, number="（一）"),
        Paragraph(row("资金未公布，为", figure("", "fig_blank"), "。")),
        Table("食堂建设情况", (Column("乡镇"), Column("投资", "万元", "decimal")), ((row("东坪乡"), row(figure("12.50", "cell_1"))),)),
    ),
    Metadata(publisher="示例县民政局", date="2024-01-11"),
    letterhead=Letterhead(("示例县民政局",), "000012", "机密★3年", "特急", "示民〔2024〕5号"),
    addressee="示例县人民政府",
    signature=Signature(("示例县民政局",), "2024年1月11日", stamped=True),
    note="此件公开发布",
    attachments=(Attachment("食堂名单", (Paragraph(row("名单见乡镇公示。", figure("7家", "fig_3"))),)),),
    imprint_block=ImprintBlock(("县委办公室", "县政协办公室"), "示例县民政局办公室", "2024年1月11日"),
    form="issued",
)
MARKS = Document("marks", (), tuple(Paragraph(row("甲" * shift + SENTENCE * 12)) for shift in range(14)), Metadata())
GRID = Document("grid", (), (Paragraph(row("示例县村级食堂照常开门" * 160)),), Metadata())


def opened(document: Document, job: Job = FINAL) -> Any:
    return docx.Document(io.BytesIO(write(document, job).data))


def shown(paragraph: Any) -> str:
    """Return a paragraph's text with that inside content controls, which python-docx leaves out."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(e.tag, e.text or "") for r in paragraph.iter(qn("w:r")) for e in r if e.tag in (*marks, qn("w:t")))


def paragraphs(word: Any) -> list[tuple[str, str]]:
    """Return style id and text of every paragraph, tables included, in order."""
    return [(p.style, shown(p)) for p in word.element.body.iter(qn("w:p"))]


MM = 25.4 / 72
INK = replace(FINAL, profile="gbt9704-ink")
IMPRINT = REPORT.imprint_block
LINE = (Paragraph(row("食堂照常开门。")),)


def filled(lines: int) -> Document:
    """A last page with so many lines, the title's two among them, and a 版记."""
    return Document("filled", ("示例县工作总结",), LINE * (lines - 2), imprint_block=IMPRINT, form="issued")


HEADS = tuple(Column(f"第{n}个很长的栏目名称") for n in "一二三四五六七八九")
WIDE = Table("", HEADS, (tuple(row("一段相当长的说明文字") for _ in range(9)),) * 4)
NUMBERS = tuple(Paragraph(row("甲" * shift + "共服务12345.67万人次，占98.6%。" * 9)) for shift in range(14))
DOCUMENTS: dict[str, tuple[Document, Job]] = {
    "report": (REPORT, FINAL),
    "joint": (
        replace(
            REPORT,
            letterhead=Letterhead(("示例县民政局", "示例县卫生健康局"), document_number="示民〔2024〕6号", signatories=("示例甲",)),
            signature=Signature(("示例县民政局",), "2024年1月11日"),
        ),
        FINAL,
    ),
    "grid": (GRID, FINAL),
    "ink-grid": (GRID, INK),
    "marks": (MARKS, FINAL),
    # A heading that would be the 22nd line, and numbers of every length at the ends of lines.
    "heading": (Document("h", (), (*LINE * 21, Heading(1, "一、", row("主要做法")), *LINE)), FINAL),
    "numbers": (Document("n", (), NUMBERS), FINAL),
    "wide": (Document("w", (), (*LINE, WIDE, *LINE)), FINAL),
    **{f"filled-{lines}": (filled(lines), FINAL) for lines in (3, 12, 19, 20, 21, 22)},
    "filled-ink": (filled(12), INK),
    "both-sides": (filled(12), replace(FINAL, both_sides=True)),
}


@dataclass(frozen=True)
class Word:
    """A stretch of text on a page, in mm from its top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the documents as PDF and the first saved again as DOCX by LibreOffice."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    folder = tmp_path_factory.mktemp("office")
    for name, (document, job) in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(write(document, job).data)
    inputs = [folder / f"{name}.docx" for name in DOCUMENTS]
    converted("pdf", folder / "as-pdf", *inputs)
    converted("docx", folder / "as-docx", inputs[0])
    return folder


def pdf_text(path: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, str(path), "-"], check=True, capture_output=True).stdout.decode()


def pages(office: Path, name: str) -> list[list[Word]]:
    """Return the words of every page."""
    found = []
    for page in pdf_text(office / "as-pdf" / f"{name}.pdf", "-bbox").split("<page ")[1:]:
        words = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', page)
        found.append([Word(text, *(float(number) * MM for number in numbers)) for *numbers, text in words])
    return found


def lines(office: Path, name: str) -> list[list[str]]:
    """Return the lines of every page without spaces, the page number last."""
    text = pdf_text(office / "as-pdf" / f"{name}.pdf", "-layout")
    return [[line.replace(" ", "") for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


@dataclass(frozen=True)
class Picture:
    """A page as pixels, 12 to a millimetre."""

    image: Image.Image

    def rows(self, *, red: bool) -> list[tuple[float, float]]:
        """Return for each row of pixels its place in mm and how much of the 版心's width is red, or dark."""
        red_, green, blue = self.image.split()
        ink = green if not red else Image.merge("RGB", (red_, green, blue)).convert("L", (-1, 1, 0, 255))
        left, right = 28 * 12, 184 * 12
        found = []
        for y in range(self.image.height):
            data = ink.crop((left, y, right, y + 1)).tobytes()
            found.append((y / 12, sum(value < 128 for value in data) / len(data)))
        return found

    def rules(self, *, red: bool = False) -> list[tuple[float, float]]:
        """Return top and thickness in mm of each line across the whole 版心."""
        found: list[tuple[float, float]] = []
        before = False
        for at, share in self.rows(red=red):
            if share > 0.99:
                found = [*found[:-1], (found[-1][0], found[-1][1] + 1 / 12)] if before else [*found, (at, 1 / 12)]
            before = share > 0.99
        return found


def picture(office: Path, name: str, page: int) -> Picture:
    stem = office / f"{name}-{page}"
    which = ["-r", "304.8", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", *which, str(office / "as-pdf" / f"{name}.pdf"), str(stem)], check=True, capture_output=True)
    with Image.open(f"{stem}.ppm") as image:
        return Picture(image.convert("RGB"))


@pytest.mark.office
def test_libreoffice_shows_every_sentence(office: Path) -> None:
    seen = re.sub(r"\s", "", pdf_text(office / "as-pdf" / "report.pdf", "-raw"))
    for _, text in paragraphs(opened(REPORT)):
        # A paragraph may break over a page, where the page number stands between.
        assert re.sub(r"\s", "", text) in re.sub(r"—\d+—", "", seen)
    assert "—1—" in seen
    assert "—2—" in seen


@pytest.mark.office
def test_no_mark_is_lost_at_the_end_of_a_line(office: Path) -> None:
    seen = re.sub(r"—\d+—|\s", "", re.sub(r" ", "", pdf_text(office / "as-pdf" / "marks.pdf")))
    assert seen == "".join(text for _, text in paragraphs(opened(MARKS)))


@pytest.mark.office
def test_bookmarks_survive_being_saved_by_libreoffice(office: Path) -> None:
    saved = docx.Document(str(office / "as-docx" / "report.docx")).element.body
    names = [start.get(qn("w:name")) for start in saved.iter(qn("w:bookmarkStart"))]
    assert [ref.anchor for _, ref in figures_of(REPORT) if ref.anchor not in names] == []
    start = next(s for s in saved.iter(qn("w:bookmarkStart")) if s.get(qn("w:name")) == "fig_1")
    paragraph = next(start.iterancestors(qn("w:p")))
    assert shown(paragraph) == SENTENCE + "全年投入3800万元。"


# -- the page -----------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("name", ["grid", "ink-grid"])
def test_a_page_holds_22_lines_of_28_characters(office: Path, name: str) -> None:
    found = lines(office, name)
    assert found[1][-1] == "—2—"
    assert [len(line) for line in found[1][:-1]] == [28] * 22
    words = [word for word in pages(office, name)[1] if "—" not in word.text and word.text != "2"]
    assert min(word.left for word in words) == pytest.approx(28, abs=1)
    assert max(word.right for word in words) == pytest.approx(184, abs=1)
    sizes = re.search(r"Page size:\s+(\S+) x (\S+) pts \(A4\)", _info(office, name))
    assert sizes is not None


def _info(office: Path, name: str, *options: str) -> str:
    return subprocess.run(["pdfinfo", *options, str(office / "as-pdf" / f"{name}.pdf")], check=True, capture_output=True).stdout.decode()


@pytest.mark.office
@pytest.mark.parametrize("name", ["grid", "ink-grid"])
def test_the_page_number_stands_7_mm_below_the_text_and_one_character_in(office: Path, name: str) -> None:
    for words, side in zip(pages(office, name)[:2], ("right", "left"), strict=True):
        dashes = [word for word in words if "—" in word.text]
        assert dashes[0].middle == pytest.approx(269, abs=1.5)
        inset = dashes[0].left - 28 if side == "left" else 184 - dashes[-1].right
        assert inset == pytest.approx(14 * MM, abs=0.3)
    # By its ink: nothing else stands so low in the margin.
    dash = [at for at, share in picture(office, name, 1).rows(red=False) if share > 0.02 and 265 < at < 275]
    assert (dash[0] + dash[-1]) / 2 == pytest.approx(269, abs=1)


@pytest.mark.office
def test_a_heading_goes_along_with_its_text(office: Path) -> None:
    first, second = lines(office, "heading")
    assert first[-2:] == ["食堂照常开门。", "—1—"]
    assert second[:2] == ["一、主要做法", "食堂照常开门。"]


@pytest.mark.office
def test_no_number_is_broken_and_no_line_begins_with_a_mark(office: Path) -> None:
    for page in (*lines(office, "numbers"), *lines(office, "marks")):
        for line, after in pairwise(page[:-1]):
            assert not (line[-1] in "0123456789." and after[0] in "0123456789.%"), (line, after)
            assert after[0] not in "，。、；：！？”）%", after


# -- the issued form ----------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("name", ["report", "joint"])
def test_the_issuer_begins_35_mm_below_the_top_and_the_rule_stands_4_mm_below_the_number(office: Path, name: str) -> None:
    page = picture(office, name, 1)
    red = [at for at, share in page.rows(red=True) if share > 0.005]
    assert red[0] == pytest.approx(37 + 35, abs=1)
    ((top, thickness),) = page.rules(red=True)
    assert 1.5 * MM - 0.09 <= thickness <= 2.25 * MM + 0.09
    number = [at for at, share in page.rows(red=False) if share > 0.003 and top - 9 < at < top - 1]
    assert top - number[-1] == pytest.approx(4, abs=0.7)
    title = next(word for word in pages(office, name)[0] if word.text.startswith("示例县民政局") and word.top > top)
    # Two blank lines, and the room that a line has above its characters.
    assert title.top - top == pytest.approx(2 * 28.95 * MM, abs=2.5)


@pytest.mark.office
def test_title_and_number_are_centred(office: Path) -> None:
    words = pages(office, "report")[0]
    rows = {round(word.top): [other for other in words if abs(other.top - word.top) < 2] for word in words}
    for start in ("示例县民政局2023年工作总结", "和2024年工作思路", "示民〔2024〕5号"):
        line = next(found for found in rows.values() if "".join(word.text for word in found) == start)
        assert (min(word.left for word in line) + max(word.right for word in line)) / 2 == pytest.approx(106, abs=0.5)


@pytest.mark.office
def test_a_stamped_name_is_centred_over_its_date_four_characters_in(office: Path) -> None:
    words = [word for page in pages(office, "report") for word in page]
    at = next(n for n, word in enumerate(words) if word.text == "示例县民政局" and words[n + 1].text == "2024")
    name, date = words[at], [word for word in words[at + 1 :] if abs(word.top - words[at + 1].top) < 1]
    assert 184 - date[-1].right == pytest.approx(4 * 15.75 * MM, abs=0.5)
    # LibreOffice's own gaps between 汉字 and digits make the date wider to the left.
    assert (name.left + name.right) / 2 == pytest.approx((date[0].left + date[-1].right) / 2, abs=4)


@pytest.mark.office
def test_an_unstamped_date_begins_two_characters_right_of_the_name(office: Path) -> None:
    words = [word for page in pages(office, "joint") for word in page]
    at = next(n for n, word in enumerate(words) if word.text == "示例县民政局" and words[n + 1].text == "2024")
    assert words[at + 1].left - words[at].left == pytest.approx(2 * 15.75 * MM, abs=0.3)


@pytest.mark.office
@pytest.mark.parametrize(
    ("name", "count"),
    [*((f"filled-{lines}", 1) for lines in (3, 12, 19, 20)), ("filled-21", 2), ("filled-22", 2), ("filled-ink", 1)],
)
def test_the_imprint_ends_on_the_foot_of_the_last_page(office: Path, name: str, count: int) -> None:
    """Where there is room for it, and there is if two lines are free, it takes no page of its own."""
    found = pages(office, name)
    assert len(found) == count
    rules = picture(office, name, count).rules()
    assert len(rules) == 3
    assert rules[-1][0] + rules[-1][1] == pytest.approx(262, abs=0.5)
    for (_top, thickness), wanted in zip(rules, (0.35, 0.25, 0.35), strict=True):
        assert thickness == pytest.approx(wanted, abs=0.1)
    copies, printed = (next(w for w in found[-1] if w.text.startswith(text)) for text in ("抄送", "示例县民政局办公室"))
    assert rules[0][0] < copies.middle < rules[1][0] < printed.middle < rules[2][0]
    assert copies.left - 28 == printed.left - 28 == pytest.approx(14 * MM, abs=0.3)
    assert 184 - max(w.right for w in found[-1] if abs(w.top - printed.top) < 1) == pytest.approx(14 * MM, abs=0.5)
    # No line of the text stands under it.
    text = [word for word in found[-1] if word.text.startswith("食堂")]
    assert all(word.bottom < rules[0][0] + 1.5 for word in text)


@pytest.mark.office
def test_for_both_sides_the_imprint_stands_on_an_even_page_without_a_number(office: Path) -> None:
    first, second = lines(office, "both-sides")
    assert first[-1] == "—1—"
    assert [line[:2] for line in second] == ["抄送", "示例"]


@pytest.mark.office
def test_an_attachment_has_its_label_flush_and_its_title_on_the_third_line(office: Path) -> None:
    page = next(page for page in pages(office, "report") if page and page[0].text == "附件")
    label, title = page[0], next(word for word in page if word.text == "食堂名单")
    assert label.left == pytest.approx(28, abs=0.5)
    assert title.middle - label.middle == pytest.approx(2 * 28.95 * MM, abs=1)
    assert (title.left + title.right) / 2 == pytest.approx(106, abs=0.5)


@pytest.mark.office
def test_a_wide_table_lies_across_and_its_page_is_numbered_where_upright_ones_are(office: Path) -> None:
    found = pages(office, "wide")
    assert len(found) == 3
    assert re.findall(r"Page\s+\d+ size: +(\d+)", _info(office, "wide", "-l", "9")) == ["595", "841", "595"]
    words = found[1]
    cells = [word for word in words if "—" not in word.text and word.text != "2"]
    assert min(word.left for word in cells) >= 35
    assert max(word.right for word in cells) <= 35 + 225
    dashes = [word for word in words if "—" in word.text]
    # Turned to the left, this even page has its number at the top of its left edge, 7 mm outside.
    assert dashes[0].left < 28 + 2
    assert (dashes[0].left + dashes[0].right) / 2 == pytest.approx(35 - 7, abs=1.5)
    assert min(word.top for word in dashes) == pytest.approx(28 + 14 * MM, abs=1)
