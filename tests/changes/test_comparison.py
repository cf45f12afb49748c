"""Two states of a report: its sentences, its particulars, its findings, and where a figure stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summarizer.changes.comparison import Comparison, compare
from summarizer.changes.findings import compare_findings
from summarizer.changes.sentences import Sentence
from summarizer.findings import Finding, Severity
from summarizer.states import of_content
from tests.conftest import Folder


def changed(make_folder: Callable[[str], Folder], *changes: tuple[str, str, str]) -> Comparison:
    before, after = make_folder("before"), make_folder("after")
    for name, old, new in changes:
        after.change(name, old, new)
    return compare(of_content(before.path), of_content(after.path))


def told(sentences: tuple[Sentence, ...]) -> list[tuple[str, str, str]]:
    return [(one.change, one.before, one.after) for one in sentences]


def test_the_same(make_folder: Callable[[str], Folder]) -> None:
    comparison = changed(make_folder)
    assert comparison.same
    assert comparison.sentences


def test_a_figure_with_its_derived_rate(make_folder: Callable[[str], Folder]) -> None:
    comparison = changed(make_folder, ("projects.yaml", "invested: 4100万元", "invested: 4200万元"))
    invested, rate = comparison.figures
    assert (invested.figure.fact, invested.amount, invested.percent) == ("projects.road.invested", "+100万元", "+2.44%")
    assert (rate.figure.fact, rate.because) == ("projects.road.rate", ("projects.road.invested",))
    assert told(comparison.changed) == [
        ("figures", "完成投资4100万元，完成率102.5%，目前路基完成。", "完成投资4200万元，完成率105%，目前路基完成。")
    ]
    (use,) = comparison.uses(invested)
    assert use.under == "（一）抓项目"
    assert use.origin is not None
    assert (use.origin.path, use.origin.line) == ("projects.yaml", 13)


def test_words_and_figures_are_told_apart(make_folder: Callable[[str], Folder]) -> None:
    comparison = changed(make_folder, ("projects.yaml", "，目前{{ progress }}", "，现已{{ progress }}"))
    assert not comparison.figures
    assert [one.change for one in comparison.changed] == ["wording"]


def test_a_new_entry_moves_the_numbering_on(make_folder: Callable[[str], Folder]) -> None:
    more = "bridge:\n  name: 林区便桥\n  total: 20万元\n  text: |\n    {{ step() }}{{ name }}。总投资{{ total }}。\nroad:\n"
    comparison = changed(make_folder, ("projects.yaml", "road:\n", more))
    kinds = [one.change for one in comparison.changed]
    assert kinds.count("new") == 2
    assert "numbering" in kinds
    assert [(one.how, one.figure.fact) for one in comparison.figures] == [("new", "projects.bridge.total")]


def test_a_paragraph_that_moves(make_folder: Callable[[str], Folder]) -> None:
    before, after = make_folder("before"), make_folder("after")
    one, other = "修好道路三条，方便群众进山。\n", "种下苗木两千株，绿了荒坡。\n"
    before.change("report.yaml", "完成了各项任务。\n", f"完成了各项任务。\n\n  {one}\n  {other}")
    after.change("report.yaml", "完成了各项任务。\n", f"完成了各项任务。\n\n  {other}\n  {one}")
    comparison = compare(of_content(before.path), of_content(after.path))
    assert {one.change for one in comparison.changed} == {"moved"}


def test_an_id_that_changed_leaves_the_text_alone(make_folder: Callable[[str], Folder]) -> None:
    comparison = changed(make_folder, ("projects.yaml", "road:\n", "forest_road:\n"))
    assert {one.how for one in comparison.figures} == {"renamed"}
    assert not comparison.changed
    assert comparison.same_text
    assert not comparison.same


def test_particulars(make_folder: Callable[[str], Folder]) -> None:
    comparison = changed(make_folder, ("report.yaml", "date: 2024-01-08", "date: 2024-01-09"))
    assert ("成文日期", "2024-01-08", "2024-01-09") in comparison.particulars


def test_findings_come_and_go(make_folder: Callable[[str], Folder]) -> None:
    comparison = changed(make_folder, ("projects.yaml", "  invested: 4100万元\n", "  invested: 4100万元\n  rate: 90%\n"))
    assert [finding.code for finding in comparison.findings.new] == ["RATE001"]
    assert comparison.findings.gone == ()


def finding(code: str, quote: str = "", facts: tuple[str, ...] = (), acknowledged: str = "") -> Finding:
    return Finding(code, code.lower(), "rate", Severity.ERROR, "", path="a/b.yaml", quote=quote, facts=facts, acknowledged=acknowledged)


def test_a_finding_is_known_by_its_figures() -> None:
    old, new = finding("RATE001", "95%", ("p.a", "p.b")), finding("RATE001", "96%", ("p.c", "p.b"))
    assert compare_findings([old], [new], {"p.c": "p.a"}).same
    assert not compare_findings([old], [new], {}).same


def test_of_several_findings_that_are_alike_one_may_go() -> None:
    one, same = finding("PUNCT001", "、、"), finding("PUNCT001", "、、")
    found = compare_findings([one, same], [replace(one, path="elsewhere/b.yaml")], {})
    assert (len(found.gone), len(found.new), found.stayed) == (1, 0, 1)


def test_a_finding_that_is_acknowledged_now() -> None:
    found = compare_findings([finding("RATE001", facts=("a",))], [finding("RATE001", facts=("a",), acknowledged="照登")], {})
    assert (len(found.settled), len(found.reopened), found.stayed) == (1, 0, 1)
    found = compare_findings([finding("RATE001", facts=("a",), acknowledged="照登")], [finding("RATE001", facts=("a",))], {})
    assert (len(found.settled), len(found.reopened)) == (0, 1)
