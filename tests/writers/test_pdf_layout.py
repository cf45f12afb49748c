from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Letterhead,
    Metadata,
    Name,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.resources import Resources
from summarizer.writers import pdf
from summarizer.writers.base import Job

MM = 72 / 25.4
#: Without a single mark that could move a line's end.
CHINESE = "山坡上的果树到了秋天结满果子村里的人清早就背着竹筐上山采摘傍晚再把装好的水果送到路口等车来收"
PUNCTUATED = "山坡上的果树到了秋天结满果子，村里的人清早就上山采摘；傍晚再把“头茬果”送到路口——等车来收……"
METADATA = Metadata(publisher="示例县农业农村局", date="2024-01-11")
FIGURE = FigureRef("fruit.sold", "3800万元", "38000000", "元", "f1")

poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler")


def job(own: Path | None = None, *, draft: bool = False, profile: str = "gbt9704") -> Job:
    return Job(Resources(own), draft=draft, profile=profile)


def article(*blocks: object, **rest: object) -> Document:
    return Document("r", ("示例县果业2023年工作总结", "和2024年工作思路"), blocks, METADATA, **rest)  # type: ignore[arg-type]


def mixed() -> Paragraph:
    content = (
        Text(PUNCTUATED * 2 + "全年卖出"),
        FIGURE,
        Text("，占"),
        FigureRef("fruit.rate", "95.25%"),
        Text("，" + PUNCTUATED),
        Name("GB 2023"),
    )
    return Paragraph(content, lead=(Text("卖出水果"),), level=2, number="（一）")


@dataclass(frozen=True)
class Line:
    """A line on paper; millimetres from the left and the top."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


def measure(document: Document, folder: Path, **options: object) -> list[list[Line]]:
    """Return the lines of every page as poppler sees them, pieces of one line joined."""
    path = folder / "measured.pdf"
    path.write_bytes(pdf.write(document, job(**options)).data)  # type: ignore[arg-type]
    done = subprocess.run(["pdftotext", "-bbox-layout", str(path), "-"], capture_output=True, check=True, timeout=60)
    return [_lines(page) for page in re.findall(r"<page .*?</page>", done.stdout.decode(), re.S)]


def _lines(page: str) -> list[Line]:
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
    words = [(*(float(number) / MM for number in found[:4]), found[4]) for found in re.findall(pattern, page)]
    rows: list[list[tuple[float, float, float, float, str]]] = []
    for word in sorted(words, key=lambda word: (word[3], word[0])):
        if rows and word[3] - rows[-1][0][3] < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    joined = [sorted(row) for row in rows]
    return [
        Line(row[0][0], max(w[2] for w in row), min(w[1] for w in row), max(w[3] for w in row), "".join(w[4] for w in row))
        for row in joined
    ]


def body_lines(page: list[Line]) -> list[Line]:
    return [line for line in page if 37 < line.bottom < 264]


@pytest.fixture(scope="module")
def plain_pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    document = article(Heading(1, "一、", (Text("收成"),)), Paragraph((Text(CHINESE * 30),)))
    return measure(document, tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def mixed_pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    return measure(article(*[mixed() for _ in range(12)]), tmp_path_factory.mktemp("mixed"))


@poppler
def test_a_full_page_has_22_lines_of_28_characters(plain_pages: list[list[Line]]) -> None:
    assert len(plain_pages) >= 3
    full = body_lines(plain_pages[1])
    assert len(full) == 22
    assert {len(line.text) for line in full} == {28}


@poppler
def test_figures_and_rare_characters_do_not_push_lines_apart(mixed_pages: list[list[Line]], tmp_path: Path) -> None:
    assert len(body_lines(mixed_pages[1])) == 22
    rare = Paragraph((Text((CHINESE + "㐂𠮷①ⅣB7℃") * 30),))
    pages = measure(article(rare), tmp_path)
    assert len(body_lines(pages[1])) == 22


@poppler
def test_lines_fill_the_type_area(plain_pages: list[list[Line]], mixed_pages: list[list[Line]]) -> None:
    for page in (plain_pages[1], *mixed_pages[1:-1]):
        lines = body_lines(page)
        followers = [*lines[1:], None]
        for line, after in zip(lines, followers, strict=True):
            assert line.left == pytest.approx(28, abs=0.2) or line.left == pytest.approx(28 + 2 * 5.57, abs=0.6)
            if after and after.left < 30:
                assert line.right == pytest.approx(184, abs=0.5), line.text


@poppler
def test_the_second_profile_fills_the_type_area_with_ink(tmp_path: Path) -> None:
    pages = measure(article(Paragraph((Text(CHINESE * 30),))), tmp_path, profile="gbt9704-ink")
    lines = body_lines(pages[1])
    assert len(lines) == 22
    assert lines[0].top == pytest.approx(37, abs=0.6)
    assert lines[-1].bottom == pytest.approx(260.8, abs=0.6)
    number = next(line for line in pages[1] if line.text == "—2—")
    assert (number.top + number.bottom) / 2 == pytest.approx(269, abs=1)


@poppler
def test_page_numbers_stand_outside_one_character_in(plain_pages: list[list[Line]]) -> None:
    for count, page in enumerate(plain_pages, 1):
        number = page[-1]
        assert number.text == f"—{count}—"
        assert (number.top + number.bottom) / 2 == pytest.approx(269, abs=1)
        if count % 2:
            assert number.right == pytest.approx(184 - 5.57, abs=0.4)
        else:
            assert number.left == pytest.approx(28 + 5.57, abs=0.4)


@poppler
def test_numbers_are_not_broken(mixed_pages: list[list[Line]]) -> None:
    text = "\n".join(line.text for page in mixed_pages for line in page)
    assert text.count("3800万元") == text.count("95.25%") == 12


@poppler
def test_a_heading_is_never_the_last_line_of_a_page(tmp_path: Path) -> None:
    blocks = [Paragraph((Text("果" * (28 * 18 - 2)),)), Heading(1, "一、", (Text("收成"),)), Paragraph((Text("正文。"),))]
    pages = measure(article(*blocks), tmp_path)
    assert [line.text for line in body_lines(pages[1])] == ["一、收成", "正文。"]


@poppler
def test_signature_and_attachments(tmp_path: Path) -> None:
    document = article(
        Paragraph((Text("正文。"),)),
        attachments=(Attachment("果园名单", (Paragraph((Text("东坡。"),)),)), Attachment("收购价", ())),
        signature=Signature(("示例县农业农村局",), "2024年1月11日"),
        note="此件公开发布",
    )
    first, second, third = measure(document, tmp_path)
    by_text = {line.text: line for line in first}
    one = 5.57
    assert by_text["附件：1.果园名单"].left == pytest.approx(28 + 2 * one, abs=0.3)
    name, day = by_text["示例县农业农村局"], by_text["2024年1月11日"]
    assert max(name.right, day.right) == pytest.approx(184 - 2 * one, abs=0.4)
    assert day.left == pytest.approx(name.left + 2 * one, abs=0.4)
    assert [line.text for line in second] == ["附件1", "果园名单", "东坡。", "—2—"]
    assert third[0].text == "附件2"
    title = second[1]
    assert (title.left + title.right) / 2 == pytest.approx(106, abs=0.5)


@poppler
def test_stamped_signature_centres_the_name_over_the_date(tmp_path: Path) -> None:
    document = article(Paragraph((Text("正文。"),)), signature=Signature(("示例县农业农村局办公室",), "2024年1月11日", stamped=True))
    (page,) = measure(document, tmp_path)
    by_text = {line.text: line for line in page}
    name, day = by_text["示例县农业农村局办公室"], by_text["2024年1月11日"]
    assert day.right == pytest.approx(184 - 4 * 5.57, abs=0.4)
    assert name.left + name.right == pytest.approx(day.left + day.right, abs=0.8)


ISSUED = {
    "letterhead": Letterhead(("示例县农业农村局",), "000001", "机密★3年", "特急", "示农〔2024〕5号"),
    "addressee": "示例县人民政府",
    "imprint_block": ImprintBlock(("甲局", "乙局"), "示例县农业农村局办公室", "2024年1月11日"),
    "form": "issued",
}


@poppler
@pytest.mark.parametrize("lines", [1, 6, 13, 14, 22])
def test_the_imprint_ends_the_last_page(tmp_path: Path, lines: int) -> None:
    pages = measure(article(Paragraph((Text("果" * (28 * lines - 4)),)), **ISSUED), tmp_path)
    copies, printed = body_lines(pages[-1])[-2:]
    assert copies.text == "抄送：甲局，乙局。"
    assert printed.text == "示例县农业农村局办公室2024年1月11日印发"
    assert 255 < printed.bottom < 262
    assert not [line for page in pages[:-1] for line in page if line.text.startswith("抄送")]
    above = body_lines(pages[-1])[:-2]
    assert all(line.bottom < copies.top for line in above)


@poppler
def test_letterhead(tmp_path: Path) -> None:
    page = measure(article(Paragraph((Text("正文。"),)), **ISSUED), tmp_path)[0]
    texts = [line.text for line in page]
    assert texts[:5] == ["000001", "机密★3年", "特急", "示例县农业农村局文件", "示农〔2024〕5号"]
    assert page[3].top == pytest.approx(72, abs=2)
    assert page[3].left > 28
    assert page[3].right < 184


@poppler
def test_table_heads_repeat_and_rows_stay_whole(tmp_path: Path) -> None:
    columns = (Column("果园"), Column("产量", "吨", "decimal"), Column("说明"))
    rows = tuple(((Name(f"第{n}果园"),), (FigureRef(f"f{n}", f"{n}.5"),), (Text("长势良好，" * 4),)) for n in range(1, 60))
    pages = measure(article(Table("产量表", columns, rows)), tmp_path)
    assert len(pages) > 2
    for page in pages:
        assert any(line.text == "果园产量（吨）说明" for line in page)
    assert not any(re.fullmatch(r"第\d*|果?园", line.text) for page in pages for line in page)
    assert sum(line.text == "产量表" for page in pages for line in page) == 1


@poppler
def test_draft_is_marked_in_the_header_and_blank_figures_show(tmp_path: Path) -> None:
    document = article(Paragraph((Text("另有"), FigureRef("x", ""), Text("人。"))))
    draft, final = measure(document, tmp_path, draft=True)[0], measure(document, tmp_path)[0]
    assert draft[0].text == "草稿"
    assert draft[0].bottom < 37
    assert any(line.text == "另有〔空白〕人。" for line in draft)
    assert [line.text for line in final][-2:] == ["另有人。", "—1—"]
    assert "草稿" not in {line.text for line in final}
