"""The DOCX writer: the issued form, attachments, landscape tables; what stands in the file, before any engine lays it out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Inline,
    Letterhead,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write

FINAL = Job(Resources(), draft=False)
ONE, PITCH, WIDTH = 315, 579, 8845


def row(*items: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(item) if isinstance(item, str) else item for item in items)


def money(number: int, text: str) -> tuple[Inline, ...]:
    return (FigureRef("roads.money", text, "1", "元", f"m{number}"),)


ISSUED = Document(
    "demo",
    ("示例县林业局关于2023年工作总结的报告",),
    (Paragraph(row("林区道路已经修通。")),),
    letterhead=Letterhead(("示例县林业局",), "000012", "机密★3年", "特急", "示林〔2024〕5号"),
    addressee="示例县人民政府",
    signature=Signature(("示例县林业局",), "2024年1月11日"),
    note="此件公开发布",
    imprint_block=ImprintBlock(("县委办公室", "县政协办公室"), "示例县林业局办公室", "2024年1月11日"),
    form="issued",
)
JOINT = replace(
    ISSUED,
    letterhead=Letterhead(("示例县林业局", "示例县自然资源和规划局"), document_number="示林〔2024〕6号"),
    signature=Signature(("示例县林业局", "示例县水务局", "示例县财政局"), "2024年1月11日", stamped=True),
)
UPWARD = replace(ISSUED, letterhead=replace(ISSUED.letterhead, signatories=("示例甲", "示例乙", "示例丙")), imprint_block=None)
NARROW = Table(
    "道路表",
    (Column("乡镇"), Column("投资", align="right"), Column("完成率", align="right")),
    ((row("东坪乡"), money(1, "12.5万元"), money(2, "95%")), (row("西坪乡"), money(3, "约300万元"), money(4, "85%以上"))),
)
WIDE = Table(
    "",
    tuple(Column(f"第{name}个很长的栏目名称") for name in "一二三四五六七八九"),
    (tuple(row("一段相当长的说明文字") for _ in range(9)),) * 2,
)
TABLES = replace(
    ISSUED,
    form="plain",
    body=(
        Paragraph(row("前文。")),
        Heading(1, "一、", row("道路")),
        WIDE,
        Paragraph(row("后文。")),
        NARROW,
    ),
    attachments=(Attachment("道路一览表", (WIDE,)), Attachment("名单", (Paragraph(row("略。")),))),
)
ALL = {
    "issued": ISSUED,
    "joint": JOINT,
    "upward": UPWARD,
    "tables": TABLES,
    "issued-tables": replace(TABLES, form="issued"),
    "ends-across": replace(TABLES, form="issued", attachments=TABLES.attachments[:1]),
    "ends-across-plain": replace(TABLES, attachments=TABLES.attachments[:1]),
    "nothing": replace(ISSUED, title=(), body=(), letterhead=Letterhead(()), signature=Signature((), ""), imprint_block=ImprintBlock()),
}


def opened(document: Document, job: Job = FINAL) -> Any:
    return docx.Document(io.BytesIO(write(document, job).data))


def value(element: Any, path: str, name: str = "val") -> str | None:
    for tag in path.split("/"):
        element = element.find(qn(f"w:{tag}")) if element is not None else None
    return None if element is None else element.get(qn(f"w:{name}"))


def shown(element: Any) -> str:
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(e.tag, e.text or "") for r in element.iter(qn("w:r")) for e in r if e.tag in (*marks, qn("w:t")))


def styled(word: Any, name: str) -> list[Any]:
    return [p for p in word.element.body.iter(qn("w:p")) if p.style == name]


def style(word: Any, style_id: str) -> Any:
    return next(s for s in word.styles.element.iter(qn("w:style")) if s.get(qn("w:styleId")) == style_id)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("profile", ["gbt9704", "gbt9704-ink"])
def test_word_would_find_no_schema_error(name: str, profile: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    for both in (False, True):
        path.write_bytes(write(ALL[name], replace(FINAL, profile=profile, draft=both, both_sides=both)).data)
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
        assert [str(error) for error in result.errors] == []


# -- 版头 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("letterhead", [ISSUED.letterhead, Letterhead(("示例县林业局",)), Letterhead(("示例县林业局",), urgency="加急")])
def test_the_issuer_begins_35_mm_below_the_type_area_and_fits(letterhead: Letterhead) -> None:
    word = opened(replace(ISSUED, letterhead=letterhead))
    marks = len(styled(word, "CopyNumber")) + len(styled(word, "Secrecy"))
    issuer = style(word, "Issuer")
    assert int(value(issuer, "pPr/spacing", "before") or 0) + marks * PITCH == 1984
    assert value(issuer, "rPr/color") == "FF0000"
    assert [shown(p) for p in styled(word, "Issuer")] == ["示例县林业局文件"]
    points = int(value(issuer, "rPr/sz") or 0) / 2
    assert 40 < points <= 442.2 / 8


def test_a_long_issuer_still_fits_the_line() -> None:
    name = "示例省示例市示例县养老服务体系建设领导小组办公室"
    word = opened(replace(ISSUED, letterhead=Letterhead((name,))))
    assert int(value(style(word, "Issuer"), "rPr/sz") or 0) / 2 * len(name + "文件") <= 442.2


def test_secrecy_stands_in_the_second_line_also_without_a_copy_number() -> None:
    word = opened(replace(ISSUED, letterhead=Letterhead(("示例县林业局",), secrecy="秘密★1年")))
    paragraphs = list(word.element.body.iter(qn("w:p")))
    assert [(p.style, shown(p)) for p in paragraphs[:2]] == [("CopyNumber", ""), ("Secrecy", "秘密★1年")]


def test_a_joint_issue_has_its_names_equally_wide_and_the_word_beside_all_of_them() -> None:
    table = opened(JOINT).tables[0]._tbl
    cells = [[shown(cell) for cell in line.tc_lst] for line in table.tr_lst]
    assert cells == [["示例县林业局", "文件"], ["示例县自然资源和规划局", ""]]
    assert [value(line.tc_lst[0].p_lst[0], "pPr/jc") for line in table.tr_lst] == ["distribute"] * 2
    assert [value(line.tc_lst[1], "tcPr/vMerge") for line in table.tr_lst] == ["restart", None]
    assert sum(int(column.get(qn("w:w"))) for column in table.tblGrid) <= WIDTH


def test_a_joint_issue_of_many_leaves_room_for_the_text() -> None:
    names = tuple(f"示例县第{n}局" for n in "一二三四五六七八")
    table = opened(replace(ISSUED, letterhead=Letterhead(names))).tables[0]._tbl
    assert sum(int(value(line, "trPr/trHeight") or 0) for line in table.tr_lst) <= 7 * PITCH


def test_the_red_rule_and_the_blank_lines_around_it() -> None:
    number = style(opened(ISSUED), "DocumentNumber")
    border = "pPr/pBdr/bottom"
    assert value(number, border, "color") == "FF0000"
    assert 1.5 <= int(value(number, border, "sz") or 0) / 8 <= 2.25
    # From the foot of the characters: four fifths of the line, a descent, and what the rule keeps from the line.
    below = 0.2 * PITCH / 20 - 0.12 * 16 + int(value(number, border, "space") or 0)
    assert below * 25.4 / 72 == pytest.approx(4, abs=0.3)
    assert value(number, "pPr/spacing", "after") == str(2 * PITCH)
    assert value(styled(opened(ISSUED), "DocumentNumber")[0], "pPr/spacing", "before") == str(2 * PITCH)


def test_upward_number_and_name_stand_one_character_in_on_both_sides() -> None:
    (line,) = styled(opened(replace(UPWARD, letterhead=replace(UPWARD.letterhead, signatories=("示例甲",)))), "DocumentNumberUp")
    assert shown(line) == "示林〔2024〕5号\t签发人：示例甲"
    stop = line.find(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")
    assert (stop.get(qn("w:val")), stop.get(qn("w:pos"))) == ("right", str(WIDTH - ONE))
    assert value(line, "pPr/spacing", "before") == str(2 * PITCH)


def test_upward_the_number_stands_beside_the_last_of_those_who_sign() -> None:
    word = opened(UPWARD)
    (first,), (last,) = styled(word, "Signatory"), styled(word, "DocumentNumberUp")
    assert shown(first) == "\t签发人：示例甲\t示例乙"
    assert shown(last) == "示林〔2024〕5号\t\t示例丙"
    stops = [[int(tab.get(qn("w:pos"))) for tab in p.iter(qn("w:tab")) if tab.get(qn("w:pos"))] for p in (first, last)]
    assert stops[0] == stops[1]
    # Two names of three 字 and the gap end one 字 from the right.
    assert stops[0][1] == WIDTH - ONE - 7 * ONE
    assert value(style(word, "DocumentNumberUp"), "pPr/ind", "firstLine") == str(ONE)
    assert value(last.findall(qn("w:r"))[-1], "rPr/rStyle") == "Heading2Char"


# -- 署名 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # The date, 6.5 字, is longer than the name: it ends two 字 from the right.
        (("示例县林业局",), (2 + 6.5 + 2, 2 + 6.5)),
        (("示例县养老服务体系建设领导小组",), (2 + 15, 15)),
        (("示例县林业局", "示例县养老服务体系建设领导小组"), (2 + 15, 2 + 15, 15)),
    ],
)
def test_the_date_begins_two_characters_right_of_the_name(names: tuple[str, ...], expected: tuple[float, ...]) -> None:
    word = opened(replace(ISSUED, signature=Signature(names, "2024年1月11日")))
    found = [int(value(p, "pPr/ind", "left") or 0) for p in (*styled(word, "IssuerName"), *styled(word, "IssueDate"))]
    assert found == pytest.approx([WIDTH - characters * ONE for characters in expected], abs=1)
    assert found[-1] - found[0] == 2 * ONE


def test_a_stamped_name_is_centred_over_its_date_with_room_for_the_seal() -> None:
    word = opened(replace(ISSUED, signature=Signature(("示例县林业局",), "2024年1月11日", stamped=True)))
    (name,), (date,) = styled(word, "IssuerName"), styled(word, "IssueDate")
    assert (value(date, "pPr/jc"), value(date, "pPr/ind", "right")) == ("right", str(4 * ONE))
    left = int(value(name, "pPr/ind", "left") or 0)
    assert value(name, "pPr/jc") == "center"
    assert (left + WIDTH) / 2 == pytest.approx(WIDTH - (4 + 3.25) * ONE, abs=1)
    assert value(name, "pPr/spacing", "before") == str(2 * PITCH)


def test_the_seals_of_a_joint_issue_stand_two_in_a_line_the_last_over_the_date() -> None:
    names = styled(opened(JOINT), "IssuerName")
    assert [shown(p) for p in names] == ["\t示例县林业局\t示例县水务局", "\t\t示例县财政局"]
    for name in names:
        kinds = [(tab.get(qn("w:val")), int(tab.get(qn("w:pos")))) for tab in name.iter(qn("w:tab")) if tab.get(qn("w:pos"))]
        assert [kind for kind, _ in kinds] == ["center", "center"]
        assert kinds[1][1] == pytest.approx(WIDTH - (4 + 3.25) * ONE, abs=1)
        assert kinds[1][1] - kinds[0][1] > 42 / 25.4 * 1440
    assert int(value(names[1], "pPr/spacing", "before") or 0) + PITCH > 42 / 25.4 * 1440


def test_the_last_of_the_text_stays_with_the_signature_if_it_is_short() -> None:
    word = opened(ISSUED)
    assert styled(word, "OfficialBody")[-1].find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    word = opened(replace(ISSUED, body=(Paragraph(row("林区道路已经修通。" * 20)),)))
    assert styled(word, "OfficialBody")[-1].find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None


# -- 附件, 版记 ---------------------------------------------------------------------------------


def test_an_attachment_begins_a_page_with_its_title_on_the_third_line() -> None:
    word = opened(TABLES)
    label, title = style(word, "AttachmentLabel"), style(word, "AttachmentTitle")
    assert label.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    assert value(label, "pPr/ind", "firstLine") == "0"
    assert (value(title, "pPr/spacing", "before"), value(title, "pPr/jc")) == (str(PITCH), "center")
    first, second = styled(word, "AttachmentList")
    assert (value(first, "pPr/ind", "left"), value(first, "pPr/ind", "hanging")) == ("1811", "1181")
    assert int(value(second, "pPr/ind", "left") or 0) - int(value(second, "pPr/ind", "hanging") or 0) == 5 * ONE


def test_the_imprint_is_one_frame_at_the_foot_with_three_rules() -> None:
    word = opened(ISSUED)
    framed = [p for p in word.element.body.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:framePr')}") is not None]
    assert [p.style for p in framed] == ["ImprintRule", "ImprintCopies", "ImprintRuleInner", "Imprint", "ImprintRule"]
    frames = {tuple(sorted(p.find(f"{qn('w:pPr')}/{qn('w:framePr')}").attrib.items())) for p in framed}
    assert len(frames) == 1
    (frame,) = ({key.rpartition("}")[2]: item for key, item in found} for found in frames)
    assert (frame["w"], frame["yAlign"], frame["vAnchor"]) == (str(WIDTH), "bottom", "margin")
    assert framed[-1].getnext().style == "Place"
    for name, twips in (("ImprintRule", 20), ("ImprintRuleInner", 14)):
        rule = style(word, name)
        assert (value(rule, "pPr/spacing", "line"), value(rule, "pPr/shd", "fill")) == (str(twips), "000000")
        assert (value(rule, "pPr/ind", "left"), value(rule, "pPr/ind", "right")) == ("0", "0")
    copies = style(word, "ImprintCopies")
    assert [value(copies, "pPr/ind", side) for side in ("left", "right", "hanging")] == ["1120", "280", "840"]


def test_an_imprint_with_one_entry_has_two_rules_and_an_empty_one_none() -> None:
    word = opened(replace(ISSUED, imprint_block=ImprintBlock(printed_by="示例县林业局办公室")))
    assert (len(styled(word, "ImprintRule")), len(styled(word, "ImprintRuleInner"))) == (2, 0)
    assert [shown(p) for p in styled(word, "Imprint")] == ["示例县林业局办公室"]
    assert not styled(opened(replace(ISSUED, imprint_block=ImprintBlock())), "Place")


def test_a_page_with_the_imprint_alone_has_no_number() -> None:
    word = opened(ISSUED)
    sections = word.sections
    assert [value(section._sectPr, "type") for section in sections] == ["nextPage", "continuous"]
    assert [shown(section.footer.paragraphs[0]._p) for section in sections] == ["— 1 —", ""]
    assert shown(sections[1].even_page_footer.paragraphs[0]._p) == ""


def test_for_both_sides_the_imprint_begins_an_even_page() -> None:
    sections = opened(ISSUED, replace(FINAL, both_sides=True)).sections
    assert [value(section._sectPr, "type") for section in sections] == ["nextPage", "evenPage"]


# -- tables -------------------------------------------------------------------------------------


def test_a_wide_table_lies_across_with_its_headings_and_nothing_else() -> None:
    body = opened(TABLES).element.body
    pages: list[tuple[str | None, list[str]]] = []
    inside: list[str] = []
    for element in body:
        inside += [shown(p) for p in ([element] if element.tag == qn("w:p") else []) if shown(p)]
        inside += ["table"] if element.tag == qn("w:tbl") else []
        end = element if element.tag == qn("w:sectPr") else element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if end is not None:
            pages.append((value(end, "pgSz", "orient"), inside))
            inside = []
    signed = ["附件：1.道路一览表", "2.名单", "示例县林业局", "2024年1月11日"]
    assert pages == [
        (None, [TABLES.title[0], "前文。"]),
        ("landscape", ["道路", "table"]),
        (None, ["后文。", "道路表", "table", *signed]),
        ("landscape", ["附件1", "道路一览表", "table"]),
        (None, ["附件2", "名单", "略。"]),
    ]


def test_a_landscape_page_is_bound_at_its_head_and_numbered_at_its_left() -> None:
    word = opened(TABLES)
    section = word.sections[1]
    margins = [int(value(section._sectPr, "pgMar", side) or 0) for side in ("left", "top", "right", "bottom")]
    assert margins == [1984, 1587, 2098, 1474]
    for footer in (section.footer, section.even_page_footer):
        box = next(footer._element.iter("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}bodyPr"))
        assert box.get("vert") == "vert"
        assert [t.text.strip() for t in footer._element.iter(qn("w:instrText"))] == ["PAGE"]
    assert shown(word.sections[2].footer.paragraphs[0]._p) == "— 1 —"


def test_a_document_ends_with_the_section_of_its_last_page() -> None:
    assert [s.orientation for s in opened(ALL["ends-across-plain"]).sections][-1] == 1
    sections = opened(ALL["ends-across"]).sections
    assert (sections[-1].orientation, value(sections[-1]._sectPr, "type")) == (0, "nextPage")


def test_footers_that_no_page_has_are_left_out() -> None:
    with zipfile.ZipFile(io.BytesIO(write(replace(ISSUED, form="plain"), FINAL).data)) as package:
        assert sorted(name for name in package.namelist() if "footer" in name) == ["word/footer1.xml", "word/footer2.xml"]


def test_a_unit_that_a_column_shares_stands_in_its_head() -> None:
    word = opened(TABLES)
    table = next(t for t in word.tables if len(t.columns) == 3)._tbl
    cells = [[shown(cell).replace("\n", "") for cell in line.tc_lst] for line in table.tr_lst]
    assert cells == [["乡镇", "投资（万元）", "完成率"], ["东坪乡", "12.5", "95%"], ["西坪乡", "约300", "85%以上"]]
    control = next(table.iter(qn("w:sdt")))
    assert (value(control, "sdtPr/tag"), shown(control)) == ("roads.money", "12.5")
    points = [line.tc_lst[1].p_lst[0] for line in table.tr_lst[1:]]
    assert [value(p, "pPr/ind", "right") for p in points] == ["0", "180"]
