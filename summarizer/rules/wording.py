"""``wording``: words of office prose with a wrong character in them; and as ``repeat``: words that stand twice in a row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import in_order, lazy
from .base import Context, Hit, over
from .doubling import Doubling
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
_NAMES = lazy("[哈啦嗒滴咚叮嘟]")
_AGAIN = tuple(
    lazy(rf"(?P<verb>{verb})(?<![^，。；：、\n]{verb})(?P<object>[\u4e00-\u9fff]{{2,10}}){verb}(?P<noun>[\u4e00-\u9fff]{{1,4}})[0-9]")
    for verb in ("完成", "实现", "开展", "新建", "发放", "建成", "举办", "组织")
)
_OBJECT_END = lazy("[的了并和]$|[并后未已可率]")


def wording(context: Context) -> Iterator[Finding]:
    """Yield words that no right text contains, with what was probably meant, and words that stand twice."""
    yield from over(context, slips)


def slips(text: str) -> Iterator[Hit]:
    """Yield what is wrong with the words of a text."""
    yield from _miswritten(text)
    yield from _twice(text)
    for match in in_order(text, _AGAIN):
        if not _OBJECT_END.search(match["object"]):
            yield _stands_twice(match.start(), match.end("noun"), match["verb"], text)


# Words with a wrong character


_Word = tuple[int, str, re.Pattern[str], str]
"""Place of the telling character, the word, the pattern of it and its surroundings, and the right word."""
_FREQUENT = (
    "元业增万年全化亿入上中出长建资预新收人国一算实保工成设大区项持地基完等提会量城公行下目有合计平理经服作开总治以点质共水施其企安结度效分投定方"
    "文管规同标济在通优代般教补调统部消医划期防老商法排就物均时监次税口解整范步积打引任集台养协于余批存户接道表固院末两来土贷争车培付查核研间清种"
)
"""The characters of these words by how often reports have them: of each word the rarest one is looked for."""
_RARE = 1000
_LOOKS = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, list[_Word]]]:
    """Return a pattern of the characters that make words wrong, and the words of each with its place in them.

    A text is searched for those characters once; the words are only looked at where one stands.
    """
    found: dict[str, list[_Word]] = defaultdict(list)
    words = [(right, wrong, wrong) for right, wrong in (pair.split("/") for pair in PLAIN.split())]
    words += [(right, _LOOKS.sub("", pattern), pattern) for right, pattern in GUARDED]
    for right, wrong, pattern in words:
        at = max(range(len(wrong)), key=lambda n: _FREQUENT.find(wrong[n]) % _RARE)
        found[wrong[at]].append((at, wrong, lazy(pattern), right))
    return re.compile(f"[{''.join(sorted(found))}]"), found


def _miswritten(text: str) -> Iterator[Hit]:
    signs, words = _table()
    for sign in signs.finditer(text):
        for at, wrong, pattern, right in words[sign.group()]:
            start = sign.start() - at
            if start >= 0 and text.startswith(wrong, start) and (match := pattern.match(text, start)):
                yield _meant(*match.span(), match.group(), right)


def _meant(start: int, end: int, wrong: str, right: str) -> Hit:
    message = _("“{wrong}” is no word here; probably {right} is meant").format(wrong=wrong, right=right)
    return Hit("WORD001", start, end, message, _("write {right}").format(right=right))


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
    doubling = Doubling(text)
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        for start in islice(doubling.of(size), _TRIES):
            if _may_be_slip(text[start : start + size]):
                found.append((start, size))
                if len(found) > _FEW:
                    break
    return found


def _may_be_slip(words: str) -> bool:
    """Whether a stretch is of words: not 哈哈哈哈哈哈, not 37个，销号 of 37个，销号37个，销号37个."""
    return _HAN.search(words) is not None and not _ONE_KIND.fullmatch(words) and not _NAMES.search(words) and not _MARKS.search(words)


def _stands_twice(start: int, end: int, words: str, text: str) -> Hit:
    message = _("“{words}” stands twice: {quote}").format(words=words, quote=text[start:end])
    return Hit("WORD002", start, end, message, _("keep one of the two, and look at the figure beside them"))


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
)
