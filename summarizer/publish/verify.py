"""Verify a site against its ledger: every file, every line, and the head hash that somebody printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import Position, ReadError, SummarizerError
from ..i18n import gettext as _
from .folder import files_below, hash_of
from .ledger import NAME, Fault, Ledger, read_ledger

#: A printed head hash may be given by its first digits.
SHORTEST_HEAD = 12


@dataclass(frozen=True, slots=True)
class Verification:
    """A site held against its ledger.

    Args:
        head: hash of the ledger's last line. lines: of the ledger. files: that it names. seen: which line has the hash asked for.
        faults: all that does not agree; empty if all does.
    """

    head: str
    lines: int
    files: int
    faults: tuple[Fault, ...]
    seen: int = 0


def verify(site: Path, head: str = "") -> Verification:
    """Hold the site in ``site`` against its ledger; a copy of it on another machine will do.

    Args:
        head: a head hash as it was printed, or its first digits: it must be that of one of the lines.

    Raises:
        ReadError: there is no site in that folder. SummarizerError: ``head`` cannot be a head hash.
    """
    wanted = _wanted(head)
    root = site.resolve()
    if not (root / NAME).is_file():
        hint = _("name the folder that was given to `summarizer publish --site`")
        raise ReadError(_("there is no site with a ledger in this folder"), where=Position(str(site)), hint=hint)
    ledger = read_ledger((root / NAME).read_bytes())
    faults = [*ledger.faults, *_of_files(root, ledger)]
    seen = next((number for number, known in enumerate(ledger.hashes, 1) if wanted and known.startswith(wanted)), 0)
    if wanted and not seen:
        faults.append(_of_head(wanted))
    return Verification(ledger.head, len(ledger.lines), len(ledger.files), tuple(faults), seen)


def _wanted(head: str) -> str:
    """Return the hash as the ledger writes it."""
    wanted = "".join(head.split()).lower()
    hint = _("copy it from a printed line “ledger head”: {least} to 64 digits and letters a to f").format(least=SHORTEST_HEAD)
    if head and not re.fullmatch("[0-9a-f]{0,64}", wanted):
        raise SummarizerError(_("{text} is no head hash").format(text=head), hint=hint)
    if head and len(wanted) < SHORTEST_HEAD:
        raise SummarizerError(_("{n} digits of a head hash are too few").format(n=len(wanted)), hint=hint)
    return wanted


def _of_head(wanted: str) -> Fault:
    message = _("no line of the ledger has the hash {head}: it was written anew since that was printed").format(head=wanted[:16])
    return Fault("head", NAME, message, _("compare the site with a copy from then; ask who had access"))


def _of_files(root: Path, ledger: Ledger) -> Iterator[Fault]:
    there = dict(files_below(root))
    there.pop(NAME, None)
    hint = _("publish the report again: pages are made anew; a file that cannot be made anew comes back from a copy")
    for name, digest in sorted(ledger.files.items()):
        path = there.pop(name, None)
        if path is None:
            yield Fault("missing", name, _("the file is missing"), hint)
        elif path.is_symlink() or not path.is_file():
            yield Fault("changed", name, _("this is no ordinary file"), hint)
        elif hash_of(path) != digest:
            yield Fault("changed", name, _("the file is not the one that was published"), hint)
    # Where the ledger could not be read to its end, it does not tell which files belong to the site.
    if not any(fault.kind == "ledger" for fault in ledger.faults):
        for name in sorted(there):
            yield Fault("extra", name, _("this file was not published"), _("find out who put it there, then remove it"))
