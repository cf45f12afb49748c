"""The unit of a figure that has a scale alone, by the words beside it: 增收300万, 343万农村人口, 收入5.2亿，比上年增加1.1亿."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..patterns import lazy
from ..quantities import Match, Unit, unit
from . import words
from .roles import Role

if TYPE_CHECKING:
    from .statements import Statement

_MONEY, _PERSON, _CUBIC = unit("元"), unit("人"), unit("立方米")
_HUNDRED_MILLION = lazy("亿(?=[,;。、)\n]|$|(?:增[加长至]|提[高升]|上升|下降|减少|降至|跃升)[到至0-9,;。])")
_OTHER_THAN_MONEY = lazy(
    "人(?:[次口数员]|$)|户|游客|观众|播放|阅读|点击|浏览|流量|电量|用电|发电|产量|面积|客流|吞吐|运量|次|件|票|倍"
)
"""What may be so many hundred millions, and is no money; most of what is said to be so much without a unit is."""
_CHANGED = 4
"""Statements before a change among which what has changed stands."""


def in_unit_meant(figure: Match, plain: str, lead: str) -> Match:
    """Return a figure with a scale alone in its unit, by what stands before and behind it; as it is where that says nothing."""
    meant = _unit_meant(plain, lead, figure.end)
    return figure._replace(quantity=replace(figure.quantity, unit=meant)) if meant else figure


def _unit_meant(plain: str, lead: str, end: int) -> Unit | None:
    if words.MONEY.search(lead) or (_HUNDRED_MILLION.match(plain, end - 1) and not _OTHER_THAN_MONEY.search(lead)):
        return _MONEY
    if plain.startswith("方", end) and words.CUBIC.match(plain, end):
        return _CUBIC
    return _PERSON if words.OF_PEOPLE.match(plain, end) else None


def with_money(statements: list[Statement], scaled: list[int]) -> None:
    """Read 慰问金63.7万，人均500元: what is called money and stands beside some is money; so is the change of what is.

    In a bracket behind a figure its parts are in its unit.

    Args:
        scaled: the numbers of the statements with a scale and no unit written; those that are money get theirs.
    """
    parts: set[int] = set()
    for n in scaled:
        s = statements[n]
        if s.quantity.unit.name or words.NAME_AFTER.match(s.tail):
            continue
        if n and (meant := _unit_of_head(statements[n - 1], s, parts)) is not None:
            statements[n] = s.in_unit(meant)
            parts.add(n)
        elif _changes_money(statements, s) or _is_beside_money(statements, s):
            statements[n] = s.in_unit(_MONEY)


def _unit_of_head(before: Statement, s: Statement, parts: set[int]) -> Unit | None:
    """Return the unit of the figure right before a bracket with its parts, which have their scale alone: 66万人（甲24万、乙42万）."""
    if before.quantity.scale != s.quantity.scale or not before.quantity.unit.name or not s.depth:
        return None
    opens = s.depth == before.depth + 1 and s.bracket == before.end
    return before.quantity.unit if opens or (before.index in parts and s.bracket == before.bracket) else None


def _changes_money(statements: list[Statement], change: Statement) -> bool:
    before = statements[max(0, change.index - _CHANGED) : change.index][::-1] if change.role is Role.CHANGE else ()
    amount = next((s for s in before if s.dimension != "ratio"), None)
    return amount is not None and amount.dimension == _MONEY.dimension and amount.sentence == change.sentence


def _is_beside_money(statements: list[Statement], amount: Statement) -> bool:
    if not words.OF_MONEY.search(amount.lead):
        return False
    beside = (*statements[max(0, amount.index - 2) : amount.index], *statements[amount.index + 1 : amount.index + 3])
    return any(s.dimension == _MONEY.dimension and s.segment == amount.segment for s in beside)
