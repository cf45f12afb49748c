"""``summarizer diff``."""

from __future__ import annotations

from pathlib import Path

import click

from ..changes.comparison import Comparison, State, compare
from ..changes.redline import AUTHOR
from ..errors import Position, SummarizerError
from ..i18n import gettext as _
from ..reporters.base import ReportOptions
from ..reporters.changes import REPORTERS, write
from ..states import last_build, of_revision, state
from .terminal import columns, in_colour, tell_written


@click.command(
    help=_("Show what changed from A to B: figures, sentences, findings. With A alone, from its last build to A.")
    + "\n\n"
    + _("A and B are content folders, folders of builds, their manifests, or REV:PATH in git.")
    + "\n\n"
    + _("Leaves with 0 if nothing changed, with 1 if something did, with 2 if one of the two cannot be read.")
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@click.option("--rev", metavar="REV", help=_("Compare A with itself as it was in this git revision."))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help=_("The folder with the last build.")
)
@click.option("--format", "-f", "format_", type=click.Choice(list(REPORTERS)), default="text", show_default=True, help=_("How to report."))
@click.option("--save", type=click.Path(path_type=Path, dir_okay=False), help=_("Write the report into this file."))
@click.option(
    "--redline",
    metavar="OUT.docx",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a DOCX with the changes tracked, to accept or reject one by one."),
)
@click.option(
    "--author",
    default=AUTHOR,
    show_default=True,
    envvar="SUMMARIZER_AUTHOR",
    show_envvar=True,
    help=_("The office that the tracked changes are by."),
)
def diff(
    a: str, b: str | None, rev: str | None, output: Path, format_: str, save: Path | None, redline: Path | None, author: str
) -> None:  # fmt: skip
    """Compare two states of a report."""
    if redline is not None:
        _refuse(redline, save)
    comparison = compare(*_states(a, b, rev, output))
    colour = save is None and in_colour()
    text = write(format_, comparison, ReportOptions(colour=colour, width=columns()))
    if save is None:
        click.echo(text, nl=False, color=colour)
    else:
        _save(save, text)
        tell_written(save)
    if redline is not None and comparison.same_text:
        click.echo(_("nothing changed in the text: no redline was written"), err=True)
    elif redline is not None:
        _redline(redline, comparison, author)
    raise SystemExit(0 if comparison.same else 1)


def _states(a: str, b: str | None, rev: str | None, output: Path) -> tuple[State, State]:
    """Return what to compare with what."""
    if rev is not None:
        if b is not None:
            raise SummarizerError(_("--rev goes with one report"), hint=_("name two revisions as {rev}:{path}").format(rev=rev, path=a))
        return of_revision(rev, Path(a).absolute()), state(a)
    if b is not None:
        return state(a), state(b)
    after = state(a)
    if after.kind != "content":
        hint = _("name a second one; only a content folder is compared with its last build")
        raise SummarizerError(_("nothing to compare with"), where=Position(a), hint=hint)
    return last_build(Path(a), output), after


def _refuse(redline: Path, save: Path | None) -> None:
    from ..reporters.saving import need_docx

    need_docx(redline, "--redline")
    if save is not None and save.resolve() == redline.resolve():
        raise SummarizerError(
            _("the report and the redline would be one file"), where=Position(str(redline)), hint=_("name another file after --redline")
        )


def _redline(path: Path, comparison: Comparison, author: str) -> None:
    from ..changes.tracked import write as write_docx
    from ..reporters.saving import save_document
    from ..resources import Resources
    from ..writers.base import Job

    after = comparison.after
    made = write_docx(comparison.old, after.document, Job(Resources(), after.facts, **after.setting), author or AUTHOR)
    tell_written(path, save_document(path, made.data))
    for item in made.unrendered:
        click.echo(_("note: {text}").format(text=item.what), err=True)


def _save(path: Path, content: str) -> None:
    from ..reporters.saving import save

    save(path, content)
