"""Two bodies of Word files in one: which paragraph and which row comes, goes or stays."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.oxml.ns import qn

from ...writers.docx_parts.elements import Element
from ..align import align
from .flow import Flow, Grid, Line
from .pen import Mark, Pen

#: A line or a grid of either body, or one of both.
_Entry = tuple[Line | Grid | None, Line | Grid | None]


def merged(before: Flow, after: Flow, pen: Pen) -> list[Element]:
    """Return the elements of both bodies with the changes marked."""
    entries = list(_entries(before, after))
    # From the last entry that stays on, marks of paragraphs need care.
    stay = [n for n, (one, other) in enumerate(entries) if one is not None and other is not None]
    end = stay[-1] if stay else 0
    made = [element for entry in entries[:end] for element in _written(entry, pen)]
    return _unframed([*made, *_end(entries[end:], pen)])


def _unframed(elements: list[Element]) -> list[Element]:
    """Take the 版记 out of its frame where anything in it changed: LibreOffice 7.4 forgets the marks of changes in frames, and shows
    what is gone beside what is new.
    """
    framed = [(element, frame) for element in elements for frame in element.iter(qn("w:framePr"))]
    if any(next(element.iter(qn("w:ins"), qn("w:del")), None) is not None for element, _frame in framed):
        for _element, frame in framed:
            frame.getparent().remove(frame)  # type: ignore[union-attr]
    return elements


def _entries(before: Flow, after: Flow) -> Iterator[_Entry]:
    """Yield what belongs together; the gap of a table is a line of its own from here on."""
    for one, other in align([item.item for item in before], [item.item for item in after]):
        old, new = before[one] if one is not None else None, after[other] if other is not None else None
        yield old, new
        gaps = tuple(item.gap if isinstance(item, Grid) else None for item in (old, new))
        if any(gaps):
            yield gaps[0], gaps[1]


def _written(entry: _Entry, pen: Pen) -> Iterator[Element]:
    old, new = entry
    if isinstance(old, Grid) or isinstance(new, Grid):
        assert not isinstance(old, Line)
        assert not isinstance(new, Line)
        yield _table(old, new, pen)
    elif old is None and new is not None:
        yield pen.paragraph(new, "ins")
    elif new is None and old is not None:
        yield pen.paragraph(old, "del")
    elif old is not None and new is not None:
        yield pen.rewritten(old, new)


def _end(entries: list[_Entry], pen: Pen) -> Iterator[Element]:
    """Yield the end of a body, from the last entry that stays on, where there is one.

    The mark of the last paragraph of a file cannot go. So the last of either side are one paragraph; where only one side has any,
    the paragraph before them takes that mark over.
    """
    gone = [old for old, new in entries if new is None and old is not None]
    come = [new for old, new in entries if old is None and new is not None]
    stays = entries[: len(entries) - len(gone) - len(come)]
    if gone and come:
        entries = [*stays, *((old, None) for old in gone[:-1]), *((None, new) for new in come[:-1]), *_last(gone[-1], come[-1])]
    elif gone or come:
        yield from _one_sided(stays[0] if stays else (None, None), gone or come, "del" if gone else "ins", pen)
        return
    for entry in entries:
        yield from _written(entry, pen)


def _last(old: Line | Grid, new: Line | Grid) -> list[_Entry]:
    together = isinstance(old, Line) and isinstance(new, Line) and not old.section and not new.section
    return [(old, new)] if together else [(old, None), (None, new)]


def _one_sided(stays: _Entry, items: list[Line | Grid], mark: Mark, pen: Pen) -> Iterator[Element]:
    old, new = stays
    lines = [item for item in items if isinstance(item, Line) and not item.section]
    if len(lines) == len(items) and isinstance(old, Line) and isinstance(new, Line) and not new.section:
        yield pen.rewritten(old, new, mark)
        yield from (pen.paragraph(line, mark) for line in lines[:-1])
        yield pen.ending(lines[-1], mark, new if mark == "del" else old)
        return
    yield from _written(stays, pen)
    for item in items:
        if isinstance(item, Line) and item is items[-1]:
            yield pen.paragraph(item, mark, ends=False)
        else:
            yield from _written((item, None) if mark == "del" else (None, item), pen)


def _table(old: Grid | None, new: Grid | None, pen: Pen) -> Element:
    """Return a table: of both sides row by row, else all of its rows marked."""
    grid = new or old
    assert grid is not None
    made = grid.element
    if old is None or new is None:
        rows = [pen.row(row, "ins" if old is None else "del") for row in grid.rows]
    elif not grid.columns:
        return made  # with merged cells, only what is the same belongs together
    else:
        rows = list(_rows(old, new, pen))
    for row in grid.rows:
        made.remove(row.element)
    made.extend(rows)
    return made


def _rows(old: Grid, new: Grid, pen: Pen) -> Iterator[Element]:
    widths = [deepcopy(width) for width in new.rows[0].element.iter(qn("w:tcW"))]
    for one, other in align([row.item for row in old.rows], [row.item for row in new.rows]):
        if one is not None and other is not None:
            yield pen.rewritten_row(old.rows[one], new.rows[other])
        elif other is not None:
            yield pen.row(new.rows[other], "ins")
        elif one is not None:
            row = pen.row(old.rows[one], "del")
            # A row that goes is as wide as those that stay.
            for width, wanted in zip(list(row.iter(qn("w:tcW"))), widths, strict=True):
                width.getparent().replace(width, deepcopy(wanted))  # type: ignore[union-attr]
            yield row
