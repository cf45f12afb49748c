"""``--fix``: the official format, and every character of the text as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.errors import OutputError, ReadError
from summarizer.inspect import inspect, inspect_data
from summarizer.inspect.fix import fix, fix_data
from summarizer.official import PROFILES
from summarizer.readers import read

from .conftest import SENTENCE, changed, deviations, element, own_docx, page_field, para

PROFILE = PROFILES["gbt9704"]


def ordinary() -> bytes:
    """A report as somebody types it who has never seen the standard."""
    word = python_docx.Document()
    part = word.sections[0]
    part.left_margin = part.right_margin = Mm(25)
    part.header.paragraphs[0].text = "内部资料"
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("示例县林业局2023年工作总结")
    run.bold, run.font.size, run.font.name = True, Pt(18), "Calibri"
    word.add_paragraph("")
    word.add_paragraph("")
    word.add_paragraph("示例县人民政府：")
    head = word.add_paragraph()
    head.add_run("一、").bold = True
    head.add_run("造林").bold = True
    mixed = word.add_paragraph()
    mixed.add_run("（一）抓进").bold = True
    mixed.add_run("度。全年造林“三北”工程").font.color.rgb = RGBColor(0, 0, 200)
    mixed.add_run("3.2万亩——" + SENTENCE).font.name = "Arial"
    mixed.paragraph_format.line_spacing = 1.5
    typed = word.add_paragraph("　　树苗都已成活。" + SENTENCE * 2)
    typed.paragraph_format.left_indent = Mm(10)
    table = word.add_table(3, 2)
    for number, text in enumerate(("树种", "“亩”数", "松", "12.5", "杉", "7")):
        table.cell(number // 2, number % 2).text = text
    word.add_paragraph("附件：项目表")
    word.add_paragraph("")
    for text in ("示例县林业局", "2024年1月8日"):
        word.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("附件")
    word.add_paragraph("项目表").alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_paragraph("只有一个项目。")
    foot = part.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_field(foot, "- ", " -")
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def words(data: bytes) -> list[str]:
    """The text of every paragraph, tables too, read by another library than the one under test."""
    body = python_docx.Document(io.BytesIO(data)).element.body
    found = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    return [text for text in found if text]


def test_the_deviations_are_gone_and_the_text_is_the_same() -> None:
    data = ordinary()
    before = deviations(data)
    assert {"paper", "margin-left", "font", "size", "bold", "quotes", "number-form", "number-side", "line-pitch", "signature"} <= set(
        before
    )
    mended, notes = fix_data(data, "x.docx", PROFILE)
    assert notes == ()
    assert words(mended) == words(data)
    assert deviations(mended) == {}


def test_it_is_done_with_styles() -> None:
    word = python_docx.Document(io.BytesIO(fix_data(ordinary(), "x.docx", PROFILE)[0]))
    styles = {p.text[:4]: p.style.name for p in word.paragraphs if p.text}
    assert styles["示例县林"] in ("Title", "署名")
    assert word.paragraphs[0].style.name == "Title"
    assert styles["一、造林"].lower() == "heading 1"
    assert styles["（一）抓"] == "公文正文"
    mixed = para(word, "（一）抓")
    assert "".join(run.text for run in mixed.runs if run.style.name == "公文标题2字") == "（一）抓进度。"
    left = {item.tag.rpartition("}")[2] for run in mixed.runs if run._r.rPr is not None for item in run._r.rPr}
    assert left <= {"rStyle", "rFonts"}
    assert all(item.get(qn("w:eastAsia")) is None for item in mixed._p.iter(qn("w:rFonts")))


def test_a_blue_line_under_the_title_goes_and_the_red_rule_stays() -> None:
    mended = python_docx.Document(io.BytesIO(fix_data(ordinary(), "x.docx", PROFILE)[0]))
    assert mended.styles["Title"].element.find(".//" + qn("w:pBdr")) is None
    assert "letterhead-rule" not in deviations(fix_data(own_docx(), "x.docx", PROFILE)[0])


def test_doing_it_again_changes_nothing_that_is_seen() -> None:
    once = fix_data(ordinary(), "x.docx", PROFILE)[0]
    twice = fix_data(once, "x.docx", PROFILE)[0]
    assert words(twice) == words(once)
    assert deviations(twice) == {}


def test_the_other_profile() -> None:
    mended = fix_data(ordinary(), "x.docx", PROFILES["gbt9704-ink"])[0]
    found = inspect_data(mended, "x.docx")
    assert (found.profile, found.deviations) == ("gbt9704-ink", ())


def test_everything_else_in_the_package_stays() -> None:
    data = ordinary()
    mended = fix_data(data, "x.docx", PROFILE)[0]
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(mended)) as new:
        touched = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert touched <= {
            "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/stylesWithEffects.xml", "word/settings.xml",
            "word/_rels/document.xml.rels",
        }  # fmt: skip
        assert set(old.namelist()) <= set(new.namelist())
    word = python_docx.Document(io.BytesIO(mended))
    assert word.sections[0].header.paragraphs[0].text == "内部资料"
    # Told apart now, the even pages still have the header that all pages had.
    assert word.sections[0].even_page_header.paragraphs[0].text == "内部资料"


def test_the_file_is_sound(tmp_path: Path) -> None:
    # Our own base is free of faults; what is added must be, too.
    mended = fix_data(changed(_spoil), "x.docx", PROFILE)[0]
    assert deviations(mended) == {}
    path = tmp_path / "mended.docx"
    path.write_bytes(mended)
    assert list(OpenXmlValidator(FileFormat.OFFICE_2019).validate(path).errors) == []


def _spoil(word: Any) -> None:
    word.sections[0].left_margin = Mm(30)
    para(word, "收成").runs[0].bold = True


def test_tracked_changes_notes_and_numbering_survive() -> None:
    def busy(word: Any) -> None:
        p = para(word, "村里把")
        p._p.append(element('<w:ins w:id="900" w:author="a"><w:r><w:t>添上的字</w:t></w:r></w:ins>'))
        p._p.append(element('<w:del w:id="901" w:author="a"><w:r><w:delText>删去的字</w:delText></w:r></w:del>'))
        word.add_comment(p.runs, "看", "某某", "某")
        p.runs[0].font.size = Pt(9)

    data = changed(busy)
    mended = fix_data(data, "x.docx", PROFILE)[0]
    body = python_docx.Document(io.BytesIO(mended)).element.body
    assert "删去的字" in "".join(item.text or "" for item in body.iter(qn("w:delText")))
    assert "添上的字" in "".join(words(mended))
    assert [len(list(body.iter(qn(f"w:{name}")))) for name in ("commentRangeStart", "commentReference", "bookmarkStart")] == [
        len(list(python_docx.Document(io.BytesIO(data)).element.body.iter(qn(f"w:{name}"))))
        for name in ("commentRangeStart", "commentReference", "bookmarkStart")
    ]
    assert "size" not in deviations(mended)


def renumbered(kind: str) -> bytes:
    """An ordinary report whose paragraphs stand in Word's lists, or whose headings would if they wore their style."""

    def change(word: Any) -> None:
        number = {p.text: p for p in word.paragraphs}["造林之外"]._p.get_or_add_pPr()
        styles = {style.name: style.element.get_or_add_pPr() for style in word.styles if style.name in ("Heading 1", "List Number")}
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{styles["List Number"].numPr.numId.val}"/></w:numPr>'
        if kind == "style of headings":
            styles["Heading 1"].append(element(listed))
        elif kind == "style of lists":
            number.get_or_add_pStyle().val = "ListNumber"
        else:
            number.append(element(listed))

    data = changed(lambda word: setattr(word.add_paragraph("造林之外"), "style", "Normal"), ordinary())
    return changed(change, data)


def seen(data: bytes, path: Path) -> str:
    path.write_bytes(data)
    return read(path).text


@pytest.mark.parametrize("kind", ["style of headings", "style of lists", "the paragraph itself"])
def test_no_number_comes_or_goes(kind: str, tmp_path: Path) -> None:
    data = renumbered(kind)
    before = seen(data, tmp_path / "before.docx")
    after = seen(fix_data(data, "x.docx", PROFILE)[0], tmp_path / "after.docx")
    assert "".join(after.split()) == "".join(before.split())
    assert "一、造林\n" in before
    assert before.endswith("\n造林之外\n" if kind == "style of headings" else "\n1. 造林之外\n")


def test_a_footer_with_words_in_it_is_left() -> None:
    data = changed(lambda word: setattr(word.sections[0].footer.paragraphs[0], "text", "示例县林业局印"), ordinary())
    mended, notes = fix_data(data, "x.docx", PROFILE)
    assert "示例县林业局印" in notes[0]
    assert python_docx.Document(io.BytesIO(mended)).sections[0].footer.paragraphs[0].text == "示例县林业局印"


def test_a_first_page_of_its_own_gets_its_number() -> None:
    def own_first(word: Any) -> None:
        word.sections[0].different_first_page_header_footer = True

    data = changed(own_first, ordinary())
    assert "number-there" in deviations(data)
    assert deviations(fix_data(data, "x.docx", PROFILE)[0]) == {}


def test_what_is_not_recognised_is_refused() -> None:
    word = python_docx.Document()
    word.add_paragraph("全年造林3.2万亩，树苗都已成活。")
    stream = io.BytesIO()
    word.save(stream)
    with pytest.raises(ReadError, match="the title was not found") as caught:
        fix_data(stream.getvalue(), "x.docx", PROFILE)
    assert "heading 1" in caught.value.hint


def test_a_pdf_is_refused() -> None:
    with pytest.raises(ReadError, match="only a DOCX"):
        fix_data(b"%PDF-1.7\n%%EOF", "x.pdf", PROFILE)


def test_never_over_the_input(tmp_path: Path) -> None:
    source = tmp_path / "in.docx"
    source.write_bytes(ordinary())
    link = tmp_path / "link.docx"
    link.symlink_to(source)
    for out in (source, link, tmp_path / "." / "in.docx"):
        with pytest.raises(OutputError, match="take the place of the input"):
            fix(source, out)
    with pytest.raises(OutputError, match="DOCX"):
        fix(source, tmp_path / "out.pdf")
    with pytest.raises(OutputError, match="cannot be written"):
        fix(source, tmp_path / "none" / "out.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.docx", "link.docx"]


def test_it_is_written_whole(tmp_path: Path) -> None:
    source, out = tmp_path / "in.docx", tmp_path / "out.docx"
    source.write_bytes(ordinary())
    out.write_text("old")
    fixed = fix(source, out)
    assert fixed.path == out
    assert inspect(out).conforms
    assert source.read_bytes() == ordinary() or words(source.read_bytes()) == words(ordinary())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.docx", "out.1.docx", "out.docx"]
    assert (tmp_path / "out.1.docx").read_text() == "old"


def test_our_own_file_is_already_as_it_should_be() -> None:
    mended, notes = fix_data(own_docx(), "x.docx", PROFILE)
    assert words(mended) == words(own_docx())
    assert notes == ()
    assert set(deviations(mended)) <= {"imprint-rules", "letterhead-rule", "issuer-place", "document-number"}
