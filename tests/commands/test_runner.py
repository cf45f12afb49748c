"""The runner of command tests itself: it must see a difference."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def runner() -> ModuleType:
    spec = importlib.util.spec_from_file_location("command_runner", Path(__file__).parent / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["command_runner"] = module
    spec.loader.exec_module(module)
    return module


def test_output_errors_and_status_are_shown(runner: ModuleType, tmp_path: Path) -> None:
    text = "```\n% summarizer explain RATE99\nwrong\n```\n"
    now = runner.played(text, tmp_path)
    assert "wrong" not in now
    assert "2> Error: no such code or name: RATE99\n" in now
    assert now.endswith("=> 2\n```\n")


def test_files_are_written_and_replaced(runner: ModuleType, tmp_path: Path) -> None:
    text = "```file=a/b.txt\n一\n二\n```\n\n```replace\na/b.txt\n二\n三\n```\n\n```\n% cat a/b.txt\n一\n三\n```\n"
    assert runner.played(text, tmp_path) == text


def test_the_text_around_the_blocks_stays(runner: ModuleType, tmp_path: Path) -> None:
    text = "# Title\n\nwords\n\n```yaml\nnot: played\n```\n\nend\n"
    assert runner.played(text, tmp_path) == text


def test_a_text_to_replace_must_stand_there_once(runner: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="stands 2 times"):
        runner.played("```file=a\n一\n一\n```\n\n```replace\na\n一\n二\n```\n", tmp_path)


def test_nothing_is_written_outside_the_folder(runner: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        runner.played("```file=../outside\nx\n```\n", tmp_path / "inside")
    assert not (tmp_path / "outside").exists()
