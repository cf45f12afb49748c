"""A cell: its text, and the figure in it with the unit that its head, its row or the caption gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...errors import FigureError
from ...patterns import lazy
from ...quantities import Quantity, known_units, parse
from ...quantities.units import split_scale

#: What stands behind a figure and refers to a note: ①, *, [1], 注1.
_NOTE = lazy(r"(?:[*①-⑳⁰¹²³⁴-⁹⁽⁾]|[\[〔][0-9注*]{1,3}[\]〕]|\(?注[0-9]{0,2}\)?)+$")
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,10})?"
_NEGATIVE = lazy(rf"\(({_NUMBER}[%‰]?)\)")
_PLAIN = lazy(rf"[-−–+]?{_NUMBER}")
_SIGNS = str.maketrans({"−": "-", "–": "-"})
_ARROW = lazy(r"^[▼↓]\s?(?=[0-9])|(?<=[0-9%])\s?↓$")
_UP = lazy(r"^[↑+]\s?(?=[0-9])|(?<=[0-9%])\s?↑$")
_LONGEST = 40
_DATES = frozenset(("月", "日", "季度"))
_YEAR = lazy("(?:19|20)[0-9]{2}年")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " ", ord("﹪"): "%"}


def half(text: str) -> str:
    """Return the text with letters, digits and marks in half width; the length stays."""
    return text.translate(_WIDE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was read.

    Args:
        start, end: in the text. row, column: in the grid. span: columns covered. head: whether the file marks it as one.
    """

    start: int
    end: int
    text: str
    row: int
    column: int
    span: int = 1
    head: bool = False
    indent: int = 0

    @property
    def quantity(self) -> Quantity | None:
        """The figure as written, without a unit from elsewhere; None if the cell is none."""
        return figure(self.text)


@lru_cache(maxsize=4096)
def figure(text: str, unit: str = "") -> Quantity | None:
    """Return the figure of a cell; None for a blank, a dash, a word, a code with a leading 0, or an unknown sign such as △.

    Args:
        unit: with its scale (万元), for a number that is written without.
    """
    written = _written(text)
    if not written:
        return None
    bare = _PLAIN.fullmatch(written)
    digits = written.lstrip("+-")
    if bare and len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return None
    try:
        quantity = parse(f"{written}{unit}" if bare else written)
    except FigureError:
        return None
    if not bare and (not quantity.unit.name or quantity.unit.name in _DATES or _YEAR.match(written)):
        return None  # 1.2万: the head does not say what these are; 2023年, 6月: a date
    return quantity


def _written(text: str) -> str:
    if not text or len(text) > _LONGEST:
        return ""
    plain = half(text).translate(_SIGNS).strip(" \u3000\xa0*")
    plain = _NOTE.sub("", plain).strip()
    if negative := _NEGATIVE.fullmatch(plain):
        return f"-{negative[1]}"
    if _ARROW.search(plain):
        return f"-{_ARROW.sub('', plain)}"
    return _UP.sub("", plain)


@lru_cache(maxsize=1024)
def as_unit(text: str) -> str:
    """Return a unit with its scale, such as 万元, if ``text`` is one that is known; else an empty string."""
    name = half(text).strip(" ()")
    try:
        scale, unit = split_scale(name)
    except FigureError:
        return ""
    return f"{scale}{unit.name}" if unit.name in _KNOWN else ""


_KNOWN = frozenset(known_units())
