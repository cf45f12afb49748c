"""From a text to its claims: read it once, then ask every relation what it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from ..claims.base import Claim
from .figures import FoundFigure
from .statements import Reading, read

Relation = Callable[[Reading], Iterable[Claim]]

RELATIONS = (
    "rates", "multiples", "growths", "differences", "behind", "averages", "bounds", "ranks", "sums", "shares", "counts",
    "enumerations", "repeats", "structures", "ranges",
)  # fmt: skip
"""The modules of this package that join statements to claims, each with ``claims(reading)``."""


def _relations() -> Iterator[Relation]:
    for name in RELATIONS:
        try:
            yield import_module(f".{name}", __package__).claims
        except ModuleNotFoundError as error:
            if error.name != f"{__package__}.{name}":
                raise


_LOADED: list[Relation] = []


def read_claims(text: str, blocks: Iterable[object] = ()) -> tuple[list[Claim], list[FoundFigure]]:
    """Return the claims that ``text`` makes with its figures, in the order of their places, and all figures.

    Args:
        blocks: tables and the like that a reader of files found, for relations that use them.
    """
    if not _LOADED:
        _LOADED.extend(_relations())
    reading = read(text)
    found = [claim for relation in _LOADED for claim in relation(reading)]
    found.sort(key=lambda claim: (claim.place.start, claim.place.end))
    return found, list(reading.figures)
