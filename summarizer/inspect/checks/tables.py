"""Tables: head rows that repeat, rows that stay whole, no wider than the 版心."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ...i18n import gettext as _
from ...official import TYPE_AREA_WIDTH
from ..base import Group, Measure, check, place
from ..sheet import Sheet, TableSeen


def _where(table: TableSeen) -> str:
    return place(table.page) if table.page else _("table {n}").format(n=table.number)


@check(
    "table-head",
    Group.TABLES,
    "8",
    N_("head row of tables"),
    N_("repeated on every page"),
    "K",
    hint=N_("mark the first row “repeat as header row”"),
)
def table_head(sheet: Sheet) -> Iterator[Measure]:
    """The head row comes again on every page that the table goes on to."""
    for table in sheet.tables:
        if not table.layout and table.repeats is not None:
            yield Measure(table.repeats, _("repeated") if table.repeats else _("not repeated"), _where(table))


@check(
    "table-rows", Group.TABLES, "8", N_("rows of tables"), N_("not broken over pages"), "K", hint=N_("forbid rows to break across pages")
)
def table_rows(sheet: Sheet) -> Iterator[Measure]:
    """Rows stay whole."""
    for table in sheet.tables:
        if not table.layout and table.breaks is not None:
            yield Measure(not table.breaks, _("may break") if table.breaks else _("stay whole"), _where(table))


@check(
    "table-width",
    Group.TABLES,
    "8",
    N_("width of tables"),
    N_("at most 156 mm"),
    "D",
    hint=N_("make it as wide as the text, or turn the page"),
)
def table_width(sheet: Sheet) -> Iterator[Measure]:
    """No table is wider than the 版心; on a page that lies on its side it may be as wide as that is high."""
    turned = {setup.page for setup in sheet.setups if setup.landscape}
    for table in sheet.tables:
        if not table.layout and table.width and table.page not in turned and 0 not in turned:
            yield Measure(table.width <= TYPE_AREA_WIDTH + 1, f"{table.width:.0f} mm", _where(table))
