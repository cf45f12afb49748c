"""The DOCX writer: what LibreOffice makes of its files."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Inline,
    Letterhead,
    Metadata,
    Paragraph,
    Signature,
    Table,
    Text,
    figures_of,
)
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write

FINAL = Job(Resources(), draft=False)


def row(*items: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(item) if isinstance(item, str) else item for item in items)


def figure(text: str, anchor: str, fact: str = "canteens.open.count") -> FigureRef:
    return FigureRef(fact, text, "1", "", anchor)


SENTENCE = "示例县围绕“一老一小”等重点群体——特别是独居老人……逐村走访，把饭送到桌边。"
REPORT = Document(
    "demo",
    ("示例县民政局2023年工作总结", "和2024年工作思路"),
    (
        Paragraph(row(SENTENCE, "全年投入", figure("3800万元", "fig_1"), "。")),
        Heading(1, "一、", row("主要做法")),
        Paragraph(row("价格由村民商定。", *(SENTENCE,) * 12), lead=row("建成食堂", figure("60家", "fig_2")), level=2, number="（一）"),
        Paragraph(row("资金未公布，为", figure("", "fig_blank"), "。")),
        Table("食堂建设情况", (Column("乡镇"), Column("投资", "万元", "decimal")), ((row("东坪乡"), row(figure("12.50", "cell_1"))),)),
    ),
    Metadata(publisher="示例县民政局", date="2024-01-11"),
    letterhead=Letterhead(("示例县民政局",), "000012", "机密★3年", "特急", "示民〔2024〕5号"),
    addressee="示例县人民政府",
    signature=Signature(("示例县民政局",), "2024年1月11日", stamped=True),
    note="此件公开发布",
    attachments=(Attachment("食堂名单", (Paragraph(row("名单见乡镇公示。", figure("7家", "fig_3"))),)),),
    imprint_block=ImprintBlock(("县委办公室", "县政协办公室"), "示例县民政局办公室", "2024年1月11日"),
    form="issued",
)
MARKS = Document("marks", (), tuple(Paragraph(row("甲" * shift + SENTENCE * 12)) for shift in range(14)), Metadata())
GRID = Document("grid", (), (Paragraph(row("示例县村级食堂照常开门" * 160)),), Metadata())


def opened(document: Document, job: Job = FINAL) -> Any:
    return docx.Document(io.BytesIO(write(document, job).data))


def shown(paragraph: Any) -> str:
    """Return a paragraph's text with that inside content controls, which python-docx leaves out."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(e.tag, e.text or "") for r in paragraph.iter(qn("w:r")) for e in r if e.tag in (*marks, qn("w:t")))


def paragraphs(word: Any) -> list[tuple[str, str]]:
    """Return style id and text of every paragraph, tables included, in order."""
    return [(p.style, shown(p)) for p in word.element.body.iter(qn("w:p"))]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the documents as PDF and the first saved again as DOCX by LibreOffice."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice (soffice) and pdftotext")
    folder = tmp_path_factory.mktemp("office")
    for name, document in (("report", REPORT), ("grid", GRID), ("marks", MARKS)):
        (folder / f"{name}.docx").write_bytes(write(document, FINAL).data)
    fonts = Path(sys.prefix) / "share" / "summarizer" / "fonts.conf"
    environment = {**os.environ, **({"FONTCONFIG_FILE": str(fonts)} if fonts.is_file() else {})}
    start = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    inputs = [str(folder / f"{name}.docx") for name in ("report", "grid", "marks")]
    for target, names in (("pdf", inputs), ("docx", inputs[:1])):
        out = folder / f"as-{target}"
        command = [*start, "--convert-to", target, "--outdir", str(out), *names]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
    return folder


def pdf_text(path: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, str(path), "-"], check=True, capture_output=True).stdout.decode()


@pytest.mark.office
def test_libreoffice_shows_every_sentence(office: Path) -> None:
    seen = re.sub(r"\s", "", pdf_text(office / "as-pdf" / "report.pdf", "-raw"))
    for _, text in paragraphs(opened(REPORT)):
        # A paragraph may break over a page, where the page number stands between.
        assert re.sub(r"\s", "", text) in re.sub(r"—\d+—", "", seen)
    assert "—1—" in seen
    assert "—2—" in seen


@pytest.mark.office
def test_no_mark_is_lost_at_the_end_of_a_line(office: Path) -> None:
    seen = re.sub(r"—\d+—|\s", "", re.sub(r" ", "", pdf_text(office / "as-pdf" / "marks.pdf")))
    assert seen == "".join(text for _, text in paragraphs(opened(MARKS)))


@pytest.mark.office
def test_bookmarks_survive_being_saved_by_libreoffice(office: Path) -> None:
    saved = docx.Document(str(office / "as-docx" / "report.docx")).element.body
    names = [start.get(qn("w:name")) for start in saved.iter(qn("w:bookmarkStart"))]
    assert [ref.anchor for _, ref in figures_of(REPORT) if ref.anchor not in names] == []
    start = next(s for s in saved.iter(qn("w:bookmarkStart")) if s.get(qn("w:name")) == "fig_1")
    paragraph = next(start.iterancestors(qn("w:p")))
    assert shown(paragraph) == SENTENCE + "全年投入3800万元。"


@pytest.mark.office
def test_a_page_holds_22_lines_of_28_characters(office: Path) -> None:
    pages = pdf_text(office / "as-pdf" / "grid.pdf", "-layout").split("\f")
    lines = [line.replace(" ", "") for line in pages[1].splitlines() if line.strip()]
    assert lines[-1] == "—2—"
    assert [len(line) for line in lines[:-1]] == [28] * 22


@pytest.mark.office
def test_the_page_number_stands_7_mm_below_the_text_and_one_character_in(office: Path) -> None:
    boxes = pdf_text(office / "as-pdf" / "grid.pdf", "-bbox").split("<page ")[1:]
    for page, side in ((boxes[0], "right"), (boxes[1], "left")):
        left, top, right, bottom = (
            [float(n) for n in found]
            for found in zip(*re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">—', page), strict=True)
        )
        millimetres = 25.4 / 72
        assert (top[0] + bottom[0]) / 2 * millimetres == pytest.approx(269, abs=1.5)
        inset = left[0] * millimetres - 28 if side == "left" else 210 - 26 - right[-1] * millimetres
        assert inset == pytest.approx(14 * millimetres, abs=0.3)
