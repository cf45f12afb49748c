"""Which figure before a part is the one that it is of, by where it stands and by its name: the head of a paragraph, or of a kind."""

from __future__ import annotations

from math import log10

from .joining import is_part, is_part_here
from .known import Known
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement

_BACK = 24
_FAR = 5
"""How many times a quotient may be off that is taken for the one that was meant."""
_TENS = 0.004
_KIND = 3
"""Characters at the end of a name that say of what kind a thing is."""


def _larger(reading: Reading, part: Statement) -> list[Statement]:
    """Return the levels of the paragraph before a part that may be its whole, the nearest first."""
    near = [s for s in reading.before(part, _BACK) if s.paragraph == part.paragraph and s.like(part) and s.role in LEVELS]
    return [s for s in near if s.depth == part.depth and s.quantity.size()[0] >= part.quantity.size()[0] and not s.quantity.per]


def of_kind(reading: Reading, part: Statement) -> Statement | None:
    """Return the one figure before whose name ends that of a part: 投诉12件 of 质量类投诉11件."""
    near = [s for s in _larger(reading, part) if len(s.subject) > 1 and len(part.subject) > len(s.subject)]
    near = [s for s in near if part.subject.endswith(s.subject) or (s.subject[-_KIND:] == part.subject[-_KIND:] and len(s.subject) > _KIND)]
    return near[0] if len({s.quantity.size()[0] for s in near}) == 1 else None


def head(reading: Reading, part: Statement, known: Known) -> Statement | None:
    """Return the one figure of the paragraph before a part that is no part of another, where a sentence between gives its parts."""
    near = [s for s in _larger(reading, part) if not known.is_part_of_total(s) and not is_part(reading, s)]
    if len(near) != 1 or not (is_head(near[0]) or known.is_total(near[0])):
        return None
    if is_part(reading, part) and (is_part_here(reading, part) or not known.is_total(near[0])):
        return None  # but 受理90件，其中A50件、B40件；办结88件
    others = [s for s in reading.before(part, _BACK) if s.paragraph == part.paragraph and s.like(part) and s.role in LEVELS]
    return near[0] if others[-1] is near[0] else None


def parent(reading: Reading, part: Statement) -> Statement | None:
    """Return the figure before 其中 where that opens the sentence of a part: 受理1862件。其中办结1746件，办结率93.8%."""
    clauses, first = reading.ground.clauses, part.clause
    if first and clauses.sentences[first - 1] == part.sentence:
        return None
    before = reading.statements[part.index - 1] if part.index and reading.ground.plain.startswith("其中", clauses.starts[first]) else None
    fits = before is not None and before.sentence == part.sentence - 1 and before.paragraph == part.paragraph and before.depth == part.depth
    return before if fits and before is not None and before.like(part) and is_head(before) and not exceeds(part, before) else None


def is_head(figure: Statement) -> bool:
    """Whether a figure is one that others are of: what there is, or 应检人员, of whom so many were seen."""
    return figure.role in PRESENT or (figure.role is Role.TARGET and "应" in figure.subject)


def exceeds(one: Statement, other: Statement) -> bool:
    """Whether a figure is more than another."""
    return one.quantity.size()[0] > other.quantity.size()[0]


def is_near(upper: float, whole: Statement, stated: Statement) -> bool:
    """Whether what a part is of a whole is near enough to a percentage to be meant by it."""
    lower, percent = (s.quantity.size()[0] for s in (whole, stated))
    if min(upper, lower, percent) <= 0:
        return False
    apart = abs(log10(upper / lower * 100 / percent))
    return apart < log10(_FAR) or (apart > _TENS and abs(apart - round(apart)) < _TENS)  # 11.8% for 1.18%
