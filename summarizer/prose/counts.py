"""``count`` from prose: the number in front of a list, or behind it, and how long the list is.

7家（A、B、C…）; 有2件未完成，分别是A和B; A、B、C等3个县; A、B两个项目.

A name may hold 和 or 及 itself, so a list has a least and a greatest length; only what is outside of both is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, stretch
from ..claims.count import Count
from ..patterns import lazy
from .choosing import counts
from .joining import operand, place
from .lists_of_names import LONGEST, OPEN, WITH_FIGURE, Listed, end_of, grouped, split, uneven
from .roles import Role
from .statements import Reading, Statement
from .words import BRACKETED

_MOST = 60
"""A count above this is no count of a list that is given."""
_NAME = 40
_NOUN = 12
"""Characters of a noun between 等 and its number: 等示范点3个."""
_ASIDE = lazy(r"\s*(?:其中|含|包括|不|未|比|较|占|约|如|即|按|以|由|同|原|详|见|共|下|除|另)")
_NOUN_BEHIND = lazy(r"[一-鿿]{0,10}\(")
_RESPECTIVE = lazy(r"(?:,|、)?(?:分别|依次)(?:是|为|在|位于)[: ]*")
_FIGURE = lazy(r"[ ]*[0-9][0-9.,]*[万亿]?[一-鿿%‰]{0,3}[ ]*$")
"""What is no name: 35万元."""
_COMPARED = lazy("[,(](?:同比|环比|[比较](?:上年|去年)|增长|下降|增加|减少)[^,;。:()分\n]{1,16}[)]?")
"""新开工6个，同比下降25%，分别为…: how the number grew."""
_PLACES = lazy(r"在[^、]*、.*(?:建设|新建|改建|建成|设立|布点|改造|新增)$")
"""在甲、乙、丙、丁建设五家: one in each place, most likely."""
_AT_ROADS = lazy(r"[^、]*[路街道巷](?:、[^、]*[路街道巷])+[^、]{0,2}?(?:公共|地面|智慧|口袋|街头|过街|人行|便民|农贸|老旧)*"
                 r"(?:停车场|公园|游园|绿地|广场|市场|天桥|桥梁?|小区|泵站|驿站|工程|项目)$")  # fmt: skip
"""甲路、乙街、丙道、丁路停车场五座: the same."""
_NOUN_AND = lazy("[一-鿿]{0,8}?(?:以及|和|及|(?:扩[大展]|增[加至]|调整|拓展|延伸|[变改]|减少|发展|压缩|精简|[整合]并)[到至为成])")
"""三个街道和甲、乙、丙3个乡镇, 由3个扩大到甲、乙、丙、丁4个镇: what divides a list from a number before it."""
_ONE_MORE = lazy("(?:以及|及|和|与|另|另外|还有)$")
"""甲医院、乙医院以及14家卫生院: one more member of the list, and no number of it."""
_SEVERAL = 4
_FEW = 2
_ORDINAL = lazy("第(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[项件号期次批个]?(?:[-—–~至到]|$)")
"""第三、第六项, 第1至4项: numbers, of which several may be told as one; see :mod:`.ordinals`."""
_TIMES = frozenset(("期", "次", "场", "批", "轮", "届"))
"""What was done so often has no part of what came of it: 培训15期，毕业1089人（…）."""
_PLACES_OF = frozenset("省市县区州乡镇街道路村园")
"""甲县、乙县、丙县5个乡镇: what the names hold is counted."""
_ANY_NUMBER = lazy("[一-鿿]{0,6}(?:项目|工程|企业|任务|课题|基地|场馆)")
"""教育、卫生、文化5个项目: of each kind there may be several."""
_LIST_NUMBER = lazy("[ ]*[0-9]{1,2}[.)]")
_DIVIDES = lazy("[,;。:]")
_ROADS, _IS_ROAD = lazy("[GSXY]?[0-9]{2,4}(?=[、和线]|$)"), lazy("[国省县乡]{1,2}道|公路")
"""205、102、平青乐三条国省道."""
_ROAD = lazy("[GSXY][0-9]{1,4}|[0-9]{2,3}(?=[国省县乡]道)")
"""A number that is a name."""
_TWO, _TWO_NAMES = lazy("[一-鿿]{2,12}[和与][一-鿿]{2,12}$"), 25
_MANY = 3
_OR_KINDS = lazy("\\([市县区旗乡镇街道场村、]{1,8}\\)")
"""5个县（市、区）: what else is counted with it."""
_OTHERWISE = lazy("[低慢]于|其余|其[他它]|未达|不足|落后")
_ENDED = lazy("以及|及(?!其|时)")
_OTHERS = frozenset(("其他", "其它"))
"""What leaves nothing to 等: 农业、交通、其他等3类."""
_THESE = lazy(r"^[ ]*(?:这|上述|以上)$")
_AMONG = lazy(r"[项个家条件类]中[,:]")
_THINGS = lazy(
    r"[一-鿿]{0,6}(?:项目|工程|乡镇?|镇|街道|村|社区|县|市|区|单位|部门|园区|企业|场馆|片区|路段|学校|中心|基地|品牌|平台|系统|行业|产业"
    r"|公园|广场|系列|行动|科室|股室|制度|文件|任务|专项|活动|赛事|领域|环节|阶段|渠道|窗口|机制|措施|要素|场馆|市场|医院|水库|河流|景区|小区|品种|课程|案例|课题|工作|问题|指标|作物|景点|景区|道路|桥梁|港口|机场|站点|网点|窗口|岗位|专业|学科|职业|工种|门类|税种|险种)"
)
_VERBS = lazy(
    r"(?:[新改扩续迁重翻维整修创共评培引扶打推申查取关巩提完规][建修改设购造治评育进持推报处缔闭固升善范选]|壮大|实施|建设|改造|新增|命名|表彰|加强|开展|组织)了?$"
)
"""新建、改建、扩建4个公园 lists what was done, and no parks."""
_ALIKE = (2, 8)
"""Least and most characters of names that are alike in length."""
_COUNTED = frozenset(("个", "家", "项", "条", "所", "座", "处", "名", "种", "类"))
_KINDS = frozenset(("类", "种", "项"))
_LONG, _WORKS = 14, lazy("(?:建设|重[点大])?(?:项目|工程)")
"""Characters of the name of a project: 县中医院迁建, 乡镇卫生院提标改造."""
_LED = lazy("(?:.*(?:在|将|对|以|向|建设|完成|包括|涉及|覆盖|确定|选[定择]|[设成]立|支持|实施|推进|命名|列入))?")
"""What may stand before the first name of a list and is none of it."""
_NO_COUNTS = frozenset((Role.RANK, Role.OTHER, Role.AVERAGE))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every number of things that are listed."""
    for s in counts(reading):
        if may_be_counted(s, 2):
            found = _bracket(reading, s) or _measured(reading, s) or _respectively(reading, s) or _these(reading, s) or _before(reading, s)
            if found is not None:
                yield found


def may_be_counted(statement: Statement, least: int = 1) -> bool:
    """Whether a figure counts things one by one."""
    quantity = statement.quantity
    if (quantity.unit.name, statement.tail[:1]) in (("次", "产"), ("位", "数")):
        return False  # 三次产业, 两位数增长
    return quantity.is_count and statement.role not in _NO_COUNTS and least <= quantity.value.numerator <= _MOST


def _claim(reading: Reading, stated: Statement, listed: Listed, span: tuple[int, int], *, likely: bool) -> Count | None:
    """Return the claim that the list is as long as stated; nothing for a list that can be read otherwise."""
    number = int(stated.quantity.value)
    length = listed.length_near(number)
    if length < 2 or _ORDINAL.match(listed.names[0].strip()):
        return None
    names = tuple(reading.ground.text[listed.start : listed.end].rstrip("等").split("、")) if length == len(listed.names) else ()
    if len(names) == number and (fewer := _without_twice(names)) < number and stated.quantity.unit.name in _COUNTED:
        return Count(operand(reading, stated), fewer, names, (), False, stretch(*span), True)
    return Count(operand(reading, stated), length, names if len(names) == length else (), (), listed.open, stretch(*span), likely)


def _without_twice(names: tuple[str, ...]) -> int:
    """Return how many names there are if one that stands twice is one: 东岭、西沟、南坪、西沟; a verb may stand before the first."""
    names = tuple(name.strip() for name in names)
    later = set(names[1:])
    return len(later) + (not any(names[0].endswith(name) and _LED.fullmatch(names[0].removesuffix(name)) for name in later))


def _bracket(reading: Reading, stated: Statement) -> Claim | None:
    """Read 7家（A、B、C）: a list right behind the number."""
    plain = reading.ground.plain
    noun = _NOUN_BEHIND.match(plain, stated.end) if plain.find("(", stated.end, stated.end + _NOUN) >= 0 else None
    if noun is None:
        return None
    begin = noun.end() - 1
    end = _closing(plain, begin)
    inside = plain[begin + 1 : end]
    marks = set(_DIVIDES.findall(BRACKETED.sub("", inside)))
    if end < 0 or "、" not in inside or _ASIDE.match(inside) or (marks and not (marks == {","} and _alike(inside, plain[begin - 1]))):
        return None
    if any(s.like(stated) for s in reading.within(begin, end)):
        return None
    listed = split(inside, begin + 1)
    if any(len(name.strip()) < 2 or _FIGURE.match(name) for name in listed.names):
        return None  # 县（市、区）
    far = abs(listed.length_near(int(stated.quantity.value)) - stated.quantity.value) > _FEW  # 6个乡镇（东片、西片）
    return _claim(reading, stated, listed, (stated.start, end + 1), likely=far or bool(marks) or uneven(listed) or begin > stated.end + 4)


def _alike(inside: str, noun: str) -> bool:
    """Whether all names between 、 and a , that was written for one end as what is counted: 3个乡（甲乡、乙乡，丙乡）."""
    return all(name.strip().endswith(noun) for name in re.split("[、,]", BRACKETED.sub("", inside)))


def _measured(reading: Reading, stated: Statement) -> Claim | None:
    """Read 河道4条、全长56.2公里（甲河21.3公里、乙河14.8公里…）: each member has its part of the length."""
    if stated.index + 2 >= len(reading.statements) or stated.quantity.chinese or stated.quantity.unit.name in _TIMES:
        return None
    whole = reading.statements[stated.index + 1]
    if whole.segment != stated.segment or whole.depth != stated.depth or whole.like(stated):
        return None
    if not whole.is_level or whole.clause - stated.clause > 1 or whole.quantity.is_count:
        return None
    following = reading.statements[whole.index + 1 : whole.index + _MOST]
    items = [s for s in following if s.depth == whole.depth + 1 and s.segment == whole.segment]
    items = [s for s in items if s.bracket == items[0].bracket]
    if items and _ASIDE.match(items[0].lead.lstrip("(")):
        return None  # 党员61名（其中甲18名，乙43名）
    if len(items) < 2 or items[0].bracket - whole.end > 1 or not all(s.like(whole) and len(s.subject) > 1 for s in items):
        return None
    total = sum(s.quantity.value for s in items)
    if len(items) != stated.quantity.value and abs(total - whole.quantity.value) > whole.quantity.ulp:
        return None
    where = place(reading, stated, *items)
    return Count(operand(reading, stated), len(items), (), (), False, where, True)


def _closing(plain: str, begin: int) -> int:
    """Return where the bracket closes, −1 if nowhere near."""
    depth = 0
    for offset in range(begin, min(len(plain), begin + LONGEST)):
        if plain[offset] == "(":
            depth += 1
        elif plain[offset] == ")":
            depth -= 1
            if not depth:
                return offset
    return -1


def _respectively(reading: Reading, stated: Statement) -> Claim | None:
    """Read 有两件未完成，分别是A和B; 慢的3项分别是：A、B、C."""
    plain = reading.ground.plain
    last = stated.end + _NAME
    if stated.listed or plain.startswith("、", stated.end):
        return None  # 一类、二类、三类分别为347台、317台、182台: names
    if plain.find("分别", stated.end, last) < 0 and plain.find("依次", stated.end, last) < 0:
        return None
    match = _RESPECTIVE.search(plain, stated.end, stated.end + _NAME)
    if match is None or any(mark in _COMPARED.sub("", _OR_KINDS.sub("", plain[stated.end : match.start()])) for mark in ",;。!?\n("):
        return None
    if any(other.quantity.is_count for other in reading.within(stated.end, match.start())):
        return None  # 4条航线、通航7个城市，分别为…: the cities
    end = next((n for n in range(match.end(), min(len(plain), match.end() + LONGEST)) if plain[n] in "。;!?\n"), -1)
    text = plain[match.end() : end] if end >= 0 else ""
    commas = BRACKETED.sub("", text).count(",")
    first, number = split(text.partition(",")[0], match.end()), int(stated.quantity.value)
    if commas and ("、" in text or first.length_near(number) == number):
        text = text[: text.find(",")]
    rows = plain[end : end + 1] == ";" and re.search("[0-9]", text) is not None and not _ends_here(plain, text, end)  # 甲16万，增长8%；乙…
    if not text or rows or any(s.like(stated) for s in reading.within(stated.end, match.end() + len(text))):
        return None  # 12个股室调整为8个股室，分别是甲、乙…: of the second
    listed = split(text, match.end())
    figures = sum(_FIGURE.match(name) is not None for name in listed.names)
    if 0 < figures < len(listed.names) or (len(listed.names) == 1 and re.search("[0-9]", text)):
        return None  # 5所，分别为甲校120人、35万元，乙校…: what a member has beside its name
    if "在" in match.group() and listed.length_near(int(stated.quantity.value)) != stated.quantity.value:
        return None  # 4个，分别在甲乡和乙镇: there may be two in each
    inside = [s for s in reading.within(match.end(), match.end() + len(text)) if s.quantity.is_count and s.depth == stated.depth]
    if sum(s.quantity.value for s in inside) == stated.quantity.value:
        return None  # 19家，分别是甲镇8个、乙镇11个: parts of it in another measure word
    if len(listed.names) > stated.quantity.value and grouped(listed.names):
        return None  # 2期，分别是甲、乙和丙、丁: two groups
    return _claim(reading, stated, listed, (stated.start, match.end() + len(text)), likely=bool(commas) or uneven(listed))


def _ends_here(plain: str, text: str, end: int) -> bool:
    """Whether a ； ends a list of names with a figure each, since what follows is otherwise: 甲80%、乙78%、丙77%；丁低于平均."""
    members = [part.strip() for part in text.split("、")]
    if len(members) < _MANY or not all(WITH_FIGURE.fullmatch(part) for part in members):
        return False
    return _OTHERWISE.search(plain, end, max(end, end_of(plain, end, "。\n"))) is not None


def _before(reading: Reading, stated: Statement) -> Claim | None:
    """Read A、B、C等3个县 and A、B两个项目: the list ends where the number begins."""
    if stated.respective or (stated.listed and reading.statements[stated.index - 1].like(stated)):
        return None  # 本科、大专、高中分别为17项、34项和34项; 一类、二类、三类
    plain = reading.ground.plain
    begin = max(0, stated.start - LONGEST)
    first = reading.ground.clauses.starts[stated.clause]
    mark = plain.rfind("、", begin, stated.start)
    if (mark < 0 or mark + 1 < first) and plain[stated.start - 1] != "”":
        # a list needs a 、 in its own clause, or right before it, and names without one are quoted
        return _two(reading, stated, first) if stated.quantity.value.numerator == 2 else None
    start = max([begin, *[plain.rfind(mark, begin, stated.start) + 1 for mark in ",;。:!?\n"]])
    bracket = reading.ground.bracket_at(stated.start)[1]
    start = max(start, bracket + 1)
    if (end := _last_beside(reading, stated)) > start:
        noun = _NOUN_AND.match(plain, end, stated.start)
        if noun is None:
            return None
        start = noun.end()
    if numbered := _LIST_NUMBER.match(plain, start):
        start = numbered.end()  # 2.改造甲村、乙村两个村
    text = plain[start : stated.start].removesuffix("这")
    if _ONE_MORE.search(text):
        return None
    if "、" not in text or re.search("[0-9]", _roads(stated).sub("", BRACKETED.sub("", text))):
        return _quoted_pair(reading, stated, text, start)
    listed = _up_to_open(text, start)
    number = int(stated.quantity.value)
    if not listed.joined and uneven(listed, of=listed.names[1:]):
        return None
    quoted = plain[stated.start - 1] == "”" and text.count("“") == len(listed.names)
    places = len(listed.names) >= _SEVERAL and abs(len(listed.names) - number) == 1
    places = places and (_PLACES.search(text) or _AT_ROADS.match(text)) is not None
    closed = len(listed.names) > 1 and listed.spare == 1 and len(listed.names) + 1 < number and _ENDED.search(listed.names[-1]) is not None
    closed = closed and number <= len(listed.names) + 1 + _FEW and stated.quantity.unit.name in _COUNTED  # 业务外、批评及建议20件: cases
    closed = closed or (not listed.open and _few_apart(listed, stated, plain[stated.end : stated.end + _NOUN]))
    if _nearly_all(listed, stated) or (listed.open and listed.names[-1].strip() in _OTHERS):
        listed, closed = replace(listed, open=False), True
    closed = closed or _IS_ROAD.match(stated.tail) is not None
    closed = closed or plain[stated.start - 1] == "这" or _of_one_kind(listed, plain[stated.end : stated.end + 4])
    if listed.open or quoted or places or closed or listed.length_near(number) == number:
        return _claim(reading, stated, listed, (start, stated.end), likely=True)
    return None


def _two(reading: Reading, stated: Statement, start: int) -> Claim | None:
    """Read 甲和乙两个品种: nothing else says that there are two, so that it may only hold."""
    names = _TWO.search(reading.ground.plain, max(start, stated.start - _TWO_NAMES), stated.start)
    if names is None or stated.quantity.unit.name not in _COUNTED:
        return None
    return Count(operand(reading, stated), 2, (), (), False, stretch(names.start(), stated.end), True)


def _roads(stated: Statement) -> re.Pattern[str]:
    """Return what numbers that are names look like: 104国道, and 104、205 before two roads."""
    return _ROADS if _IS_ROAD.match(stated.tail) else _ROAD


def _last_beside(reading: Reading, stated: Statement) -> int:
    """Return where the figure before ends; what stands in the brackets of names (甲县（74.5%）、乙县（71%）两个县) is passed over."""
    for s in reading.before(stated, _MOST):
        named = s.quantity.chinese and reading.between(s.start - 1, s.start) == "、" and "、" in reading.between(s.end, s.end + _SEVERAL)
        named = named or (s.figure.bare and _roads(stated).match(reading.ground.plain, s.start) is not None)  # 104国道改建
        if not named and (s.depth <= stated.depth or s.sentence != stated.sentence):  # 下黄、七里界、东风: no figure
            return s.end
    return 0


def _these(reading: Reading, stated: Statement) -> Claim | None:
    """Read 甲已完成8个（53%）、乙已完成120条（95%）,丙…（90%），这3项…: members of one shape, each closed by a bracket."""
    if stated.lead[-1:] not in ("这", "述", "上") or not _THESE.search(stated.lead):
        return None
    plain = reading.ground.plain
    begin = max(0, stated.start - LONGEST)
    start = max(begin, *(plain.rfind(mark, begin, stated.start) + 1 for mark in ";。:!?\n"))
    if start == begin and begin:
        return None
    if announced := _AMONG.search(plain, start, stated.start):
        start = announced.end()
    text = plain[start : stated.start].removesuffix("这").rstrip(" ,、")
    masked = BRACKETED.sub(lambda m: "\x00" * len(m.group()), text)
    members = [part for part in re.split("[、,]", masked) if part.strip()]
    closed = [part for part in members if part.endswith("\x00")]
    number = int(stated.quantity.value)
    if len(members) < 2 or len(closed) < len(members) or not _shaped(text):
        return None
    return Count(operand(reading, stated), len(members), (), (), False, stretch(start, stated.end), len(members) != number)


def _of_one_kind(listed: Listed, noun: str) -> bool:
    """Whether all names end with the kind of thing that is counted: 图书馆、文化馆、体育馆3个场馆."""
    ends = {name.strip()[-1:] for name in listed.names}
    if len(listed.names) == _FEW and len(ends & _PLACES_OF) == len(ends) == 1 and noun[:1] in ends:
        return not listed.spare and all(len(name.strip()) > 1 for name in listed.names)  # 甲村、乙村4个村
    return len(listed.names) >= _MANY and not listed.spare and len(ends) == 1 and ends.pop() in re.split("[,;。、]", noun)[0]


def _few_apart(listed: Listed, stated: Statement, noun: str) -> bool:
    """Whether names stand right before a number that is one or two more or less: 甲、乙、丙4个新建项目; names of like length need no noun.

    That the number is off by two needs both: 甲、乙、丙12个村 are the villages of three.
    """
    off = abs(len(listed.names) - stated.quantity.value)
    if not 0 < off <= _FEW or len(listed.names) < _MANY or listed.spare or stated.quantity.unit.name not in _COUNTED:
        return False
    if any(_VERBS.match(name.strip()) for name in listed.names[1:]) or "第" in listed.names[-1]:
        return False
    names = [BRACKETED.sub("", name).strip() for name in listed.names[1:]]
    sizes = [len(name) for name in names]
    even = _ALIKE[0] <= min(sizes) <= max(sizes) <= min(min(sizes) + 2, _ALIKE[1])
    things = _THINGS.match(re.split("[,;。、(]", noun)[0])
    if off == 1:
        return even or things is not None
    ends = {name[-1:] for name in names}
    if things is None and min(sizes) >= _SEVERAL and (len(ends) == 1 or (even and stated.quantity.unit.name in _KINDS)):
        return True  # 物业管理、供水供暖、交通出行5类
    inside = len(ends) == 1 and names[0][-1:] in _PLACES_OF and names[0][-1:] not in noun
    if things is None or inside or (min(sizes) < _SEVERAL and _ANY_NUMBER.match(noun)):
        return False
    works = min(sizes) > _SEVERAL and max(sizes) <= _LONG and _WORKS.match(things[0]) is not None
    return even or works or len(ends) == 1 or max(sizes) <= _ALIKE[1]


def _nearly_all(listed: Listed, stated: Statement) -> bool:
    """Whether all but one of so many are named before 等: who names five of six has miscounted."""
    many = listed.open and len(listed.names) >= _SEVERAL and stated.quantity.unit.name in _COUNTED
    return many and len(listed.names) == stated.quantity.value - 1 and not listed.spare


def _shaped(text: str) -> bool:
    """Whether brackets close with the list, so that no mark inside of one divides."""
    return text.count("(") == text.count(")")


def _up_to_open(text: str, start: int) -> Listed:
    """Read the list, of 甲、乙、丙等示范点 the part that ends with 等."""
    end = text.rfind(OPEN, max(0, len(text) - _NOUN)) + 1
    return split(text[:end] if end and "、" not in text[end:] else text, start)


def _quoted_pair(reading: Reading, stated: Statement, text: str, start: int) -> Claim | None:
    """Read “甲”“乙”两个项目 and A和B两个县: no 、 between."""
    quotes = len(re.findall("”[ ]*(?:和|与|及)?[ ]*“", text))
    if not quotes or not text.endswith("”") or quotes + 1 != stated.quantity.value:
        return None
    return _claim(reading, stated, Listed(("",) * (quotes + 1), 0, False, start, stated.start), (start, stated.end), likely=True)
