"""Words that lead into a sentence, each with each of the marks that do not belong behind or before them."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run

LEADS = (
    "截至目前", "截至9月底", "截止12月31日", "1—5月", "2023年1-11月份", "与上年相比", "与2020年同期相比", "按经营地分", "分产业看",
    "从三大门类看", "今年", "全年", "上半年", "前11个月", "一季度", "总的来看", "今年以来", "近年来", "据不完全统计", "需要说明的是",
    "此外", "目前",
)  # fmt: skip


def told(text: str, code: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(Context(text=text, path="a.txt")) if finding.code == code]


@pytest.mark.parametrize("mark", "。；、")
@pytest.mark.parametrize("lead", LEADS)
def test_another_mark_behind_them(lead: str, mark: str) -> None:
    assert told(f"灌区管护有序推进。{lead}{mark}全县新建水渠36公里，增长4%。", "PUNCT012") == [mark]
    assert not told(f"灌区管护有序推进。{lead}，全县新建水渠36公里，增长4%。", "PUNCT012")


@pytest.mark.parametrize("lead", ["截至目前", "与上年同期相比", "按经营地分", "从三大门类看", "今年以来", "据统计"])
def test_a_pause_before_them(lead: str) -> None:
    assert told(f"全县新建水渠36公里、{lead}，管护覆盖率达到93%。", "PUNCT012")
    assert not told(f"全县新建水渠36公里，{lead}，管护覆盖率达到93%。", "PUNCT012")


@pytest.mark.parametrize(
    "text",
    [
        "按性别分、按年龄分都有差别。", "一、截至目前的管护情况\n全县新建水渠36公里。", "上半年、下半年各检查3次。",
        "管护期为2021年、2022年。", "1月、2月、3月分别新建3公里。", "整改期限为2023年12月。各乡镇要抓紧。",
    ],
)  # fmt: skip
def test_where_the_mark_is_right(text: str) -> None:
    assert not told(text, "PUNCT012")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("新建水渠36公里，新建水渠36公里，增长4%。", "新建水渠36公里"),
        ("管护有序推进。收取水费62万元。收取水费62万元。电费持平。", "收取水费62万元"),
        ("年末城乡居民医保基金收入55.7万元，医保基金收入55.7万元，增长4%。", "医保基金收入55.7万元"),
        ("收取水费62万元，增长4%。\n收取水费62万元，增长4%。\n电费持平。", "收取水费62万元，增长4%"),
        ("全年培训水管员36人次，合格率95%。考核2次。全年培训水管员36人次，合格率95%。", "全年培训水管员36人次，合格率95%"),
    ],
)
def test_what_is_said_twice(text: str, words: str) -> None:
    assert words in told(text, "WORD002")


@pytest.mark.parametrize(
    "text", ["东片水质，合格，合格，合格。", "新建水渠36公里，新建泵站36座。", "管护到位。管护到位。", "做好管护。考核2次。做好管护。"]
)
def test_what_is_no_repetition(text: str) -> None:
    assert not told(text, "WORD002")


@pytest.mark.parametrize("lead", ["截至目前", "今年以来", "近年来", "与此同时", "总的来看"])
def test_no_mark_before_them(lead: str) -> None:
    assert lead in told(f"灌区各项管护有序推进{lead}，全县新建水渠36公里。", "PUNCT005")
    assert not told(f"灌区各项管护有序推进。{lead}，全县新建水渠36公里。", "PUNCT005")


@pytest.mark.parametrize("text", ["到截至目前，已完成3处。", "自今年以来，新建3处。", "该中心截至目前共接访36次。"])
def test_words_that_go_on(text: str) -> None:
    assert not told(text, "PUNCT005")


WHY = [
    "为进一步规范用水{}县局印发管水办法。",
    "为切实减轻农户负担{}全县减免水费26万元。",
    "由于上游来水偏少{}灌溉面积减少1.2万亩。",
    "随着机井陆续投用{}供水量增加12%。",
    "按照市里统一部署要求{}全县开展检查6次。",
    "在驻村工作队帮助下{}新打机井6眼。",
    "自2024年6月开闸以来{}累计供水86万立方米。",
]


@pytest.mark.parametrize("form", WHY)
@pytest.mark.parametrize("mark", ["。", "；"])
def test_words_of_purpose_and_cause(form: str, mark: str) -> None:
    text = f"灌区运行平稳。{form}"
    assert not told(text.format("，"), "PUNCT012")
    assert told(text.format(mark), "PUNCT012") == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "灌区运行平稳。由于来水偏少所致。县局增打机井。",
        "灌区运行平稳。为群众服务。县局增打机井。",
        "灌区运行平稳。自建闸以来已供水86万立方米。县局增打机井。",
        "灌区运行平稳。根据规定是可以的。县局增打机井。",
        "为进一步规范用水。\n县局增打机井。",
    ],
)
def test_sentences_that_begin_like_them(text: str) -> None:
    assert not told(text, "PUNCT012")
