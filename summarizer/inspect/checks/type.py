"""Faces and sizes by role, digits, quotes, the theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ...official import ELEMENTS, SIZES
from ..base import Group, Measure, check, place
from ..faces import fits, is_chinese, official_name
from ..sheet import LEVELS, ROLE_WORDS, Para, Role, Sheet, Stretch

_SIZE_TOLERANCE = 0.3
_NAMES = {points: name for name, points in SIZES.items()}


def size_name(points: float) -> str:
    """Return a size by its Chinese name, or in points."""
    return next((name for size, name in _NAMES.items() if abs(size - points) < 0.2), f"{points:g} pt")


def _parts(para: Para) -> Iterator[tuple[Role, list[Stretch]]]:
    """Yield the roles in a paragraph with their stretches: a run-in heading stands before body."""
    assert para.role is not None
    if para.role not in LEVELS or para.lead >= len(para.text):
        yield para.role, list(para.stretches)
        return
    heads, rest, left = [], [], max(para.lead - para.generated, 0)
    for one in para.stretches:
        if left > 0 and one.text.strip():
            heads.append(one)
        elif one.text.strip():
            rest.append(one)
        left -= len(one.text)
    if para.lead:
        yield para.role, heads
    yield Role.BODY, rest


@check("font", Group.FONTS, "5.2.2", N_("font"), "", "C", hint=N_("set the face of Chinese characters (w:eastAsia)"))
def font(sheet: Sheet) -> Iterator[Measure]:
    """汉字 of every role stand in its face; official names, known variants and declared stand-ins count alike."""
    for para in sheet.paras:
        if para.role in (None, Role.TABLE, Role.CAPTION):
            continue
        for role, stretches in _parts(para):
            element = ELEMENTS[role.value]
            han = Counter[str]()
            for one in stretches:
                if one.script == "han":
                    # The first sign behind a run-in heading may still wear its face, or the other way round.
                    han[one.font] += len(one.text)
            if not element.face or not han:
                continue
            what, required = _(ROLE_WORDS[role]), official_name(element.face)
            wrong = {name: count for name, count in han.items() if not fits(name, element.face)}
            if role is Role.DOCUMENT_NUMBER:
                wrong = {name: count for name, count in wrong.items() if not fits(name, "kai")}
            for name in wrong:
                text = next(one.text for one in stretches if one.font == name and one.script == "han")
                yield Measure(False, name, place(para.page, para.number, text), required, what=what, clause=element.clause)
            if not wrong:
                name = han.most_common(1)[0][0]
                word = name if fits(name, element.face) == "official" else _("{font} (stand-in)").format(font=name)
                yield Measure(True, word, "", required, what=what, clause=element.clause)


@check("size", Group.FONTS, "5.2.2", N_("size"), "", "C", hint=N_("set the size"))
def size(sheet: Sheet) -> Iterator[Measure]:
    """Every role has its size."""
    for para in sheet.paras:
        if para.role in (None, Role.TABLE, Role.CAPTION):
            continue
        for role, stretches in _parts(para):
            element = ELEMENTS[role.value]
            if not element.size:
                continue
            what = _("{role}, size").format(role=_(ROLE_WORDS[role]))
            for one in stretches:
                if one.text.strip():
                    ok = abs(one.size - SIZES[element.size]) <= _SIZE_TOLERANCE
                    where = place(para.page, para.number, one.text)
                    yield Measure(ok, size_name(one.size), where, element.size, what=what, clause=element.clause)


@check(
    "bold",
    Group.FONTS,
    "7.3.3",
    N_("headings and title in bold"),
    N_("never bold"),
    "C",
    hint=N_("take bold off; the face alone marks the level"),
)
def bold(sheet: Sheet) -> Iterator[Measure]:
    """The levels differ by their faces, none is bold; nor is the title."""
    for para in sheet.of(Role.TITLE, Role.ATTACHMENT_TITLE, Role.ATTACHMENT_LABEL, *LEVELS):
        for role, stretches in _parts(para):
            if role is not Role.BODY:
                dark = [one for one in stretches if one.bold and one.text.strip()]
                where = place(para.page, para.number, dark[0].text) if dark else ""
                yield Measure(
                    not dark, _("bold") if dark else _("not bold"), where, what=_("{role}, bold").format(role=_(ROLE_WORDS[role]))
                )


@check(
    "digits",
    Group.FONTS,
    "5.2.2",
    N_("face of digits and Latin"),
    "",
    "1",
    hint=N_("set the Latin face (w:ascii, w:hAnsi) to Times New Roman"),
)
def digits(sheet: Sheet) -> Iterator[Measure]:
    """Times New Roman by most local rules, or the face of the text around."""
    required = _("Times New Roman, or the face of the text")
    for para in sheet.paras:
        for one in para.stretches:
            if one.script == "latin" and any(sign.isalnum() for sign in one.text):
                ok = bool(fits(one.font, "latin")) or is_chinese(one.font)
                yield Measure(ok, one.font, "" if ok else place(para.page, para.number, one.text), required)


@check(
    "quotes", Group.FONTS, "9", N_("face of “ ” — …"), N_("a Chinese face"), "M",
    hint=N_("set all four slots of the font and w:hint=\"eastAsia\"; without them Word takes the Latin face"),
)  # fmt: skip
def quotes(sheet: Sheet) -> Iterator[Measure]:
    """Quotes, dashes and dots stand in a Chinese face: in a Latin one they are narrow."""
    for para in sheet.paras:
        for one in para.stretches:
            if one.script == "mark" and any(sign in "“”‘’—…" for sign in one.text):
                ok = is_chinese(one.font)
                yield Measure(ok, _("Chinese") if ok else one.font, "" if ok else place(para.page, para.number, _around(para, one)))


def _around(para: Para, stretch: Stretch) -> str:
    at = max(para.text.find(stretch.text), 0)
    return para.text[at : at + 8]


@check(
    "theme-fonts",
    Group.FONTS,
    "5.2.2",
    N_("faces by the theme"),
    N_("named faces"),
    "M",
    hint=N_("name the face; a theme changes it from machine to machine"),
)
def theme_fonts(sheet: Sheet) -> Iterator[Measure]:
    """No face comes from the Word theme."""
    if sheet.format != "docx":
        return
    for para in sheet.paras:
        for one in para.stretches:
            if one.theme and one.text.strip():
                yield Measure(False, _("{font}, by the theme").format(font=one.font), place(para.page, para.number, one.text))
    if not any(one.theme and one.text.strip() for para in sheet.paras for one in para.stretches):
        yield Measure(True, _("none"))
