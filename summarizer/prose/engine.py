"""From a text to its claims: read it once, then ask every relation what it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache
from importlib import import_module

from ..claims.base import Claim, Outcome
from ..memos import forget
from .doubt import doubted
from .figures import FoundFigure
from .joining import outcome
from .refuted import without_refuted
from .statements import Reading, read
from .tables.grid import numbers_of

Relation = Callable[[Reading], Iterable[Claim]]

RELATIONS = (
    "rates",
    "named_rates",
    "rate_lists",
    "rates_of_names",
    "inner_targets",
    "multiples",
    "growths",
    "differences",
    "points",
    "behind",
    "averages",
    "bounds",
    "beside_mean",
    "ranks",
    "rank_moves",
    "sums",
    "entire",
    "equations",
    "shares",
    "inner_shares",
    "counts",
    "counted_steps",
    "tiers",
    "figured",
    "lists_behind",
    "periods",
    "directions",
    "named_lists",
    "shared_words",
    "peoples",
    "keeping",
    "crossings",
    "limits",
    "fulfilled",
    "enumerations",
    "numbered_rows",
    "repeats",
    "again",
    "structures",
    "ranges",
    "tables",
)
"""The modules of this package that join statements to claims, each with ``claims(reading)``."""

SECOND = (
    "budget_sides",
    "together",
    "columns",
    "tabled",
    "twofold",
    "hundreds",
    "share_sums",
    "compared",
    "far_targets",
    "quotients",
    "triples",
    "densities",
    "means",
    "flows",
    "movements",
    "accounts",
    "rows",
    "mistyped",
    "proportions",
    "bracket_shares",
    "back_references",
    "transitions",
    "year_rows",
    "yearly",
    "seasons",
    "mixtures",
    "classes",
    "products",
    "bracket_rows",
    "runs",
    "funds",
    "row_bases",
    "named_columns",
    "three_public",
    "beside",
    "members",
    "sections",
    "sentence_rows",
    "apart",
    "bracketed",
    "daily",
    "unsaid",
    "output",
    "name_rows",
    "share_rows",
    "measured_shares",
    "part_rates",
    "plan_shares",
    "excepted",
    "owned",
    "undone",
    "removed",
    "named_rows",
    "meant_rates",
    "meant_shares",
    "meant_means",
    "yields",
    "death_rates",
    "monitored",
    "gaps",
    "then_and_now",
    "over_budget",
    "by_measure",
    "told_first",
    "revisions",
    "contributions",
    "bank",
    "medals",
    "apiece",
    "named_after",
    "townships",
    "standards",
    "composed",
    "spent",
    "payers",
    "column_totals",
    "summed_names",
    "owners",
    "halves",
    "changes_by",
    "raised",
    "casualties",
    "scores",
    "one_base",
    "kinds",
    "ordinals",
    "covered",
    "two_shares",
    "beyond_named",
    "due",
    "untold_wholes",
    "closed_rows",
    "came_to",
)
"""Those that look at what is left: ``claims(reading, results)``, with the places of the figures that are results of claims already."""

_RESULTS = ("rate", "share", "percent", "points", "change", "average", "difference", "total")
"""Fields of claims that hold what the others give."""


def _modules(names: Iterable[str]) -> Iterator[Callable[..., Iterable[Claim]]]:
    for name in names:
        try:
            yield import_module(f".{name}", __package__).claims
        except ModuleNotFoundError as error:
            if error.name != f"{__package__}.{name}":
                raise


@lru_cache(maxsize=32)
def _result_fields(kind: type) -> tuple[str, ...]:
    return tuple(name for name in _RESULTS if name in kind.__dataclass_fields__)  # type: ignore[attr-defined]


def _results(found: Iterable[Claim]) -> Iterator[int]:
    """Yield where the figures begin that are the result in a claim; where an operand is missing, the claim must have failed."""
    for claim in found:
        kind: type = type(claim)
        fields = _result_fields(kind)
        if fields and (len(claim.operands()) > 2 or outcome(claim) in (Outcome.FAILS, Outcome.OFF)):
            for name in fields:
                if (operand := getattr(claim, name)) is not None:
                    yield operand.place.start


_LOADED: list[Relation] = []
_SECOND: list[Callable[[Reading, Set[int]], Iterable[Claim]]] = []


def read_claims(text: str, blocks: Iterable[object] = ()) -> tuple[list[Claim], list[FoundFigure]]:
    """Return the claims that ``text`` makes with its figures, in the order of their places, and all figures.

    Args:
        blocks: tables and the like that a reader of files found, for relations that use them.
    """
    return read_together([(text, blocks)])[0]


def read_together(texts: Iterable[tuple[str, Iterable[object]]]) -> list[tuple[list[Claim], list[FoundFigure]]]:
    """Return the same for several texts with their blocks.

    Each relation goes through all of them before the next one does. All relations together are more than the caches of a processor
    hold: one after the other over a single text, each would have to come out of memory first.
    """
    if not _LOADED:
        _LOADED.extend(_modules(RELATIONS))
        _SECOND.extend(_modules(SECOND))
    try:
        asked = [_Asked(text, tuple(blocks)) for text, blocks in texts]
        return _ask(asked)
    finally:
        forget()


def _ask(asked: list[_Asked]) -> list[tuple[list[Claim], list[FoundFigure]]]:
    for relation in _LOADED:
        for one in asked:
            one.found += relation(one.reading)
    for one in asked:
        one.results.update(_results(one.found))
        one.reading.memory["claims"] = one.found
    for second in _SECOND:
        for one in asked:
            if more := list(second(one.reading, one.results)):
                one.results.update(_results(more))
                one.found += more
    return [one.claims() for one in asked]


class _Asked:
    """A text, and what the relations have found in it so far."""

    def __init__(self, text: str, blocks: tuple[object, ...]) -> None:
        self.reading = read(text, blocks, numbers_of(blocks, text))
        self.found: list[Claim] = []
        self.results: set[int] = set()

    def claims(self) -> tuple[list[Claim], list[FoundFigure]]:
        """Return what is left of them when all have been asked, and the figures."""
        found = [doubted(claim) for claim in without_refuted(self.reading, self.found)]
        found.sort(key=lambda claim: (claim.place.start, claim.place.end))
        return found, list(self.reading.figures)
