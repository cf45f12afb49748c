"""Points and signs of % that stand otherwise than in nearly all figures (3.2%, 5.6万).

Many patterns begin with such a sign, and figures have most of them: where the few others stand is found once for all these patterns.
"""

from __future__ import annotations

import re

from ..patterns import each, lazy, places_in

#: A point between other characters than digits, or with something rarer behind the digits than a sign, a scale or the end of a cell.
_POINT = lazy(r"\.(?:(?<![0-9].)|(?![0-9]{1,4}[%％万亿\n ]))")
#: A sign of % without its figure, or within a clause.
_PERCENT = lazy("%(?:(?<![0-9].)|(?=[\u4e00-\u9fff]))")
_BEGUN: dict[re.Pattern[str], list[re.Pattern[str]]] = {_POINT: [], _PERCENT: []}


def point(rest: str) -> re.Pattern[str]:
    """Return a pattern for a point with ``rest`` behind it, which no point of an ordinary figure matches."""
    pattern = lazy(rf"\.{rest}")
    _BEGUN[_POINT].append(pattern)
    return pattern


def percent(rest: str) -> tuple[re.Pattern[str], ...]:
    """Return the same for a sign of % in half and in full width."""
    pattern = lazy(f"%{rest}")
    _BEGUN[_PERCENT].append(pattern)
    return pattern, lazy(f"％{rest}")


def tell(text: str) -> None:
    """Find out where in a text the patterns of both kinds may match, before one of them is looked for."""
    if _POINT in places_in(text).told:
        return
    for sign, patterns in _BEGUN.items():
        found = [match.start() for match in each(text, sign)]
        places_in(text).told.update(dict.fromkeys((sign, *patterns), found))
