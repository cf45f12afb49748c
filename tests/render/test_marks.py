"""Marks: whatever the text, it is the same text after quoting, and after every string operation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import FigureRef, Name, Paragraph, inlines_of, plain
from summarizer.render import marks
from summarizer.render.body import Anchors, BodyReader
from summarizer.render.numbering import Numbering

ANY = st.text(st.characters(exclude_categories=("Cs", "Co")), max_size=30)


def reader(*figures: FigureRef) -> BodyReader:
    return BodyReader(list(figures), lambda _number: None, str, Anchors(), Numbering())  # type: ignore[arg-type, return-value]


@given(ANY)
def test_a_name_is_one_token_with_its_text(text: str) -> None:
    quoted = marks.name(text)
    assert [(token.kind, token.text) for token in marks.tokens(quoted)] == ([("name", text)] if text else [])
    assert marks.reveal(quoted) == text


@given(ANY, ANY, ANY)
def test_kinds_do_not_mix(before: str, name: str, after: str) -> None:
    whole = before + marks.name(name) + marks.figure(7, "3.5万元") + marks.generated("12") + marks.origin(123) + after
    assert marks.reveal(whole) == before + name + "3.5万元12" + after
    text, origins = marks.split_origins(whole)
    assert [number for _offset, number in origins] == [123]
    kinds = [token.kind for token in marks.tokens(text)]
    assert kinds == ["text"] * bool(before) + ["name"] * bool(name) + ["figure", "generated"] + ["text"] * bool(after)


@given(st.lists(ANY, max_size=5), ANY)
def test_names_survive_joining_trimming_and_case(names: list[str], sign: str) -> None:
    quoted = [marks.name(name) for name in names]
    assert marks.reveal(marks.name(sign).join(quoted).strip()) == sign.join(names)
    assert [name.upper().lower() for name in quoted] == quoted


@given(st.text(st.sampled_from("#|*_`>-+=[]()!<&\\~ 1.:\t甲"), min_size=1, max_size=25).filter(str.strip))
def test_markdown_leaves_a_name_alone(text: str) -> None:
    (block,) = reader().read(f"甲{marks.name(text)}乙\n")
    assert isinstance(block, Paragraph)
    assert plain(block.content) == f"甲{text}乙"
    (block,) = reader().read(f"{marks.name(text)}\n")
    assert block == Paragraph((Name(text),))


@given(ANY)
def test_a_name_in_a_table_is_one_cell(text: str) -> None:
    (table,) = reader().read(f"| a | b |\n|---|---|\n| {marks.name(text)} | x |\n")
    assert [plain(cell) for cell in inlines_of(table)] == [text, "x"]


@given(st.integers(0, 10**9), st.sampled_from(["85%以上", "11.95亿元", ""]))
def test_figures_keep_index_and_text(n: int, text: str) -> None:
    (token,) = marks.tokens(marks.figure(n, text))
    assert (token.kind, token.index, token.text) == ("figure", n, text)


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_cut_figure_is_broken_never_text(start: int, length: int) -> None:
    whole = marks.figure(12, "3.5万元")
    part = whole[start : start + length]
    kinds = {token.kind for token in marks.tokens(part)}
    if part and part != whole and not set(part) <= set("3.5万元"):
        assert "broken" in kinds
