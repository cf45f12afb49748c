"""Growth of what is named, and stands in a sentence before: 受理投诉A件，办结B件。投诉量比上年增加D件，上升P%."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim
from ..patterns import lazy
from . import words
from .grown import compare_apart, growth_of, is_real, may_grow, side
from .joining import holds, is_part
from .nearness import may_fit
from .roles import CHANGES, Role
from .statements import Reading, Statement

_FEW, _FAR = 16, 24
_SENTENCES = 3
"""Sentences before one that names what changed, in which it is looked for."""
_COMPARES = ("比", "较", "同比", "环比", "与")
_BEHIND = 2
"""Characters behind a figure that name it."""
_TOTALS = (Role.LEVEL, Role.ACTUAL)
_NAME_ENDS = lazy("(?:合计|总计|共计|总[数量额]|(?:[起件户宗批家例台]|人次|人)数|[数量额各均都也])+$")
"""What a name may have behind it, and not when it comes again."""
_NUMBER_OF = lazy("^(?P<unit>[起件人户宗批家例台次]|人次|批次)数$")
"""起数: what is counted in 起."""


def of_its_name(reading: Reading, group: list[Statement], change: Statement, percent: Statement) -> Iterator[Claim]:
    """Read 受理投诉A件，办结B件。投诉量比上年增加D件，上升P%: the level of a sentence before that has the name of what changed."""
    first = group[0]
    found = []
    for candidate in reading.before(first, _FAR):
        if candidate.sentence < first.sentence - _SENTENCES or candidate.paragraph != first.paragraph:
            break
        other = candidate.segment != first.segment and candidate.depth <= first.depth
        other = other and (not candidate.listed or candidate.tail[:_BEHIND] == first.subject[:_BEHIND])
        if other and may_grow(candidate, change) and is_named(first.subject, candidate):
            found.append(candidate)
    for level in found:
        if may_fit(level, change, percent) and holds(claim := growth_of(reading, group, *side(level), (change, percent, None))):
            yield claim
            return
    heads = [level for level in found if level.role in _TOTALS and (len(found) == 1 or not is_part(reading, level))]
    if len(heads) == 1 and not is_real(reading, heads[0], percent) and not heads[0].depth and not compare_apart(change, percent, heads[0]):
        yield growth_of(reading, group, *side(heads[0]), (change, percent, None), likely=True)


def with_name(reading: Reading, group: list[Statement]) -> list[Statement]:
    """Return changes with the name of the ones before them in a row: 财政较上月增收9万元，增长8%，较上年同月增收45万元，增长64%."""
    first = group[0]
    for s in reading.before(first, _FEW) if not first.subject and first.lead.lstrip(" ,").startswith(_COMPARES) else ():
        if s.segment != first.segment or s.role not in CHANGES or s.depth != first.depth:
            break
        if s.subject and s.lead.lstrip(" ,")[len(s.subject) :].startswith(_COMPARES):
            return [replace(first, subject=s.subject), *group[1:]]
    return group


def levels_of_sentence_before(reading: Reading, first: Statement, like: Statement) -> Iterator[Statement]:
    """Yield the levels of the sentence before, where a sentence begins with the comparison: 。与上年相比增加D，增长P%."""
    said = reading.between(reading.begin(first), first.start)
    if not (words.COMPARED_ONLY.match(first.lead) or ("比," in said and words.COMPARED_ONLY.match(said.replace("比,", "比")))):
        return
    last = reading.statements[first.index - 1] if first.index else first
    listed = last.sentence == first.sentence - 1 and reading.between(reading.begin(last), last.end).lstrip().startswith("其中")
    for candidate in reading.before(first, _FEW):
        if candidate.sentence < first.sentence - 1 - listed or candidate.paragraph != first.paragraph:
            return
        if candidate.sentence < first.sentence and may_grow(candidate, like) and candidate.depth <= first.depth:
            yield candidate


def name_before(reading: Reading, first: Statement) -> str:
    """Return what changed by the name that the first change of the sentence has: 投诉比上年增加D，增长P%；比上月增加E，增长Q%."""
    earlier = [s for s in reading.so_far(first, _FEW) if s.is_amount]
    alike = all(s.role is Role.CHANGE and s.like(first) and s.segment != first.segment for s in earlier)
    return earlier[-1].subject if earlier and alike and not any(s.subject for s in earlier[:-1]) else ""


def is_called(change: Statement, level: Statement) -> bool:
    """Whether the level has the whole name that a change has: 办理援助案件900件; …援助案件同比增加98件."""
    if level.role not in _TOTALS:
        return False
    name = _bare(change.subject)
    if name != change.subject and len(name) > 1 and level.subject.startswith(name):
        return True  # 受理举报461件，受理量增加245件
    return (len(name) > 1 and (_bare(level.subject).endswith(name) or level.tail.startswith(name))) or _is_number_of(change.subject, level)


def is_near_named(subject: str, level: Statement) -> bool:
    """Whether a level shares a word of two characters with a name, or is counted in its unit."""
    name = level.subject + level.tail[:_BEHIND]  # 造成389人死亡
    return any(subject[n : n + 2] in name for n in range(len(subject) - 1)) or _is_number_of(subject, level)


def is_part_before(reading: Reading, level: Statement) -> bool:
    """Whether a level is a part in a sentence that does not open with 其中: what it says behind may be of the total."""
    return is_part(reading, level) and not reading.between(reading.begin(level), level.start).lstrip().startswith("其中")


def is_named(subject: str, level: Statement) -> bool:
    """Whether a level has the name ``subject``, perhaps with characters left out, or is counted in its unit."""
    return short_for(subject, level.subject) or level.tail.startswith(_bare(subject)) or _is_number_of(subject, level)


def _is_number_of(subject: str, level: Statement) -> bool:
    found = _NUMBER_OF.match(subject)
    return found is not None and found["unit"] == level.quantity.unit.name


def short_for(short: str, full: str) -> bool:
    """Whether a name is another with characters left out: 受案 and 受案量 for 受理各类案件."""
    name, rest = _bare(short), iter(full)
    return len(name) > 1 and all(character in rest for character in name)


def _bare(name: str) -> str:
    """Return a name without 总数, 量 and such behind it, if two characters are left."""
    return next((found for found in (_NAME_ENDS.sub("", name), name.rstrip("数量额")) if len(found) > 1), name)
