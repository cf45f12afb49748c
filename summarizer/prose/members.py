"""``count`` of lists whose members have figures beside their names: 3所：甲校900平方米、投资80万元，乙校…; 前三位的是：甲镇58起、乙镇29起….

The first member shows the shape of all: what has a name of its own and a figure in the unit of the first is a member, what stands
between belongs to the member before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..patterns import in_order, lazy
from ..quantities import parse
from .joining import operand
from .lists_of_names import LONGEST, number_in
from .roles import Role
from .statements import Reading, Statement
from .words import BRACKETED

_MOST = 30
_SIGN = lazy(
    r"[一-鿿]{0,10}(?:\([^()]{0,12}\))?(?P<apart>,(?:同比|比上年|较上年|环比|增长|下降)[^,;。:()\n]{1,16})?"
    r"(?P<sign>:|,?分别(?:[为是]|有|位于)?[:,]?|,?(?:包括|即|其中)[:,]?|,?(?:具体|依次)(?:[为是]|如下)[:,]?|\()"
)
_NEAR = 32
_FOREMOST = tuple(
    lazy(
        rf"{end}(?<![以之目年此].)(?:(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[2-9]))(?:位|名|大|类|项|种)"
        r"的?[^,。;:、()0-9]{0,14}?(?:(?:依次|分别|主要)?(?:为|是|有)[:,]?|:)"
    )
    for end in "前后"
)
_NUMBER = "(?:(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[2-9]))"
_BEHIND = (
    lazy(rf"前{_NUMBER}(?:位|名)"),
    lazy(rf",共(?:计|有)?{_NUMBER}(?:个|家|所|项|类|种|处|座|条)(?![一-鿿]{{0,6}}、)"),
    lazy(rf"等{_NUMBER}(?:大|方面)"),
)
"""What stands behind names and says how many they are."""
_STANDS = lazy("(?:分[列居]|居|位[居列]|排名?在?|列)(?:全[省市县区国])?$")
_VERB = 6
_SEVERAL, _SHORT = 3, 10
_AND = lazy("[和与及]")
_NO_NAME = lazy("[0-9]|[新改扩续迁]建|^(?:加强|推进|开展|实施|做好|完善)")
_TAIL = lazy(r"[0-9](?:[0-9,.]*[0-9])?(?P<unit>[万亿]?[一-鿿%‰]{1,2})?[^0-9]*$")
_NAME = lazy(r"(?:[和及与]|以及|其中|[0-9]{1,2}[.、]|[一二三四五六七八九十]是)?(?P<name>[一-鿿A-Za-z“”《》·]{2,24})")
_JOINED = lazy("(?<=[0-9][一-鿿%‰\x00])(?:以及|[和与及])|(?<=\x00)(?:以及|[和与及])")
"""What joins the last member to those before it, behind a figure or a bracket."""
_ENUMERATED = lazy(r"\([0-9一二三四五六七八九十]{1,2}\)")
_TO_THE_END = lazy(r"[^。;!?\n()]*(?:\([^()\n]*\)[^。;!?\n()]*)*(?:(?=[。;!?\n])|\Z)")
_IN_BRACKET = lazy(r"[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?=\))")
_OPEN = ("等", "等等")
_MARKS = lazy("[、,]")
_LONG = 2 * LONGEST


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the counts of lists with figures that no other relation has counted."""
    told = {c.stated.place.start for c in reading.claims_found() if isinstance(c, Count)}
    plain = reading.ground.plain
    for s in reading.statements:
        if s.quantity.is_count and 1 < s.quantity.value.numerator <= _MOST and s.start not in told and s.role is not Role.RANK:
            found = _SIGN.match(plain, s.end) if _announces(plain[s.end : s.end + _NEAR]) else None
            if found and (claim := _claim(reading, operand(reading, s), s, found)):
                yield claim
    yield from _behind(reading)
    for first in in_order(plain, _FOREMOST):
        number = number_in(first)
        where = stretch(first.start(), first.end())
        body = _body(plain, first.end(), brackets=False)
        length = _length(body) if body is not None else 0
        if length > 1 and abs(length - number) <= _slack(number):
            span = stretch(first.start(), first.end() + len(body or ""))
            yield Count(Operand(parse(f"{number}个"), place=where), length, (), (), _is_open(body or ""), span, True)


def _announces(near: str) -> bool:
    """Whether the sign of a list may stand so near: a first look, since few numbers have one."""
    return ":" in near or "(" in near or "别" in near or "括" in near or "即" in near or "具体" in near or "依次" in near


def _behind(reading: Reading) -> Iterator[Claim]:
    """Read 甲镇、乙镇、丙镇居前三位, …，共3个镇, and …等三大工程: names before their number."""
    plain = reading.ground.plain
    for sign in in_order(plain, _BEHIND):
        end = sign.start()
        if plain[end] == "前":
            verb = _STANDS.search(plain, max(0, end - _VERB), end)
            if verb is None:
                continue
            end = verb.start()
        begin = max(0, end - LONGEST)
        start = max(plain.rfind(mark, begin, end) for mark in ",;。:!?\n“") + 1
        if plain.count("、", start, end) < _SEVERAL - 1:
            continue
        number = number_in(sign)
        masked = BRACKETED.sub("", plain[start:end])
        names = [name.strip() for name in masked.split("、")]
        sizes = [len(name) for name in names[1:]] or [0]  # 甲县（东镇、西镇、南镇）居前三位: one name
        if (begin and start <= begin) or any(mark in masked for mark in "()等") or not min(sizes) > 1 or max(sizes) > _SHORT:
            continue
        if any(_NO_NAME.search(name) for name in names[1:]):
            continue
        open_ = sign.group().startswith("等")
        even = max(sizes) - min(sizes) <= 2 and abs(len(names) - number) <= 2 and not open_ and not _AND.search(names[-1])
        length = len(names) + 1 if _AND.search(names[-1]) and len(names) + 1 == number else len(names)
        if length == number or even or (open_ and number < len(names) <= number + 2):
            where = stretch(sign.start(), sign.end())
            yield Count(Operand(parse(f"{number}个"), place=where), length, (), (), open_, stretch(start, sign.end()), True)


def _slack(number: int) -> int:
    """Return by how many a list may miss its number and still be meant to be all of it."""
    return max(2, number // 2)


def _claim(reading: Reading, stated: Operand, s: Statement, found: re.Match[str]) -> Count | None:
    plain = reading.ground.plain
    sign = found["sign"].strip(",:")
    body = _body(plain, found.end(), brackets=sign == "(")
    length = _length(body) if body is not None else 0
    number = int(s.quantity.value)
    if body is None or length < 2 or any(s.like(other) for other in reading.within(found.end(), found.end() + len(body))):
        return None  # 8家：甲镇3家、乙镇5家: a member has its number of the very things that are counted
    sure = sign.startswith(("分", "具", "依")) or found["sign"] == ":"
    if length != number and (abs(length - number) > (_slack(number) if sure else 1) or sign in ("其中", "包括")):
        return None
    where = stretch(s.start, found.end() + len(body))
    return Count(replace(stated, exact=False), length, (), (), _is_open(body), where, True)


def _body(plain: str, start: int, *, brackets: bool) -> str | None:
    """Return the list behind its sign: up to the end of the sentence, or of the bracket; None where it is too long."""
    found = (_IN_BRACKET if brackets else _TO_THE_END).match(plain, start, start + _LONG)
    if found is None or (found.end() == start + _LONG and found.end() < len(plain)):
        return None
    return found.group() if "、" in found.group() or "," in found.group() else None


def _is_open(body: str) -> bool:
    return body.rstrip().endswith(_OPEN)


def _length(body: str) -> int:
    """Return how many members a list has that all have the shape of the first; 0 where they have none."""
    plain = _ENUMERATED.sub("", body)
    masked = _JOINED.sub("、", BRACKETED.sub("\x00", plain))
    tokens = [token.strip() for token in _MARKS.split(masked) if token.strip()]
    if len(tokens) < 2 or "(" in masked or ")" in masked:
        return 0
    first = _TAIL.search(tokens[0])
    if first is None:
        closed = [token for token in tokens if token.rstrip("等").endswith("\x00") and _NAME.match(token)]
        return len(closed) if len(closed) == len(tokens) else 0
    names: list[str] = []
    for token in tokens:
        tail, name = _TAIL.search(token), _NAME.match(token)
        if tail and name and tail["unit"] == first["unit"]:
            names.append(name["name"])
    if not tokens[0].startswith(tuple(names[:1])) and not names:
        return 0
    return len(names) if len(set(names)) == len(names) and len(tokens) % len(names) == 0 else 0
