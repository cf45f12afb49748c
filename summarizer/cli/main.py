"""The ``summarizer`` command: a lazy group, so that each command imports only what it uses."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from .. import __version__
from ..errors import SummarizerError, reason_of
from ..i18n import N_
from ..i18n import gettext as _
from .click_words import translate_click

#: Command → (module, one line for the overview).
COMMANDS = {
    "audit": ("audit", N_("read the claims in any document, and judge them")),
    "build": ("build", N_("write a report as DOCX, PDF, web page and text")),
    "check": ("check", N_("judge what the facts claim, and show the working")),
    "diff": ("diff", N_("show what changed since the last build, or between two states")),
    "doctor": ("doctor", N_("say what is installed, what is missing, how to mend it")),
    "explain": ("rules", N_("explain a finding's code")),
    "facts": ("facts", N_("list figures, where they are used, why they are so")),
    "inspect": ("inspect", N_("measure a DOCX or PDF against the official format")),
    "new": ("new", N_("make a commented report to fill in")),
    "preview": ("preview", N_("show a report in the browser while it is written")),
    "publish": ("publish", N_("publish a reviewed report: the package for the county's system, the site")),
    "rules": ("rules", N_("list everything that is checked")),
    "schema": ("schema", N_("print the JSON Schema of the YAML files, for editors")),
    "verify": ("verify", N_("hold a published site against its ledger")),
    "withdraw": ("withdraw", N_("take a published report down, and leave a notice")),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"summarizer.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name, None) or module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the overview without importing a command."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(COMMANDS[name][1])) for name in self.list_commands(ctx)])


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Draft, check and publish a bureau's annual work summary."),
)
@click.version_option(__version__, prog_name="summarizer")
def cli() -> None:
    """The group itself does nothing."""


def main() -> None:
    """Run the command line; a user's mistake is a message, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    translate_click()
    try:
        cli(standalone_mode=True)
    except SummarizerError as error:
        click.echo(_("Error: {error}").format(error=error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except OSError as error:
        if error.filename is not None:
            raise
        # Standard output itself: a full disk behind `> file`.
        click.echo(_("Error: {error}").format(error=reason_of(error)), err=True)
        sys.exit(2)
