"""``glyph``: a character that no font has, so that a box or nothing is printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from ..claims.base import Explanation, Place, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import places_of
from .base import Context, Hit, found, over, unusual


class Unrendered(Protocol):
    """What a writer says it could not print; see :class:`summarizer.writers.base.Unrendered`."""

    @property
    def what(self) -> str:
        """One sentence."""

    @property
    def text(self) -> str:
        """The characters concerned."""

    @property
    def kind(self) -> str:
        """``glyph`` for a character that no font has."""


def glyphs(context: Context) -> Iterator[Finding]:
    """Yield characters that are none: code points without a character, and the sign for one that was lost."""
    yield from over(context, no_characters)


def no_characters(text: str) -> Iterator[Hit]:
    """Yield what stands for no character."""
    for none in filter(_is_none, dict.fromkeys(unusual(text))):
        for at in places_of(text, none):
            yield Hit("GLYPH001", at, at + 1, _("no font has the character U+{code:04X}").format(code=ord(none)), _hint())


def glyph_findings(unrendered: Iterable[Unrendered], context: Context) -> Iterator[Finding]:
    """Yield a finding for each character that a writer found in no font; others than ``glyph`` are left out.

    Args:
        unrendered: of all writers; the same character of two writers is one finding.
    """
    told: set[str] = set()
    for item in unrendered:
        if item.kind != "glyph" or item.text in told or not item.text or all(map(_is_none, item.text)):
            continue
        told.add(item.text)
        findings = list(over(context, lambda text, item=item: _places(text, item)))  # type: ignore[misc]
        yield from findings or [found("GLYPH001", item.what, Place(context.path), hint=_hint())]


def _places(text: str, item: Unrendered) -> Iterator[Hit]:
    return (Hit("GLYPH001", *match.span(), item.what, _hint()) for match in re.finditer(re.escape(item.text), text))


def _is_none(char: str) -> bool:
    """Whether ``char`` is no character. Later versions of Unicode fill the planes 2 and 3, so only their ends count."""
    code = ord(char)
    if char == "\ufffd" or code & 0xFFFE == 0xFFFE:
        return True
    return not 0x20000 <= code < 0x40000 and unicodedata.category(char) == "Cn"


def _hint() -> str:
    return _("type the character anew, or write the name with another character")


explained(
    Explanation(
        "GLYPH001",
        "missing-glyph",
        "glyph",
        Severity.ERROR,
        N_(
            "Every character can be printed: its code point is a character, it is not the sign for a lost one (U+FFFD), "
            "and some font has it."
        ),
        N_("In its place a box or nothing is printed, most often in the middle of a person's or a village's name."),
        "负责人：张\ufffd",
        "负责人：张㛃",
        N_("Type the character anew; for a rare one install a font that has it."),
    ),
)
