"""版记 at the end of the last page."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ...official import IMPRINT_RULE_INNER, IMPRINT_RULE_OUTER, TYPE_AREA_HEIGHT, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from ..base import Group, Measure, check, ems, place, place_of
from ..sheet import Role, Rule, Sheet

_WEIGHT = 0.06
_BOTTOM = 1.0
_INSET = 0.3


def _rules(sheet: Sheet) -> list[Rule]:
    return [rule for rule in sheet.rules if rule.part == "imprint"]


@check("imprint-rules", Group.IMPRINT, "7.4.1", N_("rules of the imprint"), "", "C")
def imprint_rules(sheet: Sheet) -> Iterator[Measure]:
    """One rule more than lines of the 版记: the first and last 0.35 mm, between 0.25 mm, all as wide as the 版心."""
    parts = len(sheet.of(Role.COPIES, Role.PRINTED))
    if not parts:
        return
    rules = _rules(sheet)
    required = _("{n} rules, {outer} mm outside and {inner} mm between, 156 mm wide").format(
        n=parts + 1, outer=IMPRINT_RULE_OUTER, inner=IMPRINT_RULE_INNER
    )
    wanted = [IMPRINT_RULE_OUTER, *[IMPRINT_RULE_INNER] * (parts - 1), IMPRINT_RULE_OUTER]
    same = len(rules) == len(wanted) and all(abs(rule.weight - weight) <= _WEIGHT for rule, weight in zip(rules, wanted, strict=True))
    wide = all(abs(rule.width - TYPE_AREA_WIDTH) <= 1.5 for rule in rules)
    measured = " / ".join(f"{rule.weight:.2f}" for rule in rules) + " mm" if rules else _("none")
    if not wide:
        measured += ", " + _("{n} mm wide").format(n=f"{rules[0].width:.0f}")
    yield Measure(same and wide, measured, required=required, hint=_("draw the rules as borders of a table as wide as the text"))


@check(
    "imprint-place", Group.IMPRINT, "7.4", N_("place of the imprint"),
    N_("the last rule on the bottom of the 版心, 262 mm, of the last page"), "C",
    hint=N_("move the imprint to the foot of the last page"),
)  # fmt: skip
def imprint_place(sheet: Sheet) -> Iterator[Measure]:
    """The last rule is the 版心's last line, on the last page."""
    rules = _rules(sheet)
    if sheet.format == "pdf" and rules and rules[-1].y is not None:
        bottom = TYPE_AREA_TOP + TYPE_AREA_HEIGHT
        ok = abs(rules[-1].y - bottom) <= _BOTTOM and rules[-1].page == sheet.pages
        yield Measure(ok, f"{rules[-1].y:.1f} mm", place(rules[-1].page))


@check(
    "copies",
    Group.IMPRINT,
    "7.4.2",
    N_("copies to (抄送)"),
    N_("1 character in on both sides, ends with 。"),
    "C",
    hint=N_("indent it by one character of 四号 on both sides and end it with 。"),
)
def copies(sheet: Sheet) -> Iterator[Measure]:
    """One 字 in on both sides, 。 at the end."""
    for para in sheet.of(Role.COPIES):
        ok = abs(para.indent / para.size - 1) <= _INSET and para.inset / para.size >= 1 - _INSET and para.text.endswith("。")
        measured = _("{indent}, ends with “{sign}”").format(indent=ems(para.indent, para.size), sign=para.text[-1])
        yield Measure(ok, measured, place_of(para))


@check(
    "printed",
    Group.IMPRINT,
    "7.4.3",
    N_("printed by (印发机关)"),
    N_("1 character in on both sides, the date ends with 印发"),
    "C",
    hint=N_("one character in from the left, the date one from the right by a right tab"),
)
def printed(sheet: Sheet) -> Iterator[Measure]:
    """The office one 字 from the left, the date with 印发 one 字 from the right."""
    for para in sheet.of(Role.PRINTED):
        left, right = para.indent / para.size, para.inset / para.size
        alone = para.text[:1].isdigit()
        ok = (alone or abs(left - 1) <= _INSET) and abs(right - 1) <= _INSET and para.text.endswith("印发")
        measured = _("{left} from the left, {right} from the right").format(
            left=ems(para.indent, para.size), right=ems(para.inset, para.size)
        )
        yield Measure(ok, measured, place_of(para))
