"""Builds: what is written, what is left alone, and that the same input gives the same bytes."""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.build import Built, build
from summarizer.document import figures_of, loads
from summarizer.errors import ErrorGroup, OutputError, SourceError, SummarizerError
from summarizer.facts import load
from tests.conftest import EXAMPLES, PROJECTS, REPORT, Folder, files

QUICK = ("text", "html", "facts", "docx")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def text_of(built: Built) -> str:
    return (built.folder / "report-draft.txt").read_text(encoding="utf-8")


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    diff = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]
    return [line[2:] for line in diff if line[0] == "-"], [line[2:] for line in diff if line[0] == "+"]


def test_names_of_a_draft_and_of_a_final(folder: Folder, out: Path) -> None:
    draft = build(folder.path, out, formats=QUICK)
    assert set(files(draft.folder)) == {
        "report-draft.docx",
        "report-draft.txt",
        "index-draft.html",
        "facts-draft.json",
        "manifest-draft.json",
        "model-draft.json",
    }
    final = build(folder.path, out, formats=QUICK, final=True)
    assert {"report.docx", "report.txt", "index.html", "facts.json", "manifest.json", "model.json"} <= set(files(final.folder))
    assert draft.folder == final.folder == out / "forest"
    assert draft.written == [name for name in draft.written if "model" not in name]


def test_one_changed_figure_changes_everywhere_and_nothing_else(folder: Folder, out: Path) -> None:
    folder.write("report.yaml", folder.read("report.yaml").replace("完成了各项任务", "完成投资{{ projects.road.invested }}"))
    folder.write("report.yaml", folder.read("report.yaml") + "appendix: [projects]\n")
    before = text_of(build(folder.path, out, formats=QUICK))
    folder.change("projects.yaml", "4100万元", "4321万元")
    after = text_of(build(folder.path, out, formats=QUICK))
    old, new = changed_lines(before, after)
    assert len(old) == len(new) == 3
    assert before.count("4100万元") == after.count("4321万元") == 3
    assert "4100" not in after
    swapped = [line.replace("4100万元", "4321万元").replace("102.5%", "108.03%") for line in old]
    assert swapped == new


def test_an_unused_figure_changes_no_text(folder: Folder, out: Path) -> None:
    folder.change("projects.yaml", "  total_sum: 3.2亿元\n", "  total_sum: 3.2亿元\n  spare: 5个\n")
    build(folder.path, out, formats=QUICK)
    folder.change("projects.yaml", "spare: 5个", "spare: 6个")
    built = build(folder.path, out, formats=QUICK)
    assert "facts-draft.json" in built.written


def test_up_to_date_writes_nothing(folder: Folder, out: Path) -> None:
    first = build(folder.path, out, formats=QUICK)
    assert len(first.written) == 4
    stamps = {path: path.stat().st_mtime_ns for path in first.folder.iterdir()}
    second = build(folder.path, out, formats=QUICK)
    assert (second.written, second.moved) == ([], [])
    assert len(second.kept) == 4
    assert {path: path.stat().st_mtime_ns for path in first.folder.iterdir()} == stamps


def test_only_what_depends_on_a_change_is_written(folder: Folder, out: Path) -> None:
    build(folder.path, out, formats=QUICK)
    folder.write("templates/page.html.j2", (Path(__file__).parent.parent / "templates" / "page.html.j2").read_text() + "\n<!-- eigen -->\n")
    assert build(folder.path, out, formats=QUICK).written == ["index-draft.html"]
    folder.write("projects.yaml", folder.read("projects.yaml") + "# 一行说明\n")
    assert build(folder.path, out, formats=QUICK).written == []


def test_an_own_template_of_the_body_is_noticed(folder: Folder, out: Path) -> None:
    build(folder.path, out, formats=("text",))
    folder.write("templates/parts/project.md.j2", "{{ entry.name }}另写。\n")
    built = build(folder.path, out, formats=("text",))
    assert built.written == ["report-draft.txt"]
    assert "森林公园另写。" in text_of(built)
    shutil.rmtree(folder.path / "templates")
    assert "另写" not in text_of(build(folder.path, out, formats=("text",)))


def test_one_format_after_the_other_keeps_both(folder: Folder, out: Path) -> None:
    build(folder.path, out, formats=("text",))
    built = build(folder.path, out, formats=("html",))
    manifest = json.loads((built.folder / "manifest-draft.json").read_text())
    assert {"report-draft.txt", "index-draft.html"} <= set(manifest["written"])
    assert build(folder.path, out, formats=("text", "html")).written == []


def test_an_edited_output_is_kept_beside(folder: Folder, out: Path) -> None:
    built = build(folder.path, out, formats=("text", "html"))
    path = built.folder / "report-draft.txt"
    for n, words in ((1, "我改过的"), (2, "又改过的")):
        path.write_text(words, encoding="utf-8")
        again = build(folder.path, out, formats=("text", "html"))
        assert again.moved == [("report-draft.txt", f"report-draft.{n}.txt")]
        assert (built.folder / f"report-draft.{n}.txt").read_text(encoding="utf-8") == words
        assert "林区道路" in path.read_text(encoding="utf-8")
    assert build(folder.path, out, formats=("text", "html")).moved == []


def test_a_file_of_somebody_elses_is_never_overwritten(folder: Folder, out: Path) -> None:
    (out / "forest").mkdir(parents=True)
    (out / "forest" / "report-draft.txt").write_text("早就在这里", encoding="utf-8")
    built = build(folder.path, out, formats=("text",))
    assert built.moved == [("report-draft.txt", "report-draft.1.txt")]
    assert (built.folder / "report-draft.1.txt").read_text(encoding="utf-8") == "早就在这里"


def test_a_deleted_output_is_made_again(folder: Folder, out: Path) -> None:
    built = build(folder.path, out, formats=QUICK)
    (built.folder / "index-draft.html").unlink()
    again = build(folder.path, out, formats=QUICK)
    assert again.written == ["index-draft.html"]


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"version": 1}', '{"version": 99}', '{"version": 1, "id": "x", "state": "draft", "written": 5}']
)
def test_a_damaged_manifest_only_costs_a_rebuild(folder: Folder, out: Path, damage: str) -> None:
    built = build(folder.path, out, formats=("text",))
    (built.folder / "manifest-draft.json").write_text(damage)
    again = build(folder.path, out, formats=("text",))
    assert again.written == ["report-draft.txt"]
    assert text_of(again)


def test_bad_input_leaves_earlier_output_as_it_was(folder: Folder, out: Path) -> None:
    build(folder.path, out, formats=QUICK)
    before = files(out)
    for old, new in (
        ("4100万元", "41..5万元"),
        ("{{ name }}", "{{ nmae }}"),
        ("annual_plan: 4000", "annual_pln: 4000"),
        ("heading:", "\theading:"),
        ("{{ invested }}", "{{ invested|replace('1', '2') }}"),
        ("4100万元", "41\ue00000万元"),
    ):
        good = folder.read("projects.yaml")
        with pytest.raises(SummarizerError) as caught:
            build(folder.change("projects.yaml", old, new).path, out, formats=QUICK)
        assert caught.value.exit_code == 2
        assert files(out) == before
        folder.write("projects.yaml", good)
    assert build(folder.path, out, formats=QUICK).written == []


def test_output_that_cannot_be_written(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(OutputError) as caught:
            build(folder.path, target, formats=("text",))
        assert "--output" in caught.value.hint
        assert str(target) in str(caught.value.where)
    (tmp_path / "out" / "forest" / "report-draft.txt").mkdir(parents=True)
    build_result = build(folder.path, tmp_path / "out", formats=("text",))
    assert (build_result.folder / "report-draft.txt").is_file()


def test_nothing_half_written_is_left(folder: Folder, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(folder.path, out, formats=("text",))
    before = files(out)

    def full(_stream: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        build(folder.change("projects.yaml", "4100万元", "4200万元").path, out, formats=("text",))
    assert files(out) == before


def test_gbk_source_is_built_with_a_note(folder: Folder, out: Path) -> None:
    built = build(folder.section(folder.read("projects.yaml").encode("gbk")).path, out, formats=("text",))
    assert "林区道路" in text_of(built)
    assert any("GBK" in note for note in built.notes)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such folder"):
        build(tmp_path / "nowhere", tmp_path / "out")


def test_many_mistakes_are_one_error(folder: Folder, out: Path) -> None:
    with pytest.raises(ErrorGroup) as caught:
        build(folder.change("projects.yaml", "4100万元", "x").change("projects.yaml", "name: 林区道路", "nam: 林区道路").path, out)
    assert len(caught.value.errors) == 2
    assert not out.exists()


def test_the_model_and_the_manifest_tell_what_was_read(folder: Folder, out: Path) -> None:
    built = build(folder.path, out, formats=("text",))
    manifest = json.loads((built.folder / "manifest-draft.json").read_text())
    assert set(manifest["content"]) == {"report.yaml", "projects.yaml"}
    assert "summary.md.j2" in manifest["templates"]
    assert "parts/project.md.j2" in manifest["templates"]
    document = loads((built.folder / "model-draft.json").read_text(encoding="utf-8"))
    assert "projects.road.invested" in {ref.fact for _block, ref in figures_of(document)}
    assert str(folder.path.parent) not in (built.folder / "manifest-draft.json").read_text()


BUILD = "import sys; from pathlib import Path; from summarizer.build import build; build(Path(sys.argv[1]), Path(sys.argv[2]))"


@pytest.fixture(scope="module")
def two_places(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """Two builds at the same time, in other folders, hash seeds, time zones and languages; with a finding, in every format."""
    root = tmp_path_factory.mktemp("places")
    running = []
    for n, (lang, seed, zone, locale) in enumerate([("en", "1", "UTC", "C"), ("zh_CN", "2", "Asia/Shanghai", "C.UTF-8")]):
        folder = Folder(root / f"place{n}" / "forest").write("report.yaml", REPORT).section(PROJECTS)
        folder.change("projects.yaml", "目前{{ progress }}", "目前{{ progress }}，还有37处")
        environ = {**os.environ, "SUMMARIZER_LANG": lang, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "0"}
        command = [sys.executable, "-c", BUILD, str(folder.path), str(root / f"out{n}")]
        running.append(subprocess.Popen(command, env=environ, cwd=folder.path, stderr=subprocess.PIPE, text=True))
    for process in running:
        _out, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint
    return [files(root / f"out{n}" / "forest") for n in range(2)]


def test_same_input_same_bytes_elsewhere_and_in_another_locale(two_places: list[dict[str, bytes]]) -> None:
    one, other = two_places
    assert set(one) == set(other)
    assert len(one) == 7
    assert [name for name in one if one[name] != other[name] and not name.startswith("manifest")] == []


def test_same_manifest_elsewhere_and_in_another_locale(two_places: list[dict[str, bytes]]) -> None:
    one, other = two_places
    assert one["manifest-draft.json"] == other["manifest-draft.json"]


@pytest.mark.parametrize("content", EXAMPLES, ids=lambda path: path.name)
def test_every_figure_of_an_example_is_in_its_text(content: Path, out: Path) -> None:
    text = text_of(build(content, out, formats=("text",)))
    facts = [fact for fact in load(content).facts.values() if not fact.derivation]
    assert len(facts) > 60
    assert [fact.id for fact in facts if fact.text not in text] == []


def test_twenty_figures_of_the_example_one_by_one(out: Path, make_folder: Callable[[str], Folder]) -> None:
    """Change a figure: the new text is the old one with this figure's uses exchanged, and those of what is derived from it."""
    folder = make_folder("copy")
    shutil.rmtree(folder.path)
    shutil.copytree(EXAMPLES[-1], folder.path)
    rendered = folder.render()
    before = [(ref.fact, ref.text) for _block, ref in figures_of(rendered.document)]
    facts = folder.load()
    chosen = [fact for fact in facts.facts.values() if fact.quantity and re.fullmatch(r"\d+[万亿]*\w", fact.text)][::3][:20]
    assert len(chosen) >= 10
    for fact in chosen:
        name = fact.where.path.rsplit("/", 1)[-1]
        text = folder.read(name)
        folder.write(name, f"{text[: fact.start]}7{fact.text}{text[fact.end :]}")
        after = [(ref.fact, ref.text) for _block, ref in figures_of(folder.document())]
        derived = {other.id for other in facts.facts.values() if other.derivation and fact.id in other.derivation.operands}
        assert len(after) == len(before)
        for (id, old), (same, new) in zip(before, after, strict=True):
            assert id == same
            if id == fact.id:
                assert new == f"7{old}"
            elif id not in derived and fact.id not in id:
                assert new == old
        folder.write(name, text)
