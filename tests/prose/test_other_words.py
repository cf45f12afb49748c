"""The same text in other words, marks and lines: what held goes on to hold, but for one claim in eighty, and no error comes up.

Each way to write it otherwise is one substitution over the invented texts of the accuracy measure. What a substitution makes of a text
means the same; so nothing may be found in it that was not found before.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from benchmarks.accuracy import ARITHMETIC
from summarizer.audit import audit_reading
from summarizer.findings import Severity
from summarizer.readers import Reading

TEXTS = Path(__file__).parents[2] / "benchmarks" / "labelled" / "documents.jsonl"
FEW, LOST = 5, 0.0125
SUM = "[万亿]?[元人个件户吨亩]"
WAYS = {
    # the words of a change
    "同比 as 比上年": ("同比", "比上年"),
    "同比 as 与去年同期相比": ("同比(?=(?:增长|下降|减少))", "与去年同期相比"),
    "同比 as 较上年同期": ("同比(?=[增下减])", "较上年同期"),
    "增长 as 上升": (r"(?<!均)增长(?=\d)", "上升"),
    "增长 as 增幅": (r"，增长(?=\d)", "，增幅"),
    "增长 as 增长了": (r"增长(?=\d)", "增长了"),
    "增长 as 增长率为": (r"，增长(?=\d)", "，增长率为"),
    "下降 as 减少": (r"下降(?=\d)", "减少"),
    "下降 as 降幅": (r"，下降(?=\d)", "，降幅"),
    "下降 as negative growth": (r"(?<=，)下降(?=\d[\d.]*%)", "增长-"),
    "增加 as 净增": (r"(?<=，)增加(?=\d)", "净增"),
    "a change in a bracket": (r"，(?:同比|比上年)?(增长|下降)(\d[\d.]*%)", r"（\1\2）"),
    "a change behind 、": (rf"(增加|减少)(\d[\d.]*{SUM})，(?:增长|下降)(\d[\d.]*%)", r"\1\2、\3"),
    "the percentage first": (rf"增加(\d[\d.]*{SUM})，增长(\d[\d.]*%)", r"增长\2，增加\1"),
    # of what something is a part, and how far it has come
    "其中 with a comma": ("其中[：:，,]?", "其中，"),
    "其中 with a colon": ("其中[：:，,]?", "其中："),
    "其中 as 包括": ("其中[：:，,]?", "包括"),
    "占 as 占比": (r"占(?=\d)", "占比"),
    "占 as 所占比重为": (r"，占(?=\d)", "，所占比重为"),
    "完成率 as 完成率达到": (r"完成率(?:为|达)?(?=\d)", "完成率达到"),
    "占年度任务 as 完成年度任务": ("占年度任务的", "完成年度任务的"),
    "为年初预算的 as 完成年初预算的": ("为年初预算的", "完成年初预算的"),
    "达 as 达到": (r"达(?=\d)", "达到"),
    "为 as 是": (r"(?<![分以降升])为(?=\d)", "是"),
    "分别为 as 分别是": ("分别为", "分别是"),
    # marks and lines
    "half-width marks": ("，", ","),
    "half-width brackets": ("（([^）]*)）", r"(\1)"),
    "half-width stops": ("。(?=[一-鿿])", "."),
    "wide percent signs": ("%", "％"),
    "a line for each item": ("；(?!\n)", "；\n"),
    "a blank line": ("\n", "\n\n"),
    "lines of Windows": ("\n", "\r\n"),
    "an indent": ("(?m)^", "　　"),
    "blanks before figures": (r"(?<=[一-鿿])(?=\d)", " "),
    "blanks behind commas": ("，", "， "),
    "a note behind amounts": (r"(?<=\d[万亿]元)(?=，)", "（下同）"),
    "a footnote": ("(?<=[元人个件户])(?=，)", "[1]"),
    "a sentence in front": (r"\A", "一年来，全局上下凝心聚力，各项工作取得新成效。"),
    # units and figures
    "元 left out": ("亿元", "亿"),
    "digits in full width": (r"\d+", lambda match: match[0].translate({ord("0") + n: 0xFF10 + n for n in range(10)})),
}


@cache
def texts() -> tuple[str, ...]:
    return tuple(json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines())


@cache
def read(text: str) -> tuple[Counter[tuple[str, frozenset[object]]], Counter[str]]:
    """Return the claims that hold, by kind and values, and the errors by code."""
    report = audit_reading(Reading("a.txt", "txt", text))
    held = Counter(
        (item.claim.kind, frozenset(operand.value for operand in item.claim.operands()))
        for item in report.judged
        if item.verdict.outcome.value.startswith("holds") and item.verdict.strength == "strong"
    )
    return held, Counter(f.code for f in report.findings if f.severity is Severity.ERROR and f.kind in ARITHMETIC)


@pytest.mark.parametrize("way", WAYS)
def test_other_words_mean_the_same(way: str) -> None:
    pattern, other = WAYS[way]
    pairs = [(read(text), read(changed)) for text in texts() if (changed := re.sub(pattern, other, text)) != text]
    held = sum(len(before[0]) for before, _after in pairs)
    lost = [(kind, *map(str, values)) for before, after in pairs for kind, values in set(before[0]) - set(after[0])]
    assert not [code for before, after in pairs for code in after[1] - before[1]]
    assert held >= FEW
    assert len(lost) <= held * LOST, lost
