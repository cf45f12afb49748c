"""Whatever happens on the way, the site is the old one or the new one, and the next run mends what is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import OutputError
from summarizer.publish.folder import SiteFolder
from tests.conftest import Folder

ROOT = Path(__file__).parent.parent.parent


def drive(folder: Folder, tmp_path: Path, what: str) -> Any:
    """Run the driver, a process without threads, which may fork."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SUMMARIZER_LANG": "en"}
    command = [sys.executable, str(Path(__file__).parent / "driver.py"), str(folder.path), str(tmp_path / "sites"), what]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    return json.loads(result.stdout), result.stderr


@pytest.mark.parametrize("what", ["kill", "full"])
def test_stopped_at_every_step(reviewed: Folder, tmp_path: Path, what: str) -> None:
    """SIGKILL, or a full disk, at each step: of a first publication and of a correction."""
    rows, said = drive(reviewed, tmp_path, what)
    stopped = [row for row in rows if row["ended"] == (-signal.SIGKILL if what == "kill" else 1)]
    assert len(stopped) > 20
    assert {row["ended"] for row in rows} == {-signal.SIGKILL if what == "kill" else 1, 7}
    for row in rows:
        assert row["faults"] == [], row
        assert row["head"] in (row["old"], row["after"]), row
        assert row["version"] == (2 if row["old"] else 1), row
        assert row["left"] == ["00000001", "00000002", "lock"] if row["old"] else ["00000001", "lock"], row
    heads = {bool(row["head"] == row["old"]) for row in stopped if row["old"]}
    assert heads == ({True, False} if what == "kill" else {True})
    if what == "full":
        assert said.count("OutputError: ") == len(stopped)
        assert "No space left on device" in said
        assert "File too large" in said


def test_several_publishers_at_once(reviewed: Folder, tmp_path: Path) -> None:
    told, _said = drive(reviewed, tmp_path, "both")
    assert told["ended"] == [0] * 5
    assert told["faults"] == []
    assert told["ids"] == ["report-0", "report-1", "report-2", "report-3"]
    assert told["lines"] == 4


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    for name, make in {
        "full": lambda path: (path.mkdir(), (path / "photo.jpg").write_bytes(b"x")),
        "file": lambda path: path.write_bytes(b"x"),
        "link": lambda path: path.symlink_to(tmp_path),
        "dangling": lambda path: path.symlink_to(f".{path.name}.releases/00000007"),
    }.items():
        make(tmp_path / name)
        with pytest.raises(OutputError) as caught, SiteFolder(tmp_path / name).locked():
            raise AssertionError("it went in")
        assert "nothing is overwritten" in caught.value.hint
        assert not (tmp_path / f".{name}.releases").exists()
    assert (tmp_path / "full" / "photo.jpg").read_bytes() == b"x"


def test_an_empty_folder_and_a_lost_link(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "site")
    folder.path.mkdir()
    with folder.locked():
        folder.replace({"a/b.html": b"1", "ledger.jsonl": b""}, lambda staged: None)
    assert folder.path.readlink().as_posix() == ".site.releases/00000001"
    folder.path.unlink()
    with folder.locked():
        pass
    assert (folder.path / "a" / "b.html").read_bytes() == b"1"


def test_what_stays_is_the_same_file_and_what_fails_its_check_never_shows(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "site")
    with folder.locked():
        folder.replace({"a": b"1", "b": b"2"}, lambda staged: None)
        first = (folder.path / "a").stat().st_ino
        folder.replace({"a": b"1", "b": b"3"}, lambda staged: None)
        assert (folder.path / "a").stat().st_ino == first

        def refuse(staged: Path) -> None:
            assert (staged / "b").read_bytes() == b"4"
            raise OutputError("no")

        with pytest.raises(OutputError, match="no"):
            folder.replace({"a": b"1", "b": b"4"}, refuse)
    assert (folder.path / "b").read_bytes() == b"3"
    assert sorted(path.name for path in folder.home.iterdir()) == ["00000001", "00000002", "lock"]


def test_a_copy_of_a_site_says_how_to_go_on(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "site")
    folder.path.mkdir()
    (folder.path / "ledger.jsonl").write_bytes(b"{}\n")
    with pytest.raises(OutputError) as caught, folder.locked():
        pass
    command = caught.value.hint.removeprefix("run once: ")
    subprocess.run(command, shell=True, check=True)
    with folder.locked():
        assert folder.current() == folder.home / "00000001"
