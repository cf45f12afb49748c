"""Build a report: read what changed, render, write every format, remember it in the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from .errors import GateError, OutputError, Position, reason_of
from .i18n import gettext as _
from .i18n import language, speaking
from .manifest import Manifest, Written, digest, load_manifest, packed, unpacked
from .pdf_process import PdfProcess, load_pdf_writer
from .resources import Resources
from .saving import Overtaken, recover, save_files, untouched
from .versions import font_configuration, versions_of
from .writers import FORMATS, Format

if TYPE_CHECKING:
    from .document import Document
    from .facts.factset import FactSet
    from .findings import Finding
    from .writers.base import Job, Output


#: How often a build begins anew because another one has saved into its folder.
_ATTEMPTS = 5


@dataclass(slots=True)
class Built:
    """What became of one report.

    Args:
        written: files made anew. kept: files that were up to date.
        moved: files somebody had edited, as (old name, new name).
        notes: sentences for the user.
    """

    id: str
    folder: Path
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    notes: list[str] = field(default_factory=list)


def build(
    content: Path, output: Path, *, formats: Sequence[str] = (), final: bool = False, form: str = "", pdf: PdfProcess | None = None
) -> Built:
    """Build the report in ``content`` into ``output/<id>/``.

    Args:
        formats: names of :data:`FORMATS`; all if empty.
        form: ``plain`` or ``issued`` in place of what the report says; it then goes to ``<id>-<form>``.
        pdf: writes PDF files beside this process; several builds share it.
        final: a file to hand out: no draft marks, and refused while an error stands.

    Raises:
        SummarizerError: a mistake in the content; earlier output stays as it was.
        GateError: a final build refused. OutputError: the output cannot be written.
    """
    return Build(content, output, formats, final, form, pdf).run()


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made, before it is saved.

    Args:
        files: by name. built: so far, without what saving will say.
    """

    files: dict[str, bytes]
    manifest: Manifest
    built: Built


@dataclass(slots=True)
class _Work:
    """What the writers of one build share."""

    facts: FactSet
    document: Document
    model: bytes
    findings: tuple[Finding, ...]
    made: dict[str, bytes]
    manifest: Manifest


class Build:
    """One build, in three steps that need not happen on one machine; the arguments are those of :func:`build`."""

    def __init__(self, content: Path, output: Path, formats: Sequence[str], final: bool, form: str, pdf: PdfProcess | None = None) -> None:
        self.content = content
        self.formats = [FORMATS[name] for name in formats or FORMATS]
        self.draft = not final
        self.id = content.resolve().name
        self.form = form
        self.pdf = pdf
        #: Shared by the builds of one batch, so that the shipped templates are read once for all that have none of their own.
        self.shipped: Resources | None = None
        self.folder = output / (f"{self.id}-{form}" if form else self.id)
        self.suffix = "-draft" if self.draft else ""
        self.manifest_path = self.folder / f"manifest{self.suffix}.json"
        self._look()

    def _look(self) -> None:
        """See what is there, after finishing what a killed build has left."""
        with suppress(OSError):  # saving says it
            recover(self.folder)
        self.earlier = load_manifest(self.manifest_path)
        self.built = Built(self.id, self.folder)

    def run(self) -> Built:
        """Take all three steps."""
        return self._persist(lambda: self.built if self.up_to_date() else self.save(self.make()))

    def _persist(self, attempt: Callable[[], Built]) -> Built:
        """Try again with what is there now if another build was faster."""
        for _attempt in range(_ATTEMPTS):
            try:
                return attempt()
            except Overtaken:
                self._look()
        raise OutputError(
            _("other builds keep writing into this folder"), where=Position(str(self.folder)), hint=_("let one of them finish first")
        )

    def up_to_date(self) -> bool:
        """Whether nothing is to be done; `built` then says so."""
        if not self._unchanged(versions_of(self.formats)):
            return False
        self.built.kept = [format.filename(self.draft) for format in self.formats]
        # Kept as seen from the report's own folder; told as the user names its files.
        self.built.findings = tuple(
            replace(item, path=f"{self.content}/{item.path}") if item.path and "/" not in item.path else item
            for item in unpacked(self.earlier.findings if self.earlier else [])
        )
        return True

    def make(self) -> Made:
        """Read, render and write everything, but not yet onto the disk."""
        loading = self._preload()
        facts, document, templates = self._document()
        findings = self._findings(facts, document)
        self._gate(findings)
        if loading:
            loading.join()
        made, manifest = self._write_formats(facts, document, findings)
        manifest.versions = versions_of(self.formats)
        manifest.content = {name: source.sha256 for name, source in facts.sources.items()}
        manifest.templates = templates
        self.built.notes += facts.notes
        return Made(made, manifest, self.built)

    def take(self, made: Made) -> Built:
        """Save what was made elsewhere without knowing the files that are here, but keep those that came out the same."""
        return self._persist(lambda: self._take(made))

    def _take(self, made: Made) -> Built:
        self.built.findings, self.built.notes = made.built.findings, made.built.notes
        new = dict(made.files)
        for name, written in made.manifest.written.items():
            if self._reusable(name, written.key):
                del new[name]
                self.built.kept.append(name)
        return self.save(Made(new, made.manifest, self.built))

    # Up to date?

    def _unchanged(self, versions: dict[str, str]) -> bool:
        """Whether nothing that was read has changed, and nobody touched what was written."""
        earlier = self.earlier
        if earlier is None or earlier.versions != versions:
            return False
        try:
            files = list(self.content.glob("[!.]*.y*ml"))
            if not all(path.is_file() for path in files):
                return False
            content = {path.name: digest(path.read_bytes()) for path in files}
        except OSError:
            return False  # reading it in earnest says what is wrong
        if content != earlier.content:
            return False
        names = [format.filename(self.draft) for format in self.formats]
        if any(name not in earlier.written for name in names) or f"model{self.suffix}.json" not in earlier.written:
            return False
        if not all(self._untouched(name) for name in earlier.written):
            return False
        templates = dict(earlier.templates)
        for name in names:
            templates |= earlier.written[name].templates
        return self._same_templates(templates)

    def _same_templates(self, templates: dict[str, str]) -> bool:
        resources = self._resources()
        if self.shipped is not None and len(resources.folders()) == 1:
            resources = self.shipped
        try:
            for name in templates.keys() - resources.read.keys():
                resources.text(name)
        except Exception:  # noqa: BLE001 - whatever is wrong, the build itself says it better
            return False
        return all(resources.read[name] == known for name, known in templates.items())

    def _untouched(self, name: str) -> bool:
        return untouched(self.folder, name, self.earlier)

    def _resources(self) -> Resources:
        return Resources(self.content / "templates")

    def _preload(self) -> Thread | None:
        """Start the slowest import while the facts load: in a process of its own, or else in a thread."""
        if not any(format.name == "pdf" for format in self.formats) or (self.pdf is not None and self.pdf.start()):
            return None
        thread = Thread(target=load_pdf_writer, daemon=True)
        thread.start()
        return thread

    # Document and findings

    def _document(self) -> tuple[FactSet, Document, dict[str, str]]:
        from .facts import load
        from .render import render

        facts = load(self.content)
        if self.form:
            facts.report = replace(facts.report, form=self.form)
        resources = self._resources()
        return facts, render(facts, resources).document, resources.read

    def _findings(self, facts: FactSet, document: Document) -> tuple[Finding, ...]:
        """What goes into the files is in Chinese; what the terminal shows is in the user's language."""
        from .check import check_facts

        with speaking("zh_CN"):
            found = check_facts(facts, document, None, prose=True).findings
        shown = any(not finding.acknowledged for finding in found) and language() != "zh_CN"
        self.built.findings = check_facts(facts, document, None, prose=True).findings if shown else found
        # The same bytes wherever the report lies: its files are named as seen from its own folder.
        return tuple(replace(item, path=item.path.removeprefix(f"{facts.folder}/")) for item in found)

    def _gate(self, findings: Iterable[Finding]) -> None:
        errors = [finding for finding in findings if finding.severity == "error" and not finding.acknowledged]
        if not self.draft and errors:
            raise GateError(
                _("a final document is refused while {n} errors stand").format(n=len(errors)),
                where=Position(str(self.content)),
                hint=_(
                    "`summarizer check --prose {content}` shows them; mend them, or acknowledge them in report.yaml with the reason"
                ).format(content=self.content),
            )

    # Writing

    def _write_formats(self, facts: FactSet, document: Document, findings: tuple[Finding, ...]) -> tuple[dict[str, bytes], Manifest]:
        from .document import dumps
        from .writers.facts_json import describe

        model = dumps(document).encode()
        manifest = Manifest(self.id, "draft" if self.draft else "final")
        made: dict[str, bytes] = {}
        work = _Work(facts, document, model, findings, made, manifest)
        pdf = next((format for format in self.formats if format.name == "pdf"), None)
        sent = pdf is not None and self._send(pdf, work)
        self._write_others(work)
        if pdf is not None:
            self._write(pdf, work, sent=sent)
            if glyphs := self._glyphs(facts, document, manifest.written[pdf.filename(self.draft)]):
                # Only the PDF knows which characters no font has; the other drafts say so, too.
                work.findings = findings = findings + glyphs
                self._write_others(work)
        model_name = f"model{self.suffix}.json"
        if not self._reuse(model_name, digest(model), manifest):
            made[model_name] = model
            manifest.written[model_name] = Written(digest(model), len(model), digest(model))
        manifest.findings = [packed(finding) for finding in findings]
        manifest.facts = [describe(fact) for fact in facts.facts.values()]
        manifest.setting = facts.report.setting
        return made, manifest

    def _write_others(self, work: _Work) -> None:
        for format in self.formats:
            if format.name != "pdf":
                self._write(format, work)

    def _send(self, format: Format, work: _Work) -> bool:
        """Let the second process write the PDF, unless it would come out the same or there is none."""
        if self.pdf is None or not self.pdf.start() or self._reusable(format.filename(self.draft), self._key(format, work)):
            return False
        self.pdf.send(work.document, self._job(work))
        return True

    def _write(self, format: Format, work: _Work, *, sent: bool = False) -> None:
        """Write one format, unless it would come out the same."""
        name, key, manifest = format.filename(self.draft), self._key(format, work), work.manifest
        if not sent and self._reuse(name, key, manifest):
            self.built.notes += [
                _("{name}: {text} could not be shown").format(name=name, text=item["text"] or item["kind"])
                for item in manifest.written[name].unrendered
            ]
            return
        output, templates = self._made(format, work, sent)
        work.made[name] = output.data
        unrendered = tuple({"kind": item.kind, "text": item.text} for item in output.unrendered)
        manifest.written[name] = Written(digest(output.data), len(output.data), key, templates, unrendered)
        self.built.notes += [f"{name}: {item.what}" for item in output.unrendered]

    def _made(self, format: Format, work: _Work, sent: bool) -> tuple[Output, dict[str, str]]:
        if sent and self.pdf is not None:
            try:
                return self.pdf.receive()
            except EOFError:
                pass  # the second process has died; this one does it
        job = self._job(work)
        return format.writer()(work.document, job), job.resources.read

    def _job(self, work: _Work) -> Job:
        from .writers.base import Job

        findings = work.findings if self.draft else ()
        return Job(self._resources(), work.facts, findings, self.draft, **work.facts.report.setting)

    def _key(self, format: Format, work: _Work) -> str:
        """What the file depends on, in one hash."""
        facts = work.facts
        values = repr([(fact.id, fact.label, fact.text, fact.provenance, fact.where.line) for fact in facts.facts.values()])
        shown = repr(work.findings if self.draft else ())
        fonts = font_configuration() if format.name == "pdf" else ""
        parts = (work.model.decode(), values, shown, repr(facts.report.setting), repr(versions_of([format])), fonts)
        return digest("\0".join(parts).encode())

    def _glyphs(self, facts: FactSet, document: Document, written: Written) -> tuple[Finding, ...]:
        """The characters that no font has; they bar a final."""
        from .rules import Context
        from .rules.glyph import glyph_findings
        from .writers.base import Unrendered

        missing = [
            Unrendered(_("no font has the character {text}").format(text=item["text"]), item["text"], "glyph")
            for item in written.unrendered
            if item["kind"] == "glyph"
        ]
        if not missing:
            return ()
        from .acknowledgements import acknowledge, acknowledgements

        # Only those that speak of a glyph: the others have found their finding already, or are told as idle.
        known = tuple(item for item in acknowledgements(facts) if item.code == "GLYPH001")
        found = tuple(acknowledge(glyph_findings(missing, Context(facts=facts, document=document)), known, None))
        found = tuple(item for item in found if item.code == "GLYPH001")
        self._gate(found)
        self.built.findings += found
        return found

    def _reusable(self, name: str, key: str) -> bool:
        earlier = self.earlier.written.get(name) if self.earlier else None
        return earlier is not None and earlier.key == key and self._untouched(name) and self._same_templates(earlier.templates)

    def _reuse(self, name: str, key: str, manifest: Manifest) -> bool:
        """Keep a file that would come out the same."""
        if self.earlier is None or not self._reusable(name, key):
            return False
        manifest.written[name] = self.earlier.written[name]
        self.built.kept.append(name)
        return True

    def save(self, work: Made) -> Built:
        """Put what was made into its place, all of it or nothing.

        Raises:
            Overtaken: another build has saved meanwhile. OutputError: it cannot be written.
        """
        made, manifest = work.files, work.manifest
        others = {name: item for name, item in (self.earlier.written if self.earlier else {}).items() if name not in manifest.written}
        manifest.written |= others
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.built.moved = save_files(self.folder, made, self.manifest_path.name, manifest.dumps(), self.earlier)
        except OSError as error:
            raise OutputError(
                _("cannot be written: {reason}").format(reason=reason_of(error)),
                where=Position(str(self.folder)),
                hint=_("choose another folder with --output, or ask for the right to write there"),
            ) from None
        self.built.written = [name for name in made if not name.startswith("model")]
        return self.built


