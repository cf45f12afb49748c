from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import ReadError
from summarizer.readers import MAX_BYTES, discover, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.docx", "~$a.docx", ".hidden.txt", "picture.png", "sub/c.PDF", ".git/d.txt", "odd[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_gives_its_documents_sorted(folder: Path) -> None:
    assert [str(p.relative_to(folder)) for p in discover([folder])] == ["a.docx", "b.txt", "odd[1].txt", "sub/c.PDF"]


def test_patterns_and_names_give_each_document_once(folder: Path) -> None:
    found = discover([str(folder / "*.txt"), folder / "b.txt", folder / "odd[1].txt", folder / "picture.png"])
    assert [p.name for p in found] == ["b.txt", "odd[1].txt", "picture.png"]


def test_what_stands_for_nothing_is_said_when_it_is_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    missing = tmp_path / "none.txt"
    assert discover([empty, missing]) == (empty, missing)
    with pytest.raises(ReadError, match="no document"):
        read(empty)
    with pytest.raises(ReadError, match="cannot be read"):
        read(missing)


def test_what_is_no_file_or_too_large_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadError, match="no file"):
        read(tmp_path / "pipe.txt")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    with pytest.raises(ReadError, match="larger than"):
        read(tmp_path / "large.txt")


def test_the_name_of_the_user_is_the_one_in_errors_and_readings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("修路8公里。")
    assert read(path, "reports/a.txt").path == "reports/a.txt"
    path.write_bytes(b"")
    with pytest.raises(ReadError) as error:
        read(path, "reports/a.txt")
    assert str(error.value).startswith("reports/a.txt: ")


def test_libraries_are_imported_only_for_their_format(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("修路8公里。")
    shown = "[m for m in ('lxml', 'pypdfium2', 'docx') if m in sys.modules]"
    code = f"import sys; from summarizer.readers import read; read({str(path)!r}); print({shown})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("data", "says"), [(b"PK\x03\x04 cut", "cut off"), (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "DOCX")])
def test_a_docx_that_is_none(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=says):
        read(path)


def test_a_wrong_extension_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_text("<html><body><p>全年修路35公里，通车。</p></body></html>")
    reading = read(path)
    assert (reading.format, reading.text) == ("html", "全年修路35公里，通车。\n")
    assert ".doc" in reading.note
