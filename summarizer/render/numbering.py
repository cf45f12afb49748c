"""Numbers that are never typed: 一、 （一） 1. （1）, and 一是, 首先 inside the text."""

from __future__ import annotations

import re
from collections import Counter

from ..quantities import to_chinese
from . import marks

#: Styles of ``step()``: what a template writes, in the order of their mark's index.
STYLES = ("是", "首先", "1.", "（1）", "第一", "（一）")
_ORDER = ("首先", "其次", "再次", "第四", "第五", "第六", "第七", "第八")


_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")


def number_steps(text: str) -> str:
    """Return marked prose with its steps numbered, by style, anew after each heading.

    Raises:
        IndexError: a step of a style that there is not; only a forged mark can be that.
    """
    stretches: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _HEADING.match(marks.without_origins(line)):
            stretches.append([])
        stretches[-1].append(line)
    return "\n".join(_numbered("\n".join(lines)) for lines in stretches if lines)


def _numbered(text: str) -> str:
    total = Counter(token.index for token in marks.tokens(marks.without_origins(text)) if token.kind == "step")
    counted: Counter[int] = Counter()

    def number(style: int) -> str:
        counted[style] += 1
        return _shown(STYLES[style], counted[style], total[style])

    return marks.replace_steps(text, number)


class Numbering:
    """Count headings by level."""

    def __init__(self) -> None:
        self._headings = [0, 0, 0, 0]

    def heading(self, level: int) -> str:
        """Return the number of the next heading of ``level``, with its mark."""
        self._headings[level - 1] += 1
        self._headings[level:] = [0] * (4 - level)
        n = self._headings[level - 1]
        return (f"{to_chinese(n)}、", f"（{to_chinese(n)}）", f"{n}.", f"（{n}）")[level - 1]


def _shown(style: str, n: int, total: int) -> str:
    if style == "首先":
        return "最后" if n == total > 2 else _ORDER[min(n, len(_ORDER)) - 1]
    return {"是": f"{to_chinese(n)}是", "1.": f"{n}.", "（1）": f"（{n}）", "第一": f"第{to_chinese(n)}", "（一）": f"（{to_chinese(n)}）"}[
        style
    ]
