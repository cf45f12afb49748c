"""The one single repair that would make a failing claim exact: a scale word, two digits swapped, % for 百分点, 增 for 减.

A repair is only told when it is the only one: two possible repairs are two guesses.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator

from ..errors import FigureError
from ..i18n import later as _
from ..quantities import Quantity, parse
from .base import Claim, Operand, Outcome, Settings, Text

_SCALED = re.compile(r"(?<=\d)(万亿|亿|万|)(?=[^\d.,，万亿]|$)")
_DIGIT = re.compile("[0-9]")
_RESULTS = ("rate", "share", "percent", "points", "difference", "average")
_TELLING = 3
"""A result of fewer digits is near another by chance."""
_NUMBER = re.compile(r"\d[\d.]*")


def single_repair(claim: Claim, settings: Settings) -> str:
    """Return a sentence with the only repair that makes ``claim`` hold exactly, or an empty string."""
    if not settings.repairs:
        return ""
    found: list[Text] = []
    for sentence in _repairs(claim, settings):
        found.append(sentence)
        if len(found) > 1:
            return ""
    return str(found[0]) if found else ""


def slip_mends(claim: Claim, settings: Settings) -> bool:
    """Whether some slip of the pen, put right, makes ``claim`` hold exactly: one of :func:`single_repair`, or one digit of its result."""
    if any(True for _sentence in _repairs(claim, settings)):
        return True
    plain = dataclasses.replace(settings, repairs=False, exactly=True)
    for name in _RESULTS:
        stated = getattr(claim, name, None)
        if isinstance(stated, Operand) and len(_DIGIT.findall(stated.quantity.text)) >= _TELLING:
            for changed in _wrong_digits(stated.quantity):
                repaired = dataclasses.replace(claim, **{name: dataclasses.replace(stated, quantity=changed)})  # type: ignore[type-var]
                if repaired.judge(plain).outcome is Outcome.HOLDS:
                    return True
    return False


def _repairs(claim: Claim, settings: Settings) -> Iterator[Text]:
    """Yield a sentence for every repair that makes the claim hold exactly."""
    plain = dataclasses.replace(settings, repairs=False, exactly=True)
    yield from (sentence for sentence, variant in claim.variants() if variant.judge(plain).outcome is Outcome.HOLDS)
    for operand, build in _slots(claim):
        for repaired in _candidates(operand.quantity):
            if build(dataclasses.replace(operand, quantity=repaired)).judge(plain).outcome is Outcome.HOLDS:
                yield _("{repaired} instead of {written} would make it exact").format(repaired=repaired, written=operand)


def _wrong_digits(quantity: Quantity) -> Iterator[Quantity]:
    """Yield the figure with one of its digits another, the first one not 0."""
    text = quantity.text
    for match in _DIGIT.finditer(text):
        for digit in "0123456789":
            if digit != match.group() and (digit != "0" or match.start() != _DIGIT.search(text).start()):  # type: ignore[union-attr]
                try:
                    yield parse(text[: match.start()] + digit + text[match.end() :])
                except FigureError:
                    continue


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
    """Yield the number with two neighbouring digits the other way round; a point between them stays where it is."""
    for match in _NUMBER.finditer(text):
        places = [n for n in range(match.start(), match.end()) if text[n].isdigit()]
        for one, two in itertools.pairwise(places):
            if text[one] == text[two]:
                continue
            swapped = text[:one] + text[two] + text[one + 1 : two] + text[one] + text[two + 1 :]
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
