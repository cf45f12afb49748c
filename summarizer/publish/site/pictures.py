"""What a citizen wants to see of a report: how far the projects are, and what became of the targets.

Every figure stands as it was published. One that was not is 未公布; it is never computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...document import Column, FigureRef, Inlines, Name, Table, Text
from ..model import PublishedFact
from .bars import LARGEST, Bar, Scale, rate_extent, ratio_extent, scale_for

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


@dataclass(frozen=True, slots=True)
class _Figure:
    """A column: the figure key, its word for citizens, and what stands where an entry has none."""

    key: str
    word: str
    absent: str = UNKNOWN


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


def _table(caption: str, head: str, groups: dict[str, _Group], columns: Sequence[_Figure]) -> Table:
    """Return a table of the figures that at least one row has, and of their dates if these differ."""
    shown = [column for column in columns if any(column.key in group for group in groups.values())]
    dated = len(_dates(groups)) > 1
    rows = [
        (
            (Name(_name(group)),),
            *(_cell(group, column.key, column.absent) for column in shown),
            *(((Name(_as_of(group) or NONE),),) if dated else ()),
        )
        for group in groups.values()
    ]
    heads = (Column(head), *(Column(column.word, align="right") for column in shown), *((Column("数据截至"),) if dated else ()))
    return Table(caption, heads, tuple(rows))


def _name(group: _Group) -> str:
    return next(iter(group.values())).entry_name


def _as_of(group: _Group) -> str:
    return next((fact.as_of for fact in group.values() if fact.as_of), "")


def _dates(groups: dict[str, _Group]) -> set[str]:
    return {_as_of(group) for group in groups.values()}


def _said(group: _Group, figures: Sequence[_Figure], groups: dict[str, _Group]) -> str:
    """Return the figures behind a bar in words; what no row has is told once, in the note."""
    told = [f"{one.word}{_text(group, one.key) or UNKNOWN}" for one in figures if any(one.key in other for other in groups.values())]
    if "rate" in group and group["rate"].derived:
        told.append("完成率由此算出")
    if _as_of(group) and len(_dates(groups)) > 1:
        told.append(f"截至{_as_of(group)}")
    return "，".join(told)


def _note(groups: dict[str, _Group], figures: Sequence[_Figure], bars: Sequence[Bar | None]) -> str:
    """Return what a reader must know: the common date, what nobody published, what hatching and a cut mean."""
    dates = _dates(groups)
    missing = [one.word for one in figures if one.absent == UNKNOWN and not any(one.key in group for group in groups.values())]
    notes = [
        f"数据截至{next(iter(dates))}" if len(dates) == 1 and "" not in dates else "",
        f"正文未公布{'、'.join(missing)}" if missing else "",
        "斜线部分表示“以上”“约”等不确定的范围" if any(bar and bar.open != "0%" for bar in bars) else "",
        f"超出{LARGEST}%的部分没有按比例画出，条末有断开符号" if any(bar and bar.cut for bar in bars) else "",
    ]
    return "。".join(note for note in notes if note)


def _bars(groups: dict[str, _Group], part: str, base: str) -> tuple[dict[str, Bar | None], Scale]:
    """Return the bar of every row, as far as its rate or else ``part`` on the way to ``base`` reaches."""
    extents = {
        entry: rate_extent(_text(group, "rate")) or ratio_extent(_text(group, part), _text(group, base)) for entry, group in groups.items()
    }
    scale = scale_for(one for one in extents.values() if one is not None)
    return {entry: scale.bar(one) if one else None for entry, one in extents.items()}, scale


def _projects(facts: Sequence[PublishedFact]) -> Picture | None:
    groups = _grouped(facts, "project", ("total", "annual_plan", "invested", "rate"))
    groups = {entry: group for entry, group in groups.items() if set(group) != {"total"}}
    if not groups:
        return None
    total, plan = _Figure("total", "总投资", NONE), _Figure("annual_plan", "年度计划投资")
    invested, rate = _Figure("invested", "完成投资"), _Figure("rate", "完成率")
    bars, scale = _bars(groups, "invested", "annual_plan")
    rows = tuple(
        Row(_name(group), f"完成率{_text(group, 'rate') or UNKNOWN}", _said(group, (invested, plan), groups), bars[entry])
        for entry, group in groups.items()
    )
    note = _note(groups, (plan, invested, rate), list(bars.values()))
    table = _table("项目投资完成情况", "项目", groups, (total, plan, invested, rate))
    return Picture("projects", "项目投资进度", "年度投资计划", note, table, rows if any(bars.values()) else (), scale)


def _indicators(facts: Sequence[PublishedFact]) -> Picture | None:
    groups = _grouped(facts, "indicator", ("target", "actual", "rate", "rank"))
    groups = {entry: group for entry, group in groups.items() if set(group) != {"rank"}}
    if not groups:
        return None
    target, actual = _Figure("target", "目标"), _Figure("actual", "完成")
    rate, rank = _Figure("rate", "完成率"), _Figure("rank", "排名", NONE)
    bars, scale = _bars(groups, "actual", "target")

    def row(entry: str, group: _Group) -> Row:
        if known := _text(group, "rate"):
            return Row(_name(group), f"完成率{known}", _said(group, (actual, target), groups), bars[entry])
        return Row(_name(group), f"完成{_text(group, 'actual') or UNKNOWN}", _said(group, (target, rate), groups), bars[entry])

    rows = tuple(row(entry, group) for entry, group in groups.items())
    note = _note(groups, (target, actual, rate), list(bars.values()))
    table = _table("指标与目标对照", "指标", groups, (target, actual, rate, rank))
    return Picture("indicators", "指标完成情况", "目标", note, table, rows if any(bars.values()) else (), scale)


def _scores(facts: Sequence[PublishedFact]) -> Picture | None:
    groups = _grouped(facts, "indicator", ("score", "rank", "target", "actual", "rate"))
    groups = {entry: group for entry, group in groups.items() if not {"target", "actual", "rate"} & set(group)}
    if not groups:
        return None
    figures = (_Figure("score", "得分", NONE), _Figure("rank", "排名", NONE))
    return Picture("scores", "考核得分与排名", "", _note(groups, (), ()), _table("考核得分与排名", "考核事项", groups, figures))
