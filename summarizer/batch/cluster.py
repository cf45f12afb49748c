"""A Dask cluster: machines that need share nothing but the program, and the network between them.

Files travel as bytes in both directions. The machine that asks decides what is up to date and writes the output, so
nothing is mounted anywhere and a worker leaves nothing behind. The scheduler hands what a lost worker had to another.
"""

from __future__ import annotations

import logging
import time
import uuid
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Generic

from ..errors import SummarizerError
from ..i18n import gettext as _
from ..i18n import language, speaking, strung
from ..versions import of_machine
from .base import Item, LostError, Result, Work, unexpected

#: Seconds until a scheduler must have answered, and for which there may be no worker.
_PATIENCE = 10.0
_WITHOUT_WORKER = 30.0
#: Items on their way for each thread of the cluster: enough that no worker waits, few enough to fit into its memory.
_AHEAD = 3


class ClusterError(SummarizerError):
    """The cluster cannot be used."""


class Cluster:
    """Does the work on the workers of a scheduler.

    Args:
        address: of the scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        ClusterError: the extra is not installed.
    """

    def __init__(self, address: str) -> None:
        try:
            import distributed  # noqa: F401
        except ImportError:
            raise ClusterError(
                _("--cluster needs a library that is not installed: distributed"), hint="pip install 'summarizer[cluster]'"
            ) from None
        self.address = address

    def run(self, work: Work[Item, Result], items: Sequence[Item]) -> Generator[tuple[int, Result], None, None]:
        """Yield number and result of each item as they are finished.

        Raises:
            ClusterError: the scheduler cannot be reached or was lost, it has no workers, or they differ from this machine.
        """
        if not items:
            return
        with _quiet(), self._client() as client:
            _alike(client, self.address)
            run = _Run(client, work, items)
            try:
                yield from run.results()
            finally:
                run.cancel()

    def _client(self) -> Any:
        client: Any = import_module("distributed").Client
        try:
            return client(self.address, timeout=_PATIENCE, name="summarizer")
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(
                _("no Dask scheduler answers at {address}: {reason}").format(address=self.address, reason=str(error) or _("no answer")),
                hint=_("start one with `dask scheduler`, and give the address that it prints"),
            ) from None


class _Run(Generic[Item, Result]):
    def __init__(self, client: Any, work: Work[Item, Result], items: Sequence[Item]) -> None:
        self.client = client
        self.work = work
        self.items = items
        self.name = uuid.uuid4().hex
        self.waiting = deque(range(len(items)))
        self.sent: dict[Any, int] = {}

    def results(self) -> Iterator[tuple[int, Result]]:
        wait: Any = import_module("distributed").wait
        alive = time.monotonic()
        while self.waiting or self.sent:
            threads = sum(self.client.nthreads().values())
            while self.waiting and len(self.sent) < max(threads, 1) * _AHEAD:
                yield from self._send(self.waiting.popleft())
            try:
                done = wait(list(self.sent), timeout=1, return_when="FIRST_COMPLETED").done if self.sent else ()
            except TimeoutError:
                done = ()
            if done or threads:
                alive = time.monotonic()
            elif time.monotonic() - alive > _WITHOUT_WORKER:
                raise ClusterError(_("the cluster has no worker left"), hint=_("start workers, and run it again: what is done is kept"))
            for future in done:
                number = self.sent.pop(future)
                yield number, self._received(number, future)

    def _send(self, number: int) -> Iterator[tuple[int, Result]]:
        item = self.items[number]
        try:
            parcel = self.work.packed(item)
        except Exception as error:  # noqa: BLE001 - told like a mistake, so that the rest is finished
            yield number, self.work.failed(item, unexpected(error))
            return
        if parcel is None:
            yield number, self.work.do(item)
            return
        key = f"summarizer-{self.name}-{number}"
        future = self.client.submit(_far, self.work.far, parcel, of_machine(), language(), key=key, pure=False)
        self.sent[future] = number

    def _received(self, number: int, future: Any) -> Result:
        item = self.items[number]
        if future.status == "finished":
            try:
                return self.work.unpacked(item, future.result())
            except Exception as fault:  # noqa: BLE001 - told like a mistake, so that the rest is finished
                return self.work.failed(item, fault if isinstance(fault, SummarizerError) else unexpected(fault))
        if future.status in ("cancelled", "lost"):
            raise ClusterError(_("the scheduler was lost"), hint=_("run it again: what is done is kept"))
        error = future.exception()
        if isinstance(error, SummarizerError):
            return self.work.failed(item, error)
        return self.work.failed(
            item,
            LostError(
                _("the workers that tried it have died, or fail: {reason}").format(reason=f"{type(error).__name__}: {error}"),
                hint=_("try it alone, without --cluster; if that fails too, please report it"),
            ),
        )

    def cancel(self) -> None:
        """Take back what has not been done."""
        if self.sent and self.client.status == "running":
            self.client.cancel(list(self.sent))


def _far(work: Callable[[Any], Any], parcel: Any, expected: dict[str, str], tongue: str) -> Any:
    """What a worker does."""
    with speaking(tongue):
        if differing := _differences(expected, of_machine()):
            raise ClusterError(_("a worker differs from this machine: {what}").format(what=strung(differing, ";")), hint=_hint())
        try:
            return work(parcel)
        except SummarizerError:
            raise
        except Exception as error:  # noqa: BLE001 - told like a mistake: it is no fault of the machine
            raise unexpected(error) from None


def _alike(client: Any, address: str) -> None:
    """Refuse a cluster that would write other bytes than this machine."""
    answers: dict[str, Any] = client.run(of_machine, on_error="return")
    # A worker that is lost meanwhile is no reason: what it had would go to another.
    answers = {name: answer for name, answer in answers.items() if not isinstance(answer, OSError)}
    if not answers:
        raise ClusterError(
            _("the scheduler at {address} has no workers").format(address=address),
            hint=_("start some with `dask worker {address} --nthreads 1`").format(address=address),
        )
    here = of_machine()
    lines: list[str] = []
    for name, answer in sorted(answers.items()):
        if isinstance(answer, BaseException):
            reason = f"{type(answer).__name__}: {answer}"
            lines.append(_("{worker}: cannot run summarizer: {reason}").format(worker=name, reason=reason))
        else:
            lines += [f"{name}: {what}" for what in _differences(here, answer)]
    if lines:
        raise ClusterError(
            _("workers differ from this machine, so the files would:{lines}").format(lines="".join(f"\n    {line}" for line in lines)),
            hint=_hint(),
        )


def _differences(here: dict[str, str], there: dict[str, str]) -> list[str]:
    return [
        _("{name} is {there} there and {here} here").format(name=name, there=there.get(name, "—"), here=here.get(name, "—"))
        for name in sorted({*here, *there})
        if here.get(name) != there.get(name)
    ]


def _hint() -> str:
    return _("install the same release of summarizer, its requirements.lock and its fonts on all machines (`make setup`)")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from writing to the terminal: what matters is said in our own words."""
    # Its parts have levels of their own, so the one above them does not speak for all.
    parts = {"distributed", *(name for name in logging.root.manager.loggerDict if name.startswith("distributed."))}
    levels = {logger: logger.level for logger in map(logging.getLogger, parts)}
    for logger in levels:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="distributed")
            yield
    finally:
        for logger, level in levels.items():
            logger.setLevel(level)
