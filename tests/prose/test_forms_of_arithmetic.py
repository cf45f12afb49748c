"""Sums, shares, growth and means in the forms of bulletins: read where they hold, noticed where a figure is altered."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

ROWS = [
    ("{s}发生事故{x}起、死亡58人。道路{a}140起、死亡31人；工矿{a}62起、死亡20人；水上{a}16起、死亡7人。", "218", "299"),
    ("{s}发生事故218起、死亡{x}人。道路{a}140起、死亡31人；工矿{a}62起、死亡20人；水上{a}16起、死亡7人。", "58", "80"),
    ("{s}发生事故{x}起、死亡58人，同比减少12起、5人。道路{a}140起31人，工矿{a}62起20人，水上{a}16起7人。", "218", "299"),
    ("{s}火灾{x}起，造成58人死亡。其中，城区{a}140起、死亡31人；集镇{a}62起、死亡20人；村庄{a}16起、死亡7人。", "218", "299"),
]
LISTS = [
    ("{s}收到提案{x}件，经审查立案186件，并案9件，不予立案14件。", "209", "286"),
    ("{s}受理申请{x}件，予以受理133件、撤回8件、不予受理21件。", "162", "222"),
    ("{s}共收到留言{x}条，市直部门收到1130条，各县区收到945条，答复及时。", "2075", "2843"),
    ("{s}各级各类学校{x}所。其中：高级中学2所，职业中学1所；义务教育学校64所；幼儿园30所。", "97", "61"),
    ("{s}在校生{x}人，其中，小学在校生41200人，特教在校生75人；普通中学在校生18400人；职业学校在校生3125人。", "62800", "45600"),
    ("{s}入境游客{x}万人次。入境游客中，外国人96.4万人次，香港同胞210.5万人次，澳门同胞64.2万人次，台湾同胞31.9万人次。", "403.0", "552.1"),
    ("{s}工业增加值{x}亿元。从三大门类看，采矿业3.2亿元，制造业184.5亿元，电力、热力生产和供应业22.3亿元。", "210.0", "287.7"),
    ("{s}共收到留言2075条，市直部门收到1130条，各县区收到945条，答复2069条，还有{x}条正在办理。", "6", "16"),
]
SHARES = [
    ("{s}收到来信164件。从来信分类看，住房保障52件（31.7%）；道路交通{x}件（14.6%）；物业服务21件（12.8%）。", "24", "33"),
    ("{s}收到来信{x}件。按类型分，咨询19件（11.6%）；投诉86件（52.4%）；求助47件（28.7%）；感谢12件（7.3%）。", "164", "225"),
    ("{s}受理投诉{x}件，其中质量类230件（28.7%）、价格类118件（14.7%）、合同类76件（9.5%）。", "802", "1099"),
]
CHANGES = [
    ("{s}常住人口为412600人，与上次普查的380100人相比，十年共增加{x}人，增长8.55%。", "32500", "44525"),
    ("{s}常住人口为412600人，与上次普查的380100人相比，增长{x}%，年均增长0.82%。", "8.55", "11.71"),
    ("{s}法人单位5200个，比第三次经济普查的4100个，增加{x}个，增长26.8%。", "1100", "1507"),
    ("{s}耕地52600亩，较上次调查的50200亩十年共增加{x}亩。", "2400", "3288"),
    ("{s}发生事故640起，造成182人死亡、512人受伤。与上年相比，死亡人数减少{x}人，下降9.0%。", "18", "25"),
    ("{s}发生事故640起，造成182人死亡、512人受伤。与上年相比，受伤人数减少{x}人，下降7.4%。", "41", "56"),
    ("{s}事故640起，死亡182人，同比减少事故60起，减少死亡18人，分别下降{x}%和9.0%。", "8.6", "11.8"),
    ("{s}直接财产损失4.2亿。与上年相比，直接财产损失增加2100万元，上升{x}%。", "5.3", "7.3"),
]
MEANS = [
    ("2019年4月份，{s}受理有效报警{x}起（214起/天），环比下降3%。", "6420", "8795"),
    ("上半年{s}受理诉求{x}件（日均46件）。", "8326", "11407"),
    ("一季度，{s}接待游客{x}人次，日均接待217人次。", "19530", "26756"),
    ("{s}男性人口20600人，女性人口19400人。性别比（以女性为100，男性对女性的比例）为{x}。", "106.2", "145.5"),
]
HALVES = [
    ("{s}常住人口比2010年增加{x}人。户均2.9人，比2010年减少0.4人。其间，城镇人口增加52400人，乡村人口减少19300人。", "33100", "45347"),
    ("{s}财政收入比上年增加{x}万元。税收收入增加2100万元，非税收入增加640万元。", "2740", "3754"),
]
NEGATED = [
    ("{s}受理审查逮捕13件{x}人，批准逮捕10件11人，不批准逮捕3件4人。", "15", "21"),
    ("{s}共办理工单{x}件。交办责任单位838件，中心直办107件；答复及时。", "945", "1295"),
    ("{s}共受理诉求{x}件，较上月增加，自行处理1276件，派单460件。", "1736", "2378"),
    ("{s}原有绿地37849平方米，当年新增面积8082平方米，总面积达到{x}平方米。", "45931", "62925"),
]
ALL = [
    *((kind, *form) for kind, forms in (("growth", CHANGES), ("average", MEANS[:3]), ("rate", MEANS[3:])) for form in forms),
    *(("sum", *form) for form in NEGATED),
    *zip(("difference", "sum"), *zip(*HALVES, strict=True), strict=True),
    *(("difference" if "还有" in form[0] else "sum", *form) for form in LISTS),
    *(("share", *form) for form in SHARES),
]


@pytest.mark.parametrize("subject", ["全市", "全年全县"])
@pytest.mark.parametrize("area", ["", "发生", "事故"])
@pytest.mark.parametrize(("text", "right", "wrong"), ROWS)
def test_columns_of_rows_make_their_totals(text: str, right: str, wrong: str, area: str, subject: str) -> None:
    assert stands(text.format(s=subject, a=area, x=right), "sum") > 1, "not read"
    assert accused(text.format(s=subject, a=area, x=wrong), "sum"), "not noticed"


@pytest.mark.parametrize("subject", ["全市", "我县"])
@pytest.mark.parametrize(("kind", "text", "right", "wrong"), ALL)
def test_altered_figures_are_noticed(kind: str, text: str, right: str, wrong: str, subject: str) -> None:
    assert stands(text.format(s=subject, x=right), kind), "not read"
    assert not silent(text.format(s=subject, x=wrong)), "not noticed"


def test_respectively_takes_as_many_percentages_as_figures() -> None:
    assert not silent("受理案件2330件，审结2298件，同比分别上升9.5%。")
    assert silent("受理案件2330件，审结2298件，同比分别上升9.5%和8.1%。")


@pytest.mark.parametrize("rate", ["办结率", "整改率", "答复率"])
def test_all_is_a_hundred_per_cent(rate: str) -> None:
    assert silent(f"收到建议21件，已全部办结，{rate}100%。")
    assert not silent(f"收到建议21件，已全部办结，{rate}为93%。")


@pytest.mark.parametrize(
    "text",
    [
        "全市排查隐患638处，涉及22个单位。其中：甲区98处；乙区156处；丙区148处。",
        "全市收到来信803件。主要是住房类58件（占7.2%），交通类165件（占20.5%），物业类181件（占22.5%），环保类193件（占24.0%）。",
        "受理投诉935件。按性质分：质量问题756件，占80.9%；安全问题28件，价格问题85件，其他问题66件，占7.1%。",
        "走访460户，满意441户，不表态的12户，不满意的7户。",
        "总人口30万人，其中60岁以上人口5万人、残疾人口1万人；城镇人口20万人，农村人口10万人。",
    ],
)
def test_what_need_not_add_up_is_left_alone(text: str) -> None:
    assert silent(text)
