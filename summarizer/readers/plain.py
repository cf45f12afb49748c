"""Text and Markdown files: the text is the file's own characters, nothing joined, nothing dropped."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from ..errors import Position, ReadError
from ..i18n import gettext as _
from ..patterns import lazy
from .base import BlockSpan, Cell, Content, Kind, trimmed
from .outline import guess
from .page_metadata import mark
from .plain_tables import with_tables

_LINE = lazy(r"[^\r\n]+")
#: A line without the blank space around it; empty ones have none.
_TRIMMED = lazy(r"\S(?:[^\r\n]*\S)?")
_CONTROL = lazy("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
#: The same as bytes, which a file has wherever its text has them; to look at the bytes is several times faster.
_CONTROL_BYTES = bytes(code for code in range(128) if (code < 32 and code not in b"\t\n\v\f\r\x1a") or code == 127)
_CHINESE = lazy("[\u3400-\u9fff]")
#: Rare planes and unassigned corners that GB 18030 lets random bytes fall into.
_STRANGE = lazy("[\ue000-\uf8ff\U00020000-\U0010ffff]")
_ATX = lazy(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_LIST = lazy(r"(\s*)(?:[-*+]|\d{1,9}[.)])[ \t]+")
_FENCE = lazy(r" {0,3}(```|~~~)")
_PIPE = lazy(r"(?<!\\)\|")


def read_text(data: bytes, name: str) -> Content:
    """Read a text file; lines of cells with tabs or bars between them are tables.

    Raises:
        ReadError: neither UTF-8, UTF-16 with a byte-order mark nor GB 18030, or not text at all.
    """
    text, notes = decode(data, name)
    blocks, metadata = mark(text, _paragraphs(text))
    return Content(text, guess(text, with_tables(text, blocks)), notes=notes, metadata=metadata)


def read_markdown(data: bytes, name: str) -> Content:
    """Read a Markdown file as text; its headings, list items and table cells are blocks.

    Raises:
        ReadError: see :func:`read_text`.
    """
    text, notes = decode(data, name)
    return Content(text, guess(text, with_tables(text, _Markdown(text).blocks())), notes=notes)


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the characters of a text file, without a byte-order mark, and notes on how it was read.

    Raises:
        ReadError: see :func:`read_text`.
    """
    where = Position(name)
    notes: tuple[str, ...] = ()
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
            notes = (_("read as UTF-16"),)
        else:
            text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if error.encoding.startswith("utf-16"):
            raise ReadError(_("the UTF-16 text is cut off or damaged"), where=where, hint=_("save it as UTF-8")) from None
        text = _gb18030(data, where)
        notes = (_("read as GB 18030; better save it as UTF-8"),)
    clean = len(data.translate(None, _CONTROL_BYTES)) == len(data)
    if not clean and len(_CONTROL.findall(text[:200_000])) * 200 > min(len(text), 200_000):
        raise _no_text(where)
    if not text.strip():
        raise ReadError(_("the file holds nothing but blank space"), where=where)
    return text, notes


def _gb18030(data: bytes, where: Position) -> str:
    damaged = data.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    if lost * 4 < len(_CHINESE.findall(damaged)):
        at = damaged.index("\ufffd")
        line = damaged.count("\n", 0, at) + 1
        raise ReadError(
            _("this is UTF-8 text with damaged bytes, the first of them here"),
            where=Position(where.path, line, at - damaged.rfind("\n", 0, at)),
            written=damaged[max(at - 20, 0) : at + 20].replace("\n", " "),
            hint=_("copy or save the file again"),
        )
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise _no_text(where) from None
    if len(_STRANGE.findall(text)) * 20 > len(text):
        raise _no_text(where)
    return text


def _no_text(where: Position) -> ReadError:
    return ReadError(
        _("this is not text: neither UTF-8, UTF-16 with a byte-order mark, nor GB 18030"),
        where=where,
        hint=_("export the document as DOCX, PDF or UTF-8 text"),
    )


def _paragraphs(text: str) -> list[BlockSpan]:
    if "\r" in text:
        return [BlockSpan(*match.span()) for match in _TRIMMED.finditer(text)]
    found: list[BlockSpan] = []
    start = 0
    for line in text.split("\n"):
        if words := line.strip():
            left = start if len(words) == len(line) else start + len(line) - len(line.lstrip())
            found.append(BlockSpan(left, left + len(words)))
        start += len(line) + 1
    return found


def _is_rule(line: str) -> bool:
    """Whether a line is the one between the head and the body of a table."""
    return "-" in line and "|" in line and not set(line) - set("|:- \t")


class _Markdown:
    """Go through the lines once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [m.span() for m in _LINE.finditer(text)]
        self.found: list[BlockSpan] = []
        self.tables = 0

    def blocks(self) -> list[BlockSpan]:
        index = self._front_matter()
        while index < len(self.spans):
            line = self._line(index)
            if fence := _FENCE.match(line):
                index = self._code(index + 1, fence.group(1))
            elif "|" in line and _is_rule(self._line(index + 1)):
                index = self._table(index)
            else:
                self._plain(index, line)
                index += 1
        return self.found

    def _line(self, index: int) -> str:
        return self.text[slice(*self.spans[index])] if index < len(self.spans) else ""

    def _add(self, start: int, end: int, kind: Kind = "paragraph", level: int = 0) -> None:
        start, end = trimmed(self.text, start, end)
        if start < end:
            self.found.append(BlockSpan(start, end, kind, level))

    def _front_matter(self) -> int:
        if self._line(0).rstrip() != "---":
            return 0
        last = next((i for i in range(1, min(len(self.spans), 60)) if self._line(i).rstrip() == "---"), 0)
        for index in range(1, last):
            self._add(*self.spans[index], "metadata")
        return last + 1 if last else 0

    def _code(self, index: int, fence: str) -> int:
        while index < len(self.spans) and not self._line(index).lstrip().startswith(fence):
            index += 1
        return index + 1

    def _plain(self, index: int, line: str) -> None:
        start, end = self.spans[index]
        if atx := _ATX.match(line):
            closing = line.rstrip().rstrip("#")
            stop = start + len(closing) if closing.endswith((" ", "\t")) else end
            level = len(atx.group(1))
            self._add(start + atx.end(), stop, "title" if level == 1 and not self.found else "heading", level)
        elif item := _LIST.match(line):
            indent = len(item.group(1))
            mark = item.end() if item.group().strip() in "-*+" else indent
            self._add(start + mark, end, "list", indent // 2 + 1)
        elif not re.fullmatch(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*", line):
            quote = len(line) - len(line.lstrip(" >"))
            self._add(start + quote, end)

    def _table(self, index: int) -> int:
        row = 0
        first = index
        while index < len(self.spans) and "|" in self._line(index) and self._adjacent(first, index):
            if index != first + 1:
                self._row(self.spans[index], row, head=row == 0)
                row += 1
            index += 1
        self.tables += 1
        return index

    def _adjacent(self, first: int, index: int) -> bool:
        """Whether no blank line stands before the line ``index`` of a table that begins at ``first``."""
        return index == first or len(re.findall("\r\n|\r|\n", self.text[self.spans[index - 1][1] : self.spans[index][0]])) == 1

    def _row(self, span: tuple[int, int], row: int, head: bool) -> None:
        start, end = trimmed(self.text, *span)
        bars = [start + m.start() for m in _PIPE.finditer(self.text[start:end])]
        edges = [start - 1, *bars, end]
        if bars and bars[0] == start:
            edges.pop(0)
        if bars and bars[-1] == end - 1:
            edges.pop()
        self.found.append(BlockSpan(start, end, "table-row", cell=Cell(self.tables, row, head=head)))
        for column, (left, right) in enumerate(pairwise(edges)):
            inner = trimmed(self.text, left + 1, right)
            self.found.append(BlockSpan(*inner, "table-cell", cell=Cell(self.tables, row, column, head=head)))
