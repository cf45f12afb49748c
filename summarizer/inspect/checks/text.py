"""The text: addressee, levels, indents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ..base import Group, Measure, check, ems, place, place_of
from ..roles import own_line
from ..sheet import LEVELS, Para, Role, Sheet

_TOLERANCE = 0.3
_WRONG_MARKS = (
    (re.compile(r"[一二三四五六七八九十]+[.．]"), "一、"),
    (re.compile(r"\([一二三四五六七八九十]+\)|（[一二三四五六七八九十]+\)|\([一二三四五六七八九十]+）"), "（一）"),
    (re.compile(r"（[一二三四五六七八九十]+）[、，.．]"), "（一）"),
    (re.compile(r"\d{1,2}、"), "1."),
    (re.compile(r"\d{1,2}．"), "1."),
    (re.compile(r"\(\d{1,2}\)|（\d{1,2}\)|\(\d{1,2}）"), "（1）"),
    (re.compile(r"（\d{1,2}）[、，.．]"), "（1）"),
)
_MARK = re.compile(r"(?:[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百\d]+[)）][、，.．]?|\d{1,2}[.．、])")


def indent_of(para: Para) -> str:
    """Return the indent of a paragraph's first line in words."""
    return ems(para.indent, _advance(para))


def _advance(para: Para) -> float:
    """Return the width of a 字: 三号 is condensed a little so that 28 fill a line."""
    return para.size * 0.985 if abs(para.size - 16) < 0.2 else para.size


def in_by(para: Para, wanted: float, tolerance: float = _TOLERANCE) -> bool:
    """Whether a paragraph's first line is in by so many characters."""
    return abs(para.indent / _advance(para) - wanted) <= tolerance


@check(
    "addressee",
    Group.TEXT,
    "7.3.2",
    N_("addressee (主送机关)"),
    N_("flush left, with a full-width colon"),
    "C",
    hint=N_("no indent; end with ："),
)
def addressee(sheet: Sheet) -> Iterator[Measure]:
    """Flush left, turned lines too, and a full-width colon at the end."""
    for para in sheet.of(Role.ADDRESSEE):
        if not in_by(para, 0):
            yield Measure(False, indent_of(para), place_of(para))
        elif not para.text.endswith("："):
            yield Measure(False, _("ends with “{sign}”").format(sign=para.text[-1]), place_of(para))
        else:
            yield Measure(True, _("flush left, with a full-width colon"))


@check(
    "indent", Group.TEXT, "7.3.3", N_("first line of paragraphs and headings"), N_("2 characters in"), "C",
    hint=N_("set a first-line indent of 2 characters in the style"),
)  # fmt: skip
def indent(sheet: Sheet) -> Iterator[Measure]:
    """Every paragraph begins two 字 in, numbered ones too."""
    for para in sheet.of(Role.BODY, *LEVELS):
        if para.align != "center":
            ok = in_by(para, 2)
            yield Measure(ok, _("2 characters") if ok else indent_of(para), place_of(para))


@check(
    "turned-lines",
    Group.TEXT,
    "7.3.3",
    N_("turned lines of paragraphs"),
    N_("flush left"),
    "C",
    hint=N_("set the left indent to 0; no hanging indent"),
)
def turned_lines(sheet: Sheet) -> Iterator[Measure]:
    """Lines after the first begin at the edge (回行顶格)."""
    for para in sheet.of(Role.BODY, *LEVELS):
        if para.turn is not None and para.align != "center":
            ok = abs(para.turn) < _TOLERANCE * para.size
            yield Measure(ok, _("flush left") if ok else ems(para.turn, _advance(para)), place_of(para))


@check("level-marks", Group.TEXT, "7.3.3", N_("numbers of the levels"), "一、 （一） 1. （1）", "C")
def level_marks(sheet: Sheet) -> Iterator[Measure]:
    """Levels are numbered 一、 （一） 1. （1）, with exactly these marks."""
    for para in sheet.of(*LEVELS):
        if not (found := _MARK.match(para.text)):
            continue
        wrong = next((right for pattern, right in _WRONG_MARKS if pattern.match(para.text)), "")
        hint = _("write it like {right}").format(right=wrong) if wrong else ""
        measured = found[0] if wrong else "一、 （一） 1. （1）"
        yield Measure(not wrong, measured, place_of(para) if wrong else "", hint=hint)


@check("heading-end", Group.TEXT, "7.3.3", N_("end of headings"), N_("none on a line of its own, 。 when text follows"), "C")
def heading_end(sheet: Sheet) -> Iterator[Measure]:
    """A heading on its own line has no end mark, a run-in one ends with 。."""
    for para in sheet.of(*LEVELS):
        if para.role in (Role.LEVEL_3, Role.LEVEL_4) and not para.outline:
            continue
        alone = own_line(para)
        last = para.text[-1] if alone else para.text[: para.lead][-1:]
        if alone and para.runs_on:
            yield Measure(last == "。", _("ends with “{sign}”").format(sign=last), place_of(para) if last != "。" else "")
        elif alone:
            wrong = last in "。；：，.;:,"
            yield Measure(
                not wrong, _("ends with “{sign}”").format(sign=last) if wrong else _("no end mark"), place_of(para) if wrong else ""
            )
        elif para.lead:
            yield Measure(last == "。", _("ends with “{sign}”").format(sign=last), place_of(para) if last != "。" else "")


@check(
    "navigation", Group.TEXT, "7.3.3", N_("headings on their own line"), N_("real headings, seen in the navigation pane"), "M",
    hint=N_("give them the styles “heading 1” to “heading 4”, or an outline level"),
)  # fmt: skip
def navigation(sheet: Sheet) -> Iterator[Measure]:
    """Headings have an outline level: look-alikes leave the navigation pane empty."""
    if sheet.format != "docx":
        return
    for para in sheet.of(Role.LEVEL_1, Role.LEVEL_2):
        if own_line(para):
            ok = para.outline > 0
            yield Measure(ok, _("real headings") if ok else _("a paragraph that looks like one"), "" if ok else place_of(para))


@check(
    "heading-last",
    Group.TEXT,
    "7.3.3",
    N_("headings at the foot of a page"),
    N_("text follows on the same page"),
    "K",
    hint=N_("keep headings with the next paragraph"),
)
def heading_last(sheet: Sheet) -> Iterator[Measure]:
    """No heading is the last line of a page."""
    if sheet.format == "pdf":
        for count in sheet.last_lines:
            yield Measure(False, _("the last line"), place(count.page, 0, count.text))
        if not sheet.last_lines and sheet.of(*LEVELS):
            yield Measure(True, _("none"))


@check("first-page", Group.TEXT, "7.3.3", N_("text on the first page"), N_("some of the text"), "C")
def first_page(sheet: Sheet) -> Iterator[Measure]:
    """The first page shows some of the text."""
    body = sheet.of(Role.BODY, *LEVELS)
    if sheet.format == "pdf" and body:
        ok = any(para.page == 1 for para in body)
        yield Measure(ok, _("text") if ok else _("no text"))
