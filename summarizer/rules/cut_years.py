"""The part of ``date`` that tells a year with a digit too few or too many by the years of the same text: 206年, 026年, 20255年."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..memos import of_text
from ..patterns import beginning, in_order, lazy
from .base import Hit

_ALONE = r"(?<![0-9.．])(?<![0-9][,，])"
_CUT = beginning("年", rf"(?:(?<={_ALONE}[0-9]{{3}}.)|(?<={_ALONE}[0-9]{{5}}.))(?![前来内的间余多以历老树古级份])")
_SURE = lazy(r"0|(?<=[0-9][-—–－~～至到])2|(?<=[0-9]年[-—–－~～至到])2|20[1-9](?<![城校建史历满近共约超过达时]...)")
"""What is no number of years wherever it stands: 026年, 2021—205年; 205年预算."""
_YEARS = lazy("(?<![0-9.])(?:19|20)[0-9]{2}(?=年|[-—–－~～至/.])")
_DIGITS = "0123456789"


def cut_years(text: str) -> Iterator[Hit]:
    """Yield years of three or five digits that become one of the text's with a digit put in or taken out."""
    for match in in_order(text, _CUT):
        at = match.start()
        start = at - 3 if not text[at - 4 : at].isdigit() else at - 5
        if (at - start < 4 and _SURE.match(text, start)) or not _meant(text[start:at]).isdisjoint(_years(text)):
            yield Hit(
                "DATE001",
                start,
                match.end(),
                _("there is no such date: {quote} ({reason})").format(quote=text[start : at + 1], reason=_("a year has four digits")),
                _("look the date up and write it anew"),
                Severity.WARNING,
            )


@of_text
def _years(text: str) -> frozenset[str]:
    return frozenset(match.group() for match in _YEARS.finditer(text))


def _meant(digits: str) -> set[str]:
    """Return what digits may have been before one was lost, or before one came in."""
    if len(digits) > 4:
        return {digits[:n] + digits[n + 1 :] for n in range(len(digits))}
    return {digits[:n] + digit + digits[n:] for n in range(len(digits) + 1) for digit in _DIGITS}
