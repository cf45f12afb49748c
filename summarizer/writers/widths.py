"""How wide text is, counted in 字: the measure that every format's layout is reckoned in."""

from __future__ import annotations

import unicodedata


def ems(text: str) -> float:
    """Return about how many 字 wide ``text`` is: digits and Latin count half, but % is wider in every face."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.85 if c == "%" else 0.5 for c in text)
