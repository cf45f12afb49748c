"""What this program writes conforms, in both formats and profiles."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from summarizer.document import Attachment, Column, Document, FigureRef, Paragraph, Signature, Table, Text
from summarizer.facts import load
from summarizer.inspect import inspect_data
from summarizer.inspect.fix import fix_data
from summarizer.official import PROFILES
from summarizer.render import render
from summarizer.resources import Resources
from summarizer.writers import docx, pdf
from summarizer.writers.base import Job

from .conftest import changed, deviations, element, issued, own_docx, own_pdf, para

CONTENT = Path(__file__).parents[2] / "content"


def shown(data: bytes, name: str) -> list[str]:
    return [f"{one.name}: {one.measured}, required {one.required}, {one.place}" for one in inspect_data(data, name).deviations]


@pytest.mark.parametrize("example", ["xianju-minzheng-2023", "shili-water-2023"])
def test_the_examples_conform(example: str) -> None:
    document = render(load(CONTENT / example), Resources()).document
    job = Job(Resources(), draft=False)
    assert shown(docx.write(document, job).data, "report.docx") == []
    assert shown(pdf.write(document, job).data, "report.pdf") == []


@pytest.mark.parametrize("profile", ["gbt9704", "gbt9704-ink"])
def test_an_issued_document_conforms(profile: str) -> None:
    for data, name in ((own_docx(profile), "x.docx"), (own_pdf(issued(), profile=profile), "x.pdf")):
        found = inspect_data(data, name)
        assert shown(data, name) == []
        assert found.profile == profile
        measured = {one.name for one in found.checks}
        assert {"issuer", "letterhead-rule", "title-break", "indent", "signature", "imprint-rules", "number-below", "colour"} <= measured


BUREAUX = ("示例县农业农村局", "示例县林业局", "示例县商务局")
LONG = "示例县农业农村现代化示范区建设工作领导小组办公室"
DAY = "2024年1月11日"
NAMES = ("规划投资", "年度计划", "完成投资", "完成比例", "果园面积", "产量", "产值", "农户", "冷库")
WIDE = Table(
    "",
    (Column("乡镇"), *(Column(name, align="right") for name in NAMES)),
    tuple(((Text("示例乡镇"),), *((FigureRef("f", f"{n * 311}.{n}万元"),) for _name in NAMES)) for n in range(1, 12)),
)


def forms() -> dict[str, Document]:
    whole, line = issued(), Paragraph((Text("现将有关情况报告如下。"),))
    assert whole.letterhead is not None
    joint = replace(whole.letterhead, issuers=BUREAUX)
    upward = replace(joint, copy_number="", secrecy="", urgency="", signatories=("示例甲", "示例乙", "示例丙"))
    names = tuple(Attachment(f"第{n}号附件的名称比较长需要转行才能放得下来看看怎么样", (line,)) for n in range(1, 12))
    turned = (Attachment("分乡镇情况", (WIDE,)),)
    return {
        "joint": replace(whole, letterhead=upward, signature=Signature(BUREAUX, DAY)),
        "joint, under seals": replace(whole, letterhead=joint, signature=Signature(BUREAUX, DAY, stamped=True)),
        "pairs under seals": replace(whole, letterhead=joint, signature=Signature(BUREAUX[:2], DAY, stamped=True)),
        "a long name": replace(
            whole, letterhead=replace(joint, issuers=(LONG, *BUREAUX)), signature=Signature((LONG, *BUREAUX), DAY, stamped=True)
        ),
        "eleven attachments": replace(whole, attachments=names),
        "wide tables": replace(whole, body=(line, replace(WIDE, caption="各乡镇情况"), *whole.body), attachments=turned),
        "one line": replace(whole, body=(line,), attachments=()),
    }


@pytest.mark.parametrize("form", list(forms()))
def test_every_form_conforms(form: str) -> None:
    job = Job(Resources(), draft=False)
    data = docx.write(forms()[form], job).data
    assert shown(data, "x.docx") == []
    assert shown(fix_data(data, "x.docx", PROFILES["gbt9704"])[0], "mended.docx") == []
    assert shown(pdf.write(forms()[form], job).data, "x.pdf") == []


def test_faults_of_a_joint_issue_are_named() -> None:
    def black(word: Any) -> None:
        for run in word.element.body.iter(qn("w:r")):
            if run.text == BUREAUX[1] and next(run.iterancestors(qn("w:tbl")), None) is not None:
                run.rPr.append(element('<w:color w:val="000000"/>'))

    def close(word: Any) -> None:
        para(word, "示农").paragraph_format.space_before = Pt(0)

    data = docx.write(forms()["joint, under seals"], Job(Resources(), draft=False)).data
    for change, name in ((black, "issuer"), (close, "document-number")):
        assert list(deviations(changed(change, data))) == [name]


def test_a_pdf_is_judged_by_its_lines() -> None:
    found = {one.name: one for one in inspect_data(own_pdf(issued()), "x.pdf").checks}
    assert found["lines-per-page"].measured == "22 lines"
    assert found["characters-per-line"].measured == "28 characters"
    assert found["margin-left"].measured == "28.0 mm"
    assert found["line-pitch"].measured in {"28.94 pt", "28.95 pt", "28.96 pt"}
    assert "FandolFang" in found["font"].measured or "stand-in" not in found["font"].measured


def test_ten_pages_are_measured_in_less_than_a_second() -> None:
    # The same pages again and again: measuring does not care, and typesetting them takes longer than the test.
    writer = pypdf.PdfWriter()
    while len(writer.pages) < 10:
        writer.append(BytesIO(own_pdf(issued())))
    stream = BytesIO()
    writer.write(stream)
    data = stream.getvalue()
    inspect_data(data, "x.pdf")
    started = time.process_time()
    found = inspect_data(data, "x.pdf")
    # Generous: the machine may be busy with other tests.
    assert time.process_time() - started < 2
    assert found.checks
