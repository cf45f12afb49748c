"""Statements: a figure with what the words around it say of it.

Most reading of Chinese lives here. The *lead* of a figure is what stands before it, back to the figure before or
the beginning of the clause; its *tail* what stands behind, up to the next figure or the end of the clause. Lead and
tail give the role, and a figure with neither (、八千万元) takes the role of the one before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from operator import attrgetter
from typing import Any, Literal

from ..claims.base import Claim, Operand
from ..quantities import Hedge, Quantity, Unit
from . import words
from .figures import FoundFigure, find_figures
from .ground import Ground, lay
from .roles import CHANGES, LEVELS, PRESENT, Direction, Role, role_of
from .subjects import subject_of
from .unit_unsaid import in_unit_meant, with_money

_LEAD = 64
"""Characters of a lead that are read: the words that tell a role stand near the figure."""

_JOIN = 12
"""Characters of the longest word that joins two figures of a list, with blanks around it."""


_CLAUSES = 12
"""Clauses of a sentence that are looked through backwards."""

_MOST = 5000
"""Figures of the longest sentence that is read; one with more is a dump of data."""

_start, _sentence = attrgetter("start"), attrgetter("sentence")
_OUTSIDE = (0, 0, -1)
"""The turn of brackets before the first."""

_NO_AMOUNTS = frozenset(("ratio", "points", "times", "place", "number", "age", "score"))


@dataclass(slots=True, eq=False, init=False)
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
    listed: bool
    respective: bool
    # Asked for ten times as often as a statement is made.
    quantity: Quantity = field(init=False, repr=False)
    """The figure as written."""
    start: int = field(init=False, repr=False)
    """Where the figure begins."""
    end: int = field(init=False, repr=False)
    """Where it ends."""
    dimension: str = field(init=False, repr=False)
    """What it can be compared with."""
    measure: str = field(init=False, repr=False)
    """The same, with what it is a rate over."""
    is_amount: bool = field(init=False, repr=False)
    """Whether it counts or measures: no percentage, no place, no bare number, no multiple."""
    is_level: bool = field(init=False, repr=False)
    """Whether it stands for itself, and is no change, rate or share."""
    is_standing: bool = field(init=False, repr=False)
    """Whether it is an amount that stands for itself outside of brackets: what totals are, and most parts."""
    operand: Operand | None = field(init=False, repr=False)
    """The figure as claims take it, once one has asked for it; see :func:`.joining.operand`."""

    def __init__(
        self, index: int, figure: FoundFigure, role: Role, direction: Direction, subject: str, word: str, lead: str, tail: str,
        clause: int, segment: int, sentence: int, paragraph: int, depth: int, bracket: int, listed: bool = False, respective: bool = False,
    ) -> None:  # fmt: skip
        """Written out, since a second call for what follows from the figure would cost a third more."""
        self.index = index
        self.figure = figure
        self.role = role
        self.direction = direction
        self.subject = subject
        self.word = word
        self.lead = lead
        self.tail = tail
        self.clause = clause
        self.segment = segment
        self.sentence = sentence
        self.paragraph = paragraph
        self.depth = depth
        self.bracket = bracket
        self.listed = listed
        self.respective = respective
        self.quantity = quantity = figure[0]  # to take a named tuple apart by itself costs twice as much
        self.start = figure[1]
        self.end = figure[2]
        self.dimension = dimension = quantity.unit.dimension
        self.measure = quantity.measure
        self.is_amount = is_amount = dimension not in _NO_AMOUNTS
        self.is_level = is_level = role in LEVELS
        self.is_standing = is_level and is_amount and not depth
        self.operand = None

    def in_unit(self, unit: Unit) -> Statement:
        """Return the statement with another unit behind its number."""
        figure = self.figure._replace(quantity=self.quantity.in_unit(unit))
        return Statement(
            self.index, figure, self.role, self.direction, self.subject, self.word, self.lead, self.tail,
            self.clause, self.segment, self.sentence, self.paragraph, self.depth, self.bracket, self.listed, self.respective,
        )  # fmt: skip

    def like(self, other: Statement) -> bool:
        """Whether both figures can be compared and added."""
        return self.measure == other.measure

    @property
    def is_plain(self) -> bool:
        """Whether digits give the figure, and neither a hedge nor what it is a rate over."""
        return self.quantity.is_plain

    def is_kin(self, other: Statement) -> bool:
        """Whether both count the same in two words, 件 and 件次."""
        one, two = self.quantity.unit.name, other.quantity.unit.name
        return abs(len(one) - len(two)) == 1 and (one == f"{two}次" or two == f"{one}次") and self.quantity.per == other.quantity.per


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
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    blocks: tuple[object, ...] = field(default=(), compare=False, repr=False)

    def of_role(self, role: Role) -> list[Statement]:
        """Return the statements of one role, in their order."""
        return (self.memory.get("role") or self._by("role")).get(role, [])

    def of_dimension(self, dimension: str) -> list[Statement]:
        """Return the statements of one dimension, in their order: ``ratio`` for percentages."""
        return (self.memory.get("dimension") or self._by("dimension")).get(dimension, [])

    def claims_found(self) -> list[Claim]:
        """Return the claims that the relations before found; none while the first tier looks."""
        found: list[Claim] = self.memory.get("claims", [])
        return found

    def standing(self) -> list[Statement]:
        """Return the amounts that stand for themselves outside of brackets, in their order."""
        known: list[Statement] | None = self.memory.get("standing")
        if known is None:
            known = self.memory["standing"] = [s for s in self.statements if s.is_standing]
        return known

    def present(self) -> list[Statement]:
        """Return those of them that there are or were reached, see :data:`.roles.PRESENT`."""
        known: list[Statement] | None = self.memory.get("present")
        if known is None:
            known = self.memory["present"] = [s for s in self.standing() if s.role in PRESENT]
        return known

    def starts(self) -> dict[int, Statement]:
        """Return the statements by where they begin."""
        known: dict[int, Statement] | None = self.memory.get("starts")
        if known is None:
            known = self.memory["starts"] = {s.start: s for s in self.statements}
        return known

    def _by(self, what: Literal["role", "dimension"]) -> dict[str, list[Statement]]:
        """Sort the statements by what most relations look at first, once."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for key, statement in zip(map(attrgetter(what), self.statements), self.statements, strict=True):
            found[key].append(statement)
        self.memory[what] = found
        return found

    def before(self, statement: Statement, most: int = 12) -> tuple[Statement, ...]:
        """Return up to ``most`` statements before ``statement``, the nearest first."""
        last = statement.index - 1
        return self.statements[last : last - most if last >= most else None : -1] if last >= 0 else ()

    def so_far(self, statement: Statement, most: int = 12) -> tuple[Statement, ...]:
        """Return up to ``most`` statements before ``statement`` in its sentence, the nearest first."""
        statements, sentence, end = self.statements, statement.sentence, statement.index
        first, least = end, end - most if end > most else 0
        while first > least and statements[first - 1].sentence == sentence:
            first -= 1
        return statements[first:end][::-1] if first < end else ()

    def row(self, first: Statement, most: int = 12) -> list[Statement]:
        """Return ``first`` and the members of a list, up to ``most`` in all, that follow it in its segment: 分别增长8%、9%和7%."""
        behind = self.statements[first.index + 1 : first.index + most]
        return [first, *takewhile(lambda s: s.listed and s.segment == first.segment, behind)]

    def sentences(self) -> list[int]:
        """Return the number of the sentence of each statement."""
        known: list[int] | None = self.memory.get("sentence")
        if known is None:
            known = self.memory["sentence"] = list(map(_sentence, self.statements))
        return known

    def sentence(self, number: int) -> tuple[Statement, ...]:
        """Return the statements of a sentence."""
        numbers = self.sentences()
        first = bisect_left(numbers, number)
        return self.statements[first : bisect_right(numbers, number, first)]

    def within(self, start: int, end: int) -> tuple[Statement, ...]:
        """Return the statements that begin between two offsets."""
        first = bisect_left(self.statements, start, key=_start)
        return self.statements[first : bisect_left(self.statements, end, first, key=_start)]

    def begin(self, statement: Statement, most: int = _CLAUSES) -> int:
        """Return where the sentence of a figure begins, or the ``most`` clauses before that of the figure where it is longer."""
        clauses, clause = self.ground.clauses, statement.clause
        return clauses.starts[bisect_left(clauses.sentences, statement.sentence, max(0, clause - most), clause)]

    def between(self, start: int, end: int) -> str:
        """Return the normalised text between two offsets."""
        return self.ground.plain[start:end]

    def year_of(self, statement: Statement) -> int:
        """Return the year that the sentence gives for a figure, the last before it that is not one compared with; 0 for none."""
        year = 0
        for found in words.GIVEN_YEAR.finditer(self.ground.plain, self.begin(statement), statement.start):
            year = int(found[1])
        return year

    def clause_text(self, statement: Statement) -> str:
        """Return the clause that a figure stands in."""
        clause = self.ground.clauses[statement.clause]
        return self.ground.plain[clause.start : clause.end]


def first_column(row: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the members of a list without what each has beside it under one name: 甲镇26户、涉及17人，乙镇29户、涉及27人."""
    beside = row[1::2]
    told = len(row) > 3 and not len(row) % 2 and beside[0].subject and all(s.subject == beside[0].subject for s in beside)
    own = row[::2]
    return tuple(own if told and len({s.subject for s in own}) == len(own) else row)


def read(text: str, blocks: tuple[object, ...] = (), apart: Sequence[tuple[int, int]] = ()) -> Reading:
    """Read every figure of ``text``.

    Args:
        blocks: as a reader of files found them. apart: stretches, in their order, whose figures stand in no sentence.
    """
    ground = lay(text)
    figures = find_figures(ground)
    told = _outside(_of_prose(ground, figures), apart)
    statements, scaled = _state(ground, told)
    with_money(statements, scaled)
    if "-" in ground.plain:
        _as_falls(ground.plain, statements)
    return Reading(ground, figures, tuple(statements), blocks=blocks)


def _as_falls(plain: str, statements: list[Statement]) -> None:
    """Read 增长-2.4% as 下降2.4%."""
    for n, s in enumerate(statements):
        if s.direction > 0 and plain[s.start] == "-" and s.role in CHANGES:
            figure = s.figure._replace(quantity=replace(s.quantity, value=-s.quantity.value))
            statements[n] = replace(s, figure=figure, direction=-1)


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
    sentences = [ground.clauses.sentences[ground.clause_at(figure.start)] for figure in figures]
    counts = Counter(sentences)
    return tuple(figure for figure, sentence in zip(figures, sentences, strict=True) if counts[sentence] <= _MOST)


def _state(ground: Ground, figures: tuple[FoundFigure, ...]) -> tuple[list[Statement], list[int]]:
    """Say of each figure what stands around it, and which have a scale and no unit.

    One loop, since a call for each would cost as much as what it does.
    """
    plain, starts, segments = ground.plain, ground.clauses.starts, ground.clauses.segments
    sentences, paragraphs = ground.clauses.sentences, ground.clauses.paragraphs
    follows = [figure[1] for figure in figures[1:]] + [len(plain)]
    statements: list[Statement] = []
    scaled: list[int] = []
    new, fill = Statement.__new__, Statement.__init__  # through the class it would cost half as much again
    before, number, ends, depth, bracket = 0, 0, starts[1] - 1, 0, -1
    brackets = iter((*ground.brackets, (len(plain), 0, -1)))
    turn, next_depth, next_bracket = next(brackets)
    previous: Statement | None = None
    for index, (figure, after) in enumerate(zip(figures, follows, strict=False)):
        quantity, start, end = figure[0], figure[1], figure[2]
        while ends < start:
            number += 1
            ends = starts[number + 1] - 1
        while turn <= start:
            depth, bracket = next_depth, next_bracket
            turn, next_depth, next_bracket = next(brackets)
        first = before if before > starts[number] else starts[number]
        lead = plain[first if first > start - _LEAD else start - _LEAD : start]
        if quantity.scale > 1 and not quantity.unit.name:
            scaled.append(index)
            figure = in_unit_meant(figure, plain, lead)
            quantity = figure[0]
        last = after if after < ends else ends
        tail = plain[end : last if last < end + _LEAD else end + _LEAD] if end < last else ""
        bare = words.BRACKETED.sub("", lead) if "(" in lead else lead
        if previous is not None and previous.segment != segments[number]:
            previous = None
        listed = previous is not None and len(bare) <= _JOIN and _continues(bare, quantity, previous)
        respective = words.RESPECTIVELY in bare
        if listed and previous is not None:
            role, direction, word = previous.role, previous.direction, previous.word
            respective = respective or previous.respective
        else:
            role, direction, word = role_of(quantity, bare.strip(" )]”"), tail, previous)
        previous = new(Statement)
        fill(
            previous, index, figure, role, direction, subject_of(bare, role) if bare else "", word, lead, tail,
            number, segments[number], sentences[number], paragraphs[number], depth, bracket, listed, respective,
        )  # fmt: skip
        statements.append(previous)
        before = end
    return statements, scaled


def _continues(lead: str, quantity: Quantity, previous: Statement) -> bool:
    """Whether a figure with nothing before it goes on with the list of the one before: 增长5%、8%."""
    if lead.strip() not in words.JOINERS:
        return False
    same = quantity.unit.dimension == previous.dimension and quantity.per in ("", previous.quantity.per)
    counts = previous.role is Role.CHANGE and previous.quantity.is_count and quantity.is_count and lead != "或"
    same = same or (previous.respective and previous.role is Role.CHANGE) or counts  # 分别减少6起、3人
    more = quantity.hedge is Hedge.ABOVE and quantity.text[0] == "超"  # 任务300户，超20户
    return same and not more and previous.role is not Role.BASE
