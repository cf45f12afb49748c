"""What the preview answers: the page, its changes as they come, the printed pages, and what was found in a dropped document."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from sse_starlette import EventSourceResponse, JSONServerSentEvent
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from ..errors import Position, ReadError, SummarizerError
from ..i18n import gettext as _
from ..i18n import language
from ..official import PROFILES
from ..resources import Resources, shipped
from ..writers import FORMATS
from ..writers.html_template import render
from .board import Board, State, changes, part, patch
from .cards import Cards
from .follow import Follower
from .guard import Guard
from .inbox import MAX_BYTES, Inbox
from .printing import Press
from .sheet import style
from .words import page_words, script_words

PAGE = "preview/page.html.j2"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_FILES = ("preview.js", "patch.js", "reading.js", "preview.css", "icon.svg")


class Preview:
    """The preview of one report.

    Args:
        content: its folder.
    """

    def __init__(self, content: Path) -> None:
        self.content = content
        self.board = Board()
        self.follower = Follower(content, self.board)
        self.press = Press(self.follower, self.board)
        self.inbox = Inbox()
        self._auditing = asyncio.Lock()

    def app(self, port: int, secret: str) -> ASGIApp:
        """Return the application that answers on ``port``, below ``/<secret>/``."""
        routes = [
            Route("/", self.page),
            Route("/events", self.events),
            Route("/paper.css", self.paper),
            Route("/web", self.web),
            Route("/pdf/report.pdf", self.pdf),
            Route("/pdf/{name}.png", self.picture),
            Route("/print", self.print, methods=["POST"]),
            Route("/audit", self.audit, methods=["POST"]),
            *(Route(f"/{name}", self.file) for name in _FILES),
        ]
        return Guard(Starlette(routes=routes, lifespan=self._lifespan), port, secret)

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(one) for one in (self.follower.run(), self.press.watch())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task
            self.press.end()
            self.inbox.end()

    async def page(self, _request: Request) -> Response:
        """The page with everything in it, so that it shows something before its script runs."""
        state = await self.board.later(0)
        parts = {name: [(fragment.key, fragment.html) for fragment in fragments] for name, fragments in state.parts.items()}
        return HTMLResponse(
            render(
                Resources(),
                PAGE,
                lang="zh-CN" if language() == "zh_CN" else "en",
                folder=str(self.content),
                number=state.number,
                title=state.title,
                paper=state.paper,
                parts=parts,
                words=page_words(),
                settings={"words": script_words(), "number": state.number, "megabytes": MAX_BYTES // 2**20},
            )
        )

    async def events(self, request: Request) -> Response:
        """What changes, as it changes. A page says what it shows; if that is no longer known here, it gets everything."""
        state = self.board.state
        shown = state if request.query_params.get("number") == str(state.number) else None

        async def stream() -> AsyncIterator[JSONServerSentEvent]:
            old = shown
            while True:
                new = await self.board.later(old.number if old else -1)
                differing = changes(old, new)
                strip = part(Cards().changes(differing, self.follower.view.time if self.follower.view else ""))
                told = [[change.fact, change.label, change.after] for change in differing]
                yield JSONServerSentEvent({**patch(old, new), "changed": told, "strip": [piece.html for piece in strip]}, event="patch")
                old = new

        return EventSourceResponse(stream(), ping=20)

    async def paper(self, _request: Request) -> Response:
        """The look of the paper, as the report is set."""
        view = self.follower.view
        return Response(view.paper if view else style(PROFILES["gbt9704"]), media_type="text/css")

    async def file(self, request: Request) -> Response:
        """A script, a style sheet, the icon."""
        path = shipped("templates") / "preview" / request.scope["path"].removeprefix("/")
        return Response(path.read_bytes(), media_type=_TYPES[path.suffix])

    async def web(self, _request: Request) -> Response:
        """The web page as ``build`` would write it; it brings its own, stricter policy for its one style sheet."""
        await self.board.later(0)
        if (view := self.follower.view) is None:
            raise HTTPException(404)
        try:
            data = await asyncio.to_thread(lambda: FORMATS["html"].writer()(view.document, view.job()).data)
        except SummarizerError as error:
            return PlainTextResponse(str(error) + "\n", 500)
        return HTMLResponse(data, headers={"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:"})

    async def print(self, _request: Request) -> Response:
        """Print the pages of what is shown now; the board tells when they are there."""
        self.press.want()
        return Response(status_code=202)

    async def pdf(self, _request: Request) -> Response:
        """The PDF printed last."""
        if self.press.printed is None:
            raise HTTPException(404)
        return Response(self.press.printed.pdf, media_type="application/pdf")

    async def picture(self, request: Request) -> Response:
        """A printed page; its name follows from its bytes, so a browser may keep it."""
        if (data := self.press.picture(request.path_params["name"])) is None:
            raise HTTPException(404)
        return Response(data, media_type="image/png", headers={"cache-control": "private, max-age=3600, immutable"})

    async def audit(self, request: Request) -> Response:
        """Audit the document in the request's body."""
        name = request.query_params.get("name", "")[:400]
        try:
            data = await _body(request, name)
            async with self._auditing:
                audited = await asyncio.to_thread(self.inbox.audit, data, name)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except SummarizerError as error:
            message = "\n".join(filter(None, (error.message, error.hint)))
            # That a document cannot be read is a result, and no fault of the request.
            return JSONResponse({"error": message, "name": name}, 413 if isinstance(error, _TooLarge) else 200)
        return JSONResponse({**patch(None, State(parts=audited.parts)), "name": audited.name, "findings": audited.findings})


class _TooLarge(ReadError):
    """A document that is not read to its end."""


async def _body(request: Request, name: str) -> bytes:
    """Return the request's body.

    Raises:
        ReadError: it is larger than a document may be; the rest of it is not read.
    """
    told = request.headers.get("content-length", "")
    taken = bytearray()
    if not (told.isdigit() and int(told) > MAX_BYTES):
        async for chunk in request.stream():
            taken += chunk
            if len(taken) > MAX_BYTES:
                break
        else:
            return bytes(taken)
    message = _("the file is larger than {n} MB").format(n=MAX_BYTES // 2**20)
    raise _TooLarge(message, where=Position(name), hint=_("is this the right file?"))
