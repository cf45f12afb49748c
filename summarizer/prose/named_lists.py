"""``count`` of lists that their number names: “三个到位”，即…; 六大工程：…; “人、地、钱”三个要素; 前五位依次为…; 甲、乙、丙三省."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, Operand, Place
from ..claims.count import Count
from ..patterns import in_order, lazy
from ..quantities import from_chinese, parse
from .lists_of_names import BRACKETED, LONGEST, OPEN, Listed, split, uneven
from .statements import Reading

_NUMBER = "(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[2-9])"
_ANNOUNCED = lazy(
    rf"(?<![0-9.第前后十百千])(?:{_NUMBER})(?P<measure>个|大|项|张|条|类|种|支|份|件|进|化|[一-鿿])(?P<noun>[一-鿿]{{0,6}}?)[”]?"
    r"(?P<rest>[一-鿿]{0,5}?)(?P<sign>:|,?即[:,]?|\(|,?分别[为是][: ]?|,?包括[: ]?)"
)
#: The sign that a list begins; each begins with one character, for which a search runs over a text many times faster than for any of a few.
_SIGNS = tuple(
    map(lazy, (":(?<=[一-鿿”]:)", r"\((?<=[一-鿿”]\()", "即(?<=[一-鿿”,]即)", "分别[为是](?<=[一-鿿”,]...)", "包括(?<=[一-鿿”,]..)"))
)
_NUMBER_BEFORE = lazy("[二两三四五六七八九十2-9](?=[一-鿿][一-鿿”]*$)")
_SIGN_LENGTH = 14
_MEASURES = frozenset("大张项类种个条支份件家所处座名部本省市县区镇乡国村")
_SHORT = 12
_LEAD = 24
_QUOTED = lazy(rf"“(?P<list>[^“”\n]{{1,30}}、[^“”\n]{{1,30}})”(?:{_NUMBER})(?:个|大|项|类|种|方面|要素|环节)")
#: A number and, behind a colon, what each of them is and comes to: 三项指标：甲12吨、乙8吨、丙3吨.
_FIGURED = lazy(
    rf"(?<![0-9.第前后十百千])(?:{_NUMBER})(?P<measure>[个项类种家所座处件条名])(?P<noun>[一-鿿]{{0,16}}?)(?:为|是|有|包括|如下)?:"
)
_FIGURED_SIGN = lazy(":(?<=[一-鿿]:)")
_WITH_FIGURE = lazy(r"[一-鿿A-Za-z]{2,14}[0-9][0-9,]*(?:\.[0-9]+)?[一-鿿%]{1,5}(?:\([^()]*\))?")
_TITLE = r"(?:“[^“”\n]{2,24}”|《[^《》\n]{2,30}》)"
_SO_MANY = rf"(?:等)?(?:{_NUMBER})(?:个|项|块|张|类|种|面|次|部|本|份|篇|件|场|大|期|套|册|首|批|条|支|家|幅|届|轮)"
_BEHIND_ROW = (lazy("”" + _SO_MANY), lazy("》" + _SO_MANY))
_ROW_AT_END = lazy(rf"{_TITLE}(?:[、和]?{_TITLE}){{1,11}}$")
_ROW_LENGTH = 300
_BEGINS_ROW = (lazy("“(?<=[:即为是括].)"), lazy("《(?<=[:即为是括].)"))
_NUMBER_AT_END = lazy(
    rf"(?<![0-9.第前后十百千])(?:{_NUMBER})(?:个|项|篇|部|本|份|首|件|种|场|期|大|条|支|家|类)[一-鿿]{{0,8}}?(?::|,?即|,?分别[为是]:?|,?包括:?)$"
)
_BEFORE_LENGTH = 18
_ROW_HERE = lazy(rf"(?P<row>{_TITLE}(?:[、和]?{_TITLE}){{1,11}})(?=[。;,)])")
_SUMMED_UP = lazy("“(?<=[一-鿿”].)(?P<number>[两双三四五六七八九])(?:大|个|项)?[一-鿿]{1,6}”")
_FOREMOST = tuple(
    lazy(rf"{end}(?<![以之目年此].)(?:{_NUMBER})(?:位|名|大|类|项|种)的?[^,。;:、()0-9]{{0,14}}?"
        "(?:(?:依次|分别)(?:为|是)|(?<=的)[^,。;:、()0-9]{0,10}?(?:为|是|有))[:, ]?")
    for end in "前后"
)
_KIND_OF_PLACE = lazy(
    r"(?P<number>[二两三四五六七八九十](?<=[一-鿿].)(?<![东西南北前后上下这第等十].)(?:(?<=十)[一二三四五六七八九])?)"
    r"(?=(?:省|市|县|区|州|乡|镇|国|盟|旗)(?:市|区|县|镇|乡)?(?![级场民政长内外直辖属里面价间道家企郊村农]))"
)
_PLACE_NAME = 6
_PLACES_LENGTH = 120


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of lists whose number stands in their name, or in front of what kind of places they are."""
    yield from _places(reading)
    yield from _foremost(reading)
    yield from _announced(reading)
    yield from _quoted(reading)
    yield from _figured(reading)
    yield from _rows(reading)


def _place(reading: Reading, start: int, end: int) -> Place:
    line, column = reading.ground.line_of(start)
    return Place("", line, column, start, end, reading.ground.text[start:end])


def _number(match: re.Match[str]) -> int:
    return int(from_chinese(match["chinese"])) if match["chinese"] else int(match["arabic"])


def _count(reading: Reading, number: int, listed: Listed, at: tuple[int, int], span: tuple[int, int]) -> Count:
    stated = Operand(parse(f"{number}个"), place=_place(reading, *at))
    return Count(stated, listed.length_near(number), (), (), listed.open, _place(reading, *span), True)


def _end(plain: str, start: int, marks: str) -> int:
    """Return where a list ends; −1 if it goes on for longer than any list."""
    last = start + LONGEST
    return next((n for n in range(start, min(len(plain), last)) if plain[n] in marks), len(plain) if len(plain) <= last else -1)


def _announced(reading: Reading) -> Iterator[Claim]:
    """Read “三个到位”，即…到位、…到位; “五进”活动：进…、进…; 六大工程：…工程、…工程; 三大产业：甲、乙、丙。"""
    plain = reading.ground.plain
    counted = {s.start: s for s in reading.statements if s.quantity.is_count}
    for start in _before_signs(plain):
        match = _ANNOUNCED.match(plain, start - 1 if plain[start - 1 : start].isdigit() else start)
        if match is None:
            continue
        plainly = match.start() in counted and plain[match.start() - 1 : match.start()] != "“"
        if plainly and match["sign"] not in (":", ",即", "即"):
            continue  # 7家（A、B）, 两项，分别是A和B are read elsewhere
        end = _end(plain, match.end(), ")\n" if match["sign"] == "(" else ",;。!?\n")
        if end < 0:
            continue
        text = plain[match.end() : end]
        listed = split(text, match.end())
        bare = BRACKETED.sub("", text)
        figures = re.search("[0-9:]", bare) is not None and not _closed_by(listed.names, match["noun"])
        if len(listed.names) < 2 or figures or re.search("[一二]是", bare) or listed.open or uneven(listed):
            continue
        number = _number(match)
        if _alike(listed.names, match["measure"] + match["noun"]) or (
            match["measure"] in _MEASURES
            and abs(listed.length_near(number) - number) <= 1
            and all(1 < len(BRACKETED.sub("", name).strip()) <= _SHORT for name in listed.names)
            and plain[end : end + 1] in "。;)"
        ):
            yield _count(reading, number, listed, match.span(), (match.start(), end))


def _closed_by(names: tuple[str, ...], noun: str) -> bool:
    """Whether each name ends with what is counted, so that a figure in it is a part of the name: 800米大河养鸭基地."""
    return len(noun) > 1 and all(name.strip().endswith(noun[-2:]) for name in names)


def _before_signs(plain: str) -> list[int]:
    """Return where the numbers stand that nothing but a few characters parts from the sign of a list."""
    found: set[int] = set()
    for pattern in _SIGNS:
        for sign in pattern.finditer(plain):
            end = sign.start()
            if plain[end - 1] == ",":
                end -= 1
            found.update(m.start() for m in _NUMBER_BEFORE.finditer(plain, max(0, end - _SIGN_LENGTH), end))
    return sorted(found)


def _alike(names: tuple[str, ...], noun: str) -> bool:
    """Whether all names end, or all begin, with a character of what is counted: 认识到位、责任到位 of 三个到位, 进机关、进学校 of 五进."""
    ends = {name.strip()[-1:] for name in names}
    begins = {name.strip()[:1] for name in names}
    return (len(ends) == 1 and ends.pop() == noun[-1:]) or (len(begins) == 1 and begins.pop() == noun[:1])


def _quoted(reading: Reading) -> Iterator[Claim]:
    """Read “人、地、钱”三个要素, and “甲”“乙”“丙”三项荣誉."""
    plain = reading.ground.plain
    for match in _QUOTED.finditer(plain):
        listed = split(match["list"], match.start("list"))
        yield _count(reading, _number(match), listed, match.span(), match.span())


def _titles(text: str) -> int:
    return text.count("“") + text.count("《")


def _figured(reading: Reading) -> Iterator[Claim]:
    """Read 四项主要污染物减排量为：甲1240吨、乙86吨、丙530吨。: each member with its figure."""
    plain = reading.ground.plain
    for sign in _FIGURED_SIGN.finditer(plain):
        match = _FIGURED.search(plain, max(0, sign.start() - _LEAD), sign.end())
        if match is None or match.end() != sign.end():
            continue
        end = _end(plain, sign.end(), "。;!?\n")
        if end < 0 or plain[end : end + 1] not in "。;":
            continue
        text = plain[sign.end() : end]
        members = [part.strip() for part in text.split("、")]
        number = _number(match)
        if len(members) < 2 or abs(len(members) - number) > 1 or not all(_WITH_FIGURE.fullmatch(part) for part in members):
            continue
        listed = Listed(tuple(members), 0, False, sign.end(), end)
        yield _count(reading, number, listed, match.span(), (match.start(), end))


def _rows(reading: Reading) -> Iterator[Claim]:
    """Read “甲”“乙”“丙”三项荣誉, 调研报告3篇：《A》《B》《C》, and 覆盖面、参保率、满意度“三提升”."""
    plain = reading.ground.plain
    for match in in_order(plain, _BEHIND_ROW):
        row = _ROW_AT_END.search(plain, max(0, match.start() - _ROW_LENGTH), match.start() + 1)
        size, number = (_titles(row.group()), _number(match)) if row else (0, 0)
        if row and abs(size - number) <= 2 and (size != number or "《" in row.group()):
            listed = Listed(("",) * size, 0, "等" in match.group(), row.start(), match.end())
            span = row.start(), match.end()
            yield _count(reading, number, listed, span, span)
    for sign in in_order(plain, _BEGINS_ROW):
        stated = _NUMBER_AT_END.search(plain, max(0, sign.start() - _BEFORE_LENGTH), sign.start())
        row = _ROW_HERE.match(plain, sign.start()) if stated else None
        if stated and row and abs(_titles(row["row"]) - _number(stated)) <= 2:
            span = stated.start(), row.end()
            yield _count(reading, _number(stated), Listed(("",) * _titles(row["row"]), 0, False, *row.span()), span, span)
    yield from _summed_up(reading)


def _summed_up(reading: Reading) -> Iterator[Claim]:
    plain = reading.ground.plain
    for match in _SUMMED_UP.finditer(plain):
        begin = max(0, match.start() - _PLACES_LENGTH)
        if plain.count("、", begin, match.start()) < 2:
            continue
        start = max(plain.rfind(mark, begin, match.start()) for mark in ",;。:!?\n()“”") + 1
        listed = split(plain[start : match.start()], start)
        number = 2 if match["number"] == "双" else int(from_chinese(match["number"]))
        sizes = [len(name.strip()) for name in listed.names[1:]]
        sound = len(sizes) > 1 and (start > begin or not begin) and not listed.open and not listed.spare
        if sound and abs(len(listed.names) - number) <= 1 and 1 < min(sizes) <= max(sizes) <= min(min(sizes) + 2, _SHORT):
            yield _count(reading, number, listed, match.span(), (start, match.end()))


def _places(reading: Reading) -> Iterator[Claim]:
    """Read 甲、乙、丙三省 and 甲、乙、丙、丁四县市: a number before what kind of places the names are."""
    plain = reading.ground.plain
    for match in _KIND_OF_PLACE.finditer(plain):
        start = max(plain.rfind(mark, max(0, match.start() - _PLACES_LENGTH), match.start()) for mark in ",;。:!?\n()") + 1
        if match.start() - start >= _PLACES_LENGTH:
            continue
        text = plain[start : match.start()]
        names = [name for name in text.removesuffix(OPEN).split("、") if name.strip()]
        number = from_chinese(match["number"])
        if len(names) < 2 or any(len(name) > _PLACE_NAME for name in names[1:]) or re.search("[0-9]", text) or "和" in text or "及" in text:
            continue
        stated = parse(f"{int(number)}个")
        where = _place(reading, start, match.end())
        yield Count(Operand(stated, place=where), len(names), (), (), text.endswith(OPEN), where, True)


def _foremost(reading: Reading) -> Iterator[Claim]:
    """Read 排前五位的依次为甲、乙、丙…: as many are named as stand in front."""
    plain = reading.ground.plain
    for match in in_order(plain, _FOREMOST):
        end = _end(plain, match.end(), ",。;!?\n")
        if end < 0:
            continue
        text = plain[match.end() : end]
        listed = split(text, match.end())
        number = _number(match)
        if listed.length_near(number) > 1 and not uneven(listed) and not re.search("[0-9]", BRACKETED.sub("", text)):
            yield _count(reading, number, listed, match.span(), (match.start(), end))
