"""What the first relations leave: percentages, averages and differences that the figures around explain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import accused, silent, stands

from summarizer.findings import Severity

STANDING = (
    # rates by the verb in their name, with the whole beside, before, behind, or in the sentence before
    ("rate", "审减造价840万元，送审总额7000万元，核减率12%。"),
    ("rate", "应训教师520人，实训507人，参训率97.5%。"),
    ("rate", "工业总产值400亿元，产品销售率为97.2%，实现销售产值388.8亿元。"),
    ("rate", "化解积案57件，尚余9件，化解率86.4%。"),
    ("rate", "抽检食品1500批次，不合格12批次，合格率99.2%。"),
    ("rate", "全县现有对象1286户3954人，已消除风险1093户3407人，风险消除率85%。"),
    ("rate", "适配辅具1135人，适配率99.6%，应适配1139人。"),
    ("rate", "改造小区32个、惠及居民7462户。已完工27个，完工率84.4%。"),
    ("rate", "建档退役军人10842人，发放优待证10317张，发证率95.2%。"),
    ("rate", "全年优良天数331天，优良率90.7%。"),
    ("rate", "失业人员再就业2318人，完成率115.9%（目标2000人）。"),
    ("rate", "改造公路152公里，任务数140公里，完成108.6%。"),
    ("rate", "筛查12000人，发现甲类86人、乙类19人，检出率分别为7.17‰、1.58‰。"),
    ("rate", "发放消费券1200万元，带动消费9600万元，放大8倍。"),
    ("rate", "甲市150个、143个、95.33%，乙市71个、44个、61.97%，丙市87个、71个、81.61%。"),
    # shares
    ("share", "清理病树2.84万株，为2022年4.06万株的70%。"),
    ("share", "实现社会消费品零售总额160亿元，增长8%。限额以上单位零售额60亿元，占全县社零总额的37.5%。"),
    ("share", "公交线路82条，改造线路累计64条，占全部82条线路的78%。"),
    ("share", "完成投资18.6亿元，占比见附表。项目总投资30亿元，完成投资18.6亿元，为总投资的62%。"),
    ("share", "新能源车148辆，占公交车总数的82.2%，公交车总数180辆。"),
    ("share", "企业24318户，个体54000户，期末实有主体79642户，企业占比30.5%。"),
    ("share", "共接诉12000件，其中东区3000件、西区2400件、南区1500件，三地合计占总量的57.5%。"),
    # averages
    ("average", "挽回损失1860万元，受援1200人，案件900件，案均2.07万元。"),
    ("average", "发放贷款86笔、1634万元，笔均19万元。"),
    ("average", "实有床位1800张，每千人口床位6张（常住人口30万人）。"),
    ("average", "五年间累计投入486亿元，年均97.2亿元。"),
    ("average", "全年公交客运量1562万人次，日均4.28万人次。"),
    ("average", "培训134场次，受训1.87万人，场均140人。"),
    ("average", "线路32条、总里程684公里，平均每条21.4公里。"),
    ("average", "大中修44公里，每公里造价250万元，共投入1.1亿元。"),
    # differences
    ("difference", "年初在册412人，全年接收217人，解除243人，年末在册386人。"),
    ("difference", "全年出生0.29万人，死亡0.47万人，自然增长-0.18万人。"),
    ("difference", "新入库24家、退库7家，净增17家。"),
    ("difference", "出生率7.83‰，死亡率7.34‰，自然增长率0.49‰。"),
    ("difference", "装配式建筑占比35.6%，超出省定30%目标5.6个百分点。"),
    ("difference", "改造320户，任务数300户，超20户。"),
    ("difference", "新增泊位3260个，超年度目标（3000个）260个。"),
    ("difference", "治理面积38.5平方公里，超额完成3.5平方公里（目标35平方公里）。"),
    ("difference", "获金牌23枚，金牌数比上届多6枚，上届为17枚。"),
    ("difference", "接诉7928件，办结7894件，34件正在办理。"),
    ("difference", "编制320名，现有306名，缺额14名。"),
    ("difference", "改造小区32个、惠及居民7462户。已完工27个，剩余5个。"),
    # changes
    ("growth", "油茶林由12.6万亩扩至13.9万亩，新增1.3万亩。"),
    ("growth", "全年出栏52.7万头，同比多出栏3.1万头，增长6.25%。"),
    ("growth", "查处案件93起，办结88起，办结率94.6%，较上年同期的107起下降13.1%。"),
    ("growth", "结婚登记2683对，同比回升11.9%，比上年的2398对多285对。"),
    ("growth", "发生事故14起、死亡9人，同比分别减少6起、3人，下降30%和25%。"),
    ("growth", "贷款余额41亿元→46亿元，增长12.2%。"),
    ("growth", "里程由41公里延伸到96公里，增长1.34倍。"),
    # sums
    ("sum", "发放生活补贴1265.6万元，惠及3164人；护理补贴1208.1万元，惠及4027人；两项合计2473.7万元。"),
    ("sum", "高标准农田新建3.2万亩、改造提升1.8万亩，共5万亩。"),
    ("sum", "全年粮食产量24.5万吨，其中夏粮13.2万吨，秋粮11.3万吨。"),
    ("sum", "收入2,964, 962万元，其中税收收入1,964, 962万元、非税收入1,000, 000万元。"),
    ("sum", "引进硕士23名、招聘本科生61名、定向培养40名，共补充人员124名。"),
    ("sum", "抽检2680批次，合格2613批次，合格率97.5%；不合格67批次。"),
    ("sum", "植树8万亩。封山育林2.4万亩，退化林修复1.15万亩，森林抚育3.05万亩，合计6.6万亩。"),
    ("count", "河道4条、全长52.6公里（清河21.3公里、白河14.8公里、东溪9.7公里、南港6.8公里）。"),
)


@pytest.mark.parametrize(("kind", "text"), STANDING)
def test_a_relation_that_no_word_announces_is_seen(kind: str, text: str) -> None:
    assert stands(text, kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("rate", "审减造价840万元，送审总额7000万元，核减率16%。"),
        ("rate", "应训教师520人，实训507人，参训率79.5%。"),
        ("rate", "改造小区32个、惠及居民7462户。已完工27个，完工率64.4%。"),
        ("rate", "建档退役军人10842人，发放优待证10317张，发证率75.2%。"),
        ("rate", "改造公路152公里，任务数140公里，完成118.6%。"),
        ("rate", "筛查12000人，发现甲类86人、乙类19人，检出率分别为9.17‰、1.58‰。"),
        ("rate", "甲市150个、143个、95.33%，乙市71个、44个、61.97%，丙市87个、71个、81.61%，丁市146个、58个、37.93%。"),
        ("share", "社会消费品零售总额160亿元，增长8%。限额以上单位零售额60亿元，占全县社零总额的47.5%。"),
        ("average", "发放贷款86笔、1634万元，笔均29万元。"),
        ("average", "实有床位1800张，每千人口床位8张（常住人口30万人）。"),
        ("average", "培训134场次，受训1.87万人，场均192人。"),
        ("difference", "年初在册412人，全年接收217人，解除243人，年末在册396人。"),
        ("difference", "新入库24家、退库7家，净增19家。"),
        ("difference", "装配式建筑占比35.6%，超出省定30%目标7.6个百分点。"),
        ("difference", "改造320户，任务数300户，超27户。"),
        ("difference", "改造小区32个、惠及居民7462户。已完工27个，剩余6个。"),
        ("growth", "污水处理率97.2%，比上年提升0.8%。"),
        ("growth", "里程由41公里延伸到96公里，增长5.34倍。"),
        ("sum", "引进硕士23名、招聘本科生61名、定向培养40名，共补充人员122名。"),
        ("sum", "抽检2680批次，合格2613批次，合格率97.5%；不合格77批次。"),
        ("sum", "发放生活补贴4216人1138.3万元、护理补贴4873人1169.5万元，两项补贴共计2807.8万元。"),
        ("sum", "接收退役士兵126人，其中符合政府安排工作条件的18人、自主就业的106人。"),
        ("growth", "发生事故14起、死亡9人，同比分别减少6起、3人，下降30%和35%。"),
        ("count", "甲路、乙园区、丙枢纽4个新建项目开工。"),
        ("count", "对东桥、西塘、南岭、北坪、中洲等6个乡镇开展督导。"),
        ("count", "参保人数分别达到6.83万人、3.47万人、5.12万人，同比分别增长4.1%、5.6%。"),
    ],
)
def test_what_does_not_fit_is_told_as_likely(kind: str, text: str) -> None:
    assert accused(text, kind) == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "办理结婚登记2187对，离婚登记764对，登记合格率100%。",
        "自然保护区2个，面积57万亩；森林公园1个，年末森林覆盖率为45.58%。",
        "4G用户49.8万户，5G基站1350个，5G用户29.1万户，5G渗透率31.6%。",
        "结案440件，结案率47.57%（调解211件，撤诉97件，调撤率70%）。收案925件。",
        "贷款10.57亿元，完成全年任务的96%，其中支持个人6.83亿元、完成103.5%，扶持企业3.74亿元、完成84.9%。",
        "整合资金38.26亿元，为计划数的102.31%，完成支出35.62亿元，支出进度95.25%。",
        "受理612件，办结605件，办结率98.9%，群众满意率96.5%。",
        "签约项目87个。已注册71个，注册率81.6%，已开工48个，开工率55.2%，已投产19个，投产率21.8%。",
        "商品住宅库存62.8万平方米，其中四个月以上的占41%。批准预售86.4万平方米。",
        "新增公交线路30公里，总里程909公里，公交与地铁80米内换乘比例达92%。",
        "中学24所，在校学生26815人，小学入学率达到109.6%。",
        "审结81件，审结率92%；经复议后起诉14件，化解率82.7%。",
        "第一批下放6项、第二批取消8项、第三批调整5项，累计下放40项。",
        "查处违建214处、面积3.86万平方米，处均180平方米，较上年面积5.12万平方米下降24.6%。",
        "加快建设北作业区、东方枢纽、国际机场四期工程。",
        "在东桥、西塘、南岭、北坪等6个乡镇开展试点。",
        "失业率4.8%，同比增长，参保率98%，较上年末有所提高。",
        "应训教师520人，实训507人，参训率-97.5%。",
        "限额以上单位零售额60亿元，社会消费品零售总额160亿元，占全县社零总额的-47.5%。",
    ],
)
def test_what_lies_beside_a_figure_by_chance_stays_silent(text: str) -> None:
    assert silent(text)


def test_a_whole_inside_the_share_leaves_no_doubt() -> None:
    assert accused("公交线路82条，改造线路累计64条，占全部82条线路的87%。", "share") == [Severity.ERROR]


def test_what_is_off_by_half_is_no_certain_fault() -> None:
    text = "计划改造80户，完成76户，完成率{}。"
    assert accused(text.format("59%"), "rate") == [Severity.WARNING]
    assert accused(text.format("9.5%"), "rate") == [Severity.ERROR], "a point that slipped is a slip"
    assert accused(text.format("85%"), "rate") == [Severity.ERROR]


@settings(max_examples=30, deadline=None)
@given(st.integers(40, 4000), st.integers(1, 99))
def test_a_true_rate_holds_and_a_changed_one_is_noticed(whole: int, percent: int) -> None:
    part = max(1, whole * percent // 100)
    rate = round(100 * part / whole, 2)
    text = "应检设备{}台，实检{}台，定检率{:.2f}%。"
    assert stands(text.format(whole, part, rate), "rate")
    assert accused(text.format(whole, part, rate * 0.63), "rate")


@settings(max_examples=30, deadline=None)
@given(st.integers(100, 9000), st.integers(1, 90), st.integers(1, 90))
def test_a_true_balance_holds_and_a_changed_one_is_noticed(before: int, come: int, gone: int) -> None:
    text = "年初在册{}人，全年新收{}人，解除{}人，年末在册{}人。"
    assert stands(text.format(before, come, gone, before + come - gone), "difference")
    assert accused(text.format(before, come, gone, before + come - gone + 3), "difference")


@settings(max_examples=30, deadline=None)
@given(st.integers(10, 900), st.integers(2, 400))
def test_a_true_average_holds_and_a_changed_one_is_noticed(number: int, average: int) -> None:
    text = "发放贷款{}笔、{}万元，笔均{}万元。"
    assert stands(text.format(number, number * average, average), "average")
    assert accused(text.format(number, number * average, average + average // 2 + 1), "average")
