"""Tables of an entry's figures, printed as attachments where the report asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Attachment, Column, Generated, Inlines, Name, Origin, Table, Text
from ..facts.factset import Entry, FactSet
from ..facts.shapes import SHAPES, Key, Kind
from .body import Anchors
from .views import FigureView, Ledger

_TITLES = {"project": "项目进展情况表", "indicator": "指标完成情况表", "service": "服务情况表", "plan": "工作计划表"}


#: Figures that are words, such as 并列第二.
_WORDS = frozenset(("rank",))


def attachments(facts: FactSet, ledger: Ledger, anchors: Anchors) -> tuple[Attachment, ...]:
    """Return an attachment with one table for each entry that ``appendix`` names."""
    return tuple(_attachment(facts, facts.entry(scalar.text, scalar.where), ledger, anchors) for scalar in facts.report.appendix)


def _attachment(facts: FactSet, entry: Entry, ledger: Ledger, anchors: Anchors) -> Attachment:
    rows = [row for row in entry.walk() if row is not entry and _has_values(row)]
    keys = [
        key
        for key in SHAPES[entry.shape].keys
        if key.kind in (Kind.FIGURE, Kind.DATE, Kind.NAME) and any(key.name in row.facts or key.name in row.names for row in rows)
    ]
    columns = (
        Column("序号", align="center"),
        Column("名称"),
        *(Column(key.alias, align="center" if key.name in _WORDS else "right" if key.kind is Kind.FIGURE else "left") for key in keys),
    )
    names = dict(_names(entry, ""))
    body = tuple(_row(n, names[row.id], [_cell(row, key, ledger, anchors) for key in keys]) for n, row in enumerate(rows, 1))
    title = f"{facts.report.year}年{_TITLES.get(entry.shape, f'{entry.name}情况表')}"
    origin = Origin("yaml", entry.where.path.rsplit("/", 1)[-1], entry.where.line, key=entry.id)
    return Attachment(title, (Table("", columns, body, origin=origin),))


def _row(n: int, name: str, cells: list[Inlines]) -> tuple[Inlines, ...]:
    return ((Generated(str(n)),), (Name(name),), *cells)


def _has_values(row: Entry) -> bool:
    """A group without values of its own, or with a phrase alone makes no row."""
    keys = SHAPES[row.shape].keys
    return any(key.name in row.facts for key in keys if key.name != "of") or "progress" in row.names


def _names(entry: Entry, prefix: str) -> Iterator[tuple[str, str]]:
    """A period is called after its entry: 综合评价（二季度）."""
    yield entry.id, f"{prefix}（{entry.name}）" if prefix else entry.name
    for period in entry.periods.values():
        yield from _names(period, entry.name)
    for child in entry.children.values():
        yield from _names(child, "")


def _cell(row: Entry, key: Key, ledger: Ledger, anchors: Anchors) -> Inlines:
    if key.name in row.facts:
        ref = FigureView(row.facts[key.name], ledger).ref
        return (anchors.name(ref),)
    text = row.names.get(key.name, "")
    return (Name(text),) if text else (Text("—"),)
