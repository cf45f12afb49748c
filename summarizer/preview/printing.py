"""The printed pages: the PDF as ``build`` would write it, as pictures, made in a process beside the server."""

from __future__ import annotations

import asyncio
import hashlib
import io
from dataclasses import dataclass, field

from ..document import Document
from ..errors import SummarizerError
from ..i18n import gettext as _
from ..i18n import ngettext
from ..writers import FORMATS
from ..writers.base import Job
from .aside import Aside, Lost
from .board import Board, part
from .cards import Cards
from .follow import Follower
from .view import View

#: A page of 150 dots per inch reads well at the width of a screen.
_SCALE = 150 / 72
#: A report of a hundred pages takes half a minute.
_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and its pages as PNG; pages that look the same have the same name."""

    pdf: bytes
    names: tuple[str, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)


def print_pages(document: Document, job: Job) -> Printed:
    """Lay out ``document`` and draw its pages.

    Raises:
        SummarizerError: a template is broken.
    """
    import pypdfium2

    pdf = FORMATS["pdf"].writer()(document, job).data
    pictures, names = {}, []
    with pypdfium2.PdfDocument(pdf) as pages:
        for page in pages:
            out = io.BytesIO()
            page.render(scale=_SCALE).to_pil().save(out, "PNG", compress_level=1)
            names.append(hashlib.sha256(out.getvalue()).hexdigest()[:32])
            pictures[names[-1]] = out.getvalue()
    return Printed(pdf, tuple(names), pictures)


class Press:
    """Prints the latest view when it is asked to, one at a time, and tells the board."""

    def __init__(self, follower: Follower, board: Board) -> None:
        self.follower = follower
        self.board = board
        self.printed: Printed | None = None
        # A browser may still ask for pages of which it was told before.
        self._before: Printed | None = None
        # The view that was tried last, and the one that the pages show.
        self._of: View | None = None
        self._shown: View | None = None
        self._running: asyncio.Task[None] | None = None
        self._aside = Aside()

    def want(self) -> None:
        """Print, unless the latest view is printed or being printed."""
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._print())

    async def watch(self) -> None:
        """Mark what was printed as old when there is a newer view."""
        number = -1
        while True:
            number = (await self.board.later(number)).number
            busy = self._running is not None and not self._running.done()
            if self._of is not None and self._of is not self.follower.view and not busy:
                text = _("These pages are of {time}; newer ones are not printed yet.").format(time=self._shown.time) if self._shown else ""
                await self._tell(text, "stale")

    async def _print(self) -> None:
        while (view := self.follower.view) is not None and view is not self._of:
            await self._tell(_("Printing …"), "busy")
            try:
                job = await asyncio.to_thread(view.job)
                printed: Printed = await asyncio.to_thread(self._aside.ask, print_pages, view.document, job, seconds=_SECONDS)
            except (SummarizerError, Lost) as error:
                reason = str(error) or _("no answer")
                await self._tell(_("The pages could not be printed: {reason}").format(reason=reason), "fault")
            else:
                self.show(printed)
                self._shown = view
                said = ngettext("{n} page, as of {time}", "{n} pages, as of {time}", len(printed.names))
                line = Cards().line(said.format(n=len(printed.names), time=view.time), "good")
                await self.board.put({"pages": part(Cards().printed(printed.names)), "press": part(line)})
            self._of = view

    def show(self, printed: Printed) -> None:
        """Let these be the pages printed last."""
        self._before, self.printed = self.printed, printed

    def picture(self, name: str) -> bytes | None:
        """Return a page as PNG, of what was printed last or before that."""
        return next((printed.pictures[name] for printed in (self.printed, self._before) if printed and name in printed.pictures), None)

    async def _tell(self, text: str, state: str) -> None:
        await self.board.put({"press": part(Cards().line(text, state))})

    def end(self) -> None:
        """End the process."""
        self._aside.end()
