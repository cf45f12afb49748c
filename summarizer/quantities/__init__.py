"""Figures, units, intervals and dates as official Chinese texts write them. No input or output, no floats.

``parse("11.95亿元")`` reads a figure; :class:`Quantity` knows its exact value, the digits shown, unit, hedge
and the interval it allows, and gives its text back unchanged.
"""

from __future__ import annotations

from .arithmetic import add, format_quantity, make_quantity, ratio, scale_by, subtract
from .dates import DateText, parse_date
from .grammar import Match, match_at, parse, scan
from .hedges import Hedge
from .interval import Interval
from .numerals import BELOW_HUNDRED, from_chinese, half_width, is_chinese_numeral, to_chinese
from .quantity import Quantity, Rounding, decimals_needed, format_number, round_to
from .units import SCALE_WORDS, SCALES, Unit, convert_factor, known_units, unit

__all__ = [
    "BELOW_HUNDRED",
    "SCALES",
    "SCALE_WORDS",
    "DateText",
    "Hedge",
    "Interval",
    "Match",
    "Quantity",
    "Rounding",
    "Unit",
    "add",
    "convert_factor",
    "decimals_needed",
    "format_number",
    "format_quantity",
    "from_chinese",
    "half_width",
    "is_chinese_numeral",
    "known_units",
    "make_quantity",
    "match_at",
    "parse",
    "parse_date",
    "ratio",
    "round_to",
    "scale_by",
    "scan",
    "subtract",
    "to_chinese",
    "unit",
]
