"""The part of ``blank`` that tells a lost figure by what stands around the gap: 产值亿元, 8万只，同比增长。, 完成目标的。, 于月20日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter

from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Hit
from .compounds import BEGUN, COUNTED, NOT_TOGETHER, behind_counted
from .endings import Endings
from .gone import gone
from .odd import percent

_HAN = "\u4e00-\u9fff"
_END = "(?=[，。；、,;）)])"
#: Behind one of these a unit has its number, in characters or as a word that says how many.
_NUMBER = "一二两三四五六七八九十百千万亿零〇点几半多余数每整单双满各某这那哪首近上超过破约逾达成"
_SCALED = (
    "美?元|吨|亩|公顷|平方米|平方公里|立方米|人次|人|户(?<!千家万户)|千瓦时|千瓦|件|只|头|尾|株|册|份|公斤|斤|棵|辆|台|箱|羽|粒|公里|k?m[³3²2]?|㎡"
)
#: Units that end no word, but for those behind one of these characters: 平方公里, 载重吨, 车辆.
_PLAIN = {
    "亩": "田", "公里": "平方人吨", "公顷": "", "吨": "重人", "公斤": "来",
    "人次": "总", "平方米": "", "平方公里": "", "立方米": "", "辆": "车",
}  # fmt: skip
_DONE = (
    "新建|改造|改建|建成|建设|新增|完成|开展|组织|检查|排查|整改|查处|受理|办理|办结|发放|调解|签约|引进|立案|下达|争取|接待|处理|处置|化解|审批|审核|审查"
    "|登记|发展|培育|认定|创建|安装|更换|维修|修复|清理|拆除|整治|种植|栽植|补植|投放|购置|采购|配备|解决|答复|督办|移送|审结|破获|侦破|收缴|没收"
    "|申领|领取|办领|颁发|核发|换发|补发|配发|派发|签发|制发|制作|补办|赠送|悬挂|张挂|开具|出具|填写|填报|收回|回收|寄送|送达|采集|登载|刊发|推送"
    "|抽检|抽查|检测|监测|印发|印制|张贴|悬挂|编发|报送|征集|收到|制定|修订|出台|添置|捐赠|兑换|销售|更新|加装|新购"
)
_PEOPLE = (
    "农民|职工|学生|教师|党员|干部|群众|人员|劳动力|居民|村民|员工|儿童|人才|医生|护士|医师|专家|会员|团员|移民|技工|骨干|学员|旅客|游客|乘客|患者"
    "|毕业生|志愿者|经营者|老师|从业者|劳动者"
)
#: Verbs of two characters before the number of what they made; and what makes another word of 个.
_MADE = (
    "推出|打造|建成|建立|培育|新增|新建|创建|建设|完成|开展|实施|组建|展到|大到|加到|达到|少到|增至|设立|引进|共有|拥有|出台|制定|举办|承办|落地|签约|培养|入选|建好|启动"
    "|实现|整合|推动|推进|支持|布局|谋划|储备|争取|确定|遴选|认定|命名|纳入|扩建|改建|获批|拓展|覆盖|提供|吸引|带动|打通|创成"
)
_MADE_ENDS = "".join(sorted({verb[-1] for verb in _MADE.split("|")}))
_NO_COUNT = BEGUN["个"] + "中月百均转"
#: Of these something is a part; with the characters before them that make another word of them.
_PARTED = {
    "件": "台卷案事文证条邮软硬零部配稿物要信快附元组构原备铸锻器来批函急办电抄访督转交插杆印记诺",
    "台": "平舞柜电站阳窗讲前后中月出登上下灶吧视礼展观炮墩擂戏看烛钓跳象务挥景望席询播作制控",
    "套": "件配成外手圈河全整封拳头笔", "份": "月股身省年缘充县备成部辈",
    "册": "注手名画史图分账", "张": "紧扩主夸慌开纸声", "座": "讲底基星就入宝", "栋": "", "株": "植菌母单", "个": "",
}  # fmt: skip
#: What says which part of them something is, so that their number must have stood before.
_OF_THEM = rf"(?=[，,（(](?:其中|(?:[{_HAN}]{{1,6}}(?:率|增长|下降|完成)[为达到了]?|占[{_HAN}]{{0,8}})[0-9]))"


def _behind(units: Mapping[str, str]) -> str:
    """Return looks back for units behind a word that is no number, nor the unit itself."""
    return "|".join(f"(?<=[{_HAN}]{unit})(?<![{_NUMBER}{but}{unit}]{unit})" for unit, but in units.items())


_SCALE = rf"(?<=[{_HAN}].)(?<![{_NUMBER}].)(?:{_SCALED})"
_PAID_FOR = "完成了?[一-鿿]|建设|实施|新建|改造|用于|购置|修建|维修|支持"
_UNITS = (
    *beginning("万亿", rf"{_SCALE}(?=[，。；、,;）)（(]|的[约近]?[0-9]|提高|升至|增至|降至|增加到|下降到|和[0-9]|人民币|{_PAID_FOR})"),
    *beginning("万亿", rf"元(?:(?<=[结盈]余.元)(?=[，。；,;（(])|(?<=[{_HAN}][）)].元)(?=，(?:同比|比上年)?(?:增长|下降)))"),
    *beginning("万亿", r"元的(?<=[预算划标务数 ].元的)(?<![0-9] .元的)(?=[0-9.]{1,6}[%％])"),
    *beginning("余", rf"[万亿](?<=[{_HAN}]..)(?<![{_NUMBER}]..)(?:{_SCALED}){_END}"),
    *beginning("户", r"(?<=[惠涉访慰问及助众员造成增有象者计共]户)(?=[0-9][0-9,]*人)"),
)
#: Looked back from a mark: units of one character behind a total, behind people, before what part of them something is; and others.
_UNIT_ENDS = Endings("".join(unit[-1] for unit in (*_PLAIN, *_PARTED, *COUNTED)) + "家户所名项处人条")
_SINGLE = lazy(
    rf"{_END}(?:(?<=[量额][个家件户座所辆台名项处吨亩])|(?<=(?:总数|数量|件数|户数|个数)[个家件户座所])|(?<=(?:死亡|伤亡|受伤|出生|一孩|二孩|多孩|人数)人))"
    rf"|(?=[，。；、,;])(?<=[人名户家])(?<!户(?=、))(?:{'|'.join(f'(?<={word}.)' for word in _PEOPLE.split('|'))})"
    rf"|{_OF_THEM}(?:{_behind(_PARTED)}|(?<=[校园院]所)|(?<=[路道线渠]条))"
)
_MEASURES: dict[str, list[tuple[str, re.Pattern[str]]]] = {"家": [("家", lazy(f"{_END}(?<=[构司位体户点社台部馆所院站]家)"))]}
for _unit in sorted(_PLAIN, key=len, reverse=True):
    _MEASURES.setdefault(_unit[-1], []).append((_unit, lazy(f"{_END}{NOT_TOGETHER}(?:{_behind({_unit: _PLAIN[_unit]})})")))
#: A verb of work and what was worked on, at the end of a clause, before a measure word.
_OBJECT = lazy(rf"(?=[，。；,;])(?:{behind_counted()})")
_WORK = lazy(rf"[，。；、：\n](?P<all>(?:共|已|累计|全年|先后)?(?:{_DONE})了?[{_HAN}]{{2,10}})\Z")
_REACH = 18
_LIMITED = {"家": "大国专独人", "座": _PARTED["座"], "台": _PARTED["台"], "公里": "方平人吨", "平方米": "", "人次": ""}
#: In the run of a clause: 再推出个“一件事”, 新增家以上, 下降%、5%, 每人万元.
_INSIDE = (
    *beginning("由从", "(?=[万亿][元人吨亩户]|[%％])"),
    *beginning("到至", "(?<=[少加高降升低].)(?:[万亿]?[元人户亩吨]|[个件])(?=[，。；,;])"),
    *beginning(
        "个",
        rf"(?<=[{_MADE_ENDS}，。；、和及,;].)"
        rf"(?:(?<=(?:{_MADE})个)(?![{_NO_COUNT}])|(?<=[，。；、和及,;]个)(?![{_NO_COUNT}个贷险]|转企)(?=[{_HAN}]))",
    ),
    *percent(rf"(?:(?<=(?:增长|下降|提高|上升|降低).)(?=[，。；、（(,;])|(?<=[{_HAN}].)(?=、[{_HAN}]{{1,8}}[0-9.]{{1,6}}[%％]))"),
)  # fmt: skip
_EACH = (lazy("每[人户亩月年生辆吨]万?元(?=[，。；、提增的,;])"),)
#: The same, told by the words behind the unit.
_MADE_OF = tuple(
    lazy(f"{word}(?<=[家座条项处所名场部件套台辆]{word})(?<=(?:{_MADE}).{word})")
    for word in ("国家级", "省级", "市级", "县级", "重点", "示范", "以上")
)
_LIMITED_ENDS = f"(?<=[{''.join(unit[-1] for unit in _LIMITED)}人亩吨户件].)"
_LIMIT = (*beginning("以", f"{_LIMITED_ENDS}[上下内]"), *beginning("左", f"{_LIMITED_ENDS}右"))
_LIMITED_UNITS = tuple((len(unit), lazy(_behind({unit: but}))) for unit, but in _LIMITED.items())
_LIMITED_SCALE = lazy(rf"(?<=[{_HAN}]万[人亩吨户件])(?<![{_NUMBER}个]万[人亩吨户件])")
_OF = lazy(rf"的(?<=[{''.join(sorted({unit[-1] for unit in (*_PLAIN, *_PARTED)}))}]的)(?=[0-9.]{{1,6}}[%％])")
_OF_UNIT = tuple((len(unit), lazy(_behind({unit: but}))) for unit, but in {**_PLAIN, **_PARTED}.items())
_VERSUS = "(?:同比|环比|[比较](?:上年|去年)(?:同期)?|分别)"
_TURN = "增长|下降|增加|减少|提高|降低|上升|回落"
_LEVELS = (
    "[率度量额数值比]|收入|支出|投资|面积|人口|存款|贷款|余额|资金|产值|税收|利润|里程|总产|缴费|补助|补贴|工资|价格|单价|标准|单产|亩产|得分"
)
_AMOUNTS = (
    "收入|支出|投资|总值|增加值|产值|产量|总量|面积|余额|贷款|销售额|零售额|成交额|总额|进出口|客运量|货运量|周转量|吞吐量|用电量|发电量|税收|利润"
    "|业务量|里程|土方|工程量|资金|补贴|补助|慰问金|救助金|补偿款|债券"
)
_WHOLE = "任务|计划|目标|预算|总[数量额]|总投资|总人口|总面积|总收入|总支出|总产值|总户数"
#: Words that wait for a figure, before a mark that ends their clause.
_OPEN = lazy(
    rf"""(?:
    (?<=[0-9])[{_HAN}%％]{{1,4}}[，,、]{_VERSUS}?(?:{_TURN}|上涨|增幅|降幅|涨幅|增长率|占比|占)[了为达]?
    | (?:提高|增加|上升|下降|降低|减少|扩大|缩短|发展|增长|压缩|提升|回升|回落|控制|上调|调整|[0-9一-鿿%％][降升增])[到至]
    | (?<=[，；、,;])(?:已|实际|目前)?(?P<act>[{_HAN}]{{2}})(?=[，,](?P=act)率)
    | (?<=[，。；、,;：\n\ \u3000])(?:全年|共|累计|全县|全市|年内|已)?
      (?:完成|实现|到位|拨付|下达|发放|兑付|送)(?![{_HAN}]{{0,10}}的)[{_HAN}]{{0,10}}?(?:{_AMOUNTS})
    | {_VERSUS}(?:增收|减收|增加|减少|增支|减支|多|少)(?=[，,](?:增长|下降)[0-9])
    | (?:[{_HAN}](?:均|分别|约|仅)|(?<=[，；、,;])(?:均|仅)?)为
    | 首次突破|(?:总数|规模|数量|总量|总额)超过?|[率额值量数比入资款积重](?:年?均|累计|已|又)?(?:突破|超过?|近)
    | (?:增加|减少|增长|增收|压减)(?:近|超过?|约)|(?:整合|压减|缩减|精简)(?:优化)?为|[户村镇校所程区）](?:总[数量])?达到?
    | (?<=[0-9])[{_HAN}%％]{{1,4}}[，,](?!低于|高于|快于|慢于|超过|好于)[{_HAN}]{{1,5}}
      (?:率|占比|增幅|降幅|比例|比重|均价|进度|增速|满意度|指数|得分)(?:为|达到?|约|仅)?
    | (?<=[，,。；;])(?:已|共|累计|约|仅|超额)?(?:占|完成|达到?|相当于|(?:为|实现)(?![{_HAN}]{{1,10}}目标的))
      [{_HAN}]{{0,10}}(?:{_WHOLE})数?的(?:比重|比例)?(?:为|达到?)?
    | (?<=[，,。；;])(?:已|约|仅|又|均)?(?:占全[国省市县区州镇乡][{_HAN}]{{0,8}}
      |(?:相当于|达到?|约?为|是|超过)(?:上年|去年|前年|20[0-9]{{2}}年|同期|全[国省市县区州]平均)(?:同期|全年|水平)?)的
    | (?:{_LEVELS})(?:已|约|仅|均|分别)?(?:达到?|约为|为|共计|仅为)
    | (?:{_TURN}|达到|超过|完成|控制在|保持在|稳定在|不低于|不少于)(?:以上|左右|以内|以下)
    )(?=[，。；]|[,;](?![0-9]))""",
    re.X,
)
#: What they end with, some of them with the character before.
_ENDINGS: dict[str, tuple[str, ...]] = {}
for _word in (
    *(
        f"{_AMOUNTS}|增幅|降幅|率|占比|占|比例|比重|均价|进度|增速|满意度|指数|得分|增长了|下降了|达|至|的|约|仅|达到|共计|超|超过|近"
    ).split("|"),
    *(f"{before}{turn}" for before in "，,、比年期别" for turn in f"{_TURN}|上涨|增收|减收|增支|减支|涨幅".split("|")),
    *(f"{before}为" for before in "，；、,;均别约仅已合减简化长降加少高低升落涨幅率比占的例重价度速数分"),
    *(f"{level}为" for level in "量额值入出资积口款余金收润程产费贴助格准"),
    *(f"{before}突破" for before in "次率额值量数比入资款积重均计已又"),
    *(f"{before}到" for before in "高加升降低少大短展长缩落制调整"), *(f"{since}{more}" for since in "比年期别" for more in "多少"),
    *(f"{before}{limit}" for before in "长降加少高低升落到过成在于" for limit in ("以上", "左右", "以内", "以下")),
):  # fmt: skip
    _ENDINGS[_word[-1]] = (*_ENDINGS.get(_word[-1], ()), _word)
_OPEN_ENDS = Endings("".join(_ENDINGS))
#: A rate that may be of the act before the mark.
_ACT_RATE = lazy(rf"率(?<=[{_HAN}][，,]..率)")
_LONGEST, _BEHIND = 32, 5
_SURE = "达为到至上右内下计仅约"
_DONE_BEFORE = lazy("完成|实现|到位|拨付|下达|发放|兑付|送")
_AMOUNT_ENDS = tuple(_AMOUNTS.split("|"))
_HINT = lazy("[0-9]|完成|实现|到位|拨付|下达|发放|兑付|任务|计划|目标|预算|[突送总]")
_LONE_UNIT = (
    "(?:(?<=[0-9].)|(?<=[0-9][人元亩吨户件个家名次万].))"
    "(?:[万亿]元|元|万[亩人吨户]|万人次|亩|公里|吨|[%％]|个百分点)(?=[，。；、）),;])"
)
_LONE_WORD = (
    r"(?:总投资|占地面积|建筑面积|涉案金额|全长|总金额|协议投资|概算投资|计划投资|完成投资|惠及|受益|总面积|投入资金|到位资金)"
    r"(?:约|达|近|为|共)?(?=[，。；,;])"
)
_LONE_PEOPLE = "人(?<=[0-9][户起件例][，、]人)(?=[，。；,;])"
_LONE = (
    *beginning("，；、和", _LONE_UNIT), *beginning("，；。", _LONE_WORD), *beginning("，；、", _LONE_PEOPLE),
    *beginning("第", r"(?<![门及次落等]第)[ \u3000]{0,6}(?:[名位](?=[，。；、,;])|(?=[，。；,;]))"),
    *beginning("第", "(?:[一二三四五六七八九十]{1,3}(?=人民代表大会|党代会)|[ \u3000]{0,4}[次届](?=[会全人党]))"),
    *beginning("月", "[上中下]旬(?<=[于在至到从自、，。；,;]月..)"),
    *beginning("等", "(?<=[，。；：\n,;:]等)[一二三四五六七八九十0-9]{1,2}[位名]"), *beginning("同", "志(?<=[，、：,:]同志)(?=[为担任调])"),
    *beginning("（(", "(?<=(?:特点|方面|内容|问题|措施|工作|情况|以下|如下)[：:].)[二三四五][）)]"),
    *beginning("二", "[○〇][○〇一二][○〇一二三四五六七八九](?<![○〇一二三四五六七八九十0-9]....)(?=[，。；,;])"),
    *beginning("月", "(?=[0-9])(?<=[于至到在从自截，。；,;]月)[0-9]{1,2}日"),
    *beginning("年", "(?<=[。\n\u3000]年)(?:[0-9]{1,2}月|，|全[市县区省])"),
    *beginning("年", "(?:(?=[0-9])(?<=20[0-9]{2}年)[0-9]{1,2}日(?![内游])|(?=[底末初])(?<=20[0-9]年)(?<![0-9]20[0-9]年))"),
    *beginning("季", "(?:(?<=[，。、年第,]前季)|(?<=第季))度"), *beginning("个", "月(?<=[，。、年,]前个月)"),
)  # fmt: skip
#: What a program left where it had no value, and what somebody meant to look up.
_MACHINE = (
    *beginning("#", r"(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)"), *beginning("错", "误[!！][ ]?(?:未找到|未定义)[^，。；\n]{0,8}"),
    *beginning("«", "[^»\n]{0,30}»"),
    *beginning("（(【[", r"(?:数据|数字|数)?待(?:核实|核对|核|确认|统计|更新|完善|上报|定|补)[^）)】\]\n]{0,6}[）)】\]]"),
    *beginning("N", "(?:aN|one)(?<![A-Za-z].{3})(?=[%％万亿元个人件户家亩，。；、）),;])"),
    *beginning("n", "(?:ull|an)(?=[%％万亿元个人件户家亩，。；、）),;])(?:(?<![A-Za-z]null)(?<=null)|(?<![A-Za-z]nan)(?<=nan))"),
    *beginning("□○△", rf"(?<=[{_HAN}].)[□○△]{{0,5}}(?=(?:[万亿]?元|[%％]|个百分点|[个件户家名人亩座项次处]))"),
    *beginning("?？…", rf"(?<=[{_HAN}].)…?(?=[万亿]元|[%％]|个百分点)"),
    *beginning("…", rf"(?<=[{_HAN}].)…?(?=(?:[个条座项件台张]|万[亩人户吨千]|亿[千立]|[亩吨]|公里)(?![别体人性子头事目件]))"),
)  # fmt: skip


def emptied(text: str) -> Iterator[Hit]:
    """Yield the places where a figure is missing, and what stands there in place of one."""
    for start, end in (*_before_units(text), *_before_marks(text)):
        yield gone(text, max(0, start), end)
    for match in in_order(text, _LONE):
        yield gone(text, *match.span())
    for match in in_order(text, _MACHINE):
        message = _("“{quote}” was never filled in").format(quote=match.group())
        yield Hit("BLANK002", *match.span(), message, _("write what belongs here, or take the words out"))


def _before_units(text: str) -> Iterator[tuple[int, int]]:
    """Yield units behind a word that is no number."""
    found = [(match.start() - 2, match.end()) for match in in_order(text, (*_UNITS, *_INSIDE))]
    found += [(match.end() - 3, match.end()) for match in in_order(text, _EACH)]
    yield from sorted(found, key=itemgetter(0))
    for match in in_order(text, _MADE_OF):
        yield match.start() - 3, match.start()
    for match in in_order(text, _LIMIT):
        yield from _limited(text, match.start(), match.end())
    for sign in each(text, _OF):
        for size, unit in _OF_UNIT:
            if unit.match(text, sign.start()):
                yield sign.start() - size - 1, sign.start()
                break
    for at in _UNIT_ENDS.places(text):
        yield from _at_mark(text, at)


def _at_mark(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the unit before a mark, if it stands behind a word that is no number."""
    if _SINGLE.match(text, at):
        yield at - 3, at
    for unit, pattern in _MEASURES.get(text[at - 1], ()):
        if text.endswith(unit, 0, at) and pattern.match(text, at):
            yield at - len(unit) - 2, at
            break
    if _OBJECT.match(text, at) and (work := _WORK.search(text[at - _REACH : at] if at > _REACH else f"\n{text[:at]}")):
        yield at - len(work["all"]), at


def _limited(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the unit before 以上, 左右 and the like, if it stands behind a word that is no number."""
    for size, unit in (*_LIMITED_UNITS, (2, _LIMITED_SCALE)):
        if unit.match(text, start):
            yield start - size - 2, end
            break


def _before_marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield words that wait for a figure where their clause ends."""
    for end in _OPEN_ENDS.places(text):
        if text[end] in "，。；,;" and text.endswith(_ENDINGS[text[end - 1]], 0, end) and _promising(text, end):
            yield from _opened(text, end)
    for rate in each(text, _ACT_RATE):
        end = rate.start() - 3
        if text.startswith(text[end + 1 : end + 3], end - 2):
            yield from _opened(text, end)


def _opened(text: str, end: int) -> Iterator[tuple[int, int]]:
    for opened in _OPEN.finditer(text, max(0, end - _LONGEST), end + _BEHIND):
        if opened.end() == end:
            yield opened.start(), end


def _promising(text: str, end: int) -> bool:
    """Whether one of the words or digits is near without which nothing but the last characters can tell."""
    if text.endswith(_AMOUNT_ENDS, 0, end):
        return _DONE_BEFORE.search(text, max(0, end - _LONGEST), end) is not None
    return text[end - 1] in _SURE or _HINT.search(text, max(0, end - _LONGEST), end + _BEHIND) is not None
