"""Clear faults beside the true sentences that look like them: each form is silent when true, and told when one figure is changed."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.prose import read_claims

_WRONG = (Outcome.FAILS, Outcome.OFF)


def accused(text: str) -> list[str]:
    """Return the codes of the claims of a text that do not hold."""
    verdicts = (claim.verdict(Settings()) for claim in read_claims(text)[0])
    return [verdict.code for verdict in verdicts if verdict.outcome in _WRONG]


PARTS = (
    # …中, and then a list: a later part may be too large as well as the first
    ("销售额41.20亿元。销售额中，农资{}亿元，日用品20.10亿元，农产品9.60亿元。", "11.50", "115.0"),
    ("销售额41.20亿元。销售额中，农资11.50亿元，日用品{}亿元，农产品9.60亿元。", "20.10", "201.0"),
    ("18个县中，人口在50万以下的有5个，50万至100万的有{}个，100万以上的有2个。", "11", "81"),
    ("在412.35万人次的游客中，过夜游客158.20万人次，一日游游客{}万人次。", "254.15", "854.15"),
    ("抽检1860批次中，食用农产品640批次、加工食品{}批次。", "1220", "12220"),
    # what is counted by 个 or 家 and called 项目 or 企业 says no size
    ("全市排查企业312家，其中关停类106家，搬迁类{}家，整治类120家。", "86", "860"),
    ("年内排查289家企业，其中关停类148家，搬迁类{}家，整治类86家。", "55", "550"),
    ("全县实施项目198个，其中已完工{}个，在建45个。", "153", "253"),
    ("共有245个项目，其中续建项目{}个。", "98", "398"),
    ("安排2600万元的贷款指标，其中，担保贷款{}万元，抵押贷款940万元。", "1660", "6160"),
    ("累计落实3.6亿元项目资金，其中省级{}亿元、市级1.1亿元。", "2.5", "5.2"),
    ("完成初稿166万字，占总篇幅240万字的69.2%，其中政治篇{}万字、经济篇58万字。", "42", "422"),
    # a measure before its noun, and ； in a bracket
    ("新建12.5公里道路，其中甲镇{}公里。", "5.2", "15.2"),
    ("现有1765.1亩高标准农田（其中甲村{}亩、乙村527.3亩）。", "1237.8", "2237.8"),
    ("受理20883件投诉（其中甲村2192件；乙村{}件）。", "18691", "81691"),
    ("受理20883件投诉（其中甲村{}件；乙村18691件）。", "2192", "14458"),
    # days that are told apart
    ("有效监测总计304天，其中优良282天、轻度污染{}天、重度污染6天。", "16", "96"),
    # names that end as their total does, in one run
    ("发布服务材料109期，其中情况汇报7期、信息参阅{}期、专题服务材料32期。", "70", "90"),
    ("公务用车购置及运行费决算1618万元，其中：公务用车购置费决算{}万元，公务用车运行费决算1204万元。", "414", "941"),
    # what there was before and what came
    ("拆除违建126处3.42万平方米，其中存量98处、新增{}处。", "28", "280"),
    # two columns, and measure words that one list mixes
    ("农户737户2809人，其中贫困户144户、贫困人口{}人。", "578", "5578"),
    ("立案2837件3830人。其中贪污案1984件2581人，渎职案853件{}人，查处干部207人。", "1249", "4921"),
    ("共有学校356所，其中县属学校7所，中学20所，小学245所，教学点73个，九年一贯制学校{}所。", "11", "111"),
    # what follows a ； is called as the total is
    ("全县发生交通事故2512起，同比上升3%。其中简易事故2419起，一般事故{}起；死亡道路交通事故24起。", "93", "193"),
    ("农林牧渔业总产值{}亿元，增加值37.90亿元。其中农业产值7.09亿元；牧业产值1.25亿元；渔业产值61.59亿元。", "69.93", "19.93"),
    # the bracket of a total that lost its scale word
    ("再融资债券资金{}（一般债券279823万元、专项债券192420万元）。", "472243万元", "472243元"),
    ("年初预算为：一般公共预算收入{}（税收收入46780万元、非税收入28860万元）。", "75640万元", "75640元"),
    ("当年还本{}（一般897.53亿元、专项1157.00亿元）。", "2054.53亿元", "2054.53万元"),
    # a share of what it names
    ("城市低保对象57374人，其中市本级41878人，甲集团11381人，占市本级低保对象{}%。", "27.2", "37.2"),
)


@pytest.mark.parametrize(("form", "right", "wrong"), PARTS)
def test_a_part_that_cannot_be_is_told(form: str, right: str, wrong: str) -> None:
    assert accused(form.format(right)) == []
    assert accused(form.format(wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "82个项目中，已立项74个，已开工76个。",
        "乡干部51人。乡干部中女干部7人，党员23人；乡干部中，本科3人，大专30人，中专18人。",
        "年内28亿元项目落地，其中50亿元项目1个正在报批。",
        "收入过500万元的企业22家，其中过2000万元的4家。",
        "我县15个（甲县27个，乙县26个，丙县9个）。",
        "年末860人（年初840人，新增50人，减少30人）。",
        "在校生8230人（其中女生4012人；寄宿生1208人；留守儿童3540人）。",
        "已有3台33万千瓦机组投产，其中有60万千瓦送往省外。",
        "全年优良天数331天，其中优128天，良203天，优良率90.7%。",
        "贷款余额86.5亿元，其中涉农贷款52.3亿元，小微贷款48.6亿元。",
        "高中在校生12300人，其中女生6200人；寄宿生9800人；走读生2500人。",
        "招聘教师170名，其中硕士6名、本科11名。",
        "税收251322万元，增长4%。其中：增值税118700万元，为预算的98%；所得税39003万元，增长28%；资源税93589万元，增长10%，为预算的97%。",
        "年末860人（年初840人，招录50人，退出30人）。",
    ],
)
def test_what_only_looks_like_a_part_is_none(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("税务部门完成15840万元，占95.8%，增收{}万元，增长12.96%。", "1817", "18817"),
        ("地方财政收入完成41.36{}元，同比增收5.08亿元，增长14%。", "亿", "万"),
        ("全县羊出栏{}只，同比增加486万只，增长7.4%。", "7059万", "7059"),
        ("未结案79件，同比上升27.42%，同比增加{}件。", "17", "170"),
        ("农林水支出65.8亿元，为预算的99.6%，增加{}亿元，增长49.5%。", "21.8", "221.8"),
        ("茶叶产量4.55万吨，较上年增{}吨，增幅12.9%。", "0.52万", "0.52亿"),
    ],
)
def test_more_cannot_be_added_than_there_is(form: str, right: str, wrong: str) -> None:
    assert accused(form.format(right)) == []
    assert accused(form.format(wrong)) == ["GROWTH001"]


@pytest.mark.parametrize(
    "text",
    [
        "1950年财政收入179万元，1956年比1950年增加259.4万元，增长1.5倍。",
        "完成国税3095万元、地税1065万元，比下达的指标超收2660万元，增幅达260%。",
        "贷款余额6.6亿元，比上年增加6.6亿元。",
    ],
)
def test_what_more_than_doubled_may_be_of_another_figure(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("“四乱”台账286处，销号{}处，销号率94.8%。", "271", "2711"),
        ("收集问题213条，解决{}条，解决率93.0%。", "198", "838"),
        ("受理群众诉求6237件，办结{}件，办结率98.1%。", "6118", "61180"),
        ("243个行政村已建综合服务社{}个，覆盖率达到72.4%。", "176", "1760"),
        ("高考报名3482人,本科上线{}人,本科上线率61.9%。", "2157", "21157"),
        ("年度投资{}亿元，完成198.3亿元，投资完成率93.5%。", "212", "122"),
        ("立案13起、结案12起，结案率{}%，罚款21.6万元。", "92.3", "923"),
        ("受理民事案件755件，结案600件，结案率{}%。", "79.47", "794.7"),
        ("乡辖区总人口26400人，城镇常住人口{}人，城镇化率4.92%。", "1300", "1300万"),
    ],
)
def test_a_part_is_not_more_than_what_its_rate_is_of(form: str, right: str, wrong: str) -> None:
    assert accused(form.format(right)) == []
    assert accused(form.format(wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "改判、发回案件共2件，结案93件，改判、发回率为2.15%。",
        "信访积案由23件降至6件，化解17件，化解率73.9%。",
        "新收案件213件，办结838件，办结率93.0%。",
        "出动执法人员560人次，检查单位213处，整改838处，整改率93.0%。",
        "检查场所213处，整改隐患838处，整改率93.0%。",
    ],
)
def test_a_part_may_be_of_another_whole(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("户籍人口528640人，其中：0-17岁92512人，占17.5%，18-34岁111543人，占21.1%，35-59岁{}人，占38.1%。", "201412", "2014120"),
        ("共收到提案629件，经审查立案{}件，占提案总数的98.73%；未予立案的8件，占提案总数的1.27%。", "621", "921"),
        ("设计灌溉面积1242万亩，有效灌溉面积{}万亩，有效面积占设计面积的88.6%。", "1100", "11000"),
        ("农业总产值2.10亿元，畜牧业总产值{}元，占农业总产值的26.5%。", "5562.35万", "5562.35亿"),
    ],
)
def test_a_part_is_not_more_than_what_its_share_is_of(form: str, right: str, wrong: str) -> None:
    assert accused(form.format(right)) == []
    assert accused(form.format(wrong)) != []


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("上市挂牌企业{}家,其中主板3家、新三板8家、区域股权市场57家。", "68", "680"),
        ("共有A级景区{}家，其中，4A级景区5家，3A级景区6家，2A级景区2家。", "13", "130"),
        ("查出问题金额3.74亿元，其中违规金额2861万元、管理不规范金额{}。", "3.45亿元", "3.45万元"),
        ("水路货运量41768{}吨，其中内河23617万吨，沿海17361万吨，远洋790万吨。", "万", "亿"),
        ("“三公”经费38.6万元，其中公务用车运行维护费26万元、公务接待费12.6{}元、因公出国费0万元。", "万", ""),
        ("出栏238.64万头，比上年增长2.4%。其中：生猪31.85万头，下降3.1%；牛28.72{}头，增长6.5%；羊178.07万头，增长2.9%。", "万", ""),
        ("家庭医生签约{}人，其中重点人群8164人、一般人群4922人，签约率45.1%。", "13086", "93086"),
        ("各地损失{}万元，其中农业损失1740万元、设施损失935万元、家庭损失185万元。", "2860", "7860"),
        ("实现收益1.03亿元,其中提取准备金618万元、管理费用2682万元、补充资金7000{}元。", "万", ""),
    ],
)
def test_a_slip_that_makes_all_exact_is_told(form: str, right: str, wrong: str) -> None:
    assert accused(form.format(right)) == []
    assert accused(form.format(wrong)) != []


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("发生事故{}起，死亡2人，受伤3人；同上年同期比，事故起数上升22.22%。", "33", "32"),
        ("受理投诉{}件，涉及14个镇，投诉件数同比下降12.5%。", "63", "61"),
        ("集体访{}批286人次，同比批次下降47.83%，人次下降31.08%。", "24", "21"),
    ],
)
def test_a_count_called_by_its_measure_grew_from_a_whole_number(form: str, right: str, wrong: str) -> None:
    assert accused(form.format(right)) == []
    assert accused(form.format(wrong)) != []
