"""Cut power, full disks, several hands at once: output is old or new, whole, and the next run mends itself."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from summarizer import saving
from summarizer.build import build
from summarizer.errors import OutputError, SourceError
from summarizer.manifest import digest, load_manifest
from tests.conftest import PROJECTS, Folder

QUICK = ("text", "html", "facts", "docx")
OLD, NEW = "4100万元", "3900万元"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def change(folder: Folder, figure: str = NEW) -> None:
    folder.write("projects.yaml", PROJECTS.replace(OLD, figure))


def told(folder: Path) -> set[str]:
    """Which of the two figures the readable files show."""
    text = "".join((folder / name).read_text(encoding="utf-8") for name in ("report-draft.txt", "index-draft.html"))
    return {figure for figure in (OLD, NEW) if figure in text}


def whole(folder: Path) -> bool:
    """Whether every file is what the manifest says, and nothing lies about."""
    manifest = load_manifest(folder / "manifest-draft.json")
    assert manifest is not None
    same = all(digest((folder / name).read_bytes()) == item.sha256 for name, item in manifest.written.items())
    return same and {path.name for path in folder.iterdir()} == {*manifest.written, "manifest-draft.json"}


class Killed(BaseException):
    """In place of a lost process."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException] = Killed) -> None:
    """Let the ``step``-th write, rename or removal not happen, nor any after it."""
    count = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            if count >= step:
                raise error()
            return real(*args, **kwargs)

        return call

    for name in ("replace", "rename", "unlink"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(saving, "_write", counted(saving._write))


def test_killed_at_any_step_the_next_run_finishes_or_starts_anew(folder: Folder, tmp_path: Path) -> None:
    """Every step of saving is the last one once; there is no fifth file that is new beside an old one."""
    finished = 0
    for step in range(1, 40):
        out = tmp_path / str(step)
        folder.write("projects.yaml", PROJECTS)
        built = build(folder.path, out, formats=QUICK)
        change(folder)
        with pytest.MonkeyPatch.context() as patch:
            killed_at(step, patch)
            try:
                build(folder.path, out, formats=QUICK)
            except Killed:
                pass
            else:
                break
        committed = (built.folder / ".manifest-draft.json.new").exists()
        finished += committed
        if not committed and load_manifest(built.folder / "manifest-draft.json") is not None:
            assert told(built.folder) in ({OLD}, {NEW})
        again = build(folder.path, out, formats=QUICK)
        assert told(built.folder) == {NEW}, step
        assert whole(built.folder), step
        assert not again.moved, step
    else:
        raise AssertionError("the build never ran to its end")
    assert finished > 4, "no kill fell between the manifest and the last rename"


def test_killed_after_it_was_saved_the_next_run_only_renames(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(folder.path, out, formats=QUICK)
    change(folder)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "_settle", lambda *_args: (_ for _ in ()).throw(Killed()))
        with pytest.raises(Killed):
            build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {OLD}
    assert build(folder.path, out, formats=QUICK).written == []
    assert told(built.folder) == {NEW}
    assert whole(built.folder)


def test_what_was_edited_between_the_kill_and_the_next_run_is_kept(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(folder.path, out, formats=QUICK)
    change(folder)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "_settle", lambda *_args: (_ for _ in ()).throw(Killed()))
        with pytest.raises(Killed):
            build(folder.path, out, formats=QUICK)
    (built.folder / "report-draft.txt").write_text("改过的稿子", encoding="utf-8")
    build(folder.path, out, formats=QUICK)
    assert (built.folder / "report-draft.1.txt").read_text(encoding="utf-8") == "改过的稿子"
    assert told(built.folder) == {NEW}


@pytest.mark.parametrize("step", [1, 2, 4, 6])
def test_a_full_disk_leaves_the_old_build_whole(folder: Folder, out: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(folder.path, out, formats=QUICK)
    edited = built.folder / "report-draft.txt"
    edited.write_text("改过的稿子", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in built.folder.iterdir()}
    change(folder)
    count = 0
    real = os.fsync

    def full(handle: int) -> None:
        nonlocal count
        count += 1
        if count >= step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left"):
            build(folder.path, out, formats=QUICK)
        assert {path.name: path.read_bytes() for path in built.folder.iterdir()} == before
    build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {NEW}
    assert (built.folder / "report-draft.1.txt").read_text(encoding="utf-8") == "改过的稿子"


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system cannot hold a signal back")
@pytest.mark.parametrize("step", range(1, 9))
def test_breaking_off_while_it_is_saved_waits_for_the_end(folder: Folder, out: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0
    real = os.fsync

    def interrupted(handle: int) -> None:
        nonlocal count
        count += 1
        if count == step:
            signal.raise_signal(signal.SIGINT)
        real(handle)

    monkeypatch.setattr(os, "fsync", interrupted)
    try:
        build(folder.path, out, formats=QUICK)
    except KeyboardInterrupt:
        assert count >= step
    else:
        assert count < step, "the interruption was lost"
    assert told(out / folder.path.name) == {OLD}
    assert whole(out / folder.path.name)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)]
    if os.name != "posix" or os.geteuid() or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root mounts a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_is_really_full(folder: Folder, small_disk: Path) -> None:
    built = build(folder.path, small_disk, formats=QUICK)
    ballast = small_disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as stream:
        while True:
            stream.write(b"\0" * 4096)
    change(folder)
    with pytest.raises(OutputError, match="No space left"):
        build(folder.path, small_disk, formats=QUICK)
    assert told(built.folder) == {OLD}
    assert whole(built.folder)
    ballast.unlink()
    build(folder.path, small_disk, formats=QUICK)
    assert told(built.folder) == {NEW}
    assert whole(built.folder)


def test_a_folder_that_may_not_be_written(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(folder.path, out, formats=QUICK)
    change(folder)

    def refused(*_args: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(saving, "_write", refused)
        with pytest.raises(OutputError, match="Permission denied"):
            build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {OLD}
    assert whole(built.folder)


def test_a_file_that_cannot_be_renamed_is_taken_up_by_the_next_run(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a document that is open in Word keeps its name."""
    built = build(folder.path, out, formats=QUICK)
    change(folder)
    real = Path.replace

    def open_in_word(path: Path, target: Path) -> Path:
        if target.name == "index-draft.html":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", open_in_word)
        with pytest.raises(OutputError, match="Permission denied"):
            build(folder.path, out, formats=QUICK)
    build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {NEW}
    assert whole(built.folder)


def test_a_link_laid_in_the_place_of_a_new_file_is_not_followed(folder: Folder, out: Path) -> None:
    elsewhere = out.parent / "elsewhere.txt"
    elsewhere.write_text("fremd", encoding="utf-8")
    (out / "forest").mkdir(parents=True)
    (out / "forest" / ".report-draft.txt.new").symlink_to(elsewhere)
    (out / "forest" / "report-draft.txt").symlink_to(elsewhere)
    built = build(folder.path, out, formats=QUICK)
    assert elsewhere.read_text(encoding="utf-8") == "fremd"
    assert built.moved == [("report-draft.txt", "report-draft.1.txt")]


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "[" * 100_000, '{"version":1}', '{"version":1e999}', '{"version":1,"id":1,"state":2,"written":{"../../x":3}}'],
)
def test_a_manifest_that_is_none_costs_a_rebuild_and_no_file(folder: Folder, out: Path, text: str) -> None:
    built = build(folder.path, out, formats=("text",))
    (built.folder / "manifest-draft.json").write_text(text, encoding="utf-8")
    (built.folder / ".manifest-draft.json.new").write_text(text, encoding="utf-8")
    assert build(folder.path, out, formats=("text",)).moved == [
        ("report-draft.txt", "report-draft.1.txt"),
        ("model-draft.json", "model-draft.1.json"),
    ]
    assert build(folder.path, out, formats=("text",)).written == []


def test_a_clock_that_goes_backwards_changes_nothing(folder: Folder, out: Path) -> None:
    built = build(folder.path, out, formats=QUICK)
    for path in (*built.folder.iterdir(), *folder.path.iterdir()):
        os.utime(path, (4_000_000_000, 4_000_000_000))
    assert build(folder.path, out, formats=QUICK).written == []
    change(folder)
    os.utime(folder.path / "projects.yaml", (1, 1))
    build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {NEW}


def test_the_manifest_has_the_hash_of_what_was_read(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is saved while the build runs: the next build takes it in."""
    from summarizer.facts import source

    real = source.parse

    def slow(data: bytes, name: str, most: int) -> source.Source:
        if name.endswith("projects.yaml"):
            change(folder)
        return real(data, name, most)

    with monkeypatch.context() as patch:
        patch.setattr(source, "parse", slow)
        built = build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {OLD}
    manifest = load_manifest(built.folder / "manifest-draft.json")
    assert manifest is not None
    assert manifest.content["projects.yaml"] == digest(PROJECTS.encode())
    build(folder.path, out, formats=QUICK)
    assert told(built.folder) == {NEW}


def test_builds_at_once_into_one_folder(folder: Folder, out: Path, tmp_path: Path) -> None:
    """Two states of one report, built in turns by four threads: no copy is set aside, and the end is one of the two, whole."""
    other = Folder(tmp_path / "other" / folder.path.name)
    for path in folder.path.glob("*.yaml"):
        other.write(path.name, path.read_bytes())
    change(other)
    moved: list[object] = []
    errors: list[Exception] = []

    def work(content: Path) -> None:
        try:
            for _round in range(3):
                moved.extend(build(content, out, formats=("text", "html", "facts")).moved)
        except OutputError:
            pass  # the others were faster, five times
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)

    threads = [threading.Thread(target=work, args=(content,)) for content in (folder.path, other.path) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert not moved
    assert whole(out / folder.path.name)
    assert len(told(out / folder.path.name)) == 1


def test_a_lock_that_is_held_is_said(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(folder.path, out, formats=("text",))
    change(folder)
    monkeypatch.setattr(saving, "PATIENCE", 0.05)
    with saving.locked(built.folder), pytest.raises(OutputError, match="another build or publication is writing"):
        build(folder.path, out, formats=("text",))


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_kill_9_at_random_moments(folder: Folder, out: Path) -> None:
    """Real processes; `make soak` does it for hours."""
    command = [sys.executable, "-m", "summarizer", "build", str(folder.path), "-o", str(out), *(f"--format={name}" for name in QUICK)]
    random.seed(7)
    for round_ in range(4):
        change(folder, NEW if round_ % 2 else OLD)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(random.uniform(0.5, 1.5))
            process.send_signal(signal.SIGKILL)
    build(folder.path, out, formats=QUICK)
    assert told(out / folder.path.name) == {NEW}
    assert whole(out / folder.path.name)


def test_content_that_hangs_is_not_read_for_telling_what_changed(folder: Folder, out: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    build(folder.path, out, formats=("text",))
    (folder.path / "projects.yaml").unlink()
    os.mkfifo(folder.path / "projects.yaml")
    with pytest.raises(SourceError, match="pipe"):
        build(folder.path, out, formats=("text",))


def test_the_manifest_says_its_version(folder: Folder, out: Path) -> None:
    built = build(folder.path, out, formats=("text",))
    assert json.loads((built.folder / "manifest-draft.json").read_text(encoding="utf-8"))["version"] >= 1
