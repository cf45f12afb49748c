"""The part of ``numeral`` about letters where digits belong, and about what a scan made of % and ‰.

l69件, LIl万吨, L17亿元, 8.S%, 40%o, 3 0/0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit

_HAN = "\u4e00-\u9fff"
_UNIT = "元件户家名项座处起次亩吨盏村辆台株头只岁场所条份"
_MEASURED = (
    f"[%％‰]|[万亿](?:元|[人户亩吨件只头斤株条册箱套公标度]|美元|平方|立方|千瓦|人次|公里)|个(?:百分点|月)?|[{_UNIT}]|公[里顷斤]|平方|立方|人次|余|倍"
)
#: A letter that begins a figure behind a word, and one behind a digit or a point.
_BEGINS = beginning("lILZSB", rf"(?<=[{_HAN}，。；、：（“,;:].)(?=[0-9lIOo.%％‰万亿个{_UNIT}公平立人余])")
_WITHIN = beginning("lIsSBZO", rf"(?<=[0-9.].)(?=[0-9lIOo.%％‰万亿个倍{_UNIT}公平立人余年月日])")
_FIGURE = lazy(
    rf"(?:[lI][0-9lIOo]{{0,6}}(?:\.[0-9lIOo]{{1,4}})?|[LZSB](?=[lIOo0-9.]{{1,7}}(?:[%％‰]|[万亿]元|万吨))[0-9lIOo]{{0,6}}(?:\.[0-9]{{1,4}})?"
    rf"|[0-9]{{1,6}}[lI][0-9lIOo]{{0,5}}(?:\.[0-9]{{1,4}})?|[0-9]{{1,6}}\.[0-9]{{0,3}}[lIsSBZ][0-9]{{0,2}}(?=[%％‰]|[万亿]元)"
    rf"|[0-9]{{1,6}}\.[0-9]{{0,3}}[lIO][0-9]{{0,2}}(?=[万亿][{_HAN}]|个百分点|元|倍|公[里顷斤]|平方公?米|人次))"
    rf"(?:(?={_MEASURED})|(?<=[0-9lIOo]{{4}})(?=年)|(?=月[0-9]{{1,2}}日|日[，。起前至、]))"
)
#: Behind such words a lone I or l is a Roman numeral or a name.
_NAMED = lazy(r"[A-Za-z0-9./-]\Z")
#: % with the second ring of ‰, or with a 。 that was read as a letter; and % in three characters.
_RING = beginning("oOＯ〇○0", r"(?<=[0-9][%％].)(?![0-9A-Za-z.%％年月])")
_OF_HUNDRED = beginning("0oO", r"(?<![0-9.,/A-Za-z].)(?:(?<=[0-9] .)|(?<=[增长降占为达率到].))/[0oO](?![0-9A-Za-z/])")
_REACH = 8


def letters(text: str) -> Iterator[Hit]:
    """Yield figures with letters in the place of digits, and what is left of % and ‰."""
    last = 0
    for sign in in_order(text, (*_BEGINS, *_WITHIN)):
        if sign.start() < last:
            continue
        start = sign.start()
        while start > 0 and text[start - 1] in "0123456789." and sign.start() - start < _REACH:
            start -= 1
        match = _FIGURE.match(text, start)
        if match is not None and match.end() >= sign.end() and not _NAMED.search(text[max(0, start - 1) : start]):
            last = match.end()
            yield _letter(text, start, last)
    for sign in in_order(text, _RING):
        start = sign.start() - len(re.findall("[0-9.]*.$", text[max(0, sign.start() - _REACH) : sign.start()])[0])
        message = _("{quote}: what stands behind % is no mark").format(quote=text[start : sign.end()])
        yield Hit("NUM007", start, sign.end(), message, _("write ‰ if it is meant, or the mark that ends the clause"))
    for sign in in_order(text, _OF_HUNDRED):
        yield _letter(text, sign.start(), sign.end())


def _letter(text: str, start: int, end: int) -> Hit:
    message = _("{quote} is no number: a comma, a point or a letter stands where a digit belongs").format(quote=text[start:end])
    return Hit("NUM007", start, end, message, _("type it anew in half width"))
