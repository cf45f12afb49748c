"""A document that somebody dropped onto the page: it may come from anywhere, so another process reads it."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePath

from ..audit import audit_reading
from ..errors import Position, ReadError
from ..i18n import gettext as _
from ..i18n import ngettext
from ..readers import read
from ..readers.sniff import sniff
from ..reporters.base import figures, in_file_order
from ..reporters.excerpt import clean
from ..reporters.html_text import full_texts
from .aside import Aside, Lost
from .board import Part, part
from .cards import Cards

#: Larger than any report without photographs.
MAX_BYTES = 20 * 1024 * 1024
_SECONDS, _MEMORY = 60.0, 2 * 1024**3
#: Formats that another office program would have to open first.
_FOREIGN = ("doc", "wps")


@dataclass(frozen=True, slots=True)
class Audited:
    """A document as the page shows it. ``findings`` counts them."""

    name: str
    findings: int
    parts: dict[str, Part]


def audit_document(path: Path, name: str) -> Audited:
    """Read and judge the document at ``path``.

    Args:
        name: as the user calls it.

    Raises:
        ReadError: it cannot be read, and why.
    """
    if sniff(path.read_bytes(), path.suffix.removeprefix("."), name) in _FOREIGN:
        raise ReadError(_("an old Word or WPS file is not opened here"), where=Position(name), hint=_("save it as DOCX in Word or WPS"))
    reading = read(path, name)
    report = audit_reading(reading, datetime.date.today())
    findings = in_file_order(report)
    total, checked = figures(report)
    said = [
        name,
        ngettext("{n} finding", "{n} findings", len(findings)).format(n=len(findings)),
        _("{checked} of {all} figures checked").format(checked=checked, all=total),
        *report.sources[0].notes,
    ]
    cards = Cards()
    (text,) = full_texts(report, findings)
    notes = (cards.note(n, finding, finding.quote, finding.end > finding.start) for n, finding in enumerate(findings, 1))
    state = part(line for words in said for line in cards.line(words, "good"))
    return Audited(name, len(findings), {"said": state, "text": part(cards.text(text.chunks, text.tags)), "dropped": part(notes)})


class Inbox:
    """Audits one document at a time."""

    def __init__(self) -> None:
        self._aside = Aside(_MEMORY)

    def audit(self, data: bytes, name: str) -> Audited:
        """Audit a document in the other process. It blocks.

        Args:
            name: as the user calls it; what stands before the last ``/`` or ``\\`` is left out.

        Raises:
            ReadError: it cannot be read, or it takes more than any document should.
        """
        name = clean(PurePath(name.replace("\\", "/")).name)[:120] or "?"
        suffix = "".join(letter for letter in PurePath(name).suffix.lower() if letter.isascii() and letter.isalnum())
        # Made here, so that it goes away even if the process is ended in the middle.
        with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
            path = Path(folder, f"document.{suffix[:8]}")
            path.write_bytes(data)
            try:
                audited: Audited = self._aside.ask(audit_document, path, name, seconds=_SECONDS)
            except Lost:
                raise ReadError(
                    _("reading it took too much time or memory, and was stopped"),
                    where=Position(name),
                    hint=_("`summarizer audit` in the terminal has no such limit; is the file what it should be?"),
                ) from None
        return audited

    def end(self) -> None:
        """End the process."""
        self._aside.end()
