"""The document model: what every writer gets and every reader of our own output gives back.

Semantic parts of an official document (GB/T 9704-2012), frozen, free of layout. Text is a row of
inlines: plain text, names, generated numbers, and references to figures. Each block knows where it
came from, so that an edited Word file can later be carried back to its YAML.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from .jsons import read_json

MODEL_VERSION = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block's text was written.

    Args:
        kind: ``yaml`` for a prose scalar, ``template`` for a line of a template.
        path: the file, relative to the content folder or to the templates.
        line: counted from 1, the very line of this block.
        column: counted from 1.
        key: the scalar's path, such as ``projects.text``; empty for a template.
    """

    kind: Literal["yaml", "template"]
    path: str
    line: int
    column: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """From character ``start`` of a paragraph's displayed text on, the words come from ``origin``."""

    start: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Text:
    """Prose as somebody wrote it. An arabic number in here is untraced."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A value that is no figure: a name, a label, a date, a year. Digits in it are its own."""

    text: str


@dataclass(frozen=True, slots=True)
class Generated:
    """A number the program made: 一、 （一） 一是 1. or the count of a list."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure in running text, still tied to its fact.

    Args:
        fact: the fact's id, or the formula of a figure computed in a template.
        text: what is displayed; empty for a figure published blank.
        value: the exact value in the base unit as a decimal or fraction, empty if blank.
        unit: the base unit (元 for 万元), empty if none.
        anchor: the same in DOCX (bookmark) and HTML (id); unique in the document.
    """

    fact: str
    text: str
    value: str = ""
    unit: str = ""
    anchor: str = ""


Inline = Text | Name | Generated | FigureRef
Inlines = tuple[Inline, ...]


def plain(content: Inlines) -> str:
    """Return the characters of ``content`` as they are displayed."""
    return "".join(inline.text for inline in content)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its own line; it carries no end mark.

    Args:
        level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        number: the generated number with its mark, such as ``一、``.
    """

    level: int
    number: str
    content: Inlines
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; with ``level`` its ``lead`` is a run-in heading that ends with 。.

    Args:
        origin: the first prose scalar in it, where a person would edit the words.
        spans: every stretch with its own origin, where several scalars run into one paragraph.
    """

    content: Inlines
    lead: Inlines = ()
    level: int = 0
    number: str = ""
    origin: Origin | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A table column.

    Args:
        head: the column's name.
        unit: the unit of its figures, shown in the head; empty if cells carry their own.
        align: ``left``, ``center``, ``right`` or ``decimal``.
    """

    head: str
    unit: str = ""
    align: Literal["left", "center", "right", "decimal"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row.

    Args:
        total: whether the last row is a total.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    total: bool = False
    origin: Origin | None = None


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """版头: what stands above the red rule of an issued document.

    Args:
        issuers: 发文机关标志, one name for each issuing body.
        copy_number: 份号. secrecy: 密级和保密期限. urgency: 紧急程度.
        document_number: 发文字号. signatories: 签发人.
    """

    issuers: tuple[str, ...]
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    document_number: str = ""
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期.

    Args:
        names: the issuing bodies. date: as displayed, ``2024年1月11日``.
        stamped: whether room is left for a seal.
    """

    names: tuple[str, ...]
    date: str = ""
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: listed after the body, and on pages of its own."""

    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ImprintBlock:
    """版记: 抄送机关, 印发机关 and 印发日期."""

    copies_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a disclosure page says about the document.

    Args:
        fields: label and value in the order they are shown (索引号, 公开方式, …).
        breadcrumb: 首页 > … > column.
        published: 发布日期, ISO. source: 信息来源. date: 成文日期, ISO. publisher: 发布机构.
    """

    publisher: str = ""
    date: str = ""
    published: str = ""
    source: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    breadcrumb: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole work summary (年度工作总结及工作思路)."""

    id: str
    title: tuple[str, ...]
    body: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    letterhead: Letterhead | None = None
    addressee: str = ""
    signature: Signature | None = None
    note: str = ""
    attachments: tuple[Attachment, ...] = ()
    imprint_block: ImprintBlock | None = None
    form: Literal["plain", "issued"] = "plain"

    @property
    def title_text(self) -> str:
        """The title in one line."""
        return "".join(self.title)

    def blocks(self) -> Iterator[Block]:
        """Yield every block in reading order, those of the attachments last."""
        yield from self.body
        for attachment in self.attachments:
            yield from attachment.body


def inlines_of(block: Block) -> Iterator[Inlines]:
    """Yield the rows of inlines of ``block`` in reading order."""
    if isinstance(block, Table):
        for row in block.rows:
            yield from row
        return
    if isinstance(block, Paragraph) and block.lead:
        yield block.lead
    yield block.content


def figures_of(document: Document) -> Iterator[tuple[Block, FigureRef]]:
    """Yield every figure of ``document`` with its block, in reading order."""
    for block in document.blocks():
        for content in inlines_of(block):
            for inline in content:
                if isinstance(inline, FigureRef):
                    yield block, inline


_TYPES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        Origin,
        Span,
        Text,
        Name,
        Generated,
        FigureRef,
        Heading,
        Paragraph,
        Column,
        Table,
        Letterhead,
        Signature,
        Attachment,
        ImprintBlock,
        Metadata,
        Document,
    )
}


def dumps(document: Document) -> str:
    """Return ``document`` as JSON, the same text for the same document."""
    return json.dumps({"version": MODEL_VERSION, "document": _pack(document)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def loads(text: str) -> Document:
    """Return the document that :func:`dumps` wrote.

    Raises:
        ValueError: not a model, or one of a later version.
    """
    raw = read_json(text)
    if not isinstance(raw, dict) or raw.get("version") != MODEL_VERSION or "document" not in raw:
        raise ValueError("not a document model of this version")
    try:
        document = _unpack(raw["document"])
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(document, Document):
        raise ValueError("not a document")
    return document


def _pack(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        fields = {f.name: _pack(getattr(value, f.name)) for f in dataclasses.fields(value) if getattr(value, f.name) != f.default}
        return {"is": type(value).__name__, **fields}
    if isinstance(value, tuple):
        return [_pack(item) for item in value]
    return value


def _unpack(value: Any) -> Any:
    if isinstance(value, dict):
        cls = _TYPES[value["is"]]
        return cls(**{key: _unpack(item) for key, item in value.items() if key != "is"})
    if isinstance(value, list):
        return tuple(_unpack(item) for item in value)
    return value
