"""The part of ``blank`` about a clause whose neighbours have a figure and which has none.

民事110件、刑事件、行政15件; 甲价格上涨1.1%，乙价格上涨，丙价格上涨0.6%; 餐饮收入，增长4%; 水利投资12万元、水电投资; 共投入资金，.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import beginning, in_order, lazy
from .base import Hit
from .endings import Endings
from .gone import gone

_HAN = "\u4e00-\u9fff"
_UNITS = (
    "万人次|万元|万人|万亩|万吨|万户|万件|亿元|人次|公里|个|件|户|家|宗|项|处|座|所|条|台|辆|人|名|次|起|场|期|批|份|张|套|元|亩|吨|间|只|头|株|部"
    "|册|篇|艘|支|幅|枚|位|天"
)
_TURNS = "增长|下降|增加|减少|上涨|增支|增收|增产|减产|减收|减支|回落|提高|上升|降低|占比|占|比重|达到|完成"
_NOUNS = (
    "收入|支出|投资|总值|增加值|产值|产量|总产|总量|面积|人口|余额|贷款|存款|销售额|零售额|成交额|总额|进出口|进口|出口|运量|周转量|吞吐量"
    "|电量|税收|利润|人数|件数|户数|资金|业务量|里程|蓄水量|供水量|门诊量|库容|合计|总计|共计|限额|总投资|建筑面积|占地面积|金额|补助|补贴|经费"
)
#: What a clause may end with, by its last character, the longest first.
_ENDINGS: dict[str, list[tuple[str, str]]] = {}
for _kind, _words in (("unit", _UNITS), ("turn", _TURNS), ("noun", _NOUNS)):
    for _word in _words.split("|"):
        _ENDINGS.setdefault(_word[-1], []).append((_word, _kind))
for _known in _ENDINGS.values():
    _known.sort(key=lambda pair: -len(pair[0]))
_ENDS = Endings("".join(_ENDINGS))
#: Before a unit: its number in characters, or a word that says how many; before a verb: a word that says how much.
_MANY = lazy("[一二三四五六七八九十百千万亿零〇两几半多余数来每整单双满各某这那哪首近上超过破约逾达成]$")
_MUCH = lazy(
    "(?:稳[步定健]|持续|总体|整体|普遍|较快|快速|平稳|保持|实现|有所|明显|幅度?|略有|继续|不断|逐[年步月季]|同步|显著|强[劲势]|逆势|[性快正负双均都齐前仍未所再要]|位数"
    "|连[续年].{0,4}|第.年)$"
)
_WHY = lazy("原因|主要|由于|因|受|引起|带动|导致|预计|低速|高速|急剧|新$")
#: Of an amount so much is completed; a piece of work is completed, too, without a figure: 主体工程完成，绿化工程完成60%.
_DUE = lazy(f"(?:{_NOUNS}|任务|计划|目标|造林)$")
_CHANGES = "增长|下降|增加|减少|上涨|增支|增收|增产|减产|减收|减支"
_SIZED_BEFORE = lazy(rf"(?:{_CHANGES}|占)[0-9.]+[%％{_HAN}]{{1,4}}[，；、,;]$")
_SIZED_AFTER = lazy(rf"[，；、,;][{_HAN}]{{0,16}}(?:{_CHANGES})[0-9]")
_ITEM = lazy(f"[{_HAN}（）“”]{{1,16}}")
#: Measure words that make a word of nearly every noun before them: 搬迁户, 残疾人, 转办件, 工程处.
_SUFFIXES = frozenset("户人件家处场所台名部辆")
_NO_KIND = "口员众者象"
_VERSUS = "(?:同比|环比|[比较](?:上年|去年)(?:同期)?)?"
#: What is said of a figure in the clause behind it.
_OF_IT = lazy(
    rf"[，,]{_VERSUS}(?:增长|下降|增加|减少|上升|提高|为(?:年初|调整)?预算"
    rf"|完成(?:年初|年度|全年|年)?(?:预算|目标|任务|计划)|占(?:总|全|同期)[{_HAN}]{{1,6}}的?)了?的?[0-9]"
)
#: Nouns that say nothing without their figure.
_TOTALS = frozenset(("合计", "总计", "限额", "总投资", "建筑面积", "占地面积", "总产"))
_ACTIVE = lazy(
    "[扩落筹腾优加提推稳增减突控压争促统多拓强保与和]$|^(?:扩大|落实|筹集|腾出|优化|加大|提高|推动|稳定|保障|不得|突破|涵盖|包括|均为|根据|依据|按照|对照|围绕|针对|关于|对于|由于|随着|通过|除了|结合)"
)
#: Words that end with a measure word; the last two characters are looked at.
WORD = lazy(
    "[案事文证条邮软硬零部配稿物要信快附元组构原备函急办电]件|[农用账商住客大个门帐困]户|[国专大作农商厂店独行企]家|[事各专选单强款分杂类弱同]项|[办处用到]处"
    "|[讲客]座|[场厕住派]所|[线路信教面]条|[平舞柜电站讲前后]台|[工本个他别病老男女军商法证主代行负]人|[报提署签知]名|[层档班车每首其]次|[发引一]起|[市农广立现工林]场"
    "|[时长工周学假]期|[审首大]批|[月股身省]份|[紧扩主]张|[配成外]套|[单美日欧多公]元|[时空房车]间|[口船街]头|[干全内外细]部|[注手名]册|[收开超]支|[单岗学地部摊]位|[蓝明今昨后春夏秋冬当每雨阴晴露航聊谈]天"
)
#: What has changed by so much stands right before it, with its amount: 死亡，同比增加2人.
_CHANGED = beginning(
    "，,",
    rf"(?<=[{_HAN}].)(?:同比|环比|[比较](?:上年|去年)(?:同期)?)(?:增长|下降|上升|增加|减少|提高|降低|增收|减收|多|少)了?[0-9]",
)
#: What says more of a noun than its name, or of what stands before it.
_MORE = lazy(
    "[未无没零居位名占达创超破有为是略仍均都已第于升降增减扩缩收放持平稳快慢高低好差强弱大小优明显幅按据照由因受经与和较比除含时期年月日内后前中来]|实现"
    "|完成|共|计|全部|统计|[一二三四五六七八九十百千万亿几]"
)
#: What part it is of a whole, behind a clause that says how much there is; and clauses that say something else.
_SAID_OF = beginning("，", rf"(?=占)(?<=[{_HAN}].)占(?![地用])[{_HAN}]{{0,8}}[0-9.]{{1,6}}[%％]")
_NO_AMOUNT = lazy(
    "[按居最多占超是为均较再首破以从由在率度速幅好高低稳平新未无没零]|[价前榜]|全[部年面省国]|明显|情况|继续|保持|[利满体]完成|任务|目标|历史|持续|势头"
    "|态势|特点|影响|原因|过半|第|此外|同时|因此|据悉|另外|目前|总体|整体|[今全当本去上]年|[当本上]月"
)
_SHORTEST, _MOST = 2, 12
#: So much was done in all, without the number: 共投入资金，.
_IN_ALL = (
    "投入|接待|发放|筹集|争取|落实|拨付|支付|新增|完成|建成|硬化|征收|减免|处理|受理|查处|培训|走访|救助|慰问|检查|排查|办理|办结|开展|举办|修建|新建|清理|拆除|整治|种植|栽植"
    "|收到|收缴|追回|挽回|安排|引进|签约|调解|化解|立案|结案|审结|破获|抓获|批捕|起诉|执结|报送|印发|召开|组织|出动"
)
_DONE = rf"(?:{_IN_ALL})[{_HAN}]{{2,10}}(?<!情况)(?=[，。；])"
_TOTAL = (*beginning("共", rf"(?<![公总一].)计?{_DONE}"), *beginning("累", f"计{_DONE}"))
_COUNTED = lazy("[一二两三四五六七八九十百千万亿几多数余每各全]|超|[快高]于|进度|任务|目标")
_NEAR, _FAR, _LONGEST = 90, 220, 24
_DIGIT = lazy("[0-9]")
_MARK = "，。；、,;"
_MARKS = lazy("[，。；、：（(\n,;:]")
_STOPS = lazy("[。！？\n]")


def awaited(text: str) -> Iterator[Hit]:
    """Yield clauses that lack the figure that the words around them lead to expect."""
    for end in _ENDS.places(text):
        ending = _ending(text, end) if text[end] in _MARK else None
        if ending is not None and _DIGIT.search(text, max(0, end - _NEAR), end + _NEAR) and (start := _lacking(text, end, *ending)) >= 0:
            yield gone(text, start, end)
    for total in in_order(text, _TOTAL):
        if not _COUNTED.search(total.group()):
            yield gone(text, *total.span())
    for said in in_order(text, _SAID_OF):
        if (clause := _says_nothing(text, said.start())) is not None:
            yield gone(text, said.start() - len(clause), said.start())
    for sign in in_order(text, _CHANGED):
        end = sign.start()
        clause = _MARKS.split(text[max(0, end - _LONGEST) : end])[-1]
        whole = _ITEM.fullmatch(clause) is not None and len(clause) > 1 and text[end - len(clause) - 1 : end - len(clause)] != "、"
        if whole and "）" not in clause and not _MORE.search(clause.removeprefix("其中")):
            yield gone(text, end - len(clause), sign.end())


def _says_nothing(text: str, end: int) -> str | None:
    """Return the clause that ends here if it names something and does not say how much of it there is."""
    clause = _MARKS.split(text[max(0, end - _LONGEST) : end])[-1].removeprefix("其中")
    before = text[end - len(clause) - 1 : end - len(clause)]
    named = _SHORTEST <= len(clause) <= _MOST and before in ("，", "。", "；", "中", "\n") and not _DIGIT.search(clause)
    return clause if named and not _NO_AMOUNT.search(clause) else None


def _ending(text: str, end: int) -> tuple[str, str] | None:
    """Return the word, with its kind, that a clause ends with."""
    for pair in _ENDINGS[text[end - 1]]:
        if text.endswith(pair[0], 0, end):
            return pair
    return None


def _lacking(text: str, end: int, word: str, kind: str) -> int:
    """Return where the clause begins that ends with the word and lacks its figure; −1 if it lacks none."""
    clause = _MARKS.split(text[max(0, end - _LONGEST) : end])[-1]
    begin = end - len(clause)
    head = clause[: -len(word)].strip()
    if not _ITEM.fullmatch(head) or _is_whole(head, word, kind):
        return -1
    after = text[end : end + _NEAR]
    if kind == "unit":
        return begin if _lacks_number(head, word, _STOPS.split(text[max(0, begin - _NEAR) : begin])[-1], after) else -1
    before = _STOPS.split(text[max(0, begin - _FAR) : begin])[-1]
    sentence = f"{before}{clause}{_STOPS.split(text[end : end + _FAR])[0]}"
    if kind == "turn":
        lacks = _lacks_size(head, word, sentence, before, after)
    else:
        lacks = _lacks_amount(head + word, word, sentence, after)
    return begin if lacks else -1


def _is_whole(head: str, word: str, kind: str) -> bool:
    """Whether the clause alone shows that it lacks nothing: how many or how much is said in words, or the noun is worked on."""
    if kind == "unit":
        return _MANY.search(head) is not None
    if kind == "turn":
        return _MUCH.search(head) is not None or _WHY.search(head) is not None or (word == "完成" and not _DUE.search(head))
    return _ACTIVE.search(head) is not None


def _lacks_number(head: str, unit: str, before: str, after: str) -> bool:
    """Whether a noun runs into a measure word that has its number beside the nouns around it; 件 of 案件 is no measure word there."""
    if unit == "个":
        return True
    around = f"{before}。{after.split('。')[0]}。"
    if unit not in around or (after[0] == "、" and not _DIGIT.search(_MARKS.split(after[1:])[0])):
        return False  # 故意杀人、强奸、绑架等犯罪713人: names before their sum
    siblings = re.findall(rf"(?:^|[，；、：。,;:])([{_HAN}（）“”]{{0,14}})[0-9][0-9.,]*[余多]?{unit}(?=[，；、。（(,;])", around)
    if any(sibling and sibling[-2:] == head[-2:] for sibling in siblings):
        return True
    if unit in _SUFFIXES and head[-1] not in _NO_KIND:
        beside = re.match(rf"[，；、,;][{_HAN}]{{0,14}}[0-9.,]+[余多]?{unit}[，。；、（]", after)
        return beside is not None and re.search(rf"[0-9][余多]?{unit}[，；、,;]$", before) is not None
    return len(siblings) > (1 if WORD.search(head[-1] + unit) else 0)


def _lacks_size(head: str, turn: str, sentence: str, before: str, after: str) -> bool:
    """Whether a verb of change stands without a size, among others of its sentence that have theirs."""
    if sentence.count(turn) > 2 and len(re.findall(f"{turn}[0-9]", sentence)) > 1:
        return True
    return len(head) > 2 and bool(turn in _CHANGES and (_SIZED_BEFORE.search(before) or _SIZED_AFTER.match(after)))


def _lacks_amount(head: str, noun: str, sentence: str, after: str) -> bool:
    """Whether a noun stands where its amount should: what follows speaks of one, or the nouns around it have theirs."""
    if _OF_IT.match(after):
        return True
    beside = rf"(?:^|[，；、：（,;:(])[{_HAN}（）“”]{{1,14}}{noun}(?:完成|达到?|为)?[0-9]"
    if sentence.count(noun) > 2 and len(re.findall(beside, sentence)) > 1:
        return True
    return noun in _TOTALS and len(head) < 12 and after[:1] != "、" and re.search("[0-9]", sentence) is not None
