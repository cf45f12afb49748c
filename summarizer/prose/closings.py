"""``sum`` of a row that its total closes: 上半年A，下半年B，全年共T; 甲镇A、乙镇B，两镇共完成T; 税收A，非税B，收入T."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import from_chinese
from .closed import closed
from .complements import complement_of
from .flows import is_left_of
from .joining import holds, is_part_here, operand, place
from .nearness import near_sum
from .roles import PRESENT, Role
from .slips import one_slip, slip_chance
from .statements import Reading, Statement, first_column

_CALLED = lazy("(?<![公与中])共(?!同|享|建|有制|产)|合计|总计|全年|累计|总(?=人数|户数|面积|产值|产量|数|量|额|里程|投入|投资)")
_SURE = lazy("(?<![公与中])共(?!同|享|建|有制|产)|合计|总计")
_BARE = lazy("^[ ,]*(?:合计|共计)[: ]*$")
_OUTLAY, _STAGE = lazy("总(?:投入|投资)"), lazy("到位|完成|[签开在已用竣]|计划|年内|累计")
"""What is spent in all, and how far a figure says one has come: stages add up to nothing."""
_BESIDE_TOTAL = lazy("[合共总]计[为达]?$")
"""Before the figure right before one with no words of its own: 合计64户、108人."""
_ROW = 10
_AGAIN = lazy("又[^,;。0-9]{0,6}$")
"""今年又完成8所: besides what was done before, with which it makes 累计."""
_SAYS_HOW = frozenset((Role.SHARE, Role.GROWTH, Role.POINTS))
_CHANGED = lazy(
    "^[ ,;]*(?:以上|上述|[两二三四五六七八九十][㐀-鿿]{1,3}?)?(?:一?共|共计|合计|总共|累计)"
    "(?P<verb>增加|减少|新增|增|减|压减|削减|节约|提高|降低|下降)[^,;。()0-9]{0,4}$"
)
_SPAN = lazy("([两三四五六七八九])(?:年|项|类|地|批|期|县|区|镇|乡|季度|个月|家|所)?[^,;。]{0,2}(?:共|累计|合计|总计)")
_OPENS = lazy("(?:合计|共计|总计)(?:为|达)?[: ]*$")
_PLUS = lazy("加上[^0-9]*,")
_WITHIN = lazy("[ ]*(?:其中,?)?在?[^,;。:()0-9]{2,20}(?<!其)[中里],")
"""在财政收入中，国税A，地税B，其他收入C: all are parts."""
_SOME = 3
_FLOAT = 1e-9
_NAME = 4
_CHANCE, _ODDS = 0.12, 0.8
"""What a slip may explain by chance, where nothing else says that the list is whole."""
_ASIDE = lazy("加上|其中|包括|含|剩余|(?<!新)增(?!值|加值)|减|比|占")
_PERIODS = (("一季度", "二季度", "三季度", "四季度"), ("上半年", "下半年"))
"""Parts of a year that leave nothing out."""
_COUNTED = frozenset(("个", "名", "家", "人", "项", "件", "处", "座", "所"))


def closings(reading: Reading, told: Set[int]) -> Iterator[Claim]:
    """Yield the claims of figures that stand behind all their parts.

    Args:
        told: where the totals begin that others have found.
    """
    statements, plain = reading.statements, reading.ground.plain
    sentences, ends = reading.sentences(), [s.subject[-2:] for s in statements]
    last = len(statements) - _SOME
    for total in reading.of_role(Role.CHANGE):
        if total.is_amount and ("共" in total.lead or "计" in total.lead) and (claim := _of_changes(reading, total)):
            yield claim
    for total in reading.present():
        if total.start in told:
            continue
        n, sentence = total.index, total.sentence
        if n < last and sentences[n + _SOME] == sentence and (opened := _opened(reading, total)):
            yield opened
        if n < 2 or total.listed:
            continue
        own = ends[bisect_left(sentences, sentence, max(0, n - _ROW), n) : n] if sentences[n - 1] == sentence else ()
        beside = not total.lead and _BESIDE_TOTAL.search(statements[n - 1].lead) is not None
        if not ((ends[n] in own and len(ends[n]) > 1) or beside or _is_called(total)):
            continue  # neither a name that ends as that of a figure before in its sentence, nor a word for totals
        if _PLUS.search(plain, statements[n - 1].end, total.start):
            continue  # 支出A，加上上解支出，支出总计T: with what no figure tells
        if sentences[n - 2] != sentence:
            if claim := closed(reading, total):
                yield claim
            continue
        row = _row(reading, total)
        claim = _claim(reading, total, row) if len(row) > 1 and not _apart(total, row) else None
        claim = claim or (None if row else _after_list(reading, total) or _outlays(reading, total)) or closed(reading, total)
        if claim is not None:
            yield claim


def _of_changes(reading: Reading, total: Statement) -> Sum | None:
    """Read 分别增加43公里和53公里，共增加96公里, and 甲减少84吨；乙减少36吨；两项合计减少120吨: changes of one way together."""
    if not (told := _CHANGED.match(total.lead)) or total.quantity.is_hedged:
        return None
    row = [s for s in reading.so_far(total, _ROW) if s.like(total) and s.depth == total.depth and not s.quantity.chinese][::-1]
    row = [s for s in row if s.role is Role.CHANGE or (told["verb"] in s.lead and s.role in PRESENT and s.subject)]
    number = reading.statements[total.index - 1] if total.index else total
    counted = number.quantity.chinese and number.clause == total.clause
    if len(row) < 2 or any(s.direction not in (total.direction, 0) for s in row) or row[-1].index != total.index - 1 - counted:
        return None
    if (counted and number.quantity.value != len(row)) or any("其中" in s.lead for s in row):
        return None
    return Sum(operand(reading, total), tuple(operand(reading, s) for s in row), True, False, place(reading, *row, total), True)


def _is_called(total: Statement) -> bool:
    """Whether the words of a figure say that it may be a total: a first look, since most are none."""
    lead = total.lead
    return "年" in lead or (("共" in lead or "计" in lead or "总" in lead) and _CALLED.search(lead) is not None)


def _opened(reading: Reading, total: Statement) -> Sum | None:
    """Read 收入合计T，税收A，社保费B，非税C。: a total that is called so, and nothing but its parts behind it."""
    if total.quantity.is_hedged:
        return None
    called = "计" in total.lead and _OPENS.search(total.lead) is not None
    if not called and not _begins(reading, total):
        return None
    row: list[Statement] = []
    for s in reading.statements[total.index + 1 : total.index + 1 + _ROW]:
        if s.sentence != total.sentence:
            break
        if s.depth or s.role not in PRESENT or not s.like(total) or len(s.lead.strip(" ,、;:")) < 2 or _ASIDE.search(s.lead):
            return None
        row.append(s)
    if len(row) < _SOME or is_part_here(reading, total) or not (called or _in_one_run(reading, row)):
        return None
    slipped = one_slip(total, row) and (called or _division(row) or slip_chance(total, tuple(row)) < _CHANCE)
    if not slipped and not near_sum(total, row):
        return None
    claim = Sum(operand(reading, total), tuple(operand(reading, p) for p in row), True, False, place(reading, total, *row), True)
    return claim if slipped or holds(claim) else None


def _division(row: list[Statement]) -> bool:
    """Whether the names of parts are short and the first has no verb before it that goes for all: 维持、撤销、终止, not 选派教师、医生."""
    names = [len(part.subject) for part in row]
    return max(names) <= _NAME and names[0] <= max(names[1:])


def _begins(reading: Reading, total: Statement) -> bool:
    """Whether a figure begins its sentence, and the next stands in the clause behind it."""
    before = reading.statements[total.index - 1].sentence if total.index else -1
    behind = reading.statements[total.index + 1]
    parted = "、" not in reading.between(total.end, behind.start)  # 东片16公里、西片23公里、南片9公里: the first is one of them
    return before != total.sentence and behind.clause - total.clause == 1 and parted


def _in_one_run(reading: Reading, row: list[Statement]) -> bool:
    """Read 办理案件86件，维持59件、撤销12件、终止15件。: parts with 、 between, right behind a figure that begins the sentence."""
    gaps = [reading.between(one.end, other.start) for one, other in pairwise(row)]
    return all("、" in gap and "," not in gap and ";" not in gap for gap in gaps)


def _after_list(reading: Reading, total: Statement) -> Sum | None:
    """Read 分别完成A、B、C，三年共T: a list of figures that share their name, and what they are together."""
    if not _CALLED.search(total.lead) or _ASIDE.search(total.lead) or total.quantity.is_hedged:
        return None
    row: list[Statement] = []
    for s in reading.before(total, _ROW):
        if s.segment != total.segment or not s.like(total) or s.role not in PRESENT or s.depth or s.quantity.is_hedged:
            break
        row.insert(0, s)
        if not s.listed:
            break
    if len(row) < 2 or row[0].listed or row[-1].index != total.index - 1 or (len(row) < _SOME and not row[0].respective):
        return None
    parts = tuple(row)
    claim = Sum(operand(reading, total), tuple(operand(reading, p) for p in parts), True, False, place(reading, *parts, total), True)
    if near_sum(total, parts) and holds(claim):
        return claim
    counted = _SPAN.search(total.lead)
    sure = "累计" not in total.lead and _SURE.search(total.lead) is not None
    sure = sure or (counted is not None and from_chinese(counted[1]) == len(parts))
    return claim if slip_chance(total, parts, lost=True) < (2 if sure else _CHANCE) else None


def _outlays(reading: Reading, total: Statement) -> Sum | None:
    """Read 投入1773万元新建15栋；投入1025万元维修9处；投入801万元建设80间，三年累计投资3599万元: each with what it was for."""
    if "投" not in total.lead or not _CALLED.search(total.lead) or _ASIDE.search(total.lead) or total.quantity.is_hedged:
        return None
    row = [s for s in reading.so_far(total, 2 * _ROW) if s.like(total)][::-1]
    if len(row) < _SOME or any("投" not in s.lead or s.role not in PRESENT or s.depth or _ASIDE.search(s.lead) for s in row):
        return None
    claim = Sum(operand(reading, total), tuple(operand(reading, p) for p in row), True, False, place(reading, *row, total), True)
    sure = _SURE.search(total.lead) is not None or _SPAN.search(total.lead) is not None
    return claim if sure or slip_chance(total, tuple(row)) < _CHANCE or (near_sum(total, row) and holds(claim)) else None


def _row(reading: Reading, total: Statement) -> tuple[Statement, ...]:
    """Return the figures of the sentence before the total, if they are all of its kind and each is named."""
    row: list[Statement] = []
    bare = _BARE.match(total.lead) is not None  # 其中甲A、乙B，合计T
    for s in reading.before(total, _ROW):
        if s.sentence != total.sentence:
            break
        if s.dimension == "age" or (s.role in _SAYS_HOW and not s.is_amount and not _SURE.search(s.lead)):
            continue  # 51岁以上170人; 甲23件，占45%
        if bare and row and s.like(total) and "其中" in s.lead:
            return (s, *row)
        same = s.measure == total.measure or {s.quantity.unit.name, total.quantity.unit.name} <= _COUNTED
        if not same and len(row) > 1 and s.dimension != total.dimension:
            break
        if not same or s.role not in PRESENT or s.depth or s.quantity.is_hedged or _ASIDE.search(s.lead) or len(s.lead.strip(" ,、;:")) < 2:
            return ()
        row.insert(0, s)
    return first_column(row)


def _apart(total: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether a row is none of the total: its first is what the others make, or a ； parts several figures of one sentence from it."""
    if total.segment != row[-1].segment and len({part.segment for part in row}) < len(row):
        return True
    if is_left_of(total, row):
        return True  # 今年新增7家，关停4家，目前共有51家
    if _OUTLAY.search(total.lead) and any(_STAGE.search(part.lead) for part in row):
        return True  # 到位资金120万元，完成投资80万元，总投资210万元
    sizes = [part.quantity.size()[0] for part in row]
    return len(row) > 2 and abs(sizes[0] - sum(sizes[1:])) < _FLOAT * sizes[0]


def _claim(reading: Reading, total: Statement, row: tuple[Statement, ...]) -> Sum | None:
    named = (complement_of(total, row) is not None and any(total.subject[-2:] == part.subject[-2:] for part in row)) or _year(total, row)
    called = _CALLED.search(total.lead) is not None and not _ASIDE.search(total.lead)
    alike = all(part.like(total) for part in row)
    parts = row if alike else tuple(part if part.like(total) else part.in_unit(total.quantity.unit) for part in row)
    among = not called and _WITHIN.match(reading.between(reading.begin(total), row[0].start)) is not None
    if not (named or called) or total.quantity.is_hedged or among:
        return None
    if max(p.quantity.size()[0] for p in parts) > total.quantity.size()[0] and slip_chance(total, parts, lost=True) > _CHANCE:
        return None
    claim = Sum(operand(reading, total), tuple(operand(reading, p) for p in parts), True, False, place(reading, *parts, total), True)
    if near_sum(total, parts) and holds(claim):
        return claim
    slip = slip_chance(total, parts)
    again = "累计" in total.lead and len(parts) == 2 and _AGAIN.search(parts[1].lead) is not None
    sure = _SURE.search(total.lead) is not None or again
    if sure and _SURE.search(parts[-1].lead):
        return None  # 已完工共3辆，在建共5辆，未开工共7辆
    return claim if named or again or slip < (2 if sure else _ODDS) or (alike and sure and len(parts) >= _SOME) else None


def _year(total: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether the parts are those of a year and the total is of the year."""
    return "年" in total.lead and any(
        len(row) == len(names) and all(name in part.lead for name, part in zip(names, row, strict=True)) for names in _PERIODS
    )
