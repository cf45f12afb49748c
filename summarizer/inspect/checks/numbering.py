"""The page number: — 1 —, 四号 宋体, 7 mm below the 版心, odd right, even left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ...official import PROFILES, TYPE_AREA_HEIGHT, TYPE_AREA_TOP
from ..base import Group, Measure, check, ems, place
from ..faces import fits
from ..sheet import PageNumber, Role, Sheet
from .type import size_name

_DASH_TOLERANCE = 1.0
_FORM = re.compile(r"— ?N ?—")


def _where(number: PageNumber) -> str:
    if number.page:
        return place(number.page)
    return _("even pages") if number.even else _("odd pages")


def _shown(sheet: Sheet) -> list[PageNumber]:
    return [number for number in sheet.numbers if number.text]


@check(
    "number-there",
    Group.NUMBER,
    "7.5",
    N_("page number"),
    N_("on every page"),
    "C",
    hint=N_("put a PAGE field into the footers of odd and even pages"),
)
def number_there(sheet: Sheet) -> Iterator[Measure]:
    """Every page has its number; one that holds only the 版记 has none."""
    alone = {para.page for para in sheet.of(Role.COPIES, Role.PRINTED)} - {
        para.page for para in sheet.paras if para.role not in (Role.COPIES, Role.PRINTED)
    }
    missing = [place(page) for page in sheet.unnumbered if page not in alone]
    missing += [_where(number) for number in sheet.numbers if not number.text]
    for where in missing:
        yield Measure(False, _("none"), where)
    if not missing and sheet.numbers:
        yield Measure(True, _("there"))


@check(
    "number-form",
    Group.NUMBER,
    "7.5",
    N_("form of the page number"),
    "— 1 —",
    "C",
    hint=N_("put — (U+2014) on both sides, no hyphens and no 第…页"),
)
def number_form(sheet: Sheet) -> Iterator[Measure]:
    """Between two dashes of one 字, half-width digits."""
    for number in _shown(sheet):
        ok = bool(_FORM.fullmatch(number.text))
        yield Measure(ok, "— 1 —" if ok else number.text.replace("N", "1"), _where(number))


@check(
    "number-type",
    Group.NUMBER,
    "7.5",
    N_("type of the page number"),
    N_("四号 宋体"),
    "C",
    hint=N_("set 宋体, 四号, in all four slots of the font"),
)
def number_type(sheet: Sheet) -> Iterator[Measure]:
    """四号 宋体, the digits too."""
    for number in _shown(sheet):
        for one in number.stretches:
            if one.text.strip():
                ok = abs(one.size - 14) <= 0.3 and bool(fits(one.font, "song")) and not one.bold
                yield Measure(ok, f"{size_name(one.size)} {one.font}" + (" " + _("bold") if one.bold else ""), _where(number))


@check(
    "number-side",
    Group.NUMBER,
    "7.5",
    N_("side of the page number"),
    N_("odd pages right, even pages left"),
    "C",
    hint=N_("use different footers on odd and even pages"),
)
def number_side(sheet: Sheet) -> Iterator[Measure]:
    """Odd pages right, even pages left."""
    words = {"left": _("left"), "right": _("right"), "center": _("centred"), "both": _("left"), "": ""}
    for number in _shown(sheet):
        if not number.landscape:
            wanted = "left" if number.even else "right"
            measured = _("even pages: {side}") if number.even else _("odd pages: {side}")
            yield Measure(number.side == wanted, measured.format(side=words[number.side]), _where(number))


@check(
    "number-inset",
    Group.NUMBER,
    "7.5",
    N_("page number from the edge"),
    N_("1 character in"),
    "C",
    hint=N_("indent it by one character on its side"),
)
def number_inset(sheet: Sheet) -> Iterator[Measure]:
    """One 字 in, of the number's own size or of the text's."""
    for number in _shown(sheet):
        if not number.landscape and number.side in ("left", "right"):
            ok = 12.5 <= number.inset <= 17.0
            yield Measure(ok, _("1 character") if ok else ems(number.inset, 14), _where(number))


@check(
    "number-below",
    Group.NUMBER,
    "7.5",
    N_("page number below the 版心"),
    N_("7 ± 1 mm, the dash 269 mm from the top"),
    "C",
    hint=N_("set the footer's distance from the edge"),
)
def number_below(sheet: Sheet) -> Iterator[Measure]:
    """The dash 7 mm below the 版心, whatever the profile's margins."""
    bottom = TYPE_AREA_TOP + TYPE_AREA_HEIGHT
    for number in _shown(sheet):
        if number.dash is not None and not number.landscape:
            below = number.dash - bottom
            yield Measure(abs(below - PROFILES["gbt9704"].page_number_below) <= _DASH_TOLERANCE, f"{below:.1f} mm", _where(number))


@check(
    "number-turned",
    Group.NUMBER,
    "8",
    N_("page number of a page on its side"),
    N_("where upright pages have it"),
    "C",
    hint=N_("put the number into a frame at the short side, turned with the page"),
)
def number_turned(sheet: Sheet) -> Iterator[Measure]:
    """A page turned for a wide table keeps its number at the foot of the upright sheet."""
    for number in sheet.numbers:
        if number.landscape:
            ok = number.dash is not None and abs(number.dash - 269) <= 2.5
            yield Measure(ok, _("at the upright foot") if ok else _("turned with the page"), place(number.page) if number.page else "")
