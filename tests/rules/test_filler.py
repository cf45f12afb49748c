"""Signs in the place of a figure, points without their digits, letters among digits, percentages that run into the next clause."""

from __future__ import annotations

import time

import pytest

from summarizer.rules import Context, run
from summarizer.rules.garbled import garbled


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, text[finding.start : finding.end]) for finding in run(Context(text=text, path="a.txt"))]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年完成投资*万元，增长5%。", "*万元"),
        ("较年初增加3100元，增长**%。", "**%"),
        ("同比减少N万元，下降12.4%。", "N万元"),
        ("新建行政村健身点x个，受益3000人。", "x个"),
        ("进出口总额—亿元，比上年增长5%。", "—亿元"),
        ("其中医师□人，护士347人。", "□人"),
        ("共发生火灾×起，同比下降12%。", "×"),
        ("除险加固水库共开工X座，完工3座。", "X座"),
        ("接待群众*余人次，编发信息12条。", "*余人次"),
        ("新植核桃x.x万亩，成活率达到92%。", "x.x万亩"),
        ("财政收入比上年增长xx0.9%，支出持平。", "xx0.9%"),
        ("发生森林火灾（警）x起，过火面积6亩。", "x起"),
        ("火灾损失率控制在x‰以内。", "x‰"),
        ("其余x个正在筹建，年内完工。", "x个"),
        ("加上上年结余*万元，年末滚存5万元。", "*万元"),
        ("×年全区接种疫苗300人份。", "×年"),
        ("____年，全局争取项目12个。", "____年"),
        ("20**年以来，新造林300亩。", "20**"),
        ("到x月底前完成造林5万亩。", "x月底"),
        ("**镇新建水厂2座。", "**镇"),
        ("续建和新建项目共多少项，总投资5亿元。", "共多少项"),
        ("坚持以***思想为指导，办结12件。", "***"),
        ("共审结…件，结案率93%。", "…件"),
        ("采购钩臂车**台，预计9月底交货。标准为：**办事处1.1元。", "**台"),
        ("从****开始备案，共完成项目562个。", "****"),
    ],
)
def test_a_sign_was_never_filled_in(text: str, quote: str) -> None:
    assert ("BLANK002", quote) in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "支持**重点**项目3个，投资5万元。",
        "发展——个体工商户新增38户。",
        "长3×宽2米的展板12块。",
        "张×人名从略，1+N个文件已印发。",
        "“十四五”规划…个别项目推迟。",
        "第N次会议之后，办理12件。",
        "办得怎么样?个人如何申请，见附件2。",
        "支持***重点***项目，共有多少人参加由各村自定。",
        "板材规格为5米x3米，展板宽×高各2米。",
    ],
)
def test_no_figure_is_missing(text: str) -> None:
    assert not [found for found in codes(text) if found[0] == "BLANK002"]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("种植面积9.万亩，产量3吨。", "NUM007", "9."),
        ("非税收入占73.，税收占27%。", "NUM007", "73."),
        ("室内占0.97.室外占99.03%。", "NUM007", "0.97."),
        ("到期档案41,87o件，已整理。", "NUM007", "41,87o"),
        ("总收入1O.33亿元。", "NUM007", "1O.33"),
        ("完成植树1.2万株.室外活动3场。", "PUNCT012", "."),
        ("占省下达计划的107%积极创建森林城市。", "PUNCT005", "占省下达计划的107%积极"),
        ("零售53.7亿元，增长4.3%餐饮收入9.4亿元。", "PUNCT005", "增长4.3%餐饮"),
    ],
)
def test_a_mark_or_digit_is_wrong(text: str, code: str, quote: str) -> None:
    assert (code, quote) in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.个人所得税增长3%；2.户籍改革完成。",
        "城镇人口占60%以上，乡村占40%左右，增长5%的目标已达到。",
        "覆盖率达到100%全覆盖，参保率99.4%和上年持平。",
        "一.加强领导。二.落实责任。",
        "比上年增长12%由3家扩大到9家。",
    ],
)
def test_neither_mark_nor_digit_is_wrong(text: str) -> None:
    assert not [found for found in codes(text) if found[0] in ("PUNCT005", "PUNCT012", "NUM007")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("完成蓄水9260万m?，治理水土流失。", "m?"),
        ("年均值53?g/m3，较去年同期下降。", "53?g/"),
        ("死亡人数和受伤人数分别上升.%和.%。", ".%"),
        ("存栏育肥羊20xx0头，出栏3200头。", "20xx0头"),
        ("占总任务18952亩的**8.4%。", "**8.4%"),
        ("建设“和谐***”的要求。", "***”"),
        ("造林整地???万亩，验收合格。", "???万亩"),
        ("截止月底完成3户。", "截止月底"),
        ("信息于20211216日发布。", "20211216日"),
        ("去年8月14正式投入使用。", "月14"),
        ("本月报告病例，与去年同期相比325%。", "相比325%"),
    ],
)
def test_what_a_copy_has_left(text: str, quote: str) -> None:
    assert quote in [found[1][-len(quote) :] for found in codes(text) if found[0] == "BLANK003"]


@pytest.mark.parametrize(
    "text",
    [
        "支持**重点**项目3个。",
        "项目**建成8.4%**。",
        "120日攻坚行动，180日内办结。",
        "8月14日起实施，截至11月底完成。",
        "与去年相比增长3%。",
        "有没有5万亩?已有5万亩。",
    ],
)
def test_nothing_was_lost(text: str) -> None:
    assert not [found for found in codes(text) if found[0] == "BLANK003"]


def test_stars_by_the_thousand_cost_no_square() -> None:
    """Whether stars are the end of bold type was once counted anew from the beginning of the line for each of them."""
    begun = time.process_time()
    found = sum(1 for _hit in garbled("增长**8%，" * 40_000))
    assert (found, time.process_time() - begun < 2) == (20_000, True)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("干渠总里程**公里，已衬砌42公里。", "**公里"), ("水费收入提高**万元。", "**万元"), ("——月——日，县政府召开调度会。", "——月——日"),
        ("该闸于—月—日开工。", "—月—日"), ("改造工程__公里。", "__公里"),
    ],
)  # fmt: skip
def test_signs_behind_what_may_be_a_surname_and_dashes_of_a_date(text: str, quote: str) -> None:
    assert ("BLANK002", quote) in codes(text)


@pytest.mark.parametrize("text", ["护渠员程*元到场。", "第**公里处设闸。", "1月—2月清淤36公里。"])
def test_masked_names_and_months(text: str) -> None:
    assert "BLANK002" not in [code for code, _quote in codes(text)]
