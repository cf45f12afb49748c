"""What WeasyPrint 70 does for every document and need not: the same pages in less than half the time.

WeasyPrint knows nothing of the document before; a process that writes one report after another with the same style sheet does. And it
takes every text for one that may hold anything, while nearly all of these are Chinese characters, each as wide as it always is.

* `imports`: without what only variable fonts need.
* `parsing`: the page is read by expat.
* `styles`, `sizes`: computed once for a sheet, resolved once for a style.
* `measures`, `lines`, `shaping`: line ends from the widths of characters; what Pango needs, once for a font.
* `flow`, `painting`: the usual box, without floats, borders or backgrounds, is asked about once.
* `glyphs`: lines are written out together.
* `fonts`, `writing`: files, subsets and streams once; each object of the PDF serialised once.

They stand in for functions of this one release; beside another they all stay away. What is in the file is the same to the last
bit, which a test looks at; only the streams are compressed at another level.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from . import places
from .imports import lighter
from .parsing import parsed
from .styles import keep
from .writing import once

__all__ = ["install", "keep", "lighter", "no_collection", "once", "parsed"]

#: Generations of the collector; all are looked through after so many documents.
_YOUNG, _ALL, _EACH = 0, 2, 8
_documents = count(1)
_installed = False


def install() -> None:
    """Put the remedies in their places; a second call changes nothing."""
    from . import flow, fonts, glyphs, lines, painting, shaping, sizes, styles, writing

    global _installed
    if _installed or not places.known():
        return
    _installed = True
    for remedy in (fonts, styles, sizes, flow, shaping, lines, painting, glyphs, writing):
        remedy.install()


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the collector out while a document is made; what it has left behind goes at the end.

    All of that is young, and what is older need not be looked at for it, but now and then is. A caller that keeps the
    collector off sees to that itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect(_YOUNG if next(_documents) % _EACH else _ALL)
