"""Command tests: each ``*.md`` here is a test; README.md says how they are written.

``pytest --accept`` rewrites the expected output with what the commands print now.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from summarizer.cli.main import main

ROOT = Path(__file__).parent.parent.parent
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_PROMPT = "% "


class Difference(Exception):
    """A command printed something else, or left with another status."""


class CommandFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        yield CommandItem.from_parent(self, name=self.path.stem)


class CommandItem(pytest.Item):
    """All blocks of one file, in order, in one new folder."""

    def runtest(self) -> None:
        written = self.path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            now = played(written, Path(folder))
        if now == written:
            return
        if self.config.getoption("accept"):
            self.path.write_text(now, encoding="utf-8")
            return
        lines = difflib.unified_diff(written.splitlines(), now.splitlines(), "expected", "printed", lineterm="", n=2)
        raise Difference("\n".join(lines))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        if isinstance(excinfo.value, Difference):
            return f"{excinfo.value}\n(--accept writes what was printed into {self.path.name})"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"command test {self.name}"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".md" and file_path.parent == Path(__file__).parent and file_path.name != "README.md":
        file: pytest.Collector = CommandFile.from_parent(parent, path=file_path)
        return file
    return None


def played(written: str, folder: Path) -> str:
    """Return the text of a command test with the output that its commands give now."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("__pycache__"))

    def block(match: re.Match[str]) -> str:
        info, body = match["info"].strip(), match["body"]
        if info.startswith("file="):
            path = folder / info.removeprefix("file=")
            assert path.resolve().is_relative_to(folder.resolve()), path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        elif info == "replace":
            _replace(body, folder)
        elif body.startswith(_PROMPT):
            body = session(body, folder)
        return f"{match['fence']}{match['info']}\n{body}{match['fence']}"

    return _FENCE.sub(block, written)


def _replace(body: str, folder: Path) -> None:
    """Exchange, in a file named in the first line, the second line for the third."""
    name, old, new = body.rstrip("\n").split("\n")
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def session(body: str, folder: Path) -> str:
    """Return the commands of one block, each with what it prints and how it leaves."""
    commands = [line for line in body.split("\n") if line.startswith(_PROMPT)]
    shown = []
    for command in commands:
        ran = run(command.removeprefix(_PROMPT), folder)
        errors = "".join(f"2> {line}\n" for line in ran.stderr.splitlines())
        status = f"=> {ran.status}\n" if ran.status else ""
        shown.append(f"{command}\n{ran.stdout}{errors}{status}")
    return "".join(shown)


@dataclass(frozen=True)
class Ran:
    stdout: str
    stderr: str
    status: int


def run(command: str, folder: Path) -> Ran:
    """Run ``[NAME=value …] summarizer …`` in ``folder``, or ``cat FILE``."""
    words = shlex.split(command)
    settings = {"SUMMARIZER_LANG": "en", "COLUMNS": "100", "NO_COLOR": ""}
    while "=" in words[0]:
        name, _equals, value = words.pop(0).partition("=")
        settings[name] = value
    if words[0] == "cat":
        return Ran("".join((folder / name).read_text(encoding="utf-8") for name in words[1:]), "", 0)
    assert words[0] == "summarizer", command
    out, err = _Stream(), _Stream()
    with contextlib.ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ, settings))
        stack.enter_context(mock.patch.object(sys, "argv", words))
        stack.enter_context(contextlib.chdir(folder))
        stack.enter_context(contextlib.redirect_stdout(out))
        stack.enter_context(contextlib.redirect_stderr(err))
        try:
            main()
            status = 0
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return Ran(out.text(), err.text(), status)


class _Stream(io.TextIOWrapper):
    """A stream like a pipe: bytes below, no terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")

    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        text = self.buffer.getvalue().decode("utf-8")
        # So that what is printed next stands on a line of its own.
        return text if not text or text.endswith("\n") else f"{text}\n"
