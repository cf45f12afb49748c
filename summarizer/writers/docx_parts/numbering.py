"""Word's own numbering of the headings: one multilevel list, 一、（一）1.（1）, its levels linked to the heading styles.

Whoever inserts a heading in Word gets the next number, and the later ones move on. A number that a list
cannot give stays typed text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...official import LEVEL_FONTS, Profile
from ...quantities import to_chinese
from .elements import Element, character, el

#: The list that the heading styles name, one that shows nothing, and those that begin anew.
HEADINGS, _NONE, _ANEW = 1, 2, 3
_COUNTED, _SILENT = 0, 1


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    before: str
    after: str
    written: Callable[[int], str]

    def text(self, place: int) -> str:
        """The pattern of ``w:lvlText`` for level ``place``, counted from 1."""
        return f"{self.before}%{place}{self.after}"

    def number(self, n: int) -> str:
        """The ``n``-th number as it is shown."""
        return f"{self.before}{self.written(n)}{self.after}"


#: How the levels are numbered (GB/T 9704-2012 7.3.3).
LEVELS = {
    1: _Level("chineseCountingThousand", "", "、", to_chinese),
    2: _Level("chineseCountingThousand", "（", "）", to_chinese),
    3: _Level("decimal", "", ".", str),
    4: _Level("decimal", "（", "）", str),
}
#: A heading's number is looked for so far.
_MOST = 99


def level_properties(level: int) -> str:
    """Return what the style of a heading of ``level`` says of its number."""
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADINGS}"/></w:numPr>'


def numbering_xml(profile: Profile, dress: Callable[[str], str]) -> str:
    """Return ``numbering.xml`` with the one list; ``dress`` gives the run properties of a face."""
    indent = 2 * character(profile)
    levels = "".join(
        f'<w:lvl w:ilvl="{place - 1}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/><w:pStyle w:val="Heading{place}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{level.text(place)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>{dress(LEVEL_FONTS[place])}</w:lvl>'
        for place, level in LEVELS.items()
    )
    silent = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl>'
    )
    return "".join(
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="{kind}"/>{inside}</w:abstractNum>'
        for id, kind, inside in ((_COUNTED, "multilevel", levels), (_SILENT, "singleLevel", silent))
    ) + "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/></w:num>' for id, of in ((HEADINGS, _COUNTED), (_NONE, _SILENT))
    )


@dataclass(slots=True)
class HeadingNumbers:
    """Counts as Word does, and begins a list anew where the document's numbers do.

    Args:
        typed: all numbers are to be typed text, for a file in which paragraphs come and go.
        restarts: level and first number of each list that begins anew, in order.
    """

    typed: bool = False
    restarts: list[tuple[int, int]] = field(default_factory=list)
    _counted: dict[int, int] = field(default_factory=dict)

    def properties(self, level: int, number: str, *, styled: bool) -> tuple[list[Element], bool]:
        """Return the paragraph properties that make ``number`` appear, and whether they do; else it must be typed.

        Args:
            styled: whether the paragraph's style numbers it by itself.
        """
        n = next((n for n in range(1, _MOST) if level in LEVELS and LEVELS[level].number(n) == number), 0)
        if self.typed or not n:
            return ([_in_list(_NONE)] if styled else []), False
        for upper in range(1, level):
            self._counted.setdefault(upper, 1)
        if n != self._counted.get(level, 0) + 1:
            self.restarts.append((level, n))
        self._counted = {place: count for place, count in self._counted.items() if place < level} | {level: n}
        if styled and not self.restarts:
            return [], True
        return [_in_list(_ANEW + len(self.restarts) - 1 if self.restarts else HEADINGS, level)], True

    def lists(self) -> list[Element]:
        """Return the lists that begin anew, to stand behind the others."""
        return [
            el(
                "num",
                {"numId": _ANEW + place},
                el("abstractNumId", {"val": _COUNTED}),
                el("lvlOverride", {"ilvl": level - 1}, el("startOverride", {"val": first})),
            )
            for place, (level, first) in enumerate(self.restarts)
        ]


def _in_list(id: int, level: int = 1) -> Element:
    return el("numPr", None, el("ilvl", {"val": level - 1}), el("numId", {"val": id}))
