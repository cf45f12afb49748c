"""By how much a figure changed, and which figure it was."""

from __future__ import annotations

import pytest

from summarizer.changes import figures_changed
from summarizer.changes.comparison import quantity_of
from summarizer.changes.figures import Difference, Figure, differences


def figure(fact: str, text: str, label: str = "", formula: str = "") -> Figure:
    return Figure(fact, label or fact, text, quantity_of(text), formula=formula)


def table(*figures: Figure) -> dict[str, Figure]:
    return {one.fact: one for one in figures}


def only(before: Figure, after: Figure) -> Difference:
    (difference,) = differences(table(before), table(after))
    return difference


@pytest.mark.parametrize(
    ("before", "after", "how", "amount", "percent"),
    [
        ("3800万元", "4300万元", "changed", "+500万元", "+13.16%"),
        ("4300万元", "3800万元", "changed", "-500万元", "-11.63%"),
        ("4116万元", "1.2亿元", "changed", "+7884万元", "+191.55%"),
        ("95%", "97.5%", "changed", "+2.5个百分点", ""),
        ("1.5个百分点", "0.5个百分点", "changed", "-1.0个百分点", ""),
        ("约4116万元", "约4216万元", "changed", "约+100万元", "约+2.43%"),
        ("3个", "3处", "changed", "", ""),
        ("第二", "第一", "changed", "", ""),
        ("", "第三", "changed", "", ""),
        ("第三", "", "changed", "", ""),
        ("0家", "3家", "changed", "+3家", ""),
        ("约100万元", "100万元", "changed", "", ""),
        ("3800万元", "0.38亿元", "written", "", ""),
        ("12.5%", "12.50%", "written", "", ""),
        ("100000000元", "100000001元", "changed", "+1元", "+0.000001%"),
        ("6.5万元", "9.75万元", "changed", "+3.25万元", "+50%"),
    ],
)
def test_by_how_much(before: str, after: str, how: str, amount: str, percent: str) -> None:
    difference = only(figure("a", before), figure("a", after))
    assert (difference.how, difference.amount, difference.percent) == (how, amount, percent)


def test_what_came_and_what_went() -> None:
    came, went = differences(table(figure("a.x.total", "1家", "甲")), table(figure("b.y.rate", "2家", "乙")))
    assert (came.how, came.before, came.figure.text) == ("new", None, "2家")
    assert (went.how, went.after, went.figure.text) == ("gone", None, "1家")


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        (figure("projects.bridge.total", "8家", "大桥总投资"), figure("projects.new_bridge.total", "8家", "大桥总投资"), "renamed"),
        (figure("projects.bridge.total", "8家", "大桥总投资"), figure("projects.new_bridge.total", "9家", "大桥总投资"), "changed"),
        (figure("projects.bridge.total", "8家", "大桥总投资"), figure("projects.new_bridge.total", "8家", "新桥总投资"), "renamed"),
    ],
)
def test_an_id_that_changed(before: Figure, after: Figure, how: str) -> None:
    difference = only(before, after)
    assert (difference.how, difference.before, difference.after) == (how, before, after)


def test_ids_are_not_guessed() -> None:
    """Two figures that could be the old one: neither is."""
    before = table(figure("p.a.total", "8家", "甲"))
    after = table(figure("p.b.total", "8家", "乙"), figure("p.c.total", "8家", "丙"))
    assert [difference.how for difference in differences(before, after)] == ["new", "new", "gone"]


def test_a_derived_figure_says_what_it_follows() -> None:
    before = table(figure("p.a", "4家"), figure("p.t", "8家"), figure("p.r", "50%", formula="p.a ÷ p.t"))
    after = table(figure("p.a", "6家"), figure("p.t", "8家"), figure("p.r", "75%", formula="p.a ÷ p.t"))
    assert [(one.figure.fact, one.because) for one in differences(before, after)] == [("p.a", ()), ("p.r", ("p.a",))]


def computed(formula: str, text: str) -> Figure:
    return Figure(formula, "", text, quantity_of(text), formula=formula)


def test_a_computed_figure_follows_an_id_that_changed() -> None:
    before = table(figure("p.a", "4家", "甲"), figure("p.b", "1家", "乙"), computed("p.a + p.b", "5家"))
    after = table(figure("p.c", "6家", "甲"), figure("p.b", "1家", "乙"), computed("p.c + p.b", "7家"))
    found = differences(before, after)
    assert [(one.figure.fact, one.how, one.because) for one in found] == [("p.c", "changed", ()), ("p.c + p.b", "changed", ("p.c",))]


def test_for_correction_notes() -> None:
    before, after = {"a": ("甲", "1家"), "b": ("乙", "2家")}, {"c": ("丙", ""), "a": ("甲", "3家")}
    found = [(one.fact, one.before, one.after) for one in figures_changed(before, after)]
    assert found == [("c", None, ""), ("a", "1家", "3家"), ("b", "2家", None)]
