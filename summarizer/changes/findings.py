"""Which findings came, and which went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from ..findings import Finding


@dataclass(frozen=True, slots=True)
class Findings:
    """What two judgements of a report differ in.

    Args:
        new: that only the state after has. gone: that only the state before had.
        stayed: how many both have.
        settled: that still stand and are acknowledged now. reopened: whose acknowledgement is gone.
    """

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    stayed: int = 0
    settled: tuple[Finding, ...] = ()
    reopened: tuple[Finding, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing came or went."""
        return not (self.new or self.gone or self.settled or self.reopened)


def compare_findings(before: Iterable[Finding], after: Iterable[Finding], was: Mapping[str, str]) -> Findings:
    """Return what came and what went.

    A finding is the same in both states if it is of one code about the same figures, whatever their values; or of one
    code about the same words, where no figure is concerned.

    Args:
        was: the id that a figure had, where it is another now.
    """
    mine, its = list(before), list(after)
    old = Counter(_identity(finding, {}) for finding in mine)
    acknowledged = {_identity(finding, {}): bool(finding.acknowledged) for finding in mine}
    new: list[Finding] = []
    settled: list[Finding] = []
    reopened: list[Finding] = []
    stayed = 0
    for finding in its:
        identity = _identity(finding, was)
        if not old[identity]:
            new.append(finding)
            continue
        old[identity] -= 1
        stayed += 1
        if bool(finding.acknowledged) != acknowledged[identity]:
            (settled if finding.acknowledged else reopened).append(finding)
    gone = []
    for finding in reversed(mine):  # what is left over of several that are alike are the last ones
        if old[_identity(finding, {})]:
            old[_identity(finding, {})] -= 1
            gone.append(finding)
    return Findings(tuple(new), tuple(reversed(gone)), stayed, tuple(settled), tuple(reopened))


def _identity(finding: Finding, was: Mapping[str, str]) -> Hashable:
    if finding.facts:
        return finding.code, frozenset(was.get(fact, fact) for fact in finding.facts)
    return finding.code, finding.path.rpartition("/")[2], finding.quote
