"""What work has left in the file. Notes only: no clause of the format forbids them, but somebody should know."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ..base import Group, Measure, check
from ..sheet import Sheet


def _kind(sheet: Sheet, kind: str) -> Iterator[Measure]:
    for trace in sheet.traces:
        if trace.kind == kind:
            yield Measure(False, trace.text)


_NOTHING = N_("nothing")


@check(
    "tracked-changes",
    Group.TRACES,
    "—",
    N_("tracked changes"),
    _NOTHING,
    "K",
    hint=N_("accept or refuse them before the file leaves"),
    note=True,
)
def tracked(sheet: Sheet) -> Iterator[Measure]:
    """Tracked changes show what was there before."""
    yield from _kind(sheet, "tracked")


@check("comments", Group.TRACES, "—", N_("comments"), _NOTHING, "K", hint=N_("delete them before the file leaves"), note=True)
def comments(sheet: Sheet) -> Iterator[Measure]:
    """Comments of those who worked on it."""
    yield from _kind(sheet, "comments")


@check("hidden-text", Group.TRACES, "—", N_("hidden text"), _NOTHING, "K", hint=N_("delete it, or show it"), note=True)
def hidden(sheet: Sheet) -> Iterator[Measure]:
    """Text that is there and not shown."""
    yield from _kind(sheet, "hidden")


@check(
    "author",
    Group.TRACES,
    "—",
    N_("author in the properties"),
    N_("the issuing body, or nothing"),
    "K",
    hint=N_("look whether a person is named there"),
    note=True,
)
def author(sheet: Sheet) -> Iterator[Measure]:
    """Who the properties say wrote it."""
    yield from _kind(sheet, "author")


@check(
    "header",
    Group.TRACES,
    "—",
    N_("header"),
    _NOTHING,
    "K",
    hint=N_("official documents have no header; a draft's goes with the final file"),
    note=True,
)
def header(sheet: Sheet) -> Iterator[Measure]:
    """Something stands above the 版心."""
    yield from _kind(sheet, "draft")


@check(
    "embedded-fonts",
    Group.TRACES,
    "5.2.2",
    N_("faces that are not in the file"),
    N_("all embedded"),
    "K",
    hint=N_("embed all fonts when the PDF is made"),
)
def embedded(sheet: Sheet) -> Iterator[Measure]:
    """A PDF whose faces are not embedded looks different on every machine."""
    yield from _kind(sheet, "fonts")
    if sheet.format == "pdf" and not any(trace.kind == "fonts" for trace in sheet.traces):
        yield Measure(True, _("all embedded"))
