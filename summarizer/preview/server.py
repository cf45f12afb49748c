"""Run the preview: take a port of the loopback, say the address, open the browser, serve until Ctrl-C."""

from __future__ import annotations

import errno
import logging
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from ..errors import Position, SummarizerError, reason_of
from ..i18n import gettext as _
from .app import Preview

HOST = "127.0.0.1"
#: The port that is taken if it is free, and so many behind it are tried.
PORT, TRIED = 8765, 30


def serve(content: Path, port: int | None, *, browser: bool, say: Callable[[str], None]) -> None:
    """Serve the preview of the report in ``content`` until it is interrupted.

    Args:
        port: this one and no other; None for the first that is free.
        browser: whether to open the page there.
        say: told what the user should know, first of all the address.

    Raises:
        SummarizerError: the port is taken, or none is free.
    """
    listening = listen(port)
    taken = listening.getsockname()[1]
    secret = secrets.token_urlsafe(18)
    address = f"http://{HOST}:{taken}/{secret}/"
    if port is None and taken != PORT:
        say(_("Port {port} is taken; this preview uses {other}.").format(port=PORT, other=taken))
    say(_("Preview of {content}: {address}").format(content=content, address=address))
    say(_("It follows every save. The address is for you alone; Ctrl-C ends it."))
    config = uvicorn.Config(
        Preview(content).app(taken, secret),
        log_level="error",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=1,
    )
    server = _Server(config, address if browser else "")
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    say(_("The preview has ended."))


class _Server(uvicorn.Server):
    """A server that opens the browser once it answers."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address
        # Pages that are still open are cut off at the end; nobody needs to hear of it.
        logging.getLogger("uvicorn.error").addFilter(lambda _record: not self.should_exit)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self._address and not self.should_exit:
            # Some browsers return only when they are closed.
            threading.Thread(target=webbrowser.open, args=(self._address,), daemon=True).start()


def listen(port: int | None) -> socket.socket:
    """Return a socket of the loopback that listens on ``port``, or on the first free one.

    Raises:
        SummarizerError: it is taken, not allowed, or none is free.
    """
    for number in (port,) if port is not None else range(PORT, PORT + TRIED):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, number))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if port is not None or error.errno != errno.EADDRINUSE:
                raise _no_port(number, error) from None
        else:
            return listening
    raise SummarizerError(
        _("no port from {first} to {last} is free").format(first=PORT, last=PORT + TRIED - 1), hint=_("name a free one with --port")
    )


def _no_port(port: int, error: OSError) -> SummarizerError:
    where = Position(f"{HOST}:{port}")
    if error.errno == errno.EADDRINUSE:
        hint = _("is another preview running? Leave --port out, and the next free port is used")
        return SummarizerError(_("port {port} is taken").format(port=port), where=where, hint=hint)
    reason = reason_of(error)
    return SummarizerError(_("port {port} cannot be used: {reason}").format(port=port, reason=reason), where=where)
