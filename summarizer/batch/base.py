"""What a kind of work gives and what an executor does with it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import Any, Generic, Protocol, TypeVar

from ..errors import SummarizerError
from ..i18n import gettext as _
from .progress import Progress

Item = TypeVar("Item")
Result = TypeVar("Result")


class LostError(SummarizerError):
    """The process that worked on something has died, and so has the one that tried again."""


class UnexpectedError(SummarizerError):
    """A fault of the program itself; in a batch it is told like a mistake, so that the rest is finished."""


class Work(Generic[Item, Result]):
    """One kind of work. Executors know nothing else of reports and documents."""

    def prepare(self) -> None:
        """Load what is slow to load; called once in a process that will do many."""

    def do(self, item: Item) -> Result:
        """Do it here. What can go wrong is told in the result."""
        raise NotImplementedError

    def groups(self, items: Sequence[Item], most: int) -> Iterable[Sequence[Item]]:
        """Yield the items, in their order, in groups of at most ``most`` that take less time together; each alone if none does."""
        del most
        return ((item,) for item in items)

    def do_together(self, items: Sequence[Item]) -> list[Result]:
        """Do a group here."""
        return [self.do(item) for item in items]

    def failed(self, item: Item, error: SummarizerError) -> Result:
        """Return the result that tells ``error``."""
        raise NotImplementedError

    def packed(self, item: Item) -> Any:
        """Return all that another machine needs to do it, files as bytes; None if it is to be done here."""
        raise NotImplementedError

    #: What another machine calls with that: a function of a module.
    far: Callable[[Any], Any]

    def unpacked(self, item: Item, answer: Any) -> Result:
        """Return the result, and put into place what the other machine has made; what is raised becomes the item's failure."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of what `do` has kept."""


class Executor(Protocol):
    """Where work is done."""

    def run(self, work: Work[Item, Result], items: Sequence[Item]) -> Generator[tuple[int, Result], None, None]:
        """Yield the number and the result of each item, as they are finished.

        Closing the iterator early stops what is under way.
        """
        ...


def in_order(work: Work[Item, Result], items: Sequence[Item], executor: Executor, progress: Progress) -> Generator[Result, None, None]:
    """Yield the results in the order of ``items``, each as soon as those before it are there."""
    early: dict[int, Result] = {}
    wanted = 0
    with closing(work), closing(executor.run(work, items)) as results:
        for number, result in results:
            progress.one_more()
            early[number] = result
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1


def unexpected(error: Exception) -> UnexpectedError:
    """Return what a fault of the program looks like in the result of one item among many."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return UnexpectedError(
        _("unexpected: {error}").format(error=f"{type(error).__name__}: {error}"),
        hint=_("this is a fault of summarizer, at {place}; please report it").format(place=place),
    )
