"""Ill will: each thing refused with one line that says where, soon, and within bounds of memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from summarizer.build import build
from summarizer.errors import ReadError, SourceError, SummarizerError, TemplateError
from summarizer.facts import source
from summarizer.readers import read
from summarizer.rules.unseen import invisible
from tests.conftest import PROJECTS, Folder

PAGE = (Path(__file__).parents[2] / "templates" / "page.html.j2").read_text(encoding="utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


# Facts


def test_a_million_keys(folder: Folder) -> None:
    folder.write("more.yaml", "name: x\nfacts:\n" + "".join(f"  k{n}: 1\n" for n in range(600_000)))
    error = folder.error()
    assert "more.yaml:" in str(error)
    assert "more than 100000 keys and values" in error.message


def test_a_million_keys_in_many_files(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.facts.loader.MAX_NODES", 200)
    for number in range(4):
        folder.write(f"more{number}.yaml", "name: x\nfacts:\n" + "".join(f"  k{n}: 1\n" for n in range(40)))
    assert "keys and values" in folder.errors()[0].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_unicode_of_notepad(folder: Folder, encoding: str) -> None:
    folder.write("more.yaml", "name: a long enough name\n".encode(encoding))
    assert "UTF-16" in folder.error().message


@pytest.mark.parametrize("data", ["\ufeff" + PROJECTS, PROJECTS.replace("\n", "\r\n")], ids=["BOM", "CRLF"])
def test_what_editors_leave_is_no_mistake(folder: Folder, data: str) -> None:
    folder.write("projects.yaml", data)
    assert folder.document().body


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "../other.yaml"])
def test_a_link_out_of_the_folder(folder: Folder, target: str) -> None:
    (folder.path / "more.yaml").symlink_to(target)
    (folder.path.parent / "other.yaml").write_text("name: x\n", encoding="utf-8")
    error = folder.error()
    assert "more.yaml" in str(error)
    assert "a link that leads out" in error.message
    assert "root:" not in str(error)


def test_a_link_within_the_folder_and_one_to_itself(folder: Folder) -> None:
    folder.write("shared/more.yaml", "name: x\n")
    (folder.path / "more.yaml").symlink_to("shared/more.yaml")
    assert folder.document().body
    (folder.path / "loop.yaml").symlink_to("loop.yaml")
    assert "loop.yaml" in str(folder.error())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(folder: Folder) -> None:
    os.mkfifo(folder.path / "more.yaml")
    assert "a device or a pipe" in folder.error().message


def test_a_title_without_end(folder: Folder) -> None:
    folder.change("report.yaml", "short: 县林业局", "short: " + "局" * 200_000)
    assert "report.yaml:2:8: short is too long for one line: 200000 characters" in str(folder.error())


def test_a_file_larger_than_any(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (source.MAX_BYTES + 1))
    with pytest.raises(SourceError, match="larger than 8 MB"):
        source.read(path)


# Characters that nobody sees


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("投资1\u200b200万元。", ["UNSEEN001"]),
        ("投资12\u202e34万元。", ["UNSEEN001"]),
        ("民政\u202e局。", ["UNSEEN001"]),
        ("民政\U000e0041局。", ["UNSEEN001"]),
        ("民政\u200b局。", ["UNSEEN002"]),
        ("\ufeff民政局\u00ad。", ["UNSEEN002", "UNSEEN002"]),
        ("投资1200\u200b万元。", ["UNSEEN002"]),
        ("👩\u200d🌾一名，\u8fbb\U000e0100。", []),
        ("投资1,200万元。\n", []),
    ],
)
def test_invisible_characters(text: str, codes: list[str]) -> None:
    assert [hit.code for hit in invisible(text)] == codes


def test_a_final_is_refused_for_a_turned_name(folder: Folder, out: Path) -> None:
    folder.change("projects.yaml", "林区道路", "林区\u202e道路")
    with pytest.raises(SummarizerError, match="final document is refused"):
        build(folder.path, out, formats=("text",), final=True)
    assert not out.exists()


# Templates


@pytest.mark.parametrize(
    "template",
    [
        "{% set x = 'x' * 99999 %}{% for i in range(99999) %}{{ x }}{% endfor %}",
        "{{ ('x' * 99999).join(['y'] * 99999) }}",
        "{{ 'x'|replace('', 'y' * 99999)|replace('', 'y' * 99999) }}",
        "{{ ['x' * 99999]|batch(10 ** 9, 'x')|list|count }}",
        "{% set s = 'xy' %}" + "{% set s = s ~ s %}" * 40 + "{{ s }}",
        "{% set s = [1] %}" + "{% set s = s + s %}" * 40 + "{{ s|count }}",
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limit")
def test_a_template_that_fills_the_memory(folder: Folder, template: str) -> None:
    folder.write("templates/summary.md.j2", template)
    assert "takes too much memory" in folder.error().message


def test_the_limit_of_memory_is_lifted_afterwards(folder: Folder) -> None:
    if sys.platform != "linux":
        pytest.skip("the kernel's limit")
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    folder.document()
    folder.write("templates/summary.md.j2", "{{ ('x' * 99999).join(['y'] * 99999) }}")
    assert folder.errors()
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


@pytest.mark.parametrize("power", ["{% set s = 9 %}" + "{% set s = s * s %}" * 40, "{% set s = 9 %}" + "{% set s = s ** 64 %}" * 9])
@pytest.mark.parametrize("name", ["summary.md.j2", "page.html.j2"])
def test_a_number_without_end(folder: Folder, out: Path, power: str, name: str) -> None:
    folder.write(f"templates/{name}", power)
    with pytest.raises(TemplateError, match="number would be too large") as caught:
        build(folder.path, out, formats=("html",))
    assert f"{name}:1" in str(caught.value)


def test_a_report_without_end(folder: Folder) -> None:
    folder.write("templates/summary.md.j2", "{% for i in range(30000) %}一段。\n\n{% endfor %}")
    assert "30000 paragraphs" in folder.error().message
    folder.write("templates/summary.md.j2", "{% for i in range(30) %}{{ '好' * 90000 }}\n\n{% endfor %}")
    assert "too long: more than" in folder.error().message


def test_a_template_file_larger_than_any(folder: Folder) -> None:
    folder.write("templates/summary.md.j2", "x" * 1_100_000)
    assert "larger than 1 MB" in folder.error().message


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ ('x' * 99999).join(['y'] * 99999) }}", "too much memory"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself"),
        ("{% include 'page.html.j2' %}", "calls itself"),
        ("{{ ''.__class__ }}", "__class__"),
        ("{% include '../../../etc/passwd' %}", "no such template"),
        ("\n{{ 2 ** 9999 }}", "page.html.j2:2"),
    ],
)
def test_page_templates_have_the_same_limits(folder: Folder, out: Path, template: str, said: str) -> None:
    folder.write("templates/page.html.j2", template)
    with pytest.raises(TemplateError) as caught:
        build(folder.path, out, formats=("html",))
    assert said in str(caught.value)
    assert not out.exists()


def test_a_page_template_that_loops(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.writers.html_template.TIME_LIMIT", 0.3)
    folder.write("templates/page.html.j2", "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}")
    with pytest.raises(TemplateError, match="did not finish in time"):
        build(folder.path, out, formats=("html",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<meta http-equiv="Content-Security-Policy" content="{{ policy }}">', ""),
        ('<meta http-equiv="Content', '<script src="http://example.invalid/"></script><meta http-equiv="Content'),
        ("</head>", '<meta http-equiv="refresh" content="0;url=http://example.invalid/"></head>'),
        ("</head>", "<link rel=dns-prefetch href=//example.invalid></head>"),
    ],
)
def test_a_page_that_would_load_something(folder: Folder, out: Path, old: str, new: str) -> None:
    assert old in PAGE
    folder.write("templates/page.html.j2", PAGE.replace(old, new))
    with pytest.raises(TemplateError, match=r"load something from elsewhere") as caught:
        build(folder.path, out, formats=("html",))
    assert "page.html.j2" in str(caught.value)


# What lies in the output folder


@pytest.mark.parametrize("text", ["[" * 100_000, '{"version":1,"document":' + "[" * 600 + "]" * 600 + "}", "{}", ""])
def test_a_model_that_is_none(folder: Folder, out: Path, text: str) -> None:
    from summarizer.states import of_manifest

    built = build(folder.path, out, formats=("text",))
    (built.folder / "model-draft.json").write_text(text, encoding="utf-8")
    with pytest.raises(SummarizerError, match="missing or damaged"):
        of_manifest(built.folder / "manifest-draft.json")


# Documents to audit


@pytest.mark.office
def test_old_word_files_fetch_nothing(tmp_path: Path) -> None:
    """A picture and a section that are to be loaded from a server while LibreOffice converts the file."""
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice (soffice)")
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        path = tmp_path / "old.odt"
        path.write_bytes(_odt(f"http://127.0.0.1:{server.server_port}"))
        assert "完成投资100万元" in read(path).text
        server.shutdown()
    assert asked == []


def _odt(address: str) -> bytes:
    names = ("office", "text", "drawing", "table")
    spaces = " ".join(f'xmlns:{name[:4]}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kind = "application/vnd.oasis.opendocument.text"
    link = 'xmlns:l="http://www.w3.org/1999/xlink" l:type="simple" l:actuate="onLoad"'
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        package.writestr(
            "content.xml",
            f'<offi:document-content {spaces} offi:version="1.2"><offi:body><offi:text><text:p>完成投资100万元。'
            f'<draw:frame xmlns:s="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" s:width="5cm" s:height="5cm">'
            f'<draw:image {link} l:href="{address}/picture.png"/></draw:frame></text:p><text:section text:name="a">'
            f'<text:section-source xmlns:l="http://www.w3.org/1999/xlink" l:href="{address}/section.odt"/><text:p>x</text:p>'
            "</text:section></offi:text></offi:body></offi:document-content>",
        )
    return data.getvalue()


def test_more_text_than_any_report(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("完成投资100万元。\n" * 250_000, encoding="utf-8")
    with pytest.raises(ReadError, match="2750000 characters"):
        read(path)


def test_more_paragraphs_than_any_report(folder: Folder, out: Path) -> None:
    from summarizer.inspect.docx_sheet import MOST_PARAGRAPHS, measure

    built = build(folder.path, out, formats=("docx",))
    old = zipfile.ZipFile(built.folder / "report-draft.docx")
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * (MOST_PARAGRAPHS + 1))
            package.writestr(name, part)
    with pytest.raises(ReadError, match="more than 20000 paragraphs"):
        measure(data.getvalue(), "big.docx")


def test_the_command_says_one_line_and_no_traceback(folder: Folder) -> None:
    folder.write("more.yaml", "a: &a [b]\nc: *a\n")
    command = [sys.executable, "-m", "summarizer", "check", str(folder.path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LANGUAGE": "en"})
    assert said.returncode == 2
    assert "more.yaml:1:4: anchors (&) and aliases (*) are not used here" in said.stderr
    assert "Traceback" not in said.stderr
