"""``count`` of lists behind their number: “三个到位”，即…; 六大工程：…; 水库3座，即甲、乙、丙; 内设4个股室办公室、财务股…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim
from ..patterns import beginning, each, in_order, lazy
from .choosing import counts
from .lists_of_names import LONGEST, WITH_FIGURE, Listed, count_of, end_of, grouped, number_in, split, uneven
from .statements import Reading
from .words import BRACKETED

_NUMBER = "(?P<chinese>[二两三四五六七八九]|十[一二三四五六七八九]?)|(?P<arabic>[1-5][0-9]|[2-9])"
_HEAD = lazy(
    rf"(?<![0-9.第前后十百千几数年月])(?:{_NUMBER})(?!级(?:标准|公路|医|甲|资质|保护|响应|文物|航道|建筑|安全|重点))(?P<measure>[一-鿿])(?P<noun>[一-鿿]{{0,14}})(?:\([^()]{{1,8}}\))?"
    r"(?:”(?P<rest>[一-鿿]{0,6}))?[,(]?\Z"
)
#: The sign that a list begins; each begins with one character, for which a search runs over a text many times faster than for any of a few.
_SIGNS = (
    *map(lazy, (":(?<=[一-鿿”):]:)", r"\((?<=[一-鿿”]\()", "即(?<=[一-鿿”,()]即)[,:]?", "包括(?<=[一-鿿”,)]..):?", "—(?<=[一-鿿”]—)—")),
    lazy("分别[为是](?<=[一-鿿”,]...):?"), lazy("具体[为是](?<=[一-鿿”,]...):?"), lazy("有(?<=[一-鿿],有)(?=[^,;。:、()0-9\n]{1,12}、)"),
    *beginning("为是", r"(?<=[一-鿿].)(?=[^,;。:、()0-9\n]{1,12}、)"),
)  # fmt: skip
_HEAD_LENGTH = 30
_PAIR = 2
_TWO = lazy("[^,;。:()0-9和与及]{2,12}(?:和|与|以?及)[^,;。:()0-9和与及]{2,12}")
_BEFORE = lazy("[二两三四五六七八九十0-9][一-鿿]")
_MEASURES = frozenset("大张项类种个条支份件家所处座名部本级")
_OF_THINGS = frozenset("个座条支家所处名部本")
_DOES = lazy(
    "[更替置]换|粉刷|修[补缮建复]|[新改扩重]建|改造|安装|铺[设装]|清[理淤运]|拆除|整[治修改]|增[设加]|加[强固装快]|开展|组织|推[进动]|制[定作]|建[成立]"
    "|购[置买]|栽植|种植|完[成善]|落实|提[高升供]|发放|举办|召开|实[施现行]|健全|优化|规范|严[格厉]|强化|深化|狠抓|突出"
)
"""改造2个小区：更换管网、粉刷外墙、铺设路面: what was done there."""
_PLACES = frozenset("省市县区州乡镇国村")
_TWO_KINDS = lazy("[省市县区州盟旗地乡镇街][省市县区州盟旗]|[乡镇街]道?[乡镇街]道?")
"""地州, 县市: places of two kinds, whose names end with either."""
_OF_PLACE = ("地区", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "街道")
_SHORT = 14
_LONG = 24
_FEW = 2
"""So many more or fewer than stated may be a slip; where names are not of one shape, a list that is off by more is of other things."""
_PARTLY = lazy("(?:包[括含]|主要有|主要是|[例比]?如|涉及|涵盖)[:]?$")
"""Leads to a list that need not be whole."""
_DIVIDED = lazy("(?:分|划|设)(?:[为成了立]|出|有)*$")
"""分了三个项目区，有…: what a bare 有 may list whole."""
_TELLS = lazy("(?:发现|要求|提出|强调|指出|认为|表示|存在|反映|负责|用于|实行|坚持|(?:分|作|成|列|评|命名|改|变|升|调整)[为成])[:,]?$")
"""Leads to what somebody says, or to what things become: no list of what is counted."""
_STEP = lazy("[:]|[一二]是|[1一]、")
_AND_MORE = ("以及", "同时", "并", "此外", "另", "合计", "总计", "共计", "其中", "结余", "比", "较", "同比")
"""What the last piece begins with where it may be none of those counted."""
_LAST = lazy("以?及(?!时|其)|和")
"""甲、乙，以及丙: what leads to the last of a list."""
_TEXT_MARKS = lazy("[()\n。;!?—,]")
"""What a list may end at."""
_TAIL = lazy(r"[0-9][0-9.,]*[万亿]?[一-鿿%‰]{0,3}$")
"""A name that ends with a figure is an item of a sum."""
_ONE_EACH = lazy(r"各?(?:1|一)(?P<measure>[一-鿿])$")
_RESPECTIVELY = lazy("分别|依次")
_FIGURED = lazy(
    rf"(?<![0-9.第前后十百千])(?:{_NUMBER})(?P<measure>[个项类种家所座处件条名])(?P<noun>[一-鿿]{{0,16}}?)(?:为|是|有|包括|如下)?:"
)
#: A number and, behind a colon, what each of them is and comes to: 三项指标：甲12吨、乙8吨、丙3吨.
_FIGURED_SIGN = lazy(":(?<=[一-鿿]:)")
_LEAD = 24
_OFFICES = tuple(
    lazy(rf"{verb}(?:有|了)?(?:{_NUMBER})个(?P<noun>[一-鿿]{{0,8}}?[室科股部处心院办队站所局会镇乡村区县]),?(?=[^,;。:、()\n]{{2,14}}[、(])")
    for verb in ("设(?<=[内下共]设)", "辖(?<![管直]辖)")
)
"""内设8个科室办公室、…: no mark parts the number from the list, but all are offices."""
_CONTENTS = lazy(rf"的(?<=[容点表体手撑心主]的)(?:{_NUMBER})(?:大?[项个类种]|大)(?P<noun>[一-鿿])")
_AS_CONTENTS = lazy("”?为(?:主要|重[点要]|核心)?(?:内容|重点|代表|主体|抓手|载体|支撑|重心|核心|主)\\Z")
_BEGIN_MARKS = ",;。:!?()“\n"
"""以“甲、乙、丙”为主要内容的3项工程."""
_QUOTED = lazy(
    rf"“(?P<names>[一-鿿]{{2,8}}(?:、[一-鿿]{{2,8}})+)”(?:等|的|这)*“(?:{_NUMBER})(?P<noun>[一-鿿])”"
)
"""“助困、助老、助学”等“三助”: all names have the word that is counted."""
_OFFICE = frozenset("室科股部处心院办队站所局会镇乡村区县团馆组")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all lists to which a number and a mark or a word lead."""
    yield from _announced(reading)
    yield from _offices(reading)
    yield from _figured(reading)
    yield from _quoted(reading)
    yield from _contents(reading)


def _announced(reading: Reading) -> Iterator[Claim]:
    """Read “三个到位”，即…到位、…到位; “五进”活动：进…、进…; 六大工程：…工程、…工程; 水库3座，即甲、乙、丙。"""
    plain = reading.ground.plain
    counted: set[int] | None = None
    done = -1
    for sign in in_order(plain, _SIGNS):
        if sign.start() < done or not _BEFORE.search(plain, max(0, sign.start() - _HEAD_LENGTH), sign.start()):
            continue
        head = _HEAD.search(plain, max(0, sign.start() - _HEAD_LENGTH), sign.start())
        if head is None:
            continue
        if counted is None:
            counted = {s.start for s in counts(reading)}
        plainly = head.start() in counted and plain[head.start() - 1 : head.start()] != "“"
        pair = number_in(head) == _PAIR and "、" not in plain[sign.end() : plain.find(")", sign.end())]
        if plainly and ((sign.group()[0] in "(分" and not pair) or _RESPECTIVELY.search(head.group())):
            continue  # 7家（A、B）, 两项，分别是A和B are read elsewhere
        found = _text(plain, sign)
        if pieces := _pieces(reading, head, sign, found) or _by_commas(reading, head, sign):
            yield pieces
            continue
        listed = split(_without_one_each(found, head["measure"]), sign.end())
        if _STEP.search(BRACKETED.sub("", found)) or _TELLS.search(head.group()) or not _of_names(listed):
            continue
        end = sign.end() + len(found)
        if sign.group() == "有" and len(listed.names) != number_in(head) and not _DIVIDED.search(plain, head.start() - _FEW, head.start()):
            continue  # 5个村，有学校、医院: what they have
        if _fits(head, listed, sign.group()[0], whole=plain[end : end + 1] in ("", *"。;)")):
            done = end
            partly = listed.open or _PARTLY.search(plain, head.start(), sign.end()) is not None
            yield count_of(number_in(head), replace(listed, open=partly), head.span(), (head.start(), end))


def _pieces(reading: Reading, head: re.Match[str], sign: re.Match[str], first: str) -> Claim | None:
    """Return the count of what stands between ； behind a colon, 以下四项措施：甲；乙；丙；丁, or of two names with 和: 两县，即甲和乙.

    Args:
        first: the text up to the first ；.
    """
    plain, number, begin = reading.ground.plain, number_in(head), sign.end()
    if number == _PAIR and "、" not in first and _TWO.fullmatch(first) and not _TAIL.search(first):
        end = begin + len(first)
        return count_of(number, Listed(("", ""), 0, False, begin, end), head.span(), (head.start(), end))
    if not sign.group().endswith(":") or not plain.startswith(";", begin + len(first)) or _STEP.search(first):
        return None
    end = end_of(plain, begin, "。!?\n")
    if end < 0:
        return None
    pieces = BRACKETED.sub("", plain[begin:end]).split(";")
    counted = rf"[0-9一二三四五六七八九十]{head['measure']}"
    rate = pieces[-1].endswith("%") and not pieces[0].endswith("%")  # 甲12件；乙8件；办结率98%
    if len(pieces) != number and (rate or pieces[-1].startswith(_AND_MORE)):
        return None
    if abs(len(pieces) - number) > 1 or any(not piece.strip() or re.search(counted, piece) for piece in pieces):
        return None
    return count_of(number, Listed(tuple(pieces), 0, False, begin, end), head.span(), (head.start(), end))


def _by_commas(reading: Reading, head: re.Match[str], sign: re.Match[str]) -> Claim | None:
    """Return the count of “三个到位”：思想认识到位，组织领导到位，责任落实到位。: each piece between commas ends as what is counted."""
    plain, begin = reading.ground.plain, sign.end()
    end = end_of(plain, begin, "。;!?\n")
    pieces = plain[begin:end].split(",") if end >= 0 else []
    noun = head["measure"] + head["noun"]
    alike = len(pieces) > _PAIR and all(_PAIR < len(piece) <= _LONG and piece.endswith(noun[-_FEW:]) for piece in pieces)
    if not alike or "、" in plain[begin:end] or abs(len(pieces) - number_in(head)) > _FEW:
        return None
    return count_of(number_in(head), Listed(tuple(pieces), 0, False, begin, end), head.span(), (head.start(), end))


def _of_names(listed: Listed) -> bool:
    """Whether a list is of names, and not of figures or of groups of names."""
    if len(listed.names) < 2 or grouped(listed.names) or uneven(listed):
        return False
    return not any(_TAIL.search(BRACKETED.sub("", name)) for name in listed.names)


def _text(plain: str, sign: re.Match[str]) -> str:
    """Return a list behind its sign: to the end of its sentence or bracket, or to the comma behind its last name; empty if it has none."""
    begin = sign.end()
    inside = plain[sign.start() - 1 : sign.start()] == "(" or sign.group() == "("
    depth = 0
    comma = -1
    last, limit = begin, begin + LONGEST
    for found in (*_TEXT_MARKS.finditer(plain, begin, limit), None):
        n = min(limit, len(plain)) if found is None else found.start()
        if comma >= 0 and not depth and "、" in plain[last:n]:  # 甲、乙，丙、丁: which of the marks divides?
            return plain[begin:comma] if plain.find("、", last) - comma > _SHORT and not inside else ""
        if found is None:
            break
        last, mark = n, found.group()
        if mark == ")" and not depth:
            return plain[begin:n] if inside else ""
        if mark in "()":
            depth += 1 if mark == "(" else -1
        elif mark == "\n" or (mark in "。;!?—" and not depth and not inside):
            return "" if inside else plain[begin : n if comma < 0 else comma]
        elif mark == "," and not depth and comma < 0 and not _LAST.match(plain, n + 1):
            comma = n
    return plain[begin : comma if comma >= 0 else len(plain)] if len(plain) < begin + LONGEST else ""


def _without_one_each(text: str, measure: str) -> str:
    """Return a list without what says that there is one of each: 甲村1座、乙村1座; 甲村、乙村各1座."""
    names = text.split("、")
    each = [match for name in names if (match := _ONE_EACH.search(name)) and match["measure"] == measure]
    if len(each) == len(names) or (len(each) == 1 and each[0].group()[0] == "各" and text.endswith(each[0].group())):
        return "、".join(_ONE_EACH.sub("", name) for name in names)
    return text


def _fits(head: re.Match[str], listed: Listed, sign: str, *, whole: bool) -> bool:
    """Whether a list is of what the number counts: its names have the shape of the noun, or are short and about as many.

    Args:
        whole: nothing follows the list in its sentence.
    """
    names = [BRACKETED.sub("", name).strip() for name in listed.names]
    if not all(names):
        return False
    if _alike(names, head["measure"] + head["noun"]):
        return True
    if _TWO_KINDS.fullmatch(head["measure"] + head["noun"]) and all(name.endswith(_OF_PLACE) for name in names):
        return abs(listed.length_near(number_in(head)) - number_in(head)) <= _FEW
    off = abs(listed.length_near(number_in(head)) - number_in(head))
    shortest, longest = min(map(len, names)), max(map(len, names))
    place = head["measure"] in _PLACES and len(head["noun"]) < _FEW and longest < _SHORT // _FEW
    if not off and whole and len(names) > _FEW and 1 < shortest <= longest <= _SHORT:
        return True
    if off > _FEW or not (place or head["measure"] in _MEASURES):
        return False
    if sign in "为是" and (len(names) <= _FEW or (shortest < longest and len({name[-1] for name in names}) > 1)):
        return not off and whole
    if (not whole and len(names) <= _FEW) or (head["measure"] in _OF_THINGS and sum(map(bool, map(_DOES.match, names))) * 2 > len(names)):
        return False
    return 1 < shortest <= longest <= _SHORT or longest == 1


def _alike(names: list[str], noun: str) -> bool:
    """Whether all names end, or all begin, with a character of what is counted: 认识到位、责任到位 of 三个到位, 进机关、进学校 of 五进."""
    ends, begins = {name[-1:] for name in names}, {name[:1] for name in names}
    return (len(ends) == 1 and ends.pop() == noun[-1:]) or (len(begins) == 1 and begins.pop() in noun[:2])


def _offices(reading: Reading) -> Iterator[Claim]:
    """Read 内设8个职能科室办公室、财务科、…: no mark stands before the list, but every name is one of an office or a place."""
    plain = reading.ground.plain
    for match in in_order(plain, _OFFICES):
        end = next((n for n in range(match.end(), min(len(plain), match.end() + LONGEST)) if plain[n] in ",;。:!?\n"), -1)
        listed = split(plain[match.end() : end], match.end()) if end >= 0 else None
        if listed and len(listed.names) > _FEW and all(BRACKETED.sub("", name)[-1:] in _OFFICE for name in listed.names):
            yield count_of(number_in(match), listed, match.span(), (match.start(), end))


def _figured(reading: Reading) -> Iterator[Claim]:
    """Read 四项主要污染物减排量为：甲1240吨、乙86吨、丙530吨。: each member with its figure."""
    plain = reading.ground.plain
    for sign in each(plain, _FIGURED_SIGN):
        match = _FIGURED.search(plain, max(0, sign.start() - _LEAD), sign.end())
        if match is None or match.end() != sign.end():
            continue
        end = end_of(plain, sign.end(), "。;!?\n")
        if end < 0 or plain[end : end + 1] not in "。;":
            continue
        text = plain[sign.end() : end]
        members = [part.strip() for part in text.split("、")]
        number = number_in(match)
        if len(members) < 2 or abs(len(members) - number) > 1 or not all(WITH_FIGURE.fullmatch(part) for part in members):
            continue
        listed = Listed(tuple(members), 0, False, sign.end(), end)
        yield count_of(number, listed, match.span(), (match.start(), end))


def _quoted(reading: Reading) -> Iterator[Claim]:
    """Read “助困、助老、助学”等“三助”: 等 leaves nothing out where the number is that of a slogan."""
    plain = reading.ground.plain
    for match in _QUOTED.finditer(plain) if "”等“" in plain or "”的“" in plain or "”这“" in plain else ():
        names = tuple(match["names"].split("、"))
        if all(name[0] == match["noun"] for name in names) or all(name[-1] == match["noun"] for name in names):
            listed = Listed(names, 0, False, match.start("names"), match.end("names"))
            yield count_of(number_in(match), listed, match.span("noun"), match.span())


def _contents(reading: Reading) -> Iterator[Claim]:
    """Read 以“甲、乙、丙”为主要内容的3项工程, and 以甲、乙、丙为重点的三大产业."""
    plain = reading.ground.plain
    for match in each(plain, _CONTENTS):
        leads = _AS_CONTENTS.search(plain, max(0, match.start() - _SHORT), match.start())
        if leads is None:
            continue
        begin = max(0, leads.start() - LONGEST)
        start = max(plain.rfind(mark, begin, leads.start()) for mark in _BEGIN_MARKS) + 1
        text = plain[start : leads.start()]
        listed = split(text, start)
        off = abs(listed.length_near(number_in(match)) - number_in(match))
        if start > begin and "、" in text and not listed.open and not uneven(listed) and off <= _FEW and not _TAIL.search(text):
            yield count_of(number_in(match), listed, match.span("noun"), (start, match.end()))
