"""The part of ``punctuation`` about marks that cut a clause, and the odd one among those of a list.

今年，以来; 同比，增加49%; 进行了。地质勘探; 收入3万元。增长5%; 42台、（其中12台）; 省级2项、市级7项、乡级3项，县级5项.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Hit, line_of
from .endings import Endings
from .listed import wrong_mark
from .odd import line_end

_HAN = "\u4e00-\u9fff"
_UNIT = r"(?:[万亿]?[元吨亩人户件头只]|[%％]|公里|平方米)"
_ENDS = Endings("比年月今去近期春夏秋冬至止到降升占达过破长高成为的")
#: Words that need those behind the mark, looked back for from it, and what stands behind it then.
_CUT_BEFORE = lazy(
    r"(?:(?P<since>同比|环比)|(?P<base>[比较](?:上年|去年)(?:同期)?)|(?P<time>今年|去年|[0-9]年|[近今去]|[0-9]月|期|今春|入[春夏秋冬])|(?P<until>截[至止])"
    r"|(?P<turn>增长|下降|上升|占|超过|突破|提高|完成)|(?P<level>达到|达|(?<![认作成因行以称视改定])为)|(?P<of>的))\Z"
)
_BEHIND = {
    "since": lazy("[增下减上提降回]"), "base": lazy("(?:增长|下降|增加|减少|提高|上升|回落|[增减][收支产]|[多少]收)了?[0-9]"),
    "time": lazy("以来"), "until": lazy(""),
    "turn": lazy(r"[0-9][0-9.,]*(?:[%％]|[万亿]?元|个百分点|公里|平方米)"),
    "level": lazy(rf"[0-9][0-9.,]*[万亿]?(?:[%％]|(?![年月日时岁])[{_HAN}])"), "of": lazy(r"[0-9.]{1,6}[%％]"),
}  # fmt: skip
#: By how much something has changed since, which no sentence begins with.
_CHANGES = "(?:增长|下降|增加|减少|提高|上升|降低|回落|上涨|[增减][收支产]|[增降]幅(?:为|达)?|[多少]收?)"
_COUNTED = "元吨亩人户件头只里米%％‰个家项次封条台辆起处宗所座张份篇场期批例天名度"
#: Words that close what was begun before them, and make no clause by themselves.
_NOUNS = (
    "建设|工作|管理|服务|发展|运行|实施|治理|改革|任务|情况|项目|资金|水平|能力|体系|机制|问题|活动|会议|力度|要求|作用|环境|措施|制度|政策"
)
#: What is listed beside them: 目标、任务; 文件、会议; 学习、生活、工作.
_BESIDE = (
    "学习|生活|生产|思想|身体|家庭|任务|会议|培训|项目|活动|目标|重点|责任|职责|计划|措施|指标|工作|内容|时间|方向|要求|思路|路径|底数|政策|问题|需求"
    "|原因|进度|做法|数据|信息|诉求|困难|经验|线索|能力|质量|标准|档次|素质|规模|收入|技术|水平|意识|知识|作风|本领|政治|品质|实力|品德|速度|深度|广度"
    "|强度|温度|精度|频次|频率|精神|部署|程序|规定|条件|方法|流程|时限|指示|地位|功能|意义|影响|优势|文件|检查|公文|简报|考核|接待|调研|论坛|庆典"
)
_CUTS = (
    *beginning("了", rf"[。，；、](?=[{_HAN}])(?:(?<=进行了.)|(?<=采取了.)|(?<=取得了.)|(?<=起到了.))"),
    *beginning(
        "。",
        rf"(?:(?=[同环比较占为完增下减提上降回高低快可])(?=(?:(?:同比|环比|[比较](?:上年|去年|年初)(?:同期|末)?)?(?:分别)?{_CHANGES}(?:了|约)?[0-9]"
        rf"|占(?![地用道])[{_HAN}]{{0,14}}[0-9]|为(?:年初|年度|全年|调整)?(?:预算|(?:计划|目标|任务)[{_HAN}]{{0,3}}[0-9])|可比(?:价格?)?{_CHANGES}[0-9]|完成(?:年初|年度|全年|目标|任务|计划|调整)[{_HAN}]{{0,12}}[0-9]"
        rf"|(?:高于|低于|快于)[{_HAN}]{{2,8}}[0-9]))"
        rf"(?:(?<=[0-9万亿][{_COUNTED}].)|(?<=[分方公瓦人户][点米里顷时次].))|(?=[0-9][0-9.]*{_UNIT})"
        rf"(?:(?<=[，、（][{_HAN}]{{2}}.)|(?<=[，、（][{_HAN}]{{3}}.)|(?<=[，、（][{_HAN}]{{4}}.)))",
    ),
    *beginning("，。", rf"(?<=[{_HAN}].)(?:{_NOUNS})(?=[。；，])"),
    *beginning("、", f"(?<!(?:{_BESIDE}).)(?=[工情任水能力要作会])(?:工作|情况|任务|水平|能力|力度|要求|作用|会议)(?=[。；，])"),
    *beginning("（(", "(?<=[，、；,;].)(?=其中|含|包括|不含|(?![0-9]{1,2}[）)])[^（）()\n]{0,24}[0-9][^（）()\n]{1,24}[）)])"),
    *beginning("万亿", "[.．，、。](?=元)(?:(?<=[0-9]..)|(?<=[0-9][余多]..))"),
)  # fmt: skip
#: A count that stands alone behind a mark, and before it what was done, which has none: 修建便民桥；6座；.
_COUNT = (
    rf"(?=[0-9])(?<=[{_HAN}].)[0-9][0-9.]{{0,8}}[余多]?[万亿]?"
    "(?:[个家项条所座处户台套盏口件次场辆栋]|公[里顷]|平方米|立方米|[亩吨米元])"
)
_ALONE = (*beginning("；。", rf"{_COUNT}(?=[；，。])"), *beginning("，、", rf"{_COUNT}(?=[；。])"))
_DONE = lazy(
    rf"[，。；：、\n](?:共|已|累计|全年|先后)?(?:新建|改建|扩建|改造|新增|建成|建设|修建|修复|维修|整治|治理|清理|拆除|排查|查处|购置|安装|更换|铺设|疏浚|硬化|种植|栽植|开展|举办|组织)"
    rf"(?:改造|建设)?[{_HAN}]{{2,8}}\Z"
)
_ITEM = rf"[{_HAN}]{{1,10}}[0-9][0-9.,]*[万亿]?"
_ITEM_UNITS = "项个家所座户人件处条名台辆套"
#: The last of several items of one unit, behind another mark than those before.
_KINDS = "组村镇乡费县"
_ODD = beginning(
    "，",
    rf"(?:(?<=[0-9万亿][{_ITEM_UNITS}].)(?={_ITEM}[{_ITEM_UNITS}][。；）])|(?<=[{_HAN}][{_KINDS}].)(?=[{_HAN}]{{1,8}}[{_KINDS}][（0-9]))",
)
_ROW = lazy(rf"(?:(?:{_ITEM}(?P<unit>[{_ITEM_UNITS}]))、(?:{_ITEM}(?P=unit)、)+{_ITEM}(?P=unit))\Z")
_LAST = lazy(rf"，(?P<name>[{_HAN}]{{1,10}})[0-9][0-9.,]*[万亿]?(?P<unit>[{_ITEM_UNITS}])")
_NEW_HEAD = lazy(
    "[共另还已其比总计有]|新增|累计|结[转存余]|剩余?|余[下额]|尚|[仍均正]在|待(?![业遇])|[未转移]|办[结理毕]|(?:上|下|次|跨|[当今全])年"
)
_REST = ("其他", "其它", "其余", "另有")
#: The same of names of one kind: 长虹村三组、吴家沟一组，向家河二组600人.
_NAMES = lazy(rf"、(?![^，]*[的是有全])[{_HAN}]{{1,10}}(?P<kind>[{_KINDS}])\Z")
_NAME = lazy(rf"，(?![^（0-9]*[的是有全])[{_HAN}]{{1,8}}(?P<kind>[{_KINDS}])(?=[（0-9])")
#: A comparison behind 、 in a text that writes it behind a comma.
_COMPARED = lazy(
    rf"、(?=[同与比较上去占])(?:(?<=[0-9万亿][{_COUNTED}].)|(?<=[分方公瓦人户][点米里顷时次].))"
    rf"(?:(?:同比|[比较](?:上年|去年)(?:同期|末)?|与(?:上年|去年)(?:同期|末)?相比|(?:上年|去年)同期)(?=[^，。；、0-9]{{0,4}}{_CHANGES})"
    r"|占(?<![%％]..)[^，。；、0-9]{0,14}[0-9.]{1,6}[%％])"
)
#: One part with its figure, to the end of the clause, in a text that puts 、 between a figure and whatever is said of it, as work
#: reports of governments do: 公路639公里、其中高速370公里，投资36亿元、增长5%，.
_ONE_PART = lazy(r"、其中[^，。；、0-9]{1,16}[0-9][0-9.,]*[^，。；、0-9]{1,4}[，。；）]")
_JOINS = lazy(r"、(?=[增居达高首超])(?<=[0-9%％元点家里次亩吨人个].)(?:增长[0-9]|居[全世]|达到?[0-9]|高于|首次|超过?[0-9])")
#: What no item of a list begins with.
_NO_ITEM = beginning(
    "、",
    "(?=[其为完截目同此另据二三四五六是均共尽然因所虽我全至])(?<![一二三四五六七八九十0-9０-９\nA-Z].)(?:其中|是(?![否非])|尽管|然而|因此|所以(?!然)|虽然|我们|我[局县市区省](?=[共积认全在已今按把安组坚以始大扎狠结根])|全[市县区省州镇乡]共|至此|均为|共[计有]?[0-9]|为(?:年初|年度|全年|调整)?预算|完成(?:年初|年度|全年|目标|任务|计划|调整)[^，。、]{0,12}的[0-9]"
    "|截[至止][0-9今本目年上]|目前|同时|此外|另外|据统计|[二三四五六]是)",
)
#: 962万元：增长5%: what stands behind belongs to the figure before.
_NO_HEAD = beginning(
    "：:；",
    rf"(?=[同比较增下减占])(?:(?<=[0-9万亿][{_COUNTED}].)|(?<=[分方公瓦人户][点米里顷时次].))"
    rf"(?:(?:同比|[比较](?:上年|去年)(?:同期)?)?{_CHANGES}(?:了|约)?|占(?![地用道])[{_HAN}]{{0,10}})[0-9.]{{1,6}}[%％]",
)
#: A colon behind a figure, where what follows belongs to it, or what stands before has been said with it: 增长3%：, 占8%：.
_COLON = beginning(
    "：:", rf"(?<=[{_COUNTED}点米里顷时次].)(?:(?<=[0-9万亿][{_COUNTED}].)|(?<=[分方公瓦人户][点米里顷时次].))(?=[{_HAN}])(?!一是)"
)
_SENTENCE, _ITEM_END = lazy("[。：\n]"), lazy("[。；\n]")
_BELONGS = lazy("以及|[同环]比|[比较](?:上年|去年|上月)|与(?:上年|去年)")
_SAID = lazy(
    rf"(?:(?:增[长加收产支]|减[少收支产]|下降|上升|提高|回落|降低)了?[0-9.,]+[万亿]?[{_HAN}%％‰]{{1,4}}"
    r"|(?:占[^，。；：、0-9]{0,10}|率(?:为|达到?)?)[0-9.]+[%％])\Z"
)
#: Another subject behind a list of percentages that 分别 shares out: 分别下降28%、31%、受伤人数上升20%.
_NEXT_SUBJECT = beginning("、", rf"(?<=[%％].)(?=[{_HAN}]{{2,8}}{_CHANGES}了?[0-9.]{{1,6}}[%％])")
_SHARED_OUT = lazy(rf"分别(?:同比)?{_CHANGES}了?[0-9.]{{1,6}}[%％](?:[、和][0-9.]{{1,6}}[%％])+\Z")
_REGULAR = lazy("，(?:同比|与?[比较]?(?:上年|去年)|占)")
#: A number of a list that has lost its mark, beside one that has it.
_UNMARKED = line_end(
    rf"[ \u3000]{{0,4}}(?P<number>[1-9])(?=[{_HAN}]{{4}})"
    r"(?![年月日个项名家户人件处所座条万亿千百多余亩吨元场次台套辆天岁至到周种类级号省市县区])"
)
_LEADS = frozenset("增下减上提降回以")
_FEW, _BACK, _NEAR, _LONGEST, _ACT = 4, 90, 30, 6, 18


def misplaced(text: str) -> Iterator[Hit]:
    """Yield marks that cut a clause, none of a text that has many, and the odd one among those of a list."""
    cuts = [(cut.start(), cut.end()) for cut in in_order(text, _CUTS)] + list(_cut_words(text)) + list(_alone(text))
    for start, end in cuts if len(cuts) <= _FEW else ():
        quote = text[max(0, start - 6) : end + 6].replace("\n", " ")
        message = _("a mark in the middle of a clause: {quote}").format(quote=quote)
        yield Hit("PUNCT013", max(0, start - 2), end, message, _("take it out, or write the words that were lost"))
    for sign in in_order(text, _ODD):
        if "、" in text[max(0, sign.start() - _NEAR) : sign.start()] and _is_odd(text, sign.start()):
            yield wrong_mark(text, sign.start(), "、")
    yield from _unmarked(text)
    for sign in in_order(text, (*_NO_ITEM, *_NO_HEAD)):
        if _ONE_PART.match(text, sign.start()) and _JOINS.search(text):
            continue
        yield wrong_mark(text, sign.start(), "，")
    for sign in in_order(text, _NEXT_SUBJECT):
        if _SHARED_OUT.search(text[max(0, sign.start() - _BACK) : sign.start()]):
            yield wrong_mark(text, sign.start(), "，")
    for sign in in_order(text, _COLON):
        if _BELONGS.match(text, sign.end()):
            yield wrong_mark(text, sign.start(), "，")
        elif _in_list(text, sign.start()):
            yield wrong_mark(text, sign.start(), "；")
    compared = list(each(text, _COMPARED))
    if len(compared) == 1 and _REGULAR.search(text):
        yield wrong_mark(text, compared[0].start(), "，")


def _alone(text: str) -> Iterator[tuple[int, int]]:
    """Yield marks between what was done and its count, which makes a clause alone; in a row of such clauses it is a habit."""
    found = [sign for sign in in_order(text, _ALONE) if _DONE.search(f"\n{text[max(0, sign.start() - _ACT) : sign.start()]}")]
    yield from ((sign.start(), sign.start() + 1) for sign in found if len(found) == 1)


def _in_list(text: str, at: int) -> bool:
    """Whether a colon stands between two items, behind a third, of which each ends with what has been said of its figure."""
    before = _SENTENCE.split(text[max(0, at - _BACK) : at])[-1].split("；")
    behind = _ITEM_END.split(text[at + 1 : at + _BACK], maxsplit=1)[0]
    return len(before) > 1 and all(_SAID.search(item) for item in (*before[-2:], behind))


def _cut_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield marks between words that need each other."""
    for at in _ENDS.places(text):
        ahead = text[at + 1 : at + 2]
        if text[at] in "，。、" and (ahead in _LEADS or ahead.isdigit() or text[at - 1] in "至止"):
            before = _CUT_BEFORE.search(text[max(0, at - _LONGEST) : at])
            if before is not None and before.lastgroup and _BEHIND[before.lastgroup].match(text, at + 1):
                yield at, at + 1


def _is_odd(text: str, at: int) -> bool:
    """Whether the comma stands before the last of some items, or names of one kind, that 、 divides."""
    before = text[max(0, at - _BACK) : at]
    if text[at - 1] in _KINDS:
        names, name = _NAMES.search(before), _NAME.match(text, at)
        return names is not None and name is not None and names["kind"] == name["kind"]
    row, last = _ROW.search(before) if before.count("、") > 1 else None, _LAST.match(text, at)
    if row is None or last is None or row["unit"] != last["unit"] or _NEW_HEAD.search(last["name"]):
        return False
    return not before.rpartition("、")[2].startswith(_REST)  # 其他3件 is the last of a list


def _unmarked(text: str) -> Iterator[Hit]:
    """Yield the number of an item that has lost its mark: the next one has it, or it is the only one and begins a paragraph."""
    numbers = list(each(text, _UNMARKED))
    digits = {number["number"] for number in numbers}
    marked = {digit for digit in digits if any(f"\n{int(digit) + step}{mark}" in text for step in (1, -1) for mark in ".、．")}
    for number in numbers:
        line = text[slice(*line_of(text, number.end(), number.end()))]
        if number["number"] in marked or (len(numbers) == 1 and number["number"] == "1" and "。" in line):
            at = number.start("number")
            message = _("no mark behind the number of an item: {quote}").format(quote=text[at : at + 8])
            yield Hit("PUNCT013", at, at + 3, message, _("write 1. or （一）, and 、 only after 一, 二, 三"))


explained(
    Explanation(
        "PUNCT013",
        "mark-within-clause",
        "punctuation",
        Severity.WARNING,
        N_("No mark stands between words that need each other: 今年以来, 同比增加, an increase and its figure, a figure and its unit."),
        N_("The mark was put a few characters too early, or the words that it closed were lost."),
        "收水费62万元，同比，增加4%。",
        "收水费62万元，同比增加4%。",
        N_("Take it out, or write the words that were lost."),
    ),
)
