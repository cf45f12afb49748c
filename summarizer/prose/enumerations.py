"""``enumeration`` from prose: each chain of steps has every step once and in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..claims.base import Claim, Place, stretch
from ..claims.enumeration import Enumeration
from ..quantities import to_chinese
from .chains import FAINT, Chain, Step, chains_of
from .statements import Reading

_MESSY = 3
"""A text with more broken chains of one style has lost its lines, or numbers in another way."""
_QUOTE = 300
_NEAR = 200
"""Characters between two first steps of which one was not counted on."""
_LED = 8
_ONE_LOST, _WIDEST = 2, 4
"""From one step to the next where one is lost, and where several are."""
_PAIR, _LEAST = 2, 3
"""Steps of a chain without its beginning that tell that one is missing."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all chains of steps that the text holds whole."""
    every = chains_of(reading)
    for chain in every:
        if chain.cut and not _lost(reading, chain):
            if _begins_late(reading, chain):
                yield Enumeration(tuple(step.text for step in chain.steps), _place(chain), True)
            elif _skips(chain):
                yield Enumeration(tuple(step.text for step in chain.steps), _place(chain), True, chain.steps[0].number)
    yield from _begun_twice(reading, every)
    found = [chain for chain in every if not chain.cut and _says_something(chain) and not _lost(reading, chain)]
    broken: dict[str, int] = {}
    for chain in found:
        if not _regular(chain):
            broken[chain.style] = broken.get(chain.style, 0) + 1
    for chain in found:
        if _regular(chain) or broken[chain.style] <= _MESSY:
            yield Enumeration(tuple(step.text for step in chain.steps), _place(chain), _doubtful(reading, chain))


def _skips(chain: Chain) -> bool:
    """Whether steps of a chain whose beginning was cut off are missing in one place further on: 二是, 三是, 五是; 三、 四、 五、 八、."""
    numbers = [step.number for step in chain.steps]
    if len(numbers) == _PAIR:
        return chain.style not in (*FAINT, "word", "heading") and numbers == [2, 4]
    widths = sorted(after - before for before, after in pairwise(numbers))
    regular = len(numbers) >= _LEAST and widths[0] == widths[-2] == 1 < widths[-1]
    return chain.style not in FAINT and regular and (widths[-1] == _ONE_LOST or (widths[-1] <= _WIDEST and len(numbers) > _LEAST))


def _begins_late(reading: Reading, chain: Chain) -> bool:
    """Whether a chain without its first step begins in the run of a paragraph: what stands before it was not cut off with the page."""
    first = chain.steps[0]
    line = reading.ground.plain.rfind("\n", 0, first.start) + 1
    led = reading.between(max(0, first.start - _LED), first.start).rstrip().endswith(":")
    told = chain.style != "heading" and "。" in reading.between(line, first.start)
    return chain.style not in (*FAINT, "word") and (led or told)


def _begun_twice(reading: Reading, chains: list[Chain]) -> Iterator[Claim]:
    """Yield 一是…；一是…；二是…: a first step alone, and right behind it another one that the others follow."""
    last: dict[str, Chain] = {}
    for chain in chains:
        one, other = last.get(chain.style), chain.steps[0]
        last[chain.style] = chain
        if one is None or len(one.steps) > 1 or not chain.sound or len(chain.steps) < 2 or chain.style in (*FAINT, "word"):
            continue
        before = reading.between(one.steps[0].end, other.start).rstrip(" ")
        if len(before) > _NEAR or before[-1:] not in "。;\n" or before.strip().count("\n") or one.steps[0].number != 1:
            continue
        steps = (one.steps[0], *chain.steps)
        yield Enumeration(tuple(step.text for step in steps), stretch(one.steps[0].start, other.end), True)


def _says_something(chain: Chain) -> bool:
    """Whether it is more than a lone first step."""
    if chain.style in FAINT and (chain.steps[0].number != 1 or chain.steps[-1].number == 1):
        return False
    return len(chain.steps) > 1 or (chain.steps[0].number != 1 and chain.style != "word")


def _regular(chain: Chain) -> bool:
    return chain.style == "word" or chain.sound


def _lost(reading: Reading, chain: Chain) -> bool:
    """Whether a step that seems to be missing does stand in the text, behind the number of a page or broken by a line."""
    for one, other in zip(chain.steps, chain.steps[1:], strict=False):
        between = "".join(reading.between(one.end, other.start).split()) if other.number > one.number + 1 else ""
        for n in range(one.number + 1, other.number) if between else ():
            if re.search(f"{re.escape(one.text.replace(_written(one), _written_as(one, n)))}(?![0-9])", between):
                return True
    return False


def _written(step: Step) -> str:
    return step.text.strip("()、.是要靠抓其第")


def _written_as(step: Step, number: int) -> str:
    if not step.text.isascii() and step.text.isdigit():
        return chr(ord(step.text) + number - step.number)  # ①
    return str(number) if _written(step).isdigit() else to_chinese(number)


def _doubtful(reading: Reading, chain: Chain) -> bool:
    """Whether the chain runs over paragraphs of their own, so that a step may have lost its number on the way."""
    apart = chain.style in ("dot", "comma", "round") and chain.steps[0].paragraph != chain.steps[-1].paragraph
    first = chain.steps[0].start
    led = "一" <= reading.between(first - 1, first) <= "鿿"  # 我们一是…
    return chain.style in ("word", *FAINT) or apart or led


def _place(chain: Chain) -> Place:
    """Return where the chain goes wrong, else where it stands, cut to what can be shown."""
    steps = chain.steps
    begins = steps[0].number if chain.cut else 1
    last = len(steps) - 1
    wrong = last if _regular(chain) else next((n for n, step in enumerate(steps) if step.number != n + begins), last)
    start, end = steps[max(0, wrong - 1) if not _regular(chain) else 0].start, steps[wrong].end
    if end - start > _QUOTE:
        start = steps[wrong].start
    return stretch(start, end)
