"""Right inputs, damaged by chance: bytes, tokens of the format, pieces repeated, cut and crossed."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random

from .targets import Targets

#: Share of the inputs by target: cheap ones get most.
SHARES = {"figure": 40, "yaml": 15, "prose": 30, "txt": 3, "html": 3, "loading": 4, "template": 3, "docx": 1, "pdf": 1}
#: Seconds that no input of this size may take.
SLOW = 20.0
_TOKENS = [
    token.encode()
    for token in (
        *("{{", "}}", "{%", "%}", "|", ": ", "- ", "&a", "*a", "!!", "'", '"', "\n", "\r", "\t", "#", "---", "? ", "[", "]", "{", "}"),
        *("<p>", "</table>", "<td colspan=9>", "<!--", "]]>", "&#0;", "&amp;", "w:val=", "endobj", "stream", "/Kids", "<<", ">>"),
        *("亿", "万元", "%", "个百分点", "增长", "下降", "其中", "分别", "共", "占", "约", "以上", "同比"),
        *("、", "，", "。", "；", "（", "）"),
        *("0", "9" * 30, "-1", "1e999", "NaN", "1/0", ".", "十", "百分之", "\u200b", "\u202e", "\ufeff", "\ue000", "\0", "２０２３年"),
        *(" * 99999", "__class__", "|join", "range(9)", "~", "**", "{# ", "for x in"),
        *("include 'summary.md.j2'", "loop", "facts:", "text: |"),
    )
]


def run(targets: Targets, inputs: int, until: float, seed: int, found: Path) -> tuple[dict[str, int], list[str]]:
    """Try ``inputs`` inputs and return how many there were by target, and what went wrong; each such input is kept in ``found``."""
    random, seeds, functions = Random(seed), targets.seeds(), targets.all()
    names, weights = list(SHARES), list(SHARES.values())
    tried = dict.fromkeys(names, 0)
    wrong: dict[str, str] = {}
    for _n in range(inputs):
        if time.monotonic() > until:
            break
        name = random.choices(names, weights)[0]
        data = mutated(random, seeds[name])
        tried[name] += 1
        if what := fault(functions[name], data):
            wrong.setdefault(f"{name}: {what}", _kept(found, name, len(wrong), data))
    return tried, [f"{what}: {path}" for what, path in wrong.items()]


def fault(function: Callable[[bytes], None], data: bytes) -> str:
    """Return what is wrong with the way an input was taken; empty if nothing is."""
    begun = time.monotonic()
    try:
        function(data)
    except Exception as error:  # noqa: BLE001 - that there is none is what this looks for
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}: {str(error)[:120]}"
    seconds = time.monotonic() - begun
    return "slow" if seconds > SLOW else ""


def mutated(random: Random, seeds: tuple[bytes, ...]) -> bytes:
    """Return one of the seeds with a few things changed."""
    data = bytearray(random.choice(seeds))
    for _n in range(random.choice((1, 1, 2, 3, 5, 9, 30))):
        at = random.randrange(len(data) + 1)
        end = min(len(data), at + random.choice((1, 1, 2, 4, 16, 200)))
        match random.randrange(6):
            case 0:
                data[at:end] = random.randbytes(end - at)
            case 1:
                data[at:at] = random.choice(_TOKENS)
            case 2:
                del data[at:end]
            case 3:
                data[at:at] = data[at:end] * random.choice((1, 2, 50))
            case 4:
                other = random.choice(seeds)
                start = random.randrange(len(other) + 1)
                data[at:end] = other[start : start + random.choice((4, 40, 400))]
            case _:
                data[at:end] = random.choice(_TOKENS)
    return bytes(data)


def _kept(found: Path, name: str, number: int, data: bytes) -> str:
    found.mkdir(parents=True, exist_ok=True)
    path = found / f"{name}-{number}"
    path.write_bytes(data)
    return str(path)
