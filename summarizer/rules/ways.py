"""The part of ``unit`` about two directions in one breath: 减少8.3万元，增长3.72%."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import in_order, lazy, places_of
from .base import Hit, around

_UP, _DOWN = "净增加?|增加|增支|增收|多收|多支|增长|上升|提高|新增|增幅", "净减少?|减少|减支|减收|少收|少支|下降|降低|回落|降幅"
#: 同比减7万元，增幅3%; 少增7万元 says that it grew by less.
_SHORT_UP, _SHORT_DOWN = "(?<![少多缓])增(?=[0-9])|(?<=[比期年，,])多(?=[0-9])", "(?<![少多缓])[减降](?=[0-9])|(?<=[比期年，,])少(?=[0-9])"
_AMOUNT = r"[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?[百千万亿]{0,2}(?!个百分点)[一-鿿]{1,3}"
_PERCENT = r"(?:为|达|了|约)?[0-9]{1,4}(?:\.[0-9]{1,3})?[%％]"
_OPPOSED = lazy(
    rf"(?P<one>(?:{_UP}|{_SHORT_UP})(?:额|了|约|数)?{_AMOUNT})[，,、]?(?P<two>(?:{_DOWN}|[减降](?=[0-9])){_PERCENT})"
    rf"|(?P<first>(?:{_DOWN}|{_SHORT_DOWN})(?:额|了|约|数)?{_AMOUNT})[，,、]?(?P<second>(?:增长|上升|提高|增幅|增(?=[0-9])){_PERCENT})"
)
_SIGN = tuple(
    lazy(rf"(?:{verbs})(?:为|达|了|约)?[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?[%％]")
    for verbs in ("下降|降低|回落|降幅|减少|净减|减支|少支", "增长", "上升|提高|增幅", "增", "减", "降")
)
_SIGNED = tuple([
    lazy(rf"{verb}(?<![/／（(或和及、]..)[了约]?[-－−](?![-－−])[0-9]{{1,9}}(?:\.[0-9]{{1,3}})?[%％万亿]")
    for verb in ("下降", "减少", "降低", "回落", "下滑")
])  # fmt: skip
"""Not in 增长/下降-5%, as heads of tables have it, nor in brackets: 增长(下降)-5%."""
_BACK = 48
#: One of these stands in each word of the other direction.
_FALLS, _RISES = lazy("[减少降回]"), lazy("[增多上提]")
#: 减少17批，降12.3个百分点: a number of cases that falls by points.
_BY_POINTS = lazy(
    rf"(?P<amount>(?:{_UP}|{_DOWN}|多|少){_AMOUNT})[，,、](?:同比)?(?:{_UP}|{_DOWN}|降|升|增)(?:了|约)?(?P<points>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?个百分点)"
)


def ways(text: str) -> Iterator[Hit]:
    """Yield an increase that is said to be a decline, and the other way round."""
    for sign in in_order(text, _SIGN):
        opposite = _FALLS if sign.group()[0] in "增上提" else _RISES
        if not opposite.search(text, max(0, sign.start() - _BACK), sign.start()):
            continue
        match = _OPPOSED.search(text, *around(text, sign.start(), _BACK, len(sign.group())))
        if match is not None and match.end() == sign.end():
            one, two = (match["one"], match["two"]) if match["one"] else (match["first"], match["second"])
            message = _("{one} and {two} go in two directions").format(one=one, two=two)
            yield Hit("UNIT012", *match.span(), message, _("look up which of the two words is right"))


def signed_twice(text: str) -> Iterator[Hit]:
    """Yield a decline by a negative figure: 下降-5%."""
    for match in in_order(text, _SIGNED):
        message = _("the word and the sign say the same twice: {quote}").format(quote=match.group())
        yield Hit("UNIT012", *match.span(), message, _("write the figure without its sign, or 增长 with it"))


def amounts_by_points(text: str) -> Iterator[Hit]:
    """Yield amounts that are said to have moved by 个百分点."""
    for at in places_of(text, "个百分点"):
        match = _BY_POINTS.search(text, *around(text, at, _BACK, 4))
        if match is not None and not match["amount"].endswith("天"):
            message = _("an amount grows by %, not by 个百分点: {quote}").format(quote=match["points"])
            yield Hit("UNIT009", *match.span("points"), message, _("write % instead of 个百分点, or look up what grew"))


explained(
    Explanation(
        "UNIT012",
        "two-directions",
        "unit",
        Severity.WARNING,
        N_("What stands together goes in one direction: 减少…，下降…, 增加…，增长…, and 下降5% or 增长-5%, not 下降-5%."),
        N_("One of the two words was taken over from last year's text; nobody can tell whether it rose or fell."),
        "比上年减少8.3万元，增长3.72%。",
        "比上年减少8.3万元，下降3.72%。",
        N_("Look up which of the two words is right."),
    ),
)
