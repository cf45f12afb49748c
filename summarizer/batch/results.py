"""What became of the reports of a batch as JSON lines: one object a report, in the order of the batch."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ..errors import ErrorGroup, OutputError, Position, SummarizerError, reason_of
from ..i18n import gettext as _
from ..reporters.saving import place
from .building import Outcome

#: Raised when a field changes its meaning or goes; a new field does not raise it.
VERSION = 1


def line(outcome: Outcome) -> str:
    """Return the outcome as one line of JSON; the same whoever did the work."""
    built = outcome.built
    shape: dict[str, Any] = {
        "version": VERSION,
        "id": built.id if built else outcome.content.resolve().name,
        "content": str(outcome.content),
        "status": status(outcome),
        "folder": str(built.folder) if built else None,
        "written": built.written if built else [],
        "kept": built.kept if built else [],
        "moved": [{"from": old, "to": new} for old, new in built.moved] if built else [],
        "notes": list(dict.fromkeys(built.notes)) if built else [],
        "findings": [
            {
                "code": finding.code,
                "severity": str(finding.severity),
                "message": finding.message,
                "path": finding.path,
                "line": finding.line,
                "acknowledged": finding.acknowledged,
            }
            for finding in (built.findings if built else ())
        ],
        "errors": [_error(error) for error in _single(outcome.error)],
    }
    return json.dumps(shape, ensure_ascii=False) + "\n"


def status(outcome: Outcome) -> str:
    """Return ``written``, ``unchanged`` or ``failed``."""
    if outcome.built is None:
        return "failed"
    return "written" if outcome.built.written else "unchanged"


def _single(error: SummarizerError | None) -> Iterator[SummarizerError]:
    if isinstance(error, ErrorGroup) and error.errors:
        for one in error.errors:
            yield from _single(one)
    elif error is not None:
        yield error


def _error(error: SummarizerError) -> dict[str, Any]:
    where = error.where or Position("")
    return {
        "message": error.message,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "written": error.written,
        "hint": error.hint,
    }


@contextmanager
def lines_into(name: str) -> Iterator[IO[str]]:
    """Give a stream for JSON lines: standard output for ``-``, else a file that takes its place when the block ends.

    Raises:
        OutputError: the folder is missing, or cannot be written.
    """
    if name == "-":
        yield sys.stdout
        return
    path = Path(name)
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            try:
                yield stream
            finally:
                # Also of a batch that was broken off: every line is whole, and says what was done.
                stream.flush()
                place(Path(beside), path)
    except BrokenPipeError:
        raise  # of whoever was told what is done, not of this file
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise OutputError(
            _("cannot be written: {reason}").format(reason=reason_of(error)),
            where=Position(name),
            hint=_("name a file in a folder that is there and may be written"),
        ) from None
