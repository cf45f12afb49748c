"""Paper, margins, lines and characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from ...i18n import N_
from ...i18n import gettext as _
from ...official import MARGIN_TOLERANCE_MM, TYPE_AREA_HEIGHT, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from ..base import Group, Measure, check, place, place_of, profile_of
from ..sheet import LEVELS, Para, Role, Setup, Sheet

_PAPER_TOLERANCE = 1.0
#: What lines show of a margin is concluded from the type in them.
_CONCLUDED = 1.5
_EDGE = 0.5
#: A pitch leaves the 版心 visibly short of full below this share of it.
_FILL = 0.97
_FIRST_INK, _LAST_INK = (TYPE_AREA_TOP, 1.0), (TYPE_AREA_TOP + TYPE_AREA_HEIGHT, 2.0)


def _where(sheet: Sheet, setup: Setup, number: int) -> str:
    if setup.page:
        return place(setup.page)
    return _("section {n}").format(n=number) if len(sheet.setups) > 1 else ""


@check("paper", Group.PAGE, "5.1", N_("paper"), N_("A4, 210 × 297 mm"), "C", hint=N_("set the paper to A4"))
def paper(sheet: Sheet) -> Iterator[Measure]:
    """A4 on every page; wide tables may lie on their side."""
    profile = profile_of(sheet)
    for number, setup in enumerate(sheet.setups, 1):
        sides = sorted((setup.width, setup.height))
        ok = abs(sides[0] - profile.page_width) <= _PAPER_TOLERANCE and abs(sides[1] - profile.page_height) <= _PAPER_TOLERANCE
        yield Measure(ok, f"{setup.width:.0f} × {setup.height:.0f} mm", _where(sheet, setup, number))


def _margin(sheet: Sheet, side: str, wanted: float, tolerance: float, required: str = "") -> Iterator[Measure]:
    for number, setup in enumerate(sheet.setups, 1):
        if setup.landscape:
            continue
        measured = getattr(setup, side)
        shown = f"{measured:.1f} mm"
        yield Measure(
            abs(measured - wanted) <= tolerance + 0.05, shown, _where(sheet, setup, number), required or f"{wanted:g} ± {tolerance:g} mm"
        )
        if sheet.format == "pdf":
            return


@check("margin-top", Group.PAGE, "5.2.1", N_("top margin (天头)"), "", "C", hint=N_("set the top margin in the page dialog"))
def margin_top(sheet: Sheet) -> Iterator[Measure]:
    """37 ± 1 mm; the profile whose ink fills the 版心 has it smaller by half a line's gap."""
    yield from _margin(sheet, "top", profile_of(sheet).top, MARGIN_TOLERANCE_MM if sheet.format == "docx" else _CONCLUDED)


@check("margin-bottom", Group.PAGE, "5.2.1", N_("bottom margin (地脚)"), "", "D", hint=N_("set the bottom margin in the page dialog"))
def margin_bottom(sheet: Sheet) -> Iterator[Measure]:
    """35 mm, what 版心 and 天头 leave; a PDF shows it by its lines instead."""
    if sheet.format == "docx":
        yield from _margin(sheet, "bottom", profile_of(sheet).bottom, MARGIN_TOLERANCE_MM)


@check("margin-left", Group.PAGE, "5.2.1", N_("left margin (订口)"), "", "C", hint=N_("set the left margin in the page dialog"))
def margin_left(sheet: Sheet) -> Iterator[Measure]:
    """28 ± 1 mm."""
    yield from _margin(sheet, "left", profile_of(sheet).left, MARGIN_TOLERANCE_MM)


@check("margin-right", Group.PAGE, "5.2.1", N_("right margin (翻口)"), "", "D", hint=N_("set the right margin in the page dialog"))
def margin_right(sheet: Sheet) -> Iterator[Measure]:
    """26 mm, what 版心 and 订口 leave."""
    yield from _margin(sheet, "right", profile_of(sheet).right, MARGIN_TOLERANCE_MM)


@check(
    "lines-per-page", Group.PAGE, "5.2.3", N_("lines of a full page"), N_("22 lines"), "C",
    hint=N_("set the line spacing to exactly 28.95 pt; 29 pt gives 21 lines"),
)  # fmt: skip
def lines_per_page(sheet: Sheet) -> Iterator[Measure]:
    """22 lines; a page that ends early so that nothing is torn apart is not full."""
    if not sheet.lines:
        return
    wanted = profile_of(sheet).lines
    most = max(sheet.lines, key=lambda count: count.value)
    yield Measure(most.value == wanted, _("{n} lines").format(n=int(most.value)), place(most.page) if most.page else "")


@check(
    "characters-per-line", Group.PAGE, "5.2.3", N_("characters of a full line"), N_("28 characters"), "C",
    hint=N_("condense the characters of 三号 by 0.25 pt; 28 × 16 pt do not fit into 156 mm"),
)  # fmt: skip
def characters_per_line(sheet: Sheet) -> Iterator[Measure]:
    """28 characters in a line of pure Chinese."""
    wanted = profile_of(sheet).characters
    for count in sheet.characters:
        where = place(count.page, 0, count.text) if count.page else ""
        yield Measure(count.value == wanted, _("{n} characters").format(n=int(count.value)), where)


@check(
    "line-pitch", Group.PAGE, "5.2.3", N_("line pitch"), "", "D",
    hint=N_("set the line spacing of text to “exactly”, 28.95 pt (579 twips)"),
)  # fmt: skip
def line_pitch(sheet: Sheet) -> Iterator[Measure]:
    """A fixed pitch with which 22 lines fill the 版心."""
    profile = profile_of(sheet)
    most = profile.lines * profile.pitch_pt + 1.0
    low, high = most * _FILL / profile.lines, most / profile.lines
    required = _("fixed, {low} to {high} pt").format(low=f"{low:.2f}", high=f"{high:.2f}")
    for para in sheet.of(Role.BODY, *LEVELS):
        if para.pitch is None:
            continue
        fixed = para.pitch.rule in ("exact", "grid", "measured")
        yield Measure(fixed and low - 0.05 <= para.pitch.points <= high + 0.02, _pitch(para), place_of(para), required)
        if sheet.format == "pdf":
            return


def _pitch(para: Para) -> str:
    assert para.pitch is not None
    points = f"{para.pitch.points:.2f} pt"
    return {
        "exact": _("exactly {points}").format(points=points),
        "grid": _("by the grid, {points}").format(points=points),
        "least": _("at least {written} pt").format(written=para.pitch.written),
        "multiple": _("{written} lines, not fixed").format(written=para.pitch.written),
        "measured": points,
    }[para.pitch.rule]


@check(
    "right-edge", Group.PAGE, "5.2.3", N_("right edge of full lines"), N_("156 ± 0.5 mm from the left edge"), "M",
    hint=N_("justify the text on both sides"),
)  # fmt: skip
def right_edge(sheet: Sheet) -> Iterator[Measure]:
    """Full lines end on the 版心's edge: measured in a PDF, by the alignment in a Word file."""
    if sheet.format == "pdf" and sheet.edges:
        off = [edge for edge in sheet.edges if abs(edge.value - TYPE_AREA_WIDTH) > _EDGE]
        if not off:
            low, high = min(edge.value for edge in sheet.edges), max(edge.value for edge in sheet.edges)
            yield Measure(True, _("{low} to {high} mm in {n} lines").format(low=f"{low:.1f}", high=f"{high:.1f}", n=len(sheet.edges)))
            return
        worst = max(off, key=lambda edge: abs(edge.value - TYPE_AREA_WIDTH))
        words = _("{n} of {all} lines off, most {worst} mm").format(n=len(off), all=len(sheet.edges), worst=f"{worst.value:.1f}")
        yield Measure(False, words, place(worst.page, 0, worst.text))
    for para in sheet.of(Role.BODY) if sheet.format == "docx" else []:
        if para.turn is not None:
            yield Measure(para.align == "both", _(_ALIGNED[para.align]) if para.align else "", place_of(para), _("justified on both sides"))


_ALIGNED = {"both": N_("justified"), "left": N_("flush left"), "center": N_("centred"), "right": N_("flush right"), "": ""}


@check("first-ink", Group.PAGE, "5.2.1, GB/T 33476.2", N_("ink of the first line"), N_("37 ± 1 mm from the top"), "M")
def first_ink(sheet: Sheet) -> Iterator[Measure]:
    """In the profile judged by its ink, the 版心's top."""
    yield from _ink(sheet, [count.value for count in sheet.first_ink], *_FIRST_INK)


@check("last-ink", Group.PAGE, "5.2.1, GB/T 33476.2", N_("ink of the last line"), N_("262 ± 2 mm from the top"), "M")
def last_ink(sheet: Sheet) -> Iterator[Measure]:
    """In the profile judged by its ink, the 版心's bottom."""
    full = {count.page for count in sheet.lines if count.value == profile_of(sheet).lines}
    yield from _ink(sheet, [count.value for count in sheet.last_ink if count.page in full], *_LAST_INK)


def _ink(sheet: Sheet, values: list[float], wanted: float, tolerance: float) -> Iterator[Measure]:
    if sheet.profile == "gbt9704-ink" and values:
        middle = median(values)
        yield Measure(abs(middle - wanted) <= tolerance, f"{middle:.1f} mm")


@check(
    "colour", Group.PAGE, "5.2.4", N_("colour of text"), N_("black; red only for issuer's name, its rule and seals"), "C",
    hint=N_("set the colour to black"),
)  # fmt: skip
def colour(sheet: Sheet) -> Iterator[Measure]:
    """Everything is black but the 发文机关标志, its rule and seals."""
    seen: Counter[str] = Counter()
    for para in sheet.paras:
        if para.role is Role.ISSUER:
            continue
        for one in para.stretches:
            if one.colour and one.text.strip():
                seen[one.colour] += 1
                yield Measure(False, f"#{one.colour}", place(para.page, para.number, one.text))
    if not seen and sheet.paras:
        yield Measure(True, _("black"))
