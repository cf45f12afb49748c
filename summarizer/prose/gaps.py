"""``difference`` of two figures of a row, told behind them by a bare word: 甲县A，乙县B，相差D; 任务A，完成B，欠D; 上年末A，年末B，增加D.

The word says which two may be meant: any (相差), a target and what was done (欠, 超额), two of the same thing at two times (增加), what
came in and what went out (结存). They stand right before the difference, with rates and figures of other kinds between at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from itertools import chain

from ..claims.base import Claim, Operand
from ..claims.difference import Difference
from ..patterns import lazy
from ..quantities import Hedge
from . import words
from .behind import following
from .choosing import led_by, of_roles
from .differences import is_behind_pace
from .flows import IN, OPENING, OUT, side_of
from .joining import holds, is_part, operand, place
from .roles import LEVELS, PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_SIGNS = words.table(
    "算节约 算数节约 划节约 额节约 差 欠 短 超 结转 结存 库存 转入 利润 盈利 亏 提前 提速 省下 多完成 "
    "于目标 于计划 于限额 大于 小于 结余预计"
)
"""What a lead has by which a figure that changes nothing may be a difference."""
_BEYOND_SIGNS = words.table("超 高于 低于 多于 快于 高出")
_ROLES = (Role.CHANGE, Role.POINTS, Role.PACE, Role.BALANCE)
_CLOSE = ("", ")", " ", ") ")
_MOST = 20
"""Characters of the longest lead that says no more than that there is a difference."""
_BACK = 8
_NEAR = 3
"""How many times what lies between may be what is stated, or the other way round, before something else was meant."""
_AIMS = (
    "(?:目标|任务|计划|指标|预算|预期|要求|限额|概算|控制[数价]|合同额?|标准|时限|工期|规定|法定|承诺|均衡|序时|时序|时间)+"
    "(?:任务|目标|进度|要求|[数值])*"
)
_AIM = lazy(
    "^(?:仅|只|还|尚|仍|共|累计|实际|已|余额|决算数?|执行数)*(?:(?:(?P<beyond>大于|超出?|超过|高于|多于|高出|快于|领先)|(?P<below>小于|低于|少于|慢于|欠|落后于?|滞后于?)"
    f"|比|较|距离?|离|[与和同]|对照)?(?:全年|年度|年初|既定|原来?的?|原有|省定|市定|下达|原定|考核|的|[省市县年])*{_AIMS}(?:相比)?,?)?(?:还|尚|仍|要)*"
    "(?:(?P<less>差|少|欠|短|缺|慢|低|低于|短缺|欠收|短收|欠产|滞后|落后|少完成|少收|提前|提速|缩短|压缩|节约|节省|[短少欠漏][征缴发收付]|下浮|下降|降低|减少)"
    "|(?P<more>超|多|快|高|超额|超额完成|多完成|超收|超支|超产|超出|超前|高出|多出|多收|领先|增加)|(?P<apart>相差))?了?$"
)
_THIS_AIM = lazy("^[比较](?P<aim>[㐀-鿿]{2,8}?)[超多少增减]")
_NAMES_AIM = lazy("^(?:决算数?|执行数|实际支出)?(?:[比较]|低于|超出?|少于|多于)[^,;。0-9]{0,6}(?:预算|计划|限额|概算)")
_DONE = lazy("决算数?[约为达]*$|实际(?:支出|完成|执行)[^,;。0-9]{0,8}$")
_SAYS_AIM = lazy(
    _AIMS + "|超额|^(?:还|尚|仍)?(?:差|欠|短|缺|少|多|超|快|慢|高|低|[高多超]出|短缺|提[前速]|缩短)了?$|[超短欠少漏][收支产征缴发付]|完成"
)
_IS_AIM = lazy(f"(?<!完成){_AIMS}[^,;。0-9]{{0,8}}$|应[㐀-鿿]{{1,4}}$")
_AIM_TAIL = lazy(f"^的?[^,;。()0-9]{{0,6}}{_AIMS}")
_HELD = lazy("(?:控制|保持|压减|压缩|稳定)在[^,;。0-9]{0,8}$")
_BEYOND = lazy(
    "(?:(?P<less>低于|少于|不足|慢于|落后于?|[比较距离][^,;。0-9(]{0,12}(?:少|低|差))|超出?|超过|高于|高出|多于|大于|快于|领先于?)"
    "[^,;。0-9(]{0,16}[(]?(?:为|是)?$"
)
_APART = lazy(
    "^(?P<ends>最[㐀-鿿](?:的)?[与和最][㐀-鿿的]{1,5})?[㐀-鿿]{0,6}(?:相差|差距|差额|价差|差值|相距)"
    "(?:拉大到|缩小到|仅|约|达|为|有|了|在)*$"
)
_WITH = lazy("[与和同比较离]|(?<!差)距")
_NAMED = lazy("^(?P<name>[㐀-鿿]{2,6}?)(?:比[㐀-鿿]{2,6}?)?(?:(?P<less>少|低|慢)|多|高|快)(?:出|了)?$")
_REST = lazy("^(?:收支相抵|年终|年末|年底|资金|累计|余额|当年|实现|净|现有|还有|合计|,)*(?:结转|结存|库存|转入|转结|盈利|利润|纯利|亏损)"
             "(?:下年|次年|至?下一?年度?|明年|余额|额)?(?:支出|使用|资金|继续实施)?(?:为|达)?$")  # fmt: skip
_PER = lazy("^/[^,;。]{1,4}?(?=[增减下提上高低多少])")
"""The rest of a unit: 比上年的3.15批次/千人增加1.67批次."""
_KEPT = lazy("结存|库存|在库|结余")
_CARRIED = lazy(
    "^(?:收支相抵后?|年终|年末|年底|滚存|累计|当年|净|[一-鿿]{0,6}(?:基金|预算)|,)*(?:结余结转|结转结余|滚存结转|滚存结余|结转|结余)"
    "(?:至?[下次]一?年度?|资金|支出|使用)*(?:预计)?(?:为|达)?$"
)
_TOTAL_IN = lazy("(?:收入(?:总计|合计|总量)|总收入)(?:预计)?(?:为|达)?$")
_TOTAL_SPENT = lazy("(?:(?:支出(?:总计|合计|总量)|总支出)(?:预计)?|(?:保险|社保|医保)基金(?:预算)?支出(?:预计|完成|执行|实现)*)(?:为|达)?$")
_FAR = 24
_WHOLE = lazy("收入|总额|总量|合计|共|到位|下达|预算|安排|资金|入账|募集|应|任务|计划|营收|产值|[接受]收")
_SPENT = lazy("支出|使用|成本|支付|拨付|完成|执行|发放|兑付|列支|费用|办结|[建改竣]")
_LAST = "(?:上年|去年|20[0-9]{2}年)度?"
_MOVED = lazy(
    f"^(?:同比|环比|20[0-9]{{2}}年度?(?=比)|[比较]{_LAST}|[与同和]{_LAST}(?:同期)?相比,?|相比|一年|全年|年内|两年|期间|共|累计|实际|净|每[人户月年吨亩天床]|[人户亩]均|,)*"
    "(?P<name>[㐀-鿿]{2,8}?)??(?:(?P<less>减少|节省|节约|下降|降低|回落|压减|压降|减|降|少|低|缩减|调减|净减少?)"
    "|增加|增长|提高|提升|上升|多|增|净增加?|扩大|高|调增)了?$"
)
_MORE_OR_LESS = lazy(
    "^(?:净|实际|共)*(?:(?P<less>减少|下降|降低|少|低|减|降|省下?|节省|节约|掉|缩短|快|提前)"
    "|多|增加|增长|高|增|多出|高出|提高|上升)了?[㐀-鿿]{0,2}$"
)
_COMPARES = lazy("[比较与][^,;。(]{1,16}[(]?$")
_STATED = (LEVELS | {Role.AVERAGE}) - {Role.TARGET}
_AMOUNTS = LEVELS | {Role.FROM, Role.BASE, Role.AVERAGE}
_PERCENTAGES = PERCENTAGES | {Role.ACTUAL, Role.TARGET, Role.PRIOR, Role.FROM, Role.BASE, Role.PACE}
_THEN = lazy(
    "(?P<old>(?:上|去)年[末底]?|年初|期初|上半年|上[月季周次轮批]|第一[次轮]|[㐀-鿿]前(?=的?$)|(?:整治|改革|改造|实施|治理)前)"
    "|(?P<new>今年|本年|年[末底]|期末|目前|现有?|下半年|调整后|[本当][月季周次轮批]|此[次轮]|第二[次轮]|[㐀-鿿]后(?=的?$)|(?:整治|改革|改造|实施|治理)后)"
)
_QUARTER, _MONTH = lazy("([一二三四])季度"), lazy("(?<![0-9—–~-])(1[0-2]|[1-9])月份?")
_ABOVE = lazy("^(?P<name>[㐀-鿿]{2,6}?)(?:高出|高于|多出|多于|快于|(?P<less>低于|少于|慢于))(?P<other>[㐀-鿿]{2,6})$")
_SINCE_YEAR, _IN_YEAR = lazy("同比|同期|[上去]年"), lazy("季度|[0-9]月|下半年|[月季周次轮批]")
_OTHER = lazy(
    "^(?:(?P<less>低于|少于|慢于|落后于?)|高于|多于|快于|超过|超出|领先于?|比|较)(?P<name>[㐀-鿿]{2,8}?)(?:水平)?"
    "(?P<low>低|少|慢)?(?:[高多快]|偏[高多])?出?$"
)


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the differences that are the result of no claim yet."""
    told_by = [s for s in led_by(reading, *_SIGNS) if s.role not in _ROLES]
    beyond = (reading.statements[s.index + 1 : s.index + 2] for s in led_by(reading, *_BEYOND_SIGNS))
    close = [s for following in beyond for s in following if s.lead in _CLOSE]
    for s in chain(of_roles(reading, *_ROLES), told_by, close):
        if s.start in results or s.respective or len(s.lead) > _MOST or not s.index or s.quantity.chinese:
            continue
        if (s.is_amount and not is_behind_pace(reading, s)) or s.dimension == "points":
            told = "超" if s.quantity.text[0] == "超" and not s.lead.strip() else _PER.sub("", s.lead).strip(" ,、;:()")
            readings, row = _READINGS if told else (_than,), _row(reading, s)
            for read in readings:
                if claim := read(reading, s, told, row):
                    yield claim
                    break


def _aim(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read 任务A，完成B，欠D, and 完成B，占任务A的P%，还差D."""
    found = _AIM.match(told)
    if found is None or not found.lastgroup or not _SAYS_AIM.search(told):
        return None
    pair = _pair(row) or _with_aim_behind(reading, gap, row) or _with_named_aim(reading, gap, told, row)
    pair = pair or (_afar(reading, gap) if _NAMES_AIM.search(told) else None)
    if pair is None:
        return None
    aims = [s for s in pair if _is_aim(s)]
    if len(aims) == 2 and (named := _THIS_AIM.match(told)):
        aims = [s for s in aims if named["aim"] in s.lead]  # 年初计划修建150户，…确定任务170户，比年初计划增加20户
    if len(aims) != 1:
        return None
    done = pair[0] if aims[0] is pair[1] else pair[1]
    way: Direction = -1 if found["less"] or found["below"] else 0 if found["apart"] else 1
    return _claim(reading, done, aims[0], gap, way)


def _afar(reading: Reading, gap: Statement) -> tuple[Statement, Statement] | None:
    """Return what was done and its budget of 预算45万元，决算23万元。其中…。比预算节约22万元, the only ones of the paragraph."""
    near = [s for s in reading.before(gap, _FAR) if s.paragraph == gap.paragraph and _may_stand(s, gap) and not s.depth]
    near = [s for s in near if not is_part(reading, s) and s.role in LEVELS]
    aims, done = [s for s in near if _is_aim(s)], [s for s in near if _DONE.search(s.lead) and not _is_aim(s)]
    return (done[0], aims[0]) if len(aims) == len(done) == 1 else None


def _with_aim_behind(reading: Reading, gap: Statement, row: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return what was done and its target where that stands behind: 到账A，较合同额还差D，合同总额B."""
    aim = following(reading, gap) if len(row) == 1 else None
    if aim is None or not _may_stand(aim, gap) or not _is_aim(aim) or _is_aim(row[0]):
        return None
    return row[0], aim


def _with_named_aim(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return the aim that is named again and what stands right before: 年初计划150户，根据实际情况，确定任务170户，比年初计划增加20户."""
    named = _THIS_AIM.match(told)
    if named is None or len(row) != 1 or gap.clause - row[0].clause != 1:
        return None
    aims = [s for s in reading.so_far(row[0], _BACK) if s.like(gap) and s.depth == gap.depth]
    return (aims[0], row[0]) if len(aims) == 1 and named["aim"] in aims[0].lead and named["aim"] not in row[0].lead else None


def _is_aim(s: Statement) -> bool:
    """Whether a figure is what was to be reached, or not to be exceeded."""
    if s.dimension == "ratio" and _AIM_TAIL.match(s.tail):
        return True
    return _is_limit(s) or s.role is Role.TARGET or (s.role is not Role.ACTUAL and _IS_AIM.search(s.lead) is not None)


def _is_limit(s: Statement) -> bool:
    """Whether a figure is one that another is kept below: 控制在3.5%以内."""
    return s.quantity.hedge is Hedge.AT_MOST and _HELD.search(s.lead) is not None


def _than(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read A，超年初计划的B D, and A，高于上年（B）D: nothing stands between the two."""
    base = reading.statements[gap.index - 1]
    found = None if told or base.clause != gap.clause else _BEYOND.search(base.lead)
    if found is None or len(row) != 2 or row[0] is not base or base.depth - gap.depth != (gap.lead[:1] == ")"):
        return None
    return _claim(reading, row[1], base, gap, -1 if found["less"] else 1)


def _apart(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read 城镇A，农村B，相差D, and 甲A、乙B、丙C，最高与最低相差D."""
    found = _APART.match(told) if len(row) > 1 else None
    if found is None:
        return None
    if found["ends"]:
        return _claim(reading, max(row, key=_size), min(row, key=_size), gap, 0)
    pair = None if _WITH.search(told) else _pair(row)
    return _claim(reading, *pair, gap, 0) if pair and all(s.lead.strip(" ,、") for s in pair) else None


def _named(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read 男生A，女生B，男生高D, 男生高出女生D: the larger is named again."""
    pair = _pair(row)
    found = (_ABOVE.match(told) or _NAMED.match(told)) if pair else None
    if pair is None or found is None or found["name"] in ("其中", "分别"):
        return None
    called = [s for s in pair if found["name"] in s.lead]
    if len(called) != 1:
        return None
    other = pair[0] if called[0] is pair[1] else pair[1]
    if found.re.groups > 2 and found["other"] not in other.lead:
        return None  # 男性高出女性: both are named again
    return _claim(reading, called[0], other, gap, -1 if found["less"] else 1)


def _other(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read 我县A，全市平均B，比全市高D: what is compared with is named again."""
    pair = _pair(row)
    found = _OTHER.match(told) if pair else None
    if pair is None or found is None:
        return None
    called = [s for s in pair if found["name"] in s.lead]
    if len(called) != 1 or not pair[0].lead.strip():
        return None
    own = pair[0] if called[0] is pair[1] else pair[1]
    return _claim(reading, own, called[0], gap, -1 if found["less"] or found["low"] else 1)


def _rest(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read 入账A，支出B，结存D."""
    pair = _pair(row)
    if pair is None or not _REST.match(told):
        return _of_totals(reading, gap, told)
    whole, spent = pair
    if (_size(whole) > _size(spent)) != ("亏" not in told):
        return None
    done = whole.role in (Role.LEVEL, Role.TARGET) and spent.role is Role.ACTUAL
    named = done or (_WHOLE.search(whole.lead) is not None and _SPENT.search(spent.lead) is not None)
    named = named or (_KEPT.search(told) is not None and _went(reading, spent) and side_of(whole) in (None, OPENING, IN))
    if not named or words.ADDED.search(spent.lead):
        return None
    return _claim(reading, whole, spent, gap, 0)


def _went(reading: Reading, spent: Statement) -> bool:
    """Whether a figure is what went, by its words or, without any, by those of the one right before: 调拨3批次2130件."""
    before = reading.statements[spent.index - 1] if spent.index and not spent.lead.strip() else None
    told = spent if before is None or spent.start - before.end > 1 else replace(spent, lead=before.lead)
    return side_of(told) == OUT


def _of_totals(reading: Reading, gap: Statement, told: str) -> Claim | None:
    """Read 收入总计A。本级支出C，上解D，支出总计B。收支相抵，年终结转E: all that came in less all that went out."""
    if "结" not in told or not _CARRIED.match(told):
        return None
    near = [s for s in reading.before(gap, _BACK) if s.like(gap) and s.is_level and s.depth == gap.depth]
    spent = next((s for s in near if not is_part(reading, s) or _TOTAL_SPENT.search(s.lead)), None)
    if spent is None or spent.paragraph != gap.paragraph or not _TOTAL_SPENT.search(spent.lead):
        return None
    came = next((s for s in reading.before(spent, _FAR) if s.like(gap) and s.paragraph == gap.paragraph and _TOTAL_IN.search(s.lead)), None)
    return _claim(reading, came, spent, gap, 0) if came is not None and _size(came) > _size(spent) else None


def _moved(reading: Reading, gap: Statement, told: str, row: list[Statement]) -> Claim | None:
    """Read 2022年A，2023年B，增加D, and 年初A，年末B，减少D."""
    pair = _pair(row)
    found = _MOVED.match(told) if pair else None
    if pair is None or found is None:
        return None
    old, new = pair
    if is_of_year_before(told, new) or not (follows(old, new) or follows(new, old)):
        return None
    if found["name"] and not all(found["name"] in s.lead for s in pair):
        return None
    if gap.subject and gap.subject != found["name"]:
        return None
    if follows(new, old):
        old, new = new, old
    return _claim(reading, new, old, gap, -1 if found["less"] else 1)


def is_of_year_before(told: str, new: Statement) -> bool:
    """Whether a change is one since last year, and so none since the month or quarter before: 8月186件，9月152件，同比减少20件."""
    return _SINCE_YEAR.search(told) is not None and _IN_YEAR.search(new.lead) is not None


def follows(old: Statement, new: Statement) -> bool:
    """Whether the words before two figures say that the second is of the year after, or of the end of one year."""
    if Role.TO in (old.role, new.role):
        return new.role is Role.TO and new.clause - old.clause < 2 and old.role in (Role.FROM, Role.LEVEL, Role.ACTUAL)
    if new.depth != old.depth or old.role is Role.FROM:
        return old.depth > new.depth and words.BASE_BEHIND.match(old.lead) is not None
    years = [words.ANY_YEAR.findall(s.lead) for s in (old, new)]
    if years[0] and years[1]:
        return int(years[1][-1]) - int(years[0][-1]) == 1
    if years[0] and _COMPARES.search(old.lead) and not years[1]:
        return True
    quarters = [_QUARTER.search(s.lead) for s in (old, new)]
    if quarters[0] and quarters[1]:
        return "一二三四".index(quarters[1][1]) - "一二三四".index(quarters[0][1]) == 1
    months = [_MONTH.findall(s.lead) for s in (old, new)]
    if len(months[0]) == len(months[1]) == 1:
        return int(months[1][0]) - int(months[0][0]) == 1
    before, after = _THEN.search(old.lead), _THEN.search(new.lead)
    return before is not None and before["old"] is not None and after is not None and after["new"] is not None


def _from_base(reading: Reading, gap: Statement, told: str, _row: list[Statement]) -> Claim | None:
    """Read A，占B的P%，比去年同期C多D, and 比C省下D: of the level that the sentence begins with, if no nearer one fits."""
    base = reading.statements[gap.index - 1]
    found = _MORE_OR_LESS.match(told) if base.clause == gap.clause and _alike(base, gap) and base.depth - gap.depth in (0, 1) else None
    if found is None or not (base.role is Role.BASE or _COMPARES.search(base.lead)):
        return None
    levels = [s for s in reading.so_far(base, _BACK) if _alike(s, gap) and s.role in _STATED and s.depth == gap.depth]
    levels = [s for s in levels if s.segment == gap.segment] or levels
    claims = [claim for s in levels if (claim := _claim(reading, s, base, gap, -1 if found["less"] else 1))]
    sound = next((claim for claim in claims if holds(claim)), None)
    return sound or (_claim(reading, levels[-1], base, gap, -1 if found["less"] else 1) if levels else None)


_Read = Callable[[Reading, Statement, str, list[Statement]], Claim | None]
_READINGS: tuple[_Read, ...] = (_aim, _apart, _rest, _moved, _from_base, _named, _other)


def _row(reading: Reading, gap: Statement) -> list[Statement]:
    """Return the figures of its kind right before a difference in its segment, the nearest first; a target of the sentence before."""
    row: list[Statement] = []
    last = gap
    for s in reading.before(gap, _BACK):
        if s.segment != gap.segment:
            if len(row) == 1 and not _is_aim(row[0]) and _is_aim(s) and s.paragraph == gap.paragraph and _is_only(reading, s, gap):
                row.append(s)
            break
        apart = last.clause - s.clause
        if apart > 1 and (apart > 2 or not (last.lead == "为" or "相抵" in reading.between(s.end, last.start))):
            break
        last = s
        if _may_stand(s, gap):
            row.append(s)
    return row


def _is_only(reading: Reading, target: Statement, gap: Statement) -> bool:
    """Whether a target is the only figure of its kind in the sentence or half sentence before the one of a difference."""
    alike = [s for s in reading.before(gap, _BACK) if s.segment != gap.segment and s.sentence == target.sentence and _may_stand(s, gap)]
    return alike == [target] and gap.sentence - target.sentence <= 1


def _may_stand(s: Statement, gap: Statement) -> bool:
    """Whether a figure may be one of two that lie so far apart, by its kind and its brackets."""
    kind = _alike(s, gap) and s.role in _AMOUNTS if gap.is_amount else s.quantity.unit.name == "%" and s.role in _PERCENTAGES
    plain = not s.quantity.is_hedged or _is_limit(s)
    return kind and plain and not s.quantity.chinese and gap.depth - 1 <= s.depth <= gap.depth + 1


def _alike(s: Statement, gap: Statement) -> bool:
    """Whether a difference may be of a figure, which may be a rate over something: 5.36批次/千人，…增加2.13批次."""
    return s.dimension == gap.dimension and gap.quantity.per in ("", s.quantity.per)


def _pair(row: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return the two figures right before a difference, in the order of the text, if there are just two."""
    return (row[1], row[0]) if len(row) == 2 and _size(row[0]) and _size(row[1]) else None


def _claim(reading: Reading, one: Statement, other: Statement, gap: Statement, way: Direction) -> Claim | None:
    """Return that two figures lie so far apart, unless what is stated is many times what lies between."""
    between, stated = abs(_size(one) - _size(other)), _size(gap)
    if not between < _NEAR * stated or not stated < _NEAR * max(between, gap.quantity.size()[1]):
        return None
    first, second, difference = (_plain(operand(reading, s, per=False)) for s in (one, other, gap))
    return Difference(first, second, difference, way, place(reading, one, other, gap), True)


def _plain(operand: Operand) -> Operand:
    """Return a limit, or what is said to be beyond one, as the figure that it is."""
    plain = operand.quantity.hedge in (Hedge.AT_MOST, Hedge.ABOVE)
    return replace(operand, quantity=replace(operand.quantity, hedge=Hedge.NONE)) if plain else operand


def _size(statement: Statement) -> float:
    return statement.quantity.size()[0]
