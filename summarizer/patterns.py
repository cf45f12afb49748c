"""Regular expressions that are compiled when they are first used: a short command pays only for those it needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from .beginnings import first_characters
from .memos import of_text
from .prefilter import Prefilter

if TYPE_CHECKING:
    from .literals import Literals

_METHODS = ("finditer", "search", "match", "fullmatch", "sub", "findall", "split")


class _Ready:
    """A pattern with the methods of a compiled one, which are called directly."""

    __slots__ = ("_flags", "_source", *_METHODS, "first", "prefilter")

    first: str
    """The character that every match begins with; empty where there may be several."""
    prefilter: Prefilter | None
    """Those that it is looked for together with."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self.prefilter = None

    @property
    def literals(self) -> Literals | None:
        """What stands wherever it matches, as far as that can be told; worked out anew each time."""
        from .literals import literals_of  # a short command needs none

        return None if _COMPILER is None else literals_of(_COMPILER._parser.parse(self._source, self._flags))


class _Lazy(_Ready):
    """Becomes the compiled pattern as far as its methods go, when one of them is first used."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:  # asked only for what is not there yet
        if name not in _Ready.__slots__:
            raise AttributeError(name)
        self.first = _first(self._source, self._flags)
        if name in _METHODS:
            pattern = compiled(self._source, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(pattern, method))
            self.__class__ = _Ready  # type: ignore[assignment]  # whose attributes are found without asking here
        return getattr(self, name)


_COMPILER: Any = sys.modules.get("re._compiler")
_WORK_OUT: Callable[..., Any] | None = getattr(_COMPILER, "_optimize_charset", None)
_BEGIN: Callable[..., Any] | None = getattr(_COMPILER, "_get_charset_prefix", None)
_LEAD: Callable[..., Any] | None = getattr(_COMPILER, "_get_literal_prefix", None)
_SETS: dict[tuple[Any, ...], Any] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at once.

    ``re`` works a set of characters out one character after the other, which for 一-鿿 takes longer than all the rest. Nearly every
    pattern has that set, so here each set is worked out once. More patterns are told with which characters their matches begin, and
    of a word only the first character is searched for. Where ``re`` is made otherwise, it goes its own way.
    """
    if _WORK_OUT is None or _BEGIN is None or _LEAD is None:
        return re.compile(source, flags)
    _COMPILER._optimize_charset, _COMPILER._get_charset_prefix, _COMPILER._get_literal_prefix = _worked_out, _begins, _leads
    try:
        return re.compile(source, flags)
    finally:
        _COMPILER._optimize_charset, _COMPILER._get_charset_prefix, _COMPILER._get_literal_prefix = _WORK_OUT, _BEGIN, _LEAD


def _leads(parsed: Any, flags: int) -> tuple[list[int], int | None, bool]:
    """Return the first character that a pattern begins with: a search for it alone takes two thirds of one for the word."""
    assert _LEAD is not None
    word, skip, whole = _LEAD(parsed, flags)
    return (word, skip, whole) if len(word) < 2 else (word[:1], 0 if skip == 0 else 1, False)


def _begins(parsed: Any, flags: int) -> Any:
    """Return what ``re`` finds out of the characters that matches begin with, or else what can be told."""
    assert _BEGIN is not None
    found = _BEGIN(parsed, flags)
    return found if found is not None or flags & re.IGNORECASE else first_characters(parsed)


def _worked_out(charset: Iterable[Any], *case: Any) -> Any:
    """Return what ``re`` makes of a set; of one that minds no case what it has made of it before."""
    assert _WORK_OUT is not None
    if any(case):
        return _WORK_OUT(charset, *case)
    key = tuple(charset)
    if key not in _SETS:
        _SETS[key] = _WORK_OUT(charset)
    return _SETS[key]


_SPECIAL = frozenset(".^$*+?{}[]|()")


def _first(source: str, flags: int) -> str:
    """Return the character with which every match of a pattern begins, if it is written as such and there are no alternatives."""
    escaped = source[:1] == "\\"
    first, rest = (source[1:2], source[2:]) if escaped else (source[:1], source[1:])
    special = first.isascii() and first.isalnum() if escaped else first in _SPECIAL
    if special or flags & re.IGNORECASE or rest[:1] in ("?", "*", "{") or ("|" in rest and "|" in _outside_brackets(source)):
        return ""
    return first


def _outside_brackets(source: str) -> str:
    """Return what of a pattern stands in no group and no set."""
    plain = re.sub(r"\\.", "", source)
    plain = re.sub(r"\[\^?\]?[^\]]*\]", "", plain)
    while (less := re.sub(r"\([^()]*\)", "", plain)) != plain:
        plain = less
    return plain


_FEW = 8
"""Characters of a text that are so few are known by their places; among more of one a pattern finds its own way faster."""


#: Characters that nearly every report has more often, so that nobody need count; a pattern finds its own way in any text. With the
#: empty one, which stands for a pattern that may begin with several.
_OFTEN: dict[str, list[int] | None] = dict.fromkeys(["", *"、，。\n.012一和的年万人公区市中国全发增长政实平等"])
_NOWHERE: list[int] = []


class _Places(dict[str, list[int] | None]):
    """Where characters stand in a text, each looked for once; None where there are many of it, or where it is not one character.

    ``told`` has where patterns may match, of which that is known without looking for their first character.
    """

    def __init__(self, text: str) -> None:
        super().__init__(_OFTEN)
        self._text = text
        self._find = text.find
        self._prefilter: Prefilter | None = None
        self._asked: list[Prefilter] = []
        self.told: dict[Any, list[int]] = {}

    def __missing__(self, character: str) -> list[int] | None:
        find = self._find
        at = find(character)
        if at < 0:
            self[character] = _NOWHERE
            return _NOWHERE
        places: list[int] = []
        while at >= 0:
            if len(places) == _FEW:
                self[character] = None
                return None
            places.append(at)
            at = find(character, at + 1)
        self[character] = places
        return places

    def untold(self, pattern: Any) -> list[int] | None:
        """Return where a pattern may match that is not among those told; None where it has to look for itself."""
        prefilter = pattern.prefilter
        if prefilter is None:
            # What is asked of one text is alike: relations look at a text in half width, rules at one as it is written.
            prefilter = pattern.prefilter = self._prefilter or Prefilter()
            prefilter.add(pattern)
        self._prefilter = self._prefilter or prefilter
        if prefilter not in self._asked:
            self._asked.append(prefilter)
            if told := prefilter.places(self._text):
                self.told = told if not self.told else self.told | told
            if pattern in self.told:
                return self.told[pattern]
        return self[pattern.first]


places_in = of_text(_Places)
"""Where the characters stand that a text has seldom, by the character; None for one that it has often. Rules share it, relations, too."""


def in_order(text: str, patterns: Iterable[re.Pattern[str]]) -> list[re.Match[str]]:
    """Return the matches of patterns that begin with one character each, in the order of the text.

    A search for one character runs over a text many times faster than one for any of a few: several such patterns cost less than
    one for all. Those of which a prefilter knows where they may match are tried only there, and so are those whose character the text
    has seldom: most of these patterns ask for what no right text has.
    """
    found: list[re.Match[str]] = []
    places = places_in(text)
    told = places.told
    for pattern in patterns:
        few = told[pattern] if pattern in told else places.untold(pattern)
        if few is None:
            found += pattern.finditer(text)
        elif few:
            found += at_places(few, text, pattern)
    if len(found) > 1:
        found.sort(key=re.Match.start)
    return found


def each(text: str, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
    """Return the matches of a pattern, as a search would find them."""
    few = places_for(text, pattern)
    return pattern.finditer(text) if few is None else at_places(few, text, pattern)


def places_for(text: str, pattern: re.Pattern[str]) -> list[int] | None:
    """Return the places of a text where alone a pattern may match; None where it has to look for itself."""
    places = places_in(text)
    return places.told[pattern] if pattern in places.told else places.untold(pattern)


def at_places(places: list[int], text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the matches of a pattern at some places, as a search would find them."""
    found: list[re.Match[str]] = []
    end, match_at = 0, pattern.match
    for at in places:
        if at >= end and (match := match_at(text, at)):
            found.append(match)
            end = match.end()
    return found


def places_of(text: str, *words: str) -> Iterator[int]:
    """Yield where any of some words stands, each for itself: to find a word is many times faster than to try a pattern everywhere.

    A word of which the text has one character seldom is looked for only there.
    """
    places = places_in(text)
    for word in words:
        for before, character in enumerate(word):
            if (few := places[character]) is not None:
                yield from _at_few(few, text, word, before)
                break
        else:
            at = text.find(word)
            while at >= 0:
                yield at
                at = text.find(word, at + len(word))


def _at_few(places: list[int], text: str, word: str, before: int) -> Iterator[int]:
    """Yield where a word stands, of which a character that has so many before it in the word stands at the places."""
    end = 0
    for place in places:
        at = place - before
        if at >= end and text.startswith(word, at):
            yield at
            end = at + len(word)


def beginning(characters: str, rest: str, flags: int = 0) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each of some characters, with ``rest`` behind it, for :func:`in_order`."""
    return tuple([lazy(re.escape(character) + rest, flags) for character in characters])


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used."""
    return cast(re.Pattern[str], _Lazy(source, flags))
