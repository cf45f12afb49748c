"""Rows that a row of totals closes, parts of parts, shares of wholes that are told nowhere or have changed. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, claims_of, silent, stands

from summarizer.prose import two_shares

ROWS = (
    "东渠应收36户，已收32户，收缴率88.9%；西渠应收24户，已收21户，收缴率87.5%；南渠应收45户，已收40户，收缴率88.9%"
    "{}{}应收105户，已收{}户。"
)


@pytest.mark.parametrize("end", ["。", "；"])
@pytest.mark.parametrize("name", ["合计", "全灌区合计", "三渠共计", "全县共"])
def test_a_row_of_totals_behind_its_rows(end: str, name: str) -> None:
    assert stands(ROWS.format(end, name, 93), "sum") >= 2
    assert accused(ROWS.format(end, name, 95), "sum")


def test_rows_that_are_not_alike_are_no_column() -> None:
    text = "东渠应收36户，已收32户；西渠管护24处，已修21处；南渠应收45户，已收40户。合计应收105户，已收95户。"
    assert silent(text)


@pytest.mark.parametrize("unit", ["平方米", "人", "元", "立方米"])
def test_parts_in_a_bracket_have_the_unit_of_their_total(unit: str) -> None:
    text = f"全灌区共72.4万{unit}（东渠13.6万、西渠27.5万、南渠{{}}万）。"
    assert stands(text.format("31.3"), "sum") == 1
    assert accused(text.format("33.1"), "sum")


def test_parts_of_a_part_are_no_parts_of_the_total() -> None:
    text = (
        "共为4360人次兑付补助182.4万元。分别是：\n一、灌溉补助：1260人，金额53.6万元；\n二、管护补助：2070人，金额86.2万元；\n"
        "其中：干渠管护1480人，金额61.5万元；\n非干渠管护590人，金额24.7万元；\n三、误工补助：{}人，金额42.6万元。"
    )
    assert stands(text.format(1030), "sum") >= 4
    assert accused(text.format(1300), "sum")


@pytest.mark.parametrize("of_all", ["占总数的", "占总量的", "占规划总数的", "完成规划数的"])
def test_a_share_of_a_whole_that_is_told_nowhere(of_all: str) -> None:
    assert stands(f"已开工水闸31座，{of_all}38.27%。", "share") == 1
    assert accused(f"已开工水闸31座，{of_all}38.72%。", "share")
    assert claims_of(f"已开工水闸31座、泵站28座，{of_all}38.72%。", "share") == []
    assert claims_of(f"已开工水闸约31座，{of_all}38.72%。", "share") == []


def test_shares_of_an_old_total() -> None:
    text = "全年受理报修{}件，按部位分，闸门126件，占30.51%；渠道97件，占23.487%；泵站84件，占20.339%；其他{}件，占25.666%。"
    assert silent(text.format(413, 106))
    assert len(accused(text.format(412, 105), "share")) >= 3


@pytest.mark.parametrize("whole", ["登记的864处隐患中，", "登记隐患864处，其中"])
@pytest.mark.parametrize("of_all", ["占", "占总体的", "占整体的比例为", "占总数的比重为"])
def test_shares_of_what_stands_before(whole: str, of_all: str) -> None:
    text = f"{whole}渗漏31处，主要在老渠段等，{of_all}{{}}%；淤塞47处，{of_all}5.4%。"
    assert stands(text.format("3.6"), "share") == 2
    assert accused(text.format("6.3"), "share")


@pytest.mark.parametrize("behind", ["：", "态势，其中：", "格局，即"])
@pytest.mark.parametrize("mark", ["，", "；"])
def test_what_rose_and_what_fell(behind: str, mark: str) -> None:
    members = ["东渠水价上涨1.9%，涨幅扩大0.1个百分点", "西渠水价上涨0.3%", "南渠水价上涨3.1%", "北渠水价下降1.5%", "中渠水价下跌0.2%"]
    text = f"五条渠水价呈“{{}}”{behind}{mark.join(members)}。"
    assert stands(text.format("三涨两降"), "count") == 2
    assert accused(text.format("两涨三跌"), "count")
    assert silent("用水呈“三降一升”：东渠、西渠、南渠分别下降3%、2%、1%；北渠36天，上升12.5%，比上年增加4天；断流天数减少2天。")
    assert silent(f"呈“三涨两降”：{'，'.join(members)}；管护费下降3%，用水量下降2%。")


@pytest.mark.parametrize("row", ["东渠{}户、西渠{}户，", "两渠分别为{}户、{}户，", "低于30%、20%的分别为{}户、{}户，"])
@pytest.mark.parametrize("shares", ["{}%和{}%", "{}%、{}%", "{}%与{}%"])
def test_shares_in_the_order_of_their_parts_of_a_whole_inside(row: str, shares: str) -> None:
    text = f"{row.format(238, 187)}占农户总数416户的{shares}。"
    assert stands(text.format("57.21", "44.95"), "share") == 2
    assert accused(text.format("52.71", "44.95"), "share")


def test_the_change_of_a_rate_is_not_that_of_the_days_behind_it() -> None:
    text = "供水达标点位150个，达标率75%，同比上升12.5{}，比去年的120个多30个。"
    assert silent(text.format("个百分点"))
    assert [claim.kind for claim in claims_of(text.format("%"), "growth")].count("growth") == 2
    assert len(accused(text.format("%"), "growth")) == 1


def test_what_others_have_added_up_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    tell = two_shares._added_up
    monkeypatch.setattr(two_shares, "_added_up", lambda found: asked.append(len(found)) or tell(found))
    assert silent("新建水闸36座。其中甲渠12座、乙渠24座，占全县的33.3%和66.7%。" * 30)
    assert len(asked) == 1
