"""``enumeration``: 一是, 二是, 三是 come each once, in order, in one style."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import ClassVar

from ..errors import FigureError
from ..findings import Severity
from ..i18n import N_, strung
from ..i18n import later as _
from ..patterns import lazy
from ..quantities import from_chinese, half_width, to_chinese
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Text, Verdict, explained, finding, unknown

_C, _D = "[一二三四五六七八九十]{1,3}", "[0-9０-９]{1,2}"
ROW_NOUNS = ("批", "期", "轮", "类", "组", "档", "季度", "阶段", "标段", "梯队")
"""What reports number with figures: 第一批6个、第二批9个."""
_STYLES: tuple[tuple[str, str], ...] = (
    (rf"({_C})是", "{}是"), (rf"({_C})要", "{}要"), (rf"({_C})靠", "{}靠"), (rf"({_C})抓", "{}抓"),
    (rf"第({_C})是", "第{}是"), (rf"其({_C})", "其{}"), (rf"第({_C})[，,、]?", "第{}，"),
    (rf"[（(]({_C})[）)]", "（{}）"), (rf"({_C})、", "{}、"), (rf"({_D})[.．]", "{}."), (rf"({_D})、", "{}、"),
    (rf"[（(]({_D})[）)]", "（{}）"), (rf"({_D})[）)]", "{}）"), ("([①-⑩])", "{}"), ("([⑴-⑽])", "{}"), ("([⒈-⒑])", "{}"),
    (rf"第({_D})[，,、]?", "第{}，"),
    *((f"{nth}({_C}){noun}", f"{nth}{{}}{noun}") for noun in ROW_NOUNS for nth in ("第", "")),
)  # fmt: skip
_PATTERNS = tuple((lazy(pattern), form) for pattern, form in _STYLES)
_SINGLE = ("①②③④⑤⑥⑦⑧⑨⑩", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑")
"""Steps of one character."""
_ORDER_WORDS = {"首先": 1, "其次": 2, "再次": 3, "然后": 3, "此外": 3, "最后": 0}
_ORDER_STYLE = "首先"


@record(frozen=True, slots=True)
class Enumeration(Claim):
    """The steps of one enumeration, as read: 一是, 二是, 四是; 首先, 其次, 最后; （一）, （二）; 1., 2.

    Args:
        first: the number that it begins with: of a text that is cut off at its beginning, another than 1.
    """

    kind: ClassVar[str] = "enumeration"
    steps: tuple[str, ...]
    place: Place = NOWHERE
    likely: bool = False
    first: int = 1

    def operands(self) -> tuple[Operand, ...]:
        """None: a step is no figure."""
        return ()

    def judge(self, settings: Settings) -> Verdict:
        """Read the steps and follow them."""
        read = [read_step(step) for step in self.steps]
        steps = [step for step in read if step is not None]
        if len(steps) != len(read) or not steps:
            return unknown("ENUM001", _("a step is in no known style"))
        styles = dict.fromkeys(style for style, _number in steps)
        if len(styles) > 1:
            others = [step for step, (style, _number) in zip(self.steps, steps, strict=True) if style != steps[0][0]]
            words = {"steps": self._shown(), "styles": _list(others)}
            message = _("the steps are numbered in different styles: {steps}").format(**words)
            hint = _("write {styles} in the style of the first step").format(**words)
            return finding(self, Outcome.FAILS, "ENUM004", _("{steps}: styles are mixed").format(**words), message, hint)
        style = steps[0][0]
        return self._words() if style == _ORDER_STYLE else self._numbers(style, [number for _style, number in steps])

    def _numbers(self, style: str, numbers: list[int]) -> Verdict:
        if len(numbers) == 1 and numbers[0] == 1:
            return unknown("ENUM001", _("{steps} alone is no enumeration").format(steps=self._shown()))
        twice = [n for n in dict.fromkeys(numbers) if numbers.count(n) > 1]
        missing = [n for n in range(self.first, max(numbers) + 1) if n not in numbers]
        if twice:
            also = _list(_step(style, n) for n in missing)
            hint = _("renumber the steps; {missing} is missing").format(missing=also) if also else _("renumber the steps")
            return self._twice([_step(style, n) for n in twice], hint)
        if missing:
            return self._missing([_step(style, n) for n in missing])
        if numbers != sorted(numbers):
            return self._out_of_order(_list(_step(style, n) for n in sorted(numbers)))
        return Verdict(Outcome.HOLDS, "ENUM001", _("{steps}: each once and in order").format(steps=self._shown()))

    def _words(self) -> Verdict:
        """首先, 其次, 再次, 最后: the middle ones may be left out or said in other words, the ends have their places."""
        steps = self.steps
        if len(steps) == 1:
            return unknown("ENUM001", _("{steps} alone is no enumeration").format(steps=self._shown()))
        twice = [step for step in dict.fromkeys(steps) if steps.count(step) > 1 and step in ("首先", "其次", "最后")]
        if twice:
            return self._twice(twice, _("write 再次 or 最后 for the later ones"))
        if "首先" not in steps:
            return self._missing(["首先"])
        wanted = sorted(steps, key=lambda step: _ORDER_WORDS[step] or len(_ORDER_WORDS))
        if [_ORDER_WORDS[step] for step in steps] != [_ORDER_WORDS[step] for step in wanted]:
            return self._out_of_order(_list(wanted))
        if "再次" in steps and "其次" not in steps:
            return self._missing(["其次"])
        return Verdict(Outcome.HOLDS, "ENUM001", _("{steps}: each once and in order").format(steps=self._shown()))

    def _shown(self) -> str:
        return _list(self.steps)

    def _missing(self, steps: list[str]) -> Verdict:
        words = {"steps": self._shown(), "missing": _list(steps)}
        working = _("{steps}: {missing} is missing").format(**words)
        message = _("{missing} is missing in the enumeration").format(**words)
        return finding(self, Outcome.FAILS, "ENUM001", working, message, _("was a step left out, or only its number?"))

    def _twice(self, steps: list[str], hint: Text) -> Verdict:
        words = {"steps": self._shown(), "twice": _list(steps)}
        working = _("{steps}: {twice} comes more than once").format(**words)
        return finding(self, Outcome.FAILS, "ENUM002", working, _("{twice} comes more than once in the enumeration").format(**words), hint)

    def _out_of_order(self, wanted: str) -> Verdict:
        words = {"steps": self._shown(), "wanted": wanted}
        working = _("{steps}: in order it would be {wanted}").format(**words)
        message = _("the steps are out of order: {steps}").format(**words)
        return finding(self, Outcome.FAILS, "ENUM003", working, message, _("move the steps, or renumber them"))


@lru_cache(maxsize=512)
def read_step(text: str) -> tuple[str, int] | None:
    """Return style and number of a step as written, None where it is none. Words (首先) have the number of their place, 最后 0."""
    text = text.strip()
    if text.rstrip("，,、：:") in _ORDER_WORDS:
        return _ORDER_STYLE, _ORDER_WORDS[text.rstrip("，,、：:")]
    for at, (pattern, form) in enumerate(_PATTERNS):
        if found := pattern.fullmatch(text):
            number = _number(found[1])
            return (f"{at}:{form}", number) if number else None
    return None


def _number(digits: str) -> int:
    for row in _SINGLE:
        if digits in row:
            return row.index(digits) + 1
    plain = half_width(digits)
    if plain.isdigit():
        return int(plain)
    try:
        return int(from_chinese(plain))
    except FigureError:
        return 0


def _step(style: str, number: int) -> str:
    """How a step is written in a style."""
    at, form = style.split(":", 1)
    for row in _SINGLE:
        if row[0] in _STYLES[int(at)][0]:
            return row[number - 1] if number <= len(row) else str(number)
    return form.format(number if _D in _STYLES[int(at)][0] else to_chinese(number))


def _list(steps: Iterable[str]) -> str:
    return strung(steps)


explained(
    Explanation(
        "ENUM001",
        "step-missing",
        "enumeration",
        Severity.ERROR,
        N_("An enumeration (一是 二是 三是, 首先 其次 最后, 1. 2. 3., （一）（二）) leaves no step out."),
        N_("一是, 二是, 四是: the reader looks for the third; mostly it was deleted and the others were not renumbered."),
        "一是摸清底数；二是建立台账；四是回头检查。",
        "一是摸清底数；二是建立台账；三是回头检查。",
        N_("Renumber the steps, or put back what was deleted."),
    ),
    Explanation(
        "ENUM002",
        "step-repeated",
        "enumeration",
        Severity.ERROR,
        N_("No step of an enumeration comes twice."),
        N_("Two steps with one number come from two drafts that were put together."),
        "一是摸清底数；二是建立台账；二是回头检查。",
        "一是摸清底数；二是建立台账；三是回头检查。",
        N_("Renumber the steps."),
    ),
    Explanation(
        "ENUM003",
        "steps-out-of-order",
        "enumeration",
        Severity.ERROR,
        N_("The steps of an enumeration come in order."),
        N_("Steps were moved and not renumbered; what refers to “the second” now means another one."),
        "一是摸清底数；三是建立台账；二是回头检查。",
        "一是摸清底数；二是建立台账；三是回头检查。",
        N_("Move the steps, or renumber them."),
    ),
    Explanation(
        "ENUM004",
        "styles-mixed",
        "enumeration",
        Severity.WARNING,
        N_("All steps of one enumeration are numbered in one style."),
        N_("首先, 第二, 三是 reads as three beginnings; mostly it comes from several hands."),
        "首先摸清底数；第二，建立台账；三是回头检查。",
        "首先摸清底数；其次建立台账；最后回头检查。",
        N_("Choose one style for one list."),
    ),
)
