"""Words that together name all of a whole: 税收 and 非税, 城镇 and 农村, 第一、第二、第三产业, and 其他 at the end of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..patterns import lazy
from ..quantities import Hedge
from .choosing import all_of, of_subject
from .statements import Reading, Statement

COMPLEMENTS: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("税收", "非税"), True),
    (("第一产业", "第二产业", "第三产业"), True),
    (("一产", "二产", "三产"), True),
    (("第一产业", "第二产业", "第三产业", "居民"), False),
    (("出口", "进口"), True),
    (("城镇", "乡村"), True),
    (("城镇", "农村"), True),
    (("城市", "农村"), True),
    (("一般债务", "专项债务"), True),
    (("一般债券", "专项债券"), True),
    (("市本级", "县"), True),
    (("市级", "区县"), False),
    (("市级", "县区"), False),
    (("市级", "县市"), False),
    (("市级", "县级"), False),
    (("省级", "市县"), False),
    (("本级", "转贷"), False),
    (("有人值守", "无人值守"), False),
    (("规上", "规下"), True),
    (("本级", "乡镇"), False),
    (("本级", "县级"), False),
    (("本级", "区级"), False),
    (("一般性转移支付", "专项转移支付"), False),
    (("国税", "地税"), False),
    (("新增债券", "置换债券"), False),
    (("男", "女"), True),
    (("国有", "非国有"), True),
    (("公有制", "非公有制"), True),
    (("城镇", "非城镇"), True),
    (("公办", "民办"), False),
    (("新建", "续建"), False),
    (("初次", "重复"), True),
    (("首次", "重复"), True),
    (("初访", "重复访"), True),
    (("初访", "重访"), True),
    (("初信", "重信"), True),
    (("集中供养", "分散供养"), True),
    (("轻工业", "重工业"), True),
    (("内资", "外资"), False),
    (("线上", "线下"), False),
    (("省内", "省外"), True),
    (("境内", "境外"), True),
    (("国内", "国外"), True),
    (("上半年", "下半年"), True),
    (("财产险", "人身险"), True),
    (("财产险", "人身意外伤害险"), False),
    (("财产险", "人寿"), False),
    (("财产险", "寿险"), False),
    (("财产保险", "人寿保险"), False),
    (("财产保险公司", "人身保险公司"), True),
    (("财产保险公司", "寿险公司"), False),
    (("产险公司", "寿险公司"), False),
    (("产险公司", "人身险公司"), False),
    (("财险", "寿险"), False),
    (("海水", "淡水"), False),
    (("固定电话", "移动电话"), False),
    (("市内", "市外"), False),
    (("县内", "县外"), False),
    (("区内", "区外"), False),
    (("活期", "定期"), False),
    (("成人", "儿童"), False),
    (("户籍", "非户籍"), True),
    (("汉族", "少数民族"), True),
    (("农业人口", "非农业人口"), True),
    (("家庭户人口", "集体户人口"), True),
    (("本地", "外地"), False),
    (("旧存", "新收"), True),
    (("中央", "地方"), False),
    (("中直", "地方"), False),
    (("短期", "中长期"), False),
    (("有效", "无效"), False),
    (("夏粮", "秋粮"), True),
    (("大春", "小春"), False),
    (("夏粮", "早稻", "秋粮"), True),
    (("早稻", "中稻", "晚稻"), False),
    (("住宅", "非住宅"), True),
    (("政府安排", "自主就业"), False),
    (("转业士官", "自主就业"), False),
    (("存量", "增量"), False),
    (("门诊", "住院"), False),
    (("人员经费", "公用经费"), False),
    (("外国人", "香港", "澳门", "台湾"), False),
    (("外国人", "港澳台"), False),
    (("过夜", "一日游"), False),
    (("自行处理", "派单"), False),
    (("直办", "交办"), False),
    (("按期", "逾期"), False),
    (("采矿业", "制造业", "电力"), False),
    (("采矿业", "制造业", "供应业"), False),
    (("批捕", "不捕"), False),
    (("批准逮捕", "不捕"), False),
    (("批准逮捕", "不批准逮捕"), False),
    (("自办", "转播"), False),
    (("职工", "居民"), False),
    (("现场", "意向"), False),
    (("存量", "新增"), False),
    (("集中", "分散"), False),
    (("水田", "旱地"), False),
    (("地表水", "地下水"), False),
    (("计划内", "计划外"), False),
    (("专职", "兼职"), False),
    (("在编", "编外"), False),
    (("在职", "退休"), False),
    (("基本支出", "项目支出"), False),
    (("合法", "违法"), False),
    (("在职", "离退休"), False),
    (("网上", "窗口"), False),
    (("机动车", "非机动车"), False),
    (("内贸", "外贸"), False),
    (("客运", "货运"), False),
    (("客船", "货船"), False),
    (("电脑票", "即开票"), False),
    (("动产", "不动产"), False),
    (("流动资产", "非流动资产"), False),
    (("资金", "物资"), False),
    (("现金", "实物"), False),
    (("白天", "夜间"), False),
    (("城区", "乡镇"), False),
    (("城区", "农村"), False),
    (("委员提案", "集体提案"), False),
    (("个人提案", "集体提案"), False),
    (("会议期间", "闭会期间"), False),
    (("大会", "闭会"), False),
    (("一般程序", "简易程序"), False),
    (("普通程序", "简易程序"), False),
    (("公益林", "商品林"), False),
    (("C级", "D级"), False),
    (("天然林", "人工林"), False),
    (("新增债券", "再融资债券"), False),
    (("政府投资", "社会投资"), False),
    (("政府投资", "民间投资"), False),
    (("基本支出", "项目支出"), False),
    (("普通高中", "中等职业"), False),
    (("税务部门", "财政部门"), False),
    (("主城", "区县"), False),
    (("直接", "间接"), False),
    (("前台办结", "转办"), False),
    (("当场办结", "转办"), False),
    (("即时办结", "转办"), False),
    (("直接答复", "转办"), False),
    (("面复", "书面"), False),
    (("自行处置", "派遣"), False),
    (("内河", "沿海"), False),
    (("海港", "河港"), False),
    (("白班", "夜班"), False),
    (("工资性", "经营", "财产", "转移"), False),
    (("国内", "入境"), True),
    (("任中", "离任"), False),
    (("报告书", "报告表"), False),
    (("商品类", "服务类"), False),
    (("寄宿生", "走读生"), False),
    (("财政资金", "自筹"), False),
    (("实物安置", "货币安置"), False),
    (("新建", "改扩建"), False),
    (("政策性", "商业性"), False),
    (("一级保护", "二级保护"), True),
    (("一级重点保护", "二级重点保护"), True),
    (("已整改", "限期整改"), False),
    (("立即整改", "限期整改"), False),
    (("当场整改", "限期整改"), False),
    (("现场整改", "限期整改"), False),
    (("文科", "理科"), True),
    (("文史", "理工"), True),
    (("物理", "历史"), False),
    (("商品零售", "餐饮"), False),
    (("建议", "提案"), False),
    (("统招", "定向"), False),
    (("中医", "西医"), False),
    (("按时", "超时"), False),
    (("返还性", "一般性转移支付", "专项转移支付"), False),
    (("产业类", "基础设施类"), False),
    (("全职", "柔性"), False),
    (("门诊", "急诊"), False),
    (("一般隐患", "重大隐患"), True),
    (("全额", "差额"), False),
)
"""Names that divide a whole between them, and whether that is certain. 国税 and 地税 leave out what other offices take in."""

_NAMES = lazy("|".join(sorted({name for names, _ in COMPLEMENTS for name in names}, key=len, reverse=True)))
_PARTNERS = {names[1]: names[0] for names, _ in COMPLEMENTS if len(names) == 2}
_SECONDS = {first: {second for second, one in _PARTNERS.items() if one == first} for first in _PARTNERS.values()}
_APART = 24
"""Figures between the two halves of a complement: each may be broken down in its turn."""
_GOOD_DAYS = lazy("优良|达标|良好")
"""Days of good air, which are 优 and 良."""
_NEGATION = lazy("(?:尚|仍|还)?[非未不无](?:予(?=..))?(?P<name>.+)")
_AFFIRMED = lazy("^(?:经[审评初复][查核审议])?(?:[已有]|予以?)?")
_NARROWED = lazy(r"\([^()]*(?:以上|以下|不含|不包括|除)")
_INDUSTRIES = ("第一产业", "第二产业", "第三产业")
_OUTPUT = lazy("生产总值|GDP|增加值")
_TRAIT_WORDS = (
    "男|女", "专任教师|专职教师",
    "岁|青年|中年|老年|未成年", "学历|本科|大专|研究生|博士|硕士|专科", "党员|团员", "民族", "职称|持证|资格", "残疾",
    "新增|新入|新签|累计",
    "党纪|党内", "政务|政纪", "组织处理",
    "贫困|低保|特困", "城镇|农村|城市(?!基础|建设|维护|管理|更新|公用|道路)|乡村",
    "在岗|退休|在职", "国有(?!土地|资[源产本])|民营|民间(?=投资)|私营|公办|民办", "工业|农业|服务业",
    "寄宿|住宿|住校|走读", "留守|随迁|流动|外来", "涉农|三农", "小微|中小企业|民营", "普惠", "绿色", "公益林|商品林", "人工林|天然林",
    "(?<![划央省])税收|非税", "地方(?:一般|公共|财政)|上划[中省]",
)  # fmt: skip
_TRAITS = tuple(map(lazy, _TRAIT_WORDS))
_ANY_TRAIT = lazy("|".join(_TRAIT_WORDS))
"""Ways to divide people and things; figures that are divided in different ways may count one person twice."""
_BOUND = lazy("(?<!规模)(?<!限额)(?:以上|以下|以内)|超过|不足")
_RANGE = lazy("[0-9][岁万亿元亩年级]*[-—–~至到][0-9]+(?:[.][0-9]+)?[岁万亿元亩年级]*[^0-9,;、]{0,4}$")
"""35-59岁: a class that has both its bounds, and goes on where the next begins."""
_BOUND_LENGTH = 14
_GRADE = lazy(
    "文盲|小学|初中|高中|中专|大专|专科|本科|硕士|研究生|博士|[初中高]级|[0-9][.0-9]*[级星]|[0-9]A|[一二三四五]星|[0-9一二三四五]档|重大|较大|一般"
)
"""Names of one ladder: of 初中、高中、大专及以上 the last is what lies above the others."""
_TELLING = 1000
_INNER = lazy("就(?:达|有|占)?到?[: ]*$")
"""苹果6000亩，分布在东村和西村，东村一村就达3500亩: of the apples."""
_LONG = 5
"""Parts of a list that names a trait of some of them only, and divides by another thing: 残疾军人、复员军人、60岁以上退役士兵."""
_ABOVE, _BELOW = lazy("以上|超过"), lazy("以下|以内|不足")
_REST = lazy(r"^(?:用于)?其[他它余]|[等及]其[他它]")
_OWN_MEANS, _PAYERS = lazy("自筹(?:资金|及[一-鿿]{1,6})?$"), lazy("中央|[省市县区州]|财政|上级|补助|配套|专项")
_REST_NAME = lazy(r"^其[他它](?:收入|支出)|及其[他它]")
"""An item of every budget, of which others are left out as well; and others of one kind."""


def complement_of(head: Statement, parts: tuple[Statement, ...]) -> bool | None:
    """Whether the parts are the members of a complement, one each: ``True`` certain, ``False`` likely, ``None`` not."""
    if head.quantity.unit.name == "天" and _GOOD_DAYS.search(head.lead) and [p.subject[:1] for p in parts] == ["优", "良"]:
        return False
    negated = len(parts) == 2 and negates(parts[0], parts[1]) and head.subject not in (p.subject for p in parts)
    mine = _among(parts[0].subject) if parts else ()
    if not (negated or mine) or any(narrowed(part) or ("内" in part.subject and "外" in part.subject) for part in parts):
        return None  # 城镇（限额以上）: a part that was narrowed down
    if negated:
        return False
    own = head.subject.replace("进出口", "")
    for names, certain in mine:
        if names[0] in ("第一产业", "一产") and len(names) == len(_INDUSTRIES) and not _OUTPUT.search(head.subject):
            continue  # households use power too, and belong to no industry
        if len(parts) == len(names) and _one_each(names, parts) and not any(name in own for name in names):
            return certain and "投资" not in own  # homes may be a third part
    return None


@lru_cache(maxsize=4096)
def _among(subject: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the complements that a name is a member of."""
    return tuple(one for one in COMPLEMENTS if any(name in subject for name in one[0])) if _NAMES.search(subject) else ()


def negates(one: Statement, other: Statement) -> bool:
    """Whether one name is the other with a word of negation before it: 居民 and 非居民; of 满意 there are more grades than two."""
    for plain, negated in ((one, other), (other, one)):
        found = _NEGATION.match(negated.subject)
        if found and _AFFIRMED.sub("", plain.subject) == found["name"] != "满意" and (len(found["name"]) > 1 or "已" in plain.lead):
            return True
    return False


def _one_each(names: tuple[str, ...], parts: tuple[Statement, ...]) -> bool:
    left = list(names)
    for part in parts:
        # 非国有 holds 国有 too: the longest name that fits counts, and 非 before a name makes it the other one.
        found = max((name for name in left if name in part.subject), key=len, default=None)
        if found is None or f"非{found}" in part.subject or (found == "税收" and "非税" in part.subject):
            return False
        left.remove(found)
    return not left


def narrowed(part: Statement) -> bool:
    """Whether a bracket makes a part less than its name says: 城镇零售额（限额以上）."""
    return "(" in part.lead and _NARROWED.search(part.lead) is not None


def names_all(subjects: tuple[str, ...], *, sure: bool = True) -> bool:
    """Whether subjects, one for each share, are those of a complement: the three industries, 国有 and 非国有."""
    return any((certain or not sure) and len(subjects) == len(names) and _each_in(names, subjects) for names, certain in COMPLEMENTS)


def _each_in(names: tuple[str, ...], subjects: tuple[str, ...]) -> bool:
    return all(name in subject and f"非{name}" not in subject for name, subject in zip(names, subjects, strict=True))


def may_overlap(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether the parts are told apart by different things (女性, 本科以上, 35岁以下), or lie in each other (一亿元以上, 十亿元以上)."""
    if len(parts) > 1 and all(part.subject.startswith("对") and "满意" in part.lead for part in parts):
        return True  # 对过程满意的526件，对结果满意的519件
    if any(_INNER.search(part.lead) for part in parts):
        return True
    telling = ((n, part.quantity) for n, part in enumerate(parts[:-2]) if part.quantity.shows(_TELLING))
    if any(quantity.value == sum(p.quantity.value for p in parts[n + 1 :]) for n, quantity in telling):
        return True  # 新增债券30亿元，市本级9亿元，转贷县区21亿元: the others are of the first
    own = [part.subject + part.tail[:6].partition("(")[0] for part in parts]
    names = names_before(reading, parts[0]) if parts and parts[0].respective else own
    told = {n for name in names if _ANY_TRAIT.search(name) for n, traits in enumerate(_TRAITS) if traits.search(name)}
    if parts and parts[0].respective:
        return len(told) > 1 or (any(map(_BOUND.search, names)) and not _are_ranges(names))
    bounded = [part for part in parts if _bounded(reading, part)]
    if len(parts) >= _LONG and 2 * max(len(bounded), sum(_ANY_TRAIT.search(name) is not None for name in names)) <= len(parts):
        return False
    if len(told) > 1 and (end := _common_end(own)):
        told = {n for n in told if not _TRAITS[n].search(end)}  # 城市低保, 农村低保: what all have tells none of them apart
    return len(told) > 1 or (bool(bounded) and not _are_classes(reading, parts))


def _common_end(names: list[str]) -> str:
    """Return what all names end with."""
    first = names[0]
    return next((first[n:] for n in range(len(first)) if all(name.endswith(first[n:]) for name in names)), "")


def names_before(reading: Reading, first: Statement) -> list[str]:
    """Return the names that 分别 leads to the figures of: 18—34岁、35岁及以上分别为."""
    said = reading.between(reading.begin(first), first.start)
    return re.split("[、和]", re.split("[,;:。]", re.split("分别|依次", said)[0])[-1])


def _are_ranges(names: list[str]) -> bool:
    """Whether bounds divide: 以上 and 以下, or 35-59岁."""
    return any(map(_RANGE.search, names)) or (any(map(_ABOVE.search, names)) and any(map(_BELOW.search, names)))


def _are_classes(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether bounds divide: 以上 and 以下, 35-59岁, or the highest of some grades of one name, 4A级以上景区、3A级景区."""
    leads = [reading.between(max(0, part.start - _BOUND_LENGTH), part.start) for part in parts]
    if _are_ranges(leads):
        return True
    bounded = [n for n, part in enumerate(parts) if _bounded(reading, part)]
    if bounded in ([0], [len(parts) - 1]) and all(map(_GRADE.search, leads)):
        return True
    first, *others = parts
    return _bounded(reading, first) and len({p.subject[-2:] for p in parts}) == 1 and not any(_bounded(reading, p) for p in others)


def _bounded(reading: Reading, part: Statement) -> bool:
    """Whether a part is what lies above or below a bound: 10亿元以上50个."""
    if _BOUND.search(part.subject):
        return True
    before = reading.statements[part.index - 1] if part.index else None
    return before is not None and before.clause == part.clause and before.quantity.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST)


def ends_with_rest(parts: tuple[Statement, ...]) -> bool:
    """Whether the last part is 其他: then the list is all there is."""
    return len(parts) > 1 and _REST.search(parts[-1].subject) is not None


def own_means_close(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list of who paid ends with what those concerned raised themselves: 总投资900万元，其中省级600、县级200、自筹100万元."""
    money = head.dimension == "money" and len(parts) > 2 and _OWN_MEANS.search(parts[-1].subject) is not None
    return money and any(_PAYERS.search(part.subject) for part in parts[:-1])


def rest_is_name(parts: tuple[Statement, ...]) -> bool:
    """Whether the last part is 其他收入, which need not be all the rest."""
    return _REST_NAME.search(parts[-1].subject) is not None


def complement_pairs(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Yield two figures of one complement that stand in different sentences, each first in its segment or nearly so."""
    subjects = all_of(reading, "subject")
    # To find one character takes a fifth of the time of finding two, and most names are in no text.
    firsts = [first for first in _SECONDS if first[0] in subjects and first[-1] in subjects and first in subjects]
    told = {second: first for first in firsts for second in _SECONDS[first] if second in subjects}
    names = {*told, *told.values()}
    waiting: dict[str, Statement] = {}
    for s in of_subject(reading, *names):
        if s.depth or not s.is_level:
            continue
        here = {name for name in names if name in s.subject}
        for second in here & told.keys():
            one = waiting.get(told[second])
            if one is not None and one.sentence != s.sentence and s.index - one.index <= _APART and one.like(s):
                yield one, s
        for first in here & _SECONDS.keys():
            if not _SECONDS[first] <= here:
                waiting[first] = s
