"""Styles and automatic numbering of a DOCX: what a paragraph is, and the number that Word shows before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ..quantities.numerals import to_chinese

#: Styles are based on one another in chains of three or four; a circle must not hang the reader.
_DEEPEST = 20
LEVELS = 9
_MAX_NUMBER = 99_999
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])")


def local(element: etree._Element) -> str:
    """Return the name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child with that name, and so on down the path; the namespace is the element's own."""
    for name in path:
        if element is None:
            return None
        element = next((item for item in element if local(item) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute in the namespace of the element (transitional or strict)."""
    if element is None:
        return None
    tag = str(element.tag)
    return element.get(f"{tag[: tag.index('}') + 1] if '}' in tag else ''}{name}")


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number, or the default where none is written."""
    try:
        return int(text or "")
    except ValueError:
        return default


def is_on(element: etree._Element | None) -> bool | None:
    """Return what a toggle says, None if it is absent."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """What counts of a style, with what it inherits filled in.

    Args:
        outline: level of a heading from 1; 0 for none; None where nothing is said.
        numbering: number's id and level; level None where the numbering names the style instead.
    """

    id: str = ""
    name: str = ""
    outline: int | None = None
    hidden: bool | None = None
    numbering: tuple[str, int | None] | None = None


class Styles:
    """The style part."""

    def __init__(self, root: etree._Element | None) -> None:
        self._raw = {value(s, "styleId") or "": s for s in (() if root is None else root) if local(s) == "style"}
        self._known: dict[str, Style] = {}
        default = (i for i, s in self._raw.items() if value(s, "type") == "paragraph" and value(s, "default") in ("1", "true"))
        self.default = next(default, "")

    def get(self, id: str | None) -> Style:
        """Return a style with all it inherits; an unknown one is plain."""
        id = id or ""
        if id not in self._known:
            self._known[id] = self._resolve(id, 0)
        return self._known[id]

    def _resolve(self, id: str, depth: int) -> Style:
        raw = self._raw.get(id)
        if raw is None or depth > _DEEPEST:
            return Style(id)
        base = self._resolve(value(child(raw, "basedOn")) or "", depth + 1)
        properties = child(raw, "pPr")
        name = (value(child(raw, "name")) or "").lower()
        outline = outline_level(properties)
        if outline is None and (heading := _HEADING.fullmatch(name)):
            outline = int(heading.group(1))
        hidden = is_on(child(raw, "rPr", "vanish"))
        return Style(
            id,
            name,
            base.outline if outline is None else outline,
            base.hidden if hidden is None else hidden,
            numbering_of(properties) or base.numbering,
        )


def runs_on(paragraph: etree._Element) -> bool:
    """Whether the next paragraph goes on in the same line: Word's style separator hides the paragraph mark."""
    return bool(is_on(child(paragraph, "pPr", "rPr", "specVanish")))


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the outline level from 1, 0 for body text, None where nothing is said."""
    text = value(child(properties, "outlineLvl"))
    if text is None:
        return None
    level = number(text, LEVELS)
    return level + 1 if 0 <= level < LEVELS else 0


def numbering_of(properties: etree._Element | None) -> tuple[str, int | None] | None:
    """Return number id and level of paragraph properties, None where nothing is said."""
    numbered = child(properties, "numPr")
    if numbered is None:
        return None
    level = value(child(numbered, "ilvl"))
    return (value(child(numbered, "numId")) or "", None if level is None else min(max(number(level), 0), LEVELS - 1))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """An abstract numbering with its running counters, which all numberings made of it share."""

    levels: dict[int, _Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """The numbering part; :meth:`next` must be asked for the paragraphs in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._begun: set[tuple[str, int]] = set()
        links: dict[str, str] = {}
        targets: dict[str, str] = {}
        for item in () if root is None else root:
            if local(item) == "abstractNum":
                id = value(item, "abstractNumId") or ""
                self._lists[id] = _List(_levels(item))
                if link := value(child(item, "numStyleLink")):
                    links[id] = link
                if link := value(child(item, "styleLink")):
                    targets[link] = id
        for item in () if root is None else root:
            if local(item) == "num":
                abstract = value(child(item, "abstractNumId")) or ""
                abstract = targets.get(links.get(abstract, ""), abstract)
                self._numbers[value(item, "numId") or ""] = (abstract, *_overrides(item))

    def next(self, id: str, level: int | None, style: str = "") -> str:
        """Count one paragraph and return the number before it, with the space that keeps it from its text.

        Bullets give nothing.
        """
        abstract, own, starts = self._numbers.get(id, ("", {}, {}))
        listing = self._lists.get(abstract)
        if listing is None:
            return ""
        levels = {**listing.levels, **own}
        if level is None:
            level = self.level_of(id, style)
        self._count(listing.counters, levels, id, level, starts)
        definition = levels.get(level)
        if definition is None or definition.format in ("bullet", "none") or "%" not in definition.text:
            return ""
        text = definition.text
        for index in range(LEVELS):
            if f"%{index + 1}" in text:
                format = "decimal" if definition.legal else levels.get(index, _Level()).format
                text = text.replace(f"%{index + 1}", written(listing.counters[index] or 0, format))
        return text if definition.suffix == "nothing" or not text[-1:].isascii() else f"{text} "

    def level_of(self, id: str, style: str) -> int:
        """Return the level of a numbering, from 0, that names a style."""
        abstract, own, _starts = self._numbers.get(id, ("", {}, {}))
        listing = self._lists.get(abstract)
        levels = {**(listing.levels if listing else {}), **own}
        return next((n for n, item in levels.items() if item.style and item.style == style), 0)

    def _count(self, counters: list[int | None], levels: dict[int, _Level], id: str, level: int, starts: dict[int, int]) -> None:
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = starts.get(upper, levels.get(upper, _Level()).start)
        before = counters[level]
        if level in starts and (id, level) not in self._begun:
            counters[level] = starts[level]
        else:
            counters[level] = levels.get(level, _Level()).start if before is None else min(before + 1, _MAX_NUMBER)
        self._begun.add((id, level))
        for lower in range(level + 1, LEVELS):
            restart = levels.get(lower, _Level()).restart
            if restart is None or (restart and level < restart):
                counters[lower] = None


def _levels(element: etree._Element) -> dict[int, _Level]:
    return {min(max(number(value(item, "ilvl")), 0), LEVELS - 1): _level(item) for item in element if local(item) == "lvl"}


def _level(item: etree._Element) -> _Level:
    restart = value(child(item, "lvlRestart"))
    return _Level(
        max(number(value(child(item, "start")), 1), 0),
        value(child(item, "numFmt")) or "decimal",
        value(child(item, "lvlText")) or "",
        value(child(item, "suff")) or "tab",
        None if restart is None else number(restart),
        bool(is_on(child(item, "isLgl"))),
        value(child(item, "pStyle")) or "",
    )


def _overrides(num: etree._Element) -> tuple[dict[int, _Level], dict[int, int]]:
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for item in num:
        if local(item) == "lvlOverride":
            index = min(max(number(value(item, "ilvl")), 0), LEVELS - 1)
            if (own := child(item, "lvl")) is not None:
                levels[index] = _level(own)
            if (start := value(child(item, "startOverride"))) is not None:
                starts[index] = number(start, 1)
    return levels, starts


def _roman(n: int) -> str:
    parts = []
    for sign, worth in zip(("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), _ROMAN, strict=True):
        parts.append(sign * (n // worth))
        n %= worth
    return "".join(parts)


_ROMAN = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)


def _letters(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1) if n else ""


def _legal(text: str) -> str:
    text = f"一{text}" if text.startswith("十") else text
    return text.translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))


def _row(first: str, size: int) -> Callable[[int], str]:
    return lambda n: chr(ord(first) + n - 1) if 0 < n <= size else str(n)


def _of(signs: str) -> Callable[[int], str]:
    return lambda n: signs[(n - 1) % len(signs)] if n else ""


def _digits(digits: str) -> Callable[[int], str]:
    return lambda n: str(n).translate(str.maketrans("0123456789", digits))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "chineseCounting": to_chinese,
    "chineseCountingThousand": to_chinese,
    "japaneseCounting": to_chinese,
    "taiwaneseCounting": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("〇一二三四五六七八九"),
    "chineseLegalSimplified": lambda n: _legal(to_chinese(n)),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
}


def written(n: int, format: str) -> str:
    """Return a number in one of the formats of ECMA-376 part 1, 17.18.59; unknown ones are decimal."""
    return _FORMATS[format](n) if format in _FORMATS else str(n)
