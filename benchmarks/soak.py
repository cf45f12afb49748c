"""``make soak``: build one report over and over in one process; bytes must not change, memory must not grow."""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
from pathlib import Path

from summarizer.build import build
from summarizer.resources import shipped

ROUNDS = 400
SETTLED = 100


def main() -> None:
    """Run; leaves with 1 if bytes changed or memory grew by more than 30 %."""
    example = shipped("content") / "xianju-minzheng-2023"
    first: dict[str, bytes] = {}
    settled = 0
    with tempfile.TemporaryDirectory() as folder:
        for n in range(ROUNDS):
            output = Path(folder) / str(n)
            built = build(example, output)
            made = {name: (built.folder / name).read_bytes() for name in built.written}
            first = first or made
            if made != first:
                sys.exit(f"round {n}: other bytes in {[name for name in made if made[name] != first[name]]}")
            shutil.rmtree(output)
            if n == SETTLED:
                settled = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            if n % 50 == 0:
                print(f"{n} builds, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB", flush=True)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / settled
    print(f"{ROUNDS} builds, the same bytes each time, peak memory × {grown:.2f} since build {SETTLED}")
    sys.exit(0 if grown <= 1.3 else 1)


if __name__ == "__main__":
    main()
