"""Where the base of a growth stands: the figure of the year before, named 上年同期 or dated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..patterns import lazy
from . import words
from .roles import LEVELS, Role
from .statements import Reading, Statement

_COMPARES = lazy("[ ,;]*(?:相?[比较]|对比)")
_TOLD = lazy(
    "(?<![比较与同占为和])(?:去年|上年度?|上一年度?)(?!同期|[末底初]|结[转余]|的|[为达是]?$|实[有际]|原|存|余|滚存)[一-鿿]{2}[^,;。]*$"
)
_CHANGED = lazy("(?:[新净]增|增加|减少|多|少)了?$")
"""比去年新增3637元 tells by how much, and not from where."""
_PLAIN = lazy("[ ,]*(?:环比)?(?:增长|增加|上升|下降|减少|降低|增幅|降幅)")
_NEAR = 6
_WINDOW = 16


def prior_beside(reading: Reading, level: Statement, percent: Statement) -> Statement | None:
    """Return the 上年同期 figure that stands by level and percentage, between them or right after."""
    following = reading.statements[level.index + 1 : percent.index + 2]
    for candidate in following[:_NEAR]:
        if candidate.segment != level.segment or candidate.depth > level.depth + 1:
            continue
        is_prior = candidate.role is Role.PRIOR or _is_prior_mean(candidate)
        if not candidate.like(level):
            if is_prior and candidate.is_kin(level):
                return candidate.in_unit(level.quantity.unit)
            continue
        if is_prior:
            return _in_place(reading, level, candidate)
        between = candidate.index < percent.index and candidate.is_level
        if between and words.BASE_BEHIND.match(candidate.lead):
            return candidate
        if between and words.PERIOD_BEHIND.match(candidate.lead) and _PLAIN.match(percent.lead):
            return candidate  # 举报90宗，6月为70宗，增长28.6%
        behind = candidate.index == percent.index + 1 and "环比" in percent.lead and candidate.clause - percent.clause <= 1
        if behind and words.PERIOD_BEHIND.match(candidate.lead):
            return candidate
    return _dated_before(reading, level) if words.NOW.match(level.lead) else None


def _in_place(reading: Reading, level: Statement, prior: Statement) -> Statement:
    """Return of several priors the one in the place of its level: 酒驾387起、醉驾126起（去年同期分别为340起、138起）."""
    behind = takewhile(lambda s: s.listed and s.like(prior), reading.statements[prior.index + 1 : prior.index + _NEAR])
    row = [prior, *behind] if prior.respective else []
    before = takewhile(lambda s: s.is_level and s.like(level) and s.clause >= level.clause - len(row), reading.before(level, _NEAR))
    return row[number] if (number := len(list(before))) < len(row) else prior


def _is_prior_mean(mean: Statement) -> bool:
    """Whether a mean by its unit is that of the year before: 26微克/立方米，下降7.1%，去年为28微克/立方米."""
    return mean.role is Role.AVERAGE and mean.quantity.per != "" and words.PRIOR.search(mean.lead) is not None


def _dated_before(reading: Reading, level: Statement) -> Statement | None:
    """Return the figure of another time right before what only 今年 leads: 上年末存栏378头，今年280头."""
    before = reading.statements[level.index - 1] if level.index else None
    if before is None or not before.like(level) or not before.is_level or before.segment != level.segment or before.depth != level.depth:
        return None
    front = words.PERIOD_FRONT.match(before.lead)
    years = [int(found[1]) for s in (before, level) if (found := words.ANY_YEAR.search(s.lead))]
    if len(years) > 1 and years[0] >= years[1]:
        return None  # 2023年完成13亿元，2022年完成12亿元
    return before if level.clause - before.clause == 1 and (before.role is Role.PRIOR or front is not None) else None


def is_opening(level: Statement) -> bool:
    """Whether a level is that of the year before or of the beginning: 上年末余额. A change beside it starts from it."""
    return (level.role is Role.PRIOR and not is_told(level)) or words.OPENING.search(level.lead) is not None


def is_told(level: Statement) -> bool:
    """Whether 去年 before a figure is only the time that is told of: 去年全市财政收入达35亿元，比上年增长5%."""
    return level.role is Role.PRIOR and _TOLD.search(level.lead) is not None


def dated_base(reading: Reading, level: Statement, percent: Statement) -> Statement | None:
    """Return the figure of the same thing in the year that the percentage compares with.

    Args:
        level: what grew. percent: whose words name the year: 比2019年, or 同比 beside a dated level.
    """
    year = _base_year(reading, level, percent)
    if not year:
        return None
    found = [s for s in _around(reading, level, percent) if reading.year_of(s) == year and _same_thing(s, level)]
    return found[0] if len(found) == 1 else None


def _base_year(reading: Reading, level: Statement, percent: Statement) -> int:
    text = reading.between(reading.ground.clauses.starts[percent.clause], percent.start)
    if named := words.BASE_YEAR.search(text):
        return int(named[1])
    own = reading.year_of(level) if words.LAST_YEAR.search(text) else 0
    return own - 1 if own else 0


def _around(reading: Reading, level: Statement, percent: Statement) -> Iterator[Statement]:
    """Yield the levels near by in the paragraph that might be the base."""
    for statement in reading.statements[max(0, level.index - _WINDOW) : percent.index + _WINDOW]:
        near = statement.paragraph == level.paragraph and statement.depth == level.depth and statement is not level
        if near and statement.role in LEVELS and statement.like(level):
            yield statement


def _same_thing(one: Statement, other: Statement) -> bool:
    """Whether one subject holds the other: 全院受理案件, then 受理."""
    if not one.subject or not other.subject:
        return False
    return one.subject in other.subject or other.subject in one.subject


def starts_from(reading: Reading, base: Statement, first: Statement) -> bool:
    """Whether a change starts from the figure of the clause before: 与上次普查的442854人相比，十年共增加D; 比2010年的A，增加D."""
    if base.depth != first.depth or not base.is_amount or not (base.like(first) or not first.is_amount):
        return False
    if words.COMPARED_WITH.match(base.tail):
        return words.BASE_LEAD.search(base.lead) is not None and words.OVER_YEARS.match(first.subject) is not None
    if base.tail or not _COMPARES.match(base.lead) or _CHANGED.search(base.lead):
        return False
    plain = base.role in (Role.LEVEL, Role.OTHER, Role.PRIOR) or (first.is_amount and base.role is Role.TARGET)
    beside = first.is_amount or (base.index > 0 and reading.statements[base.index - 1].like(base))
    return plain and beside and words.BASE_LEAD.search(base.lead) is not None and words.OVER_YEARS.match(first.subject) is not None


def behind_rate(reading: Reading, change: Statement) -> bool:
    """Whether a percentage stands right before a change that names nothing: 完好率79%，提高3%，比去年的96天多12天."""
    before = reading.statements[change.index - 1] if change.index else None
    return before is not None and not change.subject and before.dimension == "ratio" and before.segment == change.segment


def percent_before(reading: Reading, base: Statement) -> Statement | None:
    """Return the percentage of 同比回升11.9%，比上年的2398对多285对."""
    before = reading.statements[base.index - 1] if base.index else None
    if before is None or before.role is not Role.GROWTH or before.direction != base.direction or before.listed:
        return None
    if before.dimension == "ratio" and behind_rate(reading, before):
        return None
    return before if before.segment == base.segment and base.clause - before.clause == 1 and before.depth == base.depth else None
