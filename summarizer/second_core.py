"""A forked process that works beside this one.

It is forked before anything heavy is imported, prepares itself at once, and serves every request of one command.
Where there is no ``fork``, one core only, or other threads (a fork would copy their locks), the caller does the
work itself.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import threading
from collections.abc import Callable
from typing import Any, BinaryIO, ClassVar

_LENGTH = 8
#: What a new pipe takes in at once on Linux: so much can be written before the other side reads.
_PIPE = 65_536


def possible() -> bool:
    """Whether a second process would help and is safe."""
    return (os.cpu_count() or 1) > 1 and can_fork()


def can_fork() -> bool:
    """Whether there is a fork, and no thread whose locks it would copy."""
    return hasattr(os, "fork") and threading.active_count() == 1


class SecondCore:
    """A forked process that calls one function with what it is sent.

    Args:
        prepare: called once in the new process, before anything arrives.
        work: called there with each request; what it returns or raises is sent back, and so must pickle.
    """

    _running: ClassVar[set[SecondCore]] = set()

    def __init__(self, prepare: Callable[[], object], work: Callable[[Any], Any]) -> None:
        request_out, request_in = os.pipe()
        answer_out, answer_in = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            self._let_go()
            os.close(request_in)
            os.close(answer_out)
            _serve(os.fdopen(request_out, "rb"), os.fdopen(answer_in, "wb"), prepare, work)
        os.close(request_out)
        os.close(answer_in)
        self._requests = os.fdopen(request_in, "wb")
        self._answers = os.fdopen(answer_out, "rb")
        self._sending: threading.Thread | None = None
        self._running.add(self)

    def fileno(self) -> int:
        """The descriptor that can be read when an answer comes, or when the process has died."""
        return self._answers.fileno()

    def send(self, request: object) -> None:
        """Send a request; where it is too long for the pipe a thread does it, since the process reads only when it is ready."""
        data = pickle.dumps(request)
        if len(data) + _LENGTH <= _PIPE:
            _send(self._requests, data)
            return
        self._sending = threading.Thread(target=_send, args=(self._requests, data), daemon=True)
        self._sending.start()

    def receive(self) -> Any:
        """Return the answer to the last request, or raise what was raised there.

        Raises:
            EOFError: the process has died; the caller does the work itself.
        """
        good, answer = pickle.loads(_receive(self._answers))
        if not good:
            raise answer
        return answer

    def close(self) -> int:
        """End the process, which stops when nothing more can come, and return its status: negative for a signal."""
        self._running.discard(self)
        if self._sending is None or not self._sending.is_alive():
            with contextlib.suppress(BrokenPipeError):
                self._requests.close()
        else:
            os.close(self._requests.fileno())
        self._answers.close()
        _pid, status = os.waitpid(self._pid, 0)
        return os.waitstatus_to_exitcode(status)

    def stop(self) -> None:
        """Ask the process to stop without finishing what it does; `close` then waits for it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGTERM)

    def _let_go(self) -> None:
        """In the new process: close what belongs to others like it, which through this copy would never see their end."""
        for other in self._running:
            for stream in (other._requests, other._answers):
                with contextlib.suppress(OSError):
                    stream.close()
        self._running.clear()


def _serve(requests: BinaryIO, answers: BinaryIO, prepare: Callable[[], object], work: Callable[[Any], Any]) -> None:
    """The life of the new process; it never returns."""
    status = 1
    try:
        prepare()
        while data := _receive(requests):
            try:
                answer = (True, work(pickle.loads(data)))
            except Exception as error:  # noqa: BLE001 - whatever it is, the first process decides
                answer = (False, error)
            _send(answers, pickle.dumps(answer))
    except EOFError:
        status = 0
    finally:
        os._exit(status)


def _send(stream: BinaryIO, data: bytes) -> None:
    try:
        stream.write(len(data).to_bytes(_LENGTH, "big"))
        stream.write(data)
        stream.flush()
    except (BrokenPipeError, ValueError):
        return  # the other side is gone, and `receive` says so


def _receive(stream: BinaryIO) -> bytes:
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        raise EOFError
    data = stream.read(int.from_bytes(length, "big"))
    if len(data) < int.from_bytes(length, "big"):
        raise EOFError
    return data
