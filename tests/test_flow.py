"""Lines that were broken at a width: what is found in paragraphs is found in them, where it stands in the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.audit import audit
from summarizer.check import Report
from summarizer.flow import flow_of

REPORT = """东河区2024年农业农村工作总结
一、主要工作
今年以来，全区坚持把粮食生产放在首位，落实早稻种植面积3.2万亩，完成年度任务4万亩的80%；新建高标准农田1.85万亩，占计划2.5万亩的84%，惠及12个乡镇的86个村。
全年争取各类资金12600万元，其中中央资金5400万元、省级资金4200万元、市级资金3000万元，比上年增加2600万元，增长26%，资金到位及时，项目推进有序，没有发生一起违规使用的情况。
二是加强畜禽防疫，全年免疫生猪23.6万头、家禽118.4万羽，免疫密度保持在百分之百，抽检合格率名列全市第，未发生区域性重大动物疫情，屠宰环节检疫率达到规定要求，消费者满意度稳步提升。
（三）农村人居环境整治。全区共有行政村148个，已完成整治119个，占行政村总数的80.4%，其余29个将在明年6月底前全部完成，届时农村生活垃圾和污水处理设施将实现全覆盖。
"""


def wrapped(text: str, columns: int, indent: str = "", end: str = "\n") -> str:
    """Break the lines of a text as an editor does: no figure is parted, no mark begins a line."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for token in re.findall(r"[0-9A-Za-z.%]+[，。、；：）]*|（?.[，。、；：）]*", indent + paragraph):
            if len((line + token).encode("gbk")) > columns:
                lines.append(line)
                line = ""
            line += token
        lines.append(line)
    return end.join(lines) + end


def told(folder: Path, text: str) -> Report:
    path = folder / "report.txt"
    path.write_bytes(text.encode())
    return audit([path])


def findings(report: Report) -> list[tuple[str, str]]:
    return [(finding.code, re.sub(r"\s", "", finding.quote)) for finding in report.findings]


def claims(report: Report) -> list[tuple[str, str, list[str]]]:
    return [
        (type(item.claim).__name__, item.verdict.outcome.value, [operand.quantity.text for operand in item.claim.operands()])
        for item in report.judged
    ]


@pytest.mark.parametrize("columns", [48, 64, 76, 90])
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_broken_lines_hide_nothing(tmp_path: Path, columns: int, indent: str, end: str) -> None:
    whole = told(tmp_path, REPORT)
    text = wrapped(REPORT, columns, indent, end)
    broken = told(tmp_path, text)
    assert text.count("\n") >= REPORT.count("\n") + 4
    assert claims(broken) == claims(whole)
    assert findings(broken) == findings(whole)
    assert {code for code, _quote in findings(whole)} >= {"RATE001", "BLANK002"}
    assert broken.sources[0].figures_checked == whole.sources[0].figures_checked


def test_all_is_where_it_stands_in_the_file(tmp_path: Path) -> None:
    text = wrapped(REPORT, 64, "　　")
    report = told(tmp_path, text)
    lines = text.split("\n")
    for place in [*report.findings, *(item.place for item in report.judged)]:
        assert text[place.start : place.end] == place.quote
        assert lines[place.line - 1][place.column - 1 :].startswith(place.quote.split("\n")[0])
    for item in report.judged:
        for operand in item.claim.operands():
            assert text[operand.place.start : operand.place.end].replace("\n", "") == operand.quantity.text


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "".join(f"{name}街道办事处新建口袋公园3个、改造老旧小区12个，已全部完工。\n" for name in "东南西北中上下前后左"),
        "".join(f"{name}镇，完成造林面积1200亩，占年度任务的一半以上，位列全县前列\n" for name in "东南西北中上下前后左"),
        "单位名称\t计划投资（万元）\t完成投资（万元）\t完成比例\n" + "东镇中心小学迁建项目\t1200\t1140\t95%\n" * 9,
        "短行\n" * 40,
        "",
    ],
    ids=["paragraphs", "sentences", "items", "table", "short", "empty"],
)
def test_lines_of_their_own_are_left(text: str) -> None:
    assert flow_of(text) is None


@given(st.integers(40, 100), st.sampled_from(["", "　　"]), st.sampled_from(["\n", "\r\n"]), st.data())
def test_the_way_back(columns: int, indent: str, end: str, data: st.DataObject) -> None:
    text = wrapped(REPORT, columns, indent, end)
    flow = flow_of(text)
    assert flow is not None
    assert len(flow.text.splitlines()) <= len(REPORT.splitlines())
    assert not indent or flow.text.replace("\r\n", "\n").rstrip() == "\n".join(indent + line for line in REPORT.splitlines())
    start = data.draw(st.integers(0, len(flow.text) - 1))
    stop = data.draw(st.integers(start + 1, len(flow.text)))
    first, last = flow.back(start, stop)
    assert re.sub(r"\s", "", text[first:last]) == re.sub(r"\s", "", flow.text[start:stop])
    assert (text[first], text[last - 1]) == (flow.text[start], flow.text[stop - 1])
