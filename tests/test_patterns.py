"""Patterns that are compiled with what others have worked out find what those of `re` find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.patterns import compiled

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


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.MULTILINE])
@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_is_what_re_makes_of_it(source: str, flags: int) -> None:
    """Equal patterns have the same code, byte for byte."""
    for _again in range(2):
        assert compiled(source, flags) == re.compile(source, flags)


@pytest.mark.parametrize("source", BEGINNINGS)
@given(text=st.text(alphabet="甲乙丙丁含包括不公共同合总累计年月初末率比增减长新aAbB \n", max_size=12))
def test_a_pattern_that_knows_how_matches_begin_finds_the_same(source: str, text: str) -> None:
    plain = [(match.span(), match.groups()) for match in re.finditer(source, text)]
    assert [(match.span(), match.groups()) for match in compiled(source).finditer(text)] == plain


def test_other_patterns_are_left_alone() -> None:
    known = re.compile("[一-鿿]x")
    with pytest.raises(re.error):
        compiled("[一-鿿")
    re.purge()
    assert re.compile("[一-鿿]x") == known
