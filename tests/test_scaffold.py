"""A new report: it builds at once, and never lands on top of something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.build import build
from summarizer.errors import OutputError
from summarizer.facts import load
from summarizer.scaffold import scaffold
from tests.conftest import Result


def test_it_builds_at_once(tmp_path: Path) -> None:
    names = [path.name for path in scaffold(tmp_path / "a" / "b", "示例县教育局", 2022)]
    assert names == ["indicators.yaml", "plans.yaml", "projects.yaml", "report.yaml", "services.yaml"]
    built = build(tmp_path / "a" / "b", tmp_path / "out", formats=("docx", "html", "text", "facts"))
    text = (built.folder / "report-draft.txt").read_text(encoding="utf-8")
    assert "示例县教育局" in text
    assert "2023年" in text
    assert "@" not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "a" / "b").iterdir())
    assert not [finding for finding in built.findings if finding.severity == "error"]


def test_every_file_is_commented(tmp_path: Path) -> None:
    assert all("#" in path.read_text(encoding="utf-8") for path in scaffold(tmp_path / "a", "示例局", 2022))


@pytest.mark.parametrize(
    "bureau", ["示例局: 甲", "#局", "'局'", '"局"', "- 局", "{局}", "*局", "局 # 乙", "[局]", "&局", "@YEAR@局", "局\\n", "%局", "!局", "|"]
)
def test_any_name_of_a_bureau_is_kept(tmp_path: Path, bureau: str) -> None:
    scaffold(tmp_path / "a", bureau, 2022)
    facts = load(tmp_path / "a")
    assert facts.report.bureau == bureau
    assert facts.report.signature == (bureau,)


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("我的")
    for target in (tmp_path, tmp_path / "x"):
        with pytest.raises(OutputError, match="not empty"):
            scaffold(target, "示例局", 2022)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    (tmp_path / "empty").mkdir()
    assert scaffold(tmp_path / "empty", "示例局", 2022)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("我的")
    with pytest.raises(OutputError):
        scaffold(tmp_path / "x" / "y", "示例局", 2022)


def test_a_name_that_is_no_line_is_refused(tmp_path: Path, run: Callable[..., Result]) -> None:
    for bureau in ("", "  ", "甲\n乙", "甲\ue000"):
        result = run("new", tmp_path / "a", "--bureau", bureau)
        assert result.status == 2
        assert "one line" in result.err
        assert not (tmp_path / "a").exists()


def test_the_command(tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("new", tmp_path / "a", "--bureau", "示例局", "--year", 2022)
    assert result.status == 0
    assert f"summarizer build {tmp_path / 'a'}" in result.out
    assert f"summarizer build '{tmp_path / 'my report'}'\n" in run("new", tmp_path / "my report").out
    assert load(tmp_path / "a").report.year == 2022
    assert run("new", tmp_path / "a").status == 2
    assert run("new", tmp_path / "b", "--year", 99).status == 2
