"""YAML as it was written: scalars, places, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import SourceError
from summarizer.facts.source import MAX_DEPTH, Mapping, Scalar, Sequence, parse


def scalar(text: str) -> Scalar:
    node = parse(f"key: {text}\n".encode(), "a.yaml").root.items["key"]
    assert isinstance(node, Scalar)
    return node


def refused(text: str | bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        parse(text.encode() if isinstance(text, str) else text, "a.yaml")
    return caught.value


@pytest.mark.parametrize(
    "written", ["12.50", "010", "no", "12:30", "1e5", "0x1F", "2024-07-31", "~", "null", "true", "1_000", ".5", "3, 156"]
)
def test_scalars_stay_as_written(written: str) -> None:
    assert scalar(written).text == written


def test_blank_is_not_missing() -> None:
    assert scalar("").missing
    assert not scalar("''").missing
    assert scalar("''").text == ""


def test_places_of_keys_values_and_block_text() -> None:
    source = parse("甲: 5个\n乙:\n  丙: |\n\n    第一行\n    第二行\n丁: 'x'\n".encode(), "a.yaml")
    assert (source.root.keys["乙"].where.line, source.root.keys["乙"].where.column) == (2, 1)
    value = source.root.items["甲"]
    assert isinstance(value, Scalar)
    assert (value.where.line, value.where.column) == (1, 4)
    assert source.text[value.start : value.end] == "5个"
    inner = source.root.items["乙"]
    assert isinstance(inner, Mapping)
    block = inner.items["丙"]
    assert isinstance(block, Scalar)
    assert (block.style, block.first_line, block.indent) == ("|", 4, 4)
    assert block.text == "\n第一行\n第二行\n"
    assert source.text.split("\n")[block.first_line + 1 - 1].strip() == "第一行"


@given(st.integers(0, 60))
def test_place_and_offset_are_inverse(offset: int) -> None:
    source = parse("甲: 5\n乙:\n  - 丙\n  - 丁丁丁\n\nb: c\n".encode(), "a.yaml")
    offset = min(offset, len(source.text) - 1)
    place = source.place(offset)
    assert source.offset(place.line, place.column) == offset


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_and_a_byte_order_mark_change_nothing(newline: str) -> None:
    text = "甲: 5个\n乙: |\n  一行\n  二行\n"
    plain, other = parse(text.encode(), "a"), parse(b"\xef\xbb\xbf" + text.replace("\n", newline).encode(), "a")
    assert other.text == plain.text
    assert other.root == plain.root
    assert not other.note


def test_gbk_is_read_with_a_note() -> None:
    source = parse("名称: 林区道路\n".encode("gbk"), "a.yaml")
    assert source.root.items["名称"] == scalar("林区道路").__class__("林区道路", source.root.items["名称"].where, "", 1, 0, 4, 8)
    assert "GBK" in source.note
    assert "a.yaml" in source.note


def test_utf8_with_a_damaged_character_is_not_read_as_gbk() -> None:
    data = bytearray("名称: 林区道路\n小标题: 抓项目促发展\n".encode())
    del data[-4]
    error = refused(bytes(data))
    assert error.where is not None
    assert error.where.line == 2
    assert "damaged" in error.message


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "名称: 甲\n".encode("utf-16"), b"\x80\x81\xff"])
def test_other_encodings_are_refused(data: bytes) -> None:
    assert "UTF-8" in refused(data).hint


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("甲: 1\n甲: 2\n", 2, "甲 stands twice; the first time in line 1"),
        ("a:\n\tb: 1\n", 2, "a tab is used for indentation"),
        ("\ta: 1\n", 1, "a tab is used for indentation"),
        ("a:\n  text: {{ x }}好\n", 2, "must be written with `|`"),
        ("a:\n  text: {{ x }}\n", 2, "must be written with `|`"),
        ("a:\n  text: 情况如下: 很好\n", 2, "must be written with `|`"),
        ("a: &x 1\n", 1, "anchors"),
        ("a: 1\nb: *x\n", 2, "anchors"),
        ("a: !!python/object:os.system x\n", 1, "tags"),
        ("a: !x y\n", 1, "tags"),
        ("a: 1\n---\nb: 1\n", 2, "second YAML document"),
        ("- a\n", 1, "key: value"),
        ("只有一句话\n", 1, "key: value"),
        ("[a]: 1\n", 1, "a key must be a word"),
        ("a: 1\nb: '没有关上\nc: 2\n", 2, "has no partner"),
        ("a: 1\nb: [1, 2\nc: 2\n", 2, "has no partner"),
        ("a: |\n没有缩进\nb: 1\n", 2, "not YAML"),
        ("a: 甲\ue000乙\n", 1, "private-use character (U+E000)"),
        ("a: 1\nb: 甲\U0010ff00乙\n", 2, "private-use character (U+10FF00)"),
        ("a: 1\nb: 甲\u2028乙\n", 2, "invisible line end (U+2028)"),
        ("a: 甲\x00乙\n", 1, "does not allow"),
        ("a: 1\nb: 甲\x08乙\n", 2, "does not allow"),
        ('a: "\\0"\n', 1, "no document can hold"),
        ('a: "\\U0010ff00"\n', 1, "no document can hold"),
        ('"\\ue000": x\n', 1, "no document can hold"),
        ("", 0, "the file is empty"),
        ("# nur ein Kommentar\n", 0, "the file is empty"),
    ],
)
def test_refused_with_line_and_reason(text: str, line: int, words: str) -> None:
    error = refused(text)
    assert words in error.message
    assert error.where is not None
    assert error.where.line == line


def test_prose_that_needs_a_block_says_how() -> None:
    assert "`key: |`" in refused("text: {{ a }}，完成\n").hint


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 50_000, "- " * 2_000, "a: " + "[" * 30 + "]" * 30])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    assert str(MAX_DEPTH) in refused(text).message


def test_too_large_a_file_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from summarizer.facts import source

    path = tmp_path / "a.yaml"
    with path.open("wb") as stream:
        stream.truncate(source.MAX_BYTES + 1)
    with pytest.raises(SourceError, match="8 MB"):
        source.read(path)


def test_lists_and_order_are_kept() -> None:
    root = parse(b"b: [x, 'y']\na: 1\n", "a").root
    items = root.items["b"]
    assert isinstance(items, Sequence)
    assert [item.text for item in items.items if isinstance(item, Scalar)] == ["x", "y"]
    assert [key.text for key, _node in root] == ["b", "a"]


def outcome(data: bytes) -> tuple[Mapping | None, SourceError | None]:
    try:
        return parse(data, "a.yaml").root, None
    except SourceError as error:
        return None, error


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_whatever_comes_is_read_or_refused(data: bytes) -> None:
    root, error = outcome(data)
    assert isinstance(root, Mapping) or (error is not None and error.message and error.where)


WORDS = ["a", "甲", ":", " ", "\n", "  ", "- ", "{", "}", "[", "]", '"', "'", "|", ">", "#", "&", "*", "!", "%", "@", "\t", "---"]


@given(st.lists(st.sampled_from([*WORDS, "{{ x }}", "\\", ","]), max_size=14).map("".join))
def test_broken_yaml_is_read_or_refused(text: str) -> None:
    _root, error = outcome(text.encode())
    assert error is None or (error.where is not None and error.where.line <= text.count("\n") + 2)


@pytest.mark.parametrize(
    ("text", "line", "words", "mend"),
    [
        ("a:\n  名称：北渠\n  b: 1\n", 2, "the colon behind 名称 is a full-width one", "“名称: ”"),
        ("a: 1\n北渠：\n  b: 1\n", 2, "the colon behind 北渠 is a full-width one", "“北渠: ”"),
        ("a:\n  总投资:3万元\n  b: 1\n", 2, "no blank stands behind the colon of 总投资", "“总投资: ”"),
        ("a:\n  b: 1\n    c: 2\n", 3, "indented more than the one before", "same blanks"),
        ("a:\n  b: 1\n c: 2\n", 3, "begins under no other key", "same blanks"),
        ('a: 1\nb: "北渠\nc: 2\n', 2, "a quotation mark has no partner", "close it"),
        ("a:\n  b: -\n  c: 2\n", 2, "a lone dash is no value", "''"),
        ("a: {b: 1，c: 2，d: 3}\n", 1, "full-width commas", "half-width"),
        ("a: {b: 1, c: 2\nd: 3\n", 1, "a bracket has no partner", "close the bracket"),
    ],
)
def test_a_slip_is_named_and_how_to_mend_it(text: str, line: int, words: str, mend: str) -> None:
    error = refused(text)
    assert error.where is not None
    assert error.where.line == line
    assert words in error.message
    assert mend in error.hint
