"""Lists of kinds behind ；, of works behind 五大工程, and of the foremost. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.claims.base import Outcome, Settings
from summarizer.claims.count import Count
from summarizer.findings import Severity
from summarizer.prose import read_claims

CHINESE = "零一两三四五六七八九"
HALF = str.maketrans("，：；（）", ",:;()")
FORMS = [
    ("按规模分为{c}类：大型商场12家，比上年增加2家；中型商场45家，比上年增加3家；小型商场210家，比上年减少8家。", 3),
    ("按行业划分{n}大类：即纺织企业61家，较去年增加3家；化工企业17家，增长2%；建材企业11家；食品企业30家。", 4),
    ("按等次分{c}级，即甲级站点12个，占20%；乙级站点23个，占38%；丙级站点25个，占42%。", 3),
    ("推进绿化{c}大工程，完成城区绿化1400亩，通道绿化320亩，水系绿化1300亩，进一步改善环境。", 3),
    ("实施绿化{c}大工程：完成城区绿化1400亩、通道绿化320亩、村庄绿化90亩、水系绿化1300亩。", 4),
    ("投诉最多的{n}个镇分别是：东河镇（48个）、西河镇（38个）、南岭镇（22个）和北坪镇（12个）。", 4),
    ("投诉最多的{n}个镇是东河镇（48个）、西河镇（38个）、南岭镇（22个），{n}个镇合计占64%。", 3),
    ("前{c}位是东河镇、西河镇和南岭镇。", 3),
    ("位列前{c}的镇依次为东河镇、西河镇、南岭镇。", 3),
]


def outcomes(text: str) -> list[Outcome]:
    return [claim.judge(Settings()).outcome for claim in read_claims(text)[0] if isinstance(claim, Count)]


def written(form: str, number: int, *, half: bool) -> str:
    text = form.replace("{n}", str(number)).replace("{c}", CHINESE[number])
    return text.translate(HALF) if half else text


@pytest.mark.parametrize(("form", "number"), FORMS)
@pytest.mark.parametrize("half", [False, True])
def test_a_whole_list_holds_and_one_more_is_told_once(form: str, number: int, half: bool) -> None:
    assert outcomes(written(form, number, half=half)) == [Outcome.HOLDS]
    assert outcomes(written(form, number + 1, half=half)) == [Outcome.FAILS]


def test_a_last_member_behind_as_well_as_is_one() -> None:
    form = "居前{}位的病种依次为肝热病、肺热病、红眼病、皮疹性和水疱性热病以及水痘。"
    assert outcomes(form.format(5)) == [Outcome.HOLDS]
    assert outcomes(form.format(7)) == [Outcome.FAILS]


@pytest.mark.parametrize(
    "text",
    [
        "分三类：甲类村12个；乙类村23个；丙类村25个；合计60个。",
        "按渠道分为两种：线上受理120件；线下受理85件；办结率98%。",
        "支出分两部分：基本支出12万元；项目支出30万元；结余5万元。",
        "分三类处置：立案12件；转办23件；了结25件；比上年多5件。",
        "推进五大工程，完成造林1400亩、封育500亩、抚育300亩。",
        "绿化五大工程，完成造林1400亩、封育500亩、抚育300亩，建成公园3个。",
        "增速最快的两个镇为东河镇12.1%、西河镇11%，最慢的是南岭镇3%。",
        "产量最高的三个镇有12个村、35个组、48个点。",
        "前三名中第一名是东河镇、第二名是西河镇。",
        "前两位是东河镇和西河镇，其他镇为南岭镇、北坪镇。",
    ],
)
@pytest.mark.parametrize("half", [False, True])
def test_what_is_no_kind_is_not_counted(text: str, half: bool) -> None:
    assert Outcome.FAILS not in outcomes(text.translate(HALF) if half else text)


@pytest.mark.parametrize(
    "said", ["抓好{}方面工作：", "推进{}大工程：", "主要做好{}方面的具体工作：", "实施{}大专项行动：", "存在{}方面突出问题:"]
)
def test_steps_of_aspects(said: str) -> None:
    form = f"下半年，{said}一是清淤渠道9公里；二是新打机井6眼；三是更换水表860只；四是培训管水员42名。"
    assert stands(form.format("四"), "count") == 1
    assert accused(form.format("三"), "count") == accused(form.format("五"), "count") == [Severity.WARNING]
    assert silent(form.format("八"))


def test_aspects_that_the_steps_are_not_of() -> None:
    assert silent("在三大工程基础上，落实措施：一是清淤渠道；二是新打机井；三是更换水表；四是培训管水员。")
    assert silent("对照五大任务查问题：一是渠道淤塞；二是机井老化；三是水表不准。")
