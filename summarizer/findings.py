"""What a person sees: findings, their severity and where they point."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Must be mended, look at it, or for information."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 2 for error."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the document model.

    Args:
        block: the block's number in :meth:`Document.blocks`, from 0.
        figures: anchors of the figures concerned; empty for a stretch of prose.
        start, end: characters of the block's plain text (number and lead included).
    """

    block: int
    figures: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing somebody should look at. All reporters read only this.

    Args:
        code: stable, such as ``RATE002``. name: the same in words, ``impossible-rate``.
        kind: one of the kinds of the contract, such as ``rate``.
        message, working, hint: sentences in the user's language.
        path, line, column: the place in the file that was read; 0 for the whole file.
        start, end, quote: character offsets into the text read, and exactly that slice.
        facts: ids of the facts concerned.
        anchors: places in the document, for comments and marks.
        acknowledged: the reason, if the report acknowledges it; empty if not.
    """

    code: str
    name: str
    kind: str
    severity: Severity
    message: str
    working: str = ""
    hint: str = ""
    path: str = ""
    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0
    quote: str = ""
    facts: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    acknowledged: str = ""
