"""What is told of a text is told of the same text with half-width marks, too. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told

TEXTS = (
    "水费收入36万元，座水库建成，供水正常。", "渠道清淤36公里，户均元，同比增长6%。",
    "召开了次会议，座水闸完工，累计供水36万吨。", "水费收入增长%，供水正常。",
    "新建蓄水池800平方，投资36万元。", "库容3.6万立，供水正常。",
    "水价提高3个百分，收费36万元。", "检修泵站36处，现隐患12处。",
    "截至726日，供水36万吨。", "截至6月20，供水36万吨。",
    "截至12底，供水36万吨。", "受益群众达人，供水36万吨。",
    "事故造成5人死亡，人受伤，损失36万元。", "供水36万吨，张渠长调任，共计吨。",
    "由36户增至户，供水正常。", "供水36顿，收费正常。",
    "水费36万园，收费正常。", "优良天数为天，停水3天。",
    "骨干渠道清淤任务条，完成12条。", "干部职工名，供水正常。",
    "供水能力为万吨，收费正常。", "节水率达36.5，同比增长6%，收费率98%，合格率97%。",
)  # fmt: skip
HALF = str.maketrans("，；：", ",;:")


@pytest.mark.parametrize("text", TEXTS)
def test_half_width_marks(text: str) -> None:
    kinds = ("blank", "date", "unit", "numeral", "wording")
    full, half = told(text, *kinds), told(text.translate(HALF), *kinds)
    assert full
    assert [(found.code, found.start, found.end) for found in half] == [(found.code, found.start, found.end) for found in full]
