"""``difference`` and ``growth`` whose base or target stands behind: 比上年提高p个百分点，上年为B; 任务N，建成A，超额P%."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.growth import Growth
from ..quantities import Hedge
from . import turns, words
from .choosing import led_by, of_roles, together
from .joining import operand, place
from .roles import PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_LEVELS_BACK = 6


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of points whose base follows, and of what was done beyond a target."""
    beyond = (s for s in led_by(reading, "超") if s.is_amount or s.dimension == "ratio")
    for statement in together(of_roles(reading, Role.POINTS, Role.PACE, Role.CHANGE, Role.TARGET), beyond):
        if statement.role is Role.CHANGE and statement.direction:
            yield from _reached(reading, statement)
        if not statement.index:
            continue
        if statement.dimension == "points":
            yield from _points(reading, statement)
        elif statement.word == "超" and statement.quantity.hedge is Hedge.ABOVE:
            yield from _over(reading, statement)
        elif statement.depth and statement.role is Role.TARGET:
            yield from _over_bracket(reading, statement)
        elif statement.is_amount and words.BEYOND_TARGET.match(statement.lead):
            yield from _beyond_by(reading, statement)
        elif statement.role is Role.CHANGE and statement.direction:
            yield from _amount(reading, statement)
        elif statement.dimension == "ratio" and "超额" in statement.lead and words.BEYOND.match(statement.lead):
            yield from _beyond(reading, statement)


def _points(reading: Reading, points: Statement) -> Iterator[Claim]:
    """Read 合格率97%，高于目标2个百分点（目标为95%）, and 占8%，比上年提高1个百分点，上年为7%."""
    stated = reading.statements[points.index - 1]
    base = following(reading, points)
    direction = _direction(points)
    grows = stated.role is Role.GROWTH and stated.direction > 0
    if base is None or not direction or not stated.dimension == base.dimension == "ratio" or not (grows or stated.role in PERCENTAGES):
        return
    if stated.segment != points.segment or stated.depth != points.depth or points.clause - stated.clause > 1:
        return
    target = words.TARGET.search(points.lead) is not None
    sure = not grows and (words.BARE_TARGET if target else words.BASE_BEHIND).match(base.lead) is not None
    if sure or _named_again(points, base):
        where = place(reading, stated, points, base)
        yield Difference(operand(reading, stated), operand(reading, base), operand(reading, points), direction, where, not sure)


def _named_again(points: Statement, base: Statement) -> bool:
    """Whether a percentage behind has the name of what points compare with, 高出全市3个百分点，全市为92%, or is alone in a bracket."""
    name = base.lead.strip(" ,(").rstrip("为是:")
    return name in points.lead if len(name) > 1 else not name and base.depth > points.depth and base.tail[:1] == ")"


def _amount(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 获金牌9枚、银牌3枚，金牌数比上届多2枚，上届为7枚."""
    base = following(reading, change)
    if base is None or not base.like(change) or base.role is Role.BASE or not words.BASE_BEHIND.match(base.lead):
        return
    near = [s for s in reading.before(change, _LEVELS_BACK) if s.segment == change.segment and s.is_level and s.like(change)]
    level = next((s for s in near if s.role is not Role.PRIOR and s.depth == change.depth and _same_name(change, s)), None)
    if level is not None:
        where = place(reading, level, change, base)
        likely = level.index != change.index - 1
        yield Difference(operand(reading, level), operand(reading, base), operand(reading, change), change.direction, where, likely)


def _reached(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 增加34件，达到320件，上年为286件: the level stands behind the change and the base behind the level."""
    level = following(reading, change)
    base = following(reading, level) if level is not None else None
    if level is not None and change.index and words.BASE_LEAD.search(reading.statements[change.index - 1].lead):
        before = reading.statements[change.index - 1]  # 较2022年底的286件，净增34件，达到320件
        base = before if before.clause == change.clause - 1 and before.segment == change.segment else base
    if level is None or base is None or not turns.REACHED.match(level.lead) or not (level.like(change) and base.like(change)):
        return
    if level.depth == change.depth and words.BASE_BEHIND.match(base.lead.rstrip("的")):
        where = place(reading, change, level, base)
        yield Difference(operand(reading, level), operand(reading, base), operand(reading, change), change.direction, where, True)


def _same_name(change: Statement, level: Statement) -> bool:
    """Whether a change names nothing of its own, or what the level is of."""
    return not change.subject or change.subject[:2] in level.subject


def following(reading: Reading, statement: Statement) -> Statement | None:
    """Return the figure of the next clause or of the bracket right behind."""
    if statement.index + 1 >= len(reading.statements):
        return None
    after = reading.statements[statement.index + 1]
    near = after.segment == statement.segment and after.clause - statement.clause <= 1 and 0 <= after.depth - statement.depth <= 1
    return after if near else None


def _direction(points: Statement) -> Direction:
    if points.direction:
        return points.direction
    found = words.ABOVE_OR_BELOW.search(points.lead)
    return 0 if found is None else -1 if found["below"] else 1


def _beyond_by(reading: Reading, beyond: Statement) -> Iterator[Claim]:
    """Read 治理38公里，超额完成3公里（目标35公里）, and 就业534人，超目标34人，目标500人."""
    target = following(reading, beyond)
    done = reading.statements[beyond.index - 1]
    if target is None or target.role is not Role.TARGET or done.segment != beyond.segment:
        return
    if not target.like(beyond) or not done.like(beyond):
        return
    if done.role in (Role.LEVEL, Role.ACTUAL) and done.depth == beyond.depth and beyond.clause - done.clause <= 1:
        where = place(reading, done, beyond, target)
        yield Difference(operand(reading, done), operand(reading, target), operand(reading, beyond), 1, where, True)


def _over(reading: Reading, over: Statement) -> Iterator[Claim]:
    """Read 改造320户，任务数300户，超20户: not more than twenty, but twenty more than the target."""
    near = [s for s in reading.before(over, _LEVELS_BACK) if s.segment == over.segment and s.like(over) and s.depth == over.depth][:2]
    target = next((s for s in near if s.role is Role.TARGET), None)
    done = next((s for s in near if s.role in (Role.LEVEL, Role.ACTUAL)), None)
    if target is None or done is None:
        return
    quantity = replace(over.quantity, hedge=Hedge.NONE)
    difference = replace(operand(reading, over), quantity=quantity)
    yield Difference(operand(reading, done), operand(reading, target), difference, 1, place(reading, done, target, over), True)


def _over_bracket(reading: Reading, target: Statement) -> Iterator[Claim]:
    """Read 新增3260个，超年度目标（3000个）260个."""
    over = following_outside(reading, target)
    done = reading.statements[target.index - 1]
    said = words.OVER_TARGET.search(reading.between(done.end, target.bracket)) if done.end < target.bracket else None
    if over is None or said is None or not done.like(target) or not over.like(target) or done.depth != over.depth:
        return
    if done.segment == over.segment and done.role in (Role.LEVEL, Role.ACTUAL):
        where = place(reading, done, target, over)
        yield Difference(operand(reading, done), operand(reading, target), operand(reading, over), 1, where, True)


def following_outside(reading: Reading, inside: Statement) -> Statement | None:
    """Return the figure right behind the bracket that holds a figure and nothing else."""
    if inside.index + 1 >= len(reading.statements):
        return None
    after = reading.statements[inside.index + 1]
    return after if after.depth == inside.depth - 1 and reading.between(inside.end, after.start).strip() == ")" else None


def _beyond(reading: Reading, beyond: Statement) -> Iterator[Claim]:
    """Read 任务50根，建成60根，超额20%: what was done is that much more than the target."""
    near = [s for s in reading.before(beyond, 2) if s.segment == beyond.segment and s.depth == beyond.depth]
    if len(near) < 2:
        return
    done, target = near
    if target.role is Role.TARGET and done.role in (Role.LEVEL, Role.ACTUAL) and done.like(target) and done.clause - target.clause <= 1:
        percent = operand(reading, beyond)
        yield Growth(operand(reading, target), operand(reading, done), None, percent, None, 1, place=place(reading, target, done, beyond))
