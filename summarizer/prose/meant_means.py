"""``average`` of the total and the number that are meant, where none of the figures around gives it.

What an average is over stands in its words (站均, 每车次, 单件, 元/公斤), and so, often, does what it is of (人均创收, 平均常住人口). Each
is looked for by that: first beside the average, then at the head of its sentence or, for people, of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from ..claims.average import Average
from ..claims.base import Claim
from ..patterns import lazy
from ..quantities import unit
from . import words
from .averages import bases_of, converts
from .choosing import led_by, together
from .joining import is_part, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_OVER = lazy(
    r"(?:^[ ,]*平均(?!每)|(?P<noun>[㐀-鿿]{1,4}?)(?:平均|均)(?!每)|(?:平均)?每个?(?P<each>[㐀-鿿]{1,4}?)|单(?P<one>(?!位)[㐀-鿿]))"
    r"(?P<of>[㐀-鿿]{2,6}|捐)?(?:约|高?达到?了?|为|是|近|超过)*[: ]*$"
)
_PER = lazy("^(?:每|单(?!位))个?")
_TIMES = lazy(r"[月日周天年]均|每[月日周天年]|月平均|日平均|同比|比上年|增|降|百|千|万|超(?!过)|[高低多少]于|高出")
_BACK = 40
_CLAUSES = 4
_FAR = 3
"""How many times a quotient may be off that is taken for the one that was meant."""
_KINDS = ("生", "师")
"""学生 and 教师: people of a kind that the average names."""
_FROM = lazy("[由从][^,;。]*$")
_STATED = (Role.AVERAGE, Role.LEVEL, Role.ACTUAL, Role.TO)
_SIGNS = ("均", "每", "单")


@dataclass(frozen=True, slots=True)
class _Mean:
    """An average and its words: what it is over, by noun or measure word, and what it is of."""

    stated: Statement
    bases: frozenset[str]
    noun: str
    of: str
    front: str


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each average that is the result of none yet."""
    for s in together(reading.of_role(Role.AVERAGE), led_by(reading, *_SIGNS)):
        if s.role is Role.FROM and s.index + 1 < len(reading.statements):
            lead, s = s.lead, reading.statements[s.index + 1]  # 户均由上年的2760元提高到3000元
            s = replace(s, lead=_FROM.sub("", lead)) if s.role is Role.TO else s
        if s.start in results or s.listed or s.quantity.is_hedged or not s.quantity.value or s.role not in _STATED:
            continue
        mean = _mean(s)
        if mean is None or not s.is_amount or words.STANDARD.search(s.lead):
            continue
        total, number = _together(reading, mean)
        if total is not None and number is not None and _is_near(mean, total, number):
            stated = operand(reading, s, per=s.quantity.per in words.MEASURES)
            where = [t for t in (total, number, s) if t.sentence == s.sentence]
            yield Average(stated, operand(reading, total), operand(reading, number), place(reading, *where), True)


def _mean(stated: Statement) -> _Mean | None:
    if _TIMES.search(stated.lead) or "·" in stated.quantity.per:
        return None
    found = _OVER.search(stated.lead)
    if stated.quantity.per:
        per = stated.quantity.per
        return _Mean(stated, words.PEOPLE if per in words.PEOPLE else frozenset((per,)), "", "", "")
    if found is None:
        return None
    noun = _PER.sub("", found["noun"] or found["each"] or found["one"] or "")
    known = frozenset(bases_of(stated))
    bases = words.PEOPLE if known & words.PEOPLE or noun == "人" else known or frozenset((noun,))
    return _Mean(stated, bases, noun, found["of"] or "", stated.lead[: found.start()].strip(" ,"))


def _together(reading: Reading, mean: _Mean) -> tuple[Statement | None, Statement | None]:
    """Return the total and the number: in the bracket behind, beside the average, or the only ones of the sentence before."""
    stated = mean.stated
    behind = [s for s in reading.statements[stated.index + 1 : stated.index + 3] if s.depth == stated.depth + 1]
    if len(behind) == 2 and behind[0].bracket == behind[1].bracket and behind[0].bracket - stated.end < 2:
        for number, total in (behind, behind[::-1]):
            if total.dimension == stated.dimension and total.role in LEVELS and _may_be_number(number, mean):
                return total, number
    if (whole := _total(reading, mean)) is not None:
        return whole, _number(reading, mean, whole)
    return _of_sentence_before(reading, mean)


def _of_sentence_before(reading: Reading, mean: _Mean) -> tuple[Statement | None, Statement | None]:
    """Return total and number of 培训210人；投入经费84万元。人均4000元, where no other figure could be either."""
    stated = mean.stated
    if reading.begin(stated) != reading.ground.clauses.starts[stated.clause] or stated.depth:
        return None, None
    near = [s for s in _levels(reading, mean) if s.sentence == stated.sentence - 1 and not s.depth]
    totals = [s for s in near if s.dimension == stated.dimension]
    numbers = [s for s in near if _may_be_number(s, mean)]
    plain = len(totals) == len(numbers) == 1 and not words.REAL.search(totals[0].lead) and abs(totals[0].index - numbers[0].index) <= 2
    return (totals[0], numbers[0]) if plain else (None, None)


def _levels(reading: Reading, mean: _Mean) -> list[Statement]:
    near = [s for s in reading.before(mean.stated, _BACK) if s.paragraph == mean.stated.paragraph and s.role in LEVELS]
    return [s for s in near if not s.quantity.per and s.role not in (Role.TARGET, Role.PRIOR) and not s.quantity.is_hedged]


def _total(reading: Reading, mean: _Mean) -> Statement | None:
    """Return the total that the average names, or the one amount of its kind that stands right before it, or behind as 总值."""
    stated = mean.stated
    beside = _before_bracket(reading, stated)
    if beside is not None:
        return beside
    near = [s for s in _levels(reading, mean) if s.dimension == stated.dimension and s.depth == stated.depth and s.quantity.value]
    near = [s for s in near if s.quantity.size()[0] > stated.quantity.size()[0] and not _is_of_list(reading, s)]
    if any(words.REAL.search(s.lead) for s in near[:1]):
        return None  # 人均生产总值 is over people that no text counts
    own = [s for s in near if s.segment == stated.segment and stated.clause - s.clause <= _CLAUSES]
    named = [s for s in near if _has_word(s, mean.of) or (mean.front and s.subject == mean.front)]
    if named and (own[:1] == named[:1] or not own or _is_broken_down(reading, named[0], own)):
        return named[0]
    if own:
        return own[0] if len(own) == 1 else None
    for behind in reading.statements[stated.index + 1 : stated.index + 2]:
        if behind.dimension == stated.dimension and behind.clause - stated.clause == 1 and words.WHOLE_YIELD.search(behind.lead):
            return behind
    alike = [s for s in near if mean.of[:1] in s.subject] or [s for s in near if mean.of[-1:] in s.subject] if mean.of else []
    return alike[0] if len(alike) == 1 else None


def _is_broken_down(reading: Reading, whole: Statement, own: list[Statement]) -> bool:
    """Whether what stands nearer is what a named total has among it: 耕地24万亩，其中水田4万亩；旱地20万亩；人均耕地3亩."""
    below = (s.sentence == whole.sentence and s.index > whole.index and is_part(reading, s) for s in own)
    return all(below) and not is_part(reading, whole)


def _before_bracket(reading: Reading, stated: Statement) -> Statement | None:
    """Return the total that an average in the bracket right behind it is of: 县级补助3798万元（人均135元）."""
    before = reading.statements[stated.index - 1] if stated.index and stated.depth else None
    if before is None or before.depth != stated.depth - 1 or stated.bracket - before.end > 1 or before.dimension != stated.dimension:
        return None
    own = before.role in LEVELS and before.quantity.size()[0] > stated.quantity.size()[0] and not before.quantity.per
    return before if own and before.role is not Role.TARGET else None


def _is_said_of(mean: _Mean, total: Statement) -> bool:
    """Whether a total heads the sentence of the average that names it, and others of its kind stand between."""
    return total.sentence == mean.stated.sentence and _has_word(total, mean.of)


def _has_word(figure: Statement, of: str) -> bool:
    """Whether a figure has a word of two characters of a name."""
    return any(of[n : n + 2] in figure.subject for n in range(len(of) - 1))


def _is_of_list(reading: Reading, figure: Statement) -> bool:
    """Whether a figure is one of those that 其中 leads to, and of their kind: 案件9起，其中甲4起，罚没3万元 has one part, and not two."""
    if not is_part(reading, figure):
        return False
    before = reading.so_far(figure, _BACK)
    head = next((s for s in before if not is_part(reading, s)), None)
    return head is None or head.like(figure)


def _number(reading: Reading, mean: _Mean, total: Statement) -> Statement | None:
    """Return the number in the bracket behind, the one of the sentence, or for people the figure that heads the paragraph."""
    stated = mean.stated
    behind = reading.statements[stated.index + 1 : stated.index + 2]
    if behind and behind[0].depth == stated.depth + 1 and behind[0].clause == stated.clause and _may_be_number(behind[0], mean):
        return behind[0]
    near = [s for s in _levels(reading, mean) if s is not total and s.depth == total.depth and _may_be_number(s, mean)]
    own = [s for s in near if s.sentence == stated.sentence and not _is_of_list(reading, s)]
    if own:
        return own[0] if len({s.quantity.size()[0] for s in own}) == 1 or _is_next(own[0], total) else None
    for after in behind:
        beside = after.segment == stated.segment and after.clause - stated.clause == 1 and after.depth == stated.depth
        if beside and after.role in LEVELS and _may_be_number(after, mean):
            return after
    before = [s for s in near if s.sentence == stated.sentence - 1 and not _is_of_list(reading, s)]
    if len(before) == 1 and (total.segment == stated.segment or total.sentence == before[0].sentence) and len(near) == 1:
        return before[0]
    heads = [s for s in near if stated.sentence - s.sentence <= 2 and not _is_of_list(reading, s)]
    if len(heads) == 1 and not before and total.segment == stated.segment:
        return heads[0]  # 资助学生580名。其中城区210名。发放176万元，人均
    if mean.bases & words.PEOPLE and near and (total.segment == stated.segment or _is_said_of(mean, total)):
        called = [s for s in near if mean.noun in s.subject] if mean.noun in _KINDS else near[-1:]
        largest = all(s.quantity.size()[0] <= called[-1].quantity.size()[0] for s in near) if called else False
        return called[-1] if largest or (len(called) == 1 and mean.noun in _KINDS) else None
    return None


def _is_next(number: Statement, total: Statement) -> bool:
    """Whether a number stands right beside the total, with nothing between that counts."""
    return number.segment == total.segment and abs(number.clause - total.clause) <= 2


def _may_be_number(level: Statement, mean: _Mean) -> bool:
    own, noun = level.quantity.unit, mean.noun
    if own.name == "人次" and words.OF_RESIDENTS.search(mean.stated.lead):
        return False
    if own.name == "" and bool(noun) and level.tail.startswith(noun):
        return True  # 19.82万担
    if not level.is_amount or (level.dimension == mean.stated.dimension and own.name == mean.stated.quantity.unit.name):
        return False
    if own.name in mean.bases or (not noun and not mean.stated.quantity.per and level.quantity.is_count):
        return True  # 项目114个，总投资263亿元，平均投资规模2.3亿元
    if converts(mean.bases, own):
        return True
    thing = bool(noun) and (level.subject.endswith(noun) or level.tail.startswith(noun))
    return own.counting and thing and not mean.bases & words.PEOPLE


def _is_near(mean: _Mean, total: Statement, number: Statement) -> bool:
    if not number.quantity.value:
        return False
    own = number.quantity.unit.name
    base = next((unit(b) for b in sorted(mean.bases, key=lambda b: (b != own, b)) if b in words.MEASURES), None)
    many = number.quantity.size()[0] / (float(base.factor) if base else 1)
    apart = total.quantity.size()[0] / many / mean.stated.quantity.size()[0]
    return 1 / _FAR < apart < _FAR
