"""``wording``: words of office prose with a wrong character in them; and as ``repeat``: words that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..memos import of_text
from ..patterns import each, in_order, lazy
from .base import Context, Hit, apart, over
from .clipped import CLIPPED, SINGLE, STRAY
from .doubling import doubling
from .junctions import meet
from .lexicon import Damage, Lexicon, triples, words_of
from .lost import half_words
from .miswritten import GUARDED
from .named_twice import named_twice
from .stretches import Stretches
from .tails import tails

_SHORTEST, _LONGEST = 3, 10
"""Characters of words that are found standing twice; two may be 研究研究, or the end of one word and the beginning of the next."""
_FEW = 5
_TRIES = 40
"""Places of a block that are looked at: a text that repeats itself without end is none."""
_BLOCK = 1 << 16
"""Characters that are compared at once."""
_HAN = lazy("[\u4e00-\u9fff]{2}")
_ONE_KIND = lazy(r"(.)\1*|(.{2})\2+")
_MARKS = lazy(r"[^\u4e00-\u9fff0-9]")
_COUNT = lazy(r"[1-9][0-9]{1,6}[万亿]?[人户个件亩吨项家处座名元]")
_NAMES = lazy("[哈啦嗒滴咚叮嘟]")
_VERBS = ("完成", "实现", "开展", "新建", "发放", "建成", "举办", "组织")
_OBJECT, _NOUN = r"(?P<object>[\u4e00-\u9fff]{2,10})", r"(?P<noun>[\u4e00-\u9fff]{1,4})[0-9]"
#: A verb that begins a clause, and the same behind its object.
_AGAIN = tuple(lazy(rf"{verb}(?<=[，。；：、\n]{verb}){_OBJECT}{verb}{_NOUN}") for verb in _VERBS)
_AGAIN_FIRST = lazy(rf"(?P<verb>{'|'.join(_VERBS)}){_OBJECT}(?P=verb){_NOUN}")
_EACH_OF = lazy(r"(.)\1均")
"""300户户均增收, 示范户户均: one word ends with what the next begins with."""
_OBJECT_END = lazy("[的了并和]$|[并后未已可率]")


def wording(context: Context) -> Iterator[Finding]:
    """Yield words that no right text contains, with what was probably meant, and words that stand twice."""
    yield from over(context, _told, wide=True)


def slips(text: str) -> Iterator[Hit]:
    """Yield what is wrong with the words of a text."""
    yield from apart(text, _damaged, _misspelt, _tails)
    yield from _twice(text)
    yield from _again(text)
    yield from named_twice(text)


def _tails(text: str) -> Iterator[Hit]:
    """Yield words whose last character stands twice."""
    for start, end, right in tails(text):
        yield _meant("WORD004", start, text[start:end], right)


def _again(text: str) -> Iterator[Hit]:
    """Yield a verb that is said before its object and behind it."""
    first = _AGAIN_FIRST.match(text)
    for match in (*([first] if first else ()), *in_order(text, _AGAIN)):
        if not _OBJECT_END.search(match["object"]):
            yield _stands_twice(match.start(), match.end("noun"), match.group()[:2], text)


# Words with a wrong character, with one that is lost, and with one too many


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that no right text has.

    Args:
        wrong: its characters. at: the place in it of the pair of characters that is looked for; -1 where the first is a figure before it.
        pattern: the same with what must or must not stand around it; none where it is wrong anywhere.
        right, code: what is meant, and what kind of slip it is.
    """

    wrong: str
    at: int
    pattern: re.Pattern[str] | None
    right: str
    code: str


_CODES = {"lost": "WORD003", "begun": "WORD003", "ended": "WORD003", "twice": "WORD004", "swapped": "WORD001", "wrong": "WORD001"}
_LOOKS = lazy(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
_BEHIND_FIGURE = lazy(r"\(\?<=[^()]*[0-9]\]\)|\(\?<=\[0-9[万亿]*\]\)")
_BEFORE_FIGURE = lazy(r"\(\?=(?:\[约近超\]\?)?\[0-9[.,]*\]")
_BEHIND_ONE, _BEFORE_WORDS = lazy(r"\(\?<=\[([\u4e00-\u9fff]+)\]\)"), lazy(r"\(\?=([\u4e00-\u9fff|]+)\)")
_FIGURE_ENDS, _FIGURE_BEGINS = "0123456789万亿", "0123456789约近超"
_MANY = 200
"""Damaged phrases that are told of a text; what has more is no text."""
_HITS = 5 * _MANY
_EACH = 100
"""Characters of a long text among which stands one place more that is looked at."""


@dataclass(frozen=True)
class _Tables:
    """What finds words that are wrong.

    Args:
        words: those of the tables by the pair of characters that is looked for. mistaken: words of two characters by what a slip of the
            hand makes of them. stretches: what is looked for of both, and what else only a wrong character makes, and of phrases.
            alone: words whose one character has no such pair; lonely finds these.
    """

    words: dict[str, list[_Word]]
    mistaken: dict[str, str]
    stretches: Stretches
    alone: dict[str, list[_Word]]
    lonely: re.Pattern[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    words: dict[str, list[_Word]] = {}
    alone: dict[str, list[_Word]] = {}
    common = " ".join(words_of("words"))
    for code, right, source in _sources():
        wrong = _LOOKS.sub("", source) if "(" in source else source
        word = _Word(wrong, 0, lazy(source) if source != wrong else None, right, code)
        if len(wrong) > 2:
            word = replace(word, at=_telling(wrong, right, common))
        if len(wrong) > 1:
            words.setdefault(wrong[word.at : word.at + 2], []).append(word)
        else:
            for pair in (known := _pairs_of(source, wrong)):
                words.setdefault(pair, []).append(replace(word, at=-1) if pair[1] == wrong else word)
            if not known:
                alone.setdefault(wrong, []).append(word)
    mistaken = {wrong: right for right, _slash, wrong in (entry.partition("/") for entry in words_of("mistaken"))}
    pairs = [*words, *mistaken, *words_of("pairs"), *words_of("mistyped")]
    return _Tables(words, mistaken, Stretches(pairs, triples()), alone, lazy(f"[{''.join(alone)}]"))


@of_text
def _places(text: str) -> tuple[list[int], list[int]]:
    """Return where the pairs stand that are looked for, and where three characters may."""
    return _tables().stretches.places(text)


def _telling(wrong: str, right: str, common: str) -> int:
    """Return where the pair of characters stands that tells a wrong word: not in the right one, and in no common one."""
    pairs = [wrong[n : n + 2] for n in range(len(wrong) - 1)]
    return max(range(len(pairs)), key=lambda n: (pairs[n] not in right, pairs[n] not in common))


def _pairs_of(source: str, wrong: str) -> list[str]:
    """Return the pairs that a single character may be part of where its pattern says what stands before or behind it."""
    if _BEHIND_FIGURE.match(source):
        return [figure + wrong for figure in _FIGURE_ENDS]
    if _BEFORE_FIGURE.search(source):
        return [wrong + figure for figure in _FIGURE_BEGINS]
    if (before := _BEHIND_ONE.search(source)) is not None:
        return [character + wrong for character in before[1]]
    behind = _BEFORE_WORDS.search(source)
    return [wrong + word[0] for word in behind[1].split("|")] if behind is not None else []


def _sources() -> Iterator[tuple[str, str, str]]:
    """Yield code, right word and pattern of each entry of the tables."""
    for entry in words_of("wrong"):
        right, _slash, wrong = entry.partition("/")
        yield "WORD001" if len(wrong) == len(right) else "WORD003", right, wrong
    for code, patterns in (("WORD001", GUARDED), ("WORD003", CLIPPED), ("WORD004", STRAY)):
        yield from ((code, right, pattern) for right, pattern in patterns)
    yield from (("WORD004", character, 2 * character) for character in SINGLE)


_lexicon = lru_cache(maxsize=1)(Lexicon)


def _misspelt(text: str) -> Iterator[Hit]:
    """Yield the words of the tables that stand in a text."""
    tables = _tables()
    for at in _places(text)[0][: _HITS + len(text) // _EACH]:
        pair = text[at : at + 2]
        yield from (hit for word in tables.words.get(pair, ()) if (hit := _wrong(text, at - word.at, word)) is not None)
        right = tables.mistaken.get(pair)
        if right is not None and _lexicon().bounded(text, Damage(at, at + 2, right, "swapped")):
            yield _meant("WORD001", at, pair, right)
        elif pair not in tables.words and (damage := _lexicon().miswritten(text, at)) is not None:
            yield _meant(_CODES[damage.kind], damage.start, text[damage.start : damage.end], damage.right)
    for sign in each(text, tables.lonely):
        yield from (hit for word in tables.alone[sign[0]] if (hit := _wrong(text, sign.start(), word)) is not None)


def _damaged(text: str) -> Iterator[Hit]:
    """Yield the phrases of which a character is lost, stands twice or has changed places with the next."""
    told = 0
    for at in _places(text)[1][:_HITS]:
        damage = _lexicon().damaged(text, at)
        if damage is not None and told < _MANY and not _EACH_OF.fullmatch(text, damage.start, damage.end):
            told += 1
            yield _meant(_CODES[damage.kind], damage.start, text[damage.start : damage.end], damage.right)


def _wrong(text: str, start: int, word: _Word) -> Hit | None:
    """Return a word of the tables if it stands at ``start`` with what must stand around it."""
    if start < 0 or not text.startswith(word.wrong, start) or (word.pattern is not None and not word.pattern.match(text, start)):
        return None
    return _meant(word.code, start, word.wrong, word.right)


def _meant(code: str, start: int, wrong: str, right: str) -> Hit:
    message = {
        "WORD001": _("“{wrong}” is no word here; probably {right} is meant"),
        "WORD003": _("“{wrong}” has lost a character; probably {right} is meant"),
        "WORD004": _("“{wrong}” has a character too many; probably {right} is meant"),
    }[code].format(wrong=wrong, right=right)
    return Hit(code, start, start + len(wrong), message, _("write {right}").format(right=right))


# Words that stand twice


def _twice(text: str) -> Iterator[Hit]:
    """Yield words of some length that stand twice in a row, none where they are many: a form, a poem, a table."""
    found: dict[int, int] = {}
    for begin in range(0, len(text), _BLOCK):
        for start, size in _doubled(text[begin : begin + _BLOCK + 2 * _LONGEST]):
            found.setdefault(begin + start, size)
        if len(found) > _FEW:
            return
    end = 0
    for start, size in sorted(found.items()):
        if start >= end:
            end = start + 2 * size
            yield _stands_twice(start, end, text[start : start + size], text)


def _doubled(text: str) -> list[tuple[int, int]]:
    """Return where words are followed by themselves, with their length."""
    found: list[tuple[int, int]] = []
    prepared = doubling(text)
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        for start in islice(prepared.of(size), _TRIES):
            if _may_be_slip(text[start : start + size]):
                found.append((start, size))
                if len(found) > _FEW:
                    break
    return found


def _may_be_slip(words: str) -> bool:
    """Whether a stretch is of words: not 哈哈哈哈哈哈, but 640个640个; not 37个，销号 of 37个，销号37个，销号37个."""
    if _COUNT.fullmatch(words):
        return True
    return _HAN.search(words) is not None and not _ONE_KIND.fullmatch(words) and not _NAMES.search(words) and not _MARKS.search(words)


def _stands_twice(start: int, end: int, words: str, text: str) -> Hit:
    message = _("“{words}” stands twice: {quote}").format(words=words, quote=text[start:end])
    return Hit("WORD002", start, end, message, _("keep one of the two, and look at the figure beside them"))


def _told(text: str) -> Iterator[Hit]:
    """Yield the slips, but for what two right words make where they meet, and for half words, which ``blank`` tells."""
    for hit in slips(text):
        if hit.code in ("WORD001", "WORD004") and meet(text, hit.start, hit.end):
            continue
        if hit.code != "WORD003" or hit.end not in _within_halves(text):
            yield hit


@of_text
def _within_halves(text: str) -> frozenset[int]:
    """Return the places within half words, with their ends."""
    return frozenset(at for start, end, _whole in half_words(text) for at in range(start + 1, end + 1))


explained(
    Explanation(
        "WORD001",
        "wrong-character",
        "wording",
        Severity.WARNING,
        N_("A word of every report has its right characters: 下拨, not 下拔; 公顷, not 公倾; 其中, not 基中."),
        N_("An input method offers the wrong character and nobody looks; the reader takes the whole report for as careless."),
        "上级下拔资金68万元。",
        "上级下拨资金68万元。",
        N_("Write the word that is meant. Where the word is right after all, acknowledge the finding."),
    ),
    Explanation(
        "WORD002",
        "words-twice",
        "repeat",
        Severity.WARNING,
        N_("The same words do not stand twice in a row: 社会保障社会保障, 1至7月全市1至7月全市, 完成医保完成参保305人."),
        N_("Where words were pasted over others, a figure beside them may be the old one."),
        "今年以来全县今年以来全县新建泵站3座。",
        "今年以来全县新建泵站3座。",
        N_("Keep one of the two."),
    ),
    Explanation(
        "WORD003",
        "lost-character",
        "wording",
        Severity.WARNING,
        N_("A word that has no shorter form is written in full: 农家书屋, not 农家书; 截至目前, not 截目前."),
        N_("Where a character fell out, a figure or a name may have fallen out with it."),
        "截目前，接入管网36公里。",
        "截至目前，接入管网36公里。",
        N_("Write the whole word, and compare the sentence with its source."),
    ),
    Explanation(
        "WORD004",
        "stray-character",
        "wording",
        Severity.WARNING,
        N_("No character stands twice or where it has nothing to say: 上半年, not 上半年年; 1所初中, not 1所以初中."),
        N_("What was typed twice or left over from another sentence makes the reader doubt the figure beside it."),
        "上半年年完成投资36万元。",
        "上半年完成投资36万元。",
        N_("Take the character out."),
    ),
)
