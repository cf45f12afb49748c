"""YAML as it was written: every value a text with its place in the file.

Nothing is converted: ``12.50`` stays ``12.50``, ``010`` stays ``010``, ``no`` stays ``no`` (YAML 1.1
would make 12.5, 8 and False of them). The tree is built from parser events, so that depth is bounded
and an alias is refused before it can multiply.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml

from ..errors import Position, SourceError, reason_of
from ..i18n import gettext as _
from ..syntax import in_words
from .slips import colon, slip

#: Deeper nesting than any report needs; protects the parser's callers from exhaustion.
MAX_DEPTH = 24
MAX_BYTES = 8 * 1024 * 1024
#: Keys and values of one report; two hundred pages hold some twenty thousand.
MAX_NODES = 100_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Characters that carry marks through a template, see ``render/marks.py``.
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
#: YAML takes these for line ends, editors do not; pasted from web pages they hide inside a line.
_BREAKS = re.compile("[\x85\u2028\u2029]")
#: What a quoted ``"\\0"`` can smuggle past the parser and no document can hold.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
#: What stands close behind a ``#`` that comes after a value.
_COMMENT = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_CHINESE = re.compile("[\u3400-\u9fff]")
_STANDARD_TAG = re.compile("^(!|tag:yaml.org,2002:(str|map|seq))$")


class Scalar(NamedTuple):
    """A value as written; a tuple, since every report has thousands.

    Args:
        style: ``|``, ``>``, ``'``, ``"`` or empty for a plain scalar.
        first_line: the line of the first character of the text (after a ``|``, the line below it).
        indent: characters of indentation that a block scalar's lines have lost.
        start, end: character offsets of the value in the file, for splicing.
    """

    text: str
    where: Position
    style: str = ""
    first_line: int = 0
    indent: int = 0
    start: int = 0
    end: int = 0

    @property
    def missing(self) -> bool:
        """Whether nothing was written (``key:``), unlike a published blank (``''``)."""
        return not self.text and not self.style


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    where: Position


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping; ``keys`` has each key as written, in order."""

    items: dict[str, Node]
    keys: dict[str, Scalar]
    where: Position

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return ((self.keys[key], node) for key, node in self.items.items())


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read.

    Args:
        name: as the user would name it.
        root: its mapping.
        sha256: of the bytes read.
        note: what a person should know, such as that it was read as GBK.
        nodes: keys and values in it.
        comments: line and text of what stands as a comment behind a value and may belong to it (``甲标段 #1``).
    """

    name: str
    text: str
    root: Mapping
    sha256: str
    note: str = ""
    line_starts: tuple[int, ...] = field(default=(), repr=False)
    nodes: int = field(default=0, compare=False)
    comments: tuple[tuple[int, str], ...] = ()

    def offset(self, line: int, column: int = 1) -> int:
        """Return the character offset of a place in the file."""
        return self.line_starts[min(line, len(self.line_starts)) - 1] + column - 1 if line else 0

    def place(self, offset: int) -> Position:
        """Return the place of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(self.name, line, offset - self.line_starts[line - 1] + 1)


def read(path: Path, name: str | None = None, most: int = MAX_NODES) -> Source:
    """Read one YAML file.

    Args:
        most: keys and values that it may hold.

    Raises:
        SourceError: unreadable, not YAML, or something a person must mend first.
    """
    name = name or str(path)
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise SourceError(_("this is no file but a device or a pipe; it is not read"), where=Position(name))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(_("cannot be read: {reason}").format(reason=reason_of(error)), where=Position(name)) from None
    if len(data) > MAX_BYTES:
        raise SourceError(
            _("the file is larger than 8 MB"),
            where=Position(name),
            hint=_("a report's facts are a few hundred lines; is this the right file?"),
        )
    return parse(data, name, most)


def parse(data: bytes, name: str, most: int = MAX_NODES) -> Source:
    """Parse the bytes of one YAML file; see :func:`read`."""
    text, note = _decode(data, name)
    starts = (0, *(m.end() for m in re.finditer("\n", text)))
    _refuse_strange_characters(text, name, starts)
    builder = _Builder(text, name, most)
    root = builder.build()
    return Source(name, text, root, hashlib.sha256(data).hexdigest(), note, starts, builder.nodes, tuple(builder.comments))


def _decode(data: bytes, name: str) -> tuple[str, str]:
    note = ""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) > 1 or data[1:40:2].count(0) > 9:
        raise SourceError(_("this is UTF-16 or UTF-32 text (“Unicode” in Notepad)"), where=Position(name), hint=_("save it as UTF-8"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse_damaged_utf8(data, name)
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise SourceError(_("neither UTF-8 nor GBK text"), where=Position(name), hint=_("save it as UTF-8")) from None
        note = _("{name}: read as GBK; better save it as UTF-8").format(name=name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def _refuse_damaged_utf8(data: bytes, name: str) -> None:
    """A few broken bytes in UTF-8 would read as GBK, all of it as other words."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # GBK text has hardly a Chinese character that is one in UTF-8, too.
    if len(_CHINESE.findall(text)) > 4 * broken:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        raise SourceError(
            _("a damaged character in a UTF-8 file"),
            where=Position(name, line),
            written=_line(text, line),
            hint=_("type the character anew and save the file as UTF-8"),
        )


def _refuse_strange_characters(text: str, name: str, starts: tuple[int, ...]) -> None:
    found = PRIVATE.search(text) or _BREAKS.search(text)
    if found is None:
        return
    line = bisect_right(starts, found.start())
    code = ord(found.group())
    private = PRIVATE.match(found.group())
    raise SourceError(
        (_("a private-use character (U+{code:04X}) that no font shows") if private else _("an invisible line end (U+{code:04X})")).format(
            code=code
        ),
        where=Position(name, line, found.start() - starts[line - 1] + 1),
        written=_line(text, line).translate({code: f"\\u{code:04x}"}),
        hint=_("type the character anew, or use a character that stands in Unicode")
        if private
        else _("delete the invisible character and type the line anew"),
    )


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].strip()[:120] if 0 < number <= len(lines) else ""


class _Builder:
    """Build the tree from events."""

    def __init__(self, text: str, name: str, most: int) -> None:
        self.text = text
        self.name = name
        self.most = most
        self.nodes = 0
        self.comments: list[tuple[int, str]] = []

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def build(self) -> Mapping:
        loader = None
        try:
            loader = _LOADER(self.text)
            root = self._document(iter(loader.get_event, None))
        except yaml.YAMLError as error:
            raise self._explain(error) from None
        finally:
            if loader is not None:
                loader.dispose()
        if root is None:
            raise SourceError(
                _("the file is empty"),
                where=Position(self.name),
                hint=_("start with `summarizer new DIR`, which makes a commented report to fill in"),
            )
        if not isinstance(root, Mapping):
            raise SourceError(_("the file must hold `key: value` lines"), where=Position(self.name, 1), written=_line(self.text, 1))
        return root

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise SourceError(_("a second YAML document begins here"), where=self._place(event), hint=_("remove the line `---`"))
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 0)
        return None if isinstance(root, Scalar) and root.missing else root

    def _place(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        return Position(self.name, mark.line + 1, mark.column + 1) if mark is not None else Position(self.name)

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        where = self._place(event)
        self.nodes += 1
        if self.nodes > self.most:
            raise SourceError(
                _("the report holds more than {n} keys and values").format(n=MAX_NODES),
                where=where,
                hint=_("was a list or a register put in here? A report holds what it says; leave the rest in its own file"),
            )
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise SourceError(
                _("anchors (&) and aliases (*) are not used here"),
                where=where,
                written=_line(self.text, where.line),
                hint=_("write the value out, or put text that begins with * or & between quotes"),
            )
        tag = getattr(event, "tag", None)
        if tag and not _STANDARD_TAG.match(tag):
            raise SourceError(
                _("tags (!) are not used here"),
                where=where,
                written=_line(self.text, where.line),
                hint=_("put text that begins with ! between quotes"),
            )
        if depth > MAX_DEPTH:
            raise SourceError(_("nested more than {n} deep").format(n=MAX_DEPTH), where=where)
        if isinstance(event, yaml.ScalarEvent):
            if found := PRIVATE.search(event.value) or _CONTROL.search(event.value):
                raise SourceError(
                    _("a character (U+{code:04X}) that no document can hold").format(code=ord(found.group())),
                    where=where,
                    written=_line(self.text, where.line),
                    hint=_("take the escape (such as \\0 or \\x07) out of the quotes"),
                )
            return self._scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            for item in events:
                if isinstance(item, yaml.SequenceEndEvent):
                    break
                items.append(self._node(item, events, depth + 1))
            return Sequence(tuple(items), where)
        return self._mapping(events, where, depth)

    def _mapping(self, events: Iterator[yaml.Event], where: Position, depth: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                if "{{" in _line(self.text, key.where.line):
                    raise self._needs_block(key.where)
                raise SourceError(_("a key must be a word"), where=key.where, written=_line(self.text, key.where.line))
            if key.text in keys:
                raise SourceError(
                    _("the key {key} stands twice; the first time in line {line}").format(key=key.text, line=keys[key.text].where.line),
                    where=key.where,
                    written=_line(self.text, key.where.line),
                    hint=_("keep one of the two"),
                )
            keys[key.text] = key
            items[key.text] = self._node(next(events), events, depth + 1)
        return Mapping(items, keys, where)

    def _scalar(self, event: yaml.ScalarEvent, where: Position) -> Scalar:
        first, indent = where.line, 0
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            raise AssertionError("the parser gives every scalar its marks")
        if event.style in ("|", ">"):
            first = where.line + 1
            lines = self.lines[where.line : end.line + 1]
            indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
        elif not event.style and (found := _COMMENT.match(self.text, end.index)):
            self.comments.append((where.line, found[1].strip()))
        return Scalar(event.value, where, event.style or "", first, indent, start.index, end.index)

    def _needs_block(self, where: Position) -> SourceError:
        return SourceError(
            _("prose with {{ }} or a colon must be written with `|`"),
            where=where,
            written=_line(self.text, where.line),
            hint=_("write `key: |` and put the text, indented, on the next line"),
        )

    def _explain(self, error: yaml.YAMLError) -> SourceError:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
        begun = getattr(error, "context_mark", None)
        if begun is not None and any(words in problem for words in ("end of stream", "could not find expected", "',' or")):
            mark = begun  # the parser notices later; the mistake is where the quote, bracket or line began
        if mark is None:
            position = getattr(error, "position", None)
            line = self.text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
            return SourceError(
                _("a character that YAML does not allow"),
                where=Position(self.name, line),
                written=ascii(_line(self.text, line)),
                hint=_("delete the invisible character and type the line anew"),
            )
        where = Position(self.name, mark.line + 1, mark.column + 1)
        written = _line(self.text, where.line)
        raw = self.text.split("\n")[mark.line] if mark.line < self.text.count("\n") + 1 else ""
        if "\t" in raw[: len(raw) - len(raw.lstrip())] or "'\\t'" in problem:
            return SourceError(
                _("a tab is used for indentation"),
                where=where,
                written=raw.replace("\t", "→   ").rstrip(),
                hint=_("indent with spaces, two for each level"),
            )
        previous = self.text.split("\n")[max(mark.line - 1, 0)]
        if "mapping values" in problem and "：" not in raw and (known := colon(previous)):
            where, written = Position(self.name, mark.line), previous.strip()[:120]  # it went on with the line before
            return SourceError(known[0], where=where, written=written, hint=known[1])
        if known := slip(problem, raw, previous):
            return SourceError(known[0], where=where, written=written, hint=known[1])
        if (
            "mapping values are not allowed" in problem
            or "{{" in raw
            or ("{{" in previous and "expected" in problem)
            or (": " in raw and _CHINESE.search(raw) and "could not find" in problem)
        ):
            return self._needs_block(where)
        return SourceError(
            _("this is not YAML: {problem}").format(problem=in_words(problem)),
            where=where,
            written=written,
            hint=_("look at the indentation, quotes and colons of this line and the one before"),
        )
