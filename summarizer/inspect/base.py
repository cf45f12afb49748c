"""Checks: what one is, what it yields, and the registry of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from ..i18n import N_, strung
from ..i18n import gettext as _
from ..official import PROFILES, Profile
from .sheet import MM, Para, Sheet


class Group(StrEnum):
    """The part of the page that a check looks at."""

    PAGE = "page"
    FONTS = "fonts"
    LETTERHEAD = "letterhead"
    TITLE = "title"
    TEXT = "text"
    ENDING = "ending"
    IMPRINT = "imprint"
    NUMBER = "page number"
    TABLES = "tables"
    TRACES = "traces"


#: Groups as a person reads them.
GROUP_WORDS = {
    Group.PAGE: N_("Page"),
    Group.FONTS: N_("Fonts and sizes"),
    Group.LETTERHEAD: N_("Letterhead (版头)"),
    Group.TITLE: N_("Title"),
    Group.TEXT: N_("Text"),
    Group.ENDING: N_("Signature and attachments"),
    Group.IMPRINT: N_("Imprint (版记)"),
    Group.NUMBER: N_("Page number"),
    Group.TABLES: N_("Tables"),
    Group.TRACES: N_("Left in the file"),
}

Confidence = Literal["C", "1", "K", "D", "M"]
#: How sure a requirement is.
CONFIDENCE_WORDS: dict[str, str] = {
    "C": N_("two or more independent sources"),
    "1": N_("one source"),
    "K": N_("common knowledge, not verified"),
    "D": N_("derived"),
    "M": N_("measured"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One measurement held against the format.

    Args:
        name: stable, such as ``margin-left``. clause: of GB/T 9704-2012, or where else the requirement comes from.
        what: what was measured. measured, required: as a person reads them.
        confidence: of the requirement: C, 1, K, D or M.
        ok: whether it conforms. note: it is told, but no deviation from the format.
        place: where first; times: at how many places. hint: how to mend it.
    """

    name: str
    group: Group
    clause: str
    what: str
    measured: str
    required: str
    confidence: str
    ok: bool
    place: str = ""
    hint: str = ""
    times: int = 1
    note: bool = False

    @property
    def deviates(self) -> bool:
        """Whether it decides that the document does not conform."""
        return not self.ok and not self.note


@dataclass(frozen=True, slots=True)
class Measure:
    """What a check's function yields; empty words are filled in from its registration."""

    ok: bool
    measured: str
    place: str = ""
    required: str = ""
    hint: str = ""
    what: str = ""
    clause: str = ""


Measuring = Callable[[Sheet], Iterable[Measure]]


@dataclass(frozen=True, slots=True)
class Registered:
    """A check: its function and what is said of it; words are translated when they are shown."""

    name: str
    group: Group
    clause: str
    what: str
    required: str
    confidence: Confidence
    hint: str
    note: bool
    measure: Measuring


CHECKS: dict[str, Registered] = {}


def check(
    name: str, group: Group, clause: str, what: str, required: str, confidence: Confidence = "C", *, hint: str = "", note: bool = False
) -> Callable[[Measuring], Measuring]:
    """Register a function as a check.

    A function yields nothing where the document has nothing to measure.

    Raises:
        ValueError: the name is taken.
    """

    def register(measure: Measuring) -> Measuring:
        if name in CHECKS:
            raise ValueError(name)
        CHECKS[name] = Registered(name, group, clause, what, required, confidence, hint, note, measure)
        return measure

    return register


def run(sheet: Sheet) -> tuple[Check, ...]:
    """Hold ``sheet`` against every registered check, in the order of groups; equal measures become one."""
    order = list(Group)
    registered = sorted(CHECKS.values(), key=lambda item: order.index(item.group))
    return tuple(found for item in registered for found in _merged(item, item.measure(sheet)))


def _merged(item: Registered, measures: Iterable[Measure]) -> Iterator[Check]:
    found: dict[tuple[object, ...], Check] = {}
    for one in measures:
        hint = "" if one.ok else one.hint or (_(item.hint) if item.hint else "")
        required = one.required or _(item.required)
        what, clause = one.what or _(item.what), one.clause or item.clause
        key = (one.ok, what, clause, one.measured, required, hint)
        if key in found:
            found[key] = replace(found[key], times=found[key].times + 1)
            continue
        found[key] = Check(
            item.name, item.group, clause, what, one.measured, required, item.confidence, one.ok, one.place, hint, note=item.note
        )
    yield from _few(list(found.values()))


def _few(checks: list[Check]) -> Iterator[Check]:
    """Where something deviates, what conforms of the same thing is not repeated; many ways to conform are told as one."""
    by_what: dict[str, list[Check]] = {}
    for one in checks:
        by_what.setdefault(one.what, []).append(one)
    for group in by_what.values():
        wrong = [one for one in group if not one.ok]
        if wrong:
            yield from wrong
            continue
        measured = list(dict.fromkeys(one.measured for one in group))
        shown = strung(measured[:4], ";") + (" …" if len(measured) > 4 else "")
        yield replace(group[0], measured=shown, times=sum(one.times for one in group))


def profile_of(sheet: Sheet) -> Profile:
    """Return the numbers of the profile that the document follows."""
    profile = PROFILES[sheet.profile]
    return profile.in_word() if sheet.format == "docx" else profile


def place_of(para: Para) -> str:
    """Return where a paragraph stands, with its first words."""
    return place(para.page, para.number, para.text)


def place(page: int, number: int = 0, text: str = "") -> str:
    """Return a place in words: the page of a PDF, the paragraph of a Word file."""
    quote = text.strip()
    quote = f" “{quote[:12]}{'…' if len(quote) > 12 else ''}”" if quote else ""
    if page:
        return _("page {n}").format(n=page) + quote
    return (_("paragraph {n}").format(n=number) if number else "") + quote


def mm(points: float) -> str:
    """Return points as millimetres."""
    return f"{points / MM:.1f} mm"


def ems(points: float, size: float) -> str:
    """Return points as a number of characters of ``size``."""
    return _("{n} characters").format(n=f"{points / size:.1f}") if size else mm(points)
