"""What ``check`` and ``audit`` share: their options, and the way a report leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from ..batch import Progress
from ..check import Report, joined
from ..findings import Severity
from ..i18n import gettext as _
from ..reporters import REPORTERS, SHOW_CLAIMS, STREAMED, ReportOptions, exit_status
from ..reporters import write as report_as
from ..reporters.catalogue import chosen, codes_of
from .terminal import columns, in_colour

_FAIL_ON = [*(severity.value for severity in Severity), "never"]

EXIT_STATUS = _("Leaves with 0 if nothing was found at or above --fail-on, with 1 if something was, with 2 if a source could not be read.")


@dataclass(frozen=True, slots=True)
class Choices:
    """The options as given."""

    format_: str
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    claims: bool
    uncovered: bool
    today: datetime | None
    output: Path | None

    @property
    def day(self) -> date:
        """The day to judge as of."""
        return self.today.date() if self.today else date.today()

    @property
    def brief(self) -> bool:
        """Whether no claim is shown, and no figure that is in none."""
        return not (self.claims or self.uncovered or self.format_ in SHOW_CLAIMS)

    def known(self) -> None:
        """Refuse a misspelt code before anything is judged."""
        codes_of((*self.select, *self.ignore))


def judging(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options; it is called with them as ``choices``."""

    @wraps(command)  # with the options that it has already
    def with_choices(**values: Any) -> None:
        names = Choices.__slots__
        choices = Choices(**{name: values.pop(name) for name in names})
        choices.known()
        command(choices=choices, **values)

    wrapped: Callable[..., None] = with_choices
    for option in reversed(
        (
            click.option(
                "--format", "-f", "format_", type=click.Choice(list(REPORTERS)), default="text", show_default=True, help=_("How to report.")
            ),
            click.option(
                "--fail-on", type=click.Choice(_FAIL_ON), default="error", show_default=True, help=_("The least severity that fails.")
            ),
            click.option(
                "--select", multiple=True, metavar="WORDS", help=_("Only these codes, names or kinds; commas between, may be repeated.")
            ),
            click.option("--ignore", multiple=True, metavar="WORDS", help=_("Without these codes, names or kinds.")),
            click.option("--claims", is_flag=True, help=_("List every claim that was judged, also those that hold.")),
            click.option("--uncovered", is_flag=True, help=_("List the figures that no judged claim uses.")),
            click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=_("Judge as of this day instead of by the clock.")),
            click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help=_("Write the report into this file.")),
        )
    ):
        wrapped = option(wrapped)
    return wrapped


def leave(reports: Iterable[Report], choices: Choices, progress: Progress | None = None) -> NoReturn:
    """Write the reports as one and leave; a source that cannot be read decides the exit status before all findings do.

    Args:
        reports: a format that can be streamed is written as they come.
        progress: goes aside for what is written.
    """
    progress = progress or Progress()
    colour = choices.output is None and in_colour()
    options = ReportOptions(
        claims=choices.claims,
        uncovered=choices.uncovered,
        fail_on=None if choices.fail_on == "never" else Severity(choices.fail_on),
        today=choices.day,
        colour=colour,
        width=columns(),
        unread=choices.output is not None,
    )
    texts: list[str] = []
    status = 0
    for report in reports if choices.format_ in STREAMED else [joined(reports)]:
        report = chosen(report, choices.select, choices.ignore)
        text = report_as(choices.format_, report, options)
        if choices.output is None:
            with progress.aside():
                click.echo(text, nl=False, color=colour)
        else:
            texts.append(text)
        status = max(status, exit_status(report, options.fail_on))
        _tell_unread(report)
    if choices.output is not None:
        from ..reporters.saving import save

        save(choices.output, "".join(texts))
    raise SystemExit(status)


def _tell_unread(report: Report) -> None:
    """Say on standard error what could not be read."""
    for source in report.sources:
        if source.error is not None:
            click.echo(_("Error: {error}").format(error=source.error), err=True)
