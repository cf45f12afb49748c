"""What a PDF may load: data in the page itself, and files beside the report's own templates."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from ..resources import Resources

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher


def fetcher(resources: Resources | None) -> URLFetcher:
    """Return a fetcher that refuses the network and every file outside ``resources.own``."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Strict(URLFetcher):  # type: ignore[misc]  # untyped library, loaded only when it is needed
        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "data":
                return super().fetch(url, headers)
            if parts.scheme == "file" and not parts.netloc:
                return URLFetcherResponse(url, _read(Path(url2pathname(unquote(parts.path))), resources))
            raise PermissionError(f"not loaded, only files beside the report's templates are: {url}")

    return Strict(allowed_protocols={"data"}, allow_redirects=False)


def _read(path: Path, resources: Resources | None) -> bytes:
    """Return the file's bytes and remember its hash as the build's input."""
    own = resources.own.resolve() if resources and resources.own else None
    if resources is None or own is None or not path.resolve().is_relative_to(own):
        raise PermissionError(f"not loaded, it lies outside the report's templates: {path}")
    data = path.read_bytes()
    resources.read[path.resolve().relative_to(own).as_posix()] = hashlib.sha256(data).hexdigest()
    return data
