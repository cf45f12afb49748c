"""What WeasyPrint 70 does for every document and need not: the same bytes in two thirds of the time.

Measured on the shipped example (eight pages): every object of the file is serialised and compressed twice, once only for
its hash; every element gets computed styles for five kinds of footnotes that nothing uses; every font file is copied whole
before its subset is taken; and the collector walks through a hundred thousand boxes that all live until the end.

Each remedy looks first whether what it stands in for is there, and leaves WeasyPrint alone if not.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .parsing import parsed
from .styles import keep
from .writing import once

__all__ = ["install", "keep", "no_collection", "once", "parsed"]

_installed = False


def install() -> None:
    """Put the remedies in their places; a second call changes nothing."""
    from . import fonts, glyphs, lines, painting, places, shaping, sizes, styles, writing

    global _installed
    if _installed or not places.known():
        return
    _installed = True
    for remedy in (fonts, styles, sizes, shaping, lines, painting, glyphs, writing):
        remedy.install()


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
