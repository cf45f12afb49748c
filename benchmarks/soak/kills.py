"""Builds and batches killed at random moments, over and over: what is left is old or new, and the next run mends it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from summarizer.build import build
from summarizer.manifest import digest, load_manifest
from summarizer.resources import shipped

_FORMATS = ("text", "html", "facts", "docx")
#: Seconds after which a build is killed at the latest; an undisturbed one takes two to four.
_LATEST = 4.0


def run(folder: Path, rounds: int, random: Random) -> list[str]:
    """Kill ``rounds`` runs and return what is wrong."""
    content, output = folder / "content", folder / "output"
    for name in ("one", "two", "three"):
        shutil.copytree(shipped("content") / "xianju-minzheng-2023", content / name)
    wrong: list[str] = []
    for n in range(rounds):
        for report in content.iterdir():
            _change(report / "report.yaml", n)
        _killed(content, output, random, jobs=1 + n % 2)
        for report in sorted(content.iterdir()):
            built = build(report, output, formats=_FORMATS)
            wrong += [f"kill {n}: {report.name}: {what}" for what in _state(built.folder, built.moved)]
    print(f"kills: {rounds} runs of {len(list(content.iterdir()))} reports", flush=True)
    return wrong


def _change(path: Path, number: int) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("short:")]
    path.write_text("\n".join([*lines, f"short: 局{number}"]) + "\n", encoding="utf-8")


def _killed(content: Path, output: Path, random: Random, jobs: int) -> None:
    formats = [f"--format={name}" for name in _FORMATS]
    command = [sys.executable, "-m", "summarizer", "build", str(content), "-o", str(output), f"--jobs={jobs}", *formats]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        time.sleep(random.uniform(0.3, _LATEST))
        os.killpg(process.pid, signal.SIGKILL)


def _state(folder: Path, moved: list[tuple[str, str]]) -> list[str]:
    manifest = load_manifest(folder / "manifest-draft.json")
    if manifest is None:
        return ["no manifest"]
    wrong = [f"{old} was taken for an edited file" for old, _new in moved]
    wrong += [f"{name} is not what the manifest says" for name, item in manifest.written.items() if _hash(folder / name) != item.sha256]
    known = {*manifest.written, "manifest-draft.json"}
    return wrong + [f"{path.name} lies about" for path in folder.iterdir() if path.name not in known]


def _hash(path: Path) -> str:
    return digest(path.read_bytes()) if path.is_file() else ""
