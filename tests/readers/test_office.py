from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from summarizer.errors import ReadError
from summarizer.readers import office, read

RTF = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}\f0 \u20840 ?\u24180 ?35\u20214 ?\par}"


def test_without_libreoffice_a_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    path = tmp_path / "a.doc"
    path.write_bytes(RTF)
    with pytest.raises(ReadError, match="LibreOffice, which is not installed") as error:
        read(path)
    assert "DOCX" in error.value.hint


def test_one_that_does_not_finish_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(program))
    monkeypatch.setattr(office, "TIMEOUT", 0.2)
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    with pytest.raises(ReadError, match="did not finish"):
        read(path)


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_old_word_files(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (tmp_path / "a.doc").rename(tmp_path / "a.wps")
    reading = read(tmp_path / "a.wps")
    assert (reading.format, reading.text, reading.anchors) == ("wps", "全年35件\n", ())
    assert "LibreOffice" in reading.note
    (tmp_path / "cut.doc").write_bytes((tmp_path / "a.wps").read_bytes()[:700])
    with pytest.raises(ReadError):
        read(tmp_path / "cut.doc")
