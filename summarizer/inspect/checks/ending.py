"""What follows the text: 附件说明, 署名, 成文日期, 附注, 附件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ..base import Group, Measure, check, ems, place_of
from ..roles import POSITION, sealed
from ..sheet import Para, Role, Sheet
from .text import in_by, indent_of

_DATE = re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_LABEL = re.compile(r"附件\d{0,2}")
_LIST = re.compile(r"附件：(?:1\.\S|[^\d\s]|\d{2,})")
_LISTED = re.compile(r"\d{1,2}\.\S")


def _blank(para: Para) -> str:
    return _("{n} blank lines").format(n=f"{para.gap or 0:.1f}")


@check(
    "attachment-list",
    Group.ENDING,
    "7.3.4",
    N_("list of attachments (附件说明)"),
    N_("1 blank line below the text, 2 characters in, 附件：1.name without end mark"),
    "C",
)
def attachment_list(sheet: Sheet) -> Iterator[Measure]:
    """附件： with a full-width colon, numbers with a dot, no mark at the end, two 字 in, one blank line below the text."""
    for number, para in enumerate(sheet.of(Role.ATTACHMENT_LIST)):
        if not number and para.gap is not None and not 0.6 <= para.gap <= 1.5:
            yield Measure(False, _blank(para), place_of(para), hint=_("set one line of space above"))
        if not number and not in_by(para, 2):
            yield Measure(False, _("{indent} in").format(indent=indent_of(para)), place_of(para), hint=_("set the indent to 2 characters"))
        form = _LISTED if number else _LIST
        if not form.match(re.sub(r"(?<=[：.])\s+", "", para.text)) or para.text.endswith(tuple("。；，")):
            yield Measure(False, para.text[:16], place_of(para), hint=_("write 附件：1.name, with no mark at the end"))
        else:
            yield Measure(True, _("as required"))


@check("signature", Group.ENDING, "7.3.5", N_("signature (署名)"), "", "C")
def signature(sheet: Sheet) -> Iterator[Measure]:
    """Unstamped: two 字 from the right, the date's first 字 two to the right of the name's; stamped: centred over the date."""
    dates, names = sheet.of(Role.DATE), sheet.of(Role.SIGNATURE)
    if not dates or not names:
        return
    day, name = dates[-1], names[-1]
    required = _("2 characters from the right, the date 2 characters behind its beginning; or centred over the date 4 from the right")
    hint = _("set right indents in the styles of signature and date, not spaces")
    one = name.size * 0.985
    right, shift = min(name.inset, day.inset) / one, (day.indent - name.indent) / one
    unstamped = abs(right - 2) <= POSITION and abs(shift - 2) <= POSITION
    if unstamped or sealed(sheet):
        yield Measure(True, _("unstamped") if unstamped else _("stamped"), required=required)
        return
    measured = _("{right} from the right, the date begins {shift} behind the name").format(
        right=ems(min(name.inset, day.inset), one), shift=ems(day.indent - name.indent, one)
    )
    yield Measure(False, measured, place_of(name), required, hint)


@check("date-place", Group.ENDING, "7.3.5", N_("place of the date without a name"), N_("2 or 4 characters from the right"), "D")
def date_place(sheet: Sheet) -> Iterator[Measure]:
    """A date that stands alone ends two 字 from the right, or four above a seal."""
    if sheet.of(Role.SIGNATURE):
        return
    for para in sheet.of(Role.DATE)[-1:]:
        one = para.size * 0.985
        ok = min(abs(para.inset / one - 2), abs(para.inset / one - 4)) <= POSITION
        yield Measure(ok, ems(para.inset, one), place_of(para), hint=_("set the right indent of the date"))


@check(
    "signature-gap",
    Group.ENDING,
    "7.3.5",
    N_("lines above the signature"),
    N_("at least 1 blank line"),
    "C",
    hint=N_("set the space above by the style"),
)
def signature_gap(sheet: Sheet) -> Iterator[Measure]:
    """One blank line below the text; more where a seal needs the room."""
    names = sheet.of(Role.SIGNATURE) or sheet.of(Role.DATE)
    if names and names[0].gap is not None:
        yield Measure(names[0].gap >= 0.6, _blank(names[0]), place_of(names[0]))


@check(
    "date-form",
    Group.ENDING,
    "7.3.5.4",
    N_("form of the date"),
    N_("2024年1月11日, arabic, nothing padded"),
    "C",
    hint=N_("write the date in arabic digits without leading zeros"),
)
def date_form(sheet: Sheet) -> Iterator[Measure]:
    """Arabic digits, no leading zero, no blanks."""
    for para in sheet.of(Role.DATE):
        yield Measure(bool(_DATE.fullmatch(para.text)), para.text, place_of(para))


@check(
    "note",
    Group.ENDING,
    "7.3.6",
    N_("note (附注)"),
    N_("in （）, 2 characters in"),
    "C",
    hint=N_("put it into （） and indent it by 2 characters"),
)
def note(sheet: Sheet) -> Iterator[Measure]:
    """In full-width round brackets below the date, two 字 in."""
    for para in sheet.of(Role.NOTE):
        brackets = para.text.startswith("（") and para.text.endswith("）")
        ok = brackets and in_by(para, 2)
        yield Measure(ok, _("as required") if ok else f"{para.text[:1]}…{para.text[-1:]}, {indent_of(para)}", place_of(para))


@check(
    "attachment-label",
    Group.ENDING,
    "7.3.7",
    N_("attachment's label (附件)"),
    N_("附件 or 附件1 without colon, flush left, on a new page"),
    "C",
)
def attachment_label(sheet: Sheet) -> Iterator[Measure]:
    """On the first line of a new page, flush left, no colon."""
    for para in sheet.of(Role.ATTACHMENT_LABEL):
        if not _LABEL.fullmatch(para.text):
            yield Measure(False, para.text, place_of(para), hint=_("write 附件 or 附件1, without blank and colon"))
        elif not para.new_page:
            yield Measure(False, _("not on a new page"), place_of(para), hint=_("begin a new page before it"))
        elif not in_by(para, 0):
            yield Measure(False, _("{indent} in").format(indent=indent_of(para)), place_of(para), hint=_("set its indent to 0"))
        else:
            yield Measure(True, _("as required"))


@check(
    "attachment-title",
    Group.ENDING,
    "7.3.7",
    N_("place of the attachment's title"),
    N_("on the third line"),
    "C",
    hint=N_("leave one blank line between label and title"),
)
def attachment_title(sheet: Sheet) -> Iterator[Measure]:
    """On the third line: one blank line below the label."""
    for before, para in zip(sheet.paras, sheet.paras[1:], strict=False):
        if para.role is Role.ATTACHMENT_TITLE and before.role is Role.ATTACHMENT_LABEL and para.gap is not None:
            yield Measure(0.6 <= para.gap <= 1.4, _("on line {n}").format(n=round(para.gap) + 2), place_of(para))
