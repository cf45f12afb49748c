from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.errors import ReadError
from summarizer.readers import read

Quickest = Callable[[Callable[[], object]], float]
REPORT = "示例县交通局2023年工作总结\n\n一、修路\n　　全年修路35公里，完成投资3800万元。\n（一）拓宽乡道\n下一步，再修8公里。\n"


def write(tmp_path: Path, data: bytes | str, name: str = "a.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text_is_the_file(tmp_path: Path) -> None:
    reading = read(write(tmp_path, REPORT))
    assert (reading.text, reading.format, reading.note, reading.anchors) == (REPORT, "txt", "", ())
    spans = [(reading.text[b.start : b.end], b.kind, b.level) for b in reading.blocks]
    assert spans == [
        ("示例县交通局2023年工作总结", "title", 0),
        ("一、修路", "heading", 1),
        ("全年修路35公里，完成投资3800万元。", "paragraph", 0),
        ("（一）拓宽乡道", "heading", 2),
        ("下一步，再修8公里。", "paragraph", 0),
    ]


def test_places_count_lines_and_columns_from_one(tmp_path: Path) -> None:
    reading = read(write(tmp_path, REPORT))
    assert reading.place(reading.text.index("35公里")) == (4, 7)
    assert reading.place(0) == (1, 1)
    assert reading.place(len(reading.text)) == (7, 1)
    block = reading.block_at(reading.text.index("3800"))
    assert block is not None
    assert reading.text[block.start : block.end].startswith("全年")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_stay(tmp_path: Path, end: str) -> None:
    text = f"第一行12个。{end}第二行30个。{end}"
    reading = read(write(tmp_path, text))
    assert reading.text == text
    assert reading.place(text.index("30")) == (2, 4)
    assert [text[b.start : b.end] for b in reading.blocks] == ["第一行12个。", "第二行30个。"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings_give_the_same_characters(tmp_path: Path, encoding: str) -> None:
    reading = read(write(tmp_path, REPORT.encode(encoding)))
    assert reading.text == REPORT
    assert ("GB 18030" in reading.note) == (encoding == "gb18030")


def test_utf16_of_the_other_byte_order(tmp_path: Path) -> None:
    assert read(write(tmp_path, b"\xfe\xff" + REPORT.encode("utf-16-be"))).text == REPORT


def test_damaged_utf8_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    data = REPORT.encode()
    at = data.index("投资".encode()) + 1
    with pytest.raises(ReadError, match="damaged bytes") as error:
        read(write(tmp_path, data[:at] + b"\xff" + data[at + 1 :]))
    assert error.value.where is not None
    assert error.value.where.line == 4


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "blank space"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00" * 500, "not text"),
        (b"\xff\xfe" + REPORT.encode("utf-16-le")[:41], "cut off"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(write(tmp_path, data))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.binary(max_size=400),
    suffix=st.sampled_from(["txt", "md", "docx", "pdf", "html", "odd"]),
    head=st.sampled_from([b"", b"PK\x03\x04", b"<html>"]),
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str, head: bytes) -> None:
    path = write(tmp_path, head + data, f"random.{suffix}")
    try:
        reading = read(path)
    except ReadError:
        return
    assert all(0 <= b.start <= b.end <= len(reading.text) for b in reading.blocks)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet="一二（）、|-# *>`~年1，。\r\n \t\u3000\u2028", max_size=120).filter(lambda t: bool(t.strip())))
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_any_text_keeps_its_characters_and_its_blocks_are_in_order(tmp_path: Path, text: str, suffix: str) -> None:
    reading = read(write(tmp_path, text, f"any.{suffix}"))
    assert reading.text == text
    flat = [b for b in reading.blocks if b.kind != "table-cell"]
    assert all(a.end <= b.start for a, b in pairwise(flat))
    assert all(b.start < b.end for b in flat)
    for offset in range(len(text)):
        line, column = reading.place(offset)
        assert reading.line_starts[line - 1] + column - 1 == offset


def test_markdown_blocks(tmp_path: Path) -> None:
    text = (
        "# 年度总结\n\n## 修路 ##\n\n- 甲路8公里\n  - 乙路3公里\n\n| 项目 | 投资 |\n|---|---:|\n| 东路 | 100万元 |\n|西路||\n\n"
        "```\n| 不 | 读 |\n```\n完。\n"
    )
    reading = read(write(tmp_path, text, "a.md"))
    assert reading.text == text
    found = [(b.kind, b.level, text[b.start : b.end]) for b in reading.blocks]
    assert found[:4] == [("title", 1, "年度总结"), ("heading", 2, "修路"), ("list", 1, "甲路8公里"), ("list", 2, "乙路3公里")]
    cells = [
        (b.cell.row, b.cell.column, b.cell.head, text[b.start : b.end])
        for b in reading.blocks
        if b.cell is not None and b.kind == "table-cell"
    ]
    assert cells == [
        (0, 0, True, "项目"), (0, 1, True, "投资"), (1, 0, False, "东路"), (1, 1, False, "100万元"), (2, 0, False, "西路"),
        (2, 1, False, ""),
    ]  # fmt: skip
    assert found[-1] == ("paragraph", 0, "完。")


@pytest.mark.parametrize("mark", ["\t", "\t\t", "|", " | ", "  ", "\u3000\u3000"])
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_lines_with_cells_are_a_table(tmp_path: Path, mark: str, suffix: str) -> None:
    rows = [("项目", "计划", "完成"), ("东路", "5000", "4500"), ("西路", "8000", "-"), ("合计", "13000", "4500")]
    text = "投资情况（万元）：\n" + "\n".join(mark.join(row) for row in rows) + "\n均已开工。\n"
    reading = read(write(tmp_path, text, f"a.{suffix}"))
    cells = [(b.cell.row, b.cell.column, text[b.start : b.end]) for b in reading.blocks if b.cell is not None and b.kind == "table-cell"]
    assert cells == [(n, column, cell) for n, row in enumerate(rows) for column, cell in enumerate(row)]


def test_a_row_of_bars_has_no_cells_beside_it(tmp_path: Path) -> None:
    text = "|项目|投资|\n|东路|5000|\n|西路||\n"
    reading = read(write(tmp_path, text))
    assert [text[b.start : b.end] for b in reading.blocks if b.kind == "table-cell"] == ["项目", "投资", "东路", "5000", "西路", ""]


@pytest.mark.parametrize(
    "text",
    [
        "一、\t修路。\n二、\t架桥。\n三、\t治水。\n",
        "联系人  科室\n地址  县城\n电话  见网站\n",
        "项目\t投资\n东路\t5000\n",
        "项目\t投资\n东路\t5000\n\n西路\t8000\n",
        "项目\t投资\n东路\t5000\t其中上级3000\n西路\t8000\n",
    ],
)
def test_lines_that_make_no_table_stay_lines(tmp_path: Path, text: str) -> None:
    assert all(b.cell is None for b in read(write(tmp_path, text)).blocks)


def test_head_of_a_page_saved_as_text_is_metadata(tmp_path: Path) -> None:
    text = (
        "当前位置：首页\n> 政务公开 > 计划总结\n索 引 号 1133020000000000A/2024-7 公开方式 依申请公开\n成文日期\n2024-01-15\n"
        "示例县交通局年度总结\n发布日期: 2024-01-16 访问次数:\n全年修路35公里，发布日期不变。\n"
    )
    reading = read(write(tmp_path, text))
    assert reading.metadata == {
        "breadcrumb": "首页 > 政务公开 > 计划总结",
        "索引号": "1133020000000000A/2024-7",
        "公开方式": "依申请公开",
        "成文日期": "2024-01-15",
        "发布日期": "2024-01-16",
    }
    assert [b.kind for b in reading.blocks] == ["metadata"] * 5 + ["title", "metadata", "paragraph"]


def test_a_hundred_texts_take_well_under_a_fifth_of_a_second(tmp_path: Path, quickest: Quickest) -> None:
    text = ("全年完成投资3800万元，占年度计划的95%，新增床位60张。" * 5 + "\n") * 34
    paths = [write(tmp_path, text, f"{n}.txt") for n in range(100)]
    assert quickest(lambda: [read(path) for path in paths]) < 0.2


@pytest.mark.parametrize("part", ["1", "(", "其中", " ", "|", "-", "|-", "# ", "<", "当前位置", "索 引 号 "])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_a_line_of_a_megabyte_is_no_trap(tmp_path: Path, part: str, suffix: str) -> None:
    path = write(tmp_path, "总结\n" + part * (1_000_000 // len(part)), f"long.{suffix}")
    begin = time.process_time()
    read(path)
    assert time.process_time() - begin < 2
