"""The report as it stands: read, rendered, judged, and made into the parts of the page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from ..check import check_facts
from ..document import Document
from ..facts import FactSet, load
from ..findings import Finding
from ..i18n import speaking
from ..render import render
from ..resources import Resources
from ..writers.base import Job
from ..writers.forms import in_form
from ..writers.marking import marking
from .board import Part, part
from .cards import Cards
from .figures import figure_cards
from .sheet import sheet, style


@dataclass(frozen=True, slots=True)
class View:
    """A report that could be read.

    Args:
        content: its folder. document: as rendered. parts: of the page. paper: the style sheet of its paper.
        at: the moment it was read.
    """

    content: Path
    facts: FactSet
    document: Document
    parts: dict[str, Part]
    paper: str
    at: datetime.datetime

    @property
    def figures(self) -> dict[str, tuple[str, str]]:
        """Label and text of each fact."""
        return {fact.id: (fact.label, fact.text) for fact in self.facts.facts.values()}

    @property
    def time(self) -> str:
        """The time of day it was read."""
        return f"{self.at:%H:%M:%S}"

    def job(self) -> Job:
        """What a writer needs for the draft; what stands inside a document is Chinese."""
        with speaking("zh_CN"):
            findings = check_facts(self.facts, self.document, self.at.date(), prose=True).findings
        return _job(self.content, self.facts, findings)


def look(content: Path) -> View:
    """Read the report in ``content``.

    Raises:
        SummarizerError: a mistake in YAML or templates.
    """
    at = datetime.datetime.now()
    facts = load(content)
    rendered = render(facts, Resources(content / "templates"))
    document = in_form(rendered.document)
    report = check_facts(facts, document, at.date(), prose=True)
    job = _job(content, facts, report.findings)
    marked = marking(document, job)
    cards = Cards({fact.id: fact.label for fact in facts.facts.values()})
    figures = figure_cards(facts, rendered.derived, document, report)
    parts = {
        "sheet": part(sheet(document, job, marked)),
        "notes": part(cards.notes(marked)),
        "figures": part(cards.figures(figures)),
        "summary": part(cards.summary(report)),
        "told": part(cards.told(report)),
    }
    return View(content, facts, document, parts, style(job.page), at)


def _job(content: Path, facts: FactSet, findings: tuple[Finding, ...]) -> Job:
    return Job(Resources(content / "templates"), facts, findings, **facts.report.setting)
