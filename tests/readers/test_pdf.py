from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
import weasyprint

from summarizer.errors import ReadError
from summarizer.readers import PageAnchor, Reading, read

Quickest = Callable[[Callable[[], object]], float]
STYLE = """<style>@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: '— ' counter(page) ' —' }
@top-center { content: '示例县交通局文件' } }
body { font-size: 16pt; line-height: 28pt; margin: 0; text-align: justify } p { text-indent: 2em; margin: 0; widows: 1; orphans: 1 }
h1 { font-size: 22pt; text-align: center } h2 { font-size: 16pt; text-indent: 2em; margin: 0 }
table { border-collapse: collapse } td { border: 1px solid }</style>"""
WORDS = "完成投资{}万元，占年度计划的95.{}%，其中道路拓宽工程{}万元、桥梁加固工程805万元，新增停车泊位35个，惠及群众约3.2万人"


def paragraph(n: int) -> str:
    """Sentences of many lengths, so that lines end everywhere."""
    return f"第{n}项工作，" + "；".join(WORDS.format(3000 + n, n, 1200 + k) for k in range(n % 3 + 1)) + "。"


PARAGRAPHS = [paragraph(n) for n in range(24)]
CELL = "完成路面拓宽、排水沟整修和绿化带补种等内容，年底前全部验收"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    rows = "".join(f"<tr><td>工程{n}</td><td>{n}00</td><td>{CELL}{n}处</td></tr>" for n in range(3))
    merged = "<tr><td rowspan=2>合并</td><td>1</td><td>上</td></tr><tr><td>2</td><td>下</td></tr><tr><td colspan=2>合计</td><td>3</td></tr>"
    body = "<h1>示例县交通局<br>年度总结</h1><h2>一、修路</h2>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    weasyprint.HTML(
        string=STYLE
        + body
        + f"<table>{rows}{merged}</table><p>铺管10<sup>4</sup>米<sup style='font-size:7pt;line-height:0'>[3]</sup>，全部完工。</p>"
    ).write_pdf(path)
    return path


@pytest.fixture(scope="module")
def reading(pdf: Path) -> Reading:
    return read(pdf)


def test_paragraphs_run_on_over_lines_and_pages(reading: Reading) -> None:
    lines = reading.text.split("\n")
    assert lines[:2] == ["示例县交通局年度总结", "一、修路"]
    assert lines[2:26] == PARAGRAPHS
    assert [(b.kind, b.level) for b in reading.blocks[:3]] == [("title", 0), ("heading", 1), ("paragraph", 0)]
    assert len({b.page for b in reading.blocks}) > 3


def test_page_numbers_and_running_heads_are_left_out(reading: Reading) -> None:
    assert "—" not in reading.text
    assert "交通局文件" not in reading.text


def test_ruled_tables_keep_their_cells(reading: Reading) -> None:
    rows = [reading.text[b.start : b.end] for b in reading.blocks if b.kind == "table-row"]
    assert rows[:3] == [f"工程{n}\t{n}00\t{CELL}{n}处" for n in range(3)]
    assert rows[3:] == ["合并\t1\t上", "\t2\t下", "合计\t\t3"]
    assert {b.cell.table for b in reading.blocks if b.cell} == {0}
    assert reading.text.endswith("铺管10⁴米，全部完工。\n")


def test_anchors_name_page_and_line(reading: Reading) -> None:
    first = reading.anchors[0]
    assert isinstance(first, PageAnchor)
    assert (first.page, reading.text[first.start : first.end]) == (1, "示例县交通局")
    at = reading.text.index("第20项")
    pages = {a.page for a, _i, _j in reading.stretches(at, at + 4) if isinstance(a, PageAnchor)}
    block = reading.block_at(at)
    assert block is not None
    assert pages == {block.page}


def test_ten_pages_take_under_half_a_second(pdf: Path, quickest: Quickest) -> None:
    assert quickest(lambda: read(pdf)) < 0.5


def test_a_watermark_across_and_a_turned_page(tmp_path: Path) -> None:
    plain = STYLE.replace("示例县交通局文件", "")
    page = "<p>全年修路35公里，全部通车。</p>"
    page += "<div style='position:fixed;top:9cm;left:3cm;transform:rotate(-40deg);font-size:60pt'>内部资料</div>"
    weasyprint.HTML(string=plain + page).write_pdf(tmp_path / "mark.pdf")
    assert read(tmp_path / "mark.pdf").text == "全年修路35公里，全部通车。\n"
    turned = "<div style='transform:rotate(-90deg);width:12cm;margin-top:6cm'><p>横排一页，共8项。</p><p>第二段，共9项。</p></div>"
    weasyprint.HTML(string=plain.replace("'— ' counter(page) ' —'", "''") + turned).write_pdf(tmp_path / "turned.pdf")
    assert read(tmp_path / "turned.pdf").text == "横排一页，共8项。\n第二段，共9项。\n"


def bad(path: Path, data: bytes, says: str) -> None:
    path.write_bytes(data)
    with pytest.raises(ReadError, match=says) as error:
        read(path)
    assert error.value.hint


def test_cut_off_and_random(pdf: Path, tmp_path: Path) -> None:
    data = pdf.read_bytes()
    for size in (9, 100, len(data) // 2, len(data) - 40):
        bad(tmp_path / "cut.pdf", data[:size], "cut off or damaged")
    bad(tmp_path / "garbage.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", "cut off or damaged")
    bad(tmp_path / "none.pdf", b"nothing of the kind", "no PDF")


def test_encrypted_and_without_text(pdf: Path, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=pdf)
    writer.encrypt("secret", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    bad(tmp_path / "locked.pdf", stream.getvalue(), "encrypted")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    stream = BytesIO()
    writer.write(stream)
    bad(tmp_path / "blank.pdf", stream.getvalue(), "no text")
