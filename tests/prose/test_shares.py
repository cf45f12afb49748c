"""Shares and structures in prose. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Claim, Outcome, Settings, Verdict
from summarizer.claims.share import Share
from summarizer.claims.sum import Sum
from summarizer.findings import Severity
from summarizer.prose import read, shares, structures

HOLDING = (Outcome.HOLDS, Outcome.WITHIN)


def judged(text: str) -> list[tuple[Claim, Verdict]]:
    reading = read(text)
    found = [*shares.claims(reading), *structures.claims(reading)]
    return [(claim, claim.judge(Settings())) for claim in found]


def wholes(text: str) -> dict[str, str]:
    """The share and the whole that it was given, for each share that holds."""
    found = [claim for claim, verdict in judged(text) if verdict.outcome in HOLDING]
    return {c.share.quantity.text: c.whole.quantity.text for c in found if isinstance(c, Share) and c.whole is not None}


def findings(text: str) -> list[Verdict]:
    return [verdict for _, verdict in judged(text) if verdict.outcome in (Outcome.FAILS, Outcome.OFF)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共有职工250人，其中女职工90人，占36%。", {"36%": "250人"}),
        ("接到诉求640件。环境类224件、占35%，交通类416件、占65%。", {"35%": "640件", "65%": "640件"}),
        ("二十五项任务中，有15项完成，占比60%；10项在做，占比40%。", {"60%": "二十五项", "40%": "二十五项"}),
        ("登记企业8200户，个体户5125户，占企业总数的62.5%。", {"62.5%": "8200户"}),
        ("收入50亿元，其中税收35亿元，占70%；支出80亿元，其中民生60亿元，占75%。", {"70%": "50亿元", "75%": "80亿元"}),
    ],
)
def test_the_whole_of_a_share(text: str, expected: dict[str, str]) -> None:
    assert wholes(text) == expected
    assert not findings(text)


def test_the_family_decides_the_whole() -> None:
    """240 fits the first share by chance; the others are of 400."""
    text = "甲类设备400台。乙类设备240台。城区60台、占15%，镇区140台、占35%，乡村200台、占60%。"
    found = findings(text)
    assert [v.code for v in found] == ["SHARE001"]
    assert "50%" in found[0].working


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("共有职工250人，其中女职工90人，占46%。", "SHARE001", Severity.ERROR),
        ("共有职工270人，其中女职工80人，占29.7%。", "SHARE003", Severity.WARNING),
        ("第一产业投资占12%，第二产业投资占38%，第三产业投资占60%。", "SHARE002", Severity.ERROR),
        ("老人占41.5%，儿童占30.5%，其他占18%。", "SHARE002", Severity.ERROR),
        ("三次产业贡献率分别为11%、32%和67%。", "SHARE002", Severity.ERROR),
        ("三次产业结构为8.8：41.1：60.1。", "SHARE002", Severity.ERROR),
    ],
)
def test_wrong_shares_are_told(text: str, code: str, severity: Severity) -> None:
    assert [(v.code, v.severity) for v in findings(text)] == [(code, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "共有职工250人，其中女职工90人，占全县同类人员的6%。",  # another whole, and it is named
        "检查店铺20家，其中甲类9家、乙类7家，占80%。",  # both together
        "检查店铺20家，其中甲类9家、乙类7家，合计占80%。",
        "新能源装机120万千瓦，占比超过四成。",
        "国有投资占20%，民间投资占45%。",  # not all there is
        "共有职工250人，平均年龄41岁，本科以上占80%。",  # no part is given
    ],
)
def test_silence_where_the_whole_is_not_known(text: str) -> None:
    assert not findings(text)


def test_shares_that_are_all_reach_one_hundred() -> None:
    text = "接到诉求640件，其中环境类224件、占35%，交通类416件、占65%。"
    assert [v.outcome for c, v in judged(text) if isinstance(c, Sum) and str(c.total) == "100%"] == [Outcome.HOLDS]


INDUSTRIES = "地区生产总值250亿元。其中，第一产业增加值25亿元；第二产业增加值100亿元；第三产业增加值125亿元。"


def test_a_structure_is_joined_to_its_industries() -> None:
    text = f"{INDUSTRIES}三次产业结构为10.0：40.0：50.0。"
    assert wholes(text) == {"10.0": "250亿元", "40.0": "250亿元", "50.0": "250亿元"}


def test_one_member_that_is_wrong_is_one_finding() -> None:
    found = findings(f"{INDUSTRIES}三次产业结构为10.0：44.0：50.0。")
    assert [v.code for v in found] == ["SHARE001"]


def test_last_years_structure_is_not_joined_to_this_years_figures() -> None:
    text = f"{INDUSTRIES}三次产业结构由上年的12.0：41.0：47.0调整为10.0：40.0：50.0。"
    assert not findings(text)
    assert "12.0" not in wholes(text)


@pytest.mark.parametrize(
    "structure",
    [
        "产业结构由上年的12.0%、41.0%和47.0%调整为10.0%、{}%和50.0%。",
        "第一产业增加值占全县生产总值的比重为10.0%，第二产业增加值比重为{}%，第三产业增加值比重为50.0%。",
        "三次产业增加值占全市生产总值的比重分别为10.0%、{}%和50.0%。",
    ],
)
def test_percentages_of_the_industries_are_joined_to_them_too(structure: str) -> None:
    text = INDUSTRIES + structure.format("40.0")
    assert not findings(text)
    assert wholes(text) == {"10.0%": "250亿元", "40.0%": "250亿元", "50.0%": "250亿元"}
    assert "SHARE001" in [v.code for v in findings(INDUSTRIES + structure.format("44.0"))]


def test_the_quote_of_a_share_holds_its_part_in_the_sentence_before() -> None:
    text = f"{INDUSTRIES}三次产业结构为10.0：40.0：50.0。"
    quotes = {text[c.place.start : c.place.end] for c, _v in judged(text) if isinstance(c, Share)}
    assert "100亿元；第三产业增加值125亿元。三次产业结构为10.0：40.0：50.0" in quotes


def test_a_proportion_is_no_structure() -> None:
    assert not judged("经费按3：5：2的比例分担。")


def test_each_of_a_pair_may_be_of_a_figure_of_its_own() -> None:
    text = "新开办店铺250家。新关闭店铺160家。其中城区新开办70家、占28.0%；城区新关闭40家、占25.0%。"
    assert not findings(text)
    assert findings(text.replace("28.0%", "39.0%"))


def test_a_part_below_nothing_has_no_share() -> None:
    text = "科级干部8件，占信访总量的17%；一般干部2件，占信访总量的4%；农村31件，占信访总量的66%；社区−2件，占信访总量的11%。"
    assert not wholes(text)
