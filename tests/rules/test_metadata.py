from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import Context, run

#: A code with a fitting check character, one without, and an identity number that is invented but fits.
CODE, WRONG, IDENTITY = "113300000024840011", "113300000024840017", "11010119900307002X"
BODY = "text: |\n  工程完工。\n"


def extra(index: str = f"{CODE}/2024-00012", rest: str = "") -> str:
    return f"date: 2024-01-09\nmetadata:\n  index_number: {index}\n{rest}"


@pytest.mark.parametrize(
    ("index", "code", "quote"),
    [
        (f"{WRONG}/2024-00012", "META001", WRONG),
        (f"{CODE}-2024-00012", "META001", f"{CODE}-2024-00012"),
        (f"{CODE}/2023-00012", "META002", "2023"),
        (f"{CODE}/202312-00012", "META002", "2023"),
        (f"{IDENTITY}/2024-00012", "META005", IDENTITY),
    ],
)
def test_index_numbers(report, index: str, code: str, quote: str) -> None:
    context = report(extra(index), works=BODY)
    (finding,) = run(context)
    assert (finding.code, finding.quote, finding.line) == (code, quote, 5)
    source = context.facts.sources["report.yaml"]
    assert source.text[finding.start : finding.end] == quote
    assert source.place(finding.start).column == finding.column
    assert IDENTITY not in finding.message


@pytest.mark.parametrize("index", [f"{CODE}/2024-00012", f"{CODE}/202401-00012", "K7001234-5/2024-0009", "000014349/2024-00021"])
def test_good_index_numbers_and_other_forms(report, index: str) -> None:
    assert not list(run(report(extra(index), works=BODY)))


def test_dates_of_the_page(report) -> None:
    (finding,) = run(report(extra(rest="  published: 2024-01-02\n"), works=BODY))
    assert (finding.code, finding.severity, finding.quote) == ("META003", Severity.ERROR, "2024-01-02")
    (finding,) = run(report(extra(rest="  date: 2024-01-05\n  published: 2024-01-12\n"), works=BODY))
    assert (finding.code, finding.quote) == ("META003", "2024-01-05")
    assert not list(run(report(extra(rest="  date: 2024-01-09\n  published: 2024-01-09\n"), works=BODY)))


def test_category_and_breadcrumb(report) -> None:
    rest = "  组配分类: 计划总结\n  栏目: [首页, 政务公开, {last}]\n"
    (finding,) = run(report(extra(rest=rest.format(last="工作动态")), works=BODY))
    assert (finding.code, finding.quote, finding.line) == ("META004", "计划总结", 6)
    assert not list(run(report(extra(rest=rest.format(last="计划总结")), works=BODY)))


def test_an_identity_number_in_a_field_is_one_finding(report) -> None:
    (finding,) = run(report(extra(rest=f"  source: {IDENTITY}\n"), works=BODY))
    assert (finding.code, finding.quote) == ("META005", IDENTITY)
    assert not list(run(report(extra(rest=f"  source: {CODE}\n"), works=BODY)))


def test_a_page_that_somebody_else_made() -> None:
    text = f"索 引 号 {CODE}/2023-104 公开方式 依申请公开\n成文日期 2024-01-09 发布日期: 2024-01-02\n"
    found = [(finding.code, finding.quote) for finding in run(Context(text=text, path="p.txt"))]
    assert found == [("META002", "2023"), ("META003", "2024-01-02")]
    assert not list(run(Context(text=text.replace("/2023", "/2024").replace("01-02", "01-12"))))


REVIEW = "date: 2024-01-09\n审核:\n  拟稿: {{岗位: 办公室, 日期: 2024-01-05}}\n  signed: {{by: {by}, date: 2024-01-07}}\n"


@pytest.mark.parametrize(
    ("by", "quote"),
    [
        ("王某", "王某"),
        ("局长王某某", "王某某"),
        ("办公室 李某同志", "李某"),
        ("分管副局长（赵某某）", "赵某某"),
        ("陈局长", "陈局长"),
        ("马副主任", "马副主任"),
    ],
)
def test_a_person_where_a_post_is_meant(report, by: str, quote: str) -> None:
    (finding,) = run(report(REVIEW.format(by=by), works=BODY))
    assert (finding.code, finding.severity, finding.line, finding.quote) == ("META006", Severity.WARNING, 6, quote)


@pytest.mark.parametrize(
    "by",
    [
        "局长", "分管副局长", "办公室", "林业局", "金融办", "石油科", "马站镇政府", "江北街道", "万家村委会", "方案科", "顾问", "董事长",
        "党组书记、局长", "史志办公室", "任务督查组", "规划财务科负责人", "值班员 2 号", "executive office",
    ],
)  # fmt: skip
def test_posts_and_offices_are_no_persons(report, by: str) -> None:
    assert not list(run(report(REVIEW.format(by=by), works=BODY)))


def test_a_person_who_lets_a_finding_stand(report) -> None:
    entries = "  - {代码: RATE002, 位置: a, 理由: 照登, 确认人: 王某某}\n  - {code: RATE002, at: a, reason: 照登, by: 办公室}\n"
    (finding,) = run(report(f"date: 2024-01-09\n确认:\n{entries}", works=BODY))
    assert (finding.code, finding.line, finding.quote) == ("META006", 5, "王某某")
