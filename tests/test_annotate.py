"""Findings as comments in the user's own DOCX: at the exact words, and nothing else changed."""

from __future__ import annotations

import datetime
import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.annotate import annotate
from summarizer.errors import OutputError
from summarizer.findings import Finding, Severity
from summarizer.readers import Reading, read
from summarizer.readers.base import line_starts
from summarizer.readers.docx import read_docx
from tests.programs import converted

DAY = datetime.date(2024, 2, 1)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="r"/><Default Extension="xml" ContentType="x"/></Types>'
)


def package(body: str, *, types: str = TYPES, links: str = "", head: str = "", encoding: str = "utf-8", w: str = W, **parts: str) -> bytes:
    """A DOCX by hand; its members have days and ways of packing of their own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as z:

        def put(name: str, text: str | bytes, day: int = 1, how: int = zipfile.ZIP_DEFLATED) -> None:
            info = zipfile.ZipInfo(name, (2019, 5, day, 10, 20, 30))
            info.compress_type, info.external_attr = how, 0o600 << 16
            z.writestr(info, text)

        put("word/media/image1.png", bytes(range(256)) * 20, 3, zipfile.ZIP_STORED)
        put("[Content_Types].xml", types, 4)
        put(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        own = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{part}" Target="{part}.xml"/>' for n, part in enumerate(parts, 1))
        put("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{own}{links}</Relationships>')
        put("word/document.xml", f"{head}<w:document xmlns:w='{w}' {NAMES}><w:body>{body}</w:body></w:document>".encode(encoding), 5)
        for part, inside in parts.items():
            put(f"word/{part}.xml", f"<w:{part} xmlns:w='{w}' {NAMES}>{inside}</w:{part}>", 6)
        put("customXml/item1.xml", "<a/>", 7)
    return stream.getvalue()


def p(*runs: str) -> str:
    return f"<w:p>{''.join(run if run.startswith('<') else f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def reading_of(data: bytes) -> Reading:
    content = read_docx(data, "a.docx")
    return Reading("a.docx", "docx", content.text, content.blocks, content.anchors, line_starts(content.text))


def on(reading: Reading, quote: str, code: str = "RATE002") -> Finding:
    start = reading.text.index(quote) if quote else 0
    return Finding(code, "name", "rate", Severity.ERROR, f"错在{code}", start=start, end=start + len(quote), quote=quote)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        assert z.testzip() is None
        return etree.fromstring(z.read(name))


def commented(data: bytes, w: str = W) -> dict[str, str]:
    """The text under each comment, by its id."""
    found: dict[str, str] = {}
    open_ids: set[str] = set()
    for item in part(data).iter("*"):
        name = etree.QName(item).localname
        id = item.get(f"{{{w}}}id") or ""
        if name == "commentRangeStart":
            open_ids.add(id)
            found[id] = ""
        elif name == "commentRangeEnd":
            open_ids.remove(id)
            (reference,) = item.getnext().iter(f"{{{w}}}commentReference")
            assert reference.get(f"{{{w}}}id") == id
        elif name == "t":
            kept = item.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            for one in open_ids:
                found[one] += (item.text or "") if kept else (item.text or "").strip(" \t")
    assert not open_ids
    return found


def marked(body: str, *quotes: str, **parts: Any) -> tuple[list[str], bytes]:
    """Annotate `quotes` in a package; return the words under the comments and the copy."""
    data = package(body, **parts)
    reading = reading_of(data)
    copy = annotate(data, reading, [on(reading, quote) for quote in quotes], DAY)
    assert read_docx(copy, "a.docx").text == reading.text
    return list(commented(copy, parts.get("w", W)).values()), copy


def comments(data: bytes, name: str = "word/comments.xml") -> list[str]:
    return ["\n".join("".join(para.itertext()) for para in item) for item in part(data, name)]


# Places


def test_a_run_is_cut_where_a_comment_begins_and_ends_and_nowhere_else() -> None:
    bold = "<w:r w:rsidR='00AB'><w:rPr><w:b/></w:rPr><w:t>投资</w:t><w:tab/><w:t>3800万元，超计划</w:t></w:r>"
    words, copy = marked(p("全年完成", bold, "9处。") + p("下段不动。"), "3800万元", "成投资\t3800", "9处")
    assert sorted(words) == sorted(["3800万元", "成投资3800", "9处"])
    runs = [run for run in part(copy).iter(f"{{{W}}}r") if run.find(f"{{{W}}}commentReference") is None]
    assert ["".join(run.itertext()) for run in runs] == ["全年完", "成", "投资", "3800", "万元", "，超计划", "9处", "。", "下段不动。"]
    for run in runs[2:6]:
        assert run.get(f"{{{W}}}rsidR") == "00AB"
        assert [etree.QName(item).localname for item in run[0]] == ["b"]
    assert all(run.find(f"{{{W}}}rPr") is None for run in (*runs[:2], *runs[6:]))


def test_everything_else_in_the_main_part_stays_to_the_byte() -> None:
    body = p("前文一。") + "<!-- 原样 -->\n  <w:p   w:rsidR = '1' ><w:r><w:t>共60处&#x3002;</w:t></w:r ></w:p>" + p("后文。")
    data = package(body, head="<?xml version=\"1.0\" standalone='yes'?>\r\n")
    reading = reading_of(data)
    copy = annotate(data, reading, [on(reading, "60处")], DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        old, new = before.read("word/document.xml").decode(), after.read("word/document.xml").decode()
    shut, reopen = "</w:t></w:r >", '<w:r><w:t xml:space="preserve">'
    end = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    assert new.replace(f'{shut}<w:commentRangeStart w:id="0"/>{reopen}', "").replace(f"{shut}{end}{reopen}", "").replace(
        '<w:t xml:space="preserve">共', "<w:t>共"
    ) == old  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "quote", "words"),
    [
        ("<w:r><w:t>甲&amp;乙&#x7532;60处</w:t></w:r>", "乙甲60", "乙甲60"),
        ("<w:r><w:t>  甲60 处  </w:t></w:r>", "60 ", "60 "),
        ("<w:r><w:t>甲<!-- 注 --></w:t><w:t>60处</w:t></w:r>", "60", "60"),
        ("<w:r><w:t><![CDATA[甲60处]]></w:t></w:r>", "60", "甲60处"),
        ("<w:r><w:t xml:space='preserve'>甲 60\r\n处</w:t></w:r>", "60 处", "60\n处"),
        ("<w:r><w:t>甲6</w:t><w:br/><w:t>0处</w:t></w:r>", "6\n0", "60"),
        ("<w:ins w:id='1'><w:r><w:t>甲60处</w:t></w:r></w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "60", "60"),
        ("<w:hyperlink><w:r><w:t>60处</w:t></w:r></w:hyperlink><w:r><w:t>尾</w:t></w:r>", "60处", "60处"),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>甲60处</w:t></w:r></w:sdtContent></w:sdt>", "60", "甲60处"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>甲60处</w:t></w:r></w:sdtContent></w:sdt>", "60", "60"),
        ("<w:fldSimple w:instr='REF a'><w:r><w:t>甲60处</w:t></w:r></w:fldSimple>", "60", "甲60处"),
        ("<w:r><w:ruby><w:rubyBase><w:r><w:t>甲60</w:t></w:r></w:rubyBase></w:ruby></w:r>", "60", "甲60"),
        ("<mc:AlternateContent><mc:Choice Requires='wps'><w:r><w:t>60处</w:t></w:r></mc:Choice></mc:AlternateContent>", "60", "60处"),
    ],
)  # fmt: skip
def test_what_stands_around_the_words(inside: str, quote: str, words: str) -> None:
    assert marked(p("前", inside, "后。"), quote)[0] == [words]


def test_marks_stand_outside_of_links_and_controls() -> None:
    link = "<w:hyperlink><w:ins w:id='3'><w:r><w:t>60处</w:t></w:r></w:ins></w:hyperlink>"
    _words, copy = marked(p("前", link), "60处")
    names = [etree.QName(item).localname for item in part(copy).find(f".//{{{W}}}p")]  # type: ignore[union-attr]
    assert names == ["r", "commentRangeStart", "hyperlink", "commentRangeEnd", "r"]


def test_a_comment_over_paragraphs_and_one_over_cells() -> None:
    table = "<w:tbl><w:tr>" + "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("甲乡", "60处")) + "</w:tr></w:tbl>"
    assert marked(p("投资80万元。") + p("另有9处。") + table, "80万元。\n另有")[0] == ["80万元。另有"]
    words, copy = marked(table, "乡\t60")
    assert words == ["乡"]  # Word ties a comment to one cell
    assert "原文：乡" in comments(copy)[0]


def test_notes_and_text_boxes_are_commented_where_they_hang() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('框中60张。')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    body = p("上段。") + p("正文一。", box) + p("正文二", "<w:r><w:footnoteReference w:id='2'/></w:r>", "。")
    words, copy = marked(body, "60张", "7件", footnotes=f"<w:footnote w:id='2'>{p('含7件。')}</w:footnote>")
    assert words == ["正文一。框中60张。", "正文二。"]
    assert [line for text in comments(copy) for line in text.split("\n") if line.startswith("原文")] == ["原文：60张", "原文：7件"]
    assert not [id for item in part(copy).iter(f"{{{W}}}txbxContent") for id in item.iter(f"{{{W}}}commentRangeStart")]


def test_a_finding_about_the_file_or_a_number_that_the_file_does_not_hold() -> None:
    assert marked(p("首段。") + p("次段。"), "")[0] == ["首段。"]
    numbering = (
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
        "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    )
    numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>修路。</w:t></w:r></w:p>"
    assert marked(p("首段。") + numbered, "1.", numbering=numbering)[0] == ["修路。"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_stretch_of_any_runs(data: st.DataObject) -> None:
    words = st.text("甲6 &<0处。\t", min_size=1, max_size=6)
    paragraphs = data.draw(
        st.lists(st.lists(st.tuples(words, st.booleans(), st.booleans()), min_size=1, max_size=4), min_size=1, max_size=3)
    )

    def run(text: str, keep: bool, bold: bool) -> str:
        space = " xml:space='preserve'" if keep else ""
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t{space}>{escaped}</w:t></w:r>"

    file = package("".join(p(*(run(*one) for one in runs)) for runs in paragraphs) + p("末段。"))
    reading = reading_of(file)
    assert part(file) is not None
    ends = st.integers(0, len(reading.text))
    spans = [tuple(sorted(data.draw(st.tuples(ends, ends)))) for _ in range(data.draw(st.integers(1, 4)))]
    findings = [Finding("X1", "x", "rate", Severity.INFO, "话", start=a, end=b, quote=reading.text[a:b]) for a, b in spans]
    copy = annotate(file, reading, findings, DAY)
    assert read_docx(copy, "a.docx").text == reading.text
    shown = commented(copy)
    for id, finding in enumerate(sorted(findings, key=lambda one: (one.start, one.end))):
        if [anchor for anchor, _i, _j in reading.stretches(finding.start, finding.end) if finding.end > finding.start]:
            assert shown[str(id)] == finding.quote.replace("\n", "")


# The package


def members(data: bytes) -> dict[str, tuple[bytes, Any]]:
    """Each member as it lies in the file, and its day."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        for info in z.infolist():
            names = struct.unpack_from("<2H", data, info.header_offset + 26)
            end = info.header_offset + 30 + sum(names) + info.compress_size
            found[info.filename] = data[info.header_offset : end], info.date_time, info.external_attr, info.compress_type
    return found  # type: ignore[return-value]


def test_other_members_keep_bytes_order_and_days() -> None:
    data = package(p("共60处。"))
    reading = reading_of(data)
    copy = annotate(data, reading, [on(reading, "60处")], DAY)
    before, after = members(data), members(copy)
    assert [*before, "word/comments.xml"] == list(after)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"]
    for name in changed:
        assert before[name][1:] == after[name][1:]
    assert after["word/comments.xml"][1] == before["word/document.xml"][1]
    assert annotate(data, reading, [on(reading, "60处")], DAY) == copy
    assert annotate(data, reading, [], DAY) == data


def test_the_lists_name_the_new_part() -> None:
    _words, copy = marked(p("共60处。"), "60处", links=f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="media/image1.png"/>')
    overrides = [item.attrib for item in part(copy, "[Content_Types].xml") if "PartName" in item.attrib]
    assert overrides == [
        {"PartName": "/word/comments.xml", "ContentType": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"}
    ]
    links = {item.get("Id"): (item.get("Type"), item.get("Target")) for item in part(copy, "word/_rels/document.xml.rels")}
    assert links["rId2"] == (f"{OFFICE}/comments", "comments.xml")
    assert len(links) == 2


def test_lists_with_a_prefix_and_without_an_entry() -> None:
    for types in (f'<n:Types xmlns:n="{PACKAGE}/content-types"/>', f'<Types xmlns="{PACKAGE}/content-types"/>'):
        _words, copy = marked(p("共60处。"), "60处", types=types)
        assert [str(item.tag) for item in part(copy, "[Content_Types].xml")] == [f"{{{PACKAGE}/content-types}}Override"]


def test_comments_that_are_there_stay() -> None:
    own = "<w:comment w:id='7' w:author='某科'>" + p("旧批注") + "</w:comment>"
    body = p("<w:commentRangeStart w:id='7'/>", "共60处。", "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>")
    override = '<Override PartName="/word/comments.xml" ContentType="c"/></Types>'
    types = TYPES.replace("</Types>", override)
    data = package(body, types=types, comments=own)
    reading = reading_of(data)
    copy = annotate(data, reading, [on(reading, "60处"), on(reading, "共60")], DAY)
    assert commented(copy) == {"7": "共60处。", "8": "共60", "9": "60处"}
    ids = [item.get(f"{{{W}}}id") for item in part(copy, "word/comments.xml")]
    assert ids == ["7", "8", "9"]
    with zipfile.ZipFile(io.BytesIO(copy)) as z:
        assert own.encode() in z.read("word/comments.xml")
    before, after = members(data), members(copy)
    assert [name for name in after if after[name] != before.get(name)] == ["word/document.xml", "word/comments.xml"]


def test_other_encodings_and_the_strict_kind() -> None:
    head = "<?xml version='1.0' encoding='UTF-16'?>"
    assert marked(p("共60处。"), "60处", head=head, encoding="utf-16")[0] == ["60处"]
    words, copy = marked(p("共60处。"), "60处", w=STRICT)
    assert words == ["60处"]
    assert part(copy, "word/comments.xml").tag == f"{{{STRICT}}}comments"


def test_a_prefix_of_its_own() -> None:
    data = package(p("共60处。"))
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        text = z.read("word/document.xml").decode()
    foreign = text.replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    from summarizer.annotate.archive import rewritten

    data = rewritten(data, {"word/document.xml": foreign.encode()}, "word/document.xml")
    reading = reading_of(data)
    copy = annotate(data, reading, [on(reading, "60处")], DAY)
    assert commented(copy) == {"0": "60处"}


def test_a_copy_with_another_text_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package(p("共60处。"))
    reading = reading_of(data)
    other = Reading("a.docx", "docx", reading.text + "又", anchors=reading.anchors)
    with pytest.raises(OutputError, match="would change the text"):
        annotate(data, other, [on(reading, "60处")], DAY)


def word_file(path: Path) -> Path:
    """What a bureau may send: styles, bold, a table, a comment of its own."""
    word = docx.Document()
    word.add_heading("示例县水务局2023年工作总结", 0)
    one = word.add_paragraph("全年新建蓄水池")
    one.add_run("60").bold = True
    one.add_run("处，完成率为145.45%，位列全市第二。")
    word.add_paragraph("考核排名第名，投入")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲项目", "XX万元"
    word.add_comment(one.runs, text="请再核", author="办公室", initials="办")
    word.save(str(path))
    return path


def faults(path: Path) -> list[str]:
    found = [OpenXmlValidator(file_format=version).validate(path).errors for version in (FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365)]
    return [str(error) for errors in found for error in errors]


def test_word_would_find_no_more_schema_errors_than_before(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = word_file(tmp_path / "a.docx")
    run("audit", path, "--annotate", tmp_path / "b.docx")
    assert faults(tmp_path / "b.docx") == faults(path)
    data = package(p("共60处。", "<w:hyperlink w:anchor='a'><w:r><w:t>见9处</w:t></w:r></w:hyperlink>"))
    (tmp_path / "c.docx").write_bytes(data)
    reading = reading_of(data)
    (tmp_path / "d.docx").write_bytes(annotate(data, reading, [on(reading, "60处"), on(reading, "处。见")], DAY))
    assert faults(tmp_path / "d.docx") == faults(tmp_path / "c.docx")


# The command


def test_the_command_writes_chinese_comments_of_the_day_given(tmp_path: Path, run: Callable[..., Any]) -> None:
    path, out = word_file(tmp_path / "a.docx"), tmp_path / "b.docx"
    before = path.read_bytes()
    result = run("audit", path, "--annotate", out, "--today", "2024-02-01")
    assert result.status == 1
    assert "no whole-number target" in result.out
    assert re.search(r"b\.docx: \d comments", result.err)
    assert path.read_bytes() == before
    assert read(out).text == read(path).text
    old, *new = docx.Document(str(out)).comments
    assert (old.author, old.text) == ("办公室", "请再核")
    assert {(one.author, one.initials, str(one.timestamp.date())) for one in new} == {("校核", "核", "2024-02-01")}
    rate = next(one.text for one in new if "RATE002" in one.text)
    assert rate.startswith("必须改：完成率145.45%不成立")
    assert "演算：" in rate
    assert "60处，完成率为145.45%" in commented(out.read_bytes()).values()


def test_select_decides_also_what_is_commented(tmp_path: Path, run: Callable[..., Any]) -> None:
    path, out = word_file(tmp_path / "a.docx"), tmp_path / "b.docx"
    run("audit", path, "--annotate", out, "--select", "rate", "--format", "json")
    assert [re.findall(r"代码：(\w+)", one.text) for one in docx.Document(str(out)).comments] == [[], ["RATE002"]]


def test_what_is_refused(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = word_file(tmp_path / "a.docx")
    (tmp_path / "t.txt").write_text("排名第名。", encoding="utf-8")
    out = tmp_path / "out.docx"
    link = tmp_path / "link.docx"
    link.symlink_to(path)
    for words, said in (
        ((path, tmp_path / "t.txt", "--annotate", out), "one document, not 2"),
        ((tmp_path, "--annotate", out), "one document, not"),
        ((tmp_path / "t.txt", "--annotate", out), "only a DOCX"),
        ((path, "--annotate", path), "replace the document itself"),
        ((path, "--annotate", link), "replace the document itself"),
        ((path, "--annotate", out, "--output", out), "one file"),
        ((path, "--annotate", tmp_path / "a.pdf"), "what --annotate writes is a DOCX"),
        ((path, "--annotate", tmp_path / "no" / "out.docx"), "cannot be written"),
        ((tmp_path / "gone.docx", "--annotate", out), "gone.docx"),
    ):
        before = path.read_bytes()
        result = run("audit", *words)
        assert result.status == 2
        assert said in result.err + result.out
        assert "Traceback" not in result.err
        assert not out.exists()
        assert path.read_bytes() == before


def test_an_edited_copy_is_kept(tmp_path: Path, run: Callable[..., Any]) -> None:
    path, out = word_file(tmp_path / "a.docx"), tmp_path / "b.docx"
    out.write_bytes(b"answered")
    assert f"{out} was there already; it is now {tmp_path / 'b.1.docx'}" in run("audit", path, "--annotate", out).err
    assert (tmp_path / "b.1.docx").read_bytes() == b"answered"
    assert "already" not in run("audit", path, "--annotate", out).err
    assert sorted(file.name for file in tmp_path.glob("b*")) == ["b.1.docx", "b.docx"]


@pytest.mark.office
def test_libreoffice_keeps_the_comments_in_place(tmp_path: Path, run: Callable[..., Any]) -> None:
    path, out = word_file(tmp_path / "a.docx"), tmp_path / "b.docx"
    run("audit", path, "--annotate", out, "--today", "2024-02-01")
    converted("docx", tmp_path / "saved", out)
    saved = tmp_path / "saved" / "b.docx"
    assert sorted(commented(saved.read_bytes()).values()) == sorted(commented(out.read_bytes()).values())
    said = [{one.text for one in docx.Document(str(file)).comments} for file in (saved, out)]
    assert said[0] == said[1]
    assert read(saved).text == read(path).text
