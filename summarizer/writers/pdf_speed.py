"""What WeasyPrint 70 does for every document and need not: the same bytes in two thirds of the time.

Measured on the shipped example (eight pages): every object of the file is serialised and compressed twice, once only for
its hash; every element gets computed styles for five kinds of footnotes that nothing uses; every font file is copied whole
before its subset is taken; and the collector walks through a hundred thousand boxes that all live until the end.

Each remedy looks first whether what it stands in for is there, and leaves WeasyPrint alone if not.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

#: Font files kept in memory; a document uses six.
_FONTS = 12


def install() -> None:
    """Put the remedies in their places; a second call changes nothing."""
    with suppress(ImportError, AttributeError):
        _fonts_once()
    with suppress(ImportError, AttributeError):
        _styles_shared()


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the collector out while a document is made; what it has left behind goes at the end.

    A caller that keeps the collector off sees to that itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


def once(pdf: Any) -> None:
    """Let each object of a finished file be serialised once: writing asks for it twice."""
    import pydyf

    kinds: dict[type[Any], type[Any]] = {pydyf.Stream: _kept(pydyf.Stream), pydyf.Dictionary: _kept(pydyf.Dictionary)}
    for item in pdf.objects:
        if type(item) in kinds:
            item.__class__ = kinds[type(item)]


def _kept(kind: Any) -> Any:
    class Kept(kind):  # type: ignore[misc]  # untyped library
        @property
        def data(self) -> bytes:
            data: bytes | None = self.__dict__.get("kept")
            if data is None:
                data = self.__dict__["kept"] = super().data
            return data

    return Kept


def _fonts_once() -> None:
    """Copy each font file once for a process instead of once for a document."""
    from weasyprint.pdf import fonts
    from weasyprint.text.ffi import ffi

    original = fonts.get_hb_object_data
    if getattr(original, "remembers", False):
        return
    # The face is kept with its data, so that no other can come to stand at its address.
    known: OrderedDict[int, tuple[Any, bytes | None]] = OrderedDict()

    def data_of(hb_object: Any, *wanted: Any, **options: Any) -> bytes | None:
        if wanted or options:
            found: bytes | None = original(hb_object, *wanted, **options)
            return found
        address = int(ffi.cast("uintptr_t", hb_object))
        if address not in known:
            known[address] = hb_object, original(hb_object)
            if len(known) > _FONTS:
                known.popitem(last=False)
        return known[address][1]

    data_of.remembers = True  # type: ignore[attr-defined]
    fonts.get_hb_object_data = data_of


def _styles_shared() -> None:
    """Share computed styles that differ in nothing but an anchor, and make those of pseudo-elements when they are asked for."""
    from weasyprint import css

    if not issubclass(css.StyleFor, _Shared):
        css.StyleFor = type("StyleFor", (_Shared, css.StyleFor), {"computed": css.ComputedStyle, "anchored": _anchored(css.ComputedStyle)})


class _Shared:
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
