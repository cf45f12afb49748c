"""The part of ``numeral`` about decimal points that became something else: 0、56%, 29 6万元, 51,1%, 6·4%, O.05%, 89/6."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy, places_of
from .base import Hit, around, lines_with
from .odd import comma

_HAN = "\u4e00-\u9fff"
_UNIT = f"(?:[%％‰]| [万亿]元|[万亿][{_HAN}]|个百分点|公[里顷]|平方|立方|千瓦|元|亩|吨)"
#: 、 in the place of the point: behind 0, before %, or before what no list of bare numbers leads to.
_PAUSE = beginning("、", rf"(?<=[0-9].)(?=[0-9]{{1,4}}{_UNIT})")
_PAUSED = lazy(r"(?<![0-9.、,])(?P<whole>[0-9]{1,6})、(?P<part>[0-9]{1,4})(?![0-9、.])[%％万亿公平元亩吨]?")
_LIST = lazy(r"均|之间|第\Z")
_APART = lazy("分别|依次|各(?![类级项种地])")
_ABOUT = 2
"""So far two numbers of one digit may be apart that mean about so many: 3、5公里."""
#: A space in a number, or in the place of its point, in a line that has no others.
_SPACE = beginning(" ", rf"(?<=[0-9].)(?=[0-9][0-9.,]{{0,8}}(?: ?[%％]|[{_HAN}]))")
_SPACED = lazy(
    rf"(?<=[{_HAN}])(?!(?:19|20)[0-9]{{2}} )[0-9][0-9.,]{{0,8}} (?!(?:19|20)[0-9]{{2}}年|[0-9]{{3}}(?![0-9]))"
    rf"[0-9][0-9.,]{{0,8}}(?![年月日号时])[%％{_HAN}]"
)
#: A percentage in two pieces, whatever spaces its line has: 审减率29 5 %.
_SPLIT_RATE = lazy("(?<=[率长降升到达占为])[0-9]{1,3} [0-9]{1,2} ?[%％]")
#: Spaces around the point: 169 . 3亿元.
_LOOSE = lazy(rf"(?<=[{_HAN}])[0-9][0-9,]{{0,8}} ?\. ?[0-9]{{1,4}} ?[%％万亿公平元亩吨]")
#: A comma or a stroke where a point or % stood, and a letter for the 0 before the point.
_OTHERS = (
    *beginning("Oo", r"(?<![A-Za-z0-9.].)\.[0-9]{1,3}"),
    comma(rf"(?<=[0-9].)(?=[0-9]{{1,2}}(?:[%％‰]|[万亿](?!元)[{_HAN}]|个百分点|公[里顷]|平方|亩|吨))"),
    *beginning(":：", rf"(?<=[0-9].)(?<![:：][0-9].)(?<![:：][0-9]{{2}}.)(?=[0-9]{{1,2}}(?:[%％‰]|[万亿][{_HAN}]|个百分点))"),
    *beginning("/", r"(?=[0-9][，。；])(?:(?<=[增上提下][长升高降][0-9]{2}.)|(?<=[增上提下][长升高降][0-9]{3}.))"),
)  # fmt: skip
#: A point in the middle, where the text has few of them; among many it is its style.
_MIDDLE = (*beginning("·", rf"(?<=[0-9].)(?=[0-9]{{1,3}}{_UNIT})"), *beginning("﹒˙•∙‧・", r"(?<=[0-9].)(?=[0-9])"))
_FEW = 2
_WHOLE = lazy(r"[0-9Oo][0-9.,/]*\Z")
_BACK = 12


def decimals(text: str) -> Iterator[Hit]:
    """Yield figures whose decimal point was lost or became another sign."""
    for sign in in_order(text, _PAUSE):
        if (paused := paused_at(text, sign.start())) is not None:
            yield _no_number(paused)
    for start, end in lines_with(_SPACE, text):
        line = text[start:end].strip()
        for spaced in _SPACED.finditer(text, start, end) if line.count(" ") <= len(_SPACED.findall(line)) else ():
            if text[text.index(" ", spaced.start()) - 1].isdigit():
                yield _no_number(spaced, _("{quote} is no number: a space stands in it or in the place of its decimal point"))
        for split in _SPLIT_RATE.finditer(text, start, end):
            yield _no_number(split, _("{quote} is no number: a space stands in it or in the place of its decimal point"))
    for at in places_of(text, " .", ". ") if " " in text else ():
        loose = _LOOSE.search(text, max(0, at - _BACK), at + _BACK)
        if loose is not None and loose.start() < at < loose.end():
            yield _no_number(loose, _("{quote} is no number: a space stands in it or in the place of its decimal point"))
    middle = in_order(text, _MIDDLE)
    for sign in (*in_order(text, _OTHERS), *(middle if len(middle) <= _FEW else ())):
        own = _WHOLE.search(text[max(0, sign.start() - _BACK) : sign.start()])
        start, end = sign.start() - (len(own.group()) if own else 0), around(text, sign.end(), 0, 1)[1]
        yield _hit(text[start:end], start, end)


def paused_at(text: str, at: int) -> re.Match[str] | None:
    """Return the number in which the 、 at ``at`` stands in the place of the point, if it does."""
    paused = _PAUSED.search(text, max(0, at - 6), at + 7)
    return paused if paused is not None and paused.start() < at < paused.end() and not _is_list(text, paused) else None


def _is_list(text: str, paused: re.Match[str]) -> bool:
    """Whether the two numbers are members of a list, or mean about so many."""
    before = text[max(0, paused.start() - 5 * _BACK) : paused.start()]
    if _LIST.search(re.split("[，。；：（\n]", before)[-1]) or _APART.search(re.split("[。；\n]", before)[-1]):
        return True
    whole, part = paused["whole"], paused["part"]
    return len(whole) == len(part) == 1 and 0 < int(part) - int(whole) <= _ABOUT


def _no_number(match: re.Match[str], message: str = "") -> Hit:
    return _hit(match.group(), *match.span(), message)


def _hit(quote: str, start: int, end: int, message: str = "") -> Hit:
    message = (message or _("{quote} is no number: its decimal point was lost or became another sign")).format(quote=quote)
    return Hit("NUM007", start, end, message, _("look the number up and write it anew"))
