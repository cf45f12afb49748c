"""What shares refute: T，其中甲A，占30%；乙B，占20%. Parts whose shares are right are not all of the total that they miss.

And what has a share of its own beside a part is no whole of that part, but of what both are. Names refute as well: 审判案件结案率 is not
of all cases, 不捕率 not of those arrested, 失业率 not of those who found work. A mean beside that of another class is of its own class.
"""

from __future__ import annotations

from dataclasses import replace

from ..claims.average import Average
from ..claims.base import Claim, Outcome
from ..claims.rate import Rate
from ..claims.share import Share
from ..claims.sum import Sum
from ..patterns import lazy
from .classes import class_rates
from .joining import holds, operand, outcome, place
from .known import share_behind
from .statements import Reading, Statement
from .words import COMPLETION

_NAME, _NEAR = 16, 12
_ALL = 100
_REST, _EVERY = lazy("其[余他它]|剩[余下]|余下|未"), lazy("全部|均|都")
_OF_CHILDREN = lazy("婴儿|新生儿|儿童|孕产妇")
"""Whose deaths are counted among those who were born."""
_NOT_ALL = lazy("户籍|出生|死亡")
"""People of whom a rate of births and deaths is not."""
_EXTREME = lazy("最[高低多少大小](?![^,;。]*平均)")
_SCOPES = ("市本级", "县本级", "区本级", "省本级", "州本级", "本级")
_MARKS = " ,;、("
_KIND = lazy("(?:^|[,;:、 ])(?P<name>[\u4e00-\u9fff]{2,4}?)类?(?:案件|事件|案|事项|项目|工程|件)的?$")
"""What tells one kind of case from the others in 审判案件结案率."""
_NO_KIND = ("综合", "总体", "整体", "平均", "实际", "全年", "累计", "各类", "所有", "全部", "总", "以上", "上述", "这些", "受理")
_OF_OTHERS = lazy("失业率|(?<![一-鿿])[不未](?P<verb>[一-鿿])[一-鿿]{0,2}率")
_OF_MONEY = lazy("(?:资金|经费|投资|预算|债券|贷款|款项)[一-鿿]{0,6}率")
_NAMED_ONLY = lazy("其中,?[^,;:()0-9]{2,60}、[^,;:()0-9]{1,30}率[^,;:()0-9]{0,6}$")
_ALIKE = 0.05
"""How far a rate may be from what rounded figures give."""
_Shares = dict[tuple[int, int], Share]


def without_refuted(reading: Reading, found: list[Claim]) -> list[Claim]:
    """Return the claims without the likely sums that miss a total of which each part has a right share, and shares of a sibling."""
    shared: dict[tuple[int, int], Share] = {}
    for claim in found:
        if isinstance(claim, Share) and claim.part is not None and claim.whole is not None:
            shared[claim.whole.place.start, claim.part.place.start] = claim
    kept = [claim for claim in found if not _is_refuted(reading, claim, shared)]
    kept = _of_totals(reading, _without_parts_of_parts(_without_stages(kept)))
    kept = _without_siblings(kept)
    kept = [claim for claim in kept if not (isinstance(claim, Rate) and claim.rate.value == _ALL and _is_of_itself(reading, claim))]
    kept = _without_plans_of_others(reading, kept)
    return [_of_scope(reading, claim) if isinstance(claim, Share) and claim.likely else claim for claim in kept]


def _without_plans_of_others(reading: Reading, found: list[Claim]) -> list[Claim]:
    """Return the claims without likely rates of a plan that is another's, of which what they are of is a part behind a bracket or a ；.

    年度计划190亿元，完成88亿元，完成计划的46%（省、市项目29宗，完成69亿元，完成计划的54%；…): the plan of these is not given.
    """
    rates = [claim for claim in found if isinstance(claim, Rate) and claim.target is not None and claim.actual is not None]
    sound = {c.target.place.start: c for c in rates if not c.likely or holds(c)} if any(c.likely for c in rates) else {}  # type: ignore[union-attr]
    return [claim for claim in found if not (isinstance(claim, Rate) and claim.likely and _is_part_of_done(reading, claim, sound))]


def _is_part_of_done(reading: Reading, claim: Rate, sound: dict[int, Rate]) -> bool:
    """Whether a rate that does not fit is of a part of what has another rate, which fits, of the same plan."""
    other = sound.get(claim.target.place.start) if claim.target is not None else None
    if other is None or other is claim or claim.actual is None or other.actual is None or not holds(other):
        return False
    if outcome(claim) is not Outcome.FAILS:
        return False
    own = reading.starts().get(claim.actual.place.start)
    first = reading.starts().get(other.actual.place.start)
    if own is None or first is None or own.index <= first.index or not own.like(first):
        return False
    called = own.subject[-2:] == first.subject[-2:] != ""
    return own.quantity.size()[0] < first.quantity.size()[0] and (own.depth > first.depth or (own.segment > first.segment and called))


def _without_stages(found: list[Claim]) -> list[Claim]:
    """Return the claims without likely sums whose parts are each so much, rightly, of one whole, or of targets that make the total.

    项目80个，开工60个、竣工32个，开工率75%、竣工率40%: what is finished was begun. 任务26套，甲6套、乙20套。甲开工7套，开工率117%.
    """
    missed = [claim for claim in found if isinstance(claim, Sum) and claim.likely and len(claim.parts) > 1 and not holds(claim)]
    if not missed:
        return found
    rates = {c.actual.place.start: c for c in found if isinstance(c, Rate) and c.actual is not None and c.target is not None and holds(c)}
    told = ((claim, [rates.get(part.place.start) for part in claim.parts]) for claim in missed)
    refuted = [claim for claim, own in told if _are_stages(own, claim) or _are_of_both(own, claim)]
    return [claim for claim in found if claim not in refuted] if refuted else found


def _without_parts_of_parts(found: list[Claim]) -> list[Claim]:
    """Return the claims, likely sums that miss their total without what is rightly part of a part: 74人，其中甲50人、乙24人；丙20人."""
    missed = [claim for claim in found if isinstance(claim, Sum) and claim.likely and len(claim.parts) > 2 and not holds(claim)]
    if not missed:
        return found
    sums = (claim for claim in found if isinstance(claim, Sum) and len(claim.parts) > 1 and claim.exhaustive is not False)
    inner = {claim.total.place.start: {part.place.start for part in claim.parts} for claim in sums if holds(claim)}
    lesser = {id(claim): _own_parts(claim, inner) for claim in missed}
    return [lesser.get(id(claim), claim) for claim in found]


def _of_totals(reading: Reading, found: list[Claim]) -> list[Claim]:
    """Return the claims without likely rates of the last part of a list by one before it, others as those of all of the list.

    任务100处，已修90处，其中甲50处、乙40处，完成率90%.
    """
    missed = [c for c in found if isinstance(c, Rate) and c.likely and c.actual is not None and c.target is not None and not holds(c)]
    if not missed:
        return found
    lists = [c for c in found if isinstance(c, Sum) and len(c.parts) > 1 and holds(c)]
    told = (c for c in lists if "其中" in reading.between(c.total.place.end, c.parts[0].place.start))
    of_lists = {c.parts[-1].place.start: c for c in told}
    meant: dict[int, Claim | None] = {}
    for rate in missed:
        listed = of_lists.get(rate.actual.place.start) if rate.actual is not None else None
        if listed is None or rate.target is None or rate.target.place.start == listed.total.place.start:
            continue
        among = rate.target.place.start in {part.place.start for part in listed.parts}
        meant[id(rate)] = None if among else replace(rate, actual=listed.total)
    return [claim for one in found if (claim := meant.get(id(one), one)) is not None]


def _own_parts(claim: Sum, inner: dict[int, set[int]]) -> Sum:
    starts = {part.place.start for part in claim.parts}
    within = set().union(*(inner[start] for start in starts if start in inner)) & starts
    own = tuple(part for part in claim.parts if part.place.start not in within)
    return replace(claim, parts=own) if 1 < len(own) < len(starts) else claim


def _are_of_both(told: list[Rate | None], claim: Sum) -> bool:
    """Whether a part is rightly so much of all parts together: 受理210人，批捕120人，不捕80人，批捕率60%."""
    both = sum(part.value for part in claim.parts)
    return any(rate is not None and rate.target is not None and both == rate.target.value for rate in told)


def _are_stages(told: list[Rate | None], claim: Sum) -> bool:
    rates = [rate for rate in told if rate is not None and rate.target is not None]
    if len(rates) < len(told):
        return False
    targets = [rate.target for rate in rates if rate.target is not None]
    if len({target.place.start for target in targets}) == 1:
        return abs(float(sum(rate.rate.value for rate in rates)) - _ALL) > 1
    return claim.total.place.start not in {target.place.start for target in targets} and (
        sum(target.value * target.quantity.unit.factor for target in targets) == claim.total.value * claim.total.quantity.unit.factor
    )


def _without_siblings(found: list[Claim]) -> list[Claim]:
    """Return the claims without likely sums that miss a total beside whose parts it stands: 384万元，其中甲310万元：乙24万元：丙50万元."""
    sums = [claim for claim in found if isinstance(claim, Sum) and len(claim.parts) > 1]
    missed = [claim for claim in sums if claim.likely and not claim.searched and not holds(claim)]
    whole = [claim for claim in sums if len(claim.parts) > 2 and claim.exhaustive is not False and claim not in missed] if missed else []
    rows = [{part.place.start for part in claim.parts} for claim in whole]
    refuted = [one for one in missed if any({one.total.place.start, *(part.place.start for part in one.parts)} <= row for row in rows)]
    return [claim for claim in found if claim not in refuted] if refuted else found


def _is_refuted(reading: Reading, claim: Claim, shared: _Shares) -> bool:
    if isinstance(claim, Rate):
        return _is_of_others(reading, claim)
    if isinstance(claim, Average):
        return claim.likely and _is_of_class(reading, claim)
    if isinstance(claim, Sum):
        return claim.likely and bool(shared) and (_is_more(claim, shared) or _is_of_two(reading, claim, shared))
    return isinstance(claim, Share) and claim.likely and (_is_sibling(reading, claim) or _is_of_scope(reading, claim))


def _is_of_class(reading: Reading, claim: Average) -> bool:
    """Whether a mean that does not fit is of one of several classes: 改造90户，补助72万元（甲类户均1万元、乙类户均5000元）."""
    start = claim.average.place.start
    rate = reading.starts().get(start)
    extreme = rate is not None and "最" in rate.lead and _EXTREME.search(rate.lead) is not None  # 户均3200元，最高的每户6000元
    return (extreme or start in class_rates(reading)) and not holds(claim)


def _is_of_itself(reading: Reading, claim: Rate) -> bool:
    """Whether 100 % says that all of a figure is meant: 其余12起全部办结，办结率100%; 8个项目中3个完成任务的100%."""
    rate = reading.starts().get(claim.rate.place.start)
    if rate is None or not rate.index or holds(claim):
        return False
    beside = reading.statements[rate.index - 1]
    every = _EVERY.search(reading.between(beside.end, rate.start)) is not None
    return beside.quantity.is_count and (beside.lead.endswith("中") or (every and _REST.search(beside.lead) is not None))


def _is_of_others(reading: Reading, claim: Rate) -> bool:
    """Whether a rate that does not fit is of other things than the figure taken for its whole, by its name."""
    rate = reading.starts().get(claim.rate.place.start)
    if claim.target is None or rate is None or "率" not in rate.lead or holds(claim):
        return False
    whole = reading.starts().get(claim.target.place.start)
    if whole is not None and rate.quantity.unit.name == "‰" and _NOT_ALL.search(whole.lead) and not _OF_CHILDREN.search(rate.lead):
        return True  # of those who live there, on the mean of two years
    done = reading.starts().get(claim.actual.place.start) if claim.actual is not None else None
    if whole is not None and done is not None and _is_told_again(whole, done):
        return True  # 审结2965件。…共审结2965件，结案率98.9%
    if whole is not None and "入学率" in rate.lead and "在校" in whole.lead:
        return True  # of those of an age, not of those at school
    if _NAMED_ONLY.search(reading.between(reading.begin(rate), rate.start)) is not None:
        return True  # 开工率90.6%，其中甲市、乙市、丙市开工率已达100%
    if whole is not None and whole.dimension != "money" and _OF_MONEY.search(rate.lead):
        return True  # 项目80个，已完工76个，资金支出率93.4%
    others = _OF_OTHERS.search(rate.lead)
    if others is not None and (not others["verb"] or _is_of_both(claim)):
        return True
    return whole is not None and _is_of_a_kind(reading, rate, whole)


def _is_told_again(whole: Statement, done: Statement) -> bool:
    """Whether both are one figure, told twice under one name."""
    alike = whole.quantity.value == done.quantity.value and whole.sentence != done.sentence
    return alike and len(done.subject) > 1 and whole.subject[-2:] == done.subject[-2:]


def _is_of_both(claim: Rate) -> bool:
    """Whether a rate is nearly that of what is not so over what is and what is not: 批捕12.5万人，不捕11.5万人，不捕率48.5%."""
    if claim.actual is None or claim.target is None:
        return False
    part, rest, rate = (float(operand.value) for operand in (claim.actual, claim.target, claim.rate))
    return part + rest > 0 and rate > 0 and abs(100 * part / (part + rest) / rate - 1) < _ALIKE


def _is_of_a_kind(reading: Reading, rate: Statement, whole: Statement) -> bool:
    """Whether a rate is of one kind of what was counted: 受理各类案件108件，结案99件，审判案件结案率92.3%."""
    said = rate.lead.strip()
    stem = COMPLETION.search(said) if "率" in said else None
    kind = _KIND.search(said[: stem.start()]) if stem else None
    if kind is None or kind["name"].endswith(_NO_KIND):
        return False
    start = reading.ground.clauses.starts[whole.clause]
    return kind["name"][:2] not in reading.between(start, rate.start - len(rate.lead))


def _is_of_scope(reading: Reading, claim: Share) -> bool:
    """Whether a share that does not fit names a scope that no figure of the paragraph has: 占市本级低保对象27.2%."""
    return _of_scope(reading, claim) is claim and _scope_missed(reading, claim) != ""


def _of_scope(reading: Reading, claim: Share) -> Share:
    """Return a share that does not fit as one of the figure that has the scope it names: 其中市本级4187人，甲1138人，占市本级对象27%."""
    scope = _scope_missed(reading, claim)
    share = reading.starts().get(claim.share.place.start)
    if not scope or share is None or claim.part is None:
        return claim
    part = reading.starts().get(claim.part.place.start)
    if part is None:
        return claim
    near = (s for s in reading.before(part, _NEAR) if s.like(part) and s.is_level and s.paragraph == part.paragraph)
    own = next((s for s in near if scope in reading.between(max(0, s.start - _NAME), s.start)), None)
    return claim if own is None else replace(claim, whole=operand(reading, own), place=place(reading, own, part, share))


def _scope_missed(reading: Reading, claim: Share) -> str:
    """Return the scope that a share that does not fit names and that the figure taken for its whole has not; nothing for none."""
    share = reading.starts().get(claim.share.place.start)
    if share is None or claim.whole is None or "占" not in share.lead or holds(claim):
        return ""
    named = share.lead[share.lead.rfind("占") + 1 :]
    scope = next((scope for scope in _SCOPES if named.startswith(scope)), "")
    whole = reading.starts().get(claim.whole.place.start)
    missed = bool(scope) and whole is not None and scope not in reading.between(max(0, whole.start - _NAME), whole.start)
    return scope if missed else ""


def _is_sibling(reading: Reading, claim: Share) -> bool:
    """Whether a share that does not fit is one of a figure that stands in its row: 甲30件，占25%；乙12件，占10%."""
    if claim.whole is None or claim.part is None or holds(claim):
        return False
    start, end = sorted((claim.whole.place.start, claim.share.place.start))
    places = reading.starts()
    whole = places.get(claim.whole.place.start)
    between = reading.between(start, end)
    behind = share_behind(reading, whole) if whole is not None and "其中" not in between and "。" not in between else None
    share = places.get(claim.share.place.start)
    return behind is not None and share is not None and behind is not share and behind.lead.strip(_MARKS) == share.lead.strip(_MARKS)


def _is_of_two(reading: Reading, total: Sum, shared: _Shares) -> bool:
    """Whether each part has a right share of two totals together: 建议86件、提案112件全部办复，A类150件，占75.8%；B类48件，占24.2%."""
    second = reading.starts().get(total.total.place.start)
    first = reading.statements[second.index - 1] if second is not None and second.index else None
    made = sum(part.value for part in total.parts)
    if first is None or second is None or not first.like(second) or first.quantity.value + second.quantity.value != made:
        return False
    own = {share.part.place.start: share for share in shared.values() if share.part is not None and holds(share)}
    shares = [own.get(part.place.start) for part in total.parts]
    return all(share is not None and share.whole is not None and share.whole.value == made for share in shares)


def _is_more(total: Sum, shared: _Shares) -> bool:
    own = [shared.get((total.total.place.start, part.place.start)) for part in total.parts]
    told = [share for share in own if share is not None]
    if len(told) < len(own) or holds(total) or not all(map(holds, told)):
        return False
    sizes = [share.share.quantity.size() for share in told]
    return abs(sum(size for size, _ in sizes) - 100) > sum(slack for _, slack in sizes)  # else they are all of it by their own words
