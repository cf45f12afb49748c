"""Shares that reach 100 % by themselves: no figure beside them is the part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from ..claims.base import Claim, Operand
from ..claims.share import Shares
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import parse
from .complements import may_overlap, names_all
from .joining import holds, operand, place
from .statements import Reading, Statement


def exhausting(reading: Reading, shares: list[Statement]) -> Iterator[Claim]:
    """Yield that the shares of one sentence reach 100 %: where they do, and where the last is that of 其他."""
    if len(shares) < 2 or any(s.quantity.is_hedged for s in shares):
        return
    for size in range(len(shares), 1, -1):
        claim = _reach(reading, shares[:size], exhaustive=None)
        if holds(claim):
            yield claim
            return
    if re.match(r"其[他它余]", shares[-1].subject) or _more_than_all(reading, shares):
        yield replace(_reach(reading, shares, exhaustive=True), likely="其" not in shares[-1].subject[:1])
    else:
        yield from _named_all(reading, shares)


def _named_all(reading: Reading, shares: list[Statement]) -> Iterator[Claim]:
    """Yield that the shares of the three industries, of 国有 and 非国有, of all ages, reach 100 %."""
    if all_ages(reading, shares) or _all_times(reading, shares) or _list_of_all(reading, shares) or _slipped(shares):
        claim = _reach(reading, shares, exhaustive=True)
        yield claim if all_ages(reading, shares) else replace(claim, likely=True)
        return
    for size in (2, 3):
        if names_all(tuple(s.subject for s in shares[:size])):
            yield _reach(reading, shares[:size], exhaustive=True)
            return


def together(reading: Reading, shares: Sequence[Statement]) -> Sum:
    """Return that shares are 100 % together."""
    return Sum(ALL, tuple(operand(reading, s) for s in shares), True, False, place(reading, *shares))


def near_all(shares: Sequence[Statement]) -> bool:
    """Whether shares reach 100 % within the rounding of each."""
    size = [share.quantity.size() for share in shares]
    return abs(sum(value for value, _ in size) - 100) <= sum(slack for _, slack in size)


def _reach(reading: Reading, shares: list[Statement], *, exhaustive: bool | None) -> Shares:
    return Shares(tuple(operand(reading, s) for s in shares), None, exhaustive, place(reading, *shares))


ALL = Operand(parse("100%"), exact=True)
_LEAD = 24
_SOME, _TENTH = 3, Fraction(1, 10)
_TWICE = 160
"""What shares that each are of one whole are together at most, a slip in one of them let in."""
_OF_ALL = lazy("(?:分别|各)占(?:到|了)?(?:全[市县区省州镇部体]|总|其中|整个)[^,;。应目计任]{0,10}$")
_BY = lazy("(?:按|分|从)[^,;。:、()0-9]{1,10}[分看],")


def _more_than_all(reading: Reading, shares: list[Statement]) -> bool:
    """Whether the shares of the members of one list are more than 100 %: 从投向看，甲占71%，乙占48%; 甲、乙分别占总量的46%、72%."""
    first = shares[0]
    made = sum(value for value, _ in (s.quantity.size() for s in shares))
    if near_all(shares) or not 100 < made < _TWICE or any(s.index - one.index != 1 for one, s in pairwise(shares)):
        return False
    if may_overlap(reading, tuple(shares)) or any(s.depth != first.depth for s in shares):
        return False
    if first.respective and all(s.listed for s in shares[1:]):
        return _OF_ALL.search(first.lead) is not None or _list_of_all(reading, shares)
    begin = reading.begin(first)
    names = {s.subject for s in shares}
    return len(shares) >= _SOME and len(names) == len(shares) and _BY.match(reading.between(begin, first.start)) is not None


_AGES = lazy(
    "(?P<below>[0-9]{1,2})周?岁(?:及|\\(含\\))?以下"
    "|(?P<low>[0-9]{1,3})[-—–~至到](?P<high>[0-9]{1,3})(?:周?岁)|(?P<last>[0-9]{2,3})(?:周?岁)及?以上"
)


def all_ages(reading: Reading, figures: Sequence[Statement]) -> bool:
    """Whether figures are those of classes of age without a gap: 0-14岁, 15-59岁, 60岁及以上; 18岁以下, 18-60岁, 60岁以上."""
    found = [list(_AGES.finditer(reading.between(max(0, s.start - _LEAD), s.start))) for s in figures]
    if len(figures) < 2 or not all(found):
        return False
    classes = [matches[-1] for matches in found]
    gaps = [int(other["low"] or other["last"] or -9) - int(one["high"] or one["below"] or -9) for one, other in pairwise(classes)]
    first = classes[0]["low"] in ("0", "00") or classes[0]["below"] is not None
    return first and classes[-1]["last"] is not None and all(gap in (0, 1) for gap in gaps)


_TIMES = lazy(
    "(?P<low>[0-9]{1,3})[-—–~至到](?P<high>[0-9]{1,3})(?P<unit>秒|分|小?时|天)|(?P<last>[0-9]{1,3})(?P<over>秒|分|小?时|天)钟?(?:及|\\(含\\))?以上"
)
_SECONDS = {"秒": 1, "分": 60, "时": 3600, "小时": 3600, "天": 86400}


def _all_times(reading: Reading, figures: Sequence[Statement]) -> bool:
    """Whether shares are those of classes of time without a gap: 0-30秒, 30-60秒, 1-5分, 5分以上."""
    found = [list(_TIMES.finditer(reading.between(max(0, s.start - _LEAD), s.start))) for s in figures]
    if len(figures) < 2 or not all(found):
        return False
    classes = [matches[-1] for matches in found]
    begins = [int(c["low"] or c["last"]) * _SECONDS[c["unit"] or c["over"]] for c in classes]
    ends = [int(c["high"]) * _SECONDS[c["unit"]] if c["high"] else 0 for c in classes]
    return begins[0] == 0 and classes[-1]["last"] is not None and begins[1:] == ends[:-1]


_NAMES = (
    ("满意", "基本满意", "不满意"), ("一", "二", "三"), ("好", "中", "差"), ("优", "良", "中", "差"), ("男", "女"),
    ("城镇", "农村"), ("城镇", "乡村"), ("轻", "重工业"), ("轻工业", "重工业"),
)  # fmt: skip
_NAME = lazy(
    "(?:[^,;。:、0-9]{0,12}?)(?P<names>[一-鿿]{1,6}(?:、[一-鿿]{1,6})+|一二三)(?:次?产业?)?"
    "(?:占比|比重|[^,;。:、0-9]{0,6})分别"
)


def _list_of_all(reading: Reading, shares: list[Statement]) -> bool:
    """Whether one list before 分别 names all there are: 满意、基本满意、不满意分别占a、b、c."""
    first = shares[0]
    if not first.respective or not all(share.listed for share in shares[1:]):
        return False
    found = _NAME.search(reading.between(reading.ground.clauses.starts[max(0, first.clause - len(shares))], first.start))
    if found is None:
        return False
    names = tuple(found["names"].split("、")) if "、" in found["names"] else tuple(found["names"])
    return len(names) == len(shares) and any(len(known) == len(names) and _all_in(known, names) for known in _NAMES)


def _all_in(known: tuple[str, ...], names: tuple[str, ...]) -> bool:
    pairs = zip(known, names, strict=True)
    return all(name.endswith(word) or (len(word) > 1 and word in name) or name.startswith(f"{word}产") for word, name in pairs)


def _slipped(shares: list[Statement]) -> bool:
    """Whether three shares or more would reach 100 % to the last digit but for two digits that changed places."""
    least = min(share.quantity.ulp for share in shares)
    if len(shares) < _SOME or least > _TENTH or any(share.quantity.unit.name != "%" for share in shares):
        return False
    gap = Fraction(100) - sum((share.quantity.value for share in shares), Fraction(0))
    return bool(gap) and any(_swap_of(share, gap) for share in shares)


def _swap_of(share: Statement, gap: Fraction) -> bool:
    quantity = share.quantity
    written, wanted = str(int(quantity.value / quantity.ulp)), (quantity.value + gap) / quantity.ulp
    if wanted.denominator != 1 or wanted <= 0:
        return False
    other = str(int(wanted))
    return any(written[:n] + written[n + 1] + written[n] + written[n + 2 :] == other for n in range(len(written) - 1))
