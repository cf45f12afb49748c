"""Where a Chinese line may break, for WeasyPrint.

Pango follows the Unicode rules, which take “ and ” for quotes of any language and allow no break on
either side of them, while a line may begin with ·. :func:`install` replaces the question that WeasyPrint
asks at every border of two boxes, and :func:`apart` puts such borders where Pango must not decide alone.
The rules are those of GB/T 15834-2011 5.1 and of Word's Chinese list.
"""

from __future__ import annotations

import inspect
import re
from functools import lru_cache
from typing import Any

from ..errors import OutputError
from ..i18n import gettext as _

_HOOK = "can_break_text"
#: Never first in a line, and never last.
NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕〗”’…—·・～／‰％℃,.;:!?)]}%")
NOT_LAST = frozenset("（《〈「『【〔〖“‘￥＄·([{$")
_OWN = frozenset("“”‘’·・～／—")
#: ～ and · join what stands on both sides, and so does a single —; the long —— is Pango's.
_JOINT = r"[·・～／]|(?<!—)—(?!—)"
_PARTS = re.compile(rf"[“‘]*(?:(?!{_JOINT})[^“‘”’])+[”’]*|{_JOINT}|[“”‘’]+")


def install() -> None:
    """Put :func:`can_break_text` in WeasyPrint's place; a second call changes nothing.

    Raises:
        OutputError: this WeasyPrint breaks lines in another way.
    """
    from weasyprint.layout import inline

    there = getattr(inline, _HOOK, None)
    if there is can_break_text:
        return
    caller = getattr(inline, "split_inline_box", None)
    known = callable(there) and list(inspect.signature(there).parameters) == ["text", "lang"]
    if not known or caller is None or _HOOK not in caller.__code__.co_names:
        raise OutputError(
            _("this WeasyPrint cannot break Chinese lines: {name} has gone").format(name=f"weasyprint.layout.inline.{_HOOK}"),
            hint=_("install WeasyPrint 70"),
        )
    setattr(inline, _HOOK, can_break_text)


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


def apart(text: str) -> list[tuple[str, bool]]:
    """Return ``text`` in parts, and of each whether it must stand in a box of its own for the rules here to hold."""
    return [(part, part[0] in _OWN or part[-1] in _OWN) for part in _PARTS.findall(text)]
