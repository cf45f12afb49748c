"""``rate`` with the verb of its actual in its name: 抽检八十批次，合格七十八批次，合格率; 城镇人口, 常住人口, 城镇化率."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, subtract
from . import words
from .behind import following
from .joining import added, holds, operand, place
from .opposites import of_losses, of_opposites
from .rates import first_that_holds, is_clean, rate_of
from .rates_of_names import of_named_part, of_two_names
from .roles import Role
from .statements import Reading, Statement

_URBAN_BACK = 6
_STEM = 2
_FAR = 12
"""Figures before what was done among which its task is looked for."""
_ALL = 100
_OVERALL = lazy("总|全|整|平均|综合")
_TAKES_PART = lazy("提[出交]|参[加与]")

_LEFT_OUT = lazy("剔除|扣除|除去|不含")
_DUE = lazy("应|需|拟|可|待|登记|参加|总|全部")
"""What is to be done of what a rate is called after."""

_DUE_VERB = lazy("^[ ,]*应(?P<verb>[㐀-鿿])[㐀-鿿]{0,4}$")
_PLEASED, _GRADES = "满意", 8
_DISPLEASED, _MIDDLING, _BARELY = lazy("不(?:太|够|很)?满意"), lazy("一般|不满|评价为中|差评"), lazy("基本满意|较为?满意|一般")
"""Grades of those who are not content, of which a rate of content is not, and of those who may be left out of one."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every rate with a name."""
    for statement in reading.of_role(Role.NAMED_RATE):
        if statement.quantity.unit.name == "%":
            yield from _named(reading, statement)


def _named(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read a rate that is named after its actual: 抽检八十批次，合格七十八批次，合格率; 城镇人口, 常住人口, 城镇化率."""
    behind = following(reading, rate)
    if behind is not None and behind.role is Role.TARGET and words.BARE_TARGET.match(behind.lead) and rate.index:
        done = reading.statements[rate.index - 1]
        if done.like(behind) and done.segment == rate.segment and done.is_level and done.role is not Role.TARGET and not done.depth:
            yield rate_of(reading, rate, done, behind, likely=True)
            return
    for read in (_due_between, of_opposites, of_losses, of_two_names, of_named_part):
        if (found := read(reading, rate)) is not None:
            yield found
            return
    name = words.RATE_NAME.search(rate.lead.strip())
    if name is None or rate.listed:
        return
    if name["stem"] == _PLEASED and len(grades := list(_grades(reading, rate))) > 1:
        yield from _of_grades(reading, rate, grades[::-1])
        return
    urban = words.URBAN.search(rate.lead) is not None
    levels = [s for s in reading.before(rate, _URBAN_BACK if urban else 3) if s.is_amount and s.is_level and s.paragraph == rate.paragraph]
    full = rate.lead[: name.end("stem")].strip(" ,")
    levels = [s for s in levels if len(full) > _STEM and s.subject.endswith(full)] or levels  # 有效公开 before 无效公开
    called = [s for s in levels if _does(name["stem"], s)]
    actual = next(iter(called if urban else levels[:1]), None)
    if actual is None or not _does(name["stem"], actual) or actual.depth != rate.depth:
        return
    if (words.NEGATED.search(actual.lead) and not words.NEGATED.search(rate.lead)) or _LEFT_OUT.search(actual.lead):
        return  # 不合格12批次，合格率99.2%; 优良174天，剔除沙尘14天后达标率72.8%
    near = [s for s in reading.before(actual, 6) if s.sentence == rate.sentence or (urban and s.paragraph == rate.paragraph)]
    wholes = [s for s in near if s.is_level and s.like(actual) and s.depth == actual.depth]
    tasks = [s for s in reading.before(actual, _FAR) if s.role is Role.TARGET and s.like(actual) and s.paragraph == rate.paragraph]
    if found := first_that_holds(reading, rate, actual, [*wholes, *tasks]) or _of_both(reading, rate, actual, wholes):
        yield found  # 新建任务900座。…已开工860座，完工792座，完工率88%: of the task
    elif wholes and wholes[0].quantity.value >= actual.quantity.value and (urban or is_clean(rate, actual, wholes[0])):
        if name["stem"] in wholes[0].lead and not _DUE.search(wholes[0].lead):
            return  # 新增就业3200人，失业人员再就业860人，再就业率
        yield rate_of(reading, rate, actual, wholes[0], likely=True)


def _due_between(reading: Reading, rate: Statement) -> Claim | None:
    """Read 累计建成54个，应建60个，覆盖率90%: what was due stands between, with the verb of what was done."""
    pair = reading.statements[max(0, rate.index - 2) : rate.index]
    if len(pair) < 2 or pair[1].role is not Role.TARGET or not pair[0].like(pair[1]) or pair[0].segment != rate.segment:
        return None
    due = _DUE_VERB.match(pair[1].lead)
    near = rate.clause - pair[0].clause == 2 and pair[0].depth == pair[1].depth == rate.depth and pair[0].role is not Role.TARGET
    done = due is not None and near and due["verb"] in pair[0].lead and pair[0].is_level
    return rate_of(reading, rate, pair[0], pair[1], likely=True) if done else None


def _grades(reading: Reading, rate: Statement) -> Iterator[Statement]:
    """Yield the counts of those who are content in one grade or another, from the one before a rate back to their total; then that."""
    for s in reading.so_far(rate, _GRADES):
        if not s.is_level or s.depth != rate.depth:
            continue
        if not (s.is_amount and _PLEASED in s.lead and "率" not in s.lead):
            if _MIDDLING.search(s.lead) is None:
                yield s
                return
        elif not _DISPLEASED.search(s.lead):
            yield s


def _of_grades(reading: Reading, rate: Statement, grades: list[Statement]) -> Iterator[Claim]:
    """Read 评价1000条，非常满意800条，满意150条，满意率95%: all who are content, but perhaps not those who are 基本满意."""
    whole, *content = grades
    if _PLEASED in whole.lead or not all(s.like(whole) for s in content):
        return
    best = tuple(s for s in content if not _BARELY.search(s.lead))
    of_all = _rate_of_grades(reading, rate, whole, tuple(content))
    if holds(of_all) or not best or len(best) == len(content):
        yield of_all
    else:
        of_best = _rate_of_grades(reading, rate, whole, best)
        yield of_best if holds(of_best) else of_all


def _rate_of_grades(reading: Reading, rate: Statement, whole: Statement, content: tuple[Statement, ...]) -> Rate:
    return Rate(operand(reading, rate), added(reading, content), operand(reading, whole), place(reading, whole, *content, rate), True)


def part_alone(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read 131名代表提出建议，参与率87.04%: a count right before the rate that is named after it leaves only its whole to be found."""
    part = reading.statements[rate.index - 1]
    if not rate.index or rate.role is not Role.NAMED_RATE or rate.clause - part.clause != 1 or part.segment != rate.segment:
        return
    if part.depth != rate.depth or not part.is_level or not part.quantity.is_count or not part.is_plain:
        return
    name = words.RATE_NAME.search(rate.lead.strip())
    plain = name is not None and not rate.quantity.is_hedged and rate.quantity.value < _ALL
    if name is not None and plain and _does(name["stem"], part) and not _OVERALL.search(rate.lead) and not words.NEGATED.search(part.lead):
        yield Rate(operand(reading, rate), operand(reading, part), None, place(reading, part, rate), True)


def _does(stem: str, figure: Statement) -> bool:
    """Whether a figure is of what a rate is named after; who takes part hands in or attends."""
    said = figure.lead + figure.tail
    return stem in said or (stem == "参与" and _TAKES_PART.search(said) is not None)


def _of_both(reading: Reading, rate: Statement, part: Statement, others: Iterable[Statement]) -> Claim | None:
    """Read 批捕30人，不捕20人，不捕率40%, of both together, and 成交28亿元，溢价2亿元，溢价率7.9%, of the price before."""
    for other in islice(others, 1):
        for whole in (add((part.quantity, other.quantity)), subtract(other.quantity, part.quantity)):
            if whole.value > 0:
                claim = Rate(operand(reading, rate), operand(reading, part), Operand(whole), place(reading, other, part, rate), True)
                if holds(claim):
                    return claim
    return None
