from __future__ import annotations

import time

import pytest

from summarizer.prose.figures import find_figures
from summarizer.prose.ground import lay


def figures(text: str) -> list[str]:
    return [figure.quantity.text for figure in find_figures(lay(text))]


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月15日印发",
        "1—9月进展顺利",
        "2021-2023年连续开展",
        "民发〔2024〕17号文件",
        "《养老服务三年规划（2023—2025）》",
        "12345热线",
        "建成5A级景区",
        "G60高速",
        "（1）主要做法",
        "1、主要做法",
        "第三产业",
        "第二批名单",
        "“十四五”规划",
        "一是抓统筹",
        "“1+6”体系",
    ],
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert figures(text) == []


def test_figures_stand_where_they_are_read() -> None:
    text = "全年受理３０件，办结约28件，办结率93.3％。"
    found = find_figures(lay(text))
    assert [text[figure.start : figure.end] for figure in found] == ["３０件", "约28件", "93.3％"]


def test_a_list_number_before_a_figure_is_left_out() -> None:
    assert figures("2、新增床位60张") == ["60张"]


def test_a_number_of_years_is_a_figure_and_a_year_is_none() -> None:
    assert figures("2019年起用3年建成") == ["3年"]


def test_places_and_shares_stay() -> None:
    assert figures("排名全市第二，占76.23%") == ["第二", "76.23%"]


def test_groups_of_digits_set_apart_by_blanks_are_one_number_however_many_there_are() -> None:
    """The time must not grow faster than the text: a walk over all figures for each blank took minutes for a megabyte."""

    def seconds(times: int) -> float:
        ground = lay("全年发电1 228亿元，共2 156 300人，" * times)
        begun = time.process_time()
        assert [figure.quantity.value for figure in find_figures(ground)] == [1228 * 10**8, 2156300] * times
        return time.process_time() - begun

    short, long = (min(seconds(times) for _ in range(3)) for times in (500, 4000))
    assert long < 20 * short
