"""Findings as Word comments: on the exact figure, with everything a clerk needs."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.document import Attachment, Column, Document, FigureRef, Heading, Metadata, Name, Paragraph, Table, Text
from summarizer.findings import Anchor, Finding, Severity
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write
from tests.programs import converted

CONTENT = (
    *(
        Text("新打水井"),
        FigureRef("wells.dug", "12口", "12", "口", "w1"),
        Text("，计划"),
        FigureRef("wells.plan", "15口", "15", "口", "w2"),
    ),
    *(Text("，深"), FigureRef("wells.depth", "", anchor="w3"), Text("米，去年另修3处。")),
)
TABLE = Table(
    "水井表",
    (Column("村"), Column("口数", "口", "decimal")),
    (((Name("甲村"),), (FigureRef("a", "7", anchor="c1"),)), ((Name("乙村"),), (FigureRef("b", "5", anchor="c2"),))),
)
DOCUMENT = Document(
    "r",
    ("示例县2023年打井总结", "和2024年打井思路"),
    (Heading(1, "一、", (Text("水井"),)), Paragraph(CONTENT, lead=(Text("打井"),), level=2, number="（一）"), TABLE),
    Metadata(publisher="示例县水利局", date="2024-01-11"),
    attachments=(Attachment("清单", (Paragraph((Text("另有"), FigureRef("c", "2座", anchor="p1"), Text("。"))),)),),
)


def finding(*anchors: Anchor, code: str = "RATE002", severity: Severity = Severity.ERROR, message: str = "数不对", **rest: str) -> Finding:
    return Finding(code, "impossible-rate", "rate", severity, message, anchors=anchors, **rest)  # type: ignore[arg-type]


ALL = (
    finding(Anchor(1, ("w1", "w2")), working="12 ÷ 15 = 80%\n不是 90%", hint="查工程台账"),
    finding(Anchor(1, ("w2",)), code="SUM001", severity=Severity.WARNING, acknowledged="原文如此"),
    finding(Anchor(1, ("w3",)), code="BLANK001"),
    finding(Anchor(1, (), 26, 28), code="UNTRACED001", severity=Severity.INFO),
    finding(Anchor(1, (), 2, 10), code="LEAD001"),
    finding(Anchor(2, ("c1", "c2")), code="SUM002"),
    finding(Anchor(2), code="TABLE001"),
    finding(Anchor(0), code="HEAD001"),
    finding(Anchor(3, ("p1",)), Anchor(1, ("w1",)), code="REPEAT001"),
    finding(code="META001"),
)


def job(*findings: Finding, draft: bool = True) -> Job:
    return Job(Resources(), findings=findings, draft=draft)


def opened(*findings: Finding, document: Document = DOCUMENT) -> Any:
    return docx.Document(io.BytesIO(write(document, job(*findings)).data))


def commented(word: Any) -> dict[str, str]:
    """Return the exact text under each comment by the finding's code."""
    found: dict[str, str] = {}
    for comment in word.comments:
        code = re.findall(r"代码：(\w+)", comment.text)[0]
        inside, text = False, ""
        for element in word.element.body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t"), qn("w:br")):
            if element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart")
            elif inside:
                text += element.text or "" if element.tag == qn("w:t") else "\n" if element.tag == qn("w:br") else ""
        found[code] = text
    return found


def test_each_finding_is_one_comment_on_its_exact_text() -> None:
    word = opened(*ALL, ALL[0])
    assert commented(word) == {
        "META001": "示例县2023年打井总结\n和2024年打井思路",
        "HEAD001": "水井",
        "LEAD001": "打井。新打水井1",
        "RATE002": "12口，计划15口",
        "SUM001": "15口",
        "BLANK001": "〔空白〕",
        "UNTRACED001": "3处",
        "TABLE001": "水井表",
        "SUM002": "7",
        "REPEAT001": "2座",
    }
    body = word.element.body
    ids = [comment.comment_id for comment in word.comments]
    assert ids == list(range(len(ALL)))
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(int(element.get(qn("w:id"))) for element in body.iter(qn(f"w:{tag}"))) == ids
    for end in body.iter(qn("w:commentRangeEnd")):
        assert [mark.get(qn("w:id")) for mark in end.getnext().iter(qn("w:commentReference"))] == [end.get(qn("w:id"))]


def test_a_comment_says_what_is_wrong_with_its_working() -> None:
    word = opened(*ALL)
    rate, known = (next(one for one in word.comments if code in one.text) for code in ("RATE002", "SUM001"))
    assert [paragraph.text for paragraph in rate.paragraphs] == [
        "必须改：数不对",
        "演算：12 ÷ 15 = 80%\n不是 90%",
        "建议：查工程台账",
        "代码：RATE002 impossible-rate",
    ]
    assert [paragraph.text for paragraph in known.paragraphs] == [
        "已确认（请核对）：数不对",
        "确认理由：原文如此",
        "代码：SUM001 impossible-rate",
    ]
    assert {one.text.split("：")[0] for one in word.comments} == {"必须改", "已确认（请核对）", "提示"}


def test_author_and_date_are_not_the_clock() -> None:
    for comment in opened(*ALL).comments:
        assert (comment.author, comment.initials) == ("校核", "核")
        assert comment.timestamp.isoformat() == "2024-01-11T00:00:00+00:00"
    undated = opened(*ALL, document=replace(DOCUMENT, metadata=Metadata(date="年初")))
    assert [comment.timestamp for comment in undated.comments] == [None] * len(ALL)
    assert write(DOCUMENT, job(*ALL)).data == write(DOCUMENT, job(*ALL)).data


def test_a_blank_figure_shows_as_a_placeholder_only_under_a_comment() -> None:
    def control(word: Any) -> Any:
        return next(
            one
            for one in word.element.body.iter(qn("w:sdt"))
            if one.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val")) == "wells.depth"
        )

    shown, plain = control(opened(ALL[2])), control(opened(ALL[1]))
    assert "".join(t.text or "" for t in shown.iter(qn("w:t"))) == "〔空白〕"
    assert shown.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is not None
    assert "".join(t.text or "" for t in plain.iter(qn("w:t"))) == ""
    assert plain.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is None


def test_the_words_and_figures_of_the_text_stay_as_they_are() -> None:
    def text(word: Any) -> list[str]:
        paragraphs = word.element.body.iter(qn("w:p"))
        return ["".join(t.text or "" for t in p.iter(qn("w:t"))).replace("〔空白〕", "") for p in paragraphs]

    def figures(word: Any) -> list[tuple[str, str, str]]:
        found = []
        for start in word.element.body.iter(qn("w:bookmarkStart")):
            control = start.getnext()
            ids = control.find(qn("w:sdtPr")).find(qn("w:id")).get(qn("w:val"))
            found.append((start.get(qn("w:name")), ids, "".join(t.text or "" for t in control.iter(qn("w:t"))).replace("〔空白〕", "")))
        return found

    with_comments, without = opened(*ALL), opened()
    assert text(with_comments) == text(without)
    assert figures(with_comments) == figures(without)


def test_a_final_file_and_a_clean_draft_are_as_before() -> None:
    final = write(DOCUMENT, job(draft=False)).data
    assert write(DOCUMENT, job(*ALL, draft=False)).data == final
    for data in (final, write(DOCUMENT, job()).data):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert not [name for name in package.namelist() if "comment" in name]
            assert b"comment" not in package.read("word/document.xml") + package.read("[Content_Types].xml")


def test_without_a_title_the_comment_still_has_a_place() -> None:
    word = opened(ALL[-1], document=replace(DOCUMENT, title=()))
    assert commented(word) == {"META001": ""}
    assert len(list(word.element.body.iter(qn("w:commentReference")))) == 1


@pytest.mark.parametrize("document", [DOCUMENT, replace(DOCUMENT, title=(), body=(), attachments=())], ids=["full", "empty"])
def test_word_would_find_no_schema_error(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(write(document, job(*ALL)).data)
    for version in (FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365):
        assert [str(error) for error in OpenXmlValidator(file_format=version).validate(path).errors] == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_message_is_written_as_it_is(message: str, working: str) -> None:
    output = write(DOCUMENT, job(finding(Anchor(1, ("w1",)), message=message, working=working)))
    left_out = {item.text for item in output.unrendered}
    (comment,) = docx.Document(io.BytesIO(output.data)).comments
    kept = re.sub("\r\n?|[\u2028\u2029]", "\n", "".join(c for c in message if c not in left_out))
    assert comment.paragraphs[0].text == f"必须改：{kept}"


@pytest.mark.office
def test_libreoffice_keeps_the_comments_in_place(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(write(DOCUMENT, job(*ALL)).data)
    converted("docx", tmp_path / "saved", tmp_path / "draft.docx")
    saved = docx.Document(str(tmp_path / "saved" / "draft.docx"))
    assert commented(saved) == commented(opened(*ALL))
    assert {(one.author, one.initials) for one in saved.comments} == {("校核", "核")}
