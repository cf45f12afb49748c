"""Numbered steps and the chains they make: 一是 二是, （一）（二）, 1. 2., 首先 其次 最后.

A chain begins with its first step and ends where a heading of a higher order stands. A first step inside a chain
begins an inner one, and the outer one may go on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..claims.enumeration import read_step
from ..patterns import in_order, lazy
from .ground import Ground
from .statements import Reading

_STEP = lazy(
    r"(?P<nth>第[一二三四五六七八九十]{1,2})(?=[,:是]|、(?!第?[一二三四五六七八九十]))|其(?P<its>[一二三四五六七八九])(?=[、,:是])"
    r"|(?P<circled>[①-⑩⑴-⑽⒈-⒑])"
    r"|(?P<han>[一二三四五六七八九十]{1,3})(?P<mark>[是要靠抓、)])"
    r"|(?<![0-9.])(?P<digits>[0-9]{1,2})(?P<sign>[.、)])"
    r"|(?<![一-鿿])(?P<word>首先|其次|再次|最后)(?=[,、:])"
)
_HAN = "[一二三四五六七八九十]"
_SIGNS = (
    *(lazy(rf"{mark}(?<=[一二三四五六七八九十0-9]{mark})") for mark in ("是", r"\)")),
    *(lazy(rf"{mark}(?<={_HAN}{mark})") for mark in "要靠抓"),
    lazy(rf"第{_HAN}[,:]"),
    lazy(r"其[一二三四五六七八九十][,:]"),
    *(lazy(rf"{word}[,:、]") for word in ("其次", "首先", "再次", "最后")),
    lazy(r"、(?<=[一二三四五六七八九十0-9]、)"),
    lazy(r"\.(?<=[0-9]\.)(?:(?![0-9])|(?=20[0-9]{2}年))"),
)
"""What ends with the mark behind what may be a step. Each begins with one character, for which a search runs over a text many times
faster than for any of a few, or for the step; that before a comma, which is no mark of a step mostly, with the step."""
_CIRCLED = lazy("[①-⑩⑴-⑽⒈-⒑]")
_BEGINS = frozenset("第其①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑一二三四五六七八九十0123456789首再最")
"""What a step may begin with."""
_WIDTH = 3
"""Characters of the longest number of a step."""
_STYLES = {"、": "heading", ")": "bracket", "是": "是", "要": "要", "靠": "靠", "抓": "抓"}
_SAID = ("是", "要", "靠", "抓", "其")
"""Styles whose steps stand in the run of a sentence."""
_UNMARKED = "unmarked"
"""我们一是…；二是…: the beginning of a chain that no mark parts from its sentence; a beginning only if none is open."""
FAINT = frozenset(("要", "靠", "抓", "其", "nth", "circled"))
"""Styles of which one step alone says nothing: 三要素, 第二产业, the number of a footnote."""
_RUN_ON = "?"
"""Before the style of a 1 that no mark parts from its sentence: 其中1.甲；2.乙. It begins a chain if a 2 follows that has none."""
_INTO = lazy("(?:,|其中|包括|分别[是为]|[是有为即]|[如以]下|工作|任务|项目|措施|方面)[(]?[ ]?$")
_WORDS_WITH_ONE = frozenset("统唯之其第单万同不专如划逐合任某十百零")
"""What stands before 一 in 统一是, 之一是 and the like, which begin nothing."""
_NUMBERED_WORDS = ("一般", "一审", "一体", "一线", "一季", "一产", "一事", "一站", "一网", "一卡", "三农", "三公", "四好", "五保", "十大")
"""Words with a numeral that a heading may begin with: 三、一般公共预算."""
_DIGIT_STYLES = {".": "dot", "、": "comma", ")": "round"}
_YEAR = lazy("20[0-9]{2}年")
_NEAR = 8
_EDGES = "\n。;:!?"
"""What a number of a list stands behind; one of 是 stands behind anything that is no word."""
_ENDS = {
    "heading": ("bracket", "dot", "comma", "round", "right", "是", "要", "靠", "抓", "其", "nth", "circled", "word"),
    "bracket": ("dot", "comma", "round", "right", "是", "要", "靠", "抓", "其", "nth", "circled", "word"),
    "dot": ("round", "right", "circled"), "comma": ("round", "right", "circled"), "round": ("right", "circled"),
}  # fmt: skip
"""The chains that a step of another style ends. 一是 and 首先 go on over small numbers, which often stand inside them."""
_NO_CELL = frozenset((*_SAID, _UNMARKED, "nth", "circled", "word"))
_ONCE = ("bracket", "heading")
_SMALL = frozenset(("round", "right", "circled"))
_RUNNING = frozenset(("bracket", "dot", "comma", "round"))
"""Styles that some reports number through: 1. to 4. below (一), 5. below (二). Who goes on at 2 has lost the 1 rather."""
_CELL = lazy(r"[ ]*-?[0-9][0-9.,%]*[ ]*")
_CELL_BEGINS = frozenset(" -0123456789")
_CELL_LENGTH = 40


class Step(NamedTuple):
    """One number of an enumeration, as written, with its place in the text."""

    style: str
    number: int
    text: str
    start: int
    end: int
    paragraph: int


@dataclass(slots=True)
class Chain:
    """Steps that belong together.

    Args:
        cut: the text begins behind the first step, so nothing can be said of what is missing.
    """

    style: str
    steps: list[Step] = field(default_factory=list)
    cut: bool = False

    @property
    def sound(self) -> bool:
        """Whether the steps are 1, 2, 3 … without gap."""
        return [step.number for step in self.steps] == list(range(1, len(self.steps) + 1))


def chains_of(reading: Reading) -> list[Chain]:
    """Return the chains of a text, looked for once."""
    found: list[Chain] | None = reading.memory.get("chains")
    if found is None:
        found = reading.memory["chains"] = chains(reading.ground)
    return found


def chains(ground: Ground) -> list[Chain]:
    """Return all chains of the text, in the order of their first steps."""
    found: list[Chain] = []
    open_: dict[str, list[Chain]] = {}
    headed: set[str] = set()
    ended: dict[str, list[Chain]] = {}
    run_on: dict[str, Step] = {}
    for step in steps(ground):
        if step.style[0] == _RUN_ON:
            run_on[step.style[1:]] = step._replace(style=step.style[1:])
            continue
        if step.style == _UNMARKED:
            known = open_.get("是")
            if known and known[-1].steps[-1].paragraph == step.paragraph:
                continue
            step = step._replace(style="是")
        ends = _ENDS.get(step.style, ())
        for style in [style for style in open_ if style in ends]:
            if (around := open_[style]) and _ends(step, open_.get(step.style, []), around[-1]):
                ended[style] = open_.pop(style)
        headed.update(ends)
        stack = open_.setdefault(step.style, [])
        first = run_on.pop(step.style, None) if step.number == 2 else None
        if first is not None and first.paragraph == step.paragraph and not (stack and stack[-1].steps[-1].number == 1):
            _place(first, stack, found, cut=False)
        before = ended.get(step.style, [])
        if not stack and before and _goes_on(step, before[0]):
            stack[:] = before[:1]
        _place(step, stack, found, cut=step.style not in headed)
    return sorted(found, key=lambda chain: chain.steps[0].start)


def _ends(step: Step, own: list[Chain], other: Chain) -> bool:
    """Whether a chain of a lower style ends at a step; one that began before the step's own goes around it: （1）…1.…2.…（2）."""
    inside = step.number == 1 and other.steps[-1].paragraph == step.paragraph
    if own and not inside:
        awaiting = (chain for chain in reversed(own) if chain.steps[-1].number == step.number - 1)
        return next(awaiting, own[0]).steps[0].start < other.steps[0].start
    return step.number != 1 or not (inside or other.style in _SMALL)


def _goes_on(step: Step, before: Chain) -> bool:
    """Whether a step below a new heading counts on from those below the heading before it."""
    return step.style in _RUNNING and step.number > 2 and before.steps[-1].number == step.number - 1


def _place(step: Step, stack: list[Chain], found: list[Chain], *, cut: bool) -> None:
    """Put a step where it belongs: behind the open chain that waits for it, or at the beginning of a new one."""
    if step.style == "word":
        _place_word(step, stack, found)
        return
    last = stack[-1].steps if stack else []
    if step.style in _ONCE and len(last) == 1 and last[0].number == step.number == 1 and last[0].paragraph == step.paragraph:
        last.append(step)  # (一)…(一)…(二) in one run of text: the number was not counted on
        return
    if step.number != 1:
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].steps[-1].number == step.number - 1:
                del stack[depth + 1 :]
                stack[depth].steps.append(step)
                return
        if stack:
            stack[-1].steps.append(step)
            return
    chain = Chain(step.style, [step], cut=cut and step.number != 1)
    stack.append(chain)
    del stack[:-4]
    found.append(chain)


def _place_word(step: Step, stack: list[Chain], found: list[Chain]) -> None:
    """首先 begins a chain of its paragraph; 其次 and 最后 go on with one, and are mere words where there is none."""
    last = stack[-1].steps if stack else []
    if step.text == "首先" and len(last) == 1 and last[0].text == "首先" and last[0].paragraph == step.paragraph:
        last.append(step)  # said twice, and nothing between
    elif step.text != "首先" and stack and stack[-1].steps[-1].paragraph >= step.paragraph - 2:
        stack[-1].steps.append(step)
    elif step.text in ("首先", "其次"):
        chain = Chain(step.style, [step])
        stack[:] = [chain]
        found.append(chain)


def steps(ground: Ground) -> Iterator[Step]:
    """Yield all steps of the text; numbers in the first column of a table are none."""
    plain = ground.plain
    for match in _matches(plain):
        found = _style(plain, match)
        if found is None:
            continue
        style, start = found
        known = read_step(plain[start : match.end()])
        if known is None or (style not in _NO_CELL and _in_table(plain, match.end())):
            continue
        paragraph = ground.clauses.paragraphs[ground.clause_at(start)]
        yield Step(style, known[1], plain[start : match.end()], start, match.end(), paragraph)


def _matches(plain: str) -> Iterator[re.Match[str]]:
    """Yield what ``_STEP`` finds, looked for from its mark backwards; a circled number is its own mark."""
    last = 0
    for sign in in_order(plain, (*_SIGNS, _CIRCLED) if "①" in plain or "⑴" in plain or "⒈" in plain else _SIGNS):
        mark = sign.end() - 1
        for start in range(max(last, mark - _WIDTH), mark + ("①" <= sign.group() <= "⒑")):
            match = _STEP.match(plain, start) if plain[start] in _BEGINS else None
            if match is not None:
                if match.end() >= mark:
                    yield match
                    last = match.end()
                break


def _style(plain: str, match: re.Match[str]) -> tuple[str, int] | None:
    """Return the style of what looks like a step, and where it begins; nothing for 第三、 in the run of a sentence."""
    kind, (start, end) = match.lastgroup, match.span()
    if kind == "word":
        return kind, start
    if kind == "its":
        return None if "一" <= plain[start - 1 : start] <= "鿿" else ("其", start)
    if kind == "nth" or kind == "circled":
        return (kind, start) if _at_edge(plain, start) else None
    mark, after = plain[end - 1], plain[end : end + 5]
    style = _STYLES[mark] if kind == "mark" else _DIGIT_STYLES[mark]
    if style in _SAID:
        before = plain[start - 1] if start else "\n"
        if not (before.isdigit() or "一" <= before <= "鿿"):
            return style, start
        begins = plain.startswith("一是", start) and not before.isdigit() and before not in _WORDS_WITH_ONE
        return (_UNMARKED, start) if begins else None
    if mark == ")":
        if start and plain[start - 1] == "(":
            start -= 1
        elif kind == "mark":
            return None
        else:
            style = "right"
    if style == "heading" and after[:1] and after[0] in "一二三四五六七八九十" and not after.startswith(_NUMBERED_WORDS):
        return None  # 一、二级
    if style == "dot" and after[:1].isdigit() and not _YEAR.match(after):
        return None
    if _at_edge(plain, start):
        return style, start
    return (_RUN_ON + style, start) if match["digits"] == "1" and _INTO.search(plain, max(0, start - _NEAR), start) else None


def _at_edge(plain: str, start: int) -> bool:
    before = plain[max(0, start - _NEAR) : start].rstrip(" ")
    return before[-1] in _EDGES if before else start <= _NEAR


def _in_table(plain: str, end: int) -> bool:
    """Whether a number begins a cell of a table that was read line by line: a short line with a lone figure near it."""
    line = plain.find("\n", end, end + _CELL_LENGTH)
    if line < 0 or "。" in plain[end:line]:
        return False
    for cell in plain[max(0, end - 40) : end].split("\n")[1:-1] + plain[line + 1 : line + 60].split("\n", 2)[:2]:
        if cell[:1] in _CELL_BEGINS and _CELL.fullmatch(cell):
            return True
    return False
