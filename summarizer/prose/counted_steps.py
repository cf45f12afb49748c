"""``count`` of steps behind their number: 做好以下五项工作：一是…二是…; 省实事3项，市实事2项。1、…2、….

Also where headings stand between: 10件民生实事全部完成，情况如下。一、完成情况（一）…（二）….
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..patterns import lazy
from ..quantities import add, from_chinese, parse
from .chains import FAINT, Chain, Step, chains_of
from .counts import may_be_counted
from .joining import operand, place
from .statements import Reading, Statement

_start = attrgetter("start")
_FEW = 2
_NAME = 40
_REST = 2000
_CALLED = lazy("[^,;。“”]{0,8}”(?:的?[一-鿿]{0,4})?[,:]?$")
"""做到了“六个率先”，一是…."""
_OF_STEPS = lazy(
    "(?:方面)?的?(?:重[点要大]|主要|关键)?(?:工作|任务|举措|措施|方面|改革|行动|环节|特点|问题|机制|做法|亮点|不足|经验|困难|短板)。"
)
"""抓好三项工作。一是…: steps of what is counted right before them."""
_FOLLOWING = lazy(r"以下|下列|如下|这")
_OTHERS = lazy("[,。][^,。]{0,12}(?P<things>问题|做法|情况|措施|经验|原因|特点|表现|成效|亮点):$")
"""对4家水厂作了检查，主要问题：一是…: steps of something else than what is counted."""
_STOPS = lazy("[。;!?]")
_ASPECTS = frozenset(("项", "个", "点", "件", "条", "方面", "大", "类"))

_ASPECT = lazy(
    "(?P<number>[两二三四五六七八九十])(?:方面|大)(?:的|重点|主要|关键|突出|专项|民生|具体|攻坚){0,2}"
    "(?:工作|任务|举措|措施|行动|工程|问题|环节|机制|做法|改革|抓手|原因|项目|特点|亮点|体系|提升行动|入手|着力|发力)[:]$"
)
_DEEDS = lazy("[^,;。0-9]{0,6}实事(?!求是)")
_ONE_BY_ONE = lazy("(?:项目|实事|任务|目标)[^,;。\n]{0,4}(?:完成|进展|办理|落实|推进|实施)|(?:完成|进展|办理|落实|推进|实施)情况")
"""What a heading says below which each thing has a number of its own."""
_AFAR, _MANY = 320, 5


def claims(reading: Reading) -> Iterator[Claim]:
    """Read 做好以下五项工作：一是… and 省实事3项，市实事2项。1、…2、…: the last number in front of a chain of steps."""
    if "方面" in reading.ground.plain or "大" in reading.ground.plain:
        yield from _of_aspects(reading)
    if not any(s.quantity.unit.name in _ASPECTS for s in reading.statements):
        return
    if "实事" in reading.ground.plain:
        yield from _of_deeds(reading)
    for chain in chains_of(reading):
        n = bisect_left(reading.statements, chain.steps[0].start, key=_start) - 1
        if n < 0 or chain.steps[0].number != 1 or chain.style == "word":
            continue
        stated = reading.statements[n]
        leads = stated.quantity.unit.name in _ASPECTS and may_be_counted(stated) and _leads_to(reading, stated, chain.steps[0])
        if leads and (chain.style == "是" or chain.sound):
            yield from _against_chain(reading, stated, chain)


def _of_aspects(reading: Reading) -> Iterator[Claim]:
    """Read 抓好五方面工作：一是… and 推进四大工程：一是…: numbers with neither 个 nor 项, which are no figures."""
    plain = reading.ground.plain
    for chain in chains_of(reading):
        first = chain.steps[0]
        named = _ASPECT.search(plain, max(0, first.start - _NAME), first.start) if first.number == 1 and chain.style == "是" else None
        if named is None or not chain.sound or any(s.start >= named.start() for s in reading.within(named.start(), first.start)):
            continue
        number, length = 2 if named["number"] in "两二" else int(from_chinese(named["number"])), _length(reading, chain)
        if abs(number - length) <= _FEW:
            stated = Operand(parse(f"{number}个"), place=stretch(*named.span()))
            yield Count(stated, length, (), (), False, stretch(named.start(), first.end), True)


def _of_deeds(reading: Reading) -> Iterator[Claim]:
    """Read 10件民生实事…。一、完成情况（一）…（二）…: below a heading that tells how they went, each has a number."""
    plain = reading.ground.plain
    told = [s for s in reading.statements if s.quantity.unit.name in _ASPECTS and may_be_counted(s, _MANY) and _DEEDS.match(plain, s.end)]
    if not told or len({s.quantity.value for s in told}) > 1:
        return
    for chain in chains_of(reading):
        first = chain.steps[0]
        if chain.style not in ("bracket", "dot", "comma") or not chain.sound or not 0 < first.start - told[0].end < _AFAR:
            continue
        line = plain[plain.rfind("\n", 0, max(0, first.start - 1)) + 1 : first.start]
        if plain[first.start - 1] == "\n" and "。" not in line and _ONE_BY_ONE.search(line) and len(chain.steps) >= _MANY:
            if abs(len(chain.steps) - told[0].quantity.value) <= 1:
                span = stretch(told[0].start, first.end)
                yield Count(operand(reading, told[0]), len(chain.steps), (), (), False, span, True)
            return


def _leads_to(reading: Reading, stated: Statement, first: Step) -> bool:
    """Whether nothing but the rest of the number's own sentence stands between it and the first step."""
    gap = reading.between(stated.end, first.start).strip()
    ends = gap[-1:] in (":", "。", "") or gap == "," or _CALLED.match(gap) is not None
    if "其中" in gap:
        return False  # 共10个，其中：1.计划开工6个；2.续建4个: parts, each with its number
    if (others := _OTHERS.search(gap)) is not None and others["things"] not in gap[: others.start()]:
        return False
    return len(gap) <= _NAME and "\n" not in gap.strip("\n") and ends and len(_STOPS.findall(gap)) <= 1


def _against_chain(reading: Reading, stated: Statement, chain: Chain) -> Iterator[Claim]:
    """Compare a number with the chain behind it; several numbers in one sentence that are of one kind are added up."""
    gap = reading.between(stated.end, chain.steps[0].start)
    parts = _parts(reading, stated)
    if not parts:
        return
    length = _length(reading, chain)
    announced = gap.rstrip().endswith(":") or _OF_STEPS.fullmatch(gap.strip()) is not None or _CALLED.match(gap) is not None
    announced = announced or gap.strip() == "," or _FOLLOWING.search(reading.clause_text(stated)) is not None
    number = Operand(add(p.quantity for p in parts), place=place(reading, *parts)) if len(parts) > 1 else operand(reading, stated)
    apart = len({p.subject for p in parts}) == len(parts) > 1 and parts[0].segment == parts[-1].segment
    if number.value != length and not announced and not (apart and number.value <= _FEW * length):
        return  # 化解矛盾26件；化解矛盾26件
    behind = "。" in gap.strip()[:-1]
    if behind and number.value > _FEW * length:
        return  # 共40个项目。从进度来看：一是已完成25个；二是正在建设11个；三是尚未开工4个
    span = (parts[0].start, chain.steps[0].end)
    split_up = tuple(operand(reading, p) for p in parts) if len(parts) > 1 else ()
    faint = not announced or gap.rstrip().endswith(("。", ","))
    likely = behind or (faint and not split_up) or chain.style in FAINT or _CALLED.match(gap) is not None
    yield Count(number, length, (), split_up, False, stretch(*span), likely)


def _parts(reading: Reading, stated: Statement) -> list[Statement]:
    """Return the counts of the sentence that are of one kind: 省实事3项，市实事2项，县实事1项; none if they are of several."""
    own = [s for s in reading.so_far(stated, 8) if s.like(stated) and s.depth == stated.depth][::-1]
    row = [*own, stated]
    noun = stated.subject[-4:]
    if len(row) == 1 or (noun and all(s.subject.endswith(noun) for s in row)):
        return row
    return []


def _length(reading: Reading, chain: Chain) -> int:
    """Return the number of the last step, one that stands where no clause begins (5处5、) counted."""
    if not chain.sound:
        return len(chain.steps)  # 一是 二是 四是 are three
    last = chain.steps[-1]
    end = reading.ground.plain.find("\n", last.end)
    rest = reading.ground.plain[last.end : min(end if end >= 0 else len(reading.ground.plain), last.end + _REST)]
    n = last.number
    while last.text.endswith("、") and last.text[:-1].isdigit() and re.search(rf"(?<![0-9.]){n + 1}、", rest):
        n += 1
    return n
