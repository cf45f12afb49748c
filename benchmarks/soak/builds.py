"""One report built over and over in one process: bytes must not change, memory must not grow."""

from __future__ import annotations

import resource
import shutil
from pathlib import Path

from summarizer.build import build
from summarizer.resources import shipped

#: Builds before memory is measured.
SETTLED = 100
MOST = 1.3


def run(folder: Path, rounds: int) -> list[str]:
    """Build ``rounds`` times and return what is wrong."""
    example = shipped("content") / "xianju-minzheng-2023"
    first: dict[str, bytes] = {}
    settled = peak = 0
    for n in range(rounds):
        output = folder / str(n)
        built = build(example, output)
        made = {name: (built.folder / name).read_bytes() for name in built.written}
        first = first or made
        if made != first:
            return [f"build {n}: other bytes in {[name for name in made if made[name] != first[name]]}"]
        shutil.rmtree(output)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if n == SETTLED:
            settled = peak
    grown = peak / settled if settled else 1.0
    print(f"builds: {rounds}, the same bytes each time, peak memory × {grown:.2f} since build {SETTLED}", flush=True)
    return [] if grown <= MOST else [f"memory × {grown:.2f}"]
