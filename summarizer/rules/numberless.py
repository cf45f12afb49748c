"""The part of ``blank`` about measure words that stand before what they count, and about units in a list, whose number is gone.

召开了次会议, ，件议案正在审议, 3名教师、名学生, 8820万元、万元，, 5人死亡，人受伤, 升至第位, 户均增收元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import beginning, in_order, lazy
from .base import Hit, around
from .compounds import BEGUN
from .gone import gone

_HAN = "\u4e00-\u9fff"
#: What is followed by a number, before a measure word that begins no other word.
_BEFORE = (
    "推出|打造|建成|建立|培育|新增|新建|创建|建设|完成|开展|开展了|实施|组建|设立|引进|共有|已有|尚有|还有|其中有|现有|拥有|出台|制定|举办|举办了|承办|召开|召开了|落地"
    "|签约|培养|入选|建好|启动|改造|修建|扩建|查处|破获|查获|受理|审结|拆除|整治|清理|排查|检查|涉及|覆盖|等|了|与|达|共|剩余|其余|约|近|超过|及|和|有|为|下辖|管辖|设有"
    "|配备|购置|安装|发放|惠及|分布在|维修|更换|修复|采集|征集|开通|投放|抽检|抽查|走访|慰问|选派|招聘|发展|印发|发布|调解|化解|处理|办理|答复|通过|解决"
)
_LEADS = tuple(_BEFORE.split("|"))
_LAST = "".join(sorted({word[-1] for word in _LEADS}))
#: Measure words, and what makes another word of them here: 打造家门口, 受理件中.
_OTHERS = {
    "座": "右无席标便", "处": "事变在世之心", "条": "令纹石陈分播田达", "次": "干高优轮子长大官席方",
    "起": "好数火作价动名初码先事程家立跳头爆见止疑", "台": "套企北前南山儿后办盟城", "宗": "旨教族祠亲室派人庙法师",
    "件": "中性次档", "场": "租强记区部长下里", "个": "贷转中", "家": "风门教国医校规业兴和亲祠伙属人境产喻",
    "辆": "", "份": "", "项": "", "户": "",
    "名": "古山村镇企校城园店菜特街区厨匠刹泉木人士星模副声望不扬正流篇分句角花手叫",
}  # fmt: skip
#: The same of two characters and more, where the first alone tells nothing: 处违约金, but 处违章建筑; 起拍价, 家委会, 宗地.
_WORDS = {
    "处": (
        "违约|滞纳|有期|无期|没收|行政拘|管制|缓刑|记[大过]|通报批|停职|责令|撤[职销]|开除|留党|降[级职]|免[职予于]|拘|[非遗](?!法)"
        "|[一二三四五六七八九十]年"
    ),
    "起": "拍|租[价金]|苗|捕|赃|垄|薪|订[量单]|息|灶", "条": "锈|线", "场": "平(?!台)|监", "台": "属|田", "件": "套", "次": "氯|磷",
    "家": "蚕|犬|兔|宽|博会|委会|调队|企(?!业)", "名": "窑|宿|吃|老?中医|班主任", "个": "险", "宗": "地|数|海",
}  # fmt: skip
#: 等处 and 等项 are words, and so may be 有个.
_JOINED = frozenset(("等处", "等项", "等次", "等名", "等家", "等场", "有个", "有所", "了所", "有名", "与家"))
#: Verbs of reports behind which 了个 is not how people talk, as in 打了个翻身仗.
_SET_UP = ("设置", "设立", "建立", "建成", "新建", "成立", "组建", "开设", "增设", "新增", "引进", "签约", "培育", "创建")


def _no_word(first: str) -> str:
    """Return a look ahead that lets none of the words pass that begin with a measure word."""
    return f"(?!{_WORDS[first]})" if first in _WORDS else ""


#: At the beginning of a clause, in a list behind an item that has its number, or behind what is followed by a number.
_CLAUSE, _LIST = "，。；,;", "、和及"
_COUNTING = tuple(
    pattern
    for word, others in _OTHERS.items()
    for pattern in beginning(
        word, f"(?<=[{_CLAUSE}{_LIST}{_LAST}].)(?![{BEGUN.get(word, '')}{others}{word}均率]){_no_word(word)}(?=[{_HAN}]{{2}})"
    )
)
_SCHOOLS = beginning("所", "(?<=[，、和及,].)(?=学校|[小中大高][学校中]|初中|医院|卫生|幼儿园|敬老院|养老|公办|民办|职业|机构|定点|村级)")
_REACH = 40
#: A unit alone in a list, behind a figure that has it: 8820万元、万元，.
_UNITS = "(?:[万亿]?元|万?人次|万?人|万?[亩吨]|[%％]|[件户个家项起])"
_ALONE = beginning("、", f"(?P<unit>{_UNITS})(?=[、，。；和）,;])")
_PEOPLE = beginning("人", "(?<=[，、；,;].)(?=受伤|死亡|[重轻]伤|失踪|缓刑|入选|当选|获|被)")
#: Behind what a name in quotes says was made: 评选“最美家庭”户; “五保”户 is a word.
_OF_NAME = beginning("”", "(?:[个家名所座条场次期篇项件处]|户(?<=家庭”户))(?=[，。；、,;])")
_MADE_NAME = lazy(
    "(?:评选|评出|推选|选树|创建|创成|新建|建成|培育|命名|开展|举办|打造|认定|授予|获评|表彰|建立|新增|推出|设立|成立|组建|发展|挂牌)(?:了|出|市级|省级|县级|区级)?“[^“”\n]{2,16}$"
)
#: What is so many 元 for one: 户均增收元, 月工资元左右, 均价元/公斤.
_OF_MONEY = "增收|减收|节支|收益|工资|薪资|报酬|均价|开支|支出|租金|分红|成本|利润|奖金|奖励|缴费|保费|费用|学费|罚款|罚金|价值|损失|金额"
_MONEY = beginning(
    "元", rf"(?:(?<=(?:{_OF_MONEY}).)|(?<=(?:标准|单价).)(?!/))(?=[，。；、）,;)]|以[上下]|左右|/[人户亩吨月年天次只头株斤件平]|/公斤)"
)
_RANK = beginning("第", "[位名](?<![次落等门及宅]..)")


def numberless(text: str) -> Iterator[Hit]:
    """Yield measure words and units whose number is gone."""
    for match in in_order(text, (*_SCHOOLS, *_PEOPLE, *_RANK)):
        yield gone(text, match.start() - 1, around(text, match.start(), 0, len(match.group()) + 2)[1])
    for match in in_order(text, _MONEY):
        yield gone(text, match.start() - 2, match.end())
    for match in in_order(text, _COUNTING):
        if _lacks_number(text, match.start()):
            yield gone(text, match.start() - 2, match.end() + 2)
    for match in in_order(text, _OF_NAME):
        if _MADE_NAME.search(text, max(0, match.start() - _REACH), match.start()):
            yield gone(text, match.start() - 2, match.end())
    for match in in_order(text, _ALONE):
        if re.search(rf"[0-9]{match['unit']}$", text[max(0, match.start() - 5) : match.start()]):
            yield gone(text, match.start(), match.end())


def _lacks_number(text: str, at: int) -> bool:
    """Whether a number belongs before the measure word at ``at``."""
    before, word = text[at - 1], text[at]
    if before in _CLAUSE:
        return word not in "份户"
    if before in "和及" and text.endswith(_LEADS, 0, at) and word not in "户所":
        return True
    if before in _LIST:
        return re.search(rf"[0-9]{word}[^。；]*$", text[max(0, at - _REACH) : at]) is not None
    if before + word == "了个":
        return text.endswith(_SET_UP, 0, at - 1)
    return word != "户" and before + word not in _JOINED and text.endswith(_LEADS, 0, at)
