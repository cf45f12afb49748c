"""Averages, bounds and places."""

from __future__ import annotations

import pytest
from judging import accused, claims_of, silent, stands

from summarizer.claims.rank import Rank
from summarizer.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "发放补贴360万元，惠及1200人，人均3000元。",
        "发放补贴360万元，惠及1200人，人均补贴3000元。",
        "种植水稻12万亩，总产6.6万吨，平均亩产550公斤。",
    ],
)
def test_averages(text: str) -> None:
    assert stands(text, "average")


def test_a_wrong_average_is_a_likely_fault() -> None:
    assert accused("发放补贴360万元，惠及1200人，人均3600元。", "average") == [Severity.WARNING]


def test_means_of_other_things_stay_silent() -> None:
    assert silent("养老机构86家、床位9600张，每千名老人拥有床位32张。")
    assert silent("全年发放补贴360万元，惠及1200人，月人均250元。")


def test_all_within_a_bound() -> None:
    assert stands("完成率分别为91%、88%、86%，均在85%以上。", "bound")
    assert accused("完成率分别为91%、88%、81%，均在85%以上。", "bound") == [Severity.WARNING]


def test_more_than_fulfilled_is_above_a_hundred() -> None:
    assert accused("新增床位95张，超额完成年度目标的95%。", "bound") == [Severity.ERROR]
    assert stands("新增床位95张，超额完成年度目标的105%。", "bound")


def test_level_with_last_year() -> None:
    assert accused("发案25起，上年同期28起，持平。", "bound") == [Severity.WARNING]
    assert silent("发案25起，上年同期26起，基本持平。")


def test_a_place_and_how_many_take_part() -> None:
    assert accused("在全省16个市州中排名第18位。", "rank") == [Severity.ERROR]
    assert stands("在全省16个市州中排名第8位。", "rank")


def test_a_number_of_other_things_is_no_scope() -> None:
    claim = claims_of("全年新建项目16个，综合排名第18位。", "rank")[0]
    assert isinstance(claim, Rank)
    assert claim.of is None
