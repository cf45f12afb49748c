"""What this program writes conforms, in both formats and profiles."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from summarizer.facts import load
from summarizer.inspect import inspect_data
from summarizer.render import render
from summarizer.resources import Resources
from summarizer.writers import docx, pdf
from summarizer.writers.base import Job

from .conftest import issued, own_docx, own_pdf

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
    started = time.perf_counter()
    found = inspect_data(data, "x.pdf")
    # Generous: the machine may be busy with other tests.
    assert time.perf_counter() - started < 2
    assert found.checks
