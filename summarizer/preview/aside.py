"""A process beside the server for what is slow or not to be trusted; it can be ended at any moment.

:mod:`summarizer.second_core` forks, which a server with threads must not do; this one starts afresh.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from ..errors import SummarizerError
from ..i18n import language, speaking


class Lost(Exception):
    """The process gave no answer: it took too long, or too much memory, or was ended."""


class Aside:
    """One process, started when it is first needed; one request at a time.

    Args:
        memory: bytes of address space that it may have; 0 for as much as there is.
    """

    def __init__(self, memory: int = 0) -> None:
        self._memory = memory
        self._lock = Lock()
        self._process: Any = None
        self._pipe: Connection | None = None

    def ask(self, function: Callable[..., Any], *args: Any, seconds: float) -> Any:
        """Return what ``function`` returns there. Function, arguments and answer cross over pickled. It blocks.

        Raises:
            Lost: no answer within ``seconds``, or the process died. The next request gets a new one.
            SummarizerError: raised there.
        """
        with self._lock:
            pipe = self._running()
            try:
                pipe.send((language(), function, args))
                if not pipe.poll(seconds):
                    raise Lost
                good, answer = pipe.recv()
            except (OSError, EOFError, Lost):
                self.end()
                raise Lost from None
        if not good:
            raise answer if isinstance(answer, SummarizerError) else Lost(answer)
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None:
            process.kill()
            process.join()
        if pipe is not None:
            with suppress(OSError):
                pipe.close()

    def _running(self) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            self.end()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe


def _serve(pipe: Connection, memory: int) -> None:
    """The life of the process: it ends when the server does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(5)  # what the user waits for is in the other process
    if memory:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(EOFError, OSError):
        while True:
            tongue, function, args = pipe.recv()
            try:
                with speaking(tongue):
                    answer = (True, function(*args))
            except SummarizerError as error:
                answer = (False, error)
            except Exception as error:  # noqa: BLE001 - whatever a stranger's document does, the server decides
                answer = (False, f"{type(error).__name__}: {error}")
            pipe.send(answer)
