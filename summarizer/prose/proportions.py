"""``rate`` of two things to each other: 城乡居民收入比1.82, 性别比105.66, 医护比1:1.20, 存贷比75.5%.

The name of a proportion holds the names of its two sides: 城 and 乡, 医 and 护; 性别 stands for 男 and 女.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import islice, pairwise

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import Quantity, unit
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_NAME = lazy(
    r"(?P<name>[一-鿿]{2,12}?)(?:之比|比值?|比例|倍差)\)?(?:由|从)?(?:约|缩小|扩大|下降|上升|降|升)*(?:为|达到?|是|到|至)?[: ]*$"
)
_SIDES = {
    "性别": ("男", "女"), "男性对女性": ("男", "女"), "男女": ("男", "女"), "城乡": ("城", "农"),
    "医护": ("医", "护"), "师生": ("师", "生"), "生师": ("生", "师"),
}  # fmt: skip
_OF_MONEY = lazy("存贷比[例率]?(?:为|达到?|是)?[: ]*$")
_SINCE = lazy("(?<=比|例|[)])[由从][^,;。]{0,20}$")
"""性别比由2010年的97.45下降为91.45: behind the name, what it was before."""
_BOTH = lazy("(?P<one>[一-鿿]{2,4})[与和](?P<other>[一-鿿]{2,4})$")
_NO_NAME = ("占", "同", "环", "对", "相", "评", "可", "百分", "结构")
_OTHERS = lazy("[与比较和由从](?:(?:19|20)[0-9]{2}年|[上去]年|第[一二三四五六]次)|出生")
"""与2010年性别比106.75相比, 出生人口性别比111.3: of others than are counted before."""
_TAKES = LEVELS | {Role.AVERAGE}
_BACK = 14
_TRIED = 4
_COLONS = (":", "∶", "比")
_HUNDRED = 100


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each bare number that is called a proportion."""
    skipped = -1
    for s in reading.of_dimension("number"):
        if s.role is not Role.TO and "比" not in s.lead:
            continue
        before = reading.statements[s.index - 1] if s.role is Role.TO and s.index else s
        moved = before is not s and before.role is Role.FROM and before.figure.bare and before.clause == s.clause
        lead = _SINCE.sub("", before.lead) if moved else s.lead
        if "比" not in lead or s.index == skipped or not s.figure.bare or s.start in results:
            continue
        found = _NAME.search(lead)
        if found is None or found["name"].endswith(_NO_NAME):
            continue
        following = reading.statements[s.index + 1 : s.index + 2]
        second = following[0] if following and reading.between(s.end, following[0].start).strip() in _COLONS else None
        skipped = second.index if second is not None else -1
        if second is None or second.figure.bare:
            yield from _proportion(reading, s, second, found["name"])
    for s in reading.of_dimension("ratio"):
        if "贷" in s.lead and s.start not in results and _OF_MONEY.search(s.lead):
            yield from _lent(reading, s)


def _lent(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 存款余额286亿元，贷款余额216亿元，存贷比75.5%."""
    for a, b in islice(_pairs(reading, percent), 1):
        for lent, saved in ((a, b), (b, a)):
            if "贷" in lent.lead and "存" in saved.lead and "贷" not in saved.lead:
                yield Rate(operand(reading, percent), operand(reading, lent), operand(reading, saved), place(reading, a, b, percent), True)


def _proportion(reading: Reading, first: Statement, second: Statement | None, name: str) -> Iterator[Claim]:
    pairs = list(_pairs(reading, first))[:_TRIED]
    stands = (first,) if second is None else (first, second)
    for a, b in pairs:
        for above, below, stated in _ways(a, b, first, second):
            claim = Rate(stated, operand(reading, above), operand(reading, below), place(reading, a, b, *stands), True)
            if holds(claim):
                yield claim
                return
    sides = next((sides for word, sides in _SIDES.items() if word in name), None) or _named_sides(name)
    if _OTHERS.search(first.lead):
        return
    meant = [(a, b) for a, b in pairs if sides and sides[0] in a.lead and sides[1] in b.lead]
    if len(meant) == 1:
        a, b = meant[0]
        for above, below, stated in islice(_ways(a, b, first, second), 1):  # of 15:12 none: neither side is 1 or 100
            yield Rate(stated, operand(reading, above), operand(reading, below), place(reading, a, b, *stands), True)


def _named_sides(name: str) -> tuple[str, str] | None:
    """Return the two sides that a name spells out: 划拨与出让之比."""
    found = _BOTH.search(name)
    return (found["one"], found["other"]) if found else None


def _pairs(reading: Reading, proportion: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield two figures of one kind that follow each other in the paragraph, the nearest first."""
    near = [s for s in reading.before(proportion, _BACK) if s.paragraph == proportion.paragraph and s.role in _TAKES and s.is_amount]
    for b, a in pairwise(near):
        if a.like(b) and a.depth == b.depth and b.quantity.value and a.quantity.value:
            yield a, b


def _ways(a: Statement, b: Statement, first: Statement, second: Statement | None) -> Iterator[tuple[Statement, Statement, Operand]]:
    """Yield what is divided by what, and the quotient as it is stated; of 1:1.20 the side that is not 1 or 100."""
    if second is None:
        percent = first.quantity.value > _HUNDRED / 2
        yield a, b, Operand(_as(first.quantity, "%" if percent else "倍"))
        return
    for one, other, turned in ((first, second, False), (second, first, True)):
        if other.quantity.value in (1, _HUNDRED):
            stated = Operand(_as(one.quantity, "%" if other.quantity.value == _HUNDRED else "倍"))
            yield (b, a, stated) if turned else (a, b, stated)


def _as(quantity: Quantity, name: str) -> Quantity:
    return replace(quantity, unit=unit(name))
