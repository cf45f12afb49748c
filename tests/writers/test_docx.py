"""The DOCX writer: the text, the figures and the file."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.document import (
    Attachment,
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
    dumps,
    figures_of,
)
from summarizer.readers.docx_styles import Numbering, Styles, numbering_of
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write
from summarizer.writers.docx_parts.inlines import bookmark_name, shortened

FINAL = Job(Resources(), draft=False)
SENTENCE = "示例县围绕“一老一小”等重点群体——特别是独居老人……逐村走访，把饭送到桌边。"


def row(*items: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(item) if isinstance(item, str) else item for item in items)


def figure(text: str, anchor: str, fact: str = "canteens.open.count") -> FigureRef:
    return FigureRef(fact, text, "1", "", anchor)


BODY = (
    Paragraph(
        row(
            SENTENCE,
            "全年投入",
            figure("3800万元", "fig_1", "canteens.money"),
            "，到",
            Name("2023年底"),
            "开业",
            figure("60家", "fig_2"),
            "。",
        )
    ),
    Heading(1, "一、", row("主要做法")),
    Heading(2, "（一）", row("办好村级食堂")),
    Paragraph(row("每个乡镇至少一家。"), lead=row("扩大“幸福灶”覆盖面"), level=3, number="1."),
    Paragraph(row("价格由村民商定。"), lead=row("建成食堂", figure("60家", "fig_3"), "！"), level=2, number="（二）"),
    Paragraph(row("资金未公布，为", figure("", "fig_blank"), "。"), number="一是"),
    Heading(3, "2.", row("夜间照料")),
    Heading(4, "（1）", row("轮班巡访")),
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
    Paragraph(row(Generated("二是"), "继续努力。")),
)
PLAIN = Document(
    "demo",
    ("示例县民政局2023年工作总结", "和2024年工作思路"),
    BODY,
    Metadata(publisher="示例县民政局", date="2024-01-11"),
    signature=Signature(("示例县民政局",), "2024年1月11日"),
)
ISSUED = replace(
    PLAIN,
    form="issued",
    letterhead=Letterhead(("示例县民政局",), "000012", "机密★3年", "特急", "示民〔2024〕5号", ("示例甲", "示例乙")),
    addressee="示例县人民政府",
    note="此件公开发布",
    attachments=(Attachment("食堂名单", (Paragraph(row("名单见乡镇公示。")),)), Attachment("照料点名单", (BODY[8],))),
    imprint_block=ImprintBlock(("县委办公室", "县政协办公室"), "示例县民政局办公室", "2024年1月11日"),
)


def opened(document: Document, job: Job = FINAL) -> Any:
    return docx.Document(io.BytesIO(write(document, job).data))


def shown(paragraph: Any) -> str:
    """Return a paragraph's text with that inside content controls, which python-docx leaves out."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(e.tag, e.text or "") for r in paragraph.iter(qn("w:r")) for e in r if e.tag in (*marks, qn("w:t")))


def numbered(word: Any) -> list[tuple[Any, str]]:
    """Return every paragraph, tables included, in order, with the number that Word puts before it."""
    styles, numbers = Styles(word.styles.element), Numbering(word.part.numbering_part.element)
    made = []
    for p in word.element.body.iter(qn("w:p")):
        own, inherited = numbering_of(p.pPr) or ("", None), styles.get(p.style).numbering or ("", None)
        id, level = own[0] or inherited[0], inherited[1] if own[1] is None else own[1]
        made.append((p, numbers.next(id, level, p.style) if id else ""))
    return made


def paragraphs(word: Any) -> list[tuple[str, str]]:
    """Return style id and text of every paragraph, tables included, in order."""
    return [(p.style, number + shown(p)) for p, number in numbered(word)]


def texts(word: Any, style: str) -> list[str]:
    return [text for name, text in paragraphs(word) if name == style]


def value(element: Any, path: str, name: str = "val") -> str | None:
    for tag in path.split("/"):
        element = element.find(qn(f"w:{tag}")) if element is not None else None
    return None if element is None else element.get(qn(f"w:{name}"))


# -- text ---------------------------------------------------------------------------------------


def test_every_part_of_the_document_is_a_paragraph_of_its_style() -> None:
    assert paragraphs(opened(ISSUED)) == [
        ("CopyNumber", "000012"),
        ("Secrecy", "机密★3年"),
        ("Secrecy", "特急"),
        ("Issuer", "示例县民政局文件"),
        ("DocumentNumberUp", "示民〔2024〕5号\t签发人：示例甲\u3000示例乙"),
        ("Title", "示例县民政局2023年工作总结\n和2024年工作思路"),
        ("Addressee", "示例县人民政府："),
        ("OfficialBody", SENTENCE + "全年投入3800万元，到2023年底开业60家。"),
        ("Heading1", "一、主要做法"),
        ("Heading2", "（一）办好村级食堂"),
        ("OfficialBody", "1.扩大“幸福灶”覆盖面。每个乡镇至少一家。"),
        ("OfficialBody", "（二）建成食堂60家！价格由村民商定。"),
        ("OfficialBody", "一是资金未公布，为。"),
        ("Heading3", "2.夜间照料"),
        ("Heading4", "（1）轮班巡访"),
        *(table := [("Caption", "食堂建设情况"), *cells(), ("TableGap", "")]),
        ("OfficialBody", "二是继续努力。"),
        ("AttachmentList", "附件：1.食堂名单"),
        ("AttachmentList", "2.照料点名单"),
        ("IssuerName", "示例县民政局"),
        ("IssueDate", "2024年1月11日"),
        ("Note", "（此件公开发布）"),
        ("AttachmentLabel", "附件1"),
        ("AttachmentTitle", "食堂名单"),
        ("OfficialBody", "名单见乡镇公示。"),
        ("AttachmentLabel", "附件2"),
        ("AttachmentTitle", "照料点名单"),
        *table,
        ("ImprintRule", ""),
        ("ImprintCopies", "抄送：县委办公室，县政协办公室。"),
        ("ImprintRuleInner", ""),
        ("Imprint", "示例县民政局办公室\t2024年1月11日印发"),
        ("ImprintRule", ""),
        ("Place", ""),
    ]


def cells() -> list[tuple[str, str]]:
    head = [("TableHead", text) for text in ("乡镇", "投资（万元）", "状态")]
    rows = [("TableText", text) for text in ("东坪乡", "12.50", "已开业", "西坪乡", "3", "")]
    return [*head, *rows, *(("TableTotal", text) for text in ("合计", "15.50", ""))]


def test_the_plain_form_has_title_body_and_signature_only() -> None:
    styles = {name for name, _ in paragraphs(opened(PLAIN))}
    assert not styles & {"Issuer", "DocumentNumber", "Addressee", "Note", "AttachmentList", "Imprint", "CopyNumber"}
    assert {"Title", "OfficialBody", "IssuerName", "IssueDate"} <= styles


def test_the_plain_form_of_an_issued_report_shows_none_of_its_frame() -> None:
    kept = paragraphs(opened(replace(ISSUED, form="plain", attachments=())))
    assert kept == paragraphs(opened(PLAIN))


def test_a_run_in_heading_wears_its_level_and_the_text_does_not() -> None:
    word = opened(PLAIN)
    paragraph = next(p for p, number in numbered(word) if number == "（二）")
    dressed = [(value(r, "rPr/rStyle"), "".join(t.text or "" for t in r.iter(qn("w:t")))) for r in paragraph.iter(qn("w:r"))]
    assert dressed == [("Heading2Char", "建成食堂"), ("Heading2Char", "60家"), ("Heading2Char", "！"), (None, "价格由村民商定。")]


def test_a_single_attachment_has_no_number() -> None:
    word = opened(replace(PLAIN, attachments=(Attachment("食堂名单", ()),)))
    assert texts(word, "AttachmentList") == ["附件：食堂名单"]
    assert texts(word, "AttachmentLabel") == ["附件"]


# -- figures ------------------------------------------------------------------------------------


def test_every_figure_is_an_untyped_control_in_a_bookmark_of_its_anchor() -> None:
    body = opened(PLAIN).element.body
    found = []
    for start in body.iter(qn("w:bookmarkStart")):
        control, end = start.getnext(), start.getnext().getnext()
        assert control.tag == qn("w:sdt")
        assert end.tag == qn("w:bookmarkEnd")
        assert end.get(qn("w:id")) == start.get(qn("w:id"))
        assert [child.tag for child in control.find(qn("w:sdtPr"))] == [qn("w:alias"), qn("w:tag"), qn("w:id")]
        assert control.find(qn("w:sdtContent")).find(qn("w:r")) is not None
        found.append((start.get(qn("w:name")), value(control, "sdtPr/tag"), shown(control)))
    assert found == [(ref.anchor, ref.fact, ref.text) for _, ref in figures_of(PLAIN)]
    assert ("fig_blank", "canteens.open.count", "") in found


def test_control_ids_are_unique_and_do_not_change_when_a_figure_is_added() -> None:
    def ids(document: Document) -> dict[str, str]:
        controls = opened(document).element.body.iter(qn("w:sdt"))
        return {c.getprevious().get(qn("w:name")): value(c, "sdtPr/id") or "" for c in controls}

    before = ids(PLAIN)
    after = ids(replace(PLAIN, body=(Paragraph(row(figure("7家", "fig_new"))), *BODY)))
    assert len(set(after.values())) == len(after) == len(before) + 1
    assert {name: after[name] for name in before} == before
    assert all(0 < int(number) < 2**31 for number in after.values())


def test_an_alias_is_the_label_of_the_fact_and_long_names_are_shortened_apart() -> None:
    facts: Any = SimpleNamespace(facts={"canteens.money": SimpleNamespace(label="食堂建设投入")})
    long = [FigureRef(f"{'canteens.money + ' * 9}{n}", "1", anchor=f"long_{n}") for n in range(2)]
    document = replace(PLAIN, body=(*BODY[:1], Paragraph(tuple(long))))
    controls = list(opened(document, replace(FINAL, facts=facts)).element.body.iter(qn("w:sdt")))
    assert [value(c, "sdtPr/alias") for c in controls[:2]] == ["食堂建设投入", "canteens.open.count"]
    tags = [value(c, "sdtPr/tag") or "" for c in controls[2:]]
    assert len(set(tags)) == 2
    assert max(len(tag) for tag in tags) <= 64


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=90))
def test_a_bookmark_name_is_one_that_word_keeps(anchor: str) -> None:
    name = bookmark_name(anchor)
    assert re.fullmatch(r"[^\W\d]\w*", name) or name.startswith("_")
    assert len(name) <= 40
    assert bookmark_name(name) == name


def test_anchors_that_differ_only_in_their_marks_stay_apart() -> None:
    assert bookmark_name("f_1") == "f_1"
    assert len({bookmark_name(anchor) for anchor in ("a.b", "a-b", "a_b", "a" * 50, "a" * 51)}) == 5
    assert shortened("短", 64) == "短"


# -- the file -----------------------------------------------------------------------------------


def test_the_properties_come_from_the_document() -> None:
    properties = opened(PLAIN).core_properties
    assert properties.title == "示例县民政局2023年工作总结和2024年工作思路"
    assert properties.author == "示例县民政局"
    assert properties.language == "zh-CN"
    assert properties.created.strftime("%Y-%m-%d") == properties.modified.strftime("%Y-%m-%d") == "2024-01-11"
    assert (properties.last_modified_by, properties.comments, properties.keywords, properties.content_status) == ("", "", "", "")
    with zipfile.ZipFile(io.BytesIO(write(PLAIN, FINAL).data)) as package:
        assert b"python-docx" not in b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if "customXml" in name]


@pytest.mark.parametrize("day", ["", "去年冬天"])
def test_without_a_date_there_is_no_time_at_all(day: str) -> None:
    properties = opened(replace(PLAIN, metadata=Metadata(date=day))).core_properties
    assert (properties.created, properties.modified, properties.author) == (None, None, "")


def test_a_draft_says_so_on_every_page_and_a_final_file_nowhere() -> None:
    section = opened(PLAIN, replace(FINAL, draft=True)).sections[0]
    assert section.header.paragraphs[0].text == section.even_page_header.paragraphs[0].text == "草稿"
    with zipfile.ZipFile(io.BytesIO(write(PLAIN, FINAL).data)) as package:
        assert not any("草稿".encode() in package.read(name) for name in package.namelist())


@pytest.mark.parametrize("document", [PLAIN, ISSUED, Document("empty", (), ())], ids=["plain", "issued", "empty"])
@pytest.mark.parametrize("draft", [True, False])
def test_word_would_find_no_schema_error(document: Document, draft: bool, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write(document, replace(FINAL, draft=draft)).data)
    for version in (FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365):
        result = OpenXmlValidator(file_format=version).validate(path)
        assert [str(error) for error in result.errors] == []
        assert result.is_valid


def test_the_bytes_depend_on_nothing_but_the_document() -> None:
    first = write(ISSUED, FINAL).data
    assert write(ISSUED, FINAL).data == first
    code = (
        "import sys; from summarizer.document import loads; from summarizer.resources import Resources\n"
        "from summarizer.writers.base import Job; from summarizer.writers.docx import write\n"
        "text = sys.stdin.buffer.read().decode('utf-8')\n"
        "sys.stdout.buffer.write(write(loads(text), Job(Resources(), draft=False)).data)"
    )
    root = str(Path(__file__).parents[2])
    elsewhere = {**os.environ, "LC_ALL": "C", "TZ": "America/New_York", "PYTHONHASHSEED": "7", "PYTHONPATH": root}
    done = subprocess.run([sys.executable, "-c", code], input=dumps(ISSUED).encode(), env=elsewhere, capture_output=True, check=True)
    assert done.stdout == first


def test_zip_entries_have_one_time_and_the_content_types_come_first() -> None:
    with zipfile.ZipFile(io.BytesIO(write(PLAIN, FINAL).data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_characters_that_xml_cannot_hold_are_left_out_and_reported_once() -> None:
    output = write(replace(PLAIN, title=("总\x0b结",), body=(Paragraph(row("甲\x0b乙\ud800", figure("1\x00", "a\x01", "b\x02"))),)), FINAL)
    assert sorted(item.text for item in output.unrendered) == ["\x00", "\x01", "\x02", "\x0b", "\ud800"]
    assert {item.kind for item in output.unrendered} == {"format"}
    assert any("U+000B" in item.what for item in output.unrendered)
    word = docx.Document(io.BytesIO(output.data))
    assert texts(word, "OfficialBody") == ["甲乙1"]
    assert word.core_properties.title == "总结"


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_written_as_it_is(text: str) -> None:
    output = write(replace(PLAIN, body=(Paragraph((Text(text),)),)), FINAL)
    left_out = {item.text for item in output.unrendered}
    kept = re.sub("\r\n?|[\u2028\u2029]", "\n", "".join(c for c in text if c not in left_out))
    assert texts(docx.Document(io.BytesIO(output.data)), "OfficialBody") == [kept]
