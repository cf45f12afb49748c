"""``count`` of kinds that stand before their number where no 、 parts them, or too few: 分为甲和乙两类; 甲和乙以及丙三条河.

So are the figures that 分别 leads to before 三者合计, and the marks that were passed: 连续跨越5000亿、6000亿两个千亿台阶.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.count import Count
from ..patterns import in_order, lazy
from .lists_of_names import Listed, count_of, grouped, number_in, split, uneven
from .statements import Reading

_NUMBER = "(?<![第十百千])(?:(?P<chinese>[二两三四五六七八九])|(?P<arabic>[2-9])(?![0-9.]))"
_KIND = (
    "(?:大?类|种|个?部分|大?(?:板块|环节)|个(?:大类|小?组|等级|层次|阶段|档次|类别|方面|级别|板块|片区|批次|环节|步骤|标段|时段|梯队|区域?|部门)"
    "|档|大区|个?类型)"
)
#: 分为生食和酿酒原料两类.
_DIVIDED = lazy(rf"分[为成](?P<list>[^,;。:!?()0-9“\n]{{3,60}}?)(?P<stated>{_NUMBER}{_KIND})(?![和与及、])")
#: 甲河和乙河以及丙河三条大河.
_AS_WELL = lazy(
    rf"以及(?P<last>[一-鿿]{{2,10}}?)(?P<stated>{_NUMBER}(?P<measure>[个条家座所处种项类名])(?:大|主要)?(?P<noun>[一-鿿]{{1,4}}))"
)
#: 技术开发、技术服务两类合同: as long as each other, and they begin or end alike.
_BEHIND_NUMBER = tuple(lazy(rf"{kind}(?<=[二两三四五六七八九2-9]{kind})(?=[一-鿿])") for kind in "类种大")
_PAIR = lazy(rf"、(?P<second>[一-鿿]{{2,7}})(?P<stated>{_NUMBER}.)\Z")
#: …分别增长4.1%、6.3%和9%，三者合计.
_OF_THESE = lazy(r"者(?<=[,;。].者)(?:合计|共|总|之和|相加|占)")
_THESE = lazy(rf"{_NUMBER}\Z")
_RESPECTIVELY = lazy("(?:分别|依次)[^,;。0-9]*\\Z")
#: 跨过42、43两个万亿级大关.
_PASSED = (lazy("大关"), lazy("台阶"), lazy("关口"))
_MARKS = lazy(
    rf"(?P<list>(?:[0-9][0-9.]*(?:万亿|亿|万)?[元人吨]?[、和])+[0-9][0-9.]*(?:万亿|亿|万)?[元人吨]?)(?P<stated>{_NUMBER}(?:个|大))[一-鿿]{{0,5}}\Z"
)
_JOINT = lazy("以?及(?!时|其|格)|和(?!谐|平|美|合|睦)|与(?!会)")
_REACH, _NAMES, _FEW, _PLURAL = 60, 9, 2, 2


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the counts of what stands before a number and is parted by 和, or by one 、."""
    told = {claim.stated.place.start for claim in reading.claims_found() if isinstance(claim, Count)}
    for claim in (*_divided(reading), *_as_well(reading), *_pairs(reading), *_these(reading), *_passed(reading)):
        if claim.stated.place.start not in told:
            yield claim


def _divided(reading: Reading) -> Iterator[Count]:
    for match in in_order(reading.ground.plain, (_DIVIDED,)):
        text, start = match["list"], match.start("list")
        listed = split(text, start)
        if "、" not in text:
            joints = len(_JOINT.findall(text))
            if not joints or listed.open:
                continue
            listed = Listed(("",) * _PLURAL, joints - 1, False, start, match.end("list"))
        elif text.endswith("、") or grouped(listed.names) or uneven(listed) or listed.open:
            continue
        if claim := _count(match, listed, (match.start(), match.end("stated"))):
            yield claim


def _as_well(reading: Reading) -> Iterator[Count]:
    """Yield the counts of names with 和 and 以及 between them that end with one character, which what is counted has, too."""
    plain = reading.ground.plain
    for match in in_order(plain, (_AS_WELL,)):
        begin = max(plain.rfind(mark, max(0, match.start() - _REACH), match.start()) for mark in ",;。:!?()\n") + 1
        before = plain[begin : match.start()]
        if (not begin and match.start() > _REACH) or "、" in before or re.search("[0-9]", before):
            continue
        names = (*_JOINT.split(before), match["last"])
        alike = {name[-1:] for name in names}
        if len(names) > _PLURAL and all(len(name) > 1 for name in names) and len(alike) == 1 and alike.pop() in match["noun"]:
            listed = Listed(names, 0, False, begin, match.end("last"))
            if claim := _count(match, listed, (begin, match.end("stated"))):
                yield claim


def _pairs(reading: Reading) -> Iterator[Count]:
    plain = reading.ground.plain
    for sign in in_order(plain, _BEHIND_NUMBER):
        match = _PAIR.search(plain, max(0, sign.start() - _NAMES), sign.end())
        if match is None:
            continue
        size = len(match["second"])
        first = plain[match.start() - size : match.start()]
        row = plain[max(0, match.start() - _REACH) : match.start() - size]
        others = "、" in re.split("[,;。:!?()\n]", row)[-1] or re.search("[,;。:!?()、\n0-9]", first)
        alike = first[:_FEW] == match["second"][:_FEW] or first[-_FEW:] == match["second"][-_FEW:]
        if not others and alike and size > _PLURAL and first != match["second"]:
            listed = Listed((first, match["second"]), 0, False, match.start() - size, match.end("second"))
            if claim := _count(match, listed, (match.start() - size, match.end("stated"))):
                yield claim


def _these(reading: Reading) -> Iterator[Count]:
    """Yield the counts of figures that 分别 leads to, called 三者 behind."""
    plain = reading.ground.plain
    for sign in in_order(plain, (_OF_THESE,)):
        number = _THESE.search(plain, sign.start() - 1, sign.start())
        end = sign.start() - _FEW
        begin = max(plain.rfind(mark, max(0, end - _REACH), end) for mark in ",;。:!?()\n") + 1
        row = [s for s in reading.within(begin, sign.start() - 1) if not s.depth]
        if number is None or len(row) < _PLURAL or len({s.dimension for s in row}) > 1:
            continue
        if _RESPECTIVELY.search(plain, begin, row[0].start):
            listed = Listed(("",) * len(row), 0, False, begin, row[-1].end)
            stated = number_in(number)
            if abs(stated - len(row)) <= _FEW:
                yield count_of(stated, listed, number.span(), (begin, sign.start() + 1))


def _passed(reading: Reading) -> Iterator[Count]:
    """Yield the counts of marks that were passed one after the other."""
    plain = reading.ground.plain
    for sign in in_order(plain, _PASSED):
        if match := _MARKS.search(plain, max(0, sign.start() - _REACH), sign.start()):
            figures = re.split("[、和]", match["list"])
            listed = Listed(tuple(figures), 0, False, match.start("list"), match.end("list"))
            if claim := _count(match, listed, (match.start(), sign.end())):
                yield claim


def _count(match: re.Match[str], listed: Listed, span: tuple[int, int]) -> Count | None:
    """Return the count of a list; none where it is off by so much that something else is counted."""
    stated = number_in(match)
    if abs(listed.length_near(stated) - stated) > _FEW:
        return None
    return count_of(stated, listed, match.span("stated"), span)
