"""Each font file is copied once for a process instead of once for a document, and a subset made once for the glyphs in it."""

from __future__ import annotations

from typing import Any

from .memory import Recent

#: Font files kept in memory; a document uses six. Subsets are a twentieth of their size.
_FONTS, _SUBSETS = 12, 24


def install() -> None:
    """Keep what WeasyPrint reads out of a font file, and what it makes of it."""
    from weasyprint.pdf import fonts
    from weasyprint.text.ffi import ffi

    original, subset = fonts.get_hb_object_data, fonts.Font._harfbuzz_subset
    # A face is kept with its data, so that no other can come to stand at its address.
    known: Recent[int, tuple[Any, bytes | None]] = Recent(_FONTS)
    subsets: Recent[Any, tuple[Any, bytes]] = Recent(_SUBSETS)

    def address(hb_object: Any) -> int:
        return int(ffi.cast("uintptr_t", hb_object))

    def data_of(hb_object: Any, *wanted: Any, **options: Any) -> bytes | None:
        found: bytes | None
        if wanted or options or subsetting:
            found = original(hb_object, *wanted, **options)
            return found
        kept = known.get(address(hb_object))
        if kept is None:
            kept = known[address(hb_object)] = hb_object, original(hb_object)
        return kept[1]

    subsetting = False

    def subset_of(self: Any, to_unicode: Any, hinting: Any) -> None:
        nonlocal subsetting
        key = address(self.hb_face), frozenset(to_unicode), bool(hinting), bool(self.missing)
        kept = subsets.get(key)
        if kept is None:
            subsetting = True
            try:
                subset(self, to_unicode, hinting)
            finally:
                subsetting = False
            subsets[key] = self.hb_face, self.file_content
        else:
            self.file_content = kept[1]

    data_of.remembers = True  # type: ignore[attr-defined]
    fonts.get_hb_object_data = data_of
    fonts.Font._harfbuzz_subset = subset_of
