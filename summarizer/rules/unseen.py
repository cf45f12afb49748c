"""``unseen``: characters that nobody sees, so that a machine reads something else than a person."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import Context, Hit, over, unusual

#: Turning the direction of what follows, or hiding a text of their own (tags).
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
#: Without width. Variation selectors and the joiners inside words of other scripts are not among them.
_EMPTY = "\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb"
UNSEEN = lazy(f"[{_TURNING}{_EMPTY}]")
_RUN = lazy(f"[{_TURNING}{_EMPTY}][{_TURNING}{_EMPTY}]*")
_TURNS = lazy(f"[{_TURNING}]")
_FIGURE = "0123456789０１２３４５６７８９.．,，"


def unseen(context: Context) -> Iterator[Finding]:
    """Yield characters that nobody sees."""
    yield from over(context, invisible)


def invisible(text: str) -> Iterator[Hit]:
    """Yield the invisible characters of a text; an error where what is read is no longer what is seen."""
    for match in _RUN.finditer(text) if any(map(UNSEEN.match, unusual(text))) else ():
        start, end = match.span()
        inside = text[max(start - 1, 0) : start] in _FIGURE and text[end : end + 1] in _FIGURE and 0 < start < end < len(text)
        code = "UNSEEN001" if inside or _TURNS.search(match.group()) else "UNSEEN002"
        message = _("an invisible character (U+{code:04X})").format(code=ord(match.group()[0]))
        yield Hit(code, start, end, message, _("delete it: type the words around it anew"))


explained(
    Explanation(
        "UNSEEN001",
        "misleading-character",
        "unseen",
        Severity.ERROR,
        N_("No character turns the direction of the text, carries hidden text, or stands unseen inside a figure."),
        N_("A person reads 12, a machine reads 21 or 1 and 2; a published figure must be the same for both."),
        "投资1\u200b200万元。",
        "投资1200万元。",
        N_("Delete the character; typing the figure anew is the surest way."),
    ),
    Explanation(
        "UNSEEN002",
        "invisible-character",
        "unseen",
        Severity.WARNING,
        N_("No character without width stands in the text."),
        N_("Such characters come along when text is copied from web pages; words with one in them are not found by a search."),
        "民政\u200b局",
        "民政局",
        N_("Delete the character; typing the word anew is the surest way."),
    ),
)
