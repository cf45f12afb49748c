"""Tables and drawn rules of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..readers.docx_styles import child, is_on, local, number, value
from .cascade import Cascade
from .sheet import Para, Role, Rule, Sheet, TableSeen

_EMU_MM, _EMU_POINT = 36_000, 12_700
_LINES = ("line", "straightConnector1")
_BLACK = ("", "auto", "000000")


def tables_of(tables: list[etree._Element], sheet: Sheet) -> tuple[TableSeen, ...]:
    """Return the outermost tables; those that only lay something out (版记, a letterhead) say so."""
    roles: dict[int, set[Role | None]] = {}
    for para in sheet.paras:
        roles.setdefault(para.table, set()).add(para.role)
    found = []
    for index, table in enumerate(tables):
        rows = [item for item in table.iter() if local(item) == "tr" and _owner(item) is table]
        columns = max((sum(1 for cell in row if local(cell) == "tc") for row in rows), default=0)
        repeats = bool(rows) and bool(is_on(child(rows[0], "trPr", "tblHeader")))
        breaks = any(not is_on(child(row, "trPr", "cantSplit")) for row in rows)
        layout = Role.TABLE not in roles.get(index, set()) or columns < 2 or len(rows) < 2
        found.append(TableSeen(index + 1, len(rows), repeats=repeats, breaks=breaks, width=_width(table), layout=layout))
    return tuple(found)


def _owner(row: etree._Element) -> etree._Element | None:
    return next((item for item in row.iterancestors() if local(item) == "tbl"), None)


def _width(table: etree._Element) -> float:
    grid = child(table, "tblGrid")
    return sum(number(value(column, "w")) for column in (() if grid is None else grid)) / 1440 * 25.4


def rules_of(tables: list[etree._Element], sheet: Sheet, cascade: Cascade, body: etree._Element) -> tuple[Rule, ...]:
    """Return the red rule of the letterhead and those of the 版记, in order."""
    return (*_letterhead(sheet, cascade, body), *_imprint(tables, sheet, cascade))


def _letterhead(sheet: Sheet, cascade: Cascade, body: etree._Element) -> Iterator[Rule]:
    heads = sheet.of(Role.DOCUMENT_NUMBER, Role.ISSUER)
    if not heads:
        return
    width = sheet.setups[0].width - sheet.setups[0].left - sheet.setups[0].right
    for para in heads:
        for border in _borders(para.element, cascade, "bottom"):
            below = number(value(border, "space")) * 25.4 / 72
            yield Rule("letterhead", 0, width, number(value(border, "sz")) / 8 * 25.4 / 72, value(border, "color") or "", below=below)
    for shape in body.iter():
        if local(shape) == "prstGeom" and shape.get("prst") in _LINES:
            yield from _drawn(shape)
            return


def _drawn(shape: etree._Element) -> Iterator[Rule]:
    properties = shape.getparent()
    extent, line = child(properties, "xfrm", "ext"), child(properties, "ln")
    if extent is None or line is None:
        return
    colour = next((item.get("val", "") for item in line.iter() if local(item) == "srgbClr"), "")
    yield Rule("letterhead", 0, number(extent.get("cx")) / _EMU_MM, number(line.get("w")) / _EMU_POINT * 25.4 / 72, colour)


def _borders(element: object, cascade: Cascade, side: str) -> Iterator[etree._Element]:
    """Yield the border on one side of a paragraph, from itself or else from its style."""
    if not isinstance(element, etree._Element):
        return
    properties = child(element, "pPr")
    for layer in (properties, *(child(style, "pPr") for style in reversed(cascade.chain(cascade.style_of(properties))))):
        border = child(layer, "pBdr", side)
        if border is not None:
            if value(border) not in ("nil", "none"):
                yield border
            return


def _imprint(tables: list[etree._Element], sheet: Sheet, cascade: Cascade) -> Iterator[Rule]:
    paras = sheet.of(Role.COPIES, Role.PRINTED)
    if not paras:
        return
    setup = sheet.setups[-1]
    inside = [para for para in paras if para.table >= 0]
    if inside:
        yield from _table_rules(tables[inside[0].table])
        return
    width = setup.width - setup.left - setup.right
    for element in _around(paras):
        if (weight := _shaded(element, cascade)) is not None:
            yield Rule("imprint", 0, width, weight, "")
        for side in ("top", "bottom"):
            for border in _borders(element, cascade, side):
                colour = value(border, "color") or ""
                yield Rule("imprint", 0, width, _weight(border), "" if colour in _BLACK else colour)


def _shaded(element: etree._Element, cascade: Cascade) -> float | None:
    """Return the height in mm of an empty line filled with black, which is how rules of any weight can be drawn."""
    properties = child(element, "pPr")
    if _text(element):
        return None
    for layer in (properties, *(child(style, "pPr") for style in reversed(cascade.chain(cascade.style_of(properties))))):
        if (shade := child(layer, "shd")) is not None:
            own = cascade.paragraph(properties)
            filled = value(shade, "fill") in ("000000", "black") and own.get("spacing.lineRule") == "exact"
            return number(own.get("spacing.line")) / 1440 * 25.4 if filled else None
    return None


def _around(paras: list[Para]) -> list[etree._Element]:
    """Return the paragraphs of the 版记 with the empty ones around and between, which may carry its rules."""
    elements = [para.element for para in paras if isinstance(para.element, etree._Element)]
    if not elements:
        return []
    found = [elements[0]]
    while (before := found[0].getprevious()) is not None and local(before) == "p" and not _text(before):
        found.insert(0, before)
    while (after := found[-1].getnext()) is not None and local(after) == "p" and (after in elements or not _text(after)):
        found.append(after)
    return found


def _text(element: etree._Element) -> str:
    return "".join(item.text or "" for item in element.iter() if local(item) == "t").strip()


def _table_rules(table: etree._Element) -> Iterator[Rule]:
    width = _width(table)
    rows = sum(1 for item in table if local(item) == "tr")
    borders = child(table, "tblPr", "tblBorders")
    for side, times in (("top", 1), ("insideH", rows - 1), ("bottom", 1)):
        border = child(borders, side)
        if border is not None and value(border) not in ("nil", "none"):
            for _count in range(times):
                colour = value(border, "color") or ""
                yield Rule("imprint", 0, width, _weight(border), "" if colour in _BLACK else colour)


def _weight(border: etree._Element) -> float:
    return number(value(border, "sz")) / 8 * 25.4 / 72
