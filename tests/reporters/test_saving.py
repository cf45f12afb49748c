"""A report in a file: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.errors import OutputError
from summarizer.reporters.saving import save


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "found.json"
    save(path, "一\n")
    save(path, "二\n")
    assert path.read_bytes() == "二\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["found.json"]


def test_others_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        save(tmp_path / "a", "")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        save(tmp_path / "nowhere" / "a", "x")
    assert "nowhere" in str(caught.value.where)
    assert caught.value.hint


def test_when_it_cannot_be_put_in_place_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError):
        save(tmp_path / "a", "x")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
