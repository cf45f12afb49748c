"""Released files are looked through in their bytes: our own hold nothing, and what people leave in them is found."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from summarizer.facts import load
from summarizer.publish.release import Released, allowed, page_count, release, traces
from summarizer.publish.traces import TRACES, Allowed
from summarizer.render import render
from summarizer.resources import Resources
from summarizer.writers import FORMATS
from summarizer.writers.base import Job
from tests.conftest import EXAMPLES, Folder
from tests.programs import converted

ALLOW = Allowed(("县林业局",), "工作总结", "2024-01-08")


def released(folder: Path) -> tuple[tuple[Released, ...], Allowed]:
    facts = load(folder)
    document = render(facts, Resources(folder / "templates")).document
    return release(facts, document, folder), allowed(facts, document)


@pytest.fixture(scope="module")
def example() -> tuple[dict[str, bytes], Allowed]:
    files, allow = released(EXAMPLES[0])
    return {file.format: file.data for file in files}, allow


def kinds(format: str, data: bytes, allow: Allowed = ALLOW) -> set[str]:
    return {trace.kind for trace in TRACES[format](data, allow).found()}


def test_own_files_hold_no_traces() -> None:
    for folder in EXAMPLES:
        files, allow = released(folder)
        assert traces(files, allow) == []
        assert [file.name for file in files] == ["report.docx", "report.pdf"]
        assert files[1].pages == page_count(files[1].data) > 1


def test_the_facts_inside_the_pdf_are_those_that_are_printed(example: tuple[dict[str, bytes], Allowed]) -> None:
    inside = pypdf.PdfReader(io.BytesIO(example[0]["pdf"])).attachments
    (facts,) = inside["facts.json"]
    for word in (b'"section"', b'"evidence"', b'"basis"', b'"source"', b".yaml"):
        assert word not in facts


def test_a_draft_is_no_released_file(folder: Folder) -> None:
    folder.change("projects.yaml", "4100万元", "4100万元\n  section: 造林科")
    facts = folder.load()
    document = folder.document()
    for name in ("docx", "pdf"):
        data = FORMATS[name].writer()(document, Job(Resources(), facts)).data
        found = kinds(name, data)
        assert found >= ({"draft", "tool"} if name == "docx" else {"tool", "hidden"}), (name, found)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A DOCX that somebody has edited."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def replaced(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)

    return change


def added(name: str, content: bytes = b"<x/>") -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__setitem__(name, content)


OUTSIDE = b'<Relationship Id="t" Type="x/t" Target="file:///C:/x" TargetMode="External"/>'
RUN = b"<w:r><w:rPr>%s</w:rPr><w:t>\xe7\xa7\x98</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (replaced("word/document.xml", b"</w:p>", b'<w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'), "tracked"),
        (replaced("word/document.xml", b"</w:p>", b'<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'), "tracked"),
        (replaced("word/document.xml", b"</w:p>", b'<w:commentRangeStart w:id="0"/></w:p>'), "comment"),
        (replaced("word/document.xml", b"</w:p>", RUN % b"<w:vanish/>"), "hidden"),
        (replaced("word/document.xml", b"</w:p>", RUN % b'<w:color w:val="FFFFFF"/>'), "hidden"),
        (replaced("word/document.xml", b"</w:p>", RUN % b'<w:sz w:val="2"/>'), "hidden"),
        (replaced("word/document.xml", b"<w:p>", b'<w:p w:rsidR="00A1B2C3">'), "tool"),
        (replaced("word/styles.xml", b'w:styleId="Title">', b'w:styleId="Title"><w:rPr><w:vanish/></w:rPr>'), "hidden"),
        (replaced("word/settings.xml", b"<w:zoom", b"<w:trackRevisions/><w:zoom"), "tool"),
        (replaced("word/settings.xml", b"<w:zoom", b"<w:rsids/><w:zoom"), "tool"),
        (replaced("docProps/core.xml", b"</cp:coreProperties>", b"<cp:lastModifiedBy>x</cp:lastModifiedBy></cp:coreProperties>"), "author"),
        (replaced("docProps/core.xml", b"</dc:creator>", b" x</dc:creator>"), "author"),
        (replaced("docProps/core.xml", b"2024-01", b"2013-12"), "tool"),
        (replaced("docProps/core.xml", b"</cp:coreProperties>", b"<cp:revision>7</cp:revision></cp:coreProperties>"), "tool"),
        (added("docProps/app.xml", b"<Properties><Application>WPS Office</Application></Properties>"), "tool"),
        (added("docProps/custom.xml"), "tool"),
        (added("word/comments.xml", b"<w:comments xmlns:w='x'>x</w:comments>"), "comment"),
        (added("word/people.xml"), "author"),
        (added("word/header1.xml", "<w:hdr xmlns:w='x'>草稿</w:hdr>".encode()), "draft"),
        (added("word/vbaProject.bin"), "active"),
        (added("customXml/item1.xml"), "tool"),
        (replaced("word/_rels/document.xml.rels", b"</Rel", OUTSIDE + b"</Rel"), "outside"),
    ],
)
def test_a_word_file_that_somebody_edited(example: tuple[dict[str, bytes], Allowed], change: Callable[..., None], kind: str) -> None:
    files, allow = example
    assert kind in kinds("docx", repacked(files["docx"], change), allow)


@pytest.mark.office
def test_a_word_file_saved_by_an_office_program(example: tuple[dict[str, bytes], Allowed], tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(example[0]["docx"])
    converted("docx", tmp_path / "out", tmp_path / "report.docx")
    assert "tool" in kinds("docx", (tmp_path / "out" / "report.docx").read_bytes(), example[1])


def test_a_word_file_that_is_none() -> None:
    assert kinds("docx", b"PK\3\4") == {"broken"}


def edited(data: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def note(writer: pypdf.PdfWriter) -> None:
    from pypdf.annotations import Text

    writer.add_annotation(0, Text(text="改", rect=(10, 10, 50, 50)))


def catalogue(name: str) -> Callable[[pypdf.PdfWriter], None]:
    return lambda writer: writer.root_object.__setitem__(NameObject(name), DictionaryObject())


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (note, "comment"),
        (lambda writer: writer.add_metadata({"/Author": "某某"}), "author"),
        (lambda writer: writer.add_metadata({"/Creator": "WPS 文字"}), "tool"),
        (lambda writer: writer.add_metadata({"/ModDate": "D:20130101000000Z"}), "tool"),
        (catalogue("/OpenAction"), "active"),
        (catalogue("/AcroForm"), "active"),
        (catalogue("/OCProperties"), "active"),
        (lambda writer: writer.add_attachment("草稿.docx", b"x"), "outside"),
    ],
)
def test_a_pdf_that_somebody_edited(example: tuple[dict[str, bytes], Allowed], change: Callable[..., None], kind: str) -> None:
    files, allow = example
    assert kind in kinds("pdf", edited(files["pdf"], change), allow)


@pytest.mark.parametrize("drawing", [b"3 Tr", b"1 1 1 rg", b"1 0 0 1 -900 0 cm"], ids=["invisible", "white", "beside the page"])
def test_text_in_a_pdf_that_nobody_sees(example: tuple[dict[str, bytes], Allowed], drawing: bytes) -> None:
    def change(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[0]
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        plain = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        fonts[NameObject("/Plain")] = DictionaryObject({NameObject(key): NameObject(value) for key, value in plain.items()})
        content = page.get_contents()
        assert content is not None
        content.set_data(content.get_data() + b"\nq " + drawing + b" BT /Plain 12 Tf 1 0 0 1 100 100 Tm (secret) Tj ET Q")
        page[NameObject("/Contents")] = writer._add_object(content)

    files, allow = example
    found = TRACES["pdf"](edited(files["pdf"], change), allow).found()
    assert "secret" in next(trace.text for trace in found if trace.kind == "hidden")


def test_earlier_states_of_a_pdf(example: tuple[dict[str, bytes], Allowed]) -> None:
    files, allow = example
    writer = pypdf.PdfWriter(io.BytesIO(files["pdf"]), incremental=True)
    writer.add_metadata({"/Title": TextStringObject("改")})
    stream = io.BytesIO()
    writer.write(stream)
    assert "tracked" in kinds("pdf", stream.getvalue(), allow)
    assert kinds("pdf", b"%PDF-1.7\n", allow) == {"broken"}


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<p>x<!-- 待核 --></p>", "comment"),
        ("<p onclick='x()'>x</p>", "active"),
        ("<script>x()</script>", "active"),
        ("<iframe src='a.html'></iframe>", "active"),
        ("<a href='javascript:x()'>x</a>", "active"),
        ("<img src='//example.invalid/a.png'>", "outside"),
        ("<p style='background: url(http://example.invalid)'>x</p>", "outside"),
        ("<p style='display:none'>x</p>", "hidden"),
        ("<span hidden>x</span>", "hidden"),
        ("<p class='draft'>草稿</p>", "draft"),
        ("<meta name='generator' content='x'>", "tool"),
        ("<meta name='author' content='某某'>", "author"),
    ],
)
def test_pages_and_fragments(page: str, kind: str) -> None:
    assert kind in kinds("page", page.encode())
    assert kind in kinds("fragment", page.encode())


def test_a_fragment_has_neither_ids_nor_classes() -> None:
    assert kinds("fragment", b"<p id='a'>x</p>") == {"active"}
    assert kinds("fragment", b"<p class='a'>x</p>") == {"outside"}
    assert kinds("fragment", b"<p style='text-indent: 2em'>x</p>") == set()
    page = b"<link rel='stylesheet' href='a.css'><p id='a' class='b'>x</p><script src='a.js'></script>"
    assert kinds("page", page) == set()
