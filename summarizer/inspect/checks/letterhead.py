"""版头: what stands above the red rule of an issued document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import N_, strung
from ...i18n import gettext as _
from ...official import ISSUER_BELOW, LETTERHEAD_RULE_BELOW, LETTERHEAD_RULE_POINTS, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from ..base import Group, Measure, check, ems, place_of, profile_of
from ..sheet import MM, Para, Role, Sheet, is_red
from .text import in_by, indent_of

_NUMBER = re.compile(r"[^\d\s第〔]+〔\d{4}〕[1-9]\d*号")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+年|\d+个月|长期))?")
#: The top of a name's ink in a line depends on its face.
_ISSUER_TOLERANCE = 4.0
#: More lines of 签发人 than these have not been seen.
_SIGNATORY_LINES = 6


@check("copy-number", Group.LETTERHEAD, "7.2.1", N_("copy number (份号)"), N_("6 digits, flush left, on the first line"), "C")
def copy_number(sheet: Sheet) -> Iterator[Measure]:
    """Six digits at the top left of the 版心."""
    for para in sheet.of(Role.COPY_NUMBER):
        ok = bool(re.fullmatch(r"\d{6}", para.text)) and in_by(para, 0) and (para.gap or 0) < 0.5
        yield Measure(ok, para.text, place_of(para), hint=_("write it with 6 digits, on the first line, flush left"))


@check("secrecy", Group.LETTERHEAD, "7.2.2", N_("secrecy and urgency"), N_("flush left; 机密★3年"), "C")
def secrecy(sheet: Sheet) -> Iterator[Measure]:
    """Flush left below the 份号, the term behind ★."""
    for para in sheet.of(Role.SECRECY, Role.URGENCY):
        ok = in_by(para, 0) and (para.role is Role.URGENCY or bool(_SECRECY.fullmatch(para.text)))
        yield Measure(ok, para.text if in_by(para, 0) else indent_of(para), place_of(para), hint=_("write it like 机密★3年, flush left"))


@check(
    "issuer", Group.LETTERHEAD, "7.2.4", N_("issuer's name (发文机关标志)"), N_("red, centred"), "C", hint=N_("set it in red and centre it")
)
def issuer(sheet: Sheet) -> Iterator[Measure]:
    """Red and centred; the names of a joint issue stand as one block in the middle."""
    names = sheet.of(Role.ISSUER)
    for para in names:
        red, centred = para.colour_red(), para.align == "center" or para.table >= 0 or _in_the_middle(names, sheet)
        yield Measure(
            red and centred, strung((_("red") if red else _("not red"), _("centred") if centred else _("not centred"))), place_of(para)
        )


def _in_the_middle(names: list[Para], sheet: Sheet) -> bool:
    """Whether the names of a PDF together stand in the middle of the 版心."""
    lines = [line for para in names for line in para.lines]
    if not lines:
        return False
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    setup = sheet.setups[0]
    return abs(middle - (setup.left + setup.width - setup.right) * MM / 2) < 0.6 * max(line.size for line in lines)


@check(
    "issuer-place",
    Group.LETTERHEAD,
    "7.2.4",
    N_("top of the issuer's name"),
    N_("35 mm below the top of the 版心"),
    "C",
    hint=N_("set the space above it"),
)
def issuer_place(sheet: Sheet) -> Iterator[Measure]:
    """35 mm below the 版心's top; where the ink begins depends on the face."""
    for para in sheet.of(Role.ISSUER)[:1]:
        if para.top is not None:
            # Word's paragraphs are measured from the margin, which a profile may set above the 版心.
            top = para.top / MM + (profile_of(sheet).top - TYPE_AREA_TOP if sheet.format == "docx" else 0)
            yield Measure(abs(top - ISSUER_BELOW) <= _ISSUER_TOLERANCE, f"{top:.1f} mm", place_of(para))


@check(
    "document-number",
    Group.LETTERHEAD,
    "7.2.5",
    N_("document number (发文字号)"),
    N_("X〔2024〕5号 without 第 and padding, 2 blank lines below the name"),
    "C",
)
def document_number(sheet: Sheet) -> Iterator[Measure]:
    """Year in 〔〕, no 第, no leading zero; centred, or one 字 in with the 签发人 on the same line."""
    for para in sheet.of(Role.DOCUMENT_NUMBER):
        number, _tab, rest = re.sub(r"[\t ]+", "\t", para.text).partition("\t")
        hint, first = "", _signed(sheet, para)
        if not _NUMBER.fullmatch(number):
            measured, hint = number, _("write it like X〔2024〕5号")
        elif not (para.align == "center" or (("签发人" in rest or first is not para) and in_by(para, 1))):
            measured, hint = indent_of(para), _("centre it, or set it one character in beside 签发人")
        elif first.gap is not None and not 1.4 <= first.gap <= 3:
            measured, hint = _("{n} blank lines").format(n=f"{first.gap:.1f}"), _("leave 2 blank lines above it")
        else:
            measured = number
        yield Measure(not hint, measured, place_of(para), hint=hint)


def _signed(sheet: Sheet, number: Para) -> Para:
    """Return the first of the lines of 签发人 above a 发文字号, else that one itself."""
    at = next(place for place, para in enumerate(sheet.paras) if para is number)
    above = [para for para in sheet.paras[max(at - _SIGNATORY_LINES, 0) : at] if para.table < 0]
    return next((para for para in above if para.text.lstrip().startswith("签发人")), number)


@check(
    "signatory",
    Group.LETTERHEAD,
    "7.2.6",
    N_("signatory (签发人)"),
    N_("on the right, 1 character in"),
    "C",
    hint=N_("set a right tab one character from the right edge"),
)
def signatory(sheet: Sheet) -> Iterator[Measure]:
    """On the line of the 发文字号, one 字 from the right."""
    for para in sheet.of(Role.DOCUMENT_NUMBER):
        if "签发人" in para.text:
            yield Measure(abs(para.inset / para.size - 1) <= 0.4, ems(para.inset, para.size), place_of(para))


@check(
    "letterhead-rule",
    Group.LETTERHEAD,
    "7.2.7",
    N_("rule of the letterhead"),
    N_("red, 156 mm wide, 4 mm below the document number, 1.5 to 2.25 pt"),
    "C",
)
def letterhead_rule(sheet: Sheet) -> Iterator[Measure]:
    """Red, as wide as the 版心, 4 mm below the 发文字号."""
    if not sheet.of(Role.DOCUMENT_NUMBER):
        return
    rules = [rule for rule in sheet.rules if rule.part == "letterhead"]
    if not rules:
        yield Measure(False, _("none"), hint=_("put a red rule below the document number"))
    for rule in rules[:1]:
        points = rule.weight * MM
        low, high = LETTERHEAD_RULE_POINTS
        ok = is_red(rule.colour) and abs(rule.width - TYPE_AREA_WIDTH) <= 1 and low - 0.1 <= points <= high + 0.1
        near = rule.below is None or abs(rule.below - LETTERHEAD_RULE_BELOW) <= 2.2
        measured = f"#{rule.colour.lower()}, {rule.width:.0f} mm, {points:.2f} pt"
        if rule.below is not None:
            measured += ", " + _("{n} mm below").format(n=f"{rule.below:.1f}")
        yield Measure(ok and near, measured, hint=_("make it red, 156 mm wide, 2 pt"))
