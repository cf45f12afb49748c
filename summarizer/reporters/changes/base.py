"""What the reporters of changes share: the words for what became of a figure or a sentence, places, counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...changes.comparison import Comparison, State
from ...changes.figures import Difference
from ...changes.sentences import Change, Sentence
from ...findings import Finding
from ...i18n import N_, enumerated, ngettext, strung
from ...i18n import gettext as _

#: Sentences that are listed for their own sake; those with figures alone stand under their figures.
LISTED: tuple[Change, ...] = ("wording", "new", "gone", "moved")

_BEGINNING = N_("before the first heading")
_ROLES = {
    "letterhead": N_("letterhead"),
    "title": N_("title"),
    "addressee": N_("addressee"),
    "signature": N_("signature"),
    "note": N_("note"),
    "label": N_("attachment"),
    "heading": N_("attachment"),
    "imprint": N_("imprint"),
}


def about(difference: Difference) -> str:
    """Return what else is to be said of a figure: that it is new, why it changed; empty if nothing."""
    old = difference.before.fact if difference.before else ""
    parts = {
        "changed": "",
        "new": _("new"),
        "gone": _("gone"),
        "renamed": "",
        "written": _("the same value, written otherwise"),
    }
    said = [parts[difference.how]]
    if old and old != difference.figure.fact:
        said.append(_("its id was {id}").format(id=old))
    if difference.because:
        said.append(_("computed from figures that changed: {ids}").format(ids=enumerated(difference.because)))
    return strung((part for part in said if part), ";")


def amounts(difference: Difference) -> str:
    """Return by how much a figure changed, and in percent; empty where that makes no sense."""
    return strung(part for part in (difference.amount, difference.percent) if part)


def name_of(difference: Difference) -> str:
    """Return a figure's label; of one that a template computes, its formula."""
    figure = difference.figure
    return figure.label or (difference.before.label if difference.before else "") or figure.fact


def written(comparison: Comparison, difference: Difference) -> str:
    """Return ``file:line`` where a figure is written, or was; empty where nobody wrote it."""
    figure = difference.figure
    state = comparison.after if difference.after else comparison.before
    return f"{state.folder}{figure.place}" if figure.place and not figure.formula else ""


def under(comparison: Comparison, sentence: Sentence) -> str:
    """Return the heading that a sentence stands under, and the row in its table; outside the body what part it is."""
    part = comparison.merged[sentence.part].part
    head = sentence.under or _(_ROLES.get(part.role, _BEGINNING))
    row = _("row {n}").format(n=sentence.row)
    return f"{head}  {row}" if sentence.row else head


def place(sentence: Sentence) -> str:
    """Return ``file:line`` of a sentence, the file as seen from the report's folder; empty if it has none."""
    return f"{sentence.origin.path}:{sentence.origin.line}" if sentence.origin else ""


def spot(state: State, finding: Finding) -> str:
    """Return ``file:line`` of a finding."""
    path = f"{state.folder}{finding.path}" if finding.path else ""
    return f"{path}:{finding.line}" if path and finding.line else path


@dataclass(frozen=True, slots=True)
class Counts:
    """How much changed.

    Args:
        sentences: that are not what they were, but for numbering. plain: of these, those in which only figures changed.
        numbering: sentences in which only generated numbers moved on.
    """

    figures: int
    sentences: int
    plain: int
    numbering: int

    @classmethod
    def of(cls, comparison: Comparison) -> Counts:
        """Count what ``comparison`` holds."""
        changes = [sentence.change for sentence in comparison.changed]
        plain, numbering = changes.count("figures"), changes.count("numbering")
        return cls(len(split(comparison)[0]), len(changes) - numbering, plain, numbering)


def summary(comparison: Comparison) -> str:
    """Return in one line what changed."""
    if comparison.same:
        return _("nothing changed")
    counts, findings = Counts.of(comparison), comparison.findings
    said = [
        ngettext("{n} figure", "{n} figures", counts.figures).format(n=counts.figures),
        ngettext("{n} sentence or row", "{n} sentences or rows", counts.sentences).format(n=counts.sentences),
        *([_("of these {n} with figures alone").format(n=counts.plain)] if counts.plain else []),
        ngettext("{n} new finding", "{n} new findings", len(findings.new)).format(n=len(findings.new)),
        ngettext("{n} finding gone", "{n} findings gone", len(findings.gone)).format(n=len(findings.gone)),
    ]
    return strung(said)


def groups(comparison: Comparison) -> list[tuple[str, State, tuple[Finding, ...]]]:
    """Return what became of findings: a head, the state whose files they speak of, the findings; empty groups left out."""
    found = comparison.findings
    every = [
        (_("New findings"), comparison.after, found.new),
        (_("Findings gone"), comparison.before, found.gone),
        (_("Findings acknowledged now"), comparison.after, found.settled),
        (_("Findings no longer acknowledged"), comparison.after, found.reopened),
    ]
    return [group for group in every if group[2]]


def split(comparison: Comparison) -> tuple[list[Difference], list[Difference]]:
    """Return the figures whose values or texts differ, and those of which only the id does."""
    figures = comparison.figures
    return [one for one in figures if one.how != "renamed"], [one for one in figures if one.how == "renamed"]


def listed(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences whose words changed; one that moved only where it stands now."""
    return [one for one in sentences if one.change in LISTED and not (one.moved and not one.after)]
