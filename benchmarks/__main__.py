"""``make bench``: speed against others and by itself, and accuracy; ``ARGS="peers memory"`` for some of it.

Seconds are wall time unless a row says CPU: that is what the operating system charges to the process and all it started,
the steadier figure on a machine that others use, too.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from summarizer import fonts

from . import accuracy, auditing, batches, commands, peers
from .timing import Row

#: Group → what measures it, given a folder of its own; in the order of the table.
GROUPS: dict[str, Callable[[Path], Iterable[Row]]] = {
    "cold": commands.cold,
    "start": lambda _folder: commands.start(),
    "check": commands.check_many,
    "peers": peers.rows,
    "batch": batches.rows,
    "length": batches.length,
    "audit": batches.audit,
    "text": auditing.rows,
    "accuracy": lambda _folder: accuracy.rows(),
}


def main(chosen: list[str]) -> None:
    """Measure the groups named, or all."""
    if unknown := [name for name in chosen if name not in GROUPS]:
        sys.exit(f"no such group: {', '.join(unknown)}; there are: {', '.join(GROUPS)}")
    fonts.prepare()
    for name, measure in GROUPS.items():
        if chosen and name not in chosen:
            continue
        with tempfile.TemporaryDirectory(prefix="summarizer-bench-") as folder:
            print(f"{name}", flush=True)
            for label, value, wanted in measure(Path(folder)):
                print(f"  {label:64}  {value:>12}  {wanted}".rstrip(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
