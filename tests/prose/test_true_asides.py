"""What is said beside figures and is of other things: no fault is told."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

_BUDGET = (
    "“三公”经费年初预算为11.50万元，支出决算为{}万元，其中：因公出国（境）费决算为0万元，完成预算的0%；"
    "公务用车购置及运行维护费支出决算为2.60万元，完成预算的28.3%；公务接待费支出决算为0.40万元，完成预算的17.4%。"
)


@pytest.mark.parametrize("text", [
    # names before 分别 that are of none of the figures before them
    "评定等级民宿16家、农家乐23家，高技术制造业、装备制造业增加值分别增长9.5%、10.7%。",
    "新增绿色工厂17家、绿色园区9个，全市签约项目数与合同额分别增长22.1%、15.1%。",
    "推进13条产业链、14个集群，基础设施投资和工业投资同比分别增长3.2%和8.5%。",
    # an aside with 、其中 ends at its comma
    "治理沙化土地148万亩、其中绿化工程43万亩，修复退化草原517万亩。",
    "新增铁路639公里、其中高铁370公里，新增高速公路2600公里。",
    # compared with what is told nowhere
    "地区生产总值达5.5万亿元、稳居全国前十、增长4.8%，其中工业增加值增长6.2%、高于全国平均0.3个百分点。",
    "物流费用与生产总值的比率从14.7%降至13.2%、优于全国约1个百分点。",
    "全省城镇化率提升5.3个百分点，毕业生留省率从67.6%提高到70%。",
    # output grows at constant prices
    "全省地区生产总值达到13697.5亿元，较五年前的9323.1亿元增加4374.4亿元，增长33.6%。",
    "电池、芯片、机器人等新产品产量实现两位数增长。",
    _BUDGET.format("3.00"),
    "支出预算由56.2亿元变动为64.1亿元，主要是上级补助增加3.6亿元。",
    "全市任务1200户，已开工1080户，开工率90%，其中甲区、乙县、丙县开工率已达100%。",
    "转贷债券458230万元，其中：新增债券326000万元，市本级留用88000万元，转贷县区238000万元。",
    "今年共机耕36.8万亩，机收34.2万亩，机耕、机收水平分别为95.1%、88.4%，油菜机播率仅32.6%。",
    "本级国有资本预算支出3610万元，为预算4200万元的86.0%，同比增长4.2%；失业保险支出进度61.7%。",
    "孤儿养育标准由每人每月 820 元提高到 860 元，农村救助由每人每年 4920 元提高到 5280 元。",
    "共建卫生厕所1960座，其中东湾620座、西岭540座、南坪430座、北沟370座，抽查合格率97.3%。",
    "安排项目48个，已建成43个，资金拨付率91.6%；实施工程35处，完工31处，投资完成率84.3%。",
])  # fmt: skip
def test_true_asides(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(("kind", "text", "true", "altered"), [
    ("growth", "受理案件110件，审结99件，受理数和审结数同比分别增长{}%和10%（上年同期分别为100件、90件）。", "10", "16"),
    ("growth", "物流费用占比从14.7%降至13.2%、下降{}个百分点。", "1.5", "2.4"),
    ("growth", "收入达到1400万元，较五年前的1000万元增加400万元，增长{}%。", "40", "63"),
    ("sum", _BUDGET, "3.00", "4.90"),
])  # fmt: skip
def test_what_is_said_of_the_figures_is_still_judged(kind: str, text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), kind)
    assert accused(text.format(altered), kind)
