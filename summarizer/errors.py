"""One family of errors: what is wrong, where, what was written, what to do.

Every error that a user can cause derives from :class:`SummarizerError`. The command line prints it
without a traceback and leaves with its ``exit_code``. All of them cross a process pool (they pickle).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .i18n import N_
from .i18n import gettext as _


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file that a person wrote.

    Args:
        path: the file, as the user would name it.
        line: counted from 1; 0 means the file as a whole.
        column: counted from 1 in characters; 0 means the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


class SummarizerError(Exception):
    """A mistake that the user can mend.

    Args:
        message: one sentence: what is wrong.
        where: the place in the user's file.
        written: what stands there, quoted back.
        hint: what to do about it.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, where: Position | None = None, written: str | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.written = written
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.where, self.written, self.hint))

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.message}" if self.where else self.message]
        if self.written is not None:
            lines.append(_("  written: {text}").format(text=self.written))
        if self.hint:
            lines.append(_("  to mend: {text}").format(text=self.hint))
        return "\n".join(lines)


def _rebuild(kind: type[SummarizerError], message: str, where: Position | None, written: str | None, hint: str) -> SummarizerError:
    return kind(message, where=where, written=written, hint=hint)


class SourceError(SummarizerError):
    """A source file cannot be read as YAML facts."""


class FigureError(SummarizerError):
    """A figure cannot be read, or an operation on figures makes no sense."""


class FactError(SummarizerError):
    """A fact is missing, misnamed or of the wrong type."""


class TemplateError(SummarizerError):
    """A template is missing, cannot be parsed, or failed while it ran."""


class ReadError(SummarizerError):
    """A document to be audited cannot be read."""


class OutputError(SummarizerError):
    """Output cannot be written."""


class GateError(SummarizerError):
    """A final build is refused."""

    exit_code = 1


class ErrorGroup(SummarizerError):
    """Several errors of one run, shown one after the other."""

    def __init__(
        self,
        message: str,
        *,
        errors: tuple[SummarizerError, ...] = (),
        where: Position | None = None,
        written: str | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message, where=where, written=written, hint=hint)
        self.errors = errors

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_group, (self.message, self.errors))

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors) or self.message


def _rebuild_group(message: str, errors: tuple[SummarizerError, ...]) -> ErrorGroup:
    return ErrorGroup(message, errors=errors)


#: What the system says when a file cannot be had, for the catalogue.
_SYSTEM_WORDS = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Not a directory"),
    N_("Is a directory"),
    N_("File exists"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("File name too long"),
    N_("Too many open files"),
    N_("Too many levels of symbolic links"),
    N_("Input/output error"),
    N_("Invalid argument"),
)


def reason_of(error: Exception) -> str:
    """Return why the system refused a file, in the user's language where the catalogue knows the words."""
    words = error.strerror if isinstance(error, OSError) else None
    return _(words) if words else str(error)
