"""Results told more than once or by few words: each holds as it is, and is noticed where it is altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import silent, stands

from summarizer.prose.roles import Role
from summarizer.prose.statements import read

ALTERED = (
    ("工业增速2.4%，增速较上半年（3.1%）回落0.7个百分点，较一季度（1.5%）回升{}个百分点。", "0.9", "1.9", "difference"),
    ("工业增速-0.8%，增速较上半年（0.5%）回落1.3个百分点，较上年同期（-4.6%）回升{}个百分点。", "3.8", "4.8", "difference"),
    ("登记失业率2.65%，比3.5%的控制目标低{}个百分点。", "0.85", "0.58", "difference"),
    ("排查隐患352处，已整改337处，整改率95.7%，其余{}处限期整改。", "15", "51", "difference"),
    ("救助标准由620元/月调整为682元/月，提标{}。", "10%", "15%", "growth"),
    ("适老床位任务75张，建成81张，任务完成率同为{}。", "108%", "118%", "rate"),
    ("育苗任务数450亩，5月份完成486亩，补助资金27.5万元，完成任务的{}。", "108%", "128%", "rate"),
    ("全镇完成退耕任务2.25万亩，占县下达任务2.1万亩的{}。", "107.1%", "117.1%", "rate"),
    ("供养对象620人（集中155人、分散465人），集中供养率{}。", "25%", "52%", "rate"),
    ("完成9个总投资亿元以上项目，完成率{}。", "75%", "63.2%", "rate"),
    ("着力抓好{}个方面的工作。一是修路；二是植树；三是治水；四是办学。", "四", "五", "count"),
)


@pytest.mark.parametrize(("form", "right", "wrong", "kind"), ALTERED)
def test_an_altered_result_is_noticed(form: str, right: str, wrong: str, kind: str) -> None:
    assert silent(form.format(right))
    assert stands(form.format(right), kind)
    assert not silent(form.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "工业下降3.2%，降幅较上半年（4.6%）收窄1.4个百分点，较上年同期（2.7%）扩大0.5个百分点。",
        "完成全年任务350户的80%。",
        "完成年度造林任务4.2万亩，占县下达任务6万亩的70%。",
        "一、收入。甲乡收入12万元。二、一般公共预算。乙乡收入15万元。三、支出。丙乡支出9万元。",
        "全县86个村、12个社区中由一人兼任的75个。",
        "一、一审案件：结案35件。二、二审案件：结案12件。三、十大案例：编发2期。",
    ],
)
def test_what_only_looks_alike_is_silent(text: str) -> None:
    assert silent(text)


def test_a_heading_that_begins_with_a_numeral_counts() -> None:
    assert not silent("一、收案：95件。二、结案：92件。三、一审案件：81件。五、十大案例：2期。六、回访：40人。")


def test_what_is_short_of_a_task_is_no_task() -> None:
    (short,) = [s for s in read("竣工86套，距下达的竣工任务尚差14套。").statements if s.quantity.text == "14套"]
    assert short.role is not Role.TARGET


def test_a_minus_is_shown_once() -> None:
    from summarizer.audit import audit_reading
    from summarizer.readers import Reading

    judged = audit_reading(Reading("a.txt", "txt", "工业增速-0.8%，增速较上半年（0.5%）回落1.3个百分点。")).judged
    assert ["-0.8%", "0.5%", "1.3个百分点"] in [[operand.quantity.text for operand in item.claim.operands()] for item in judged]
