"""``count`` of lists whose members have figures beside their names: 3所：甲校900平方米、投资80万元，乙校…; 前三位的是：甲镇58起、乙镇29起….

The first member shows the shape of all: what has a name of its own and a figure in the unit of the first is a member, what stands
between belongs to the member before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import takewhile

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..patterns import in_order, lazy
from ..quantities import from_chinese, parse
from .choosing import counts
from .joining import operand
from .lists_of_names import LONGEST, number_in
from .roles import Role
from .statements import Reading, Statement
from .words import BRACKETED

_MOST = 30
_SIGN = lazy(
    r"[一-鿿]{0,10}(?:\([^()]{0,12}\))?(?P<apart>,(?:同比|比上年|较上年|环比|增长|下降)[^,;。:()\n]{1,16})?"
    r"(?P<sign>:|,?分别(?:[为是]|有|位于)?[:,]?|,?(?:包括|即|其中)[:,]?|,?(?:具体|依次)(?:[为是]|如下)[:,]?|\()"
)
_NEAR = 32
_FOREMOST = tuple(
    lazy(
        rf"{end}(?<![以之目年此].)(?:(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[2-9]))(?:位|名|大|类|项|种|(?=的))"
        r"的?[^,。;:、()0-9]{0,14}?(?:(?:依次|分别|主要)?(?:为|是|有)[:,]?|:)"
    )
    for end in "前后"
)
_NUMBER = "(?:(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[2-9]))"
_BEHIND = (
    lazy(rf"前{_NUMBER}(?:位|名)"),
    lazy(rf",共(?:计|有)?{_NUMBER}(?:个|家|所|项|类|种|处|座|条)(?![一-鿿]{{0,6}}、)"),
    lazy(rf"等{_NUMBER}(?:大|方面)"),
)
"""What stands behind names and says how many they are."""
_DIVIDED = lazy(
    rf"分(?:[为成作]|别为)?{_NUMBER}(?:个|大|项){{0,2}}(?:类别?|种|档|级|型|块|部分|层次|等级|渠道|领域|区域)(?:型|别)?[^,;。:()0-9]{{0,6}}"
    r"(?:[:,]即?:?|即[为是]?[:,]?|,?(?:分别|依次|具体|其中)[为是]?[:,]?)"
)
"""分五大类：甲101家，减少3家；乙…: a part of a sentence for each."""
_WORKS = tuple(
    lazy(
        rf"{word}(?<=[二三四五六七八九十2-9]{word})(?P<noun>[一-鿿]{{2}})?(?:工程|行动|项目|建设)(?P<sign>[:,])"
        "(?:其中|即|共|全年|已|累计)?[:,]?"
    )
    for word in "大项"
)
_DONE = lazy("(?:全面|已|累计|共)?(?:完成|建成|新增|实施|实现|新建)")
_ITEM = lazy(
    r"[ ]*(?:[和及与]|以及|[0-9]{1,2}[.、]|\([0-9一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]是)?"
    r"(?P<name>[一-鿿A-Za-z“”《》·()、]{2,24}?)(?:[为是有共计达约]{0,2})[0-9](?:[0-9,.]*[0-9])?(?P<unit>[万亿]?[一-鿿%‰]{1,2})"
)
_NO_KIND = lazy(
    "[ ]*(?:[并还]|同时|另|此外|合计|总计|共|其中|全[年市县区省]|累计|目前|截至|今年|[比较]|同比|环比|[净新]?增|减|占|[结剩]?余)"
)
_PARTS = lazy(r"[^。!?\n]*")
_SUPERLATIVE = lazy("(?:最(?:[多高大快低少慢好强重长差]|严重|集中|活跃|突出)|靠[前后])的?$")
_FOREMOST_SIGN = lazy(r"[一-鿿]{0,10}(?P<sign>,?(?:分别|依次|主要)?[:为是有]:?)")
_MARKED = lazy("[、,;]")
_STANDS = lazy("(?:分[列居]|居|位[居列]|排名?在?|列)(?:全[省市县区国])?$")
_VERB = 6
_SEVERAL, _SHORT = 3, 10
_AND = lazy("[和与及]")
_NO_NAME = lazy("[0-9]|[新改扩续迁]建|^(?:加强|推进|开展|实施|做好|完善)")
_TAIL = lazy(r"[0-9](?:[0-9,.]*[0-9])?(?P<unit>[万亿]?[一-鿿%‰]{1,2})?[^0-9]*$")
_NAME = lazy(r"(?:[和及与]|以及|其中|[0-9]{1,2}[.、]|[一二三四五六七八九十]是)?(?![比较]|同比|环比)(?P<name>[一-鿿A-Za-z“”《》·]{2,24})")
_JOINED = lazy("(?<=[0-9][一-鿿%‰\x00])(?:以及|[和与及])|(?<=\x00)(?:以及|[和与及])")
"""What joins the last member to those before it, behind a figure or a bracket."""
_ENUMERATED = lazy(r"\([0-9一二三四五六七八九十]{1,2}\)")
_TO_THE_END = lazy(r"[^。;!?\n()]*(?:\([^()\n]*\)[^。;!?\n()]*)*(?:(?=[。;!?\n])|\Z)")
_IN_BRACKET = lazy(r"[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?=\))")
_GOES_ON = lazy(
    ",(?:(?<=\x00,)(?:(?:[0-9]{1,2}|[二两三四五六七八九十])[个家项类种者大][^、\x00]*$|(?:合计|共计?|合)占[^、\x00]*$)"
    "|(?:而|但)?(?:最[多高大快低少慢好差]|[前后末][两二三四五六七八九十][位名]|排名)[^;。]*$)"
)
"""甲（48个）、乙（38个），5个矿种占66.6%; 甲12%、乙11%，最慢的是丙: what is said behind the list."""
_TOGETHER = lazy("(?:以上)?(?:[两二三四五六七八九十][个家批项期类处])?(?:合计|总计|共计|小计|累计|总[额量投]|共(?=[0-9计有拨投支]))")
"""第一批60万元，第二批40万元，累计100万元: what all members are together is no member."""
_BARE_FIGURE = lazy(r"[0-9][0-9,.]*[万亿]?[一-鿿%‰]{0,2}")
_OPEN = ("等", "等等")
_MARKS = lazy("[、,]")
_LONG = 2 * LONGEST


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the counts of lists with figures that no other relation has counted."""
    told = {c.stated.place.start for c in reading.claims_found() if isinstance(c, Count)}
    plain = reading.ground.plain
    for claim in (*_divided(plain), *_works(plain)):
        if claim.stated.place.start not in told:
            told.add(claim.stated.place.start)
            yield claim
    for s in counts(reading):
        if 1 < s.quantity.value.numerator <= _MOST and s.start not in told and s.role is not Role.RANK:
            most = _SUPERLATIVE.search(s.lead) is not None
            found = (_FOREMOST_SIGN if most else _SIGN).match(plain, s.end) if most or _announces(plain[s.end : s.end + _NEAR]) else None
            if found and (member := _claim(reading, operand(reading, s), s, found, foremost=most)):
                yield member
    yield from _behind(reading)
    for first in in_order(plain, _FOREMOST):
        number = number_in(first)
        where = stretch(first.start(), first.end())
        body = _body(plain, first.end(), brackets=False)
        length = _length(body) if body is not None else 0
        if length > 1 and abs(length - number) <= _slack(number):
            span = stretch(first.start(), first.end() + len(body or ""))
            yield Count(Operand(parse(f"{number}个"), place=where), length, (), (), _is_open(body or ""), span, True)


def _announces(near: str) -> bool:
    """Whether the sign of a list may stand so near: a first look, since few numbers have one."""
    return ":" in near or "(" in near or "别" in near or "括" in near or "即" in near or "具体" in near or "依次" in near


def _behind(reading: Reading) -> Iterator[Claim]:
    """Read 甲镇、乙镇、丙镇居前三位, …，共3个镇, and …等三大工程: names before their number."""
    plain = reading.ground.plain
    for sign in in_order(plain, _BEHIND):
        end = sign.start()
        if plain[end] == "前":
            verb = _STANDS.search(plain, max(0, end - _VERB), end)
            if verb is None:
                continue
            end = verb.start()
        begin = max(0, end - LONGEST)
        start = max(plain.rfind(mark, begin, end) for mark in ",;。:!?\n“") + 1
        if plain.count("、", start, end) < _SEVERAL - 1:
            continue
        number = number_in(sign)
        masked = BRACKETED.sub("", plain[start:end])
        names = [name.strip() for name in masked.split("、")]
        sizes = [len(name) for name in names[1:]] or [0]  # 甲县（东镇、西镇、南镇）居前三位: one name
        if (begin and start <= begin) or any(mark in masked for mark in "()等") or not min(sizes) > 1 or max(sizes) > _SHORT:
            continue
        if any(_NO_NAME.search(name) for name in names[1:]):
            continue
        open_ = sign.group().startswith("等")
        even = max(sizes) - min(sizes) <= 2 and abs(len(names) - number) <= 2 and not open_ and not _AND.search(names[-1])
        length = len(names) + 1 if _AND.search(names[-1]) and len(names) + 1 == number else len(names)
        if length == number or even or (open_ and number < len(names) <= number + 2):
            where = stretch(sign.start(), sign.end())
            yield Count(Operand(parse(f"{number}个"), place=where), length, (), (), open_, stretch(start, sign.end()), True)


def _slack(number: int) -> int:
    """Return by how many a list may miss its number and still be meant to be all of it."""
    return max(2, number // 2)


def _divided(plain: str) -> Iterator[Count]:
    """Read 分五大类：甲101家，减少3家；乙…: the first figure behind each ； is in one unit, and has a name."""
    for sign in in_order(plain, (_DIVIDED,)):
        body = _PARTS.match(plain, sign.end(), sign.end() + _LONG)
        if body is None or ";" not in body.group() or (body.end() == sign.end() + _LONG and body.end() < len(plain)):
            continue
        parts = [part for part in BRACKETED.sub("", body.group()).split(";") if part.strip()]
        items = [_ITEM.match(part) for part in parts]
        number = number_in(sign)
        if len({item["unit"] for item in items if item}) == 1 and all(items) and abs(len(parts) - number) <= _slack(number):
            others = any(_NO_KIND.match(part) for part in parts)
            if len(parts) == number or not others:
                at = sign.span("chinese" if sign["chinese"] else "arabic")
                yield _counted(number, len(parts), at, (sign.start(), body.end()), open_=_is_open(body.group()))


def _works(plain: str) -> Iterator[Count]:
    """Read 绿化五大工程，完成城市绿化1409亩，通道绿化326亩…: that the works are listed is sure where each ends with their own noun."""
    for sign in in_order(plain, _WORKS):
        given = plain[sign.start() - 1]
        number = int(given) if given.isascii() else int(from_chinese(given))
        end = next((n for n in range(sign.end(), min(len(plain), sign.end() + _LONG)) if plain[n] in "。!?\n"), len(plain))
        parts = [part.strip() for part in _MARKED.split(BRACKETED.sub("", plain[sign.end() : end]))]
        items = list(takewhile(bool, (_ITEM.match(_DONE.sub("", part)) for part in parts)))
        length, units = len(items), {item["unit"] for item in items if item}
        if length < 2 or len(units) > 1 or plain[sign.start() - 2].isdigit() or any(_NO_KIND.match(part) for part in parts[:length]):
            continue
        noun = sign["noun"] or plain[sign.start() - 3 : sign.start() - 1]
        alike = all(item["name"].endswith(noun) for item in items if item)
        told = abs(length - number) <= 2 if alike else sign["sign"] == ":" and length == len(parts) and abs(length - number) == 1
        if length == number or (told and length >= _SEVERAL):
            yield _counted(number, length, (sign.start() - 1, sign.start()), (sign.start() - 1, end))


def _counted(number: int, length: int, at: tuple[int, int], span: tuple[int, int], *, open_: bool = False) -> Count:
    return Count(Operand(parse(f"{number}个"), place=stretch(*at)), length, (), (), open_, stretch(*span), True)


def _claim(reading: Reading, stated: Operand, s: Statement, found: re.Match[str], *, foremost: bool) -> Count | None:
    plain = reading.ground.plain
    sign = found["sign"].strip(",:")
    body = _body(plain, found.end(), brackets=sign == "(")
    length = _length(body) if body is not None else 0
    number = int(s.quantity.value)
    if body is None or length < 2:
        return None
    if not foremost and any(s.like(other) for other in reading.within(found.end(), found.end() + len(body))):
        return None  # 8家：甲镇3家、乙镇5家: a member has its number of the very things that are counted
    sure = foremost or sign.startswith(("分", "具", "依")) or found["sign"] == ":"
    if length != number and (abs(length - number) > (_slack(number) if sure else 1) or sign in ("其中", "包括")):
        return None
    where = stretch(s.start, found.end() + len(body))
    return Count(replace(stated, exact=False), length, (), (), _is_open(body), where, True)


def _body(plain: str, start: int, *, brackets: bool) -> str | None:
    """Return the list behind its sign: up to the end of the sentence, or of the bracket; None where it is too long."""
    found = (_IN_BRACKET if brackets else _TO_THE_END).match(plain, start, start + _LONG)
    if found is None or (found.end() == start + _LONG and found.end() < len(plain)):
        return None
    return found.group() if "、" in found.group() or "," in found.group() else None


def _is_open(body: str) -> bool:
    return body.rstrip().endswith(_OPEN)


def _length(body: str) -> int:
    """Return how many members a list has that all have the shape of the first; 0 where they have none."""
    plain = _ENUMERATED.sub("", body)
    masked = _GOES_ON.split(_JOINED.sub("、", BRACKETED.sub("\x00", plain)))[0]
    tokens = [token.strip() for token in _MARKS.split(masked) if token.strip()]
    tokens = tokens[:1] + list(takewhile(lambda token: not _TOGETHER.match(token), tokens[1:]))
    if len(tokens) < 2 or "(" in masked or ")" in masked:
        return 0
    if _BARE_FIGURE.fullmatch(tokens[1]):
        return 0  # 三个供水站分别受理310件、280件、190件: figures, and no names
    first = _TAIL.search(tokens[0])
    if first is None:
        closed = [token for token in tokens if token.rstrip("等").endswith("\x00") and _NAME.match(token)]
        return len(closed) if len(closed) == len(tokens) else 0
    names: list[str] = []
    for token in tokens:
        tail, name = _TAIL.search(token), _NAME.match(token)
        if tail and name and tail["unit"] == first["unit"]:
            names.append(name["name"])
    if not tokens[0].startswith(tuple(names[:1])) and not names:
        return 0
    return len(names) if len(set(names)) == len(names) and len(tokens) % len(names) == 0 else 0
