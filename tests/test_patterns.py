"""Patterns compiled with the sets of characters that others have are the very patterns that `re` compiles."""

from __future__ import annotations

import re

import pytest

from summarizer.patterns import compiled

SOURCES = [
    "[一-鿿]",
    "[^一-鿿]+[0-9]",
    r"(?<=[一-鿿%％])[0-9]{1,3}(?:\.[0-9]+)?(?=[一-鿿%％])",
    r"[\w，。、]+[^\s0-9]",
    "[\U00020000-\U0003ffff一-鿿]|[a-z]",
    "(?:甲|乙[一-鿿])",
]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.MULTILINE])
@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_is_what_re_makes_of_it(source: str, flags: int) -> None:
    """Equal patterns have the same code, byte for byte."""
    for _again in range(2):
        assert compiled(source, flags) == re.compile(source, flags)


def test_other_patterns_are_left_alone() -> None:
    known = re.compile("[一-鿿]x")
    with pytest.raises(re.error):
        compiled("[一-鿿")
    re.purge()
    assert re.compile("[一-鿿]x") == known
