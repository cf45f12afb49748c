"""The registry, the examples, and that every code fails and passes on the texts of its own page."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.claims.base import EXPLANATIONS
from summarizer.document import figures_of
from summarizer.facts import load
from summarizer.findings import Severity
from summarizer.render import render
from summarizer.reporters.catalogue import catalogue
from summarizer.resources import Resources
from summarizer.rules import RULES, Context, run
from summarizer.rules.untraced import typed_numbers

CONTENT = Path(__file__).parents[2] / "content"
PAGES = [page for page in catalogue().values() if page.kind in RULES]
#: Codes whose example texts show a whole; tested with facts elsewhere.
WITH_FACTS = {
    "BLANK001", "DATE002", "DATE003", "DATE004", "UNIT002", "META002", "META004", "META006", "UNTRACED001", "UNTRACED002", "UNTRACED003",
}  # fmt: skip


def example(name: str) -> Context:
    facts = load(CONTENT / name)
    return Context(facts, render(facts, Resources(CONTENT / name / "templates")).document)


def test_every_rule_has_pages_and_every_page_a_rule() -> None:
    assert {page.kind for page in PAGES} == set(RULES)
    assert all(RULES[kind].kind == kind for kind in RULES)
    for page in PAGES:
        assert all((page.name, page.checks, page.why, page.fails, page.passes, page.mend)), page.code
    assert len({page.name for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", [page for page in PAGES if page.code not in WITH_FACTS], ids=lambda page: page.code)
def test_the_texts_of_a_page_fail_and_pass(page) -> None:  # type: ignore[no-untyped-def]
    found = [finding for finding in run(Context(text=page.fails, path="a.txt")) if finding.code == page.code]
    assert found
    for finding in found:
        assert finding.quote == page.fails[finding.start : finding.end]
        assert (finding.path, finding.name, finding.kind, finding.severity) == ("a.txt", page.name, page.kind, page.severity)
    assert not list(run(Context(text=page.passes)))


def test_untraced_pages() -> None:
    for code in ("UNTRACED001", "UNTRACED002"):
        assert [hit.code for hit in typed_numbers(EXPLANATIONS[code].fails)] == [code]


def test_the_published_example_gives_its_known_faults_and_nothing_else() -> None:
    context = example("xianju-minzheng-2023")
    found = {(finding.code, finding.facts) for finding in run(context)}
    assert found == {
        ("BLANK001", ("indicators.elderly.q2.rank",)),
        ("BLANK001", ("indicators.elderly.q3.rank",)),
        ("DATE004", ("projects.welfare_1.finish",)),
        (
            "DATE004",
            (
                "projects.cemeteries.first.invested",
                "projects.cemeteries.first.rate",
                "projects.cemeteries.second.invested",
                "projects.cemeteries.second.rate",
            ),
        ),
        ("DATE004", ("projects.funeral_home.invested", "projects.funeral_home.rate")),
        ("UNIT002", ("indicators.meal_points.actual", "indicators.meal_points.target")),
        ("UNIT002", ("indicators.complexes.actual", "indicators.complexes.target")),
    }
    errors = [finding for finding in run(context) if finding.severity is Severity.ERROR]
    assert {finding.code for finding in errors} == {"BLANK001"}


def test_the_invented_example_gives_nothing() -> None:
    assert list(run(example("shili-water-2023"))) == []


def test_places_and_anchors_of_the_example_are_exact() -> None:
    context = example("xianju-minzheng-2023")
    assert context.facts is not None
    assert context.document is not None
    blocks = list(context.document.blocks())
    known = {figure.anchor: block for block, figure in figures_of(context.document)}
    for finding in run(context):
        source = context.facts.sources[finding.path.rsplit("/", 1)[-1]]
        assert source.text[finding.start : finding.end] == finding.quote != ""
        where = source.place(finding.start)
        assert (where.line, where.column) == (finding.line, finding.column)
        assert finding.anchors
        for anchor in finding.anchors:
            assert anchor.figures
            assert all(known[figure] is blocks[anchor.block] for figure in anchor.figures)


def test_lines_and_columns_of_a_text() -> None:
    text = "第一行。\n第二行，完成投资__万元。\r\n第三行XX个。"
    found = list(run(Context(text=text, path="b.txt"), ["blank"]))
    assert [(f.line, f.column, f.quote) for f in found] == [(2, 9, "__万"), (3, 4, "XX")]
    assert all(text[f.start : f.end] == f.quote for f in found)


@pytest.mark.parametrize(
    "text",
    [s * (1_000_000 // len(s)) for s in ("1", "（", "“", "其中", "X", "1月", "，", "、", "5处5、", "二是", "一是。，", "“”、“", "约")],
    ids=lambda text: text[:4],
)
def test_a_megabyte_in_one_line_is_quick(text: str) -> None:
    import time

    def seconds() -> float:
        start = time.process_time()
        assert len(list(run(Context(text=text)))) <= 1
        return time.process_time() - start

    # A machine that does other work may take twice as long, but hardly each time.
    assert any(seconds() < 2 for _ in range(5))


def test_rules_run_where_no_claim_has_been_read() -> None:
    import subprocess
    import sys

    text = "受理来访121批，较去年同期减少17批，降12.3个百分点。产量万吨，罚没款36.8，"
    code = f"from summarizer.rules import Context, run\nprint(len(list(run(Context(text={text!r}, path='a.txt')))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 3
