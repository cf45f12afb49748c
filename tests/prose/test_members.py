"""Lists whose members have figures beside their names, and names before their number. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, stands

from summarizer.claims.base import Outcome, Settings
from summarizer.claims.count import Count
from summarizer.prose import read_claims


def counted(text: str) -> list[tuple[str, int | None, Outcome]]:
    """What is stated, how many are listed, and how that stands."""
    found = [claim for claim in read_claims(text)[0] if isinstance(claim, Count)]
    return [(claim.stated.quantity.text, claim.listed, claim.judge(Settings()).outcome) for claim in found]


@pytest.mark.parametrize(
    ("text", "stated", "listed"),
    [
        ("改造校舍3所：东校面积900平方米、投资80万元，西校面积760平方米、投资66万元，北校面积500平方米、投资41万元。", "3所", 3),
        ("投诉量排在前三位的是：食品58件、家电29件、通信28件。", "3个", 3),
        ("投诉居前四类的分别是食品（占31%）、家电（占20%）、通信（占11%）和家具（占9%）。", "4个", 4),
        ("新开工项目4个，同比下降20%，分别为甲中心、乙公园、丙厂房和丁码头。", "4个", 4),
        ("重点排查3家，分别为红星厂、利民厂、东风厂。", "3家", 3),
        ("东河镇（62.5%）、西河镇（58.1%）、南岭镇（57.7%）三个镇进度较快。", "三个", 3),
        ("东河镇、西河镇、南岭镇居全县前三位。", "3个", 3),
        ("覆盖东河镇、西河镇、南岭镇、北坪镇，共4个镇。", "4个", 4),
        ("完成渠首改建、灌渠修复、泵站更新等三大工程。", "3个", 3),
    ],
)
def test_members_are_counted(text: str, stated: str, listed: int) -> None:
    assert {(stated, listed, outcome) for outcome in (Outcome.HOLDS, Outcome.WITHIN)} & set(counted(text))


@pytest.mark.parametrize(
    ("text", "stated", "listed"),
    [
        ("改造校舍5所：东校面积900平方米、投资80万元，西校面积760平方米、投资66万元，北校面积500平方米、投资41万元。", "5所", 3),
        ("投诉量排在前五位的是：食品58件、家电29件、通信28件。", "5个", 3),
        ("新开工项目6个，同比下降20%，分别为甲中心、乙公园、丙厂房和丁码头。", "6个", 4),
        ("东河镇、西河镇、南岭镇居全县前五位。", "5个", 3),
        ("完成渠首改建、灌渠修复、泵站更新、河道疏浚等三大工程。", "3个", 4),
    ],
)
def test_what_is_missing_is_noticed(text: str, stated: str, listed: int) -> None:
    assert (stated, listed, Outcome.FAILS) in counted(text)


@pytest.mark.parametrize(
    "text",
    [
        "建成泵站20座：东片投资80万元、西片投资66万元，惠及3万人。",
        "8家企业分布为：东河镇3家、西河镇5家。",
        "投资额前三的项目有：东站工程投资8亿元等。",
        "设立窗口3个，分别办理登记、缴费、发证、咨询等事项。",
        "通过东河、西河、南岭等地巡查，位居前列。",
    ],
)
def test_silence_where_a_list_is_no_count(text: str) -> None:
    assert Outcome.FAILS not in {outcome for _, _, outcome in counted(text)}


@pytest.mark.parametrize("end", ["合计1000万元", "累计拨付1000万元", "总额1000万元", "总投资1000万元"])
def test_what_all_are_together_is_no_member(end: str) -> None:
    assert stands(f"补贴资金分三批拨付：第一批326万元，第二批418万元，第三批256万元，{end}。", "count")
    assert accused(f"补贴资金分五批拨付：第一批326万元，第二批418万元，第三批256万元，{end}。", "count")
