"""``bound`` that no word needs to set: a rate above all of its whole, more days than a year has, more put right than was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, Operand
from ..claims.bound import Bound
from ..patterns import lazy
from ..quantities import parse
from . import words
from .choosing import counts, led_by
from .joining import operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_HUNDRED = 100
_YEAR = 366
_NEAR, _REACH = 4, 40
_PARTS_OF_ALL = words.any_of(
    words.table(
        "合格 不合格 满意 覆盖 绿化 绿地 处理 无害化 达标 优良 优秀 及格 普及 知晓 成活 准确 正确 公开 出勤 出席 到会 参会 参训 到课 成功"
        " 治愈 好转 有效 就业 失业 城镇化 利用 回收 破案 检出 阳性 发病 死亡 通过 录取 毕业 升学 巩固 辍学 参保 参合 接种 建档 随访 管理"
        " 控制 应答 接通 回访 评价 好评 响应 报销 按时 按期 准时 及时 清运 收集 机械化 良种 硬化 通达 通畅 入住 空置 上座 办结 答复 办"
        "复 整改"
        " 销号 化解 调解 调处 调成 审结 息诉 抽检 抽查 受检 参检 签约 入户 防治 救助 保障 自来水普及 供水保证 卫生厕所 净入学 入园 巡查"
        " 上线 挂网 见效 发证 消除 治理 修复 解决 采纳 办理 适配 持证 着床 存活 完好 保存 入库 胜诉 服判 当场答复 一次办成 网办 全程网办"
    )
)
_RATE = lazy(
    rf"(?P<name>(?:{_PARTS_OF_ALL})(?:率|面|比例)|森林覆盖率|满意度)(?:约|已|仅|均|分别|平均|保持|稳定|提高|提升|上升|达到|到达"
    rf"|达|为|是|在|到|至)*[: ]*$"
)
"""Rates of a part of all: never above a hundred. 完成率, 执行率, 负债率, 产销率 and 结案率 are none."""
_NO_RATE = lazy(r"毛入学|增长率|增速|增幅|任务|计划|目标|同比|比上年|超|倍")
_SHARE = lazy(r"(?:占比|占(?:总|全部|其中|全[市县省区国镇乡局院校])[^,;。0-9]{0,12}?的?(?:比重|比例)?)(?:约|高?达到?了?|为|是)*[: ]*$")
_PART = lazy("(?:比重|占比|[一-鿿]{2}率)(?:约|已|达到|到达|达|为|是|至|提[高升])*[: ]*$")
"""A part of all, in whose place a year stands: 比重达到2023%."""
_YEARS = range(1990, 2036)
_INVESTED = lazy("^[^0-9]{0,12}(?:完成投资|投资完成)额?[约为达到]*$")
_INVESTMENT = lazy("总投资额?[约为达]*$")
_INVESTED_BACK = 8
_DAYS = lazy(
    r"(?:优良|达标|有效|空气|良好|优)[^,;。0-9]{0,6}天数?[^,;。0-9]{0,4}$|全年[^,;。0-9]{0,12}$|(?:降水|降雨|高温|霾|雾"
    r"|晴|阴雨|无霜|供暖|日照)[^,;。0-9]{0,4}[日天]数[^,;。0-9]{0,3}$"
)
_ALL_TIME = lazy(r"累计|连续|年来|以来|人|共计|工日")
_OLD = lazy(r"旧存|结转|积案|存量|历年|往年|上年|累计|以前年度|以来|年来|人均|去年|滚动|含")
"""What lets more be done in a year than came in."""
_DONE = lazy(
    "全部(?:按[期时])?(?:办结|答复|回复|办理|整改|完成|审结|兑付|拨付|到位|化解|验收|开工)(?:完毕|到位|完成)?,(?:答复)?"
    "(?:办结|答复|回复|办理|办复|整改|完成|审结|兑付|拨付|到位|化解|验收|开工)率(?:为|达到?|是)?(?=[0-9])"
)
"""What leaves nothing over, and its rate."""
_PAIRS = (
    (lazy(r"应(?P<verb>[到检训参试考种答报缴收领查办])[^,;。]{0,12}$"), lazy(r"实(?:际)?[到检训参试考种答报缴收领查办][^,;。]{0,12}$")),
    (
        lazy(r"(?:发现|排查出?|查出|排查发现|梳理|查摆)[^,;。]{0,14}(?:隐患|问题|风险|线索|点)[^,;。]{0,4}$"),
        lazy(
            r"^[,、 ]*(?:其中)?(?:已|均|全部|现已)*(?:督促)?(?:完成)?(?:整改|整治|消除|销号|解决|化解)(?:完成|到位|完毕"
            r"|问题|隐患|销号)*$"
        ),
    ),
    (
        lazy(r"(?:受理|接收|收到|登记|接到|接报|承办|交办|转办|派单|收办)[^,;。]{0,14}$"),
        lazy(r"^[,、 ]*(?:其中)?(?:已|均|现已)*(?:办结|答复|办复|回复|化解|调解成功|调成|结案|审结|办理完毕|按期办结)$"),
    ),
    (
        lazy(r"(?:收到|征集|提交|提出|收集|受理)[^,;。]{0,14}(?:提案|建议|议案|举报|投诉|线索|申请|报案)[^,;。]{0,4}$"),
        lazy(r"^[,、 ]*(?:其中)?(?:经(?:过)?审[查核]|共|已|予以|准予|确定|决定)*(?:立案|受理|采纳|准予登记)(?:提案|的提案|的)?$"),
    ),
    (
        lazy(r"(?:参加[^,;。]{0,6}(?:考试|考核|测试|竞赛|培训|评审)|参考|报考|报名|应考|参评|应聘|申报)[^,;。]{0,6}$"),
        lazy(r"^[,、 ]*(?:其中)?(?:已|均)*(?:考试|考核|最终)?(?:及格|合格|录取|通过|上线|录用|取得证书|获证|获评)(?:人数)?$"),
    ),
    (
        lazy(r"(?:抽检|抽查|检查|检测|监测|送检|抽样)[^,;。]{0,12}$"),
        lazy(r"^[,、 ]*(?:其中)?(?:均)?(?:不)?(?:合格|达标)(?:的)?$"),
    ),
)  # fmt: skip
"""What is counted first, and what can be no more of it."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each figure that is beyond its natural limit."""
    yield from _all_done(reading)
    for s in led_by(reading, "完成投资", "投资完成"):
        if s.dimension == "money" and s.is_standing and _INVESTED.search(s.lead):
            yield from _invested(reading, s)
    for s in reading.of_dimension("ratio"):
        if s.quantity.size()[0] > _HUNDRED and s.quantity.unit.name == "%":
            yield from _rate(reading, s)
    for s in reading.of_dimension("days"):
        if s.quantity.unit.name == "天" and s.quantity.value > _YEAR and s.quantity.scale == 1:
            yield from _days(reading, s)
    for s in counts(reading):
        if s.index and s.clause - reading.statements[s.index - 1].clause <= 1:
            yield from _no_more(reading, s)


def _invested(reading: Reading, done: Statement) -> Iterator[Claim]:
    """Read 实施项目26个，总投资4.8亿元；年内完成投资52亿元: no year's investment is more than all of it."""
    before = [s for s in reading.so_far(done, _INVESTED_BACK) if s.like(done) and s.depth == done.depth]
    whole = before[0] if before and _INVESTMENT.search(before[0].lead) and before[0].role in LEVELS else None
    if whole is not None and whole.quantity.value < done.quantity.value and not whole.quantity.is_hedged:
        where = place(reading, whole, done)
        yield Bound(operand(reading, whole), (operand(reading, done),), "总投资", "at-most", where, True)


def _all_done(reading: Reading) -> Iterator[Claim]:
    """Read 收到21件，已全部答复，办结率63%: all is a hundred per cent."""
    if "全部" not in (plain := reading.ground.plain):
        return
    ends = {found.end() for found in _DONE.finditer(plain)}
    for s in reading.of_dimension("ratio") if ends else ():
        if s.start in ends and s.quantity.value < _HUNDRED and s.quantity.unit.name == "%":
            limit = Operand(parse("100%"), exact=True)
            yield Bound(limit, (operand(reading, s),), word="全部", relation="at-least", place=place(reading, s), likely=True)


def _rate(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read 合格率108.6%, and 占总数的136%."""
    if rate.role not in (Role.NAMED_RATE, Role.RATE, Role.SHARE, Role.LEVEL, Role.TO, Role.FROM) or _NO_RATE.search(rate.lead):
        return
    value = rate.quantity.value
    found = _RATE.search(rate.lead) or (_PART.search(rate.lead) if value.denominator == 1 and value.numerator in _YEARS else None)
    if found is None and (rate.role is not Role.SHARE or not _SHARE.search(rate.lead)):
        return
    limit, word = Operand(parse("100%"), exact=True), found.groupdict().get("name", "占比") if found else "占比"
    yield Bound(limit, (operand(reading, rate),), word=word, relation="at-most", place=place(reading, rate), likely=True)


def _days(reading: Reading, days: Statement) -> Iterator[Claim]:
    """Read 优良天数372天, and 全年运行368天."""
    if _DAYS.search(days.lead) and not _ALL_TIME.search(days.lead) and days.role not in (Role.TARGET, Role.AVERAGE):
        limit = Operand(parse(f"{_YEAR}天"), exact=True)
        yield Bound(limit, (operand(reading, days),), word="全年", relation="at-most", place=place(reading, days), likely=True)


def _no_more(reading: Reading, done: Statement) -> Iterator[Claim]:
    """Read 发现隐患320处，已整改332处: what was put right is among what was found."""
    for first in reading.before(done, _NEAR):
        if first.segment != done.segment or done.clause - first.clause > 1:
            return
        if first.depth != done.depth or not first.like(done) or first.role not in LEVELS:
            continue
        if not first.quantity.is_count or first.quantity.value.numerator >= done.quantity.value.numerator:
            return
        lead, whole = (s.lead.rstrip(" :约为了达共") for s in (done, first))
        paired = any(of.search(whole) and among.search(lead) for of, among in _PAIRS)
        if paired and not _OLD.search(reading.between(max(0, first.start - _REACH), done.end)) and not _of_more(reading, first, done):
            limit = replace(operand(reading, first), exact=True)
            where = place(reading, first, done)
            yield Bound(limit, (operand(reading, done),), word=lead.strip(" ,、"), relation="at-most", place=where, likely=True)
        return


def _of_more(reading: Reading, first: Statement, done: Statement) -> bool:
    """Whether a total before has room: 共收到2075条，市直收到1130条，各县收到945条，答复2069条."""
    return any(s.like(done) and s.role in LEVELS and s.quantity.value >= done.quantity.value for s in reading.so_far(first, _NEAR))
