"""Chinese numerals and their exact values, and full-width digits.

Values are :class:`~fractions.Fraction` or ``int``, never a float. GB/T 15835-2011 decides which form a
text should use; this module only reads and writes them.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from ..errors import FigureError
from ..i18n import gettext as _

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
NUMERAL_CHARACTERS = "".join(DIGITS) + "".join(UNITS) + "万亿"

_ZEROS = "零〇○"
_WRITTEN = "零一二三四五六七八九"
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％﹪−", "0123456789.,-+%%-")
_LIMIT = 10**16


def half_width(text: str) -> str:
    """Return ``text`` with full-width digits, points, commas, signs and per cent signs made half-width."""
    return text.translate(_HALF_WIDTH)


def _unreadable(text: str, hint: str) -> FigureError:
    return FigureError(_("this is not a Chinese numeral"), written=text, hint=hint)


def _positional(text: str) -> int | None:
    """Read 二〇二四, digits that stand for themselves; ``None`` where ``text`` is not of that form."""
    if len(text) < 2 or any(character not in DIGITS for character in text):
        return None
    if len(text) < 4 and not any(character in _ZEROS for character in text):
        raise _unreadable(text, _("two numerals side by side (三四) are an approximation, not one figure"))
    return int("".join(str(DIGITS[character]) for character in text))


def _below_myriad(text: str, whole: str) -> int:
    """Read a group up to 九千九百九十九. A bare 十 means one ten; 百 and 千 need their digit."""
    total, digit, smallest, zero = 0, None, 10**4, False
    for place, character in enumerate(text):
        if character in DIGITS:
            if digit is not None:
                raise _unreadable(whole, _("two numerals side by side (三四) are an approximation, not one figure"))
            if character in _ZEROS and len(text) > 1:
                zero = True
                continue
            digit = DIGITS[character]
            continue
        unit = UNITS[character]
        if unit >= smallest or (digit is None and (unit != 10 or (place and not zero))):
            raise _unreadable(whole, _("十, 百 and 千 stand in falling order, each after its numeral"))
        total += (1 if digit is None else digit) * unit
        digit, smallest, zero = None, unit, False
    if digit is not None:
        # 一百二 means 120 in speech and 102 by the letter: refused, since nobody can tell.
        if total and smallest > 10 and not zero:
            raise _unreadable(whole, _("write the last place out: 一百二十, or 一百零二"))
        total += digit
    return total


BELOW_HUNDRED = "(?:十[一二三四五六七八九]?|[一二三四五六七八九](?:十[一二三四五六七八九]?)?)"
"""A pattern of the numerals from 一 to 九十九; two side by side (三四, 一一) are none."""


@lru_cache(maxsize=1024)
def from_chinese(text: str) -> Fraction:
    """Return the exact value of a Chinese numeral: 一百二十, 两, 〇, 二〇二四, 一点五, 三千四百五十六万.

    Raises:
        FigureError: if it cannot be read, or is an approximation such as 三四.
    """
    if not text or any(c not in NUMERAL_CHARACTERS and c != "点" for c in text):
        raise _unreadable(text, _("use 零〇一二两三四五六七八九十百千万亿 and at most one 点"))
    whole, point, rest = text.partition("点")
    if not point:
        return Fraction(_whole(whole))
    digits = rest.rstrip("万亿")
    scale = rest[len(digits) :]
    if not whole or not digits or any(c not in DIGITS for c in digits) or (scale and scale not in MYRIADS):
        raise _unreadable(text, _("single numerals follow 点: 一点二五"))
    fraction = Fraction(int("".join(str(DIGITS[c]) for c in digits)), 10 ** len(digits))
    return (_whole(whole) + fraction) * MYRIADS.get(scale, 1)


def _whole(text: str) -> int:
    if (positional := _positional(text)) is not None:
        return positional
    if text == "百":  # 百分之百
        return 100
    total = _grouped(text, text)
    if total >= _LIMIT:
        raise _unreadable(text, _("the number is too large"))
    return total


def _grouped(text: str, whole: str) -> int:
    """Read by 亿 first, so that 一万二千亿 is 12000 times 亿."""
    for name in ("亿", "万"):
        head, found, rest = text.rpartition(name)
        if not found:
            continue
        if not head or (name == "万" and "万" in head):
            raise _unreadable(whole, _("万 and 亿 stand in falling order, each after its number"))
        total = _grouped(head, whole) * MYRIADS[name]
        if not rest:
            return total
        tail = _grouped(rest, whole)
        # 两万三 means 23000 in speech and 20003 by the letter: refused, since nobody can tell.
        if tail * 10 < MYRIADS[name] and rest[0] not in _ZEROS:
            raise _unreadable(whole, _("write the last place out: 两万三千, or 两万零三"))
        return total + tail
    return _below_myriad(text, whole)


def is_chinese_numeral(text: str) -> bool:
    """Whether :func:`from_chinese` can read ``text``."""
    try:
        from_chinese(text)
    except FigureError:
        return False
    return True


def to_chinese(number: int) -> str:
    """Return ``number`` in Chinese numerals: 一, 十, 十一, 二十, 一百零五, 一万二千. 0 is 零.

    Raises:
        FigureError: for a negative number, or one of 10^16 and above.
    """
    if not 0 <= number < _LIMIT:
        raise FigureError(
            _("only whole numbers from 0 up to 10^16 have a Chinese numeral here"), written=str(number), hint=_("write it in digits")
        )
    if number == 0:
        return "零"
    written = _to_chinese(number)
    return written[1:] if written.startswith("一十") else written


def _to_chinese(number: int) -> str:
    for value, name in ((10**8, "亿"), (10**4, "万")):
        if number >= value:
            head, rest = divmod(number, value)
            zero = "零" if rest and rest * 10 < value else ""
            return _to_chinese(head) + name + (zero + _to_chinese(rest) if rest else "")
    return _group_to_chinese(number)


def _group_to_chinese(group: int) -> str:
    written, gap = "", False
    for value, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, value)
        if not digit:
            gap = gap or bool(written)
            continue
        written += ("零" if gap else "") + _WRITTEN[digit] + name
        gap = False
    return written
