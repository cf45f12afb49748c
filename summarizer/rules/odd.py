"""Points, commas, signs of % and ends of lines, but for those that stand as in nearly all figures (3.2%, 5.6万, 1,234) and lines.

Many patterns begin with such a character, and are about none of the many: where the few others stand is found once for all patterns.
"""

from __future__ import annotations

import re

from ..patterns import each, lazy, places_in

#: A point between other characters than digits, or with something rarer behind the digits than a sign, a scale or the end of a cell.
_POINT = lazy(r"\.(?:(?<![0-9].)|(?![0-9]{1,4}[%％万亿\n ]))")
_COMMA = lazy(",(?:(?<![0-9].)|(?![0-9]{3}(?![0-9])))")
#: A sign of % without its figure, or within a clause.
_PERCENT = lazy("%(?:(?<![0-9].)|(?=[\u4e00-\u9fff]))")
#: The end of a line that the number of an item follows.
_LINE = lazy(r"\n(?=(?:[ \u3000]*|\s{0,8})(?:[一二三四五六七八九十（(]|[0-9]{1,2}(?:[.．、](?![0-9])|[\u4e00-\u9fff])))")
_BEGUN: dict[re.Pattern[str], list[re.Pattern[str]]] = {_POINT: [], _COMMA: [], _PERCENT: [], _LINE: []}


def _begun(sign: re.Pattern[str], pattern: re.Pattern[str]) -> re.Pattern[str]:
    _BEGUN[sign].append(pattern)
    return pattern


def point(rest: str) -> re.Pattern[str]:
    """Return a pattern for a point with ``rest`` behind it, which no point of an ordinary figure matches."""
    return _begun(_POINT, lazy(rf"\.{rest}"))


def comma(rest: str) -> re.Pattern[str]:
    """Return the same for a comma."""
    return _begun(_COMMA, lazy(f",{rest}"))


def percent(rest: str) -> tuple[re.Pattern[str], ...]:
    """Return the same for a sign of % in half and in full width."""
    return _begun(_PERCENT, lazy(f"%{rest}")), lazy(f"％{rest}")


def line_end(rest: str) -> re.Pattern[str]:
    """Return the same for the end of a line, which only the number of an item matches that the next one begins with."""
    return _begun(_LINE, lazy(rf"\n{rest}"))


def behind(characters: str, rest: str) -> str:
    """Return ``rest`` of a pattern of one character, which is to stand behind one of some characters.

    What is atomic is no part of what the common search looks for: it knows the character before instead, which tells more.
    """
    return f"(?<=[{characters}].)(?>{rest})"


def tell(text: str) -> None:
    """Find out where in a text the patterns may match, before one of them is looked for."""
    if _POINT in places_in(text).told:
        return
    for sign, patterns in _BEGUN.items():
        found = [match.start() for match in each(text, sign)]
        places_in(text).told.update(dict.fromkeys((sign, *patterns), found))
