"""A Dask cluster on loopback: the same bytes, a lost worker, and what is said when it cannot be used."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.batch.conftest import SUMMARIZER, Command, wait_for
from tests.conftest import Folder, files

pytest.importorskip("distributed")

#: Nothing of the library listens anywhere but on loopback, and nobody else's settings are read.
SETTINGS = {"DASK_DISTRIBUTED__WORKER__PRELOAD": "[]", "DASK_CONFIG": os.devnull}


class Cluster:
    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self._start("dask_scheduler", "--host", self.address)
        self.workers = [self.worker() for _ in range(2)]

    def worker(self) -> subprocess.Popen[bytes]:
        return self._start("dask_worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny")

    def _start(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{len(self.processes)}.log").open("wb")
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *words, "--no-dashboard"],
            cwd=self.folder,
            stdout=log,
            stderr=log,
            env={**os.environ, **SETTINGS, "TMPDIR": str(self.folder)},
        )
        log.close()
        self.processes.append(process)
        return process


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    for process in made.processes:
        process.kill()
        process.wait()


def test_a_lost_workers_reports_are_done_elsewhere_with_the_same_bytes(
    cluster: Cluster, command: Command, reports: Path, tmp_path: Path
) -> None:
    words = ("build", reports, "-f", "docx", "-f", "pdf", "-o", "out")
    alone = command(*words, "--results", "alone.jsonl")
    (tmp_path / "out").rename(tmp_path / "inline")
    batch = subprocess.Popen(
        [*SUMMARIZER, *map(str, words), "--results", "far.jsonl", "--cluster", cluster.address],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for(lambda: any((tmp_path / "out").glob("*/report-draft.pdf")) or batch.poll() is not None)
    cluster.workers[0].send_signal(signal.SIGKILL)
    out, err = batch.communicate(timeout=60)
    assert (out, err, batch.returncode) == (alone.stdout, alone.stderr, 2)
    assert files(tmp_path / "out") == files(tmp_path / "inline")
    assert (tmp_path / "far.jsonl").read_bytes() == (tmp_path / "alone.jsonl").read_bytes()


def test_checking_and_auditing_far_away_say_the_same(cluster: Cluster, command: Command, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("完成投资3000万元，占年度计划4000万元的95%。\n", encoding="utf-8")
    for words in (("check", reports, "--prose", "--claims"), ("audit", "one.txt", "none.txt")):
        alone, far = command(*words), command(*words, "--cluster", cluster.address)
        assert (far.stdout, far.stderr, far.returncode) == (alone.stdout, alone.stderr, alone.returncode)


def test_only_what_changed_is_written(cluster: Cluster, command: Command, folder: Folder, tmp_path: Path) -> None:
    words = ("build", folder.path, "-o", "out", "--cluster", cluster.address, "-f", "text")
    assert "wrote report-draft.txt" in command(*words).stdout
    assert "up to date" in command(*words).stdout
    assert command(*words, "-f", "facts").stdout == "out/forest: wrote facts-draft.json\n"
    (tmp_path / "out" / "forest" / "report-draft.txt").write_text("改")
    said = command(*words).stdout
    assert "report-draft.txt had been edited since it was built; your copy is now report-draft.1.txt" in said


FAULTS = """
import logging
import sys
from pathlib import Path
from summarizer.batch.base import Work, in_order
from summarizer.batch.cluster import Cluster
from summarizer.batch.progress import Progress

class Faulty(Work):
    def packed(self, item):
        return {}[item] if item == 0 else item

    @staticmethod
    def far(order):
        return 1 / (order - 1)

    def unpacked(self, item, answer):
        for part in ("core", "client", "of.later"):  # what the library writes when a worker is lost at the wrong moment
            logging.getLogger(f"distributed.{part}").warning("Couldn't gather 1 keys, rescheduling")
        return Path("none", "there").read_text() if item == 2 else answer

    def failed(self, item, error):
        return str(error).partition("\\n")[0]

print(*in_order(Faulty(), list(range(4)), Cluster(sys.argv[1]), Progress()), sep="\\n")
"""


def test_a_fault_here_or_there_is_the_failure_of_one(cluster: Cluster, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FAULTS, cluster.address], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "unexpected: KeyError: 0",
        "unexpected: ZeroDivisionError: division by zero",
        "unexpected: FileNotFoundError: [Errno 2] No such file or directory: 'none/there'",
        "0.5",
    ]


OTHER = """
import sys
from summarizer import versions
from summarizer.cli.main import main
versions.of_machine()["weasyprint"] = "70.9"
sys.argv = ["summarizer", "build", sys.argv[1], "-o", "out", "--cluster", sys.argv[2]]
main()
"""


def test_a_worker_with_other_versions_is_refused(cluster: Cluster, folder: Folder, tmp_path: Path) -> None:
    words = [sys.executable, "-c", OTHER, str(folder.path), cluster.address]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert re.search(r"tcp://127\.0\.0\.1:\d+: weasyprint is 70\.0 there and 70\.9 here", done.stderr)
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_reached_is_said(command: Command, folder: Folder, tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{nobody.getsockname()[1]}"
        for wrong in (address, "no such address"):
            result = command("build", folder.path, "-o", "out", "--cluster", wrong)
            assert result.returncode == 2
            assert f"no Dask scheduler answers at {wrong}" in result.stderr
            assert "Traceback" not in result.stderr
    both = command("build", folder.path, "-o", "out", "--cluster", address, "--jobs", 2)
    assert (both.returncode, "exclude each other" in both.stderr) == (2, True)


def test_a_missing_library_is_said(
    folder: Folder, run: Callable[..., object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("build", folder.path, "--cluster", "tcp://127.0.0.1:1")
    assert result.status == 2  # type: ignore[attr-defined]
    assert "pip install 'summarizer[cluster]'" in result.err  # type: ignore[attr-defined]
