"""Time whole processes as the operating system accounts for them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Label, value, and what it should be.
Row = tuple[str, str, str]
EXAMPLE = "xianju-minzheng-2023"
SUMMARIZER = str(Path(sys.executable).with_name("summarizer"))


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: wall seconds, CPU seconds of it and all it started, peak memory in megabytes (its largest process)."""

    seconds: float
    cpu: float
    megabytes: float


def run(command: Sequence[str]) -> Run:
    """Run ``command`` once, its output thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def environment() -> dict[str, str]:
    """Return this process's environment, but compiled files are kept: else each start of ours would compile the program anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def alternate(commands: dict[str, Callable[[], Sequence[str]]], times: int = 7) -> dict[str, list[Run]]:
    """Run the commands in turn, A B A B …, after one warm-up each, so that a drift of the machine hits all alike."""
    for command in commands.values():
        run(command())
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command()))
    return runs


def median(runs: Sequence[Run]) -> float:
    """Return the median wall time."""
    return statistics.median(item.seconds for item in runs)


def cpu(runs: Sequence[Run]) -> float:
    """Return the median CPU time."""
    return statistics.median(item.cpu for item in runs)


def peak(runs: Sequence[Run]) -> float:
    """Return the largest peak memory."""
    return max(item.megabytes for item in runs)
