"""A document as a row of parts in reading order, each with its words: what two states are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..document import Block, Document, Generated, Heading, Inline, Inlines, Letterhead, Origin, Paragraph, Table, Text, plain
from ..writers.forms import in_form
from ..writers.wording import attachment_labels, column_head, lead_end, printed
from .words import Token, tokens_of

Role = Literal[
    "letterhead", "title", "addressee", "heading", "paragraph", "caption", "head", "row", "signature", "note", "label", "imprint"
]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a heading, a row of a table, or a line around the body.

    Args:
        cells: the words; one cell, but in a table's row.
        level: of a heading, from 1; of the title of an attachment 0.
        under: the nearest heading above it. number: of a row of a table, from 1.
        origins: where its words were written, with the character from which on.
    """

    role: Role
    cells: tuple[tuple[Token, ...], ...]
    level: int = 0
    under: str = ""
    number: int = 0
    origins: tuple[tuple[int, Origin], ...] = ()

    def origin(self, start: int) -> Origin | None:
        """Return where the character ``start`` of its text was written."""
        return next((origin for at, origin in reversed(self.origins) if at <= start), None)


def parts(document: Document) -> tuple[Part, ...]:
    """Return the parts of ``document`` that its form shows, in reading order."""
    return tuple(_parts(in_form(document)))


def _parts(document: Document) -> Iterator[Part]:
    if document.letterhead:
        yield from _lines("letterhead", _letterhead(document.letterhead))
    if document.title:
        yield _line("title", document.title_text)
    if document.addressee:
        yield _line("addressee", document.addressee.rstrip("：:") + "：")
    reader = _Body()
    yield from reader.blocks(document.body)
    if document.signature:
        yield from _lines("signature", [*document.signature.names, document.signature.date])
    if document.note:
        yield _line("note", f"（{document.note.strip('（）')}）")
    for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True):
        yield Part("label", ((Token(label, "number"),),))
        reader.heading = f"{label} {attachment.title}"
        yield _line("heading", attachment.title)
        yield from reader.blocks(attachment.body)
    if block := document.imprint_block:
        copies = f"抄送：{'，'.join(block.copies_to).rstrip('。')}。" if block.copies_to else ""
        yield from _lines("imprint", [copies, "　".join(text for text in (block.printed_by, printed(block)) if text)])


def _letterhead(head: Letterhead) -> list[str]:
    signed = "签发人：" + "　".join(head.signatories) if head.signatories else ""
    return [head.copy_number, head.secrecy, head.urgency, *head.issuers, head.document_number, signed]


def _line(role: Role, text: str) -> Part:
    return Part(role, (tuple(tokens_of((Text(text),))),))


def _lines(role: Role, texts: Iterable[str]) -> Iterator[Part]:
    yield from (_line(role, text) for text in texts if text)


class _Body:
    """Reads blocks, and remembers the heading that they stand under."""

    def __init__(self) -> None:
        self.heading = ""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Part]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Part]:
        match block:
            case Heading():
                self.heading = block.number + plain(block.content)
                yield self._part("heading", (_numbered(block.number, block.content),), block, block.level)
            case Paragraph():
                if block.level and block.lead:
                    self.heading = block.number + plain(block.lead).rstrip("。")
                end = lead_end(block)
                inside: list[Inline] = [*block.lead, *([Text(end)] if end else []), *block.content]
                yield self._part("paragraph", (_numbered(block.number, inside),), block)
            case Table():
                yield from self._table(block)

    def _table(self, table: Table) -> Iterator[Part]:
        if table.caption:
            yield self._part("caption", (tuple(tokens_of((Text(table.caption),))),), table)
        if table.columns:
            yield self._part("head", tuple(tuple(tokens_of((Text(column_head(column)),))) for column in table.columns), table)
        for number, row in enumerate(table.rows, 1):
            yield self._part("row", tuple(tuple(tokens_of(cell)) for cell in row), table, number=number)

    def _part(self, role: Role, cells: tuple[tuple[Token, ...], ...], block: Block, level: int = 0, number: int = 0) -> Part:
        spans = block.spans if isinstance(block, Paragraph) else ()
        origins = tuple((span.start, span.origin) for span in spans) or (((0, block.origin),) if block.origin else ())
        return Part(role, cells, level, self.heading, number, origins)


def _numbered(number: str, content: Iterable[Inline]) -> tuple[Token, ...]:
    head: Inlines = (Generated(number),) if number else ()
    return tuple(tokens_of((*head, *content)))
