from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import Context, run
from summarizer.rules.date import impossible

GROUP = (
    "shape: project\nname: 工程\nas_of: {as_of}\ndam:\n  name: 水库\n  invested: 300万元\n  text: |\n    水库完成投资{{{{ invested }}}}。\n"
)


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in impossible(text)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("拟于13月份开工。", "13月份"),
        ("计划111月份完成。", "111月份"),
        ("2023年2月29日验收。", "2023年2月29日"),
        ("6月31日前完成。", "6月31日"),
        ("2023年15月完工。", "2023年15月"),
        ("发布于2023-02-30。", "2023-02-30"),
        ("第五季度，", "第五季度"),
        ("203年度工作。", "203年"),
        ("20233年度。", "20233年"),
        ("13月中旬完成。", "13月中"),
        ("202212月29日召开。", "202212月"),
        ("完成202年地方财政预算。", "202年"),
        ("省批准20222年债务限额。", "20222年"),
    ],
)
def test_impossible(text: str, quote: str) -> None:
    assert found(text)[0].startswith(quote)


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日，12月31日，2月29日。",
        "历时13个月，0.5月/次，每人每月500元，距今200年历史。",
        "前三季度，第四季度，连续5季度增长。",
        "24月龄犊牛，农历2月30日。",
        "文件编号2023-45-12，项目代码2307-331000-04-01-130000。",
        "10月10日至11月30日，1—11月份。",
        "3月45号文件，2000年前，距今202年历史，第201年。",
    ],
)
def test_possible(text: str) -> None:
    assert found(text) == []


def test_headings_of_a_foreign_text_fit_its_title() -> None:
    text = "县水利局2023年工作总结及2024年工作思路\n\n一、2023年工作总结\n修渠。\n二、{}年工作思路\n清淤。\n"
    (finding,) = run(Context(text=text.format(2022), path="a.txt"), ["date"])
    assert (finding.code, finding.severity, finding.quote, finding.line) == ("DATE003", Severity.WARNING, "2022", 5)
    assert not list(run(Context(text=text.format(2024)), ["date"]))
    assert not list(run(Context(text="县水利局工作总结\n一、2021年工作总结\n"), ["date"]))
    assert not list(run(Context(text="县水利局20222022年工作总结\n一、2021年工作总结\n"), ["date"]))  # names no year


@pytest.mark.parametrize(("day", "stale"), [("发布时间：2024-01-08", 2), ("发布时间：2023-12-08", 0), ("2024年1月8日\n", 2), ("", 0)])
def test_a_foreign_text_of_a_whole_year(day: str, stale: int) -> None:
    text = f"县水利局2023年工作总结\n{day}\n截至三季度完成投资30万元，泵站预计年底完工。\n"
    assert len(list(run(Context(text=text), ["date"]))) == stale


def test_in_our_prose(report) -> None:
    (finding,) = run(report(works="text: |\n  工程于6月31日完工。\n"))
    assert (finding.code, finding.severity, finding.line, finding.quote) == ("DATE001", Severity.ERROR, 2, "6月31日")


def test_figures_from_after_the_document(report) -> None:
    (finding,) = run(report("date: 2024-01-05\n", works=GROUP.format(as_of="2024-03-31")))
    assert (finding.code, finding.severity, finding.quote, finding.facts) == (
        "DATE002",
        Severity.ERROR,
        "2024-03-31",
        ("works.dam.invested",),
    )
    assert not list(run(report("date: 2024-01-05\n", works=GROUP.format(as_of="2023-12-31"))))


def test_a_stale_group_is_one_finding_where_the_date_is_written(report) -> None:
    (finding,) = run(report(works=GROUP.format(as_of="2023年三季度")))
    assert (finding.code, finding.severity, finding.line, finding.quote) == ("DATE004", Severity.WARNING, 3, "2023年三季度")
    assert finding.anchors


@pytest.mark.parametrize(
    ("extra", "as_of"), [("date: 2024-01-09\n", "2023-12-20"), ("date: 2023-10-20\n", "2023年三季度"), ("", "2023年三季度")]
)
def test_not_stale(report, extra: str, as_of: str) -> None:
    assert not list(run(report(extra, works=GROUP.format(as_of=as_of))))


def test_the_report_own_date_is_one_finding_for_all(report) -> None:
    works = "shape: project\na:\n  invested: 3万元\n  text: |\n    投资{{ invested }}。\n"
    works += "b:\n  invested: 4万元\n  text: |\n    投资{{ invested }}。\n"
    (finding,) = run(report("date: 2024-01-09\nas_of: 2023-09-30\n", works=works))
    assert (finding.path.rsplit("/", 1)[-1], finding.quote, len(finding.facts)) == ("report.yaml", "2023-09-30", 2)


def test_periods_and_plans_stand_at_their_own_dates(report) -> None:
    indicators = (
        "water:\n  name: 水质\n  periods:\n    q1: {name: 一季度, score: 90分, as_of: 2023-03-31}\n  text: |\n    一季度{{ q1.score }}。\n"
    )
    plans = "dam:\n  name: 水库\n  amount: 300万元\n  status: estimate\n  as_of: 2023-09-30\n  text: |\n    投资{{ amount }}。\n"
    assert not list(run(report(indicators=indicators, plans=plans)))


def test_an_estimate_that_outlived_its_year(report) -> None:
    works = "shape: project\ndam:\n  name: 水库\n  status: estimate\n  finish: {finish}\n  text: |\n    水库预计{{{{ finish }}}}完工。\n"
    (finding,) = run(report(works=works.format(finish="年底")))
    assert (finding.code, finding.quote, finding.facts) == ("DATE004", "estimate", ("works.dam.finish",))
    assert not list(run(report(works=works.format(finish="2024-06"))))


def test_typed_words_that_are_stale_but_not_in_plans(report) -> None:
    past = "text: |\n  截至三季度，水库主体完工，附属工程预计年底完工。\n"
    assert [finding.quote for finding in run(report(works=past))] == ["截至三季度", "预计年底"]
    outline = "date: 2024-01-09\noutline:\n  - heading: 2024年工作计划\n    sections: [works]\n"
    assert not list(run(report(outline, works=past)))


@pytest.mark.parametrize(
    ("extra", "quote", "severity"),
    [
        ("date: 2025-03-01\n", "2025-03-01", Severity.WARNING),
        ("date: 2022-12-01\n", "2022-12-01", Severity.ERROR),
        ("date: 2024-01-09\ntitle: 清水县水利局2022年工作总结\n", "清水县水利局2022年工作总结", Severity.ERROR),
    ],
)
def test_years_that_do_not_fit(report, extra: str, quote: str, severity: Severity) -> None:
    (finding,) = run(report(extra, works="text: |\n  工程完工。\n"))
    assert (finding.code, finding.quote, finding.severity) == ("DATE003", quote, severity)


def test_a_heading_of_last_year(report) -> None:
    outline = "date: 2024-01-09\noutline:\n  - heading: 2021年工作总结\n    sections: [works]\n"
    (finding,) = run(report(outline, works="text: |\n  工程完工。\n"))
    assert (finding.code, finding.quote, finding.line) == ("DATE003", "2021", 5)


def test_titles_with_a_span_of_years_are_silent(report) -> None:
    assert not list(run(report("date: 2023-12-30\ntitle: 水利局2021—2025年规划实施总结\n", works="text: |\n  工程完工。\n")))


FOREIGN = (
    "清水县水利局2023年工作总结\n成文日期 2024-01-09\n一、今年工作\n"
    "截至三季度，完成投资3万元，预计年底完工。截至2020年9月底，已有旧闸。\n二、明年工作打算\n预计年底建成。\n"
)


def test_a_foreign_text() -> None:
    assert [f.quote for f in run(Context(text=FOREIGN, path="a.txt"))] == ["截至三季度", "预计年底"]
    assert not list(run(Context(text=FOREIGN.replace("2024-01-09", "2023-10-09"))))
    assert not list(run(Context(text=FOREIGN.replace("年工作总结", "年三季度工作总结"))))


def test_years_of_two_digits_may_be_so_many_years() -> None:
    found = list(run(Context(text="新校办学20年。20年全县共培训3万人，比20年末多。", path="a.txt"), ("date",)))
    assert [one.severity for one in found] == [Severity.WARNING] * 2
