"""Numbers of lists, and steps in the styles of speech. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent

from summarizer.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "建成梅园、竹园、兰园、菊园5座口袋公园。",
        "回收电脑、冰箱、空调4类家电。",
        "五项指标的削减量为：化学需氧物860吨、氨氮物42吨、氮氧化物310吨、挥发物96吨。",
        "“一码通办”上线5件：入托、退役、迁居、购车。",
        "整治“僵尸”“僵硬”“僵化”4个账户。",
    ],
)
def test_a_list_of_even_names_that_is_one_short(text: str) -> None:
    assert accused(text, "count") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "建成梅园、竹园、兰园、菊园4座口袋公园。",
        "成为继茶叶、柑橘、肉鸡之后第4个产业。",
        "推动东山、西山和南山镇4个园区。",
        "建成东山、西山、南山等7个园区。",
        "三项指标的削减量为：化学需氧物860吨、氨氮物42吨、氮氧化物310吨。",
    ],
)
def test_a_list_that_may_be_as_long_as_stated(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(
    "text",
    [
        "要点如下。其一，抓水源。其二，抓管网。其四，抓水价。",
        "一要修渠，二要清淤，四要管护。",
        "一靠政策，二靠科技，二靠投入。",
        "①修渠。②清淤。④管护。",
    ],
)
def test_a_step_of_speech_is_missing(text: str) -> None:
    assert accused(text, "enumeration") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "其一，抓水源。其二，抓管网。其三，抓水价。",
        "三要素齐备，二靠近水源，第二、三产业稳步发展。",
        "一要修渠，二要清淤，三要管护。",
        "其中一靠天吃饭的村已不多。",
    ],
)
def test_steps_of_speech_that_are_all_there(text: str) -> None:
    assert silent(text)
