"""The gate (先审后发): everything that stands against publishing a report, all at once, each with its place and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from ..acknowledgements import acknowledge, acknowledgements
from ..document import Document, Heading, Table
from ..errors import GateError, Position
from ..facts.factset import FactSet, node_at
from ..facts.problems import spoken
from ..facts.report import KEYS, METADATA
from ..facts.review import REVIEW, STEP, STEPS, how_to_sign
from ..findings import Finding
from ..i18n import gettext as _
from ..i18n import ngettext
from ..rules import Context, run
from ..rules.places import scalar_place, scalars
from ..rules.unseen import UNSEEN
from .published import published_facts
from .secrecy import closed, marks

#: Personal data that no reason makes publishable; an office's own line may be acknowledged.
_NEVER = frozenset(("PRIV001", "PRIV003", "META005"))
_EXPIRED = "ACK002"
#: What a metadata field may also be named in the list of required ones.
FINGERPRINT = "fingerprint"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a report is not published.

    Args:
        kind: ``error``, ``privacy``, ``glyph``, ``metadata``, ``date``, ``secrecy``, ``hidden``, ``review``, ``acknowledgement`` or
            ``trace``.
        code: of the finding, if it is one. path, line, column: where to mend it. quote: what stands there.
        message, hint: in the user's language.
    """

    kind: str
    message: str
    hint: str = ""
    path: str = ""
    line: int = 0
    column: int = 0
    quote: str = ""
    code: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)

    def __str__(self) -> str:
        place = str(Position(self.path, self.line, self.column))
        code = f" [{self.code}]" if self.code else ""
        lines = [f"{place}: {self.message}{code}" if place else f"{self.message}{code}"]
        if self.hint:
            lines.append(_("  to mend: {text}").format(text=self.hint))
        return "\n".join(lines)


class Refused(GateError):
    """A report is not published.

    Args:
        reasons: all of them.
    """

    def __init__(self, message: str, reasons: tuple[Reason, ...] = ()) -> None:
        super().__init__(message)
        self.reasons = reasons

    def __reduce__(self) -> tuple[object, ...]:
        return (Refused, (self.message, self.reasons))

    def __str__(self) -> str:
        return "\n".join((self.message, *map(str, self.reasons)))


def refuse(content: str, reasons: Iterable[Reason]) -> None:
    """Raise if there is a reason.

    Raises:
        Refused: with all of them.
    """
    found = tuple(dict.fromkeys(reasons))
    if found:
        words = ngettext(
            "{content} is not published: {n} thing stands against it", "{content} is not published: {n} things stand against it", len(found)
        )
        raise Refused(words.format(content=content, n=len(found)), found)


def reasons(
    facts: FactSet, document: Document, findings: Iterable[Finding], required: Iterable[str], fingerprint: str, today: date
) -> Iterator[Reason]:
    """Yield all that the report itself has against being published.

    Args:
        document: as rendered, with what its form does not show.
        findings: of ``check`` with prose, and the glyphs that writers found missing.
        required: names of metadata fields, and ``fingerprint`` if the review must say which version it is of.
        fingerprint: of what would be published. today: the day to judge as of.
    """
    required = tuple(required)
    yield from _of_findings(facts, document, findings, today)
    yield from _metadata(facts, required)
    yield from _dates(facts, today)
    yield from _secrecy(facts, document)
    yield from _invisible(facts, document)
    yield from _review(facts, FINGERPRINT in required, fingerprint, today)


def _of_findings(facts: FactSet, document: Document, findings: Iterable[Finding], today: date) -> Iterator[Reason]:
    # A report may set another severity for a code, or turn it off; for personal data that does not count here.
    private = acknowledge(run(Context(facts=facts, document=document), ["privacy"]), acknowledgements(facts), today)
    seen: set[tuple[str, str, int, str]] = set()
    for finding in (*findings, *(item for item in private if item.kind == "privacy")):
        kind = _kind(finding)
        key = (finding.code, finding.path, finding.start, finding.message)
        if kind and key not in seen:
            seen.add(key)
            hint = finding.hint or _("mend it, or acknowledge it in report.yaml with the reason")
            yield Reason(kind, finding.message, hint, finding.path, finding.line, finding.column, finding.quote, finding.code)


def _kind(finding: Finding) -> str:
    """Return what a finding is here; empty if it bars nothing."""
    if finding.code == _EXPIRED:
        return "acknowledgement"
    if finding.acknowledged and finding.code not in _NEVER:
        return ""
    if finding.kind == "privacy" or finding.code in _NEVER:
        return "privacy"
    if finding.kind == "glyph":
        return "glyph"
    if finding.kind == "unseen":
        return ""  # barred as `hidden`, acknowledged or not
    return "error" if finding.severity == "error" else ""


def _metadata(facts: FactSet, required: Iterable[str]) -> Iterator[Reason]:
    report, filled = facts.report, dict(facts.report.metadata)
    if report.date is not None:
        filled.setdefault("date", report.date)
    node = node_at(facts, "report.metadata|公开信息")
    where = node.where if node is not None else report.where
    group = spoken(facts.sources["report.yaml"].root, {key.name: key.alias for key in KEYS})["metadata"]
    for name in required:
        if name in METADATA and not filled.get(name):
            word = name if group == "metadata" else METADATA[name]
            hint = _("add `{name}: …` under {group} in report.yaml").format(name=word, group=group)
            place = report.metadata_places.get(name, where)
            message = _("the field {name} ({alias}) is missing").format(name=name, alias=METADATA[name])
            yield Reason("metadata", message, hint, place.path, place.line, place.column)
    openness = str(filled.get("openness") or "")
    if closed(openness):
        place = report.metadata_places["openness"]
        hint = _("only what is disclosed of the bureau's own accord (主动公开) goes onto the site")
        message = _("it is not to be published: {text}").format(text=openness)
        yield Reason("secrecy", message, hint, place.path, place.line, place.column, openness)


def _dates(facts: FactSet, today: date) -> Iterator[Reason]:
    given = facts.report.metadata
    dates = {
        "date|成文日期": facts.report.date,
        "metadata|公开信息.date|成文日期": given.get("date"),
        "metadata|公开信息.published|发布日期": given.get("published"),
    }
    for path, day in dates.items():
        if day is not None and day.first is not None and day.first > today:
            node = node_at(facts, f"report.{path}")
            name = path.rsplit(".", 1)[-1].replace("|", " ")
            place = node.where if node is not None else facts.report.where
            message = _("{name} lies in the future: {day}, and today is {today}").format(name=name, day=day.display, today=today)
            yield Reason("date", message, _("correct the date, or publish on that day"), place.path, place.line, place.column, day.text)


def _invisible(facts: FactSet, document: Document) -> Iterator[Reason]:
    """Characters that nobody sees: they hide a word from the search, or turn a title around."""
    prose = Context(facts=facts, document=document).prose
    hint = _("delete it: put the cursor behind it and press Backspace, or type the words anew")
    for passage in prose.passages:
        for match in UNSEEN.finditer(passage.text):
            place = prose.place(passage, *match.span())
            yield Reason("hidden", _unseen(passage.text, match), hint, place.path, place.line, place.column)
    node = node_at(facts, "report.metadata|公开信息")
    for scalar in scalars(node) if node is not None else ():
        for match in UNSEEN.finditer(scalar.text):
            where = scalar.where
            yield Reason("hidden", _unseen(scalar.text, match), hint, where.path, where.line, where.column)
    for text, where in _names(facts, document):
        for match in UNSEEN.finditer(text):
            yield Reason("hidden", _unseen(text, match), hint, where.path, where.line, where.column)


def _names(facts: FactSet, document: Document) -> Iterator[tuple[str, Position]]:
    """Yield names that go out with figures, in pictures and data files, although the text does not say them; and the figure's place."""
    said = "\n".join(passage.text for passage in Context(facts=facts, document=document).prose.passages)
    found: dict[str, Position] = {}
    for fact in published_facts(facts, document):
        for text in (fact.entry_name, fact.label.removeprefix(fact.entry_name)):
            if fact.id in facts.facts and text not in said:
                found.setdefault(text, facts.facts[fact.id].where)
    yield from found.items()


def _unseen(text: str, match: re.Match[str]) -> str:
    around = UNSEEN.sub("", text[max(match.start() - 6, 0) : match.end() + 6])
    return _("an invisible character (U+{code:04X}) stands in “{text}”").format(code=ord(match[0]), text=around)


def _secrecy(facts: FactSet, document: Document) -> Iterator[Reason]:
    """Marks in the text, and in what the form at hand would not show."""
    hint = _("take the mark out if the paper was declassified or cleared for publication; else it must not be published")
    prose = Context(facts=facts, document=document).prose
    blocks = list(document.blocks())
    for passage in prose.passages:
        alone = passage.block < 0 or not isinstance(blocks[passage.block], Heading | Table)
        for start, end in marks(passage.text, alone=alone):
            place, quote = prose.place(passage, start, end), passage.text[start:end]
            message = _("a mark that bars publication: {text}").format(text=quote)
            yield Reason("secrecy", message, hint, place.path, place.line, place.column, quote)
    for text, where in _names(facts, document):
        for start, end in marks(text, alone=True):
            message = _("a mark that bars publication: {text}").format(text=text[start:end])
            yield Reason("secrecy", message, hint, where.path, where.line, where.column, text)
    letterhead = facts.report.letterhead
    if letterhead and letterhead.secrecy:
        node = node_at(facts, "report.letterhead|版头.secrecy|密级")
        where = node.where if node is not None else facts.report.where
        message = _("the letterhead says 密级: {text}").format(text=letterhead.secrecy)
        yield Reason("secrecy", message, hint, where.path, where.line, where.column, letterhead.secrecy)
    for path in ("report.note|附注", "report.metadata|公开信息.fields|其他"):
        node = node_at(facts, path)
        for scalar in scalars(node) if node is not None else ():
            for start, end in marks(scalar.text, alone=True):
                place, quote = scalar_place(facts, scalar, start, end), scalar.text[start:end]
                message = _("a mark that bars publication: {text}").format(text=quote)
                yield Reason("secrecy", message, hint, place.path, place.line, place.column, quote)


def _review(facts: FactSet, bound: bool, fingerprint: str, today: date) -> Iterator[Reason]:
    review, place = facts.report.review, facts.report.where
    if review is None:
        hint = _("add `review:` (审核) with prepared, reviewed and signed (拟稿, 审核, 签发), each with by (an office or a post) and date")
        yield Reason("review", _("there is no review record"), hint, place.path, 0, 0)
        return
    place, node = review.where, node_at(facts, "report.review|审核")
    words = spoken(node, REVIEW)
    for name in review.missing:
        hint = how_to_sign(words[name], STEP if words is REVIEW else {key: key for key in STEP})
        message = _("the review record lacks {step} ({alias})").format(step=name, alias=STEPS[name])
        yield Reason("review", message, hint, place.path, place.line, place.column)
    for step in review.steps:
        if step.day > today:
            message = _("{step} on {day}, and today is {today}").format(step=step.written, day=step.day, today=today)
            yield Reason("review", message, _("correct the date"), step.where.path, step.where.line, step.where.column)
    if review.fingerprint and not fingerprint.startswith(review.fingerprint):
        hint = _("have what has changed reviewed, then write its fingerprint: {fingerprint}").format(fingerprint=fingerprint[:16])
        message = _("another version was reviewed: {reviewed}").format(reviewed=review.fingerprint)
        yield Reason("review", message, hint, place.path, place.line, place.column, review.fingerprint)
    elif bound and not review.fingerprint:
        hint = _("when this version was reviewed, write beside the steps: `{key}: {fingerprint}`").format(
            key=words["fingerprint"], fingerprint=fingerprint[:16]
        )
        yield Reason("review", _("the review record does not say which version it is of"), hint, place.path, place.line, place.column)
