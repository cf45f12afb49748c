"""What a writer gets and gives: one interface for every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..document import Document

if TYPE_CHECKING:
    from ..facts.factset import FactSet
    from ..findings import Finding
    from ..resources import Resources


@dataclass(frozen=True, slots=True)
class Job:
    """What a writer may know besides the document.

    Args:
        resources: finds ``page.html.j2``, ``official.css.j2`` and the other writer templates,
            the report's own first.
        facts: the facts behind the figures.
        findings: shown in a draft; a final file carries none.
        draft: whether the file is a draft.
        profile: the format profile's name, see :mod:`summarizer.official`.
        public: whether it leaves the house: what a bureau keeps to itself about its figures, and the tool's own mark, stay out.
        both_sides: for printing on both sides: the 版记 stands on an even page, after a blank one if need be.
    """

    resources: Resources
    facts: FactSet | None = None
    findings: tuple[Finding, ...] = ()
    draft: bool = True
    profile: str = "gbt9704"
    public: bool = False
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class Unrendered:
    """Something that a writer could not put into its format.

    Args:
        what: one sentence in the user's language.
        text: the characters concerned.
        kind: ``glyph`` for a character that no font has; else ``format``.
    """

    what: str
    text: str = ""
    kind: str = "format"


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: the same bytes for the same document and job."""

    data: bytes
    unrendered: tuple[Unrendered, ...] = ()


Write = Callable[[Document, Job], Output]
