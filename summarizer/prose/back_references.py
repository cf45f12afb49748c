"""``repeat`` of what is spoken of again: 排查隐患46处。上述46处隐患已整改; and an amount said again under a name in other words.

What is the same holds. It is wrong only behind 这 or 上述, or where more are done than there were: 排查隐患46处，48处隐患均已整改.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.repeat import Repeat
from ..patterns import lazy
from .again import telling_pairs
from .choosing import followed_by, led_by
from .joining import operand, place
from .repeats import TOLD, same_digits
from .roles import Role
from .statements import Reading, Statement

_NOUN = lazy(r"^[ ]*(?P<noun>[㐀-鿿]{2,8}?)(?:均|都|全部|已|的|中|里|总|实现|在|共|也|$)")
_POINTS_BACK = lazy(r"(?:这|上述|该|前述)[ ]*$|^[ ,]*以上[ ]*$")
_ALL = lazy(r"^[㐀-鿿]{2,10}?(?:均已?|全部|都已?)")
_SAID = frozenset((Role.LEVEL, Role.ACTUAL, Role.TARGET, Role.TO))
_BACK, _SENTENCES, _NEAR = 24, 8, 2
_REACH = 12


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of figures that say an earlier one again and are compared with none yet."""
    told = reading.memory.get(TOLD)
    known: set[int] = told if isinstance(told, set) else set()
    earlier: dict[tuple[str, float], Statement] = {}
    for second in same_digits(reading):
        if not _may_repeat(second):
            continue
        amount = second.dimension, second.quantity.size()[0]
        first = earlier.get(amount)
        if first is not None and second.start not in known and _says_again(first, second):
            yield _repeat(reading, first, second)
        earlier[amount] = second
    for second in led_by(reading, "这", "上述", "以上", "该", "前述"):
        if _POINTS_BACK.search(second.lead) and _may_repeat(second) and second.quantity.is_count:
            yield from _other_number(reading, second)
    for second in followed_by(reading, "均", "全部", "都"):
        said = second.lead.strip(" ,") in ("", "目前", "其中", "现") and _ALL.match(second.tail)
        if said and _may_repeat(second) and second.quantity.is_count:
            yield from _more_than_there_are(reading, second)


def _may_repeat(statement: Statement) -> bool:
    quantity = statement.quantity
    return statement.role in _SAID and statement.is_amount and not quantity.is_hedged and not quantity.chinese and not statement.depth


def _says_again(first: Statement, second: Statement) -> bool:
    """Whether a figure is the last one before of its amount, not far from it, and the words of both have something in common."""
    near = second.sentence - first.sentence <= _SENTENCES
    return near and first.like(second) and first.quantity.unit == second.quantity.unit and _of_one_noun(first, second)


def _words(statement: Statement) -> frozenset[str]:
    """Return the pairs of characters that tell what a figure is of: before it, and the noun behind."""
    noun = _NOUN.match(statement.tail)
    return telling_pairs(statement.lead[-_REACH:]) | (telling_pairs(noun["noun"]) if noun else frozenset())


def _of_one_noun(first: Statement, second: Statement) -> bool:
    """Whether the words of two figures have something in common, or the second has the noun behind it that the first is of."""
    if not telling_pairs(first.lead[-_REACH:]).isdisjoint(telling_pairs(second.lead[-_REACH:])):
        return True
    noun = _NOUN.match(second.tail)
    return bool(_words(first) & _words(second)) or (noun is not None and first.subject.endswith(noun["noun"]))


def _before_of_noun(reading: Reading, second: Statement) -> list[Statement]:
    """Return the figures shortly before that are of the noun of a figure, in its measure word."""
    near = [s for s in reading.before(second, _BACK) if second.sentence - s.sentence <= _NEAR and s.paragraph == second.paragraph]
    near = [s for s in near if s.quantity.unit == second.quantity.unit and s.quantity.is_count and _may_repeat(s)]
    return [s for s in near if _of_one_noun(s, second)]


def _other_number(reading: Reading, second: Statement) -> Iterator[Claim]:
    """Read 确定项目46个。这48个项目: the one number that is spoken of is another."""
    near = _before_of_noun(reading, second)
    if len(near) == 1 and near[0].quantity.value != second.quantity.value:
        yield _repeat(reading, near[0], second)


def _more_than_there_are(reading: Reading, second: Statement) -> Iterator[Claim]:
    near = _before_of_noun(reading, second)
    row = [s for s in reading.so_far(second, _NEAR) if s.quantity.unit == second.quantity.unit]
    if len(row) > 1 and sum(s.quantity.value for s in row) == second.quantity.value:
        return  # 39个渔村社区、7个城镇社区，46个社区均已建成
    if near and len(near) == 1 and near[0].index == second.index - 1 and near[0].quantity.value < second.quantity.value:
        yield _repeat(reading, near[0], second)


def _repeat(reading: Reading, first: Statement, second: Statement) -> Repeat:
    return Repeat(operand(reading, first), operand(reading, second), place(reading, first, second), True)
