"""The title's lines: broken by sense, never inside a word, in 梯形 or 菱形 (GB/T 9704-2012 7.3.1).

The standard wants a title of several lines “回行时词意完整、排列对称、长短适宜、间距恰当”, shorter above longer, the
reverse, or longest in the middle; not a rectangle and not an hourglass. What a word is comes from a
segmenter; without it only those places are broken that need no dictionary (before 及 and 关于, around 《》).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from ..document import Document
from ..official import SIZES, Profile
from .widths import ems

#: Never first in a line: particles that belong to what stands before them, and closing marks.
_TRAILING = ("的", "地", "得", "之", "等", "等等", "们", "性", "化", "型", "级", "式")
_CLOSING = "，。、；：！？）》〉」』】〕”’…—,.;:!?)]}%％‰℃"
_OPENING = "（《〈「『【〔“‘([{"
#: Never last in a line, for they open what follows.
_LEADING = ("关于", "对", "对于", "和", "及", "与", "暨", "并", "以及", "或", "在", "为", "向", "从", "由", "第", "把", "将", "以")
#: Good to begin a line with, and how bad a break before each is: 0 is the best there is.
_STARTS = {"及": 0.0, "暨": 0.0, "以及": 0.0, "关于": 0.0, "和": 1.0, "与": 1.0, "并": 1.0, "或": 3.0}
#: Words that end a name or a time, behind which a line may well end.
_ENDS = re.compile(r"(?:人民政府|委员会|办公室|中心|[局厅部委办院处会所社站馆])$")
_TIMES = re.compile(r"\d(?:年|年度|月|季度)$")
#: Verbs that take the rest of the title for their object: 关于印发 / ….
_VERBS = ("印发", "转发", "批转", "发布", "做好", "开展", "加强", "推进", "报送", "调整", "成立", "公布")
#: What makes a place or a body of the word before it.
_SUFFIXES = frozenset("省市县区州盟旗乡镇村局厅委办院")
_MARKS = re.compile(r"《[^《》]*》(?=(的\w\w)?)|“[^“”]*”|〔[^〔〕]*〕|（[^（）]*）|\([^()]*\)|——|……")
_APART = re.compile(r"(暨)")
#: A number with what it counts: 2023年, 12.5万元, 2021—2025年, 第3届.
_NUMBER = re.compile(r"第?[0-9０-９][0-9０-９.,，%％‰/]*(?:\s*[—–~～至-]\s*[0-9０-９][0-9０-９.,%％‰]*)*(?:年度|[万亿]?[\u4e00-\u9fff]?)")
_LATIN = re.compile(r"[!-~]+")

#: What a break between two plain words costs, inside 《》 or “”, and what a further line costs.
_PLAIN, _INSIDE, _LINE = 6.0, 12.0, 6.0
#: LibreOffice sets a gap of about this many 字 at every border of 汉字 and digits; a line must fit with it.
_GAP = 0.2
#: Partial layouts that are pursued; more lines than this many are not looked for.
_BEAM, _MOST = 400, 12


def title_lines(document: Document, profile: Profile) -> tuple[str, ...]:
    """Return the lines of the title of ``document`` in 二号 on the 版心 of ``profile``.

    A title given in several lines is kept; only a line too long for the 版心 is broken. Names of the
    bodies that the document knows are not broken either. Joined, the lines are the title.
    """
    return broken(document.title, profile, _names(document))


def broken(lines: Iterable[str], profile: Profile, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return ``lines``, each broken by sense where 二号 characters are too many for the 版心."""
    room = capacity(profile)
    given = [piece for line in lines for piece in re.split(r"\r\n?|[\n\u2028\u2029]", line)]
    return tuple(made for line in given for made in _broken(line, room, names))


def capacity(profile: Profile) -> float:
    """Return how many 二号 characters a line of the 版心 holds."""
    points = (profile.page_width - profile.left - profile.right) * 72 / 25.4
    return points / SIZES["二号"]


def _names(document: Document) -> tuple[str, ...]:
    signed = document.signature.names if document.signature else ()
    heads = document.letterhead.issuers if document.letterhead else ()
    found = {document.metadata.publisher, document.addressee.rstrip("：:"), *signed, *heads}
    return tuple(sorted((name for name in found if len(name) > 1), key=lambda name: (-len(name), name)))


def _width(text: str) -> float:
    """Return the width of a line with the gaps that some engines add."""
    borders = sum((a.isascii() and a.isalnum() and ems(b) == 1) or (b.isascii() and b.isalnum() and ems(a) == 1) for a, b in pairwise(text))
    return ems(text) + _GAP * borders


@lru_cache(maxsize=64)
def _broken(text: str, room: float, names: tuple[str, ...]) -> tuple[str, ...]:
    if _width(text) <= room:
        return (text,)
    words = words_of(text, names, room)
    at = [0]
    for word in words:
        at.append(at[-1] + len(word))
    costs = {place: _cost(text, place, before, after) for place, (before, after) in zip(at[1:-1], pairwise(words), strict=True)}
    places = [place for place, cost in sorted(costs.items()) if cost is not None]
    found = _search(text, places, {place: cost for place, cost in costs.items() if cost is not None}, room)
    if found is None:  # a word longer than a line, or nothing but forbidden places: then anywhere
        found = _search(text, list(range(1, len(text))), dict.fromkeys(range(1, len(text)), _INSIDE), room) or (0, len(text))
    return tuple(text[start:end] for start, end in pairwise(found))


def words_of(text: str, names: tuple[str, ...] = (), room: float = 20.0) -> list[str]:
    """Return ``text`` in pieces that a line is not broken inside; joined, they are ``text``.

    What stands in book-title marks, quotes or brackets is one piece if a line holds it (with the 的通知
    behind it, which cannot stand alone), and so are ``names``, numbers with their unit, and Latin words.
    """
    whole: list[tuple[int, int]] = []
    for pattern in (_MARKS, *(re.compile(re.escape(name)) for name in names), _NUMBER, _LATIN):
        for match in pattern.finditer(text):
            behind = match[match.lastindex] if match.lastindex else ""
            if _width(match[0] + behind) <= room and not any(start < match.end() and match.start() < end for start, end in whole):
                whole.append(match.span())
    pieces: list[str] = []
    at = 0
    for start, end in sorted(whole):
        pieces += _segmented(text[at:start])
        pieces.append(text[start:end])
        at = end
    return [piece for piece in [*pieces, *_segmented(text[at:])] if piece]


def _segmented(text: str) -> list[str]:
    """Return the words of ``text``; without the segmenter, what stands between the words that need no dictionary."""
    if not text:
        return []
    try:
        import rjieba
    except ImportError:
        return [piece for piece in re.split(r"(?=以及|(?<!以)及|暨|关于|《|（)|(?<=[、，》：])", text) if piece]
    made: list[str] = []
    for word in (word for part in _APART.split(text) if part for word in rjieba.cut(part)):
        # 示例|县 and 农业|农村|局 are names; 县 at the very beginning belongs to what follows.
        if made and (word in _SUFFIXES or (len(made) == 1 and made[0] in _SUFFIXES)):
            made[-1] += word
        else:
            made.append(word)
    return made


def _cost(text: str, place: int, before: str, after: str) -> float | None:
    """Return how bad it is to break between two words, or None where it must not be."""
    if after == "——":
        return 0.0
    if after in _TRAILING or after[0] in _CLOSING or before in _LEADING or before[-1] in _OPENING:
        return None
    if before[-1] in "—…" and after[0] in "—…":
        return None
    if _inside_marks(text, place):
        return _INSIDE
    if after in _STARTS:
        return _STARTS[after]
    if after[0] in "《“" or before[-1] in "，、；：。！？":
        return 1.5
    if _ENDS.search(before) and len(before) > 1:
        return 1.0
    if before[-1] == "》" or before in _VERBS or after[0] in "（(":
        return 2.0
    return 3.5 if _TIMES.search(before) else _PLAIN


def _inside_marks(text: str, place: int) -> bool:
    return any(text.count(a, 0, place) > text.count(b, 0, place) for a, b in ("《》", "“”", "（）"))


def _search(text: str, places: list[int], costs: dict[int, float], room: float) -> tuple[int, ...] | None:
    """Return where the lines begin and end in the best layout, in as few lines as can be or one more."""
    ends = [*places, len(text)]
    partial: list[tuple[float, tuple[int, ...]]] = [(0.0, (0,))]
    complete: list[tuple[float, tuple[int, ...]]] = []
    for number in range(1, _MOST + 1):
        longer = []
        for cost, cuts in partial:
            for end in ends:
                if end > cuts[-1] and _width(text[cuts[-1] : end]) <= room:
                    longer.append((cost + costs.get(end, 0.0), (*cuts, end)))
        done = [(cost + _shape(text, cuts) + _LINE * number, cuts) for cost, cuts in longer if cuts[-1] == len(text)]
        if complete:
            return min(complete + done)[1]
        complete = done
        # What has come furthest goes on: a title is short, so nothing good is lost.
        partial = sorted((one for one in longer if one[1][-1] < len(text)), key=lambda one: (one[0] - one[1][-1], one[1]))[:_BEAM]
    return min(complete)[1] if complete else None


def _shape(text: str, cuts: tuple[int, ...]) -> float:
    """Return how far the lines are from a 梯形 or 菱形 of lines of about the same length."""
    widths = [ems(text[start:end]) for start, end in pairwise(cuts)]
    if len(widths) < 2:
        return 0.0
    longest, shortest = max(widths), min(widths)
    cost = 0.45 * (longest - shortest)
    if shortest < 4 or shortest < longest / 3:
        cost += 8.0  # a single word on a line of its own
    if longest - shortest < 1:
        cost += 1.0  # 长方形
    top = widths.index(longest)
    rises = all(a <= b for a, b in pairwise(widths[: top + 1])) and all(a >= b for a, b in pairwise(widths[top:]))
    return cost if rises else cost + 5.0  # 沙漏形
