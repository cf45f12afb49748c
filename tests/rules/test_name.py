from __future__ import annotations

import pytest

from summarizer.rules.name import doubles


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in doubles(text)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("南溪水库除险加固及配套工程开工。南溪水库除险加固配套工程完成三成。", "南溪水库除险加固配套工程"),
        ("推进北岭污水处理厂和配套管网项目。北岭污水处理厂及配套管网项目完工。", "北岭污水处理厂及配套管网项目"),
        ("东片自来水厂改扩建工程开工。东片自来水厂扩改建工程完工。", "东片自来水厂扩改建工程"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert found(text) == [quote]


def test_the_rarer_name_is_the_odd_one() -> None:
    text = "南溪水库除险加固配套工程。" + "南溪水库除险加固及配套工程。" * 3
    assert found(text) == ["南溪水库除险加固配套工程"]


@pytest.mark.parametrize(
    "text",
    [
        "南溪水库除险加固及配套工程开工。水库工程完成三成，南溪水库工程验收。",
        "南溪水库除险加固一期工程，南溪水库除险加固二期工程。",
        "南溪水库除险加固及配套工程，北溪水库除险加固及配套工程。",
        "农村道路和桥梁建设工程，农村道路桥梁建设工程。",
        "今年的重点基础设施建设项目，今年重点基础设施建设项目。",
        "东岭水库至西岭水库引水工程，西岭水库至东岭水库引水工程。",
        "上游河道综合整治工程，下游河道综合整治工程。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []
