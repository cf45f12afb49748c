"""Headings that show themselves by their wording only: ``一、``, ``（一）``, the first line.

Text and PDF have no styles, and in many DOCX files a heading is a paragraph in another font. A guess is
marked as one (``BlockSpan.guessed``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..patterns import lazy
from .base import BlockSpan

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
#: The numbering of GB/T 9704-2012 7.3.3 gives the levels; 第…章 and 第…部分 stand above or in place of 一、.
_LEVELS = (
    (lazy(rf"第{_NUMERAL}(?:章|部分|编)"), 1),
    (lazy(rf"{_NUMERAL}、"), 1),
    (lazy(rf"[（(]{_NUMERAL}[）)]"), 2),
    (lazy(r"[0-9]{1,2}[.．、](?![0-9])"), 3),
    (lazy(r"[（(][0-9]{1,2}[）)]"), 4),
)
#: By the first character of a line, so that one or two are tried.
_BY_FIRST = {
    first: tuple(_LEVELS[n] for n in numbers)
    for firsts, numbers in (("第", (0,)), ("一二三四五六七八九十百", (1,)), ("（(", (2, 4)), ("0123456789", (3,)))
    for first in firsts
}
_SENTENCE_END = ("。", "；", "，", "：", ":", ";", ",", "、", "！", "？", ".")
_TITLE_END = lazy(
    r"(?:报告|总结|公报|思路|要点|情况|方案|计划|意见|通知|说明|年报|草案|决算|预算|解读|安排|清单|纲要|规划|汇报)(?:[（(].{1,16}[）)])?$"
)
_LONGEST_HEADING = 40
_LONGEST_TITLE = 60


def heading_level(line: str) -> int:
    """Return the level of a line that looks like a heading, else 0."""
    if not 2 < len(line) <= _LONGEST_HEADING or line[0] not in _BY_FIRST or line.endswith(_SENTENCE_END) or "。" in line:
        return 0
    for pattern, level in _BY_FIRST[line[0]]:
        if pattern.match(line):
            return level
    return 0


def guess(text: str, blocks: Sequence[BlockSpan]) -> tuple[BlockSpan, ...]:
    """Return the blocks with plain paragraphs turned into headings and a title where their wording says so."""
    result: list[BlockSpan] = []
    titled = any(block.kind == "title" for block in blocks)
    for block in blocks:
        if block.kind in ("title", "heading"):
            titled = True
        plain = block.kind == "paragraph" or (block.kind == "list" and block.generated > 0)
        if not plain or block.end - block.start > _LONGEST_TITLE:
            titled = titled or block.end - block.start > _LONGEST_TITLE
            result.append(block)
            continue
        line = text[block.start : block.end]
        if level := heading_level(line):
            titled = True
            # Written out: every text has dozens, and to replace fields of one costs five times as much.
            block = BlockSpan(block.start, block.end, "heading", level, block.generated, block.page, block.cell, guessed=True)
        elif not titled and _TITLE_END.search(line):
            titled = True
            block = replace(block, kind="title", guessed=True)
        result.append(block)
    return tuple(result)
