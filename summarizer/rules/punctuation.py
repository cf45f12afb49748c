"""``punctuation`` (GB/T 15834): marks that are doubled, lost, half as wide as they should be, or the wrong ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_, ngettext
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Context, Hit, apart, around, line_of, lines_with, over
from .clauses import clauses
from .colons import colons
from .dangling import dangling
from .garbled import EATEN
from .leads import leads
from .listed import half_pauses, listed
from .misplaced import misplaced
from .odd import comma, line_end, point
from .pairs import pairs
from .said_twice import said_twice
from .seams import lost_marks, seams
from .steps import steps
from .strays import strays
from .unparted import unparted

_HAN = "\u4e00-\u9fff"
_COUNTED = "个项家件处所座条户名人次场台套间栋张"
_HALF_BETWEEN = f"(?=[{_HAN}“《（(])(?<=[{_HAN}”》）)].)"
_HALF = (
    comma(_HALF_BETWEEN), *beginning(";:?!", _HALF_BETWEEN), *beginning("(", f"(?=[{_HAN}])"),
    *beginning('"', rf"(?=[{_HAN}][^\"\n]{{0,40}}\")"),
)  # fmt: skip
_MIXED = lazy(r"（[^（）()\n]{1,80}\)|\([^（）()\n]{1,80}）")
_NUMBERING = lazy(
    rf"[0-9]{{1,2}}、(?:(?=[{_HAN}“《])|(?=(?P<figure>[0-9]{{1,4}})[^0-9、，,.．—\-\s]))|[（(][一二三四五六七八九十]{{1,3}}[）)]、"
)
_NUMBERING_SIGN = lazy("、(?<=[0-9）)].)")
_PAUSE = lazy("、(?<=[”》]、)[“《]")
_NUMBER_BEFORE, _POINT_BEHIND = "(?<=[一二三四五六七八九十0-9]..)", f"(?=[{_HAN}“《])"
_DOUBLED = lazy(
    rf"[，。、；：,;:][ \t\u3000]{{0,2}}[，。、；：,;:](?:[ ]?[，。、；：,;:])*|(?:、[.．]|[.．]、){_NUMBER_BEFORE}{_POINT_BEHIND}"
)
_DOUBLED_SIGN = (
    *beginning("，。、；：,;:", "[ \t\u3000]{0,2}[，。、；：,;:]"), *beginning("、", f"[.．]{_NUMBER_BEFORE}"),
    *beginning("．", f"、{_NUMBER_BEFORE}"), point(f"、{_NUMBER_BEFORE}"),
)  # fmt: skip
_STUCK = lazy(
    rf"[0-9.]{{0,12}}[0-9][{_COUNTED}%％元](?P<number>[1-9][0-9]?)[、.．](?=[{_HAN}“《])"
    rf"|(?<=[{_HAN}]{{2}})[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?[%％](?P<count>[0-9]{{1,5}}[{_COUNTED}])(?=[{_HAN}])"
)
_STUCK_SIGN = (*beginning(f"{_COUNTED}%％元", rf"[0-9]{{1,2}}[、.．](?=[{_HAN}“《])"), *beginning("%％", "[0-9]"))
#: Steps of an enumeration inside a paragraph.
_STEP = lazy(
    rf"(?P<is>[一二三四五六七八九])(?<![第其之十无有统唯].)是(?![否指])|[（(](?P<round>[一二三四五六七八九])[）)](?=[{_HAN}“《])"
    rf"|(?P<digit>[1-9])(?<![0-9.．{_COUNTED}].)[、.．](?=[{_HAN}“《])"
)
#: A later step that does not follow the end of a sentence; most do.
_STEP_SIGN = (
    *beginning("是", r"(?<=[二三四五六七八九].)(?<![。；;：:\s“（(]..)"), *beginning("）)", "(?<=[，,、][（(][二三四五六七八九].)"),
    *beginning("、．", rf"(?<=[，,、][2-9].)(?=[{_HAN}“《])"), point(rf"(?<=[，,、][2-9].)(?=[{_HAN}“《])"),
)  # fmt: skip
_NEXT = line_end(r"\s{0,8}(?P<step>[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|[0-9]{1,2}[.．、](?![0-9]))")
_CLAUSE = lazy(
    rf"[，,。；;](?P<words>[{_HAN}]{{4,14}}?)[约近超]?[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?[{_HAN}%％]{{1,4}}(?P<mark>、)(?P<rest>[^。；;\n]{{4,60}})"
)
_UNIT_SIZES = (1, 2, 3, 4)
_CLAUSE_SIGN = lazy(rf"、(?=[{_HAN}])(?:{'|'.join(f'(?<=[0-9][{_HAN}%％]{{{n}}}、)' for n in _UNIT_SIZES)})")
_LONGEST, _REST = 34, 61
"""Characters of such a statement before its mark, and behind it."""
_DIGITS = "一二三四五六七八九"
_LATER_STEP = beginning("，,、", rf"(?P<step>[二三四五六七八]是)(?=[{_HAN}“]{{4}})")
_OTHER_STEPS = lazy("[。；;][二三四五六七八]是")
#: A step right behind a word or a figure.
_STUCK_STEP = (
    *beginning("是", rf"(?<=[{_HAN}0-9%％][二三四五六七八].)(?<![第其之十无有统唯周期初两二三四五六七八九]..)(?=[{_HAN}“]{{3}})"),
    *beginning("是", rf"(?<=[{_HAN}0-9%％]一.)(?<![第其之十唯统单们将要着惟][一].)(?=[{_HAN}“]{{3}})(?=[^\n]{{4,400}}二是)"),
    *beginning("（", rf"[二三四五六七八九]）(?=[{_HAN}]{{2}})(?![项款型级期段标类])(?<=[{_HAN}0-9%％，,、]（.）)(?<![第小款项条]（.）)"),
)
_SHORT = 8
#: A line with more doubled marks than this is the remains of a table.
_TABLE = 5
_MANY = 100
"""More steps than this are no enumeration."""
#: So few half-width marks are slips where so many full-width ones stand for each; more are a habit.
_SLIPS, _RULE = 2, 10


def punctuation(context: Context) -> Iterator[Finding]:
    """Yield marks that are lost, doubled or wrong; what runs through a whole document as one finding."""
    yield from over(context, lambda text: marks(text, context.prose.wide))


def marks(text: str, wide: str = "") -> Iterator[Hit]:
    """Yield what is wrong with the marks of a text.

    Args:
        wide: the same with its half-width marks in full width, where these are no slips; see :attr:`.Prose.wide`.
    """
    for find in (_half, _mixed, _numbering, _pauses):
        yield from find(text)
    yield from apart(
        wide or text, doubled, stuck, unended, joined, lambda _wide: pairs(text), strays, _begun, colons, listed, seams, clauses,
        misplaced, leads, dangling, said_twice, unparted, steps,
    )  # fmt: skip


# What runs through a document


def _half(text: str) -> Iterator[Hit]:
    told = lost_marks(text).union(half_pauses(text), (sign.start() for sign in in_order(text, EATEN)))
    found = [match.span() for match in in_order(text, _HALF) if match.start() not in told]
    if len(found) <= _SLIPS and text.count("，") >= _RULE * len(found):
        for start, end in found:
            if text[start] in ",;":
                quote = text[max(0, start - 4) : end + 4].replace("\n", " ")
                message = _("a half-width mark where all others are full-width: {quote}").format(quote=quote)
                yield Hit("PUNCT001", start, end, message, _("write {mark}").format(mark="，；"[",;".index(text[start])]), Severity.WARNING)
        found = [span for span in found if text[span[0]] not in ",;"]
    yield from _once(
        "PUNCT001",
        found,
        lambda n: ngettext("a half-width mark between Chinese characters", "{n} half-width marks between Chinese characters", n),
        _("write ，；：（）“”, not , ; : ( ) \" \"; replacing them all at once is safe between Chinese characters"),
    )


def _begun(text: str) -> Iterator[Hit]:
    """Yield 三是 in the middle of a sentence of which it is the first step, behind the only comma among steps, or no mark."""
    later = in_order(text, _LATER_STEP)
    stuck_steps = [match for pattern in _STUCK_STEP for match in islice(each(text, pattern), _TABLE + 1)]
    for match in later if len(later) <= _MANY else ():
        start, end = line_of(text, match.start(), match.end())
        sentence = re.split("[。；;：:]", text[start : match.start()])[-1]
        first = not re.search("[一二三四五六七八]是", sentence) and len(sentence) > _SHORT
        if first or (_OTHER_STEPS.search(text, start, end) and len(re.findall("[，,、][二三四五六七八]是", text[start:end])) == 1):
            yield _open_end(text, match.start() - 6, match.end(), match["step"])
    for match in stuck_steps if len(stuck_steps) <= _TABLE else ():
        start = match.start() - 1 if match.group() == "是" else match.start()
        yield _open_end(text, start - 6, match.end(), text[start : match.end()])


def _mixed(text: str) -> Iterator[Hit]:
    """Yield brackets that open in one width and close in the other."""
    for match in _MIXED.finditer(text) if "(" in text or ")" in text else ():
        message = _("a bracket that opens in one width and closes in the other: {quote}").format(quote=match.group()[:20])
        yield Hit("PUNCT001", *match.span(), message, _("write （ and ） around Chinese text"), Severity.WARNING)


def _numbering(text: str) -> Iterator[Hit]:
    found = []
    for sign in each(text, _NUMBERING_SIGN):
        if text[sign.start() - 1].isdecimal() and "\u4e00" <= text[max(0, sign.start() - 2)] <= "\u9fff":
            continue  # 东片5、: most are no numbers of lists
        match = _NUMBERING.search(text, max(sign.start() - 5, 0), sign.end() + 6)
        if match and match.end() == sign.end() and _begins(text, match.start(), "。\n" if match["figure"] else "。；;：:\n"):
            found.append(match.span())
    bracketed = [span for span in found if text[span[0]] in "（("]
    for start, end in bracketed[:1]:
        message = _("a number in brackets takes no mark: {quote}").format(quote=text[start:end])
        yield Hit("PUNCT002", start, end, message, _("write （一） without 、"), Severity.WARNING)
    found = [span for span in found if text[span[0]] not in "（("]
    yield from _once(
        "PUNCT002",
        found,
        lambda n: ngettext("a number of a list with the wrong mark", "{n} numbers of lists with the wrong mark", n),
        _("write 1. or （一）, and 、 only after 一, 二, 三"),
    )


def _begins(text: str, at: int, after: str) -> bool:
    """Whether something new begins at ``at``: the text itself, or what follows one of ``after``."""
    return not (before := text[max(at - 8, 0) : at].rstrip(" \t\u3000")) or before[-1] in after


def _pauses(text: str) -> Iterator[Hit]:
    found = [(match.start() - 1, match.end()) for match in each(text, _PAUSE)]
    yield from _once(
        "PUNCT003",
        found,
        lambda n: ngettext("a 、 between two quotations or titles", "{n} times 、 between quotations or titles", n),
        _("write “…”“…” and 《…》《…》 without it"),
    )


def _once(code: str, found: list[tuple[int, int]], message: Callable[[int], str], hint: str) -> Iterator[Hit]:
    """One finding for the whole document, at the first place."""
    if found:
        yield Hit(code, *found[0], message(len(found)).format(n=len(found)), hint)


# Single places


def doubled(text: str) -> Iterator[Hit]:
    """Yield marks of which one is too many."""
    for line in lines_with(_DOUBLED_SIGN, text):
        found = [match for match in _DOUBLED.finditer(text, *line) if _is_doubled(text, match)]
        for match in found if len(found) <= _TABLE else ():
            message = _("marks doubled: {quote}").format(quote=match.group())
            yield Hit("PUNCT004", *match.span(), message, _("keep one; or words between them were lost"))


def _is_doubled(text: str, match: re.Match[str]) -> bool:
    """Not leaders of a table of contents, nor signs of a program or an address."""
    quote = match.group()
    # What follows a colon, or a % without its figure, is the matter of ``blank``.
    if len(quote) > 4 or quote[0] in "：:" or text[match.end() : match.end() + 1] in ("%", "％"):
        return False
    if quote.isascii():
        around = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        return len(set(quote) - {" "}) <= 2 and any(char > "\u3000" or char in "%％" for char in around if char) and all(around)
    return True


def stuck(text: str) -> Iterator[Hit]:
    """Yield a number that follows a figure without any mark between them."""
    for line in lines_with(_STUCK_SIGN, text):
        for match in _STUCK.finditer(text, *line):
            name = "number" if match["number"] else "count"
            message = _("no mark before {number}: {quote}").format(number=match[name], quote=match.group())
            yield Hit("PUNCT005", *match.span(), message, _("end the sentence before it; the two figures run into each other"))


def unended(text: str) -> Iterator[Hit]:
    """Yield a step of an enumeration that consists of sentences and does not end as one."""
    for start, end in lines_with(_STEP_SIGN, text):
        known: dict[tuple[str, int], int] = {}
        for match in _STEP.finditer(text, start, end):
            style = str(match.lastgroup)
            number = _DIGITS.index(match[style]) + 1 if style != "digit" else int(match[style])
            begun = known.get((style, number - 1), -1)
            known[style, number] = match.end()
            before = text[match.start() - 1 : match.start()]
            if begun >= 0 and _unended(style, before, text[begun : match.start()]):
                low = max(text.rfind("，", begun, match.start() - 1), text.rfind(",", begun, match.start() - 1), match.start() - 12, begun)
                yield _open_end(text, low if low == begun else low + 1, match.end(), match.group())
    for match in each(text, _NEXT):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
        if line.endswith(("，", ",", "、")) and "。" in line:
            end = text.rfind("\n", 0, match.start()) + 1 + len(line)
            yield _open_end(text, end - min(10, len(line)), end, match["step"])


def _unended(style: str, before: str, item: str) -> bool:
    """Whether the item that ends here is made of sentences, and its last one has no end."""
    if "。" not in item:
        return False
    cut = style == "is" and bool(re.match(f"[{_HAN}0-9%％]", before))
    return before in "，,、" or (cut and not item.endswith(("就", "这", "也", "则")))


def _open_end(text: str, start: int, end: int, step: str) -> Hit:
    start = max(0, start)
    message = _("no full stop before {step}: {quote}").format(step=step, quote=text[start:end])
    return Hit("PUNCT006", start, end, message, _("the step before consists of sentences; end the last one with 。"))


def joined(text: str) -> Iterator[Hit]:
    """Yield 、 between two statements of one form, of which the second has a comma of its own."""
    end = 0
    for sign in each(text, _CLAUSE_SIGN):
        at = sign.start()
        if at < end or not _is_said_again(text, at):
            continue
        low, high = around(text, at, _LONGEST, _REST)
        match = _CLAUSE.search(text, max(low, end), high)
        if match is not None and match.start("mark") == at:
            end = match.end()
            second = match["rest"].find(match["words"])
            if second > 0 and match["rest"][second - 1] in "，,":
                start = match.start("words")
                stop = match.start("rest") + second + len(match["words"])
                message = _("、 joins two statements: {quote}").format(quote=text[start:stop])
                yield Hit("PUNCT007", start, stop, message, _("write ； or 。 where the first one ends"))


def _is_said_again(text: str, at: int) -> bool:
    """Whether the end of the words before the figure that ends at ``at`` stands once more behind it."""
    end = next((at - size for size in _UNIT_SIZES if text[at - size - 1].isdecimal()), at)
    words = text[max(0, end - _LONGEST) : end].rstrip("0123456789.")
    words = words[:-1] if words[-1:] in "约近超" else words
    return words[-3:] in text[at + 1 : at + _REST]


explained(
    Explanation(
        "PUNCT001",
        "half-width-marks",
        "punctuation",
        Severity.INFO,
        N_("Between Chinese characters stand the marks of Chinese: ，；：？！（）“”. One finding for a document, with their number."),
        N_("Half-width marks crowd the characters and break at line ends; many come from a page that was typed with the wrong keyboard."),
        "水库已完工,渠道正在施工。",
        "水库已完工，渠道正在施工。",
        N_("Replace them all; digits, Latin words and % stay half-width."),
    ),
    Explanation(
        "PUNCT002",
        "numbering-mark",
        "punctuation",
        Severity.INFO,
        N_("Numbers of lists: 一、 then （一） without a mark, then 1. and （1）. One finding for a document."),
        N_("1、 and （一）、 are the commonest slips of form; after a figure the 、 is easily read as part of a list."),
        "1、新建水闸三座。",
        "1.新建水闸三座。",
        N_("Write 1. and （一）; 、 belongs after 一, 二, 三 only."),
    ),
    Explanation(
        "PUNCT003",
        "pause-between-quotations",
        "punctuation",
        Severity.INFO,
        N_("Between quotations and between titles that follow each other stands no 、. One finding for a document."),
        N_("GB/T 15834 leaves it out: the closing and the opening mark already divide them."),
        "落实“河长制”、“林长制”。",
        "落实“河长制”“林长制”。",
        N_("Leave it out, unless a bracket stands between them."),
    ),
    Explanation(
        "PUNCT004",
        "doubled-marks",
        "punctuation",
        Severity.WARNING,
        N_("No two marks follow each other: 。。 ，， ，。 ；；."),
        N_("One is too many, or the words between them were lost, often a figure."),
        "全年完成绿化120亩，，超过计划。",
        "全年完成绿化120亩，超过计划。",
        N_("Keep the right one; look whether words are missing between them."),
    ),
    Explanation(
        "PUNCT005",
        "figures-run-together",
        "punctuation",
        Severity.WARNING,
        N_("A mark stands between a figure and what is said next, with a figure of its own: 办结97件，办结率98.9%."),
        N_("Without it the end of one statement is read with the beginning of the next: 6座3、 or 75%12个."),
        "目前已建成6座3、修复堤防两段。",
        "目前已建成6座。修复堤防两段。",
        N_("End the sentence before the number."),
    ),
    Explanation(
        "PUNCT006",
        "step-without-end",
        "punctuation",
        Severity.WARNING,
        N_("A step of an enumeration that has a full stop inside ends with one too, before 二是, （二） or 2. begins."),
        N_("With a comma at its end the next step reads as part of the last sentence."),
        "一是修堤防。全线完工，受到好评，二是清淤泥。",
        "一是修堤防。全线完工，受到好评。二是清淤泥。",
        N_("Write 。 there."),
    ),
    Explanation(
        "PUNCT007",
        "pause-between-statements",
        "punctuation",
        Severity.WARNING,
        N_("、 divides words, not statements that have commas of their own and repeat each other's verb."),
        N_("The reader takes what follows for another item of a list and loses which figure belongs to what."),
        "东闸主体封顶，完成土建投资300万元、西闸基础完工，完成土建投资200万元。",
        "东闸主体封顶，完成土建投资300万元；西闸基础完工，完成土建投资200万元。",
        N_("Write ； or 。 between them."),
    ),
)
