"""The part of ``blank`` about what was lost without leaving a placeholder: a figure before its unit, half a word before a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around, line_of, lines_with
from .compounds import NOT_TOGETHER
from .endings import Endings
from .gone import gone
from .odd import behind, percent, point

_HAN = "\u4e00-\u9fff"
_BIG = "万(?:亩|吨|公顷|平方米|立方米|千瓦时|户|人次|人)(?=[，。；、,;])"
#: A scale that counts nothing; 万亩 after a noun may be a way to say very much, so that one alone tells nothing.
_SCALE = lazy(f"(?P<sure>增加|减少|增产|减产){_BIG}|(?:面积|总产|产量|完成|新增){_BIG}")
_SCALE_SIGN = lazy(r"万[亩吨公平立千户人](?<=[积产量成增加少]..)")
_EMPTY = lazy(
    rf"""
    (?<=[{_HAN}])[：:][ ]{{0,2}}[，、；,;。][，、；,;。]*
    | [，、；,;][ ]{{0,2}}[%％](?=[，。；、,;])
    | 《[ ]*》 | (?<=[{_HAN}])【[ ]*】(?=[{_HAN}，。；,;]) | “[ ]*” | （[ ]*）(?=[{_HAN}，。；,;]) | (?<=[{_HAN}])（[ ]*）
    | 20[0-9]{{2}}年[ \u3000]{{0,6}}月[ \u3000]{{0,6}}日
    """,
    re.X,
)
_EMPTY_SIGN = (
    *beginning("：:", "[ ]{0,2}[，、；,;。%％]"), *beginning("，、；,;", "[ ]{0,2}[%％]"),
    *beginning("《", "[ ]*》"), *beginning("“", "[ ]*”"),
    *beginning("（", "[ ]*）"), *beginning("【", "[ ]*】"), *beginning("年", r"[ \u3000]{0,6}月[ \u3000]{0,6}日"),
)  # fmt: skip
_DONE = "新建|改建|建设(?!用地)|完成|建成|实施|开工|竣工|投资|总投资|争取|推进|启动|培训"
_CUT = (
    *beginning("完", "(?<=(?:收入|支出|投资|产值|税收|累计|实际|全年|目前)完)[约近超]?[0-9.]{1,12}"),
    *beginning(
        "长",
        behind(
            "比年期别均入出资额值量业产款数费税润积电售口贷易储",
            "(?<=(?:同比|上年|去年|同期|分别|年均|环比)长)[0-9.]{1,12}|(?<=[入出资额值量业产款数均费税润积电售口贷易储]长)[0-9.]{1,6}[%％]",
        ),
    ),
    *beginning("下", "(?<=(?:同比|环比|同期|去年|上年|分别|年均|比重|价格|人数|起数)下)[0-9.]{1,6}(?:[%％]|个百分点)"),
    *beginning("同", rf"(?<![{_HAN}]同)(?:增长|下降)[0-9.]{{1,12}}"),
    *beginning("比较", "上(?:增长|下降|增加|减少|提高)[约近]?[0-9.]{1,12}"),
    *beginning(
        "划", rf"(?<![计规谋策筹区勾企比刻擘界整统]划)(?:(?:{_DONE})[约0-9一二两三四五六七八九十]"
        r"|在[^，。；,;0-9\n]{1,30}(?:新建|建设|实施|建成)[0-9一二两三四五六七八九十])",
    ),
)  # fmt: skip
_VERBS = (
    "新建|改造|改建|建成|建设|新增|共有|共计|完成|开展|举办|组织|检查|排查|整改|查处|受理|办结|走访|培训|发放|累计|调解|签约|引进|立案|投入"
    "|拨付|下达|争取|到位|投资|资金|金额|支出|补助|补贴|收入|募集|筹集|支付|结余|减少|增加"
)
#: What is counted or measured often enough to stand behind such a verb.
_LARGE = "人次|户次|件次|万元|亿元|万人次|平方米|公里|公顷"
#: Measure words that are no end of another word behind such a verb: 检查处 is an office, 建设期 a time.
_PLAIN = "个|件|座|公里|人次|起|批|辆|吨|公顷|平方米|万?元|亿元|万人次"
_COUNTS = f"{_PLAIN}|家|次|户|亩|处|名|条|所|台|场|期"
#: What there are masses of, and what there are more of than a round number.
_MASS = "元|人|人次|千瓦时|户|吨"
_MORE = "件|人|户|次|家|万元|亿元|亩|名|场|个|人次|户次|家次|份|吨|公里|台|套|项|处|条|起|辆"
_LACKING = lazy(
    rf"""
    (?:{_VERBS})(?:了|约|近(?![万亿])|达(?![万亿]))?(?:{_PLAIN})(?=[，。；、,;])
    | (?:新建|改造|建成|新增|共有|完成|举办|开展|涉及)(?:了)?个(?=[\u4e00-\u9fff]{{2,8}}[，。；、])(?![体人性案别股月中百])
    | (?:提高|下降|增长|上升|提升|降低|回落|增加|高|低|快|慢|多|少|减少|收窄|扩大)了?[ ]{{0,4}}个[百千]分点
    | (?:前移|后移|上升|提升|下降)个?位(?=次?[，。；、,;])
    | (?<=[{_HAN}])(?<![一二三四五六七八九十百千万亿零点两几])[ ]{{0,4}}[%％‰℃](?=[ ]?[，。；、,;]|以[内上下]|左右)
    | (?:出动|接待|惠及|救助|修复|拆除|清理|查处|服务|{_VERBS})
      [\u4e00-\u9fff]{{1,8}}(?<![每数几上超过近达破逾以余多一二两三四五六七八九十百千万亿])(?:{_LARGE})(?=[，。；、,;]){NOT_TOGETHER}
    | (?:游客|旅客|客流量?|人数|人口|用电量|产值|总值|总额|贷款|存款|余额|税收|出口额?|进口额?)[万亿](?:{_MASS})(?=[，。；、,;])
    | (?<=[{_HAN}])(?<![十百千万亿年月日结剩其多业盈有富宽])余(?:{_MORE})(?=[，。；、,;])
    | (?:^|(?<=[，。；\n,;]))(?![^，。；]{{0,6}}(?:提[高升]|降低|控制|稳定|巩固|保持))
      [\u4e00-\u9fff]{{2,8}}率，(?:同比|[比较]上年)(?:提高|下降|上升|增长|提升|降低)[0-9]
    | (?:20[0-9]{{2}}|[今去本])年月(?=[{_HAN}，,。底末初0-9—-])(?![均报度薪平])
    | (?<![0-9])[0-9]{{1,2}}月日(?=[{_HAN}，。；、）),;])(?![报均])
    """,
    re.X,
)
_MARK = "[，。；、,;]"


def _behind(before: str, words: str) -> str:
    """Return a look back for one of ``words`` behind ``before``; each length of them needs one of its own."""
    every = words.replace("万?元", "元|万元").split("|")
    sizes = sorted({len(word) for word in every})
    return "|".join(f"(?<={before}(?:{'|'.join(word for word in every if len(word) == size)}))" for size in sizes)


_BLANKS = ("", " ", "  ", "   ", "    ")
_FEWER = "提高降升增下落加低快慢多少减窄大长了"
_LAST = "".join(sorted({verb[-1] for verb in _VERBS.split("|")} | set("了约近达")))
_UNIT_ENDS = "".join(sorted({unit[-1] for units in (_PLAIN, _LARGE, _MASS, _MORE) for unit in units.split("|")}))
_SIGN_BEHIND = rf"(?=[ ]?[，。；、,;以左])(?:{'|'.join(f'(?<=[{_HAN}]{blanks}.)' for blanks in _BLANKS)})"
#: Where one of them may be. The rarer character stands first, and a look back at what is before it: nearly all characters are Chinese.
_LACKING_SIGN = (
    *percent(_SIGN_BEHIND), *beginning("‰℃", _SIGN_BEHIND),
    *beginning("率", "，[同比较]"), *beginning("月", rf"(?<=[0-9今去本]年月)[{_HAN}0-9，,—-]"), *beginning("日", "(?<=[0-9]月日)"),
    *beginning("个", "(?<=[增建成造有办展及了]个)"), *beginning("位", "(?:(?<=[移升降]位)|(?<=[移升降]个位))次?[，。；、,;]"),
    *beginning("百千", f"(?=分点)(?:{'|'.join(f'(?<=[{_FEWER}]{blanks}个.)' for blanks in _BLANKS)})"),
)  # fmt: skip
_LACKING_ENDS = Endings(_UNIT_ENDS)
#: A figure whose unit has several characters is none that lacks.
_WHOLE_FIGURE = (
    "(?<![0-9多余][万亿]人次)(?<![0-9多余]万亿元)(?<![0-9]万平方米)(?<![0-9]万公顷)(?<![0-9]平方公里)(?<![0-9]万平方公里)"
    "(?<![0-9]亿千瓦时)"
)
_LACKING_MARK = lazy(
    rf"(?={_MARK}){_WHOLE_FIGURE}(?:{_behind(f'[{_LAST}]', _PLAIN)}|{_behind(f'[{_HAN}]', _LARGE)}"
    rf"|{_behind(f'[{_HAN}][万亿]', _MASS)}|{_behind('余', _MORE)})"
)
_MEASURES = "天所人张套份册栋株盏艘架只头尾棵枚篇例宗间床对位岁米斤倍分节项口根本门孔眼"
_HALVES_OF = (
    ("男", "女"), ("男性", "女性"), ("城镇", "农村"), ("城镇", "乡村"), ("城市", "农村"), ("国家级", "省级"), ("省级", "市级"),
    ("市级", "县级"), ("县级", "乡镇级"), ("新建", "改建"), ("新建", "续建"), ("公办", "民办"), ("内资", "外资"),
)  # fmt: skip
#: One of two that are named together, before a comma and the other with its figure: 其中男，女86人.
_FIRST_OF_TWO = lazy(
    f"其中[：:，,]?(?:{'|'.join(f'{one}[，,；;](?={other}[^，。；、,;0-9分各均共]{{0,6}}[0-9])' for one, other in _HALVES_OF)})"
)
#: A space where a figure stood, before a measure word that counts other things of the line; before 0% where 100% lost two digits.
_GAP = lazy(rf"(?<=[{_HAN}])[ \u3000]{{1,6}}(?:{_COUNTS}|[{_MEASURES}]|万[人亩吨户]|立方米|万?千瓦|个百分点|[%％‰])(?=[，。；、,;（）)])")
#: A line that puts spaces around its figures, or is a row of a form.
_SPACED = lazy(
    rf"[{_HAN}][ ]{{1,4}}[0-9]|[0-9][ ]{{1,4}}[{_HAN}]"
    rf"|[{_HAN}][ ]{{1,4}}[{_HAN}](?:[^，。]{{0,30}}[{_HAN}][ ]{{1,4}}[{_HAN}]){{2}}"
)
_GAP_SIGN = beginning(" \u3000", rf"(?<=[{_HAN}].)[ \u3000]{{0,5}}[{_HAN}%％‰](?=[，。；、,;）)]|[{_HAN}]{{1,3}}[，。；、,;）)])")
_REST = beginning(" ", r"(?<=[的率达为] )[ ]{0,2}0[%％](?=[，。；、,;）)])")
_ZERO = lazy("(?<=[的率达为])[ ]{1,3}0[%％]")
#: A point whose digits before it, or on both sides of it, were lost; the second month of a span that lost its 月.
_POINTS = (
    point(
        rf"(?<=[{_HAN}，、；：（,;:].)(?<![一二三四五六七八九十].)"
        r"(?:[0-9]{1,4}(?:[%％]|[万亿]?(?:元|吨|亩|人|户)|公里|个百分点)|[万亿](?=[元亩吨人立公平]))",
    ),
    *beginning("-—－–~～", r"(?:(?<=年[1-9].)|(?<=年1[0-2].))(?:1[0-2]|[1-9])(?=[我全本][省市县区国镇乡])"),
    #: 连续九实现减亏: so many what?
    lazy(
        rf"连续(?:[一二两三四五六七八九十]{{1,2}}|[0-9]{{1,2}})(?=[{_HAN}])"
        "(?![一二三四五六七八九十年次个届天月季期多轮日周场批余几小夜昼度代班回刀作盘局倍分任级把名位站家])"
    ),
)  # fmt: skip
#: Half of 个百分点 and other words right beside a figure, each with the whole.
_HALVES = (
    (lazy(r"[0-9]个?百分(?![点之号率比制表位学])|[0-9]个(?:分点|百点|百份点|百分占)|[0-9]百分点"), "个百分点"),
    (lazy(r"(?:提高|下降|上升|降低|回落|增长)了?[0-9]{1,2}\.[0-9]{1,2}个(?=[，。；,;])"), "个百分点"),
    (lazy(r"(?:提高|下降|上升|降低|回落|提升)了?[0-9]{1,2}\.[0-9]{1,2}个点(?=[，。；（,;])"), "个百分点"),
    (lazy(r"占总的[约近]?[0-9]"), "占总数的"),
    (lazy(r"截(?=[0-9]{1,4}[年月])"), "截至"),
    (lazy(r"计(?<![累合共统总预设估概会审小核伙算]计)完成(?:投资|产值|收入|税收|造林)?[约近]?[0-9]"), "累计完成"),
    (lazy(r"(?:[0-9.]{3}|[0-9.]{3}万|[0-9]万)(?:平方?)(?=[，。；、,;])"), "平方米"),
    (lazy(r"[0-9]公(?=[，。；、,;])"), "公里"), (lazy("[0-9万]立(?=[，。；、）,;])"), "立方米"),
    (
        lazy("的分别(?<=[位名强一二三四五六七八九十0-9高低多少快慢]的分别)(?![为是有占达增下减上提完由在按对到列落属给予处采])(?=[一-鿿]{2})"),
        "的分别是",
    ),
    (lazy("[0-9]万千(?=[，。；、）,;])"), "万千瓦"), (lazy("[0-9]毫(?=[，。；、）,;])"), "毫米"), (lazy("[0-9万亿]瓦时"), "千瓦时"),
    (lazy("[0-9]里(?<=\\.[0-9]{2}里)(?=[，。；、）,;])"), "公里"), (lazy("[0-9万]方米"), "平方米或立方米"),
    (lazy("[0-9万]平方公(?=[，。；、）,;])"), "平方公里"),
    (
        lazy(
            "现(?<=[，。；、家次户处,;]现)(?:(?:火灾|安全|消防|各类|重大|一般|事故)?(?:隐患|问题)"
            "|(?<=[，。；、,;]现)违[法章规][一-鿿]{0,4})(?=[0-9])"
        ),
        "发现",
    ),
    (lazy(r"(?:娱乐|易爆|经营|公共)场(?=[、，。；,;])"), "场所"),
    (lazy(r"其(?<![与及尤极任耳]其)[：:]"), "其中"), (lazy("同比上(?=[0-9])"), "同比上升"), (lazy("环比上(?=[0-9])"), "环比上升"),
    (lazy("支(?<![收开超透]支)(?<=[入出款，。；元的总年]支)决算"), "支出决算"),
    (lazy(r"支(?<=(?:基本|项目|财政|安全|保障|本年|预算|卫生|教育|事务|社区|住房|公共)支)[ ]?(?=[0-9][0-9,.]*[ ]?[万亿]?元)"), "支出"),
    (lazy(r"比年(?=(?:增长|下降|增加|减少|提高))|比去(?=(?:增长|下降|增加|减少|提高))"), "比去年"),
)
#: One of these stands in every such half.
_HALF_SIGN = (
    *beginning("百", "(?:分(?![点之号率比制表位学])|分点(?<=[0-9]百分点)|点|份点)"), *beginning("分", "点(?<=个分点)"),
    *beginning("个", r"(?<=[0-9].)(?=[，。；,;])(?:(?<=\.[0-9]个)|(?<=\.[0-9]{2}个))"), *beginning("占", "总的"),
    *beginning("截", "(?=[0-9])"),
    *beginning("点", "(?<=[0-9]个点)"),
    *beginning("计", "完成(?<![累合共统总预设估概会审小核伙算]计完成)"), *beginning("平", "(?<=[0-9万]平)方?(?=[，。；、,;])"),
    *beginning("公", "(?:(?<=[0-9]公)|(?<=[0-9万]平方公))(?=[，。；、）,;])"), *beginning("立", "(?<=[0-9万]立)(?=[，。；、）,;])"),
    *beginning("方", "(?<=[0-9万]方)米"), *beginning("千", "(?<=[0-9]万千)(?=[，。；、）,;])"),
    *beginning("别", "(?<=[位名强一二三四五六七八九十0-9高低多少快慢]的分别)"),
    *beginning("毫", "(?<=[0-9]毫)(?=[，。；、）,;])"), *beginning("瓦", "(?<=[0-9万亿].)时"),
    *beginning("里", r"(?<=\.[0-9]{2}里)(?=[，。；、）,;])"),
    *beginning("比", "[年去](?=[增下减提])"),
    *beginning("现", "(?<=[，。；、家次户处,;].)[火安消各重一事隐问违]"), *beginning("场", "(?<=[乐爆营共].)(?=[、，。；,;])"),
    *beginning("其", "[：:]"), *beginning("上", "(?<=比.)(?=[0-9])"), *beginning("支", "(?:决算|[ ]?[0-9])"),
)  # fmt: skip
#: Verbs whose first half alone counts nothing, and what has a number in a list: 检43个企业; 民事36件、刑12件.
_VERB_WORDS = "检查|培训|慰问|督查|维修|拓展|挽回|侦破|硬化|绿化|宣讲|疏通|摸排|普查|资助|兑付|遴选|荣获|巡查|刑事|失踪"
_FIRST_HALVES = {word[0]: word for word in _VERB_WORDS.split("|")}
_FIRST_HALF = beginning(
    "".join(_FIRST_HALVES), "(?=[0-9])(?<![^，。；：、（\n,;:共已年内].)(?=[0-9]{1,7}[余多]?[个家户处座所名人件起条项辆台套间栋次场])"
)
#: Half words, and the whole ones; those that stand behind a word of two characters, which is shown with them.
_WHOLE = {"完": "完成", "长": "增长", "下": "下降", "同": "同比", "上": "比上年", "划": "计划"}
_AFTER = "完长下"
#: A line with more of them is a form, or the remains of a table.
_MANY = 12
_BACK, _AHEAD = 24, 24
"""Characters around a sign in which what is lacking stands."""


def lost(text: str) -> Iterator[Hit]:
    """Yield the places where a figure or half a word is missing."""
    told: set[int] = set()
    for line in lines_with(_SCALE_SIGN, text):
        found = list(_SCALE.finditer(text, *line))
        if len(found) <= _MANY:
            found = [match for match in found if match["sure"] or len(found) > 1]
            told.update(match.end() for match in found)
            yield from (_blank(match) for match in found)
    for line in lines_with(_EMPTY_SIGN, text):
        if len(empty := list(_EMPTY.finditer(text, *line))) <= _MANY:
            yield from (_blank(match) for match in empty)
    yield from map(_blank, _lacking(text, told))
    yield from _gaps(text)
    for start, end, whole in half_words(text):
        yield _half(text, start, end, whole)


def half_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where half a word stands before a figure, and the whole word."""
    for match in in_order(text, _CUT):
        first = match.group()[0]
        name = first if first in _WHOLE else match.group()[1]  # 划完成2400户: 计 was lost, not 成
        yield match.start() - (2 if name in _AFTER else 0), match.end(), _WHOLE[name]
    for match in in_order(text, _FIRST_HALF):
        yield *match.span(), _FIRST_HALVES[match.group()]
    lines = list(lines_with(_HALF_SIGN, text))
    for pattern, whole in _HALVES if lines else ():
        for line in lines:
            yield from ((*match.span(), whole) for match in pattern.finditer(text, *line))


def _lacking(text: str, told: Set[int]) -> Iterator[re.Match[str]]:
    """Yield what lacks its figure and does not end where something ``told`` does; nothing of a line that has too much of it."""
    line: dict[int, re.Match[str]] = {}
    line_end = -1
    marks = [at for at in _LACKING_ENDS.places(text) if _LACKING_MARK.match(text, at)]
    for at in sorted([*marks, *(sign.start() for sign in in_order(text, _LACKING_SIGN))]):
        if at > line_end:
            yield from line.values() if len(line) <= _MANY else ()
            line = {}
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
        if len(line) <= _MANY:
            for match in _LACKING.finditer(text, *around(text, at, _BACK, _AHEAD)):
                if match.end() not in told:
                    line[match.end()] = match
    yield from line.values() if len(line) <= _MANY else ()


def _gaps(text: str) -> Iterator[Hit]:
    """Yield spaces where a figure stood; a line that is full of them lost its table, not a figure."""
    for start, end in lines_with(_GAP_SIGN, text):
        gaps = list(_GAP.finditer(text, start, end))
        line = text[start:end] if gaps else ""
        if re.search("[0-9]", line) and not _SPACED.search(_ZERO.sub("", _GAP.sub("", line))):  # 管制 名、缓刑 名: gaps alone are no style
            yield from map(_blank, gaps)
    end, spaced = -1, False
    for match in in_order(text, _REST):
        if match.end() > end:
            start, end = line_of(text, match.start(), match.end())
            spaced = bool(_SPACED.search(_ZERO.sub("", text[start:end])))  # all figures of the line may stand behind a space
        if not spaced:
            yield _blank(match)
    for match in in_order(text, (*_POINTS, _FIRST_OF_TWO)):
        yield _blank(match)


def _half(text: str, start: int, end: int, whole: str) -> Hit:
    message = _("half a word: {quote}; probably {word}").format(quote=text[start:end], word=whole)
    return Hit("BLANK004", start, end, message, _("write the whole word"))


def _blank(match: re.Match[str]) -> Hit:
    return gone(match.string, *match.span())


explained(
    Explanation(
        "BLANK003",
        "lost-figure",
        "blank",
        Severity.WARNING,
        N_(
            "A unit without its figure (增加万亩), a change without its direction (同比5%) or its figure (同比增长。), a colon or comma "
            "with nothing before the next mark or %, empty brackets, a date of which a number is gone."
        ),
        N_("The figure got lost on the way from the table or the last draft; the sentence says nothing without it."),
        "播种面积比上年增加万亩，长势良好。",
        "播种面积比上年增加2万亩，长势良好。",
        N_("Write the figure, or take the sentence out."),
    ),
    Explanation(
        "BLANK004",
        "half-word",
        "blank",
        Severity.WARNING,
        N_("A word that leads a figure has lost a character: 支出完30万元 for 完成, 同比长3% for 增长, 划新建4座 for 计划."),
        N_("Where a character fell out beside a figure, a digit may have fallen out with it."),
        "全年支出完30万元。",
        "全年支出完成30万元。",
        N_("Write the whole word, and compare the figure with its source."),
    ),
)
