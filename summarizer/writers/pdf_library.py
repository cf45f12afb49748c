"""Import WeasyPrint without its search for C libraries, which costs more than loading them.

WeasyPrint 70 asks for each library by several names, the ones of other systems first. For every name that is not there cffi
has ``ctypes`` look further, which on Linux starts ldconfig and a compiler: a third of a second for nothing, since a later
name is found at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from ctypes import util
from importlib import import_module
from io import StringIO


def load() -> None:
    """Import WeasyPrint; heavy, so only when a PDF is written, and after fontconfig knows the fonts.

    Raises:
        OSError: a library is missing.
    """
    if sys.platform == "linux":
        try:
            with _no_search(), redirect_stdout(StringIO()):
                import_module("weasyprint")
            return
        except OSError:  # in an unusual place: let it be searched for
            pass
    import_module("weasyprint")


@contextmanager
def _no_search() -> Iterator[None]:
    search = util.find_library
    util.find_library = _nowhere
    try:
        yield
    finally:
        util.find_library = search


def _nowhere(name: str) -> str | None:
    return None
