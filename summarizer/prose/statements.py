"""Statements: a figure with what the words around it say of it.

Most reading of Chinese lives here. The *lead* of a figure is what stands before it, back to the figure before or
the beginning of the clause; its *tail* what stands behind, up to the next figure or the end of the clause. Lead and
tail give the role, and a figure with neither (、八千万元) takes the role of the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, cast

from ..claims.base import Operand
from ..quantities import Hedge, Quantity, Unit
from . import words
from .figures import FoundFigure, find_figures
from .ground import Ground, lay

_LEAD = 64
"""Characters of a lead that are read: the words that tell a role stand near the figure."""

_NEAR = 20
"""Characters before a figure in which a verb of change begins."""

_BARE_DONE = 5
"""Characters of a lead that says 完成 and no more: 任务140公里，完成108.6%."""

_MAY_BE_AIM = frozenset((*") ]的", *words.TARGET_BEGINS))
"""What begins the words behind a figure that name it as a target, where they do not end with 的."""

_CLAUSES = 12
"""Clauses of a sentence that are looked through backwards."""

_MOST = 5000
"""Figures of the longest sentence that is read; one with more is a dump of data."""

Direction = Literal[-1, 0, 1]


class Role(StrEnum):
    """What a figure is in its sentence."""

    LEVEL = "level"
    ACTUAL = "actual"
    TARGET = "target"
    PRIOR = "prior"
    BASE = "base"
    FROM = "from"
    TO = "to"
    CHANGE = "change"
    GROWTH = "growth"
    POINTS = "points"
    RATE = "rate"
    SHARE = "share"
    NAMED_RATE = "named-rate"
    PACE = "pace"
    BALANCE = "balance"
    AVERAGE = "average"
    RANK = "rank"
    OTHER = "other"


_THRESHOLDS = (Hedge.AT_LEAST, Hedge.AT_MOST)
"""Hedges that can make a class of things: 投资八千万元以上项目."""

PERCENTAGES = frozenset((Role.LEVEL, Role.RATE, Role.NAMED_RATE, Role.SHARE, Role.TO))
"""Roles of percentages that stand for themselves."""

LEVELS = frozenset((Role.LEVEL, Role.ACTUAL, Role.TARGET, Role.PRIOR, Role.TO, Role.BALANCE))
"""Roles of amounts that stand for themselves: what grows, is reached, or is part of a whole."""

_REACHING = frozenset((Role.TARGET, Role.LEVEL, Role.ACTUAL))

_BEHIND_REACHED = _REACHING | {Role.RATE}

_NO_AMOUNTS = frozenset(("ratio", "points", "times", "place", "number", "age", "score"))

CHANGES = frozenset((Role.CHANGE, Role.GROWTH, Role.POINTS))


@dataclass(slots=True, eq=False)
class Statement:
    """A figure and what is said with it. Nothing changes one; to freeze it would cost six times as much, and a text has thousands.

    Args:
        index: its number among the statements. role: see :class:`Role`.
        direction: 1 for 增, −1 for 减, 0 where nothing changes. For a balance: 1 结余, −1 赤字.
        subject: what it is a figure of, without the words that tell role and period; empty if the clause names nothing.
        word: the word that told the role: 年初预算, 开工 (of 开工率), 上年.
        lead, tail: see the module.
        clause, segment, sentence, paragraph: numbers, see :mod:`.ground`. depth, bracket: of brackets around it.
        listed: it continues the list of the figure before it (、 和). respective: the list was announced with 分别.
    """

    index: int
    figure: FoundFigure
    role: Role
    direction: Direction
    subject: str
    word: str
    lead: str
    tail: str
    clause: int
    segment: int
    sentence: int
    paragraph: int
    depth: int
    bracket: int
    listed: bool = False
    respective: bool = False
    # Asked for ten times as often as a statement is made.
    quantity: Quantity = field(init=False, repr=False)
    """The figure as written."""
    start: int = field(init=False, repr=False)
    """Where the figure begins."""
    end: int = field(init=False, repr=False)
    """Where it ends."""
    dimension: str = field(init=False, repr=False)
    """What it can be compared with."""
    is_amount: bool = field(init=False, repr=False)
    """Whether it counts or measures: no percentage, no place, no bare number, no multiple."""
    is_level: bool = field(init=False, repr=False)
    """Whether it stands for itself, and is no change, rate or share."""
    operand: Operand | None = field(default=None, init=False, repr=False)
    """The figure as claims take it, once one has asked for it; see :func:`.joining.operand`."""

    def __post_init__(self) -> None:
        self.quantity, self.start, self.end = self.figure
        self.dimension = self.quantity.unit.dimension
        self.is_amount = self.dimension not in _NO_AMOUNTS
        self.is_level = self.role in LEVELS

    def in_unit(self, unit: Unit) -> Statement:
        """Return the statement with another unit behind its number."""
        return replace(self, figure=self.figure._replace(quantity=replace(self.quantity, unit=unit)))

    def like(self, other: Statement) -> bool:
        """Whether both figures can be compared and added."""
        return self.dimension == other.dimension and self.quantity.per == other.quantity.per


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read: its ground, all its figures, and a statement for every figure of prose.

    Args:
        memory: what relations found out about the text and others ask for as well.
        blocks: tables and the like, as a reader of files found them.
    """

    ground: Ground
    figures: tuple[FoundFigure, ...]
    statements: tuple[Statement, ...]
    memory: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    blocks: tuple[object, ...] = field(default=(), compare=False, repr=False)

    def of_role(self, role: Role) -> list[Statement]:
        """Return the statements of one role, in their order."""
        return self._by("role").get(role, [])

    def of_dimension(self, dimension: str) -> list[Statement]:
        """Return the statements of one dimension, in their order: ``ratio`` for percentages."""
        return self._by("dimension").get(dimension, [])

    def _by(self, what: Literal["role", "dimension"]) -> dict[str, list[Statement]]:
        """Return the statements by what most relations look at first, sorted once."""
        known = self.memory.get(what)
        if known is None:
            found: dict[str, list[Statement]] = {}
            for statement in self.statements:
                found.setdefault(statement.role if what == "role" else statement.dimension, []).append(statement)
            known = self.memory[what] = found
        return cast("dict[str, list[Statement]]", known)

    def before(self, statement: Statement, most: int = 12) -> tuple[Statement, ...]:
        """Return up to ``most`` statements before ``statement``, the nearest first."""
        return self.statements[max(0, statement.index - most) : statement.index][::-1]

    def so_far(self, statement: Statement, most: int = 12) -> tuple[Statement, ...]:
        """Return up to ``most`` statements before ``statement`` in its sentence, the nearest first."""
        statements, sentence, first = self.statements, statement.sentence, statement.index
        least = max(0, first - most)
        while first > least and statements[first - 1].sentence == sentence:
            first -= 1
        return statements[first : statement.index][::-1]

    def between(self, start: int, end: int) -> str:
        """Return the normalised text between two offsets."""
        return self.ground.plain[start:end]

    def year_of(self, statement: Statement) -> int:
        """Return the year that the sentence gives for a figure, the last before it that is not one compared with; 0 for none."""
        clauses = self.ground.clauses
        first = statement.clause
        while first and clauses[first - 1].sentence == statement.sentence and statement.clause - first < _CLAUSES:
            first -= 1
        year = 0
        for found in words.GIVEN_YEAR.finditer(self.ground.plain, clauses[first].start, statement.start):
            year = int(found[1])
        return year

    def clause_text(self, statement: Statement) -> str:
        """Return the clause that a figure stands in."""
        clause = self.ground.clauses[statement.clause]
        return self.ground.plain[clause.start : clause.end]


def read(text: str, blocks: tuple[object, ...] = (), apart: Sequence[tuple[int, int]] = ()) -> Reading:
    """Read every figure of ``text``.

    Args:
        blocks: as a reader of files found them. apart: stretches, in their order, whose figures stand in no sentence.
    """
    ground = lay(text)
    figures = find_figures(ground)
    told = _outside(_of_prose(ground, figures), apart)
    statements: list[Statement] = []
    for index in range(len(told)):
        statements.append(_state(ground, told, index, statements))
    return Reading(ground, figures, tuple(statements), blocks=blocks)


def _outside(figures: tuple[FoundFigure, ...], apart: Sequence[tuple[int, int]]) -> tuple[FoundFigure, ...]:
    """Return the figures that lie in none of some stretches."""
    if not apart:
        return figures
    starts = [start for start, _ in apart]
    before = [bisect_right(starts, figure.start) - 1 for figure in figures]
    return tuple(figure for figure, n in zip(figures, before, strict=True) if n < 0 or figure.start >= apart[n][1])


def _of_prose(ground: Ground, figures: tuple[FoundFigure, ...]) -> tuple[FoundFigure, ...]:
    """Return the figures of sentences that can be prose."""
    if len(figures) <= _MOST:
        return figures
    sentences = [ground.clauses[ground.clause_at(figure.start)].sentence for figure in figures]
    counts = Counter(sentences)
    return tuple(figure for figure, sentence in zip(figures, sentences, strict=True) if counts[sentence] <= _MOST)


def _state(ground: Ground, figures: tuple[FoundFigure, ...], index: int, earlier: list[Statement]) -> Statement:
    figure = figures[index]
    quantity, start, end = figure
    number = ground.clause_at(start)
    clause = ground.clauses[number]
    plain = ground.plain
    before = figures[index - 1].end if index else 0
    after = figures[index + 1].start if index + 1 < len(figures) else len(plain)
    lead = plain[before if before > clause.start else clause.start : start][-_LEAD:]
    tail = plain[end : after if after < clause.end else clause.end][:_LEAD]
    depth, bracket = ground.bracket_at(start)
    bare = words.BRACKETED.sub("", lead) if "(" in lead else lead
    previous = earlier[-1] if earlier and earlier[-1].segment == clause.segment else None
    listed = previous is not None and _continues(bare, quantity, previous)
    respective = words.RESPECTIVELY in bare
    if listed and previous is not None:
        role, direction, word = previous.role, previous.direction, previous.word
        respective = respective or previous.respective
    else:
        role, direction, word = _role(quantity, bare.strip(" )]”"), tail, previous)
    return Statement(
        index, figure, role, direction, _subject(bare, role), word, lead, tail,
        number, clause.segment, clause.sentence, clause.paragraph, depth, bracket, listed, respective,
    )  # fmt: skip


def _continues(lead: str, quantity: Quantity, previous: Statement) -> bool:
    """Whether a figure with nothing before it goes on with the list of the one before: 增长5%、8%."""
    if lead.strip() not in words.JOINERS:
        return False
    same = quantity.unit.dimension == previous.dimension and quantity.per in ("", previous.quantity.per)
    counts = previous.role is Role.CHANGE and previous.quantity.is_count and quantity.is_count and lead != "或"
    same = same or (previous.respective and previous.role is Role.CHANGE) or counts  # 分别减少6起、3人
    more = quantity.hedge is Hedge.ABOVE and quantity.text[0] == "超"  # 任务300户，超20户
    return same and not more and previous.role is not Role.BASE


def _role(quantity: Quantity, lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str]:
    dimension = quantity.unit.dimension
    if dimension == "place":
        return Role.RANK, 0, ""
    if quantity.is_hedged and quantity.hedge in _THRESHOLDS and words.THRESHOLD_TAIL.match(tail):
        return Role.OTHER, 0, "门槛"
    if dimension == "points":
        return _points(lead)
    if dimension in ("ratio", "times"):
        return _ratio(lead, tail, previous)
    return _amount(quantity, lead, tail, previous)


def _points(lead: str) -> tuple[Role, Direction, str]:
    if words.CONTRIBUTION.search(lead):
        return Role.OTHER, 0, "贡献"
    if pace := words.PACE.search(lead):
        return Role.PACE, 1 if pace["ahead"] else -1, pace[0]
    return Role.POINTS, _way(_change(lead)), ""


def _ratio(lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str]:
    if "进度" in lead and (pace := words.PACE.search(lead)):
        return Role.PACE, 1 if pace["ahead"] else -1, pace[0]
    if words.CONTRIBUTION.search(lead):
        return Role.OTHER, 0, "贡献"
    if found := _from_to(lead, tail, previous):
        return found
    if tail and _compares(lead) and (change := words.CHANGE_START.match(tail.lstrip(") "))):
        return Role.BASE, -1 if change["down"] else 1, ""
    if (change := _change(lead)) or lead.endswith(("同比", "环比")):
        return Role.GROWTH, _way(change) or 1, ""
    if rate := _completion(lead, previous):
        return rate
    if words.RATE_NOUN.search(lead) and words.NAMED_RATE.search(lead):
        return Role.NAMED_RATE, 0, ""
    if words.SHARE.search(lead):
        return Role.SHARE, 0, ""
    return Role.LEVEL, 0, ""


def _compares(lead: str) -> bool:
    """Whether a figure is one that another is compared with; most leads have none of the words for it."""
    return ("比" in lead or "较" in lead or "与" in lead or "同" in lead) and words.BASE_LEAD.search(lead) is not None


def _completion(lead: str, previous: Statement | None) -> tuple[Role, Direction, str] | None:
    """Read 为预算的, 占目标任务八十人的, 完成率: a percentage of what was to be reached."""
    if words.RATE_NOUN.search(lead) and (name := words.COMPLETION.search(lead)):
        return Role.RATE, 0, name["stem"]
    found = _targets(lead)
    if found and (words.RATE_VERB.search(lead, 0, found[-1].start()) or lead.endswith("的")):
        return Role.RATE, 0, lead[max(0, found[-1].start() - 4) : found[-1].end()]
    if lead.endswith("完成") and len(lead) <= _BARE_DONE and previous is not None and previous.role in _REACHING:
        return Role.RATE, 0, "完成"
    if previous is not None and previous.role is Role.TARGET and previous.word == "的" and lead.endswith(("的", "任务", "目标", "数")):
        return Role.RATE, 0, "的"
    return None


def _amount(quantity: Quantity, lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str]:
    if found := _from_to(lead, tail, previous):
        return found
    if tail and _compares(lead) and (change := words.CHANGE_START.match(tail.lstrip(") "))):
        return Role.BASE, -1 if change["down"] else 1, ""
    if tail and (tail[0] in _MAY_BE_AIM or tail[-1] == "的") and _explicit_target(tail) and words.TARGET.search(lead + tail[:8]):
        return Role.TARGET, 0, "的"
    if change := _change(lead):
        return Role.CHANGE, _way(change), ""
    more = not lead and quantity.hedge is Hedge.ABOVE and quantity.text[0] == "超"
    if more and previous is not None and previous.role in _BEHIND_REACHED:
        return Role.CHANGE, 1, "超"
    if "超" in lead and words.BEYOND_TARGET.match(lead):
        return Role.CHANGE, 1, "超"
    if quantity.per or (words.MEAN.search(lead) and words.AVERAGE.search(lead)):
        return Role.AVERAGE, 0, ""
    near = lead[-12:]
    told = "余" in near or "差" in near or "字" in near or "口" in near or "损" in near
    if told and (balance := words.BALANCE.search(lead, max(0, len(lead) - 12))) and words.BACK.sub("", lead).endswith((balance[0], "额")):
        return Role.BALANCE, 1 if balance["plus"] else -1, lead[-12:]
    return _level(lead)


def _level(lead: str) -> tuple[Role, Direction, str]:
    found = _targets(lead)
    if found and not _reached(lead, found[-1]):
        return Role.TARGET, 0, lead[max(0, found[-1].start() - 4) : found[-1].end()]
    if ("年" in lead or "期" in lead) and words.PRIOR.search(lead) and not words.PRIOR_NAMES.search(lead):
        return Role.PRIOR, 0, "上年"
    if ("比" in lead or "较" in lead) and words.COMPARED.search(lead):
        return Role.OTHER, 0, ""
    if words.DONE.search(lead):
        return Role.ACTUAL, 0, ""
    return Role.LEVEL, 0, ""


def _reached(lead: str, target: re.Match[str]) -> bool:
    """Whether a target word names what was done: 完成计划投资, 计划已完成."""
    return bool(
        words.DONE_AFTER_TARGET.search(lead, target.end())
        or lead[max(0, target.start() - 6) : target.start()].endswith(("完成", "超额完成", "实现", "完成了"))
    )


def _explicit_target(tail: str) -> bool:
    """Whether a figure is the target inside a rate: 占目标任务八十公里的, 完成全年八十亿目标任务的, 目标任务（八万）的."""
    end = tail.lstrip(") ]")
    if end.startswith("的") and len(end) <= 3:
        return True
    return (end[:1] in words.TARGET_BEGINS and bool(words.TARGET.match(end))) or (len(end) <= 8 and end.endswith(("任务的", "目标的")))


def _targets(lead: str) -> list[re.Match[str]]:
    return list(words.TARGET.finditer(lead)) if words.may_name_target(lead) else []


def _from_to(lead: str, tail: str, previous: Statement | None) -> tuple[Role, Direction, str] | None:
    """Read 由A提高到B and A→B; a lone 提高到B is a level after a change."""
    if tail.startswith("→"):
        return Role.FROM, 0, ""
    if ("由" in lead or "从" in lead) and words.FROM_LEAD.search(lead) and words.TO_TAIL.match(tail):
        return Role.FROM, 0, ""
    if lead == "→" and previous is not None and previous.role is Role.FROM:
        return Role.TO, 0, ""
    near = lead[-_NEAR:]
    if "到" in near or "至" in near or "为" in near:
        behind_from = previous is not None and previous.role is Role.FROM and lead.endswith(("到", "至", "为"))
        if behind_from or words.TO_END.search(lead):
            return Role.TO, 0, ""
    return None


def _change(lead: str) -> re.Match[str] | None:
    """Return the verb of change that a lead ends in; its first letters stand near the end."""
    if not words.MOVE.search(lead):
        return None
    near = max(0, len(lead) - _NEAR)
    return words.CHANGE_END.search(lead, near) or words.CHANGE_AROUND.search(lead, near)


def _way(change: re.Match[str] | None) -> Direction:
    """Return the direction of a verb of change; 0 for none."""
    if change is None:
        return 0
    return -1 if change["down"] else 1


def _without_front(lead: str) -> str:
    front = words.FRONT.match(lead)
    return lead[front.end() :] if front else lead


def _subject(lead: str, role: Role) -> str:
    """Return what the lead names, without period, role and verb; for a change without 比上年."""
    if role in CHANGES:
        found = words.CHANGE_END.search(lead) or words.CHANGE_AROUND.search(lead)
        rest = _without_front(lead[: found.start()] if found else lead)
        if words.COMPARISON.match(rest):
            return ""
        own = re.split("同比|环比|比|较|年均", rest, maxsplit=1)[0].strip()
        return own or (rest[2:] if words.COMPARED_NAME.match(rest) else "")
    rest = _without_front(lead)
    if rest.endswith(words.BACK_ENDS):
        rest = words.BACK.sub("", rest)
    return rest.strip(" “”")
