"""Faults of a PDF, measured on its pages: our own print style with one rule spoilt."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.annotations import Text as Remark

from summarizer.document import Heading, Paragraph, Text
from summarizer.inspect import inspect_data, measure
from summarizer.inspect.sheet import Role
from tests.programs import converted

from .conftest import SENTENCE, article, deviations, issued, own_pdf, table

PLAIN = article(Heading(1, "一、", (Text("收成"),)), *(Paragraph((Text(SENTENCE * 9),)) for _ in range(5)))

#: Rules that do not hide each other's faults, and what they must lead to.
CSS = [
    (
        """@page { size: 216mm 279mm; } p { color: #003399; } h1 { text-align: left; margin-bottom: 0; }
        @page :left { @bottom-left { content: '- ' counter(page) ' -'; } } @page :right { @bottom-right { padding-right: 0; } }""",
        [
            ("paper", "216 × 279 mm"),
            ("colour", "#003399"),
            ("title-centred", "not centred"),
            ("title-gap", "0.0 blank lines"),
            ("number-form", "-1-"),
            ("number-inset", "0.0 characters"),
        ],
    ),
    (
        """@page { margin-left: 32mm; margin-right: 22mm; margin-top: 30mm; } .level1 { font-family: 'FandolKai'; }
        @page :right { @bottom-right { content: none; }
        @bottom-left { content: '— ' counter(page) ' —'; font: 14pt 'FandolHei'; white-space: nowrap; } }""",
        [
            ("margin-left", "32.0 mm"),
            ("margin-right", "mm"),
            ("margin-top", "30.0 mm"),
            ("font", "FandolKai"),
            ("number-type", "四号 FandolHei"),
            ("number-side", "odd pages: left"),
            ("number-below", "mm"),
        ],
    ),
    (
        "html { line-height: 24pt; letter-spacing: 0; }",
        [("lines-per-page", "26 lines"), ("line-pitch", "24.00 pt"), ("characters-per-line", "27")],
    ),
    (
        "html { text-align: left; } p { width: 96%; text-indent: 0; } @page :right { @bottom-right { content: none; } }",
        [("right-edge", "lines off"), ("indent", "0.0 characters"), ("number-there", "none")],
    ),
    ("p { font-size: 15pt; } h2 { font-weight: bold; }", [("size", "15 pt"), ("bold", "bold")]),
]


@pytest.mark.parametrize(("rules", "faults"), CSS, ids=range(len(CSS)))
def test_a_fault_is_named(rules: str, faults: list[tuple[str, str]], templates: Callable[[str], Path]) -> None:
    found = deviations(own_pdf(PLAIN, templates(rules)), "x.pdf")
    for name, measured in faults:
        assert name in found, (name, sorted(found))
        assert any(measured in one.measured for one in found[name]), [one.measured for one in found[name]]


def test_a_good_page_has_no_fault() -> None:
    assert deviations(own_pdf(PLAIN), "x.pdf") == {}


def test_the_imprint_belongs_to_the_foot(templates: Callable[[str], Path]) -> None:
    rules = ".imprint { margin-bottom: 40mm !important; border-width: 1mm !important; }"
    found = deviations(own_pdf(issued(), templates(rules)), "x.pdf")
    assert "imprint-place" in found
    assert "imprint-rules" in found


def test_the_second_profile_is_judged_by_its_ink(templates: Callable[[str], Path]) -> None:
    rules = "@page { margin-top: 40mm; margin-bottom: 27.16mm; }"
    found = deviations(own_pdf(PLAIN, templates(rules), profile="gbt9704-ink"), "x.pdf")
    assert {"first-ink", "last-ink"} <= set(found)
    assert found["first-ink"][0].required == "37 ± 1 mm from the top"


def test_a_long_table_repeats_its_head(templates: Callable[[str], Path]) -> None:
    document = article(table(40))
    assert "table-head" not in deviations(own_pdf(document), "x.pdf")
    found = deviations(own_pdf(document, templates("thead { display: table-row-group; }")), "x.pdf")
    assert found["table-head"][0].place == "page 2"


def test_a_heading_at_the_foot_of_a_page(templates: Callable[[str], Path]) -> None:
    # 22 lines: two of title, one blank, eighteen of text, then the heading.
    blocks = (Paragraph((Text("果" * (28 * 18 - 2)),)), Heading(1, "一、", (Text("收成"),)), Paragraph((Text(SENTENCE),)))
    assert "heading-last" not in deviations(own_pdf(article(*blocks)), "x.pdf")
    found = deviations(own_pdf(article(*blocks), templates("h2 { break-after: auto !important; }")), "x.pdf")
    assert "一、收成" in found["heading-last"][0].place


def test_a_paragraph_over_two_pages_is_one() -> None:
    sheet = measure(own_pdf(PLAIN), "x.pdf")
    body = sheet.of(Role.BODY)
    assert len(body) == 5
    assert {para.text for para in body} == {SENTENCE * 9}
    assert any(len({line.page for line in para.lines}) == 2 for para in body)


@pytest.mark.parametrize(("place", "ok"), [("left: -17mm; top: 80mm; transform: rotate(90deg)", True), ("right: 0; top: 165mm", False)])
def test_a_turned_page_keeps_its_number(place: str, ok: bool) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    page = "@page { size: 297mm 210mm; margin: 28mm 37mm 26mm 35mm }"
    number = f"i {{ position: absolute; width: 20mm; text-align: center; font-style: normal; {place} }}"
    html = f"<style>{page} {number}</style>{'<p>山坡上的果树</p>' * 3}<i>— 1 —</i>"
    found = [one for one in inspect_data(weasyprint.HTML(string=html).write_pdf(), "x.pdf").checks if one.name == "number-turned"]
    assert [one.ok for one in found] == [ok], found


def test_remarks_and_faces_left_in_a_pdf(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(BytesIO(own_pdf(PLAIN)))
    writer.add_annotation(0, Remark(rect=(50, 550, 200, 650), text="看"))
    stream = BytesIO()
    writer.write(stream)
    checks = {one.name: one for one in inspect_data(stream.getvalue(), "x.pdf").checks}
    assert checks["comments"].measured == "1 comment"
    assert checks["comments"].note
    assert checks["embedded-fonts"].ok


@pytest.mark.office
def test_what_libreoffice_makes_of_our_word_file_is_measured_alike(tmp_path: Path) -> None:
    from .conftest import own_docx

    (tmp_path / "x.docx").write_bytes(own_docx())
    converted("pdf", tmp_path, tmp_path / "x.docx")
    found = inspect_data((tmp_path / "x.pdf").read_bytes(), "x.pdf")
    checks = {one.name: one for one in found.checks if one.ok}
    wanted = {
        "margin-left",
        "margin-top",
        "lines-per-page",
        "characters-per-line",
        "right-edge",
        "number-below",
        "number-side",
        "number-form",
    }
    assert wanted <= set(checks), [(one.name, one.measured) for one in found.deviations]
