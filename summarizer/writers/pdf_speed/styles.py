"""Computed styles are shared by elements that differ in nothing but an anchor, and those of pseudo-elements made when asked for."""

from __future__ import annotations

from typing import Any


def install() -> None:
    """Put :class:`Shared` before WeasyPrint's ``StyleFor``."""
    from weasyprint import css

    if not issubclass(css.StyleFor, Shared):
        css.StyleFor = type("StyleFor", (Shared, css.StyleFor), {"computed": css.ComputedStyle, "anchored": _anchored(css.ComputedStyle)})


class Shared:
    """Comes before WeasyPrint's ``StyleFor``.

    That one shares styles, too, but an element with an ``id`` gets its own and so do all below it, and the user agent's sheet
    names pseudo-elements for every element.
    """

    computed: Any
    anchored: Any
    _cascaded_styles: dict[Any, Any]
    _computed_styles: dict[Any, Any]
    initial_page_sizes: Any
    font_config: Any

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.bases: dict[Any, Any] = {}
        self.base_of: dict[int, Any] = {}
        self.later: dict[Any, Any] = {}
        super().__init__(*arguments, **options)

    def set_computed_styles(self, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None, **others: Any) -> None:
        cascaded = self._cascaded_styles.get((element, pseudo_type), {})
        if parent is None or not hasattr(element, "tag"):
            super().set_computed_styles(element, parent, root, pseudo_type, **others)  # type: ignore[misc]
        elif pseudo_type is None:
            self._share(element, cascaded, parent, root, **others)
        elif "anchor" in cascaded:  # must be known before the layout
            super().set_computed_styles(element, parent, root, pseudo_type, **others)  # type: ignore[misc]
        else:
            self.later[element, pseudo_type] = cascaded, parent, root, others

    def _share(
        self, element: Any, cascaded: dict[str, Any], parent: Any, root: Any, base_url: Any = None, target_collector: Any = None
    ) -> None:
        above = self._computed_styles[parent, None]
        above = self.base_of.get(id(above), above)
        plain = {name: value for name, value in cascaded.items() if name != "anchor"}
        key = (id(above), *((name, id(value[0])) for name, value in plain.items()))
        rest = None, self._computed_styles[root, None], base_url, self.font_config, self.initial_page_sizes
        base = self.bases.get(key)
        if base is None:
            base = self.bases[key] = self.computed(above, plain, *rest)
        if "anchor" not in cascaded:
            self._computed_styles[element, None] = base
            return
        style = self._computed_styles[element, None] = self.anchored(above, cascaded, *rest)
        style.base = self.base_of[id(style)] = base
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])

    def __call__(self, element: Any, pseudo_type: Any = None) -> Any:
        if pseudo_type and (asked := self.later.pop((element, pseudo_type), None)):
            cascaded, parent, root, others = asked
            here = self._cascaded_styles
            self._cascaded_styles = {(element, pseudo_type): cascaded}
            try:
                super().set_computed_styles(element, parent, root, pseudo_type, **others)  # type: ignore[misc]
            finally:
                self._cascaded_styles = here
        return super().__call__(element, pseudo_type)  # type: ignore[misc]


def _anchored(computed: Any) -> Any:
    class Anchored(computed):  # type: ignore[misc]  # untyped library
        """A style that takes everything but its anchor from another."""

        base: Any

        def __missing__(self, key: str) -> Any:
            if key == "anchor":
                return super().__missing__(key)
            value = self[key] = self.base[key]
            return value

    return Anchored
