"""Follow a report: read it again after every save, and put on the board what came out."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from os.path import samestat
from pathlib import Path

from watchfiles import awatch

from ..errors import SummarizerError
from ..i18n import gettext as _
from ..manifest import digest
from .board import Board, part
from .cards import Cards
from .view import View, look

#: Saves that come within so many milliseconds of each other are one; a longer burst is read in between, at the latest after the second.
_QUIET, _BURST = 20, 200
#: The folder is looked at so often even if nothing is reported: shares of other machines report nothing.
_LOOK_MS = 1000
#: A save that cannot be read may be half of one; it is told when nothing more has come for so many seconds.
_HALF = 0.2

_Stamp = frozenset[tuple[str, int, int, int]]


class Follower:
    """Reads one report again and again.

    Args:
        content: its folder.
    """

    def __init__(self, content: Path, board: Board) -> None:
        self.content = content
        self.board = board
        self.view: View | None = None
        self._seen: _Stamp = frozenset()

    async def run(self) -> None:
        """Follow the folder until cancelled."""
        await self.refresh()
        async with aclosing(self._wakes()) as wakes:
            async for _wake in wakes:
                if stamp(self.content) != self._seen:
                    await self.refresh()

    async def refresh(self) -> None:
        """Read the report as it stands now."""
        while True:
            self._seen = stamp(self.content)
            try:
                self.view = await asyncio.to_thread(look, self.content)
            except SummarizerError as error:
                await asyncio.sleep(_HALF)
                if stamp(self.content) == self._seen:
                    return await self._tell(error)
            except Exception as error:  # noqa: BLE001 - a fault of ours must not end the preview
                traceback.print_exception(error, file=sys.stderr)
                reason = f"{type(error).__name__}: {error}"
                return await self._tell(SummarizerError(_("the preview itself failed: {reason}").format(reason=reason)))
            else:
                return await self._show(self.view)

    async def _show(self, view: View) -> None:
        parts = {**view.parts, "trouble": (), "state": part(Cards().line(_("As of {time}").format(time=view.time), "good"))}
        await self.board.put(parts, figures=view.figures, title=view.document.title_text, paper=digest(view.paper.encode())[:16])

    async def _tell(self, error: SummarizerError) -> None:
        cards = Cards()
        trouble = part(cards.trouble(error, str(self.content), page=self.view is not None))
        text = _("Last save unreadable; this is of {time}").format(time=self.view.time) if self.view else _("Nothing to show yet")
        await self.board.put({"trouble": trouble, "state": part(cards.line(text, "stale"))})

    async def _wakes(self) -> AsyncGenerator[None, None]:
        """Yield when something may have changed."""
        while True:
            # A folder that is gone cannot be watched, nor any once the system's limit is reached; it can be looked at.
            with suppress(OSError, RuntimeError):
                folder = self.content.stat()
                async for _changes in awatch(
                    self.content,
                    watch_filter=None,
                    debounce=_BURST,
                    step=_QUIET,
                    rust_timeout=_LOOK_MS,
                    yield_on_timeout=True,
                ):
                    yield
                    if not self.content.is_dir() or not samestat(folder, self.content.stat()):
                        break  # another folder of this name
            await asyncio.sleep(_LOOK_MS / 1000)
            yield


def stamp(content: Path) -> _Stamp:
    """Return what tells one state of the report's files from another: name, time, size, and which file it is."""
    found = []
    for paths in (content.glob("*.y*ml"), (content / "templates").rglob("*")):
        with suppress(OSError):  # a folder is gone since the one above it was read
            for path in paths:
                with suppress(OSError):  # gone since its folder was read
                    status = path.stat()
                    found.append((str(path), status.st_mtime_ns, status.st_size, status.st_ino))
    return frozenset(found)
