"""The stand-ins: the fontconfig file, who is respected, and who wins."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from summarizer import fonts
from summarizer.official import Fonts

SET_UP = fonts.folder() / "fonts.conf"
NAMES = [(face, name) for face in fonts.FACES for name in face.real]

needs_fonts = pytest.mark.skipif(
    not SET_UP.is_file() or shutil.which("fc-match") is None,
    reason="the stand-in fonts are not set up here (make setup)",
)


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A user who has chosen nothing; set first, so that what ``prepare`` sets is taken back, too."""
    for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH"):
        monkeypatch.setenv(name, "")
    return monkeypatch


@pytest.fixture
def prefix(unset: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment of its own, with nothing in it."""
    unset.setattr(sys, "prefix", str(tmp_path))
    return tmp_path


def test_prepare_points_at_the_configuration_of_this_environment(prefix: Path) -> None:
    path = fonts.write()
    fonts.prepare()
    assert path.is_relative_to(prefix)
    assert os.environ["FONTCONFIG_FILE"] == str(path)


@pytest.mark.parametrize("name", ["FONTCONFIG_FILE", "FONTCONFIG_PATH"])
def test_prepare_respects_what_the_user_has_set(prefix: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    fonts.write()
    monkeypatch.setenv(name, "/somewhere/else")
    before = dict(os.environ)
    fonts.prepare()
    assert dict(os.environ) == before


def test_prepare_does_nothing_without_a_configuration(prefix: Path) -> None:
    fonts.prepare()
    assert os.environ["FONTCONFIG_FILE"] == ""


def test_write_leaves_an_unchanged_file_alone(prefix: Path) -> None:
    path = fonts.write()
    os.utime(path, (1, 1))
    fonts.write()
    assert path.stat().st_mtime == 1
    path.write_text("old", encoding="utf-8")
    fonts.write()
    assert path.read_text(encoding="utf-8") == fonts.configuration()


def test_every_official_font_of_the_format_has_a_face() -> None:
    assert {face.role: face.official for face in fonts.FACES} == dataclasses.asdict(Fonts())


@pytest.mark.parametrize(("face", "name"), NAMES, ids=lambda value: value if isinstance(value, str) else value.role)
def test_real_fonts_come_before_the_stand_in_and_it_before_the_rare_characters(face: fonts.Face, name: str) -> None:
    root = ET.fromstring(fonts.configuration())
    (alias,) = [alias for alias in root.iter("alias") if alias.findtext("family") == name]
    accepted = [family.text for family in alias.iter("family")]
    assert alias.get("binding") == "same"
    assert sorted(str(family) for family in accepted[:-2]) == sorted(face.real)
    assert accepted[-2:] == [face.stand_in, face.rare]


def ask(name: str, *, form: str = "%{family}") -> str:
    pattern = name.replace("-", "\\-")
    return subprocess.run(["fc-match", "-f", form, pattern], capture_output=True, check=True, text=True, encoding="utf-8").stdout


@needs_fonts
@pytest.mark.parametrize(("face", "name"), NAMES, ids=lambda value: value if isinstance(value, str) else value.role)
def test_every_name_finds_its_font(unset: pytest.MonkeyPatch, face: fonts.Face, name: str) -> None:
    fonts.prepare()
    given = {family.casefold() for family in ask(name).split(",")}
    assert given & {family.casefold() for family in (*face.real, face.stand_in)}


@needs_fonts
def test_resolve_says_which_font_was_given(unset: pytest.MonkeyPatch) -> None:
    matches = fonts.resolve()
    assert [match.face for match in matches] == list(fonts.FACES)
    for match in matches:
        assert match.source in {fonts.Source.OFFICIAL, fonts.Source.STAND_IN}
        assert Path(match.path).is_file()


@needs_fonts
def test_the_title_and_bold_song_are_the_bold_face(unset: pytest.MonkeyPatch) -> None:
    fonts.prepare()
    if fonts.resolve()[0].source is fonts.Source.STAND_IN:
        assert ask("方正小标宋简体", form="%{postscriptname}") == "FandolSong-Bold"
    assert ask("FandolSong:bold", form="%{postscriptname}") == "FandolSong-Bold"
    assert ask("FandolSong", form="%{postscriptname}") == "FandolSong-Regular"


@needs_fonts
@pytest.mark.parametrize("installed", ["方正小标宋简体", "方正小标宋_GBK", "FangSong", "SimHei"])
def test_a_real_font_wins_over_its_stand_in(prefix: Path, installed: str) -> None:
    folder = fonts.write().parent / "fonts"
    folder.mkdir()
    for path in (SET_UP.parent / "fonts").glob("*.otf"):
        (folder / path.name).symlink_to(path)
    make_font(folder / "real.ttf", installed)
    (match,) = [match for match in fonts.resolve() if installed in match.face.real]
    assert match.source is fonts.Source.OFFICIAL
    assert match.path == str(folder / "real.ttf")
    # The real title font is of regular weight; it must not be emboldened because the stand-in is bold.
    assert ask(match.face.official, form="%{embolden}") in {"", "False"}


def make_font(path: Path, family: str) -> None:
    """Write a font of that family with one empty glyph for 〇."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "ling"])
    builder.setupCharacterMap({0x3007: "ling"})
    builder.setupGlyf({".notdef": empty(), "ling": empty()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "ling": (1000, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "fullName": family, "psName": "Test"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def empty() -> Glyph:
    return Glyph()


def test_without_fc_match_every_font_is_missing(unset: pytest.MonkeyPatch) -> None:
    unset.setenv("PATH", "")
    assert {match.source for match in fonts.resolve()} == {fonts.Source.MISSING}


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="no fontconfig here")
def test_without_any_font_nothing_stands_in(unset: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    unset.setenv("FONTCONFIG_FILE", str(config))
    assert {match.source for match in fonts.resolve()} == {fonts.Source.MISSING}
