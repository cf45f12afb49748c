"""What is remembered of the texts that are looked at together, until that is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Told = TypeVar("Told")

TOGETHER = 8
"""Documents that are audited side by side: of more the texts themselves would drive the program out of the caches of the processor."""

_FORGET: list[Callable[[], None]] = []


def of_text(function: Callable[Asked, Told]) -> Callable[Asked, Told]:
    """Have a function that tells something of a text remember it while the text is looked at: several rules ask for it.

    A document is looked at as it is written and as it flows, hence twice as many texts.
    """
    memo = lru_cache(maxsize=2 * TOGETHER)(function)
    _FORGET.append(memo.cache_clear)
    return cast(Callable[Asked, Told], memo)


def forget() -> None:
    """Forget all texts: nobody will ask again, and what is known of a long one takes more memory than the text."""
    for clear in _FORGET:
        clear()
