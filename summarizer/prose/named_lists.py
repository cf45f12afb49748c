"""``count`` of lists that their number names: “人、地、钱”三个要素; 前五位依次为…; 甲、乙、丙三省; 7、8、9三个月; 甲、乙“双提升”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim
from ..patterns import beginning, in_order, lazy
from ..quantities import from_chinese
from .lists_of_names import WITH_FIGURE, Listed, count_of, end_of, number_in, split, uneven
from .statements import Reading
from .words import BRACKETED

_NUMBER = "(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[2-9])"
_SHORT = 10
_QUOTED = lazy(rf"“(?P<list>[^“”\n]{{1,30}}、[^“”\n]{{1,30}})”(?:{_NUMBER})(?:个|大|项|类|种|方面|要素|环节)")
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
_SUMMED_UP = lazy("“(?<=[一-鿿”].)(?P<number>[两双三四五六七八九])(?:大|个|项)?[^“”一二两三四五六七八九十\x00-\u4dff]{1,6}”")
_FOREMOST = tuple(
    lazy(rf"{end}(?<![以之目年此].)(?:{_NUMBER})(?:位|名|大|类|项|种|(?=的))的?[^,。;:、()0-9]{{0,14}}?"
        "(?:(?:依次|分别)(?:为|是)|(?<=[二两三四五六七八九十0-9][位名类项种])(?:为|是)|(?<=的)[^,。;:、()0-9]{0,10}?(?:为|是|有)"
        "|(?<=的)[^,。;:、()0-9]{1,8}(?=:))[:, ]?")
    for end in "前后"
)
_DIGIT = "[二两三四五六七八九十0-9]"
_KINDS = (
    *beginning("省市县区州乡镇国盟旗", rf"(?<={_DIGIT}.)(?:市|区|县|镇|乡)?(?![级场民政长内外直辖属里面价间道家企郊村农])"),
    *beginning("大", rf"(?<={_DIGIT}.)(?:[一-鿿]{{2,10}}|类)"),
)
"""What kind of things is counted: 三省, 四县市, 7国, 四大产业."""
_SO_MANY_KINDS = lazy(
    r"(?:(?P<arabic>(?<![0-9.第前后年月])(?:[1-5][0-9]|[2-9]))|(?<![东西南北前后上下这第等十百“])(?P<chinese>[二两三四五六七八九]|十[一二三四五六七八九]?))\Z"
)
_NUMBER_LENGTH = 3
_NO_NAME = lazy("(?:打[赢好]|实施|推进|完成|围绕|聚焦|抓好|做好|突出|构建|形成|建设|发展|培育|实现)$")
_OWNER = lazy("[委府院部局厅]$")
"""落实省委、市委三大部署: whose the things are."""
_HEADING = lazy("[一二三四五六七八九十]{1,3}、")
_FEW = 2
"""A list that is off by more is of other things than the number counts: 甲县、乙县的12乡."""
_BOTH = lazy("“[双两](?:下降|上升|提升|提高|增长|减少|[升降增减])")
_TWO = lazy("[一-鿿]{2,10}[和与、][一-鿿]{2,12}$")
_MONTHS = lazy("个(?<=[二两三四五六七八九]个)月")
_ROW_OF_MONTHS = lazy("(?P<row>(?<![0-9.、])[0-9]{1,2}月?份?(?:[、和及][0-9]{1,2}月?份?)+)这?(?P<number>[二两三四五六七八九])个月\\Z")
_MONTHS_BEHIND = lazy("(?P<number>[二两三四五六七八九])个月\\((?P<row>[0-9]{1,2}月(?:[、和及][0-9]{1,2}月)+)\\)")
_PLACE_NAME = 6
_PLACE_KINDS = frozenset("省市县区州乡镇国盟旗村")
_PLACES_LENGTH = 120


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of lists whose number stands in their name, or in front of what kind of places they are."""
    yield from _kinds(reading)
    yield from _months(reading)
    yield from _foremost(reading)
    yield from _quoted(reading)
    yield from _rows(reading)


def _quoted(reading: Reading) -> Iterator[Claim]:
    """Read “人、地、钱”三个要素, and “甲”“乙”“丙”三项荣誉."""
    plain = reading.ground.plain
    for match in _QUOTED.finditer(plain):
        listed = split(match["list"], match.start("list"))
        yield count_of(number_in(match), listed, match.span(), match.span())


def _titles(text: str) -> int:
    return text.count("“") + text.count("《")


def _rows(reading: Reading) -> Iterator[Claim]:
    """Read “甲”“乙”“丙”三项荣誉, 调研报告3篇：《A》《B》《C》, and 覆盖面、参保率、满意度“三提升”."""
    plain = reading.ground.plain
    for match in in_order(plain, _BEHIND_ROW):
        row = _ROW_AT_END.search(plain, max(0, match.start() - _ROW_LENGTH), match.start() + 1)
        size, number = (_titles(row.group()), number_in(match)) if row else (0, 0)
        if row and abs(size - number) <= 2 and (size != number or "《" in row.group()):
            listed = Listed(("",) * size, 0, "等" in match.group(), row.start(), match.end())
            span = row.start(), match.end()
            yield count_of(number, listed, span, span)
    for sign in in_order(plain, _BEGINS_ROW):
        stated = _NUMBER_AT_END.search(plain, max(0, sign.start() - _BEFORE_LENGTH), sign.start())
        row = _ROW_HERE.match(plain, sign.start()) if stated else None
        if stated and row and abs(_titles(row["row"]) - number_in(stated)) <= 2:
            span = stated.start(), row.end()
            yield count_of(number_in(stated), Listed(("",) * _titles(row["row"]), 0, False, *row.span()), span, span)
    yield from _summed_up(reading)


def _summed_up(reading: Reading) -> Iterator[Claim]:
    plain = reading.ground.plain
    for match in _SUMMED_UP.finditer(plain):
        begin, both = max(0, match.start() - _PLACES_LENGTH), _BOTH.match(plain, match.start())
        if not both and plain.count("、", begin, match.start()) < _FEW:
            continue
        start = max(plain.rfind(mark, begin, match.start()) for mark in ",;。:!?\n()“”") + 1
        listed = split(plain[start : match.start()], start)
        number = 2 if match["number"] == "双" else int(from_chinese(match["number"]))
        sizes = [len(name.strip()) for name in listed.names[1:]]
        sound = len(sizes) > 1 and (start > begin or not begin) and not listed.open and not listed.spare
        if both and _TWO.search(plain, start, match.start()):
            yield count_of(number, Listed(("", ""), 0, False, start, match.start()), match.span(), (start, match.end()))
        elif sound and abs(len(listed.names) - number) <= 1 and 1 < min(sizes) <= max(sizes) <= min(min(sizes) + 2, _SHORT):
            yield count_of(number, listed, match.span(), (start, match.end()))


def _kinds(reading: Reading) -> Iterator[Claim]:
    """Read 甲、乙、丙三省, 甲、乙、丙、丁4县市 and 甲、乙、丙三大产业: a number before what kind of things the names are of."""
    plain = reading.ground.plain
    for kind in in_order(plain, _KINDS):
        match = _SO_MANY_KINDS.search(plain, max(0, kind.start() - _NUMBER_LENGTH), kind.start())
        if match is None:
            continue
        begin = max(0, match.start() - _PLACES_LENGTH)
        if plain.find("、", begin, match.start()) < 0:
            continue
        start = max(plain.rfind(mark, begin, match.start()) for mark in ",;。:!?\n()") + 1
        text = plain[start : match.start()].removesuffix("这")
        if "、" not in text or len(text) >= _PLACES_LENGTH:
            continue
        if re.search("[0-9]", text) or text.endswith("、") or _HEADING.match(text):
            continue
        listed, number = split(text, start), number_in(match)
        if _of_kind(listed, kind.group(), abs(listed.length_near(number) - number)):
            end = kind.start() + 1 if kind.group()[0] == "大" else kind.end()
            yield count_of(number, listed, (match.start(), kind.start() + 1), (start, end))


def _of_kind(listed: Listed, kind: str, off: int) -> bool:
    """Whether names may be what a number of places or of great things counts, of which there are ``off`` more or less."""
    names = listed.names[1:]
    if not names or off > _FEW or _NO_NAME.search(names[-1]):
        return False
    if kind[0] == "大":
        return not uneven(listed, of=names) and not (off and (len(names) < _FEW or _OWNER.search(names[-1])))
    within = len({name[-1] for name in names}) == 1 and names[0][-1] in _PLACE_KINDS and names[0][-1] not in kind
    return all(len(name) <= _PLACE_NAME for name in names) and not (off and within)


def _months(reading: Reading) -> Iterator[Claim]:
    """Read 7、8、9三个月 and 7月、8月和9月三个月."""
    plain = reading.ground.plain
    for sign in _MONTHS.finditer(plain):
        match = _MONTHS_BEHIND.match(plain, sign.start() - 1)
        match = match or _ROW_OF_MONTHS.search(plain, max(0, sign.start() - _PLACES_LENGTH // 2), sign.end())
        if match is not None:
            names = tuple(re.findall("[0-9]+", match["row"]))
            listed = Listed(names, 0, False, *match.span("row"))
            yield count_of(int(from_chinese(match["number"])), listed, match.span("number"), match.span())


def _foremost(reading: Reading) -> Iterator[Claim]:
    """Read 排前五位的依次为甲、乙、丙…: as many are named as stand in front."""
    plain = reading.ground.plain
    for match in in_order(plain, _FOREMOST):
        end = end_of(plain, match.end(), ",。;!?\n")
        if end < 0:
            continue
        text = plain[match.end() : end]
        if all(WITH_FIGURE.fullmatch(part.strip()) for part in text.split("、")):
            text = re.sub("[0-9][0-9,.]*[一-鿿%]{1,5}", "", text)  # 甲街道58起、乙镇29起
        listed = split(text, match.end())
        number = number_in(match)
        if listed.length_near(number) > 1 and not uneven(listed) and not re.search("[0-9]", BRACKETED.sub("", text)):
            yield count_of(number, listed, match.span(), (match.start(), end))
