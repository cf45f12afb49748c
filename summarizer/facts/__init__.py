"""Facts: YAML in, figures with ids and places out."""

from __future__ import annotations

from .factset import Entry, Fact, FactSet
from .loader import load

__all__ = ["Entry", "Fact", "FactSet", "load"]
