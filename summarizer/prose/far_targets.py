"""``rate`` of a task that is named elsewhere in the paragraph: 任务2.48万亩，其中山下绿化0.73万亩。…山下绿化完成0.75万亩，占任务的102.7%.

Also where the tasks follow: 开工6163套，开工率53.07%。…任务为开工11613套; where two tasks differ by who gave them: 占市计划的80%; and
where it is told by how much a task was exceeded: 应建公园50个。已建公园60个，超过目标20%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, parse
from . import words
from .choosing import led_by, of_roles
from .joining import holds, is_part_here, mends, operand, place
from .roles import PRESENT, Role
from .statements import Reading, Statement

_OF_TASK = lazy("(?:占|为|完成|达到?)[^,;。0-9]{0,12}?(?:任务|计划|目标|指标)[数量]?的?(?:比例)?(?:为|达)?[ ]*$")
_RATE_OF = lazy(r"^[ ,]*(?P<stem>开工|竣工|建成|入住|完工|验收|销号|完成|分配|拨付|发放)率(?:约|已|为|达到?|是)*[: ]*$")
_TASK = lazy("任务|目标|计划|指标")
_GIVER = lazy("[占为成](?P<giver>[国省州市县区乡镇局])[^,;。0-9]{0,3}(?:任务|计划|目标|指标)")
_TO_DO = lazy("(?:(?:任务|计划|目标|指标)[数量]?(?:[是为:]|确保|要)|应|需)完成")
_ALL, _FULL = parse("100%"), 100
_AIMS = (Role.TARGET, Role.LEVEL, Role.ACTUAL)
_BACK, _AHEAD, _SENTENCES, _SHORT = 16, 16, 3, 2
_VERBS = lazy(
    "完成|实现|栽植|实际|累计|已|新|共|基本|全[县市区省]|我[县市区省局]|面积|任务|目标|计划|指标|其中|下达|分别|建设|目前|[为是达到:]"
)
_MUCH, _LITTLE = 250, 25
"""Per cent beyond which what was found is hardly the task."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the rates of tasks that are the result of no claim yet."""
    plain, rates = reading.ground.plain, of_roles(reading, Role.RATE, Role.NAMED_RATE)
    for over in led_by(reading, "超过", "超出", "超额", "超目标", "超计划", "超任务", "超年", "超全年"):
        if over.index and over.start not in results and _is_excess(over):
            yield from _claim(reading, over, ahead=False)
    if not rates or ("任务" not in plain and "计划" not in plain and "目标" not in plain):
        return
    for rate in rates:
        if rate.start in results or rate.quantity.unit.name != "%" or not rate.index or rate.listed or rate.respective:
            continue
        if _RATE_OF.match(rate.lead):
            yield from _claim(reading, rate, ahead=True)
        elif _OF_TASK.search(rate.lead) and not _is_excess(rate):
            yield from _claim(reading, rate, ahead=False)


def _claim(reading: Reading, rate: Statement, *, ahead: bool) -> Iterator[Claim]:
    near = reading.before(rate, 4)
    done = next((s for s in near if s.segment == rate.segment and s.depth == rate.depth and s.is_amount and _is_done(s)), None)
    if done is None or rate.clause - done.clause > 2 or done.quantity.is_hedged or rate.quantity.is_hedged:
        return
    found = _RATE_OF.match(rate.lead)
    names = (found["stem"],) if ahead and found else _names(done)
    giver = _GIVER.search(rate.lead)
    excess = _is_excess(rate)
    around = _within(reading, rate, done) if excess else None
    tasks = [around] if around else list(_around(reading, rate, done, ahead=ahead))
    own = done.subject.removesuffix(found["stem"]) if ahead and found else ""
    exact = [s for s in tasks if s.subject == own] if len(own) > _SHORT else []  # 其中公租房6000套。…公租房开工6300套，开工率105%
    tasks = exact or [s for s in tasks if s is around or _is_called(s, names, giver["giver"] if giver else "")]
    stated = operand(reading, rate)
    if excess:
        stated = Operand(add((_ALL, rate.quantity)), place=stated.place)
    tried = [Rate(stated, operand(reading, done), operand(reading, s), place(reading, done, rate), True) for s in tasks]
    if sound := next((claim for claim in tried if holds(claim)), None):
        yield sound
    elif len(tried) == 1 and (_may_be(done, tasks[0]) or mends(tried[0])) and not is_part_here(reading, done):
        yield tried[0]


def _is_excess(rate: Statement) -> bool:
    """Whether a percentage is what was done beyond a task: 超过目标20%."""
    told = rate.role in (Role.LEVEL, Role.RATE) and rate.quantity.unit.name == "%" and rate.quantity.value < _FULL
    return told and words.OVER_TARGET.fullmatch(rate.lead.lstrip(" ,")) is not None


def _within(reading: Reading, rate: Statement, done: Statement) -> Statement | None:
    """Return the task right before what was done: 计划植树200亩，实际植树260亩，超过目标30%."""
    before = reading.statements[done.index - 1] if done.index else None
    near = before is not None and before.segment == rate.segment and before.depth == done.depth
    return before if before is not None and near and before.role is Role.TARGET and before.like(done) else None


def _is_done(statement: Statement) -> bool:
    return statement.role in PRESENT or (statement.role is Role.TARGET and "下达" in statement.lead)


def _may_be(done: Statement, task: Statement) -> bool:
    return _LITTLE < done.quantity.size()[0] / task.quantity.size()[0] * 100 < _MUCH


def _names(done: Statement) -> tuple[str, ...]:
    """Return the words of two characters that say what was done: 山下, 绿化."""
    bare = _VERBS.sub(" ", done.subject)
    return tuple(name for name in bare.split() if len(name) > 1)


def _is_called(task: Statement, names: tuple[str, ...], giver: str) -> bool:
    if giver:
        return re.search(f"(?<!全){giver}", task.lead) is not None
    return any(name in task.lead for name in names)


def _around(reading: Reading, rate: Statement, done: Statement, *, ahead: bool) -> Iterator[Statement]:
    """Yield the amounts of the paragraph that stand in a sentence about tasks, in other segments than the rate."""
    around = list(reading.before(done, _BACK))
    if ahead:
        around = [*reading.statements[rate.index + 1 : rate.index + 1 + _AHEAD], *around]
    for s in around:
        near = s.paragraph == rate.paragraph and s.segment != rate.segment and abs(s.sentence - rate.sentence) <= _SENTENCES
        if near and s.like(done) and s.role in _AIMS and s.quantity.value and not s.quantity.is_hedged and _of_tasks(reading, s):
            yield s


def _of_tasks(reading: Reading, statement: Statement) -> bool:
    """Whether a figure is called a task, or its sentence has spoken of tasks before it and of nothing done."""
    if statement.role is Role.TARGET:
        return True
    said = _TO_DO.sub("任务", reading.between(reading.begin(statement, _BACK), statement.start))
    return _TASK.search(said) is not None and "完成" not in said and "率" not in said and "占" not in said
