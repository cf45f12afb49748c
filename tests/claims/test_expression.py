"""The language of ``expect:``: what it computes, what it refuses, and where it says the mistake stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from summarizer.claims import expression
from summarizer.claims.base import Settings
from summarizer.claims.expression import Comparison, Value, evaluate
from summarizer.errors import FactError, Position
from summarizer.facts import FactSet
from tests.conftest import Folder

Known = Callable[[], FactSet]
WHERE = Position("orchard.yaml", 7, 11)
ORCHARD = """\
facts:
  a: 120万元
  b: 80万元
  none: 0元
  trees: 300株
  plots: 12块
  share: 37.5%
  others: 62.5%
  per_mille: 8‰
  rise: 2.5个百分点
  about: 约200万元
  blank: ''
  公顷数: 2公顷
  亩数: 30亩
  路长: 1.5公里
  短路: 300米
合计:
  name: 合计
  facts: {总额: 200万元, 日期: 2公顷}
"""
PROJECTS = """\
road: {name: 道路, total: 300万元, annual_plan: 200万元, invested: 190万元, rate: 95%, start: 2023-03}
dam: {name: 堤坝, total: 500万元, annual_plan: 400万元, invested: 300万元}
kiln: {name: 炭窑, total: 0.05亿元}
void: {name: 待建, invested: ''}
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> FactSet:
    folder = Folder(tmp_path_factory.mktemp("content"))
    folder.write("report.yaml", "bureau: 示例县林业局\nyear: 2023\nfacts: {budget: 1000万元}\n")
    return folder.write("orchard.yaml", ORCHARD).write("projects.yaml", PROJECTS).load()


@pytest.fixture(scope="module")
def known(facts: FactSet) -> Known:
    """The same behind a call: hypothesis prints arguments, and all facts are much to print."""
    return lambda: facts


def compared(text: str, facts: FactSet) -> Comparison:
    return evaluate(text, facts, Settings(), WHERE)


def value(text: str, facts: FactSet) -> Value:
    return compared(f"{text} == 1", facts).left


def refused(text: str, facts: FactSet) -> FactError:
    with pytest.raises(FactError) as caught:
        compared(text, facts)
    return caught.value


@pytest.mark.parametrize(
    ("text", "result", "unit"),
    [
        ("2 + 3 * 4", 14, ""),
        ("(2 + 3) * 4", 20, ""),
        ("（2＋3）＊4", 20, ""),
        ("2 - 3 - 4", -5, ""),
        ("2 - (3 - 4)", 3, ""),
        ("24 / 4 / 2", 3, ""),
        ("24 ÷ (4 ÷ 2)", 12, ""),
        ("24／4 × 2", 12, ""),
        ("7 − 2 － 1", 4, ""),
        ("-3 + 5", 2, ""),
        ("1.5*2", 3, ""),
        ("orchard.a+orchard.b", 2_000_000, "元"),
        ("orchard.a / orchard.b", Fraction(3, 2), ""),
        ("orchard.a ÷ orchard.trees", 4000, "元"),
        ("orchard.a * 3", 3_600_000, "元"),
        ("3 * orchard.a", 3_600_000, "元"),
        ("orchard.合计.总额", 2_000_000, "元"),
        ("report.budget / 10", 1_000_000, "元"),
        ("三十株 + orchard.trees", 330, "株"),
        ("300盆 + 1盆", 301, "盆"),
        ("1.2亿元 + 300万元", 123_000_000, "元"),
    ],
)
def test_arithmetic(text: str, result: Fraction, unit: str, facts: FactSet) -> None:
    found = value(text, facts)
    assert (found.point, found.unit.name) == (result, unit)
    assert found.interval.contains(found.point)


@pytest.mark.parametrize(
    ("text", "result", "unit"),
    [
        ("orchard.公顷数 + orchard.亩数", 4, "公顷"),
        ("orchard.亩数 + orchard.公顷数", 60, "亩"),
        ("orchard.路长 - orchard.短路", Fraction(6, 5), "公里"),
        ("orchard.路长 / orchard.短路", 5, ""),
        ("sum(orchard.公顷数, orchard.亩数)", 4, "公顷"),
        ("max(orchard.短路, orchard.路长)", 1500, "米"),
        ("min(orchard.短路, orchard.路长)", 300, "米"),
        ("orchard.share + orchard.per_mille", Fraction("38.3"), "%"),
    ],
)
def test_units_of_one_dimension_convert(text: str, result: Fraction, unit: str, facts: FactSet) -> None:
    found = value(text, facts)
    assert (found.point, found.unit.name) == (result, unit)


@pytest.mark.parametrize(
    ("text", "result", "unit"),
    [
        ("orchard.others - orchard.share", 25, "个百分点"),
        ("orchard.share + orchard.rise", 40, "%"),
        ("orchard.share - orchard.rise", 35, "%"),
        ("orchard.rise + orchard.share", 40, "%"),
        ("100% - orchard.share", Fraction("62.5"), "%"),
        ("1 - orchard.share", Fraction("62.5"), "%"),
        ("100% - orchard.share - 12.5%", 50, "%"),
        ("orchard.a * 50%", 600_000, "元"),
        ("50% × orchard.a", 600_000, "元"),
        ("orchard.a / 50%", 2_400_000, "元"),
        ("50% * 50%", 25, "%"),
        ("orchard.others / orchard.share", Fraction(5, 3), ""),
        ("orchard.share * 2", 75, "%"),
    ],
)
def test_percentages(text: str, result: Fraction, unit: str, facts: FactSet) -> None:
    found = value(text, facts)
    assert (found.point, found.unit.name) == (result, unit)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("sum(projects.road.total, projects.dam.total)", 8_000_000),
        ("sum（projects.road.total，projects.dam.total）", 8_000_000),
        ("sum(projects.*.total)", 13_000_000),
        ("sum(*.total)", None),
        ("sum(projects.road.total, projects.*.total)", 13_000_000),
        ("sum(projects.*.annual_plan) - projects.dam.annual_plan", 2_000_000),
        ("max(projects.*.total)", 5_000_000),
        ("min(projects.*.total)", 3_000_000),
        ("count(projects.*)", 4),
        ("count(projects.*.total)", 3),
        ("count(projects.road, projects.dam, projects.road)", 2),
        ("count (projects.road)", 1),
        ("count(orchard.nothing.*)", 0),
    ],
)
def test_functions(text: str, result: int | None, facts: FactSet) -> None:
    if result is None:
        assert "a fact is missing in sum()" in refused(f"{text} == 1", facts).message
    else:
        assert value(text, facts).point == result


def test_a_file_may_be_called_like_a_function(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Folder(tmp_path_factory.mktemp("content")).write("report.yaml", "bureau: 示例县林业局\nyear: 2023\n")
    facts = folder.write("sum.yaml", "facts: {x: 3株}\n").write("max.yaml", "facts: {x: 4株}\n").load()
    assert value("sum.x + max.x", facts).point == 7


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        *(("==", "=="), ("=", "=="), ("＝", "=="), ("＝＝", "=="), ("＝=", "==")),
        *((">=", ">="), ("≥", ">="), ("＞＝", ">="), ("＞=", ">="), ("⩾", ">=")),
        *(("<=", "<="), ("≤", "<="), ("＜＝", "<="), ("＜=", "<=")),
        *((">", ">"), ("＞", ">"), ("<", "<"), ("＜", "<"), ("!=", "!="), ("≠", "!="), ("！＝", "!=")),
    ],
)
def test_signs(written: str, sign: str, facts: FactSet) -> None:
    for blank in ("", " ", "\u3000"):
        assert compared(f"orchard.a{blank}{written}{blank}orchard.b", facts).sign == sign


def test_a_typed_number_is_exact_but_a_stated_one_is_not(facts: FactSet) -> None:
    assert value("orchard.plots * 12", facts).interval.is_point
    assert (value("12 / 5", facts).interval.low, value("(12)", facts).exactly(Settings()).interval.low) == (Fraction(12, 5), 12)
    assert compared("orchard.a >= 120万元", facts).right.interval.is_point
    assert not compared("orchard.a == 120万元", facts).right.interval.is_point
    assert compared("orchard.a >= 约120万元", facts).right.interval.low == 1_140_000


def test_the_arithmetic_is_written_as_a_person_would(facts: FactSet) -> None:
    assert value("(orchard.a+orchard.b)*2", facts).text == "(120万元 + 80万元) × 2"
    assert value("sum(projects.road.total, projects.dam.total) / 2", facts).text == "(300万元 + 500万元) ÷ 2"
    assert value("((orchard.a))", facts).text == "120万元"
    assert value("((orchard.a))", facts).single is not None
    assert value("orchard.a + orchard.b", facts).single is None


def test_the_figures_in_it(facts: FactSet) -> None:
    found = value("orchard.a / sum(projects.*.total)", facts)
    assert [item.fact for item in found.operands] == ["orchard.a", "projects.road.total", "projects.dam.total", "projects.kiln.total"]
    assert value("projects.road.annual_plan", facts).operands[0].exact


def test_what_max_may_be(facts: FactSet) -> None:
    low = value("max(orchard.about, orchard.合计.总额)", facts).interval
    assert (low.low, low.high) == (1_995_000, 2_100_000)
    low = value("min(orchard.about, orchard.合计.总额)", facts).interval
    assert (low.low, low.high) == (1_900_000, 2_005_000)


@pytest.mark.parametrize("text", ["orchard.blank + 1", "1 / orchard.blank", "sum(projects.*.invested)", "max(projects.*.invested)"])
def test_a_blank_is_no_mistake_and_is_remembered(text: str, facts: FactSet) -> None:
    assert value(text, facts).blank


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("orchard.a == orchard.c", 13, "no such fact: orchard.c"),
        ("orchad.trees == 3株", 0, "no such fact: orchad.trees"),
        ("1 + projects.rood.total > 2", 4, "no such fact: projects.rood.total"),
        ("count(orchard.x, projects.rod) == 1", 6, "no such section: orchard.x"),
        ("count(projects.rod) == 1", 6, "no such section: projects.rod"),
        ("sum(orchard.a, orchard.bb) == 1", 15, "no such fact: orchard.bb"),
        ("projects.*.total == 3", 0, "means several facts"),
        ("projects.road.start == 3", 0, "projects.road.start is a date"),
        ("sum(projects.road.start) == 3", 4, "projects.road.start is a date"),
        ("sum(orchard.a, orchard.trees) == 1", 15, "are of different kinds"),
        ("orchard.a + orchard.trees == 1", 12, "are of different kinds"),
        ("orchard.rise - orchard.share == 1", 15, "are of different kinds"),
        ("orchard.a * orchard.trees == 1", 12, "cannot be multiplied"),
        ("orchard.a / 0 == 1", 12, "division by zero"),
        ("orchard.a / orchard.none == 1", 12, "division by zero"),
        ("1 / (2 - 2) == 1", 4, "division by zero"),
        ("sum(orchard.*.nothing) == 1", 4, "sum() finds no figure"),
        ("orchard.a", 9, "a comparison is missing"),
        ("orchard.a orchard.b", 10, "a comparison is missing"),
        ("orchard.a ==", 12, "a fact or a figure is missing"),
        ("== 3", 0, "a fact or a figure is missing"),
        ("", 0, "a fact or a figure is missing"),
        ("(orchard.a == 3", 11, "a closing bracket is missing"),
        ("sum(orchard.a == 3", 14, "a closing bracket is missing"),
        ("sum() == 3", 4, "a fact is missing in sum()"),
        ("1 < 2 < 3", 6, "this cannot be read"),
        ("1 == 1)", 6, "this cannot be read"),
        ("1 == 1; 2 == 2", 6, "this cannot be read"),
        ("1 == 2 % 3", 9, "this cannot be read"),
        ("orchard.a == 3\\n", 14, "this cannot be read"),
        ("1 ==\n  2 ==", 9, "this cannot be read"),
    ],
)
def test_mistakes_and_their_place(text: str, column: int, words: str, facts: FactSet) -> None:
    error = refused(text, facts)
    assert words in error.message
    assert error.hint
    before = text[:column]
    line, own = before.count("\n"), len(before) - before.rfind("\n") - 1
    assert error.where == Position("orchard.yaml", 7 + line, 11 + own)


def test_the_nearest_is_named(facts: FactSet) -> None:
    assert "orchard.trees" in refused("orchard.tree == 3株", facts).hint
    assert "projects.road" in refused("count(projects.rod) == 1", facts).hint


def test_the_mistake_is_pointed_at(facts: FactSet) -> None:
    assert refused("orchard.a + ? == 3", facts).written == "orchard.a + ▸? == 3"


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true') == 0",
        "orchard.__class__ == 1",
        "orchard.a.__class__ == 1",
        "().__class__ == 1",
        "open('report.yaml') == 1",
        "exec(orchard.a) == 1",
        "orchard.a if 1 else 2 == 1",
        "lambda: 1 == 1",
        "[1, 2] == 1",
        "'a' == 'a'",
        "{{ orchard.a }} == 1",
        "orchard['a'] == 1",
        "2 ** 9 == 512",
        "1e9 == 1",
        "sum(__builtins__) == 1",
    ],
)
def test_nothing_but_figures_is_reached(text: str, facts: FactSet) -> None:
    assert refused(text, facts).where is not None


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10**6,
        "(" * 41 + "1" + ")" * 41 + " == 1",
        "1" * 10**6,
        "1" + "+1" * 10**6 + " == 1",
        " " * 10**6,
        "orchard." * 10**5,
        "sum(" * 1000,
        "-" * 3000,
        "约" * 3999,
        "1" * 3900 + " == 1",
        "orchard.a" + "万" * 3000,
    ],
)
def test_what_is_too_long_or_too_deep_is_refused_at_once(text: str, facts: FactSet) -> None:
    began = time.process_time()
    error = refused(text, facts)
    assert time.process_time() - began < 1
    assert len(str(error)) < 5000


def test_a_long_check_within_bounds_is_read(facts: FactSet) -> None:
    terms = "+".join(["1"] * 1900)
    assert compared(f"{terms} == 1900", facts).left.point == 1900
    depth = expression._MAX_DEPTH - 1
    assert compared(f"{'(' * depth}1{')' * depth} == 1", facts).left.point == 1


amounts = st.integers(min_value=0, max_value=10**7).map(lambda n: f"{n // 100}.{n % 100:02}万元")


@given(amounts, amounts)
@hypothesis_settings(max_examples=50, deadline=None)
def test_plus_is_sum_and_order_does_not_matter(known: Known, one: str, other: str) -> None:
    there, back = value(f"{one} + {other}", known()), value(f"{other} + {one}", known())
    assert (there.point, there.interval, there.unit) == (back.point, back.interval, back.unit)
    assert value(f"{one} + {other} - {other}", known()).point == value(one, known()).point


@given(st.permutations(["projects.road.total", "projects.dam.total", "projects.kiln.total"]))
@hypothesis_settings(max_examples=50, deadline=None)
def test_sum_is_the_sum_in_any_order(known: Known, ids: list[str]) -> None:
    listed, added = value(f"sum({', '.join(ids)})", known()), value(" + ".join(ids), known())
    pattern = value("sum(projects.*.total)", known())
    assert listed.point == added.point == pattern.point
    assert listed.interval == added.interval == pattern.interval


@given(amounts, st.integers(min_value=1, max_value=500))
@hypothesis_settings(max_examples=50, deadline=None)
def test_scale_leaves_the_quotient(known: Known, one: str, times: int) -> None:
    base = value(f"{one} / orchard.b", known())
    scaled = value(f"({one} * {times}) / (orchard.b * {times})", known())
    assert (base.point, base.interval, base.unit) == (scaled.point, scaled.interval, scaled.unit)


@given(st.text(alphabet="orchard.abproject*()（）+-×÷=><≥,，0123456789.%万元约个百分点 \n合计总额sumcountmaxin", max_size=60))
@hypothesis_settings(max_examples=200, deadline=None)
def test_whatever_is_typed_is_read_or_refused_with_its_place(known: Known, text: str) -> None:
    try:
        sound = compared(text, known()).sign in ("==", ">=", "<=", ">", "<", "!=")
    except FactError as error:
        sound = error.where is not None
    assert sound
