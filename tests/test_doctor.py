"""The doctor says what is missing and how to mend it."""

from __future__ import annotations

import ctypes
import json
import os
import unicodedata
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner

from summarizer import doctor, i18n
from summarizer.cli import doctor as cli
from summarizer.doctor import Check, State

LONG = "方正小标宋简体"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English, and nothing that a check sets outlives its test."""
    monkeypatch.setenv("SUMMARIZER_LANG", "en")
    monkeypatch.setenv("FONTCONFIG_FILE", "")


def look(name: str, output: Path = Path("output")) -> Check:
    (check,) = [check for check in doctor.examine(output) if check.name == name]
    return check


def test_names_are_told_apart() -> None:
    names = [check.name for check in doctor.examine()]
    assert len(names) == len(set(names))
    assert {"Python", "weasyprint", "Pango", "fontconfig", LONG, "templates", "output", "LibreOffice", "Chromium"} <= set(names)


def test_every_fault_comes_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for check in doctor.examine():
        assert check.mend or check.state is State.OK, check


def test_an_empty_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    checks = {check.name: check for check in doctor.examine()}
    assert checks["fontconfig"].state is State.MISSING
    assert "fontconfig" in checks["fontconfig"].mend
    assert checks[LONG].state is State.MISSING
    assert checks["LibreOffice"].state is State.OPTIONAL
    assert checks["Chromium"].state is State.OPTIONAL
    assert not doctor.healthy(checks.values())


def test_a_font_configuration_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fc-match").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "fc-match").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "/nowhere/fonts.conf")
    check = look("fontconfig")
    assert check.state is State.MISSING
    assert "/nowhere/fonts.conf" in check.detail
    assert check.mend == "unset FONTCONFIG_FILE"
    assert look(LONG).state is State.MISSING


@pytest.mark.parametrize("version", ["69.9", "71", "71.0.1"])
def test_a_package_of_the_wrong_version(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: version if name == "weasyprint" else "999")
    check = look("weasyprint")
    assert check.state is State.MISSING
    assert version in check.detail
    assert ">=70" in check.detail
    assert "<71" in check.detail


@pytest.mark.parametrize("version", ["70", "70.0", "70.1.2", "70.0rc1"])
def test_a_package_of_a_right_version(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(metadata, "version", lambda _name: version)
    assert look("weasyprint") == Check("weasyprint", State.OK, version)


def test_a_package_that_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    assert look("click").state is State.MISSING


def test_requirements_are_known_in_a_checkout_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    installed = {check.name for check in doctor.examine()}
    monkeypatch.setattr(metadata, "requires", absent)
    assert {check.name for check in doctor.examine()} == installed


def test_libraries_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> ctypes.CDLL:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert look("Pango").state is State.MISSING
    assert "libpango" in look("Pango").mend
    # WeasyPrint has a slower way.
    assert look("HarfBuzz subset").state is State.OPTIONAL


def test_no_templates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "shipped", lambda folder: tmp_path / folder)
    assert look("templates").state is State.MISSING


def test_an_output_folder_that_will_be_made(tmp_path: Path) -> None:
    assert look("output", tmp_path / "a" / "b").state is State.OK
    assert not (tmp_path / "a").exists()


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "my output").touch()
    check = look("output", tmp_path / "my output")
    assert check.state is State.MISSING
    assert f"'{tmp_path}/my output'" in check.mend


def test_an_output_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Root may write everywhere, so the question itself is answered.
    monkeypatch.setattr(os, "access", lambda _path, _mode, **_other: False)
    assert look("output", tmp_path).state is State.MISSING


def test_a_language_without_catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", "zh_CN")
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    assert look("language").state is State.OPTIONAL


def test_only_what_is_missing_is_unhealthy() -> None:
    assert doctor.healthy(Check("x", state) for state in (State.OK, State.STAND_IN, State.OPTIONAL))
    assert not doctor.healthy([Check("x", State.OK), Check("y", State.MISSING)])


CHECKS = (
    Check("Pango", State.OK, "HERE"),
    Check(LONG, State.STAND_IN, "HERE", "own it"),
    Check("黑体", State.STAND_IN, "HERE", "own it"),
    Check("Chromium", State.OPTIONAL, "HERE", "fetch it"),
)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def run(monkeypatch: pytest.MonkeyPatch, checks: tuple[Check, ...], *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr(cli, "examine", lambda _output: checks)
    result = CliRunner().invoke(cli.command, list(arguments))
    return result.exit_code, result.output


def test_columns_line_up_with_chinese_names(monkeypatch: pytest.MonkeyPatch) -> None:
    status, output = run(monkeypatch, CHECKS)
    assert status == 0
    starts = [columns(line[: line.index("HERE")]) for line in output.splitlines() if "HERE" in line]
    assert len(starts) == len(CHECKS)
    assert len(set(starts)) == 1
    assert [line.strip() for line in output.splitlines() if "→" in line] == ["→ own it", "→ fetch it"]


def test_something_missing_leaves_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    status, output = run(monkeypatch, (*CHECKS, Check("fontconfig", State.MISSING, "", "mend it")))
    assert status == 1
    assert output.splitlines()[-1].endswith("fontconfig")


def test_json(monkeypatch: pytest.MonkeyPatch) -> None:
    status, output = run(monkeypatch, CHECKS, "--json")
    data = json.loads(output)
    assert status == 0
    assert data["ok"] is True
    assert data["checks"][1] == {"name": LONG, "state": "stand-in", "detail": "HERE", "mend": "own it"}
    status, output = run(monkeypatch, (Check("Python", State.MISSING),), "--json")
    assert (status, json.loads(output)["ok"]) == (1, False)


def test_output_is_passed_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[Path] = []

    def examine(output: Path) -> tuple[Check, ...]:
        asked.append(output)
        return CHECKS

    monkeypatch.setattr(cli, "examine", examine)
    CliRunner().invoke(cli.command, ["--output", str(tmp_path)])
    assert asked == [tmp_path]
