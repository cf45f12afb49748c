from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import Context, run
from summarizer.rules.untraced import typed_numbers, untraced


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in typed_numbers(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("培训12场。", "UNTRACED001", "12"),
        ("投资1,250.5万元。", "UNTRACED001", "1,250.5"),
        ("建成３０公里。", "UNTRACED001", "３０"),
        ("长12km。", "UNTRACED001", "12"),
        ("新建三所敬老院。", "UNTRACED002", "三"),
        ("惠及二十五户。", "UNTRACED002", "二十五"),
        ("两家单位获奖。", "UNTRACED002", "两"),
    ],
)
def test_found(text: str, code: str, quote: str) -> None:
    assert found(text) == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，2023年7月31日，7月份，1—9月，11月20日至22日，2023—2035年，9:30开会。",
        "水政〔2023〕15号，《清水县规划（2023—2035）》，第3条，20世纪90年代。",
        "“1+3+N”体系，5G基站，3A级景区，PM2.5，12345热线，24小时值守，“3·15”。",
        "1. 工作。（2）措施。",
        "一个方面，一家人，一是，三是，第三名，第二次会议。",
        "两个维护，四个意识，三个月，五位一体，八项规定，两个方面，两会，三农，十四五，四方责任。",
        "千家万户，万户，百家争鸣，一老一小，四套班子，三次产业，二次供水，“三张清单”，“八个一”。",
        "无数次，十一届三次全会，五大，三是，两条主线。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def test_typed_beside_facts(report) -> None:
    works = "name: 工程\nfacts:\n  n: 3座\ntext: |\n  {{ report.year }}年3月，新建{{ n }}，改建4座，\n  另有五座在建。{{ step() }}名称。\n"
    context = report(works=works)
    findings = list(run(context))
    assert [(f.code, f.severity, f.line, f.quote) for f in findings] == [
        ("UNTRACED001", Severity.WARNING, 5, "4"),
        ("UNTRACED002", Severity.INFO, 6, "五"),
    ]
    for finding in findings:
        anchor = finding.anchors[0]
        passage = next(p for p in context.prose.passages if p.block == anchor.block)
        assert passage.text[anchor.start : anchor.end] == finding.quote
        assert context.facts.sources["works.yaml"].text[finding.start : finding.end] == finding.quote
    assert list(untraced(context.document, context.facts)) == findings


def test_a_digit_inside_an_expression_is_not_taken_for_the_typed_one(report) -> None:
    works = "facts:\n  q3: 7座\ntext: |\n  新建{{ q3 }}，改建3座。\n"
    (finding,) = run(report(works=works))
    assert (finding.line, finding.column) == (4, 16)


def test_names_and_numbering_are_traced(report) -> None:
    works = "dam:\n  name: 3号坝\n  text: |\n    {{ step('1.') }}{{ name }}完工。\n"
    assert not list(run(report("date: 2024-01-09\nappendix: [works]\n", works=works)))


def test_a_foreign_text_is_not_ours_to_trace() -> None:
    assert not list(run(Context(text="培训12场。")))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一是抓项目。{{ step() }}抓服务。", ["一是"]),
        ("{{ step() }}抓项目；二是抓服务；{{ step() }}抓队伍。", ["二是"]),
        ("一是抓项目，二是抓服务。", []),
        ("{{ step() }}抓项目，关键之一是质量。", []),
        ("一是抓项目。\n\n  ## 小标题\n\n  {{ step() }}抓服务。", []),
    ],
)
def test_a_step_typed_beside_generated_ones(report, text: str, quotes: list[str]) -> None:
    context = report(works=f"name: 工程\ntext: |\n  {text}\n")
    assert [f.quote for f in run(context, ["untraced"]) if f.code == "UNTRACED003"] == quotes
