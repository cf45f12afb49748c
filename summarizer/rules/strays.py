"""The part of ``punctuation`` about what a hand leaves behind: words typed twice, marks beside brackets, a comma at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Hit, around
from .clauses import units_with_words
from .clipped import SINGLE
from .doubling import doubling
from .odd import behind

_HAN = "\u4e00-\u9fff"
_WORDS = (
    "同比|增长|下降|完成|实现|达到|其中|累计|投资|项目|全县|全市|全区|全省|建设|工作|开展|推进|提高|分别|共计|新增|截至|预计|计划|任务|资金|比上年"
)
_PAIRS = frozenset(word for word in _WORDS.split("|") if len(word) == 2)
#: What people say twice, and what may stand twice where two words meet.
_SPOKEN = lazy("[很最越极多少着来不每]|[一-九]{2}|家家|户户|年年|人人|中央|根据|主教|支队")
_OF_REPORTS = ("万元", "亿元", "%", "检查", "工作", "比上年", "同比", "全年", "全市", "全县", "今年以来", "我局")
_LONGER = (
    *(lazy(word * 2) for word in _WORDS.split("|") if len(word) > 2),
    *map(lazy, ("其中，其中", "其中,其中", "以来以来", "平方平方", "个百分百分点")),
)
#: What is said twice before a figure, and characters whose doubling is told elsewhere.
_REDUPLICATED = frozenset(
    "人家户天年月日周次个项村处件层种样多仅足整累刚常渐往大小星梭丽娟芳妹妈爸弟姐奶爷哥一二三四五六七八九十百千万亿零共近约达元吨亩"
)
#: An amount that is named twice: 人均收入纯收入.
_AGAIN = beginning("纯", "收入(?<=收入纯收入)")
_SINGLE = (
    *beginning("的", "的(?<!目的的)(?![确士])"), *beginning("及", "及"), *beginning("与", "与(?!会)"),
    *beginning("被", "被(?!审计|告|执行|征|投诉|检查|监|巡|救助|保[险障护]|申请|举报|害|处罚|调查|评)"),
    *beginning("占", "占"), *beginning("达", "达(?!标)"), *beginning("比", "比(?<!同比比)(?![皆邻划较])"),
    *beginning("于", "于(?<![由关]于于)"),
)  # fmt: skip
_BESIDE = (
    *beginning("？！", "[。，；、]"), *beginning("。；", "[？！?!](?![”』])"), *beginning("（", "[，。、；]"),
    *beginning("(", "[，。、；,;]"), *beginning("“", "[，。、；,;](?!”)"), *beginning(",;", "[）》)]"),
    *beginning("，", "[）》]"), *beginning("、", "[）》”](?<!“、”)"), *beginning("；", "）"), *beginning("《", "[，。、]"),
)  # fmt: skip
#: A mark before the end of a short quotation, and what shows that somebody speaks.
_IN_QUOTE = beginning("”", f"(?<=[，；,;].)(?=[{_HAN}])")
_SHORT_QUOTE = lazy(f"“[{_HAN}0-9A-Za-z+、]{{1,12}}\\Z")
_SPEAKS = lazy(f"”[{_HAN}]{{0,6}}[说道问答叹]|”[他她我你老]")
_QUOTE = 14
#: A quotation that opens with one mark and closes with half of another pair.
_HALF_QUOTE = beginning("'‘", f"[{_HAN}0-9]{{1,8}}[“”]")
#: 2019 2019年, 2019年2019年.
_YEAR_TWICE = (lazy(" (?<=20[0-9]{2} )(?=20[0-9]{2}年)"), lazy("年(?<=20[0-9]{2}年)(?=20[0-9]{2}年)"))
#: What a web page writes for a blank or a mark.
_ENTITIES = (lazy("nbsp;?"), lazy("&(?:lt|gt|amp|quot|ldquo|rdquo|mdash|middot|hellip|ensp|emsp);"), lazy("&#[0-9]{2,5};"))
#: A mark before a word that joins, but not before one that begins with it: 和谐, 及时, 和平县.
_AND_SO_ON = lazy(
    "、(?:等(?![级候外同效价次])|[和及](?=[0-9])"
    f"|(?<![一二三四五六七八九十]、)(?:和(?=[{_HAN}])(?!.(?:铁路|高铁|高速|公路))(?![谐平睦美顺解气悦田县静硕布林政龙风声合蔼满衷])|及(?=[{_HAN}])(?![时早格第其至])|与(?=[{_HAN}])(?![会时众此世上去计年])))"
)
_RUN_ON = (
    *(lazy(f"{word}(?<=[元%％亩吨里顷米次户人个件家起宗项台座处所条]..)") for word in ("其中", "同比")),
    *(lazy(f"{word}(?<=[元%％亩吨里顷米次户人]..)") for word in ("截至", "全[年县市区省]")),
)
_FIGURE = lazy(r"[0-9](?:[万亿]?(?:元|亩|吨|人次|人|户|平方米|公里)|[%％]|公顷|[个件家起宗项台座处所条]|微克[每/]立方米)\Z")
#: An increase right behind what has increased, in a clause that compares it with nothing.
_INCREASED = tuple(
    lazy(turn[0] + behind("元%％吨亩件起人户次宗头只家个项条处所名", f"{turn[1:]}[0-9.]{{1,8}}[%％{_HAN}]"))
    for turn in ("增[长加产收支]", "下降", "减[少产收支]", "上升", "提高")
)
#: Something new right behind a figure: 受理率93%审结297件, 养殖户200户新增肉鹅30万只. Money may be spent for what follows.
_NEW = tuple(
    lazy(f"{verb}(?<=[%％亩吨里顷米户人个件家起宗座处条]{verb})[{_HAN}]{{0,8}}[0-9]")
    for verb in ("新增", "新建", "审结", "受理", "办结")
)
_GIVEN = lazy("[为给向对由从用以使将把让]")
#: By how much in figures, which its percentage never follows without a mark.
_BY = lazy(r"(?:[增减][加少收支产长]|下降|上升|提高|新增|净增|[增减多少])[0-9][0-9.,]*[万亿]?(?:[元吨亩人户件起次头只家个项]|人次)\Z")
_COMPARED = lazy("[比较由从自至对与和占]|(?<!达)到|同期|基础|目标|任务|计划")
_CLAUSE_START = lazy("[，。；：、;\n（(]|,(?![0-9])")
#: Two items of one list that touch each other, and what stands in no name of an item.
_ITEMS = lazy(
    rf"[0-9](?P<unit>[万亿]?元|[万亿]?亩|万?吨|万?人|件|个|户|家|起)(?P<name>[{_HAN}]{{2,6}})[0-9][0-9.,]{{0,8}}(?P=unit)(?=[、；。，）])"
)
_NO_NAME = lazy("[增减升降提到至比较中的占超高低为少多是达和及与或从由余外内上下以级每均按日月年其]|同期|完成|实现|标准|左右")
_ITEMS_SIGN = lazy(
    rf"、(?:(?=[{_HAN}]{{1,8}}[0-9][0-9.,]*[万亿]?[元亩吨人件个户家起][{_HAN}]{{2,6}}[0-9])"
    r"|(?<=[0-9万亿][元亩吨人件个户家起].))"
)
_ITEMS_BEFORE, _ITEMS_BEHIND = 30, 40
#: What a line ends with that has lost its mark.
_COMMAS = "，、,"
_NO_MARK = lazy(f"[{_HAN}0-9%％](?<!摄)(?<!编者)\\Z")
_ENDINGS = "。！？：；”）"
_UNIT = 8
_COLUMNS = 3
"""A line of more parts with blanks between is a row of a table."""
_SHORT, _SHORT_LINE, _LONG_LINE, _CLAUSE = 30, 20, 40, 60
_NAME = 18
#: A sign that no sentence has, left between a word and a mark.
_SIGN = beginning("?#&\\~^|`*/", rf"(?<=[{_HAN}].)(?=[，。；、,;])")
_FEW = 5
"""More than so many are no slips: a form, a poem, a page that breaks its lines."""
_MOST, _APART = 1000, 50
"""More of one fault are no news, and a text of nothing else would take its time; one more in so many characters of a long text."""
_SLIPS = 2
"""So few may be half of the paragraphs of a short text."""
_EACH = 3
"""So many lines must end as sentences do for each that does not: else the page breaks its lines anywhere."""


def strays(text: str) -> Iterator[Hit]:
    """Yield words and marks that were left behind."""
    for start, end in _twice(text):
        message = _("a word stands twice: {quote}").format(quote=text[start:end])
        yield Hit("PUNCT011", start, end, message, _("keep one of the two"))
    for match in in_order(text, _HALF_QUOTE):
        message = _("{mark} has no partner: {quote}").format(mark=match.group()[0], quote=match.group())
        yield Hit("PUNCT008", *match.span(), message, _("close it where the words end, or take it out"))
    for start in _beside(text):
        message = _("marks doubled: {quote}").format(quote=text[start : start + 2])
        yield Hit("PUNCT004", start, start + 2, message, _("keep one; or words between them were lost"))
    for match in in_order(text, _ENTITIES):
        message = _("left over from a web page: {quote}").format(quote=match.group())
        yield Hit("PUNCT015", *match.span(), message, _("take it out"))
    for match in in_order(text, _SIGN):
        start, end = around(text, match.start(), 2, 2)
        message = _("a sign without meaning was left behind: {quote}").format(quote=text[start:end])
        yield Hit("PUNCT015", *match.span(), message, _("take it out"))
    yield from islice(_run_on(text), _MOST)
    yield from _open(text)


def _run_on(text: str) -> Iterator[Hit]:
    """Yield figures that run into each other."""
    for match in in_order(text, _RUN_ON):
        if figure := _FIGURE.search(text[max(0, match.start() - _UNIT) : match.start()]):
            yield _unmarked(text, figure, match, _("end the sentence before it; the two figures run into each other"))
    for match in in_order(text, _NEW):
        before = _CLAUSE_START.split(text[max(0, match.start() - _SHORT) : match.start()])[-1]
        if not _GIVEN.search(before) and (figure := _FIGURE.search(before)):
            yield _unmarked(text, figure, match, _("end the clause before it"))
    for match in in_order(text, _INCREASED):
        before = _CLAUSE_START.split(text[max(0, match.start() - _CLAUSE) : match.start()])[-1]
        apart = _BY.search(before) or (len(before) < _CLAUSE and not _COMPARED.search(before))
        if apart and (figure := _FIGURE.search(before)):
            yield _unmarked(text, figure, match, _("end the clause before it"))
    touching = [unit.start() for unit in units_with_words(text) if unit["figure"] and _NO_NAME.search(unit["word"]) is None]
    for sign in each(text, _ITEMS_SIGN) if touching else ():
        start, end = around(text, sign.start(), _ITEMS_BEFORE, _ITEMS_BEHIND)
        items = _ITEMS.search(text, start, end) if any(start < at < end for at in touching) else None
        if items is None or _NO_NAME.search(items["name"]):
            continue
        if items.end() == sign.start() or sign.end() < items.start() < sign.end() + _NAME:
            message = _("no mark before {number}: {quote}").format(number=items["name"], quote=items.group())
            yield Hit("PUNCT005", *items.span(), message, _("write 、 between the items"))


def _unmarked(text: str, figure: re.Match[str], behind: re.Match[str], hint: str) -> Hit:
    """Return that no mark stands between a figure, but for its first digits, and what is right behind it."""
    start = behind.start() - len(figure.group()) + 1
    message = _("no mark before {number}: {quote}").format(number=behind.group(), quote=text[start : behind.end()])
    return Hit("PUNCT005", start, behind.end(), message, hint)


def _beside(text: str) -> list[int]:
    """Return where marks stand that do not go together, none where they are many."""
    found = [*_few(_AND_SO_ON, text), *in_order(text, _BESIDE)]
    starts = list(map(re.Match.start, found))
    for mark in in_order(text, _IN_QUOTE):
        at = mark.start() - 1
        if _SHORT_QUOTE.search(text[max(0, at - _QUOTE) : at]) and not _SPEAKS.match(text, at + 1):
            starts.append(at)
    return sorted(starts) if len(starts) <= _FEW else []


def _twice(text: str) -> list[tuple[int, int]]:
    """Return the places of words that stand twice, none where they are many."""
    single = in_order(text, _SINGLE)
    found = [match.span() for match in single] if len(single) <= _FEW else []
    report = any(word in text for word in _OF_REPORTS)
    doubled: dict[str, int] = {}
    for n, start in enumerate(doubling(text).of(2)):
        if n > _MOST + len(text) // _APART:
            return []
        word = text[start : start + 2]
        if _is_slip(word, report):
            if word in doubled:
                return []
            doubled[word] = start
    found += [(start, start + 4) for start in doubled.values()]
    found += [(at, at + 2) for at in doubling(text).pairs if text[at + 2 : at + 3].isdecimal() and _is_doubled(text, at)]
    found += [(again.start() - 2, again.end()) for again in in_order(text, _AGAIN)]
    years = (year.start() for year in in_order(text, _YEAR_TWICE))
    found += [(at - 4, at + 6) for at in years if text[at - 4 : at] == text[at + 1 : at + 5]]
    found += [again.span() for words in _LONGER for again in islice(each(text, words), 1)]
    return found if len(found) <= _FEW else []


def _is_doubled(text: str, at: int) -> bool:
    """Whether a character before a figure was typed twice: 减少少36件; not a word of two, nor what is told with the words or units."""
    character = text[at]
    return "一" <= character <= "鿿" and character not in _REDUPLICATED and character not in SINGLE and not text[at - 1].isdecimal()


def _is_slip(word: str, report: bool) -> bool:
    """Whether a word of two characters stands twice by mistake: any in a report, which does not speak as people do (一个一个, 很多很多)."""
    return word in _PAIRS or (report and "一" < word[0] <= "鿿" and "一" < word[1] <= "鿿" and not _SPOKEN.search(word))


def _few(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return the matches, none where there are too many."""
    found = list(islice(each(text, pattern), _FEW + 1))
    return found if len(found) <= _FEW else []


def _open(text: str) -> Iterator[Hit]:
    """Yield paragraphs that end with a comma or with no mark, in a text whose lines are paragraphs."""
    found = [at for at in _ends(text) if _is_open(text, at)]
    if not 0 < len(found) <= _FEW:
        return
    whole = sum(text.count(f"{mark}\n") for mark in _ENDINGS)
    slips = len(found) <= _SLIPS and whole >= len(found)
    for at in found if slips or whole >= _EACH * len(found) or "\n" not in text.strip() else ():
        quote = text[max(text.rfind("\n", 0, at) + 1, at - 12) : at + 1]
        if text[at] in _COMMAS:
            message = _("the paragraph ends with {mark}: {quote}").format(mark=text[at], quote=quote)
        else:
            message = _("the paragraph ends without a mark: {quote}").format(quote=quote)
        yield Hit("PUNCT010", at, at + 1, message, _("write 。 there, or the words that were lost"))


def _ends(text: str) -> Iterator[int]:
    """Yield the last characters of lines of sentences that do not end as sentences do."""
    start = 0
    for line in text.split("\n"):
        if line[-1:] not in _ENDINGS and ("。" in line or (len(line) > _LONG_LINE and _is_sentence(line))):
            yield start + len(line.rstrip(" \t\u3000")) - 1
        start += len(line) + 1


def _is_sentence(line: str) -> bool:
    """Whether a line without 。 that is as long as no heading is a sentence with figures."""
    return line.count("，") > 1 and any(character.isdigit() for character in line[-_CLAUSE // 2 :])


def _is_open(text: str, at: int) -> bool:
    """Whether a paragraph of sentences ends here, and not with a mark that leads to the next."""
    line = text[text.rfind("\n", 0, at) + 1 : at + 1]
    if len(line.split()) > _COLUMNS and "。" not in line:
        return False
    if text[at] in _COMMAS:
        return len(line) > _SHORT and "。" in line
    return len(line) > _SHORT_LINE and _NO_MARK.search(line, len(line) - 1) is not None and text.find("\n", at) >= 0


explained(
    Explanation(
        "PUNCT010",
        "paragraph-without-end",
        "punctuation",
        Severity.WARNING,
        N_("A paragraph of sentences ends with a full stop, not with a comma or 、, nor without a mark."),
        N_("The reader turns the page for the rest of the sentence; often a figure was lost with it."),
        "全线完工，通过验收。库区绿化完成，水质稳定达标，沿线居民反映良好，\n",
        "全线完工，通过验收。库区绿化完成，水质稳定达标，沿线居民反映良好。\n",
        N_("Write 。 there, or the words that were lost."),
    ),
    Explanation(
        "PUNCT011",
        "word-twice",
        "punctuation",
        Severity.WARNING,
        N_("A word of reports does not stand twice in a row: 同比同比, 完成完成, 的的."),
        N_("Where a word was pasted over another, a figure beside it may be the old one."),
        "全年用水同比同比下降3%。",
        "全年用水同比下降3%。",
        N_("Keep one of the two."),
    ),
    Explanation(
        "PUNCT015",
        "left-over-from-a-page",
        "punctuation",
        Severity.WARNING,
        N_("No sign of a web page's source stands in the text (nbsp;, &quot;, &#8226;), nor one that says nothing there: ?, ~, ^."),
        N_("The text was copied from elsewhere, and other signs may have been lost on the way."),
        "全年&nbsp;新建泵站3座。",
        "全年新建泵站3座。",
        N_("Take it out, and compare the sentence with where it came from."),
    ),
)
