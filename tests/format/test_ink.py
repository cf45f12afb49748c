"""The PDF as a scanner sees it: distances in millimetres on rendered pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

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
from summarizer.inspect.pdf_glyphs import see
from summarizer.resources import Resources
from summarizer.writers import pdf
from summarizer.writers.base import Job

#: 三号 in millimetres, as 28 of them fill 156 mm.
ONE = 15.79 / 72 * 25.4
TEXT = "山坡上的果树到了秋天结满果子村里的人清早就背着竹筐上山采摘傍晚再把装好的水果送到路口等车来收"

Made = Callable[..., Path]


def article(*blocks: Any, **rest: Any) -> Document:
    return Document("r", ("示例县果业2023年工作总结",), blocks, Metadata(date="2024-01-11"), **rest)


def issued(*blocks: Any, **rest: Any) -> Document:
    parts: dict[str, Any] = {
        "letterhead": Letterhead(("示例县农业农村局",), "000001", "机密★3年", "特急", "示农〔2024〕5号"),
        "addressee": "示例县人民政府",
        "imprint_block": ImprintBlock(("甲局", "乙局"), "示例县农业农村局办公室", "2024年1月11日"),
        "form": "issued",
    }
    return article(*(blocks or (Paragraph((Text("正文。"),)),)), **{**parts, **rest})


def characters(count: int) -> Paragraph:
    """A paragraph that with its indent takes ``count`` full lines."""
    return Paragraph((Text((TEXT * (28 * count // len(TEXT) + 1))[: 28 * count - 2]),))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("ink")

    def make(document: Document, **options: Any) -> Path:
        data = pdf.write(document, Job(Resources(), draft=False, **options)).data
        path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}.pdf"
        path.write_bytes(data)
        return path

    return make


@pytest.mark.parametrize(("profile", "top", "bottom"), [("gbt9704", 39.8, 260), ("gbt9704-ink", 37, 262)])
def test_a_full_page(made: Made, lines: Any, scan: Any, profile: str, top: float, bottom: float) -> None:
    path = made(article(characters(70)), profile=profile)
    for number in (2, 3):
        page = [line for line in lines(path)[number - 1] if line.bottom < 265]
        assert [len(line.text) for line in page] == [28] * 22
        assert all(line.left == pytest.approx(28, abs=0.5) and line.right == pytest.approx(184, abs=0.5) for line in page)
        ink = scan(path, number, bottom=264)
        assert ink.left == pytest.approx(28, abs=1)
        assert ink.right == pytest.approx(184, abs=0.8)
        assert ink.top == pytest.approx(top, abs=1)
        assert ink.bottom == pytest.approx(bottom, abs=2 if profile == "gbt9704-ink" else 1)
        number_ink = scan(path, number, top=265)
        dash = scan(path, number, top=265, **({"right": 28 + ONE + 3} if number == 2 else {"left": 184 - ONE - 3}))
        assert dash.middle == pytest.approx(262 + 7, abs=1)
        assert dash.height < 0.6
        if number % 2:
            assert number_ink.right == pytest.approx(184 - ONE, abs=0.4)
        else:
            assert number_ink.left == pytest.approx(28 + ONE, abs=0.4)


@pytest.mark.parametrize("profile", ["gbt9704", "gbt9704-ink"])
def test_letterhead(made: Made, lines: Any, scan: Any, profile: str) -> None:
    path = made(issued(), profile=profile)
    mark = scan(path, 1, top=60, bottom=104, red=True)
    assert mark.top == pytest.approx(37 + 35, abs=1)
    assert (mark.left + mark.right) / 2 == pytest.approx(106, abs=1)
    rule = scan(path, 1, top=104, bottom=140, red=True)
    assert (rule.left, rule.right) == pytest.approx((28, 184), abs=0.2)
    assert rule.height == pytest.approx(2 / 72 * 25.4, abs=0.15)
    page = {line.text: line for line in lines(path)[0]}
    number, title = page["示农〔2024〕5号"], page["示例县果业2023年工作总结"]
    assert (number.left + number.right) / 2 == pytest.approx(106, abs=0.5)
    # Two blank lines, and between lines there is a gap.
    assert 2 * 10.2 < scan(path, 1, top=mark.bottom + 1, bottom=rule.top - 1).top - mark.bottom < 2.5 * 10.2
    assert rule.top - scan(path, 1, top=mark.bottom + 1, bottom=rule.top - 0.5, left=86, right=96).bottom == pytest.approx(4, abs=0.6)
    heading = scan(path, 1, top=rule.bottom + 1, bottom=title.bottom)
    assert heading.top - rule.bottom == pytest.approx(2 * 10.2 + 1.2, abs=1.2)
    assert (heading.left + heading.right) / 2 == pytest.approx(106, abs=0.5)


def test_marks_stand_at_the_top_left_in_their_order(made: Made, lines: Any) -> None:
    first, second, third, *_rest = lines(made(issued()))[0]
    assert [first.text, second.text, third.text] == ["000001", "机密★3年", "特急"]
    assert [one.left for one in (first, second, third)] == pytest.approx([28] * 3, abs=0.4)
    assert second.top - first.top == pytest.approx(10.2, abs=0.6)
    assert third.top - second.top == pytest.approx(10.2, abs=0.6)


def test_a_joint_issue_upward(made: Made, lines: Any, scan: Any) -> None:
    names = ("示例县农业农村局", "示例县林业局", "示例县商务局")
    head = Letterhead(names, "", "", "", "示农〔2024〕5号", ("甲某某", "乙某", "丙某某"))
    path = made(issued(letterhead=head))
    page = lines(path)[0]
    word = next(line for line in page if "文件" in line.text)
    assert word.text == "示例县林业局文件"  # behind the names, in the middle of their height
    mark = scan(path, 1, top=60, bottom=112, red=True)
    assert mark.top == pytest.approx(72, abs=1)
    first = scan(path, 1, top=mark.top - 1, bottom=mark.top + 7, red=True)
    last = scan(path, 1, top=mark.bottom - 7, bottom=mark.bottom + 1, red=True)
    assert (first.left, first.right) == pytest.approx((last.left, last.right), abs=1.6)  # every name is as wide as the widest
    upper = next(line for line in page if line.text.startswith("签发人：甲某某"))
    lower = next(line for line in page if line.text.startswith("示农〔2024〕5号"))
    assert upper.text == "签发人：甲某某乙某"
    assert lower.text == "示农〔2024〕5号丙某某"  # on the line of the last 签发人
    assert lower.left == pytest.approx(28 + ONE, abs=0.4)
    assert scan(path, 1, left=110, top=upper.top, bottom=upper.bottom).right < 184 - ONE + 0.4
    turned = scan(path, 1, left=110, top=lower.top + 1, bottom=lower.bottom - 2).left
    assert turned == pytest.approx(upper.left + 4 * ONE, abs=1.2)


#: How many lines of text leave the last page nearly empty, half full, full up to the 版记, and too full for it.
FILLED = (1, 4, 5, 6, 8, 9, 17, 26)


@pytest.mark.parametrize("profile", ["gbt9704", "gbt9704-ink"])
def test_the_imprint_ends_the_last_page(made: Made, lines: Any, scan: Any, profile: str) -> None:
    alone = [_imprint(made(issued(characters(filled)), profile=profile), lines, scan) for filled in FILLED]
    assert True in alone
    assert alone.count(False) >= 4


def _imprint(path: Path, lines: Any, scan: Any) -> bool:
    """Check the 版记 and return whether it has the last page to itself."""
    pages = lines(path)
    count = len(pages)
    ink = scan(path, count, top=225, bottom=263)
    assert (ink.left, ink.right) == pytest.approx((28, 184), abs=0.2)
    assert ink.bottom == pytest.approx(262, abs=0.3)
    copies = next(line for line in pages[-1] if line.text == "抄送：甲局，乙局。")
    issue = next(line for line in pages[-1] if line.text == "示例县农业农村局办公室2024年1月11日印发")
    assert [line.text for page in pages[:-1] for line in page if line.text.startswith("抄送")] == []
    four = 14 / 72 * 25.4
    assert (copies.left, issue.left, issue.right) == pytest.approx((28 + four, 28 + four, 184 - four), abs=0.4)
    text = [line for line in pages[-1] if line.bottom < copies.top]
    assert all(line.bottom < copies.top - 3 for line in text)
    numbered = any(line.text == f"—{count}—" for line in pages[-1])
    assert numbered == bool(text)  # a page that holds nothing else bears no number
    # The three rules, where no text stands.
    rules = [scan(path, count, 28.2, top, 31, top + 3) for top in (ink.top - 1, ink.bottom - 11.7, 260.5)]
    assert [rule.height for rule in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.12)
    return not text


def test_on_both_sides_the_imprint_stands_on_an_even_page(made: Made, lines: Any) -> None:
    """A 版记 that would end an odd page goes on to the next; where it had one to itself, a blank page comes before it."""
    seen = set()
    for filled in (1, 7, 14, 28, 31):
        document = issued(characters(filled))
        before, pages = lines(made(document)), lines(made(document, both_sides=True))
        assert len(pages) % 2 == 0
        if len(before) % 2 == 0:
            assert pages == before
            continue
        assert [line.text for line in pages[-1]] == ["抄送：甲局，乙局。", "示例县农业农村局办公室2024年1月11日印发"]
        alone = len(before[-1]) == 2
        seen.add(alone)
        assert len(pages) == len(before) + 1
        assert (pages[-2] == []) == alone
    assert seen == {True, False}


def seals(*names: str, stamped: bool = True) -> Document:
    return issued(signature=Signature(names, "2024年1月11日", stamped), note="此件公开发布", letterhead=None, imprint_block=None)


def test_signatures_under_seals(made: Made, lines: Any) -> None:
    page = {line.text: line for line in lines(made(seals("示例县农业农村局办公室")))[0]}
    name, day, note = page["示例县农业农村局办公室"], page["2024年1月11日"], page["（此件公开发布）"]
    assert day.right == pytest.approx(184 - 4 * ONE, abs=0.4)
    assert name.left + name.right == pytest.approx(day.left + day.right, abs=0.8)
    assert name.top - page["正文。"].top == pytest.approx(3 * 10.2, abs=0.5)
    assert note.left == pytest.approx(28 + 2 * ONE, abs=0.6)
    assert note.top - day.top == pytest.approx(10.2, abs=0.6)


def test_a_joint_issue_under_seals_has_room_for_each(made: Made, lines: Any) -> None:
    page = lines(made(seals("示例县农业农村局", "示例县林业局", "示例县商务局")))[0]
    row = next(line for line in page if line.text == "示例县农业农村局示例县林业局")
    last, day = (next(line for line in page if line.text == text) for text in ("示例县商务局", "2024年1月11日"))
    assert last.left + last.right == pytest.approx(day.left + day.right, abs=0.8)
    assert last.top - row.top > 42
    assert row.right == pytest.approx(last.right, abs=0.6)


def test_a_long_name_under_a_seal_stays_on_the_paper(made: Made, lines: Any) -> None:
    name = "示例县农业农村现代化示范区建设工作领导小组办公室"
    page = {line.text: line for line in lines(made(seals(name)))[0]}
    assert page[name].right <= 184.4
    assert page[name].left + page[name].right == pytest.approx(page["2024年1月11日"].left + page["2024年1月11日"].right, abs=0.8)


def wide_table(caption: str, rows: int = 24) -> Table:
    names = ("规划投资", "年度计划", "完成投资", "完成比例", "果园面积", "产量", "产值", "农户", "合作社", "冷库", "订单")
    columns = (Column("序号", align="center"), Column("乡镇"), *(Column(name, align="right") for name in names))
    cells = tuple(
        (
            (Text(str(n)),),
            (Name(f"第{n}示例乡镇"),),
            *((FigureRef(f"f{n}.{place}", f"{n * 311 + place}.{n}万元", "1", "元"),) for place in range(len(names))),
        )
        for n in range(1, rows + 1)
    )
    return Table(caption, columns, cells, total=True)


def test_a_table_too_wide_even_for_that_has_smaller_text(made: Made) -> None:
    sizes = {}
    for count in (8, 11):
        table = wide_table("各乡镇情况", 2)
        narrow = replace(table, columns=table.columns[: 2 + count], rows=tuple(row[: 2 + count] for row in table.rows))
        page = see(made(article(narrow)).read_bytes(), "x.pdf").pages[1]
        sizes[count] = {round(glyph.size, 1) for glyph in page.glyphs if glyph.angle == 0 and glyph.sign.isdigit()}
    assert sizes == {8: {12.0}, 11: {10.5}}


def test_a_wide_table_stands_on_turned_pages(made: Made, lines: Any, scan: Any) -> None:
    path = made(article(characters(4), wide_table("各乡镇情况"), characters(3)))
    pages = lines(path)
    turned = [number for number, page in enumerate(pages, 1) if max(line.right for line in page) > 210]
    assert turned == list(range(2, 2 + len(turned)))
    assert len(turned) >= 2
    assert pages[len(turned) + 1][0].text == TEXT[:26]  # the text goes on upright, on a page of its own
    for number in turned:
        table = scan(path, number, 33, 0, 297, 210)
        assert (table.left, table.right) == pytest.approx((35, 260), abs=0.5)
        # On the paper held upright: 7 mm below the 版心, odd right and even left, one 字 in.
        ink = scan(path, number, 20, 0, 33, 210)
        assert (ink.left + ink.right) / 2 == pytest.approx(297 - 269, abs=1)
        if number % 2:
            assert ink.bottom == pytest.approx(184 - ONE, abs=0.4)
        else:
            assert ink.top == pytest.approx(28 + ONE, abs=0.4)
    assert sum("各乡镇情况" in line.text for page in pages for line in page) == 1


ONE_LINE = Paragraph((Text("另附说明。"),))
HEADING = Heading(2, "（一）", (Text("分乡镇"),))
IMPRINT = "抄送：甲局，乙局。"


@pytest.mark.parametrize(
    ("blocks", "attached", "upright", "across"),
    [
        ((ONE_LINE, HEADING, wide_table("甲表", 4)), (), [{"另附说明。"}, {IMPRINT}], [{"（一）分乡镇", "甲表"}]),
        ((ONE_LINE,), (wide_table("", 4),), [{"另附说明。"}, {IMPRINT}], [{"附件", "分表"}]),
        ((ONE_LINE,), (HEADING, wide_table("", 4), ONE_LINE), [{"另附说明。"}, {"另附说明。", IMPRINT}], [{"附件", "（一）分乡镇"}]),
        ((ONE_LINE,), (ONE_LINE, wide_table("甲表", 4)), [{"另附说明。"}, {"附件", "另附说明。"}, {IMPRINT}], [{"甲表"}]),
    ],
)
def test_what_stands_with_a_wide_table(made: Made, lines: Any, blocks: Any, attached: Any, upright: Any, across: Any) -> None:
    """The headings before it, and nothing else; never the 版记, which would leave the paper with its foot."""
    path = made(issued(*blocks, attachments=(Attachment("分表", attached),) if attached else ()))
    sizes = [page.mediabox.width > page.mediabox.height for page in PdfReader(path).pages]
    texts = [{line.text for line in page} for page in lines(path)]
    for turned, wanted in ((False, upright), (True, across)):
        found = [text for text, lies in zip(texts, sizes, strict=True) if lies == turned]
        assert len(found) == len(wanted)
        assert all(some <= {word.removeprefix("—") for word in text} for some, text in zip(wanted, found, strict=True))


def test_an_attachment_with_a_wide_table_is_turned_with_its_label(made: Made, lines: Any) -> None:
    document = issued(attachments=(Attachment("各乡镇情况", (wide_table(""),)),))
    pages = lines(made(document))
    assert {"各乡镇情况", "附件"} <= {line.text.removeprefix("—") for line in pages[1]}
    assert max(line.right for line in pages[1]) > 210
    assert [line.text for line in pages[-1]] == ["抄送：甲局，乙局。", "示例县农业农村局办公室2024年1月11日印发"]
