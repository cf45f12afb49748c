"""Inputs that atheris finds by looking at which lines they reach.

``python -m benchmarks.soak.guided TARGET FOLDER [libFuzzer options]`` runs one target.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

#: The targets that are Python all through.
NAMES = ("figure", "yaml", "prose")


def run(folder: Path, inputs: int, seconds: int, seed: int) -> list[str]:
    """Run each target in a process of its own and return what went wrong."""
    if find_spec("atheris") is None:
        print("guided: atheris is not here (make soak installs it where there is one)", flush=True)
        return []
    wrong = []
    for name in NAMES:
        own = folder / name
        own.mkdir(parents=True)
        options = [f"-runs={inputs}", f"-max_total_time={seconds}", f"-seed={seed}"]
        options += ["-max_len=4096", "-timeout=20", f"-artifact_prefix={own}/"]
        command = [sys.executable, "-m", "benchmarks.soak.guided", name, str(own), *options]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
        last = [line for line in ended.stderr.splitlines() if line.startswith("Done") or "exec/s" in line][-1:]
        print(f"guided: {name}: {last[0].strip() if last else 'nothing said'}", flush=True)
        if ended.returncode:
            wrong.append(f"{name}: {ended.stderr[-1500:]}")
    return wrong


def main(name: str, folder: str, *options: str) -> None:
    """Fuzz one target."""
    import atheris

    with atheris.instrument_imports(include=["summarizer"]):
        from summarizer.resources import shipped

        from .targets import Targets
    with tempfile.TemporaryDirectory() as scratch:
        targets = Targets(Path(scratch), shipped("content") / "xianju-minzheng-2023")
        corpus = Path(folder) / "corpus"
        corpus.mkdir(exist_ok=True)
        for number, data in enumerate(targets.seeds()[name]):
            (corpus / str(number)).write_bytes(data)
        atheris.Setup([sys.argv[0], *options, str(corpus)], targets.all()[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
