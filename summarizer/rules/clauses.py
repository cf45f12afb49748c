"""The part of ``punctuation`` about clauses and names with no mark between them, each with a figure of its own.

已回复97件回复率98.9%, 出生6556人死亡4528人, 由82.7%提高到83.3%提高0.6个百分点, 养老机构32家床位3360张, 西南街道北关街道.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..memos import of_text
from ..patterns import beginning, each, in_order, lazy
from .base import Hit, around

_HAN = "\u4e00-\u9fff"
_UNITS = "元人户亩吨件起家次宗头只套场台辆里米斤%％个处条名所项座份"
#: Words that begin a clause wherever they stand behind a figure.
_OPENING_WORDS = (
    "其中|同比|环比|比去|较上|较去|较年|与去|占总|占全|占比|占年|占计|占目|占任|年末|上年|去年|今年|当年|本年|户均|人均|日均|亩均|年均|月均"
    "|次均|笔均|场均|案均|件均|起均|与上|占一|占规|占G|占国|占应|占支|占收|占财|占公|占工|占农|占第|增幅|降幅|净增|二是|三是|四是|五是|六是|三次|超收|短收|总数"
)
#: The same behind a measure, which may stand before what is measured, and behind money.
_OF_MEASURE_WORDS = (
    "为预|为年|为调|加上|上半|全县|全省|全州|全区|全镇|第二|第三|增收|增支|增产|减产|减支|减收|高于|低于|快于|收支|滚存|年终|由于|目前|截至|截止"
    "|位居|居全|位列|列全|创历|超额|平均|较2|预计"
)
_OF_MONEY_WORDS = (
    "上解|非税|支出|调入|调出|转移|债务|一般|专项|剩余|结转|合计|总计|实际|累计|结余|到账|进口|出口|税收|利润|均价|惠及|受益|涉及|资产|负债|每亩|每万|入库|拨付|兑付|发放|完成|实现"
    "|市本|县本|区本|省本|国有|政府"
)
#: The same behind what is counted, where no noun of it stands: 受理36件结案34件.
_OF_COUNT_WORDS = "结案|办结|审结|执结|罚款|罚没|追究|移送|退出|死亡|受伤|转产|调处|调解|亏损|挽回|惠及|受益|涉及"
_MOVES = frozenset(("增收", "增支", "增产", "减产", "减支", "减收", "超收", "短收", "超额"))
#: A figure that is compared with and begins no clause: 比预算240万元增收.
_COMPARES = lazy("[比较](?!例)")
_OPENING, _OF_MEASURE = frozenset(_OPENING_WORDS.split("|")), frozenset(_OF_MEASURE_WORDS.split("|"))
_OF_MONEY, _OF_COUNT = frozenset(_OF_MONEY_WORDS.split("|")), frozenset(_OF_COUNT_WORDS.split("|"))
_COUNTS = frozenset("件起户")
#: Measure words right behind another one that make no unit with it; 人次, 台套, 人份 and the like are units.
_MEASURE_WORDS = "个家项户件处所名起宗座条台辆套张篇期场支头株"
_FIRST = "".join(sorted({word[0] for word in _OPENING | _OF_MEASURE | _OF_MONEY | _OF_COUNT} | {"完"}))
#: A word right behind a figure and its unit that leads to another figure, or that may begin a clause, or is another unit; one class for
#: all units is faster than each for itself.
_BEHIND_UNIT = lazy(
    rf"[{_UNITS}](?<=[0-9万亿].)(?<!百万.)"
    rf"(?=(?P<word>[{_HAN}]{{1,9}})(?P<figure>[0-9])|[{_FIRST}][{_HAN}]|[{_MEASURE_WORDS}](?![{_HAN}])|占 [0-9]|[0-9])"
)
#: Units of several characters.
_LONG = ("平方米", "立方米", "公里", "公顷", "人次", "千瓦时")
_LONG_UNITS = (
    lazy(rf"点(?<=个百分点)(?=[{_HAN}])(?![以左之内的来和与及或到至多后时达])"),
    *(
        lazy(rf"{unit[-1]}(?<=[0-9万亿]{unit})(?=(?P<word>[{_HAN}]{{2,8}})(?P<figure>[0-9])|[{_FIRST}][{_HAN}]|[0-9])")
        for unit in _LONG
    ),
)
#: A figure right behind another one of the same unit, and a month behind money or a number of times.
_SAME = lazy(
    rf"(?P<unit>人次|平方米|立方米|公里|公顷|千瓦时|(?![%％])[{_UNITS}])(?:[0-9][0-9.,]{{0,9}}[余多]?[万亿]?(?P=unit)"
    r"|(?<=[元次场])(?:[1-9]|1[0-2])(?:月|[-—–－~～至](?:[1-9]|1[0-2])月))"
)
#: What goes on with the second figure: a range, 第3个5年, and what is compared (超计划的300人20人).
_ON = lazy(r"[-—–－~～至到][0-9.]+[万亿]?[一-鿿]{1,3}\Z|(?:第|[前后])[0-9]{1,2}[一-鿿]\Z|[比较超][^，。；、]*\Z")
#: What part of the whole or of the plan it is, in a clause of its own.
_PART = lazy("占(?![地用道线领])[^，。；、]{1,7}的?|完成[^，。；、]{1,5}的")
_TWO_WORDS = "件套|台套|头只|台件|个头|家户|个户|个所|个处|个场|家所|人户|个期|名家"
_MADE_OF_TWO = frozenset(_TWO_WORDS.split("|"))
_REST = ("其他", "其它", "其余")
_OF_PLAN = ("完成年", "完成全年", "完成调整")
_MEASURES, _MONEY = frozenset("元亩吨里斤米％%点顷时"), "元"
_PERCENT = r"[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]"
#: Words that begin a clause of their own.
_HEAD = lazy(
    rf"(?:(?:综合|按时|按期|资金|任务|目标|投资)?(?![的左以多余中])[{_HAN}]{{2,3}}率(?:为|达到?)?|[人户笔亩日件次例村年床案项个起店]均[{_HAN}]{{0,6}}|已[{_HAN}]{{1,3}})(?=[0-9])"
    rf"|(?:政府性基金|国有资本经营|社会保险基金|一般公共)[{_HAN}]{{0,4}}(?:收入|支出)|上级补助收入"
    rf"|[比较](?:20[0-9]{{2}}年|上年|去年|年初)(?:同期|末)?[增下减提上多少净]|(?P<share>占|完成)(?=[ ]?{_PERCENT})"
)
#: A rate of what a figure with a unit of several characters measures.
_RATED = lazy(rf"(?:综合|按时|按期|资金|任务|目标|投资)?(?![的左以多余中])[{_HAN}]{{2,3}}率(?:为|达到?)?[0-9]")
#: A figure that ends what is said of something; and what goes on with it.
_PREDICATE = lazy(
    rf"(?:(?:增[长收支产幅]|减[收支产]|上升|下降|提高|降低|回落|上涨|下跌|[增减][加少](?=[^。]*[元％%点里米顷]\Z))了?|[户人件次亩月年日场例床]均[{_HAN}]{{0,5}}(?=[0-9.,]*[万亿]?元))"
    rf"[0-9][0-9.,]*[万亿]?[{_HAN}%％]{{1,4}}\Z"
)
_GOES_ON = lazy("百分点|以[上下内外]|左右|[的和与及或至到后余多由之]|用于|主要|提[高升]|[增减][加少长]|[上下][升降涨跌]|[升降回]|千分|工作")
#: What is done next, with a figure of its own, behind what was done with so many things. Some are sent or brought to do it.
ACT_WORDS = (
    "检修|维修|改造|拆除|查处|整治|排查|培训|发放|铺设|安装|栽植|种植|抽检|抽查|检查|化解|调处|处罚|处置|建成|清理|下发|签订|走访|召开|开展|完成"
    "|修复|修建|扩建|硬化|绿化|救助|慰问|资助|接待|举办|破获|抓获|立案|结案|查获|收缴|追回|挽回|责令|整改|注册|登记|办理|涉及|总投|占地|共计|合计|年产"
)
_ACTS = frozenset(ACT_WORDS.split("|"))
_OF_THING = lazy(rf"[{_HAN}]{{3}}[0-9][0-9.,]*[余多]?[万亿]?[{_HAN}]{{1,3}}\Z")
_SENT = lazy("[为给向对由从用以使将把让请带领]|组织|[出发]动|动员|安排|选派|抽调|利用|依托|通过|协调|任务|目标|计划")
_COUNTED = frozenset("个处条名所项座")
_YIELD = lazy("(?:总|单|亩)产量?(?=[0-9])")
#: How large it is, right behind how many there are of it.
_SIZE = lazy(
    r"(?:床位|受益[人群]?[口众]?|服务人口|[总全]长|总库容|(?:总|占地|建筑)?面积|总投资|资金|金额|会员|学生|招生|毕业生|在校生|教职工|从业人员|死亡|受伤)"
    r"[0-9][0-9.,]{0,9}[万亿]?(?:平方米|公顷|公里|立方米|[张元亩人名户米])(?=[，。；、）;)]|,(?![0-9]))"
)
_SIZED = frozenset("个家所座处条起")
_FIGURE = lazy(r"[0-9][0-9.,]*[万亿]?[^0-9万亿]{1,8}\Z")
_CLAUSE, _STOP = lazy("[，。；、：（;\n]|,(?![0-9])"), lazy("[，。；：（;\n]|,(?![0-9])")
#: What is so much of something that stands before it in one clause, and what has a plan there.
_OF_BEFORE = lazy("[为给向对由从用使将把让每均至到]|以(?![上下])|任务|目标|计划|应|需")
#: Two items of one unit that make a clause.
_TWO = lazy(
    rf"(?:(?<=[，。；：、（(:;\n])|(?<=[^0-9],)|^)(?:其中)?(?P<one>[{_HAN}]{{2,14}})[0-9][0-9.,]{{0,9}}[万亿]?(?P<unit>[{_UNITS}])"
    rf"(?P<two>[{_HAN}]{{2,9}})[0-9][0-9.,]{{0,9}}[万亿]?(?:(?P=unit)|(?P<other>[{_UNITS}]))(?=[，。；、）;)]|,(?![0-9])|\Z)"
)
#: Three items and more; the first may stand behind words of its own.
_LONG_UNIT = rf"(?:[{_UNITS}]|平方米|立方米|公里|公顷|人次|千瓦时?|个百分点)"
_THREE = lazy(
    rf"(?:(?<=[，。；：、（(:;\n])|(?<=[^0-9],)|^)(?:其中)?(?P<items>[{_HAN}]{{2,14}}?[0-9][0-9.,]{{0,9}}[万亿]?{_LONG_UNIT}"
    rf"(?:[{_HAN}]{{1,9}}?[0-9][0-9.,]{{0,9}}[万亿]?{_LONG_UNIT}){{2,}})(?=[，。；、）;)\n]|,(?![0-9])|\Z)"
)
_ITEM_OF = lazy(rf"([{_HAN}]{{1,14}}?)[0-9][0-9.,]{{0,9}}[万亿]?({_LONG_UNIT})")
_FIGURES = lazy(r"[0-9][0-9.,]*")
_LONG_AHEAD, _SHORT_NAME, _DIGITS = 90, 4, frozenset("0123456789")
#: What is compared, shared out or done to others: such a clause is no list.
_NO_HEAD = lazy("[比较超由从按以每均给向对将把占]|增[加长]|减少|提高|同期|标准")
#: Units behind which no noun stands.
_PLAIN = frozenset("件人户起亩吨台辆")
_DOING = lazy(
    "[新改扩重修购][建造复置筑]|建[设成立]|[完达]成|[参增添]加|参与|组织|支持|解决|培训|安置|就业|享受|给予|提供|发[放生]|开展|实[施现]|达到|[获被受可已能领办种栽]|入"
)
_OF_FIRST = lazy(
    "已|(?:完成|办[结理]|开工|[建通]成|竣工|整改|销号|解决|落实|投产|通过|达标|验收|结案|启动|实施|答复|立案|采纳|入库|签约|落地|到位|在建)$"
)
"""What has been done with so many of what was counted first."""
_NO_ITEM = lazy(
    "[增减升降提至比较的超高低为少多和及与或从由以每均按日月共达用给向对将把]|(?<!其)余|到(?!位)|[外内上下](?![心小学级医等型央职资商企地部])"
    "|(?<![初高])中(?![心小学级医等型央职资商企地部])|其(?![他它余])|同期|标准|左右|合计|总计"
)
#: From what to what it moved, and by how much.
_MOVED = beginning("%％", "(?=(?:提高|上升|提升|下降|降低|回落)了?[0-9])")
#: A level and by how many points it moved, where it is not compared with another one.
_BY_POINTS = lazy(r"了?[0-9.]{1,6}个百分点")
_LEVEL = lazy(r"(?:率|比重|占比|满意度)(?:为|达到?|约)?[0-9.]{1,6}[%％]\Z")
_OTHER = lazy("[由从比较与]")
#: A year, or an age, right behind a figure and its unit.
_YEAR = (
    lazy("[人户个件起元家项亩吨处次座名台宗条％%]20[0-2][0-9]年(?<=[0-9万亿].{6})"),
    *beginning("岁", "(?:(?<=[0-9]人[0-9]{2}.)|(?<=[0-9]人[0-9]{2}[-—至][0-9]{2}.))"),
)
#: What is done with people next.
_TO_PEOPLE = frozenset(("起诉", "退出", "不批", "不起", "提起", "审结"))
_FROM_TO = lazy(r"[由从][^，。；、]{2,24}[到至][0-9.]{1,6}[%％]\Z")
#: Names of one kind that touch each other in a list of them.
_NAMES = tuple(
    lazy(rf"{kind}(?:(?<=[、，：与和接至][{_HAN}]{{2}}{kind})[{_HAN}]{{2}}{kind}(?=[、，。；等相和及])|(?<=[{_HAN}]{{2}}{kind})[{_HAN}]{{2}}{kind}(?=、))")
    for kind in ("街道", "镇")
)
#: 18个市的受理量有15个较去年有所增长: so many of them did.
_OF_THEM, _HAVING = lazy(f"[比较][去上]年[{_HAN}]{{2,8}}[，。；]"), lazy(r"有[0-9]{1,4}[个家类项种]\Z")
_BACK, _BEFORE, _BEHIND = 40, 28, 24
#: Which place it is with that, right behind a figure that says how much, and what else is said behind a place or behind so much or so.
_PLACED = tuple(
    lazy(
        rf"{verb}(?<=[0-9万亿][{_UNITS}]{verb})(?=(?:全[国省市区县州]|世界|全球|西部|中部|东部|同类)[{_HAN}]{{0,6}}?第?[0-9一二三四五六七八九十])"
        rf"(?![^，。；、]{{0,{24 - len(verb)}}}的)"
    )
    for verb in ("居", "位居", "位列", "列", "排", "排名")
)
_BEHIND_PLACE = beginning(
    "位名",
    "(?<=[0-9一二三四五六七八九十].)(?=(?:规模以上|全体居民|一般公共|固定资产|社会消费|地区生产|城镇|农村|城乡|居民|增速|总量|全[省市县区](?!的))"
    rf"[{_HAN}]{{2,16}}[0-9])",
)
_PLACE = lazy(r"[居列排][^，。；、0-9]{0,8}第?[0-9一二三四五六七八九十]{1,3}\Z")
_ABOUT = beginning(
    "左",
    rf"右(?<=[%％亿万元]左右)(?=(?![的和与及至到、并])[{_HAN}]{{4,16}}(?:增[长加]|下降|提[高升]|达到|控制在|稳定在|率|收入|支出)"
    rf"[{_HAN}]{{0,4}}[0-9])",
)
_ABOUT_SO = lazy(r"(?:增[长加]|下降|提高|提升|减少|率|达到?|实现|完成|新增)[^，。；、0-9]{0,6}[0-9][0-9.,]*(?:[%％]|[万亿]元?)\Z")
_MANY = 4
"""A text with more of them is written so, or lost its marks on the way."""


def clauses(text: str) -> Iterator[Hit]:
    """Yield clauses and names with no mark between them, none of a text that has many."""
    found, shares, twice = _behind_units(text)
    if len(shares) == 1 and not _OF_BEFORE.search(_CLAUSE.split(text[max(0, shares[0][0] - _BACK) : shares[0][0]])[-1]):
        found += shares  # 来信292件占73%，来访27件占7%: a text that has several writes so
    for unit in in_order(text, _LONG_UNITS):
        if text[unit.end()].isdecimal():
            found += _touching(text, unit)
            continue
        said = None if unit.group() == "点" else _said(text, unit) or _done(text, unit) or _many_items(text, unit)
        if said is None and _RATED.match(text, unit.end()):
            said = _begin(text, unit.end()), unit.end() + 2
        if unit.group() == "点" or _opens(unit) or said is not None:
            found.append(said or (_begin(text, unit.end()), unit.end() + 2))
    for sign in in_order(text, _MOVED):
        moved = _FROM_TO.search(text[max(0, sign.end() - _BACK) : sign.end()]) or _beside_level(text, sign)
        if moved is not None:
            found.append((sign.end() - len(moved.group()), sign.end() + 2))
    for year in in_order(text, _YEAR):
        found.append((max(0, year.end() - 9), year.end()))
    found += [match.span() for match in in_order(text, _NAMES)]
    found += _behind_places(text)
    for start, end in found if len(found) <= _MANY else ():
        message = _("no mark before {number}: {quote}").format(number=text[max(start, end - 4) : end], quote=text[start:end])
        yield Hit("PUNCT005", start, end, message, _("end the clause before it"))
    for start, end in twice if len(twice) <= _MANY else ():
        message = _("a unit or scale stands twice: {quote}").format(quote=text[start:end])
        yield Hit("UNIT008", start, end, message, _("keep one of the two"))


_SPANS = list[tuple[int, int]]


def _behind_places(text: str) -> _SPANS:
    """Return which place something has, right behind how much it is, and what begins right behind a place or behind 左右."""
    found = [
        (_begin(text, placed.start()), placed.start() + 2)
        for placed in in_order(text, _PLACED)
        if _CLAUSE.split(text[max(0, placed.start() - _BACK) : placed.start()])[-1][:1] not in _DIGITS  # 6项列全省第一: so many of them do
    ]
    for sign in in_order(text, _BEHIND_PLACE):
        if _PLACE.search(text[max(0, sign.start() - 16) : sign.start()]):
            found.append((max(0, sign.start() - 4), sign.end() + 2))
    for sign in in_order(text, _ABOUT):
        if _ABOUT_SO.search(text[max(0, sign.start() - _BEFORE) : sign.start()]):
            found.append((max(0, sign.start() - 4), sign.end() + 2))
    return found


@of_text
def units_with_words(text: str) -> tuple[re.Match[str], ...]:
    """Return the units of figures that a word stands right behind which leads to another figure, or begins a clause of its own."""
    return tuple(each(text, _BEHIND_UNIT))


def _behind_units(text: str) -> tuple[_SPANS, _SPANS, _SPANS]:
    """Return what begins behind a figure and its unit, what part it is of something there, and figures with two units."""
    found: _SPANS = []
    shares: _SPANS = []
    twice: _SPANS = []
    for unit in units_with_words(text):
        word, end = unit["word"], unit.end()
        if text.startswith("均", end + 1) and text[end] == unit.group():
            continue  # 300户户均增收
        if text[end].isdecimal():
            found += _touching(text, unit)
        elif _opens(unit):
            if _OF_THEM.match(text, unit.end()) and _HAVING.search(_clause_before(text, unit)):
                continue
            if text[unit.end() : unit.end() + 2] not in _MOVES or not _COMPARES.search(_clause_before(text, unit)):
                found.append((_begin(text, unit.end()), unit.end() + 2))
        elif word is None and text[unit.end()] != "占":
            if _is_twice(text, unit.end()):
                twice.append((_begin(text, unit.end()), unit.end() + 1))
        elif (span := _two_items(text, unit) or _counted(text, unit) or _said(text, unit) or _done(text, unit)) is not None:
            found.append(span)
        elif head := _HEAD.match(text, unit.end()) if unit.group() not in _COUNTED or (word or "")[1:2] == "均" else None:
            (shares if head["share"] else found).append((_begin(text, unit.end()), head.end()))
    return found, shares, twice


def _beside_level(text: str, sign: re.Match[str]) -> re.Match[str] | None:
    """Return the level that ends here if what is right behind it says by how many points it moved."""
    if not _BY_POINTS.match(text, sign.end() + 2):
        return None
    clause = _CLAUSE.split(text[max(0, sign.end() - _BACK) : sign.end()])[-1]
    return None if _OTHER.search(clause) else _LEVEL.search(clause)


def _is_twice(text: str, at: int) -> bool:
    """Whether another measure word stands alone behind the one that ends here; the same one twice is told with the other units."""
    word = text[at : at + 1]
    single = word in _MEASURE_WORDS and word != text[at - 1] and not "一" <= text[at + 1 : at + 2] <= "鿿"
    return single and text[at - 1] not in _MEASURES and text[at - 1] + word not in _MADE_OF_TWO


def _clause_before(text: str, unit: re.Match[str]) -> str:
    """Return what stands in the clause of a figure before it."""
    return _CLAUSE.split(text[max(0, unit.end() - _BACK) : unit.end()])[-1]


def _begin(text: str, end: int) -> int:
    """Return where the figure begins whose unit ends here."""
    own = _FIGURE.search(text[max(0, end - _BACK) : end])
    return end - len(own.group()) if own else end - 2


def _opens(unit: re.Match[str]) -> bool:
    """Whether what stands right behind a figure and its unit begins a clause of its own."""
    word: str = unit["word"] or unit.string[unit.end() : unit.end() + 4]
    figure = unit["figure"] is not None
    if word in _REST:
        return figure
    if word[:2] in _OPENING or (figure and word[0] in "占完" and _PART.fullmatch(word)):
        return True
    if unit.group() not in _MEASURES:
        counted = figure and (
            (unit.group() in _COUNTS and word[:2] in _OF_COUNT) or (unit.group() == "人" and word[:2] in _TO_PEOPLE)
        )
        return counted and _SENT.search(_clause_before(unit.string, unit)) is None
    of_money = unit.group() == _MONEY and word[:2] in _OF_MONEY and figure
    return of_money or word[:2] in _OF_MEASURE or word.startswith(_OF_PLAN)


def _two_items(text: str, unit: re.Match[str]) -> tuple[int, int] | None:
    """Return the clause that consists of two items, if it does."""
    if (three := _many_items(text, unit)) is not None:
        return three
    two = _TWO.search(text, *around(text, unit.start(), _BEFORE, _BEHIND))
    if two is None or not two.start() < unit.start() < two.end() or _NO_ITEM.search(two["one"] + two["two"]):
        return None
    if two["other"] is None and _OF_FIRST.search(two["two"]):
        return None  # 全年27项任务已完成19项
    joined = two["other"] is None or (two["unit"] in _PLAIN and two["other"] not in "%％" and not _DOING.match(two["two"]))
    return two.span() if joined else None


def _many_items(text: str, unit: re.Match[str]) -> tuple[int, int] | None:
    """Return the clause of three items or more whose first figure ends here; several clauses in one have other words between them."""
    before = _clause_before(text, unit)
    if len(_FIGURES.findall(before)) != 1:
        return None
    three = _THREE.match(text, unit.end() - len(before), around(text, unit.end(), 0, _LONG_AHEAD)[1])
    if three is None:
        return None
    items = _ITEM_OF.findall(three["items"])
    names = [name for name, _unit in items[1:]]
    apart = len({unit for _name, unit in items}) == 1 or all(len(name) <= _SHORT_NAME for name in names)
    named = all(len(name) > 1 and not _NO_ITEM.search(name) and not _DOING.search(name) for name in names)
    return three.span("items") if apart and named and not _NO_HEAD.search(items[0][0]) else None


def _counted(text: str, unit: re.Match[str]) -> tuple[int, int] | None:
    """Return so many things with their size, and an area with its harvest."""
    size = _SIZE.match(text, unit.end()) if unit.group() in _SIZED else _YIELD.match(text, unit.end()) if unit.group() == "亩" else None
    return None if size is None else (_begin(text, unit.end()), size.end())


def _said(text: str, unit: re.Match[str]) -> tuple[int, int] | None:
    """Return the figure that says by how much something has changed, or how much falls to each, if something else follows it."""
    if unit["word"] is None or _GOES_ON.match(unit["word"]):
        return None
    said = _PREDICATE.search(text[max(0, unit.end() - _BACK) : unit.end()])
    return None if said is None else (_begin(text, unit.end()), unit.end() + 2)


def _done(text: str, unit: re.Match[str]) -> tuple[int, int] | None:
    """Return the figure of what was done, if what was done next follows it with another one."""
    word = unit["word"]
    if word is None or word[:2] not in _ACTS or unit.group() in "元名人" or not _OF_THING.search(_clause_before(text, unit)):
        return None
    names = _STOP.split(text[max(0, unit.end() - _BACK) : unit.end()])[-1]  # 为残疾人22户、特困人员35户发放慰问金
    return None if _SENT.search(names) else (_begin(text, unit.end()), unit.end() + 2)


def _touching(text: str, unit: re.Match[str]) -> _SPANS:
    """Return the end of a figure and the beginning of another one, if nothing joins or parts the two."""
    end = unit.end()
    start = end - (3 if text[end - 3 : end] in _LONG else 2 if text[end - 2 : end] in _LONG else 1)
    if _SAME.match(text, start) is None or _ON.search(text[max(0, end - _BACK) : end]):
        return []
    begin = _begin(text, end)
    return [] if text.startswith(text[begin:end], end) else [(begin, end + 2)]  # 640个640个: words that stand twice
