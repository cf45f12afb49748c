"""Styles are computed once for a style sheet and not for each document; a document gets copies.

A computed style follows from that of the parent and from the rules that match, and both are the same in every report. What an
element says of itself (``style``) is its own affair, its ``id`` does not touch the rest, and the pseudo-elements that WeasyPrint's own
sheet names for every element are made when they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import inf
from typing import Any

#: What the sheet says of an element and its pseudo-elements: property → (value, weight).
Cascades = dict[str | None, dict[str, tuple[Any, Any]]]

#: What an element says of itself: specificity, and (property, value, important).
Declared = tuple[Any, list[tuple[str, Any, bool]]]

#: An ``id`` that CSS can quote as it stands.
_QUOTABLE = re.compile(r'[^"\\\x00-\x1f]+')
#: Lengths that a page's size decides.
_VIEWPORT = re.compile(r"\d[dls]?v(?:[whib]|min|max)\b", re.IGNORECASE)
#: Attributes that are declarations, and elements of which others are, too.
_SAYING, _SPEAKING = frozenset({"style", "lang", "id"}), frozenset({"a", "{http://www.w3.org/2000/svg}svg"})
_NOTHING: dict[str, tuple[Any, Any]] = {}
#: The weight of an element's own language: nothing else sets one.
_WEAKEST = (0, 0, (0, 0, 0))
#: Styles that are kept.
_MOST = 4096


def keep(configuration: Any, sheet: str) -> None:
    """Let styles computed with a sheet last as long as the fonts that belong to it."""
    configuration.lasting = None if _VIEWPORT.search(sheet) else Lasting()


class Lasting:
    """What lasts longer than a document: cascades by the rules that match, styles by parent and cascade."""

    def __init__(self) -> None:
        self.cascades: dict[Any, Cascades] = {}
        self.styles: dict[Any, Any] = {}

    def shrink(self) -> None:
        """Forget everything if it is too much, as it will be if templates keep changing."""
        if len(self.styles) > _MOST:
            self.__init__()  # type: ignore[misc]


def install() -> None:
    """Put :class:`Shared` before WeasyPrint's ``StyleFor``."""
    from weasyprint import css

    css.StyleFor = type("StyleFor", (Shared, css.StyleFor), {"taken": taken_style()})


def taken_style() -> Any:
    """Return the class of styles that are copies of lasting ones."""
    from weasyprint import css

    class Anonymous(css.AnonymousStyle):  # type: ignore[misc]  # untyped library
        def __init__(self, parent: Any, base: Any) -> None:
            super().__init__(parent)
            self.base = base
            self.memo = base.__dict__.setdefault("memo", {})
            self.update(base)

        def __missing__(self, key: str) -> Any:
            value = self[key] = self.base[key]
            return value

    class Taken(css.ComputedStyle):  # type: ignore[misc]
        def __init__(self, base: Any, anchor: str | None) -> None:
            self.base = base
            for name in ("specified", "parent_style", "cascaded", "pseudo_type", "root_style", "base_url", "font_config", "cache"):
                setattr(self, name, getattr(base, name))
            self.is_root_element, self.initial_page_sizes = base.is_root_element, base.initial_page_sizes
            # WeasyPrint takes margins or paddings away from the parts of tables, in place.
            table = any("table" in word for word in base["display"])
            self.memo = {} if table else base.__dict__.setdefault("memo", {})
            self.update(base)
            if anchor is not None:
                self["anchor"] = anchor

        def __missing__(self, key: str) -> Any:
            value = self[key] = self.base[key]
            return value

        @cached_property
        def anonymous_style(self) -> Any:
            return Anonymous(self, self.base.anonymous_style)

    return Taken


class Shared:
    """Comes before WeasyPrint's ``StyleFor`` and takes its place."""

    taken: Any

    def __init__(self, html: Any, sheets: list[Any], presentational_hints: bool, font_config: Any, target_collector: Any) -> None:
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self._sheets, self.font_config, self._collector = sheets, font_config, target_collector
        self.initial_page_sizes = {"box": None, "area": None}
        self._root, self._base_url = html.etree_element, html.base_url
        in_page = any(origin == "author" for _sheet, origin, _specificity in sheets)
        lasting = None if in_page or presentational_hints else getattr(font_config, "lasting", None)
        self._lasting = lasting or Lasting()
        self._lasting.shrink()
        #: What each style of this document was taken from, by its address, and the other way round.
        self._base_of: dict[Any, Any] = {}
        self._taken_from: dict[int, Any] = {}
        self._pseudo: dict[Any, Cascades] = {}
        own, ids, langs = _own(html, presentational_hints)
        for wrapper in html.wrapper_element.iter_subtree():
            element = wrapper.etree_element
            cascades = self._cascades(wrapper, own.get(element, ()))
            parent = None if wrapper.parent is None else wrapper.parent.etree_element
            cascaded, lang = cascades.get(None, _NOTHING), langs.get(element)
            key = None if element in own else (id(cascaded), lang)
            if lang is not None:
                cascaded = cascaded | {"lang": (("string", lang), _WEAKEST)}
            self._set(element, None, cascaded, parent, key, ids.get(element))
            if len(cascades) > 1:
                self._pseudo[element] = cascades

    def __call__(self, element: Any, pseudo_type: Any = None) -> Any:
        """Return the style of an element or a pseudo-element, if there is one."""
        if pseudo_type and (element, pseudo_type) not in self._computed_styles:
            cascaded = self._pseudo.get(element, {}).get(pseudo_type)
            if cascaded is not None:
                self._set(element, pseudo_type, cascaded, element, id(cascaded))
        return super().__call__(element, pseudo_type)  # type: ignore[misc]

    def set_computed_styles(self, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None, **_others: Any) -> None:
        """Give a page or one of its margins its style."""
        cascaded = self._cascaded_styles.get((element, pseudo_type), {})
        key = tuple((name, id(value), rank, tuple(specificity)) for name, (value, (rank, _layer, specificity)) in cascaded.items())
        self._set(element, pseudo_type, cascaded, parent, key)

    def _cascades(self, wrapper: Any, own: Iterable[Declared]) -> Cascades:
        """Return what the rules that match an element say, on top of what it says itself."""
        matches = [
            (origin, inf if layer is None else sheet.layers.index(layer), strength or specificity, pseudo, declarations)
            for sheet, origin, strength in self._sheets
            for specificity, _order, pseudo, (declarations, layer) in sheet.matcher.match(wrapper)
        ]
        if own:
            return _cascade(matches, own)
        key = tuple((layer, specificity, pseudo, id(declarations)) for _origin, layer, specificity, pseudo, declarations in matches)
        found = self._lasting.cascades.get(key)
        if found is None:
            found = self._lasting.cascades[key] = _cascade(matches, own)
        return found

    def _set(self, element: Any, pseudo: str | None, cascaded: Any, parent: Any, key: Any, anchor: str | None = None) -> None:
        """Give ``element`` its style.

        Args:
            parent: ``None`` for the root. key: tells cascades apart; ``None`` if this one is the element's own.
            anchor: the element's ``id``.
        """
        from weasyprint.css import ComputedStyle, InitialStyle

        above, root = self._computed_styles.get((parent, None)), self._computed_styles.get((self._root, None))
        lasts = key is not None and (parent is None or id(above) in self._base_of)
        above, root = self._base_of.get(id(above), above), self._base_of.get(id(root), root)
        rest = pseudo, root or InitialStyle(self.font_config), self._base_url, self.font_config, self.initial_page_sizes
        if lasts:
            base = self._lasting.styles.get((id(above), pseudo, key))
            if base is None:
                base = self._lasting.styles[id(above), pseudo, key] = ComputedStyle(above, cascaded, *rest)
            style = self._taken_from.get(id(base)) if anchor is None else None
            if style is None:
                style = self.taken(base, anchor)
                self._base_of[id(style)] = base
                if anchor is None:
                    self._taken_from[id(base)] = style
        else:
            style = ComputedStyle(above, cascaded, *rest)
        self._computed_styles[element, pseudo] = style
        if self._collector and style["anchor"]:
            self._collector.collect_anchor(style["anchor"])


def _cascade(matches: Iterable[tuple[Any, ...]], own: Iterable[Declared]) -> Cascades:
    """Return the strongest value of each property."""
    from weasyprint.css import declaration_precedence

    made: Cascades = {}
    for origin, layer, specificity, pseudo, declarations in (*(("author", inf, strength, None, said) for strength, said in own), *matches):
        cascaded = made.setdefault(pseudo, {})
        for name, value, importance in declarations:
            weight = declaration_precedence(origin, importance), layer, specificity
            if name not in cascaded or cascaded[name][1] <= weight:
                cascaded[name] = value, weight
    return made


def _own(html: Any, presentational_hints: bool) -> tuple[dict[Any, list[Declared]], dict[Any, str], dict[Any, str]]:
    """Return by element what it says itself, and, where that is all, its ``id`` or language."""
    from weasyprint.css import find_style_attributes, preprocess_declarations

    ids, langs, rest = {}, {}, []
    for element in html.etree_element.iter():
        said = _SAYING.intersection(element.keys())
        if presentational_hints or element.tag in _SPEAKING:
            rest.append(element)
        elif said == {"id"} and _QUOTABLE.fullmatch(element.get("id")):
            ids[element] = element.get("id")
        elif said == {"lang"} and _QUOTABLE.fullmatch(element.get("lang")):
            langs[element] = element.get("lang")
        elif said:
            rest.append(element)
    own: dict[Any, list[Declared]] = {}
    for element in rest:
        for specificity, found, declarations, base_url in find_style_attributes(_Alone(element), presentational_hints, html.base_url):
            own.setdefault(found, []).append((specificity, [*preprocess_declarations(base_url, declarations)]))
    return own, ids, langs


class _Alone:
    """A tree of one element."""

    def __init__(self, element: Any) -> None:
        self._element = element

    def iter(self) -> Iterator[Any]:
        yield self._element
