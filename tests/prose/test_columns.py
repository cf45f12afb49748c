"""Rows in columns, densities, shares announced with 分别, targets without their unit: each line holds its own fault {right>wrong}.

As it is right nothing is said and the figure is read; as it is wrong it is found. All sentences are made up.
"""

from __future__ import annotations

import pytest
from judging import SETTINGS, accused, claims_of, silent, stands
from slips import faulty, marked

from summarizer.claims.base import Outcome
from summarizer.findings import Severity
from summarizer.prose import read_claims

GROWTH = (
    "立案97件134人，上年同期为197件375人，件数、人数分别同比下降{50.76>52.76}%、{64.27>46.27}%。",
    "受理投诉320件512人，去年同期286件430人，同比分别上升{11.9>19.1}%、{19.1>11.9}%。",
    "上年同期为286件430人，今年受理320件512人，同比分别上升{11.9>21.9}%、19.1%。",
    "全年事故54起，死亡25人，同比减少11起、6人，分别下降{16.9>19.6}%和{19.4>14.9}%。",
    "发生火灾27起，伤亡16人，同比增加2起、3人，分别上升{8.0>18.0}%和{23.1>32.1}%。",
    "查处案件478件635人，上年同期为773件1350人，同比件数下降{38.16>31.86}%、人数下降{52.96>59.26}%。",
    "救助326户812人，去年同期为288户704人，户数、人数同比分别增长{13.2>31.2}%、{15.3>13.5}%。",
    "办结86件、处分92人，上年同期为71件、80人，分别增长{21.1>12.1}%、{15.0>51.0}%。",
)
AVERAGES = (
    "全乡面积82.14平方千米，年末总人口57496人，男29327人。人口密度为每平方千米{700.0>709.8}人。",
    "行政区域面积128.03平方公里。年末总人口9113人，其中城镇常住人口310人。人口密度每平方公里{71.2>96.2}人。",
    "幅员面积16.02平方千米，总人口9.75万人，城镇化率85%。人口密度为{6086>6806}人/平方千米。",
    "全镇辖区面积29.6平方公里，常住人口5.78万人，森林覆盖率62%。人口密度{1953>5074}人每平方公里。",
)
SHARES = (
    "全乡有农户737户、农业人口2809人，其中贫困户144户、贫困人口578人，分别占农户及农业人口的{19.54>15.94}%和{20.58>28.50}%。",
    "全县党员3200人，其中女党员800人、少数民族党员640人，分别占党员总数的{25>52}%、{20>29}%。",
    "检查企业1200家，其中甲类300家、乙类180家，分别占检查总数的{25>35}%和{15>51}%。",
)
RATES = (
    "牧业产值预计31.45亿元，占计划数31.38的{100.22>102.02}%。",
    "完成税收1.26亿元，占任务数1.5的{84>48}%。",
    "肉类总产17.24万吨，占计划数17.23的{100.06>106.06}%。",
)
KINDS = (("growth", GROWTH), ("average", AVERAGES), ("share", SHARES), ("rate", RATES))
LINES = [(kind, line) for kind, lines in KINDS for line in lines]
#: What has the form of one of them and says something else.
SILENT = (
    "新增企业3家、实现产值5亿元、税收2亿元，同比分别增长5%、8%。",
    "耕地面积7.9万亩，总人口57496人，人口密度每平方公里700人。",
    "城区面积12平方公里，建成区绿地3平方公里，总人口57496人。人口密度为每平方公里700人。",
    "立案97件134人，结案86件，同比分别下降5.1%、6.2%。",
    "完成投资1.2亿元，占计划数的80%。",
    "存栏12万头，占计划数120的100%。",
)


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_what_is_right_is_read(kind: str, line: str) -> None:
    assert stands(marked(line), kind)


@pytest.mark.parametrize(("line", "text", "start", "end"), [(line, *each) for _kind, line in LINES for each in faulty(line)])
def test_one_slip_is_found(line: str, text: str, start: int, end: int) -> None:
    for claim in read_claims(text)[0]:
        if claim.judge(SETTINGS).outcome in (Outcome.FAILS, Outcome.OFF):
            assert any(operand.place.start <= end and start <= operand.place.end for operand in claim.operands())
            return
    pytest.fail(f"nothing is said of {text}")


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_it(text: str) -> None:
    assert silent(text)


def test_a_percentage_too_few() -> None:
    text = "12月发生事故37起、死亡30人、受伤15人，同比分别下降19.6%、9.1%，环比事故起数下降24.5%。"
    assert accused(text, "count") == [Severity.WARNING]
    assert not accused("发生事故37起、死亡30人、受伤15人，同比分别下降19.6%、9.1%、6.3%。", "count")
    assert not accused(text, "growth")  # 起数 names another figure than the one before it


HUNDRED = (
    "年末人口9113人，男性4653人，占51%；女性4460人，占49%。",
    "年末人口9113人，其中汉族9022人，占99%；回族91人，占1%。",
    "18岁以下2515人，占27.6%；18—35岁2834人，占31.1%；35—60岁2743人，占30.1%；60岁以上1021人，占11.2%。",
    "街头采血占67.3%，团体采血占32.7%。",
)


@pytest.mark.parametrize("text", HUNDRED)
def test_shares_that_make_a_hundred(text: str) -> None:
    sums = [claim for claim in claims_of(text, "sum") if "%" in str(claim.operands()[-1])]
    assert [claim.judge(SETTINGS).outcome for claim in sums] == [Outcome.HOLDS]


def test_shares_that_make_no_hundred_are_no_claim() -> None:
    text = "甲类占51.2%，乙类占38.1%。丙类占60%，比上年提高0.6个百分点。"
    assert not claims_of(text, "sum")
