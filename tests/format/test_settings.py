"""Fonts, line pitch and printing on both sides as a report sets them, in the finished files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from summarizer.inspect import inspect
from summarizer.official import PROFILES

SETTINGS = """\
字体:
  数字: 仿宋_GB2312
  黑体: 某某简黑
行距: 固定值28.5磅
双面印制: 是
form: issued
letterhead: {issuers: [示例县林业局], document_number: 示林〔2024〕3号}
imprint: {printed_by: 示例县林业局办公室, printed_on: 2024-01-08}
"""


def built(run: Callable[..., Any], folder: Any, out: Path, *words: str) -> Any:
    result = run("build", folder.path, "--output", out, *words)
    assert result.status == 0, result.err
    return result


def faces(path: Path) -> set[str]:
    return {font["/BaseFont"].partition("+")[2] for page in PdfReader(path).pages for font in page["/Resources"]["/Font"].values()}


def test_a_report_sets_fonts_pitch_and_both_sides(run: Callable[..., Any], folder: Any, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(run, folder, out, "--final")
    plain = faces(out / "forest" / "report.pdf")
    folder.write("report.yaml", folder.read("report.yaml") + SETTINGS)
    result = built(run, folder, out, "--final")
    assert "the font 某某简黑 is not on this machine" in result.out + result.err
    word = docx.Document(str(out / "forest" / "report.docx"))
    wanted = ("公文正文", "heading 1", "Heading 1")
    slots = {style.name: style.element.rPr.find(qn("w:rFonts")) for style in word.styles if style.name in wanted}
    assert slots["公文正文"].get(qn("w:ascii")) == slots["公文正文"].get(qn("w:hAnsi")) == "仿宋_GB2312"
    assert {fonts.get(qn("w:eastAsia")) for fonts in slots.values()} == {"仿宋_GB2312", "某某简黑"}
    assert word.styles["公文正文"].element.pPr.find(qn("w:spacing")).get(qn("w:line")) == str(round(28.5 * 20))
    assert word.sections[-1].start_type.name == "EVEN_PAGE"
    # The digits have left the Latin face; what is missing has the usual one of its role.
    path = out / "forest" / "report.pdf"
    assert plain - faces(path) == {name for name in plain if "Serif" in name or "Times" in name}
    assert faces(path) >= {name for name in plain if "Hei" in name}
    pages = PdfReader(path).pages
    assert len(pages) % 2 == 0
    assert "印发" in pages[-1].extract_text()
    for name in ("report.docx", "report.pdf"):
        measured = {check.name: check.measured for check in inspect(path.with_name(name)).checks}
        assert "28.50 pt" in measured["line-pitch"]


def test_a_changed_setting_is_a_new_file(run: Callable[..., Any], folder: Any, tmp_path: Path) -> None:
    built(run, folder, tmp_path, "--format", "docx")
    assert "report-draft.docx" not in built(run, folder, tmp_path, "--format", "docx").out.partition("wrote")[2]
    for setting in ("fonts: {digits: 宋体}\n", "pitch: 28\n", "both_sides: true\n"):
        folder.write("report.yaml", folder.read("report.yaml") + setting)
        assert "wrote report-draft.docx" in built(run, folder, tmp_path, "--format", "docx").out


@pytest.mark.parametrize(("pitch", "lines"), [(28.95, 22), (29, 21), (30, 21), (28, 22)])
def test_the_pitch_says_how_many_lines_a_page_has(pitch: float, lines: int) -> None:
    assert PROFILES["gbt9704"].set_with(pitch=pitch).lines == lines
