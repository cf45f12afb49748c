"""Traces in a web page or fragment: comments, hidden text, scripts, what is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from ...errors import Position, ReadError
from ...i18n import gettext as _
from ...readers.html_article import all_text
from .base import Trace, Traces, quoted

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0|text-indent\s*:\s*-\d{3}", re.I
)
_SOURCES = ("src", "srcset", "poster", "data", "background", "action", "formaction")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.I)
_STYLED = re.compile(r"url\(\s*['\"]?(?!#)([^'\")]*)|@import", re.I)
_ACTIVE = frozenset(("script", "iframe", "object", "embed", "applet", "form", "base", "frame", "portal"))
_TOOLS = frozenset(("generator", "progid", "originator"))
_DRAFT = re.compile(r"(?:^|\s)(?:draft|review|opinion)(?:$|\s)")
#: These name a body; who wrote or edited the page in person is nobody's business.
_AUTHORS = frozenset(("author", "editor", "creator", "dc.creator"))


class _HtmlTraces(Traces):
    """Looks through HTML."""

    #: Elements that this kind may hold all the same.
    lets: frozenset[str] = frozenset()

    def _look(self) -> Iterator[Trace]:
        try:
            text = self.data.decode("utf-8-sig")
            root = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(encoding=None, no_network=True))
        except (UnicodeDecodeError, etree.ParserError, etree.XMLSyntaxError, ValueError):
            raise ReadError(_("the page cannot be read"), where=Position("HTML")) from None
        for item in root.iter():
            if isinstance(item, etree._Comment | etree._ProcessingInstruction):
                yield Trace("comment", _("a comment in the page's source: {text}").format(text=quoted(item.text or "")))
            else:
                yield from self._element(item)

    def _element(self, item: etree._Element) -> Iterator[Trace]:
        tag = str(item.tag)
        if tag in _ACTIVE and tag not in self.lets:
            yield Trace("active", _("an element <{tag}>").format(tag=tag))
        for name, text in ((str(name), str(text)) for name, text in item.attrib.items()):
            if name.startswith("on"):
                yield Trace("active", _("a script in the attribute {name}").format(name=name))
            if name in _SOURCES and _ELSEWHERE.match(text) and not text.startswith("data:image/"):
                yield Trace("outside", _("something is loaded from elsewhere: {text}").format(text=quoted(text)))
        style = item.get("style") or (item.text or "" if tag == "style" else "")
        if match := _STYLED.search(style):
            yield Trace("outside", _("a style loads something: {text}").format(text=quoted(match[0])))
        if (item.get("href") or "").strip().lower().startswith(("javascript:", "vbscript:", "file:")):
            yield Trace("active", _("a link that is none: {text}").format(text=quoted(item.get("href") or "")))
        if tag == "meta":
            yield from self._meta(item)
        elif tag != "style" and tag not in self.lets and self._hides(item) and (words := all_text(item).strip()):
            yield Trace("hidden", _("hidden text: {text}").format(text=quoted(words)))
        if _DRAFT.search(item.get("class") or ""):
            yield Trace("draft", _("a mark of a draft: {text}").format(text=quoted(all_text(item))))

    def _hides(self, item: etree._Element) -> bool:
        return item.get("hidden") is not None or bool(_HIDDEN.search(item.get("style") or ""))

    def _meta(self, item: etree._Element) -> Iterator[Trace]:
        name, text = (item.get("name") or "").lower(), item.get("content") or ""
        if name in _TOOLS and text:
            yield Trace("tool", _("property {name}: {text}").format(name=name, text=quoted(text)))
        if name in _AUTHORS:
            yield from self._author(name, text)


class FragmentTraces(_HtmlTraces):
    """Looks through a fragment to be pasted into another page: also ids, classes and what only a page has."""

    def _element(self, item: etree._Element) -> Iterator[Trace]:
        yield from super()._element(item)
        if id := item.get("id") or item.get("name"):
            yield Trace("active", _("an id that may clash with the page's own: {text}").format(text=quoted(id)))
        if item.get("class"):
            yield Trace("outside", _("a class that another page may style: {text}").format(text=quoted(item.get("class") or "")))
        if item.tag in ("style", "link", "meta", "title", "h1"):
            yield Trace("outside", _("an element <{tag}>").format(tag=item.tag))


class PageTraces(_HtmlTraces):
    """Looks through a page of the site, which may have scripts of its own and a search form."""

    lets = frozenset(("script", "form"))

    def _element(self, item: etree._Element) -> Iterator[Trace]:
        yield from super()._element(item)
        if item.tag == "script" and not item.get("src") and (item.get("type") or "") != "application/ld+json" and (item.text or "").strip():
            yield Trace("active", _("a script inside the page"))

    def _hides(self, item: etree._Element) -> bool:
        """What is of use with the site's script only, the script shows."""
        return item.get("data-script") is None and super()._hides(item)
