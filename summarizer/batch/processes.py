"""Several processes on this machine.

Each has a pipe of its own and one group of items at a time, so when one dies it is known which items those were. Each of them is
tried once more, alone, when everything else is done and nothing else needs memory: what the system ended because memory ran out may
then succeed. A second death is that item's failure. Where the answer of a group cannot be read, its items are done alone as well.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from types import FrameType
from typing import Generic

from ..errors import SummarizerError
from ..i18n import gettext as _
from ..second_core import SecondCore, can_fork
from .base import Item, LostError, Result, Work, unexpected
from .inline import Inline

_MOMENT = 0.01
"""Seconds."""
_EACH = 4
"""Groups for each process at least, where there are so many items: some take longer than others."""


class Processes:
    """Does the work in processes.

    Args:
        jobs: how many at a time, at least 1.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def run(self, work: Work[Item, Result], items: Sequence[Item]) -> Generator[tuple[int, Result], None, None]:
        """Yield number and result of each item as they are finished."""
        if not can_fork():
            yield from Inline().run(work, items)
            return
        pool = _Pool(work, items, self.jobs)
        try:
            yield from pool.results()
        except BaseException:
            pool.stop()
            raise
        finally:
            pool.close()


class _Pool(Generic[Item, Result]):
    def __init__(self, work: Work[Item, Result], items: Sequence[Item], jobs: int) -> None:
        self.work = work
        self.items = items
        self.jobs = jobs
        self.waiting = deque(self._groups())
        self.again: deque[int] = deque()
        self.tried: set[int] = set()
        self.alone = False
        self.busy: dict[SecondCore, range] = {}
        self.idle: list[SecondCore] = []

    def results(self) -> Iterator[tuple[int, Result]]:
        while self.waiting or self.again or self.busy:
            self._hand_out()
            for core in self._ready():
                try:
                    results = core.receive()
                except EOFError:
                    yield from self._tried(self.busy.pop(core), _lost(core.close()))
                except Exception as error:  # noqa: BLE001 - an answer that cannot be read; the others can
                    yield from self._unread(self._freed(core), unexpected(error))
                else:
                    yield from zip(self._freed(core), results, strict=True)

    def _freed(self, core: SecondCore) -> range:
        """Take what a process worked on from it; at no moment does nobody know of it, who has to end it when all is broken off."""
        self.idle.append(core)
        return self.busy.pop(core)

    def _groups(self) -> Iterator[range]:
        """Yield the numbers of the items that are done together; so few that each process gets some of them."""
        end = 0
        for group in self.work.groups(self.items, max(1, len(self.items) // (_EACH * self.jobs))):
            yield range(end, end := end + len(group))

    def _unread(self, numbers: range, error: SummarizerError) -> Iterator[tuple[int, Result]]:
        """Have items done alone of which the answer together could not be read; of one alone it is the result."""
        if len(numbers) == 1:
            yield numbers[0], self.work.failed(self.items[numbers[0]], error)
        else:
            self.again.extend(numbers)

    def _tried(self, numbers: range, error: SummarizerError) -> Iterator[tuple[int, Result]]:
        """Have items tried once more whose process died; a second time it is their result."""
        for number in numbers:
            if number in self.tried:
                yield number, self.work.failed(self.items[number], error)
            else:
                self.tried.add(number)
                self.again.append(number)

    def _ready(self) -> list[SecondCore]:
        """Wait until some have answered or died; for any number of descriptors, which `select` is not."""
        with DefaultSelector() as selector:
            for core in self.busy:
                selector.register(core, EVENT_READ, core)
            return [key.data for key, _events in selector.select()]

    def _hand_out(self) -> None:
        while self.waiting and len(self.busy) < self.jobs:
            self._give(self.waiting.popleft())
        if self.again and not self.busy:
            if not self.alone:  # the idle ones give their memory back first
                self.close()
                self.alone = True
            number = self.again.popleft()
            self._give(range(number, number + 1))

    def _give(self, numbers: range) -> None:
        core = self.idle.pop() if self.idle else SecondCore(self._prepare, self.work.do_together)
        self.busy[core] = numbers
        core.send(self.items[numbers.start : numbers.stop])

    def _prepare(self) -> None:
        """In the new process: Ctrl-C is for the first one, which then says when to stop."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        leave_when_told()
        with suppress(Exception):  # the work itself says it better
            self.work.prepare()

    def stop(self) -> None:
        """Stop what is under way."""
        for core in self.busy:
            core.stop()

    def close(self) -> None:
        """End all processes."""
        for core in {*self.idle, *self.busy}:
            core.close()
        self.idle.clear()
        self.busy.clear()


def leave_when_told() -> None:
    """Have SIGTERM end this process by an exception, so that files begun are taken away, wherever it arrives."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGALRM, _leave)
    sys.unraisablehook = _leave_later


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(1)


def _leave_later(lost: sys.UnraisableHookArgs) -> None:
    """Leave a moment later where Python lets no exception out: it arrived while an object was taken away."""
    if isinstance(lost.exc_value, SystemExit):
        signal.setitimer(signal.ITIMER_REAL, _MOMENT)
    else:
        sys.__unraisablehook__(lost)


def _lost(status: int) -> LostError:
    how = _("signal {name}").format(name=signal.Signals(-status).name) if status < 0 else _("status {n}").format(n=status)
    return LostError(
        _("the process that worked on it ended with {how}, twice").format(how=how),
        hint=_("if memory has run out, use fewer --jobs; otherwise please report it, with the files"),
    )
