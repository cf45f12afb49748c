"""What belongs together: every item once, in order, and what is the same never given up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.changes.align import align, likeness

TEXTS = ("殡仪馆投资3800万元", "殡仪馆投资4300万元", "福利中心装修", "福利中心装修完工", "")
items = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(TEXTS)), max_size=9)


@given(items, items)
def test_every_item_once_and_in_order(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> None:
    pairs = align(before, after)
    assert [one for one, _other in pairs if one is not None] == list(range(len(before)))
    assert [other for _one, other in pairs if other is not None] == list(range(len(after)))
    assert all(before[one][0] == after[other][0] for one, other in pairs if one is not None and other is not None)


@given(items)
def test_a_row_beside_itself(row: list[tuple[str, str]]) -> None:
    assert align(row, list(row)) == [(n, n) for n in range(len(row))]


def test_figures_do_not_make_texts_unlike() -> None:
    assert likeness("投资3800万元", "投资99万元") == 1.0
    assert likeness("殡仪馆改扩建", "群众就餐难") < 0.2


def test_a_long_row_with_many_repeats_is_still_paired() -> None:
    before = [("p", text) for n in range(150) for text in (f"第{chr(0x4E00 + n)}项工程开工", "照旧")]
    after = [("p", text.replace("开工", "竣工")) for _kind, text in before[:-2]]
    pairs = align(before, after)
    assert sum(one is not None and other is not None for one, other in pairs) >= 260
