"""Pictures for header and footer: read from beside ``site.yaml``, known by their bytes and not by their name."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

from ...errors import reason_of
from ...i18n import gettext as _
from .model import Image

#: Larger ones only make a page slow.
MAX_BYTES = 1024 * 1024


class ImageError(ValueError):
    """A picture that cannot be used; its text says why."""


def read_image(folder: Path, name: str) -> Image:
    """Return the picture at ``name`` in ``folder``; it is named after its bytes on the site.

    Raises:
        ImageError: outside the folder, missing, too large, or of another kind.
    """
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ImageError(_("the picture must lie in the folder of site.yaml"))
        if path.stat().st_size > MAX_BYTES:
            raise ImageError(_("the picture is larger than 1 MB"))
        data = path.read_bytes()
    except OSError as error:
        raise ImageError(_("cannot be read: {reason}").format(reason=reason_of(error))) from None
    kind, (width, height) = _measured(data)
    digest = hashlib.sha256(data).hexdigest()[:16]
    return Image(f"{digest}.{kind}", data, f"image/{'jpeg' if kind == 'jpg' else kind}", width, height)


def _measured(data: bytes) -> tuple[str, tuple[int, int]]:
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return "png", struct.unpack(">II", data[16:24])
        if data.startswith(b"\xff\xd8\xff"):
            return "jpg", _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return "webp", _webp(data)
    except (struct.error, IndexError):
        pass
    raise ImageError(_("not a picture that browsers show"))


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while True:
        marker, size = struct.unpack(">HH", data[at : at + 4])
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + size


def _webp(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case _:
            width, height = struct.unpack("<HH", data[26:30])
            return width & 0x3FFF, height & 0x3FFF
