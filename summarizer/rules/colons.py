"""Colons that were lost in a ratio (8.2:50.6，41.2), and those that stand between the shares or changes of one list."""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around

_RATIO_SIGN = (
    *beginning(":：∶", r"[ ]?[0-9]{1,2}\.[0-9]{1,2}(?:[。，；、,;]| [0-9]|[0-9]?\.[0-9]{1,2}(?![0-9.:：∶]))"),
    *beginning(":：∶", r"(?<=\.[0-9].)(?=[0-9]{1,2}\.[0-9]{1,2}(?![0-9.:：∶]))"),
)  # fmt: skip
#: With another mark between two of its members, with a space or with nothing at all: 8.2:50.641.2.
_MEMBER, _TWO = r"[0-9]{1,2}\.[0-9]{1,2}", r"[0-9]{1,2}\.[0-9]{2,3}\.[0-9]{1,2}"
_BROKEN_RATIO = lazy(
    rf"{_MEMBER}[:：∶][ ]?{_MEMBER}[。，；、,; ][ ]?{_MEMBER}(?![0-9%％])"
    rf"|(?<![0-9.:：∶])(?:{_MEMBER}[:：∶][ ]?{_TWO}|{_TWO}[:：∶]{_MEMBER})(?![0-9.%％:：∶])"
)
_SHARE_COLON = lazy(r"占[0-9.]{1,6}[%％][:：](?=[一-鿿0-9]{2,14}[，,]?占[0-9.]{1,6}[%％])")
#: The same between two items of a list whose changes are told.
_CHANGE_COLON = lazy(
    r"[%％]；[^。；：\n]{4,40}，同比(?P<turn>增长|下降|上升|减少|增加)[0-9.]{1,6}[%％](?P<mark>[:：])(?!其中)[一-鿿]{2,10}[0-9][0-9.,]{0,8}[万亿]?[一-鿿]{1,2}，同比"
)
_SHARE_COLON_SIGN = beginning(":：", "(?<=[%％].)")


def colons(text: str) -> Iterator[Hit]:
    """Yield a ratio with another mark in it, and a colon between two shares of one list."""
    for sign in in_order(text, _RATIO_SIGN):
        if (match := _BROKEN_RATIO.search(text, *around(text, sign.start(), 12, 16))) is None:
            continue
        message = _("another mark in a ratio: {quote}").format(quote=match.group())
        yield Hit("PUNCT005", *match.span(), message, _("write : between its members"))
    for sign in in_order(text, _SHARE_COLON_SIGN):
        if match := _SHARE_COLON.search(text, *around(text, sign.start(), 9, 30)):
            start, end = match.span()
        elif (match := _CHANGE_COLON.search(text, *around(text, sign.start(), 64, 30))) and match.start("mark") == sign.start():
            start, end = match.start("turn"), match.end("mark") + 4
        else:
            continue
        message = _("a colon between two shares of one list: {quote}").format(quote=text[start:end])
        yield Hit("PUNCT005", start, end, message, _("write ；"))
