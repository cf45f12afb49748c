"""Reporters of what changed between two states. One file per format, one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...changes.comparison import Comparison
    from ..base import ReportOptions

#: Format → module, imported only when the format is asked for; it has ``write(comparison, options)``.
REPORTERS = {"text": "text", "json": "json_object", "html": "html"}


def write(name: str, comparison: Comparison, options: ReportOptions) -> str:
    """Return ``comparison`` in the format ``name``; the text ends with a line end."""
    text: str = import_module(f"{__name__}.{REPORTERS[name]}").write(comparison, options)
    return text


__all__ = ["REPORTERS", "write"]
