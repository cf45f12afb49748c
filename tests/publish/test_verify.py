"""``verify``: every fault is said, and only faults are."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.publish.ledger import Ledger, read_ledger
from summarizer.publish.prepare import Prepared
from summarizer.publish.publisher import CHINA, Publisher
from summarizer.publish.verify import verify
from tests.conftest import Folder, Result


@pytest.fixture
def published(reviewed: Folder, quick: Callable[[Folder], Prepared], publisher: Publisher, site: Path) -> Path:
    publisher.publish(quick(reviewed))
    publisher.publish(quick(reviewed.change("projects.yaml", "4100万元", "4200万元")), "更正")
    return site


def faults(site: Path) -> list[tuple[str, str]]:
    return [(fault.kind, fault.path) for fault in verify(site).faults]


def test_missing_changed_and_extra_files(published: Path) -> None:
    (published / "index.html").unlink()
    (published / "art" / "1.html").write_text("改")
    (published / "art" / "1_v1.html").unlink()
    (published / "art" / "1_v1.html").symlink_to("1.html")
    (published / "virus.exe").write_bytes(b"")
    (published / "link").symlink_to("/etc")
    assert faults(published) == [
        ("changed", "art/1.html"),
        ("changed", "art/1_v1.html"),
        ("missing", "index.html"),
        ("extra", "link"),
        ("extra", "virus.exe"),
    ]


def test_a_copy_elsewhere_verifies(published: Path, tmp_path: Path) -> None:
    shutil.copytree(published, tmp_path / "copy")
    assert faults(tmp_path / "copy") == []


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda lines: lines[:1], 0),
        (lambda lines: lines[1:], 1),
        (lambda lines: [lines[1], lines[0]], 1),
        (lambda lines: [lines[0].replace(b"publish", b"publlsh"), lines[1]], 2),
        (lambda lines: [lines[0], lines[1].replace("更正".encode(), "无".encode())], 0),
        (lambda lines: [lines[0], lines[1].replace(b'"files":{"art/1.html":"', b'"files":{"art/1.html":"0')], 2),
        (lambda lines: [lines[0], b"{}"], 2),
        (lambda lines: [lines[0], lines[1][:-9]], 2),
        (lambda lines: [b""], 1),
        (lambda lines: [lines[0], lines[1].replace(b"art/1.html", b"../1.html")], 2),
        (lambda lines: [lines[0], lines[1].replace(b"art/1.html", b"art/\\ud800.html")], 2),
        (lambda lines: [lines[0], re.sub(rb'"files":\{[^}]*\}', b'"files":[]', lines[1])], 2),
    ],
    ids=[
        "last line gone", "first line gone", "swapped", "first line edited", "last line edited", "hash edited", "other", "cut", "blank",
        "outside", "no text", "no files",
    ],
)  # fmt: skip
def test_a_ledger_that_was_worked_on(published: Path, spoil: Callable[[list[bytes]], list[bytes]], line: int) -> None:
    """An edit of the last line alone does not break the chain: for that the head hash is printed."""
    path = published / "ledger.jsonl"
    head = verify(published).head
    path.write_bytes(b"\n".join(spoil(path.read_bytes().splitlines())) + b"\n")
    found = verify(published, head)
    assert found.faults[-1].kind == "head"
    if line:
        assert ("ledger", line) in [(fault.kind, fault.line) for fault in found.faults]


def test_a_cut_off_line(published: Path) -> None:
    path = published / "ledger.jsonl"
    path.write_bytes(path.read_bytes()[:-1])
    assert faults(published)[0] == ("ledger", "ledger.jsonl")


def test_a_line_dated_back(published: Path) -> None:
    """Whoever writes the ledger anew by its own rules is told by the time, and by the head."""
    path = published / "ledger.jsonl"
    ledger = read_ledger(path.read_bytes())
    assert ledger.last is not None
    path.write_bytes(ledger.written(ledger.files, ledger.last.replace(year=2020), "rebuild"))
    assert faults(published) == [("time", "ledger.jsonl")]


def test_the_printed_head(published: Path, run: Callable[..., Result]) -> None:
    head = verify(published).head
    grouped = " ".join(head[at : at + 8] for at in range(0, 64, 8)).upper()
    assert "the hash given is that of line 2 of 2" in run("verify", "--site", published, "--head", grouped).out
    assert run("verify", "--site", published, "--head", head[:12]).status == 0
    for wrong, said in (
        (head[:8], "8 digits of a head hash are too few"),
        ("xyz", "xyz is no head hash"),
        (head + "0", "is no head hash"),
        (" ", "too few"),
    ):
        refused = run("verify", "--site", published, "--head", wrong)
        assert (refused.status, said in refused.err, refused.out) == (2, True, "")
    other = run("verify", "--site", published, "--head", "0" * 64)
    assert (other.status, "written anew since" in other.out) == (1, True)


def test_command(published: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("verify", "--site", published)
    assert (result.status, "files and 2 lines of the ledger agree" in result.out) == (0, True)
    (published / "index.html").unlink()
    result = run("verify", "--site", published)
    assert result.status == 1
    assert f"{published}/index.html: the file is missing" in result.out
    told = json.loads(run("verify", "--site", published, "--format", "json").out)
    assert told["faults"][0]["kind"] == "missing"
    result = run("verify", "--site", tmp_path)
    assert (result.status, "no site with a ledger" in result.err) == (2, True)


PATHS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="/"), min_size=1, max_size=8).filter(lambda text: text != "..")
STATES = st.lists(st.dictionaries(PATHS, st.sampled_from(["a" * 64, "b" * 64]), max_size=4), min_size=1, max_size=5)


@given(STATES)
def test_a_ledger_remembers_every_state(states: list[dict[str, str]]) -> None:
    from datetime import datetime, timedelta

    ledger, when = Ledger(), datetime(2026, 1, 1, tzinfo=CHINA)
    for number, state in enumerate(states, 1):
        ledger = read_ledger(ledger.written(state, when + timedelta(minutes=number), "rebuild", reason="理由\n"))
        assert (ledger.files, ledger.faults, len(ledger.lines)) == (state, [], number)


@given(st.data())
def test_no_byte_of_a_ledger_can_change_unseen(data: st.DataObject) -> None:
    from datetime import datetime, timedelta

    ledger, when = Ledger(), datetime(2026, 1, 1, tzinfo=CHINA)
    for number, state in enumerate(({"a": "1"}, {"a": "1", "b": "2"}, {"b": "3"})):
        ledger = read_ledger(ledger.written(state, when + timedelta(minutes=number), "publish", "r", number + 1))
    at = data.draw(st.integers(0, len(ledger.data) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != ledger.data[at]))
    spoilt = read_ledger(ledger.data[:at] + bytes([byte]) + ledger.data[at + 1 :])
    assert spoilt.faults or spoilt.head != ledger.head
