"""The part of ``numeral`` about decimal points that became something else: 0、56%, 29 6万元, 51,1%, O.05%, 89/6."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, line_of

_HAN = "\u4e00-\u9fff"
_UNIT = f"(?:[%％‰]|[万亿][{_HAN}]|个百分点|公[里顷]|平方|立方|千瓦|元|亩|吨)"
#: 、 in the place of the point: behind 0, before %, or before more digits than a member of a list has.
_PAUSE = beginning(
    "、", rf"(?<=[0-9].)(?=[0-9]{{1,4}}[%％]|[0-9]{{3,4}}(?:公顷|[亩万亿元吨]|平方)|(?<=[^0-9.]0.)[0-9]{{1,4}}{_UNIT})"
)
_PAUSED = lazy(r"(?<![0-9.、])[0-9]{1,3}、[0-9]{1,4}(?![0-9、.])[%％万亿公平元亩吨]?")
_LIST = lazy("分别|依次|各(?![类级项种地])|均|之间|至|到|第|[月日号]")
#: A space in the place of the point, in a line that has no others.
_SPACE = beginning(" ", rf"(?<=[0-9].)(?=[0-9]{{1,2}}(?:[%％]|[万亿][{_HAN}]))")
_SPACED = lazy(rf"(?<=[{_HAN}])[0-9]{{1,4}} [0-9]{{1,2}}[%％万亿]")
#: A comma or a stroke where a point or % stood, and a letter for the 0 before the point.
_OTHERS = (
    *beginning("Oo", r"(?<![A-Za-z0-9.].)\.[0-9]{1,3}"),
    *beginning(",", rf"(?<=[0-9].)(?=[0-9]{{1,2}}(?:[%％‰]|[万亿](?!元)[{_HAN}]|个百分点|公[里顷]|平方|亩|吨))"),
    *beginning("/", r"(?=[0-9][，。；])(?:(?<=[增上提下][长升高降][0-9]{2}.)|(?<=[增上提下][长升高降][0-9]{3}.))"),
)  # fmt: skip
_WHOLE = lazy(r"[0-9Oo][0-9.,/]*\Z")
_BACK = 12


def decimals(text: str) -> Iterator[Hit]:
    """Yield figures whose decimal point was lost or became another sign."""
    for sign in in_order(text, _PAUSE):
        clause = re.split("[，。；：（\n]", text[max(0, sign.start() - 2 * _BACK) : sign.start()])[-1]
        paused = _PAUSED.search(text, max(0, sign.start() - 4), sign.end() + 6)
        if paused is not None and paused.start() < sign.start() < paused.end() and not _LIST.search(clause):
            yield _no_number(paused)
    for sign in in_order(text, _SPACE):
        line = text[slice(*line_of(text, sign.start(), sign.end()))].strip()
        spaced = _SPACED.search(text, max(0, sign.start() - 6), sign.end() + 4)
        if spaced is not None and line.count(" ") <= len(_SPACED.findall(line)):
            yield _no_number(spaced)
    for sign in in_order(text, _OTHERS):
        own = _WHOLE.search(text[max(0, sign.start() - _BACK) : sign.start()])
        start, end = sign.start() - (len(own.group()) if own else 0), sign.end() + 1
        yield _hit(text[start:end], start, end)


def _no_number(match: re.Match[str]) -> Hit:
    return _hit(match.group(), *match.span())


def _hit(quote: str, start: int, end: int) -> Hit:
    message = _("{quote} is no number: its decimal point was lost or became another sign").format(quote=quote)
    return Hit("NUM007", start, end, message, _("look the number up and write it anew"))
