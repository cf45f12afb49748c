"""The fonts an official document names, and the free ones that stand in for them.

The official fonts belong to their makers and cannot be shipped. ``make demo`` puts free stand-ins of
the same style and a fontconfig file beside the program; with it every engine that asks fontconfig
(Pango, LibreOffice, Chromium) takes the official font where it is installed and the stand-in where it
is not. The table here is the only place that knows the names; the fontconfig file is made from it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.sax.saxutils import escape

#: What takes a character that neither the official font nor its stand-in has.
_RARE_SERIF, _RARE_SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"


@dataclass(frozen=True, slots=True)
class Face:
    """One role in an official document and the fonts that may fill it.

    Args:
        role: a field of :class:`summarizer.official.Fonts`.
        real: the names under which the real font is sold, the official name first.
        stand_in: the family of the free font of the same style.
        stand_in_face: its PostScript name, for ``local()`` in CSS.
        rare: the family for characters that both lack.
        package: the Debian package that has the stand-in.
    """

    role: str
    real: tuple[str, ...]
    stand_in: str
    stand_in_face: str
    rare: str = _RARE_SERIF
    package: str = "texlive-lang-chinese"

    @property
    def official(self) -> str:
        """The name that a Word file carries."""
        return self.real[0]

    @property
    def local(self) -> tuple[str, ...]:
        """The names to try in ``@font-face { src: local(…) }``, best first."""
        return (*self.real, self.stand_in_face)


FACES = (
    Face(
        "title",
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
        "FandolSong Bold",
        "FandolSong-Bold",
    ),
    Face("body", ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK"), "FandolFang", "FandolFang-Regular"),
    Face("kai", ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK"), "FandolKai", "FandolKai-Regular"),
    Face("hei", ("黑体", "SimHei", "方正黑体_GBK"), "FandolHei", "FandolHei-Regular", rare=_RARE_SANS),
    Face("song", ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK"), "FandolSong", "FandolSong-Regular"),
    Face("latin", ("Times New Roman",), "Liberation Serif", "LiberationSerif", package="fonts-liberation"),
)


class Source(StrEnum):
    """Which font fills a role."""

    OFFICIAL = "official"
    STAND_IN = "stand-in"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FontMatch:
    """What fontconfig gives when it is asked for an official font.

    Args:
        face: the role and its names.
        family: the family given; empty if fontconfig could not be asked.
        path: the font file.
        source: the official font, the stand-in, or neither (then the style is wrong).
    """

    face: Face
    family: str
    path: str
    source: Source


def folder() -> Path:
    """Return the folder of this environment that holds ``fonts.conf`` and ``fonts/``."""
    return Path(sys.prefix) / "share" / "summarizer"


def prepare() -> None:
    """Point fontconfig at this environment's fonts, unless the user has chosen a configuration.

    Call it before Pango is loaded and before LibreOffice is started; it costs one ``stat``.
    """
    config = folder() / "fonts.conf"
    if not os.environ.get("FONTCONFIG_FILE") and not os.environ.get("FONTCONFIG_PATH") and config.is_file():
        os.environ["FONTCONFIG_FILE"] = str(config)


def resolve() -> list[FontMatch]:
    """Ask fontconfig for every official font, in the order of :data:`FACES`."""
    prepare()
    program = shutil.which("fc-match")
    return [_match(face, program) for face in FACES]


def _match(face: Face, program: str | None) -> FontMatch:
    missing = FontMatch(face, "", "", Source.MISSING)
    if program is None:
        return missing
    # In a fontconfig pattern a bare hyphen starts the size.
    pattern = face.official.replace("-", "\\-")
    try:
        done = subprocess.run([program, "-f", "%{family}\n%{file}", pattern], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return missing
    families, _newline, path = done.stdout.decode("utf-8", "replace").partition("\n")
    if done.returncode or not families:
        return missing
    names = families.split(",")
    known = {name.casefold() for name in names}
    if known & {name.casefold() for name in face.real}:
        return FontMatch(face, names[0], path, Source.OFFICIAL)
    if face.stand_in.casefold() in known:
        return FontMatch(face, face.stand_in, path, Source.STAND_IN)
    return FontMatch(face, names[0], path, Source.MISSING)


def missing(name: str) -> bool:
    """Whether a font is neither here nor one of those that :data:`FACES` has a stand-in for."""
    prepare()
    program = shutil.which("fc-match")
    if program is None or any(name in face.real for face in FACES):
        return False
    found = _match(Face("", (name,), "", ""), program)
    return bool(found.family) and found.source is Source.MISSING


def configuration() -> str:
    """Return the text of ``fonts.conf``, to stand beside the folder ``fonts/``."""
    aliases = "".join(_alias(name, face) for face in FACES for name in face.real)
    return _HEAD + aliases + "</fontconfig>\n"


def _alias(name: str, face: Face) -> str:
    # ``accept`` puts these behind the name asked for, so the real font wins where there is one; the same
    # binding keeps them before the defaults that the system appends for the language.
    others = (*(real for real in face.real if real != name), face.stand_in, face.rare)
    families = "".join(f"<family>{escape(other)}</family>" for other in others)
    return f'  <alias binding="same"><family>{escape(name)}</family><accept>{families}</accept></alias>\n'


_HEAD = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- Made by summarizer/fonts.py; change the table there. -->
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <!-- Where Debian puts the same fonts when TeX is installed; fontconfig does not look there by itself. -->
  <dir>/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol</dir>
  <!-- The file says that it is of regular weight and shares its family with the regular face, so nothing
       could ask for it; give it its true weight and a family of its own besides. -->
  <match target="scan">
    <test name="postscriptname"><string>FandolSong-Bold</string></test>
    <edit name="weight" mode="assign"><const>bold</const></edit>
    <edit name="family" mode="append"><string>FandolSong Bold</string></edit>
  </match>
"""


def write() -> Path:
    """Write ``fonts.conf`` into this environment, only if it changes, and return its path.

    Raises:
        OSError: the folder cannot be written.
    """
    path = folder() / "fonts.conf"
    text = configuration()
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    write()
