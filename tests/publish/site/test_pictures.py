from __future__ import annotations

from fractions import Fraction

import pytest
from lxml import html

from summarizer.document import plain
from summarizer.publish.model import Entry, PublishedFact
from summarizer.publish.site import Site, render_site
from summarizer.publish.site.bars import Extent, Scale, rate_extent, ratio_extent, scale_for
from summarizer.publish.site.pictures import Picture, pictures

from .conftest import BUILT, FIRST, Example, version


def fact(entry: str, key: str, text: str, shape: str = "project", **more: str) -> PublishedFact:
    return PublishedFact(f"{entry}.{key}", f"{entry}的{key}", key, entry, entry, shape, text, **more)


def only(*facts: PublishedFact) -> Picture:
    (picture,) = pictures(facts)
    return picture


def cells(picture: Picture) -> list[list[str]]:
    return [[column.head for column in picture.table.columns], *([plain(cell) for cell in row] for row in picture.table.rows)]


def widths(picture: Picture) -> dict[str, tuple[str, str] | None]:
    return {row.name: (row.bar.solid, row.bar.open) if row.bar else None for row in picture.rows}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("81%", 81, 81),
        ("145.45%", Fraction(14545, 100), Fraction(14545, 100)),
        ("85%以上", 85, None),
        ("近90%", 80, 90),
        ("不足50%", 0, 50),
        ("九成", 90, 90),
    ],
)
def test_how_far_a_rate_reaches(text: str, low: Fraction, high: Fraction | None) -> None:
    assert rate_extent(text) == Extent(Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize("text", ["", "第二", "3800万元", "尚可", "2.7个百分点", "1.2倍"])
def test_what_is_no_rate_has_no_bar(text: str) -> None:
    assert rate_extent(text) is None


@pytest.mark.parametrize(
    ("part", "base", "percent"),
    [
        ("3360万元", "3200万元", 105),
        ("0.5亿元", "1亿元", 50),
        ("3个", "4处", 75),
        ("12座", "12座", 100),
        ("18.32万人", "20万人", Fraction(916, 10)),
    ],
)
def test_how_far_towards_a_target(part: str, base: str, percent: Fraction) -> None:
    assert ratio_extent(part, base) == Extent(Fraction(percent), Fraction(percent))


@pytest.mark.parametrize(
    ("part", "base"), [("3个", "4公里"), ("3个", "0个"), ("3人", "不超过4人"), ("3个", "近4个"), ("", "4个"), ("3个", ""), ("第三", "第四")]
)
def test_what_cannot_be_compared_has_no_bar(part: str, base: str) -> None:
    assert ratio_extent(part, base) is None


def test_bars_are_true_in_scale_from_zero() -> None:
    scale = scale_for([Extent(Fraction(500), Fraction(500)), Extent(Fraction(75), Fraction(75))])
    assert scale == Scale(500)
    assert scale.at(100) == "20%"
    assert (scale.bar(Extent(Fraction(75), Fraction(75))).solid, scale.bar(Extent(Fraction(500), Fraction(500))).solid) == ("15%", "100%")
    assert [(mark.text, mark.at) for mark in scale.marks] == [("0", "0%"), ("100%", "20%"), ("500%", "100%")]


def test_an_absurd_rate_is_cut_and_says_so_instead_of_pressing_the_others_flat() -> None:
    picture = only(fact("甲", "rate", "12000%"), fact("乙", "rate", "95%"))
    assert picture.scale.top == 500
    assert [row.bar.cut for row in picture.rows if row.bar] == [True, False]
    assert widths(picture)["乙"] == ("19%", "0%")
    assert "条末有断开符号" in picture.note


def test_a_negative_rate_has_an_empty_bar_and_its_figure() -> None:
    picture = only(fact("甲", "rate", "-5%"))
    assert widths(picture) == {"甲": ("0%", "0%")}
    assert picture.rows[0].value == "完成率-5%"


def test_what_is_left_open_is_hatched() -> None:
    picture = only(fact("甲", "rate", "85%以上"), fact("乙", "rate", "95%"))
    assert widths(picture) == {"甲": ("85%", "15%"), "乙": ("95%", "0%")}
    assert "斜线部分" in picture.note


def test_blank_and_missing_figures_are_not_published_and_never_computed() -> None:
    picture = only(
        fact("甲", "invested", "3800万元"),
        fact("甲", "annual_plan", "4000万元"),
        fact("甲", "rate", ""),
        fact("乙", "invested", "约4116万元"),
    )
    assert cells(picture) == [
        ["项目", "年度计划投资", "完成投资", "完成率"],
        ["甲", "4000万元", "3800万元", "未公布"],
        ["乙", "未公布", "约4116万元", "未公布"],
    ]
    assert widths(picture) == {"甲": ("95%", "0%"), "乙": None}
    assert "95" not in str([(row.value, row.details) for row in picture.rows])


def test_what_no_row_has_is_told_once() -> None:
    picture = only(fact("甲", "rate", "81%", as_of="2023年三季度"), fact("乙", "rate", "95%", as_of="2023年三季度"))
    assert cells(picture)[0] == ["项目", "完成率"]
    assert picture.note == "数据截至2023年三季度。正文未公布年度计划投资、完成投资"


def test_dates_that_differ_stand_with_their_rows() -> None:
    picture = only(fact("甲", "rate", "81%", as_of="2023年三季度"), fact("乙", "rate", "95%"))
    assert [row[-1] for row in cells(picture)] == ["数据截至", "2023年三季度", "—"]
    assert picture.rows[0].details == "截至2023年三季度"


def test_no_length_means_a_table_alone_and_no_figures_nothing() -> None:
    assert only(fact("甲", "invested", "3800万元")).rows == ()
    assert pictures((fact("甲", "total", "3800万元"), fact("甲", "rent", "70万元"))) == ()


def test_the_example_as_published(xianju: Example) -> None:
    projects, indicators, scores = pictures(xianju.facts)
    assert widths(projects) == {
        "在建养老项目": ("85%", "15%"),
        "福利中心二期": None,
        "横溪养老服务中心": None,
        "下各养老服务中心": None,
        "乡镇街道生态公墓新建项目（一期）": ("81%", "0%"),
        "乡镇街道公益性生态公墓新建项目（二期）": ("95%", "0%"),
        "殡仪馆改扩建及配套设施新建工程项目": ("95%", "0%"),
    }
    assert [row[1:] for row in cells(indicators)] == [
        ["目标", "完成", "完成率", "排名"],
        ["未公布", "未公布", "500%", "第一"],
        ["未公布", "60张", "145.45%", "第二"],
        ["未公布", "43人", "189.74%", "第三"],
        ["15个", "15处", "未公布", "—"],
        ["4处", "3个", "未公布", "—"],
    ]
    assert widths(indicators)["新增“老省心”综合体"] == ("15%", "0%")
    assert [plain(row[-1]) for row in scores.table.rows[:3]] == ["未公布", "未公布", "第三"]


def test_a_picture_has_title_description_and_the_same_figures_as_its_table(xianju: Example) -> None:
    files = render_site(Site(), (Entry("r", 1, (version(1, FIRST, xianju),)),), BUILT)
    page = html.document_fromstring(files["art/2024/1/11/art_14016417_1.html"])
    drawn = page.xpath("//ul[@class='bars']//svg[@role='img']")
    assert len(drawn) == 12
    for svg in drawn:
        said = [page.get_element_by_id(svg.get(name)).text_content() for name in ("aria-labelledby", "aria-describedby")]
        name, _colon, value = said[0].partition("：")
        row = next(row for row in page.xpath("//div[@class='picture']//tbody/tr") if row[0].text_content() == name)
        figures = [cell.text_content() for cell in row]
        assert value.removeprefix("完成率").removeprefix("完成") in figures
        assert svg.getparent().xpath("string(.//*[@class='value'])") == value
    values = {data.get("data-fact"): data.get("value") for data in page.xpath("//div[@class='picture']//td/data")}
    known = {one.id: one.value for one in xianju.facts}
    assert values
    assert all(known[key] == value for key, value in values.items())
