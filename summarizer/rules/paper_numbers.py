"""The part of ``blank`` about numbers of official papers that lack their number or year: 岭政发〔2024〕号, 岭政发〔〕6号, 〔202〕6号."""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import beginning, in_order
from .base import Hit, around
from .gone import gone

_SPACE = "[ \u3000]{0,6}"
_LACKING = (
    *beginning("〕]］", rf"(?<=20[0-9]{{2}}.){_SPACE}第?{_SPACE}号(?![召码外])"),
    *beginning("〕", r"(?<=〔20[0-9]{2}.)(?=[，。；》）])"),
    *beginning("〔[［", rf"{_SPACE}(?:20?|20?[0-9]|20[0-9]|[0-9]{{5}})?[〕\]］]{_SPACE}第?[0-9]{{1,5}}号"),
)  # fmt: skip
_SHOWN = 8


def paper_numbers(text: str) -> Iterator[Hit]:
    """Yield the numbers of papers of which a part is gone."""
    for match in in_order(text, _LACKING):
        yield gone(text, around(text, match.start(), _SHOWN, 0)[0], match.end())
