"""Where a Chinese line may break, for WeasyPrint.

Pango follows the Unicode rules, which take “ and ” for quotes of any language and allow no break on
either side of them, while a line may begin with ·. :func:`install` replaces the questions that WeasyPrint
asks at the border of two boxes (and it never asked for those inside a box that it comes back to), and
:func:`apart` puts such borders where Pango must not decide alone. The rules are those of GB/T 15834-2011
5.1 and of Word's Chinese list.
"""

from __future__ import annotations

import inspect
import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..errors import OutputError
from ..i18n import gettext as _

#: Never first in a line, and never last.
NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕〗”’…—·・～／‰％℃,.;:!?)]}%")
NOT_LAST = frozenset("（《〈「『【〔〖“‘￥＄·([{$")
_OWN = frozenset("“”‘’·・～／—")
#: ～ and · join what stands on both sides, and so does a single —; the long —— is Pango's.
_JOINT = r"[·・～／]|(?<!—)—(?!—)"
_PARTS = re.compile(rf"[“‘]*(?:(?!{_JOINT})[^“‘”’])+[”’]*|{_JOINT}|[“”‘’]+")


def install() -> None:
    """Put :func:`can_break_text` and :func:`can_break_inside` in WeasyPrint's place; a second call changes nothing.

    Raises:
        OutputError: this WeasyPrint breaks lines in another way.
    """
    from weasyprint.layout import inline

    for ours, caller in ((can_break_text, "split_inline_box"), (can_break_inside, "_break_waiting_children")):
        name = ours.__name__
        there, asks = getattr(inline, name, None), getattr(inline, caller, None)
        if there is ours:
            continue
        if not _alike(there, ours) or asks is None or name not in asks.__code__.co_names:
            raise OutputError(
                _("this WeasyPrint cannot break Chinese lines: {name} has gone").format(name=f"weasyprint.layout.inline.{name}"),
                hint=_("install WeasyPrint 70"),
            )
        setattr(inline, name, ours)


def _alike(there: Any, ours: Any) -> bool:
    return callable(there) and list(inspect.signature(there).parameters) == list(inspect.signature(ours).parameters)


@lru_cache(maxsize=4096)
def can_break_text(text: str, lang: Any) -> bool:
    """Return whether a line may end somewhere in ``text``; of two characters this module's rules decide."""
    from weasyprint.text.line_break import can_break_text as pango

    if len(text) == 2:
        before, after = text[0], text[1]
        if after in NOT_FIRST or before in NOT_LAST:
            return False
        if before in _OWN or after in _OWN:
            return True
    return bool(pango(text, lang))


def can_break_inside(box: Any) -> bool:
    """Return whether a line may end inside ``box``: in a text, or between two of its children."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.AtomicInlineLevelBox) or box.style["white_space"] not in ("normal", "pre-wrap", "pre-line"):
        return False
    if isinstance(box, boxes.TextBox):
        return can_break_text(box.text, box.style["lang"])
    if not isinstance(box, boxes.ParentBox):
        return False
    if any(map(can_break_inside, box.children)):
        return True
    ends = [(_end(child, 0), _end(child, -1)) for child in box.children]
    return any(before and after and can_break_text(before + after, box.style["lang"]) for (_, before), (after, _) in pairwise(ends))


def _end(box: Any, place: int) -> str:
    """Return the first or the last character of an inline box; nothing if it does not begin or end with text."""
    while getattr(box, "children", None):
        box = box.children[place]
    text: str = getattr(box, "text", "")
    return text[place] if text else ""


def apart(text: str) -> list[tuple[str, bool]]:
    """Return ``text`` in parts, and of each whether it must stand in a box of its own for the rules here to hold."""
    return [(part, part[0] in _OWN or part[-1] in _OWN) for part in _PARTS.findall(text)]
