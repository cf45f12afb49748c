"""``difference`` from prose: 结余 and 赤字, what is left, what was saved, what a revised budget lacks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations, product

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.sum import Sum
from ..patterns import lazy
from . import words
from .choosing import followed_by, led_by, of_roles, together
from .joining import holds, is_inside, is_part, is_part_here, operand, place
from .known import share_behind
from .nearness import base, near_sum
from .roles import LEVELS, Role
from .slips import slip_chance
from .statements import Reading, Statement
from .undone import left_of_part, of_heads, of_verb

_APART = lazy("^[ ,]*(?:两者|二者|两项)?(?:差值|差额|差距|相差额?)(?:约?为|达到?|是)?[: ]*$")
_WINDOW, _SIDES = 40, 3
_BALANCE_WORDS = 60
_TRIES, _NEAR, _AROUND = 4, 3, 6
_MOST, _CLEAR = Fraction(9, 10), 100
_SIGNS = words.table(
    "超 后 转 省下 没 在办 需 节约 节省 核减 审减 节支 结余资金 沉淀 压减 尚 还 剩 余 未 缺 空 差 仍有 闲置 正在 欠缴 短少 待办"
)
"""What a lead has by which a figure is left, saved, carried over, revised or beyond a target: a first look before the patterns."""
_DONE_STATE = lazy(
    "(?:^|[^一-鿿]|涉及|其中)已?(?:完工|竣工|办结|完成|建成|验收|整改到位)(?:的|项目|案件)?(?:有|为)?$|已[一-鿿]{2,4}的?(?:有|为)?$"
)
"""What is done is not what something is left of: 已完工四个，在建三个，未开工四个."""
_OF_SAVING = lazy(
    "[送报]审|预算|概算|控制价|限价|标底|计划|申[报请]|上报|合同|审[定核计]|实际|中标|成交|[决结]算|核定|采购|招标|拟|原|投资|造价|总价"
)
"""What is told where something was saved or taken off: what was asked for, and what was paid."""
_SHORT = lazy("^[ ,]*(?:短收|欠收|少收|短支|欠支|少支|超收|多收|超支|短进度|欠进度)$")
_LEFT_BEHIND = ("正在", "尚在", "仍在", "尚未", "还未", "未", "待")
"""The same for a tail of what is left."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every figure that is a difference of others."""
    for statement in _told(reading):
        if statement.role is Role.BALANCE:
            yield from _balance(reading, statement)
        elif "差" in statement.lead and _APART.match(statement.lead):
            yield from _between(reading, statement)
        elif statement.is_level and "后" in statement.lead and words.REVISED_LEAD.search(statement.lead):
            yield from _revised(reading, statement)
        elif is_behind_pace(reading, statement):
            continue  # of what is due by then, see :mod:`.points`
        elif _is_left(statement) or _saves(reading, statement) or _is_carried(reading, statement):
            own = share_behind(reading, statement)  # 已办结710件，占39%；正在办理396件，占22%: there may be more
            yield from (claim for claim in _left(reading, statement) if not own or holds(claim))
        elif statement.role is Role.CHANGE and statement.direction:
            yield from _against_target(reading, statement)


def _told(reading: Reading) -> list[Statement]:
    """Return the figures that may be a difference, by their role or a character of the words that tell one."""
    return together(
        of_roles(reading, Role.BALANCE, Role.CHANGE),
        led_by(reading, *_SIGNS),
        (s for s in followed_by(reading, *_LEFT_BEHIND) if not s.subject and s.tail.lstrip(" ").startswith(_LEFT_BEHIND)),
    )


def _between(reading: Reading, gap: Statement) -> Iterator[Claim]:
    """Read 支出3万元，预算5万元，差值为2万元: how far the two figures right before lie apart."""
    pair = [s for s in reading.so_far(gap, _TRIES) if s.segment == gap.segment and s.depth == gap.depth][:2]
    alike = len(pair) == 2 and all(s.is_level and s.like(gap) and not s.quantity.is_hedged for s in pair)
    if alike and gap.index - pair[1].index == 2:
        below, above = sorted(pair, key=lambda s: s.quantity.value)
        operands = operand(reading, above), operand(reading, below), operand(reading, gap)
        yield Difference(*operands, 1, place(reading, *pair, gap), True)


# Balances


def _balance(reading: Reading, balance: Statement) -> Iterator[Claim]:
    """Read 收入A，支出B，当年结余C; and 赤字C，加上上年结余D，滚存结余E."""
    if "滚存" in balance.lead or ("年末" in balance.lead and not words.OWN_BALANCE.search(balance.lead)):
        yield from _rolled(reading, balance)
        return
    trade = words.BRACKETED.sub("", balance.lead).rstrip(" :为达约").endswith(("顺差", "逆差"))
    if words.PRIOR.search(balance.lead) or (not trade and is_part_here(reading, balance)):
        return
    sides = [_side(reading, balance, side) for side in (words.TRADE if trade else words.SIDES)]
    if not all(sides):
        earlier = [s for s in reading.so_far(balance, 8) if s.depth == balance.depth and s.is_level and s.like(balance)]
        yield from _minuend(reading, balance, earlier)
        return
    for income, spending in product(*sides):
        claim = _balance_claim(reading, income, spending, balance)
        if holds(claim):
            yield claim
            return
    heads = [[s for s in side if s.subject.endswith(("总收入", "总支出", "收入合计", "支出合计"))] for side in sides]
    if len(heads[0]) == len(heads[1]) == 1 and heads[0][0].sentence == heads[1][0].sentence and words.OWN_BALANCE.search(balance.lead):
        yield _balance_claim(reading, heads[0][0], heads[1][0], balance, likely=True)
        return
    income, spending = sides[0][0], sides[1][0]
    if not trade and _has_entries(reading, income):
        return  # 上年结余2亿元，上级补助收入1亿元，调入资金3亿元；支出4亿元，年终结余2亿元
    if trade or _own_balance(reading, balance, income, spending):
        yield _balance_claim(reading, income, spending, balance, likely=True)


def _balance_claim(reading: Reading, income: Statement, spending: Statement, balance: Statement, *, likely: bool = False) -> Difference:
    return difference_of(reading, income, spending, balance, balance.direction or 1, likely=likely)


def _side(reading: Reading, balance: Statement, side: str) -> list[Statement]:
    """Return the levels of 收入 or 支出 before the balance, the nearest first: of its paragraph, or of one of their own before it."""
    found: list[Statement] = []
    for candidate in reading.before(balance, _WINDOW):
        beside = found[0] if found else balance
        if candidate.paragraph < beside.paragraph - (0 if found else _SIDES):
            break
        planned = candidate.role is Role.TARGET and "安排" in candidate.lead
        if not (planned or candidate.role in (Role.LEVEL, Role.ACTUAL)) or not candidate.like(balance) or candidate.depth > balance.depth:
            continue
        own = candidate.segment == balance.segment and not is_part_here(reading, candidate)
        apart = side in words.TRADE or own or not is_part(reading, candidate) or _heads_segment(reading, candidate)
        said = _side_words(reading, candidate)
        if apart and any(word in said for word in words.SIDE_NAMES.get(side, (side,))):
            found.append(candidate)
    totals = [s for s in found if s.subject.startswith("总") or "总收入" in s.subject or "总支出" in s.subject]
    return [*found[:3], *(s for s in totals[:1] if s not in found[:3])]


def _has_entries(reading: Reading, income: Statement) -> bool:
    """Whether more stands on the side of what came in, right before a figure in its segment."""
    before = reading.statements[income.index - 1] if income.index else None
    return before is not None and before.segment == income.segment and before.like(income) and words.ENTRY.search(before.lead) is not None


def _side_words(reading: Reading, level: Statement) -> str:
    """Return the words that tell the side of a figure; 实际完成 has those of the budget before it: 支出预算九亿元，实际完成八亿元."""
    if level.role is Role.ACTUAL and not any(side in level.lead for side in words.SIDES):
        before = reading.before(level, 2)
        if (target := next((s for s in before if s.role is Role.TARGET and s.sentence == level.sentence), None)) is not None:
            return target.lead
    return level.subject


def _own_balance(reading: Reading, balance: Statement, income: Statement, spending: Statement) -> bool:
    """Whether the balance must be that of these two: 当年收支结余 right after one 收入 and one 支出, and nothing else of money."""
    first, last = min(income.index, spending.index), max(income.end, spending.end)
    own = [s for s in reading.so_far(balance, _WINDOW) if s.like(balance) and s.role in LEVELS and not is_inside(s, balance)]
    if len(own) == 2 and income in own and spending in own and balance.clause - own[0].clause <= 2 and _plain(balance):
        return "累计" not in balance.lead
    if not words.OWN_BALANCE.search(reading.between(last, balance.start)[-_BALANCE_WORDS:]):
        return False
    between = reading.statements[first : balance.index]
    others = [s for s in between if s.is_level and s.role is not Role.TARGET and s.like(balance) and s not in (income, spending)]
    return all(is_inside(s, balance) or (is_part(reading, s) and not _heads_segment(reading, s)) for s in others)


def _heads_segment(reading: Reading, level: Statement) -> bool:
    """Whether a figure begins what stands between two ；, and is called 支出 and no more: 收入A，其中…；支出B，其中…."""
    before = reading.statements[level.index - 1] if level.index else None
    return (before is None or before.segment != level.segment) and level.subject in ("支出", "总支出", "支出合计", "支出总计", "基金支出")


def _plain(balance: Statement) -> bool:
    """Whether a balance is called so and no more: 结余, 年末结余."""
    return balance.subject in ("", "年末", "年终", "全年", "结余", "赤字", "缺口", "资金", "资金缺口", "略有", "当期")


def _rolled(reading: Reading, balance: Statement) -> Iterator[Claim]:
    """Read 赤字C，加上上年结余D，年末滚存结余E: D less C. With a surplus it is a sum."""
    earlier = [s for s in reading.so_far(balance, 4) if s.like(balance)]
    if len(earlier) < 2:
        return
    prior, current = earlier[0], earlier[1]
    if current.role is Role.BALANCE and current.direction < 0 and words.PRIOR.search(prior.lead):
        yield difference_of(reading, prior, current, balance, 1)


# What is left and what was saved


def _left(reading: Reading, left: Statement) -> Iterator[Claim]:
    """Read 受理A件，办结B件，尚有未结C件; 预算A，实际B，节约C."""
    if left.is_level and (claim := of_heads(reading, left)):
        yield claim
        return
    if left.is_level and _is_one_of_many(reading, left):
        return
    depth = left.depth - (left.lead[:1] == "(")  # 完成45项（剩余3项）
    near = [s for s in reading.before(left, 8) if s.depth == depth and s.role in LEVELS and s.like(left)]
    earlier = [s for s in near if s.sentence == left.sentence]
    if len(earlier) == 1 and earlier[0].role is Role.ACTUAL and words.LEFT.search(left.lead):
        yield from _left_of_head_before(reading, left, near)
    elif len(earlier) == 1 and words.SAVED.search(left.lead) and (after := _what_is_left(reading, left)):
        yield difference_of(reading, earlier[0], after, left, 1, likely=True)
    elif earlier or not words.LEFT_FIRST.match(left.lead) or left.role is Role.CHANGE:
        yield from _minuend(reading, left, earlier)
    else:
        yield from _left_of_sentence_before(reading, left, near)


def _what_is_left(reading: Reading, saved: Statement) -> Statement | None:
    """Return what stands right behind what was taken off, if it is said to be what is left: 送审A，核减D，审定B."""
    for after in reading.statements[saved.index + 1 : saved.index + 2]:
        near = after.segment == saved.segment and after.clause - saved.clause <= 1 and after.depth == saved.depth
        if near and after.like(saved) and after.is_level and words.APPROVED.match(after.lead):
            return after
    return None


def _left_of_sentence_before(reading: Reading, left: Statement, near: list[Statement]) -> Iterator[Claim]:
    """Read 共27项，已完成19项。剩余8项…: what a sentence begins with is left of the last pair of the sentence before."""
    if (claim := of_verb(reading, left)) is not None:
        yield claim
        return
    pair = [s for s in near if _is_sentence_before(s, left)][:2]
    if len(pair) < 2 or pair[0].index - pair[1].index != 1 or pair[0].segment != pair[1].segment or pair[0].role is not Role.ACTUAL:
        return
    if pair[1].quantity.value > pair[0].quantity.value:
        yield difference_of(reading, pair[1], pair[0], left, 1, likely=True)


def _is_sentence_before(statement: Statement, left: Statement) -> bool:
    """Whether a figure stands in the sentence before, which may be a paragraph of its own."""
    return left.sentence - statement.sentence == 1 + left.paragraph - statement.paragraph < 4


def _left_of_head_before(reading: Reading, left: Statement, near: list[Statement]) -> Iterator[Claim]:
    """Read 改造小区32个，惠及7462户。已完工27个，剩余5个: both are of the only such figure of the sentence before."""
    heads = [s for s in near if _is_sentence_before(s, left)]
    heads = heads[-1:] if len(heads) > 2 and near_sum(heads[-1], heads[:-1]) else heads  # 其中 has its parts
    if len(heads) == 1 and not is_part(reading, heads[0]) and heads[0].quantity.value > near[0].quantity.value:
        yield difference_of(reading, heads[0], near[0], left, 1, likely=True)


def _against_target(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 预算A，实际完成B，增收D: it may be more than last year as well, so that it is only recognised."""
    target, done = reading.statements[max(0, change.index - 2) : change.index][:2] if change.index > 1 else (change, change)
    near = target.role is Role.TARGET and done.role is Role.ACTUAL and target.segment == done.segment == change.segment
    if near and not change.subject and target.like(change) and done.like(change) and target.depth == done.depth == change.depth:
        claim = difference_of(reading, done, target, change, change.direction)
        yield from [claim] if holds(claim) else []


def _is_left(statement: Statement) -> bool:
    """Whether a figure is what is left of another."""
    if not statement.is_amount or not statement.is_level:
        return False
    return words.LEFT.search(statement.lead) is not None or (not statement.subject and words.LEFT_TAIL.match(statement.tail) is not None)


def _saves(reading: Reading, statement: Statement) -> bool:
    """Whether a figure is what was saved, or what there is too little or too much of."""
    if statement.role is Role.CHANGE and words.GAP.match(statement.lead.strip()):
        before = reading.ground.clauses[statement.clause - 1] if statement.clause else None
        return before is None or not words.COMPARED_ONLY.match(reading.between(before.start, before.end))  # 与上年相比，多12件
    return statement.is_amount and words.SAVED.search(statement.lead) is not None


def _is_carried(reading: Reading, statement: Statement) -> bool:
    """Whether a figure is what goes to the next year, right behind a budget and what was spent of it."""
    if "转" not in statement.lead or not statement.is_level or not words.CARRIED.match(statement.lead):
        return False
    near = [s for s in reading.so_far(statement, 6) if s.like(statement) and s.is_level]
    return len(near) == 2 and near[1].role is Role.TARGET and near[0].role is Role.ACTUAL


def _minuend(reading: Reading, rest: Statement, earlier: list[Statement]) -> Iterator[Claim]:
    """Try what stands before as minuend and subtrahend; accuse only where just two figures stand there, each once."""
    own = [s for s in earlier if s.segment == rest.segment]
    if len(own) > 1:
        earlier = own
    elif len(earlier) > 2 and earlier[0].role is Role.ACTUAL and "共" in earlier[1].lead:
        earlier = earlier[:2]  # 旧存12件，新收148件，共受理160件；审结150件，未结10件
    if len(earlier) > 2 and words.EXCEPT.search(earlier[0].lead) and words.OTHERS.search(rest.lead):
        earlier = earlier[:2]  # 5个专项审计查出46个问题，除7个尚在整改外，其余39个均已整改
    for first, later in permutations(earlier[:_TRIES], 2):
        if near_sum(first, (later, rest)) and holds(claim := _rest_claim(reading, first, later, rest)):
            yield claim
            return
    if len(earlier) > 2:
        yield from left_of_part(reading, rest, earlier) or _left_of_first(reading, rest, earlier)
    if len(earlier) != 2 or is_part_here(reading, rest):
        return
    between = reading.statements[earlier[0].index + 1 : rest.index]
    if any(s.is_amount and s.depth == rest.depth for s in between) and not _near(earlier, rest):
        return
    if not _goes_on(reading, rest):
        yield from _doubted(reading, rest, earlier)


def _doubted(reading: Reading, rest: Statement, earlier: list[Statement]) -> Iterator[Claim]:
    """Yield that what is left does not fit the only two figures before it, unless others may be meant."""
    later, first = sorted(earlier, key=lambda s: s.quantity.value)
    if first.index < later.index and _DONE_STATE.search(first.lead):
        return
    if words.LEFT.search(rest.lead) and earlier[0].role is Role.ACTUAL and earlier[1].role is Role.LEVEL and first is earlier[0]:
        if near_sum(first, (later, rest)) or slip_chance(earlier[1], (earlier[0], rest), lost=True) < 2:
            yield _rest_claim(reading, earlier[1], earlier[0], rest, likely=True)
        return
    ordered = first is earlier[1] or first.role is Role.TARGET or words.SAVED.search(rest.lead) is not None
    ordered = ordered or ("占" in first.lead and first.tail[:1] == "的")  # 化解26个，占应化解31个的83.9%，剩余5个
    if words.SAVED.search(rest.lead) is not None and not any(_OF_SAVING.search(s.lead) for s in earlier):
        return  # 查出违规金额33万元，增收节支4万元，核减投资额9千元
    beyond = rest.word == "超" or rest.direction > 0
    ordered = ordered or (beyond and later.role is Role.TARGET and first.role is Role.ACTUAL)
    if ordered and first.quantity.value > later.quantity.value and all(_said(s, rest) for s in earlier):
        yield _rest_claim(reading, first, later, rest, likely=True)


def _is_one_of_many(reading: Reading, rest: Statement) -> bool:
    """Whether three parts and more, of which what is left is one, make a figure beside them: 18台：已办结4台；正在办理6台；不予受理8台."""
    around = reading.statements[max(0, rest.index - 2 * _AROUND) : rest.index + _AROUND]
    near = [s for s in around if s.like(rest) and s.is_level and abs(s.sentence - rest.sentence) <= 1]
    own = near.index(rest)
    for begin in range(own + 1):
        for end in range(max(own, begin + 2), len(near)):
            row = near[begin : end + 1]
            if len({s.depth for s in row}) > 1 or row[0].sentence != row[-1].sentence:
                continue
            totals = (*near[max(0, begin - 1) : begin], *near[end + 1 : end + 2])
            if any(near_sum(total, row) and base(total) == sum(map(base, row)) for total in totals):
                return True
    return False


def _goes_on(reading: Reading, rest: Statement) -> bool:
    """Whether 其中 begins a list in which what is left is one part and no last one."""
    following = reading.statements[rest.index + 1 : rest.index + 1 + _AROUND]
    own = [s for s in following if s.sentence == rest.sentence and s.depth == rest.depth and s.like(rest) and s.is_level]
    return bool(own) and own[0].segment != rest.segment and is_part(reading, rest)


def _left_of_first(reading: Reading, rest: Statement, earlier: list[Statement]) -> Iterator[Claim]:
    """Read 收到A条，甲B条，乙C条，答复D条，还有E条: nearly all of the first was done right before what is left of it."""
    done, *parts, first = earlier
    clear = first.quantity.shows(_CLEAR) and done.quantity.value < first.quantity.value
    clear = clear and all(s.quantity.value <= first.quantity.value for s in parts)
    beside = not any(s.is_amount for s in reading.statements[done.index + 1 : rest.index])
    if clear and beside and done.quantity.value >= _MOST * first.quantity.value and words.LEFT.search(rest.lead):
        yield difference_of(reading, first, done, rest, 1, likely=True)


def _near(pair: list[Statement], rest: Statement) -> bool:
    """Whether what lies between two figures is not far from what is stated, so that others between may be passed over."""
    gap, stated = abs(pair[0].quantity.size()[0] - pair[1].quantity.size()[0]), rest.quantity.size()[0]
    return pair[0].quantity.unit.name == rest.quantity.unit.name and gap < _NEAR * stated < _NEAR * _NEAR * gap


def _said(statement: Statement, rest: Statement) -> bool:
    """Whether words tell what a figure is; 10项实事 tells it behind."""
    before = statement.lead.strip(" ,、") != "" or statement.role is Role.ACTUAL
    return before or (statement.tail != "" and words.LEFT.search(rest.lead) is not None)


def _rest_claim(reading: Reading, whole: Statement, taken: Statement, rest: Statement, *, likely: bool = False) -> Claim:
    """Return what is left as a difference; 其余 as the other part of a sum, but as a difference beside what was done."""
    if taken.role is Role.ACTUAL or words.OTHERS.search(rest.lead) is None:
        return difference_of(reading, whole, taken, rest, 1, likely=likely)
    parts = operand(reading, taken), operand(reading, rest)
    return Sum(operand(reading, whole), parts, True, False, place(reading, whole, taken, rest), likely)


def _revised(reading: Reading, after: Statement) -> Iterator[Claim]:
    """Read 预算A，执行中调减D，调整后为B."""
    earlier = [s for s in reading.so_far(after, 4) if s.like(after) and s.depth == after.depth]
    if len(earlier) < 2 or not earlier[1].is_level:
        return
    change, before = earlier[0], earlier[1]
    if change.role is Role.CHANGE and change.direction < 0:
        yield difference_of(reading, before, change, after, 1, likely=True)
    elif change.role is Role.CHANGE or (change.is_level and words.ADDED.search(reading.between(before.end, change.start))):
        parts = operand(reading, before), operand(reading, change)
        yield Sum(operand(reading, after), parts, True, False, place(reading, before, change, after), True)


def is_behind_pace(reading: Reading, short: Statement) -> bool:
    """Whether an amount is of the year's pace, or right behind what was told of it in points: 短平均进度34.1个百分点，短收23181万元."""
    if words.PACED.match(short.lead):
        return True
    before = reading.statements[short.index - 1] if short.index else None
    if before is None or before.role is not Role.PACE or before.segment != short.segment or short.clause - before.clause != 1:
        return False
    return short.is_amount and _SHORT.match(short.lead) is not None


def difference_of(
    reading: Reading, a: Statement, b: Statement, difference: Statement, direction: int, *, likely: bool = False
) -> Difference:
    """Return the claim that ``a`` is so much above ``b``, or below it."""
    where = place(reading, a, b, difference)
    parts = operand(reading, a), operand(reading, b), operand(reading, difference)
    return Difference(*parts, 1 if direction > 0 else -1, where, likely)
