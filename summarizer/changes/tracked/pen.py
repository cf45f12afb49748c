"""Writes tracked changes: runs that are inserted or deleted, paragraphs and rows that come or go with their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import groupby
from typing import Literal

from docx.oxml.ns import qn
from lxml import etree

from ...writers.docx_parts.elements import Element, el, text_element
from ..words import compare
from .flow import Ink, Line, Row

Mark = Literal["ins", "del"]

#: Changes are numbered from here: one row of numbers serves bookmarks, too.
_FIRST = 100_000
_SPECIAL = {"\t": "tab", "\n": "br"}
_DELETED = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}


class Pen:
    """Marks changes as made by one author at one time.

    Args:
        author: as it is shown beside every change. moment: none is shown without it.
    """

    def __init__(self, author: str, moment: datetime | None) -> None:
        self._who: dict[str, str | int] = {"author": author}
        if moment:
            self._who["date"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._number = _FIRST

    def mark(self, kind: str, *children: Element) -> Element:
        """Return ``<w:ins>``, ``<w:del>`` or ``<w:pPrChange>`` with a number of its own."""
        self._number += 1
        return el(kind, {"id": self._number, **self._who}, *children)

    # Words

    def changed(self, before: Sequence[Ink], after: Sequence[Ink]) -> Iterator[Element]:
        """Yield the words of two versions of a paragraph, what is gone before what came in its place."""
        for edit in compare(before, after):
            gone, new = before[slice(*edit.before)], after[slice(*edit.after)]
            if edit.same:
                yield from _plain(new)
            elif len(gone) == len(new) == 1 and gone[0].kind == new[0].kind == "figure" and gone[0].fact == new[0].fact:
                yield from self._revalued(gone[0], new[0])
            else:
                yield from self.words(gone, "del")
                yield from self.words(new, "ins")

    def words(self, inks: Iterable[Ink], mark: Mark) -> Iterator[Element]:
        """Yield words as inserted or deleted. A figure that comes has its bookmark, and no content control.

        Word fills a control that a rejection has emptied with a request to type something.
        """
        for own, group in groupby(inks, key=lambda ink: bool(ink.marks) and mark == "ins"):
            if not own:
                runs = list(_runs(group, deleted=mark == "del"))
                yield from [self.mark(mark, *runs)] if runs else []
                continue
            for ink in group:
                start, end = ink.marks
                runs = list(_runs([ink], deleted=False))
                yield from (start, self.mark(mark, *runs), end) if runs else (start, end)

    def _revalued(self, gone: Ink, new: Ink) -> Iterator[Element]:
        """Yield a figure whose value changed: the control stays, its content is exchanged."""
        control = deepcopy(new.element)
        assert control is not None
        content = next(control.iter(qn("w:sdtContent")))
        content[:] = [*self.words([_bare(gone)], "del"), *self.words([_bare(new)], "ins")]
        if not gone.text or not new.text:  # a control is not left empty
            content.append(el("r", None, el("t")))
        yield from (*new.marks[:1], control, *new.marks[1:])

    # Paragraphs and rows

    def paragraph(self, line: Line, mark: Mark, *, ends: bool = True) -> Element:
        """Return a paragraph that comes or goes; ``ends`` with its mark."""
        return _paragraph(self._properties(line, mark if ends else None), self.words(line.tokens, mark))

    def rewritten(self, before: Line, after: Line, mark: Mark | None = None) -> Element:
        """Return a paragraph that stays; ``mark`` for one that is joined with the next, or was."""
        properties = self._properties(after, mark)
        if before.style != after.style:
            self._restyle(properties, before)
        same = _same(before.tokens, after.tokens)
        return _paragraph(properties, _plain(after.tokens) if same else self.changed(before.tokens, after.tokens))

    def ending(self, line: Line, mark: Mark, other: Line) -> Element:
        """Return the last paragraph of a file, whose mark always stays, where its words come or go.

        Args:
            other: whose mark it has when the words are not there.
        """
        now, then = (line, other) if mark == "ins" else (other, line)
        properties = self._properties(now, None)
        if now.style != then.style:
            self._restyle(properties, then)
        return _paragraph(properties, self.words(line.tokens, mark))

    def _properties(self, line: Line, mark: Mark | None) -> Element:
        found = line.element.find(qn("w:pPr"))
        properties: Element = deepcopy(found) if found is not None else el("pPr")
        if mark:
            place = el("rPr", None, self.mark(mark))
            section = properties.find(qn("w:sectPr"))
            properties.append(place) if section is None else section.addprevious(place)
        return properties

    def _restyle(self, properties: Element, before: Line) -> None:
        """Let ``properties`` tell what they were."""
        old = self._properties(before, None)
        for part in [*old.iterchildren(qn("w:rPr"), qn("w:sectPr"))]:
            old.remove(part)
        properties.append(self.mark("pPrChange", old))

    def row(self, row: Row, mark: Mark) -> Element:
        """Return a row of a table that comes or goes."""
        made = deepcopy(row.element)
        properties = made.find(qn("w:trPr"))
        if properties is None:
            properties = el("trPr")
            made.insert(0, properties)
        properties.append(self.mark(mark))
        _put(made, [self.paragraph(cell, mark) for cell in row.cells])
        return made

    def rewritten_row(self, before: Row, after: Row) -> Element:
        """Return a row of which cells change."""
        _put(after.element, [self.rewritten(old, new) for old, new in zip(before.cells, after.cells, strict=True)])
        return after.element


def _put(row: Element, paragraphs: list[Element]) -> None:
    """Exchange the paragraphs of a row's cells."""
    old = [p for cell in row.iterchildren(qn("w:tc")) for p in cell.iterchildren(qn("w:p"))]
    for one, other in zip(old, paragraphs, strict=True):
        if one is not other:
            one.getparent().replace(one, other)  # type: ignore[union-attr]


def _paragraph(properties: Element, inside: Iterable[Element]) -> Element:
    return el("p", None, properties, *inside)


def _same(before: Sequence[Ink], after: Sequence[Ink]) -> bool:
    return [(ink.key, ink.text) for ink in before] == [(ink.key, ink.text) for ink in after]


def _bare(ink: Ink) -> Ink:
    return Ink(ink.text, ink.kind, ink.fact, dress=ink.dress, element=ink.element)


def _plain(inks: Iterable[Ink]) -> Iterator[Element]:
    """Yield words that stay, figures in their controls."""
    for own, group in groupby(inks, key=lambda ink: ink.kind == "figure"):
        if not own:
            yield from _runs(group, deleted=False)
            continue
        for ink in group:
            assert ink.element is not None
            yield from (*ink.marks[:1], ink.element, *ink.marks[1:])


def _runs(inks: Iterable[Ink], *, deleted: bool) -> Iterator[Element]:
    """Yield the runs of words: neighbours that are written alike in one."""
    for (own, _dress), group in groupby(inks, key=lambda ink: (ink.element is not None, _written(ink.dress))):
        if own:
            for ink in group:
                yield from _elements(ink, deleted=deleted)
            continue
        inside: list[Element] = []
        dress: Element | None = None
        for ink in group:
            dress = ink.dress
            _add(inside, ink.text, deleted=deleted)
        yield el("r", None, *([deepcopy(dress)] if dress is not None else []), *inside)


def _add(inside: list[Element], text: str, *, deleted: bool) -> None:
    """Put a word behind others, into the same element if it can be."""
    tag = "delText" if deleted else "t"
    if text in _SPECIAL:
        inside.append(el(_SPECIAL[text]))
    elif inside and inside[-1].tag == qn(f"w:{tag}"):
        inside[-1].text = f"{inside[-1].text}{text}"
    else:
        inside.append(text_element(tag, text))


def _elements(ink: Ink, *, deleted: bool) -> Iterator[Element]:
    """Yield the runs of a figure without its control, or what is no text."""
    element = ink.element
    assert element is not None
    if ink.kind == "other":
        copy = deepcopy(element)
        made = [copy] if ink.dress is None else [el("r", None, deepcopy(ink.dress), copy)]
    else:
        made = [deepcopy(run) for run in element.iter(qn("w:r"))] if ink.text else []
    for part in made:
        for inner in part.iter() if deleted else ():
            inner.tag = _DELETED.get(str(inner.tag), inner.tag)
        yield part


def _written(dress: Element | None) -> bytes:
    return b"" if dress is None else etree.tostring(dress)
