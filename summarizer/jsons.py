"""JSON from a disk or a file of unknown origin."""

from __future__ import annotations

import json
from typing import Any


def read_json(data: str | bytes) -> Any:
    """Return what ``data`` holds.

    Raises:
        ValueError: not JSON, or nested deeper than Python can follow.
    """
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("nested too deep") from None
