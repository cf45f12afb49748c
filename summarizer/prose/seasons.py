"""``sum`` over the parts of a year: 全年T，一季度、二季度、三季度、四季度分别为a、b、c、d; 6—9月T，各月分别为a、b、c、d.

Months, quarters and halves that cover a stretch of time leave nothing of it out, whatever is counted, unless it is a stock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .complements import names_before
from .joining import operand, place
from .nearness import near_sum
from .roles import PRESENT
from .statements import Reading, Statement

_PERIOD = lazy(
    r"前?第?(?P<quarter>[一二三四1-4])季度?|(?P<half>[上下])半年|(?<![0-9.])(?P<month>1[0-2]|[1-9])(?:月份?)?[-—–─━~～至到]+(?P<last>1[0-2]|[1-9])月"
    r"|(?<![0-9.])(?P<only>1[0-2]|[1-9])月(?![0-9]*日)"
)
_YEAR = frozenset(range(1, 13))
_QUARTERS = {name: n for names in ("一二三四", "1234") for n, name in enumerate(names)}
_STOCK = lazy(r"余额|存[量栏]|库存|在[校册岗]|[月季期年][初末]|均价|价格|气温|温度|水位|浓度|库容|人均|日均|累计|指数|环比")
_LEAST, _MOST = 0.45, 2.2
"""What share of its stretch the parts make at least and at most where a slip is told."""
_BACK = 6


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what months, quarters or halves that 分别 gives the figures of make together."""
    plain = reading.ground.plain
    if ("分别" not in plain and "依次" not in plain) or ("季" not in plain and "月" not in plain and "半年" not in plain):
        return
    for first in reading.standing():
        if not first.respective or first.listed or first.role not in PRESENT or not first.is_plain:
            continue
        row = _row(reading, first)
        names = names_before(reading, first) if len(row) > 1 else []
        told = _months(names, len(row))
        if told and not _STOCK.search(first.lead) and (head := _head(reading, first, told)):
            made = sum(s.quantity.size()[0] for s in row) / (head.quantity.size()[0] or 1)
            if near_sum(head, row) or _LEAST < made < _MOST:
                parts = tuple(operand(reading, s) for s in row)
                yield Sum(operand(reading, head), parts, True, False, place(reading, head, *row), True)


def _row(reading: Reading, first: Statement) -> list[Statement]:
    row = [first]
    for s in reading.statements[first.index + 1 : first.index + 1 + len(_YEAR)]:
        if not (s.listed and s.like(first) and s.is_plain and s.sentence == first.sentence):
            break
        row.append(s)
    return row


def _months(names: Sequence[str], size: int) -> frozenset[int]:
    """Return the months that periods cover, each figure one of them; nothing where they overlap or are not as many."""
    if len(names) == 1:
        covered = stretch_of(names[0])
        return covered if covered is not None and size == len(covered) else frozenset()
    return covered_by(names) if len(names) == size else frozenset()


def _head(reading: Reading, first: Statement, months: frozenset[int]) -> Statement | None:
    """Return the figure of the whole stretch: in the sentence of its parts or in one before it."""
    for s in reading.before(first, _BACK):
        if s.paragraph != first.paragraph or first.sentence - s.sentence > 1:
            return None
        if s.like(first) and s.role in PRESENT and s.is_plain and not s.depth and not s.listed:
            said = reading.between(reading.begin(s), s.end)
            return s if (stretch_of(said) or _YEAR) == months and not _STOCK.search(s.lead) else None
    return None


def stretch_of(text: str) -> frozenset[int] | None:
    """Return the months of the last period that a text names: 6—9月, 一季度, 上半年; nothing where it names none."""
    told = list(_PERIOD.finditer(text))
    if not told:
        return None
    found = told[-1]
    if quarter := found["quarter"]:
        n = 3 * _QUARTERS[quarter]
        return frozenset(range(1 if found.group()[0] == "前" else n + 1, n + 4))
    if half := found["half"]:
        return frozenset(range(1, 7) if half == "上" else range(7, 13))
    first, last = int(found["month"] or found["only"]), int(found["last"] or found["only"])
    return frozenset(range(first, last + 1))


def covered_by(names: Sequence[str]) -> frozenset[int]:
    """Return the months that periods cover together; nothing where one names no period or two overlap."""
    told = [stretch_of(name) for name in names]
    known = [months for months in told if months]
    covered: frozenset[int] = frozenset().union(*known)
    return covered if len(known) == len(names) and sum(map(len, known)) == len(covered) else frozenset()


def fill(total: Statement, parts: Sequence[Statement]) -> bool:
    """Whether periods before the figures of a list leave nothing of the stretch that its total is of: 全年T，其中上半年a，下半年b."""
    if not all("月" in p.lead or "季" in p.lead or "半年" in p.lead for p in parts) or _STOCK.search(total.lead):
        return False
    covered = covered_by([p.lead for p in parts])
    return bool(covered) and covered == (stretch_of(total.lead) or _YEAR)
