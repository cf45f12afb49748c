"""Every fault that a Word file can have is named: our own file with one thing spoilt."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx as python_docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from summarizer.inspect import inspect_data

from .conftest import changed, deviations, element, page_field, para


def section(**values: Any) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        for part in word.sections:
            for name, length in values.items():
                setattr(part, name, length)

    return change


def spaced(word: Any) -> None:
    for p in word.paragraphs:
        if p.style.name == "公文正文":
            p.paragraph_format.line_spacing_rule = WD_LINE_SPACING.ONE_POINT_FIVE


def text(start: str, new: str) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        p = para(word, start)
        for run in p.runs[1:]:
            run._r.getparent().remove(run._r)
        p.runs[0].text = new

    return change


def typed(start: str, new: str) -> Callable[[Any], None]:
    """A heading whose number somebody has typed."""

    def change(word: Any) -> None:
        properties = para(word, start)._p.get_or_add_pPr()
        for item in properties.findall(qn("w:numPr")):
            properties.remove(item)
        properties.find(qn("w:pStyle")).addnext(element('<w:numPr><w:numId w:val="0"/></w:numPr>'))
        text(start, new)(word)

    return change


def pattern(level: int, text: str) -> Callable[[Any], None]:
    """Word's own numbering in another form."""

    def change(word: Any) -> None:
        list(word.part.numbering_part.element.iter(qn("w:lvlText")))[level].set(qn("w:val"), text)

    return change


def style(name: str, change: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda word: change(next(s for s in word.styles if s.name.lower() == name.lower()))


def fonts(name: str, **slots: str) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        found = next(s for s in word.styles if s.name.lower() == name.lower()).element.rPr.find(qn("w:rFonts"))
        for slot, face in slots.items():
            found.set(qn(f"w:{slot}"), face)

    return change


def no_hint(word: Any) -> None:
    """Quotes typed in a Latin keyboard: without the hint they take the Latin face."""
    for item in word.element.body.iter(qn("w:rFonts")):
        item.attrib.pop(qn("w:hint"), None)
    for item in word.styles.element.iter(qn("w:rFonts")):
        item.attrib.pop(qn("w:hint"), None)


def theme(word: Any) -> None:
    found = para(word, "村里把").runs[0]._r.get_or_add_rPr()
    found.insert(0, element('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'))


def footers(change: Callable[[Any], object]) -> Callable[[Any], None]:
    """Change the paragraph that holds the number in every footer with one."""

    def each(word: Any) -> None:
        for relation in word.part.rels.values():
            if relation.reltype.endswith("/footer"):
                for p in list(relation.target_part.element.iter(qn("w:p"))):
                    if p.findall(".//" + qn("w:fldChar")) and not any(a.tag == qn("w:txbxContent") for a in p.iterancestors()):
                        change(p)

    return each


def renumber(before: str, after: str) -> Callable[[Any], None]:
    def change(p: Any) -> None:
        texts = list(p.iter(qn("w:t")))
        texts[0].text, texts[-1].text = before, after

    return footers(change)


def set_in_footer(name: str, **attributes: str) -> Callable[[Any], None]:
    def change(p: Any) -> None:
        for item in p.iter(qn(f"w:{name}")):
            for key, value in attributes.items():
                for old in [k for k in item.attrib if key in ("left", "right") and k in (qn("w:left"), qn("w:right"))]:
                    del item.attrib[old]
                item.set(qn(f"w:{key}"), value)

    return footers(change)


def without_table_properties(name: str) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        for item in list(word.element.body.iter(qn(f"w:{name}"))):
            item.getparent().remove(item)

    return change


def no_rule(word: Any) -> None:
    for item in list(word.styles.element.iter(qn("w:pBdr"))) + list(word.element.body.iter(qn("w:pBdr"))):
        item.getparent().remove(item)


def no_imprint_rules(word: Any) -> None:
    no_rule(word)
    for item in list(word.styles.element.iter(qn("w:shd"))) + list(word.element.body.iter(qn("w:shd"))):
        item.getparent().remove(item)
    for item in list(word.element.body.iter(qn("w:tblBorders"))):
        item.getparent().remove(item)


def insert_blank(start: str) -> Callable[[Any], object]:
    return lambda word: para(word, start).insert_paragraph_before("")


def right_by(start: str, points: float) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        form = para(word, start).paragraph_format
        form.left_indent, form.right_indent, form.first_line_indent = Pt(0), Pt(points), Pt(0)
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    return change


def wide_table(word: Any) -> None:
    for column in word.element.body.iter(qn("w:gridCol")):
        column.set(qn("w:w"), "6000")


def bold(start: str) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        para(word, start).runs[0].bold = True

    return change


def red_text(word: Any) -> None:
    para(word, "村里把").runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


FAULTS: dict[str, list[tuple[Callable[[Any], object], str]]] = {
    "paper": [(section(page_width=Mm(216), page_height=Mm(279)), "216 × 279 mm")],
    "margin-top": [(section(top_margin=Mm(25.4)), "25.4 mm")],
    "margin-bottom": [(section(bottom_margin=Mm(25.4)), "25.4 mm")],
    "margin-left": [(section(left_margin=Mm(31.8)), "31.8 mm")],
    "margin-right": [(section(right_margin=Mm(31.8)), "31.8 mm")],
    "lines-per-page": [(spaced, "lines"), (section(top_margin=Mm(20), bottom_margin=Mm(20)), "25 lines")],
    "characters-per-line": [(style("公文正文", lambda s: s.element.rPr.find(qn("w:spacing")).set(qn("w:val"), "0")), "27 characters")],
    "line-pitch": [(spaced, "1.5 lines, not fixed")],
    "right-edge": [(style("公文正文", lambda s: setattr(s.paragraph_format, "alignment", WD_ALIGN_PARAGRAPH.LEFT)), "flush left")],
    "colour": [(red_text, "#c00000")],
    "font": [
        (fonts("heading 1", eastAsia="微软雅黑"), "微软雅黑"),
        (fonts("Title", eastAsia="黑体"), "黑体"),
        (fonts("公文正文", eastAsia="宋体"), "宋体"),
    ],
    "size": [
        (style("公文正文", lambda s: setattr(s.font, "size", Pt(15))), "15 pt"),
        (style("Title", lambda s: setattr(s.font, "size", Pt(18))), "小二"),
    ],
    "bold": [(bold("收成"), "bold"), (style("heading 2", lambda s: setattr(s.font, "bold", True)), "bold")],
    "digits": [(fonts("公文正文", ascii="Calibri", hAnsi="Calibri"), "Calibri")],
    "quotes": [(no_hint, "Times New Roman")],
    "theme-fonts": [(theme, "by the theme")],
    "copy-number": [(text("000001", "0001"), "0001")],
    "secrecy": [(text("机密", "机密☆3年"), "机密☆3年")],
    "issuer": [(style("发文机关标志", lambda s: setattr(s.font.color, "rgb", RGBColor(0, 0, 0))), "not red, centred")],
    "issuer-place": [(lambda word: setattr(para(word, "示例县农业农村局文件").paragraph_format, "space_before", Pt(150)), "mm")],
    "document-number": [(text("示农", "示农〔2024〕05号"), "示农〔2024〕05号"), (text("示农", "示农[2024]5号"), "示农[2024]5号")],
    "signatory": [(lambda word: _signatory(word), "characters")],
    "letterhead-rule": [(no_rule, "none")],
    "title-found": [(lambda word: _untitled(word), "none")],
    "title-centred": [(style("Title", lambda s: setattr(s.paragraph_format, "alignment", WD_ALIGN_PARAGRAPH.LEFT)), "not centred")],
    "title-break": [(text("示例县农业农村局关于", "示例县农业农村局关于2023年果业工\n作情况的报告"), "果业工／作情况的")],
    "title-shape": [
        (text("示例县农业农村局关于", "示例县农业农村局\n关于\n果业工作情况的报告"), "lines of 8 / 2 / 9 characters"),
        (text("示例县农业农村局关于", "示例县果业局\n工作情况报告"), "lines of 6 / 6 characters"),
    ],
    "title-place": [(insert_blank("示例县农业农村局关于"), "blank lines")],
    "title-gap": [(insert_blank("示例县人民政府"), "2.0 blank lines")],
    "addressee": [
        (text("示例县人民政府", "示例县人民政府:"), "ends with “:”"),
        (lambda word: setattr(para(word, "示例县人民政府").paragraph_format, "first_line_indent", Pt(32)), "2.0 characters"),
    ],
    "indent": [(style("公文正文", lambda s: s.element.pPr.find(qn("w:ind")).set(qn("w:firstLine"), "0")), "0.0 characters")],
    "turned-lines": [(lambda word: setattr(para(word, "村里把").paragraph_format, "left_indent", Pt(32)), "2.0 characters")],
    "level-marks": [
        (typed("收成", "一.收成"), "一."),
        (typed("早熟果", "(一)早熟果"), "(一)"),
        (pattern(1, "(%2)"), "(一)"),
        (typed("抓采摘", "1、抓采摘。" + "果子" * 30 + "。"), "1、"),
        (pattern(2, "%3、"), "1、"),
    ],
    "heading-end": [(text("收成", "收成。"), "ends with “。”")],
    "navigation": [(lambda word: _only_dressed(word), "a paragraph that looks like one")],
    "attachment-list": [
        (text("附件：", "附件:果园名单"), "附件:果园名单"),
        (lambda word: setattr(para(word, "附件：").paragraph_format, "space_before", Pt(0)), "0.0 blank lines"),
    ],
    "signature": [(right_by("2024年1月11日", 0), "characters from the right")],
    "date-place": [(lambda word: _date_alone(word), "characters")],
    "signature-gap": [(lambda word: setattr(_signature(word).paragraph_format, "space_before", Pt(0)), "0.0 blank lines")],
    "date-form": [
        (text("2024年1月11日", "2024年01月11日"), "2024年01月11日"),
        (text("2024年1月11日", "二〇二四年一月十一日"), "二〇二四年一月十一日"),
    ],
    "note": [(text("（此件", "(此件公开发布)"), "(…), 2.0 characters")],
    "attachment-label": [
        (lambda word: _label(word, "附件："), "附件："),
        (lambda word: setattr(_last(word, "附件").paragraph_format, "page_break_before", False), "not on a new page"),
    ],
    "attachment-title": [(lambda word: setattr(_last(word, "果园名单").paragraph_format, "space_before", Pt(0)), "on line 2")],
    "imprint-rules": [(no_imprint_rules, "none")],
    "copies": [(text("抄送", "抄送：甲局，乙局"), "ends with “局”")],
    "printed": [(lambda word: _printed(word), "from the left")],
    "number-there": [
        (footers(lambda p: p.getparent().remove(p) if len(p.getparent()) > 1 else [p.remove(r) for r in list(p)[1:]]), "none")
    ],
    "number-form": [(renumber("- ", " -"), "- 1 -"), (renumber("第", "页"), "第1页")],
    "number-type": [
        (fonts("footer", ascii="Calibri", hAnsi="Calibri"), "四号 Calibri"),
        (style("footer", lambda s: setattr(s.font, "size", Pt(9))), "9 pt"),
    ],
    "number-side": [(set_in_footer("jc", val="center"), "odd pages: centred")],
    "number-inset": [(set_in_footer("ind", left="0"), "0.0 characters")],
    "number-below": [(section(footer_distance=Mm(15)), "mm")],
    "table-head": [(without_table_properties("tblHeader"), "not repeated")],
    "table-rows": [(without_table_properties("cantSplit"), "may break")],
    "table-width": [(wide_table, "mm")],
}


def _signatory(word: Any) -> None:
    p = para(word, "示农")
    p.alignment = WD_ALIGN_PARAGRAPH.LEFT
    p.runs[0].text = "示农〔2024〕5号　签发人：某某某"


def _untitled(word: Any) -> None:
    for p in word.paragraphs:
        if p.style.name in ("Title", "附件标题", "发文机关标志", "发文字号"):
            p.style = "公文正文"
            p.alignment = WD_ALIGN_PARAGRAPH.LEFT
            p.runs[0].text = p.runs[0].text.replace("〔", "") + "。"


def _signature(word: Any) -> Any:
    return next(p for p in word.paragraphs if p.style.name == "署名")


def _date_alone(word: Any) -> None:
    name = _signature(word)
    name._p.getparent().remove(name._p)
    right_by("2024年1月11日", 0)(word)


def _only_dressed(word: Any) -> None:
    p = para(word, "收成")
    p.style, p.runs[0].text = "公文正文", "一、收成"


def _last(word: Any, text: str) -> Any:
    return [p for p in word.paragraphs if p.text == text][-1]


def _label(word: Any, text: str) -> None:
    _last(word, "附件").runs[0].text = text


def _printed(word: Any) -> None:
    p = next(p for p in word.paragraphs if p.text.endswith("印发"))
    p.paragraph_format.left_indent = Pt(0)


CASES = [(name, change, measured) for name, faults in FAULTS.items() for change, measured in faults]


@pytest.mark.parametrize(("name", "change", "measured"), CASES, ids=[f"{name}-{n}" for n, (name, _c, _m) in enumerate(CASES)])
def test_a_fault_is_named(name: str, change: Callable[[Any], object], measured: str) -> None:
    found = deviations(changed(change))
    assert name in found, sorted(found)
    assert any(measured in one.measured for one in found[name]), [one.measured for one in found[name]]
    assert all(one.required and one.clause for one in found[name])


#: Faults that spoil nothing else: only this one is named.
ALONE = (
    "margin-top",
    "colour",
    "bold",
    "quotes",
    "number-form",
    "date-form",
    "heading-end",
    "table-head",
    "letterhead-rule",
    "theme-fonts",
)


@pytest.mark.parametrize("name", ALONE)
def test_nothing_else_is_named(name: str) -> None:
    assert set(deviations(changed(FAULTS[name][0][0]))) - {"lines-per-page", "line-pitch", "imprint-rules", "font"} == {name}


def test_a_note_is_no_deviation() -> None:
    def busy(word: Any) -> None:
        word.core_properties.author = "某某"
        p = para(word, "村里把")
        p._p.append(element('<w:ins w:id="900" w:author="a"><w:r><w:t>添</w:t></w:r></w:ins>'))
        p.runs[0].font.hidden = True
        word.add_comment(para(word, "收成").runs, "看", "某某", "某")

    found = inspect_data(changed(busy), "x.docx")
    notes = {one.name: one.measured for one in found.checks if one.note and not one.ok}
    assert notes["author"] == "某某"
    assert notes["tracked-changes"] == "1 tracked change"
    assert notes["comments"] == "1 comment"
    assert notes["hidden-text"].startswith("“村里把")
    assert not {"author", "tracked-changes", "comments", "hidden-text"} & {one.name for one in found.deviations}


def test_a_heading_before_a_style_separator_ends_as_a_run_in_one() -> None:
    def separated(word: Any) -> None:
        p = para(word, "早熟果")
        p.runs[0].text = "早熟果。"
        p._p.pPr.append(element("<w:rPr><w:vanish/><w:specVanish/></w:rPr>"))

    assert "heading-end" not in deviations(changed(separated))


def test_a_draft_says_so_in_its_header() -> None:
    from summarizer.resources import Resources
    from summarizer.writers import docx
    from summarizer.writers.base import Job

    from .conftest import issued

    notes = {one.name: one.measured for one in inspect_data(docx.write(issued(), Job(Resources())).data, "x.docx").checks if one.note}
    assert notes["header"] == "header “草稿”"


def test_an_ordinary_word_file_is_told_what_it_lacks() -> None:
    word = python_docx.Document()
    word.add_paragraph("示例县林业局2023年工作总结").alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_paragraph("全年造林“三北”工程3.2万亩。" * 6)
    foot = word.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_field(foot, "- ", " -")
    stream = io.BytesIO()
    word.save(stream)
    found = deviations(stream.getvalue())
    wanted = {"paper", "margin-top", "margin-left", "characters-per-line", "font", "size", "digits", "quotes", "theme-fonts", "indent"}
    assert wanted | {"line-pitch", "number-form", "number-type", "number-side"} <= set(found)
    assert found["margin-top"][0].required == "37 ± 1 mm"
    (quotes,) = found["quotes"]
    assert quotes.times > 1
    assert quotes.place.startswith("paragraph 2")
