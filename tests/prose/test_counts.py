"""Numbers of things and their lists. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Claim, Outcome, Settings, Verdict
from summarizer.findings import Severity
from summarizer.prose import counted_steps, counts, read


def judged(text: str) -> list[tuple[Claim, Verdict]]:
    reading = read(text)
    found = [*counts.claims(reading), *counted_steps.claims(reading)]
    return [(claim, claim.judge(Settings())) for claim in found]


def outcomes(text: str) -> list[Outcome]:
    return [verdict.outcome for _, verdict in judged(text)]


def findings(text: str) -> list[Severity]:
    return [verdict.severity for _, verdict in judged(text) if verdict.outcome is Outcome.FAILS]


@pytest.mark.parametrize(
    "text",
    [
        "新开书屋3家（东街书屋、南桥书屋、北苑书屋）。",
        "有两项指标落后，分别是垃圾分类率和雨水收集率。",
        "推迟的3件分别是：改建菜场、修缮码头、迁建粮库。",
        "到东镇、西镇、南镇、北镇等4个乡镇走访。",
        "推出“一号通”、“一键达”两项服务。",
        "推出“一号通”“一键达”两项服务。",
        "建成东镇粮库、西镇粮库以及南镇粮库3个项目。",
        "抓好以下三项工作：一是收粮；二是存粮；三是轮换。",
        "承担省级实事项目2项，市级实事项目1项。1、修码头。2、修粮库。3、修菜场。",
        "签约项目3个（面粉加工项目900万元、粮油及副食储备项目600万元、冷链项目300万元）。",
    ],
)
def test_a_list_is_as_long_as_stated(text: str) -> None:
    assert outcomes(text) == [Outcome.HOLDS] or outcomes(text) == [Outcome.WITHIN]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("新开书屋4家（东街书屋、南桥书屋、北苑书屋）。", Severity.ERROR),
        ("有三项指标落后，分别是垃圾分类率和雨水收集率。", Severity.ERROR),
        ("抓好以下四项工作：一是收粮；二是存粮；三是轮换。", Severity.ERROR),
        ("承担省级实事项目2项，市级实事项目2项。1、修码头。2、修粮库。3、修菜场。", Severity.ERROR),
        ("推出“一号通”、“一键达”三项服务。", Severity.WARNING),
        ("在东镇、西镇、南镇、北镇建设5家书屋。", Severity.WARNING),
        ("到东镇、西镇、南镇、北镇等3个乡镇走访。", Severity.WARNING),
    ],
)
def test_a_list_that_is_longer_or_shorter(text: str, severity: Severity) -> None:
    assert findings(text) == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "到东镇、西镇等6个乡镇走访。",  # 等 leaves some out
        "覆盖11个县（市、区）。",
        "改造泵站12座（大型2座、中型10座）。",  # a sum, no list of twelve
        "走访企业20家（含外资企业、民营企业）。",
        "举办培训、讲座、展览15场。",  # three kinds, fifteen times
        "完成3项工作，投入20万元。",
        "承办事项8项，其中省级3项、市级5项。1、修码头。2、修粮库。",
    ],
)
def test_silence_where_no_list_is_meant(text: str) -> None:
    assert not findings(text)


def test_a_name_with_and_may_be_one_or_two() -> None:
    assert outcomes("有两个短板，分别是水和电、路。") == outcomes("有两个短板，分别是水电、路和桥。") == [Outcome.HOLDS]


def test_the_number_behind_a_stray_step_is_counted() -> None:
    text = "承担实事项目3项。1、修码头12处。2、修粮库5处3、修菜场。"
    assert outcomes(text) == [Outcome.HOLDS]


def test_many_lists_are_read_in_time() -> None:
    assert judged("甲、乙5个、" * 3_000) is not None


def test_steps_behind_a_sentence_of_their_own_are_not_what_was_counted() -> None:
    text = "全市共办理40个民生项目。从进度情况来看：一是已完成25个。二是有一定进度11个。三是正在开展前期工作4个。"
    assert not judged(text)


def test_steps_of_what_was_found_are_not_where_it_was_found() -> None:
    assert not findings("对东镇、西镇、南镇、北镇4个乡镇进行了检查，存在的主要问题：一是台账不全。二是制度不严。")
    text = "检查发现4个方面的问题，主要问题：一是台账不全。二是制度不严。三是人员不足。"
    assert findings(text) == [Severity.ERROR]


def test_the_last_number_before_the_list_is_of_it() -> None:
    text = "开通4条线路、通达5个城区，分别为东湖区、西湖区、南湖区、北湖区和新湖区。"
    assert outcomes(text) == [Outcome.HOLDS]
    assert findings(text.replace("5个", "6个")) == [Severity.ERROR]


@pytest.mark.parametrize(
    "form",
    [
        "{}4个镇列为试点。", "在{}等4个镇开展试点。", "确定示范镇4个（{}）。", "共有牵头部门4个，分别是{}。",
        "由{} 4 个部门组成专班，召开会议3次。", "今年建设{}4处驿站。",
    ],
)  # fmt: skip
def test_a_name_that_stands_twice_is_one(form: str) -> None:
    assert findings(form.format("东岭、西沟、南坪、北川")) == []
    assert findings(form.format("东岭、西沟、南坪、西沟")) == [Severity.WARNING]
    assert findings(form.format("东岭、西沟、南坪、南坪")) == [Severity.WARNING]


def test_the_end_of_the_first_name_is_no_name() -> None:
    assert findings("涉及财政部门决算、部门决算、专项债券3个方面。") == []
    assert findings("涉及部门决算、专项债券、部门决算3个方面。") == [Severity.WARNING]
