"""HTML → the text of the article, a paragraph a line, cells of a table separated by tabs."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

import lxml.html
from lxml import etree

from ..errors import Position, ReadError
from ..i18n import gettext as _
from .base import BlockSpan, Cell, Content, ElementAnchor, Kind, superscript, trimmed, without_references
from .html_article import BLOCKS, all_text, find_article, is_aside, is_noise
from .outline import guess
from .page_metadata import WORTHLESS, breadcrumb, line_values, mark
from .plain import decode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = "[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]"
#: A line end in the source next to a Chinese character is no blank.
_SOURCE_LINE = re.compile(rf"(?<={_WIDE})[ \t\f]*[\r\n][ \t\r\n\f]*|[ \t\f]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:article[-_]?title|arti_title|news[-_]?title|con[-_]?title|title)(?:$|[\s_-])", re.I)
_META = {
    "articletitle": "title", "pubdate": "发布日期", "publishdate": "发布日期", "contentsource": "信息来源", "columnname": "栏目",
    "sitename": "网站名称", "keywords": "关键词", "author": "作者",
}  # fmt: skip
_LINK_LIST = 0.6
_LONGEST_CELL = 120
_DEEPEST = 200
#: Cells that others reach into; more than any table has, and the end of one made to fill the memory.
_MOST_COVERED = 100_000
_NEIGHBOURS = re.compile(r"^(?:上|下)一(?:篇|条)[：:]")


def read_html(data: bytes, name: str) -> Content:
    """Read a web page.

    Raises:
        ReadError: not text, or a page without any.
    """
    text, notes = _decode(data, name)
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise _empty(name) from None
    body = root.find("body")
    body = root if body is None else body
    article = find_article(body)
    page = _Page(root)
    title = _title(root, article)
    if title is not None:
        page.paragraph(title, "title")
    page.walk(article, 0)
    page.flush(article)
    result = "".join(page.text)
    if not result.strip():
        raise _empty(name)
    blocks, values = mark(result, page.blocks)
    metadata = _metadata(root, body)
    for key, value in values.items():
        metadata.setdefault(key, value)
    return Content(result, guess(result, blocks), tuple(page.anchors), notes, metadata)


def _empty(name: str) -> ReadError:
    return ReadError(
        _("the page holds no text"),
        where=Position(name),
        hint=_("a page that a script fills must be saved from the browser as shown"),
    )


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode as the page says; GB 2312 and GBK are read as GB 18030, which holds both."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and (said := _CHARSET.search(data[:4096])):
        charset = said.group(1).decode("ascii", "replace").lower()
        charset = "gb18030" if charset.startswith(("gb", "x-gbk", "cp936")) else charset
        try:
            if codecs.lookup(charset).name not in ("utf-8", "utf-16"):
                text = data.decode(charset)
                return text, ((_("read as GB 18030"),) if charset == "gb18030" else ())
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _title(root: etree._Element, article: etree._Element) -> etree._Element | None:
    """Return the heading of the page if it stands outside of the article."""
    inside = all_text(article)[:2000]
    for element in root.iter("h1", "h2", "div", "td", "p", "span"):
        if element.tag != "h1" and not _TITLE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}"):
            continue
        words = _collapse(all_text(element)).strip()
        if 4 < len(words) < 120 and words not in inside and not any(is_noise(e) or is_aside(e) for e in element.iterancestors()):
            return element
    return None


def _metadata(root: etree._Element, body: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = _META.get((meta.get("name") or meta.get("property") or "").lower())
        if key and (content := (meta.get("content") or "").strip()):
            found.setdefault(key, content)
    for element in body.iter("td", "th", "li", "dt", "span", "b", "strong", "p", "div", "label"):
        if any(child.tag in BLOCKS for child in element):
            continue
        words = all_text(element)
        if not words or len(words) > 400:
            continue
        words = _collapse(words).strip()
        if "breadcrumb" not in found and (path := breadcrumb(words)):
            found["breadcrumb"] = path
        for label, value in line_values(words).items():
            following = element.getnext()
            if not value and following is not None and following.tag in ("td", "dd", "span", "p", "div"):
                value = _collapse(all_text(following)).strip()
                value = "" if line_values(value) else value
            if value and len(value) < 120 and label not in WORTHLESS:
                found.setdefault(label, value)
    title = root.findtext("head/title")
    if title and title.strip():
        found.setdefault("title", _collapse(title).strip())
    return found


def _collapse(text: str) -> str:
    if "\n" in text or "\r" in text:
        text = _SOURCE_LINE.sub("", _SPACE.sub(_one_space, text))
    return _SPACE.sub(" ", text)


def _one_space(match: re.Match[str]) -> str:
    return "\n" if "\n" in match.group() or "\r" in match.group() else " "


class _Page:
    """Write blocks one after the other."""

    def __init__(self, root: etree._Element) -> None:
        self.tree = root.getroottree()
        self.text: list[str] = []
        self.length = 0
        self.blocks: list[BlockSpan] = []
        self.anchors: list[ElementAnchor] = []
        self.tables = 0
        self._open: list[str] = []
        self._kind: tuple[Kind, int] = ("paragraph", 0)

    def walk(self, element: etree._Element, depth: int) -> None:
        """Read the children of a container; inline text gathers until a block begins or ends."""
        if depth > _DEEPEST:
            return
        self._open.append(element.text or "")
        for child in element:
            if not (is_noise(child) or is_aside(child)):
                self._element(child, element, depth)
            self._open.append(child.tail or "")

    def _element(self, child: etree._Element, parent: etree._Element, depth: int) -> None:
        if child.tag == "br":
            self.flush(parent)
        elif child.tag == "table":
            self.flush(parent)
            self._table(child, depth)
        elif child.tag in BLOCKS:
            self.flush(parent)
            if not _is_link_list(child):
                self.paragraph(child, *_kind(child, self._kind), depth=depth)
        elif child.tag == "sup":
            self._open.append(without_references(superscript(all_text(child).strip())))
        else:
            self.walk(child, depth + 1)

    def paragraph(self, element: etree._Element, kind: Kind, level: int = 0, depth: int = 0) -> None:
        """Read a block element with all in it."""
        before, self._kind = self._kind, (kind, level)
        self.walk(element, depth + 1)
        self.flush(element)
        self._kind = before

    def flush(self, element: etree._Element) -> None:
        """End a paragraph: write what has gathered."""
        words = _collapse("".join(self._open)).strip()
        self._open.clear()
        if words and not _NEIGHBOURS.match(words):
            self._write(words, element, *self._kind)
            self._put("\n")

    def _write(self, words: str, element: etree._Element, kind: Kind, level: int = 0, cell: Cell | None = None) -> None:
        start, end = trimmed(words, 0, len(words))
        start, end = self.length + start, self.length + end
        self.blocks.append(BlockSpan(start, end, kind, level, cell=cell))
        if words:
            self.anchors.append(ElementAnchor(self.length, self.length + len(words), str(self.tree.getpath(element))))
        self._put(words)

    def _put(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _table(self, table: etree._Element, depth: int) -> None:
        if _is_layout(table):
            self.paragraph(table, "paragraph", depth=depth)
            return
        index = self.tables
        self.tables += 1
        covered: set[tuple[int, int]] = set()
        for caption in table.iterchildren("caption"):
            self.paragraph(caption, "caption", depth=depth)
        for number, row in enumerate(table.iter("tr")):
            self._row(row, Cell(index, number, head=_is_head(row)), covered)

    def _row(self, row: etree._Element, place: Cell, covered: set[tuple[int, int]]) -> None:
        start, at, column = self.length, len(self.blocks), 0
        cells = [child for child in row if child.tag in ("td", "th")]
        for cell in cells:
            while (place.row, column) in covered:
                if column:
                    self._put("\t")
                self._write("", cell, "table-cell", cell=replace(place, column=column))
                column += 1
            span, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            if rows > 1 and len(covered) < _MOST_COVERED:
                covered.update((place.row + r, column + c) for r in range(1, rows) for c in range(span))
            if column:
                self._put("\t")
            words = _collapse(" ".join(_cell_words(cell))).strip().replace("\t", " ")
            self._write(words, cell, "table-cell", cell=replace(place, column=column, span=span))
            column += span
        if cells:
            self.blocks.insert(at, BlockSpan(start, self.length, "table-row", cell=place))
            self._put("\n")


def _cell_words(cell: etree._Element) -> list[str]:
    """Return the texts of a cell, its paragraphs apart."""
    parts = [""]

    def add(element: etree._Element, depth: int) -> None:
        parts[-1] += element.text or ""
        for child in element:
            if not is_noise(child) and depth < _DEEPEST:
                apart = child.tag in BLOCKS or child.tag == "br"
                if apart:
                    parts.append("")
                if child.tag == "sup":
                    parts[-1] += without_references(superscript(all_text(child).strip()))
                else:
                    add(child, depth + 1)
                if apart:
                    parts.append("")
            parts[-1] += child.tail or ""

    add(cell, 0)
    return [part for part in parts if part.strip()]


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), 200) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _is_head(row: etree._Element) -> bool:
    parent = row.getparent()
    cells = [child for child in row if child.tag in ("td", "th")]
    return (parent is not None and parent.tag == "thead") or (len(cells) > 1 and all(cell.tag == "th" for cell in cells))


def _is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges the page: tables in it, one column, or prose in a cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    if all(len([child for child in row if child.tag in ("td", "th")]) < 2 for row in table.iter("tr")):
        return True
    for cell in table.iter("td"):
        words = _cell_words(cell)
        if len(words) > 1 and sum(map(len, words)) > _LONGEST_CELL:
            return True
    return False


def _is_link_list(element: etree._Element) -> bool:
    """Whether a block is mostly links: a menu, neighbours, downloads."""
    if element.tag not in ("ul", "ol", "dl", "div", "section"):
        return False
    links = sum(len(all_text(link).strip()) for link in element.iter("a"))
    return links > 0 and links > _LINK_LIST * len(all_text(element).strip())


def _kind(element: etree._Element, around: tuple[Kind, int]) -> tuple[Kind, int]:
    tag = str(element.tag)
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return ("title", 0) if tag == "h1" else ("heading", int(tag[1]) - 1)
    if tag == "li":
        return "list", around[1] + 1 if around[0] == "list" else 1
    if tag in ("caption", "figcaption"):
        return "caption", 0
    return around if around[0] != "title" else ("paragraph", 0)
