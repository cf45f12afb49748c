"""The grammar of figures: from text to :class:`~.quantity.Quantity`.

One set of pieces makes two patterns. ``parse`` reads a text that is one figure and nothing else, with any
measure word. ``match_at`` and ``scan`` find figures in running prose, where only known units end them. All
repetitions are bounded or cannot overlap, so time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..errors import FigureError, Position
from ..i18n import gettext as _
from ..patterns import compiled, lazy
from . import units
from .hedges import AFTER, BEFORE, INSIDE, NOT_A_HEDGE_AFTER, Hedge
from .matched import place_of, quantity_of
from .mistakes import no_figure
from .numerals import NUMERAL_CHARACTERS
from .quantity import Quantity

MAX_LENGTH = 64
"""Characters of the longest text that is taken for one figure."""

_D = "[0-9０-９]"
_C = "[零〇○一二两三四五六七八九]"
_BLANK = "[ \\t\u00a0\u3000]"
_HAN = "[㐀-䶿一-鿿]"


def _any(words: Iterable[str]) -> str:
    """Alternatives, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _guarded(words: dict[str, Hedge]) -> str:
    """Alternatives of hedge words that do not end another word (节约 holds no 约)."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join((f"(?<![{NOT_A_HEDGE_AFTER[w]}])" if w in NOT_A_HEDGE_AFTER else "") + w for w in ordered)


_NUMERAL = "一二两三四五六七八九十"
"""What a number in Chinese numerals begins with."""
_COMMON = "元年%月个日人万户项名件家公次亩平吨所处天场条期位批座套级"
"""What most units begin with, the most common first; they are tried in this order."""


def _units_begin() -> str:
    """Return the characters that units in prose begin with, for a set."""
    return "％﹪" + re.escape("".join(sorted({name[0] for name in units.known_units()})))


def _known_unit() -> str:
    """Alternatives of all units that prose is searched for, those that begin alike together: there are hundreds."""
    rests: dict[str, list[str]] = {}
    for name in units.known_units():
        stop = units.NOT_BEFORE.get(name, "") + ("之" if name in ("分", "成") else "")
        rests.setdefault(name[0], []).append(re.escape(name[1:]) + (f"(?![{stop}])" if stop else ""))
    ordered = sorted(rests.items(), key=lambda item: (_COMMON + item[0]).index(item[0]))
    return "|".join(f"{'[%％﹪]' if first == '%' else re.escape(first)}(?:{'|'.join(ends)})" for first, ends in ordered)


_ARABIC = (
    # Most numbers have neither comma nor point behind them, and are not tried as groups or fractions.
    rf"(?:{_D}{{1,24}}+(?![,，.．]|{_D})|(?:{_D}{{1,24}}+(?![,，])|{_D}{{1,3}}(?:(?:[,，]{_BLANK}?{_D}{{3}}){{1,8}}[,，]{_BLANK}?{_D}{{3}}|[,，]{_D}{{3}}|[,，]{_BLANK}{_D}{{3}}(?=[万亿]元))(?!{_D})|{_D}{{1,24}}(?!{_D}))"
    rf"(?:[.．]{_D}{{1,12}}|)(?![.．]?{_D}))"
)
_CHINESE = rf"(?:{_C}|十|百(?=$|[，。、；）]))[零〇○一二两三四五六七八九十百千万亿]{{0,30}}(?:点{_C}{{1,12}})?"
_SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏])|百(?!分)"
_OVER = r"余(?![杭姚额下款])|多(?!元化|样|部门|方面|次|渠道|层|项|跨)|(?<=[十百千万亿0０])几|(?<=[十百千万])来"
_OF_MANY = "[百千万](?:人|户|元)"
"""What a figure may be a rate over behind a stroke: 5.4批次/千人."""
_RATE = "(?:月|年)?(?:人|户|亩|年|月|日)均(?:为)?"


def _maybe(pattern: str, begins: str) -> str:
    """Return a pattern of what may be missing: as one of two alternatives, which costs half of what a repetition does.

    Args:
        begins: what its first character is one of; to ask for it first is cheaper than to try one word after the other.
    """
    return f"(?:(?=[{begins}]){pattern}|)"


def _figure(unit: str, base: str, over_after: str) -> str:
    """Assemble the pattern of a figure from the parts in which whole texts and prose differ."""
    rate = rf"(?:{_RATE}|(?:平均)?(?:每(?:{base})){{1,3}}(?:为)?)"
    some, blank = "余多几来", r" \t\u00a0\u3000"
    scaled = (
        rf"{_maybe(f'(?P<over1>{_OVER})', some)}{_BLANK}?{_maybe(f'(?P<scale>{_SCALE})', '百千万十亿')}"
        rf"(?:(?P<rest>{_D}{{1,8}}(?!{_D}))(?P<rest_scale>[万千])?|)"
    )
    before_unit = rf"{_maybe('(?P<ge>个(?=[余多][年月天小星]))', '个')}{_maybe(f'(?P<over2>{_OVER})', some)}{_BLANK}?"
    after = "".join(word[0] for word in AFTER)
    behind_unit = (
        rf"{_maybe(f'(?P<over3>{over_after})', '余多')}(?P<per>(?=[/／·每])(?:[/／]{_OF_MANY}|(?:[/／·]|每)(?:{base})){{0,3}}|)"
        rf"{_maybe(f'(?P<after>{_any(set(AFTER) - set(INSIDE))})', after)}"
    )
    return (
        # Most figures begin with their number, and nothing before it need be tried.
        rf"(?:(?=[{_NUMERAL}]|{_D})|(?P<rate1>{rate})?(?:(?P<before>{_guarded(BEFORE)}){_BLANK}?)?(?P<rate2>{rate})?"
        rf"(?P<part>百分之|千分之)?(?P<sign>(?<![0-9A-Za-z%％‰)）\]年月日元亩万亿人个项倍分])[-－−+＋])?)(?:(?P<arabic>{_ARABIC})|(?<![第{NUMERAL_CHARACTERS}])(?P<chinese>{_CHINESE}))"
        rf"{_maybe(scaled, f'{some}{blank}百千万十亿0-9０-９')}{_maybe(before_unit, f'个{some}{blank}')}"
        rf"(?P<unit>{unit}){_maybe(behind_unit, f'余多/／·每{after}')}"
    )


_BASES = _any(
    ("年", "月", "日", "天", "小时", "学期", "人", "户", "亩", "次", "人次", "吨", "个", "张", "名", "家", "件", "公斤", "千克", "公里",
     "公顷", "平方米", "㎡", "立方米", "平方公里", "床", "座", "项", "套", "处", "所")
)  # fmt: skip
"""What prose gives rates over."""
_NOT_INSIDE = "(?<![0-9０-９第])(?<![0-9０-９][.．])"


def _start() -> str:
    """Return the pattern of where a figure may begin, which is asked before its own is tried.

    Behind a Chinese numeral must stand what goes on with a figure: most stand in other words (一是, 统一的).
    """
    words: dict[str, list[str]] = {}
    rates = [f"{prefix}{who}均" for prefix in ("", "月", "年") for who in "人户亩年月日"]
    for word in (*BEFORE, *rates, "百分", "千分", "并列", "每", "平均每"):
        words.setdefault(word[0], []).append(word[1:])
    single = "0-9０-９第前－＋−+\\-" + "".join(first for first, rests in words.items() if "" in rests)
    longer = [f"{first}(?:{_any(rests)})" for first, rests in words.items() if "" not in rests]
    numeral = rf"[{_NUMERAL}][{NUMERAL_CHARACTERS}点余多几来个 \t\u00a0\u30000-9０-９{_units_begin()}]"
    return f"[{single}]|{numeral}|{'|'.join(longer)}"


@lru_cache(maxsize=1)
def _whole() -> re.Pattern[str]:
    figure = _figure(r"(?:[^0-9０-９./／\n\r]{0,12}?|km2)", _HAN + "{1,4}?", "[余多]")
    return compiled(rf"{_BLANK}*{figure}{_BLANK}*")


@lru_cache(maxsize=1)
def _prose() -> re.Pattern[str]:
    return compiled(_NOT_INSIDE + _in_prose())


@lru_cache(maxsize=1)
def _running() -> re.Pattern[str]:
    """Return the pattern that finds figures and, as their first character alone, what may be places."""
    return compiled(f"(?={_start()}){_NOT_INSIDE}(?:[第前并]|{_in_prose()})")


def _in_prose() -> str:
    over_after = "(?<=[年月天时倍里])(?:余|多(?![次方项个种渠元部家处样级层名点跨完出0-9]))"
    return _figure(rf"(?=[{_units_begin()}])(?:{_known_unit()})|", _BASES, over_after)


_PLACE = lazy(
    rf"{_BLANK}*(?P<tied>并列)?(?P<kind>第|前){_BLANK}?(?:(?P<arabic>{_D}{{1,5}})|(?P<chinese>[零〇一二两三四五六七八九十百千]{{1,9}}))"
    rf"{_BLANK}?(?P<suffix>名|位)?{_BLANK}*"
)
_PLACE_ENDS = lazy(rf"[名位]|(?!{_HAN}|{_D}|[A-Za-z%％./])|[的且并和与及或]")


_PLACE_BEGINS = frozenset(("第", "前", "并", " ", "\t", "\u00a0", "\u3000", ""))
_IDIOMS = frozenset(
    ("十分", "一起", "一道", "一样", "一度", "一片", "一线", "一面", "一点", "一集", "一口", "一把", "一套", "一头", "一对", "一双", "一网",
     "一箱", "一层", "一家", "一级", "两会")
)  # fmt: skip
"""Words of prose that look like a number with a measure word."""


class Match(NamedTuple):
    """A figure found in prose: ``text[start:end]`` is ``quantity.text``. A tuple, since a long text has tens of thousands."""

    quantity: Quantity
    start: int
    end: int

    @property
    def bare(self) -> bool:
        """Whether it has neither unit nor scale: a number that only its neighbours explain."""
        return not self.quantity.unit.name and self.quantity.scale == 1


def parse(text: str, where: Position | None = None) -> Quantity:
    """Read a text that is one figure. The text is kept as it is; blanks around it are allowed.

    Raises:
        FigureError: with what could not be read, and where if ``where`` is given.
    """
    try:
        return _parse(text)
    except FigureError as error:
        if where is None:
            raise
        raise FigureError(error.message, where=where, written=error.written, hint=error.hint) from None


@lru_cache(maxsize=8192)
def _parse(text: str) -> Quantity:
    if len(text) > MAX_LENGTH:
        raise FigureError(_("too long for one figure"), written=text[:40] + "…", hint=_("write one number with its unit"))
    if place := _PLACE.fullmatch(text):
        return place_of(place, text)
    found = _whole().fullmatch(text)
    if found is None:
        raise no_figure(text)
    try:
        return quantity_of(found, text)
    except FigureError as error:
        if re.search("[A-Za-z]", text):
            raise no_figure(text) from None
        message = error.message if error.written != text else _("this figure cannot be read")
        raise FigureError(message, written=text, hint=error.hint) from None


def match_at(text: str, pos: int = 0) -> Match | None:
    """Return the figure of running prose that begins at ``pos``, ``None`` if there is none.

    A figure begins with its hedge or its per-word: 约3万元, 人均120元. Chinese numerals need a unit.
    """
    if text[pos : pos + 1] in _PLACE_BEGINS and (place := _PLACE.match(text, pos)) and place.start("kind") - pos in (0, 2):
        return _prose_place(place, text)
    found = _prose().match(text, pos)
    return _from_prose(found) if found else None


def scan(text: str) -> Iterator[Match]:
    """Yield the figures of running prose in their order. Dates are not told apart: 2024年 is a number of years."""
    known, match, running = _KNOWN.get, tuple.__new__, _running().finditer
    following: int | None = 0
    while following is not None:
        position, following = following, None
        for found in running(text, position):
            start, quantity = found.start(), known(found[0])
            if quantity is None:
                written = found[0]
                if written not in _PLACE_BEGINS:
                    quantity = _known(found, written, _read_prose)
                elif place := match_at(text, start):
                    yield place
                    following = place.end
                    break
                else:
                    continue
                if quantity is None:  # what is none may have one inside
                    following = start + 1
                    break
            yield match(Match, (quantity, start, start + len(quantity.text)))  # a third of the cost of the call that takes the fields apart


def _from_prose(found: re.Match[str]) -> Match | None:
    quantity = _known(found, found[0], _read_prose)
    if quantity is None:
        return None
    start = found.start()
    return Match(quantity, start, start + len(quantity.text))


def _prose_place(place: re.Match[str], text: str) -> Match | None:
    end = place.end("suffix") if place["suffix"] else max(place.end("arabic"), place.end("chinese"))
    if not place["suffix"] and not _PLACE_ENDS.match(text, end):
        return None
    start = place.start("tied") if place["tied"] else place.start("kind")
    quantity = _known(place, text[start:end], place_of)
    return Match(quantity, start, end) if quantity is not None else None


_KNOWN: dict[str, Quantity | None] = {}
"""What was read before: many figures of a text stand in it again, and in the next text too (5%, 10亿元, 第一)."""
_MOST_KNOWN = 16384


def _known(found: re.Match[str], text: str, read: Callable[[re.Match[str], str], Quantity | None]) -> Quantity | None:
    """Return what ``read`` makes of a match, or made of one with the same text; ``None`` for no figure."""
    if text in _KNOWN:
        return _KNOWN[text]
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    try:
        quantity = read(found, text)
    except FigureError:
        quantity = None
    _KNOWN[text] = quantity
    return quantity


def _read_prose(found: re.Match[str], text: str) -> Quantity | None:
    if found["chinese"] and (not (found["unit"] or found["part"]) or text in _IDIOMS or found["chinese"][0] in "零〇○"):
        return None
    return quantity_of(found, text.rstrip(" \t\u00a0\u3000"))
