"""From facts to findings: the examples and copies of them, the JSON contract, the gate of a final build."""

from __future__ import annotations

import datetime
import io
import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summarizer.build import build
from summarizer.check import check, check_facts, in_order
from summarizer.claims.base import Outcome
from summarizer.cli.main import cli
from summarizer.document import figures_of
from summarizer.errors import GateError
from summarizer.findings import Finding, Severity
from summarizer.i18n import speaking
from tests.conftest import EXAMPLES, Folder

TODAY = datetime.date(2024, 1, 11)
MINZHENG = next(path for path in EXAMPLES if path.name == "xianju-minzheng-2023")
WATER = next(path for path in EXAMPLES if path.name == "shili-water-2023")

Copied = Callable[[Path], Folder]


@pytest.fixture
def copied(tmp_path: Path) -> Copied:
    def copy(example: Path) -> Folder:
        return Folder(Path(shutil.copytree(example, tmp_path / example.name)))

    return copy


def checked(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, arguments), "--today", TODAY.isoformat()])


def found(*arguments: str | Path) -> list[dict[str, Any]]:
    """The findings that nobody acknowledged."""
    shape = json.loads(checked(*arguments, "--format", "json").stdout)
    return [finding for finding in shape["findings"] if "acknowledged" not in finding]


# The examples, unchanged and with one figure changed


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_unchanged_copy_passes(example: Path, copied: Copied) -> None:
    folder = copied(example)
    assert checked(folder.path).exit_code == 0
    assert found(folder.path) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_each_acknowledged_fault_is_there_and_has_its_reason(example: Path) -> None:
    facts = Folder(example).load()
    report = check([example], TODAY)
    acknowledged = [finding for finding in report.findings if finding.acknowledged]
    assert len(acknowledged) == len(report.findings)
    written = facts.sources["report.yaml"].text.count("- code:")
    assert len(acknowledged) == written


# Example, file, what stands there, what takes its place, code of the finding, figures that its working names.
CHANGES: dict[str, tuple[Path, str, str, str, str, tuple[str, ...]]] = {
    "an acknowledged rate no longer fits its place": (
        MINZHENG, "indicators.yaml", "actual: 60张\n  rate: 145.45%", "actual: 60张\n  target: 44张\n  rate: 145.45%", "RATE001",
        ("60张 ÷ 44张", "145.45%"),
    ),
    "one common floor": (
        MINZHENG, "projects.yaml", "invested: 约4116万元", "invested: 约4116万元\n    rate: 82%", "BOUND001", ("82% < 85%以上",),
    ),
    "invested of a project": (WATER, "works.yaml", "完成投资: 3360万元", "完成投资: 3630万元", "RATE001", ("3630万元 ÷ 3200万元", "105%")),
    "a sum": (WATER, "works.yaml", "完成投资合计: 9695万元", "完成投资合计: 9965万元", "SUM001",
              ("3360万元 + 4145万元 + 2190万元", "9965万元")),
    "a part of a declared total": (
        WATER, "rural_supply.yaml", "east: {value: 21.6公里", "east: {value: 26.1公里", "SUM001",
        ("26.1公里 + 19.5公里 + 17.3公里", "58.4公里"),
    ),
    "a difference": (WATER, "safety.yaml", "remaining: {value: 2处", "remaining: {value: 3处", "CHECK001", ("36处 + 3处", "38处")),
    "a share": (WATER, "rural_supply.yaml", "covered: {value: 18.32万人", "covered: {value: 13.82万人", "CHECK001",
                ("13.82万人 ÷ 20万人", "91.6%")),
    "percentage points": (WATER, "rural_supply.yaml", "rise: {value: 2.7个百分点", "rise: {value: 3.7个百分点", "CHECK001",
                          ("91.6% − 88.9%", "3.7个百分点")),
    "an average": (WATER, "safety.yaml", "per_drill: {value: 130人次", "per_drill: {value: 103人次", "CHECK001",
                   ("1560人次 ÷ 12场", "103人次")),
    "a place": (WATER, "rural_supply.yaml", "rank: 第五", "rank: 第十五", "RANK001", ("第十五", "9个")),
    "a floor": (WATER, "works.yaml", "最低完成率: 92%以上", "最低完成率: 92%以上\n完成率: 93%以上", "BOUND001", ("92.11% < 93%以上",)),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_one_changed_figure_is_named_with_its_working(change: str, copied: Copied) -> None:
    example, name, old, new, code, working = CHANGES[change]
    folder = copied(example).change(name, old, new)
    findings = [finding for finding in found(folder.path) if finding["severity"] == "error"]
    assert code in [finding["code"] for finding in findings], findings
    finding = next(finding for finding in findings if finding["code"] == code)
    for figure in working:
        assert figure in finding["working"]
    assert finding["message"]
    assert finding["hint"]
    result = checked(folder.path)
    assert result.exit_code == 1
    assert f"{finding['path']}:{finding['line']}:{finding['column']}: error {code}" in result.stdout


def test_an_acknowledged_rate_that_becomes_possible_leaves_an_idle_acknowledgement(copied: Copied) -> None:
    folder = copied(MINZHENG).change("indicators.yaml", "actual: 60张", "actual: 64张")
    (idle,) = found(folder.path)
    assert (idle["code"], idle["severity"]) == ("ACK001", "warning")
    assert checked(folder.path).exit_code == 0
    assert checked(folder.path, "--fail-on", "warning").exit_code == 1


def test_an_acknowledged_rate_that_stays_impossible_stays_acknowledged(copied: Copied) -> None:
    folder = copied(MINZHENG).change("indicators.yaml", "actual: 60张", "actual: 61张")
    assert found(folder.path) == []


def test_a_project_of_which_only_invested_and_rate_are_known(copied: Copied) -> None:
    """Money has no whole numbers: from 3800万元 and 95% alone nothing can be told, with the plan it can."""
    folder = copied(MINZHENG).change("projects.yaml", "invested: 3800万元", "invested: 3900万元")
    assert found(folder.path) == []
    folder.change("projects.yaml", "invested: 3900万元", "invested: 3900万元\n  annual_plan: 4000万元")
    (finding,) = found(folder.path)
    assert (finding["code"], finding["quote"]) == ("RATE001", "95%")
    assert "3900万元 ÷ 4000万元 = 97.5%" in finding["working"]


def test_a_figure_taken_away(copied: Copied) -> None:
    folder = copied(WATER).change("works.yaml", "完成投资: 3360万元", "完成投资: ''")
    assert "BLANK001" in [finding["code"] for finding in found(folder.path)]


# The JSON contract


@cache
def shapes(example: Path) -> dict[str, Any]:
    shape = json.loads(checked(example, "--format", "json", "--claims").stdout)
    assert isinstance(shape, dict)
    return shape


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_place_agrees_with_its_file(example: Path) -> None:
    shape = shapes(example)
    facts = Folder(example).load()
    assert shape["judged"]
    for item in (*shape["findings"], *shape["judged"]):
        text = Path(item["path"]).read_text(encoding="utf-8")
        assert item["quote"]
        assert text[item["start"] : item["end"]] == item["quote"]
        assert text.count("\n", 0, item["start"]) + 1 == item["line"]
        assert item["start"] - text.rfind("\n", 0, item["start"]) == item["column"]
        assert set(item["facts"]) <= set(facts.facts)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_counts_agree_with_what_is_listed(example: Path) -> None:
    shape = shapes(example)
    verdicts = Counter(item["verdict"] for item in shape["judged"])
    assert shape["claims"] == {str(outcome): verdicts[str(outcome)] for outcome in Outcome}
    (source,) = shape["sources"]
    facts = Folder(example).load()
    assert source["path"] == str(example)
    assert source["figures"] == sum(fact.quantity is not None and fact.derivation is None for fact in facts.facts.values())
    strong = {
        fact
        for item in shape["judged"]
        if item["verdict"] != "cannot-tell" and item["strength"] == "strong"
        for fact in item["facts"]
        if facts.facts[fact].derivation is None
    }
    assert source["figures_checked"] == len(strong)
    for item in shape["judged"]:
        assert bool(item["working"])
        assert bool(item["message"]) is (item["verdict"] in ("fails", "off-in-last-digit"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_findings_are_marked_where_their_first_fact_stands(example: Path) -> None:
    report = check([example], TODAY)
    document = Folder(example).document()
    count = len(list(document.blocks()))
    anchors = {figure.anchor: figure.fact for _block, figure in figures_of(document)}
    for finding in report.findings:
        used = set(finding.facts) & set(anchors.values())
        assert bool(finding.anchors) is bool(used)
        for anchor in finding.anchors:
            assert 0 <= anchor.block < count
            assert {anchors[figure] for figure in anchor.figures} <= set(finding.facts)


# One report among others


def test_one_that_cannot_be_read_does_not_stop_the_others(make_folder: Callable[[str], Folder]) -> None:
    good, bad = make_folder("b_good"), make_folder("a_bad")
    bad.write("projects.yaml", "road: [")
    good.change("projects.yaml", "invested: 4100万元", "invested: 4100万元\n  rate: 12%")
    report = check([good.path.parent], TODAY)
    assert [(Path(source.path).name, source.error is None) for source in report.sources] == [("a_bad", False), ("b_good", True)]
    assert [finding.code for finding in report.findings] == ["RATE001"]
    assert set(report.texts) == {str(good.path / name) for name in ("report.yaml", "projects.yaml")}
    result = checked(good.path.parent, "--format", "json")
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["findings"]) == 1


def test_no_such_folder(tmp_path: Path) -> None:
    report = check([tmp_path / "nowhere"], TODAY)
    assert report.sources[0].error is not None
    assert "no such folder" in report.sources[0].error
    assert checked(tmp_path / "nowhere").exit_code == 2


@pytest.mark.parametrize("broken", ["checks:\n  - expect: projects.rood.total > 1\n", "acknowledged:\n  - {code: RATE1}\n"])
def test_a_check_or_acknowledgement_that_cannot_be_read_is_no_traceback(broken: str, folder: Folder) -> None:
    folder.write("report.yaml", folder.read("report.yaml") + broken)
    result = checked(folder.path)
    assert result.exit_code == 2
    assert "report.yaml:11:" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_findings_come_in_the_order_of_their_places() -> None:
    def at(path: str, start: int, code: str = "A") -> Finding:
        return Finding(code, "", "", Severity.INFO, "", path=path, start=start)

    wanted = [at("a", 3), at("a", 9, "A"), at("a", 9, "B"), at("b", 1)]
    assert in_order(reversed(wanted)) == wanted


def test_the_clock_is_asked_where_no_day_is_given(folder: Folder) -> None:
    folder.change("projects.yaml", "invested: 4100万元", "invested: 4100万元\n  rate: 12%")
    entry = "acknowledged:\n  - {code: RATE001, at: projects.road, reason: 照登, until: 2024-02-01}\n"
    folder.write("report.yaml", folder.read("report.yaml") + entry)
    assert {finding.code for finding in check([folder.path]).findings} == {"RATE001", "ACK002"}
    facts, document = folder.load(), folder.document()
    assert [finding.code for finding in check_facts(facts, document, None).findings] == ["RATE001"]


# Builds


@pytest.fixture
def faulty(folder: Folder) -> Folder:
    return folder.change("projects.yaml", "invested: 4100万元", "invested: 4100万元\n  rate: 12%")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_final_is_refused_while_an_error_stands(faulty: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(GateError):
        build(faulty.path, out, formats=["text", "html"], final=True)
    assert not out.exists()
    result = CliRunner().invoke(cli, ["build", str(faulty.path), "--final", "--format", "text", "--output", str(out)])
    assert result.exit_code == 1
    assert "summarizer check" in result.stderr
    assert not out.exists()


def test_a_refused_final_leaves_what_was_there(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built = build(folder.path, out, formats=["text", "html"], final=True)
    before = files(built.folder)
    folder.change("projects.yaml", "invested: 4100万元", "invested: 4100万元\n  rate: 12%")
    with pytest.raises(GateError):
        build(folder.path, out, formats=["text", "html"], final=True)
    assert files(built.folder) == before


def test_a_warning_bars_nothing(faulty: Folder, tmp_path: Path) -> None:
    faulty.write("report.yaml", faulty.read("report.yaml") + "severity: {RATE001: warning}\n")
    assert build(faulty.path, tmp_path / "out", formats=["text"], final=True).written == ["report.txt"]


def test_an_acknowledged_error_bars_nothing(faulty: Folder, tmp_path: Path) -> None:
    entry = "acknowledged:\n  - {code: RATE001, at: projects.road, reason: 照登}\n"
    faulty.write("report.yaml", faulty.read("report.yaml") + entry)
    built = build(faulty.path, tmp_path / "out", formats=["text", "html", "docx"], final=True)
    assert set(built.written) == {"report.txt", "index.html", "report.docx"}
    assert "照登" not in (built.folder / "index.html").read_text(encoding="utf-8")
    assert b"comments" not in b"".join(name.encode() for name in zipfile.ZipFile(built.folder / "report.docx").namelist())


def test_a_draft_is_written_and_carries_the_finding(faulty: Folder, tmp_path: Path) -> None:
    built = build(faulty.path, tmp_path / "out", formats=["html", "docx"])
    assert [finding.code for finding in built.findings] == ["RATE001"]
    assert "RATE001" in (built.folder / "index-draft.html").read_text(encoding="utf-8")
    comments = zipfile.ZipFile(built.folder / "report-draft.docx").read("word/comments.xml").decode()
    assert "RATE001" in comments


@pytest.fixture
def drafts(faulty: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, bytes]]:
    made = {}
    for locale in ("en", "zh_CN"):
        monkeypatch.setenv("SUMMARIZER_LANG", locale)
        built = build(faulty.path, tmp_path / locale)
        made[locale] = files(built.folder)
    monkeypatch.setenv("SUMMARIZER_LANG", "en")
    return made


def test_findings_inside_a_draft_are_chinese_in_every_locale(drafts: dict[str, dict[str, bytes]], faulty: Folder) -> None:
    assert drafts["en"] == drafts["zh_CN"]
    assert {Path(name).suffix for name in drafts["en"]} >= {".docx", ".pdf", ".html", ".txt", ".json"}
    (finding,) = check([faulty.path], TODAY).findings
    for name, data in drafts["en"].items():
        assert finding.message.encode() not in data, name
        assert finding.hint.encode() not in data, name
    with speaking("zh_CN"):
        (chinese,) = check([faulty.path], TODAY).findings
    assert chinese.message != finding.message
    assert chinese.message in drafts["en"]["index-draft.html"].decode()
    (comments,) = [
        zipfile.ZipFile(io.BytesIO(drafts["en"][name])).read("word/comments.xml") for name in drafts["en"] if name.endswith("docx")
    ]
    assert chinese.message in comments.decode()


def test_the_terminal_speaks_the_users_language(faulty: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (english,) = check([faulty.path], TODAY).findings
    assert build(faulty.path, tmp_path / "out", formats=["text"]).findings[0].message == english.message
    monkeypatch.setenv("SUMMARIZER_LANG", "zh_CN")
    (chinese,) = check([faulty.path], TODAY).findings
    assert chinese.message != english.message
    assert (chinese.code, chinese.start, chinese.quote) == (english.code, english.start, english.quote)
