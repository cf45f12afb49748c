"""Audit any document: read it, read the claims in its prose, judge them with the judges of ``check``."""

from __future__ import annotations

import datetime
import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import overload

from .check import CheckedSource, Judged, Report, Uncovered, findings_of, in_order, joined
from .claims.base import Claim, Outcome, Place, Settings
from .errors import SummarizerError
from .findings import Finding
from .flow import Flow, flow_of
from .i18n import language, speaking
from .memos import TOGETHER
from .patterns import lazy
from .prose import FoundFigure, read_together
from .readers import BlockSpan, Reading, discover, read
from .rendered import audit_document, merge
from .rules import Context, run_together

#: The head of the list in a draft and the first of its entries.
_OPINIONS = lazy(
    r"^[ \t]*校核意见[^\n]{0,20}\n(?:[ \t]*校核意见[ \t]*\n)?\s{0,20}(?:1[.．]|\[1\])\s{0,4}【?(?:已确认|必须改|请核对|提示)", re.M
)

_PLAIN = frozenset(("txt", "md"))
"""Formats that have nothing but lines."""
_SHORT = 100_000
"""Characters of documents that leave little behind."""
_FULL = 50_000
"""Characters of documents that are audited side by side: longer ones drive the program out of the caches by themselves."""
_SMALL = 1 << 20
"""Bytes of files of one group."""
_SLOW = frozenset((".doc", ".wps", ".rtf", ".odt"))
"""Suffixes of what another program mostly has to read first, for which nobody else should wait."""

YOUNG = 50_000
"""Objects made before garbage is looked for, while there are many documents."""

__all__ = ["audit", "audit_document", "audit_reading", "audit_together", "groups", "merge"]


def audit(paths: Sequence[Path], today: datetime.date | None = None) -> Report:
    """Audit documents; a folder means the readable documents in it. One that cannot be read does not stop the others.

    Raises:
        ReadError: a path that is neither file, folder nor pattern.
    """
    with _seldom_collected():
        return joined(report for group in groups(discover(paths)) for report in audit_together(group, today))


def groups(paths: Iterable[Path], most: int = TOGETHER) -> Iterator[list[Path]]:
    """Yield documents that are worth being audited together, in the order of the paths; each is alone that is large or slow to read."""
    group: list[Path] = []
    size = 0
    for path in paths:
        more = _size(path)
        if group and (len(group) == min(most, TOGETHER) or size + more > _SMALL):
            yield group
            group, size = [], 0
        group.append(path)
        size += more
    if group:
        yield group


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.suffix.lower() not in _SLOW else _SMALL
    except (OSError, ValueError):  # reading it says why
        return 0


def audit_together(paths: Iterable[Path], today: datetime.date | None = None) -> Iterator[Report]:
    """Audit a few documents, and yield a report of each; it takes less time than one after the other."""
    waiting: list[Reading | Report] = []
    size = 0
    for path in paths:
        one = _read(path)
        more = len(one.text) if isinstance(one, Reading) else 0
        if waiting and size + more > _FULL:
            yield from _reports(waiting, today)
            waiting, size = [], 0
        waiting.append(one)
        size += more
    yield from _reports(waiting, today)


def _reports(waiting: list[Reading | Report], today: datetime.date | None) -> Iterator[Report]:
    reports = iter(_audited([one for one in waiting if isinstance(one, Reading)], today))
    return (next(reports) if isinstance(one, Reading) else one for one in waiting)


def audit_one(path: Path, today: datetime.date | None = None, name: str | None = None) -> Report:
    """Audit one document; that it cannot be read is told in the report.

    Args:
        name: as the user would name it; the path if left out.
    """
    one = _read(path, name)
    return audit_reading(one, today) if isinstance(one, Reading) else one


def audit_reading(reading: Reading, today: datetime.date | None = None) -> Report:
    """Audit a document that has been read."""
    return _audited([reading], today)[0]


def _read(path: Path, name: str | None = None) -> Reading | Report:
    """Read a document, or return the report that says why it cannot be read."""
    try:
        return read(path, name)
    except SummarizerError as error:
        return Report((CheckedSource(name or str(path), error=str(error)),))


def _audited(readings: Sequence[Reading], today: datetime.date | None) -> list[Report]:
    """Audit documents that have been read, together."""
    # Which language it is costs more to find out than to say a message.
    with _uncollected(sum(len(reading.text) for reading in readings)), speaking(language()):
        texts = [_Text.of(reading) for reading in readings]
        told = read_together((one.text, one.blocks) for one in texts)
        settings = Settings()
        found = run_together([Context(text=one.text, path=one.reading.path, today=today, settings=settings) for one in texts])
        return [one.report(claims, figures, rest, settings) for one, (claims, figures), rest in zip(texts, told, found, strict=True)]


@dataclass(frozen=True)
class _Text:
    """What of a document is judged.

    Args:
        reading: the document. text: its own words, as they flow. blocks: theirs.
        flow: the way back to the text as it was read, if it is another one.
    """

    reading: Reading
    text: str
    blocks: list[BlockSpan]
    flow: Flow | None

    @classmethod
    def of(cls, reading: Reading) -> _Text:
        """Return what is judged of a document."""
        text = _own_words(reading.text)
        blocks = [block for block in reading.blocks if block.end <= len(text)]
        flow = flow_of(text) if reading.format in _PLAIN else None
        return cls(reading, text, blocks, None) if flow is None else cls(reading, flow.text, flow.blocks(blocks), flow)

    def report(self, claims: list[Claim], figures: list[FoundFigure], told: Iterable[Finding], settings: Settings) -> Report:
        """Return the report of the claims that were read in it and of what the rules have found."""
        lines = _Lines(self.reading)
        if (flow := self.flow) is not None:
            flow.put_back(claims)
            figures = flow.figures(figures)
            told = [_put_back(finding, flow, lines) for finding in told]
        judged = tuple(Judged(claim, claim.verdict(settings), lines.place(claim.place)) for claim in claims)
        findings = in_order([*_once(findings_of(judged)), *told])
        source = _coverage(self.reading, figures, judged, lines)
        return Report((source,), tuple(findings), judged, {self.reading.path: self.reading.text})


def _put_back(finding: Finding, flow: Flow, lines: _Lines) -> Finding:
    """Return a finding in the text as it flows as one in the text as it was read."""
    if not finding.end:
        return finding
    start, end = flow.back(finding.start, finding.end)
    place = lines.place(Place(start=start, end=end))
    return replace(finding, line=place.line, column=place.column, start=start, end=end, quote=place.quote)


@contextmanager
def _uncollected(length: int) -> Iterator[None]:
    """Put off the search for garbage until a document is done, and do it once; not for a long one, which may leave too much."""
    pause = length < _SHORT and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let the search for garbage wait: reports that are kept are none, and would be gone through again and again, with the program."""
    young, *older = gc.get_threshold()
    if young:
        gc.set_threshold(max(young, YOUNG), *older)
    try:
        yield
    finally:
        gc.set_threshold(young, *older)


def _own_words(text: str) -> str:
    """Return a text without the findings that a draft of ours lists at its end: they quote faults, and are none."""
    found = _OPINIONS.search(text) if "校核意见" in text else None
    return text if found is None else text[: found.start()]


class _Lines:
    """Complete a place with path, line and column."""

    def __init__(self, reading: Reading) -> None:
        self.path = reading.path
        self.text = reading.text
        self.starts = reading.line_starts

    def place(self, place: Place) -> Place:
        line = bisect_right(self.starts, place.start)
        column = place.start - self.starts[line - 1] + 1
        return Place(self.path, line, column, place.start, place.end, self.text[place.start : place.end])


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One fault, one finding: of two with the same code over the same words, the first."""
    seen: set[tuple[str, int, int]] = set()
    for finding in findings:
        key = (finding.code, finding.start, finding.end)
        if key not in seen:
            seen.add(key)
            yield finding


def _coverage(reading: Reading, figures: Iterable[FoundFigure], judged: Iterable[Judged], lines: _Lines) -> CheckedSource:
    checked = {
        operand.place.start
        for item in judged
        if item.verdict.outcome is not Outcome.CANNOT_TELL and item.verdict.strength == "strong"
        for operand in item.claim.operands()
    }
    every = list(figures)
    left = _Uncovered([figure for figure in every if figure.start not in checked], lines)
    return CheckedSource(reading.path, len(every), len(every) - len(left), None, left, tuple(filter(None, reading.note.split("\n"))))


class _Uncovered(Sequence[Uncovered]):
    """Figures that take part in no judged claim; each is placed when somebody asks for it, and mostly nobody does."""

    def __init__(self, figures: list[FoundFigure], lines: _Lines) -> None:
        self._figures = figures
        self._lines = lines

    def __len__(self) -> int:
        return len(self._figures)

    @overload
    def __getitem__(self, index: int) -> Uncovered: ...
    @overload
    def __getitem__(self, index: slice) -> list[Uncovered]: ...
    def __getitem__(self, index: int | slice) -> Uncovered | list[Uncovered]:
        if isinstance(index, slice):
            return [self._placed(figure) for figure in self._figures[index]]
        return self._placed(self._figures[index])

    def _placed(self, figure: FoundFigure) -> Uncovered:
        return Uncovered("", figure.quantity.text, "", self._lines.place(Place(start=figure.start, end=figure.end)))
