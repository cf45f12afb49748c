"""Items and sentences with no mark between them, behind a bracket, a predicate or a space. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import touches

from summarizer.rules.unparted import unparted


def told(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in unparted(text)]


@pytest.mark.parametrize("behind", ["36个灌溉小组", "2家养护公司", "12座水闸"])
@pytest.mark.parametrize(
    "before",
    ["现有1个灌区（青石灌区）", "下设3个水管所（上游、中游、下游）", "管理6条渠道（其中干渠1条）", "管护16个村(含3个山区村)"],
)
def test_items_behind_a_bracket(before: str, behind: str) -> None:
    assert told(f"{before}{behind}，供水正常。") != []
    assert told(f"{before}、{behind}，供水正常。") == []


@pytest.mark.parametrize(
    "clause", ["按不变价格计算增长6%", "同比增长6%", "增长6%", "减少36万元", "比上年多收3万元", "其中农业用水占一半", "占全县的12%"]
)
@pytest.mark.parametrize("before", ["水费收入36万元（含税）", "供水量居全市第5位(下同)", "用水户3600户（年末数）", "回收率96%（快报数）"])
def test_clauses_behind_a_bracket(before: str, clause: str) -> None:
    assert told(f"全年{before}{clause}。") != []
    assert told(f"全年{before}，{clause}。") == []


@pytest.mark.parametrize(
    "sentence", ["为确保水库安全，备沙袋36吨", "全县备沙袋36吨", "我局备沙袋36吨", "由于缺水，备水车3台", "据统计，受灾36户"]
)
@pytest.mark.parametrize("before", ["入汛后防汛形势依然严峻", "渠道水毁较为严重", "水库大坝已经竣工", "全年供水总体平稳"])
def test_sentences_behind_a_predicate(before: str, sentence: str) -> None:
    assert told(f"{before}{sentence}。") != []
    assert told(f"{before}。{sentence}。") == []


@pytest.mark.parametrize("first", ["36户", "1.2万元", "96%", "3.6万人", "860件", "12公里"])
@pytest.mark.parametrize("space", [" ", "\u3000", "  "])
def test_figures_with_a_space(first: str, space: str) -> None:
    assert told(f"东、西两村分别为{first}{space}{first}，已登记。") == [f"{first}{space}{first}"]
    assert told(f"东、西两村分别为{first}、{first}，已登记。") == []


@pytest.mark.parametrize("text", ["受益农户36户 120人。", "分别占36% 42%和22%。", "减少事故3起 5人，持平。", "补助36户 1.2万元，已兑现。"])
def test_any_two_figures(text: str) -> None:
    assert told(text) != []
    assert told(text.replace(" ", "、")) == []


def test_at_the_same_time() -> None:
    assert told("渠道由公司施工同时由监理检查。") != []
    assert told("渠道由公司施工，同时由监理检查。公司与乡镇同时由县里检查。在施工的同时要检查。") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("库区有壮族、侗族藏族、彝族。", "族藏族"), ("由水利局、财政局民政局、教育局实施。", "局民政局"),
        ("受益的有东河村、西河村南河村。", "村南河村"), ("一、水利\n供水36吨。\n二供电\n供电3度。\n三、供气\n供气6吨。", "二供电"),
        ("总则。三、供水。全年3吨。四供电。全年6度。", "四供电"),
        ("完善渠系（牵头单位水利局）。清理河道（牵头单位：住建局）。", "单位水利"),
        ("蓄水36吨（年末总数）水面12亩。", "）水面"), ("渠道36条（含支渠12条）水闸3座。", "）水闸"),
    ],
)  # fmt: skip
def test_names_numbers_and_nouns(text: str, quote: str) -> None:
    assert touches(unparted(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "涉及16个乡镇（街道）48个村。", "来信864件（批）次。", "投入36万元（含税）用于清淤。", "3个村（上游、中游、下游）的用水户。",
        "36家（含2家企业）以上。", "水费收入（全口径）同比增长6%。", "提升全县供水能力，高于全省平均水平。", "青年教师为了考证用水。",
        "建成投产全市首座泵站。", "促进困难群众为确保丰收出力。", "针对薄弱环节为确保安全开展检查。", "东村 36户 42户 12户 8户，已登记。",
        "东村 36户 42人，已登记。", "水价 3元 每吨。", "用水困难的全县36个村。",
        "一、水利\n二要供电。\n三、供气\n", "二供电\n四、供气\n", "一、水利\n二氧化硫3吨。", "有壮族、藏族羌族自治州。",
        "（牵头单位水利局）。",
        "对36条渠道（12公里）清淤36次。", "36户（120人）饮水12吨。", "投入36万元（含税）清淤3公里。", "36处（含3座）均已完工12处。",
    ],
)  # fmt: skip
def test_what_belongs_together(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("figure", ["增长6.4%", "供水36万吨", "受益3600人", "投资1.2亿元"])
def test_a_number_right_behind_a_figure(figure: str) -> None:
    assert told(f"全年{figure}（二）管护水平提升。") != []
    assert told(f"全年{figure}。（二）管护水平提升。") == []
    assert told("水费见表6（二）管护部分。") == []
