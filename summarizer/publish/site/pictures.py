"""What a citizen wants to see of a report: how far the projects are, and what became of the targets.

Every figure stands as it was published. One that was not is 未公布; it is never computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ...document import Column, FigureRef, Inlines, Name, Table, Text
from ..model import PublishedFact
from .bars import Bar, Extent, Scale, rate_extent, ratio_extent, scale_for

#: Shown in place of a figure that the report leaves blank or does not give.
UNKNOWN = "未公布"
#: Shown where there is nothing to give: a project that nobody ranks has no place.
NONE = "—"


@dataclass(frozen=True, slots=True)
class Row:
    """One bar with its words.

    Args:
        name: of the project or indicator. value: the rate, or what was reached of what.
        details: the figures behind it. bar: None where no length can be told.
    """

    name: str
    value: str
    details: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its table.

    Args:
        whole: what 100 % means. note: what a reader must know to read it.
        rows: empty if no length can be told: then there is only the table.
    """

    id: str
    title: str
    whole: str
    note: str
    table: Table
    rows: tuple[Row, ...] = ()
    scale: Scale = field(default_factory=lambda: Scale(100))


_Group = dict[str, PublishedFact]
_CUT = "超出刻度的部分不按比例画出，条末有断开符号。"
_OPEN = "斜线部分表示“以上”“约”等不确定的范围。"


def pictures(facts: Sequence[PublishedFact]) -> tuple[Picture, ...]:
    """Return the pictures that ``facts`` give; none if there is nothing to show."""
    made = (_projects(facts), _indicators(facts), _scores(facts))
    return tuple(picture for picture in made if picture is not None)


def _grouped(facts: Iterable[PublishedFact], shape: str, wanted: tuple[str, ...]) -> dict[str, _Group]:
    """Return the facts under the keys of ``wanted`` by entry; entries without any are left out."""
    groups: dict[str, _Group] = {}
    for fact in facts:
        if fact.shape == shape and fact.key in wanted:
            groups.setdefault(fact.entry, {})[fact.key] = fact
    return groups


def _text(group: _Group, key: str) -> str:
    return group[key].text if key in group else ""


def _cell(group: _Group, key: str, absent: str) -> Inlines:
    fact = group.get(key)
    if fact is None:
        return (Text(absent),)
    return (FigureRef(fact.id, fact.text, fact.value, fact.unit),) if fact.text else (Text(UNKNOWN),)


def _table(caption: str, head: str, groups: dict[str, _Group], columns: Sequence[tuple[str, str, str]]) -> Table:
    """Return a table; ``columns`` are (key, head, what stands where there is no such figure), left out if all are empty."""
    shown = [column for column in columns if any(column[0] in group for group in groups.values()) or column[2] == UNKNOWN]
    dated = any(fact.as_of for group in groups.values() for fact in group.values())
    rows = [
        (
            (Name(_name(group)),),
            *(_cell(group, key, absent) for key, _head, absent in shown),
            *(((Name(_as_of(group) or NONE),),) if dated else ()),
        )
        for group in groups.values()
    ]
    heads = (Column(head), *(Column(name, align="right") for _key, name, _absent in shown), *((Column("数据截至"),) if dated else ()))
    return Table(caption, heads, tuple(rows))


def _name(group: _Group) -> str:
    return next(iter(group.values())).entry_name


def _as_of(group: _Group) -> str:
    return next((fact.as_of for fact in group.values() if fact.as_of), "")


def _said(group: _Group, words: Sequence[tuple[str, str]]) -> str:
    """Return the figures behind a bar in words."""
    told = [f"{word}{_text(group, key) or UNKNOWN}" for key, word in words]
    return "，".join([*told, *([f"截至{_as_of(group)}"] if _as_of(group) else [])])


def _drawn(
    groups: dict[str, _Group], extent: Callable[[_Group], Extent | None], row: Callable[[_Group, Bar | None], Row]
) -> tuple[tuple[Row, ...], Scale, str]:
    """Return the rows, their scale, and what must be said about the bars; no rows if not one has a length."""
    extents = {entry: extent(group) for entry, group in groups.items()}
    known = [one for one in extents.values() if one is not None]
    if not known:
        return (), Scale(100), ""
    scale = scale_for(known)
    bars = {entry: scale.bar(one) if one else None for entry, one in extents.items()}
    rows = tuple(row(group, bars[entry]) for entry, group in groups.items())
    opened = any(bar and bar.open != "0%" for bar in bars.values())
    return rows, scale, (_OPEN if opened else "") + (_CUT if any(bar and bar.cut for bar in bars.values()) else "")


def _projects(facts: Sequence[PublishedFact]) -> Picture | None:
    groups = _grouped(facts, "project", ("total", "annual_plan", "invested", "rate"))
    groups = {entry: group for entry, group in groups.items() if set(group) != {"total"}}
    if not groups:
        return None

    def extent(group: _Group) -> Extent | None:
        return rate_extent(_text(group, "rate")) or ratio_extent(_text(group, "invested"), _text(group, "annual_plan"))

    def row(group: _Group, bar: Bar | None) -> Row:
        details = _said(group, (("invested", "完成投资"), ("annual_plan", "年度计划投资")))
        return Row(_name(group), f"完成率{_text(group, 'rate') or UNKNOWN}", details, bar)

    plan = ("annual_plan", "年度计划投资", UNKNOWN)
    columns = [("total", "总投资", NONE), plan, ("invested", "完成投资", UNKNOWN), ("rate", "完成率", UNKNOWN)]
    rows, scale, note = _drawn(groups, extent, row)
    table = _table("项目投资完成情况", "项目", groups, columns)
    return Picture("projects", "项目投资进度", "年度投资计划", note, table, rows, scale)


def _indicators(facts: Sequence[PublishedFact]) -> Picture | None:
    groups = _grouped(facts, "indicator", ("target", "actual", "rate", "rank"))
    groups = {entry: group for entry, group in groups.items() if set(group) != {"rank"}}
    if not groups:
        return None

    def extent(group: _Group) -> Extent | None:
        return rate_extent(_text(group, "rate")) or ratio_extent(_text(group, "actual"), _text(group, "target"))

    def row(group: _Group, bar: Bar | None) -> Row:
        rate = _text(group, "rate")
        reached = _text(group, "actual")
        value = f"完成率{rate}" if rate else f"完成{reached or UNKNOWN}"
        words = (("actual", "完成"), ("target", "目标")) if rate else (("target", "目标"), ("rate", "完成率"))
        return Row(_name(group), value, _said(group, words), bar)

    columns = [("target", "目标", UNKNOWN), ("actual", "完成", UNKNOWN), ("rate", "完成率", UNKNOWN), ("rank", "排名", NONE)]
    rows, scale, note = _drawn(groups, extent, row)
    table = _table("指标与目标对照", "指标", groups, columns)
    return Picture("indicators", "指标完成情况", "目标", note, table, rows, scale)


def _scores(facts: Sequence[PublishedFact]) -> Picture | None:
    groups = _grouped(facts, "indicator", ("score", "rank", "target", "actual", "rate"))
    groups = {entry: group for entry, group in groups.items() if not {"target", "actual", "rate"} & set(group)}
    if not groups:
        return None
    table = _table("考核得分与排名", "考核事项", groups, [("score", "得分", NONE), ("rank", "排名", NONE)])
    return Picture("scores", "考核得分与排名", "", "", table)
