"""What comes in, what goes out, and what is there before and after: 年初412人，接收217人，解除243人，在册386人; 出生A，死亡B，自然增长C.

Each figure has its place in the equation by the words before it. A claim is made where a sentence gives all that the equation needs,
once each. Beside it stands the simplest division of all: what is so, and what is not (合格, 不合格).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from ..claims.base import Claim, Operand
from ..claims.difference import Difference
from ..claims.growth import Growth
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import unit
from .choosing import led_by
from .joining import added, holds, is_part, operand, place
from .nearness import near_sum
from .roles import PRESENT, Role
from .statements import Reading, Statement
from .words import ANY_YEAR, table

_MOST = 6
"""Figures of one dimension in a sentence that still make an equation."""
_FAR = 24
_NAME = 14
_APART = {"%": "个百分点", "‰": "个千分点"}


NET, OPENING, CLOSING, IN, OUT = "net", "opening", "closing", "in", "out"
"""Sides of an equation."""
_WORDS_OF = (
    (NET, r"(?<![营产移])净(?:增|流入|流出|[迁调转收投]入|[迁调转支]出|[出进]口|收入|投放|回笼|减|入)|自然增[长加]|自增率"),
    (OPENING, (r"(?:年|期|月)初(?!预算|计划|下达|确定)|(?:上|去)(?:年|期|月)(?:末|底|结转|结余|结存|滚存)|原有|旧存"
               r"|(?<![末底])存量|结转(?!下|次|至)")),
    (CLOSING, (r"(?:年|期|月)[末底](?!预算)|结存|在册|现有|实有|剩余|结余|尚存|在库|余额|未结"
                      r"|保有|尾款|库存|现存|结转[下次至]|[现尚仍]?在[矫控岗院管戒][一-鿿]{0,4}$|(?<![收支][入出])总[数量](?:达|为|$)"
                      r"|目前(?:[全共尚][县市区镇乡]?)*有|累计(?:已?达到?|有|为)[: ]*$")),
    (IN, (r"新增|新收|新购|新登记|新签|新入|接收|收到|受理|购[入进]|引进|出生|迁入|流入|调[入进]|入库|纳入|列管|收入|新设|增加"
                 r"|轮入|入院|新建|新开工|转入|补栏|返贫|到位|举借|录用|筹集|采购|收购|补充|发展|登记|归集|到账|追加|调增|[认评]定|入驻|招录|招聘|开业|落户")),
    (OUT, (r"注销|解除|死亡|迁出|流出|调出|出库|退出|报废|核销|销号|支出|办结|答复|审结|结案|化解|减少|吊销"
                  r"|解矫|偿还|还本|归还|收回|轮出|领用|下发|出售|动用|提取|使用|调减|退还|支付|发放|拨付"
          r"|离院|离岗|出栏|竣工|脱贫|划[转出]|销售|售出|调拨|占用|取消|清退|淘汰|关停|关闭|退库|转出|离职|退休|辞职|停业|歇业|摘牌|降级")),
)  # fmt: skip
"""What a figure is in an equation, by the words right before it; the first that fits counts."""
_WORDS = tuple((side, lazy(words)) for side, words in _WORDS_OF)
_SELDOM_ALONE = lazy("出栏|竣工|脱贫")
"""What goes while more comes that the text need not tell: 年初存栏12万头，出栏18万头，年末存栏13万头."""
_NET_WORDS = _WORDS[0][1]
_RESULT_WORDS = lazy("|".join(words for side, words in _WORDS_OF if side in (NET, CLOSING)))
_NET_SIGNS = ("净", "自然", "自增")
_RESULT_SIGNS = table("自增率 末 底 在矫 在控 在岗 在院 在管 在戒 存 册 现有 实有 余 在库 未结 保有 尾款 结转 总 目前 累计")
"""One of these is in each word of a net figure or of what there is at the end; each equation has one."""
_ANY = lazy("|".join(words for _, words in _WORDS_OF))
_ADDED = lazy("^[ ,]*(?:净?新增|净增|增|扩面|扩容|扩)[: ]*$")
_MOVED = (Role.FROM, Role.CHANGE)
_VITAL_ROLES = (Role.NAMED_RATE, Role.GROWTH)
_COMPARES = lazy("[ ,]*[比较]")
_COMPARED = lazy("[比较]|同期")
_BEFORE = lazy("[比较与]|同期|[上去]年")
_LAST = lazy("[ ,]*[上去]年(?:全年|度)?(?!同期|[末底初]|结|相|多|少|增|减)(?!.*[比较与])")
_REACHES = lazy("^[ ,]*(?:使|其)?(?:其)?总(?P<name>[㐀-鿿]{1,4}?)(?:已)?(?:达到?|增至|增加到|为)[: ]*$")
_NEW = lazy("^[ ,]*(?:[0-9]{4}年|今年|当年|本年|年内)?新[增建添购][㐀-鿿]{0,4}$")
_EVER = lazy("累计|历年|先后|共|总")
_NOW = lazy("目前|现有|实有|在册|[年月期][末底]|结存|库存")
_NATURAL = lazy("自然增长|自增|净增")
_VITAL = lazy("(?:出生|死亡|自然增长|自增)率")
_VITAL_BACK, _VITAL_ROW = 14, 2
"""Figures before a natural growth among which births and deaths are looked for; those of a row stand side by side."""
_NOT = lazy(
    r"(?<=[,;。:、 ])[不未非](?P<name>[㐀-鿿]{2,4}?)(?:的|有|人数|人员|件数|数)*[: ]*$"
    r"|^[不未非](?P<first>[㐀-鿿]{2,4}?)(?:的|有|数)*[: ]*$"
)
_CARRIED = ("起诉", "捕")
"""What is decided of more cases than were taken in: some are of last year."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the equations of each sentence, what is not so beside what is, and natural growth by its name."""
    found = list(_of_sentences(reading, results))
    yield from found
    yield from _natural(reading, {*results, *(claim.difference.place.start for claim in found if isinstance(claim, Difference))})


def _of_sentences(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    negated = {s for s in led_by(reading, "不", "未", "非") if s.is_level and s.start not in results}
    closing = {*reading.of_role(Role.TO), *led_by(reading, *_NET_SIGNS)}
    told = closing.union(led_by(reading, *_RESULT_SIGNS))
    numbers = {s.sentence for s in told}
    of_negated = {s.sentence for s in negated}
    for number in sorted(numbers | of_negated):
        figures = reading.sentence(number)
        if len(figures) < 3 and number not in of_negated:
            continue
        sentence = _may_be_sides(figures)
        for like in _alike(sentence) if number in numbers and len(sentence) > 2 else ():
            if told.isdisjoint(like):
                continue
            if not closing.isdisjoint(like) and (found := _net(reading, like)):
                yield found
            elif len(like := _without_parts(like)) <= _MOST and len(like) > 2:
                yield from _equations(reading, like, told)
        for s in sentence if number in of_negated else ():
            if s in negated and (said := _NOT.search(s.lead)):
                yield from _negated(reading, s, said["name"] or said["first"])


def _natural(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield 出生率A‰。其中…；死亡率B‰；自然增长率C‰ where ； or other figures part the three."""
    for net in led_by(reading, "自然增长率", "自增率"):
        if net.dimension != "ratio" or net.role not in _VITAL_ROLES or net.depth or net.start in results or _BEFORE.search(net.lead):
            continue
        near = [s for s in reading.before(net, _VITAL_BACK) if s.paragraph == net.paragraph and s.role in _VITAL_ROLES and not s.depth]
        near = [s for s in near if s.dimension == "ratio" and s.quantity.unit.name == net.quantity.unit.name and not _BEFORE.search(s.lead)]
        born, died = ([s for s in near if name in s.lead] for name in ("出生率", "死亡率"))
        if len(born) == len(died) == 1 and (born[0].segment != net.segment or net.index - born[0].index > _VITAL_ROW):
            yield net_of(reading, born[0], died[0], net)


def _may_be_sides(sentence: Sequence[Statement]) -> list[Statement]:
    """Return the figures of a sentence that may have their place in an equation."""
    found: list[Statement] = []
    for s in sentence:
        role = s.role
        if s.depth or role is Role.TARGET or s.quantity.per or s.quantity.chinese:
            continue
        if (s.is_amount and (s.is_level or role in _MOVED)) or (role in _VITAL_ROLES and "率" in s.lead and _VITAL.search(s.lead)):
            found.append(s)
    return found


def _alike(sentence: list[Statement]) -> Iterator[list[Statement]]:
    """Yield the figures of one dimension, where there are few enough for one equation."""
    kinds: dict[str, list[Statement]] = {}
    for s in sentence:
        kinds.setdefault(s.dimension, []).append(s)
    yield from (like for like in kinds.values() if len(like) > 2)


def _without_parts(like: list[Statement]) -> list[Statement]:
    """Return the figures up to those that 其中 begins, where an equation may end before: 现在册115人，其中缓刑106人."""
    cut = next((n for n, s in enumerate(like) if "其中" in s.lead), len(like))
    return like[:cut] if cut > 2 and not any(side_of(s) in (OPENING, CLOSING) for s in like[cut:]) else like


def _is_compared(s: Statement) -> bool:
    return s.role in _MOVED and _COMPARED.search(s.lead) is not None


def _without_compared(like: list[Statement]) -> list[Statement]:
    """Return the figures without what they are compared with: 出生1070人，比上年多140人，死亡307人，净增763人."""
    kept = [s for s in like if not _is_compared(s)]
    return kept if 2 < len(kept) < len(like) else []


def _of_last_year(first: Statement, second: Statement) -> bool:
    """Whether all is told of last year: 去年出生1070人，死亡307人."""
    return _LAST.match(first.lead) is not None and "年" not in second.lead


def _net(reading: Reading, like: list[Statement]) -> Claim | None:
    return _vital(reading, like) or _behind_two(reading, like) or _behind_two(reading, _without_compared(like))


def _vital(reading: Reading, like: list[Statement]) -> Claim | None:
    """Read 出生215人，出生率9.19‰；死亡149人，死亡率6.37‰；自然增长66人: people, with rates and changes between them."""
    people = [s for s in like if s.is_amount and s.role is not Role.PRIOR and not _is_compared(s)]
    for first, second, net in zip(people, people[1:], people[2:], strict=False):
        if "出生" in first.lead[-_NAME:] and "死亡" in second.lead[-_NAME:] and _NATURAL.search(net.lead):
            return net_of(reading, first, second, net)
    return None


def _behind_two(reading: Reading, like: list[Statement]) -> Claim | None:
    for first, second, net in zip(like, like[1:], like[2:], strict=False):
        if any(not _is_compared(s) for s in reading.statements[first.index + 1 : net.index] if s is not second):
            continue
        if _is_net_of(first, second, net) and not is_part(reading, first):
            turned = side_of(first) == OUT and side_of(second) == IN  # 调出4025人，调进4132人，净增107人
            return net_of(reading, second, first, net) if turned else net_of(reading, first, second, net)
        if first.role is Role.FROM and second.role is Role.TO and _ADDED.match(net.lead):
            parts = operand(reading, first), operand(reading, second), operand(reading, net)
            return Growth(*parts, None, None, 1, place=place(reading, first, second, net), likely=True)
    return None


def _equations(reading: Reading, like: list[Statement], results: Set[Statement]) -> Iterator[Claim]:
    """Yield 原有 + 收 − 支 = 现有, and 收 − 支 = 净.

    Args:
        results: figures that have a sign of what there is at the end, or of what is left of both flows.
    """
    told: list[str] = []
    if len(like) == 3 and "总" in like[2].lead and (found := _grown_to(reading, like)):
        yield found
        return
    if not any(s.role is Role.TO or _RESULT_WORDS.search(s.lead[-_NAME:]) for s in like if s in results):
        return  # each has a stock at the end, or what is left of both flows
    for s in like:
        if (side := side_of(s)) is None:
            return
        told.append(side)
    sides: dict[str, list[Statement]] = {NET: [], OPENING: [], CLOSING: [], IN: [], OUT: []}
    for side, s in zip(told, like, strict=True):
        sides[side].append(s)
    opening, closing, net = sides[OPENING], sides[CLOSING], sides[NET]
    flows = sides[IN], sides[OUT]
    of_stock = len(opening) == len(closing) == 1 and not net and (flows[0] or flows[1])
    of_net = len(net) == len(flows[0]) == len(flows[1]) == 1
    of_all = not opening and not net and len(closing) == len(flows[0]) == len(flows[1]) == 1 and _is_all(like, closing[0])
    if not (of_stock or of_net or of_all) or any(is_part(reading, s) for s in (like[: like.index(net[0]) + 1] if net else like)):
        return
    if of_stock:
        yield from stock_of(reading, opening[0], flows, closing[0])
    elif of_all:
        parts = operand(reading, flows[0][0]), operand(reading, flows[1][0]), operand(reading, closing[0])
        yield Difference(*parts, 1, place(reading, *like), True)
    else:
        yield net_of(reading, flows[0][0], flows[1][0], net[0])


def _is_all(like: Sequence[Statement], closing: Statement) -> bool:
    """Whether three figures in a row tell all that ever came, what went, and who is there: 累计接收A，累计解除B，现有在册C."""
    row = like[-1] is closing and closing.index - like[0].index == 2 and closing.segment == like[0].segment
    return row and _EVER.search(like[0].lead) is not None and side_of(like[0]) == IN and not _COMPARES.match(closing.lead)


def _is_net_of(first: Statement, second: Statement, net: Statement) -> bool:
    """Whether 净增 stands right behind what came and what went, whatever these are called: 新入库24家、退库7家，净增17家."""
    if first.segment != net.segment or net.clause - first.clause > net.index - first.index or not ("净" in net.lead or "自然" in net.lead):
        return False
    if not _NET_WORDS.search(net.lead[-_NAME:]):
        return False
    if ANY_YEAR.search(first.lead) and ANY_YEAR.search(second.lead):
        return False  # 2018年在校12560人，2019年12980人，净增420人
    last_year = _of_last_year(first, second)
    if side_of(second) == CLOSING or (not last_year and (side_of(first) == OPENING or _BEFORE.search(first.lead))):
        return False
    own = (first.role in PRESENT or last_year) and second.role in PRESENT and not _COMPARES.match(net.lead)
    return own and side_of(net) == NET and first.subject != second.subject


def net_of(reading: Reading, come: Statement, gone: Statement, net: Statement) -> Claim:
    """Return that a net figure lies between what came and what went."""
    fall = net.direction < 0 or "净减" in net.lead
    parts = operand(reading, come), operand(reading, gone), _points(operand(reading, net))
    return Difference(*parts, -1 if fall else 1, place(reading, come, gone, net), True)


def _points(difference: Operand) -> Operand:
    """Return 自然增长率0.49‰ as what lies between two rates."""
    name = _APART.get(difference.quantity.unit.name)
    return difference if name is None else replace(difference, quantity=replace(difference.quantity, unit=unit(name)))


def side_of(s: Statement) -> str | None:
    """Return the side of its equation that a figure is on by the words before it; nothing where they do not say."""
    if s.role is Role.FROM:
        return OPENING
    if s.role is Role.TO:
        return CLOSING
    near = s.lead[-_NAME:]
    found = next((side for side, pattern in _WORDS if pattern.search(near)), None) if _ANY.search(near) else None
    if s.role is Role.GROWTH or (s.role is Role.CHANGE and _COMPARED.search(near)):
        return found if found == NET else None
    return OPENING if s.role is Role.PRIOR else found


def is_left_of(total: Statement, parts: Sequence[Statement]) -> bool:
    """Whether a figure is what there is after some came and some went, and no sum: 今年新增7家，关停4家，目前共有51家."""
    return _NOW.search(total.lead) is not None and any(side_of(part) == OUT for part in parts)


def _grown_to(reading: Reading, like: list[Statement]) -> Claim | None:
    """Read 体育面积37849平方米，当年新增面积8082平方米，总面积达到45931平方米: what there was has no word of its own."""
    if like[2].index - like[0].index != 2 or side_of(like[0]) not in (None, OPENING) or is_part(reading, like[0]):
        return None
    had, more, now = like
    whole = _REACHES.search(now.lead)
    if whole is None or not _NEW.search(more.lead) or had.role is not Role.LEVEL or not had.subject or had.segment != now.segment:
        return None
    named = whole["name"] in ("数", "量", "额") or had.subject.endswith(whole["name"]) or whole["name"] in more.lead
    return _both(reading, now, had, more) if named else None


def stock_of(
    reading: Reading, opening: Statement, flows: tuple[list[Statement], list[Statement]], closing: Statement
) -> Iterator[Claim]:
    """Yield that what was there, with what came and without what went, is what there is."""
    come, gone = flows
    where = place(reading, opening, *come, *gone, closing)
    if not gone:
        parts = tuple(operand(reading, s) for s in (opening, *come))
        claim: Claim = Sum(operand(reading, closing), parts, True, False, where, True)
    else:
        had, left = added(reading, (opening, *come)), added(reading, gone)
        claim = Difference(had, left, operand(reading, closing), 1, where, True)
    lone = not come and any(_SELDOM_ALONE.search(s.lead) for s in gone)
    if holds(claim) or (closing.role is not Role.TO and not lone and (len(come) < 2 and len(gone) < 2)):
        yield claim


def _both(reading: Reading, whole: Statement, one: Statement, other: Statement) -> Sum:
    parts = operand(reading, one), operand(reading, other)
    return Sum(operand(reading, whole), parts, True, False, place(reading, whole, one, other), True)


def _goes_with(first: Statement, second: Statement) -> bool:
    """Whether a figure without a name of its own stands right behind another in its clause: 13件19人."""
    return second.start - first.end <= 1 and second.is_level and second.is_amount and second.depth == first.depth


def _negated(reading: Reading, rest: Statement, name: str) -> Iterator[Claim]:
    """Read 抽检2680批次，合格2613批次…不合格67批次: with what is not so, all is said."""
    near = [s for s in reading.so_far(rest, _FAR) if s.is_level and s.like(rest) and s.depth == rest.depth][:_MOST]
    # 已整改71个，部分整改5个，未整改10个; 称职98人，基本称职5人，不称职2人: there are more than the two
    partly = any(s.subject.endswith(tuple(f"{grade}{name}" for grade in ("部分", "基本", "比较", "非常"))) for s in near)
    for n, good in enumerate(() if partly else near[:-1]):
        if good.subject.endswith(name) and not re.search(f"[不未非]{name}$", good.subject):
            whole = near[n + 1]
            roomy = whole.quantity.value >= max(good.quantity.value, rest.quantity.value)
            beside = (good, *near[:n], rest)  # 立案262件，转办13件，未立案36件
            apart = whole.segment != good.segment and (n > 0 or whole.sentence != good.sentence or _NOT.search(whole.lead) is not None)
            apart = apart or rest.quantity.is_hedged or good.quantity.is_hedged
            apart = apart or (name.endswith(_CARRIED) and whole.quantity.value < good.quantity.value + rest.quantity.value)
            if whole.role is not Role.PRIOR and roomy and not apart and not is_part(reading, whole) and not (n and near_sum(whole, beside)):
                yield _both(reading, whole, good, rest)
                second = [reading.statements[s.index + 1 : s.index + 2] for s in (whole, good, rest)]
                if all(t and _goes_with(s, t[0]) and t[0].like(second[0][0]) for s, t in zip((whole, good, rest), second, strict=True)):
                    yield _both(reading, *(t[0] for t in second))  # 受理13件19人，批捕10件11人，不捕3件8人
            return
