"""Documents audited in small groups and reports checked, each by itself; one that cannot be read does not stop the others."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..check import CheckedSource, Report, check_one, in_brief
from ..errors import SummarizerError
from ..facts import reports_in
from .base import Executor, Work, in_order, unexpected
from .parcel import Parcel, packed, reworded, unpacked
from .progress import Progress


def audit_all(
    paths: Sequence[Path], today: datetime.date, executor: Executor, progress: Progress | None = None, *, brief: bool = False
) -> Iterator[Report]:
    """Yield the report of each document that ``paths`` mean, in their order.

    Args:
        brief: see :func:`summarizer.check.in_brief`.
    """
    from .. import audit  # noqa: F401 - before processes are forked; a check need not pay for it
    from ..readers import discover

    yield from _all(Auditing(today, brief), discover(paths), executor, progress or Progress())


def check_all(
    contents: Sequence[Path],
    today: datetime.date,
    executor: Executor,
    progress: Progress | None = None,
    *,
    prose: bool = False,
    brief: bool = False,
) -> Iterator[Report]:
    """Yield what the check of each report found, in their order.

    Args:
        prose: read the finished text as well.
        brief: see :func:`summarizer.check.in_brief`.
    """
    folders: list[Path] = []
    for content in contents:
        try:
            folders += reports_in(content)
        except SummarizerError:
            folders.append(content)  # reading it says what is wrong
    yield from _all(Checking(today, prose, brief), folders, executor, progress or Progress())


def _all(work: Work[Path, Report], paths: Sequence[Path], executor: Executor, progress: Progress) -> Iterator[Report]:
    with progress.over(len(paths)):
        yield from in_order(work, paths, executor, progress)


class Judging(Work[Path, Report]):
    """What auditing and checking share: a report tells also what has failed.

    Args:
        brief: see :func:`summarizer.check.in_brief`.
    """

    def __init__(self, today: datetime.date, brief: bool) -> None:
        self.today = today
        self.brief = brief

    def do(self, item: Path) -> Report:
        """Do it here."""
        try:
            return _told(self.judged(item), self.brief)
        except Exception as error:  # noqa: BLE001 - told like a mistake, so that the rest is finished
            return self.failed(item, unexpected(error))

    def judged(self, item: Path) -> Report:
        """Judge one; only a fault of the program may be raised."""
        raise NotImplementedError

    def failed(self, item: Path, error: SummarizerError) -> Report:
        """Return what tells ``error``."""
        return Report((CheckedSource(str(item), error=str(error)),))

    def unpacked(self, item: Path, answer: Report) -> Report:
        """Return what the other machine found."""
        return answer


def _told(report: Report, brief: bool) -> Report:
    return in_brief(report) if brief else report


@dataclass(frozen=True, slots=True)
class Order:
    """A document or report for another machine."""

    parcel: Parcel
    today: datetime.date
    brief: bool
    prose: bool = False


class Auditing(Judging):
    """The work of auditing documents."""

    def judged(self, item: Path) -> Report:
        """Audit it."""
        from ..audit import audit_one

        return audit_one(item, self.today)

    def groups(self, items: Sequence[Path], most: int) -> Iterator[list[Path]]:
        """Yield documents that are audited together."""
        from ..audit import groups

        return groups(items, most)

    def do_together(self, items: Sequence[Path]) -> list[Report]:
        """Audit them; where the program itself is at fault, each alone, so that only one of them fails."""
        from ..audit import audit_together

        try:
            return [_told(report, self.brief) for report in audit_together(items, self.today)]
        except Exception:  # noqa: BLE001 - told below, of the one that has it
            return super().do_together(items)

    def packed(self, item: Path) -> Order | None:
        """Return it with its files as bytes."""
        from ..readers import MAX_BYTES

        try:
            if item.is_file() and item.stat().st_size <= MAX_BYTES:
                return Order(Parcel(item.name, str(item), {item.name: item.read_bytes()}), self.today, self.brief)
        except OSError:
            pass
        return None

    @staticmethod
    def far(order: Order) -> Report:
        """Audit on another machine."""
        from ..audit import audit_one

        with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
            for name, data in order.parcel.files.items():
                path = Path(folder, name)
                path.write_bytes(data)
            try:
                return _told(audit_one(path, order.today, order.parcel.shown), order.brief)
            except Exception as error:  # noqa: BLE001 - told like a mistake
                return Report((CheckedSource(order.parcel.shown, error=str(unexpected(error))),))


class Checking(Judging):
    """The work of checking reports.

    Args:
        prose: read the finished text as well.
    """

    def __init__(self, today: datetime.date, prose: bool, brief: bool) -> None:
        super().__init__(today, brief)
        self.prose = prose

    def judged(self, item: Path) -> Report:
        """Check it."""
        return check_one(item, self.today, self.prose)

    def packed(self, item: Path) -> Order | None:
        """Return it with its files as bytes."""
        parcel = packed(item)
        return Order(parcel, self.today, self.brief, self.prose) if parcel else None

    @staticmethod
    def far(order: Order) -> Report:
        """Check on another machine."""
        with unpacked(order.parcel) as folder:
            report = _told(check_one(folder, order.today, order.prose), order.brief)
            return reworded(report, str(folder), order.parcel.shown)
