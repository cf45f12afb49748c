"""What becomes of a Word file when its tracked changes are accepted or rejected: an own reading of the format's rules."""

from __future__ import annotations

import io
from typing import Any, Literal

import docx
from docx.oxml.ns import qn

from summarizer.document import Document
from summarizer.writers.base import Job
from summarizer.writers.docx import body, package, packed
from summarizer.writers.docx_parts.inlines import Scribe
from summarizer.writers.docx_parts.numbering import HeadingNumbers

Choice = Literal["accept", "reject"]
#: A paragraph's style and text; in a table with the row's and the cell's number before.
Shown = list[tuple[Any, ...]]


def body_of(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data)).element.body


def settle(data: bytes, choice: Choice) -> Any:
    """Return the body of a file with all changes accepted or rejected; no mark of a change is left in it."""
    body = body_of(data)
    goes, stays = ("del", "ins") if choice == "accept" else ("ins", "del")
    _settle_rows(body, goes)
    for change in list(body.iter(qn("w:pPrChange"))):
        _restyle(change, choice)
    joined = [paragraph for paragraph in body.iter(qn("w:p")) if _mark(paragraph, goes)]
    _settle_runs(body, goes, stays)
    for paragraph in joined:
        _join(paragraph)
    for properties in [*body.iter(qn("w:pPr"))]:
        for mark in properties.findall(qn("w:rPr")):
            properties.remove(mark)
    left = {qn(f"w:{name}") for name in ("ins", "del", "pPrChange", "rPrChange", "moveFrom", "moveTo", "delText")}
    assert not [element.tag for element in body.iter() if element.tag in left]
    return body


def _settle_rows(body: Any, goes: str) -> None:
    for row in list(body.iter(qn("w:tr"))):
        marks = [mark for properties in row.iterchildren(qn("w:trPr")) for mark in properties.iterchildren(qn("w:ins"), qn("w:del"))]
        if any(mark.tag == qn(f"w:{goes}") for mark in marks):
            row.getparent().remove(row)
        for mark in marks:
            mark.getparent().remove(mark)
    for table in list(body.iter(qn("w:tbl"))):
        if not list(table.iterchildren(qn("w:tr"))):
            table.getparent().remove(table)


def _settle_runs(body: Any, goes: str, stays: str) -> None:
    for mark in [mark for mark in body.iter(qn(f"w:{goes}"), qn(f"w:{stays}")) if mark.getparent().tag != qn("w:rPr")]:
        if mark.tag == qn(f"w:{stays}"):
            for child in mark:
                mark.addprevious(child)
        mark.getparent().remove(mark)
    for text in body.iter(qn("w:delText")):
        text.tag = qn("w:t")


def _mark(paragraph: Any, kind: str) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{kind}')}") is not None


def _restyle(change: Any, choice: Choice) -> None:
    properties = change.getparent()
    if choice == "accept":
        properties.remove(change)
        return
    (old,) = change
    kept = [child for child in properties if child.tag in (qn("w:rPr"), qn("w:sectPr"))]
    properties[:] = [*old, *kept]


def _join(paragraph: Any) -> None:
    """A paragraph whose mark is gone runs into the next one, which keeps its own properties."""
    inside = [child for child in paragraph if child.tag != qn("w:pPr")]
    following = paragraph.getnext()
    if following is not None and following.tag == qn("w:p"):
        at = 1 if following.find(qn("w:pPr")) is not None else 0
        following[at:at] = inside
    else:
        assert not "".join(t.text or "" for t in paragraph.iter(qn("w:t"))), "words before a table cannot run into it"
    paragraph.getparent().remove(paragraph)


def shown(body: Any) -> Shown:
    """Return style and text of each paragraph, in tables with its row and cell."""
    found: Shown = []
    for element in body:
        if element.tag == qn("w:p"):
            found.append((_style(element), _text(element)))
        elif element.tag == qn("w:tbl"):
            for r, row in enumerate(element.iterchildren(qn("w:tr"))):
                for c, cell in enumerate(row.iterchildren(qn("w:tc"))):
                    found += [(r, c, _style(p), _text(p)) for p in cell.iterchildren(qn("w:p"))]
    return found


def _style(paragraph: Any) -> str | None:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style.get(qn("w:val")) if style is not None else None


def _text(paragraph: Any) -> str:
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(marks.get(e.tag, e.text or "") for run in paragraph.iter(qn("w:r")) for e in run if e.tag in (*marks, qn("w:t")))


def typed(document: Document, job: Job) -> bytes:
    """Return the document as the DOCX writer makes it, its heading numbers as text."""
    scribe = Scribe(job.page.in_word(), draft=job.draft, numbers=HeadingNumbers(typed=True))
    return packed(package(document, scribe, body(document, job, scribe)))
