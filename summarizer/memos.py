"""What is remembered of the texts that are looked at together, until that is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Told = TypeVar("Told")

TOGETHER = 8
"""Documents that are audited side by side at most. With four most is gained, with eight nearly all."""
_TEXTS = 2
"""Forms of a document that one rule after the other asks about: as it is written, and with its marks in full width."""

_FORGET: list[Callable[[], None]] = []


def of_text(function: Callable[Asked, Told]) -> Callable[Asked, Told]:
    """Have a function that tells something of a text remember it while the text is looked at: several rules ask for it."""
    memo = lru_cache(maxsize=_TEXTS * TOGETHER)(function)
    _FORGET.append(memo.cache_clear)
    return cast(Callable[Asked, Told], memo)


def forget() -> None:
    """Forget all texts, when all relations or all rules have been through them: what is known of one takes more memory than the text."""
    for clear in _FORGET:
        clear()
