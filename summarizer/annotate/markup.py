"""The XML of a part, where its elements stand in its bytes, and additions to these bytes.

Nothing is written from a tree: what is not touched stays as it was, to the byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree

from ..readers.docx_package import xml_parser

_TAG = re.compile(rb"""<[^\s/>]+(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ENCODING = re.compile(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
#: What gives one character of an element's text, or none.
_TOKEN = re.compile(r"&[^;]*;|\r\n|(?P<raw><!\[CDATA\[.*?\]\]>)|(?P<none><!--.*?-->|<\?.*?\?>)|.", re.S)
_SPACE = re.compile(rb"""\s+xml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_BLANK = b" \t\r\n"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Part:
    """A part of a package: its tree, its bytes, and the offsets of each element in them.

    Args:
        data: read and found sound before. What is not UTF-8 is turned into it.
    """

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data, xml_parser())
        self.data = _in_utf8(data, self.root.getroottree().docinfo.encoding or "UTF-8")
        self._starts: list[int] = []
        self._closes: list[int] = []
        self._scan()
        self._numbers = {element: number for number, element in enumerate(self.root.iter("*"))}
        self.edits = Edits()

    @property
    def namespace(self) -> str:
        """That of the root."""
        return str(self.root.tag).rpartition("}")[0].lstrip("{")

    def _scan(self) -> None:
        open_elements: list[int] = []
        parser = expat.ParserCreate("UTF-8")

        def start(_name: str, _attributes: dict[str, str]) -> None:
            open_elements.append(len(self._starts))
            self._starts.append(parser.CurrentByteIndex)
            self._closes.append(0)

        def end(_name: str) -> None:
            self._closes[open_elements.pop()] = parser.CurrentByteIndex

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.Parse(self.data, True)

    def start(self, element: etree._Element) -> int:
        """Where the start tag begins."""
        return self._starts[self._numbers[element]]

    def inside(self, element: etree._Element) -> int:
        """Where the start tag ends."""
        match = _TAG.match(self.data, self.start(element))
        assert match is not None
        return match.end()

    def close(self, element: etree._Element) -> int:
        """Where the end tag begins; of an empty element where it ends."""
        return self.inside(element) if self.is_empty(element) else self._closes[self._numbers[element]]

    def end(self, element: etree._Element) -> int:
        """Where the element ends."""
        close = self.close(element)
        return close if self.is_empty(element) else self.data.index(b">", close) + 1

    def is_empty(self, element: etree._Element) -> bool:
        """Whether it is one tag, ``<w:p/>``."""
        return self.data[self.inside(element) - 2 : self.inside(element)] == b"/>"

    def raw(self, element: etree._Element) -> bytes:
        """The element as it is written."""
        return self.data[self.start(element) : self.end(element)]

    def tags(self, element: etree._Element) -> tuple[bytes, bytes]:
        """The start tag and the end tag as they are written."""
        return self.data[self.start(element) : self.inside(element)], self.data[self.close(element) : self.end(element)]

    def character(self, element: etree._Element, number: int) -> int | None:
        """Where the character ``number`` of the text of ``element`` is written; None inside a CDATA section."""
        at = self.inside(element)
        for match in _TOKEN.finditer(self.data[at : self.close(element)].decode()):
            if match["raw"]:
                return None
            if number == 0:
                return at
            at += len(match.group().encode())
            number -= not match["none"]
        return at

    def keep_blanks(self, element: etree._Element) -> bytes:
        """Make the blanks of a ``w:t`` count that is to be cut, those that did not count gone; return its start tag."""
        tag, _close = self.tags(element)
        if element.get(XML_SPACE) == "preserve":
            return tag
        tag = _SPACE.sub(b"", tag)[:-1] + b' xml:space="preserve">'
        first, last = self.inside(element), self.close(element)
        text = self.data[first:last]
        self.edits.replace(self.start(element), first + len(text) - len(text.lstrip(_BLANK)), tag)
        self.edits.replace(last - len(text) + len(text.rstrip(_BLANK)), last, b"")
        return tag

    def append(self, content: bytes) -> None:
        """Put ``content`` behind the last child of the root."""
        root = self.root
        if self.is_empty(root):
            tag = self.tags(root)[0]
            name = re.match(rb"<[^\s/>]+", tag)
            assert name is not None
            closed = tag[:-2].rstrip() + b">" + content + b"</" + name.group()[1:] + b">"
            self.edits.replace(self.start(root), self.end(root), closed)
        else:
            self.edits.insert(Spot(self.close(root)), content)

    def edited(self) -> bytes:
        """The bytes with all additions."""
        return self.edits.applied(self.data)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place between two bytes.

    Args:
        shut, reopen: what ends the run that is open there, and begins it anew.
    """

    at: int
    shut: bytes = b""
    reopen: bytes = b""


@dataclass(slots=True)
class Edits:
    """Additions to bytes, gathered before they are made: they may touch but not overlap."""

    _inserts: dict[int, tuple[Spot, list[tuple[int, bytes]]]] = field(default_factory=dict)
    _replaces: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def insert(self, spot: Spot, content: bytes, rank: int = 0) -> None:
        """Put ``content`` at ``spot``; what has a lower rank stands before it."""
        self._inserts.setdefault(spot.at, (spot, []))[1].append((rank, content))

    def replace(self, start: int, end: int, content: bytes) -> None:
        """Put ``content`` in place of the bytes from ``start`` to ``end``."""
        self._replaces[start, end] = content

    def applied(self, data: bytes) -> bytes:
        """Return ``data`` with all of it done."""
        steps = [((start, end), content) for (start, end), content in self._replaces.items()]
        for at, (spot, contents) in self._inserts.items():
            contents.sort(key=lambda item: item[0])
            steps.append(((at, at), spot.shut + b"".join(content for _rank, content in contents) + spot.reopen))
        made, done = [], 0
        for (start, end), content in sorted(steps):
            assert start >= done
            made += [data[done:start], content]
            done = end
        return b"".join([*made, data[done:]])


def _in_utf8(data: bytes, encoding: str) -> bytes:
    if encoding.upper().replace("_", "-") in ("UTF-8", "ASCII", "US-ASCII"):
        return data
    text = data.decode("utf-16" if encoding.upper().startswith("UTF-16") and data[:2] in (b"\xff\xfe", b"\xfe\xff") else encoding)
    return _ENCODING.sub(r'\1 encoding="UTF-8"', text, count=1).encode()
