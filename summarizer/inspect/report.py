"""What a person and what a program sees of an inspection."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

from ..i18n import gettext as _
from ..i18n import ngettext, strung
from ..reporters.excerpt import clean, width
from . import Inspection
from .base import CONFIDENCE_WORDS, GROUP_WORDS, Check, Group

#: Raised when a field changes its meaning or goes; a new field does not raise it.
VERSION = 1
_RED, _GREEN, _YELLOW, _BOLD, _DIM = "1;31", "32", "1;33", "1", "2"
_Styled = Callable[[str, str], str]


def as_json(inspection: Inspection) -> str:
    """Return the inspection as one JSON object."""
    shape: dict[str, Any] = {
        "version": VERSION,
        "path": inspection.path,
        "format": inspection.format,
        "profile": inspection.profile,
        "conforms": inspection.conforms,
        "deviations": len(inspection.deviations),
        "checks": [{**asdict(one), "group": str(one.group)} for one in inspection.checks],
        "confidence": {key: _(words) for key, words in CONFIDENCE_WORDS.items()},
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def as_text(inspection: Inspection, *, colour: bool = False) -> str:
    """Return the inspection as lines: deviations first, then notes, then what conforms, each by group."""
    return "\n".join(_lines(inspection, _painter(colour))) + "\n"


def _painter(colour: bool) -> _Styled:
    return (lambda text, code: f"\x1b[{code}m{text}\x1b[0m") if colour else (lambda text, code: text)


def _lines(inspection: Inspection, styled: _Styled) -> Iterator[str]:
    head = _("{path}: {format}, measured against GB/T 9704-2012, profile {profile}")
    yield head.format(path=clean(inspection.path), format=inspection.format.upper(), profile=inspection.profile)
    notes = [one for one in inspection.checks if one.note and not one.ok]
    good = [one for one in inspection.checks if one.ok]
    if inspection.deviations:
        yield ""
        yield styled(_("Deviations"), _RED)
        yield from _wrong(inspection.deviations, styled, _RED, "✗")
    if notes:
        yield ""
        yield styled(_("For information"), _YELLOW)
        yield from _wrong(notes, styled, _YELLOW, "·")
    if good:
        yield ""
        yield styled(_("Conforms"), _GREEN)
        yield from _right(good, styled)
    yield ""
    letters = dict.fromkeys(one.confidence for one in inspection.checks)
    words = [f"{key} {_(CONFIDENCE_WORDS[key])}" for key in CONFIDENCE_WORDS if key in letters]
    yield styled(_("How sure a requirement is: {words}").format(words=strung(words, ";")), _DIM)
    yield _summary(inspection, len(notes))


def _summary(inspection: Inspection, notes: int) -> str:
    wrong, total = len(inspection.deviations), len(inspection.checks) - notes
    if not wrong:
        return _("conforms in {n} checks").format(n=total)
    deviations = ngettext("{n} deviation", "{n} deviations", wrong).format(n=wrong)
    return _("{deviations} in {n} checks").format(deviations=deviations, n=total)


def _grouped(checks: Iterable[Check]) -> Iterator[tuple[Group, list[Check]]]:
    every = list(checks)
    for group in Group:
        if found := [one for one in every if one.group is group]:
            yield group, found


def _wrong(checks: Iterable[Check], styled: _Styled, code: str, sign: str) -> Iterator[str]:
    for group, found in _grouped(checks):
        yield styled(f"  {_(GROUP_WORDS[group])}", _BOLD)
        for one in found:
            yield f"  {styled(sign, code)} {one.what}: {styled(clean(one.measured), code)}"
            if one.required:
                yield "      " + _("required: {required}  [{clause}, {confidence}]").format(
                    required=one.required, clause=one.clause, confidence=one.confidence
                )
            where = clean(one.place)
            if one.times > 1:
                more = ngettext("and at {n} more place", "and at {n} more places", one.times - 1).format(n=one.times - 1)
                where = f"{where}, {more}" if where else more
            if where:
                yield "      " + _("place: {place}").format(place=where)
            if one.hint:
                yield "      " + _("to mend: {text}").format(text=one.hint)


def _right(checks: Iterable[Check], styled: _Styled) -> Iterator[str]:
    groups = list(_grouped(checks))
    rows = [(one.what, clean(one.measured), one.required, f"{one.clause} {one.confidence}") for _g, found in groups for one in found]
    widths = [min(limit, max(width(row[n]) for row in rows)) for n, limit in enumerate((38, 34, 34))]
    position = 0
    for group, found in groups:
        yield styled(f"  {_(GROUP_WORDS[group])}", _BOLD)
        for _one in found:
            row = rows[position]
            position += 1
            cells = [cell + " " * max(0, widths[n] - width(cell)) for n, cell in enumerate(row[:3])]
            yield f"  {styled('✓', _GREEN)} {'  '.join(cells)}  {row[3]}".rstrip()
