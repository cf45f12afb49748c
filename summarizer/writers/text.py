"""Plain text: one paragraph a line, tables as tab-separated lines, UTF-8 with LF line ends."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Attachment, Block, Document, Heading, ImprintBlock, Letterhead, Paragraph, Signature, Table, plain
from .base import Job, Output
from .marking import Opinion, marking
from .wording import OPINIONS, attachment_labels, attachment_list, column_head, lead_text, legal

#: Between the text of a draft and its findings.
_RULE = "-" * 40


def write(document: Document, job: Job) -> Output:
    """Return ``document`` as plain text in UTF-8, every line ended by LF.

    The text is the same in a draft and in a final file: a figure published blank leaves nothing. In a draft
    the findings follow it, below a line of dashes.
    """
    lines = [*_lines(document)]
    if marked := marking(document, job):
        lines += ["", _RULE, OPINIONS]
        for opinion in marked.opinions:
            lines += ["", *_opinion(opinion)]
    return Output(legal("".join(f"{line}\n" for line in lines)).encode())


def _lines(document: Document) -> Iterator[str]:
    if document.letterhead:
        yield from _letterhead(document.letterhead)
    yield from map(_flat, document.title)
    yield ""
    if document.addressee:
        yield _flat(document.addressee.rstrip("：:")) + "："
    for block in document.body:
        yield from _block(block)
    if document.attachments:
        yield from ("", *map(_flat, attachment_list(document.attachments)))
    if document.signature:
        yield from ("", *_signature(document.signature))
    if document.note:
        yield f"（{_flat(document.note.strip('（）'))}）"
    for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True):
        yield from ("", *_attachment(label, attachment))
    if document.imprint_block:
        yield from ("", *_imprint(document.imprint_block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _flat(block.number + plain(block.content))
        case Paragraph():
            yield _flat(lead_text(block) + plain(block.content))
        case Table():
            yield ""
            if block.caption:
                yield _flat(block.caption)
            yield "\t".join(_flat(column_head(column)) for column in block.columns)
            for row in block.rows:
                yield "\t".join(_flat(plain(cell)) for cell in row)
            yield ""


def _letterhead(head: Letterhead) -> Iterator[str]:
    yield from (_flat(line) for line in (head.copy_number, head.secrecy, head.urgency, *head.issuers, head.document_number) if line)
    if head.signatories:
        yield "签发人：" + _flat("　".join(head.signatories))
    yield ""


def _signature(signature: Signature) -> Iterator[str]:
    yield from map(_flat, signature.names)
    if signature.date:
        yield _flat(signature.date)


def _attachment(label: str, attachment: Attachment) -> Iterator[str]:
    yield label
    yield _flat(attachment.title)
    for block in attachment.body:
        yield from _block(block)


def _imprint(imprint: ImprintBlock) -> Iterator[str]:
    if imprint.copies_to:
        yield "抄送：" + _flat("，".join(imprint.copies_to)) + "。"
    if imprint.printed_by or imprint.printed_on:
        yield _flat("　".join(part for part in (imprint.printed_by, imprint.printed_on and f"{imprint.printed_on}印发") if part))


def _opinion(opinion: Opinion) -> Iterator[str]:
    quote = f"“{_flat(opinion.quote)}”：" if opinion.quote else ""
    yield legal(f"{opinion.number}.【{opinion.verdict}】{quote}{_flat(opinion.finding.message)}")
    for label, text in opinion.details:
        yield from (legal(f"{'　' * 2}{part}") for part in f"{label}：{text}".splitlines() if part.strip())


def _flat(text: str) -> str:
    """Return ``text`` without line ends and tabs, which would look like the end of a paragraph or cell."""
    return " ".join(part for part in text.replace("\t", " ").splitlines() if part)
