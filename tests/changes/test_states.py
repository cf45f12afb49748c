"""Which state a user means: folders, builds, manifests, revisions; and what is said where there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.build import build
from summarizer.changes.comparison import compare
from summarizer.errors import SummarizerError
from summarizer.manifest import load_manifest
from summarizer.states import last_build, of_content, state
from tests.conftest import Folder, Result

Run = Callable[..., Result]
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> None:
    who = {f"GIT_{role}_{what}": "office" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    settings = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=settings)


@pytest.fixture
def repository(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A report under ``content/forest`` that was committed, and changed since."""
    folder.write("evidence.bin", bytes(range(256)))
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    folder.change("projects.yaml", "4100万元", "4200万元")
    git(tmp_path, "commit", "-q", "-a", "-m", "second")
    folder.change("projects.yaml", "4200万元", "4300万元")
    monkeypatch.chdir(tmp_path)
    return folder


# Builds


def test_a_build_is_the_content_it_was_made_from(folder: Folder, tmp_path: Path) -> None:
    build(folder.path, tmp_path / "out", formats=["text"])
    was = last_build(folder.path, tmp_path / "out")
    assert compare(was, of_content(folder.path)).same
    assert was.figures["projects.road.invested"].label == "林区道路完成投资"
    assert was.figures["projects.road.invested"].place == "projects.yaml:10"
    assert state(str(tmp_path / "out" / "forest")).document == state(str(tmp_path / "out" / "forest" / "manifest-draft.json")).document


def test_the_last_build_is_the_one_written_last(folder: Folder, tmp_path: Path) -> None:
    build(folder.path, tmp_path, formats=["text"], final=True)
    assert "final" in last_build(folder.path, tmp_path).name
    folder.change("projects.yaml", "4100万元", "4200万元")
    build(folder.path, tmp_path, formats=["text"])
    draft, final = tmp_path / "forest" / "manifest-draft.json", tmp_path / "forest" / "manifest.json"
    os.utime(final, ns=(1, 1))
    assert "draft" in last_build(folder.path, tmp_path).name
    os.utime(draft, ns=(1, 1))
    assert "final" in last_build(folder.path, tmp_path).name


def test_a_build_of_a_version_that_kept_no_facts(folder: Folder, tmp_path: Path) -> None:
    """Labels come from the other side, and figures that the document never showed are nobody's news."""
    build(folder.path, tmp_path, formats=["text"])
    path = tmp_path / "forest" / "manifest-draft.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    del raw["facts"], raw["setting"]
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert load_manifest(path) is not None
    folder.change("projects.yaml", "invested: 4100万元", "invested: 4200万元")
    comparison = compare(last_build(folder.path, tmp_path), of_content(folder.path))
    assert [one.figure.fact for one in comparison.figures] == ["projects.road.invested", "projects.road.rate"]
    assert [one.figure.label for one in comparison.figures] == ["林区道路完成投资", "林区道路完成率"]


def test_what_a_later_version_keeps_besides_is_no_damage(folder: Folder, tmp_path: Path) -> None:
    build(folder.path, tmp_path, formats=["text"])
    path = tmp_path / "forest" / "manifest-draft.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"later": [1]}), encoding="utf-8")
    assert compare(last_build(folder.path, tmp_path), of_content(folder.path)).same


def test_the_facts_beside_such_a_build_are_read(folder: Folder, tmp_path: Path) -> None:
    build(folder.path, tmp_path, formats=["facts"])
    path = tmp_path / "forest" / "manifest-draft.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    del raw["facts"]
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert last_build(folder.path, tmp_path).figures["projects.park.total"].text == "2亿元"


@pytest.mark.parametrize("damage", ["{", "", '{"version": 99}', '{"version": 1, "document": {"is": "Nothing"}}'])
def test_a_damaged_model_is_said(folder: Folder, tmp_path: Path, damage: str) -> None:
    build(folder.path, tmp_path, formats=["text"])
    (tmp_path / "forest" / "model-draft.json").write_text(damage, encoding="utf-8")
    with pytest.raises(SummarizerError, match="missing or damaged"):
        last_build(folder.path, tmp_path)


@pytest.mark.parametrize(
    "damage",
    [{"facts": [{"id": 1}]}, {"facts": ["x"]}, {"findings": [{"code": "X"}]}, {"findings": {"a": 1}}, {"setting": {"fonts": [1]}}],
)
def test_a_damaged_manifest_is_said(folder: Folder, tmp_path: Path, damage: dict[str, object]) -> None:
    build(folder.path, tmp_path, formats=["text"])
    path = tmp_path / "forest" / "manifest-draft.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | damage), encoding="utf-8")
    with pytest.raises(SummarizerError, match="damaged"):
        last_build(folder.path, tmp_path)


def test_no_build(folder: Folder, tmp_path: Path) -> None:
    with pytest.raises(SummarizerError, match="no build of this report") as caught:
        last_build(folder.path, tmp_path)
    assert "summarizer build" in caught.value.hint


# Revisions


@needs_git
def test_a_revision_as_git_writes_it(repository: Folder, run: Run) -> None:
    result = run("diff", "HEAD~1:content/forest", "HEAD:content/forest")
    assert result.status == 1
    assert "4100万元 → 4200万元 (+100万元, +2.44%)" in result.out
    assert "before: HEAD~1:content/forest\nafter:  HEAD:content/forest\n" in result.out


@needs_git
def test_a_report_beside_itself_in_a_revision(repository: Folder, run: Run) -> None:
    assert "4200万元 → 4300万元" in run("diff", "--rev", "HEAD", "content/forest").out
    assert "4100万元 → 4300万元" in run("diff", "--rev", "main~1", repository.path).out


@needs_git
def test_from_a_folder_below_and_from_elsewhere(repository: Folder, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(repository.path.parent)
    assert "4200万元 → 4300万元" in run("diff", "HEAD:forest", "forest").out
    assert "4200万元 → 4300万元" in run("diff", "HEAD:content/forest", "forest").out
    monkeypatch.chdir(repository.path)
    assert "4200万元 → 4300万元" in run("diff", "--rev", "HEAD", ".").out
    assert "4200万元 → 4300万元" in run("diff", "HEAD:.", ".").out
    monkeypatch.chdir("/")
    assert "4200万元 → 4300万元" in run("diff", "--rev", "HEAD", repository.path).out


@needs_git
def test_the_working_tree_is_left_alone(repository: Folder, run: Run, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    run("diff", "HEAD~1:content/forest", "content/forest")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@needs_git
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nonsense:content/forest", "no such revision"),
        ("--output=x:content/forest", "no such revision"),
        ("HEAD:content/other", "there was no report in this folder then"),
        ("HEAD:../../etc", "there was no report in this folder then"),
    ],
)
def test_what_is_not_in_git(repository: Folder, run: Run, named: str, said: str) -> None:
    result = run("diff", "--", named, "content/forest")
    assert result.status == 2
    assert said in result.err
    assert "to mend:" in result.err


@needs_git
def test_a_mistake_in_an_old_revision_is_told_with_its_place_there(repository: Folder, run: Run, tmp_path: Path) -> None:
    repository.change("projects.yaml", "4300万元", "4..3万元")
    git(tmp_path, "commit", "-q", "-a", "-m", "third")
    repository.change("projects.yaml", "4..3万元", "4300万元")
    result = run("diff", "--rev", "HEAD", "content/forest")
    assert result.status == 2
    assert "HEAD:content/forest/projects.yaml:10:13: invested: a number with too many points" in result.err


@needs_git
def test_outside_a_repository(folder: Folder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent.parent))
    result = run("diff", "--rev", "HEAD", "forest")
    assert result.status == 2
    assert "not in a git repository" in result.err


def test_without_git(folder: Folder, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("diff", "--rev", "HEAD", folder.path)
    assert result.status == 2
    assert "git is not installed" in result.err


# The command


def test_the_report_and_the_redline_are_saved(folder: Folder, run: Run, tmp_path: Path) -> None:
    build(folder.path, tmp_path / "out", formats=["text"])
    folder.change("projects.yaml", "4100万元", "4200万元")
    page, word = tmp_path / "d.html", tmp_path / "d.docx"
    result = run("diff", folder.path, "-o", tmp_path / "out", "-f", "html", "--save", page, "--redline", word, "--author", "县府办")
    assert (result.status, result.out) == (1, "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert word.read_bytes()[:2] == b"PK"
    assert "县府办" in _document(word)
    same = run("diff", folder.path, "-o", tmp_path / "out", "--save", word, "--redline", word)
    assert same.status == 2
    assert "would be one file" in same.err


def test_an_edited_redline_is_kept(folder: Folder, run: Run, tmp_path: Path) -> None:
    word, report = tmp_path / "修订.docx", tmp_path / "d.txt"
    build(folder.path, tmp_path / "out", formats=["text"])
    unchanged = run("diff", folder.path, "-o", tmp_path / "out", "--redline", word)
    assert (unchanged.status, "no redline was written" in unchanged.err, word.exists()) == (0, True, False)
    folder.change("projects.yaml", "4100万元", "4200万元")
    word.write_bytes(b"edited")
    result = run("diff", folder.path, "-o", tmp_path / "out", "--redline", word, "--save", report)
    assert result.err.splitlines() == [
        f"wrote {report}",
        f"{word} was there already; it is now {tmp_path / '修订.1.docx'}",
        f"wrote {word}",
    ]
    assert (tmp_path / "修订.1.docx").read_bytes() == b"edited"
    assert word.read_bytes()[:2] == b"PK"
    refused = run("diff", folder.path, "-o", tmp_path / "out", "--redline", tmp_path / "a.pdf")
    assert (refused.status, "what --redline writes is a DOCX" in refused.err, (tmp_path / "a.pdf").exists()) == (2, True, False)


def _document(path: Path) -> str:
    import zipfile

    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()
