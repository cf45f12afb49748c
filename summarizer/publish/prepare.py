"""Prepare a report for publishing: read, render, judge, write the files, look through them; nothing is saved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..acknowledgements import acknowledge, acknowledgements
from ..check import check_facts
from ..document import Document
from ..facts import load
from ..facts.factset import FactSet
from ..findings import Finding
from ..i18n import gettext as _
from ..i18n import language, speaking
from ..render import render
from ..resources import Resources
from ..rules import Context
from ..rules.glyph import glyph_findings
from .gate import Reason, reasons
from .model import PublishedFact
from .public import fingerprint, public_document
from .published import published_facts
from .release import Released, allowed, preload, release, traces
from .traces import Allowed

#: A number or a short word in Latin letters says nothing by itself, and stands in hashes, sizes and keys by chance.
_COMMON = re.compile("[0-9A-Za-z]{1,7}|[0-9.,:/-]{1,10}")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report that is ready, or what stands against it.

    Args:
        facts, document: as read and rendered. public: the document without what stays in the house.
        published: the figures that go out. fingerprint: of the two.
        files: the finished files. allow: what they may say of themselves.
        findings: of all checks, in Chinese. reasons: why it is not published, in the user's language; settled: the same in Chinese.
    """

    facts: FactSet
    document: Document
    public: Document
    published: tuple[PublishedFact, ...]
    fingerprint: str
    files: tuple[Released, ...]
    allow: Allowed
    findings: tuple[Finding, ...]
    reasons: tuple[Reason, ...]
    settled: tuple[Reason, ...]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.document.id

    @property
    def private(self) -> tuple[str, ...]:
        """Words known in the house only, which the public text does not say by itself."""
        return _private(self)


def prepare(content: Path, required: Iterable[str], today: date) -> Prepared:
    """Do all that comes before publishing.

    Args:
        required: the metadata fields that must be filled in. today: the day to judge as of.

    Raises:
        SummarizerError: the report cannot be read, rendered or written.
    """
    loading = preload()
    facts = load(content)
    document = render(facts, Resources(content / "templates")).document
    published = published_facts(facts, document)
    mark, needed = fingerprint(document, published), tuple(required)
    loading.join()
    files = release(facts, document, content)
    allow = allowed(facts, document)

    def judged() -> tuple[tuple[Finding, ...], tuple[Reason, ...]]:
        findings = (*check_facts(facts, document, today, prose=True).findings, *_glyphs(facts, document, files, today))
        against = (*reasons(facts, document, findings, needed, mark, today), *_traces(files, allow))
        return findings, tuple(dict.fromkeys(against))

    with speaking("zh_CN"):
        findings, settled = judged()
    against = settled if language() == "zh_CN" else judged()[1]
    return Prepared(facts, document, public_document(document), published, mark, files, allow, findings, against, settled)


def _glyphs(facts: FactSet, document: Document, files: Iterable[Released], today: date) -> tuple[Finding, ...]:
    missing = [item for file in files for item in file.unrendered]
    known = tuple(item for item in acknowledgements(facts) if item.code == "GLYPH001")
    found = acknowledge(glyph_findings(missing, Context(facts=facts, document=document)), known, today)
    return tuple(item for item in found if item.code == "GLYPH001")


def _traces(files: tuple[Released, ...], allow: Allowed) -> Iterable[Reason]:
    hint = _("if a template of your own puts it there, mend the template; else report this as a fault of the program")
    for name, trace in traces(files, allow):
        yield Reason("trace", _("{name} must not go out: {what}").format(name=name, what=trace.text), hint)
    for file in files:
        for item in file.unrendered:
            if item.kind not in ("glyph", "font"):
                hint = _("take it out, or write it otherwise")
                yield Reason("trace", _("{name} must not go out: {what}").format(name=file.name, what=item.what), hint)


def _private(prepared: Prepared) -> tuple[str, ...]:
    facts = prepared.facts
    words = {text for fact in facts.facts.values() for text in (fact.provenance.section, fact.provenance.basis, fact.provenance.evidence)}
    words |= {item.reason for item in acknowledgements(facts)}
    words |= {f"{name}:" for name in facts.sources} | {f'"{name}"' for name in facts.sources}
    if facts.folder:
        words.add(f"{facts.folder}/report.yaml")
    public = repr(prepared.public) + repr(prepared.published)
    return tuple(sorted(word for word in words if word and word not in public and not _COMMON.fullmatch(word)))
