"""What several rules say in the same words: that something was lost."""

from __future__ import annotations

from ..i18n import gettext as _
from .base import Hit


def gone(text: str, start: int, end: int, hint: str = "") -> Hit:
    """Return that something was lost in ``text[start:end]``, or in what of it stands in its last line.

    Args:
        start: may lie before the text, where a rule shows some characters before the gap.
        hint: if it is known what to write.
    """
    start = max(0, start)
    start = min(text.rfind("\n", start, end - 1) + 1 or start, end - 1)
    message = _("something was lost here: {quote}").format(quote=text[start:end])
    return Hit("BLANK003", start, end, message, hint or _("write what belongs here"))
