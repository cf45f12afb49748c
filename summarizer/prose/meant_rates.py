"""``rate`` with a name of its own whose whole is meant, where none of the figures around gives it.

It is of the figure in the bracket behind (参保率97%（常住人口63万人）), of what the rate beside it is of, of the figure right before its
part, of what heads the sentence or the paragraph, or of the figure whose verb is the other half of its name (产销率). A rate of the year
before in the bracket behind it is of the figures in the brackets behind its operands.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Operand, Outcome
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add
from . import words
from .heads import exceeds, head, is_head, is_near, of_kind, parent
from .joining import holds, is_part, operand, outcome, place
from .known import known_of
from .left_out import is_unit_left_out
from .parts import halves
from .rates import rate_of
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement

_STEM = lazy(r"(?P<stem>[㐀-鿿]{1,2})(?:率|比例)(?:约|已|仅|均|也)*(?:为|达到?|是)?[: ]*$")
_VITAL = frozenset(("出生", "死亡"))
"""Rates of all people, which the text seldom counts."""
_OF_CHILDREN, _BORN = lazy("婴儿|新生儿|儿童|孕产妇"), lazy("活产|出生|分娩")
"""Whose rate of deaths is of those who were born."""
_NAME, _BETWEEN = 24, 4
_CLASS = "门槛"
"""The word of a figure that makes a class of people or things: 65岁以上."""
_WHOLE = 100
_FED = lazy("入榨|榨蔗|投入|处理|加工|收购|消耗|采收|原矿|入洗|入选|入库|原料")
"""What is put in, of which a yield is what comes out."""
_EARNED = lazy("收入|利税|利润")
_ROW, _SENTENCES = 8, 2
"""Statements and sentences before a rate among which the two of its name are looked for."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Rate]:
    """Yield a claim for each rate that is the result of none yet, and whose whole can be told."""
    found = list(_of_this_year(reading, results))
    yield from found
    yield from _of_year_before(reading, results, found)


def _of_this_year(reading: Reading, results: Set[int]) -> Iterator[Rate]:
    for rate in (*reading.of_role(Role.NAMED_RATE), *reading.of_role(Role.RATE)):
        if rate.start in results or rate.index < 1 or rate.listed or rate.respective or rate.quantity.is_hedged:
            continue
        if (stem := _STEM.search(rate.lead)) and (both := _both(reading, rate, stem["stem"])):
            yield from filter(None, (found := _of_both(reading, rate, both),))
            if found is not None or is_part(reading, both[0]):
                continue  # 其中调解120件，撤诉97件，调撤率: of neither alone
        part = _part_of(reading, rate) if rate.quantity.value < _WHOLE and not words.ONE_WAY.search(rate.lead) else None
        named = part is not None and _has_its_name(reading, rate, part)
        whole = _whole_of(reading, rate, part) if named and part is not None else None
        if part is not None and whole is not None and whole is not part and is_near(part.quantity.size()[0], whole, rate):
            claim = rate_of(reading, rate, part, whole, likely=True)
            yield claim if holds(claim) else _of_two(reading, claim, whole) or claim
        elif not named and stem and (pair := _of_names(reading, rate, stem["stem"])) and _may_be(pair, rate, stem["stem"]):
            yield rate_of(reading, rate, *pair, likely=True)


def _may_be(pair: tuple[Statement, Statement], rate: Statement, stem: str) -> bool:
    return stem in _VITAL or is_near(pair[0].quantity.size()[0], pair[1], rate)


def _of_two(reading: Reading, claim: Rate, whole: Statement) -> Rate | None:
    """Return a rate as one of two figures together, if it is: 大会提案950件，平时提案24件。立案824件，立案率84.6%."""
    near = reading.statements[max(0, whole.index - 1) : whole.index + 2]
    others = [s for s in near if s is not whole and s.like(whole) and s.sentence == whole.sentence and s.role in PRESENT]
    tried = (replace(claim, target=Operand(add((whole.quantity, s.quantity)))) for s in others)
    return next((one for one in tried if holds(one)), None)


def _of_names(reading: Reading, rate: Statement, stem: str) -> tuple[Statement, Statement] | None:
    """Return the two figures before a rate that have its name: 生产50吨。销售48吨，产销率96%; 入榨甘蔗500吨。产糖60吨。产糖率12%."""
    near = [s for s in reading.before(rate, _ROW) if s.depth == rate.depth and s.paragraph == rate.paragraph and s.is_plain]
    near = [s for s in near if rate.sentence - s.sentence <= _SENTENCES and s.role in PRESENT and s.dimension != "ratio"]
    if len(near) < 2 or len(stem) < 2 or not _is_like(near[1], near[0]) or rate.sentence - near[0].sentence > 1:
        return None
    if stem in _VITAL:
        of_births = stem in near[0].lead and _OF_CHILDREN.search(rate.lead) is not None and _BORN.search(near[1].lead) is not None
        return (near[0], near[1]) if of_births and near[1].like(near[0]) else None
    part, whole = near[0], near[1] if near[1].like(near[0]) else near[1].in_unit(near[0].quantity.unit)
    if _EARNED.search(part.lead) or part.sentence - whole.sentence > _SENTENCES or rate.clause - part.clause > 1:
        return None
    halved = stem[0] in whole.lead and stem[1] in part.lead and not (stem[0] in part.lead and stem[1] in whole.lead)
    come_out = all(c in part.lead for c in stem) and _FED.search(whole.lead) is not None and _FED.search(part.lead) is None
    return (part, whole) if halved or (come_out and not exceeds(part, whole)) else None


def _is_like(whole: Statement, part: Statement) -> bool:
    """Whether two figures count the same, or the first leaves its unit to the other: 1263.9万 beside 162.8万吨."""
    return part.is_amount and (whole.like(part) or (whole.quantity.scale > 1 and is_unit_left_out(whole, part)))


def _of_year_before(reading: Reading, results: Set[int], found: list[Rate]) -> Iterator[Rate]:
    """Read 生产50吨（上年同期40吨），销售48吨（上年同期39吨），产销率96%（上年同期97.5%）: a rate in a bracket is of those in theirs."""
    ratios = (s for s in reading.of_dimension("ratio") if s.depth and s.index and s.start not in results)
    rates = [(reading.statements[s.index - 1], s) for s in ratios if _is_before(reading.statements[s.index - 1], s)]
    if not rates:
        return
    known = {claim.rate.place.start: claim for claim in (*reading.claims_found(), *found) if isinstance(claim, Rate)}
    at, statements = reading.starts(), reading.statements
    for rate, earlier in rates:
        claim = known.get(rate.start)
        if claim is None or claim.actual is None or claim.target is None or outcome(claim) is Outcome.FAILS:
            continue
        pair = (at.get(one.place.start) for one in (claim.actual, claim.target))
        inside = [t for s in pair if s is not None for t in statements[s.index + 1 : s.index + 2] if _is_before(s, t)]
        if len(inside) == 2 and inside[0].like(inside[1]) and is_near(inside[0].quantity.size()[0], inside[1], earlier):
            yield rate_of(reading, earlier, inside[0], inside[1], likely=True)


def _is_before(figure: Statement, inside: Statement) -> bool:
    """Whether a figure stands in the bracket right behind another and is that of the year before: 50吨（上年同期45吨）."""
    opens = inside.depth == figure.depth + 1 and 0 <= inside.bracket - figure.end <= 1
    return opens and (inside.like(figure) or _is_like(figure, inside)) and inside.is_plain and words.PRIOR.search(inside.lead) is not None


def _both(reading: Reading, rate: Statement, stem: str) -> tuple[Statement, ...]:
    """Return the two figures before a rate of which each has half of its name: 调解120件，撤诉97件，调撤率."""
    near = reading.statements[max(0, rate.index - 2) : rate.index]
    fits = len(near) == 2 and near[0].like(near[1]) and near[0].segment == rate.segment and halves(stem, near[0], near[1])
    return near if fits else ()


def _of_both(reading: Reading, rate: Statement, near: tuple[Statement, ...]) -> Rate | None:
    """Read 结案330件，其中调解120件，撤诉97件，调撤率65.8%: of the two together; 其中 may begin a sentence of its own."""
    both = add(s.quantity for s in near)
    least = rate.sentence - (near[0].lead.lstrip(" ,").startswith("其中") and rate.sentence == near[0].sentence)
    before = [s for s in reading.before(near[0], _BETWEEN) if s.like(near[0]) and is_head(s) and s.sentence >= least]
    before = [s for s in before if s.paragraph == rate.paragraph]
    whole = next((s for s in before if s.quantity.size()[0] >= both.size()[0]), None)
    if whole is None or not is_near(both.size()[0], whole, rate):
        return None
    if whole.quantity.size()[0] == both.size()[0] and rate.quantity.value < _WHOLE:
        return None  # 优良331天，其中优128天，良203天，优良率90.7%: of all days
    return Rate(operand(reading, rate), Operand(both), operand(reading, whole), place(reading, whole, *near, rate), True)


def _has_its_name(reading: Reading, rate: Statement, part: Statement) -> bool:
    """Whether a part has a character of the name of its rate, and the figure before none that it lacks."""
    named = _STEM.search(rate.lead)
    said = part.lead[-_NAME:] + part.tail.split(",")[0]
    for age in reading.statements[part.index + 1 : part.index + 2]:
        said += age.tail.split(",")[0] if age.word == _CLASS and age.clause == part.clause else ""  # 412名65岁以上老年人体检
    if not part.lead.strip() and part.index:
        said += reading.statements[part.index - 1].lead  # 不捕29件48人
    if named is None or named["stem"] in _VITAL or not any(c in said for c in named["stem"]):
        return False
    missing = [c for c in named["stem"] if c not in said + part.tail]
    return not any(c in s.lead for s in reading.before(part, 1) for c in missing)


def _whole_of(reading: Reading, rate: Statement, part: Statement) -> Statement | None:
    known = known_of(reading)
    whole = _bracketed(reading, rate, part) or known.sibling(rate, part) or _beside(reading, part)
    return whole or of_kind(reading, part) or parent(reading, part) or head(reading, part, known)


def _part_of(reading: Reading, rate: Statement) -> Statement | None:
    """Return the figure right before a rate, or the one whose parts stand between."""
    near = [s for s in reading.before(rate, _BETWEEN) if s.segment == rate.segment and s.depth <= rate.depth and s.word != _CLASS]
    part = next((s for s in near if not is_part(reading, s)), None) if near and is_part(reading, near[0]) else next(iter(near), None)
    if part is None and near:
        part = near[0]
    if part is None or not _may_be_part(part, rate):
        return None
    return part if part is near[0] or all(s.like(part) and s.clause > part.clause for s in near if s.index > part.index) else None


def _may_be_part(part: Statement, rate: Statement) -> bool:
    near = part.segment == rate.segment and rate.clause - part.clause <= _BETWEEN and part.depth == rate.depth
    exact = not part.quantity.is_hedged and not part.quantity.chinese and not part.quantity.per
    return near and exact and part.is_amount and part.role in PRESENT


def _bracketed(reading: Reading, rate: Statement, part: Statement) -> Statement | None:
    """Return the whole in the bracket behind rate or part: 参保62.05万人，参保率97.9%（常住人口63.4万人）."""
    for one in (rate, part):
        for inside in [s for s in reading.statements[one.index + 1 : one.index + 3] if s.word != _CLASS][:1]:
            alone = inside.depth == rate.depth + 1 and 0 <= inside.bracket - one.end <= 1 and inside.tail.startswith(")")
            if alone and inside.like(part) and inside.role in LEVELS and not exceeds(part, inside):
                return inside
    return None


def _beside(reading: Reading, part: Statement) -> Statement | None:
    """Return the figure right before the part, where the three stand in clauses of their own: 停电18万户，恢复17万户，复电率94%."""
    if part.index < 1:
        return None
    whole = reading.statements[part.index - 1]
    opens = part.depth == whole.depth + 1 and 0 <= part.bracket - whole.end <= 1  # 应检1862人（体检1746人，体检率93.8%）
    row = whole.segment == part.segment and ((part.clause - whole.clause == 1 and whole.depth == part.depth) or opens)
    if not row or not whole.like(part) or not is_head(whole) or whole.quantity.is_hedged or whole.quantity.per:
        return None
    other = reading.statements[whole.index - 1] if whole.index else None
    if other is not None and other.segment == whole.segment and other.like(whole):
        return None
    if exceeds(part, whole):
        return None
    return whole
