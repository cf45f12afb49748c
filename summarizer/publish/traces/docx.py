"""Traces in a Word file: of the program, of the people, of everything that was there before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ...i18n import gettext as _
from ...i18n import ngettext
from ...readers.docx_package import Package
from ...readers.docx_styles import child, is_on, local, value
from .base import Allowed, Trace, Traces, quoted

_TRACKED = frozenset(
    (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_COMMENTS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"))
_HIDDEN = ("vanish", "webHidden", "specVanish")
#: What this program writes; anything else was put in by somebody or by some program.
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/_rels/document\.xml\.rels"
    r"|word/(?:document|styles|settings|fontTable|numbering|footer\d*|theme/theme1)\.xml"
)
#: Settings that tell who worked on the file, when, from where.
_SETTINGS = frozenset(("rsids", "trackRevisions", "attachedTemplate", "docVars", "mailMerge", "documentProtection", "writeProtection"))
#: The properties a file may have.
_PROPERTIES = frozenset(("title", "creator", "language", "created", "modified"))
_SMALLEST = 4  # half points
_NEARLY_WHITE = 0xF0


class DocxTraces(Traces):
    """Looks through every part of a DOCX, also for what Word or WPS leave when somebody has edited it."""

    def __init__(self, data: bytes, allowed: Allowed) -> None:
        super().__init__(data, allowed)
        self._hidden_styles: frozenset[str] = frozenset()

    def _look(self) -> Iterator[Trace]:
        package = Package(self.data, "DOCX")
        for name in sorted(package.names):
            if not _PARTS.fullmatch(name):
                yield self._foreign(package, name)
        self._hidden_styles = _hidden_styles(package.xml("word/styles.xml"))
        for name in sorted(package.names):
            root = package.xml(name) if name.startswith("word/") and name.endswith(".xml") else None
            if root is not None:
                yield from self._part(root)
            if name.endswith(".rels") and (relations := package.xml(name)) is not None:
                yield from _outside(relations)
        yield from self._settings(package.xml("word/settings.xml"))
        yield from self._properties(package.xml("docProps/core.xml"))

    def _foreign(self, package: Package, name: str) -> Trace:
        """A part that a released file does not have."""
        root = package.xml(name) if name.endswith(".xml") else None
        words = "" if root is None else "".join(text for text in root.itertext() if isinstance(text, str)).strip()
        if "comments" in name:
            return Trace("comment", _("comments: {text}").format(text=quoted(words)))
        if "people" in name:
            return Trace("author", _("a list of those who edited it"))
        if name.startswith("word/header"):
            return Trace("draft", _("a header: {text}").format(text=quoted(words)))
        if name.startswith("docProps/"):
            return Trace("tool", _("properties of the program that saved it: {name}").format(name=name))
        kind = "active" if "vba" in name.lower() or "activeX" in name or "embeddings" in name else "tool"
        return Trace(kind, _("a part that does not belong into a released file: {name}").format(name=name))

    def _part(self, root: etree._Element) -> Iterator[Trace]:
        tracked = sum(1 for item in root.iter() if local(item) in _TRACKED)
        if tracked:
            yield Trace("tracked", ngettext("{n} tracked change", "{n} tracked changes", tracked).format(n=tracked))
        marks = sum(1 for item in root.iter() if local(item) in _COMMENTS)
        if marks:
            yield Trace("comment", ngettext("{n} mark of a comment", "{n} marks of comments", marks).format(n=marks))
        if any(str(name).rpartition("}")[2].startswith("rsid") for item in root.iter() for name in item.attrib):
            yield Trace("tool", _("marks of the sessions in which it was edited (rsid)"))
        for item in root.iter():
            if local(item) == "r" and (words := _text(item)) and (why := self._unseen(item)):
                yield Trace("hidden", _("hidden text ({why}): {text}").format(why=why, text=quoted(words)))

    def _unseen(self, run: etree._Element) -> str:
        """Why nobody sees a run, or an empty string."""
        paragraph = next((item for item in run.iterancestors() if local(item) == "p"), None)
        own = child(run, "rPr")
        for name in _HIDDEN:
            state = is_on(child(own, name))
            if state or (state is None and self._style_hides(own, paragraph)):
                return _("not shown")
        colour, shade = value(child(own, "color")) or "", child(own, "shd")
        if shade is None and re.fullmatch("[0-9A-Fa-f]{6}", colour) and min(bytes.fromhex(colour)) >= _NEARLY_WHITE:
            return _("white on white")
        size = value(child(own, "sz")) or ""
        if size.isdigit() and int(size) <= _SMALLEST:
            return _("too small to see")
        return ""

    def _style_hides(self, own: etree._Element | None, paragraph: etree._Element | None) -> bool:
        names = {value(child(own, "rStyle")), value(child(paragraph, "pPr", "pStyle"))}
        return bool(names & self._hidden_styles)

    def _settings(self, root: etree._Element | None) -> Iterator[Trace]:
        for item in () if root is None else root:
            if (name := local(item)) in _SETTINGS:
                yield Trace("tool", _("a setting that tells of its making: {name}").format(name=name))

    def _properties(self, root: etree._Element | None) -> Iterator[Trace]:
        for item in () if root is None else root:
            name, text = local(item), (item.text or "").strip()
            if not text:
                continue
            if name in ("creator", "lastModifiedBy"):
                yield from self._author(name, text)
            elif name in ("created", "modified"):
                yield from self._day(name, text[:10])
            if name not in _PROPERTIES:
                kind = "author" if name == "lastModifiedBy" else "tool"
                yield Trace(kind, _("property {name}: {text}").format(name=name, text=quoted(text)))


def _text(run: etree._Element) -> str:
    return "".join(item.text or "" for item in run if local(item) == "t").strip()


def _hidden_styles(root: etree._Element | None) -> frozenset[str]:
    """Return the ids of the styles that hide text."""
    styles = [item for item in (() if root is None else root) if local(item) == "style"]
    hidden = {value(item, "styleId") or "" for item in styles if any(is_on(child(item, "rPr", name)) for name in _HIDDEN)}
    while more := {
        id for item in styles if (id := value(item, "styleId") or "") not in hidden and value(child(item, "basedOn")) in hidden
    }:
        hidden |= more
    return frozenset(hidden - {""})


def _outside(root: etree._Element) -> Iterator[Trace]:
    for item in root:
        if item.get("TargetMode") == "External":
            yield Trace("outside", _("a link out of the file: {text}").format(text=quoted(item.get("Target", ""))))
