"""The redline as DOCX: accepting everything gives the new text, rejecting everything the old one, whatever was edited."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml.etree import tostring
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.changes.tracked import write
from summarizer.document import (
    Attachment,
    Block,
    Column,
    Document,
    FigureRef,
    Generated,
    Heading,
    ImprintBlock,
    Inline,
    Letterhead,
    Metadata,
    Name,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.readers import read
from summarizer.resources import Resources
from summarizer.writers.base import Job
from tests.changes.settled import body_of, settle, shown, typed

JOB = Job(Resources())

PROSE = (
    "全年谋划推进重大项目，", "覆盖养老、殡葬等领域。", "前期工作正在展开；", "集体经济大为改善。", "主体工程结顶，", "“老省心”综合体", "",
    "2023—2025年", "完成率为", "占年度投资计划的", "推动慈善事业融入婚俗改革，", "位列全市第三。", "\t", "其中，", "12.5%", "。",
)  # fmt: skip
TITLES = ("示例县民政局2023年工作总结", "和2024年工作思路", "示例县民政局2023年重点工作总结及2024年工作思路和安排")
OFFICES = ("示例县民政局", "示例县财政局", "示例县卫生健康局")
FACTS = ("projects.a.invested", "projects.a.rate", "services.b.paid", "indicators.c.rank")

texts = st.sampled_from(PROSE)
figures = st.builds(FigureRef, st.sampled_from(FACTS), st.sampled_from(["3800万元", "4300万元", "95%", "第二", ""]))
name = st.builds(Name, st.sampled_from(["殡仪馆改扩建工程", "下各养老服务中心"]))
numbers = st.builds(Generated, st.sampled_from(["一是", "3"]))
inlines = st.lists(st.one_of(st.builds(Text, texts), figures, name, numbers), max_size=6).map(tuple)
heads = st.builds(Column, texts, st.sampled_from(["", "万元"]), st.sampled_from(["left", "decimal"]))


def table(columns: tuple[Column, ...]) -> st.SearchStrategy[Table]:
    row = st.lists(inlines, min_size=len(columns), max_size=len(columns)).map(tuple)
    return st.builds(Table, texts, st.just(columns), st.lists(row, max_size=4).map(tuple), st.booleans())


blocks = st.one_of(
    st.builds(Paragraph, inlines, inlines, st.integers(0, 3), st.sampled_from(["", "（一）", "1."])),
    st.builds(Heading, st.integers(1, 3), st.sampled_from(["一、", "（二）"]), inlines),
    st.lists(heads, min_size=1, max_size=3).map(tuple).flatmap(table),
)
names = st.lists(st.sampled_from(OFFICES), max_size=3).map(tuple)
documents = st.builds(
    Document,
    st.just("demo"),
    st.lists(st.sampled_from(TITLES), max_size=2).map(tuple),
    st.lists(blocks, max_size=5).map(tuple),
    st.just(Metadata(date="2024-01-11")),
    st.none() | st.builds(Letterhead, names, st.sampled_from(["", "000012"]), document_number=st.sampled_from(["示民〔2024〕5号", ""])),
    st.sampled_from(["", "示例县人民政府"]),
    st.none() | st.builds(Signature, names, st.sampled_from(["2024年1月11日", "2024年1月12日", ""]), st.booleans()),
    st.sampled_from(["", "此件公开发布"]),
    st.lists(st.builds(Attachment, texts, st.lists(blocks, max_size=2).map(tuple)), max_size=2).map(tuple),
    st.none() | st.builds(ImprintBlock, names, st.sampled_from(["", "示例县民政局办公室"]), st.just("2024年1月11日")),
    st.sampled_from(["plain", "issued"]),
)
KEPT = ("title", "letterhead", "signature", "attachments", "imprint_block", "form", "addressee", "note")


@st.composite
def edited(draw: Any) -> tuple[Document, Document]:
    """A document, and what somebody made of it: blocks gone, come, moved, exchanged."""
    before, other = draw(documents), draw(documents)
    body = list(before.body)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(body)))
        what = draw(st.sampled_from(["come", "go", "move"]))
        if what == "come":
            body.insert(at, draw(blocks))
        elif body:
            taken = body.pop(min(at, len(body) - 1))
            if what == "move":
                body.insert(draw(st.integers(0, len(body))), taken)
    kept = draw(st.sets(st.sampled_from(KEPT)))
    return before, replace(other, body=tuple(body), **{name: getattr(before, name) for name in kept})


def text_of(body: Any) -> Any:
    """Return what is shown; an empty paragraph that a table left at the very end counts for nothing."""
    found = shown(body)
    while found and not found[-1][-1]:
        found.pop()
    return found


def both(before: Document, after: Document) -> bytes:
    data = write(before, after, JOB).data
    for document, choice in ((before, "reject"), (after, "accept")):
        assert text_of(settle(data, choice)) == text_of(body_of(typed(document, JOB)))
    return data


def prose(*items: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(item) if isinstance(item, str) else item for item in items))


def document(*body: Block, **fields: Any) -> Document:
    return Document("demo", ("示例县民政局2023年工作总结",), body, Metadata(date="2024-01-11"), **fields)


ONE, TWO, THREE = prose("甲村通水。"), prose("乙村通路。"), prose("丙镇办起食堂。")
HEADING = Heading(1, "一、", (Text("主要做法"),))
GRID = Table("食堂", (Column("乡镇"), Column("家数")), (((Text("东坪"),), (Text("3"),)), ((Text("西屏"),), (Text("4"),))))


@given(edited())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
# The mark of the last paragraph cannot go: what ends a file is a matter of its own.
@example((document(ONE, TWO), document(ONE)))
@example((document(ONE), document(ONE, HEADING, TWO)))
@example((document(ONE, GRID), document(ONE)))
@example((document(), document(GRID)))
@example((document(ONE, HEADING), document(ONE, THREE)))
@example((Document("a", (), ()), document(ONE)))
def test_accepted_it_is_the_new_text_and_rejected_the_old(pair: tuple[Document, Document]) -> None:
    both(*pair)


def changes(data: bytes) -> list[tuple[str, str]]:
    """Return what is inserted and deleted, in order."""
    found = []
    for mark in body_of(data).iter(qn("w:ins"), qn("w:del")):
        text = "".join(t.text or "" for t in mark.iter(qn("w:t"), qn("w:delText")))
        found += [(mark.tag.rpartition("}")[2], text)] if text else []
    return found


FIGURE = FigureRef("projects.a.invested", "3800万元", "38000000", "元", "fig_1")


def test_a_figure_is_exchanged_inside_its_control_and_bookmark() -> None:
    data = both(document(prose("完成投资", FIGURE, "。")), document(prose("完成投资", replace(FIGURE, text="4300万元"), "。")))
    assert changes(data) == [("del", "3800万元"), ("ins", "4300万元")]
    (control,) = body_of(data).iter(qn("w:sdt"))
    assert [child.tag for child in control.find(qn("w:sdtContent"))] == [qn("w:del"), qn("w:ins")]
    start = control.getprevious()
    assert (start.tag, start.get(qn("w:name"))) == (qn("w:bookmarkStart"), "fig_1")


def test_a_figure_that_comes_has_a_bookmark_and_one_that_goes_none() -> None:
    data = both(document(prose("甲。", FIGURE)), document(prose("甲。", replace(FIGURE, fact="projects.b", text="9家", anchor="fig_2"))))
    body = body_of(data)
    assert [start.get(qn("w:name")) for start in body.iter(qn("w:bookmarkStart"))] == ["fig_2"]
    assert not list(body.iter(qn("w:sdt")))


def test_a_blank_that_is_filled_leaves_no_empty_control() -> None:
    data = both(document(prose("排名", replace(FIGURE, text=""), "。")), document(prose("排名", replace(FIGURE, text="第三"), "。")))
    assert changes(data) == [("ins", "第三")]
    (content,) = body_of(data).iter(qn("w:sdtContent"))
    assert content[-1].tag == qn("w:r")


def test_names_are_whole_and_generated_numbers_too() -> None:
    before = document(prose(Generated("一是"), Name("下各养老服务中心"), "结顶。"))
    after = document(prose(Generated("二是"), Name("下各镇养老服务中心"), "结顶。"))
    assert changes(both(before, after)) == [("del", "一是下各养老服务中心"), ("ins", "二是下各镇养老服务中心")]


def test_the_number_of_a_heading_moves_on_alone() -> None:
    later = Heading(1, "二、", HEADING.content)
    data = both(document(HEADING, ONE), document(Heading(1, "一、", (Text("总体情况"),)), TWO, later, ONE))
    assert ("del", "一、") in changes(data)
    assert ("ins", "二、") in changes(data)
    assert all("主要做法" not in text for _kind, text in changes(data))


def test_a_whole_paragraph_comes_with_its_mark() -> None:
    data = both(document(ONE, THREE), document(ONE, TWO, THREE))
    assert changes(data) == [("ins", "乙村通路。")]
    marks = [mark.getparent().getparent().getparent() for mark in body_of(data).iter(qn("w:ins")) if mark.getparent().tag == qn("w:rPr")]
    assert ["".join(t.text for t in paragraph.iter(qn("w:t"))) for paragraph in marks] == ["乙村通路。"]


def test_a_row_comes_as_a_row_and_a_cell_changes_as_a_cell() -> None:
    rows = (GRID.rows[0], ((Text("南田"),), (Text("5"),)), ((Text("西屏"),), (Text("6"),)))
    data = both(document(GRID, ONE), document(replace(GRID, rows=rows), ONE))
    assert changes(data) == [("ins", "南田"), ("ins", "5"), ("del", "4"), ("ins", "6")]
    assert len(list(body_of(data).iter(qn("w:trPr")))) == 4
    marks = [mark.tag for properties in body_of(data).iter(qn("w:trPr")) for mark in properties.iter(qn("w:ins"), qn("w:del"))]
    assert marks == [qn("w:ins")]


def test_another_column_is_another_table() -> None:
    wider = replace(GRID, columns=(*GRID.columns, Column("人数")), rows=tuple((*row, (Text("9"),)) for row in GRID.rows))
    data = both(document(GRID, ONE), document(wider, ONE))
    assert len(list(body_of(data).iter(qn("w:tbl")))) == 2


def test_around_the_body() -> None:
    head = Letterhead(("示例县民政局",), document_number="示民〔2024〕5号")
    before = document(ONE, letterhead=head, signature=Signature(("示例县民政局",), "2024年1月11日"), form="issued")
    after = replace(before, title=("示例县民政局2023年工作总结和计划",), signature=Signature(("示例县民政局",), "2024年1月12日"))
    after = replace(after, letterhead=replace(head, document_number="示民〔2024〕6号"))
    assert changes(both(before, after)) == [
        ("del", "〔2024〕5号"), ("ins", "〔2024〕6号"), ("ins", "和计划"), ("del", "2024年1月11日"), ("ins", "2024年1月12日"),
    ]  # fmt: skip


def test_an_imprint_that_changed_stands_in_no_frame() -> None:
    """LibreOffice 7.4 forgets the marks of changes in frames."""
    before = document(ONE, imprint_block=ImprintBlock(OFFICES[:1], "示例县民政局办公室", "2024年1月11日"), form="issued")
    after = replace(before, imprint_block=ImprintBlock(OFFICES[:2], "示例县民政局办公室", "2024年1月11日"))
    assert not list(body_of(both(before, after)).iter(qn("w:framePr")))
    assert list(body_of(both(before, replace(before, body=(TWO,)))).iter(qn("w:framePr")))


def test_author_and_date_and_the_same_bytes() -> None:
    one, other = (write(document(ONE), document(TWO), JOB, "县府办").data for _ in range(2))
    assert one == other
    marks = list(body_of(one).iter(qn("w:ins"), qn("w:del")))
    assert {(mark.get(qn("w:author")), mark.get(qn("w:date"))) for mark in marks} == {("县府办", "2024-01-11T00:00:00Z")}
    numbers = [mark.get(qn("w:id")) for mark in [*marks, *body_of(one).iter(qn("w:bookmarkStart"))]]
    assert len(set(numbers)) == len(numbers)


def test_a_date_that_is_not_known_is_left_out() -> None:
    after = replace(document(TWO), metadata=Metadata())
    assert all(mark.get(qn("w:date")) is None for mark in body_of(write(document(ONE), after, JOB).data).iter(qn("w:ins")))


def test_it_is_a_draft_in_which_everything_is_tracked() -> None:
    with zipfile.ZipFile(io.BytesIO(write(document(ONE), document(TWO), replace(JOB, draft=False)).data)) as package:
        assert "草稿" in package.read("word/header1.xml").decode()
        assert "<w:trackRevisions/>" in package.read("word/settings.xml").decode()
        assert "word/comments.xml" not in package.namelist()


def test_nothing_changed_is_the_document_itself() -> None:
    same = document(HEADING, prose("投资", FIGURE, "。"), GRID)
    data = both(same, same)
    assert changes(data) == []
    assert [tostring(e) for e in body_of(data)] == [tostring(e) for e in body_of(typed(same, JOB))]


def test_characters_that_xml_cannot_hold_are_told() -> None:
    assert [item.text for item in write(document(prose("甲\x01。")), document(ONE), JOB).unrendered] == ["\x01"]


def report(**fields: Any) -> Document:
    """A report with everything in it."""
    body = (HEADING, prose("投资", FIGURE, "，占", replace(FIGURE, fact="p.r", text="95%", anchor="fig_2"), "。"), ONE, GRID)
    attachments = (Attachment("名单", (TWO, GRID)),)
    return document(*body, attachments=attachments, signature=Signature(OFFICES[:1], "2024年1月11日"), **fields)


PAIRS = (
    (report(), replace(report(), body=(THREE, *report().body[1:3]), attachments=())),
    (document(ONE, TWO), document(ONE)),
    (document(ONE, HEADING), document(GRID)),
    (report(form="issued", letterhead=Letterhead(OFFICES[:1])), report(form="issued", letterhead=Letterhead(OFFICES, "000012"))),
    (document(Table("", (Column("栏目名称很长的一列"),) * 12, ((((Text("甲"),),) * 12),))), document(ONE, GRID)),
)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_file_is_valid(before: Document, after: Document, tmp_path: Path) -> None:
    for n, pair in enumerate(((before, after), (after, before))):
        path = tmp_path / f"{n}.docx"
        path.write_bytes(both(*pair))
        assert OpenXmlValidator(FileFormat.OFFICE_2019).validate(str(path)).errors == []


def test_the_readers_take_it_as_accepted(tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(write(document(ONE, TWO), document(ONE, THREE), JOB).data)
    reading = read(path)
    assert "丙镇办起食堂。" in reading.text
    assert "乙村通路。" not in reading.text
