"""From marked prose to blocks: a small Markdown (headings and tables), figures found again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token as MarkdownToken

from ..document import Block, Column, FigureRef, Generated, Heading, Inline, Inlines, Name, Origin, Paragraph, Span, Table, Text, plain
from ..errors import Position, TemplateError
from ..i18n import gettext as _
from . import marks
from .numbering import STYLES, Numbering, number_steps

#: All of CommonMark damages Chinese text (``2023. 年底`` becomes a list); this much does not.
_MARKDOWN = MarkdownIt("zero").enable(["heading", "table"])
_ALIGNS: dict[str, Literal["center", "right"]] = {"center": "center", "right": "right"}
_END_MARKS = "。！？：；…，、"
#: What no document can hold; only an escape in a template's string can be that.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


#: Some thousand pages.
MOST_PARAGRAPHS = 20_000


class Anchors:
    """Names for the figures of a document: the same fact, the same stem."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def name(self, ref: FigureRef) -> FigureRef:
        """Return ``ref`` with an anchor that is unique in the document and a valid bookmark name."""
        n = self._seen[ref.fact] = self._seen.get(ref.fact, 0) + 1
        return FigureRef(ref.fact, ref.text, ref.value, ref.unit, f"fig_{_stem(ref.fact)}_{n}")


@lru_cache(maxsize=4096)
def _stem(fact: str) -> str:
    return blake2b(fact.encode(), digest_size=5).hexdigest()


@dataclass(slots=True)
class BodyReader:
    """Read a rendered body.

    Args:
        figures: every figure issued, by index.
        place: turns an origin number into an :class:`Origin`.
        shown: turns a file's name into the one that the user knows.
        anchors: shared with the tables made elsewhere.
    """

    figures: list[FigureRef]
    place: Callable[[int], Origin]
    shown: Callable[[str], str]
    anchors: Anchors
    numbering: Numbering

    def read(self, marked: str) -> tuple[Block, ...]:
        """Return the blocks of ``marked``.

        Raises:
            TemplateError: a mark was cut or a figure's text was changed.
        """
        marked = re.sub("\r\n?", "\n", marked)
        self._refuse_broken(*marks.split_origins(marked))
        text, origins = marks.split_origins(number_steps(marked))
        if (count := text.count("\n\n")) > MOST_PARAGRAPHS:
            raise TemplateError(_("the report is too long: {n} paragraphs; up to {most} are set").format(n=count, most=MOST_PARAGRAPHS))
        lines = _Lines(text, origins)
        blocks: list[Block | _Open] = []
        stream = iter(_MARKDOWN.parse(text))
        for token in stream:
            if token.type == "heading_open":
                self._heading(blocks, token, next(stream), lines)
            elif token.type == "paragraph_open":
                self._paragraph(blocks, token, next(stream), lines)
            elif token.type == "table_open":
                blocks.append(self._table(token, stream, lines))
        return tuple(_settled(block) for block in blocks)

    def _refuse_broken(self, text: str, origins: list[tuple[int, int]]) -> None:
        if found := _CONTROL.search(text):
            raise TemplateError(
                _("a character (U+{code:04X}) that no document can hold").format(code=ord(found.group())),
                where=self._where(found.start(), origins),
                hint=_("take the escape (such as \\0 or \\x07) out of the quotes"),
            )
        for token in marks.tokens(text, words=False):
            if token.kind == "step" and token.index < len(STYLES):
                continue
            expected = self.figures[token.index].text if token.kind == "figure" and token.index < len(self.figures) else None
            if token.kind == "figure" and expected == token.text:
                continue
            message = (
                _("a figure was changed after it was put in: it is {expected}, and became {found}")
                if expected is not None
                else _("a figure was cut apart")
            )
            raise TemplateError(
                message.format(expected=expected, found=marks.reveal(token.text)),
                where=self._where(token.start, origins),
                hint=_("take out the filter or slice that touches it; write the figure's other form into the facts"),
            )

    def _where(self, offset: int, origins: list[tuple[int, int]]) -> Position | None:
        at = bisect_right(origins, (offset, 1 << 62)) - 1
        if at < 0:
            return None
        origin = self.place(origins[at][1])
        return Position(self.shown(origin.path), origin.line)

    def _heading(self, blocks: list[Block | _Open], token: MarkdownToken, inline: MarkdownToken, lines: _Lines) -> None:
        level = min(int(token.tag[1]), 4)
        content = self._inlines(inline.content)
        number = self.numbering.heading(level)
        origin, _spans = lines.origin(token, self.place, plain(content))
        blocks.append(_Open(Heading(level, number, content, origin), (token.map or [0, 0])[1]))

    def _paragraph(self, blocks: list[Block | _Open], token: MarkdownToken, inline: MarkdownToken, lines: _Lines) -> None:
        content = self._inlines(inline.content)
        if not plain(content).strip() and not any(isinstance(i, FigureRef) for i in content):
            return
        origin, spans = lines.origin(token, self.place, plain(content))
        last = blocks[-1] if blocks else None
        if isinstance(last, _Open) and last.line == (token.map or [0, 0])[0]:
            heading = last.heading
            blocks[-1] = Paragraph(
                content, lead=_ended(heading.content), level=heading.level, number=heading.number, origin=origin, spans=spans
            )
        else:
            blocks.append(Paragraph(content, origin=origin, spans=spans))

    def _table(self, opening: MarkdownToken, stream: Iterator[MarkdownToken], lines: _Lines) -> Table:
        rows: list[list[Inlines]] = []
        aligns: list[str] = []
        for token in stream:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if len(rows) == 1:
                    aligns.append(str(token.attrGet("style") or "text-align:left").split(":")[1])
                rows[-1].append(self._inlines(next(stream).content))
        columns = tuple(Column(plain(head), align=_ALIGNS.get(align, "left")) for head, align in zip(rows[0], aligns, strict=True))
        origin, _spans = lines.origin(opening, self.place, "")
        return Table("", columns, tuple(tuple(row) for row in rows[1:]), origin=origin)

    def _inlines(self, content: str) -> Inlines:
        found: list[Inline] = []
        for token in marks.tokens(re.sub(r"[ \t]*\n[ \t]*", "\n", content)):
            if token.kind == "figure":
                found.append(self.anchors.name(self.figures[token.index]))
            elif token.kind == "name":
                found.append(Name(token.text))
            elif token.kind == "generated":
                found.append(Generated(token.text))
            else:
                found.append(Text(token.text))
        return tuple(_joined(found))


@dataclass(slots=True)
class _Open:
    """A heading that may still turn out to run into the paragraph below it."""

    heading: Heading
    line: int


def _settled(block: Block | _Open) -> Block:
    return block.heading if isinstance(block, _Open) else block


def _ended(content: Inlines) -> Inlines:
    """A run-in heading ends with 。"""
    return content if plain(content)[-1:] in _END_MARKS else (*content, Text("。"))


def _joined(inlines: list[Inline]) -> Iterator[Inline]:
    """Drop soft breaks between Chinese characters; elsewhere they are blanks."""
    texts = [inline.text for inline in inlines]
    for n, inline in enumerate(inlines):
        if not isinstance(inline, Text) or "\n" not in inline.text:
            yield inline
            continue
        before = "".join(texts[:n])[-1:] or "。"
        after = "".join(texts[n + 1 :])[:1] or "。"
        chars = before + inline.text + after
        shown = "".join(
            char if char != "\n" else (" " if chars[i].isascii() and chars[i + 2].isascii() and chars[i] != "\n" else "")
            for i, char in enumerate(chars[1:-1])
        )
        if shown:
            yield Text(shown)


class _Lines:
    """Which origin stands where, by line and column of the rendered text."""

    def __init__(self, text: str, origins: list[tuple[int, int]]) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", text)), len(text) + 1]
        self.text = text
        self.origins = origins

    def origin(self, token: MarkdownToken, place: Callable[[int], Origin], shown: str) -> tuple[Origin | None, tuple[Span, ...]]:
        """Return the main origin of a block and the stretches of its text with theirs.

        The main one is the first in a YAML file: that is where a person would edit the words.

        Args:
            shown: the block's text as displayed, whose blanks are not those of the source.
        """
        visible = [n for n, char in enumerate(shown) if not char.isspace()]
        first, last = token.map or [0, 0]
        start, end = self.starts[first], self.starts[min(last, len(self.starts) - 1)]
        low = bisect_right(self.origins, (start, -1))
        while low < len(self.origins) and self.origins[low][0] < start:
            low += 1
        spans: list[Span] = []
        base, before = start, 0
        for offset, number in self.origins[low:]:
            if offset >= end:
                break
            origin = place(number)
            if spans and spans[-1].origin == origin:
                continue
            before += len("".join(marks.reveal(self.text[base:offset]).split()))
            base = offset
            at = visible[before] if before < len(visible) else len(shown)
            if spans and spans[-1].start == at:
                spans.pop()  # nothing was shown from there
            if not spans or spans[-1].origin != origin:
                spans.append(Span(at, origin))
        if len(spans) > 1 and spans[-1].start >= len(shown):
            spans.pop()
        main = next((span.origin for span in spans if span.origin.kind == "yaml"), spans[0].origin if spans else None)
        return main, tuple(spans)
