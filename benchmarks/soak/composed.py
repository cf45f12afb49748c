"""Inputs put together by hypothesis from the words of the field; what fails is shrunk to its smallest form."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from .targets import Targets

_NUMBERS = st.one_of(
    st.integers(-(10**20), 10**20).map(str), st.decimals(allow_nan=False).map(str), st.text("零一二三四五六七八九十百千万亿点", max_size=12)
)
_UNITS = st.sampled_from(["", "万元", "亿元", "%", "‰", "个百分点", "人", "张", "公里", "倍", "年", "月", "千瓦", "万人次", "\u200b", "／"])
_HEDGES = st.sampled_from(["", "约", "近", "超", "不足", "至少", "近约", "-", "−"])
_AFTER = st.sampled_from(["", "以上", "左右", "多"])
FIGURES = st.tuples(_HEDGES, _NUMBERS, _UNITS, _AFTER).map("".join)
_WORDS = st.sampled_from(
    [
        *("全年", "完成投资", "同比增长", "下降", "其中", "占", "比上年", "分别为", "共", "合计", "从", "提高到", "完成率", "人均"),
        *("的", "（", "）", "《", "》"),
    ]
)
_SIGNS = st.sampled_from(["，", "。", "、", "；", "：", "\n", "和", ",", " "])
PROSE = st.lists(st.one_of(FIGURES, _WORDS, _SIGNS, st.text(max_size=3)), max_size=40).map("".join)
_SCALARS = st.one_of(FIGURES, PROSE.filter(lambda text: "\n" not in text), st.text(max_size=8))
YAML = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(st.sampled_from(["facts", "text", "name", "total", "年度投资", "text: |", "x"]), inner, max_size=5).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=12,
).map(lambda text: f"bureau: x\nfacts: {text}\n")


def run(targets: Targets, inputs: int, until: float, number: int) -> tuple[int, list[str]]:
    """Try ``inputs`` inputs and return how many there were, and what went wrong."""
    tried = 0

    def timed(function: Callable[[bytes], None]) -> Callable[[bytes], None]:
        def call(data: bytes) -> None:
            nonlocal tried
            if time.monotonic() < until:
                tried += 1
                function(data)

        return call

    parts: tuple[tuple[str, Callable[[bytes], None], st.SearchStrategy[str], float], ...] = (
        ("figure", targets.figure, FIGURES, 0.5),
        ("prose", targets.prose, PROSE, 0.3),
        ("yaml", targets.yaml, YAML, 0.2),
    )
    wrong = []
    for name, function, strategy, share in parts:
        try:
            _search(timed(function), strategy, max(int(inputs * share), 1), number)()
        except Exception as error:  # noqa: BLE001 - that there is none is what this looks for
            notes = " ".join(getattr(error, "__notes__", ()))
            wrong.append(f"{name}: {type(error).__name__}: {error} {notes}")
    return tried, wrong


def _search(function: Callable[[bytes], None], strategy: st.SearchStrategy[str], inputs: int, number: int) -> Callable[[], None]:
    @seed(number)
    @settings(
        max_examples=inputs, deadline=None, database=None, phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def attempt(text: str) -> None:
        function(text.encode("utf-8", "surrogatepass"))

    return attempt
