"""What work has left in a Word file: tracked changes, comments, hidden text, names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..i18n import enumerated, ngettext
from ..i18n import gettext as _
from ..readers.docx_package import Package
from ..readers.docx_styles import child, is_on, local
from .sheet import Trace

_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange"})
_QUOTED = 20


def traces_of(package: Package, related: dict[str, str], root: etree._Element) -> tuple[Trace, ...]:
    """Return the traces in a Word file, each kind once."""
    return tuple(_traces(package, related, root))


def _traces(package: Package, related: dict[str, str], root: etree._Element) -> Iterator[Trace]:
    tracked = sum(1 for item in root.iter() if local(item) in _TRACKED)
    if tracked:
        yield Trace("tracked", ngettext("{n} tracked change", "{n} tracked changes", tracked).format(n=tracked))
    comments = package.xml(related.get("comments", ""))
    if comments is not None and (count := sum(1 for item in comments if local(item) == "comment")):
        yield Trace("comments", ngettext("{n} comment", "{n} comments", count).format(n=count))
    hidden = "".join(_hidden(root))
    if hidden:
        yield Trace("hidden", f"“{hidden[:_QUOTED]}{'…' if len(hidden) > _QUOTED else ''}”")
    core = package.xml(package.relations("").get("core-properties", ""))
    names = [(item.text or "").strip() for tag in ("creator", "lastModifiedBy") if (item := child_named(core, tag)) is not None]
    if names := [name for name in dict.fromkeys(names) if name]:
        yield Trace("author", enumerated(names))
    for part in ("header",):
        yield from _drafts(package, part)


def child_named(root: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child with that name in whatever namespace."""
    return None if root is None else next((item for item in root if local(item) == name), None)


def _hidden(root: etree._Element) -> Iterator[str]:
    for item in root.iter():
        if local(item) == "vanish" and is_on(item):
            run = item.getparent()
            owner = run.getparent() if run is not None else None
            if owner is not None and local(owner) == "r" and child(owner, "t") is not None:
                yield "".join(t.text or "" for t in owner if local(t) == "t")


def _drafts(package: Package, kind: str) -> Iterator[Trace]:
    for name in sorted(package.names):
        if name.startswith(f"word/{kind}") and name.endswith(".xml"):
            root = package.xml(name)
            text = "".join(item.text or "" for item in (() if root is None else root.iter()) if local(item) == "t").strip()
            if text:
                yield Trace("draft", _("header “{text}”").format(text=text[:_QUOTED]))
                return
