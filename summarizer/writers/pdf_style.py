"""Fill ``official.css.j2`` with the numbers of a format profile."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from markupsafe import Markup

from ..document import Document
from ..official import (
    IMPRINT_RULE_INNER,
    IMPRINT_RULE_OUTER,
    ISSUER_BELOW,
    LETTERHEAD_RULE_BELOW,
    LEVEL_FONTS,
    SEAL_LINES,
    SEAL_PAIR,
    SEAL_PITCH,
    SIZES,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_TOP,
    Fonts,
    Profile,
)
from .base import Job
from .html_template import render
from .letterhead import BETWEEN, FILE_WORD, ROW, issuer_mark, issuer_points
from .widths import ems
from .wording import OPINIONS

PRINT = "print.html.j2"
STYLE = "official.css.j2"

_POINTS = 72 / 25.4
#: The red of 发文机关标志 and 版头分隔线, and the rule's weight in points.
_RED = "#f00"
#: A stamped date ends so many 字 from the right (7.3.5.1).
_STAMPED = 4.0
_RULE = 2.0
#: From the top of a character of the 发文机关标志 to the foot of its line, in parts of the size.
_ISSUER_LINE = 1.0625


def style(document: Document, job: Job, *, review: bool = False) -> str:
    """Return the print style sheet for ``document``; with ``review``, also for the findings of a draft.

    Raises:
        TemplateError: the style sheet is missing or broken.
        OutputError: there is no such format profile.
    """
    profile = job.page
    return render(
        job.resources,
        STYLE,
        p=profile,
        n=_numbers(profile) | _issuer(document, profile) | _seals(document, profile),
        document=document,
        sizes=SIZES,
        levels=LEVEL_FONTS,
        family=_families(profile.fonts),
        one=round(_one(profile), 3),
        red=_RED,
        draft=job.draft,
        review=review,
        opinions=OPINIONS,
    )


def _one(profile: Profile) -> float:
    """Return the width of a 三号 character in points."""
    return SIZES["三号"] + profile.css_letter_spacing_pt


def _families(chosen: Fonts) -> dict[str, Markup]:
    """Return the families of each role: the one chosen, and behind it the usual one."""
    usual = Fonts()
    names = {field.name: dict.fromkeys((getattr(chosen, field.name), getattr(usual, field.name))) for field in fields(chosen)}
    return {role: Markup(", ").join(Markup('"{}"').format(name) for name in both) for role, both in names.items()}


def _numbers(profile: Profile) -> dict[str, Any]:
    """Return what follows from the standard's numbers and a profile, by the names that the style sheet uses."""
    foot = TYPE_AREA_TOP + TYPE_AREA_HEIGHT + profile.page_number_below
    middle = (profile.page_width - profile.left - profile.right) / 2
    size, spacing = SIZES["三号"], profile.css_letter_spacing_pt
    return {
        # From the foot of the page's content to the page number, in mm.
        "number_below": foot - (profile.page_height - profile.bottom),
        # Where the number of a landscape page stands, in mm: across the margin and along it, and how far
        # beyond the margin's width it begins.
        "turned_height": middle + profile.bottom / 2 - (profile.page_height - foot),
        "turned_middle": middle,
        "turned_beyond": middle - _one(profile) / _POINTS - profile.bottom / 2,
        # By its count of digits, how wide the number of an attachment is with its dot, in points.
        "mark": {digits: round(size * (digits / 2 + 0.25) + spacing * (digits + 1), 2) for digits in (1, 2)},
        "rule": _RULE,
        # The standard means the characters, which stand in the middle of their line.
        "rule_below": round(LETTERHEAD_RULE_BELOW * _POINTS - (profile.pitch_pt - size) / 2, 3),
        "outer": IMPRINT_RULE_OUTER,
        "inner": IMPRINT_RULE_INNER,
    }


def _seals(document: Document, profile: Profile) -> dict[str, float]:
    """Return where name and date stand under a seal, in points.

    The date ends four 字 from the right, or as far as a long name over it needs. Of two names in a line the
    left one has half of the 版心, and the middle of the right one is the date's.
    """
    if document.signature is None or not document.signature.stamped:
        return {}
    one, width = _one(profile), (profile.page_width - profile.left - profile.right) * _POINTS
    names, date = document.signature.names, ems(document.signature.date)
    right = max(_STAMPED, (max(map(ems, names), default=0.0) - date) / 2)
    return {
        "seal_lines": SEAL_LINES,
        "seal_pitch": SEAL_PITCH,
        "seal_right": round(right * one, 3),
        "seal_left": round(max(width - (2 * right + date) * one, 0.0), 3),
        "seal_half": round(width / 2, 3),
    }


def signature_rows(document: Document) -> list[list[str]]:
    """Return the names of the signature by lines: short ones of a joint issue under seals stand in pairs."""
    if document.signature is None:
        return []
    names = list(document.signature.names)
    paired = document.signature.stamped and len(names) > 1 and max(map(ems, names)) <= SEAL_PAIR
    step = 2 if paired else 1
    return [names[at : at + step] for at in range(0, len(names), step)]


def _issuer(document: Document, profile: Profile) -> dict[str, float]:
    """Return place and size of the 发文机关标志: its top in mm below that of the page's content, the rest in points."""
    if document.letterhead is None:
        return {}
    count, size = len(issuer_mark(document.letterhead)[0]), issuer_points(document.letterhead, profile)
    line = size * (ROW if count > 1 else _ISSUER_LINE)
    return {
        "issuers": count,
        "issuer_top": round(TYPE_AREA_TOP + ISSUER_BELOW - profile.top, 3),
        "issuer_size": size,
        "issuer_line": round(line, 3),
        "issuer_height": round(line * max(count - 1, 0) + size * _ISSUER_LINE, 3),
        "issuer_gap": size * BETWEEN,
    }


def issuer_lines(document: Document) -> tuple[tuple[str, ...], str]:
    """Return the lines of the 发文机关标志, and the 文件 that stands behind them, if it does."""
    if document.letterhead is None:
        return (), ""
    names, file_word = issuer_mark(document.letterhead)
    return names, FILE_WORD if file_word else ""
