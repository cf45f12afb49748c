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


#: What must not begin a line, and what must not end one.
NOT_FIRST, NOT_LAST = "，。、；：！？）》〉」』】〕”’…·～％‰℃—", "（《〈「『【〔“‘·"
MARKED = "乡里说“头茬果”“晚熟果”都好卖，（含礼盒）《价目表》〔试行〕第10～20页、和合·幸福里；占95.25％——比2021—2023年多……真好！"


@poppler
def test_marks_neither_begin_nor_end_a_line_where_they_must_not(tmp_path: Path) -> None:
    paragraphs = [Paragraph((Text("果" * shift + MARKED * 3),)) for shift in range(len(MARKED))]
    pages = measure(article(*paragraphs), tmp_path)
    lines = [line.text for page in pages for line in body_lines(page)]
    # The long dash may begin a line, a single one joins.
    assert [line for line in lines if line[0] in NOT_FIRST and not line.startswith("——")] == []
    assert [line for line in lines if line[-1] in NOT_LAST] == []
    assert {line[0] for line in lines} >= {"“", "（", "《", "〔"}  # an opening mark begins a line as often as need be
    assert {line[-1] for line in lines} >= {"”", "）", "》"}
    assert "".join(lines).count("——") == len(paragraphs) * 3


@poppler
def test_a_line_breaks_between_quotes_and_stays_tight(tmp_path: Path) -> None:
    """Without the rules of kinsoku.py “…”“…” is one long word for Pango, and the line before it is torn apart."""
    text = "果" * 22 + "“老有康养”“弱有众扶”“幼有善育”两个项目由我局牵头。"
    first = next(line.text for page in measure(article(Paragraph((Text(text),))), tmp_path) for line in page if line.text.startswith("果"))
    assert first == "果" * 22 + "“老有康"


@poppler
def test_no_single_character_is_left_for_the_last_line(tmp_path: Path) -> None:
    ends = ["采摘。", "晚熟果”。", "（见附件）。", "共20篮。"]
    paragraphs = [Paragraph((Text("果" * count + end),)) for end in ends for count in range(46, 57)]
    rows = [(Text("果" * count + "有"), FigureRef("f", text), Text("。")) for text in ("18个", "2.7个百分点") for count in range(46, 57)]
    pages = measure(article(*paragraphs, *map(Paragraph, rows)), tmp_path)
    lines = [line.text for page in pages for line in body_lines(page)]
    assert [line for line in lines if len(re.sub(r"[。”）]", "", line)) < 2] == []


@poppler
def test_a_number_stays_whole_and_so_does_its_unit(tmp_path: Path) -> None:
    sold, area = FigureRef("f", "约138.25万元"), FigureRef("g", "16000多平方米")
    content = [(Text("果" * shift + "全县卖出"), sold, Text("，面积"), area) for shift in range(24, 52)]
    pages = measure(article(*map(Paragraph, content)), tmp_path)
    text = "\n".join(line.text for page in pages for line in body_lines(page))
    for part in ("138.25", "万元", "16000"):
        assert text.count(part) == len(content)


@poppler
def test_a_unit_that_a_whole_column_shares_stands_in_the_head(tmp_path: Path) -> None:
    texts = ("3800万元", "41.55万元", "约7万元", "—")
    cells = [(FigureRef(f"f{n}", text, "1", "元"),) if "万" in text else (Text(text),) for n, text in enumerate(texts)]
    rows = tuple(((Name(f"第{n}果园"),), cell) for n, cell in enumerate(cells))
    (page,) = measure(article(Table("", (Column("果园"), Column("产值", align="right")), rows)), tmp_path)
    texts_of = [line.text for line in body_lines(page)]
    assert texts_of[-5:] == ["果园产值（万元）", "第0果园3800", "第1果园41.55", "第2果园约7", "第3果园—"]


@poppler
def test_decimal_points_stand_under_each_other(tmp_path: Path) -> None:
    rows = tuple(((Name(name),), (FigureRef(name, text),)) for name, text in (("甲", "1234.56"), ("乙", "7.8"), ("丙", "905")))
    path = tmp_path / "points.pdf"
    path.write_bytes(pdf.write(article(Table("", (Column("果园"), Column("产量", "吨", "decimal")), rows)), job()).data)
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, timeout=60)
    ends = {text: float(right) for right, text in re.findall(r'xMax="([\d.]+)"[^>]*>([\d.]+)</word>', done.stdout.decode())}
    digit = 6.0
    assert ends["1234.56"] - ends["7.8"] == pytest.approx(digit, abs=0.3)
    assert ends["1234.56"] - ends["905"] == pytest.approx(2 * digit + digit / 2, abs=0.3)


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
def test_the_mark_of_a_blank_figure_stays_in_its_narrow_cell(tmp_path: Path) -> None:
    heads = ("名称", "目标", "完成", "完成率", "排名范围", "参评数", "增幅", "排名")
    filled = tuple((FigureRef(f"a{n}", "第一"),) for n in range(7))
    rows = (((Name("果园里的老树新枝嫁接情况"),), *filled), ((Name("果园里的老树新枝灌溉情况"),), *filled[:6], (FigureRef("blank", ""),)))
    (page,) = measure(article(Table("", tuple(map(Column, heads)), rows)), tmp_path, draft=True)
    assert "〔空" in "".join(line.text for line in page)
    assert max(line.right for line in body_lines(page)) < 184


@poppler
def test_draft_is_marked_in_the_header_and_blank_figures_show(tmp_path: Path) -> None:
    document = article(Paragraph((Text("另有"), FigureRef("x", ""), Text("人。"))))
    draft, final = measure(document, tmp_path, draft=True)[0], measure(document, tmp_path)[0]
    assert draft[0].text == "草稿"
    assert draft[0].bottom < 37
    assert any(line.text == "另有〔空白〕人。" for line in draft)
    assert [line.text for line in final][-2:] == ["另有人。", "—1—"]
    assert "草稿" not in {line.text for line in final}
