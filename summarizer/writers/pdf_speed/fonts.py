"""Each font file is copied once for a process instead of once for a document."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

#: Font files kept in memory; a document uses six.
_FONTS = 12


def install() -> None:
    """Keep what WeasyPrint reads out of a font file."""
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
