"""summarizer: draft, check, regenerate and publish a bureau's annual work summary (年度工作总结)."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "build", "load", "render"]


def __getattr__(name: str) -> Any:
    """Import the public functions when they are first used: a command pays only for what it needs."""
    if name == "load":
        from .facts import load

        return load
    if name == "render":
        from .render import render

        return render
    raise AttributeError(name)
