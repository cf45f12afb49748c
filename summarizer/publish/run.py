"""``summarizer publish`` from beginning to end: gate → released files → site → package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..document import Document
from ..errors import OutputError, Position
from ..i18n import gettext as _
from .folder import SiteFolder
from .gate import refuse
from .package import package_files, state_of, write_package
from .pages import load_pages
from .prepare import Prepared, prepare
from .publisher import Done, Publisher, now
from .review_sheet import review_sheet, save_sheet, written


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a report goes.

    Args:
        site, package: folders. sheet: a file for the review sheet. settings: the site's ``site.yaml``.
    """

    site: Path | None = None
    package: Path | None = None
    sheet: Path | None = None
    settings: Path | None = None


@dataclass(slots=True)
class Outcome:
    """What became of it.

    Args:
        site: None without a site. kept: a package that somebody had changed, under its new name.
        notes: sentences for the user.
    """

    fingerprint: str
    site: Done | None = None
    kept: Path | None = None
    notes: list[str] = field(default_factory=list)


def publish(
    content: Path, targets: Targets, today: date | None = None, reason: str = "", ask: Callable[[], str] = str,
    wrote: Callable[[Path, Path | None], None] = lambda path, kept: None,
) -> Outcome:  # fmt: skip
    """Publish the report in ``content``; without a target, say whether it could be.

    The review sheet is written in any case: it is what a report that still lacks its review is reviewed with.

    Args:
        today: the day to judge as of, without a target; what is published is judged as of the clock's.
        reason: why a published report is changed. ask: asks for it when it is needed and not given.
        wrote: hears of the sheet, and of the new name of another file that was there, before anything is refused.

    Raises:
        Refused: the gate; all reasons. SummarizerError: something cannot be read or written; nothing was changed.
        OutputError: the package or the sheet would lie on the site; or it would be published as of another day than today.
    """
    folder = SiteFolder(targets.site) if targets.site else None
    _refuse_targets(targets, folder, today)
    pages = load_pages(targets.settings, folder, content)
    prepared = prepare(content, pages.required, today or now().date())
    publisher = Publisher(folder, pages) if folder else None
    outcome = Outcome(prepared.fingerprint)
    outcome.notes += dict.fromkeys(item.what for file in prepared.files for item in file.unrendered if item.kind == "font")
    if targets.sheet:
        wrote(targets.sheet, save_sheet(targets.sheet, _sheet(prepared, publisher.head() if publisher else "")))
    refuse(str(content), prepared.reasons)
    if targets.package:
        state_of(targets.package)
        package_files(prepared, b"")  # what stands against it is said before the site changes
    if publisher:
        changed = publisher.needs_reason(prepared)
        outcome.notes += _notes(prepared, publisher, changed=changed)
        outcome.site = publisher.publish(prepared, reason or (ask() if changed else ""))
    if targets.package:
        sheet = written(_sheet(prepared, outcome.site.head if outcome.site else ""), "docx")
        try:
            outcome.kept = write_package(targets.package, package_files(prepared, sheet), prepared)
        except OutputError as error:
            if outcome.site and outcome.site.action:
                error.message = _("{problem} (the site has been published)").format(problem=error.message)
            raise
    return outcome


def _refuse_targets(targets: Targets, folder: SiteFolder | None, today: date | None) -> None:
    if today and (targets.site or targets.package):
        hint = _("leave --today out; or leave --site and --package out, to hear whether it could be published on that day")
        raise OutputError(_("what is published is judged as of the day on which it goes out"), hint=hint)
    for path in (targets.package, targets.sheet) if folder else ():
        if folder and path and folder.meets(path):
            hint = _("name a place outside of the site: everything in it is public")
            message = _("package and review sheet stay in the house, and this lies on the site")
            raise OutputError(message, where=Position(str(path)), hint=hint)


def _sheet(prepared: Prepared, head: str) -> Document:
    attachments = [item.attachment for item in prepared.files]
    return review_sheet(prepared.facts, prepared.public, prepared.fingerprint, prepared.findings, prepared.settled, attachments, head)


def _notes(prepared: Prepared, publisher: Publisher, *, changed: bool) -> Iterator[str]:
    said = prepared.document.metadata.published
    if said and said != now().date().isoformat():
        yield _("report.yaml says published {said}; the page shows when it really goes out, by the clock").format(said=said)
    review, last = prepared.facts.report.review, publisher.published(prepared.id) if changed else None
    if review and review.steps and last and not review.fingerprint and review.steps[-1].day < last:
        yield _("the review was signed on {signed}, before the version that this one replaces went out: have the change reviewed").format(
            signed=review.steps[-1].day
        )
