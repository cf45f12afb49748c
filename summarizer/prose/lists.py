"""Totals that no word announces: rows of one shape behind their total, one name shared by all rows.

A sum that is found here was searched for. It may hold, weakly where nothing but the numbers speaks for it; it fails
only where the names of the parts are known to divide a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .breakdowns import by_segment, group, stage_of
from .choosing import led_by
from .complements import complement_of, complement_pairs, may_overlap, narrowed
from .divisions import is_division
from .joining import holds
from .nearly import SELECTED, shares_short
from .nearness import base, near_sum
from .numbered import numbered
from .one_measure import of_one_measure
from .parts import in_row
from .roles import LEVELS, Role
from .searched import announces, common_ending, fit, is_announced, sum_of, telling
from .statements import Reading, Statement

_sentence = attrgetter("sentence")
_BACK = 80
"""Statements before a row of regions or industries among which the total of the same name is looked for."""
_SOME = 100
_SOME_ROWS = 25
"""The same for a total beside others, of which each has its column in all rows."""
_NAME = 4
"""Characters that the names of total and parts must have in common."""
_ROWS = 40
_NEAR = 16
_ALL = lazy("(?<![公与中])共(?!同|享|建|有制|产)")
_BY = lazy("[分按从][^,;。:、()0-9]{1,10}[,:看]")
_STATES = 3
_NEARLY = 0.6
_STATE = lazy("完工|施工|招标|开工|竣工|前期|办结|办理|在建|建成|投用|启动|推进|未|停")
_BETWEEN = 4
"""Figures between a total and the first of its parts: how it grew."""


def unannounced(reading: Reading) -> Iterator[Claim]:
    """Yield the sums of rows that nothing announces."""
    told = {s.sentence for s in led_by(reading, "共")}
    before: list[Statement] = []
    for sentence in _sentences(reading):
        last, before = before, sentence
        if len(sentence) < 2:
            continue
        rows = by_segment(sentence)
        if len(sentence) > 2:
            yield from _in_one_segment(reading, rows)
        if sentence[0].sentence in told or (last and last[0].sentence in told):
            yield from _divided(reading, last, sentence)
        if len(last) == 1:
            yield from _of_one_row(reading, last, rows)
        if last and sentence[0].tail and len(sentence) >= _STATES:
            yield from _by_states(reading, last, sentence)
        rows = _alternating(rows[0]) if len(rows) == 1 else rows
        if len(rows) > 1:
            yield from _behind_total(reading, last, rows)
            yield from _far_columns(reading, rows)
            yield from _of_one_name(reading, rows)
    yield from numbered(reading)
    yield from _apart(reading)
    yield from of_one_measure(reading)


def _sentences(reading: Reading) -> list[list[Statement]]:
    """Return the levels of each sentence that stand outside brackets; sentences that are no prose are left out."""
    levels = [s for s in reading.standing() if not s.quantity.per]
    return [sentence for _, group in groupby(levels, _sentence) if len(sentence := list(group)) <= _ROWS * 3]


def _alternating(row: list[Statement]) -> list[list[Statement]]:
    """Return the rows of one segment that tells the same of each: 甲发生3起、死亡2人，乙发生5起、死亡1人，丙….

    The row as it is where it does not.
    """
    if len(row) < 2 * _STATES:
        return [row]
    width = next((n for n, s in enumerate(row) if n and s.like(row[0])), 0)
    rows = [row[n : n + width] for n in range(0, len(row), width)] if width > 1 else []
    even = len(rows) >= _STATES and all(len(one) == width and all(s.like(t) for s, t in zip(one, rows[0], strict=True)) for one in rows)
    return rows if even and all(one[0].subject for one in rows) else [row]


def _in_one_segment(reading: Reading, rows: list[list[Statement]]) -> Iterator[Claim]:
    """Read 置换债券九千万元，市本级留用四千万元，转贷县五千万元: the first is the rest together."""
    for row in rows:
        if not 2 < len(row) <= _ROWS:
            continue
        head, pair = row[-3], (row[-2], row[-1])
        between = pair[0].index - head.index - 1
        if pair[1].index - pair[0].index != 1 or between > _BETWEEN // 2 or not (pair[1].like(pair[0]) and pair[1].like(head)):
            continue
        roomy = head.quantity.size()[0] > max(part.quantity.size()[0] for part in pair)
        if len(row) > _STATES and in_row(reading, row[-4], head) and in_row(reading, head, pair[0]):
            continue  # 调入资金4万元、转移支付9万元、专项转移支付3万元、一般性转移支付1万元
        others = [s for s in reading.before(head, _BETWEEN) if s.like(pair[0]) and near_sum(s, pair)] if roomy else []
        if others:
            continue  # 总人口577.2万人。其中城镇210.2万人，乡村367万人，男性293万人，女性284.2万人: of the one before
        if roomy and complement_of(head, pair) is not None and not announces(reading.between(head.end, pair[0].start)):
            yield sum_of(reading, head, pair, exhaustive=True, likely=True)
        elif telling(row[0]) and not is_announced(reading, row) and (claim := fit(reading, row[0], tuple(row[1:]))):
            yield claim


def _divided(reading: Reading, before: list[Statement], sentence: list[Statement]) -> Iterator[Claim]:
    """Read 共有机构610个。行政机构300个，事业机构310个。: figures that are all of a division, right behind what is said to be all."""
    if before and before[-1].sentence == sentence[0].sentence - 1:
        heads = [s for s in before if s.like(sentence[0])]
        head, parts = (heads[0] if len(heads) == 1 else None), tuple(sentence)
        if head is not None and len(sentence) > 2 and sentence[1].segment == sentence[0].segment != sentence[2].segment:
            halves = complement_of(head, parts[:2]) is not None
            parts = parts[:2] if halves else parts  # 办理工单90件。交办70件，直办20件；按期…
    else:
        head, parts = None, ()
    if head is None or "共" not in head.lead:
        head, parts = sentence[0], tuple(sentence[1:])
    if len(parts) < 2 or "共" not in head.lead or not _ALL.search(head.lead) or head.quantity.is_hedged:
        return
    if reading.between(head.end, parts[0].start).startswith("、"):
        return  # 共设立党委188个、总支部218个、支部3249个: the first is one of them
    if not all(p.like(head) and not narrowed(p) for p in parts) or _BY.search(reading.between(head.end, parts[0].start)):
        return
    if parts[0].index - head.index > _BETWEEN or is_announced(reading, [head, *parts]):
        return
    if not is_division(head, parts, announced=True):
        return
    if len(parts) == 2 and parts[1].segment == head.segment and complement_of(head, parts) is not None:
        return  # told in its segment
    if any(map(stage_of, parts)):
        return  # 共受理1054件，立案996件，结案911件: none is a part beside the others
    plain = all(p.role in (Role.LEVEL, Role.ACTUAL) and p.subject and "共" not in p.lead for p in parts)
    if plain and not may_overlap(reading, parts):
        yield sum_of(reading, head, parts, exhaustive=True, likely=True)


def _of_one_row(reading: Reading, before: list[Statement], rows: list[list[Statement]]) -> Iterator[Claim]:
    """Read 经费2771万元，下降1.8%。出国120万元，…；接待1033万元，…；用车1618万元: a division of the one figure of the sentence before."""
    parts = tuple(row[0] for row in rows) if len(rows) > 1 else tuple(rows[0])
    if len(parts) < 2 or before[0].sentence != parts[0].sentence - 1 or before[0].quantity.is_hedged:
        return
    head = before[0]
    if len(parts) < _STATES and complement_of(head, parts) is None:
        return
    if not head.quantity.value or not all(p.like(head) and p.role in (Role.LEVEL, Role.ACTUAL) for p in parts) or near_sum(head, parts):
        return
    between = reading.between(head.end, parts[0].start)
    if "用于" in parts[0].lead.lstrip(" ,")[1:]:
        return  # 发行债券11亿元（一般债券2亿元，专项债券9亿元）。一般债券用于…；专项债券用于…: of those in the bracket
    if announces(between) or SELECTED.search(between) or _BY.search(between) or shares_short(reading, parts):
        return
    made = sum(p.quantity.size()[0] for p in parts) / head.quantity.size()[0]
    if _NEARLY < made < 1 / _NEARLY and is_division(head, parts, announced=True) and not may_overlap(reading, parts):
        yield sum_of(reading, head, parts, exhaustive=True, likely=True)


def _by_states(reading: Reading, before: list[Statement], sentence: list[Statement]) -> Iterator[Claim]:
    """Read 改建项目18个。截至4月底，14个项目已完工，1个项目在建，3个项目正在招标。: how each of them stands."""
    if before[-1].sentence < sentence[0].sentence - 1:
        return
    noun = sentence[0].tail[:2]
    head = next((s for s in before if s.like(sentence[0]) and s.subject.endswith(noun)), None)
    parts = tuple(sentence)
    told = all(p.like(parts[0]) and not p.subject and p.tail.startswith(noun) and _STATE.search(p.tail) for p in parts[1:])
    if head is None or not told or not _STATE.search(parts[0].tail) or parts[-1].index - parts[0].index != len(parts) - 1:
        return
    if parts[0].segment == parts[-1].segment and len({p.tail for p in parts}) == len(parts):
        yield sum_of(reading, head, parts, exhaustive=True, likely=True)


def _apart(reading: Reading) -> Iterator[Claim]:
    """Read 税收收入… in one sentence and 非税收入… in a later one, below the total of both."""
    for first, second in complement_pairs(reading):
        parts = (first, second)
        for head in reading.before(first, _NEAR):
            if not head.is_level or head.depth or not head.like(first) or head.paragraph < first.paragraph - 3:
                continue
            if not near_sum(head, parts) or complement_of(head, parts) is None or group(head.role) != group(first.role):
                continue
            if holds(claim := sum_of(reading, head, parts, exhaustive=True)):
                yield claim
                break
        else:
            alone = _head_of_first(reading, first) if first.role is second.role else None
            if alone is not None and complement_of(alone, parts):
                yield sum_of(reading, alone, parts, exhaustive=True, likely=True)


def _head_of_first(reading: Reading, first: Statement) -> Statement | None:
    """Return the one figure of the sentence before that 其中 breaks down, where the first half of a complement stands right behind it."""
    before = [s for s in reading.before(first, _BETWEEN) if s.is_level and s.is_amount and not s.depth]
    if not before or before[0].sentence != first.sentence - 1 or not before[0].like(first):
        return None
    head = before[0]
    alone = not any(s.like(head) and s.is_level for s in reading.so_far(head, _NEAR)) and not head.quantity.is_hedged
    return head if alone and reading.between(head.end, first.start).rpartition("。")[2].startswith("其中") else None


def _behind_total(reading: Reading, before: list[Statement], rows: list[list[Statement]]) -> Iterator[Claim]:
    """Read rows between ； whose first figures make a figure of the sentence before, or of the first row.

    Two columns that both fit, or the word 共 at the total, show that the rows are all of it.
    """
    firsts = tuple(row[0] for row in rows)
    if is_announced(reading, [rows[0][0], rows[-1][-1]]):
        return
    columns = list(_columns(rows))
    found = [claim for parts in columns for head in before if (claim := fit(reading, head, parts))]
    if len(found) > 1:
        yield from (_as_found(claim) for claim in found)
    elif found:
        yield from found
        yield from _siblings(reading, found[0], before, columns)
    elif over := list(_exceeded(reading, before, rows, columns)):
        yield from over
    elif len(rows[0]) == 1 and _says_all(rows[0][0]) and len(rows) > 2:
        yield sum_of(reading, firsts[0], firsts[1:], exhaustive=True, likely=True)
    elif len(rows) > 3 and (claim := fit(reading, firsts[0], firsts[1:])):
        yield claim


def _far_columns(reading: Reading, rows: list[list[Statement]]) -> Iterator[Claim]:
    """Read 分险种看，养老收入A1，支出B1；工伤收入A2，支出B2；…, whose totals stand in a paragraph before, in the order of the columns.

    Where two columns add up to figures that stand as far apart as the columns do, the others have their totals there too.
    """
    width = len(rows[0])
    if len(rows) < 3 or width < 2 or any(len(row) != width for row in rows):
        return
    heads = [s for s in reading.before(rows[0][0], _BACK) if s.role in LEVELS and s.is_amount and not s.depth and not s.quantity.per][::-1]
    first = heads[-1].sentence if heads else 0
    if heads and first == rows[0][0].sentence - 1 and len([s for s in heads if s.sentence == first]) >= width:
        return  # the sentence right before is looked at by itself
    columns = [tuple(row[n] for row in rows) for n in range(width)]
    telling_heads = [(k, head) for k, head in enumerate(heads) if telling(head)]
    fits = {(n, k) for n, parts in enumerate(columns) for k, head in telling_heads if _adds(head, parts)}
    for start in sorted({k - n for n, k in fits}):
        sound = [n for n in range(width) if (n, n + start) in fits]
        if len(sound) < 2 or start < 0 or start + width > len(heads):
            continue
        for n, parts in enumerate(columns):
            if all(p.like(heads[start + n]) for p in parts):
                yield sum_of(reading, heads[start + n], parts, exhaustive=True, likely=True)
        return


def _adds(head: Statement, parts: tuple[Statement, ...]) -> bool:
    return parts[0].like(head) and all(p.like(head) for p in parts) and near_sum(head, parts)


def _siblings(reading: Reading, fit: Sum, before: list[Statement], columns: list[tuple[Statement, ...]]) -> Iterator[Claim]:
    """Judge the other columns of rows of which one adds up, where the total can be no other."""
    whole = len(columns) == len(before) > 1
    if fit.total.value < (_SOME_ROWS if whole or len(fit.parts) > _BETWEEN else _SOME) * fit.total.quantity.ulp:
        return
    for parts in columns:
        heads = [s for s in before if s.like(parts[0])]
        if len(heads) == 1 and not heads[0].quantity.same_dimension(fit.total.quantity) and len(parts) == len(fit.parts):
            yield sum_of(reading, heads[0], parts, exhaustive=True, likely=True)


def _exceeded(
    reading: Reading, before: list[Statement], rows: list[list[Statement]], columns: list[tuple[Statement, ...]]
) -> Iterator[Claim]:
    """Yield the columns that are more than their total, the only one of its kind: 事故20起、死亡50人。甲8起、死亡30人；乙11起、死亡25人."""
    if len(rows) < _BETWEEN or len(before) != len(columns) or len(before) < 2 or any(len(row) != len(columns) for row in rows):
        return
    pairs = [(next((s for s in before if s.like(parts[0])), None), parts) for parts in columns]
    made = [sum(map(base, parts)) / base(head) for head, parts in pairs if head is not None and base(head)]
    if len(made) == len(pairs) and all(_NEARLY < part < 1 / _NEARLY for part in made):
        for (head, parts), part in zip(pairs, made, strict=True):
            if part > 1 and head is not None and not head.quantity.is_hedged and not may_overlap(reading, parts):
                yield sum_of(reading, head, parts, exhaustive=True, likely=True)


def _columns(rows: list[list[Statement]]) -> Iterator[tuple[Statement, ...]]:
    """Yield, for each dimension, the first figure of it in each row."""
    for dimension in dict.fromkeys(s.dimension for s in rows[0]):
        like = [[s for s in row if s.dimension == dimension] for row in rows]
        if all(like):
            yield tuple(row[0] for row in like)


def _of_one_name(reading: Reading, rows: list[list[Statement]]) -> Iterator[Claim]:
    """Read 东城区生产总值…；西城区生产总值…: the parts of the figure that has this name and no place."""
    parts = tuple(row[0] for row in rows)
    if len(parts) < 3 or not all(p.like(parts[0]) for p in parts):
        return
    name = common_ending([p.subject for p in parts])
    if len(name) < _NAME:
        return
    names = tuple(name[n:] for n in range(len(name) - _NAME + 1))
    for head in reading.before(parts[0], _BACK):
        if head.subject.endswith(names) and head.like(parts[0]) and not head.depth and head.role in LEVELS and near_sum(head, parts):
            claim = sum_of(reading, head, parts, exhaustive=None)
            if holds(claim):
                yield claim
                return


def _says_all(head: Statement) -> bool:
    return re.search(r"[:,]共|^共", head.lead.rpartition(":")[2]) is not None or ":共" in head.lead


def _as_found(claim: Sum) -> Sum:
    return Sum(claim.total, claim.parts, None, False, claim.place)
