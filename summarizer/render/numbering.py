"""Numbers that are never typed: 一、 （一） 1. （1）, and 一是, 首先 inside the text."""

from __future__ import annotations

from collections import Counter

from ..quantities import to_chinese
from . import marks

#: Styles of ``step()``: what a template writes, in the order of their mark's index.
STYLES = ("是", "首先", "1.", "（1）", "第一", "（一）")
_ORDER = ("首先", "其次", "再次", "第四", "第五", "第六", "第七", "第八")


class Numbering:
    """Count headings by level, and steps by style between headings."""

    def __init__(self) -> None:
        self._headings = [0, 0, 0, 0]
        self._steps: Counter[int] = Counter()
        self._ahead: list[Counter[int]] = []

    def foresee(self, text: str) -> None:
        """Count the steps under each heading of ``text``, so that the last one is known as 最后."""
        self._ahead = [Counter()]
        for line in text.split("\n"):
            if line.startswith("#") and line.lstrip("#").startswith((" ", "\t")):
                self._ahead.append(Counter())
            self._ahead[-1].update(token.index for token in marks.tokens(line) if token.kind == "step")

    def heading(self, level: int) -> str:
        """Return the number of the next heading of ``level``, with its mark."""
        self._headings[level - 1] += 1
        self._headings[level:] = [0] * (4 - level)
        self._steps.clear()
        if self._ahead:
            self._ahead.pop(0)
        n = self._headings[level - 1]
        return (f"{to_chinese(n)}、", f"（{to_chinese(n)}）", f"{n}.", f"（{n}）")[level - 1]

    def step(self, style: int) -> str:
        """Return the next step of a style."""
        self._steps[style] += 1
        n = self._steps[style]
        total = self._ahead[0][style] if self._ahead else n
        return _shown(STYLES[style], n, total)


def _shown(style: str, n: int, total: int) -> str:
    if style == "首先":
        return "最后" if n == total > 2 else _ORDER[min(n, len(_ORDER)) - 1]
    return {"是": f"{to_chinese(n)}是", "1.": f"{n}.", "（1）": f"（{n}）", "第一": f"第{to_chinese(n)}", "（一）": f"（{to_chinese(n)}）"}[
        style
    ]
