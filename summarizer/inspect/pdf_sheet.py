"""PDF → :class:`~.sheet.Sheet`: lines put together to paragraphs, and the page measured by them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ..i18n import enumerated, ngettext
from ..i18n import gettext as _
from ..official import PROFILES, TYPE_AREA_TOP
from .cascade import joined, script_of
from .pdf_area import MIDDLE, Area, turned
from .pdf_glyphs import PageSeen, Seen, Stroke, see
from .pdf_lines import PAGE_NUMBER, PageLines, lines_of, stretches_of, take_apart
from .roles import assign
from .sheet import LEVELS, MM, Align, Count, Line, PageNumber, Para, Pitch, Role, Rule, Sheet, TableSeen, Trace

_TITLE_SIZE = 17.5
_SHORT = 40
_LABEL = re.compile(r"附件\s?\d{0,2}$")
_LISTED = re.compile(r"\d{1,2}[.．]")
_NEAR_COLUMNS = 4.0


def measure(data: bytes, name: str) -> Sheet:
    """Measure a PDF.

    Raises:
        ReadError: damaged, encrypted, without text, or PDFium is not installed.
    """
    seen = see(data, name)
    pages = [take_apart(page) for page in seen.pages]
    area = Area(pages)
    sheet = Sheet(name, "pdf", pages=len(pages))
    sheet.profile = area.profile
    sheet.setups = tuple(area.setup(page) for page in pages)
    sheet.paras = [*_paras(pages, area), *_table_paras(pages, area)]
    assign(sheet)
    sheet.tables = tuple(_tables(pages))
    sheet.numbers = tuple(number for page in pages if (number := _number(page, area, pages)) is not None)
    sheet.unnumbered = tuple(page.page.number for page in pages if page.number is None and not turned(page))
    sheet.rules = tuple(_rules(pages, sheet))
    sheet.traces = tuple(_traces(seen, pages))
    _full_pages(sheet, pages, area)
    _full_lines(sheet, area)
    return sheet


def _paras(pages: Sequence[PageLines], area: Area) -> list[Para]:
    found: list[Para] = []
    group: list[Line] = []
    before: Line | None = None
    for page in pages:
        for line in page.lines:
            if before is not None and _continues(before, line, group, area.on(before), area.on(line)):
                group.append(line)
            else:
                if group:
                    found.append(_para(group, area.on(group[0]), len(found) + 1))
                group = [line]
            before = line
    if group:
        found.append(_para(group, area.on(group[0]), len(found) + 1))
    _captions(found, pages, area)
    starts = {(page.page.number, page.lines[0].number) for page in pages if page.lines}
    bases: dict[int, Line] = {}
    feet = {page.page.number: [page.page.height - table.grid.tops[-1] for table in page.tables] for page in pages}
    for para in found:
        first = para.lines[0]
        para.new_page = (first.page, first.number) in starts
        above = bases.get(first.page)
        middle = first.base - MIDDLE * first.size
        table = max((foot for foot in feet.get(first.page, []) if foot < middle), default=0.0)
        if area.pitch and table and (above is None or table > above.base):
            para.new_page, para.gap = False, round((middle - area.pitch / 2 - table) / area.pitch, 2)
        elif above is not None and not para.new_page and area.pitch:
            para.gap = round((middle - above.base + MIDDLE * above.size) / area.pitch - 1, 2)
        para.top = first.top - TYPE_AREA_TOP * MM if first.page == 1 else None
        bases.update({line.page: line for line in para.lines})
    return found


def _captions(paras: list[Para], pages: Sequence[PageLines], area: Area) -> None:
    """Mark the short centred lines that stand right above a table."""
    for page in pages:
        heads = [page.page.height - table.grid.tops[0] for table in page.tables]
        for para in paras:
            line = para.lines[-1]
            near = any(0 < head - line.base < max(area.pitch, line.size) for head in heads)
            if near and line.page == page.page.number and para.align == "center" and len(para.text) < _SHORT:
                para.style = "caption"


def _listed(line: Line, area: Area) -> bool:
    """Whether it begins a further name of the 附件说明, five 字 in."""
    return bool(_LISTED.match(line.text)) and line.left > area.left + 4 * line.em


def _centred(line: Line, area: Area) -> bool:
    middle = (line.left + line.right - line.hang) / 2
    return abs(middle - (area.left + area.right) / 2) < 0.6 * area.size


def _continues(before: Line, line: Line, group: list[Line], above: Area, area: Area) -> bool:
    """Whether a line goes on with the paragraph of the line before it; each has its page's area."""
    if abs(before.size - line.size) > 0.6 or above.turned != area.turned:
        return False
    same_page = before.page == line.page
    step = line.base - before.base
    if same_page and area.pitch and step > 1.6 * max(area.pitch, line.size):
        return False
    if line.size >= _TITLE_SIZE and _centred(before, area) and _centred(line, area):
        return True
    if line.left > area.left + 0.5 * line.em:
        # Turned under the name, as in 附件说明.
        first = group[0]
        named = bool(re.match(r"附件[：:]|抄送[：:]", first.text)) or (_listed(first, area) and line.left > area.left + 5 * line.em)
        return named and line.left > first.left + 0.6 * line.em and not _LISTED.match(line.text)
    if _LABEL.match(line.text) or before.left > area.left + 3 * before.em:
        return False
    return before.right > area.right - 2.6 * before.em


def _para(lines: list[Line], area: Area, number: int) -> Para:
    first, last = lines[0], lines[-1]
    text = "".join(line.text for line in lines)
    # A line that fills all but its indent looks centred, too.
    clear = first.size >= _TITLE_SIZE or min(line.left for line in lines) > area.left + 2.5 * first.em
    centred = clear and all(_centred(line, area) for line in lines)
    indent, inset = first.left - area.left, area.right - last.right
    align: Align = "center" if centred else "right" if len(lines) == 1 and indent > max(inset, 8 * area.size) else "both"
    faces = Counter[tuple[str, float]]()
    for stretch in (stretch for line in lines for stretch in line.stretches):
        faces[(stretch.font, stretch.size)] += len(stretch.text) * (100 if stretch.script == "han" else 1)
    font, _size = faces.most_common(1)[0][0]
    return Para(
        text,
        joined(stretch for line in lines for stretch in line.stretches),
        number,
        page=first.page,
        align=align,
        indent=indent,
        turn=min(line.left for line in lines[1:]) - area.left if len(lines) > 1 else None,
        inset=inset,
        pitch=Pitch(area.pitch, "measured") if area.pitch else None,
        width=last.right - first.left,
        lines=tuple(lines),
        broken=tuple(line.text for line in lines),
        size=first.size,
        font=font,
    )


def _table_paras(pages: Sequence[PageLines], area: Area) -> Iterator[Para]:
    count = 0
    for page in pages:
        for table in page.tables:
            ordered = lines_of(table.glyphs, page.page.number)
            text = " ".join(line.text for line in ordered)
            stretches = stretches_of(table.glyphs)
            yield Para(text, stretches, 0, page=page.page.number, table=count, lines=tuple(ordered), size=area.size)
            count += 1


def _tables(pages: Sequence[PageLines]) -> Iterator[TableSeen]:
    number = 0
    for index, page in enumerate(pages):
        for position, table in enumerate(page.tables):
            grid = table.grid
            width = (grid.lefts[-1] - grid.lefts[0]) / MM
            before = pages[index - 1].tables[-1] if index and pages[index - 1].tables and position == 0 else None
            top = page.page.height - grid.tops[0]
            repeats: bool | None = None
            alike = (
                before is not None
                and len(before.grid.lefts) == len(grid.lefts)
                and all(abs(a - b) < _NEAR_COLUMNS for a, b in zip(before.grid.lefts, grid.lefts, strict=True))
            )
            if before is not None and alike and not any(line.base < top for line in page.lines):
                repeats = before.head == table.head
            number += 1
            yield TableSeen(number, len(grid.tops) - 1, page.page.number, repeats, None, width)


def _number(page: PageLines, area: Area, pages: Sequence[PageLines]) -> PageNumber | None:
    seen = page.page
    if turned(page):
        return _turned_number(seen, page)
    line = page.number
    if line is None or (found := PAGE_NUMBER.match(line.text.replace(" ", ""))) is None:
        return None
    left, right = line.left - area.left, area.right - line.right
    side: Align = "center" if abs(left - right) < 2 * line.size else "left" if left < right else "right"
    shown = int(found[1])
    text = line.text.replace(found[1], "N", 1) if shown - seen.number == _offset(pages) else line.text
    dash = (line.top + line.bottom) / 2
    glyphs = [glyph for glyph in seen.glyphs if abs(glyph.base - line.base) < 1 and not glyph.sign.isdigit()]
    if glyphs:
        dash = median((glyph.top + glyph.bottom) / 2 for glyph in glyphs)
    # The numbers of a document that goes on from another may begin later; odd and even are those that are shown.
    return PageNumber(seen.number, shown % 2 == 0, text, side, min(left, right) if side != "center" else 0.0, dash / MM, line.stretches)


def _offset(pages: Sequence[PageLines]) -> int:
    offsets = Counter(
        int(found[1]) - page.page.number
        for page in pages
        if page.number is not None and (found := PAGE_NUMBER.match(page.number.text.replace(" ", "")))
    )
    return offsets.most_common(1)[0][0] if offsets else 0


def _turned_number(seen: PageSeen, page: PageLines) -> PageNumber | None:
    """Return the number of a page on its side: along the edge where upright pages have theirs."""
    sideways = sorted((glyph for glyph in seen.glyphs if glyph.angle in (1, 3)), key=lambda glyph: glyph.base)
    edge = [g for g in sideways if g.left < 37 * MM or g.right > seen.width - 37 * MM]
    digits = "".join(glyph.sign for glyph in edge if glyph.sign.isdigit())
    if not digits:
        line = page.number
        return PageNumber(seen.number, False, line.text, "", 0.0, None, line.stretches, landscape=True) if line else None
    middle = median((glyph.left + glyph.right) / 2 for glyph in edge)
    dash = (seen.width - middle if middle < seen.width / 2 else middle) / MM
    return PageNumber(seen.number, seen.number % 2 == 0, "— N —", "", 0.0, dash, stretches_of(edge), landscape=True)


def _rules(pages: Sequence[PageLines], sheet: Sheet) -> Iterator[Rule]:
    """Yield the red rule of the first page and the rules of the 版记."""
    heads = [para for para in sheet.of(Role.DOCUMENT_NUMBER) if para.page == 1]
    for stroke in _level(pages[0].page.strokes):
        middle = (stroke.top + stroke.bottom) / 2
        if stroke.colour and stroke.right - stroke.left > 60 * MM:
            base = heads[0].lines[-1].bottom if heads else None
            below = (stroke.top - base) / MM if base is not None else None
            yield Rule("letterhead", 1, (stroke.right - stroke.left) / MM, stroke.weight / MM, stroke.colour, middle / MM, below)
    paras = [para for para in sheet.of(Role.COPIES, Role.PRINTED) if para.table < 0]
    if not paras:
        return
    number = paras[-1].page
    top = min(para.lines[0].top for para in paras if para.page == number)
    page = pages[number - 1].page
    for stroke in sorted(_level(page.strokes), key=lambda stroke: stroke.top):
        middle = (stroke.top + stroke.bottom) / 2
        if middle > top - 25 and stroke.right - stroke.left > 60 * MM:
            yield Rule("imprint", number, (stroke.right - stroke.left) / MM, stroke.weight / MM, stroke.colour, middle / MM)


def _level(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return the level rules, those that lie on one another once."""
    found: list[Stroke] = []
    for stroke in strokes:
        level = stroke.right - stroke.left > 10 * (stroke.bottom - stroke.top)
        if level and not any(abs(stroke.top - other.top) < 1 and abs(stroke.left - other.left) < 1 for other in found):
            found.append(stroke)
    return found


def _traces(seen: Seen, pages: Sequence[PageLines]) -> Iterator[Trace]:
    if count := sum(page.comments for page in seen.pages):
        yield Trace("comments", ngettext("{n} comment", "{n} comments", count).format(n=count))
    if seen.author:
        yield Trace("author", seen.author)
    if header := next((line for page in pages for line in page.header), None):
        yield Trace("draft", _("header “{text}”").format(text=header.text[:20]))
    if seen.unembedded:
        yield Trace("fonts", enumerated(seen.unembedded))


def _full_pages(sheet: Sheet, pages: Sequence[PageLines], area: Area) -> None:
    """Set lines, first and last ink of the pages that text fills: the next page goes on with a paragraph or with body."""
    lines, first_ink, last_ink = [], [], []
    by_start = {(para.lines[0].page, para.lines[0].number): para for para in sheet.paras if para.lines and para.table < 0}
    for page, after in pairwise(pages):
        if not page.lines or not after.lines or page.tables or not area.pitch or turned(page):
            continue
        # Below a 版头 the lines do not stand where those of other pages do.
        if page.page.number == 1 and sheet.of(Role.ISSUER):
            continue
        starts = by_start.get((after.page.number, after.lines[0].number))
        heading = starts is not None and starts.role is not Role.BODY
        if heading:
            continue
        first, last = page.lines[0], page.lines[-1]
        middles = (last.base - MIDDLE * last.size) - (first.base - MIDDLE * first.size)
        lines.append(Count(round(middles / area.pitch) + 1, page.page.number))
        if first.size == area.size:
            first_ink.append(Count(first.top / MM, page.page.number, first.text))
        last_ink.append(Count(last.bottom / MM, page.page.number, last.text))
    if not lines and area.pitch:
        lines.append(Count(math.floor(PROFILES[sheet.profile].lines * PROFILES[sheet.profile].pitch_pt / area.pitch + 0.05)))
    sheet.lines, sheet.first_ink, sheet.last_ink = tuple(lines), tuple(first_ink), tuple(last_ink)
    ends = []
    for page in pages:
        if not page.lines or page is pages[-1]:
            continue
        para = next((p for p in sheet.paras if p.lines and page.lines[-1] is p.lines[-1]), None)
        if para is not None and para.role in LEVELS and para.lead == len(para.text):
            ends.append(Count(page.page.number, page.page.number, para.text))
    sheet.last_lines = tuple(ends)


def _full_lines(sheet: Sheet, area: Area) -> None:
    """Set characters and right edges of the lines that a paragraph fills."""
    counts, edges = [], []
    for para in sheet.of(Role.BODY, *LEVELS):
        for number, line in enumerate(para.lines[:-1]):
            if abs(line.size - area.size) > 0.3 or line.page in area.across:
                continue
            right = line.right if abs(line.right - area.right) < abs(line.right - line.hang - area.right) else line.right - line.hang
            edges.append(Count((right - area.left) / MM, line.page, line.text))
            if number and all(script_of(sign) != "latin" for sign in line.text):
                counts.append(Count(len(line.text), line.page, line.text))
    sheet.edges = tuple(edges)
    common = Counter(count.value for count in counts).most_common()
    if len(counts) > 2:
        best = max(value for value, times in common if times == common[0][1])
        sheet.characters = (next(count for count in counts if count.value == best),)
    elif edges:
        # Too little pure Chinese: as many as the line would hold by the advance in lines that are not justified.
        every = [line for para in sheet.of(Role.BODY, *LEVELS) for line in para.lines]
        loose = [para.lines[-1] for para in sheet.of(Role.BODY) if len(para.lines[-1].text) > 5]
        advance = median(line.em for line in loose or every)
        sheet.characters = (replace(edges[0], value=math.floor((area.right - area.left) / advance + 0.1)),)
