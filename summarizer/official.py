"""GB/T 9704-2012 (党政机关公文格式) in numbers: the one source for Word styles and CSS.

Lengths are in millimetres or points as the name says; twips are twentieths of a point.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

#: Font sizes in points by their Chinese names.
SIZES = {"二号": 22.0, "小二": 18.0, "三号": 16.0, "四号": 14.0, "小四": 12.0, "五号": 10.5}


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces an official document names, and the face of digits and Latin."""

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    kai: str = "楷体_GB2312"
    hei: str = "黑体"
    song: str = "宋体"
    latin: str = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Profile:
    """A page set-up under a name.

    Args:
        top, bottom, left, right: margins in mm (天头, 地脚, 订口, 翻口).
        pitch_twips: exact line pitch. spacing_twips: character spacing of 三号 text.
        lines, characters: 22 lines of 28 characters.
        word_rise: how much lower, in mm, characters stand in a line of Word than in one of CSS, where the ink is what counts.
        clause: where the numbers come from.
    """

    name: str
    top: float
    bottom: float
    left: float
    right: float
    pitch_twips: int
    spacing_twips: float = -5
    css_letter_spacing_pt: float = -0.21
    lines: int = 22
    characters: int = 28
    page_width: float = 210.0
    page_height: float = 297.0
    page_number_below: float = 7.0
    word_rise: float = 0.0
    fonts: Fonts = Fonts()
    clause: str = "GB/T 9704-2012 5.1, 5.2"

    @property
    def pitch_pt(self) -> float:
        """The line pitch in points."""
        return self.pitch_twips / 20


    def in_word(self) -> Profile:
        """Return the profile for a Word file: its page moved up by :attr:`word_rise`.

        Word and LibreOffice put the baseline at 0.8 of a line of exact height whatever the font, CSS leaves half of what the
        characters do not take above them.
        """
        return replace(self, top=self.top - self.word_rise, bottom=self.bottom + self.word_rise, word_rise=0.0)

    def set_with(self, fonts: Iterable[tuple[str, str]] = (), pitch: float = 0.0) -> Profile:
        """Return the profile with a report's own settings.

        Args:
            fonts: role and name; the role is an attribute of :class:`Fonts`, or ``digits``.
            pitch: the line pitch in points; 0 leaves it.
        """
        chosen = {"latin" if role == "digits" else role: name for role, name in fonts}
        made = replace(self, fonts=replace(self.fonts, **chosen))
        if not pitch:
            return made
        height = (self.page_height - self.top - self.bottom) * 72 / 25.4
        return replace(made, pitch_twips=round(pitch * 20), lines=math.floor(height / pitch))


#: The line pitches that a report may ask for, in points: less cuts a title's characters, more is no official document.
PITCHES = (26, 36)

PROFILES = {
    "gbt9704": Profile("gbt9704", 37, 35, 28, 26, 579),
    "gbt9704-ink": Profile("gbt9704-ink", 34.58, 32.58, 28, 26, 589, word_rise=1.3, clause="GB/T 9704-2012 5.2, GB/T 33476.2"),
}

#: Heading fonts by level: 一、黑体 · （一）楷体 · 1. 仿宋 · （1）仿宋, all 三号 and never bold (7.3.3).
LEVEL_FONTS = {1: "hei", 2: "kai", 3: "body", 4: "body"}


def twips(mm: float) -> int:
    """Return ``mm`` in twips, rounded."""
    return round(mm * 1440 / 25.4)

#: How far margins and the 版心 may be off, in mm (5.2.1, C).
MARGIN_TOLERANCE_MM = 1.0
#: 版心 (5.2.1, C): begins this far from the paper's top and is so high; the page number stands outside it.
TYPE_AREA_TOP, TYPE_AREA_HEIGHT, TYPE_AREA_WIDTH = 37.0, 225.0, 156.0
#: 发文机关标志: the distance of its top from the 版心's top in mm (7.2.4, C).
ISSUER_BELOW = 35.0
#: 版头分隔线: mm below the 发文字号 (7.2.7, C), and its weight in points as practice has it (C).
LETTERHEAD_RULE_BELOW = 4.0
LETTERHEAD_RULE_POINTS = (1.5, 2.25)
#: 发文机关标志: the largest in points; its size is free, “醒目、美观、庄重”, and never wider than the 版心 (7.2.4).
ISSUER_LARGEST = 62.0
#: 盖章的署名: blank lines above it, so that a seal of 42 mm over name and date begins within one line of the text (7.3.5.1, D).
SEAL_LINES = 2
#: Names of a joint issue up to this many 字 stand two in a line, else their seals would not have room beside each other;
#: so many lines below the next, where the seals do not touch (7.3.5.1, D).
SEAL_PAIR, SEAL_PITCH = 11.0, 5
#: 版记分隔线: the first and last, and those between, in mm (7.4.1, C).
IMPRINT_RULE_OUTER, IMPRINT_RULE_INNER = 0.35, 0.25


@dataclass(frozen=True, slots=True)
class Element:
    """The type of one part of a document.

    Args:
        face: an attribute of :class:`Fonts`; empty where any face may stand. size: a Chinese size; empty if it is free.
        clause: of GB/T 9704-2012.
        confidence: C two or more independent sources, 1 one, K common knowledge, D derived, M measured.
    """

    face: str
    size: str
    clause: str
    confidence: str = "C"


#: Part → its type. The names are those of the roles that ``inspect`` recognises.
ELEMENTS = {
    "copy-number": Element("", "三号", "7.2.1"),
    "secrecy": Element("hei", "三号", "7.2.2"),
    "urgency": Element("hei", "三号", "7.2.3"),
    "issuer": Element("title", "", "7.2.4"),
    "document-number": Element("body", "三号", "7.2.5"),
    "title": Element("title", "二号", "7.3.1"),
    "addressee": Element("body", "三号", "7.3.2"),
    "level-1": Element("hei", "三号", "7.3.3"),
    "level-2": Element("kai", "三号", "7.3.3"),
    "level-3": Element("body", "三号", "7.3.3"),
    "level-4": Element("body", "三号", "7.3.3"),
    "body": Element("body", "三号", "7.3.3"),
    "attachment-list": Element("body", "三号", "7.3.4"),
    "signature": Element("body", "三号", "7.3.5"),
    "date": Element("body", "三号", "7.3.5"),
    "note": Element("body", "三号", "7.3.6"),
    "attachment-label": Element("hei", "三号", "7.3.7"),
    "attachment-title": Element("title", "二号", "7.3.7"),
    "copies": Element("body", "四号", "7.4.2"),
    "printed": Element("body", "四号", "7.4.3"),
    "page-number": Element("song", "四号", "7.5"),
}
