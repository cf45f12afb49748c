"""Two states of a report compared: figures, sentences, particulars of publication, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ..document import Attachment, Block, Document, FigureRef, Metadata, figures_of
from ..errors import FigureError
from ..facts.factset import FactSet
from ..findings import Finding
from ..quantities import Quantity, parse
from .figures import Difference, Figure, differences
from .findings import Findings, compare_findings
from .redline import Merged, redline
from .sentences import Sentence, sentences


@dataclass(frozen=True, slots=True)
class State:
    """A report as it is, or as it was once.

    Args:
        name: what the user calls it. kind: where it was taken from.
        folder: stands before the files' names where they can be opened; empty where not.
        figures: by id; those that templates compute are found in the document.
        findings: of facts and prose, all acknowledgements standing.
        complete: whether all figures are known, also those that the document does not show.
        setting: how its Word file is set, by the names that a writer's job has for it.
        facts: the whole set, of a state that was read from YAML.
    """

    name: str
    kind: Literal["content", "build", "revision"]
    document: Document
    figures: Mapping[str, Figure] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    folder: str = ""
    complete: bool = True
    setting: Mapping[str, Any] = field(default_factory=dict)
    facts: FactSet | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one state to the other.

    Args:
        merged: both documents in one, part by part. names: old id → new id, of figures whose ids changed.
        standing: by the id of a figure, the sentences it stands or stood in.
        sentences: all of them, in reading order. particulars: label, before and after of what changed in the metadata.
    """

    before: State
    after: State
    figures: tuple[Difference, ...]
    merged: tuple[Merged, ...]
    sentences: tuple[Sentence, ...]
    particulars: tuple[tuple[str, str, str], ...]
    findings: Findings
    names: Mapping[str, str] = field(default_factory=dict)
    standing: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict)

    @property
    def old(self) -> Document:
        """The document before, its figures called as they are now."""
        return renamed(self.before.document, self.names)

    @property
    def changed(self) -> tuple[Sentence, ...]:
        """The sentences that are not what they were."""
        return tuple(sentence for sentence in self.sentences if sentence.change != "same")

    @property
    def same_text(self) -> bool:
        """Whether a redline would show nothing."""
        return not self.changed and all(part.op == "same" for part in self.merged)

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not (self.figures or self.changed or self.particulars) and self.findings.same

    def uses(self, difference: Difference) -> tuple[Sentence, ...]:
        """Return the sentences in which a figure stands, alone or inside a computed one; of one that is gone, stood."""
        return self.standing.get(difference.figure.fact, ())


def compare(before: State, after: State) -> Comparison:
    """Return what changed from ``before`` to ``after``."""
    figures = differences(*_figures(before, after))
    was = {one.after.fact: one.before.fact for one in figures if one.after and one.before and one.after.fact != one.before.fact}
    names = {old: new for new, old in was.items()}
    merged = redline(renamed(before.document, names), after.document)
    found = sentences(merged)
    return Comparison(
        before,
        after,
        figures,
        merged,
        found,
        tuple(_particulars(before.document, after.document)),
        compare_findings(before.findings, after.findings, was),
        names,
        _standing(found),
    )


def _standing(found: Iterable[Sentence]) -> dict[str, tuple[Sentence, ...]]:
    made: dict[str, list[Sentence]] = {}
    for sentence in found:
        for fact in dict.fromkeys(word for used in sentence.facts for word in (used, *used.split())):
            made.setdefault(fact, []).append(sentence)
    return {fact: tuple(where) for fact, where in made.items()}


def _figures(before: State, after: State) -> tuple[Mapping[str, Figure], Mapping[str, Figure]]:
    """Return the figures of both states; of one that is not wholly known, and then of both, those that the documents show."""
    shown = [_shown(before), _shown(after)]
    if before.complete and after.complete:
        return {**before.figures, **_computed(shown[0], before)}, {**after.figures, **_computed(shown[1], after)}
    used = {fact for figures in shown for fact in figures}
    known = [{fact: figure for fact, figure in state.figures.items() if fact in used} for state in (before, after)]
    return shown[0] | known[0], shown[1] | known[1]


def _computed(shown: Mapping[str, Figure], state: State) -> dict[str, Figure]:
    return {fact: figure for fact, figure in shown.items() if fact not in state.figures}


def _shown(state: State) -> dict[str, Figure]:
    """Return the figures as the document alone knows them."""
    return {ref.fact: _of_reference(ref) for _block, ref in figures_of(state.document)}


def _of_reference(ref: FigureRef) -> Figure:
    quantity = None if ref.unit == "date" else quantity_of(ref.text)
    return Figure(ref.fact, "", ref.text, quantity, formula=ref.fact if " " in ref.fact else "")


def quantity_of(text: str) -> Quantity | None:
    """Return the figure that a text is; None for a blank and for what is no figure."""
    try:
        return parse(text) if text else None
    except FigureError:
        return None


def _particulars(before: Document, after: Document) -> Iterator[tuple[str, str, str]]:
    """Yield label, before and after of what a page says about the document, where they differ."""
    old, new = _fields(before.metadata), _fields(after.metadata)
    for label in dict.fromkeys((*new, *old)):
        if old.get(label, "") != new.get(label, ""):
            yield label, old.get(label, ""), new.get(label, "")


def _fields(metadata: Metadata) -> dict[str, str]:
    """The labels are those of the page that citizens see."""
    known = {
        "发布机构": metadata.publisher,
        "成文日期": metadata.date,
        "发布日期": metadata.published,
        "信息来源": metadata.source,
        "所在栏目": " > ".join(metadata.breadcrumb),
    }
    return known | dict(metadata.fields)


def renamed(document: Document, names: Mapping[str, str]) -> Document:
    """Return ``document`` with the ids of its figures as they are called now.

    Args:
        names: old id → new id.
    """
    made: Document = _renamed(document, names) if names else document
    return made


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, FigureRef):
        return replace(value, fact=" ".join(names.get(word, word) for word in value.fact.split(" ")))
    if isinstance(value, tuple):
        return tuple(_renamed(item, names) for item in value)
    if isinstance(value, Block | Attachment | Document):
        parts = {name: _renamed(getattr(value, name), names) for name in _HOLDERS if hasattr(value, name)}
        return replace(value, **parts)
    return value


#: Fields that figures stand in.
_HOLDERS = ("body", "attachments", "content", "lead", "rows")
