"""The prose engine: it reads the figures of any Chinese report, turns them into statements and joins these to claims.

Deterministic, without models, in time linear in the length of the text. ``read_claims`` is the way in, ``read_together`` that for
several texts.
"""

from __future__ import annotations

from .engine import read_claims, read_together
from .figures import FoundFigure
from .roles import Role
from .statements import Reading, Statement, read

__all__ = ["FoundFigure", "Reading", "Role", "Statement", "read", "read_claims", "read_together"]
