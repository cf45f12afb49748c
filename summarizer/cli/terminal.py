"""The terminal that a command prints to."""

from __future__ import annotations

import os
import shutil
import sys


def in_colour() -> bool:
    """Whether it shows colours, and is wanted to."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Return how wide lines may be, within what can be read."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 160))
