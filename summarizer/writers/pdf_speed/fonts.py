"""A font file is read only if it is needed whole, and a subset made in one go, once for its glyphs."""

from __future__ import annotations

from typing import Any

from .memory import Recent

#: Subsets kept in memory; a document uses six.
_SUBSETS = 24
#: Tables that a PDF has no use for.
_DROPPED = (b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ")


def install() -> None:
    """Put what reads less in WeasyPrint's place, which begins with a copy of each file that a document uses."""
    from weasyprint.pdf import fonts
    from weasyprint.text.ffi import ffi

    read, subset = fonts.get_hb_object_data, fonts.Font._harfbuzz_subset
    # With the subset its face is kept, so that no other can come to stand at its address.
    subsets: Recent[Any, tuple[Any, bytes]] = Recent(_SUBSETS)
    subsetting = False

    def data_of(hb_object: Any, *wanted: Any, **options: Any) -> bytes | None:
        whole = not (wanted or options or subsetting)
        found: bytes | None = None if whole else read(hb_object, *wanted, **options)
        return found

    def content(self: Any) -> bytes | None:
        if self.__dict__["content"] is None:
            self.__dict__["content"] = read(self.hb_face)
        found: bytes | None = self.__dict__["content"]
        return found

    def subset_of(self: Any, to_unicode: Any, hinting: Any) -> None:
        nonlocal subsetting
        key = int(ffi.cast("uintptr_t", self.hb_face)), frozenset(to_unicode), bool(hinting), bool(self.missing)
        kept = subsets.get(key)
        if kept is not None:
            self.file_content = kept[1]
            return
        subsetting = True
        try:
            if not _subset(self, to_unicode, hinting):
                subset(self, to_unicode, hinting)
        finally:
            subsetting = False
        subsets[key] = self.hb_face, self.file_content

    fonts.get_hb_object_data = data_of
    fonts.Font.file_content = property(content, lambda self, data: self.__dict__.update(content=data))
    fonts.Font._harfbuzz_subset = subset_of


def _subset(font: Any, to_unicode: Any, hinting: Any) -> bool:
    """Leave only the glyphs used in a font with PostScript outlines, and say whether that was done.

    WeasyPrint does it in two passes, the second for what is left behind the last glyph and for the hints. From this kind of font
    HarfBuzz takes both in the first.
    """
    from weasyprint.pdf import fonts
    from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

    if "CFF " not in font.tables or font.missing or not to_unicode:
        return False
    wanted = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    dropped = harfbuzz_subset.hb_subset_input_set(wanted, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG)
    tags = [harfbuzz.hb_tag_from_string(name, -1) for name in _DROPPED]
    for chosen, values in ((harfbuzz_subset.hb_subset_input_glyph_set(wanted), sorted(to_unicode)), (dropped, sorted(tags))):
        harfbuzz.hb_set_add_sorted_array(chosen, ffi.new("hb_codepoint_t[]", values), len(values))
    flags = (
        harfbuzz_subset.HB_SUBSET_FLAGS_RETAIN_GIDS
        | harfbuzz_subset.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    )
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(wanted, flags)
    face = ffi.gc(harfbuzz_subset.hb_subset_or_fail(font.hb_face, wanted), harfbuzz.hb_face_destroy)
    content = fonts.get_hb_object_data(face) if face else None
    if content:
        font.file_content = content
    return bool(content)
