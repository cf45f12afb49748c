"""Each object of the file is serialised once, though writing asks for it twice, and what is numbers goes the short way.

Streams are compressed at zlib's own level: pydyf's, the highest, takes twice as long for a hundredth of the size.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any

from .memory import Recent

_LEVEL = 6
#: Streams of fonts and colour profiles, which come again in other files.
_streams: Recent[bytes, bytes] = Recent(16)


def install() -> None:
    """Put what is quicker in pydyf's place."""
    import pydyf

    original = pydyf._to_bytes

    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]
        if kind is int:
            return b"%d" % item
        if kind is float:
            return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
        if isinstance(item, pydyf.Object):
            return item.data  # type: ignore[no-any-return]
        return original(item)  # type: ignore[no-any-return]

    def stream(self: Any) -> bytes:
        data = b"\n".join([item if type(item) is bytes else to_bytes(item) for item in self.stream])
        extra = pydyf.Dictionary(self.extra.copy())
        if self.compress:
            extra["Filter"] = "/FlateDecode"
            data = _compressed(data, lasting=_lasts(extra))
        extra["Length"] = len(data)
        return b"\n".join((extra.data, b"stream", data, b"endstream"))

    def dictionary(self: Any) -> bytes:
        words = [b"/%b %b" % (to_bytes(key), value if type(value) is bytes else to_bytes(value)) for key, value in self.items()]
        return b"<<%b>>" % b"".join(words)

    def array(self: Any) -> bytes:
        return b"[" + b" ".join([to_bytes(item) for item in self]) + b"]"

    to_bytes.original = original  # type: ignore[attr-defined]
    pydyf._to_bytes = to_bytes
    for kind, data in ((pydyf.Stream, stream), (pydyf.Dictionary, dictionary), (pydyf.Array, array)):
        kind.data = property(data)
    pydyf.PDF.page_references = property(_listed_once(pydyf.PDF.page_references.fget))


def _listed_once(references: Any) -> Any:
    def page_references(self: Any) -> tuple[bytes, ...]:
        """Return the list of pages; every tag asks for it, so making it each time would cost the square of their number."""
        known: tuple[bytes, ...] = self.__dict__.get("known_pages", ())
        if not known or 3 * len(known) != len(self.pages["Kids"]):
            known = self.__dict__["known_pages"] = references(self)
        return known

    return page_references


def once(pdf: Any) -> None:
    """Let each object of a finished file be serialised once."""
    import pydyf

    for item in pdf.objects:
        if isinstance(item, pydyf.Stream | pydyf.Dictionary):
            item.__class__ = _kept(type(item))  # type: ignore[arg-type]  # a class can be hashed


@lru_cache(maxsize=32)
def _kept(kind: Any) -> Any:
    class Kept(kind):  # type: ignore[misc]  # untyped library
        @property
        def data(self) -> bytes:
            data: bytes | None = self.__dict__.get("kept")
            if data is None:
                data = self.__dict__["kept"] = super().data
            return data

    return Kept


def _lasts(extra: Any) -> bool:
    """Whether these are the entries of a font, or of a colour profile, which has but one."""
    return "Length1" in extra or extra.get("Subtype") == "/OpenType" or extra.keys() == {"N", "Filter"}


def _compressed(data: bytes, *, lasting: bool) -> bytes:
    if not lasting:
        return zlib.compress(data, _LEVEL)
    made = _streams.get(data)
    if made is None:
        made = _streams[data] = zlib.compress(data, _LEVEL)
    return made
