"""Where WeasyPrint keeps a function that something here stands in for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

#: The release whose functions are known here; beside any other the remedies stay away.
RELEASE = "70."


def known() -> bool:
    """Whether the WeasyPrint installed is the one that the remedies were made for."""
    import weasyprint

    return str(weasyprint.__version__).startswith(RELEASE)


def replace(original: Callable[..., Any], ours: Callable[..., Any]) -> None:
    """Put ``ours`` wherever a module of WeasyPrint has imported ``original``."""
    ours.__name__ = original.__name__
    ours.original = original  # type: ignore[attr-defined]
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint" and getattr(module, original.__name__, None) is original:
            setattr(module, original.__name__, ours)


def memo(style: Any) -> dict[Any, Any]:
    """Return what is remembered of a style beside its properties."""
    try:
        found: dict[Any, Any] = style.memo
    except AttributeError:
        found = style.memo = {}
    return found
