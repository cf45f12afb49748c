"""The one single repair that would make a failing claim exact: a scale word, two digits swapped, % for 百分点, 增 for 减.

A repair is only told when it is the only one: two possible repairs are two guesses.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from ..errors import FigureError
from ..i18n import later as _
from ..quantities import Quantity, parse
from .base import Claim, Operand, Outcome, Settings

_SCALED = re.compile(r"(?<=\d)(万亿|亿|万|)(?=[^\d.,，万亿]|$)")
_NUMBER = re.compile(r"\d[\d.]*")


def single_repair(claim: Claim, settings: Settings) -> str:
    """Return a sentence with the only repair that makes ``claim`` hold exactly, or an empty string."""
    if not settings.repairs:
        return ""
    plain = dataclasses.replace(settings, repairs=False, exactly=True)
    found = [sentence for sentence, variant in claim.variants() if variant.judge(plain).outcome is Outcome.HOLDS]
    if len(found) > 1:
        return ""
    for operand, build in _slots(claim):
        for repaired in _candidates(operand.quantity):
            if build(dataclasses.replace(operand, quantity=repaired)).judge(plain).outcome is Outcome.HOLDS:
                found.append(_("{repaired} instead of {written} would make it exact").format(repaired=repaired, written=operand))
                if len(found) > 1:
                    return ""
    return str(found[0]) if found else ""


def _slots(claim: Claim) -> Iterator[tuple[Operand, _Build]]:
    """Each operand of ``claim``, and how to build the claim with another in its place."""
    for field in dataclasses.fields(claim):  # type: ignore[arg-type]
        value = getattr(claim, field.name)
        if isinstance(value, Operand):
            yield value, _Build(claim, field.name, None)
        elif isinstance(value, tuple):
            yield from ((item, _Build(claim, field.name, n)) for n, item in enumerate(value) if isinstance(item, Operand))


@dataclasses.dataclass(frozen=True, slots=True)
class _Build:
    claim: Claim
    field: str
    index: int | None

    def __call__(self, operand: Operand) -> Claim:
        if self.index is None:
            return dataclasses.replace(self.claim, **{self.field: operand})  # type: ignore[type-var]
        items = list(getattr(self.claim, self.field))
        items[self.index] = operand
        return dataclasses.replace(self.claim, **{self.field: tuple(items)})  # type: ignore[type-var]


def _candidates(quantity: Quantity) -> Iterator[Quantity]:
    """What the writer may have meant: another scale word, two neighbouring digits the other way round, the point moved, 百分点 for %."""
    text = quantity.text
    seen = {text}
    for changed in (*_scales(text), *_swaps(text), *_points(text), *_signs(text)):
        if changed in seen:
            continue
        seen.add(changed)
        try:
            yield parse(changed)
        except FigureError:
            continue


def _scales(text: str) -> Iterator[str]:
    match = _SCALED.search(text)
    if match and "%" not in text and "分" not in text:
        for scale in ("", "万", "亿"):
            yield text[: match.start()] + scale + text[match.end() :]


def _swaps(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        for n in range(match.start(), match.end() - 1):
            pair = text[n : n + 2]
            if pair.isdigit() and pair[0] != pair[1]:
                swapped = text[:n] + pair[::-1] + text[n + 2 :]
                if swapped[match.start()] != "0" or swapped[match.start() + 1 : match.start() + 2] == ".":
                    yield swapped


def _points(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        number = match.group()
        whole = number.replace(".", "")
        point = number.find(".") if "." in number else len(number)
        for moved in (point - 1, point + 1):
            if 0 < moved <= len(whole):
                left, right = whole[:moved], whole[moved:]
                if "." not in number and not right.strip("0"):
                    right = ""
                if left == "0" or not left.startswith("0"):
                    yield text[: match.start()] + (f"{left}.{right}" if right else left) + text[match.end() :]


def _signs(text: str) -> Iterator[str]:
    if text.endswith("%"):
        yield text[:-1] + "个百分点"
    elif text.endswith("个百分点"):
        yield text[:-4] + "%"
