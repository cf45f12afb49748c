"""The known shapes of facts: which keys an entry may have, and what stands under them.

A new shape, or a new key of one, is a line here; loader, editor schema, tables and aliases follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ..i18n import N_


class Kind(StrEnum):
    """What may stand under a key."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    PROSE = "prose"
    CHOICE = "choice"
    GROUP = "group"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a shape.

    Args:
        alias: the Chinese name, usable in place of ``name`` and shown in tables.
        choices: for ``CHOICE``: value to Chinese alias.
        doc: one sentence for editors and error messages.
    """

    name: str
    alias: str
    kind: Kind
    doc: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of entry.

    Args:
        stem: the file stem whose entries have this shape without saying so.
        rate: (result, part, base) keys of a rate that can be left out and is derived.
    """

    name: str
    alias: str
    stem: str
    keys: tuple[Key, ...] = ()
    rate: tuple[str, str, str] | None = None


_STATUS = (("verified", "已核实"), ("reported", "已上报"), ("estimate", "预计"))
_FLOW = (("paragraphs", "分段"), ("run-on", "连写"), ("none", "不写"))

#: Provenance, inherited from file to group to entry to fact.
PROVENANCE = (
    Key("as_of", "截至", Kind.DATE, N_("the date the figures stand at")),
    Key("section", "报送科室", Kind.NAME, N_("the section that reported them")),
    Key("basis", "口径", Kind.NAME, N_("what is counted")),
    Key("evidence", "依据", Kind.NAME, N_("the paper that proves it")),
    Key("status", "状态", Kind.CHOICE, N_("verified, reported or an estimate"), _STATUS),
)

COMMON = (
    Key("name", "名称", Kind.NAME, N_("the full name, as it is printed")),
    Key("label", "简称", Kind.NAME, N_("a short name")),
    Key("heading", "小标题", Kind.NAME, N_("the heading above the text")),
    Key("text", "正文", Kind.PROSE, N_("the prose, with {{ figures }}")),
    Key("children", "分项", Kind.CHOICE, N_("how the texts of the entries below follow"), _FLOW),
    Key("facts", "数据", Kind.GROUP, N_("free figures, one to a line")),
    *PROVENANCE,
)

_SHAPES = ("none", "project", "indicator", "service", "plan")

FILE_ONLY = (
    Key(
        "shape",
        "类型",
        Kind.CHOICE,
        N_("the shape of the entries of this file"),
        tuple(zip(_SHAPES, ("无", "项目", "指标", "服务", "计划"), strict=True)),
    ),
    Key("checks", "校验", Kind.LIST, N_("checks of your own")),
)

SHAPES = {
    shape.name: shape
    for shape in (
        Shape("none", "无", ""),
        Shape(
            "project",
            "项目",
            "projects",
            (
                Key("total", "总投资", Kind.FIGURE, N_("total investment")),
                Key("annual_plan", "年度计划", Kind.FIGURE, N_("investment planned for the year")),
                Key("invested", "完成投资", Kind.FIGURE, N_("investment done in the year")),
                Key("rate", "完成率", Kind.FIGURE, N_("investment done, in percent of the year's plan")),
                Key("progress", "形象进度", Kind.NAME, N_("the state of the works, a phrase")),
                Key("start", "开工", Kind.DATE, N_("when works begin")),
                Key("finish", "完工", Kind.DATE, N_("when works end")),
            ),
            ("rate", "invested", "annual_plan"),
        ),
        Shape(
            "indicator",
            "指标",
            "indicators",
            (
                Key("target", "目标", Kind.FIGURE, N_("the target of the year")),
                Key("actual", "完成", Kind.FIGURE, N_("what was reached")),
                Key("rate", "完成率", Kind.FIGURE, N_("actual in percent of target")),
                Key("rank", "排名", Kind.FIGURE, N_("the place, such as 第二")),
                Key("scope", "排名范围", Kind.NAME, N_("among whom, such as 全市")),
                Key("of", "参评数", Kind.FIGURE, N_("how many are ranked")),
                Key("score", "得分", Kind.FIGURE, N_("the score")),
                Key("periods", "分期", Kind.GROUP, N_("the same keys for each period")),
            ),
            ("rate", "actual", "target"),
        ),
        Shape(
            "service",
            "服务",
            "services",
            (
                Key("count", "数量", Kind.FIGURE, N_("how many")),
                Key("amount", "金额", Kind.FIGURE, N_("how much money")),
                Key("paid", "发放", Kind.FIGURE, N_("money paid out")),
                Key("raised", "募集", Kind.FIGURE, N_("money raised")),
                Key("people", "人数", Kind.FIGURE, N_("how many people")),
                Key("households", "户数", Kind.FIGURE, N_("how many households")),
            ),
        ),
        Shape(
            "plan",
            "计划",
            "plans",
            (
                Key("amount", "计划投资", Kind.FIGURE, N_("money planned")),
                Key("count", "数量", Kind.FIGURE, N_("how many")),
                Key("start", "开工", Kind.DATE, N_("when it begins")),
                Key("deadline", "期限", Kind.DATE, N_("when it is due")),
            ),
        ),
    )
}

STEMS = {shape.stem: shape.name for shape in SHAPES.values() if shape.stem}


@cache
def keys_of(shape: str, *, file: bool = False) -> dict[str, Key]:
    """Return the keys an entry of ``shape`` may have, by name and by alias."""
    keys = (*COMMON, *SHAPES[shape].keys, *(FILE_ONLY if file else ()))
    return {name: key for key in keys for name in (key.name, key.alias)}
