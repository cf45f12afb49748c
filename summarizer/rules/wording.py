"""``wording``: words of office prose with a wrong character in them; and as ``repeat``: words that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, compiled, in_order, lazy
from .base import Context, Hit, over
from .clipped import CLIPPED, ENDLESS, HEADLESS, HOLLOW, SINGLE, STRAY
from .doubling import doubling
from .endings import Endings
from .junctions import meet
from .miswritten import GUARDED, PLAIN

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
_AGAIN = tuple(
    lazy(rf"{verb}(?<![^，。；：、\n]{verb})(?P<object>[\u4e00-\u9fff]{{2,10}}){verb}(?P<noun>[\u4e00-\u9fff]{{1,4}})[0-9]")
    for verb in ("完成", "实现", "开展", "新建", "发放", "建成", "举办", "组织")
)
_OBJECT_END = lazy("[的了并和]$|[并后未已可率]")


def wording(context: Context) -> Iterator[Finding]:
    """Yield words that no right text contains, with what was probably meant, and words that stand twice."""
    yield from over(context, _told)


def slips(text: str) -> Iterator[Hit]:
    """Yield what is wrong with the words of a text."""
    yield from _misspelt(text)
    yield from _twice(text)
    for match in in_order(text, _AGAIN):
        if not _OBJECT_END.search(match["object"]):
            yield _stands_twice(match.start(), match.end("noun"), match.group()[:2], text)


# Words with a wrong character, with one that is lost, and with one too many


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that no right text has.

    Args:
        wrong: its characters. at: the place in it of the pair of characters that is looked for.
        pattern: the same with what must or must not stand around it; none where it is wrong anywhere.
        right, code: what is meant, and what kind of slip it is.
    """

    wrong: str
    at: int
    pattern: re.Pattern[str] | None
    right: str
    code: str


_FREQUENT = (
    "元万人年增亿业中全上的长收支入出个市产资成预算加一务建工比化政其新保生完发金公项和实国件级区占下地展计基设总进大动为量率民目高力推"
    "共平提家降城有等持同会本次分投合理用行重结经体数开点度性三户均社水农转以方费险服债改能企作强升值制机村面育要安位吨学亩标治财现是品"
    "府质额般造口事定类划施深创补调二在县主到通管省心效规好起及减居文电科场助各办税济专自教医镇乡技营达不案小期部程任源融时余稳第五运障"
    "优消放积交活路商代续老处法少物外整里查排坚四快接统所末养应住解利月关林就十米际构校信护防批对策单型态内百更落域集员房园台存境系监局"
    "款格环色移领多立于与道受善初线我贷向车范种前别价革特准至较州健精券已千院卫职旅名头超供绿游风参疗报引模日网取执审决指步海节土常群央"
    "配来检综息售付非贸打零还低协条术筹累固委天督促核过食流诉两亡培按死表导族间南做党待明易置原议首式站争联权失扩举了求粮灾战清套础情约"
    "据北他功众得当由示先果可康复习控意再空益试备门瓦题底美京山故每问研普证义座断气验困筑记因客智河救况评招库书近组贴张儿火退们贯带衡相"
    "馆销例团回"
)
"""Characters by how often reports have them: of each word the rarest one is looked for."""
_RARITY = {character: at for at, character in enumerate(_FREQUENT)}
_RARE = 1000
"""The place of characters that are not counted."""
_LOOKS = lazy(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
_BEHIND_DIGIT = lazy(r"\(\?<=[^()]*[0-9]\]\)|\(\?<=\[0-9[万亿]*\]\)")
_DOUBLED = lazy(r"(.)\1")
_ENDS = Endings("".join(sorted({word[-2] for word in ENDLESS.split()})))


_FIGURE = lazy(f"[1-9](?<=[{''.join(sorted({word[-2] for word in ENDLESS.split()} - set('建管')))}].)")
"""A figure behind what may be a word without its end; 建 and 管 are words of their own: 城市建3座桥."""
_CLAUSE = beginning("，。；：、）．\n", "(?=[{}][{}])".format(*("".join({word[n] for word in HEADLESS.split()}) for n in (1, 2))))
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_ENDED = frozenset("。；：！？\n")


@dataclass(frozen=True, slots=True)
class _Search:
    """What finds the words whose ``size`` characters that are looked up begin ``before`` characters before a match of ``pattern``."""

    pattern: re.Pattern[str]
    before: int
    size: int
    words: dict[str, list[_Word]]


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[_Search, ...], dict[str, list[_Word]]]:
    """Return the searches that find the words of the tables, and the words that are told by a character that stands twice.

    Of each word a pair of characters is looked up, one that the right word has not. The rarer of the two is searched for, with a look
    at the other ahead or behind it, so that a large table costs hardly more than a small one. Single characters are searched for
    behind a digit, or, if they are rare, alone.
    """
    leading, trailing, behind_digit, alone, doubled = (dict[str, list[_Word]]() for _table in range(5))
    for code, right, source in _sources():
        wrong = _LOOKS.sub("", source) if "(" in source else source
        twice = _DOUBLED.search(wrong)
        at, table = twice.start() if twice else _telling(wrong, right), leading
        pair = wrong[at : at + 2]
        if len(wrong) == 1:
            table = behind_digit if _BEHIND_DIGIT.match(source) else alone
        elif twice:
            table = doubled
        elif _rarity(pair[1]) > _rarity(pair[0]):
            table = trailing
        table.setdefault(pair, []).append(_Word(wrong, at, lazy(source) if source != wrong else None, right, code))
    single = f"{_any((*behind_digit, *alone))}(?:(?<=[0-9万亿].)|(?<={_any(alone)}))"
    searches = (
        _Search(compiled(_pairs(leading, 0)), 0, 2, leading),
        _Search(compiled(_pairs(trailing, 1)), 1, 2, trailing),
        _Search(compiled(single), 0, 1, behind_digit | alone),
    )
    doubled |= {character * 2: [_Word(character * 2, 0, None, character, "WORD004")] for character in SINGLE}
    return searches, doubled


def _telling(wrong: str, right: str) -> int:
    """Return where the pair of characters stands that tells a wrong word: not in the right one, and with the rarest character."""
    pairs = range(max(len(wrong) - 1, 1))
    return max(pairs, key=lambda n: (wrong[n : n + 2] not in right, max(map(_rarity, wrong[n : n + 2]))))


def _rarity(character: str) -> int:
    return _RARITY.get(character, _RARE)


def _sources() -> Iterator[tuple[str, str, str]]:
    """Yield code, right word and pattern of each entry of the tables."""
    for code, pairs in (("WORD001", PLAIN), ("WORD003", HOLLOW)):
        for right, wrong in (pair.split("/") for pair in pairs.split()):
            yield code, right, wrong
    for code, patterns in (("WORD001", GUARDED), ("WORD003", CLIPPED), ("WORD004", STRAY)):
        yield from ((code, right, pattern) for right, pattern in patterns)


@lru_cache(maxsize=1)
def _endless() -> dict[str, list[_Word]]:
    """Return the words without their last character, by the last two that are left."""
    words: dict[str, list[_Word]] = {}
    for right in ENDLESS.split():
        words.setdefault(right[-3:-1], []).append(_Word(right[:-1], len(right) - 3, None, right, "WORD003"))
    return words


@lru_cache(maxsize=1)
def _headless() -> dict[str, list[_Word]]:
    """Return the words without their first character, by the first two that are left."""
    words: dict[str, list[_Word]] = {}
    for right in HEADLESS.split():
        words.setdefault(right[1:3], []).append(_Word(right[1:], 0, None, right, "WORD003"))
    return words


def _pairs(words: Iterable[str], rarer: int) -> str:
    """Return what finds the ``rarer`` character of each pair beside the other one; frequent ones have partners of their own."""
    frequent = [pair for pair in words if pair[rarer] in _FREQUENT]
    others = [pair for pair in words if pair[rarer] not in _FREQUENT]
    mine = _any(pair[rarer] for pair in frequent)
    first, second = (_any(pair[1 - rarer] for pair in pairs) for pairs in (frequent, others))
    ahead, behind = (f"(?={first})", f"(?={second})") if rarer == 0 else (f"(?<={first}.)", f"(?<={second}.)")
    return f"{_any(pair[rarer] for pair in words)}(?:(?<={mine}){ahead}|(?<!{mine}){behind})"


def _any(characters: Iterable[str]) -> str:
    return f"[{''.join(sorted(set(characters)))}]"


def _misspelt(text: str) -> Iterator[Hit]:
    """Yield the words of the tables that stand in a text."""
    searches, doubled = _tables()
    for search in searches:
        before, size, words = search.before, search.size, search.words
        for sign in search.pattern.finditer(text):
            start = sign.start() - before
            if (found := words.get(text[start : start + size])) is not None:
                yield from _found(text, start, found)
    for start in doubling(text).pairs:
        if (found := doubled.get(text[start : start + 2])) is not None:
            yield from _found(text, start, found)
    for end in (*_ENDS.places(text), *map(re.Match.start, _FIGURE.finditer(text))):
        if text[end] in "，。；、123456789" and (found := _endless().get(text[end - 2 : end])) is not None:
            yield from _found(text, end - 2, found)
    for clause in in_order(text, _CLAUSE):
        if (found := _headless().get(text[clause.end() : clause.end() + 2])) is not None and _begins(text, clause):
            yield from _found(text, clause.end(), found)


def _begins(text: str, clause: re.Match[str]) -> bool:
    """Whether a word begins behind a mark: behind 、 only after a number of a list, in a new line only if the last one has ended."""
    before = text[clause.start() - 1 : clause.start()]
    return {"、": before in _NUMERALS, "\n": not before or before in _ENDED}.get(clause.group()[0], True)


def _found(text: str, start: int, words: list[_Word]) -> Iterator[Hit]:
    """Yield those of some words whose pair of characters stands at ``start``."""
    for word in words:
        begin = start - word.at
        if begin >= 0 and text.startswith(word.wrong, begin) and (word.pattern is None or word.pattern.match(text, begin)):
            yield _meant(word, begin)


def _meant(word: _Word, start: int) -> Hit:
    message = {
        "WORD001": _("“{wrong}” is no word here; probably {right} is meant"),
        "WORD003": _("“{wrong}” has lost a character; probably {right} is meant"),
        "WORD004": _("“{wrong}” has a character too many; probably {right} is meant"),
    }[word.code].format(wrong=word.wrong, right=word.right)
    return Hit(word.code, start, start + len(word.wrong), message, _("write {right}").format(right=word.right))


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
    """Yield the slips, but for what two right words make where they meet."""
    yield from (hit for hit in slips(text) if hit.code not in ("WORD001", "WORD004") or not meet(text, hit.start, hit.end))


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
        N_("A word that has no shorter form is written in full: 农家书屋, not 农家书; 截至12月底, not 截至12底."),
        N_("Where a character fell out, a figure or a name may have fallen out with it."),
        "截至12底，接入管网36公里。",
        "截至12月底，接入管网36公里。",
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
