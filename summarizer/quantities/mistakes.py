"""What a person likely meant by a text that is no figure."""

from __future__ import annotations

import re

from ..errors import FigureError
from ..i18n import gettext as _
from .numerals import half_width


def no_figure(text: str) -> FigureError:
    """Return the error that says what is wrong with a text that is no figure, and what to write."""
    bare = text.strip()
    plain = half_width(bare)
    if not bare:
        message, hint = _("an empty figure"), _("write a number with its unit, or '' where the report publishes a blank")
    elif re.search(r"\.\.|,,|\.,|,\.", plain) or re.search(r"\d\.\d+\.", plain):
        message, hint = _("a number with too many points or commas"), _("write one point: 12.5万元")
    elif re.search(r"[A-Za-z]", plain):
        message, hint = _("letters in a figure"), _("write the unit in Chinese: 公里, 平方米, 公斤")
    elif not re.search(r"[0-9零〇一二两三四五六七八九十]", plain):
        message, hint = _("a unit without a number"), _("write the number before it: 12.5万元, 85%")
    elif re.search(r"\d\s*[-~～—–至到]\s*\d", plain):
        message, hint = _("a range is two figures"), _("write both ends as figures of their own")
    elif re.search(r"\d,\d{1,2}(?!\d)|\d{4},\d|,\d{4}", plain):
        message, hint = _("digits grouped otherwise than by three"), _("write 1234, or 1,234")
    elif re.search(r"[\n\r]|\d\s+\d", plain):
        message, hint = _("a blank inside a number"), _("write the digits without blanks")
    else:
        message, hint = _("this is not a figure"), _("write a hedge, a number, a scale and a unit: 约4116万元, 85%以上, 60张")
    return FigureError(message, written=text, hint=hint)
