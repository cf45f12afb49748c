"""Figures stay references through every string operation; what breaks one is an error with its place."""

from __future__ import annotations

import pytest

from summarizer.document import FigureRef, Generated, Name, Paragraph, Text, figures_of, plain
from summarizer.errors import FactError, FigureError, TemplateError
from summarizer.listing import matching, uses
from tests.conftest import Folder

INVESTED = "projects.road.invested"


def refs(folder: Folder, text: str) -> list[tuple[str, str]]:
    content = folder.paragraph(text).content
    return [(inline.fact, inline.text) for inline in content if isinstance(inline, FigureRef)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ invested }}",
        "{{ projects.road.invested }}",
        "{{ projects['road']['invested'] }}",
        "{{ '投资' ~ invested ~ '元' }}",
        "{{ [invested]|join('、') }}",
        "{{ '%s'|format(invested) }}",
        "{{ '投资%s整' % invested }}",
        "{{ '{}'.format(invested) }}",
        "{{ (' ' ~ invested ~ '  ')|trim }}",
        "{{ invested|string }}",
        "{{ invested|string|list|join }}",
        "{{ invested|default('无') }}",
        "{{ invested|replace('无', '有') }}",
        "{{ [invested]|first }}",
        "{{ [invested]|map('string')|join }}",
        "{% set x = invested %}{{ x }}",
        "{% set x %}{{ invested }}{% endset %}{{ x }}",
        "{% set x %}{{ invested }}{% endset %}{{ x|trim }}",
        "{% macro m(x) %}共{{ x }}{% endmacro %}{{ m(invested) }}",
        "{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}{{ invested }}{% endcall %}",
        "{% filter trim %} {{ invested }} {% endfilter %}",
        "{% with x = invested %}{{ x }}{% endwith %}",
        "{% for x in [invested] %}{{ x }}{% endfor %}",
        "{% if invested > annual_plan %}{{ invested }}{% endif %}",
        "{{ [invested, annual_plan]|max }}",
        "{{ [invested]|sum }}",
        "{{ projects.road['完成投资'] }}",
        "{{ 完成投资 }}",
    ],
)
def test_the_reference_survives(folder: Folder, text: str) -> None:
    assert refs(folder, f"甲{text}乙") == [(INVESTED, "4100万元")]


def test_a_reference_carries_value_unit_and_an_anchor_of_its_own(folder: Folder) -> None:
    one, two, other = (
        inline for inline in folder.paragraph("{{ invested }}{{ invested }}{{ total }}").content if isinstance(inline, FigureRef)
    )
    assert (one.value, one.unit) == ("41000000", "元")
    assert one.anchor != two.anchor
    assert one.anchor.rsplit("_", 1)[0] == two.anchor.rsplit("_", 1)[0] != other.anchor.rsplit("_", 1)[0]


def test_anchors_are_unique_in_the_whole_document(folder: Folder) -> None:
    folder.change("report.yaml", "outline:", "appendix: [projects]\noutline:")
    anchors = [ref.anchor for _block, ref in figures_of(folder.document())]
    assert len(anchors) == len(set(anchors)) > 10


def test_over_children_of_an_entry(folder: Folder) -> None:
    found = refs(folder, "{{ projects.children|map(attribute='total')|join('、') }}和{{ projects.children|sum(attribute='invested') }}")
    assert found[:2] == [("projects.road.total", "1.20亿元"), ("projects.park.total", "2亿元")]
    assert found[2][1] == "11700万元"
    assert folder.shown(
        "{{ names(projects.children) }}、{{ count(projects) }}、{{ projects.children|map(attribute='name')|join('和') }}"
    ) == ("林区道路、森林公园、2、林区道路和森林公园")
    assert folder.shown("{% for p in projects|sort(attribute='invested', reverse=true) %}{{ p.name }}{% endfor %}") == "森林公园林区道路"


@pytest.mark.parametrize(
    ("text", "formula", "shown", "operands"),
    [
        ("{{ invested + annual_plan }}", "projects.road.invested + projects.road.annual_plan", "8100万元", 2),
        ("{{ invested - annual_plan }}", "projects.road.invested − projects.road.annual_plan", "100万元", 2),
        ("{{ invested * 2 }}", "projects.road.invested × 2", "8200万元", 1),
        ("{{ 2 * invested }}", "projects.road.invested × 2", "8200万元", 1),
        ("{{ invested|percent_of(annual_plan) }}", "projects.road.invested ÷ projects.road.annual_plan", "102.50%", 2),
        ("{{ invested|percent_of(annual_plan, 0) }}", "projects.road.invested ÷ projects.road.annual_plan", "103%", 2),
        (
            "{{ [invested, annual_plan, projects.park.invested]|sum }}",
            "projects.road.invested + projects.road.annual_plan + projects.park.invested",
            "15700万元",
            3,
        ),
    ],
)
def test_computed_figures_know_their_operands(folder: Folder, text: str, formula: str, shown: str, operands: int) -> None:
    rendered = folder.prose(text).render()
    (ref,) = [ref for _block, ref in figures_of(rendered.document) if ref.fact == formula]
    assert ref.text == shown
    derivation = rendered.derived[formula].derivation
    assert derivation is not None
    assert len(derivation.operands) == operands
    assert all(operand in formula for operand in derivation.operands)


def test_another_unit_is_the_same_fact(folder: Folder) -> None:
    assert refs(folder, "{{ total|to('万元') }}") == [("projects.road.total", "12000万元")]


def test_uses_find_computed_figures_too(folder: Folder) -> None:
    document = folder.prose("共{{ invested + annual_plan }}，投入{{ invested }}。").document()
    found = list(uses(document, INVESTED))
    assert [use.text for use in found] == ["8100万元", "4100万元"]
    assert found[1].quote == "共8100万元，投入【4100万元】。"
    assert found[1].origin.startswith("projects.yaml:")
    assert found[1].heading == "（一）抓项目"


def test_matching_by_id_pattern_entry_and_label(folder: Folder) -> None:
    facts = folder.load()
    assert [fact.id for fact in matching(facts, ("projects.*.rate",))] == ["projects.road.rate", "projects.park.rate"]
    assert {fact.entry for fact in matching(facts, ("projects.park",))} == {"projects.park"}
    assert [fact.id for fact in matching(facts, ("林区道路完成投资",))] == [INVESTED]
    with pytest.raises(FactError):
        matching(facts, ("projects.road.invest",))


@pytest.mark.parametrize(
    "expression",
    [
        "invested|replace('4', '5')",
        "(invested ~ '')[:6]",
        "(invested ~ '')[2:]",
        "(invested ~ '')|replace('万', '亿')",
        "invested|string|first",
        "invested|string|list|sort|join",
        "'%.7s'|format(invested)",
        "(invested ~ '').upper()[1:]",
    ],
)
def test_a_broken_figure_names_file_and_line(folder: Folder, expression: str) -> None:
    error = folder.error_in("第一行。\n\n第三行{{ " + expression + " }}。")
    assert isinstance(error, TemplateError)
    assert error.where is not None
    assert error.where.path.endswith("forest/projects.yaml")
    assert folder.read("projects.yaml").split("\n")[error.where.line - 1].startswith("    第三行")
    assert "figure" in error.message


def test_a_figure_broken_in_a_template_names_the_template(folder: Folder) -> None:
    folder.write("templates/parts/project.md.j2", "\n\n{{ entry.total|replace('2', '3') }}\n")
    error = folder.error()
    assert error.where is not None
    assert error.where.path.endswith("templates/parts/project.md.j2")
    assert error.where.line == 3
    assert "2亿元" in error.message
    assert "3亿元" in error.message


@pytest.mark.parametrize(
    "escape",
    [
        "\\U0010e000\\U0010e010\\U0010e004假\\U0010e001",
        "\\U0010e003\\U0010e019\\U0010e019\\U0010e004",
        "\\U0010e001",
        "\\U0010e000" + "\\U0010e019" * 40 + "\\U0010e004x\\U0010e001",
    ],
)
def test_forged_marks_are_refused(folder: Folder, escape: str) -> None:
    assert isinstance(folder.error_in("{{ '" + escape + "' }}"), TemplateError)


def test_forged_origins_do_no_harm(folder: Folder) -> None:
    assert folder.shown("甲{{ '\\U0010e002" + "\\U0010e019" * 12 + "\\U0010e004' }}乙") == "甲乙"


@pytest.mark.parametrize(
    ("expression", "kind", "words"),
    [
        ("invested + 5", FigureError, "only with figures of the facts"),
        ("invested + rate", FigureError, "%"),
        ("invested * 1.5", FigureError, "whole number"),
        ("invested * true", FigureError, "whole number"),
        ("5 - invested", TemplateError, "'int' and 'figure'"),
        ("invested > rate", FigureError, "different kinds"),
        ("[invested, rate]|max", FigureError, "different kinds"),
        ("total|to('公里')", FigureError, "公里"),
        ("'x'|to('万元')", FigureError, "takes figures"),
        ("total|percent_of(annual_plan, 1.5)", FigureError, "0 to 6"),
        ("total|percent_of(annual_plan, 99)", FigureError, "0 to 6"),
        ("3.5", TemplateError, "3.5 cannot be printed"),
        ("none", TemplateError, "cannot be printed"),
        ("[invested]", TemplateError, "list cannot be printed"),
        ("step", TemplateError, "step needs brackets behind it"),
        ("count", TemplateError, "count needs brackets behind it"),
        ("names", TemplateError, "names needs brackets behind it"),
    ],
)
def test_operations_that_make_no_sense(folder: Folder, expression: str, kind: type, words: str) -> None:
    error = folder.error_in("{{ " + expression + " }}")
    assert isinstance(error, kind)
    assert words in error.message
    assert error.where is not None
    assert error.where.path.endswith("projects.yaml")
    assert "View" not in str(error)
    assert "0x" not in str(error)


def test_nothing_is_computed_from_a_blank(empty: Folder) -> None:
    empty.section("a:\n  total: ''\n  invested: 5万元\n  text: |\n    {{ total + invested }}\n")
    assert "blank" in empty.error().message


def test_kinds_of_inlines(folder: Folder) -> None:
    paragraph = folder.paragraph("{{ report.year }}年{{ name }}投资{{ invested }}，共{{ count(projects) }}个")
    assert isinstance(paragraph, Paragraph)
    kinds = [(type(inline), inline.text) for inline in paragraph.content]
    assert kinds == [
        (Name, "2023"),
        (Text, "年"),
        (Name, "林区道路"),
        (Text, "投资"),
        (FigureRef, "4100万元"),
        (Text, "，共"),
        (Generated, "2"),
        (Text, "个"),
    ]


def test_a_blank_figure_leaves_its_reference(empty: Folder) -> None:
    empty.section("shape: indicator\na:\n  rank: ''\n  text: |\n    排名第{{ rank }}名。\n")
    paragraph = empty.document().body[-1]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.content) == "排名第名。"
    assert paragraph.content[1] == FigureRef("projects.a.rank", "", "", "", paragraph.content[1].anchor)  # type: ignore[union-attr]
