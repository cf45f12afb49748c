"""DOCX → :class:`~.sheet.Sheet`: paragraphs with all that styles make of them, sections, tables."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from ..errors import Position, ReadError
from ..i18n import gettext as _
from ..official import PROFILES
from ..readers.docx_package import Package
from ..readers.docx_styles import Numbering, child, local, number, numbering_of, runs_on, value
from .cascade import Cascade, Properties, joined, twips
from .docx_footers import page_numbers
from .docx_rules import rules_of, tables_of
from .docx_story import ParaSource, Walk
from .docx_traces import traces_of
from .roles import assign
from .sheet import MM, Align, Count, Para, Pitch, Role, Setup, Sheet, Stretch

_MAIN = "word/document.xml"
_ALIGN: dict[str, Align] = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
#: A line of a font by itself, in parts of its size (Chinese faces in Word).
NATURAL = 1.3
_NEAR = 0.8
#: A report of two hundred pages has some four thousand.
MOST_PARAGRAPHS = 20_000


class Parts:
    """The parts of a package that measuring needs, opened once.

    Raises:
        ReadError: damaged, or no Word document.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        self.main = self.package.relations("").get("officeDocument", _MAIN)
        root = self.package.xml(self.main)
        body = child(root, "body")
        if root is None or body is None:
            raise ReadError(
                _("the package holds no Word document"), where=Position(name), hint=_("open it in Word or WPS and save it as DOCX")
            )
        self.root, self.body = root, body
        if not any(local(item) == "sectPr" for item in body):
            # Without one Word takes its defaults; so does everything here.
            etree.SubElement(body, str(root.tag).replace("document", "sectPr"))
        self.related = self.package.relations(self.main)
        self.styles = self.package.xml(self.related.get("styles", ""))
        self.numbering = self.package.xml(self.related.get("numbering", ""))
        self.settings = self.package.xml(self.related.get("settings", ""))
        self.cascade = Cascade(self.styles, self.package.xml(self.related.get("theme", "")))


def sections_of(body: etree._Element) -> list[etree._Element]:
    """Return the section properties in order; the last is the body's own."""
    return [item for item in body.iter() if local(item) == "sectPr" and local(item.getparent()) in ("pPr", "body")]  # type: ignore[arg-type]


def measure(data: bytes, name: str) -> Sheet:
    """Measure a Word document.

    Raises:
        ReadError: damaged, encrypted or no Word document.
    """
    return sheet_of(Parts(data, name), name)


def sheet_of(parts: Parts, name: str) -> Sheet:
    """Measure an open package."""
    sections = sections_of(parts.body)
    sheet = Sheet(name, "docx", setups=tuple(map(_setup, sections)))
    if sheet.setups:
        sheet.profile = _profile(sheet.setups[0])
    reader = _Reader(parts, sections, sheet)
    sheet.paras = reader.paras()
    assign(sheet)
    unnumbered = frozenset(index for index in range(len(sections)) if _is_imprint(reader.sections_of.get(index, []), sheet))
    sheet.numbers = page_numbers(parts.package, parts.main, sections, parts.settings, parts.cascade, unnumbered)
    sheet.tables = tables_of(reader.walk.tables, sheet)
    sheet.rules = rules_of(reader.walk.tables, sheet, parts.cascade, parts.body)
    sheet.traces = traces_of(parts.package, parts.related, parts.root)
    _grid(sheet)
    return sheet


def _is_imprint(paras: list[Para], sheet: Sheet) -> bool:
    """Whether a section holds the 版记 and nothing else."""
    return bool(paras) and all(para.role in (Role.COPIES, Role.PRINTED) for para in paras) and len(paras) < len(sheet.paras)


def _profile(setup: Setup) -> str:
    """Return the profile that the margins say; whatever is like none is held against the first."""
    for name, profile in ((name, profile.in_word()) for name, profile in PROFILES.items()):
        if abs(setup.top - profile.top) < _NEAR and abs(setup.bottom - profile.bottom) < _NEAR:
            return name
    return next(iter(PROFILES))


def _setup(section: etree._Element) -> Setup:
    size, margins = child(section, "pgSz"), child(section, "pgMar")

    def length(element: etree._Element | None, key: str, default: int) -> float:
        return abs(number(value(element, key), default)) / 1440 * 25.4

    return Setup(
        length(size, "w", 12240),
        length(size, "h", 15840),
        length(margins, "top", 1440),
        length(margins, "bottom", 1440),
        length(margins, "left", 1440),
        length(margins, "right", 1440),
    )


def _grid(sheet: Sheet) -> None:
    """Set how many lines a page and how many characters a line hold, from the commonest type of the body."""
    body = sheet.of(Role.BODY) or [para for para in sheet.paras if para.table < 0]
    setup = next((setup for setup in sheet.setups if not setup.landscape), None)
    if not body or setup is None:
        return
    pitches = Counter(para.pitch for para in body if para.pitch)
    if pitches and (pitch := pitches.most_common(1)[0][0]).points > 0:
        height = (setup.height - setup.top - setup.bottom) * MM
        sheet.lines = (Count(math.floor(height / pitch.points + 0.01)),)
    advances = Counter(round(para.width / max(_ems(para.text), 1), 2) for para in body if len(para.text) > 10)
    if advances and (advance := advances.most_common(1)[0][0]) > 0:
        width = (setup.width - setup.left - setup.right) * MM
        sheet.characters = (Count(math.floor(width / advance + 0.01)),)


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text if c not in "\n\t")


class _Reader:
    """Make paragraphs of their sources; keeps what runs from one to the next."""

    def __init__(self, parts: Parts, sections: list[etree._Element], sheet: Sheet) -> None:
        self.parts, self.cascade, self.sections, self.sheet = parts, parts.cascade, sections, sheet
        self.walk = Walk()
        self.numbering = Numbering(parts.numbering)
        self.levels = _levels(parts.numbering)
        self.section = 0
        self.sections_of: dict[int, list[Para]] = {}
        self.gap = self.top = 0.0
        self.after = 0.0
        self.break_due = True
        self.on_first = True

    def paras(self) -> list[Para]:
        """Return the paragraphs that hold text."""
        found = []
        for index, source in enumerate(self.walk.paragraphs(self.parts.body), 1):
            if index > MOST_PARAGRAPHS:
                message = _("more than {n} paragraphs").format(n=MOST_PARAGRAPHS)
                raise ReadError(message, where=Position(self.sheet.path), hint=_("is this the right file?"))
            if (para := self._para(source, index)) is not None:
                found.append(para)
                self.sections_of.setdefault(self.section, []).append(para)
            if child(source.element, "pPr", "sectPr") is not None:
                self.section = min(self.section + 1, len(self.sections) - 1)
                kind = value(child(self.sections[self.section], "type"))
                self.break_due = self.break_due or kind != "continuous"
        return found

    def _para(self, source: ParaSource, index: int) -> Para | None:
        properties = child(source.element, "pPr")
        style = self.cascade.style_of(properties)
        listing, styled = self._listing(properties, style)
        generated = self.numbering.next(*listing, style) if listing else ""
        own = self.cascade.paragraph(properties, between=self.levels.get(listing) if listing else None, under=styled)
        stretches = self._stretches(source, style)
        text = source.text
        size = _main(stretches).size if stretches else self._mark_size(properties, style)
        pitch = self._pitch(own, size)
        begun = source.breaks or self.break_due
        page_break = begun or own.get("pageBreakBefore") == "1"
        if page_break:
            self.on_first = self.on_first and index == 1
            self.gap, self.top, self.after = 0.0, 0.0, 0.0
        self.break_due = source.after or (source.breaks and not text.strip())
        before = max(_spacing(own, "before", self._grid_pitch()), self.after if own.get("contextualSpacing") != "1" else 0.0)
        if not (generated + text).strip():
            if source.table >= 0:  # cells stand beside each other
                return None
            self._blank(source, before, pitch, page_break)
            return None
        para = self._shape(source, own, stretches, generated, size)
        para.number, para.style, para.pitch, para.table = index, self.cascade.names.get(style, style), pitch, source.table
        para.listing, para.runs_on = listing, runs_on(source.element)
        para.outline = _outline(own, self.cascade.outline(style))
        para.new_page, para.begun = page_break, begun
        para.gap = None if page_break and not self.gap and not before else round((self.gap + before) / max(pitch.points, 1), 2)
        para.top = self.top + before if self.on_first else None
        para.element = source.element
        count = max(len(para.broken), 1)
        self.after = _spacing(own, "after", self._grid_pitch())
        self.top += before + count * pitch.points
        self.gap = 0.0
        return para

    def _blank(self, source: ParaSource, before: float, pitch: Pitch, page_break: bool) -> None:
        if page_break and source.breaks:
            self.gap = 0.0
            self.break_due = True
            return
        self.gap += before + pitch.points
        self.top += before + pitch.points
        self.after = 0.0

    def _listing(self, properties: etree._Element | None, style: str) -> tuple[tuple[str, int] | None, etree._Element | None]:
        """Return number id and level of a paragraph, and the style that says so, if it is not said directly."""
        id, level = numbering_of(properties) or ("", None)
        styled = None
        if not id and (styled := self.cascade.numbering_style(style)) is not None:
            inherited = numbering_of(child(styled, "pPr")) or ("", None)
            id, level = inherited[0], inherited[1] if level is None else level
        if id in ("", "0"):
            return None, None
        return (id, self.numbering.level_of(id, style) if level is None else level), styled

    def _stretches(self, source: ParaSource, style: str) -> tuple[Stretch, ...]:
        found: list[Stretch] = []
        for run in source.runs:
            properties = self.cascade.run(style, run.properties)
            if properties.get("vanish") != "1":
                found.extend(self.cascade.stretches(run.text, properties))
        return joined(found)

    def _mark_size(self, properties: etree._Element | None, style: str) -> float:
        return max(number(self.cascade.run(style, child(properties, "rPr")).get("sz"), 20), 2) / 2

    def _grid_pitch(self) -> float:
        grid = child(self.sections[self.section], "docGrid") if self.sections else None
        return number(value(grid, "linePitch")) / 20 if value(grid, "type") in ("lines", "linesAndChars", "snapToChars") else 0.0

    def _pitch(self, own: Properties, size: float) -> Pitch:
        line, rule = number(own.get("spacing.line")), own.get("spacing.lineRule", "auto")
        if line and rule == "exact":
            return Pitch(line / 20, "exact")
        grid = self._grid_pitch() if own.get("snapToGrid", "1") != "0" else 0.0
        natural = math.ceil(size * NATURAL / grid - 0.01) * grid if grid else size * NATURAL
        if line and rule == "atLeast":
            return Pitch(max(line / 20, natural), "least", f"{line / 20:g}")
        times = line / 240 if line else 1.0
        return Pitch(natural * times, "grid" if grid and times == 1 else "multiple", f"{times:g}")

    def _char_space(self, own: Properties) -> float:
        grid = child(self.sections[self.section], "docGrid") if self.sections else None
        return (
            number(value(grid, "charSpace")) / 4096 if value(grid, "type") == "linesAndChars" and own.get("snapToGrid", "1") != "0" else 0.0
        )

    def _shape(self, source: ParaSource, own: Properties, stretches: tuple[Stretch, ...], generated: str, size: float) -> Para:
        """Return the paragraph with its place between the edges of the 版心."""
        setup = self.sheet.setups[min(self.section, len(self.sheet.setups) - 1)]
        area = (setup.width - setup.left - setup.right) * MM
        spacing = self._spacing(source, own, self.cascade.style_of(child(source.element, "pPr")))
        text = source.text
        stripped = text.strip()
        lead = text[: len(text) - len(text.lstrip())].replace("\n", "")
        typed = _ems(lead) * (size + spacing)
        width = _width(generated + stripped, stretches, spacing)
        left, right = _indent(own, "left", size), _indent(own, "right", size)
        first = _indent(own, "firstLine", size) - _indent(own, "hanging", size)
        para = Para(generated + stripped, stretches, 0, generated=len(generated), width=width, size=size)
        main = _main(stretches) if stretches else None
        para.font = main.font if main else ""
        para.align = _ALIGN.get(own.get("jc", ""), "both" if own.get("jc") in ("both", "distribute") else "left")
        para.turn = left if width > area - left - first - right else None
        para.indent, para.inset = left + first + typed, right
        slack = area - left - right - first - typed - width
        if slack > 0:
            if para.align == "right":
                para.indent += slack
            elif para.align == "center":
                para.indent += slack / 2
                para.inset += slack / 2
            elif (ends := _tabbed(source, self.cascade, size + spacing)) is not None:
                para.inset = area - ends[1]
                para.indent = para.indent if "\t" in stripped else ends[0]
            else:
                para.inset += slack
        para.broken = tuple(_wrapped(generated + stripped, area - left - right, size + spacing))
        return para

    def _spacing(self, source: ParaSource, own: Properties, style: str) -> float:
        longest = max(source.runs, key=lambda run: len(run.text), default=None)
        properties = self.cascade.run(style, longest.properties if longest else None)
        return twips(properties, "spacing") + self._char_space(own)


def _outline(own: Properties, inherited: int) -> int:
    if "outlineLvl" in own:
        level = number(own["outlineLvl"], 9)
        return level + 1 if level < 9 else 0
    return inherited


def _main(stretches: Iterable[Stretch]) -> Stretch:
    """Return a stretch in the type that most characters have, 汉字 first."""
    counted: Counter[tuple[str, float, bool]] = Counter()
    for one in stretches:
        weight = len(one.text.strip()) * (100 if one.script == "han" else 1)
        counted[(one.font, one.size, one.bold)] += weight
    font, size, bold = counted.most_common(1)[0][0]
    return Stretch("", "han", font, size, bold)


def _width(text: str, stretches: tuple[Stretch, ...], spacing: float) -> float:
    """Return how wide the text is in one line, about: digits and Latin take half."""
    count = sum(len(one.text.strip("\n\t")) for one in stretches)
    size = sum(one.size * len(one.text.strip("\n\t")) for one in stretches) / count if count else 0.0
    return _ems(text) * (size + spacing)


def _wrapped(text: str, area: float, advance: float) -> Iterable[str]:
    for part in text.split("\n"):
        line, used = "", 0.0
        for sign in part:
            wide = _ems(sign) * advance
            if used + wide > area + 1 and line:
                yield line
                line, used = "", 0.0
            line += sign
            used += wide
        if line:
            yield line


def _indent(own: Properties, key: str, size: float) -> float:
    """Return an indent in points; one in characters counts before one in twips."""
    chars = number(own.get(f"ind.{key}Chars"))
    return chars / 100 * size if chars else twips(own, f"ind.{key}")


def _spacing(own: Properties, key: str, grid: float) -> float:
    if own.get(f"spacing.{key}Autospacing") in ("1", "true", "on"):
        return 14.0
    lines = number(own.get(f"spacing.{key}Lines"))
    return lines / 100 * (grid or 12.0) if lines else twips(own, f"spacing.{key}")


def _tabbed(source: ParaSource, cascade: Cascade, advance: float) -> tuple[float, float] | None:
    """Return where the text behind the last tab begins and ends, if a stop that was set says so."""
    parts, stops = source.text.split("\t"), _stops(source.element, cascade)
    if not 1 < len(parts) <= len(stops) + 1:
        return None
    at, kind = stops[len(parts) - 2]
    width = _ems(parts[-1]) * advance
    start = at - {"center": width / 2, "right": width, "end": width}.get(kind, 0.0)
    return start, start + width


def _stops(element: etree._Element, cascade: Cascade) -> list[tuple[float, str]]:
    """Return the tab stops of a paragraph, its own or else those of its style, in points with their kinds."""
    properties = child(element, "pPr")
    layers = [child(style, "pPr") for style in cascade.chain(cascade.style_of(properties))]
    for layer in (properties, *reversed(layers)):
        tabs = child(layer, "tabs")
        stops = [(number(value(tab, "pos")) / 20, value(tab) or "") for tab in (() if tabs is None else tabs) if value(tab) != "clear"]
        if stops:
            return sorted(stops)
    return []


def _levels(root: etree._Element | None) -> dict[tuple[str, int], etree._Element]:
    """Return the paragraph properties of every level of every numbering."""
    abstract = {value(item, "abstractNumId"): item for item in (() if root is None else root) if local(item) == "abstractNum"}
    found: dict[tuple[str, int], etree._Element] = {}
    for item in () if root is None else root:
        if local(item) == "num":
            listing = abstract.get(value(child(item, "abstractNumId")))
            for level in () if listing is None else listing:
                if local(level) == "lvl" and (properties := child(level, "pPr")) is not None:
                    found[(value(item, "numId") or "", number(value(level, "ilvl")))] = properties
    return found
