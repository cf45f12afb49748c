"""The words by which official Chinese says what a figure is. Tables, not cleverness: to teach a form, add a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..patterns import lazy


def any_of(words: Iterable[str]) -> str:
    """Return the words as alternatives of a pattern, longest first, those that begin alike together: fewer are tried."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(re.escape(first) + (f"(?:{'|'.join(ends)})" if len(ends) > 1 else ends[0]) for first, ends in rests.items())


def table(words: str) -> tuple[str, ...]:
    """Return the words of a table that is written as one line of text."""
    return tuple(words.split())


_BUDGET = (
    "预算(?!(?:地方|本级|总|基本|项目|(?:全口径)?财政|[省市县区镇乡]级?|地方级)?(?:收入|支出|收支)|内|外|单位|法|执行|管理|绩效|稳定|草案|资金|可用|公开|项目|口径"
    "|编制|财政|拨款|评审|审[核查计])"
)
BUDGET = lazy(_BUDGET)
"""A budget, and not what has it in its name: 一般公共预算地方收入."""
TARGETS = (
    r"(?:目标|任务(?!型|完成率)|应(?<![相适对响供]应)(?=[建种签训检收缴参办整完发到管治改查配报保修拆评有开竣验](?!尽))"
    r"|计(?<![西东中按照据育]计)划(?!生育|单列|外|内|书|管理|财政|安排)|指标"
    rf"|年初安排|批准的(?=[^,;。]{{0,24}}(?:收入|支出))|{_BUDGET})"
)
TARGET = lazy(TARGETS)
"""Words of what was to be reached. 预算收入 and 计划生育 are names, 按计划 is none."""
ASSIGNED = lazy(r"(?:下达|交办|分配|承担)[^,;。()0-9]{0,8}$")
ASSIGNED_TAIL = lazy(r"^[^,;。()0-9]{0,14}(?:任务|指标|计划|目标)$")
"""省下达七十户改造任务: what is assigned is a target."""
TARGET_BEGINS = ("目", "任", "应", "计", "指", "预")
"""The characters that they begin with."""


def may_name_target(lead: str) -> bool:
    """Whether a lead has one of the characters that every such word has: a first look, since most leads have none."""
    return "标" in lead or "务" in lead or "应" in lead or "划" in lead or "算" in lead or "安排" in lead or "批准" in lead


_DONE_WORDS = "完成|实现|到位|已|实际|执行|开工|竣工|达|审结|办结|结案|落实"
DONE = lazy(_DONE_WORDS)
DONE_AFTER_TARGET = lazy(r"已|实际|现|累计|目前|仅|[尚还仍]差|调[入出]|的[一-鿿]{0,4}有[: ]*$")
RATE_VERB = lazy(r"占|为|完成|实现|达|相当于|是|完")

COMPLETION = lazy(
    r"(?P<stem>完成|任务完成|开工|竣工|结案|办结|执结|执行|支出|到位|建成|验收|销号|整改|拨付|兑付|投资完成|目标完成|达成|化解|调处|签约|投产)"
    r"(?:率|比例|进度|比率)(?:约|已|仅|只|也|则|又|均|同|分别)*(?:为|高?达到?了?|是|有)?[: ]*$"
)
"""Names of rates whose actual and target are given by the verb in the name."""

MONEY_BESIDE = lazy("[ ,]*(?:共|已|累计)?(?:资助|发放|补助|拨付|兑现|下达|支出|使用|投入|安排)?(?:资金|金额|经费)")
"""What something took, told beside how much was done: 完成692人，资助资金52万元，完成任务的110%."""

ONE_WAY = lazy(
    "(?:[期时限日年]内|[按如到][期时]|及时|限时|准时|当[场庭日天期]|一次|首次|初次|即时|提前|自动|主动|网上|线上|实质|程序|诉前|源头|其中[一-鿿]{4,8})"
    "[一-鿿]{0,6}率|超额完成(?:了|全年|年度|年初|既定|预期)*(?:目标|任务|计划){1,2}数?[: ]*$"
)
"""How or when it was done: such a rate is of fewer than were done (审限内结案率, 按期办结率, 当场执行率), or of what is beyond a task."""

OF_EACH = lazy("平均|均增|均降|[调上下][整调]|了[一-鿿]{2,10},")
"""Between a count and its growth: something of those counted grew, and not their number (9个地区调整了标准，平均增幅10.7%)."""

NAMED_RATE = lazy(
    r"(?:率|比例|比率|(?<![方全层])面|满意度|合格度|进度|系数)"
    r"(?:约|已|仅|只|也|则|又|均|同|分别|平均|保持|稳定|控制)*(?:为|高?达到?了?|是|有|在)?[: ]*$"
)
SHARE = lazy(r"占比|比重|占|份额|(?:为|达到?|相当于|等于|完成了?)[^,;。0-9]{2,14}的(?:约|近)?$")
PROPORTION = lazy(r"(?:^[ ,(:]*|所占|占[^,;。0-9]{0,16})比例(?:约|已|仅|只|也|则|又|均|同|分别)*(?:为|高?达到?了?|是|有)?[: ]*$")
"""占总数的比例为, and a bare 比例为 behind a part: a share, and no rate with a name of its own."""
PACE = lazy(
    r"(?:(?P<ahead>超|快于|高于|超过|超前|领先|超出|领先于)|(?P<behind>欠|短|慢于|低于|滞后|落后|滞后于|落后于))(?:时间|序时|时序|均衡|平均|计划|任务|目标)*进度"
    r"|(?P<to>[与和比较距离])(?:时间|序时|时序|均衡|平均|任务)+进度(?:要求|目标)?(?:相比)?[ ,]*"
    r"(?:仍|还|尚|要|分别)*(?P<way>相?差|慢|低|少|欠|落?后|滞后|快|高|超前?|多)"
)
_PLUS, _MINUS = "结余|盈余|顺差", "赤字|缺口|亏损|逆差"
BALANCE = lazy(f"(?P<plus>{_PLUS})|(?P<minus>{_MINUS})")
_PRIOR_WORDS = r"[上去前往](?<![比较同与].)年|[上同](?<![比较同与].)期|(?<![比较同与])常年(?:值|同期|平均)"
PRIOR = lazy(_PRIOR_WORDS)
PRIOR_NAMES = lazy(r"上年(?:结转|结余|滚存|遗留|未结|未办结|末|底)|往年项目")
STOCK = lazy("余额|存栏|保有量|在册|[年月期]末|存款|贷款")
"""What there is at a moment, and not what came in over a year."""
OPENING = lazy(r"(?<![比较同与自从])(?:(?:上|去)年[末底]|(?:本?年|期)初(?!步|级|中))(?!预算|计划|结转|下达)")
"""The balance that a year begins with."""
BARE_TARGET = lazy(
    r"^[ ,(]*(?:全年|年度|年初|当年|本年|年|既定|控制|预期|省定|市定|下达|[省市县](?:里|级)?下达)*(?:目标|任务|计划"
    r"|指标)+(?:任务)?(?:数|量|值)?"
    r"(?:仅|均)?(?:为|是)?[: ]*$"
)
"""A target that the figure before it or the clause before it is of: 任务数, 目标为."""
_CENSUS = "第[一二三四五六七]次(?:全国)?(?:人口|农业|经济|水利|污染源|文物)?普查(?:时|数据?)?"
_PERIOD = (
    "(?:上|去|前一)年(?:同期|度|末|底|决算数?|实际|实绩)?|[年期]初"
    "|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[末底]|份)?)?(?:零时|同期|全年|度|[末底初])?"
    f"|(?:(?:19|20)[0-9]{{2}}年)?{_CENSUS}(?:(?:19|20)[0-9]{{2}}年[0-9]{{1,2}}月[0-9]{{1,2}}日零时)?|同期|上(?:月|周|旬|季度?|期|届|次)(?:同期)?"
)
BASE_BEHIND = lazy(rf"^[ ,(]*(?:其中|[比较])?(?:{_PERIOD})(?:的)?(?:仅|只)?(?:为|是|有)?[: ]*$")
"""The base in the clause behind a change: 上年为."""
PERIOD_FRONT = lazy(rf"^[ ,;]*(?:{_PERIOD})")
"""A lead that begins with another time."""
NOW = lazy(
    "^[ ,;]*(?:(?:今|本|当)年(?:以来|同期|度)?|本(?:期|月|周|季度?|届)|(?:19|20)[0-9]{2}年|目前|现|现在|至今)"
    "(?:已|实际|则|的)*(?:完成|实现|增加)?(?:为|达到?|是|有)?[: ]*$"
)
"""A lead that says no more of its figure than that it is today's."""
PERIOD_BEHIND = lazy(r"^[ ,(]*(?:[一二三四]季度|上半年|(?:[1-9]|1[0-2])月份?)(?:仅)?(?:为|是)[: ]*$")
"""The period before, behind 环比."""
BEYOND_TARGET = lazy(r"^[ ,(]*超(?:额完成|额|目标|任务|计划|出目标|过目标)(?:任务|了)?数?[: ]*$")
BEYOND_BUDGET = lazy(
    "^[ ,(]*(?:支出|收入)?决算数?(?:大于|多于|高于|(?P<down>小于|少于|低于))"
    "(?:年初|全年|年度|调整)?(?:支出|收入)?预算数?[约为]*[: ]*$"
)
"""决算数大于预算数55.9万元: how far what was spent is from what was to be."""
BEYOND = lazy(r"^[ ,(]*超额(?:完成)?(?:了|达|约)?[: ]*$")
BASE_LEAD = lazy(r"(?:比|较|与|同|对比)[^,比较]{0,32}$")
COMPARED_WITH = lazy("(?:相比较?|比较|比)$")
"""与上次普查的442854人相比: the figure before is what the change behind starts from."""
_OVER_YEARS = "(?:[一二三四五六七八九十0-9]{1,2}年(?:来|间)?)?(?:共|总共|合计|累计|净)*$"
OVER_YEARS = lazy(_OVER_YEARS)
"""What may stand before the verb of such a change: 十年共增加."""
OF_MOVED = lazy(f"{_OVER_YEARS}|需要?$|(?:每[人户月年吨亩天床斤]|每(?:平方|立方)米|[人户]均|月|年|日)+均?$")
"""The same behind 由A提高到B, where the change may be told for one: 由每吨2.8元调整为3.2元，每吨提高0.4元."""
AVERAGE = lazy(
    r"(?:[生师客例案个村校家件项批床店班次组镇乡笔单场台辆处所车头株栋间企站宗起只张套座具条部艘期届对亩公里票船库井棚](?<![0-9每该这各几两三四五六七八九十多全其等].)均(?!已|为|有|达|能|可|在|按|由|未|不|完|实|建|衡|价)|人次均|人均|户均|亩均|平均|单产|亩产|张产|均价|月均|日均|年均|(?<![四各每两])季均(?!衡|已|有|达|能|可|未|不|完|实)|单[站票箱店车机船库](?=[收销产均])|每[^,]{1,6})[^,]{0,10}$"
    r"|(?:小区|单位|站点|网点|台套|机构|担)均(?=约?[: ]*$)|(?:平均|^)[ ,、]*(?:班额|运距)[为达到约]*[: ]*$"
)
OF_MONEY = lazy(
    r"(?:^|资金|款|投资|收入|支出|金额|金|费|税|产值|贷|完成|到位|发放|投入|共计|合计|总额|补助|补贴|损失)(?:约|共|达)*"
    r"(?:为|是|到|增加|减少|下降|增长|上升)?[: ]*$"
)
"""What a figure with a scale and no unit may be an amount of money by."""
OF_PEOPLE = lazy(
    "[ ]*(?:农村|农业|城镇|城乡|常住|户籍|参保|贫困|脱贫|流动|中小|困难|企业|退休|返乡|外出)*"
    "(?:人口|农民工?|群众|居民|学生|职工|市民|游客|老人|党员|村民)"
)
"""What a figure with a scale and no unit counts people by: 343万农村人口."""
NAME_AFTER = lazy("[ ]*[㐀-鿿A-Za-z%]")
CUBIC = lazy("方(?![面便向案式针法位圆程言块])")
"""万方, 亿方: what is measured in cubic metres."""
REAL = lazy(r"可比|不变价|同口径|扣除|剔除|实际增长|名义|生产总值|增加值|GDP")
"""Bases that a plain division does not see."""
COMPARISON = lazy(
    r"^(?:[和与及并且也均又再将各共累计净即,、 ]|每[人户亩月年日]|同比|环比|年均|平均|同口径|实际)*"
    r"(?:(?:相?[比较]|对比|与|同|按|可比|自|以)[^,]*|绝对[量额值]|净)?$"
)
"""What may stand before a verb of change and still name no subject of its own: 比上年预算."""
RESPECTIVELY = "分别"
JOINERS = frozenset(("", "和", "及", "与", "以及", "、", "和 ", "及其", "到", "或"))

PLACED = lazy(r"(?:位次|排名|名次|排位)(?:已|也|均)?(?:由|从)(?:上年|去年|原来)?的?$")
THRESHOLD_TAIL = lazy(r"(?:的)?[㐀-鿿]")
FRONT = lazy(
    r"^(?:\([一二三四五六七八九十]+\)|[ :“”‘’\-—()\]]+|其中|另外|另有|另|此外|同时|主要是|分别|全年|今年以来|今年|当年|本年|年内|目前"
    r"|现(?![场代金役货浇行状])有?|截[至止](?:目前|[^,]{0,8}?[底末日月])|(?:19|20)[0-9]{2}年|[0-9]{1,2}[-—–─━~至][0-9]{1,2}月份?|[0-9]{1,2}月[份底末]?"
    r"|上半年|[一二三四]季度|前[一二三][个]?季度|共(?![青同享])|已|累计|实际|预计|约|第?[一二三四五六七八九十]+是)+"
)
FRONT_BEGINS = frozenset("( :“”‘’-—)]其另此同主分全今当本年目现截0123456789上前共已累实预约第一二三四五六七八九十")
"""What it may begin with: most leads begin otherwise."""
_BACK_WORDS = "完成|实现|达到|达|高达|达了|为|共计|合计|共|已|累计|安排|执行|投入|总计|约|是|有|到位|分别|均|仅|将|至|到|实际|各"
BACK = lazy(rf"(?:{_BACK_WORDS}|[: ])+$")
_BACK_PAIRS, _BACK_SINGLE = (frozenset(word for word in _BACK_WORDS.split("|") if len(word) == size) for size in (2, 1))


def without_back(name: str) -> str:
    """Return a name without the verbs and signs that lead to its figure: 实际完成, 达到, 为."""
    while True:
        name = name.rstrip(": ")
        if name[-2:] in _BACK_PAIRS:
            name = name[:-2]
        elif name[-1:] in _BACK_SINGLE:
            name = name[:-1]
        else:
            return name


BRACKETED = lazy(r"\([^()]*\)")
SIDES = ("收入", "支出")
TRADE = ("出口", "进口")
SIDE_NAMES = {"收入": ("收入", "到位", "募集", "拨入", "筹集", "财力"), "支出": ("支出", "使用", "列支", "总成本")}
"""A figure of the one is no part of a figure of the other."""
SCOPES = table("市本级 县本级 区本级 省本级 州本级 本级 市级 县级 省级 州级 全市 全省 全县 全区 全州 全镇 全国")
"""Whose figure it is, where a subject says so; the first that is found counts."""
LEFT = lazy(
    r"(?:尚有|还有|尚余|还剩|尚剩|剩余|剩下|余下|其余|尚未|还未|仍有|未结案?|未完成|未办结|未到位|未整改|未销号|缺考|缺勤|缺额|空编|空岗|缺编|缺岗|空额|空床|空置|空缺|(?<!盘活)闲置|空余|未(?!成年)[㐀-鿿]{2,3}(?=\s*$)|正在[㐀-鿿]{2,3}(?=\s*$)|欠缴|尚欠|未缴|短少|剩(?=\s*$)|余(?=\s*$)|差(?<![相偏误]差)(?=\s*$)|待办|存量?未结|还差|尚差|缺席|没[㐀-鿿]{1,3}的(?=\s*$)|还没有?|暂未|在办(?=\s*$)|还需|尚缺|缺少|短缺)"
    r"[^,0-9]{0,12}$"
)
"""What is left of a number after another was taken away."""
SAVED = lazy(r"(?:节约|节省|核减|审减|节支|省下|结余资金|沉淀|压减)[^,0-9增长]{0,8}$")
APPROVED = lazy(r"^[ ,]*(?:(?:审|核)(?:定|减后)|最终|实际)[^,;。0-9]{0,8}$")
"""What an examination leaves of a sum that was submitted."""
MONTHS = lazy(
    r"1[-—–─━~至到]+(?P<to>1[0-2]|[1-9])月|(?P<half>上半年|半年)|前(?P<quarters>[一二三])?(?(quarters)个?季度|(?P<months>[2-9二三四五六七八九十]{1,2})个月)"
    r"|(?P<first>[一1]季度)|截[至止](?:[0-9]{4}年)?(?P<end>1[0-2]|[1-9])月(?:底|末|3[01]日|30日)"
    r"|截[至止](?:[0-9]{4}年)?(?P<ended>[一二三])季度末?"
)
"""The part of a year that a report covers."""
ALL_SIGNS = ("均", "都", "全部", "双双")
ALL = lazy("|".join(ALL_SIGNS))
FULFILLED = lazy(r"^(?:均|都|已|全部|全面|提前)*超额完成")
MONEY = lazy(
    "(?:增收|减收|增支|减支|超收|短收|投资|投入|支出|收入|资金|税收|产值|补助|补贴|贷款|存款|利润|损失|结余|结转|赤字|余额|债务|债券|经费|预算"
    "|生产总值|增加值|零售额|销售额|成交额|交易额|营业额|进出口|保费|零售总额|GDP[)]?)[^,;。0-9]{0,4}$"
)
COMPARES = lazy("同比|环比|[与和同](?:[上去前][年月季期]|(?:19|20)[0-9]{2}年)[^,;。]{0,8}?比|比|较|年均")
LEVEL_WITH = lazy(r"(?<!基本)(?<!大体)(?<!大致)(?<!总体)持平")
LAST_YEARS = lazy(r"[与和同](?:上|去)年(?:同期|度)?(?:的)?[ ]*$")
AMONG_TAIL = lazy(
    r"[㐀-鿿]{0,10}(?:中|里)(?:综合|总分|成绩|总成绩)?(?:排名?|位列|名列|列|居|位居|排在|获|取得)?$|(?:参评|参赛|参考|被考核)?(?:县|区|市|州|省|镇|乡|街道|地|部门|单位|成员|重点|城市|先|设区|地级)"
    r"[^,]{0,14}(?:中|里)?[^,]{0,8}$"
)
_COMPARED_WORDS = "[比较](?:上|去|前|年|同期|预|计|原|往)"
COMPARED = lazy(_COMPARED_WORDS)
"""A lead that compares; where no verb of change follows, nothing can be said of its figure."""
_OTHER_SIGNS = "[到至为→超均每]|决算|[单亩张]产|单[站票箱店车机船库]|班额|运距"
TELLING = lazy("|".join((_DONE_WORDS, TARGETS, _PRIOR_WORDS, _COMPARED_WORDS, _PLUS, _MINUS, _OTHER_SIGNS)))
"""Any word, or part of one, by which an amount is something else than a level, but for verbs of change: most leads have none."""
SIDE_EFFECT = lazy(r"惠及|带动|覆盖|涉及|受益|辐射|吸引|服务(?![所业站点队厅费类员贸]|中心|机构|平台|窗口|大厅|组织|企业)")
"""What a piece of work brings about is not the work."""
_YEARLY = lazy(r"年均|年平均|逐年|复合|平均每年|每年平均|每?年递[增减]")


def is_yearly(lead: str) -> bool:
    """Whether a lead speaks of each of several years; most have none of the characters for it."""
    return ("年" in lead or "复合" in lead) and _YEARLY.search(lead) is not None


GIVEN_YEAR = lazy(r"(?<![比较])((?:19|20)[0-9]{2})年")
BASE_YEAR = lazy(r"(?:比|较)((?:19|20)[0-9]{2})年")
LAST_YEAR = lazy(r"同比|(?:比|较)(?:上年|去年)")
CLOSING = frozenset(("结案", "办结", "审结", "执结"))
"""Verbs for one act, of which the rate may take another than the count."""
GAP = lazy(r"^(?:尚|还|共|仍|实际)?(?:相差|差|少|多|缺|超|超收|短收|超支|超额|[多少欠][收支]|超出)了?$")
"""A bare 少 or 多 after a target and what was reached."""
NOT_DONE = lazy("^[ ,]*(?:尚|还|仍|其中)?(?:未|没有)[㐀-鿿]{2}")
"""未办结116件: what is still to be done."""
URBAN = lazy(r"(?:城镇化|城市化)率")
NOT_DONE_NAME = lazy("[不未](?P<name>[㐀-鿿]{2})[㐀-鿿]{0,4}[: ]*$")
NEGATED = lazy("[不未非][㐀-鿿]{1,6}[: ]*$")
RATE_NAME = lazy(r"(?P<stem>[㐀-鿿]{2})化?率(?:约|已|仅|只|也|则|又|均)*(?:为|高?达到?了?|是|有)?[: ]*$")
TWO_YEARS = lazy("((?:19|20)[0-9]{2})年?[、和与]((?:19|20)[0-9]{2})年")
ANY_YEAR = lazy(r"((?:19|20)[0-9]{2})年")
PLAIN_GROWTH = lazy(
    r"^(?:同比|环比|[比较](?:上年|去年|(?:19|20)[0-9]{2}年)(?:同期)?)?"
    r"(?:增长|下降|上升|增加|减少|提高|降低|回落|上涨|下滑|增|降|减)了?$"
)
RATE_LIKE = lazy(r"率|比重|占|增速|指数|比例|比值|系数|幅")
"""What changes by points although it is no percentage by its unit."""
COMPARED_ONLY = lazy(
    r"^[ ,]*(?:[与和同]?(?:比|较|与|同)?(?:上|去|前)(?:年|期|年度|年同期)[^,]{0,8}|(?:比|较|与|同)[^,]{0,12}|同比|环比)$"
)
"""A lead that only says with what is compared."""
PER_HEAD = {
    "生均": ("人", "名", "位"), "师均": ("人", "名", "位"), "客均": ("人次", "人", "名"), "人次均": ("人次",),
    "户次均": ("户次",), "台次均": ("台次",),
    "次均": ("人次", "次", "例次", "起", "户次"),
    "人均": ("人", "名", "口", "位", "人次"), "户均": ("户",), "亩均": ("亩",), "亩产": ("亩",), "单产": ("亩", "公顷"),
    "例均": ("例",), "案均": ("件", "例", "宗", "起", "份"), "个均": ("个",), "村均": ("个", "村"), "校均": ("所",), "家均": ("家",),
    "件均": ("件",), "项均": ("项", "个"), "批均": ("批",), "床均": ("张",), "店均": ("家",), "班均": ("个", "班"),
    "班额": ("个", "班"), "企均": ("户", "家", "个"), "站均": ("个", "座", "站"), "点均": ("个",), "库均": ("座", "个"),
    "车均": ("辆", "台"), "票均": ("件", "票"), "船均": ("艘",), "机均": ("台",), "张产": ("张",), "公里均": ("公里",),
    "单票": ("件", "票"), "单箱": ("箱",),
    "单站": ("个", "座"), "单店": ("家", "个"), "单车": ("辆", "台"), "单机": ("台",), "单船": ("艘",), "单库": ("座",),
}  # fmt: skip
"""Words of an average, and what they divide by."""
PEOPLE = frozenset((*PER_HEAD["人均"], "人次"))
MEASURES = frozenset(("公斤", "千克", "斤", "吨", "亩", "公顷", "平方米", "立方米", "公里", "米"))
"""Units that convert, of averages over what is measured and not counted."""
PACED = lazy(
    "^[ ,]*(?:但|仅|仍)?(?:[比较距离]|与)?[^,;。0-9]{0,2}(?:均衡|序时|时序|时间)(?:进度)?"
    "(?:[^,;。0-9差欠短少慢低]{0,6}|(?P<less>[^,;。0-9]{0,6}))$"
)
"""By how much something is beyond or below what is due by then: 比均衡进度超收."""
OF_SOME_DAYS = lazy("假|节|期间|高峰|旺季|汛|能力|规模|设计|最[高大多]|可")
"""假日期间日均, 日均处理能力: a mean over some of the days of a year, or what could be done on one."""
EXCEPT = lazy("除(?:了|其中)?[一-鿿]{0,6}$")
"""Before a figure of what is left out: 除7个尚在整改外."""
MEAN_OF = lazy("(?P<unit>[笔单场台辆处所车头株栋间站宗起只张套座次组镇乡具条部艘期届对])均")
"""笔均: the measure word itself says what the average is over."""
EACH = lazy(
    r"平均每(?P<unit>平方公里|平方米|立方米|公里|公顷|公斤|条|亩|吨|所|人次|项次|场次|批次|台套|台件|[名个起件项户家所例人村场次台辆张亩位宗座案])"
)
"""平均每起案件: the average names the unit of its number."""
MONTHLY = lazy(r"(?:每?月|月平均)(?=[人户]均)|(?:人|户)均每月|(?:人|户)月均")
COMPARISONS = {
    "year": lazy(r"同比|(?:比|较|与)(?:上年|去年|前一年)(?!末|底)"),
    "month": lazy(r"环比|(?:比|较)上(?:月|季|期)"),
    "begin": lazy(r"(?:比|较)(?:年初|上年末|上年底|去年末|去年底)"),
    "plan": lazy(r"(?:比|较)[^,]{0,4}(?:预算|计划|目标)"),
}
"""With what a change compares; two that compare with different things do not explain each other."""
WHOLE_COST = lazy(r"总投资|概算|估算|总规模|(?<!建)设计|总目标|总任务")
"""What is planned for all years, beside which a rate of this year's plan says nothing."""
PART_YEAR = lazy(r"季度|半年|月度?(?:目标|任务|计划)|[0-9]月|当月|本月|本周|序时")
WHOLE_YEAR = lazy(r"全年|年度|年初|年计划|年目标|年任务|今年|本年")
OWN_BALANCE = lazy(r"收支|当年|本年|当期|本期|相抵|年终")
REVISED = lazy(r"调整|变动|变更|追加|修订|调增|调减")
ABOVE_OR_BELOW = lazy(
    r"(?:(?P<below>低于|少于|慢于|落后于?|小于|低)|(?:高于|多于|快于|超过|超出|高出|领先于?|好于|优于|大于|超))[^,;。()0-9]{1,20}$"
)
"""What stands before a bracket with the figure compared with: 高于全省平均增幅（."""
OVER_TARGET = lazy(r"超(?:额|出|过)?(?:完成)?(?:全年|年度|年|年初|既定|预期)?(?:目标|计划|任务|预算){1,2}数?[: ]*$")
"""超目标任务5个百分点: what a rate is above 100 %."""
REVISED_LEAD = lazy(r"(?:调整|变动|变更|追加|调增|调减)[之以]?后[^,;。()0-9]{0,24}$")
"""调整后全市收入预算为."""
ADDED = lazy(r"加上|追加|新增|增加|补助")
CARRIED = lazy(r"^[ ,]*(?:年终|年末|资金)?结转(?:下年|次年|至?下一年度?)?(?:支出|使用|资金)?[: ]*$")
"""What of a budget was not spent, and goes to the next year."""
LEFT_TAIL = lazy(r"^[ ]*(?:正在|尚在|仍在|尚未|还未|未|待)")
"""34件正在办理: a figure that is said to be left by what follows it."""
LEFT_FIRST = lazy(r"^[ ]*(?:剩余|剩下|余下|其余|还有|尚有|还剩|尚余|仍有|尚未|未)")
"""A sentence that begins with what is left."""
WHOLE_YIELD = lazy(r"总|产量|合计|共")
DONE_OF = lazy(
    r"(?:已|全部|均)[^,;。]{0,2}(?:完成|实现|开工|建成|办结|整改|送|发放|投用|达标|交付|竣工|入住|销号|解决|化解)[^,;。]{0,4}$"
    r"|(?:完成|开工|建成|办结)$"
)
"""What was done of the number before: 十五个村已完成八个."""
ENLARGED = lazy(r"(?:放大|撬动|杠杆|带动|拉动)[^,;。0-9]{0,8}$")
"""放大6.67倍, 带动比为: the second of two figures is so many times the first."""
TIMES_OF = lazy(r"(?:是|为|达到?|相当于|约为|[已]?成为)[^,;。]{1,16}的[ ]*$|^[ ]*\)?的[ ]*$")
"""是上年的2.5倍: what follows is a multiple of another figure."""
DOUBLED = lazy(r"翻了?(?:(?P<one>一)|[两二])番(?!多|以上)")
"""翻一番 is twice, 翻两番 four times."""
RATE_MOVES = lazy(
    r"^[ ,]*(?:同比|环比|(?:比|较)(?:[上去]年(?:同期|末|底|度)?"
    r"|[上本]月末?|上(?:季度|期|届)末?|年初|同期|20[0-9]{2}年(?:末|底|同期)?|“?十[二三四]五”?末))"
    r"(?:又|再|略|小幅)?(?:提升|提高|上升|下降|降低|回落|增加|增长|上涨|下滑|上调|下调|抬升)了?$"
)
"""A rate's change against the year before."""
GROWTH_SINCE = lazy(r"^[ ,]*(?:比|较)(?:(?:19|20)[0-9]{2}年|上年|去年)(?:同期)?(?:增长|下降)了?$")
"""Growth since another year than the last, of the amount and not of its rate."""
OTHERS = lazy(r"其余[^,0-9]{0,6}$")
"""The others, which with those named before are all."""
ELSEWHERE = lazy("[比较于](?:全[国省市县区州]|[^,;。0-9]{0,8}平均|[^,;。0-9]{0,4}(?:指标|红线|定额|限额))")
"""较全省人均花费低, 比全市平均水平高出: compared with a place or a bound, not with a time."""
STANDARD = lazy("(?:供养|低保|保障|救助|平均)标准")
"""What everybody is to get, whatever was paid: no quotient."""
OF_RESIDENTS = lazy("年人均|人均(?:[拥占]有|公共|图书|藏书|住房|绿地|公园|[㐀-鿿]{0,4}面积)")
"""Means over those who live there, or of a whole year, not over how often they come."""
EXPLICIT_WHOLE = lazy(r"^[ ]*\)?[^,;。()0-9]{0,8}的(?:比重|比例)?(?:约|高?达到?了?|为|是)*[ ]*$")
"""占支出100亿元的80%: what stands between the whole and the share."""
OF_SEVERAL = lazy(
    "(?:合计|共计?|总计|合并|累计|合|[两二三]者|[两二三四五][项类种地]|以上[㐀-鿿]{0,4})占|前[两二三四五六七八九十][项类位名个]"
)
"""两项合计占, 橙色及以上占: a share of several figures together."""
OF_ALL = lazy(r"占(?:总(?:人|户|件|起|批|次|人次|家|个)?[数量]|总额|[总整]体|总|全部)的?(?:比重|比例)?(?:约|高?达到?了?|为|是)*[: ]*$")
"""占总数的60%: of the figure before."""
SEVERAL_ABOVE = lazy(r"分别(?:比[^,;。()]{0,12})?(?:(?P<below>低于|慢于|落后)|(?:高于|快于|超过|高出|领先))[^,;。]*$")
"""分别高于全国（5%）、全省（6%）."""
SEVERAL_ABOVE_BEHIND = lazy(r"^\)?[\u4e00-\u9fff]{0,8}(?:分别)?(?:(?P<below>低|慢|落后)|高|快|领先)(?:出|于)?了?$")
"""What stands between the last of them and the gaps: 比全国（5%）、全省（6%）分别高."""
BEYOND_PLAN = lazy("预算|[超短]收|超支|(?:计划|目标|任务)数?(?:相比)?[多少超增]")
"""What is compared with a plan and not with the year before."""
COMPARED_OPEN = lazy(r"[比较与][^,;。()0-9]{1,20}$")
COMPARED_NAME = lazy(r"(?:同比|环比)[\u4e00-\u9fff]{0,6}[件人起宗户次例批]数$")
"""环比事故起数: what changed is named behind the comparison."""
# The first look before a longer pattern is tried: each holds a letter that the pattern needs.
RATE_NOUN = lazy("率|比例|进度|面|满意度|合格度|系数")
BACK_ENDS = frozenset([word[-1] for word in _BACK_WORDS.split("|")] + [":", " "])
"""What ends what :func:`without_back` takes away."""
OTHER_WHOLE = lazy("全国|全省|全市|平均|同类|周边|世界|全球")
"""Of what a multiple is that has no figure in the text."""

ENTRY = lazy(
    "补助|转移支付|返还|转贷|债券|上年结[转余]|结[转余]收入|调入|调节基金|上解|调出|还本|结转|结余|待偿债|置换|增设|接受|援助"
)
"""What stands on a side of a budget beside its own revenue or expenditure."""
