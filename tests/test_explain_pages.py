"""Every page of ``explain``: what it shows as failing is found, what it shows as passing is not, read in the way that a user meets it.

Most examples are prose and are audited as they stand. The others are named here with the way they are read.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from summarizer.audit import audit_reading
from summarizer.check import check_facts
from summarizer.claims.average import Average
from summarizer.claims.base import Claim, Operand, Outcome, Settings
from summarizer.claims.count import Count
from summarizer.claims.enumeration import Enumeration
from summarizer.claims.rank import Rank
from summarizer.claims.repeat import Repeat
from summarizer.claims.share import Share, Shares
from summarizer.quantities import Quantity, parse
from summarizer.readers import read
from summarizer.reporters.catalogue import catalogue
from tests.conftest import Folder

PAGES = catalogue()
TODAY = datetime.date(2025, 3, 1)
#: Around an example that only means something in a whole report.
REPORT = "县林业局2023年工作总结\n\n{}\n\n县林业局\n2024年1月5日\n"
IN_A_REPORT = {"DATE004"}



def operand(text: str, page: str) -> Operand:
    assert text in page
    return Operand(parse(text))


#: What prose does not prove, because it may mean something else; facts and declared checks say what is meant.
BY_FACTS = {
    "AVERAGE002": lambda text: Average(operand("3.25次", text), None, operand(text[:2], text)),
    "COUNT002": lambda text: Count(
        operand(re.findall("表彰(.项)", text)[0], text), parts=tuple(operand(part, text) for part in re.findall("级(.项)", text))
    ),
    "ENUM004": lambda text: Enumeration(tuple(re.findall("首先|其次|最后|第二|三是", text))),
    "RANK002": lambda text: Rank(Operand(Quantity(text[5], parse(text[5]).value))),
    "REPEAT002": lambda text: Repeat(*(operand(found, text) for found in re.findall(r"[0-9.]+万元", text))),
    "SHARE004": lambda text: Share(operand(re.findall(r"[0-9.]+%", text)[0], text), operand("18人", text)),
    "SHARE005": lambda text: Shares(tuple(operand(found, text) for found in re.findall(r"[0-9.]+%", text)), None, False),
}  # fmt: skip

RATED = """\
heading: 抓指标
beds:
  name: 床位
  invested: 60张
  rate: {}
  text: |
    新增床位{{{{ invested }}}}，完成率{{{{ rate }}}}。
"""
CHECKED = """\
heading: 抓救助
facts:
  paid: {}
checks:
  - name: 发放
    expect: projects.paid >= 300万元
text: |
  发放{{{{ paid }}}}。
"""
#: (addition to report.yaml, projects.yaml) that fails, and that passes; the values are those of the page.
AS_YAML: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "ACK001": (
        ("acknowledged:\n  - {code: RATE002, at: projects.beds, reason: 照登}\n", RATED.format("150%")),
        ("acknowledged:\n  - {code: RATE002, at: projects.beds, reason: 照登}\n", RATED.format("145.45%")),
    ),
    "ACK002": (
        ("acknowledged:\n  - {code: RATE002, at: projects.beds, reason: 照登, until: 2024-12-31}\n", RATED.format("145.45%")),
        ("acknowledged:\n  - {code: RATE002, at: projects.beds, reason: 照登, until: 2027-12-31}\n", RATED.format("145.45%")),
    ),
    "BLANK001": (
        ("", "shape: indicator\nheading: 抓考核\nwater:\n  name: 水质\n  rank: ''\n  text: |\n    水质考核，全市排名第{{ rank }}名。\n"),
        ("", "shape: indicator\nheading: 抓考核\nwater:\n  name: 水质\n  rank: 第五\n  text: |\n    水质考核，全市排名{{ rank }}。\n"),
    ),
    "CHECK001": (
        ("", CHECKED.format("286万元")),
        ("", CHECKED.format("312万元")),
    ),
    "DATE002": (
        ("", "heading: 抓项目\nfacts:\n  paid: {value: 286万元, as_of: 2024-03-31}\ntext: |\n  发放{{ paid }}。\n"),
        ("", "heading: 抓项目\nfacts:\n  paid: {value: 286万元, as_of: 2023-12-31}\ntext: |\n  发放{{ paid }}。\n"),
    ),
    "DATE003": (("title: 2022年工作总结\n", ""), ("title: 2023年工作总结\n", "")),
    "META002": (
        ("metadata:\n  index_number: 11331024002684055A/2023-00012\n", ""),
        ("metadata:\n  index_number: 11331024002684055A/2024-00012\n", ""),
    ),
    "META004": (
        ("metadata:\n  组配分类: 计划总结\n  栏目: [首页, 政务公开, 工作总结]\n", ""),
        ("metadata:\n  组配分类: 计划总结\n  栏目: [首页, 政务公开, 计划总结]\n", ""),
    ),
    "META006": (
        ("review:\n  signed: {by: 王某某, date: 2024-01-07}\n", ""),
        ("review:\n  signed: {by: 局长, date: 2024-01-07}\n", ""),
    ),
    "UNTRACED001": (
        ("", "heading: 抓培训\ntext: |\n  全年培训12场。\n"),
        ("", "heading: 抓培训\nfacts:\n  drills: 12场\ntext: |\n  全年培训{{ drills }}。\n"),
    ),
    "UNTRACED002": (
        ("", "heading: 抓养老\ntext: |\n  新建三所养老院。\n"),
        ("", "heading: 抓养老\nfacts:\n  homes: 三所\ntext: |\n  新建{{ homes }}养老院。\n"),
    ),
    "UNTRACED003": (
        ("", "heading: 抓项目\ntext: |\n  一是抓项目。{{ step() }}抓服务。\n"),
        ("", "heading: 抓项目\ntext: |\n  {{ step() }}抓项目。{{ step() }}抓服务。\n"),
    ),
}  # fmt: skip
PROSE = sorted(set(PAGES) - set(BY_FACTS) - set(AS_YAML))


@pytest.mark.parametrize("code", PROSE)
def test_an_example_of_prose(tmp_path: Path, code: str) -> None:
    page = PAGES[code]
    assert code in audited(tmp_path, code, page.fails)
    assert audited(tmp_path, code, page.passes) == []


def audited(folder: Path, code: str, text: str) -> list[str]:
    path = folder / "example.txt"
    path.write_text(REPORT.format(text) if code in IN_A_REPORT else f"{text}\n", encoding="utf-8")
    return [finding.code for finding in audit_reading(read(path)).findings]


@pytest.mark.parametrize("code", BY_FACTS)
def test_an_example_that_facts_prove(tmp_path: Path, code: str) -> None:
    page = PAGES[code]
    claim: Claim = BY_FACTS[code](page.fails)
    verdict = claim.judge(Settings())
    assert (verdict.code, verdict.outcome in (Outcome.FAILS, Outcome.OFF)) == (code, True)
    assert BY_FACTS[code](page.passes).judge(Settings()).outcome not in (Outcome.FAILS, Outcome.OFF)
    assert code not in audited(tmp_path, code, page.fails)  # else it is prose, and belongs to the others
    assert audited(tmp_path, code, page.passes) == []


@pytest.mark.parametrize("code", AS_YAML)
def test_an_example_of_yaml(folder: Folder, code: str) -> None:
    found = []
    for addition, section in AS_YAML[code]:
        if section:
            folder.section(section)
        folder.write("report.yaml", REPORT_YAML + addition)
        report = check_facts(folder.load(), folder.document(), TODAY)
        found.append({finding.code for finding in report.findings})
    assert code in found[0]
    assert code not in found[1]


REPORT_YAML = """\
bureau: 示例县林业局
short: 县林业局
year: 2023
date: 2024-01-05
outline:
  - heading: 今年工作
    sections: [projects]
"""


def test_each_page_is_read_in_one_way() -> None:
    assert not set(BY_FACTS) & set(AS_YAML)
    assert set(PROSE) >= IN_A_REPORT
    assert len(PROSE) > 50
