"""Page numbers of a Word file: which footer a page shows, what stands in it, where."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..readers.docx_package import Package
from ..readers.docx_styles import child, is_on, local, number, value
from .cascade import Cascade, Properties, joined, twips
from .docx_story import PAGE, ParaSource, Walk
from .sheet import MM, Align, PageNumber, Stretch

#: Where Word and LibreOffice put the baseline in a line of exact height; a dash's centre above it, in parts of the size.
_BASELINE, _DASH_RISE = 0.8, 0.34
#: Below the baseline of a line as high as its font wants it, and that line's height, in parts of the size.
_DESCENT, _NATURAL = 0.25, 1.3
_EMU_MM = 36_000
_DASHED = {"numberInDash": "- {} -"}
_ALIGN: dict[str, Align] = {
    "center": "center", "right": "right", "end": "right", "both": "left", "left": "left", "start": "left", "inside": "left",
}  # fmt: skip


def targets_of(package: Package, part: str) -> dict[str, str]:
    """Return relation id → part for the relations of a part."""
    folder, base = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    found = {}
    for item in () if root is None else root:
        target = item.get("Target", "")
        found[item.get("Id", "")] = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return found


def page_numbers(
    package: Package,
    main: str,
    sections: list[etree._Element],
    settings: etree._Element | None,
    cascade: Cascade,
    unnumbered: frozenset[int] = frozenset(),
) -> tuple[PageNumber, ...]:
    """Return what odd pages and even pages show in each section, and a first page of its own.

    ``unnumbered`` are the sections that may go without: those with nothing but the 版记.
    """
    targets = targets_of(package, main)
    alternate = bool(is_on(child(settings, "evenAndOddHeaders")))
    found: list[PageNumber] = []
    inherited: dict[str, str] = {}
    for index, section in enumerate(sections):
        for item in section:
            if local(item) == "footerReference":
                id = next((str(text) for name, text in item.attrib.items() if str(name).endswith("}id")), "")
                inherited[value(item, "type") or "default"] = targets.get(id, "")
        wanted = [("default", False), ("even" if alternate else "default", True)]
        if is_on(child(section, "titlePg")):
            wanted.append(("first", False))
        for kind, even in wanted:
            part = inherited.get(kind, "")
            root = package.xml(part) if part else None
            seen = _Footer(section, root, cascade).number(even)
            if seen not in found and (seen.text or index not in unnumbered):
                found.append(seen)
    return tuple(found)


class _Footer:
    def __init__(self, section: etree._Element, root: etree._Element | None, cascade: Cascade) -> None:
        self.section, self.root, self.cascade = section, root, cascade
        size, margins = child(section, "pgSz"), child(section, "pgMar")
        self.height = number(value(size, "h"), 15840) / 20
        self.width = number(value(size, "w"), 12240) / 20
        self.landscape = number(value(size, "w"), 12240) > number(value(size, "h"), 15840)
        self.distance = number(value(margins, "footer"), 720) / 20
        form = value(child(section, "pgNumType"), "fmt") or "decimal"
        self.page = _DASHED.get(form, "{}" if form == "decimal" else f"{{}} ({form})").format(PAGE)

    def number(self, even: bool) -> PageNumber:
        """Return the number that the footer shows; without one its text is empty."""
        sources = list(self._sources())
        source = next((one for one in sources if one.has_page), None)
        if source is None:
            return PageNumber(0, even, "", "", 0.0, None, (), landscape=self.landscape)
        style = self.cascade.style_of(child(source.element, "pPr"))
        own = self.cascade.paragraph(child(source.element, "pPr"))
        stretches = joined(s for run in source.runs for s in self.cascade.stretches(run.text, self.cascade.run(style, run.properties)))
        if self.landscape:
            return PageNumber(0, even, self._shown(source), "", 0.0, self._turned(source), stretches, landscape=True)
        side, inset = self._side(source, own, stretches, even)
        return PageNumber(
            0, even, self._shown(source), side, inset, self._dash(source, sources, stretches), stretches, landscape=self.landscape
        )

    def _shown(self, source: ParaSource) -> str:
        return source.text.strip().replace(PAGE, self.page, 1)

    def _turned(self, source: ParaSource) -> float | None:
        """Return where an upright page would have a number that stands in a turned text box, in mm from its top."""
        box = next((item for item in source.element.iterancestors() if local(item) == "wsp"), None)
        anchor = next((item for item in source.element.iterancestors() if local(item) == "anchor"), None)
        body, offset, extent = child(box, "bodyPr"), child(anchor, "positionH", "posOffset"), child(anchor, "extent")
        if body is None or offset is None or extent is None or body.get("vert") not in ("vert", "vert270", "eaVert"):
            return None
        middle = (number(offset.text) + number(extent.get("cx")) / 2) / _EMU_MM
        width = self.width / MM
        return width - middle if middle < width / 2 else middle

    def _sources(self) -> Iterator[ParaSource]:
        if self.root is None:
            return
        # Word's gallery puts the number into a text box; the second of two alternatives is the first again.
        walk = Walk()
        for source in walk.paragraphs(self.root):
            yield source
            for box in source.element.iter():
                if local(box) == "txbxContent" and not any(local(a) == "Fallback" for a in box.iterancestors()):
                    yield from walk.paragraphs(box)

    def _side(self, source: ParaSource, own: Properties, stretches: tuple[Stretch, ...], even: bool) -> tuple[Align, float]:
        frame = child(source.element, "pPr", "framePr")
        placed = value(frame, "xAlign") if frame is not None else self._box(source)
        if placed == "outside":
            return ("left" if even else "right"), 0.0
        side: Align = _ALIGN.get(placed or own.get("jc", "left"), "left")
        size = stretches[0].size if stretches else 0.0
        text = source.text
        blanks = text[: len(text) - len(text.lstrip())] if side == "left" else text[len(text.rstrip()) :]
        typed = sum(size if c == "\u3000" else size / 2 for c in blanks)
        key = "left" if side == "left" else "right"
        chars = number(own.get(f"ind.{key}Chars"))
        inset = (chars / 100 * size if chars else twips(own, f"ind.{key}")) + typed
        if side == "left":
            first = number(own.get("ind.firstLineChars"))
            inset += first / 100 * size if first else twips(own, "ind.firstLine")
        return side, inset

    @staticmethod
    def _box(source: ParaSource) -> str:
        """Return the side at which a text box stands, if the paragraph is in one."""
        anchor: Any = next((a for a in source.element.iterancestors() if local(a) == "anchor"), None)
        found = child(anchor, "positionH", "align")
        return (found.text or "") if found is not None else ""

    def _dash(self, source: ParaSource, sources: list[ParaSource], stretches: tuple[Stretch, ...]) -> float | None:
        """Return where the dash's centre will be, in mm from the paper's top: the footer stands on its distance from the edge."""
        if child(source.element, "pPr", "framePr") is not None or any(local(a) == "txbxContent" for a in source.element.iterancestors()):
            return None
        size = stretches[0].size if stretches else 14.0
        below = sum(self._height(one, size)[0] for one in sources[sources.index(source) + 1 :])
        _line, descent = self._height(source, size)
        return (self.height - self.distance - below - descent - _DASH_RISE * size) / MM

    def _height(self, source: ParaSource, size: float) -> tuple[float, float]:
        own = self.cascade.paragraph(child(source.element, "pPr"))
        line = number(own.get("spacing.line")) / 20
        if line and own.get("spacing.lineRule") == "exact":
            return line, (1 - _BASELINE) * line
        grid = child(self.section, "docGrid")
        pitch = number(value(grid, "linePitch")) / 20 if value(grid, "type") in ("lines", "linesAndChars") else 0.0
        natural = size * _NATURAL
        if pitch and own.get("snapToGrid", "1") != "0":
            return max(pitch, natural), (max(pitch, natural) - natural) / 2 + _DESCENT * size
        return natural, _DESCENT * size
