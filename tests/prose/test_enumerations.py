"""Chains of steps over sentences and paragraphs. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused

from summarizer.claims.base import Outcome, Settings
from summarizer.findings import Severity
from summarizer.prose import read
from summarizer.prose.enumerations import claims


def judged(text: str) -> list[tuple[str, Outcome]]:
    found = [claim.judge(Settings()) for claim in claims(read(text))]
    return [(verdict.code, verdict.outcome) for verdict in found]


def faults(text: str) -> list[str]:
    return [code for code, outcome in judged(text) if outcome is Outcome.FAILS]


@pytest.mark.parametrize(
    "text",
    [
        "一是收粮。二是存粮。三是轮换。",
        "一是收粮。\n二是存粮。\n三是轮换。",
        "首先，收粮。其次，存粮。最后，轮换。",
        "1.收粮\n2.存粮\n3.轮换\n",
        "（一）收粮。按时收。（二）存粮。按规存。",
        "一是收粮；二是存粮：一是验收，二是入库；三是轮换。",  # one chain inside another
    ],
)
def test_whole_chains_hold(text: str) -> None:
    assert not faults(text)
    assert (("ENUM001", Outcome.HOLDS)) in judged(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("一是收粮；二是存粮；四是轮换。", "ENUM001"),
        ("一是收粮；二是存粮；二是轮换。", "ENUM002"),
        ("一、去年工作\n（一）收粮\n一是按时。二是按质。\n（二）存粮\n三是轮换。\n", "ENUM001"),
        ("一、收粮\n二、存粮\n四、轮换\n", "ENUM001"),
        ("其次，存粮。最后，轮换。", "ENUM001"),
        ("（一）粮食\n1.收粮\n2.存粮\n（二）水利\n2.清淤\n3.护堤\n", "ENUM001"),
        ("（一）粮食\n1.收粮\n2.存粮\n3.轮换\n（二）水利\n4.清淤\n6.护堤\n", "ENUM001"),
        ("一、粮食\n（1）收粮。做到：1.按时；2.按质。\n（3）轮换\n", "ENUM001"),
    ],
)
def test_broken_chains_are_told(text: str, code: str) -> None:
    assert faults(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "三是存粮。四是轮换。",  # cut out of its context
        "（一）收粮\n一是按时。二是按质。\n（二）存粮\n一是验收。二是入库。\n",  # begins anew in a new section
        "最后，存粮工作还要加强。",
        "他是第一是。统一是好的。",
        "1.收粮\n30.5\n2.存粮\n12.1\n5.轮换\n8\n",  # a table, read line by line
        "（一）收粮\n（二）存粮\n（\n三）轮换\n（四）检查\n",  # a line broken inside the number
        "一、二级水质比例上升。",
        "1.5倍于上年。2.3倍于前年。",
        "（一）粮食\n1.收粮\n2.存粮\n3.轮换\n（二）水利\n4.清淤\n5.护堤\n",  # numbered through below all headings
        "一、粮食\n（一）收粮\n（二）存粮\n（三）轮换\n二、水利\n（四）清淤\n",
        "一、粮食\n（1）收粮。做到：1.按时；2.按质。\n（2）存粮。做到：1.干燥；2.通风。\n（3）轮换\n",  # 1. within （1）
        "（1）收粮\n1.按时\n2.按质\n（2）存粮\n1.干燥\n2.通风\n",
        "（一）粮食\n一是收粮。二是存粮：（1）干燥；（2）通风。三是轮换。\n",
        "一是收粮。\n二是存粮。做到：（一）干燥；（二）通风。\n三是轮换。\n",
    ],
)
def test_silence_where_nothing_is_broken(text: str) -> None:
    assert not faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "二是巩固退耕还林。三是补贴造林。五是防沙治沙。", "（三）积极发展农业。（四）搞好防汛。（六）做好林业工作。",
        "全年供水稳定。三、用水。四、节水。五、管水。八、护水。", "（二）粮食销售。全年销粮120吨。（四）粮食储存。",
        "2.扶持移民。\n4.发放贷款。\n",
    ],
)
def test_a_step_is_missing_behind_a_beginning_that_was_cut_off(text: str) -> None:
    assert accused(text, "enumeration") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "二是巩固退耕还林。三是补贴造林。四是防沙治沙。", "三是补贴造林。五是防沙治沙。", "（三）发展农业。（四）防汛。（八）林业。",
        "三、用水。四、节水。九、护水。十、管水。",
    ],
)
def test_silence_where_the_beginning_was_cut_off(text: str) -> None:
    assert not accused(text, "enumeration")


def test_the_place_is_where_it_breaks() -> None:
    text = "一是收粮；二是存粮；四是轮换。"
    (claim,) = claims(read(text))
    assert text[claim.place.start : claim.place.end] == "二是存粮；四是"


@pytest.mark.parametrize(
    "text",
    ["最后，轮换。\n（一）收粮。（二）存粮。", "其次，存粮。\n一、收粮。\n二、轮换。", "（一）收粮。最后，轮换。\n（二）存粮。"],
)
def test_a_last_step_without_a_first_one_before_a_heading(text: str) -> None:
    assert not faults(text)
