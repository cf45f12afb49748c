"""What is beyond a task or a budget, told by a percentage or an amount; grades of content; wholes named where their parts are listed."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

_DEEDS = (
    "市里的{}件民生实事全部完成，现将情况汇报如下。\n一、{}\n（一）学校。建成2所。\n（二）养老。建成5处。\n（三）公厕。建成9座。\n"
    "（四）绿道。建成12公里。\n（五）公交。新增6条。\n（六）停车。新增700个。\n（七）援助。办结90件。\n二、经费情况\n到位3亿元。"
)

BEYOND = (
    # the amount beyond a task, beside what was done and the rate
    ("rate", "动工2160户，动工率达108%，超任务数{}户；入住1500户。", 160, 460),
    ("rate", "支出决算2060万元，完成年初预算的103%，决算数大于预算数{}万元，主要是增资。", 60, 90),
    ("rate", "支出总计2060万元，比上年减少40万元；完成预算的103%，决算数大于年初预算数{}万元。", 60, 90),
    ("rate", "支出决算1940万元，完成预算的97%，决算数小于预算数{}万元。", 60, 30),
    # the percentage beyond a task that stands before it, in its sentence or the one before
    ("rate", "计划栽树400亩，实际栽树520亩，超过目标{}%。", 30, 45),
    ("rate", "计划栽树400亩，实际栽树520亩，超额完成目标{}%。", 30, 45),
    ("rate", "应完成口袋公园50个，改造绿道80公里。现已完成口袋公园60个，超过既定目标{}%，改造绿道92公里，超过既定目标15%。", 20, 32),
    ("rate", "应完成口袋公园50个，改造绿道80公里。现已完成口袋公园60个，超过既定目标20%，改造绿道92公里，超过既定目标{}%。", 15, 25),
    # who is content in any grade
    ("rate", "收到评价4000条，其中“非常满意”3500条，“满意”420条，满意率{}%。", 98, 100),
    ("rate", "回访800人次，非常满意600人次，满意184人次，满意率{}%。", 98, 92),
    ("rate", "回访800人次，满意760人次，基本满意24人次，满意率{}%。", 98, 92),
    ("rate", "回访800人次，满意760人次，基本满意24人次，满意率{}%。", 95, 90),
    # level, growth and amount on one basis
    ("growth", "同口径完成23000万元，同比增长15%，增收{}万元。", 3000, 4300),
    ("growth", "还原退税后，同口径实现收入23000万元，增收{}万元，同比增长15%。", 3000, 4300),
)


@pytest.mark.parametrize(("kind", "text", "true", "wrong"), BEYOND)
def test_what_is_beyond_a_target_fits_what_was_done(kind: str, text: str, true: int, wrong: int) -> None:
    assert stands(text.format(true), kind)
    assert accused(text.format(wrong), kind)


def test_what_is_beyond_a_task_that_a_rate_was_found_to_be_of() -> None:
    text = "2021年任务800户。2022年任务为1200户。两年任务2000户，动工2160户，动工率达108%，超任务数{}户。"
    assert stands(text.format(160), "difference")
    assert accused(text.format(460), "difference")


@pytest.mark.parametrize("text", [
    "按计划，应新增绿地120平方米、栽树300株。已新增绿地150万平方米，超过目标25%。",
    "全年民生支出30亿元，占81%。民生支出中，教育、卫生两项支出36亿元。",
    "全年预算支出40亿元，其中民生支出30亿元，占75%。民生支出中，教育、卫生两项支出36亿元。",
    "建成东安路、南平路、西苑道、北桥路公共停车场5座。",
    _DEEDS.format(8, "实事完成情况"),
])  # fmt: skip
def test_faults_of_wholes_and_tasks(text: str) -> None:
    assert not silent(text)


@pytest.mark.parametrize("text", [
    "按计划，应新增绿地120万平方米、栽树300株。已新增绿地150万平方米，超过目标25%。",
    "全年预算支出40亿元，其中民生支出30亿元，占75%。民生支出中，教育、卫生两项支出16亿元。",
    "党员总数900万名。全年发展党员20万名。党员队伍中，大专以上党员400万名。",
    "建成东安路、南平路、西苑道、北桥路公共停车场4座。",
    "建成东安路、南平路、西苑道、北桥路公共停车场9座。",
    "收到评价1000件，非常满意800件，满意150件。",
    "回访1200人次，满意1180人次，基本满意12人次。",
    "按同口径计算，收入完成23000万元，增长15%，增收1200万元。",
    "年初预算为2000万元，支出决算2060万元，完成年初预算的103%，决算数大于预算数60万元。",
    _DEEDS.format(8, "主要做法"),
    _DEEDS.format(7, "实事完成情况"),
])  # fmt: skip
def test_what_is_no_fault(text: str) -> None:
    assert silent(text)
