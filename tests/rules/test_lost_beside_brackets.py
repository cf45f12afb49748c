"""Units that stand only in the bracket behind a figure, and letters in figures with a point. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run

NOUNS = (("加工红薯", "吨"), ("清淤河道", "公里"), ("投放鱼苗", "公斤"), ("整治土地", "亩"))
TIMES = ("上年同期", "去年同期", "计划加工", "年初目标")


def told(text: str, rule: str) -> list[str]:
    return [text[f.start : f.end] for f in run(Context(text=text, path="a.txt"), (rule,)) if f.severity.name != "INFO"]


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize(("verb", "unit"), NOUNS)
@pytest.mark.parametrize("marks", ["（）", "()"])
@pytest.mark.parametrize("scale", ["万", ""])
def test_unit_in_the_bracket_only(time: str, verb: str, unit: str, marks: str, scale: str) -> None:
    text = f"全县{verb}364.8{scale}{{}}{marks[0]}{time}为351.2{scale}{unit}{marks[1]}，进展顺利。"
    assert told(text.format(""), "unit") == [f"364.8{scale}"]
    assert told(text.format(unit), "unit") == []


@pytest.mark.parametrize("marks", ["（）", "()"])
def test_times_without_their_measure(marks: str) -> None:
    text = "来信17件{0}次{1}，来访{2}{0}次{1}，来电6件{0}次{1}，网络14件{0}次{1}。"
    assert told(text.format(*marks, "20"), "unit") == [f"20{marks[0]}次{marks[1]}"]
    assert told(text.format(*marks, "20件"), "unit") == []


@pytest.mark.parametrize("letter", ["l", "I", "O"])
@pytest.mark.parametrize("unit", ["亿吨", "万亩", "亿立方米", "万千瓦时", "个百分点", "倍", "公里"])
def test_letters_behind_a_point(letter: str, unit: str) -> None:
    assert told(f"比上年增加3.4{letter}{unit}，其中甲矿较多。", "numeral") == [f"3.4{letter}"]
    assert told(f"比上年增加3.4{unit}，其中甲矿较多。", "numeral") == []


@pytest.mark.parametrize("text", ["配发1.5L瓶装水30箱。", "每箱2.5l装。", "用户35万（去年同期34万户）。", "见表3（上年为2吨）。"])
def test_silence(text: str) -> None:
    assert told(text, "unit") == told(text, "numeral") == []
