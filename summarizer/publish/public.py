"""What leaves the house: the document as the public may see it, and the fingerprint of exactly that."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

from ..document import Block, Document, Paragraph, dumps
from ..manifest import digest
from ..writers.forms import in_form
from .model import PublishedFact


def public_document(document: Document, day: date | None = None) -> Document:
    """Return ``document`` in its form, without the files and lines its words were written in.

    Args:
        day: when it goes out. 发布日期 is the clock's alone: what ``report.yaml`` says of it is never shown on the site.
    """
    document = in_form(document)
    return replace(
        document,
        body=_without_origins(document.body),
        attachments=tuple(replace(item, body=_without_origins(item.body)) for item in document.attachments),
        metadata=replace(document.metadata, published=day.isoformat() if day else ""),
    )


def _without_origins(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(
        replace(block, origin=None, spans=()) if isinstance(block, Paragraph) else replace(block, origin=None) for block in blocks
    )


def fingerprint(document: Document, facts: Iterable[PublishedFact]) -> str:
    """Return 版本指纹: a hash of all that would be public, the same whenever and from wherever it goes out.

    Comments, line numbers, acknowledgements and the review itself do not change it; any word and any figure does.
    """
    text = dumps(public_document(document)) + json.dumps([asdict(fact) for fact in facts], ensure_ascii=False, sort_keys=True)
    return digest(text.encode("utf-8", "surrogatepass"))


def shown(fingerprint: str) -> str:
    """Return a fingerprint in groups of eight, for reading aloud."""
    return " ".join(fingerprint[at : at + 8] for at in range(0, len(fingerprint), 8))
