"""Facts: YAML in, figures with ids and places out."""

from __future__ import annotations

from .factset import Entry, Fact, FactSet
from .loader import load, reports_in

__all__ = ["Entry", "Fact", "FactSet", "load", "reports_in"]
