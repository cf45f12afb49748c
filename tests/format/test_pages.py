"""DOCX and PDF of the same document, page against page, as LibreOffice and WeasyPrint render them.

LibreOffice 7.4 sets a gap at every border of 汉字 and digits, although the DOCX turns it off as Word
understands it. So each DOCX is measured twice: as LibreOffice renders it, and with that gap taken out, which
is what Word shows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from summarizer.document import Attachment, Column, Document, FigureRef, Name, Signature, Table, Text
from summarizer.facts import load
from summarizer.render import render
from summarizer.resources import Resources
from summarizer.writers import docx, pdf
from summarizer.writers.base import Job
from summarizer.writers.docx_parts import numbering
from summarizer.writers.widths import ems
from tests.programs import converted

CONTENT = Path(__file__).parents[2] / "content"
FINAL = Job(Resources(), draft=False)
MM = 72 / 25.4
#: 字 in a line, a digit half of one: a page may start so much earlier or later.
LINE = 28
NAMES = ("xianju-minzheng-2023", "shili-water-2023", "shili-water-2023-issued", "stamped", "joint", "wide", "ink")
#: Of these LibreOffice's own rendering, with its gap between 汉字 and digits, is compared, too.
AS_IS = ("xianju-minzheng-2023", "shili-water-2023", "shili-water-2023-issued")


BUREAUX = ("示例县水务局", "示例县财政局", "示例县农业农村局")


def documents() -> Iterator[tuple[str, Document, Job]]:
    for name in NAMES[:2]:
        facts = load(CONTENT / name)
        yield name, render(facts, Resources()).document, FINAL
    facts.report = replace(facts.report, form="issued")
    issued = render(facts, Resources()).document
    assert issued.letterhead is not None
    yield NAMES[2], issued, FINAL
    head = replace(issued.letterhead, copy_number="000012", secrecy="秘密★1年", urgency="加急")
    stamped = replace(issued, letterhead=head, note="此件公开发布", signature=Signature(BUREAUX[:1], "2024年1月5日", True))
    yield NAMES[3], stamped, FINAL
    head = replace(issued.letterhead, issuers=BUREAUX, signatories=("示例甲", "示例乙", "示例丙"))
    yield NAMES[4], replace(issued, letterhead=head, signature=Signature(BUREAUX, "2024年1月5日", True)), FINAL
    # Wide tables amid the text and in an attachment.
    at = len(issued.body) // 2
    body = (*issued.body[:at], wide_table("各乡镇情况"), *issued.body[at:])
    yield NAMES[5], replace(issued, body=body, attachments=(Attachment("各乡镇情况", (wide_table(""),)),)), FINAL
    yield NAMES[6], stamped, replace(FINAL, profile="gbt9704-ink")


def wide_table(caption: str) -> Table:
    names = ("规划投资", "年度计划", "完成投资", "完成比例", "灌溉面积", "产量", "产值", "农户", "合作社", "泵站")
    columns = (Column("序号", align="center"), Column("乡镇"), *(Column(name, align="right") for name in names))
    figures = [[f"{n * 311 + place}.{n}万元" for place in range(len(names))] for n in range(1, 25)]
    rows = tuple(
        ((Text(str(n)),), (Name(f"第{n}示例乡镇"),), *((FigureRef(f"f{n}", text, "1", "元"),) for text in row))
        for n, row in enumerate(figures, 1)
    )
    return Table(caption, columns, rows, total=True)


@dataclass(frozen=True)
class Rendered:
    """The lines of every page: of our PDF, of LibreOffice's, and of LibreOffice's without its gap."""

    ours: list[list[Any]]
    office: list[list[Any]]
    word: list[list[Any]]
    paths: tuple[Path, Path]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory, lines: Any) -> dict[str, Rendered]:
    folder = tmp_path_factory.mktemp("pages")
    for name, document, job in documents():
        (folder / f"{name}.docx").write_bytes(docx.write(document, job).data)
        # In a flat OpenDocument file LibreOffice numbers no paragraph that runs on behind its heading.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(numbering, "_MOST", 0)
            (folder / f"{name}-typed.docx").write_bytes(docx.write(document, job).data)
        (folder / f"{name}-ours.pdf").write_bytes(pdf.write(document, job).data)
    words = [folder / f"{name}.docx" for name in NAMES]
    converted("fodt", folder, *(folder / f"{name}-typed.docx" for name in NAMES))
    flat = []
    for name in NAMES:
        text = (folder / f"{name}-typed.fodt").read_text(encoding="utf-8")
        assert 'style:text-autospace="ideograph-alpha"' in text
        path = folder / f"{name}-word.fodt"
        path.write_text(text.replace('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"'), encoding="utf-8")
        flat.append(path)
    converted("pdf", folder, *words, *flat)
    return {
        name: Rendered(
            *(lines(folder / f"{name}{kind}.pdf") for kind in ("-ours", "", "-word")),
            paths=(folder / f"{name}-ours.pdf", folder / f"{name}.pdf"),
        )
        for name in NAMES
    }


def body(page: list[Any]) -> list[str]:
    """Return the lines of a page without its number."""
    return [line.text for line in page if not re.fullmatch(r"—\d+—", line.text)]


def starts(pages: list[list[Any]]) -> list[float]:
    """Return how many 字 stand before each page."""
    return [*accumulate((sum(map(ems, body(page))) for page in pages), initial=0.0)][:-1]


def shared(one: list[list[Any]], other: list[list[Any]]) -> float:
    """Return the share of lines that are the same in both."""
    mine, theirs = ([line for page in pages for line in body(page)] for pages in (one, other))
    left = list(theirs)
    same = 0
    for line in mine:
        if line in left:
            left.remove(line)
            same += 1
    return same / max(len(mine), len(theirs))


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_the_same_pages_as_in_word(rendered: dict[str, Rendered], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = rendered[name]
    for kind, pages in (("LibreOffice", found.office), ("without its gap", found.word)):
        with capsys.disabled():
            share = f"{shared(found.ours, pages):.0%}"
            sys.stdout.write(f"\n{name}, {kind}: {len(pages)} pages, ours {len(found.ours)}; identical lines {share}\n")
    assert len(found.ours) == len(found.word)
    for number, (mine, theirs) in enumerate(zip(starts(found.ours), starts(found.word), strict=True), 1):
        assert abs(mine - theirs) <= LINE, (number, body(found.ours[number - 1])[:1], body(found.word[number - 1])[:1])


@pytest.mark.office
@pytest.mark.parametrize("name", AS_IS)
def test_the_same_pages_as_libreoffice(rendered: dict[str, Rendered], name: str) -> None:
    found = rendered[name]
    assert len(found.ours) == len(found.office)
    for mine, theirs in zip(starts(found.ours), starts(found.office), strict=True):
        assert abs(mine - theirs) <= LINE


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_both_are_a4_with_full_pages_of_22_lines(rendered: dict[str, Rendered], name: str) -> None:
    for path, pages in zip(rendered[name].paths, (rendered[name].ours, rendered[name].office), strict=True):
        sizes = [(float(page.mediabox.width) / MM, float(page.mediabox.height) / MM) for page in PdfReader(path).pages]
        assert all(sorted(size) == pytest.approx([210, 297], abs=0.2) for size in sizes)
        upright = {number: page for number, (page, (width, _height)) in enumerate(zip(pages, sizes, strict=True), 1) if width < 211}
        assert min(line.left for page in upright.values() for line in page) == pytest.approx(28, abs=1)
        assert len(body(pages[1])) == 22
        numbers = [line.text for page in upright.values() for line in page if re.fullmatch(r"—\d+—", line.text)]
        # A page that holds only the 版记 has none.
        alone = {number for number, page in upright.items() if body(page)[0].startswith("抄送")}
        assert numbers == [f"—{number}—" for number in upright if number not in alone]
