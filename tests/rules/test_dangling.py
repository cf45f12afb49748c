"""Words that need a neighbour, words that lost an end, and what a copy leaves behind. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def codes(text: str) -> list[str]:
    return [finding.code for finding in run(Context(text=text, path="x"))]


@pytest.mark.parametrize("mark", "，。；")
@pytest.mark.parametrize("word", ["和", "与", "被", "由", "将", "且", "占", "每"])
def test_no_clause_ends_with_a_word_that_leads_on(word: str, mark: str) -> None:
    assert codes(f"全县的水渠{word}{mark}泵站都已完工。") == ["PUNCT014"]


@pytest.mark.parametrize(
    "text",
    [
        "补助修渠的农户，的资金已到位。",
        "修渠12公里，左右两岸绿化；投工30个，左右。",
        "受益农户300户，了解情况后；共修渠12条，了。",
        "县里要求，由，各村上报。",
        "受益群众，们都很满意。",
    ],
)
def test_no_clause_begins_with_a_word_that_follows_another(text: str) -> None:
    assert codes(text) == ["PUNCT014"]


def test_names_of_people_end_with_such_words() -> None:
    assert codes("水渠和，泵站已完工。") == ["PUNCT014"]
    assert codes("参加的有甲志和、乙士其、丙守义。") == []
    assert codes("灾民缺衣少被，因天旱为由，军民维和，加入民约，离城太近。") == []


@pytest.mark.parametrize(
    "text",
    [
        "群众积极参与，气氛温和，矛盾缓和。",
        "两数之和，即为总数。",
        "凭借自由、从容、稳健，大家一起参与、推进。",
        "植被、附近、节约、以及其他。",
        "左右两岸，左右逢源，的确不易。",
        "全民所有，之后移交；随之，了结旧账。",
        "由县里统筹，对项目检查，按计划推进。",
    ],
)
def test_words_that_may_stand_beside_a_mark(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("一、收入决算表\n二、出决算表\n", "支出决算"),
        ("（三）力资源管理。", "人力资源"),
        ("修渠12条，般公共预算支出3万元。", "一般公共预算"),
        ("全县固定资3.2亿元。", "固定资产"),
        ("化解矛盾纠26件。", "矛盾纠纷"),
        ("引进龙头企4家。", "龙头企业"),
    ],
)
def test_a_word_has_lost_its_beginning_or_its_end(text: str, lost: str) -> None:
    found = [finding for finding in run(Context(text=text, path="x")) if finding.code == "WORD003"]
    assert len(found) == 1
    assert lost in str(found[0].message)


@pytest.mark.parametrize(
    "text",
    [
        "县、乡、民群众一起参加。",  # behind 、 of a list
        "下达财\n政拨款30万元。",  # a line that the page broke
        "按规划全年城市建3座桥，城市管3个片区。",
        "出口总额3亿元，牧业产值2亿元，新技术5项。",
    ],
)
def test_what_begins_or_ends_a_clause_by_itself(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nbsp; 全年修渠3条。", "PUNCT015"),
        ("渠道管护到位??东渠用水36万吨。", "PUNCT015"), ("占用水户的38.8%??东渠用水36万吨。", "PUNCT015"),
        ("全年&nbsp;修渠3条，&quot;清淤&quot;5公里。", "PUNCT015"),
        ("2021 2021年以来修渠3条。", "PUNCT011"),
        ("2021年2021年修渠3条。", "PUNCT011"),
        ("修渠3条。?二、主要问题。", "PUNCT004"),
        ("为群众追讨会欠款3万元。", "WORD001"),
    ],
)
def test_what_a_copy_leaves_behind(text: str, code: str) -> None:
    assert code in codes(text)
