"""Who may speak with the preview: the browser of whoever started it, at the address it was told, and nobody else.

The server listens on the loopback only, but any web page may make a browser send requests there, under a name of its own
(DNS rebinding) or not, and on a shared machine so may other users. So the name of the host must be the loopback's, a page
that asks must be our own, and every path begins with a secret that is made anew at every start.
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..i18n import gettext as _

#: Scripts and styles are files of ours; nothing else is run, loaded, framed or asked for.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # The address holds the secret.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Passes on what may come in, with the secret taken off the path; answers the rest itself.

    Args:
        port: the one listened on.
        secret: the first part of every path.
    """

    def __init__(self, app: ASGIApp, port: int, secret: str) -> None:
        self.app = app
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self.secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return None
        refused = self._refused(Headers(scope=scope))
        path = scope["path"].removeprefix("/").partition("/")
        if not refused and not secrets.compare_digest(path[0].encode(), self.secret.encode()):
            refused = _("Open the address that the terminal shows; it changes with every start.")

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if refused:
            return await PlainTextResponse(refused + "\n", 403)(scope, receive, with_headers)
        rest = f"/{path[2]}"
        return await self.app({**scope, "path": rest, "raw_path": rest.encode(), "root_path": ""}, receive, with_headers)

    def _refused(self, headers: Headers) -> str:
        """Why a request is refused; empty if it is not."""
        host, origin = headers.get("host", "").lower(), headers.get("origin")
        if host not in self.hosts or len(headers.getlist("host")) != 1:
            return _("This address is not the preview's own.")
        # A link in another page may lead here, since it has the secret; nothing else of another page may.
        elsewhere = headers.get("sec-fetch-site") in ("cross-site", "same-site") and headers.get("sec-fetch-mode") != "navigate"
        if elsewhere or (origin is not None and origin.lower() != f"http://{host}"):
            return _("Another web page asked for this; it gets nothing.")
        return ""
