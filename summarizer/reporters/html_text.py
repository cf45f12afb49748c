"""The whole text of a document that was audited, with its findings in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..findings import Finding, Severity
from ..i18n import gettext as _
from ..readers.base import line_starts
from .base import SEVERITY_WORDS
from .excerpt import clean

if TYPE_CHECKING:
    from ..check import Report

#: Severity by a sign as well as by colour and line; what is acknowledged keeps its sign.
_SIGNS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.INFO: "i"}
#: Lines that a browser lays out together, once they come into view.
_CHUNK = 50


@dataclass(frozen=True, slots=True)
class Tag:
    """The number behind the words of a finding, linked to the list.

    Args:
        kind: the severity, or ``known``. label: what it says to somebody who does not see it.
    """

    number: int
    kind: str
    sign: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same findings stand on; ``kind`` is that of the gravest, empty for none."""

    text: str
    kind: str = ""
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; ``number`` counts from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """A document with its findings.

    Args:
        tags: findings about the file as a whole. open: whether it is shown at once.
    """

    path: str
    tags: tuple[Tag, ...]
    chunks: tuple[tuple[Line, ...], ...]
    open: bool


def full_texts(report: Report, findings: Sequence[Finding]) -> list[FullText]:
    """Return the documents that were read, those without a finding left out where there are several.

    A report of our own (a folder) has no text that was read: its findings stand in YAML.

    Args:
        findings: in the order in which they are numbered, from 1.
    """
    numbered: dict[str, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(findings, 1):
        numbered.setdefault(finding.path, []).append((number, finding))
    sources = [source.path for source in report.sources if source.path in report.texts]
    shown = [path for path in dict.fromkeys(sources) if len(sources) == 1 or path in numbered]
    return [_text(path, report.texts[path], numbered.get(path, []), len(shown) == 1) for path in shown]


def _text(path: str, text: str, findings: list[tuple[int, Finding]], whole: bool) -> FullText:
    starts = line_starts(text)
    at: dict[int, list[_Mark]] = {}
    for number, finding in findings:
        if finding.end > finding.start:
            first, last = bisect_right(starts, finding.start) - 1, bisect_left(starts, finding.end) - 1
            for line in range(first, last + 1):
                at.setdefault(line, []).append(_Mark(number, finding, line == last))
    ends = (*starts[1:], len(text))
    lines = [Line(n + 1, tuple(_pieces(text, start, end, at.get(n, ())))) for n, (start, end) in enumerate(zip(starts, ends, strict=True))]
    while lines and not lines[-1].pieces:
        lines.pop()
    chunks = tuple(tuple(lines[first : first + _CHUNK]) for first in range(0, len(lines), _CHUNK))
    unplaced = tuple(_tag(number, finding) for number, finding in findings if finding.end <= finding.start)
    return FullText(clean(path), unplaced, chunks, whole)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A finding in a line; ``ends`` says whether it is its last line."""

    number: int
    finding: Finding
    ends: bool


def _pieces(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """Cut a line where findings begin and end; the number stands where a finding ends."""
    end = start + len(text[start:end].rstrip("\r\n"))
    if not marks:
        if end > start:
            yield Piece(clean(text[start:end]))
        return
    cuts = sorted({start, end, *(place for mark in marks for place in (mark.finding.start, mark.finding.end) if start < place < end)})
    for left, right in zip(cuts, cuts[1:] or cuts, strict=False):
        over = [mark.finding for mark in marks if mark.finding.start < right and left < mark.finding.end]
        # A finding may end in the line end, which is not shown.
        done = [mark for mark in marks if mark.ends and min(mark.finding.end, end) == right]
        yield Piece(clean(text[left:right]), _gravest(over), tuple(_tag(mark.number, mark.finding) for mark in done))


def _gravest(findings: Sequence[Finding]) -> str:
    kinds = [(not finding.acknowledged, finding.severity.rank, _kind(finding)) for finding in findings]
    return max(kinds)[2] if kinds else ""


def _kind(finding: Finding) -> str:
    return "known" if finding.acknowledged else finding.severity.value


def _tag(number: int, finding: Finding) -> Tag:
    word = _(SEVERITY_WORDS[finding.severity])
    label = _("finding {n}, {severity}: {message}").format(n=number, severity=word, message=finding.message)
    return Tag(number, _kind(finding), _SIGNS[finding.severity], label)
