"""The parts that a comment needs besides its marks: ``comments.xml``, and the two lists that name it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from ..findings import Finding
from ..readers.docx_package import Package
from ..readers.docx_styles import child, local, value
from ..writers.marking import Opinion
from ..writers.wording import legal
from .markup import Part

AUTHOR, INITIALS = "校核", "核"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to be.

    Args:
        id: unique among the comments of the document. exact: whether it stands on the very words.
    """

    id: int
    finding: Finding
    exact: bool


class Comments:
    """The comments of a document, with those that it has.

    Args:
        main: the part that is commented, named ``name``.
    """

    def __init__(self, package: Package, main: Part, name: str) -> None:
        self.package = package
        self.main = main
        self.folder, base = posixpath.split(name)
        self.relations = posixpath.join(self.folder, "_rels", f"{base}.rels")
        related = package.relations(name)
        self.name = related.get("comments") or self._free_name()
        self.known = "comments" in related
        data = package.read(self.name) if self.known else None
        self.part = Part(data) if data is not None else None
        self.styles = _styles(package, related.get("styles", ""))

    def _free_name(self) -> str:
        names = (posixpath.join(self.folder, f"comments{n or ''}.xml") for n in range(10_000))
        return next(name for name in names if name not in self.package.names)

    @property
    def first_id(self) -> int:
        """One more than any comment has, also one whose text is lost."""
        roots = [self.main.root, *([self.part.root] if self.part else [])]
        ids = [value(item, "id") or "" for root in roots for item in root.iter("*") if local(item).startswith("comment")]
        return max((int(id) for id in ids if id.isascii() and id.isdigit()), default=-1) + 1

    def range_start(self, id: int) -> bytes:
        """What begins a comment in the text."""
        return f'<w:commentRangeStart{self._space(self.main)} w:id="{id}"/>'.encode()

    def range_end(self, id: int) -> bytes:
        """What ends it, with the run that ties it to the text."""
        space = self._space(self.main)
        reference = f'<w:r{space}>{self._mark()}<w:commentReference w:id="{id}"/></w:r>'
        return f'<w:commentRangeEnd{space} w:id="{id}"/>{reference}'.encode()

    def members(self, comments: Sequence[Comment], day: date) -> dict[str, bytes]:
        """Return the members of the package that change: all but the main part."""
        space = self._space(self.part) if self.part else ""
        content = "".join(self._comment(comment, day, space) for comment in comments).encode()
        if self.part:
            self.part.append(content)
            made = {self.name: self.part.edited()}
        else:
            root = f'<w:comments xmlns:w="{self.main.namespace}">'.encode()
            made = {self.name: _DECLARATION.encode() + root + content + b"</w:comments>"}
        return {**made, **self._type(), **({} if self.known else self._relation())}

    def _space(self, part: Part) -> str:
        """What declares the prefix ``w`` where the part does not."""
        return "" if part.root.nsmap.get("w") == self.main.namespace else f' xmlns:w="{self.main.namespace}"'

    def _mark(self) -> str:
        style = self.styles.get("annotation reference")
        return f"<w:rPr><w:rStyle w:val={quoteattr(style)}/></w:rPr>" if style else ""

    def _comment(self, comment: Comment, day: date, space: str) -> str:
        style = self.styles.get("annotation text")
        properties = f"<w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>" if style else ""
        mark = f"<w:r>{self._mark()}<w:annotationRef/></w:r>"
        paragraphs = [
            f'<w:p>{properties}{"" if number else mark}<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{_text(line)}</w:r></w:p>'
            for number, line in enumerate(_lines(comment))
        ]
        attributes = f'w:id="{comment.id}" w:author="{AUTHOR}" w:date="{day.isoformat()}T00:00:00Z" w:initials="{INITIALS}"'
        return f"<w:comment{space} {attributes}>{''.join(paragraphs)}</w:comment>"

    def _type(self) -> dict[str, bytes]:
        data = self.package.read(_TYPES)
        if data is None:
            return {}
        part = Part(data)
        names = {(item.get("PartName") or "").lower() for item in part.root.iter("*")}
        if f"/{self.name}".lower() in names:
            return {}
        part.append(f'<{_prefix(part)}Override PartName="/{self.name}" ContentType="{_CONTENT_TYPE}"/>'.encode())
        return {_TYPES: part.edited()}

    def _relation(self) -> dict[str, bytes]:
        type = _STRICT_RELATION if self.main.namespace.startswith(_STRICT) else _RELATION
        data = self.package.read(self.relations) or f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
        part = Part(data)
        used = {item.get("Id") for item in part.root.iter("*")}
        id = next(name for name in (f"rId{n}" for n in range(1, len(used) + 2)) if name not in used)
        target = posixpath.relpath(self.name, self.folder or ".")
        part.append(f'<{_prefix(part)}Relationship Id="{id}" Type="{type}" Target="{target}"/>'.encode())
        return {self.relations: part.edited()}


def _prefix(part: Part) -> str:
    return f"{part.root.prefix}:" if part.root.prefix else ""


def _styles(package: Package, name: str) -> dict[str, str]:
    """Return the styles by the names that are the same in every language; Word's own ids are not."""
    root = package.xml(name)
    named = [] if root is None else [(value(child(item, "name")), value(item, "styleId")) for item in root if local(item) == "style"]
    return {name.lower(): id for name, id in named if name and id}


def _lines(comment: Comment) -> Iterator[str]:
    """What the comment says; the words meant where it does not stand on them."""
    opinion = Opinion(comment.id, comment.finding)
    yield f"{opinion.verdict}：{comment.finding.message}"
    if not comment.exact and comment.finding.quote:
        yield f"原文：{comment.finding.quote}"
    yield from (f"{label}：{text}" for label, text in opinion.details)


def _text(line: str) -> str:
    parts = re.split("\r\n|[\r\n\u2028\u2029]", legal(line))
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts)
