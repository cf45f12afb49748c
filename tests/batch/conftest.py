"""Batches as a user runs them: whole commands, since processes are forked only where nothing else runs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Folder

SUMMARIZER = (sys.executable, "-m", "summarizer")
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run ``summarizer …`` in the test's folder."""

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*SUMMARIZER, *map(str, words)], cwd=tmp_path, capture_output=True, text=True, timeout=120)

    return run


@pytest.fixture
def reports(make_folder: Callable[[str], Folder]) -> Path:
    """Five reports, of which the second and the fourth cannot be built."""
    for n, name in enumerate("abcde"):
        make_folder(name).change("projects.yaml", "4100万元", "41..5万元" if name in "bd" else f"41{n}0万元")
    return make_folder("a").path.parent


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    """Return the processes that ``pid`` has started and that still run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(status[1]) == pid and status[0] != "Z":
            found.append(int(folder.name))
    return found


def runs(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


forking = pytest.mark.skipif(not hasattr(os, "fork") or not Path("/proc/self/stat").exists(), reason="this system has no fork or no /proc")
