"""``summarizer audit``."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from ..audit import YOUNG, audit_reading
from ..audit import audit as judge
from ..batch import Executor, Progress
from ..batch.auditing import audit_all
from ..check import Report
from ..errors import Position, SummarizerError
from ..i18n import gettext as _
from ..i18n import ngettext, speaking
from .batching import batching
from .judging import EXIT_STATUS, Choices, judging, leave
from .terminal import tell_kept


@click.command(
    help=_("Read the claims in any document, judge them, and show the working. A folder means the documents in it.") + "\n\n" + EXIT_STATUS
)
@click.argument("files", metavar="FILE|DIR|GLOB…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--annotate",
    metavar="OUT.docx",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a copy of the one DOCX with the findings as comments at the exact words."),
)
@judging
@batching
def audit(files: tuple[Path, ...], annotate: Path | None, choices: Choices, executor: Executor) -> None:
    """Audit documents."""
    gc.set_threshold(YOUNG)  # for the life of this process: see there
    if annotate is None:
        progress = Progress()
        leave(audit_all(files, choices.day, executor, progress, brief=choices.brief), choices, progress)
    report, said = _annotated(files, annotate, choices)
    if said:
        click.echo(said, err=True)
    leave([report], choices)


def _annotated(files: tuple[Path, ...], out: Path, choices: Choices) -> tuple[Report, str]:
    """Audit one DOCX and write its copy; return the report and what to say of the copy, nothing if there is none."""
    from ..annotate import annotate
    from ..readers import discover, read
    from ..reporters.catalogue import chosen
    from ..reporters.saving import need_docx, save_document

    need_docx(out, "--annotate")
    documents = discover(files)
    if len(documents) != 1:
        raise SummarizerError(_("--annotate takes one document, not {n}").format(n=len(documents)), hint=_("name the DOCX that you mean"))
    path = documents[0]
    if _same(path, out):
        raise SummarizerError(
            _("the annotated copy would replace the document itself"),
            where=Position(str(out)),
            hint=_("name another file after --annotate"),
        )
    if choices.output is not None and _same(choices.output, out):
        raise SummarizerError(
            _("the report and the annotated copy would be one file"), where=Position(str(out)), hint=_("name another file after --annotate")
        )
    try:
        reading = read(path)
        data = path.read_bytes()
    except (SummarizerError, OSError):
        return judge([path], today=choices.day), ""  # says why it cannot be read
    if reading.format != "docx":
        raise SummarizerError(
            _("only a DOCX can be annotated; this is read as {format}").format(format=reading.format),
            where=Position(str(path)),
            hint=_("open it in Word or WPS and save it as DOCX"),
        )
    report = audit_reading(reading, choices.day)
    # What stands inside a document is Chinese, whatever the terminal speaks.
    with speaking("zh_CN"):
        findings = chosen(audit_reading(reading, choices.day), choices.select, choices.ignore).findings
    kept = save_document(out, annotate(data, reading, findings, choices.day))
    tell_kept(out, kept)
    text = ngettext("{path}: {n} comment", "{path}: {n} comments", len(findings))
    return report, text.format(path=out, n=len(findings))


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other) or (one.exists() and other.exists() and one.samefile(other))
