"""Limits of time and memory for templates."""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import TemplateError
from ..i18n import gettext as _

#: Seconds that the templates of one report may take; the example takes a tenth of one.
TIME_LIMIT = 10.0
#: Bytes that they may take beyond what the process has; the example takes a few million.
MEMORY_LIMIT = 768 * 1024 * 1024
#: Operators of which a single use may take for ever.
COSTLY = frozenset({"*", "**"})
#: Text that one operation may make by repeating; a paragraph is a few hundred characters.
_LONGEST = 100_000
#: Of a whole number; a template counts steps and years.
_MOST_BITS = 1024


class TimeUp(BaseException):
    """The template ran too long. Not an ``Exception``, so that nothing in between swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise :class:`TimeUp` in this thread if the block takes longer than ``seconds``.

    A signal would only reach the main thread, and not on every system; an exception set from a
    timer thread arrives at the next bytecode, which a looping template always has.
    """
    thread = threading.get_ident()
    lock = threading.Lock()
    done = False

    def interrupt() -> None:
        with lock:
            if not done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TimeUp))

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            done = True
        timer.cancel()


class _Ceiling:
    """The process's limit of memory while templates run: one for all threads, taken back by the last."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.users = 0
        self.before = (0, 0)

    def lower(self, more: int) -> None:
        import resource

        with self.lock:
            self.users += 1
            if self.users > 1:
                return
            self.before = resource.getrlimit(resource.RLIMIT_DATA)
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
            wanted = pages * resource.getpagesize() + more
            known = [limit for limit in self.before if limit != resource.RLIM_INFINITY]
            resource.setrlimit(resource.RLIMIT_DATA, (min([wanted, *known]), self.before[1]))

    def lift(self) -> None:
        import resource

        with self.lock:
            self.users -= 1
            if not self.users:
                resource.setrlimit(resource.RLIMIT_DATA, self.before)


_CEILING = _Ceiling()


@contextmanager
def memory_limit(more: int) -> Iterator[None]:
    """Let ``MemoryError`` be raised in the block if the process takes ``more`` bytes than it has now.

    The kernel counts (Linux): joining, repeating or replacing is one operation that no timer can stop half-way.
    Elsewhere there is only the limit of time.
    """
    if sys.platform != "linux":
        yield
        return
    _CEILING.lower(more)
    try:
        yield
    finally:
        _CEILING.lift()


def refuse_large(operator: str, left: Any, right: Any) -> None:
    """Refuse what would fill the memory in one step.

    Raises:
        TemplateError: a text or a number would become too large.
    """
    if operator in COSTLY and isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * abs(right) if operator == "**" else left.bit_length() + right.bit_length()
        if bits > _MOST_BITS:
            raise TemplateError(_("the number would be too large"))
    if operator == "*" and isinstance(right if isinstance(left, int) else left, (str, list, tuple)):
        times, what = (left, right) if isinstance(left, int) else (right, left)
        if isinstance(times, int) and times * len(what) > _LONGEST:
            raise TemplateError(_("the text would be too long"))
