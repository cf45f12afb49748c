"""The DOCX writer: its styles, page set-up and tables."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from summarizer.document import (
    Column,
    Document,
    FigureRef,
    Heading,
    Inline,
    Paragraph,
    Table,
    Text,
)
from summarizer.official import LEVEL_FONTS, Fonts
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write

FINAL = Job(Resources(), draft=False)


def row(*items: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(item) if isinstance(item, str) else item for item in items)


def figure(text: str, anchor: str, fact: str = "canteens.open.count") -> FigureRef:
    return FigureRef(fact, text, "1", "", anchor)


DOCUMENT = Document(
    "demo",
    ("示例县民政局2023年工作总结",),
    (
        Paragraph(row("把饭送到桌边，共投入", figure("3800万元", "fig_1"), "。")),
        Heading(1, "一、", row("主要做法")),
        Table(
            "食堂建设情况",
            (Column("乡镇"), Column("投资", "万元", "decimal"), Column("状态", align="center")),
            (
                (row("东坪乡"), row(figure("12.50", "cell_1")), row("已开业")),
                (row("西坪乡"), row(figure("3", "cell_2")), row()),
                (row("合计"), row(figure("15.50", "cell_3"))),
            ),
            total=True,
        ),
    ),
)


def opened(document: Document, job: Job = FINAL) -> Any:
    return docx.Document(io.BytesIO(write(document, job).data))


def shown(paragraph: Any) -> str:
    """Return a paragraph's text with that inside content controls, which python-docx leaves out."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(e.tag, e.text or "") for r in paragraph.iter(qn("w:r")) for e in r if e.tag in (*marks, qn("w:t")))


def value(element: Any, path: str, name: str = "val") -> str | None:
    for tag in path.split("/"):
        element = element.find(qn(f"w:{tag}")) if element is not None else None
    return None if element is None else element.get(qn(f"w:{name}"))


def style(word: Any, style_id: str) -> Any:
    return next(s for s in word.styles.element.iter(qn("w:style")) if s.get(qn("w:styleId")) == style_id)


# -- styles and page ----------------------------------------------------------------------------


def test_headings_have_their_outline_level_and_body_text_has_none() -> None:
    word = opened(DOCUMENT)
    for level in LEVEL_FONTS:
        heading = style(word, f"Heading{level}")
        assert value(heading, "name") == f"heading {level}"
        assert value(heading, "pPr/outlineLvl") == str(level - 1)
        assert word.styles[f"Heading {level}"].style_id == f"Heading{level}"
    assert value(style(word, "OfficialBody"), "pPr/outlineLvl") is None
    assert value(style(word, "OfficialBody"), "pPr/ind", "firstLine") == "630"


def test_every_style_names_a_face_in_all_slots_and_none_is_bold() -> None:
    word = opened(DOCUMENT)
    fonts = Fonts()
    faces = {"Title": fonts.title, "OfficialBody": fonts.body, "Footer": fonts.song, "AttachmentLabel": fonts.hei, "Issuer": fonts.title}
    for level, name in LEVEL_FONTS.items():
        faces[f"Heading{level}"] = faces[f"Heading{level}Char"] = getattr(fonts, name)
    seen = 0
    for found in word.styles.element.iter(qn("w:style")):
        style_id = found.get(qn("w:styleId"))
        if style_id in ("DefaultParagraphFont", "TableNormal", "NoList"):
            continue
        slots = {name: value(found, "rPr/rFonts", name) for name in ("ascii", "hAnsi", "eastAsia", "cs", "hint")}
        assert all(slots.values()), style_id
        assert slots["eastAsia"] == faces.get(style_id, slots["eastAsia"])
        assert slots["ascii"] == (fonts.song if slots["eastAsia"] == fonts.song else fonts.latin)
        seen += 1
    assert seen > 20
    xml = word.styles.element.xml
    assert "asciiTheme" not in xml
    assert "eastAsiaTheme" not in xml
    assert "<w:b/>" not in xml


def test_every_run_of_text_hints_at_chinese() -> None:
    for run in opened(DOCUMENT).element.body.iter(qn("w:r")):
        assert value(run, "rPr/rFonts", "hint") == "eastAsia"


def test_styles_for_comments_are_there() -> None:
    word = opened(DOCUMENT)
    assert value(style(word, "CommentReference"), "name") == "annotation reference"
    assert value(style(word, "CommentText"), "name") == "annotation text"
    run = next(p for p in word.paragraphs if p.style.style_id == "OfficialBody").runs[0]
    word.add_comment(run, text="请核对", author="")
    word.save(io.BytesIO())


@pytest.mark.parametrize(
    ("profile", "margins", "pitch"), [("gbt9704", (2098, 1984, 1587, 1474), 579), ("gbt9704-ink", (1887, 1921, 1587, 1474), 589)]
)
def test_the_page_is_set_up_as_the_profile_says(profile: str, margins: tuple[int, ...], pitch: int) -> None:
    word = opened(DOCUMENT, replace(FINAL, profile=profile))
    section = word.element.body[-1]
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    assert tuple(int(value(section, "pgMar", side) or 0) for side in ("top", "bottom", "left", "right")) == margins
    assert (value(section, "docGrid", "type"), value(section, "docGrid", "linePitch")) == ("lines", str(pitch))
    assert value(section, "docGrid", "charSpace") is None
    normal = style(word, "Normal")
    assert (value(normal, "pPr/spacing", "line"), value(normal, "pPr/spacing", "lineRule")) == (str(pitch), "exact")
    assert value(normal, "rPr/spacing") == "-5"
    for switch in ("snapToGrid", "autoSpaceDE", "autoSpaceDN", "widowControl"):
        assert value(normal, f"pPr/{switch}") == "0"
    assert value(style(word, "Title"), "rPr/spacing") == "0"


def test_the_page_number_is_a_field_right_on_odd_pages_and_left_on_even_ones() -> None:
    word = opened(DOCUMENT)
    assert word.settings.odd_and_even_pages_header_footer
    section = word.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        assert shown(paragraph) == "— 1 —"
        assert [t.text.strip() for t in paragraph.iter(qn("w:instrText"))] == ["PAGE"]
        assert [t.get(qn("w:fldCharType")) for t in paragraph.iter(qn("w:fldChar"))] == ["begin", "separate", "end"]
        assert value(paragraph, "pPr/jc") == side
        assert value(paragraph, "pPr/ind", side) == "280"


# -- tables -------------------------------------------------------------------------------------


def test_a_table_fills_the_page_and_repeats_its_head() -> None:
    table = opened(DOCUMENT).tables[0]
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert sum(grid) == 11906 - 1587 - 1474
    assert all(width > 0 for width in grid)
    rows = table._tbl.tr_lst
    assert [r.trPr.find(qn("w:tblHeader")) is not None for r in rows] == [True, False, False, False]
    assert all(r.trPr.find(qn("w:cantSplit")) is not None for r in rows)
    assert value(table._tbl, "tblPr/tblCaption") == "食堂建设情况"
    assert value(table._tbl, "tblPr/tblStyle") == "OfficialTable"
    for line in rows:
        assert [int(value(cell, "tcPr/tcW", "w") or 0) for cell in line.tc_lst] == grid


def test_decimal_points_stand_under_each_other() -> None:
    column = [r.tc_lst[1].p_lst[0] for r in opened(DOCUMENT).tables[0]._tbl.tr_lst[1:]]
    assert {value(p, "pPr/jc") for p in column} == {"right"}
    # A point and two digits of 12 pt are missing from the 3 in the second row.
    assert [value(p, "pPr/ind", "right") for p in column] == ["0", "300", "0"]


def test_a_table_with_a_wide_text_leaves_room_for_its_names() -> None:
    wide = Table(
        "",
        (Column("名称"), Column("说明")),
        ((row("东坪乡养老服务中心"), row("已经完成" * 40)), (row("西坪乡养老服务中心"), row(), row("多出的格"))),
    )
    word = opened(replace(DOCUMENT, body=(wide,)))
    grid = [int(column.get(qn("w:w"))) for column in word.tables[0]._tbl.tblGrid]
    assert len(grid) == 3
    assert grid[0] > 9 * 240 + 216
    assert "Caption" not in [p.style for p in word.element.body.iter(qn("w:p"))]
