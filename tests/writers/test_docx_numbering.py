"""The DOCX writer: headings numbered by Word itself."""

from __future__ import annotations

import copy
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.document import Attachment, Document, Heading, Paragraph, Text
from summarizer.findings import Anchor, Finding, Severity
from summarizer.quantities import to_chinese
from summarizer.readers import read
from summarizer.resources import Resources
from summarizer.writers import text
from summarizer.writers.base import Job
from summarizer.writers.docx import write
from tests.programs import converted

from .test_docx import numbered, paragraphs, shown

FINAL = Job(Resources(), draft=False)


def heading(level: int, number: str, words: str) -> Heading:
    return Heading(level, number, (Text(words),))


def run_in(level: int, number: str, words: str) -> Paragraph:
    return Paragraph((Text("到户到人。"),), lead=(Text(words),), level=level, number=number)


PARTS = tuple(heading(1, f"{to_chinese(n)}、", f"第{n}件事") for n in range(2, 22))
OUTLINE = Document(
    "outline",
    ("示例县工作总结",),
    (
        heading(1, "一、", "主要工作"),
        heading(2, "（一）", "修路"),
        run_in(3, "1.", "铺路面"),
        run_in(3, "2.", "装路灯"),
        heading(4, "（1）", "东坪乡"),
        run_in(4, "（2）", "西坪乡"),
        run_in(2, "（二）", "架桥"),
        run_in(3, "1.", "打桩"),
        *PARTS,
        heading(2, "（一）", "收尾"),
    ),
    attachments=(
        Attachment("任务分解", (heading(2, "（一）", "近期"), heading(1, "一、", "远期"), heading(2, "（一）", "路网"))),
        Attachment("其他", (heading(1, "甲、", "不在清单里的编号"), heading(1, "", "没有编号"), heading(1, "七、", "从七数起"))),
    ),
)
NUMBERED = [block.number for block in OUTLINE.blocks() if isinstance(block, Heading | Paragraph)]


def opened(document: Document = OUTLINE, job: Job = FINAL) -> Any:
    return docx.Document(io.BytesIO(write(document, job).data))


def headings(word: Any) -> list[tuple[str, str]]:
    return [(style, text) for style, text in paragraphs(word) if style.startswith("Heading") or style == "OfficialBody"]


def test_word_makes_the_numbers_that_the_document_has() -> None:
    word = opened()
    made = [(p, number) for p, number in numbered(word) if number]
    assert [number for _p, number in made] == [number for number in NUMBERED if number not in ("甲、", "")]
    assert not any(shown(p).startswith(number) for p, number in made)
    # As long as the first list counts on, the style alone says it.
    first = next(p for p, number in made if number == "一、")
    assert first.style == "Heading1"
    assert first.pPr.find(qn("w:numPr")) is None


def test_a_number_that_no_list_gives_is_typed() -> None:
    shown_ = [text for style, text in paragraphs(opened()) if style == "Heading1"][-3:]
    assert shown_ == ["甲、不在清单里的编号", "没有编号", "七、从七数起"]
    assert {number: shown(p) for p, number in numbered(opened()) if "编号" in shown(p)} == {"": "没有编号"}


def test_readers_see_the_text_that_stood_there_before(tmp_path: Path) -> None:
    path = tmp_path / "outline.docx"
    path.write_bytes(write(OUTLINE, FINAL).data)
    found = "".join(read(path).text.split())
    assert found.count("（一）修路1.铺路面。到户到人。2.装路灯。") == 1
    plain = "".join(text.write(OUTLINE, FINAL).data.decode().split())
    assert found[found.index("一、主要工作") : found.index("附件：1.")] in plain


def test_a_comment_on_a_number_stands_at_its_heading() -> None:
    finding = Finding("ENUM001", "enumeration", "enumeration", Severity.ERROR, "少了一项", anchors=(Anchor(0, (), 0, 2),))
    word = opened(job=Job(Resources(), findings=(finding,)))
    first = next(p for p in word.element.body.iter(qn("w:p")) if p.style == "Heading1")
    marks = [item.tag.rpartition("}")[2] for item in first if item.tag != qn("w:pPr")]
    assert marks == ["commentRangeStart", "commentRangeEnd", "r", "r"]
    assert shown(first) == "主要工作"


def test_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "outline.docx"
    path.write_bytes(write(OUTLINE, FINAL).data)
    assert list(OpenXmlValidator(FileFormat.OFFICE_2019).validate(path).errors) == []


@pytest.mark.office
def test_whoever_inserts_a_heading_gets_the_next_number(tmp_path: Path) -> None:
    """LibreOffice numbers all as the document does, and what stands behind a new heading moves on."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    word = opened()
    before = tmp_path / "before.docx"
    word.save(str(before))
    first = next(p for p in word.element.body.iter(qn("w:p")) if p.style == "Heading2")
    added = copy.deepcopy(first)
    next(added.iter(qn("w:t"))).text = "新增的一项"
    first.addprevious(added)
    after = tmp_path / "after.docx"
    word.save(str(after))
    converted("pdf", tmp_path, before, after)
    seen = "".join(_lines(tmp_path / "before.pdf"))
    at = 0
    for number, (_style, paragraph) in zip(NUMBERED, headings(opened()), strict=True):
        assert paragraph.startswith(number)
        at = seen.index(paragraph, at)
    changed = _lines(tmp_path / "after.pdf")
    assert {"（一）新增的一项", "（二）修路", "（三）架桥。到户到人。"} <= set(changed)
    # Two 字 in, and no gap behind the number.
    done = subprocess.run(["pdftotext", "-bbox", str(tmp_path / "after.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    left = {line.split(">")[1].split("<")[0]: float(line.split('"')[1]) / 72 * 25.4 for line in done.splitlines() if "<word" in line}
    assert [left[start] for start in ("（一）新增的一项", "一、主要工作")] == pytest.approx([28 + 2 * 15.75 / 72 * 25.4] * 2, abs=0.2)


def _lines(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True).stdout.decode()
    return ["".join(line.split()) for line in done.splitlines() if line.strip()]
