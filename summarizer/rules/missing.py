"""The part of ``blank`` about a measure word whose number is missing: 走访慰问困难职工名, 共计个项目, 参训人员达人."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..patterns import beginning, in_order, lazy
from .base import Hit, around, lines_with
from .compounds import NOT_TOGETHER, uncompounded
from .endings import Endings
from .gone import gone
from .odd import percent

#: Nouns, and the measure words that follow none of them but with a number between. 企业家 and 银行家 are words of their own.
_COUNTED = {
    "名": (
        "职工|干部|党员|群众|学员|学生|教师|医生|对象|人员|儿童|老人|老年人|妇女|残疾人|志愿者|代表|委员|民警|队员|工人|农民"
        "|患者|人才|选手|会员|嫌疑人|军人|专家|大学生|毕业生|青年|村民|居民|游客|司机|护理员|调解员|网格员|协管员|劳动力"
        "|指导员|经纪人|骨干"
    ),
    "人": (
        "上线|录用|新招|脱贫|退休|人员|农民|学生|妇女|职工|党员|干部|学员|教师|队员|会员|劳动力|志愿者|贫困人口"
        "|人口|民族|士兵|岁|以上|以下|老人|招生|务工|持证护理员|初婚|晚婚|就业|创业|处分|再就业|在册"
    ),
    "件": (
        "器具|辅具|用品|衣物|物品|案件|投诉|专利|诉求|证件|纠纷|邮件|作品|信件|举报|包裹|提案|文物|发明|商标|来信|来访"
        "|咨询|好事|实事|好事实事"
    ),
    "个": (
        "项目|企业|单位|问题|行政村|社区|站点|小区|岗位|支部|党支部|平台|基地|品牌|标准|合作社|窗口|网格|班组|服务点|示范点"
        "|示范村|监测点|车位|泊位|乡镇|村庄|点位|党组织|工作室|家庭农场"
    ),
    "家": "景区|单位|医院|机构|酒店|门店|商户|公司|学校|合作社|饭店|超市|药店|网吧|养老院|事务所|民宿|农家乐|服务站|场所",
    "场": "活动|讲座|招聘会|演出|培训|会议|比赛|宣讲|竞赛|发布会|座谈会|演练|推介会|宣讲会|报告会|展览|听证会",
    "次": (
        "维护|维修|巡检|检修|消杀|清掏|养护|活动|会议|学习|检查|培训|演练|督查|调研|巡查|行动|执法|宣传|走访|座谈|研讨|党课"
        "|讲座|巡逻|督导|约谈"
    ),
    "项": "项目|制度|措施|任务|活动|政策|工程|成果|标准|课题|荣誉|问题|科研|服务|技术|建议",
    "处": "拆除|清理|修复|改造|设施维护|隐患|问题|设施|站点|场所|遗址|违建|违法建筑|险情|地质灾害点|塌方|污染源",
    "所": "学校|卫生室|幼儿园|医院|敬老院|小学|中学|养老院|机构|托儿所",
    "座": "桥梁|水库|公厕|泵站|变电站|大桥|水闸|厕所|垃圾中转站|大棚|充电站|加油站|基站|水塘|塘坝|危桥|污水处理厂",
    "条": "道路|线索|信息|意见|建议|措施|线路|河道|生产线|街道|公交线路|航线",
    "台": "安装|购置|更换|投放|终端|配备|设备|农机|电脑|机器|电梯|变压器|充电桩|农机具|机具|器械",
    "辆": "公交车|汽车|出租车|货车|客车|消防车|电动车|校车|三轮车",
    "户": "监测户|脱贫户|农房|群众|农户|商户|用户|贫困户|低保户|厕所|市场主体|经营主体",
    "期": "培训班|简报|专刊|研修班",
    "篇": "信息|稿件|论文|文章|报道|调研报告",
    "份": "材料|资料|宣传单|传单|问卷|通知书|协议|合同|建议书|宣传资料|告知书|礼包",
    "支": "队伍|服务队|志愿队|救援队|宣讲队|工作队|代表队",
    "口": "山塘|水塘|塘坝|鱼塘|水井|机井|水窖|沼气池|水池|蓄水池",
    "株": "苗木|树木|树|果树",
    "盏": "安装|更换|维修|路灯|灯",
    "张": "床位|病床|传票",
    "套": "安装|购置|配备|更换|住房|安置房|保障房|系统|房屋|公租房|廉租房|商品房|健身器材|棚户区|人才公寓|周转房|安置住房",
    "起": "案件|事故|纠纷|火灾|警情|交通事故|事件|投诉|酒驾|醉驾|违章|违法行为|火情|险情|盗窃|诈骗|信访",
    "宗": "案件|交易|土地",
    "批": "群众来访|集体访|物资|客商|来访|设备",
    "头": "牲畜|家畜|耕畜|生猪|肉猪|仔猪|母猪|肉牛|奶牛|黄牛|水牛|耕牛|牦牛|存栏|出栏", "羽": "家禽|肉鸡|蛋鸡|鸡苗|肉鸭|存栏|出栏",
    "只": "家禽|山羊|绵羊|肉羊|肉鸡|蛋鸡|肉鸭|肉兔|存栏|出栏|存栏头|出栏头|饲养量头", "匹": "存栏|出栏",
}
_END = r"(?=[，。；、,;）)]|$)"
_NOUNS = {word: tuple(nouns.split("|")) for word, nouns in _COUNTED.items()}
#: 企业家 is a word of its own, but not before a list in 家.
_FIRMS = lazy(
    r"企业家(?:(?=[，、,][^，。；,;\n]{2,12}[0-9]+家)|(?<=规上工业企业家)|(?<=规上企业家)|(?<=限上企业家)"
    r"|(?<=入驻企业家)|(?<=检查企业家))"
)
#: With 场 they are places, too, but where one was held.
_GROUNDS = frozenset(("活动", "会议", "比赛", "演出", "竞赛", "展览"))
_HELD = lazy("(?:开展|举办|组织|举行|承办|召开|完成|参加|安排)[^，。；、\n]{0,16}$")
_LONGEST = 7
_MEASURES = "".join(_COUNTED)
_ENDS = Endings(_MEASURES)
#: Before a measure word that has its number.
_NUMBER = "0123456789一二三四五六七八九十百千万亿两几数多余"
#: A clause that says what was done, and ends with one of these, counts; unless the last characters are a word of their own.
_ACTS = (
    "新建|新增|新办|新登记|新开工|建成|改造|改建|扩建|建设|完成|实施|开展|举办|组织|召开|承办|检查|抽检|抽查|排查|整改|查处|查获|查办|处置|处理|立案|受理|办理|办结"
    "|审结|新收|收到|接待|接收|接访|走访|慰问|培训|培育|引进|签约|落地|招募|招聘|招录|选派|发展|配发|发放|调解|化解|评选|表彰|命名|创建|提交|提出|征集|采纳"
    "|制定|修订|出台|印发|编制|发布|破获|抓获|批捕|起诉|给予|移送|问责|约谈|救助|资助|安置|转移|解决|清理|拆除|关停|取缔|吊销|注销|登记|新登记|减少|增加"
)
_ACTED = lazy(
    rf"(?:^|(?<=[，。；：、\n ,;:]))[^，。；：、,;0-9\n]{{0,10}}?(?:{_ACTS})[一-鿿]{{2,12}}"
    "(?:(?<=[一-鿿])个|(?<=[过达约近纷议诉求询利品资械目])件|(?<=[过达约近员工师生民者众女童部长干才手兵力友客象年])名|(?<=[过达约近训讲谈览课诵研会])场(?<!会场)"
    "|(?<=[过达约近体厂店坊场馆吧院所站点铺社会园队市宿间室器构司位])家|(?<=[一-鿿])项)(?=[，。；,;])"
)
_ACT_ENDS = "个名家件项场"
_WORDS = lazy("(?:[每各几多整某这那哪两单逐数百个]个|[店商]家|[小事各专选单强奖款立逐多分杂子进销类弱加减缺每数几全同细要义长重]项|文项)$")
_UNITS = "人次|户次|家次|件次|万元|亿元|平方米|平方公里|立方米|公里|公顷|千瓦时|万人|万亩|万吨|批次|亩|吨"
_COUNTS = "个|名|家|件|项|户|场|次|处|条|座|所|台|辆|人|起|份|期|元"
_TOTAL = lazy(
    rf"(?:共计|总计|合计|(?<!总)共有?|累计(?:完成|实现|投入|发放)?)(?:{uncompounded(_UNITS)}|{uncompounded(_COUNTS)})(?=[一-鿿，。；、,;]|$)"
    r"(?<!公共个)(?<!共个)(?<!共人)(?<!共处)(?<!共家)(?<!共有人)(?<!共场)(?<!共次)(?<!共起)(?<!共名)(?<!共期)(?<!共条)(?<!共台)"
    rf"|(?:入库|确诊|治愈|参训|救治|入学|毕业|就业|入伍|分流|录取|上岗|批捕|逮捕|起诉|拘留|安置|婚检|体检|处分)[名人例户]{_END}|(?:国家|省|市|县)级[个家项所处]{_END}"
    rf"|(?<!公)(?<!总)共(?:{_UNITS}|[个件户场项台辆座]){_END}"
    rf"|(?:资金|经费|金额|投资|款|收入|支出|补助|补贴|人员|人数|人口|职工|学员|群众|党员|户数|件数|面积|里程|总量)(?:总计|共计|合计|累计)?"
    rf"(?:达到?|约|为|共|计|超过|近)(?:(?<![近达过])(?:{_UNITS})|(?<=[近达过])(?:(?![万亿])(?:{_UNITS}))|[元人户件个名家场次])(?:以上)?{_END}"
)
_TOTAL_SIGN = beginning(
    "计共有达到约为近过成现入放诊愈训治学业伍流取岗捕诉留置检分库级",
    "(?:例|[个名家件项户场次处条座所台辆人起份期元亩吨]|万[元人亩吨]|亿元|平方|立方|公[里顷]|千瓦)",
)
#: Before a unit that measures, any noun lacks its number; 每 and the like make an average of it.
_MEASURED = lazy(
    r"(?<![0-9一-鿿.])(?<![0-9][ \u3000])(?![万亿千百平立多余])[一-鿿“”]{2,14}?(?<![每数几上超近达破逾以过十百千万亿两多单各第均位为总"
    r"按照一二三四五六七八九半余些])"
    rf"(?:{_UNITS.replace('|批次|亩|吨', '|亩')}|(?<!合格)(?<!抽检)(?<!检验)批次){_END}"
)
_MEASURED_ENDS = Endings("次元人亩吨里米顷时")
_MEASURED_SIGN = lazy(
    r"(?:(?<=[人户家件批]次)|(?<=万[元人亩吨])|(?<=亿元)|(?<=方米)|(?<=公[里顷])|(?<=瓦时)|(?<=[一-鿿]亩))(?=[，。；、,;）)\n])"
    f"{NOT_TOGETHER}"
)
_EMPTY_PERCENT = lazy(
    r"(?<=[由从比较为占达到约][ ])[%％]|(?<=[由从较为占达到约])[%％](?![0-9])|(?<![0-9０-９)）%％])[%％](?=(?:提高|上升|下降"
    r"|降低|增长|增加)到)"
)
_EMPTY_PERCENT_SIGN = percent("(?<![0-9０-９)）.].)")
_DAY = lazy(r"月(?:[ ]?日(?<=[于在至截]月日)(?=[一-鿿，。,])(?![前后常均报月])|(?<=[于在至截]月)[0-9]{1,2}日)")
#: What follows 任务的 and 目标的 is a percentage, and an amount what a space was left for.
_NO_PERCENT = lazy(
    r"(?:(?:占|完成)[^，。；、,;0-9\n]{0,12}(?:任务|计划|目标|总数|总量|总额|指标)|(?:占|为)(?:年初|年度|全年|调整|本年)?(?:预算|计划)数?)的(?=[，。；,;])"
)
_NO_PERCENT_SIGN = lazy("的(?=[，。；,;])(?<=[务划标算数量额].)")
_LOST_PLACE = lazy(
    r"[一-鿿](?<![ ].)[ ]{1,6}(?:平方公里|平方米|立方米|公里|公顷|万[元亩吨人次户]|亿[元吨]|元(?:/人|以[上下])?|人次"
    r"|[张级项个名家件场次户亩吨处所座人起])(?=[，。；,;、）)监农困]|$)",
    re.M,
)
_LOST_PLACE_SIGN = beginning(" ", r"(?<=[一-鿿].)[ ]{0,5}[平立公万亿元人张级项个名家件场次户亩吨处所座起]")
_ZEROS = lazy(
    r"[（(][0-9]{1,6}/[0-9]{1,6}[）)][%％]|"
    rf"(?<![一二三四五六七八九〇○0-9])[〇○●□＿﹍▲△]{{2,8}}(?=(?:{_UNITS}|[{_MEASURES}人元％%天年月日]))"
    r"|[XxＸｘ×]{1,4}(?:\.[XxＸｘ×]{1,2})?(?=(?:余|多)?(?:万元|亿元|万人|万亩|万吨|人次|个百分点|平方米|公里|公顷|[％%]))"
    rf"|(?<=年)×(?=月)|(?<=第)[XxＸｘ×_](?=[名位次，。；,;]|$)|[（(][ ]{{1,6}}[）)](?=(?:{_UNITS}|[{_MEASURES}人元％%天]))"
    r"|[（(【\[](?:数据|数字|具体数据?|情况|此数|该数)?(?:有)?待(?:核实|核定|确认|统计|更新|补充|填报|完善|核对|落实|提供|定)[）)】\]]"
)
_ZEROS_SIGN = (
    *beginning("（(", "(?=[ 数情具此该待有]|[0-9]{1,6}/[0-9])"), *beginning("【[", "(?=[数情具此该待有])"),
    *beginning("XxＸｘ×_〇○●□＿﹍▲△", f"(?=[{_MEASURES}人元％%天年月日位次万亿平立公千余多，。；,;])"),
)  # fmt: skip
_CHANGE = "增长|下降|增加|减少|上升|提高|提升|降低|回落|净增"
_SINCE = "同比|环比|(?:比|较)(?:上年|去年)(?:同期)?"
#: A change behind a figure that does not say by how much: 受理860件，同比上升，办结842件.
_NO_SIZE = lazy(
    rf"[0-9](?:[一-鿿%％]|个百分点){{1,6}}[，,](?P<empty>(?:{_SINCE})(?:{_CHANGE})了?)(?=[。；;]|[，、,](?!降幅|增幅|其中|但|而|主要|主因|原因|这|说明|表明|完成|实现|持续|呈|保持|高于|好于|低于))"
    rf"|(?P<bare>(?:^|(?<=[。；;]))(?:{_SINCE})(?:{_CHANGE})(?=[，。、,](?:高于|低于|快于|增速|占)))"
    rf"|(?P<percent>(?:{_SINCE})(?:{_CHANGE})(?=[，,](?:高于|低于|快于|高出)(?:全[市省国县]|上年)[^，。；]{{0,8}}[0-9.]+个百分点))"
)
_NO_SIZE_SIGN = beginning("比年期", rf"(?:{_CHANGE})了?[，。；、,]")
_MANY = 12


#: A sign, the pattern that is tried around it, and how many characters before and behind.
_SIGNS = (
    (_TOTAL_SIGN, _TOTAL, 12, 14), (_EMPTY_PERCENT_SIGN, _EMPTY_PERCENT, 3, 5), ((_DAY,), _DAY, 1, 5),
    ((_NO_PERCENT_SIGN,), _NO_PERCENT, 24, 2), (_ZEROS_SIGN, _ZEROS, 9, 16),
    (_NO_SIZE_SIGN, _NO_SIZE, 26, 30),
)  # fmt: skip


def missing(text: str) -> Iterator[Hit]:
    """Yield units that stand without the number that they count."""
    found = _beside(text)
    for end in _MEASURED_ENDS.places(text):
        if _MEASURED_SIGN.match(text, end) and (measured := _MEASURED.search(text, *around(text, end, 24, 1))):
            found.setdefault(measured.end(), measured.span())
    for signs, pattern, back, ahead in _SIGNS:
        for at in in_order(text, signs):
            start, stop = around(text, at.start(), back, ahead)
            match = pattern.search(text, start, stop)
            if match is not None and match.end() == stop:
                match = pattern.match(text, match.start())  # what is looked at ends there, and not the clause: 市级项|目12个
            if match is not None and match.end() not in found:
                found[match.end()] = match.span(match.lastgroup) if pattern is _NO_SIZE else match.span()  # type: ignore[arg-type]
    for start, end in _gaps(text):
        if not any(known < end and start < other for known, other in found.values()):
            found[end] = start, end
    in_line = Counter(text.rfind("\n", 0, end) for end in found) if len(found) > _MANY else Counter()
    for start, end in found.values():
        if not in_line or in_line[text.rfind("\n", 0, end)] <= _MANY:
            yield gone(text, start, end)


def _beside(text: str) -> dict[int, tuple[int, int]]:
    """Return measure words at the end of a clause, behind a noun or what was done, by their end."""
    found: dict[int, tuple[int, int]] = {}
    for end in _ENDS.places(text):
        word, start = text[end - 1], end - 1
        if text[start - 1] in _NUMBER or text[end] in "（(":
            continue
        low = max(0, start - _LONGEST)
        known = text.endswith(_NOUNS[word], low, start)
        noun = next(noun for noun in _NOUNS[word] if text.endswith(noun, low, start)) if known else ""
        if noun in _GROUNDS and not _HELD.search(text, max(0, start - 18), start):
            continue
        if noun or (word == "家" and _FIRMS.match(text, max(0, start - 2))):
            found[end] = start - (len(noun) or 2), end
        elif word in _ACT_ENDS and text[end] in "，。；,;":
            acted = _ACTED.search(text, *around(text, start, 30, 2))
            if acted is not None and not _WORDS.search(acted.group()[-2:]):
                found.setdefault(acted.end(), acted.span())
    return found


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield a space before a unit, in a line that has no others: the number stood there."""
    for line in lines_with(_LOST_PLACE_SIGN, text):
        found = list(_LOST_PLACE.finditer(text, *line))
        spaces = len(re.findall(r"[一-鿿0-9][ ]+[一-鿿0-9]", text[slice(*line)])) if found else 0
        if found and spaces <= len(found) and any(c.isdigit() for c in text[slice(*line)]):
            yield from (match.span() for match in found)
