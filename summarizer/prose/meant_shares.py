"""``share`` of the whole that is meant, where none of the figures around gives the percentage.

What a part is of can be told in few ways: its share calls the whole by name; other figures were found to make up a total with the part;
the share beside it is of that whole; the name of the part holds that of the whole (质量类投诉 of 投诉); or one figure heads the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction

from ..claims.base import Claim, Operand
from ..claims.share import Share
from ..patterns import lazy
from ..quantities import add
from .called import called, is_of_name, plain_name
from .heads import head, is_near, of_kind, parent
from .joining import holds, may_divide
from .known import Known, has_share, is_sibling, known_of, of_claims, of_other_parts
from .more_than_all import cannot_be
from .nearness import base
from .own_wholes import of_lines
from .parts import Pair, in_row, pair_of, says_another
from .roles import LEVELS, Role
from .shares import share_of
from .statements import Reading, Statement
from .wholes import PLAIN_SHARE
from .words import OF_ALL

_NAMED = lazy(r"占(?P<name>[^,;占]{2,20}?)(?:的(?:比重|比例|份额)?|(?:比重|比例|份额)的?)(?:约|高?达到?了?|为|是|超过)*[: ]*$")
_SCOPE = lazy("^[ ]*(?:其中,?)?在(?:受理|上述|全部)?的?(?P<name>[㐀-鿿]{2,12}?)(?:当)?[中里],?")
_SAID = lazy(
    r"^[ ,;:]*(?:其中,?)?(?P<part>[㐀-鿿]{2,12}?)"
    r"(?:占(?!比|用|地)(?P<whole>[㐀-鿿]{2,16}?)的?(?:比重|比例|份额)?|在(?P<among>[㐀-鿿]{2,12}?)中所?占(?:比重?)?)"
    r"(?:约|达到?|为|是)*[: ]*$"
)
_BEHIND = lazy("^[ ,]*(?:共|累计)?(?:实现|完成|达到?|为)[^,;。0-9]{0,10}$")
_MEASURE = lazy("(?<=..)[额数量]$")
"""提取额 is of what was called 提取 before."""
_THIS_YEARS = frozenset(("本年", "今年", "当年", "新增", "新增数", "本年新增", "今年新增", "本期"))
_COUNTED = lazy("占(?P<name>总(?:人|户|件|起|批|家|个)数)")
_GENERAL = lazy("总[数量额]$")
"""藏品总数: of all there are, whatever they are called before."""
_AWAITED = lazy("占[^,;占]{0,20}(?:预[计期算]|核定|下达)[^,;占]{0,4}数的")
"""占省级核定支出预计数的31.8%: of what was planned, not of what came in."""
_SEVERAL = lazy("、[㐀-鿿]{2,4}[两二三四五][地市县区省者家][㐀-鿿]{0,6}占")
"""甲、乙两地投诉量共计占比48.7%: names stand for the parts."""
_MOVED = lazy(
    r"^[ ,;]*(?:占(?P<name>[^,;占]{2,16}?)的?|(?P<measure>投资|产值|增加值|进?出口|收入|税收|销售额?|零售额|贷款|存款|用电量?)(?:所占|的)?"
    r"|[㐀-鿿]{2,10}?(?:所占|的)?|所占)?(?:比重|占比)[也则亦已]?(?:由|从)[^,;]{0,12}$"
)
"""投资比重由上年的73.6%, of all investment; 工业投资比重 has the name of the part and not of the whole."""
_OF_BUDGET = lazy(
    "^[ ,]*约?占(?P<name>[㐀-鿿]{2,8}?(?:支出|经费|收入|拨款)(?:合计|总计)?)"
    "(?:总?预算)?(?:总?[额数])?(?:的?(?:比重|比例)?为?)?[ :]*$"
)
"""占基本支出预算90.9%: of the figure by that name before, in lines each of which names one kind of spending."""
_ALONE = lazy("^[ ,;]*(?:其中,?|实现|完成)?(?P<part>[㐀-鿿]{2,8}?)(?:收入)?(?:所?占比重?|所占比重|比重)(?:约|达到?|为|是)*[: ]*$")
"""实现税收比重83.6%: of the total that was told with the part before."""
_BACK, _TRIED = 24, 8
_TELLING = 100
_CLAUSES = 8
_CLOSE = 0.3
"""By which part of itself a share may miss the total that others beside it are of."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each share that is the result of none yet, or only of a part beside its own, and whose whole can be told."""
    yield from _after_moving(reading, results)
    shares = [s for s in reading.of_role(Role.SHARE) if s.dimension == "ratio" and s.quantity.value]
    shares = [s for s in shares if not s.quantity.is_hedged or plain_name(_name_of(s))]
    lines = list(of_lines(reading, [s for s in shares if s.start not in results]))
    yield from lines
    in_lines = {claim.share.place.start for claim in lines}
    others = of_other_parts(reading) if any(s.start in results for s in shares) else set()
    general: list[Pair] = []
    for share in shares:
        if share.start in in_lines or (share.start in results and share.start not in others):
            continue
        if share.start not in results and (told := _of_budget(reading, share) or _alone(reading, share)):
            yield told
            continue
        named = _by_name(reading, share)
        pair = named or pair_of(reading, share)
        if pair is None or pair.part.quantity.is_hedged or not pair.part.quantity.value:
            continue
        row, known = _row_of(reading, pair), known_of(reading)
        whole = (_fitting(reading, pair) if named else None) or _whole_of(reading, Pair(row[-1], share), known)
        if whole is None and (smaller := _too_small(reading, pair)):
            yield share_of(reading, pair, smaller, likely=True)
        elif whole is None and OF_ALL.search(share.lead):
            general.append(pair)
        if whole is not None and ((OF_ALL.search(share.lead) and has_share(reading, whole)) or is_sibling(reading, whole, pair.part)):
            general += [pair] if OF_ALL.search(share.lead) else []
            continue
        if whole is not None and whole not in row:
            yield from _told(reading, pair, row, whole, named=named is not None)
    yield from _of_all_before(reading, general)


def _told(reading: Reading, pair: Pair, row: list[Statement], whole: Statement, *, named: bool) -> Iterator[Claim]:
    """Yield what is said of a whole that was found; in its place one that is known, where that one fits and stands elsewhere."""
    known, share = known_of(reading), pair.share
    for claim in _judged(reading, pair, row, whole):
        if holds(claim):
            known.add(share, whole)
        elif _is_of_both(pair, whole) or (not named and says_another(row[-1], share, whole)):
            continue
        elif (fitting := _of_known(reading, pair)) and _stands_in_other(reading, fitting, share):
            yield fitting
            continue
        yield claim


def _stands_in_other(reading: Reading, claim: Claim, share: Statement) -> bool:
    """Whether the whole of a share stands in another paragraph than the share."""
    whole = claim.whole if isinstance(claim, Share) else None
    known = reading.starts().get(whole.place.start) if whole is not None else None
    return known is not None and known.paragraph != share.paragraph


def _of_all_before(reading: Reading, general: list[Pair]) -> Iterator[Claim]:
    """Read 全国火灾17.6万起。…农村7.5万起，占总数的42.2%。…建筑物7.2万起，占总数的40.8%，其他6.6万起，占总数的38.9%: all of one total.

    A paragraph in which one share is right of a total that others before were of means it for all of 总数.
    """
    for paragraph in dict.fromkeys(pair.share.paragraph for pair in general):
        own = [pair for pair in general if pair.share.paragraph == paragraph]
        sound = [(pair, claim) for pair in own if (claim := _of_known(reading, pair))]
        yield from (claim for _, claim in sound)
        wholes = {claim.whole.value: claim.whole for _, claim in sound if isinstance(claim, Share) and claim.whole is not None}
        if len(wholes) == 1:
            whole = next(iter(wholes.values()))
            for pair in own:
                claim = replace(share_of(reading, pair, pair.part, likely=True), whole=whole)
                if all(pair is not one for one, _ in sound) and pair.part.like(own[0].part) and _is_close(pair, whole):
                    yield claim


def _is_close(pair: Pair, whole: Operand) -> bool:
    """Whether a share is not far from what its part is of a total."""
    size = whole.value * whole.quantity.unit.factor
    return bool(size) and abs(float(base(pair.part) * 100 / size) / pair.share.quantity.size()[0] - 1) < _CLOSE


def _of_budget(reading: Reading, share: Statement) -> Claim | None:
    """Return that the figure before is a share of the kind of spending it names, told in a line before: 占基本支出预算90.9%."""
    found = _OF_BUDGET.match(share.lead)
    part = reading.statements[share.index - 1] if found and share.index else None
    if found is None or part is None or part.segment != share.segment or not part.is_level or not part.is_amount or part.depth:
        return None
    if found["name"] in part.subject or part.quantity.is_hedged or not part.quantity.value:
        return None
    named = [s for s in reading.before(part, _BACK) if s.like(part) and s.is_level and not s.depth and found["name"] in s.lead]
    whole = named[0] if named and share.paragraph != named[0].paragraph else None
    if whole is None or "占" in whole.lead or whole.quantity.value < part.quantity.value:
        return None
    return share_of(reading, Pair(part, share), whole, likely=True)


def _alone(reading: Reading, share: Statement) -> Claim | None:
    """Return that a share which names its part alone is of the total that the part was told with."""
    found = _ALONE.match(share.lead)
    if found is None or share.listed or share.respective:
        return None
    near = [s for s in reading.before(share, _TRIED) if s.paragraph == share.paragraph and s.segment != share.segment and s.is_standing]
    part = next((s for s in near if s.subject.startswith(found["part"]) and s.quantity.value and not s.quantity.is_hedged), None)
    whole = known_of(reading).total_of(part) if part is not None else None
    return share_of(reading, Pair(part, share), whole, likely=True) if part is not None and whole is not None else None


def _after_moving(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Read 项目完成投资40亿元，投资比重由上年的73.6%提高到78%: of the investment told before, or that others are right shares of."""
    for share in reading.of_role(Role.TO):
        before = reading.statements[share.index - 1] if share.index and share.dimension == "ratio" else None
        if before is None or before.role is not Role.FROM or before.clause != share.clause or share.start in results:
            continue
        found = _MOVED.match(before.lead) if "比重" in before.lead or "占比" in before.lead else None
        pair = pair_of(reading, share) if found else None
        if found is None or pair is None or pair.part.quantity.is_hedged or not pair.part.quantity.value:
            continue
        if fitting := _of_known(reading, pair):
            yield fitting
            continue
        name = found["name"] or found["measure"] or ""
        whole = called(reading, name, pair.part, before) if plain_name(name) else None
        if whole is not None:
            yield from _judged(reading, pair, [pair.part], whole)


def _wholes_of(found: list[Claim]) -> dict[Fraction, Operand]:
    return {c.whole.value: c.whole for c in found if isinstance(c, Share) and c.whole is not None}


def _sound_wholes(found: list[Claim]) -> set[int]:
    """Return where the wholes begin that right shares are of."""
    return {c.whole.place.start for c in found if isinstance(c, Share) and c.whole is not None and holds(c)}


def _of_known(reading: Reading, pair: Pair) -> Claim | None:
    """Return a share as one of a whole that others were found to be shares of, if it is that."""
    wholes = of_claims(reading, "wholes", _wholes_of)
    like = [whole for whole in wholes.values() if whole.quantity.unit.dimension == pair.part.dimension and not whole.quantity.per]
    claim = share_of(reading, pair, pair.part, likely=True)
    return next((one for one in (replace(claim, whole=whole) for whole in like) if holds(one)), None)


def _is_of_both(pair: Pair, whole: Statement) -> bool:
    """Whether the share is of what is counted apart, together: 8个镇完成，2个镇未完成，未完成的占总数的20%."""
    part, other = pair.part.quantity.size()[0], whole.quantity.size()[0]
    share = pair.share.quantity
    return "总" in pair.share.lead and abs(100 * part / (part + other) - float(share.value)) <= float(share.ulp) / 2


def _by_name(reading: Reading, share: Statement) -> Pair | None:
    """Return the part that a share names: 提取14.6亿元，年末余额79亿元；提取额占归集额的68.4%; 石油类占零售额的22.4%，实现36.7亿元."""
    found = None if share.listed else _SAID.match(share.lead)
    if found is None:
        return None
    near = [s for s in reading.before(share, _BACK) if s.paragraph == share.paragraph and s.role in LEVELS and not s.depth and s.is_amount]
    near = [s for s in near if s.quantity.value and not s.quantity.per]
    for s in reading.statements[share.index + 1 : share.index + 2]:
        if s.segment == share.segment and s.clause - share.clause == 1 and s.is_amount and _BEHIND.match(s.lead):
            return Pair(s, share)
    name = _MEASURE.sub("", found["part"]).removesuffix("所")
    if name in _THIS_YEARS:  # 建成21个，累计86个，本年占累计的24.4%
        return next((Pair(s, share) for s in near if _said_whole(found) not in s.lead), None)
    named = (s for s in near if s.subject.startswith(name) or s.subject.endswith(name))
    short = (s for s in near if len(s.subject) > 1 and name.startswith(s.subject))  # 发明284件, 发明专利
    return next((Pair(s, share) for s in (*named, *short)), None)


def _said_whole(found: re.Match[str]) -> str:
    return _MEASURE.sub("", found["whole"] or found["among"])


def _fitting(reading: Reading, pair: Pair) -> Statement | None:
    """Return a figure of the paragraph that gives the share of a part which has its name, if that is no chance, or has the whole's."""
    found = _SAID.match(pair.share.lead)
    name = _said_whole(found) if found else ""
    near = [s for s in reading.before(pair.share, _BACK) if s.paragraph == pair.share.paragraph and s.role in LEVELS and not s.depth]
    near = [s for s in near if s is not pair.part and s.like(pair.part) and s.quantity.value and not s.quantity.is_hedged]
    called = [s for s in near if name in s.lead]
    tried = near[:_TRIED] if pair.share.quantity.shows(_TELLING) else called
    fits = (s for s in tried if may_divide(pair.part, s, pair.share, 100) and holds(share_of(reading, pair, s)))
    return next(fits, called[0] if len(called) == 1 else None)


def _judged(reading: Reading, pair: Pair, row: list[Statement], whole: Statement) -> Iterator[Claim]:
    """Yield the claim that a part is of a whole, or that all of the list which it ends are (位居前三：甲783件、乙580件、丙562件，占77%)."""
    claim = share_of(reading, pair, whole, likely=True)
    if len(row) > 1:
        claim = replace(claim, part=Operand(add(s.quantity for s in row)))
    if claim.part is not None and is_near(claim.part.quantity.size()[0], whole, pair.share):
        yield claim


def _row_of(reading: Reading, pair: Pair) -> list[Statement]:
    """Return the list that a part ends and that its share may be of together, the last first."""
    row = [pair.part]
    if pair.share.respective or pair.share.listed:
        return row
    for s in reading.before(pair.part, _CLAUSES):
        if not s.like(pair.part) or not in_row(reading, s, row[-1]):
            break
        row.append(s)
    return row


def _whole_of(reading: Reading, pair: Pair, known: Known) -> Statement | None:
    share, part = pair.share, pair.part
    said = _SAID.match(share.lead)
    if _AWAITED.search(share.lead) or _SEVERAL.search(share.lead):
        return None
    name = _name_of(share) or (said["among"] if said and said["among"] else "")
    if not name and (scope := _scope_of(reading, part)) and (whole := called(reading, scope, part, share)):
        return whole
    if not name and (first := _goes_on(reading, share)) is not None:
        if first.role is Role.RATE:
            return None  # 甲占年度计划的99%；乙占94.5%
        name = _name_of(first)
    total = known.total_of(part)
    if plain_name(name):
        whole = called(reading, name, part, share)
        if whole is None and total is not None and is_of_name(reading, name, total):
            return total
        whole = whole or known.of_name(name, share, part)
        return whole or (head(reading, part, known) if _GENERAL.search(name) else None)
    whole = total or known.sibling(share, part) or of_kind(reading, part) or parent(reading, part) or head(reading, part, known)
    counted = _COUNTED.search(share.lead) if whole is None else None
    return called(reading, counted["name"], part, share) if counted else whole


def _too_small(reading: Reading, pair: Pair) -> Statement | None:
    """Return the figure that has the name of the whole, or of which others are shares, and is less than the part by a slip."""
    share, part = pair.share, pair.part
    size, name = part.quantity.size()[0], _name_of(share)
    near = [s for s in reading.before(share, _BACK) if s.paragraph == share.paragraph and s.like(part) and s.role in LEVELS]
    near = [s for s in near if s is not part and s.quantity.size()[0] < size and s.depth <= part.depth and not s.quantity.per]
    if not near or share.listed or share.respective:
        return None
    if plain_name(name):
        own = [s for s in near if is_of_name(reading, name, s)]
    else:
        known = of_claims(reading, "sound wholes", _sound_wholes)
        own = [s for s in near if s.start in known]
    return own[0] if len({s.quantity.size()[0] for s in own}) == 1 and cannot_be(part, own[0], share, "") else None


def _name_of(share: Statement) -> str:
    found = _NAMED.search(share.lead)
    return found["name"] if found and PLAIN_SHARE.search(share.lead) is None else ""


def _scope_of(reading: Reading, part: Statement) -> str:
    """Return what a sentence begins with that all its shares are of: 在少数民族人口中，彝族4590人，占64.8%."""
    clauses, first = reading.ground.clauses, part.clause
    while first and clauses.sentences[first - 1] == part.sentence and part.clause - first < _CLAUSES:
        first -= 1
    found = _SCOPE.match(reading.between(clauses.starts[first], part.start))
    return found["name"] if found else ""


def _goes_on(reading: Reading, share: Statement) -> Statement | None:
    """Return the percentage before in the sentence that says of what this one is, too: 甲占财政收入的75%，乙占25%."""
    before = (s for s in reading.so_far(share, _CLAUSES) if s.dimension == "ratio" and s.role in (Role.SHARE, Role.RATE) and "占" in s.lead)
    return next((s for s in before if s.role is Role.RATE or _name_of(s)), None)
