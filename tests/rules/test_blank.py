from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import Context, run
from summarizer.rules.blank import placeholders
from summarizer.rules.lost import lost


def found(text: str) -> list[str]:
    hits = list(placeholders(text))
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("考核得分92分，全县排名第名。", "排名第名"),
        ("镇里考核得分92分，全县排名名，差距不大。", "排名名"),
        ("位列全市第，继续保持。", "位列全市第"),
        ("增速位居全省第、全市第2位。", "位居全省第"),
        ("居全省第 位。", "居全省第 位"),
        ("完成率__%，居前列。", "__%"),
        ("投资XX万元。", "XX"),
        ("投资xx万元。", "xx"),
        ("X年X月完工。", "X"),
        ("整治河道××公里。", "××"),
        ("某某镇完成验收。", "某某"),
        ("牵头单位（待补充）。", "待补充"),
        ("会议时间待定。", "待定"),
        ("完成投资???万元。", "???"),
        ("同比增长%，", "增长%"),
        ("完成投资  万元。", "投资  万元"),
        ("出口额将达到 万美元，", "达到 万美元"),
        ("20XX年工作总结", "20XX"),
        ("育秧XX3亩，", "XX3"),
        ("东片占%，", "占%"),
        ("孕产妇死亡率为/10万，", "为"),
        ("共有{{ projects.total }}项。", "{{ projects.total }}"),
    ],
)
def test_placeholders(text: str, quote: str) -> None:
    assert found(text)[0] == quote


@pytest.mark.parametrize(
    "text",
    [
        "排名第一，名列第二名。",
        "位列全市第3名，第5位。",
        "当事人王某某、李××被立案，张某承担责任。",
        "基层力量有待补充，等待定点医院确认，亟待补充。",
        "长×宽为3×5米，采购LXX型水泵，见www.xxjs.gov.cn。",
        "单位：%，占比（%），增长96.95 %。",
        "年收入万元以上的农户，资金万元产出率。",
        "财政支出 万元 3500\n固定资产投资 亿元 12.5\n人均收入 万元，",
        "水泵LXX3台，总投资（ 万元）。",
        "门第名望，次第名列。",
        "什么??好，行吗？？",
        "| 同比增长% | 占比% |",
        "系列活动第一场，列席第二次会议。",
        "请在此前完成，此处山塘。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def told(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in lost(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("播种面积比上年增加万亩，长势良好。", "BLANK003", "增加万亩"),
        ("其中：，，管网12公里。", "BLANK003", "：，，"),
        ("完成清淤，%，居首位。", "BLANK003", "，%"),
        ("印发《》三份。", "BLANK003", "《》"),
        ("泵站（）已完工。", "BLANK003", "（）"),
        ("2023年 月 日", "BLANK003", "2023年 月 日"),
        ("本年支出完40万元。", "BLANK004", "支出完40"),
        ("用水量同比长3.5%。", "BLANK004", "同比长3.5"),
        ("水费收入较上增长5%。", "BLANK004", "较上增长5"),
        ("供水量，同增长6%。", "BLANK004", "同增长6"),
        ("明年划新建4座泵站。", "BLANK004", "划新建4"),
        ("明年划在东片、西片建设3座水厂。", "BLANK004", "划在东片、西片建设3"),
    ],
)
def test_lost(text: str, code: str, quote: str) -> None:
    assert told(text) == [(code, quote)]


def test_nouns_with_a_bare_scale_tell_something_only_together() -> None:
    assert told("建成连片面积万亩，风景如画。") == []
    assert [quote for _code, quote in told("水稻面积万亩，总产万吨。")] == ["面积万亩", "总产万吨"]


@pytest.mark.parametrize(
    "text",
    [
        "增加万亩良田，人均增收万元，新增万余人。",
        "单位：%，占比（%）：5，完成率为：95%。",
        "如下：“一是”，《条例》（试行），（1）第一项",
        "2023年3月6日，2023年月均用水，年 月",
        "建完3座，验收完5项，支出完成40万元，收入完成率。",
        "同比增长3%，增长3%，专长3个，与全县同增长5%。",
        "较上年增长5%，比上月下降2%，比较上等。",
        "规划新建4座，计划投资3万元，区划在东片调整，红线划在堤外，划建设用地3亩。",
        "），%；",
    ],
)
def test_not_lost(text: str) -> None:
    assert [hit for hit in told(text) if hit[1] != "，%"] == []


def test_forms_with_many_blanks_are_left_alone() -> None:
    assert told("甲（）乙" * 20) == []


def test_a_blank_fact_is_one_error_at_its_value_and_on_its_figure(report) -> None:
    indicators = "name: 考核\nwater:\n  name: 水质\n  rank: ''\n  text: |\n    水质考核全市排名第{{ rank }}名。\n"
    context = report(indicators=indicators)
    (finding,) = run(context)
    assert (finding.code, finding.severity, finding.facts) == ("BLANK001", Severity.ERROR, ("indicators.water.rank",))
    assert (finding.line, finding.column, finding.quote) == (4, 9, "''")
    (anchor,) = finding.anchors
    assert len(anchor.figures) == 1
    passage = next(p for p in context.prose.passages if p.block == anchor.block)
    assert passage.text[: anchor.start].endswith("排名第")


def test_a_blank_fact_that_is_not_used_is_a_warning(report) -> None:
    (finding,) = run(report(indicators="name: 考核\nwater:\n  name: 水质\n  rank: ''\n  text: |\n    水质考核已经结束。\n"))
    assert (finding.code, finding.severity, finding.anchors) == ("BLANK001", Severity.WARNING, ())


def test_a_filled_fact_is_silent(report) -> None:
    assert not list(run(report(indicators="water:\n  name: 水质\n  rank: 第二\n  text: |\n    全市排名{{ rank }}。\n")))


def test_a_placeholder_in_our_prose_is_found_in_its_file(report) -> None:
    context = report(works="name: 工程\nfacts:\n  km: 3公里\ntext: |\n  新修{{ km }}，\n  完成投资XX万元。\n")
    (finding,) = run(context)
    source = context.facts.sources["works.yaml"]
    assert (finding.code, finding.line, finding.column, finding.quote) == ("BLANK002", 6, 7, "XX")
    assert source.text[finding.start : finding.end] == "XX"
    assert context.prose.passages[finding.anchors[0].block].text[finding.anchors[0].start :].startswith("XX")


def test_the_second_of_two_equal_stretches_is_placed_right(report) -> None:
    text = "facts:\n  a: 3座\n  b: 4座\ntext: |\n  新建{{ a }}，投资XX万元；{{ b }}，投资XX万元；\n"
    findings = list(run(report(works=text)))
    assert [f.column for f in findings] == [15, 30]


def test_a_placeholder_in_a_name_that_text_and_table_show_is_one_finding(report) -> None:
    works = "shape: project\ndam:\n  name: XX水库加固\n  total: 300万元\n  text: |\n    {{ name }}总投资{{ total }}。\n"
    (finding,) = run(report("date: 2024-01-09\nappendix: [works]\n", works=works))
    assert (finding.code, finding.line, finding.quote, len(finding.anchors)) == ("BLANK002", 3, "XX", 2)


def test_without_facts_and_text_nothing_happens() -> None:
    assert not list(run(Context()))


def test_a_name_with_marks_is_found_as_a_whole(report) -> None:
    works = "dam:\n  name: 清溪（XX段）治理\n  text: |\n    （一期）{{ name }}完工。\n"
    (finding,) = run(report(works=works))
    assert (finding.line, finding.column, finding.quote) == (2, 12, "XX")


@pytest.mark.parametrize("text", ["完成{ invested }。", "完成｛｛ invested ｝｝。", "完成{{ invested }}。"])
def test_braces_say_how_a_figure_is_called(text: str) -> None:
    (hit,) = placeholders(text)
    assert hit.hint.endswith("{{ invested }}")
