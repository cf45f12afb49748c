"""更正说明: what differs between two versions of a report, for the note on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..changes import figures_changed
from ..document import Block, Document, FigureRef, Table, inlines_of
from .model import Correction, PublishedFact, Version

#: More changed sentences than this are not listed one by one: it is then another text.
MOST = 40
_END = re.compile("(?<=[。！？；])")


def correction(before: Version, document: Document, facts: tuple[PublishedFact, ...], reason: str) -> Correction:
    """Return the note for a version that takes the place of ``before``."""
    changes = figures_changed(_shown(before.facts), _shown(facts))
    return Correction(reason, changes, wording_changed(before.document, document))


def _shown(facts: tuple[PublishedFact, ...]) -> dict[str, tuple[str, str]]:
    return {fact.id: (fact.label or fact.id, fact.text) for fact in facts}


def wording_changed(before: Document, after: Document) -> tuple[tuple[str, str], ...]:
    """Return the sentences that differ in more than their figures, as (before, after); one of the two may be empty."""
    old, new = list(_sentences(before)), list(_sentences(after))
    matcher = SequenceMatcher(None, [key for key, _text in old], [key for key, _text in new], autojunk=False)
    found: list[tuple[str, str]] = []
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        ours, theirs = [text for _key, text in old[low:high]], [text for _key, text in new[start:end]]
        length = max(len(ours), len(theirs))
        ours += [""] * (length - len(ours))
        theirs += [""] * (length - len(theirs))
        found += zip(ours, theirs, strict=True)
    return tuple(found[:MOST])


def _sentences(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the sentences: a key in which each figure is only its fact, and the text."""
    for text in _frame(document):
        yield text, text
    for block in document.blocks():
        for key, text in _rows(block):
            if text.strip():
                yield key, text.strip()


def _frame(document: Document) -> Iterator[str]:
    """Yield title, what the page says about the document, and who signed it."""
    yield document.title_text
    metadata = document.metadata
    labelled = [*metadata.fields, ("信息来源", metadata.source), ("栏目", " > ".join(metadata.breadcrumb))]
    yield from (f"{label}：{text}" for label, text in labelled if text)
    if document.signature:
        yield " ".join((*document.signature.names, document.signature.date))


def _rows(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Table):
        yield block.caption, block.caption
        heads = "\t".join(column.head for column in block.columns)
        yield heads, heads
    for row in inlines_of(block):
        key, text = "", ""
        for inline in row:
            parts = [inline.text] if isinstance(inline, FigureRef) else _END.split(inline.text)
            for number, part in enumerate(parts):
                if number and text:
                    yield key, text
                    key, text = "", ""
                key += f"\0{inline.fact}\0" if isinstance(inline, FigureRef) else part
                text += part
        yield key, text
