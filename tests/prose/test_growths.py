from __future__ import annotations

import pytest
from judging import accused, claims_of, outcomes, silent, stands

from summarizer.claims.growth import Growth
from summarizer.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "接待游客86万人次，比上年增加6万人次，增长7.5%。",
        "接待游客86万人次，同比增长7.5%，增加6万人次。",
        "接待游客86万人次，上年同期为80万人次，同比增长7.5%。",
        "信访86件，比上年同期80件上升6件、上升率7.5%。",
        "收购粮食69567.9吨，较去年同期79249.9吨少购9682吨。",
        "低保标准由每人每月650元提高到702元，提高8%。",
        "城镇化率由61.2%提高到63.5%，提高2.3个百分点。",
        "公务接待费86万元，为预算的96%，比上年减少14万元，下降14%。",
        "受理1260件、办结1200件，同比分别增加60件、50件，增长5%、4.35%。",
        "2023年受理1260件，比2022年上升5%。2022年受理1200件。",
        "本年支出合计860.5万元，其中基本支出620.3万元、项目支出240.2万元。与上年相比增加45.2万元，增长5.5%。",
        "居民人均可支配收入38500元，增加2100元，增长5.8%。",
        "细颗粒物浓度26微克/立方米，同比下降7.1%，去年为28微克/立方米。",
        "常住人口由2010年的45万人增加到2020年的50万人，年均增长1.06%。",
        "播种面积21.4万亩，其中粮食10.6万亩、蔬菜10.8万亩，比上年增加0.8万亩，增长3.9%。",
    ],
)
def test_a_change_finds_its_base(text: str) -> None:
    assert stands(text, "growth")


@pytest.mark.parametrize(
    "text",
    [
        "接待游客86万人次，比上年增加6万人次，增长9.5%。",
        "信访86件，比上年同期80件上升9件。",
        "低保标准由每月650元提高到702元，提高5%。",
        "满意率由85%提高到88%，提高3%。",
    ],
)
def test_a_clean_mismatch_is_an_error(text: str) -> None:
    assert accused(text, "growth") == [Severity.ERROR]


def test_a_mean_by_its_unit_has_that_of_the_year_before() -> None:
    assert accused("亩均税收18.6万元/亩，同比增长12%，上年为17.6万元/亩。", "growth") == [Severity.WARNING]


def test_whole_numbers_decide_where_no_base_is_given() -> None:
    assert accused("立案查处126件，同比上升12.9%。", "growth")
    assert stands("立案查处126件，同比上升12.5%。", "growth")


def test_the_total_before_its_parts_is_the_base_of_a_later_change() -> None:
    claims = claims_of("面积30.2万亩，其中粮食12.1万亩、蔬菜18.1万亩，比上年增加2.4万亩，增长9.6%。", "growth")
    assert isinstance(claims[0], Growth)
    assert claims[0].after is not None
    assert claims[0].after.quantity.text == "30.2万亩"


@pytest.mark.parametrize(
    "text",
    [
        "生产总值完成560亿元，比上年增加30亿元，同比增长7.2%。",
        "农业总产值86亿元，按可比价计算增加5亿元，增长4.3%。",
        "库存360万吨，比上月增加20万吨，同比增长18%。",
        "教育支出18.6亿元，主要是人员经费增加0.8亿元，增长12%。",
        "发放贷款12.5亿元86笔，同比增长18.2%。",
        "配套费收入5.8亿元，增加5.8亿元，增长13456.2%。",
        "市场主体由10万户增加到15万户，同比增长8%。",
        "收入由1.2万元增加到1.8万元，年均增长8.4%。",
        "火灾86起，直接损失120万元，起数下降10.4%，损失下降5%。",
    ],
)
def test_what_must_stay_silent(text: str) -> None:
    assert silent(text)


def test_a_yearly_mean_is_compounded() -> None:
    assert accused("常住人口由2010年的45万人增加到2020年的50万人，年均增长2.06%。", "growth") == [Severity.WARNING]


def test_an_amount_does_not_grow_by_points() -> None:
    assert accused("接待游客86万人次，同比增长5个百分点。", "growth") == [Severity.WARNING]
    assert not outcomes("绿化率42%，同比增长2个百分点。", "growth")


def test_what_exceeds_last_year_may_do_so_by_a_figure_or_be_compared_with_it() -> None:
    assert not accused("图书馆借阅75万册次，超去年同期25万册次，同比增长50%。", "growth")
    assert not accused("图书馆借阅75万册次，超过去年同期50万册次，同比增长50%。", "growth")
    assert accused("图书馆借阅75万册次，超过去年同期50万册次，同比增长60%。", "growth")
