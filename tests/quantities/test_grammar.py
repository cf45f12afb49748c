"""The notation of the contract, and what is refused."""

from __future__ import annotations

import pickle
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import FigureError, Position
from summarizer.quantities import Hedge, Quantity, match_at, parse, scan
from summarizer.quantities.hedges import AFTER, BEFORE
from summarizer.quantities.units import COUNTING_WORDS, NOT_BEFORE, known_units, unit

F = Fraction


@pytest.mark.parametrize(
    ("text", "value", "ulp", "decimals", "unit_name", "hedge", "per"),
    [
        ("11.95亿元", 1195000000, 1000000, 2, "元", Hedge.NONE, ""),
        ("约4116万元", 41160000, 10000, 0, "元", Hedge.ABOUT, ""),
        ("356万余元", 3560000, 10000, 0, "元", Hedge.OVER_SOME, ""),
        ("85%以上", 85, 1, 0, "%", Hedge.AT_LEAST, ""),
        ("16000多平方米", 16000, 1, 0, "平方米", Hedge.OVER_SOME, ""),
        ("60张", 60, 1, 0, "张", Hedge.NONE, ""),
        ("97.44分", F(2436, 25), F(1, 100), 2, "分", Hedge.NONE, ""),
        ("二十余家", 20, 1, 0, "家", Hedge.OVER_SOME, ""),
        ("1.5个百分点", F(3, 2), F(1, 10), 1, "个百分点", Hedge.NONE, ""),
        ("近50个", 50, 1, 0, "个", Hedge.NEAR, ""),
        ("3, 156,077万元", 31560770000, 10000, 0, "元", Hedge.NONE, ""),
        ("1,234.50", F(2469, 2), F(1, 100), 2, "", Hedge.NONE, ""),
        ("1，234元", 1234, 1, 0, "元", Hedge.NONE, ""),
        ("３０％", 30, 1, 0, "%", Hedge.NONE, ""),
        ("一百二十人", 120, 1, 0, "人", Hedge.NONE, ""),
        ("两户", 2, 1, 0, "户", Hedge.NONE, ""),
        ("一点五倍", F(3, 2), F(1, 10), 1, "倍", Hedge.NONE, ""),
        ("百分之五", 5, 1, 0, "%", Hedge.NONE, ""),
        ("百分之八点五", F(17, 2), F(1, 10), 1, "%", Hedge.NONE, ""),
        ("百分之百", 100, 1, 0, "%", Hedge.NONE, ""),
        ("千分之3", 3, 1, 0, "‰", Hedge.NONE, ""),
        ("三千四百五十六万元", 34560000, 10000, 0, "元", Hedge.NONE, ""),
        ("一点二亿元", 120000000, 10000000, 1, "元", Hedge.NONE, ""),
        ("二十余万元", 200000, 10000, 0, "元", Hedge.OVER_SOME, ""),
        ("2.3万亿元", 2300000000000, 100000000000, 1, "元", Hedge.NONE, ""),
        ("3千元", 3000, 1000, 0, "元", Hedge.NONE, ""),
        ("5千米", 5, 1, 0, "千米", Hedge.NONE, ""),
        ("2百万元", 2000000, 1000000, 0, "元", Hedge.NONE, ""),
        ("3亿4500万元", 345000000, 10000, 0, "元", Hedge.NONE, ""),
        ("120 万元", 1200000, 10000, 0, "元", Hedge.NONE, ""),
        ("4000万", 40000000, 10000, 0, "", Hedge.NONE, ""),
        ("-5.3%", F(-53, 10), F(1, 10), 1, "%", Hedge.NONE, ""),
        ("30万元/年", 300000, 10000, 0, "元", Hedge.NONE, "年"),
        ("每年30万元", 300000, 10000, 0, "元", Hedge.NONE, "年"),
        ("人均约120元", 120, 1, 0, "元", Hedge.ABOUT, "人"),
        ("约人均120元", 120, 1, 0, "元", Hedge.ABOUT, "人"),
        ("每亩1200元", 1200, 1, 0, "元", Hedge.NONE, "亩"),
        ("每人每月800元", 800, 1, 0, "元", Hedge.NONE, "人·月"),
        ("800元/人·月", 800, 1, 0, "元", Hedge.NONE, "人·月"),
        ("42万元/人以上", 420000, 10000, 0, "元", Hedge.AT_LEAST, "人"),
        ("2年多", 2, 1, 0, "年", Hedge.OVER_SOME, ""),
        ("5个多月", 5, 1, 0, "个月", Hedge.OVER_SOME, ""),
        ("十几家", 10, 1, 0, "家", Hedge.OVER_SOME, ""),
        ("不少于 28万人次", 280000, 10000, 0, "人次", Hedge.AT_LEAST, ""),
        ("17咖", 17, 1, 0, "咖", Hedge.NONE, ""),
        ("40人月", 40, 1, 0, "人月", Hedge.NONE, ""),
    ],
)
def test_the_notation(text: str, value: object, ulp: object, decimals: int, unit_name: str, hedge: Hedge, per: str) -> None:
    figure = parse(text)
    assert (figure.value, figure.ulp, figure.decimals) == (value, ulp, decimals)
    assert (figure.unit.name, figure.hedge, figure.per) == (unit_name, hedge, per)
    assert figure.text == str(figure) == text


@pytest.mark.parametrize(("word", "hedge"), [*BEFORE.items()])
def test_every_hedge_before(word: str, hedge: Hedge) -> None:
    assert parse(f"{word}37万元").hedge is hedge


@pytest.mark.parametrize(("word", "hedge"), [(w, h) for w, h in AFTER.items() if w not in "余多"])
def test_every_hedge_after(word: str, hedge: Hedge) -> None:
    assert parse(f"37万元{word}").hedge is hedge


def test_two_hedges_are_read_and_both_are_known() -> None:
    figure = parse("约300户左右")
    assert (figure.hedge, figure.also) == (Hedge.ABOUT, Hedge.ABOUT)
    figure = parse("至少20余户")
    assert (figure.hedge, figure.also) == (Hedge.AT_LEAST, Hedge.OVER_SOME)
    assert figure.interval() == parse("至少20户").interval()


@pytest.mark.parametrize(
    ("text", "place", "tied", "hedge"),
    [("第一", 1, False, Hedge.NONE), ("第2名", 2, False, Hedge.NONE), ("第１０位", 10, False, Hedge.NONE),
     ("并列第二", 2, True, Hedge.NONE), ("前三", 3, False, Hedge.AT_MOST)],
)  # fmt: skip
def test_places(text: str, place: int, tied: bool, hedge: Hedge) -> None:
    figure = parse(text)
    assert figure.is_place
    assert not figure.is_count
    assert (figure.value, figure.unit.name, figure.tied, figure.hedge) == (place, "第", tied, hedge)


def test_only_whole_measure_words_are_counts() -> None:
    assert parse("60张").is_count
    assert parse("一千二百人").is_count
    for text in ("1.5万人", "3万人", "60", "60元", "约60张", "85%", "第3名", "12.5人", "3年"):
        assert not parse(text).is_count, text


def test_equal_only_if_written_alike() -> None:
    assert parse("12.5万元") == parse("12.5万元")
    assert parse("12.50万元") != parse("12.5万元")
    assert parse("12.50万元").value == parse("12.5万元").value
    assert parse("1.2亿元") != parse("12000万元")


def test_blanks_around_are_kept() -> None:
    figure = parse(" 12.5万元　")
    assert figure.text == " 12.5万元　"
    assert figure.value == 125000


NASTY = ["", "  ", "12..5万元", "万元", "1.2.3", "％", "元", "约", "abc", "12km", "12,34人", "1234,567元", "5-6人", "15%～30%", "60张床铺",
         "三四个", "二三十人", "一百二", "两万三", "12 34元", "12\n元", "第0名", "第", "百分之", "百分之五%", "5%%", "１２．．５", "1.元",
         "３,,000", "12万3", "约约5人", "五十十", "+-5", "5以元", "5的", "今年5人", "12.5万元整吧", "亿", "点五", "²", "٣人"]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_refused_with_a_hint(text: str) -> None:
    with pytest.raises(FigureError) as caught:
        parse(text)
    assert caught.value.written == text
    assert caught.value.hint
    assert caught.value.message


def test_where_is_passed_on() -> None:
    where = Position("facts/a.yaml", 3, 9)
    with pytest.raises(FigureError) as caught:
        parse("12..5万元", where)
    assert caught.value.where == where
    assert str(caught.value).startswith("facts/a.yaml:3:9: ")
    assert "12..5万元" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["9" * 10**6, "1," * 10**6, "一" * 10**6, "约" * 10**6, " " * 10**6, "5" + "多" * 10**6, "每人" * 10**6, "5/年" * 10**5],
)
def test_a_megabyte_of_nonsense_is_refused_at_once(text: str) -> None:
    began = time.process_time()
    with pytest.raises(FigureError) as caught:
        parse(text)
    assert time.process_time() - began < 0.1
    assert len(caught.value.written or "") < 100


@pytest.mark.parametrize(
    "unit_of_noise", ["9", "1,", "一", "约", "1,111,", "每人每月人均", "每人", "不超过", "1.1", "约每人", "- ", "5年多"]
)
def test_prose_is_scanned_in_linear_time(unit_of_noise: str) -> None:
    began = time.process_time()
    list(scan(unit_of_noise * (40_000 // len(unit_of_noise))))
    assert time.process_time() - began < 3


def test_six_thousand_figures_take_no_time() -> None:
    texts = [f"约{n},{n % 1000:03}.5{n % 10}万元" if n % 2 and n < 1000 else f"{n}.{n % 97}亿元以上" for n in range(6000)]
    parse("1")
    began = time.process_time()
    for text in texts:
        parse(text)
    assert time.process_time() - began < 1.5  # well under 0.5 s on an idle machine


def test_figures_pickle_and_hash() -> None:
    figure = parse("约11.95亿元")
    assert pickle.loads(pickle.dumps(figure)) == figure
    assert len({figure, parse("约11.95亿元")}) == 1


hedges_before = st.sampled_from(["", *BEFORE])
hedges_after = st.sampled_from(["", "以上", "以下", "以内", "左右"])
numbers = st.builds(
    lambda whole, decimals: whole + ("." + decimals if decimals else ""),
    st.one_of(st.integers(0, 10**9).map(str), st.integers(1000, 10**9).map(lambda n: f"{n:,}")),
    st.text("0123456789", max_size=4),
)
scales = st.sampled_from(["", "万", "亿", "万亿", "百万"])
unit_names = st.sampled_from([u for u in known_units() if u[0] not in "千百" and "元" not in u[1:]])


@given(hedges_before, numbers, scales, unit_names, hedges_after)
def test_any_figure_comes_back_as_written(before: str, number: str, scale: str, unit_name: str, after: str) -> None:
    text = f"{before}{number}{scale}{unit_name}{after}"
    figure = parse(text)
    assert figure.text == text
    assert figure.unit.name == unit_name
    assert figure.decimals == len(number.partition(".")[2])
    assert figure.value == Fraction(number.replace(",", "")) * figure.scale
    assert figure.ulp == Fraction(figure.scale, 10**figure.decimals)
    assert figure.interval().contains(figure.value) or figure.is_hedged


@given(st.text(max_size=30))
def test_anything_else_is_read_or_refused(text: str) -> None:
    try:
        figure = parse(text)
    except FigureError:
        return
    assert figure.text == text


@given(st.text("约近超0123456789.,，%万亿元个百分点第年月多余以上每人 /-零一十百之", max_size=40))
def test_scanning_agrees_with_the_text(text: str) -> None:
    end = 0
    for match in scan(text):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.quantity.text
        end = match.end


def found(text: str) -> list[str]:
    return [match.quantity.text for match in scan(text)]


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("新栽树苗72株,占计划的88.2%。", ["72株", "88.2%"]),
        ("累计节约30万元", ["30万元"]),
        ("附近5个小区，接近5个", ["5个", "接近5个"]),
        ("服务不超过300人次", ["不超过300人次"]),
        ("完成15%-30%之间", ["15%", "30%"]),
        ("同比增长-3.2%", ["-3.2%"]),
        ("十分满意，一起努力，五个方面", ["五个"]),
        ("第三批项目，排名第三。", ["第三"]),
        ("第二十次会议", []),
        ("比例为12.5%，3分别列出", ["12.5%", "3"]),
        ("三四个月", []),
        ("跻身前6名", ["前6名"]),
        ("三分之一", []),
        ("人均支出1200元，每人每月800元", ["1200元", "每人每月800元"]),
        ("密度为41株/亩左右，", ["41株/亩左右"]),
        ("收入3, 156,077万元，支出2 万元", ["3, 156,077万元", "2 万元"]),
        ("有30, 156人", ["30", "156人"]),
        ("补助34, 203万元", ["34, 203万元"]),
        ("翻修屋顶2300多平方米主体", ["2300多平方米"]),
        ("3倍多，帮助5人多次就业", ["3倍多", "5人"]),
        ("更换闸门26扇、灯杆31杆，蹲位48蹲位，3杆菌", ["26扇", "31杆", "48蹲位", "3"]),
        ("组塔57基，3基地、4则需", ["57基", "3", "4"]),
    ],
)
def test_figures_in_prose(prose: str, figures: list[str]) -> None:
    assert found(prose) == figures


def test_match_at_a_position_only() -> None:
    text = "其中约30万元"
    match = match_at(text, 2)
    assert match is not None
    assert (match.start, match.end, match.quantity.hedge) == (2, 7, Hedge.ABOUT)
    assert match_at(text, 0) is None
    assert match_at("1234", 2) is None


def test_unit_names_with_nouns_are_refused_and_compounds_are_not() -> None:
    with pytest.raises(FigureError, match="noun"):
        unit("张床铺")
    assert unit("船次").counting
    assert unit("％") == unit("%")
    assert set(NOT_BEFORE) <= set(known_units())
    assert len(set(COUNTING_WORDS)) == len(COUNTING_WORDS)


def test_a_blank_is_not_read_but_exists() -> None:
    blank = Quantity.blank()
    assert blank.is_blank
    assert blank.text == ""
    assert blank.interval().contains(10**9)
    with pytest.raises(FigureError, match="empty"):
        parse("")
