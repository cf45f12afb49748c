"""Files that people sign or edit are never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import OutputError
from summarizer.reporters import saving
from summarizer.reporters.saving import need_docx, save_document


def test_another_file_makes_room_and_the_same_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "审核单.docx"
    assert save_document(path, b"one") is None
    before = path.stat()
    assert save_document(path, b"one") is None
    assert path.stat().st_ino == before.st_ino
    assert save_document(path, b"two") == tmp_path / "审核单.1.docx"
    assert save_document(path, b"three") == tmp_path / "审核单.2.docx"
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {
        "审核单.docx": b"three",
        "审核单.1.docx": b"one",
        "审核单.2.docx": b"two",
    }


def test_what_was_there_stays_when_the_new_one_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(beside: Path, path: Path) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.docx"
    path.write_bytes(b"signed")
    monkeypatch.setattr(saving, "place", full)
    with pytest.raises(OutputError, match="No space left"):
        save_document(path, b"new")
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("a.docx", b"signed")]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        save_document(tmp_path / "a.docx", b"new")
    assert [item.name for item in tmp_path.iterdir()] == ["a.docx"]


def test_a_docx_is_called_one(tmp_path: Path) -> None:
    need_docx(tmp_path / "A.DOCX", "--fix")
    with pytest.raises(OutputError, match="what --fix writes is a DOCX"):
        need_docx(tmp_path / "a.pdf", "--fix")
