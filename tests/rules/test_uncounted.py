"""Measure words whose number was lost inside a clause, behind a verb or before their parts. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import touches

from summarizer.rules.blank import blanks


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("在校生比上年末增加人。", "增加人"),
        ("办理时限缩短个月，群众满意。", "缩短个"),
        ("女性初婚人，平均24岁。", "初婚人"),
        ("水库现有蓄水万m。", "水万m"),
        ("泵站已提水余万m，灌溉2万亩。", "余万m"),
        ("县第九人民代表大会召开。", "第九"),
        ("二○一五，全县新建泵站3座。", "二○一五"),
        ("发放补助96万元，户均元。", "户均元"),
        ("人均可支配收入元，增长5.1%。", "收入元"),
        ("投资完成率108%，超序时进度个百分点。", "进度个百分点"),
        ("新建示范灌区个（大型1个、中型3个）。", "灌区个"),
        ("涨幅居前的有东乡（%）、西乡（12.3%）和南乡（9.8%）。", "（%）"),
        ("蔬菜价格上涨%，粮食价格下降1.2%。", "上涨%"),
        ("全年为个乡镇安装水表3200块。", "为个"),
        ("高级认证企业由家增至21家。", "由家"),
        ("起诉43件人，不起诉5件6人。", "件人"),
        ("投诉由34件下降到件。", "到件"),
        ("全年收入为预算的%（含结转）。", "的%"),
        ("各市均高于省定%的要求。", "定%"),
        ("土地来源：上年结转.35亿元。", ".35亿元"),
        ("收入占比分别为12%、.7%。", ".7%"),
        ("总蓄水量.万立方米。", ".万"),
        ("排查场所86家，现隐患152处。", "现"),
        ("累计投入资金万元完成干渠衬砌。", "万元"),
        ("全年全县共发生火灾×起（同比下降12%）。", "×起"),
        ("x月份，全县新建水窖12口。", "x月"),
        ("减排任务为氨氮x吨，CODx吨。", "CODx"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert touches(blanks(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "在校生比上年末增加30人，户均800元，缩短2个月，由3家增至21家。",
        "坚定不移办好自己的事，需要说明的是，产业增加值提升，实现双提升。",
        "支持个体工商户，等个别乡镇，有个单位反映，每个社区都有。",
        "家庭农场增至21家。家长满意，家家户户，家医签约。宗均70亩，延长期，新增户（5户）。",
        "建设事项（重点3项）、企业家（女企业家3家）、负责人（2人）。",
        "比重（%）、增速（%）两列见下表。",
        "提高几个百分点都要靠产业，每下降一个百分点都不易。",
        "规上工业万元产值能耗下降3%，产值突破亿元，亿元以上项目12个。",
        "截至11月底，第2底座完工，发现隐患152处，实现隐患清零。",
    ],
)
def test_silent(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in blanks(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "全年共代理件，群众满意。", "巡查水事案件，查处起。", "按期办结36件，办理中件。", "直接服务件，转交2件。",
        "一级危渠24处，%，二级危渠30处。",
    ],
)  # fmt: skip
def test_what_was_done(text: str) -> None:
    assert [finding.code for finding in blanks(text)] == ["BLANK003"]


@pytest.mark.parametrize("text", ["推行即办件，缩短时限。", "整治户数36户。", "规范审批，简化办理件，减少材料。"])
def test_nouns_of_work(text: str) -> None:
    assert not list(blanks(text))
