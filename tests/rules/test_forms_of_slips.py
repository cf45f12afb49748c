"""Slips of a clerk or of a converter, each in many sentences, and the same sentences as they should be. All are made up."""

from __future__ import annotations

import pytest
from touching import told, touches

BEFORE_DISTANCE = (
    "", "清淤工程上半年完成投资3.6亿元，", "水利投资完成率74.6%，", "1—6月全县补坝进度较快，其中东片",
)


@pytest.mark.parametrize("before", BEFORE_DISTANCE)
@pytest.mark.parametrize("beyond", ["超序时进度", "超过时序进度", "快于序时进度", "落后序时进度", "高于均衡进度", "滞后于全年序时进度"])
@pytest.mark.parametrize("behind", ["。", "，水费足额征收。", "\n渠道全线贯通。", ""])
def test_a_distance_from_a_pace(before: str, beyond: str, behind: str) -> None:
    wrong, right = (f"{before}{beyond}{by}{behind}" for by in ("24.6%", "24.6个百分点"))
    assert touches(told(wrong, "unit"), wrong, "24.6%")
    assert not told(right, "unit")


@pytest.mark.parametrize("pace", ["25%", "33.3%", "41.67%", "50%", "58.3%", "67%", "75%", "91.7%"])
def test_a_pace_named_by_itself(pace: str) -> None:
    assert not told(f"清淤工程进展较快，超过序时进度{pace}。", "unit")


ROWS = (
    ("东片灌溉率93.5%", "西片灌溉率87.4%", "北片灌溉率78.1%"), ("水稻3.5万亩", "玉米2.1万亩", "大豆0.8万亩"),
    ("管护站36个", "观测站12个", "抽水站8个"),
    ("水稻面积3公顷", "玉米面积12公顷", "棉花面积8公顷"), ("水闸12座", "渠道36公里", "泵站4座"),
    ("职工36人", "临时工12人", "志愿者8人", "河长3人"),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("form", ["{}。", "全县水利有了新发展，{}，水费足额征收。", "灌区情况：{}；水费足额。", "其中{}，均已达标。"])
def test_items_without_marks(row: tuple[str, ...], form: str) -> None:
    wrong = form.format("".join(row))
    assert touches(told(wrong, "punctuation"), wrong, "".join(row)[6:])
    assert not told(form.format("、".join(row)), "punctuation")


@pytest.mark.parametrize(
    "text",
    [
        "在3个村2个社区5个单位开展清淤。", "水费由3万元提高到5万元增加2万元。", "每亩灌溉费按水稻30元玉米20元棉花10元的标准收取。",
        "向东片3个村西片5个村北片2个村送水。", "投资36万元用于清淤12公里补坝3处的灌区。",
    ],
)  # fmt: skip
def test_no_rows(text: str) -> None:
    assert not told(text, "punctuation")


@pytest.mark.parametrize("when", ["全年", "上半年", "累计", "预计", "全县", "圆满", "提前", "1—6月份"])
@pytest.mark.parametrize("what", ["渠道清淤36公里", "水利项目投资2.6亿元", "各项补坝任务", "东片水费征收工作", "文化下乡演出36场"])
def test_half_of_what_was_completed(when: str, what: str) -> None:
    wrong, right = f"灌区{when}完{what}，水质达标。", f"灌区{when}完成{what}，水质达标。"
    assert touches(told(wrong), wrong, "完")
    assert not told(right, "wording")


@pytest.mark.parametrize("text", ["各项任务完。", "东片完投资2亿元。", "灌区完造林36亩。", "超额完全部任务。"])
def test_half_of_what_was_completed_elsewhere(text: str) -> None:
    assert touches(told(text, "wording"), text, "完")


@pytest.mark.parametrize(
    "text",
    ["未完投资2亿元。", "全面完善制度，全县完小12所，基本完工。", "累计完税2.6亿元，提前完赛。", "全部完全部署到位。", "分完任务。"],
)
def test_whole_words_that_begin_so(text: str) -> None:
    assert not told(text, "wording", "blank")


TITLES = ("全县水利工作情况通报", "关于清淤工程进展的报告", "2023年灌区工作总结")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("first", ["", "（一）渠道清淤。", "1.渠道清淤。"])
def test_a_second_part_without_a_first(title: str, first: str) -> None:
    body = f"{title}\n{{}}{first}今年以来，灌区清淤渠道36公里，补坝3处，水费征收率稳步提高。\n二、存在问题\n泵站老化。\n"
    wrong = body.format("")
    assert [found.code for found in told(wrong, "punctuation")] == ["ENUM001"]
    assert touches(told(wrong, "punctuation"), wrong, "二、")
    assert not told(body.format("一、主要做法\n"), "punctuation")


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，灌区清淤渠道36公里，补坝3处。\n二、存在问题\n泵站老化。\n", "二、存在问题\n泵站老化。\n三、下步打算\n更新泵站。\n",
        "灌区工作总结\n第一部分 主要做法\n清淤渠道36公里，补坝3处，水费足额。\n二、存在问题\n泵站老化。\n",
    ],
)  # fmt: skip
def test_text_that_may_begin_anywhere(text: str) -> None:
    assert not told(text, "punctuation")


WORDS_OF_REPORTS = ("完成", "建设", "推进", "增加", "企业", "其中", "投资", "提高", "目标", "项目", "检查", "落实", "工程", "减少")


@pytest.mark.parametrize("word", WORDS_OF_REPORTS)
@pytest.mark.parametrize("form", ["灌区{}渠道清淤。", "据统计，{}3处水闸。", "全县水利{}，", "东片{}方面。"])
def test_a_last_character_twice(word: str, form: str) -> None:
    wrong = form.format(word + word[-1])
    assert touches(told(wrong, "wording", "punctuation"), wrong, 2 * word[-1])


@pytest.mark.parametrize(
    "text",
    [
        "完成成果汇编，建设设施农业，推进进度较快，增加加工水泵3台。", "企业业务用房，其中中学3所，投资资金36万元，提高高效节水面积。",
        "目标标准不变，项目目前已完工，检查查处36起，落实实施细则，工程程序合规，减少少量用水。",
    ],
)  # fmt: skip
def test_two_words_that_meet(text: str) -> None:
    assert not told(text, "wording")


@pytest.mark.parametrize("lead", ["水费收入", "供水产值", "灌溉用水量", "水利投资额", "水费和电费分别"])
def test_half_of_growth(lead: str) -> None:
    assert touches(told(wrong := f"灌区{lead}长5.4%，供水稳定。", "blank"), wrong, "长5.4%")
    assert not told(f"灌区{lead}增长5.4%，供水稳定。", "blank")


@pytest.mark.parametrize(
    ("wrong", "quote"),
    [
        ("用水量同比下4.7%，供水稳定。", "下4.7%"), ("漏损比重下6.8个百分点。", "下6.8"), ("水费36万元，其：居民水费12万元。", "其："),
        ("水价同比上4.7%。", "上4.7"), ("灌区收入支决算情况说明。", "支决算"), ("其中基本支360万元。", "支"),
    ],
)  # fmt: skip
def test_half_words(wrong: str, quote: str) -> None:
    assert touches(told(wrong, "blank"), wrong, quote)


@pytest.mark.parametrize(
    "text", ["三公经费收支决算表。", "尤其：水闸。", "渠道全长5公里，水温上下4度。", "线下5%的用户，开支360万元。", "投入下5米深井。"]
)
def test_no_half_words(text: str) -> None:
    assert not told(text, "blank")


@pytest.mark.parametrize(
    ("wrong", "right", "quote"),
    [
        ("供水增速连续个月居全县前列。", "供水增速连续6个月居全县前列。", "连续个"),
        ("灌区连续年获评优秀。", "灌区连续3年获评优秀。", "连续年"),
        ("水闸是继泵站之后第个达标的工程。", "水闸是继泵站之后第3个达标的工程。", "第个"),
        ("整改12项，其中项为重点。", "整改12项，其中3项为重点。", "中项"),
        ("水费标准从元提高至3元。", "水费标准从2元提高至3元。", "从元"), ("供水公司由家整合为3家。", "供水公司由6家整合为3家。", "由家"),
        ("全县水文学校达所，教师36人。", "全县水文学校达3所，教师36人。", "所"), ("供水产值首次突破元。", "供水产值首次突破3亿元。", "元"),
        ("水利收入预算元，其中水费3万元。", "水利收入预算36万元，其中水费3万元。", "元"),
        ("灌区推动个泵站改造。", "灌区推动3个泵站改造。", "个"),
        ("漏损率从上半年5.5%降到。水质达标。", "漏损率从上半年5.5%降到5%。水质达标。", "降到"),
        ("36处灌区节水占比超过。", "36处灌区节水占比超过80%。", "超过"),
        ("12家水厂整合为，管网36公里。", "12家水厂整合为3家，管网36公里。", "整合为"),
        ("人均水面超平方米，水质达标。", "人均水面超3平方米，水质达标。", "平方米"),
        ("水费收入增加近，共36万元。", "水费收入增加近3万元，共36万元。", "近"),
    ],
)  # fmt: skip
def test_a_number_lost(wrong: str, right: str, quote: str) -> None:
    assert touches(told(wrong, "blank"), wrong, quote)
    assert not told(right, "blank")


@pytest.mark.parametrize(
    "text",
    [
        "供水产值突破亿元大关，接近完工。", "书香门第家庭12户，其中人为因素3起。", "四通八达，设施发达。",
        "支持个转企，推动个性化供水。", "家家达标，户户通水。",
    ],
)  # fmt: skip
def test_no_number_lost(text: str) -> None:
    assert not told(text, "blank")


@pytest.mark.parametrize("turn", ["提高到", "增至", "提升至", "扩大到", "增加到", "上升至"])
@pytest.mark.parametrize(("first", "second"), [("47.6", "73.4%"), ("5.6万", "7.8万元"), ("36.5", "42.8亩"), ("1360", "2480户")])
def test_from_a_figure_without_a_unit(first: str, second: str, turn: str) -> None:
    unit = second.lstrip("0123456789.").lstrip("万" if "万" in first else "")
    for lead in ("供水规模从", "供水规模由2020年的"):
        wrong = f"{lead}{first}{turn}{second}，水费足额征收。"
        assert touches(told(wrong, "unit"), wrong, first)
        assert not told(wrong.replace(first, first + unit), "unit")


@pytest.mark.parametrize("text", ["泵站从3增加到5个。", "城乡用水比由2.25缩小到2.19。", "规模由2020提高到2024年的水平。"])
def test_from_a_bare_number(text: str) -> None:
    assert not told(text, "unit")


@pytest.mark.parametrize("again", ["比一季度提高", "较上年回落", "比去年全年收窄"])
def test_a_pace_that_changes_by_percent(again: str) -> None:
    wrong = f"供水增速比同期提高0.9个百分点，{again}3.8%。"
    assert touches(told(wrong, "unit"), wrong, "3.8%")
    assert not told(wrong.replace("3.8%", "3.8个百分点"), "unit")


@pytest.mark.parametrize(
    ("wrong", "right", "quote"),
    [
        ("供水拉动增长1.3个百分点，灌溉拉动产值增长0.6%。", "供水拉动增长1.3个百分点，灌溉拉动产值增长0.6个百分点。", "0.6"),
        ("漏损率从5.5%降到5.3个百分点。", "漏损率从5.5%降到5.3%。", "降到5.3"), ("达标比例首次突破80个百分点。",
        "达标比例首次突破80%。", "80"),
        ("完成年初预算的 88.2个百分点。", "完成年初预算的 88.2%。", "88.2"), ("农户人均收入实际增长5.4个百分点。",
        "农户人均收入实际增长5.4%。", "5.4"),
        ("水费增加100.5 万元，增长 0.5个百分点。", "水费增加100.5 万元，增长 0.5%。", "0.5个"), ("供水总值同比增长5.4‰。",
        "供水总值同比增长5.4%。", "5.4"),
    ],
)  # fmt: skip
def test_points_and_percent(wrong: str, right: str, quote: str) -> None:
    assert touches(told(wrong, "unit"), wrong, quote)
    assert not told(right, "unit")


@pytest.mark.parametrize(
    "text",
    [
        "城乡供水率的差距缩小到5个百分点。", "拉动规模以上工业增加值增长2.6个百分点。", "水费增速快于全县收入增长2个百分点。",
        "人口自然增长率同比下降2‰。",
        "供水产值占比上升，带动投资增长2个百分点。",
    ],
)  # fmt: skip
def test_points_that_are_right(text: str) -> None:
    assert not told(text, "unit")


@pytest.mark.parametrize(
    ("wrong", "quote", "mark"),
    [
        ("供水增长5.8%，增速居全县第2位规模以上水厂增长9.5%。", "位规模", "，"), ("达标水厂22家居全国第6。", "家居", "、"),
        ("供水量增长5.5%左右居民用水增长8%左右。", "右居民", "；"), ("运行费2.64万元占 86.84%，水质达标。", "元占 ", "，"),
    ],
)  # fmt: skip
def test_a_mark_lost_behind_a_place(wrong: str, quote: str, mark: str) -> None:
    assert touches(told(wrong, "punctuation"), wrong, quote)
    assert not told(wrong.replace(quote, f"{quote[0]}{mark}{quote[1:]}"), "punctuation")


@pytest.mark.parametrize("text", ["6项列全省第一，3家居全国前列的水厂。", "以5%左右的水费收入增长3%。", "居全县第2位的水厂产值增长5%。"])
def test_no_mark_lost_behind_a_place(text: str) -> None:
    assert not told(text, "punctuation")


@pytest.mark.parametrize("form", ["从{}年的3.6万吨增加到5万吨", "供水量到{}年的5万吨", "比{}年增加3万吨", "由{}年的3.6万吨增至5万吨"])
def test_a_year_of_three_digits(form: str) -> None:
    assert touches(told(wrong := f"供水{form.format('202')}。", "date"), wrong, "202年")
    assert not told(f"供水{form.format('2022')}。", "date")


@pytest.mark.parametrize(
    "text",
    [
        "灌区粮食生产自2010年以来连续增产。", "长期护理险参保3万人。", "新建100吉瓦时储能。", "供水量实现5连增，水费3连涨。",
        "确定整村推进点6个。",
        "隐性债务累计化解超序时进度，共36万元。", "水库、水闸、和若铁路等工程3处。",
        "供水投资36亿元（同期为下降3.9%、去年全年下降9.7%），同比回升。",
        "因公出国费决算为 0 万元，完成预算的 0%；维护费支出 2.64 万元，完成 28.15%。",
        "新建渠道639公里、其中干渠37公里，投资36亿元、增长5%。",
    ],
)  # fmt: skip
def test_right_sentences(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("wrong", "right", "quote"),
    [
        ("供水量从年的3.6万吨增加到5万吨。", "供水量从2020年的3.6万吨增加到5万吨。", "年的"),
        ("供水量增加到年的5万吨。", "供水量增加到2023年的5万吨。", "年的"), ("水费比年预算增加3万元。", "水费比2023年预算增加3万元。",
        "年预算"),
        ("水费36万元，与年预算持平。", "水费36万元，与2023年预算持平。", "年预算"), ("供水增速年以来居全县前列。",
        "供水增速2022年以来居全县前列。", "年以来"),
        ("结束了自年以来的停水。", "结束了自2015年以来的停水。", "年以来"), ("产值按年不变价计算。", "产值按2020年不变价计算。", "年不变"),
        ("2020年到年，供水3万吨。", "2020年到2025年，供水3万吨。", "到年"), ("泵站计划于年三季度完工。", "泵站计划于2026年三季度完工。",
        "年三季"),
        ("供水增速比年全年高3个百分点。", "供水增速比2023年全年高3个百分点。", "年全年"),
    ],
)  # fmt: skip
def test_a_year_lost(wrong: str, right: str, quote: str) -> None:
    assert touches(told(wrong, "blank"), wrong, quote)
    assert not told(right, "blank")


@pytest.mark.parametrize(
    "text", ["到年底、比年初增加3座，自去年以来，与年度目标相比，按年度计划供水。", "2020年和年均增长5%的2023年、年度计划。",
    "开年以来，多年以来。"]
)
def test_no_year_lost(text: str) -> None:
    assert not told(text, "blank")


@pytest.mark.parametrize("mark", ["，", "。", "、"])
@pytest.mark.parametrize("number", ["3070{}63", "8{}30"])
def test_a_point_that_became_a_mark_before_a_blank(number: str, mark: str) -> None:
    wrong = f"年初预算为 {number.format(mark)} 万元，支出决算为 36.5 万元。"
    assert touches(told(wrong), wrong, number.format(mark))
    assert not told(f"年初预算为 {number.format('.')} 万元，支出决算为 36.5 万元。")


@pytest.mark.parametrize("lead", ["水费收缴率超过", "达标比例首次突破", "渠道完好率提升至", "水土保持率稳定在", "完成年初预算的 "])
def test_a_level_without_its_sign(lead: str) -> None:
    text = f"供水增长5%，节水8%。{lead}{{}}。灌溉用水达标。"
    assert touches(told(wrong := text.format("76.5"), "unit"), wrong, "76.5")
    assert not told(text.format("76.5%"), "unit")


@pytest.mark.parametrize("steps", ["一是清淤。{}更新泵站4座，水费足额。", "一是清淤渠道；二是补坝3处。{}更新泵站4座。"])
def test_a_last_step_without_its_number(steps: str) -> None:
    number = "二三"["二是" in steps]
    assert touches(told(wrong := steps.format("是"), "punctuation"), wrong, "是更新")
    assert not told(steps.format(f"{number}是"), "punctuation")


def test_a_line_with_blanks_is_a_paragraph() -> None:
    first = "水费支出年初预算为 511.6 万元，支出决算为 457.8 万元。决算数小于预算数的主要原因：人员变动，经费支出减少"
    wrong = f"{first}\n泵站支出年初预算为 30.7 万元，支出决算为 30.6 万元。主要原因是泵站更新。\n水质达标。\n"
    assert touches(told(wrong, "punctuation"), wrong, "支出减少")
    assert not told(wrong.replace("减少\n", "减少。\n"), "punctuation")


@pytest.mark.parametrize(
    ("wrong", "right", "quote"),
    [
        ("水利行业实增加值14亿元。", "水利行业实现增加值14亿元。", "实增"), ("水厂现销售收入3亿元。", "水厂实现销售收入3亿元。", "现销售"),
        ("供水产值185亿元，比增长8.5%。", "供水产值185亿元，同比增长8.5%。", "比增长"), ("灌区圆满成清淤任务。",
        "灌区圆满完成清淤任务。", "圆满成"),
        ("水利局入预算328万元。", "水利局收入预算328万元。", "入预算"), ("水利技改投增长33.6%。", "水利技改投资增长33.6%。", "投增长"),
        ("农村居民收增长5%。", "农村居民收入增长5%。", "收增长"), ("供水产值占省比重8%。", "供水产值占全省比重8%。", "占省"),
    ],
)  # fmt: skip
def test_words_that_lost_a_character(wrong: str, right: str, quote: str) -> None:
    assert touches(told(wrong, "wording"), wrong, quote)
    assert not told(right, "wording")


@pytest.mark.parametrize("text", ["落实增加值税，水费税收增长5%，投资占比8%。", "取得圆满成功，纳入预算36万元。",
"相比增长不多，体现销售收入。"])
def test_words_that_are_whole(text: str) -> None:
    assert not told(text, "wording")


@pytest.mark.parametrize(
    ("wrong", "right", "quote"),
    [
        ("财政拨款收入 265.47，占 100%。", "财政拨款收入 265.47万元，占 100%。", "265.47"), ("供水总额突破8000、排全县第二。",
        "供水总额突破8000吨、排全县第二。", "8000"),
        ("两座水厂供水量分别增长54.4%、19.2‰。", "两座水厂供水量分别增长54.4%、19.2%。", "19.2"), ("水费收入增长51.8‰。",
        "水费收入增长51.8%。", "51.8"),
        ("灌区建成……个抽水站，水质达标。", "灌区建成12个抽水站，水质达标。", "……"), ("灌区打通×条断头渠，水质达标。",
        "灌区打通3条断头渠，水质达标。", "×"),
    ],
)  # fmt: skip
def test_figures_that_lost_something(wrong: str, right: str, quote: str) -> None:
    assert touches(told(wrong, "unit", "blank"), wrong, quote)
    assert not told(right, "unit", "blank")


@pytest.mark.parametrize("text", ["人口增长1.0‰，完成计划的10.5‰。", "水深3米……个别水闸老化。", "池长×个宽3米。"])
def test_figures_that_lost_nothing(text: str) -> None:
    assert not told(text, "unit", "blank")


@pytest.mark.parametrize("number", ["二", "三"])
def test_half_the_bracket_of_a_heading(number: str) -> None:
    right = "（一）清淤渠道\n清淤36公里。\n（二）补坝\n补坝3处。\n（三）管护\n聘用管护员36名。\n"
    wrong = right.replace(f"（{number}）", f"{number}）")
    assert touches(told(wrong, "punctuation"), wrong, f"{number}）")
    assert not told(right, "punctuation")
    assert not told(right.replace("（", ""), "punctuation")
    assert not told(right.replace(f"（{number}）", f"（\n{number}）"), "punctuation")
