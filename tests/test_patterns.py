"""Patterns that are compiled with what others have worked out find what those of `re` find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import patterns
from summarizer.literals import literals_of
from summarizer.patterns import compiled, each, in_order, lazy
from summarizer.prefilter import Prefilter

SOURCES = [
    "[一-鿿]",
    "[^一-鿿]+[0-9]",
    r"[\w，。、]+[^\s0-9]",
    "[\U00020000-\U0003ffff一-鿿]|[a-z]",
    "(?:甲|乙[一-鿿])",
]

BEGINNINGS = [
    "(?<!不)(?:含|包括)",
    "(?<![公与])共(?!同)|合计|[总累]计",
    "(?:年|月)?[初末]",
    "(?P<stem>[甲乙]{1,2})?(?:率|比)$",
    "(?=[增减])(?<!新)(?:(?P<up>增长?)|(?P<down>减))",
    "(?<!新)(?=(?<!甲)[增减]长|(?:年|初)末)(?:增?)",
    "甲?(?=乙|丙?)(?=丁|[ab])[一-鿿]?",
    "(?:甲?)(?:乙|丙*)丁",
    "^(?:甲|[乙丙])+",
    "(?:甲|)乙|(?:丙{0,2}?)丁",
    r"\b(?:a|[b-d])|(?<=甲)\s?乙",
    "(?i:a)|乙",
    "(?:(?:甲|乙)?丙)?(?:丁|$)乙?",
    "[甲乙](?<=甲)|(?:.)(?=丁)丁",
    "甲乙",
    "甲乙(?=丙)丙?",
    "(?P<two>甲乙)丙|(?!.)甲乙",
    "甲(?:乙(?P<three>丙))丁?",
    "(?:甲(甲乙))甲?",
]


TEXTS = st.text(alphabet="甲乙丙丁含包括不公共同合总累计年月初末率比增减长新aAbB \n", max_size=12)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.MULTILINE])
@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_is_what_re_makes_of_it(source: str, flags: int) -> None:
    """Equal patterns have the same code, byte for byte."""
    for _again in range(2):
        assert compiled(source, flags) == re.compile(source, flags)


@pytest.mark.parametrize("source", BEGINNINGS)
@given(text=TEXTS)
def test_a_pattern_that_knows_how_matches_begin_finds_the_same(source: str, text: str) -> None:
    plain = [(match.span(), match.groups()) for match in re.finditer(source, text)]
    assert [(match.span(), match.groups()) for match in compiled(source).finditer(text)] == plain


def test_other_patterns_are_left_alone() -> None:
    known = re.compile("[一-鿿]x")
    with pytest.raises(re.error):
        compiled("[一-鿿")
    re.purge()
    assert re.compile("[一-鿿]x") == known


def test_where_re_is_made_otherwise_it_compiles_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_BEGIN", None)
    monkeypatch.setattr(patterns, "_worked_out", None)
    re.purge()
    assert [match.span() for match in compiled("(?<!不)[一-鿿]x").finditer("甲x不乙x")] == [(0, 2)]


@pytest.mark.parametrize("source", [*BEGINNINGS, r"\(甲?", r"\d甲", "甲{0,1}乙", "甲*乙", "甲(?:乙|丙)", "甲乙|丙"])
@given(text=TEXTS)
def test_all_matches_begin_with_the_first_character_if_there_is_one(source: str, text: str) -> None:
    first = lazy(source).first  # type: ignore[attr-defined]
    assert len(first) <= 1
    assert not first or all(match[0].startswith(first) for match in re.finditer(source, text))


@given(text=st.text(alphabet="甲乙丁共同新", max_size=8), times=st.integers(1, 12))
def test_patterns_tried_in_order_find_what_each_finds(text: str, times: int) -> None:
    """Whether a text has their first characters seldom or often; a match may begin inside that of another pattern, never of its own."""
    sources = ["甲(?:乙甲)?", "甲乙", "(?:乙|丙)丁", "共(?!同)", "新(?<=甲新)"]
    text *= times
    expected = sorted(match.span() for source in sources for match in re.finditer(source, text))
    assert sorted(match.span() for match in in_order(text, map(lazy, sources))) == expected
    starts = [match.start() for match in in_order(text, map(lazy, sources))]
    assert starts == sorted(starts)


LITERALS = {
    "甲乙(?=丙)": ({"甲乙丙"}, 0),
    "甲{2}丁": ({"甲"}, 0),
    "甲?乙丁": ({"甲乙丁", "乙丁"}, 0),
    "(?:甲|乙丙)丁": ({"甲丁", "乙丙丁"}, 0),
    "(?<=[丙丁])甲": ({"丙甲", "丁甲"}, 1),
    "甲(?<=[丙丁].)[乙丙]?": ({"丙甲", "丁甲"}, 1),
    "(?<=丙|[丁乙])甲": ({"丙甲", "丁甲", "乙甲"}, 1),
    "(?=甲|乙丁)[一-鿿]丁": ({"甲", "乙丁"}, 0),
    "甲(?P<one>乙)(?P=one)": ({"甲乙"}, 0),
    "[甲-\u7533]": ({chr(at) for at in range(ord("甲"), 0x7534)}, 0),
}


@pytest.mark.parametrize("source", LITERALS)
def test_a_pattern_tells_what_stands_where_it_matches(source: str) -> None:
    """All of one length: of 甲乙丁 only 甲乙 is told beside 乙丁."""
    strings, before = LITERALS[source]
    shortest = min(map(len, strings))
    literals = lazy(source).literals  # type: ignore[attr-defined]
    assert literals == (frozenset(string[:shortest] for string in strings), before)


@pytest.mark.parametrize("source", ["", "甲*", "[一-鿿]甲", ".甲", "(?<!甲)", r"\d甲", "(?i:甲)", "甲|乙*", r"(?:(?P<one>甲)|)(?P=one)"])
def test_of_others_nothing_is_told(source: str) -> None:
    assert lazy(source).literals is None  # type: ignore[attr-defined]


TOGETHER = [
    "甲乙", "甲(?<=丁甲)", "甲(?:乙|丙(?P<last>丁))", "甲(?P<one>乙)(?P=one)", "甲(乙|丙)", r"甲(?=[丙丁]{2})丙", "甲(?<![乙丙].)丁{2}",
    "甲+丁", "甲甲", "甲(?!.)", "甲|乙丙丁", "甲{2}丁", r"甲\Z", "[乙丁](?<=[甲丙][乙丁])", "(?:乙|丙丁)?丙",
    "(?=丁[甲乙])丁.", "(?<=甲(?:丙|乙))丁", "(?i)A",
]  # fmt: skip


@given(texts=st.lists(st.text(alphabet="甲乙丙丁a", max_size=60), min_size=20, max_size=20))
def test_patterns_that_are_looked_for_together_find_what_each_finds(texts: list[str]) -> None:
    """After many texts they are; 甲 stands in each too often to be known by its places."""
    ours = list(map(lazy, TOGETHER))
    for text in texts:
        long = f"{text}{'甲丙' * 9}丁{text}"
        for source, pattern in zip(TOGETHER, ours, strict=True):
            expected = [(match.span(), match.groups()) for match in re.finditer(source, long)]
            assert [(match.span(), match.groups()) for match in each(long, pattern)] == expected
        every = sorted(match.span() for source in TOGETHER for match in re.finditer(source, long))
        assert sorted(match.span() for match in in_order(long, ours)) == every


@pytest.mark.parametrize("source", [*BEGINNINGS, *TOGETHER])
@given(text=TEXTS)
def test_where_a_pattern_matches_stand_its_literals(source: str, text: str) -> None:
    literals = literals_of(re._parser.parse(source))  # type: ignore[attr-defined]
    if literals is not None:
        for match in re.finditer(source, text):
            assert text.startswith(tuple(literals.strings), match.start() - literals.before)


def test_what_may_match_often_looks_for_itself() -> None:
    """Of a text full of places to look at, no list is made that each of many patterns would go through."""
    often, seldom, unknown = lazy("甲丁"), lazy("甲[乙丙]"), lazy("[一-鿿]甲")
    prefilter = Prefilter()
    for pattern in (often, seldom, unknown):
        prefilter.add(pattern)
    found = [prefilter.places("甲丁" * 20) for _ in range(40)]
    assert (found[0], found[-1]) == ({}, {seldom: []})
    assert prefilter.places(f"{'甲丁' * 20}甲乙丙甲丙") == {seldom: [40, 43]}
    assert prefilter.places("甲乙" * 200_000) == {}


def test_after_many_texts_it_is_told_where_patterns_may_match() -> None:
    """Without being asked, no pattern goes through a text in which it cannot match."""
    ours = list(map(lazy, ("甲[乙丙]", "(?:乙|丁)甲", "[一-鿿]甲")))
    for n in range(20):
        in_order(text := f"{n}{'甲戊' * 20}{'丁甲戊' * 20}{'戊' * 2000}甲丙", ours)
    assert patterns.places_in(text).told == {ours[0]: [text.index("甲丙")]}


def test_half_a_character_in_a_text_stops_nothing() -> None:
    """Neither where patterns are learned from texts nor afterwards."""
    prefilter, pattern = Prefilter(), lazy("甲[乙丙]")
    prefilter.add(pattern)
    found = [prefilter.places("甲\ud800乙") for _ in range(20)]
    assert (found[-1], prefilter.places("甲丙")) == ({}, {pattern: [0]})
