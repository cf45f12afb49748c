from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Letterhead,
    Metadata,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.inspect import Check, inspect_data
from summarizer.resources import Resources
from summarizer.writers import docx, pdf
from summarizer.writers.base import Job

SENTENCE = "山坡上的果树到了秋天结满果子村里的人清早就背着竹筐上山采摘傍晚再把装好的水果送到路口等车来收。"
QUOTED = "村里把“头茬果”送到路口——等车来收……"


def table(rows: int = 2) -> Table:
    cells = tuple(((Text(f"第{n}果园"),), (FigureRef(f"f{n}", f"{n}.5"),)) for n in range(1, rows + 1))
    return Table("产量表", (Column("果园"), Column("产量", "吨", "decimal")), cells)


def article(*blocks: Any, **rest: Any) -> Document:
    title = rest.pop("title", ("示例县农业农村局关于2023年", "果业工作情况的报告"))
    return Document("r", title, blocks, Metadata(publisher="示例县农业农村局", date="2024-01-11"), **rest)


@cache
def issued() -> Document:
    """A document with every part that the format knows."""
    return article(
        Heading(1, "一、", (Text("收成"),)),
        Paragraph((Text(QUOTED + SENTENCE * 7 + "共3.2万亩。"),)),
        Heading(2, "（一）", (Text("早熟果"),)),
        Paragraph((Text(SENTENCE * 8),), lead=(Text("晚熟果上市"),), level=2, number="（二）"),
        table(),
        *(Paragraph((Text(SENTENCE * 8),)) for _ in range(3)),
        Paragraph((Text(SENTENCE),), lead=(Text("抓采摘"),), level=3, number="1."),
        letterhead=Letterhead(("示例县农业农村局",), "000001", "机密★3年", "特急", "示农〔2024〕5号"),
        addressee="示例县人民政府",
        signature=Signature(("示例县农业农村局",), "2024年1月11日"),
        note="此件公开发布",
        attachments=(Attachment("果园名单", (Paragraph((Text("东坡。"),)),)),),
        imprint_block=ImprintBlock(("甲局", "乙局"), "示例县农业农村局办公室", "2024年1月11日"),
        form="issued",
    )


@cache
def own_docx(profile: str = "gbt9704") -> bytes:
    return docx.write(issued(), Job(Resources(), draft=False, profile=profile)).data


@cache
def own_pdf(document: Document, own: Path | None = None, profile: str = "gbt9704") -> bytes:
    return pdf.write(document, Job(Resources(own), draft=False, profile=profile)).data


def changed(change: Callable[[Any], object], data: bytes | None = None) -> bytes:
    """Return a Word file, our own if none is given, after a person has worked on it."""
    word = python_docx.Document(io.BytesIO(data or own_docx()))
    change(word)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def para(word: Any, start: str) -> Any:
    """Return the first paragraph of the body that begins like that."""
    return next(p for p in word.paragraphs if p.text.startswith(start))


def deviations(data: bytes, name: str = "x.docx") -> dict[str, list[Check]]:
    found: dict[str, list[Check]] = {}
    for one in inspect_data(data, name).deviations:
        found.setdefault(one.name, []).append(one)
    return found


def page_field(paragraph: Any, before: str, after: str) -> None:
    """Put a PAGE field between two texts."""
    run = f"<w:r {nsdecls('w')}>{{}}</w:r>"
    for piece in (
        f'<w:t xml:space="preserve">{before}</w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="end"/>',
        f'<w:t xml:space="preserve">{after}</w:t>',
    ):
        paragraph._p.append(parse_xml(run.format(piece)))


def element(xml: str) -> Any:
    """Return an element in the namespace ``w``."""
    head, space, rest = xml.partition(" ")
    if head.endswith("/>"):
        return parse_xml(f"{head[:-2]} {nsdecls('w')}/>")
    if head.endswith(">") or ">" in head:
        name, _close, rest = xml.partition(">")
        return parse_xml(f"{name} {nsdecls('w')}>{rest}")
    return parse_xml(f"{head} {nsdecls('w')}{space}{rest}")


__all__ = ["qn"]


@pytest.fixture
def templates(tmp_path: Path) -> Callable[[str], Path]:
    """Make a folder with our print style sheet and some rules behind it."""

    def make(rules: str) -> Path:
        text = (Path(__file__).parents[2] / "templates" / "official.css.j2").read_text(encoding="utf-8")
        folder = tmp_path / "templates"
        folder.mkdir(exist_ok=True)
        (folder / "official.css.j2").write_text(text + "\n" + rules, encoding="utf-8")
        return folder

    return make
