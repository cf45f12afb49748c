"""The command line: build, facts; what it prints, and with which status it leaves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, PROJECTS, Folder, Result

Run = Callable[..., Result]
TEXT = ("--format", "text")


def test_build_says_what_it_wrote_and_then_that_nothing_changed(folder: Folder, run: Run, tmp_path: Path) -> None:
    first = run("build", folder.path, "--output", tmp_path / "out", *TEXT)
    assert first.status == 0
    assert f"{tmp_path / 'out' / 'forest'}: wrote report-draft.txt" in first.out
    assert "up to date" in run("build", folder.path, "-o", tmp_path / "out", *TEXT).out
    final = run("build", folder.path, "-o", tmp_path / "out", "-f", "text", "-f", "facts", "--final")
    assert final.status == 0
    assert "wrote report.txt, facts.json" in final.out


def test_an_edited_file_is_said(folder: Folder, run: Run, tmp_path: Path) -> None:
    run("build", folder.path, "-o", tmp_path, *TEXT)
    (tmp_path / "forest" / "report-draft.txt").write_text("改")
    said = run("build", folder.path, "-o", tmp_path, *TEXT).out
    assert "report-draft.txt had been edited" in said
    assert "report-draft.1.txt" in said


def test_where_the_other_findings_are_shown(make_folder: Callable[[str], Folder], run: Run, tmp_path: Path) -> None:
    report = make_folder("my report")
    plot = "plot{}:\n  name: {}号地块\n  invested: 60万元\n  annual_plan: 50万元\n  rate: 90%\n"
    report.section(PROJECTS + "".join(plot.format(number, number) for number in range(1, 9)))
    said = run("build", report.path, "-o", tmp_path / "out", *TEXT).out
    assert f"more findings; `summarizer check --prose '{report.path}'` shows them" in said


def test_a_folder_of_reports(make_folder: Callable[[str], Folder], run: Run, tmp_path: Path) -> None:
    for name in ("b", "a"):
        make_folder(name)
    result = run("build", tmp_path / "content", "-o", tmp_path / "out", *TEXT)
    assert result.status == 0
    assert [path.parent.name for path in sorted((tmp_path / "out").rglob("report-draft.txt"))] == ["a", "b"]


def test_one_bad_report_does_not_stop_the_others(make_folder: Callable[[str], Folder], run: Run, tmp_path: Path) -> None:
    make_folder("a").change("projects.yaml", "4100万元", "x")
    make_folder("b")
    result = run("build", tmp_path / "content", "-o", tmp_path / "out", *TEXT)
    assert result.status == 2
    assert "a/projects.yaml:10" in result.err
    assert (tmp_path / "out" / "b" / "report-draft.txt").is_file()
    assert not (tmp_path / "out" / "a").exists()


def test_several_folders_and_two_of_one_name(make_folder: Callable[[str], Folder], run: Run, tmp_path: Path) -> None:
    a, b = make_folder("a"), make_folder("b")
    assert run("build", a.path, b.path, a.path, "-o", tmp_path / "out", *TEXT).status == 0
    other = make_folder("deeper/a")
    result = run("build", a.path, other.path, "-o", tmp_path / "out2", *TEXT)
    assert result.status == 2
    assert "same folder" in result.err
    assert not (tmp_path / "out2").exists()


@pytest.mark.parametrize(
    "arguments", [("build",), ("build", "nowhere"), ("build", ".", "--format", "odt"), ("build", "--nope", "x"), ("nonsense",)]
)
def test_what_cannot_run_leaves_with_2(run: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.status == 2
    assert result.err
    assert "Traceback" not in result.err


def test_a_final_is_refused_while_an_error_stands(empty: Folder, run: Run, tmp_path: Path) -> None:
    empty.section("shape: indicator\nbeds:\n  actual: 60张\n  rate: 145.45%\n")
    assert run("build", empty.path, "-o", tmp_path / "out", *TEXT).status == 0
    before = sorted((tmp_path / "out").rglob("*"))
    result = run("build", empty.path, "-o", tmp_path / "out", "--final", *TEXT)
    assert result.status == 1
    assert "refused" in result.err
    assert sorted((tmp_path / "out").rglob("*")) == before


def test_bad_input_message_has_place_remedy_and_status_2(folder: Folder, run: Run, tmp_path: Path) -> None:
    folder.change("projects.yaml", "4100万元", "41..5万元")
    result = run("build", folder.path, "-o", tmp_path / "out", *TEXT)
    assert result.status == 2
    assert f"{folder.path}/projects.yaml:10:13: invested: a number with too many points" in result.err
    assert "written: 41..5万元" in result.err
    assert "to mend: " in result.err


def test_messages_in_chinese(folder: Folder, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", "zh_CN")
    result = run("build", folder.path, "-o", tmp_path / "out", *TEXT)
    assert result.status == 0
    assert (tmp_path / "out" / "forest" / "report-draft.txt").is_file()


@pytest.mark.parametrize(("language", "words"), [("en", "  error: {}/projects.yaml:13: "), ("zh_CN", "  错误：{}/projects.yaml:13: ")])
def test_findings_name_the_file_as_the_user_does_in_every_language_and_when_nothing_changed(
    folder: Folder, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", language)
    folder.prose("完成XX万元。")
    for _ in range(2):
        assert words.format(folder.path) in run("build", folder.path, "-o", tmp_path / "out", *TEXT).out


# facts


def test_facts_list(folder: Folder, run: Run) -> None:
    result = run("facts", "list", folder.path)
    assert result.status == 0
    assert "9 figures" in result.out
    (line,) = [line for line in result.out.splitlines() if line.startswith("projects.road.invested")]
    assert "4100万元" in line
    assert "projects.yaml:10" in line
    assert "林区道路完成投资" in line
    (line,) = [line for line in result.out.splitlines() if line.startswith("projects.road.rate")]
    assert "102.5%" in line
    assert "derived" in line


def test_facts_list_of_some_as_json(folder: Folder, run: Run) -> None:
    rows = json.loads(run("facts", "list", folder.path, "projects.*.total", "--json").out)
    assert [(row["id"], row["text"], row["value"], row["unit"]) for row in rows] == [
        ("projects.road.total", "1.20亿元", "120000000", "元"),
        ("projects.park.total", "2亿元", "200000000", "元"),
    ]


def test_facts_where_shows_source_and_uses(folder: Folder, run: Run) -> None:
    result = run("facts", "where", folder.path, "projects.road.invested")
    assert result.status == 0
    assert "projects.yaml:10:13" in result.out
    assert "完成投资【4100万元】" in result.out
    assert "projects.yaml:13" in result.out
    assert "（一）抓项目" in result.out
    assert "not used" in run("facts", "where", folder.path, "projects.road.annual_plan").out
    for command in ("where", "why"):
        everything = run("facts", command, folder.path).out
        assert all(f"{id}  " in everything for id in ("projects.total_sum", "projects.road.invested", "projects.park.total"))
    assert "derived: projects.road.invested ÷ projects.road.annual_plan" in run("facts", "where", folder.path, "projects.road.rate").out


def test_facts_why_shows_what_is_known(folder: Folder, run: Run) -> None:
    folder.write(
        "projects.yaml",
        "as_of: 2023-12-31\nsection: 造林科\nstatus: 已核实\nbasis: 全口径\nevidence: 年报\n" + folder.read("projects.yaml"),
    )
    out = run("facts", "why", folder.path, "projects.road.rate", "projects.road.invested").out
    for words in (
        "projects.road.invested = 4100万元",
        "rounded half up",
        "2023年12月31日",
        "造林科",
        "verified",
        "全口径",
        "年报",
        "feeds: projects.road.rate",
    ):
        assert words in out, words


def test_facts_of_an_unknown_id_name_the_nearest(folder: Folder, run: Run) -> None:
    for command in ("list", "where", "why"):
        result = run("facts", command, folder.path, "projects.road.invest")
        assert result.status == 2
        assert "projects.road.invested" in result.err


def test_facts_find_the_only_report_around(
    make_folder: Callable[[str], Folder], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folder("a")
    monkeypatch.chdir(tmp_path)
    assert "9 figures" in run("facts", "list").out
    assert run("facts", "where", "projects.road.invested").status == 0
    make_folder("b")
    result = run("facts", "list")
    assert result.status == 2
    assert "content/a" in result.err
    monkeypatch.chdir(tmp_path / "content" / "b")
    assert "9 figures" in run("facts", "list").out


@pytest.mark.parametrize("content", EXAMPLES, ids=lambda path: path.name)
def test_every_fact_of_an_example_can_be_asked_for(content: Path, run: Run) -> None:
    from summarizer.facts import load

    ids = list(load(content).facts)
    out = run("facts", "where", content, *ids).out
    assert [id for id in ids if f"{id}  " not in out] == []


def test_version_and_help(run: Run) -> None:
    assert "summarizer" in run("--version").out
    out = run("--help").out
    for command in ("build", "facts", "new", "schema"):
        assert f"  {command} " in out
