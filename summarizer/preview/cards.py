"""The parts of the page beside the paper, as HTML: findings, figures, coverage, mistakes, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ..changes import FigureChange
from ..check import Report
from ..claims.base import EXPLANATIONS
from ..errors import ErrorGroup, SummarizerError
from ..findings import Finding
from ..i18n import gettext as _
from ..i18n import language, ngettext, speaking
from ..reporters.base import SEVERITY_WORDS, severity_counts, spot
from ..reporters.excerpt import clean
from ..resources import Resources
from ..writers.html_template import environment
from ..writers.marking import Marking
from .figures import FigureCard
from .words import page_words

TEMPLATE = "preview/parts.html.j2"


class Cards:
    """Makes the parts, in the user's language. Everything a person wrote is escaped.

    Args:
        labels: of facts by id.
    """

    def __init__(self, labels: Mapping[str, str] | None = None) -> None:
        self._labels = labels or {}
        self._make = _macros(language())

    def notes(self, marked: Marking | None) -> Iterator[str]:
        """Yield a card for each finding of our own report, in the order of the text."""
        for opinion in marked.opinions if marked else ():
            placed = opinion.number not in (marked.title if marked else ())
            yield self.note(opinion.number, opinion.finding, opinion.quote, placed)

    def note(self, number: int, finding: Finding, quote: str, placed: bool) -> str:
        """Return the card of a finding.

        Args:
            quote: the words it is about. placed: whether it stands at a place in the text.
        """
        page = EXPLANATIONS.get(finding.code)
        rule = {"checks": _(page.checks), "why": _(page.why), "mend": _(page.mend)} if page else {}
        return str(
            self._make.note(
                number=number,
                kind="known" if finding.acknowledged else finding.severity.value,
                word=_("acknowledged") if finding.acknowledged else _(SEVERITY_WORDS[finding.severity]),
                finding=finding,
                quote=clean(quote),
                spot=clean(spot(finding.path.rsplit("/", 1)[-1], finding.line, 0)) if finding.line else "",
                placed=placed,
                rule=rule,
                facts=[(fact, self._labels[fact]) for fact in finding.facts if fact in self._labels],
            )
        )

    def figures(self, cards: Iterable[FigureCard]) -> Iterator[str]:
        """Yield a card for each figure."""
        for card in cards:
            yield _figure(language(), card)

    def summary(self, report: Report) -> Iterator[str]:
        """Yield the counts at the top: open findings by severity, acknowledged ones, figures checked."""
        counts = [(severity.value, _(SEVERITY_WORDS[severity]), n) for severity, n in severity_counts(report.findings).items()]
        counts.sort(key=lambda row: ("error", "warning", "info").index(row[0]))
        known = sum(1 for finding in report.findings if finding.acknowledged)
        figures, checked = sum(s.figures for s in report.sources), sum(s.figures_checked for s in report.sources)
        yield str(self._make.counts([*counts, ("known", _("acknowledged"), known)]))
        said = _("{checked} of {all} figures checked").format(checked=checked, all=figures)
        yield str(self._make.coverage(checked, figures, said))

    def told(self, report: Report) -> Iterator[str]:
        """Yield what a person should know of how the files were read."""
        for note in dict.fromkeys(note for source in report.sources for note in source.notes):
            yield str(self._make.told(note))

    def trouble(self, error: SummarizerError, folder: str, *, page: bool) -> Iterator[str]:
        """Yield what is wrong with a save: each mistake with its place, what was written, what to do.

        Args:
            folder: files are named as seen from it. page: whether an earlier page is still shown.
        """
        errors = list(error.errors) if isinstance(error, ErrorGroup) else [error]
        rows = [
            {
                "message": one.message,
                "place": clean(str(one.where).removeprefix(f"{folder}/")) if one.where else "",
                "written": one.written,
                "hint": one.hint,
            }
            for one in errors[:20]
        ]
        more = len(errors) - len(rows)
        yield str(self._make.trouble(rows, ngettext("and {n} more", "and {n} more", more).format(n=more) if more else "", page))

    def changes(self, changes: Sequence[FigureChange], at: str) -> Iterator[str]:
        """Yield the figures that changed, in one strip."""
        if changes:
            yield str(self._make.changes(changes[:8], len(changes) - 8, at))

    def text(self, chunks: Iterable[Any], tags: Sequence[Any]) -> Iterator[str]:
        """Yield a document's text with its marks, some lines at a time."""
        if tags:
            yield str(self._make.tags(tags))
        for lines in chunks:
            yield str(self._make.lines(lines))

    def printed(self, names: Sequence[str]) -> Iterator[str]:
        """Yield the pages of the PDF as pictures."""
        for number, name in enumerate(names, 1):
            yield str(self._make.printed(name, _("page {n} of {all}").format(n=number, all=len(names))))

    def line(self, text: str, state: str) -> Iterator[str]:
        """Yield one line about a state: of the page, or of the printed pages."""
        yield str(self._make.line(text, state))


@lru_cache(maxsize=2)
def _macros(tongue: str) -> Any:
    """The macros of the parts. The report's own templates shape the report, not the program around it."""
    with speaking(tongue):
        return environment(Resources()).get_template(TEMPLATE).make_module({"words": page_words()})


@lru_cache(maxsize=8192)
def _figure(tongue: str, card: FigureCard) -> str:
    """Most figures are from one save to the next what they were."""
    return str(_macros(tongue).figure(card))
