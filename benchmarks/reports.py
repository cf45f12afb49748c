"""Reports for measuring: any number, each with figures of its own, and as long as wanted.

Places and works are numbered, so that nothing in them can be taken for a real one. The same number gives the same report.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

#: At length 1 a report has about as much text as the shipped example: six pages, two of them tables.
_PROJECTS, _INDICATORS, _PLANS = 6, 6, 4

_WORKS = ("水库除险加固工程", "水厂扩建工程", "河道综合治理工程", "供水管网改造工程", "山塘整治工程", "泵站更新工程")
_TASKS = ("农村饮水提标", "节水载体创建", "水土流失治理", "灌区节水改造", "水质考核达标", "河湖健康评价")
_UNITS = ("处", "座", "个", "公里", "户")

_HOW_PROJECTS = (
    "工程指挥部坚持每周调度、每月通报，对影响进度的用地、资金和管线问题逐项销号，"
    "施工期间未发生安全责任事故，沿线群众出行和用水没有受到影响。"
)
_HOW_TASKS = "责任科室按月核对台账，现场抽查与群众回访同步进行，发现的问题当月整改到位，经验做法在全县推广。"
_HOW_PLANS = "把质量和安全放在首位，严格执行招标投标和竣工验收制度，做到资金早到位、施工早进场、群众早受益。"

_REPORT = """\
bureau: 示例县第{n}局
short: 县第{n}局
year: 2023
title: 示例县第{n}局2023年工作总结及2024年工作计划（测试）
date: 2024-01-{day:02}
as_of: 2023-12-31
form: plain
opening: |
  2023年，{{{{ report.bureau }}}}统筹安全、民生和重点工程建设，各项工作有序推进，年度任务按计划完成。现将有关情况汇报如下。
closing: |
  新的一年，{{{{ report.bureau }}}}将紧盯上述目标，逐项明确责任科室和完成时限，按季通报进度，及时协调解决困难，确保各项任务落到实处。
outline:
  - heading: 2023年工作总结
    sections: [projects, indicators]
  - heading: 2024年工作计划
    sections: [plans]
appendix: [projects, indicators]
signature:
  names: [示例县第{n}局]
"""


def write(folder: Path, number: int, length: int = 1) -> Path:
    """Write report ``number`` into ``folder`` and return its folder.

    Args:
        length: how many times as long as an ordinary one.
    """
    random = Random(number)
    content = folder / f"r{number:05}"
    content.mkdir(parents=True)
    files = {
        "report.yaml": _REPORT.format(n=number, day=random.randint(2, 28)),
        "projects.yaml": "\n".join(_projects(random, _PROJECTS * length)),
        "indicators.yaml": "\n".join(_indicators(random, _INDICATORS * length)),
        "plans.yaml": "\n".join(_plans(random, _PLANS * length)),
    }
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
    return content


def _projects(random: Random, count: int) -> Iterator[str]:
    plans = [random.randint(20, 90) * 100 for _ in range(count)]
    done = [plan - random.randint(-20, 60) * 5 for plan in plans]
    yield f"""\
name: 重点工程
heading: 提速增效，重点工程加快
facts:
  planned_all: {{value: {sum(plans)}万元, label: 年度计划合计}}
  done_all: {{value: {sum(done)}万元, label: 完成投资合计}}
checks:
  - {{name: 完成投资合计, expect: "sum(projects.*.invested) == projects.done_all"}}
text: |
  全年实施重点工程{{{{ count(children) }}}}项，年度计划投资{{{{ planned_all }}}}，实际完成{{{{ done_all }}}}。"""
    for n, (plan, invested) in enumerate(zip(plans, done, strict=True)):
        yield f"""\
p{n}:
  name: 第{n + 1}片区{random.choice(_WORKS)}
  annual_plan: {plan}万元
  invested: {invested}万元
  text: |
    {{{{ step() }}}}{{{{ name }}}}。年度计划{{{{ annual_plan }}}}，完成{{{{ invested }}}}，占年度计划的{{{{ rate }}}}。{_HOW_PROJECTS}"""


def _indicators(random: Random, count: int) -> Iterator[str]:
    yield """\
name: 民生实事
shape: indicator
heading: 扩面提标，民生实事落地
text: |
  全年围绕{{ count(children) }}项任务展开。"""
    for n in range(count):
        unit, target = random.choice(_UNITS), random.randint(20, 400)
        actual = target + random.randint(-8, 30)
        yield f"""\
i{n}:
  name: {random.choice(_TASKS)}（第{n + 1}批）
  target: {target}{unit}
  actual: {actual}{unit}
  text: |
    {{{{ step() }}}}{{{{ name }}}}。年度目标{{{{ target }}}}，完成{{{{ actual }}}}，完成率{{{{ rate }}}}。{_HOW_TASKS}"""


def _plans(random: Random, count: int) -> Iterator[str]:
    yield """\
name: 2024年工作计划
shape: plan
heading: 紧盯节点，推进各项任务
text: |
  全年安排{{ count(children) }}项任务。"""
    for n in range(count):
        yield f"""\
t{n}:
  name: 第{n + 1}片区{random.choice(_WORKS)}
  amount: {random.randint(10, 80) * 100}万元
  deadline: 2024-{random.randint(3, 12):02}
  text: |
    {{{{ step() }}}}{{{{ name }}}}。计划投资{{{{ amount }}}}，{{{{ deadline }}}}前完成主体建设。{_HOW_PLANS}"""
