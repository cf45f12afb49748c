from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from summarizer.errors import ReadError
from summarizer.readers import Reading, RunAnchor, read
from summarizer.readers.docx_styles import written

Make = Callable[..., Path]
Para = Callable[..., str]
Quickest = Callable[[Callable[[], object]], float]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_anchors(reading: Reading, path: Path) -> None:
    """Every anchor must lead to the very characters in the XML."""
    roots = {}
    with zipfile.ZipFile(path) as z:
        for anchor in reading.anchors:
            assert isinstance(anchor, RunAnchor)
            if anchor.part not in roots:
                root = etree.fromstring(z.read(anchor.part))
                roots[anchor.part] = list(root.iter(f"{W}p")), list(root.iter(f"{W}r"))
            paragraphs, runs = roots[anchor.part]
            run = runs[anchor.run]
            assert next(run.iterancestors(f"{W}p")) is paragraphs[anchor.paragraph]
            element = run[anchor.child]
            said = reading.text[anchor.start : anchor.end]
            if element.tag == f"{W}t":
                assert (element.text or "")[anchor.offset : anchor.offset + len(said)] == said
            else:
                assert len(said) == 1
    ends = [0, *(a.end for a in reading.anchors)]
    assert all(a.start >= end for a, end in zip(reading.anchors, ends, strict=False))


def test_runs_join_to_paragraphs_and_anchors_lead_back(docx: Make, para: Para) -> None:
    path = docx(para("全年修路", "35公里", "，通车。") + para("完成投资3800万元。"))
    reading = read(path)
    assert reading.text == "全年修路35公里，通车。\n完成投资3800万元。\n"
    check_anchors(reading, path)
    start = reading.text.index("路35公")
    pieces = [(a.run, a.offset, i, j) for a, i, j in reading.stretches(start, start + 4) if isinstance(a, RunAnchor)]
    assert pieces == [(0, 0, 3, 4), (1, 0, 0, 3)]


def test_breaks_tabs_spaces_and_raised_digits(docx: Make) -> None:
    path = docx(
        "<w:p><w:r><w:t>  甲 </w:t><w:tab/><w:t xml:space='preserve"
        "'>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type='page'/><w:noBreakHyphen/></w:r>"
        "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"
    )
    reading = read(path)
    assert reading.text == "甲\t乙\n丙-²\n"
    assert [reading.text[b.start : b.end] for b in reading.blocks] == ["甲\t乙", "丙-²"]
    anchor = reading.anchors[0]
    assert isinstance(anchor, RunAnchor)
    assert anchor.offset == 2


def test_controls_links_and_fields(docx: Make, para: Para) -> None:
    char = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    path = docx(
        "<w:sdt><w:sdtPr/><w:sdtContent>" + para("块中有12个。") + "</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>投资3800万元</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:hyperlink><w:r><w:t>见附件</w:t></w:r></w:hyperlink>"
        + char.format("begin") + "<w:r><w:instrText>PAGE 77</w:instrText></w:r><w:r><w:t>99</w:t></w:r>" + char.format("separate")
        + "<w:r><w:t>5</w:t></w:r>" + char.format("end") + "<w:fldSimple w:instr='DATE'><w:r><w:t>年</w:t></w:r></w:fldSimple></w:p>"
        "<w:p>" + char.format("begin") + "</w:p>" + para("没有结束的域之后照读。")
    )  # fmt: skip
    reading = read(path)
    assert reading.text == "块中有12个。\n投资3800万元见附件5年\n没有结束的域之后照读。\n"
    check_anchors(reading, path)


def test_tracked_changes_are_read_as_accepted(docx: Make, para: Para) -> None:
    path = docx(
        "<w:p><w:r><w:t>投资</w:t></w:r><w:del><w:r><w:delText>3800</w:delText></w:r></w:del><w:ins><w:r><w:t>3900</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>"
        + para("前半段，", properties="<w:rPr><w:del/></w:rPr>")
        + para("后半段。")
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>留行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    reading = read(path)
    assert reading.text == "投资3900新处\n前半段，后半段。\n留行\n"
    assert "accepted" in reading.note
    check_anchors(reading, path)


def test_a_style_separator_keeps_heading_and_text_in_one_line(docx: Make, para: Para) -> None:
    head = "<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>（一）修路。</w:t></w:r></w:p>"
    path = docx(head + para("通车35公里。") + para("架桥。"))
    reading = read(path)
    assert reading.text == "（一）修路。通车35公里。\n架桥。\n"
    check_anchors(reading, path)


def test_a_text_box_is_read_once_after_its_paragraph(docx: Make, para: Para) -> None:
    box = "<w:txbxContent>" + para("框中60张床位。") + "</w:txbxContent>"
    path = docx(
        "<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>续文。</w:t></w:r></w:p>" + para("下段。")
    )  # fmt: skip
    reading = read(path)
    assert reading.text == "正文。续文。\n框中60张床位。\n下段。\n"
    assert [b.kind for b in reading.blocks] == ["paragraph", "text-box", "paragraph"]
    check_anchors(reading, path)


def test_notes_follow_the_paragraph_that_refers_to_them(docx: Make, para: Para) -> None:
    note = "<w:{0} w:id='{1}'>{2}</w:{0}>"
    path = docx(
        "<w:p><w:r><w:t>全年12件</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>。</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>另有3件。</w:t><w:endnoteReference w:id='1'/></w:r></w:p>",
        footnotes=f"<w:footnote w:type='separator' w:id='0'>{para('线')}</w:footnote>" + note.format("footnote", 2, para("含上年5件。")),
        endnotes=note.format("endnote", 1, para("截至年底。")),
    )
    reading = read(path)
    assert reading.text == "全年12件。\n含上年5件。\n另有3件。\n截至年底。\n"
    assert [b.kind for b in reading.blocks] == ["paragraph", "footnote", "paragraph", "footnote"]
    check_anchors(reading, path)
    assert isinstance(reading.anchors[2], RunAnchor)
    assert reading.anchors[2].part == "word/footnotes.xml"


def test_tables_are_rows_with_tabs(docx: Make, para: Para) -> None:
    def cell(*paragraphs: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(para, paragraphs))}</w:tc>"

    path = docx(
        para("表前。")
        + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("项目") + cell("投资") + cell("进度") + "</w:tr>"
        + "<w:tr>" + cell("东路", "西路") + cell("", properties='<w:gridSpan w:val="2"/>') + "</w:tr>"
        + "<w:sdt><w:sdtContent><w:tr>" + cell("合计") + cell("100") + cell("95%") + "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )  # fmt: skip
    reading = read(path)
    assert reading.text == "表前。\n项目\t投资\t进度\n东路 西路\t\n合计\t100\t95%\n"
    cells = [
        (b.cell.row, b.cell.column, b.cell.span, reading.text[b.start : b.end]) for b in reading.blocks if b.cell and b.kind == "table-cell"
    ]
    assert cells[3:] == [(1, 0, 1, "东路 西路"), (1, 1, 2, ""), (2, 0, 1, "合计"), (2, 1, 1, "100"), (2, 2, 1, "95%")]
    assert [b.cell.head for b in reading.blocks if b.cell and b.kind == "table-row"] == [True, False, False]
    check_anchors(reading, path)


def test_prose_in_a_cell_stays_in_paragraphs(docx: Make, para: Para) -> None:
    long = "全年完成投资3800万元，占年度计划的95%，新增床位60张。" * 2
    path = docx("<w:tbl><w:tr><w:tc>" + para("总结") + "</w:tc><w:tc>" + para(long) + para(long) + "</w:tc></w:tr></w:tbl>")
    reading = read(path)
    assert reading.text == f"总结\n{long}\n{long}\n"
    assert [b.cell.column for b in reading.blocks if b.cell] == [0, 1, 1]


def test_hidden_text_is_passed_over_and_said_to_be(docx: Make) -> None:
    path = docx(
        "<w:p><w:r><w:t>可见8件</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部12件</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>。</w:t></w:r><w:r><w:rPr><w:rStyle w:val='H'/></w:rPr><w:t>密</w:t></w:r></w:p>",
        styles="<w:style w:type='character' w:styleId='H'><w:name w:val='H'/><w:rPr><w:vanish/></w:rPr></w:style>",
    )
    reading = read(path)
    assert reading.text == "可见8件。\n"
    assert "6 characters" in reading.note


STYLES = (
    "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='1a'><w:name w:val='own'/><w:basedOn w:val='1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='loop'><w:name w:val='l'/><w:basedOn w:val='loop'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='t1'><w:name w:val='toc 1'/></w:style>"
)


def test_styles_say_what_a_paragraph_is(docx: Make, para: Para) -> None:
    path = docx(
        para("年度总结", properties="<w:pStyle w:val='T'/>") + para("修路 3", properties="<w:pStyle w:val='t1'/>")
        + para("修路", properties="<w:pStyle w:val='1a'/>") + para("照常", properties="<w:pStyle w:val='loop'/>")
        + para("拓宽", properties="<w:outlineLvl w:val='1'/>") + para("（一）修桥"),
        styles=STYLES,
    )  # fmt: skip
    blocks = read(path).blocks
    assert [(b.kind, b.level, b.guessed) for b in blocks] == [
        ("title", 0, False), ("contents", 0, False), ("heading", 1, False), ("paragraph", 0, False), ("heading", 2, False),
        ("heading", 2, True),
    ]  # fmt: skip


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>"
    "<w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='•'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='2'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
)


def test_automatic_numbers_are_written_out(docx: Make, para: Para) -> None:
    def numbered(text: str, level: int, id: int = 1) -> str:
        return para(text, properties=f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{id}'/></w:numPr>")

    path = docx(
        numbered("修路", 0) + numbered("拓宽", 1) + numbered("2023年开工。", 2) + numbered("完工。", 2) + numbered("修桥", 1)
        + numbered("重数。", 2) + numbered("另数。", 2, 2) + numbered("管理", 0)
        + numbered("新编", 1) + numbered("点。", 3) + numbered("无号。", 0, 0),
        numbering=NUMBERING,
    )  # fmt: skip
    reading = read(path)
    assert reading.text.split("\n") == [
        "一、修路", "（一）拓宽", "1. 2023年开工。", "2. 完工。", "（二）修桥", "1. 重数。", "5. 另数。", "二、管理", "（一）新编",
        "点。", "无号。", "",
    ]  # fmt: skip
    assert [b.generated for b in reading.blocks][:4] == [2, 3, 3, 3]
    assert (reading.blocks[0].kind, reading.blocks[0].level) == ("heading", 1)
    check_anchors(reading, path)
    assert reading.anchors[0].start == 2


@pytest.mark.parametrize(
    ("format", "number", "shown"),
    [
        ("chineseCounting", 21, "二十一"), ("ideographDigital", 10, "一〇"), ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 30, "30"),
        ("upperRoman", 14, "XIV"), ("lowerLetter", 28, "bb"), ("chineseLegalSimplified", 12, "壹拾贰"), ("decimalZero", 7, "07"),
        ("ideographTraditional", 2, "乙"), ("decimalFullWidth", 12, "１２"), ("unheardOf", 4, "4"),
    ],
)  # fmt: skip
def test_number_formats(format: str, number: int, shown: str) -> None:
    assert written(number, format) == shown


def test_a_document_of_python_docx(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("示例县总结", 0)
    document.add_heading("修路", 1)
    document.add_paragraph("全年修路35公里。")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "100"
    path = tmp_path / "a.docx"
    document.save(str(path))
    reading = read(path)
    assert reading.text == "示例县总结\n修路\n全年修路35公里。\n\t\n\t100\n"
    assert [b.kind for b in reading.blocks[:3]] == ["title", "heading", "paragraph"]
    check_anchors(reading, path)


def test_twenty_pages_take_under_three_tenths_of_a_second(docx: Make, para: Para, quickest: Quickest) -> None:
    sentence = ("全年完成投资", "3800万元", "，占年度计划的", "95%", "，新增床位", "60张", "。")
    path = docx("".join(para(*sentence * 5) for _ in range(120)))
    assert quickest(lambda: read(path)) < 0.3
    assert len(read(path).text) > 15_000


def bad(path: Path, says: str) -> ReadError:
    with pytest.raises(ReadError, match=says) as error:
        read(path)
    return error.value


def test_a_cut_off_file(docx: Make, para: Para, tmp_path: Path) -> None:
    data = docx(para("全年修路35公里。" * 300)).read_bytes()
    for size in range(4, len(data) - 1, max(len(data) // 12, 1)):
        (tmp_path / "cut.docx").write_bytes(data[:size])
        bad(tmp_path / "cut.docx", "cut off or damaged|no whole|no DOCX")


def test_damaged_bytes_inside(docx: Make, para: Para, tmp_path: Path) -> None:
    data = bytearray(docx(para("".join(chr(0x4E00 + 7 * n % 5000) for n in range(3000)))).read_bytes())
    at = data.index(b"word/document.xml") + 400
    data[at : at + 60] = bytes(60)
    (tmp_path / "bad.docx").write_bytes(data)
    bad(tmp_path / "bad.docx", "damaged")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("word/document.xml", b" " * 30_000_000)
    (tmp_path / "bomb.docx").write_bytes(stream.getvalue())
    begin = time.process_time()
    bad(tmp_path / "bomb.docx", "unpacks to more")
    assert time.process_time() - begin < 0.2


def test_entities_are_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    document = f'<!DOCTYPE d [<!ENTITY a0 "九">{levels}]><w:document xmlns:w="{W[1:-1]}"><w:body><w:p>&a8;</w:p></w:body></w:document>'
    for encoding in ("utf-8", "utf-16"):
        with zipfile.ZipFile(tmp_path / "laughs.docx", "w") as z:
            z.writestr("[Content_Types].xml", "<Types/>")
            z.writestr("word/document.xml", document.encode(encoding))
        bad(tmp_path / "laughs.docx", "DTD|no sound XML")


def test_deep_nesting_is_refused(docx: Make) -> None:
    bad(docx("<w:ins>" * 150 + "<w:p/>" + "</w:ins>" * 150), "nested deeper")
    bad(docx("<w:sdt>" * 400 + "</w:sdt>" * 400), "no sound XML|no text")


def test_an_encrypted_document_and_other_packages(tmp_path: Path, docx: Make) -> None:
    path = tmp_path / "locked.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(500))
    assert "password" in bad(path, "encrypted").hint
    for member, says in (("OFD.xml", "OFD"), ("readme", "ZIP archive")):
        with zipfile.ZipFile(tmp_path / "other.docx", "w") as z:
            z.writestr(member, "x")
        bad(tmp_path / "other.docx", says)
    bad(docx(""), "no text")
    with zipfile.ZipFile(tmp_path / "none.docx", "w") as z:
        z.writestr("[Content_Types].xml", "<Types/>")
    bad(tmp_path / "none.docx", "no Word document")


def test_the_part_of_the_document_may_have_another_name(docx: Make, para: Para, tmp_path: Path) -> None:
    source = docx(para("全年修路35公里。"))
    target = tmp_path / "moved.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"word/document.xml", b"word/document2.xml")
            data = data.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name.replace("document.xml", "document2.xml"), data)
    assert read(target).text == "全年修路35公里。\n"
