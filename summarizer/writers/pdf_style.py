"""Fill ``official.css.j2`` with the numbers of a format profile."""

from __future__ import annotations

import math
from dataclasses import fields

from markupsafe import Markup

from ..document import Document
from ..errors import OutputError
from ..i18n import gettext as _
from ..official import LEVEL_FONTS, PROFILES, SIZES, Profile
from .base import Job
from .html_template import render
from .wording import OPINIONS

PRINT = "print.html.j2"
STYLE = "official.css.j2"

#: 版心: where it begins and how high it is, in mm (GB/T 9704-2012 5.2.1); the page number hangs below it.
_TOP, _HEIGHT = 37, 225
_POINTS = 72 / 25.4
#: The largest 发文机关标志 in points; a long name is set smaller so that it stays on one line.
_LARGEST = 62.0


def style(document: Document, job: Job, *, review: bool = False) -> str:
    """Return the print style sheet for ``document``; with ``review``, also for the findings of a draft.

    Raises:
        TemplateError: the style sheet is missing or broken.
        OutputError: there is no such format profile.
    """
    if (profile := PROFILES.get(job.profile)) is None:
        raise OutputError(
            _("there is no format profile of this name"),
            written=job.profile,
            hint=_("choose one of: {names}").format(names=", ".join(PROFILES)),
        )
    return render(
        job.resources,
        STYLE,
        p=profile,
        sizes=SIZES,
        levels=LEVEL_FONTS,
        family={field.name: Markup('"{}"').format(getattr(profile.fonts, field.name)) for field in fields(profile.fonts)},
        one=round(SIZES["三号"] + profile.css_letter_spacing_pt, 3),
        number_below=_TOP + _HEIGHT + profile.page_number_below - (profile.page_height - profile.bottom),
        draft=job.draft,
        review=review,
        opinions=OPINIONS,
        issuer_size=_issuer_size(document, profile),
        imprint_lines=_imprint_lines(document, profile),
    )


def issuer_lines(document: Document) -> tuple[tuple[str, ...], bool]:
    """Return the lines of the 发文机关标志, and whether 文件 stands behind them."""
    if document.letterhead is None:
        return (), False
    names = document.letterhead.issuers
    # Several bodies may stand without it (GB/T 9704-2012 7.2.4), as in the Word file.
    return names, len(names) == 1 and not names[0].endswith("文件")


def _issuer_size(document: Document, profile: Profile) -> float:
    names, file_word = issuer_lines(document)
    longest = max(map(len, names), default=1) + 2 * file_word + 0.5
    return min(_LARGEST, math.floor(_width(profile) / longest))


def _imprint_lines(document: Document, profile: Profile) -> int:
    """Return how many lines the 版记 takes, so that room for it is kept on the last page."""
    if (imprint := document.imprint_block) is None:
        return 0
    room = int(_width(profile) / SIZES["四号"]) - 5
    copies = math.ceil((len("，".join(imprint.copies_to)) + 1) / room) if imprint.copies_to else 0
    return copies + bool(imprint.printed_by or imprint.printed_on)


def _width(profile: Profile) -> float:
    return (profile.page_width - profile.left - profile.right) * _POINTS
