"""Totals and their parts in prose. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Claim, Outcome, Settings, Verdict
from summarizer.claims.sum import Sum
from summarizer.findings import Severity
from summarizer.prose import read
from summarizer.prose.sums import claims

HOLDING = (Outcome.HOLDS, Outcome.WITHIN)


def judged(text: str) -> list[tuple[Claim, Verdict]]:
    return [(claim, claim.judge(Settings())) for claim in claims(read(text))]


def totals(text: str, *outcomes: Outcome) -> dict[str, tuple[str, ...]]:
    """The totals with their parts, as written, of the sums that stand as asked."""
    found = [claim for claim, verdict in judged(text) if verdict.outcome in outcomes]
    return {claim.total.quantity.text: tuple(p.quantity.text for p in claim.parts) for claim in found if isinstance(claim, Sum)}


def findings(text: str) -> list[Verdict]:
    return [verdict for _, verdict in judged(text) if verdict.outcome in (Outcome.FAILS, Outcome.OFF)]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("改造道路65公里，其中县道12公里、乡道53公里。", "65公里", ("12公里", "53公里")),
        ("筹措资金9.5亿元，其中：中央补助4亿元，省级补助2.5亿元，自筹3亿元。", "9.5亿元", ("4亿元", "2.5亿元", "3亿元")),
        ("受理咨询840件，下降6%。其中，电话620件，增长2%；来访220件，下降20%。", "840件", ("620件", "220件")),
        ("新开便民药店15家（城区9家、镇区6家）。", "15家", ("9家", "6家")),
        ("水费收缴660万元（其中：居民410万元，单位250万元）。", "660万元", ("410万元", "250万元")),
        ("税收收入7.7亿元。分部门看，甲局征收5.2亿元，乙局征收2.5亿元。", "7.7亿元", ("5.2亿元", "2.5亿元")),
        ("植树8800株，其中杨树5000株，增长3%，柳树3800株，下降1%。", "8800株", ("5000株", "3800株")),
        ("三类补贴共发放236万元，分别为燃气补贴36万元、用水补贴80万元、取暖补贴120万元。", "236万元", ("36万元", "80万元", "120万元")),
        ("粮食面积31.5万亩。粮食中小麦14万亩、玉米17.5万亩。", "31.5万亩", ("14万亩", "17.5万亩")),
        ("十八项任务中有11项按时完成，5项基本完成，2项推迟。", "十八项", ("11项", "5项", "2项")),
        ("本级收入31亿元，加上上级补助17亿元、上年结转2亿元，收入总计50亿元。", "50亿元", ("31亿元", "17亿元", "2亿元")),
        ("当年结余1.3亿元，加上上年结余4.4亿元，年末滚存结余5.7亿元。", "5.7亿元", ("1.3亿元", "4.4亿元")),
        ("债券转贷260万元，市本级留用60万元，转贷县（市、区）200万元。", "260万元", ("60万元", "200万元")),
        ("年末牲畜存栏98.5万头（只），其中牛18.5万头，羊80万只。", "98.5万头", ("18.5万头", "80万只")),
        ("登记机构75个，其中：医院21家，卫生室54个。", "75个", ("21家", "54个")),
    ],
)  # fmt: skip
def test_parts_make_their_total(text: str, total: str, parts: tuple[str, ...]) -> None:
    assert totals(text, *HOLDING).get(total) == parts
    assert not findings(text)


def test_each_dimension_has_its_own_total() -> None:
    text = "救助困难家庭900户2150人，发放620万元。其中城市300户650人，发放250万元；农村600户1500人，发放370万元。"
    assert totals(text, *HOLDING) == {"900户": ("300户", "600户"), "2150人": ("650人", "1500人"), "620万元": ("250万元", "370万元")}


def test_where_one_dimension_adds_up_the_other_must() -> None:
    found = findings("救助困难家庭900户2150人。其中城市300户650人；农村600户1400人。")
    assert [v.code for v in found] == ["SUM001"]
    assert found[0].severity is Severity.ERROR


def test_nested_parts_belong_to_their_own_total() -> None:
    text = "投入5200万元，其中上级拨付3900万元，包括设备款2400万元、修缮款1500万元；本级安排1300万元，包括设备款1000万元、修缮款300万元。"
    assert totals(text, Outcome.HOLDS) == {
        "5200万元": ("3900万元", "1300万元"),
        "3900万元": ("2400万元", "1500万元"),
        "1300万元": ("1000万元", "300万元"),
    }


def test_columns_of_rows_are_read_apart() -> None:
    text = "修渠70公里，修路90公里。其中，甲镇修渠30公里，修路50公里；乙镇修渠40公里，修路40公里。"
    assert totals(text, Outcome.HOLDS) == {"70公里": ("30公里", "40公里"), "90公里": ("50公里", "40公里")}


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("改造厕所80座，其中学校45座、公园25座、其他16座。", "SUM001", Severity.ERROR),
        ("一般公共预算收入46800万元。其中：税收收入31200万元；非税收入14600万元。", "SUM001", Severity.ERROR),
        ("新建站点14个（城东6个、城西5个、城南4个）。", "SUM001", Severity.ERROR),
        ("开挖水井55口，其中甲镇61口。", "SUM002", Severity.ERROR),
        ("新建站点14个（城东6个、城西4个、城南2个）。", "SUM001", Severity.WARNING),  # it may be a choice
        ("登记车辆700辆，其中客车300辆、货车500辆。", "SUM002", Severity.WARNING),
        ("本级收入31亿元，加上上级补助17亿元、上年结转2亿元，收入总计58亿元。", "SUM001", Severity.WARNING),
    ],
)
def test_what_does_not_add_up_is_told(text: str, code: str, severity: Severity) -> None:
    found = findings(text)
    assert [(v.code, v.severity) for v in found] == [(code, severity)]


def test_a_slip_of_the_scale_word_is_certain() -> None:
    found = findings("安排经费27436万元，其中：治水15120万元；治土7215万元；治气5101元。")
    assert [v.code for v in found] == ["SUM001"]
    assert "5101万元" in found[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "改造道路65公里，其中县道12公里、乡道33公里。",  # 其中 may leave some out
        "全村有党员60名，其中女性25名、大专以上学历30名、35岁以下20名。",  # one person in several parts
        "签约项目70个，其中1亿元以上40个、5亿元以上35个。",  # one lies in the other
        "去年投入900万元，今年投入700万元，其中购置设备750万元。",  # of which of the two?
        "收入60亿元，比上年增加5亿元，其中新区增加6亿元。",  # a change is no part of a level
        "人均收入4.1万元，其中城镇5.2万元、农村2.8万元。",  # averages do not add up
        "全社会用电50亿千瓦时。分产业看，第一产业2亿千瓦时，第二产业30亿千瓦时，第三产业10亿千瓦时。",  # households use power too
        "零售总额90亿元。分城乡看，城镇（限额以上）20亿元，乡村（限额以上）3亿元。",  # narrowed parts
        "加上上级补助17亿元、上年结转2亿元，收入总计50亿元。",  # the first addend is not in the text
        "养老保险收入50亿元，支出40亿元，滚存结余80亿元。",
        "全年利润6亿元，其中骨干企业利润9亿元。",  # others lost
        "全年新增贷款6亿元，其中累计支持小店9亿元。",  # a stock in a flow
        "举办活动2场，接待900人次。其中甲场1场，200人次；乙场1场，300人次。",  # 2 = 1 + 1 proves nothing
    ],
)
def test_silence_where_the_text_leaves_it_open(text: str) -> None:
    assert not findings(text)


def test_last_years_number_is_not_the_total() -> None:
    text = "办理事项860件，比上年（790件）增加70件，其中线上520件、线下340件。"
    assert totals(text, Outcome.HOLDS) == {"860件": ("520件", "340件")}


def test_a_list_ends_where_another_subject_begins() -> None:
    text = "参加培训300人，其中职工120人、村民180人；参加考试260人，其中职工100人、村民160人。"
    assert totals(text, Outcome.HOLDS) == {"300人": ("120人", "180人"), "260人": ("100人", "160人")}


def test_what_was_searched_for_is_weak() -> None:
    found = [v for c, v in judged("接待群众16380人次。窗口9150人次；热线7230人次。") if isinstance(c, Sum)]
    assert [(v.outcome, v.strength) for v in found] == [(Outcome.HOLDS, "weak")]


def test_the_quote_holds_all_operands() -> None:
    text = "前言。改造道路65公里，其中县道12公里、乡道53公里。后记。"
    (claim, _), *_ = judged(text)
    assert text[claim.place.start : claim.place.end] == "65公里，其中县道12公里、乡道53公里"


@pytest.mark.parametrize("text", ["其中" * 200_000, "其中5个，" * 2_000, "5个（" * 2_000, "1234567890" * 50_000])
def test_monsters_are_read_in_time(text: str) -> None:
    assert len(judged(text)) < len(text)


def test_other_things_by_the_same_measure_word_are_no_parts() -> None:
    text = "全局承担两个专项，专项包含考评模块，包含近40个评分条目。"
    assert not [claim for claim in claims(read(text)) if claim.judge(Settings()).outcome is Outcome.FAILS]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("在册养老机构42家，比上年增加3家（公办18家、民办24家）。", "42家", ("18家", "24家")),
        ("在册养老机构42家，增长7.7%（其中：公办18家；民办24家）。", "42家", ("18家", "24家")),
        ("办理案件310件，同比增长6%：民事200件、刑事110件。", "310件", ("200件", "110件")),
        ("支出合计90万元，占预算的85%，分别为：人员经费60万元；公用经费30万元。", "90万元", ("60万元", "30万元")),
    ],
)
def test_growth_between_a_total_and_its_list(text: str, total: str, parts: tuple[str, ...]) -> None:
    assert totals(text, *HOLDING).get(total) == parts


@pytest.mark.parametrize(
    "text",
    [
        "造林2000亩，其中：东片1200亩；西片900亩；南片700亩。",
        "造林2000亩，增长5%（其中：东片1200亩；西片900亩；南片700亩）。",
        "设有机构700个。按职能分：行政机构300个，事业机构310个。",
        "受理诉求900件。按类型分，咨询类400件；投诉类300件；举报类350件。",
        "办理案件310件，同比增长6%：民事220件、刑事190件。",
    ],
)
def test_lists_that_miss_their_total(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "企业利润275亿元。分经济类型看，国有控股企业272亿元；股份制企业274亿元；私营企业2亿元。",
        "来电8件。网络举报74件占18%。从对象看，乡镇82件，县直90件。",
        "受理440件，结案率70%（调解211件、撤诉97件）。",
        "共受理诉求1000件，按类型分，咨询类400件；投诉类300件；举报类200件；其他100件。",
    ],
)
def test_classes_that_overlap_or_are_of_another_total(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "共有机构810个。行政机构300个，事业机构310个。",
        "受理诉求700件，同比增长5%。其中咨询400件，占57.1%；求助200件，占28.6%；举报90件，占14.3%。",
        "信访42批95人次，其中初访30批60人次，同比上升5%，重复访13批35人次。",
        ("项目530项，计划投资90亿元，完成40亿元。其中：在建185项，计划投资40亿元，完成20亿元；计划新开工175项，计划投资30亿元，完成10亿元；"
        "预备188项，计划投资20亿元，完成10亿元。"),
        "有合作社7个，其中种植合作社5个、养殖合作社2个、农机合作社1个。",
        "计划210户、补助200万元（其中：首批80户、补助60万元；次批130户、补助110万元）。",
        "分别新增道路43公里和53公里，合计新增道路69公里。",
        "参加技能培训100人，创业培训27人。其中，困难家庭培训317人。",
    ],
)
def test_totals_that_are_missed(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "共完成投资90万元。其中首批40万元、二批30万元。",
        "抽检166批次，比上年增加9批次。查出不合格8批次，占5%。其中，市局抽检40批次。",
        "全社会用水50亿吨。第一产业2亿吨，第二产业30亿吨，第三产业10亿吨。",
        "公共场所120个。行政机构20个，事业机构30个。",
    ],
)
def test_silence_where_no_word_says_all(text: str) -> None:
    assert not [verdict for verdict in findings(text) if verdict.severity is Severity.ERROR]


def test_states_of_all_members() -> None:
    text = "改建项目18个，投入90万元。截至4月底，14个项目已完工，1个项目在建，3个项目正在招标。"
    assert totals(text, *HOLDING)["18个"] == ("14个", "1个", "3个")
    assert findings(text.replace("18个", "25个"))
    assert not findings("改建项目18个。截至4月底，14个项目已完工，惠及3个街道。")


def test_a_total_before_a_semicolon_goes_by_a_short_name() -> None:
    text = "粮作53万亩，经作19万亩；粮作中，玉米36万亩、大豆17万亩；经济作物中，棉花13万亩、蔬菜6万亩。"
    assert totals(text, *HOLDING) == {"53万亩": ("36万亩", "17万亩"), "19万亩": ("13万亩", "6万亩")}
