"""``summarizer doctor``: what is there, what is missing, and how to mend it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path

import click

from ..doctor import Check, State, examine, healthy
from ..i18n import N_, enumerated
from ..i18n import gettext as _

_WORDS = {
    State.OK: N_("ok"),
    State.STAND_IN: N_("stand-in"),
    State.MISSING: N_("missing"),
    State.OPTIONAL: N_("optional"),
}
_COLOURS = {State.OK: "green", State.STAND_IN: "yellow", State.MISSING: "red", State.OPTIONAL: "yellow"}


@click.command(
    "doctor",
    help=_("Say what is there, what is missing, which fonts stand in, and how to mend each.")
    + "\n\n"
    + _("Leaves with 0 if everything that building needs is there, else with 1."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print the checks as JSON."))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help=_("The folder that builds are to be written to."),
)
def command(as_json: bool, output: Path) -> None:
    """Print what :func:`summarizer.doctor.examine` found."""
    checks = examine(output)
    well = healthy(checks)
    if as_json:
        click.echo(json.dumps({"ok": well, "checks": [asdict(check) for check in checks]}, ensure_ascii=False, indent=2))
    else:
        for line in _table(checks):
            click.echo(line)
        click.echo()
        click.echo(_summary(checks))
    raise SystemExit(0 if well else 1)


def _summary(checks: tuple[Check, ...]) -> str:
    missing = [check.name for check in checks if check.state is State.MISSING]
    if missing:
        return _("To be mended before documents can be built: {names}").format(names=enumerated(missing))
    if any(check.state is State.STAND_IN for check in checks):
        return _("Documents can be built. Word files name the official fonts; PDF files made here use the stand-ins.")
    return _("Documents can be built.")


def _table(checks: tuple[Check, ...]) -> Iterator[str]:
    words = {state: _(word) for state, word in _WORDS.items()}
    first = max(_width(word) for word in words.values())
    second = max(_width(check.name) for check in checks)
    for check, following in zip_longest(checks, checks[1:]):
        word = click.style(_pad(words[check.state], first), fg=_COLOURS[check.state])
        yield f"{word}  {_pad(check.name, second)}  {check.detail}".rstrip()
        # Said once for all the fonts that are mended the same way.
        if check.mend and (following is None or following.mend != check.mend):
            yield f"{' ' * (first + second + 4)}→ {check.mend}"


def _width(text: str) -> int:
    """Columns in a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
