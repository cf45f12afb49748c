"""Read back: parse what is about to go out and hold it against the model, word for word, and every figure against its fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import lxml.html
from lxml import etree

from ..document import Block, Document, FigureRef, Heading, Paragraph, Table, figures_of, plain
from ..errors import OutputError, Position, ReadError
from ..i18n import enumerated
from ..i18n import gettext as _
from ..jsons import read_json
from ..readers import read
from ..readers.docx_package import Package
from ..readers.docx_styles import child, local, value
from ..readers.html_article import all_text
from ..writers.columns import shape
from ..writers.docx_parts.inlines import shortened
from ..writers.wording import attachment_labels, attachment_list, column_head, lead_text, printed
from .model import PublishedFact

_SPACE = re.compile(r"[\s\u3000\u200b\u2060\ufeff]+")
_SHOWN = 40
_TAG_LIMIT = 64


def read_back_document(path: Path, name: str, document: Document) -> None:
    """Read a released DOCX or PDF and compare it with ``document``.

    Raises:
        OutputError: it says something else. ReadError: it cannot be read.
    """
    _compare(read(path, name).text, document, name)
    if path.suffix == ".docx":
        _controls(path.read_bytes(), document, name)


def read_back_page(data: bytes, name: str, document: Document, facts: Iterable[PublishedFact]) -> None:
    """Read a page of the site and compare text and figures.

    Raises:
        OutputError: it says something else.
    """
    root = lxml.html.document_fromstring(data.decode("utf-8-sig"))
    articles = [item for item in root.iter() if item.get("id") == "page-text"]
    if len(articles) != 1:
        raise _wrong(name, _("the page does not say which part of it is the report"))
    if not any(_flat(all_text(item)) == _flat(document.title_text) for item in root.iter("h1")):
        raise _wrong(name, _("this is missing or reads differently: {text}").format(text=document.title_text[:_SHOWN]))
    _compare(all_text(articles[0]), document, name, title=False)
    _figures(articles[0], document, {fact.id: fact for fact in facts}, name)


def read_back_fragment(data: bytes, name: str, document: Document) -> None:
    """Read the fragment for the county's system and compare its text.

    Raises:
        OutputError: it says something else.
    """
    root = lxml.html.fragment_fromstring(data.decode("utf-8-sig"), create_parent="div")
    _compare(all_text(root), document, name, title=False)


def read_back_facts(data: bytes, name: str, facts: Iterable[PublishedFact]) -> None:
    """Read a page's ``facts.json`` and compare every figure in it.

    Raises:
        OutputError: it says something else.
    """
    try:
        rows = {row["id"]: row for row in _rows_with_ids(read_json(data))}
    except (ValueError, KeyError, TypeError):
        raise _wrong(name, _("the facts cannot be read")) from None
    for fact in facts:
        row = rows.pop(fact.id, {})
        if (row.get("text", ""), str(row.get("value") or "")) != (fact.text, fact.value):
            raise _wrong(name, _("{fact} is {text}, and here stands {found}").format(fact=fact.id, text=fact.text, found=row.get("text")))
    if rows:
        raise _wrong(name, _("it holds more than is published: {names}").format(names=enumerated(sorted(rows))))


def _rows_with_ids(value: object) -> Iterator[dict[str, str]]:
    """Yield the rows of facts, wherever in the file they stand."""
    if isinstance(value, dict):
        if "id" in value and "text" in value:
            yield value
        for item in value.values():
            yield from _rows_with_ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _rows_with_ids(item)


def no_private_words(files: Iterable[tuple[str, bytes]], private: Iterable[str]) -> None:
    """Look for what is known in the house only.

    Raises:
        OutputError: one of the files says it.
    """
    words = [word.encode() for word in private]
    for name, data in files:
        for word in words:
            if word in data:
                raise _wrong(name, _("it says what is known in the house only: {text}").format(text=word.decode()))


def _compare(text: str, document: Document, name: str, *, title: bool = True) -> None:
    """Go through ``text`` along the document: every piece in its place, and nothing between two of them."""
    flat, at = _flat(text), 0
    loose = sorted(map(_flat, (*_loose(document), *(() if title else (document.title_text,)))), key=len, reverse=True)
    for piece in map(_flat, _pieces(document, title=title)):
        found = flat.find(piece, at)
        if found < 0:
            raise _wrong(name, _("this is missing or reads differently: {text}").format(text=piece[:_SHOWN]))
        _between(flat[at:found], loose, name)
        at = found + len(piece)
    _between(flat[at:], loose, name)


def _between(rest: str, loose: list[str], name: str) -> None:
    for piece in loose:
        rest = rest.replace(piece, "", 1) if piece else rest
    if rest:
        raise _wrong(name, _("this is not in the report: {text}").format(text=rest[:_SHOWN]))


def _pieces(document: Document, *, title: bool) -> Iterator[str]:
    """Yield what stands in the text from the title on, in order."""
    if title:
        yield document.title_text
    if document.addressee:
        yield document.addressee.rstrip("：:") + "："
    for block in document.body:
        yield from _block(block)
    yield from attachment_list(document.attachments)
    if document.signature:
        yield from document.signature.names
    if document.note:
        yield document.note.strip("（）")
    for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True):
        yield from (label, attachment.title)
        for block in attachment.body:
            yield from _block(block)


def _loose(document: Document) -> Iterator[str]:
    """Yield what each format puts where it likes: letterhead, date, imprint."""
    if head := document.letterhead:
        yield from (head.copy_number, head.secrecy, head.urgency, *head.issuers, head.document_number, *head.signatories)
        yield from ("签发人：", "文件")
    if document.signature:
        yield from (document.signature.date, *document.signature.names)
    if document.note:
        yield from ("（", "）")
    if imprint := document.imprint_block:
        yield from (*imprint.copies_to, imprint.printed_by, printed(imprint), imprint.printed_on, "抄送：", "印发", "。")
        yield from "，" * len(imprint.copies_to)
    if document.metadata.published:
        yield f"发布日期：{document.metadata.published}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.number + plain(block.content)
        case Paragraph():
            yield lead_text(block) + plain(block.content)
        case Table():
            made = shape(block)
            yield block.caption
            yield from (column_head(column) for column in made.columns)
            for row in block.rows:
                yield from (made.shown(plain(cell), place) for place, cell in enumerate(row))


def _figures(article: etree._Element, document: Document, facts: dict[str, PublishedFact], name: str) -> None:
    """Compare every figure of a page with the model, and every one of the model with its fact."""
    written = [(item.get("data-fact"), item.get("value")) for item in article.iter("data")]
    wanted = [(ref.fact, ref.value) for _block, ref in figures_of(document)]
    for found, ours in zip(written, wanted, strict=False):
        if found != ours:
            raise _wrong(name, _("the figure {fact} is {value}, and here stands {found}").format(fact=ours[0], value=ours[1], found=found))
    if len(written) != len(wanted):
        raise _wrong(name, _("{n} figures of {m}").format(n=len(written), m=len(wanted)))
    for _item, ref in figures_of(document):
        fact = facts.get(ref.fact)
        if fact is None or (fact.text, fact.value) != (ref.text, ref.value):
            raise _wrong(name, _("the figure {fact} is not that of its fact: {text}").format(fact=ref.fact, text=ref.text))


def _controls(data: bytes, document: Document, name: str) -> None:
    """Compare the content controls of a Word file with the figures."""
    root = Package(data, name).xml("word/document.xml")
    if root is None:
        raise ReadError(_("the file is cut off or damaged: {reason}").format(reason="word/document.xml"), where=Position(name))
    written = [
        (value(child(item, "sdtPr", "tag")) or "", all_text(content))
        for item in root.iter()
        if local(item) == "sdt" and (content := child(item, "sdtContent")) is not None
    ]
    wanted = [(shortened(ref.fact, _TAG_LIMIT), ref) for _block, ref in figures_of(document)]
    if len(written) != len(wanted):
        raise _wrong(name, _("{n} figures of {m}").format(n=len(written), m=len(wanted)))
    for (tag, text), (fact, ref) in zip(written, wanted, strict=True):
        if tag != fact or not _same(text, ref):
            raise _wrong(name, _("the figure {fact} is {value}, and here stands {found}").format(fact=fact, value=ref.text, found=text))


def _same(text: str, ref: FigureRef) -> bool:
    """Whether a cell or run shows a figure; a table's head may have taken its unit."""
    return _flat(text) == _flat(ref.text) or (bool(text.strip()) and _flat(ref.text).startswith(_flat(text)))


def _flat(text: str) -> str:
    return _SPACE.sub("", text)


def _wrong(name: str, message: str) -> OutputError:
    return OutputError(
        _("read back, {name} does not say what the report says: {message}").format(name=name, message=message),
        where=Position(name),
        hint=_("nothing was published. If a template of your own changes text, mend it; else report this as a fault of the program"),
    )
