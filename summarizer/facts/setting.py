"""How a report wants to be set: the fonts under their roles and the line pitch."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from ..errors import FactError
from ..i18n import gettext as _
from ..official import PITCHES
from .problems import Problems
from .source import Node

#: Roles and their Chinese names. Digits and Latin letters share a font.
FONTS = {"title": "标题", "body": "正文", "hei": "黑体", "kai": "楷体", "song": "宋体", "digits": "数字"}
#: What no font is called, and what would end its name in a style sheet.
_FORBIDDEN = frozenset("\"'\\<>{};,")
_UNITS = ("磅", "pt")
_FIXED = "固定值"


def read_fonts(entries: Iterable[tuple[str, str, Node]], problems: Problems) -> tuple[tuple[str, str], ...]:
    """Return role and font of each entry (role, key as written, value)."""
    found = []
    for role, written, node in entries:
        name = problems.text(node, written)
        if name is None:
            continue
        if not name.isprintable() or not name or _FORBIDDEN & set(name):
            message = _("{key} must be the name of a font").format(key=written)
            hint = _("write it as Word shows it, such as 仿宋_GB2312 or Times New Roman")
            problems.add(FactError(message, where=node.where, written=name, hint=hint))
        else:
            found.append((role, name))
    return tuple(found)


def read_pitch(node: Node, written: str, problems: Problems) -> float:
    """Return the line pitch in points; 0 after noting a mistake. ``28.95``, ``28.95磅`` and ``固定值28.95磅`` are the same."""
    text = problems.text(node, written)
    if text is None:
        return 0.0
    number = text.removeprefix(_FIXED).strip()
    for unit in _UNITS:
        number = number.removesuffix(unit).strip()
    least, most = PITCHES
    try:
        pitch = Decimal(number)
        if pitch.is_finite() and least <= pitch <= most:
            return float(pitch)
    except InvalidOperation:
        pass
    message = _("{key} must be a number of points from {least} to {most}").format(key=written, least=least, most=most)
    hint = _("leave it out for 28.95 points: 22 lines on a page")
    problems.add(FactError(message, where=node.where, written=text, hint=hint))
    return 0.0
