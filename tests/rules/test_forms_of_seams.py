"""A mark lost behind a figure: what the figure says of its noun, times what follows it. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import touches

from summarizer.rules.punctuation import marks

SHARES = (
    "水费收入同比增长5.2%", "供水价格上涨0.3%", "收缴率达96.4%", "占全年目标任务1200户的87.4%", "完成年初预算的16.1%",
    "合格率由91%提高至96.5%",
    "三项指标分别下降12.4%、7.9%、3.1%", "平均降幅58%", "渠系水占64.8%",
)  # fmt: skip
AFTER_SHARES = (
    "高于全县平均水平", "服务人口36万人", "在全市位列第三", "比上年回落0.2个百分点", "为重点工程提供保障", "超任务数12户",
    "管护人员360人", "下一步加强管护", "回水渠道12条",
)  # fmt: skip


@pytest.mark.parametrize("after", AFTER_SHARES)
@pytest.mark.parametrize("share", SHARES)
def test_behind_a_share(share: str, after: str) -> None:
    text = f"{share}{after}，受益面扩大。"
    assert touches(marks(text), text, share[-2:] + after[:2])
    assert not list(marks(f"{share}，{after}，受益面扩大。"))


@pytest.mark.parametrize("after", ["渠道维修支出12万元", "泵站电费8万元", "用水户满意度98%"])
@pytest.mark.parametrize("change", ["水费比上年增收36.5万元", "管护支出减少36.5万元", "户均水费36.5元", "每亩用水下降36.5立方米",
"水价提高0.5元"])
def test_behind_a_change_and_a_mean(change: str, after: str) -> None:
    text = f"{change}{after}，收支平衡。"
    assert touches(marks(text), text, change[-1:] + after[:2])
    assert not list(marks(f"{change}，{after}，收支平衡。"))


@pytest.mark.parametrize("rate", ["任务完成率87.5%", "收费率达96%", "按时完工率为100%"])
@pytest.mark.parametrize("done", ["清淤渠道65.6公里", "绿化库区3.6万平方米", "灌溉农田36公顷"])
def test_a_rate_behind_a_measure(done: str, rate: str) -> None:
    text = f"全年{done}{rate}，收支平衡。"
    assert touches(marks(text), text, done[-1:] + rate[:2])
    assert not list(marks(f"全年{done}，{rate}，收支平衡。"))


@pytest.mark.parametrize("unit", ["万元", "个", "人", "户", "人次", "公里", "平方米", "%", "亩"])
def test_figures_of_one_unit(unit: str) -> None:
    text = f"东、西、南三片分别为361.5{unit}282.4{unit}和193{unit}，管护到位。"
    assert touches(marks(text), text, f"{unit}282")
    assert not list(marks(f"东、西、南三片分别为361.5{unit}、282.4{unit}和193{unit}，管护到位。"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("三片分别增长1.4%、-5.4%2.8%和7.5%。", "-5.4%2.8%"),
        ("占全县的比重为 31.2%52.9%和15.9%。", "31.2%52.9%"),
        ("年度计划投资68亿元1—12月完成79.5亿元。", "元1—12月"),
        ("7月开展防汛演练4场10月开展抗旱演练3场。", "场10月"),
        ("农民用水户协会41家总数达到203家。", "家总数"),
        ("完成年度预算98.74%水资源税1382万元。", "98.74%水资"),
        ("商铺均价4764元/㎡厂房5370元/㎡。", "㎡厂房"),
        ("水库管理?防汛调度两个系统并网运行。", "?防汛"),
        ("灌区管护？水费收缴纳入考核。", "？水费"),
        ("加强渠道清淤、和泵站检修。", "、和"),
        ("县水利局、与乡镇签订责任书。", "、与"),
        ("年末总收入534万元政府性基金收入25万元。", "元政府"),
        ("全县常住人口1212人城镇化率4.66%。", "人城镇化率"),
        ("水文站48处，其中国家级21处（山区4处平原17处）。", "处平原"),
    ],
)
def test_other_seams(text: str, quote: str) -> None:
    assert touches(marks(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "比预算42,000万元超收816万元。", "超年初安排的300人20人。", "比计划11万亩超额1.8万亩。",
        "占比由22.26%、28.63%和49.11%调整为21%、28%和51%。",
        "农民收入何时增长?水从哪里来？水利部门作了回答。", "建设和谐渠系、和美乡村。", "做到早发现、及时处置。",
        "增加5000个普通岗位3类补贴。",
        "人均水费从94元提高到99元。", "从5元至6元8角，10元以上2个、5元至10元5个。", "第3个3年行动。", "每户均为2口人5亩地。",
        "减少12%左右，降低3%以上。",
    ],
)  # fmt: skip
def test_silent(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in marks(text) if hit.code not in ("PUNCT001", "PUNCT003")] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("供水户数36万户，比上年末0.35万户。", "比上年末0.35万户"),
        ("噪声均值58.7分贝，较上年3.9分贝。", "上年3.9"),
        ("总产值由305亿元增加到412亿元，年均6.2%。", "均6.2%"),
    ],
)
def test_a_turn_that_was_lost(text: str, quote: str) -> None:
    assert touches(marks(text), text, quote)


DONE = ("新建水闸36座", "检修渠道36.5公里", "整治土地1200亩", "排查隐患128处", "清除淤泥12万立方米", "受理信访36件", "抽检水样36份",
"联系农户360户")
NEXT = ("检修泵站12处", "发放补助36万元", "培训水管员36人", "处罚企业3家", "涉及资金36万元", "完成投资36万元", "拆除违建12处",
"挽回损失36万元")


@pytest.mark.parametrize("then", NEXT)
@pytest.mark.parametrize("done", DONE)
def test_what_was_done_and_what_was_done_next(done: str, then: str) -> None:
    text = f"全县加强灌区管护，{done}{then}，群众满意。"
    assert touches(marks(text), text, done[-1:] + then[:2])
    assert not list(marks(f"全县加强灌区管护，{done}，{then}，群众满意。"))


@pytest.mark.parametrize(
    "text",
    [
        "组织党员36户开展清淤3次。", "对企业3家处罚2万元。", "筹集资金36万元检修渠道12公里。", "选派水管员36名培训农户3户。",
        "通过泵站3座供水36万吨。",
        "完成任务36处整改12次。", "36座水闸检修12次。",
    ],
)  # fmt: skip
def test_who_was_sent_to_do_it(text: str) -> None:
    assert not [hit for hit in marks(text) if hit.code == "PUNCT005"]


@pytest.mark.parametrize("before", ["水费收入36万元，", "水费收入", "供水860万吨，", "用水户860户（", "实现增加值36亿元、"])
@pytest.mark.parametrize("since", ["同比5.2%", "环比12%", "比上年3.2个百分点", "较去年5.2%", "与上年相比5.2%", "比去年同期12%",
"同比36.5万元", "同比12件"])
def test_a_comparison_without_its_turn(before: str, since: str) -> None:
    end = "）。" if before.endswith("（") else "，居前列。"
    text = f"{before}{since}{end}"
    assert touches(marks(text), text, since)
    turned = since.replace("5.2", "增长5.2").replace("12", "增加12").replace("3.2", "提高3.2").replace("36.5", "增加36.5")
    assert not [hit for hit in marks(f"{before}{turned}{end}") if hit.code == "BLANK003"]


@pytest.mark.parametrize("text", ["满意度98%，比上年96%，提高2个百分点。", "收案15件，比上年12件，增加3件。", "增长率年均5.2%，居前列。"])
def test_levels_that_are_compared(text: str) -> None:
    assert not [hit for hit in marks(text) if hit.code == "BLANK003"]


@pytest.mark.parametrize(
    "after",
    [
        "结余51万元", "进口3万元", "占一般公共预算支出47亿元的8%", "占规模以上工业的比重为33%", "惠及用水户36户",
        "预计明年完工", "每亩320元",
        "到账30万元", "与上年持平",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["水费收入67.5万元", "全年管护支出1.2亿元"])
def test_behind_money(before: str, after: str) -> None:
    text = f"{before}{after}，收支平衡。"
    assert touches(marks(text), text, before[-2:] + after[:2])
    assert not list(marks(f"{before}，{after}，收支平衡。"))


@pytest.mark.parametrize("after", ["结案34件", "罚款12万元", "挽回损失6万元", "涉及用水户36户"])
@pytest.mark.parametrize("before", ["受理水事案件36件", "发生事故3起"])
def test_behind_cases(before: str, after: str) -> None:
    text = f"全年{before}{after}，秩序良好。"
    assert touches(marks(text), text, before[-1] + after[:2])
    assert not list(marks(f"全年{before}，{after}，秩序良好。"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("发放水泵5000件水表500台，受益面扩大。", "件水表"),
        ("水费完成年度预算98.74%电费12万元。", "%电费"),
        ("原水均价4元/吨中水2元/吨。", "吨中水"),
    ],
)
def test_two_kinds(text: str, quote: str) -> None:
    assert touches(marks(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "投入50万元改造泵站3座。", "组织120人开展巡查3次。", "对36起移送线索12条。", "下达3万元用于护堤。", "均价4元/吨左右，比上年高2%。",
        "发放棉被覆盖3个村120户。", "5000万元以上项目惠及3村。",
        "完成年度预算98.74%，电费12万元。",
    ],
)  # fmt: skip
def test_right_behind_money(text: str) -> None:
    assert not list(marks(text))
