"""The title: centred, broken by sense, with its lines in 梯形 or 菱形."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import Any

from ...i18n import N_
from ...i18n import gettext as _
from ...official import LETTERHEAD_RULE_BELOW
from ..base import Group, Measure, check, place_of
from ..sheet import MM, Para, Role, Sheet

_NEAR = 0.6
#: Words of titles, for machines without a segmenter.
_WORDS = (
    "工作思路", "工作总结", "工作计划", "工作安排", "工作要点", "工作情况", "工作打算", "重点工作", "年度工作", "情况报告",
    "民政局", "水务局", "总结", "计划", "思路", "工作", "报告", "通知", "意见", "方案",
    "情况", "安排", "要点", "关于", "年度", "以及", "人民政府", "办公室", "委员会", "贯彻",
    "落实", "实施", "推进", "加强", "开展", "管理", "建设", "发展", "改革", "服务",
    "农村", "城乡", "全面", "有关", "问题", "印发",
)  # fmt: skip


@check(
    "title-found", Group.TITLE, "7.3.1", N_("title"), N_("a title"), "C", hint=N_("centre the title in 二号 at the head of the first page")
)
def title_found(sheet: Sheet) -> Iterator[Measure]:
    """There is a title."""
    titles = sheet.of(Role.TITLE)
    yield Measure(bool(titles), _("“{text}”").format(text=titles[0].text.replace("\n", "")[:24]) if titles else _("none"))


@check("title-centred", Group.TITLE, "7.3.1", N_("place of the title"), N_("centred"), "C", hint=N_("centre it, without indents or spaces"))
def title_centred(sheet: Sheet) -> Iterator[Measure]:
    """The title is centred, also in attachments."""
    for para in sheet.of(Role.TITLE, Role.ATTACHMENT_TITLE):
        yield Measure(para.align == "center", _("centred") if para.align == "center" else _("not centred"), place_of(para))


def title_lines(sheet: Sheet) -> tuple[str, ...]:
    """Return the lines of the title as they stand."""
    return tuple(line.strip() for para in sheet.of(Role.TITLE) for line in para.broken)


@check(
    "title-break", Group.TITLE, "7.3.1", N_("where the title is broken"), N_("between words"), "C",
    hint=N_("break the lines by sense: put a line break (Shift+Enter) before the word"),
)  # fmt: skip
def title_break(sheet: Sheet) -> Iterator[Measure]:
    """No line of the title ends inside a word."""
    lines = title_lines(sheet)
    for before, after in pairwise(lines):
        word = _torn(before, after)
        yield Measure(not word, f"{before[-4:]}／{after[:4]}" if word else _("between words"), place_of(sheet.of(Role.TITLE)[0]))


def _torn(before: str, after: str) -> str:
    """Return the word that a break between two lines tears apart; empty if it does not."""
    at, text = len(before), before + after
    if before[-1:].isdigit() and re.match(r"\d|年", after):
        return before[-1:] + after[:1]
    for word in (*_segmented(text), *_WORDS):
        start = text.find(word, max(at - len(word) + 1, 0))
        if 0 <= start < at < start + len(word):
            return word
    return ""


def _segmented(text: str) -> list[str]:
    """Return the words of a text by a segmenter, if one is installed."""
    try:
        segmenter: Any = import_module("rjieba")
    except ImportError:
        return []
    return [word for word in segmenter.cut(text) if len(word) > 1]


@check(
    "title-shape", Group.TITLE, "7.3.1", N_("shape of the title's lines"), N_("梯形 or 菱形"), "C",
    hint=N_("break the title so that its lines grow, shrink, or are longest in the middle"),
)  # fmt: skip
def title_shape(sheet: Sheet) -> Iterator[Measure]:
    """The lines make a trapezium or a lozenge: neither all alike nor shortest in the middle."""
    lines = title_lines(sheet)
    if len(lines) < 2:
        return
    widths = [_ems(line) for line in lines]
    measured = _("lines of {widths} characters").format(widths=" / ".join(f"{width:g}" for width in widths))
    yield Measure(_shaped(widths), measured, place_of(sheet.of(Role.TITLE)[0]))


def _shaped(widths: list[float]) -> bool:
    steps = [b - a for a, b in pairwise(widths)]
    signs = [0 if abs(step) < _NEAR else 1 if step > 0 else -1 for step in steps]
    if not any(signs) or min(widths) < 2.5:
        return False
    # Growing lines may be followed by shrinking ones, never the other way round.
    moving = [sign for sign in signs if sign]
    return all(not (a < 0 < b) for a, b in pairwise(moving))


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def _blank(para: Para) -> str:
    return _("{n} blank lines").format(n=f"{para.gap:.1f}") if para.gap is not None else _("at the top")


@check(
    "title-place",
    Group.TITLE,
    "7.3.1",
    N_("lines above the title"),
    "",
    "C",
    hint=N_("set the space above by the style, not by empty paragraphs"),
)
def title_place(sheet: Sheet) -> Iterator[Measure]:
    """Two blank lines below the red rule, or the first line of the 版心 without one."""
    titles = sheet.of(Role.TITLE)
    if not titles:
        return
    first = titles[0]
    if sheet.of(Role.DOCUMENT_NUMBER):
        gap = first.gap if first.gap is not None else 0.0
        if sheet.format == "pdf" and first.pitch is not None:
            # What is measured there begins at the number, and the rule stands 4 mm below it.
            gap -= LETTERHEAD_RULE_BELOW * MM / first.pitch.points
        measured = _("{n} blank lines").format(n=f"{gap:.1f}")
        yield Measure(1.5 <= gap <= 2.5, measured, place_of(first), _("2 blank lines below the rule"))
        return
    gap = first.gap or 0.0
    yield Measure(gap < 0.5, _blank(first), place_of(first), _("the first line of the page"))


@check(
    "title-gap",
    Group.TITLE,
    "7.3.2",
    N_("lines below the title"),
    N_("1 blank line"),
    "C",
    hint=N_("set one line of space below the title"),
)
def title_gap(sheet: Sheet) -> Iterator[Measure]:
    """One blank line between the title and what follows."""
    titles = sheet.of(Role.TITLE)
    after = next((para for para in sheet.paras if titles and para.number > titles[-1].number and para.table < 0), None)
    if after is not None and after.gap is not None:
        yield Measure(0.6 <= after.gap <= 1.5, _blank(after), place_of(after))
