"""``make soak``; ``ARGS="--inputs 100000 --seconds 600"``: how much strange input, and for how long at most."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from summarizer import fonts
from summarizer.resources import shipped


def main(arguments: list[str]) -> int:
    """Run, and leave with 1 if anything is wrong; the same seed gives the same run as long as the time lasts."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="strange inputs, all ways together")
    parser.add_argument("--seconds", type=int, default=3600, help="time for them")
    parser.add_argument("--builds", type=int, default=400)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=20230109)
    parser.add_argument("--found", type=Path, default=Path("soak-found"), help="where inputs that break something are kept")
    options = parser.parse_args(arguments)
    print(f"seed {options.seed}", flush=True)
    fonts.prepare()
    with tempfile.TemporaryDirectory(prefix="summarizer-soak-") as folder:
        wrong = [*_fuzzed(options, Path(folder)), *_used(options, Path(folder))]
    print("\n".join(wrong) or "nothing wrong", flush=True)
    return 1 if wrong else 0


def _fuzzed(options: argparse.Namespace, folder: Path) -> list[str]:
    from . import composed, guided, mutated
    from .targets import Targets

    begun = time.monotonic()
    targets = Targets(folder / "targets", shipped("content") / "xianju-minzheng-2023")
    # Four tenths of the inputs are right ones damaged, three are composed, three are left to atheris.
    tried, wrong = mutated.run(targets, options.inputs * 4 // 10, begun + options.seconds * 0.7, options.seed, options.found)
    print(f"mutated: {sum(tried.values())} inputs in {time.monotonic() - begun:.0f} s: {tried}", flush=True)
    count, broken = composed.run(targets, options.inputs * 3 // 10, begun + options.seconds * 0.9, options.seed)
    print(f"composed: {count} inputs, {time.monotonic() - begun:.0f} s in all", flush=True)
    wrong += broken
    per_target = -(-options.inputs * 3 // 10 // len(guided.NAMES))
    wrong += guided.run(folder / "guided", per_target, max(options.seconds // 10, 1), options.seed)
    return wrong


def _used(options: argparse.Namespace, folder: Path) -> list[str]:
    from . import builds, kills

    wrong = kills.run(folder / "kills", options.kills, Random(options.seed)) if options.kills else []
    return wrong + (builds.run(folder / "builds", options.builds) if options.builds else [])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
