"""Roles: what a figure is in its sentence, told by the words before and behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal

from ..patterns import lazy
from ..quantities import Hedge, Quantity
from . import turns, words

if TYPE_CHECKING:
    from .statements import Statement

_NEAR = 20
"""Characters before a figure in which a verb of change begins, and what leads to a level after one."""

_BARE_DONE = 5
"""Characters of a lead that says 完成 and no more: 任务140公里，完成108.6%."""

_MAY_BE_AIM = frozenset((*") ]的", *words.TARGET_BEGINS))
"""What begins the words behind a figure that name it as a target, where they do not end with 的."""

_MOVED_TO = lazy("调[入出][一-鿿]{0,8}$")
_AIMS = ("任务", "指标", "计划", "目标")

_REACHES = ("完成", "占", "完成年度", "完成全年", "为")
_REACHES_AIM = lazy("(?:完成|占|为)[^,;。()0-9]{0,6}(?:目标任务|任务目标|目标|任务|计划|指标)[数值]?[ (]*$")

_AHEAD = frozenset(("快", "高", "超", "超前", "多"))

Direction = Literal[-1, 0, 1]


class Role(str):
    """What a figure is in its sentence. No Enum: a text asks for roles ten thousand times, and a member of one costs four times as much."""

    __slots__ = ()

    LEVEL: ClassVar[Role]
    ACTUAL: ClassVar[Role]
    TARGET: ClassVar[Role]
    PRIOR: ClassVar[Role]
    BASE: ClassVar[Role]
    FROM: ClassVar[Role]
    TO: ClassVar[Role]
    CHANGE: ClassVar[Role]
    GROWTH: ClassVar[Role]
    POINTS: ClassVar[Role]
    RATE: ClassVar[Role]
    SHARE: ClassVar[Role]
    NAMED_RATE: ClassVar[Role]
    PACE: ClassVar[Role]
    BALANCE: ClassVar[Role]
    AVERAGE: ClassVar[Role]
    RANK: ClassVar[Role]
    OTHER: ClassVar[Role]

    def __reduce__(self) -> tuple[Callable[[type, str], Role], tuple[type, str]]:
        """Roles are told apart by ``is``, also in another process."""
        return getattr, (Role, self.upper().replace("-", "_"))


for _name in Role.__annotations__:
    setattr(Role, _name, Role(_name.lower().replace("_", "-")))


_THRESHOLDS = (Hedge.AT_LEAST, Hedge.AT_MOST)
"""Hedges that can make a class of things: 投资八千万元以上项目."""

PERCENTAGES = frozenset((Role.LEVEL, Role.RATE, Role.NAMED_RATE, Role.SHARE, Role.TO))
"""Roles of percentages that stand for themselves."""

LEVELS = frozenset((Role.LEVEL, Role.ACTUAL, Role.TARGET, Role.PRIOR, Role.TO, Role.BALANCE))
"""Roles of amounts that stand for themselves: what grows, is reached, or is part of a whole."""

PRESENT = (Role.LEVEL, Role.ACTUAL)
"""Roles of amounts that there are or were reached: neither planned nor of another time, nor left of others."""

_SAME_CHANGE = ("", "即", "约", "+", "达")
"""What stands between a change and a percentage that says the same once more; the mark before it is none of its clause."""

_REACHING = frozenset((Role.TARGET, Role.LEVEL, Role.ACTUAL))

_BEHIND_REACHED = _REACHING | {Role.RATE}

CHANGES = frozenset((Role.CHANGE, Role.GROWTH, Role.POINTS))

_BESIDE_AMOUNTS = frozenset(("ratio", "points", "times", "place"))
"""Dimensions of what neither counts nor measures."""

_DONE_TASK = lazy("完成了?(?![^,]{0,5}(?:目标|计划|下达|[年省市县区州]))[㐀-鿿]{2,6}$")
"""完成造林任务 before its amount: what was done, and not 完成年度任务 or what somebody has assigned."""

_PLACES = frozenset(("位", "名"))
"""Measure words with which a place may be given without 第."""


def role_of(quantity: Quantity, lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str]:
    """Return the role of a figure, its direction, and the word that told it.

    Args:
        lead, tail: the words before and behind it. previous: the statement before it.
    """
    unit = quantity.unit
    dimension = unit.dimension
    amount = dimension not in _BESIDE_AMOUNTS
    if not amount:
        if dimension == "place":
            return Role.RANK, 0, ""
        if dimension == "ratio" and lead in _SAME_CHANGE and not tail and previous is not None and _is_said_of(previous):
            return Role.GROWTH, previous.direction, ""  # 增加7起、63.6%
    if not (lead or tail or quantity.is_hedged or quantity.per):  # nothing is said of it, as in a table
        return Role.POINTS if dimension == "points" else Role.LEVEL, 0, ""
    if amount and lead and unit.name in _PLACES and _is_placed(lead, previous):
        return Role.OTHER, 0, "位次"
    if quantity.is_hedged and _is_threshold(quantity, tail):
        return Role.OTHER, 0, "门槛"
    if amount:
        return _amount(quantity, lead, tail, previous)
    return _points(lead) if dimension == "points" else _ratio(lead, tail, previous)


def _is_said_of(change: Statement) -> bool:
    """Whether a percentage right behind says the same as a change: behind an amount alone, 减少3件、2人 are two."""
    return change.role is Role.CHANGE and change.is_amount and not change.listed and not change.tail


def _is_threshold(quantity: Quantity, tail: str) -> bool:
    """Whether a figure makes a class of things: 八千万元以上项目, 超过100人的有."""
    if quantity.hedge in _THRESHOLDS:
        return words.THRESHOLD_TAIL.match(tail) is not None
    return quantity.hedge is Hedge.ABOVE and tail.startswith("的")


def _is_placed(lead: str, previous: Statement | None) -> bool:
    """Whether a number is a place without 第: 位次由9位升至5位."""
    if previous is not None and previous.word == "位次" and turns.TO_END.search(lead):
        return True
    return words.PLACED.search(lead) is not None


def _pace_way(pace: re.Match[str]) -> Direction:
    return 1 if pace["ahead"] or pace["way"] in _AHEAD else -1


def _points(lead: str) -> tuple[Role, Direction, str]:
    if "拉动" in lead or "贡献" in lead:
        return Role.OTHER, 0, "贡献"
    if pace := words.PACE.search(lead):
        return Role.PACE, _pace_way(pace), pace[0]
    return Role.POINTS, _way(turns.change_in(lead, _NEAR)), ""


def _ratio(lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str]:
    if not tail and (way := turns.PLAIN_CHANGES.get(lead)):
        return Role.GROWTH, way, ""
    if "进度" in lead and (pace := words.PACE.search(lead)):
        return Role.PACE, _pace_way(pace), pace[0]
    if "拉动" in lead or "贡献" in lead:
        return Role.OTHER, 0, "贡献"
    if found := _from_to(lead, tail, previous):
        grows = found[0] is Role.TO and turns.GROWS_BY.search(lead)  # 同比增长为5%
        return (Role.GROWTH, -1 if lead.endswith("下降为") else 1, "") if grows else found
    if tail and (base := _is_aim(lead, tail) or _is_base(lead, tail)):
        return base
    if (change := turns.change_in(lead, _NEAR)) or lead.endswith(("同比", "环比")):
        return Role.GROWTH, _way(change) or 1, ""
    if lead == "(" and previous is not None and previous.role is Role.CHANGE:
        return Role.GROWTH, previous.direction, ""  # 增加7起（63.6%）
    if rate := _completion(lead, previous):
        return rate
    if "比例" in lead and words.PROPORTION.search(lead):
        return Role.SHARE, 0, ""
    if words.RATE_NOUN.search(lead) and words.NAMED_RATE.search(lead):
        return Role.NAMED_RATE, 0, ""
    if words.SHARE.search(lead):
        return Role.SHARE, 0, ""
    return Role.LEVEL, 0, ""


def _is_aim(lead: str, tail: str) -> tuple[Role, Direction, str] | None:
    """Read 集中供养率41%，完成42%目标任务的97.6%, and 完成目标任务42%的97.6%: a percentage that is itself to be reached."""
    if not tail.endswith("的"):
        return None
    before = lead.endswith(_REACHES) and words.TARGET.match(tail)
    behind = not before and tail.lstrip(") ") == "的" and _REACHES_AIM.search(lead)
    return (Role.TARGET, 0, "的") if before or behind else None


def _is_base(lead: str, tail: str) -> tuple[Role, Direction, str] | None:
    """Read 比上年A件增加 and 在上年A件的基础上增加: a figure that a change starts from; most leads have none of the words for it."""
    compared = ("比" in lead or "较" in lead or "与" in lead or "同" in lead) and words.BASE_LEAD.search(lead) is not None
    change = turns.CHANGE_START.match(tail.lstrip(") ")) if compared else None
    if change is None and "基础上" in tail:
        change = turns.ON_BASE.match(tail)
    return (Role.BASE, -1 if change["down"] else 1, "") if change else None


def _completion(lead: str, previous: Statement | None) -> tuple[Role, Direction, str] | None:
    """Read 为预算的, 占目标任务八十人的, 完成率: a percentage of what was to be reached."""
    if words.RATE_NOUN.search(lead) and (name := words.COMPLETION.search(lead)):
        return Role.RATE, 0, name["stem"]
    found = list(words.TARGET.finditer(lead)) if words.may_name_target(lead) else []
    if found and _is_of_budget(lead, previous):
        return None
    if found and (words.RATE_VERB.search(lead, 0, found[-1].start()) or lead.endswith("的")):
        return Role.RATE, 0, lead[max(0, found[-1].start() - 4) : found[-1].end()]
    if lead.endswith("完成") and len(lead) <= _BARE_DONE and previous is not None and previous.role in _REACHING:
        return Role.RATE, 0, "完成"
    if previous is not None and previous.role is Role.TARGET and previous.word == "的" and lead.endswith(("的", "任务", "目标", "数")):
        return Role.RATE, 0, "的"
    return None


_KIND_OF_SPENDING = lazy("(?:基本|项目|人员|公用|机关运行|部门)(?:总?支出|经费)(?=[㐀-鿿]{0,2}预算)|(?:支出|收入)总(?=预算)")


def _is_of_budget(lead: str, previous: Statement | None) -> bool:
    """Whether a part of a budget is compared with all of it: 项目支出预算四百万元，占支出总预算的4%."""
    if previous is None or "预算" not in lead or not lead.lstrip(" ,").startswith(("占", "约占")):
        return False
    if previous.role is Role.TARGET and "预算" in previous.lead:
        return True
    kind = _KIND_OF_SPENDING.search(lead)  # 工资支出十万元，占基本支出预算的40%
    return kind is not None and kind[0] not in previous.subject


def _amount(quantity: Quantity, lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str]:
    telling = lead and words.TELLING.search(lead) is not None
    if (tail or telling) and (found := _from_to(lead, tail, previous)):
        return found
    if tail and (found := _by_tail(lead, tail)):
        return found
    if not lead:
        more = quantity.hedge is Hedge.ABOVE and quantity.text[0] == "超"
        if more and previous is not None and previous.role in _BEHIND_REACHED:
            return Role.CHANGE, 1, "超"
        return (Role.AVERAGE if quantity.per else Role.LEVEL), 0, ""
    if change := turns.change_in(lead, _NEAR):
        return Role.CHANGE, _way(change), ""
    if previous is not None and previous.role is Role.CHANGE and (again := turns.CHANGED_NOUN.match(lead)):
        return Role.CHANGE, -1 if again["down"] else 1, ""
    if telling:
        return _told(quantity, lead)
    return (Role.AVERAGE if quantity.per else Role.LEVEL), 0, ""


def _told(quantity: Quantity, lead: str) -> tuple[Role, Direction, str]:
    """Return the role of an amount whose lead has a word that may tell one, and no change."""
    if "超" in lead and words.BEYOND_TARGET.match(lead):
        return Role.CHANGE, 1, "超"
    if "决算" in lead and (beyond := words.BEYOND_BUDGET.match(lead)):
        return Role.CHANGE, -1 if beyond["down"] else 1, "超"
    if quantity.per or words.AVERAGE.search(lead):
        return Role.AVERAGE, 0, ""
    balance = words.BALANCE.search(lead, max(0, len(lead) - 12))
    if balance and words.BACK.sub("", lead.rstrip("了")).endswith((balance[0], "额")):
        return Role.BALANCE, 1 if balance["plus"] else -1, lead[-12:]
    return _level(lead)


def _by_tail(lead: str, tail: str) -> tuple[Role, Direction, str] | None:
    """Return what the words behind an amount make of it: a base, or a target."""
    if base := _is_base(lead, tail):
        return base
    if (tail[0] in _MAY_BE_AIM or tail[-1] == "的") and _explicit_target(tail) and words.TARGET.search(lead + tail[:8]):
        return Role.TARGET, 0, "的"
    if tail.endswith(_AIMS) and words.ASSIGNED.search(lead) and words.ASSIGNED_TAIL.match(tail):
        return Role.TARGET, 0, "下达"
    return None


def _level(lead: str) -> tuple[Role, Direction, str]:
    if words.may_name_target(lead) and (found := list(words.TARGET.finditer(lead))) and not _reached(lead, found[-1]):
        return Role.TARGET, 0, lead[max(0, found[-1].start() - 4) : found[-1].end()]
    if ("年" in lead or "期" in lead) and words.PRIOR.search(lead) and not words.PRIOR_NAMES.search(lead):
        return Role.PRIOR, 0, "上年"
    if ("比" in lead or "较" in lead) and words.COMPARED.search(lead):
        return Role.OTHER, 0, ""
    if words.DONE.search(lead):
        return Role.ACTUAL, 0, ""
    return Role.LEVEL, 0, ""


def _reached(lead: str, target: re.Match[str]) -> bool:
    """Whether a target word names what was done: 完成计划投资, 完成造林任务, 计划已完成; or where money went: 调入一般公共预算."""
    return bool(
        words.DONE_AFTER_TARGET.search(lead, target.end())
        or (lead.endswith("任务") and _DONE_TASK.search(lead, 0, target.start()) is not None)
        or lead[max(0, target.start() - 6) : target.start()].endswith(("完成", "超额完成", "实现", "完成了"))
        or ("调" in lead and _MOVED_TO.search(lead, 0, target.start()) is not None)
    )


def _explicit_target(tail: str) -> bool:
    """Whether a figure is the target inside a rate: 占目标任务八十公里的, 完成全年八十亿目标任务的, 目标任务（八万）的."""
    end = tail.lstrip(") ]")
    if end.startswith("的") and len(end) <= 3:
        return True
    if end[:1] in words.TARGET_BEGINS and words.TARGET.match(end):
        return True
    return len(end) <= 8 and end.endswith(("任务的", "目标的", "计划的", "指标的"))


def _from_to(lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str] | None:
    """Read 由A提高到B and A→B; a lone 提高到B is a level after a change."""
    if tail:
        told = ("由" in lead or "从" in lead) and turns.FROM_LEAD.search(lead) and turns.TO_TAIL.match(tail)
        if told or tail[0] == "→":
            return Role.FROM, 0, ""
    if lead == "→" and previous is not None and previous.role is Role.FROM:
        return Role.TO, 0, ""
    near = lead[-_NEAR:]
    if "到" in near or "至" in near or "为" in near:
        behind_from = previous is not None and previous.role is Role.FROM and lead.endswith(("到", "至", "为"))
        if behind_from or turns.TO_END.search(lead):
            return Role.TO, 0, ""
    return None


def _way(change: re.Match[str] | None) -> Direction:
    """Return the direction of a verb of change; 0 for none."""
    if change is None:
        return 0
    return -1 if change["down"] else 1
