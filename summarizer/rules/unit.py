"""``unit``: money without 元, one series in two units, a doubled per, a doubled hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..facts.factset import Entry, Fact, FactSet
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from ..quantities import Hedge, Quantity
from .bare import bare
from .base import Context, Hit, apart, found, lines_with, over
from .distances import distances
from .hedges import hedges
from .levels import levels
from .measure import measures
from .neighbours import neighbours
from .places import fact_place
from .points import points
from .rates import rates
from .scale import scales
from .unitless import unitless
from .unlike import unlike
from .ways import amounts_by_points, signed_twice, ways
from .worth import worth

_MONEY = frozenset({"total", "annual_plan", "invested", "paid", "raised", "amount"})
#: Keys whose periods make a series.
_SERIES = ("target", "actual", "score", "rate")
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.[0-9]{1,6})?"

_SUM = (
    "投资|资金|基金|金额|决算|欠薪|补助|补贴|经费|贷款|捐款|募集|善款|产值|收入|支出|费用|税收|利润|债券|预算|造价|销售额|交易额|成交额"
    "|[价货借垫存贷]款|信贷|出让金|低保金|救[助济]金|慰问金|养老金|公积金|抚恤金|公益金|补偿金|保证金|利税|罚没|投入|出资|筹[资措集]|自筹|融资|授信|捐赠|让利"
    "|减税|降费|免征|免税|退税|征收|收缴|缴纳|追缴|清欠|拨付|兑付|支付|垫付|报销|理赔|补偿|资助|奖励|退还|返还|入库|审减|核减|核增|节支|节资|增收|减收|增支|超收|短收|结余"
    "|债务|消费|案值|标的额?|合同额|挽损"
    "|罚款|罚没款|罚金|奖金|保费|赔偿|赔付|损失|款物|货款|工资|薪酬|价值|总值|存款|营业额|零售额|进出口额?|引资|奖补|税金|税款|租金"
)
#: What may stand between such a word and its figure; anything else may be what the figure counts (低收入人口20万).
_BETWEEN = (
    "额|款|金|（GDP）|总额|总计|规模|余额|计划|目标|合计|共计|累计|完成|实现|达到?|突破|超过?|约|近|逾|为|共|计|已"
    "|首次|到位|下达|拨付|安排|增加|减少|预计|高达|仅|人民币"
)
_AMOUNT = rf"(?<![0-9.,])(?:{_NUMBER})[余多]?[万亿]"
_USED = (
    "惠及|覆盖|保障|救助|慰问|补助|弥补|偿还|建设|用于|支持|扶持|购置|购买|修建|修缮|改造|实施|新建|完善|开展|解决|发放|奖励|治理|维修|升级|帮助|资助|进行|建成|打造"
)
_BARE = lazy(
    rf"(?:{_SUM})(?:{_BETWEEN}|折合){{0,4}}[ ]?(?P<figure>{_AMOUNT})(?:以上|左右)?"
    rf"(?=[，。；）)（\n]|[,;]|的(?:[0-9.]{{1,6}}[%％]|(?![0-9]))|、(?![0-9])|$|{_USED})"
    rf"|(?:单价|[户人亩例件次]均)(?P<each>{_AMOUNT})(?=[，。；、的])"
    rf"|[比较](?!例)[一-鿿]{{2,8}}(?P<than>{_AMOUNT})(?=增长|下降|增加|减少|节约|节省|上升)"
    rf"|(?P<over>{_AMOUNT})以[上下]的?(?:固定资产投资|(?:重大|重点|工业|产业|技改|在建|新建|投资|招商引资|服务业|农业){{0,2}}项目)"
    rf"|(?P<for>{_AMOUNT})(?:，主要)?用于"
    rf"|(?P<before>{_AMOUNT})的?(?:资金|投资|补助|补贴|贷款|捐款|善款|经费)(?=[，。；、,;）)]|用于|支持|扶持)"
)
_PER_YEAR = lazy(
    rf"(?:(?<![0-9今去全当本上明近半多零〇○一二三四五六七八九十])年均?(?:收入|收益|产值|租金|营收|利润|分红)|每年|年均)[^，。；：,;\d\n]{{0,10}}{_NUMBER}[余多]?[万亿]?元(?:/|／|每)年"
    rf"|(?:月租金|月收入|每月)[^，。；：,;\d\n]{{0,10}}{_NUMBER}[余多]?[万]?元(?:/|／|每)月"
    rf"|人均[^，。；：,;\d\n]{{0,10}}{_NUMBER}[余多]?[万]?元(?:/|／|每)人(?!次)"
    rf"|(?:亩均|每亩)[^，。；：,;\d\n]{{0,10}}{_NUMBER}[余多]?[万]?(?:元|公斤|斤)(?:/|／|每)亩|户均[^，。；：,;\d\n]{{0,10}}{_NUMBER}[余多]?[万]?元(?:/|／|每)户"
)
_BARE_SIGN = beginning(
    "万亿", r"(?:(?<=[0-9].)|(?<=[0-9][余多].))(?:以上|左右|的?[资投补贷捐善经][金资助贴款费])?"
    r"(?=[，。；、）)（的弥偿增下减节上重工产技在服农固项招惠覆保救慰补\n用支扶建购修改实新完开解发奖治维升帮资进打]|[,;]|$)",
)  # fmt: skip
_COUNTED = "个处家所座项条台套间栋"
#: A target and, in the next clause, what was completed of it.
_TARGET = lazy(
    rf"(?:目标|任务|计划|应|需|拟|新增|新建|建设|改造)[^，。；、：,;0-9\n]{{0,16}}[0-9]{{1,6}}(?P<first>[{_COUNTED}])[，,]"
    rf"(?:目前|现|截至目前|全年|累计|已|实际|计划|全年计划){{0,2}}(?:建成|完成)[0-9]{{1,6}}(?P<second>[{_COUNTED}])(?=[，。；、,;（(])"
)
#: Part of an amount of money, in its bracket: 1710万元（含设备12万）.
_PART = lazy(rf"[万亿]元[（(](?:含|包括|其中|不含)[^，。；、（）()0-9\n]{{1,12}}?(?P<figure>{_AMOUNT})(?=[）)，、；])")
_PART_SIGN = beginning("（(", "(?<=[万亿]元.)[含包其不]")
_PER_SIGN = lazy("(?:元|斤)(?:/|／|每)[年月人亩户]")
_DONE_SIGN = lazy("成[0-9]")
_WITHOUT = ("UNIT005", "UNIT011")


def units(context: Context) -> Iterator[Finding]:
    """Yield figures whose unit is missing, doubled, or another than that of their series."""
    told: set[str] = set()
    if context.facts is not None:
        for finding in _facts(context, context.facts):
            told.update(finding.facts)
            yield finding
    yield from over(context, in_text, lambda passage, hit: not told.isdisjoint(passage.anchor(hit.start, hit.end)[1]), wide=True)


def in_text(text: str) -> Iterator[Hit]:
    """Yield every figure of a text whose unit is wrong, once; one without any unit only where nothing else is told of it."""
    finders = (hedges, scales, measures, ways, signed_twice, amounts_by_points, points, neighbours, worth, unitless, bare, levels)
    for hit in apart(text, _in_text, *finders, distances, rates, unlike):
        if hit.code not in _WITHOUT or not text.endswith("分之", 0, hit.start):  # 百分之8 has its sign before it
            yield hit


def _in_text(text: str) -> Iterator[Hit]:
    for line in lines_with(_BARE_SIGN, text):
        for match in _BARE.finditer(text, *line):
            name = next(name for name in ("figure", "each", "than", "over", "for", "before") if match[name])
            message = _("money without 元: {quote}").format(quote=match[name])
            yield Hit("UNIT001", *match.span(name), message, _("write {quote}元").format(quote=match[name]))
    for match in in_order(text, _PART_SIGN):
        if part := _PART.match(text, match.start() - 2):
            message = _("money without 元: {quote}").format(quote=part["figure"])
            yield Hit("UNIT001", *part.span("figure"), message, _("write {quote}元").format(quote=part["figure"]))
    for line in lines_with(_PER_SIGN, text):
        for match in _PER_YEAR.finditer(text, *line):
            message = _("the period is said twice: {quote}").format(quote=match.group())
            yield Hit("UNIT003", *match.span(), message, _("keep one of the two: 年收入5万元, or 收入5万元/年"))
    for line in lines_with(_DONE_SIGN, text):
        yield from _two_words(list(_TARGET.finditer(text, *line)))


def _two_words(matches: list[re.Match[str]]) -> Iterator[Hit]:
    """A target and its completion under two measure words."""
    for match in matches:
        if match["first"] != match["second"]:
            message = _("target and completion are counted in two units: {quote}").format(quote=match.group())
            yield Hit("UNIT002", *match.span(), message, _("count both in one unit"))


# Facts


def _facts(context: Context, facts: FactSet) -> Iterator[Finding]:
    for fact in context.written:
        quantity = fact.quantity
        if quantity is None or quantity.is_blank:
            continue
        if fact.key in _MONEY and fact.shape != "none" and quantity.unit.dimension == "number" and not quantity.is_place:
            message = _("{label}: money without 元: {text}").format(label=fact.label, text=fact.text)
            yield _of(context, facts, "UNIT001", message, _("write {quote}元").format(quote=fact.text), fact)
        if quantity.also is not Hedge.NONE:
            message = _("two hedges on one figure: {quote}").format(quote=fact.text)
            yield _of(context, facts, "UNIT004", message, _("one is enough: 约30个, or 30个左右"), fact)
    for entry in facts.walk():
        yield from _series(context, facts, entry)


def _series(context: Context, facts: FactSet, entry: Entry) -> Iterator[Finding]:
    """Target and actual of one indicator, and one key over its periods, must be in one unit."""
    series = [[entry.facts[key] for key in ("target", "actual") if key in entry.facts]]
    series += [[period.facts[key] for period in entry.periods.values() if key in period.facts] for key in _SERIES if entry.periods]
    for row in series:
        row = [fact for fact in row if fact.quantity is not None and not fact.quantity.is_blank and fact.derivation is None]
        other = next((fact for fact in row[1:] if not _alike(row[0].quantity, fact.quantity)), None)
        if other is not None:
            message = _("{a} and {b} of one series are in two units: {first}, {second}").format(
                a=row[0].label, b=other.label, first=row[0].text, second=other.text
            )
            yield _of(context, facts, "UNIT002", message, _("count both in one unit"), other, row[0])


def _alike(a: Quantity | None, b: Quantity | None) -> bool:
    """One unit, under whatever name; scales (万, 亿) may differ."""
    return a is None or b is None or (a.same_dimension(b) and a.unit.factor == b.unit.factor)


def _of(context: Context, facts: FactSet, code: str, message: str, hint: str, *about: Fact) -> Finding:
    ids = [fact.id for fact in about]
    return found(code, message, fact_place(facts, about[0]), hint=hint, facts=ids, anchors=context.anchored(ids))


explained(
    Explanation(
        "UNIT001",
        "money-without-unit",
        "unit",
        Severity.WARNING,
        N_(
            "An amount of money names its 元: a fact under a money key, or a figure after 投资, 资金, 补助 and the like "
            "that ends with 万 or 亿."
        ),
        N_("“4000万” is a number, not an amount; in a table it may be read as 元, 万元 or people."),
        "全年计划投资6500万，年内开工。",
        "全年计划投资6500万元，年内开工。",
        N_("Write 元 after it."),
    ),
    Explanation(
        "UNIT002",
        "two-units",
        "unit",
        Severity.WARNING,
        N_("Target and actual of one indicator, and one figure over its periods, are counted in the same unit or measure word."),
        N_("Whether 4处 and 3个 count the same things, no reader can tell, and no rate can be computed from them."),
        "任务6处，完成6个。",
        "任务6个，完成6个。",
        N_("Count both in one unit."),
    ),
    Explanation(
        "UNIT003",
        "period-twice",
        "unit",
        Severity.WARNING,
        N_("年收入, 每年, 人均 and the like, and /年 or /人 after the figure, say the same thing twice."),
        N_("A yearly income of so much per year is either a slip, or an amount that grows each year; the reader cannot tell."),
        "厂房出租后，年收入35万元/年。",
        "厂房出租后，年收入35万元。",
        N_("Keep one of the two."),
    ),
)
