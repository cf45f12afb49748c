"""Runs publishers in processes of their own, each killed (or stopped by a full disk) at one step; prints what became of the site.

usage: driver.py CONTENT SITE (kill|full|both) — a content folder, a folder for the sites
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from summarizer.publish import disk, prepare, release
from summarizer.publish.prepare import Prepared
from summarizer.publish.public import fingerprint
from summarizer.publish.publisher import CHINA, Publisher
from summarizer.publish.site.model import REQUIRED
from summarizer.publish.verify import verify
from tests.publish.conftest import PlainPages

#: How a publisher ends that had no such step.
UNTOUCHED = 7
#: What a full disk refuses, and every single call by which anything on a disk changes.
STEPS = {
    "full": ((disk, "make_folder"), (disk, "write"), (disk, "link"), (disk, "point")),
    "kill": ((disk, "write"), *((os, name) for name in ("mkdir", "link", "rename", "replace", "symlink", "unlink", "rmdir", "fsync"))),
}


def main(content: Path, root: Path, what: str) -> str:
    os.fsync = lambda handle: None  # it guards against a power failure, which nobody here can cause, and costs most of the time
    release.OFFERED.pop("pdf")
    prepare.preload = lambda: type("Nothing", (), {"join": lambda self: None})()  # type: ignore[assignment]
    first = prepare.prepare(content, REQUIRED, date(2026, 11, 28))
    text = (content / "projects.yaml").read_text(encoding="utf-8")
    (content / "projects.yaml").write_text(text.replace("4100万元", "4200万元"), encoding="utf-8")
    second = prepare.prepare(content, REQUIRED, date(2026, 11, 28))
    if what == "both":
        return json.dumps(_together(root, first))
    return json.dumps([*_each_step(root / "new", None, first, what), *_each_step(root / "change", first, second, what)])


def _publisher(site: Path) -> Publisher:
    return Publisher(site, PlainPages(), lambda: datetime(2026, 11, 28, 9, 30, tzinfo=CHINA))


def _child(work: Callable[[], Any]) -> int:
    """Run ``work``, whose result is the exit status, in a child; 1 for an exception."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = int(work() or 0)
        except BaseException as error:  # noqa: BLE001 - said to the parent, whatever it is
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(status)
    return child


def _end(child: int) -> int:
    """Return how a child ended: its status, or minus the signal."""
    _pid, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _each_step(root: Path, before: Prepared | None, after: Prepared, what: str) -> list[dict[str, Any]]:
    told = []
    old = _publisher(root / "0" / "site").publish(before, "").head if before else ""
    for number in range(1, 1000):
        site = root / str(number) / "site"
        if before:
            shutil.copytree(root / "0", root / str(number), symlinks=True)
        ended = _end(_child(lambda number=number, site=site: _stopped(site, after, number, what)))  # type: ignore[misc]
        there = site.exists()
        found = verify(site) if there else None
        row: dict[str, Any] = {"step": number, "ended": ended, "old": old, "head": found.head if found else "", "faults": []}
        row["faults"] += [str(fault) for fault in (found.faults if found else ())]
        done = _publisher(site).publish(after, "核实")
        again = verify(site)
        row["faults"] += [str(fault) for fault in again.faults]
        left = sorted(path.name for path in (site.parent / ".site.releases").iterdir())
        row |= {"version": done.version, "after": again.head, "left": left}
        told.append(row)
        if ended == UNTOUCHED:
            return told
    raise AssertionError("it never ends")


def _stopped(site: Path, prepared: Prepared, number: int, what: str) -> int:
    """Publish, and be killed or refused at the ``number``-th thing that is done to the disk: in the middle of a write, before all else."""
    count = 0

    def counted(step: Callable[..., Any], name: str) -> Callable[..., Any]:
        def stepping(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == number and what == "kill":
                if name == "write":
                    arguments[0].write_bytes(arguments[1][: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            if count == number:
                if name != "write":
                    raise OSError(28, "No space left on device")
                limit = len(arguments[1]) // 2
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))  # the system itself stops the write half way
                try:
                    return step(*arguments, **named)
                finally:
                    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            return step(*arguments, **named)

        return stepping

    for module, name in STEPS[what]:
        setattr(module, name, counted(getattr(module, name), name))
    _publisher(site).publish(prepared, "核实")
    return UNTOUCHED if count < number else 0


def _together(root: Path, prepared: Prepared) -> dict[str, Any]:
    """Several publishers at once, each with a report of its own, and one with somebody else's."""
    site = root / "site"
    documents = [replace(prepared.document, id=f"report-{number}") for number in (0, 1, 2, 3, 3)]
    marks = [fingerprint(document, prepared.published) for document in documents]
    reports = [replace(prepared, document=document, fingerprint=mark) for document, mark in zip(documents, marks, strict=True)]
    children = []
    for report in reports:
        children.append(_child(lambda report=report: _publisher(site).publish(report, "") and 0))  # type: ignore[misc]
    ended = [_end(child) for child in children]
    found = verify(site)
    ids = sorted(json.loads(path.read_text(encoding="utf-8"))["id"] for path in (site / "store").iterdir())
    return {"ended": ended, "faults": [str(fault) for fault in found.faults], "lines": found.lines, "ids": ids}


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
