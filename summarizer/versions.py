"""What shapes the output besides the content: versions of libraries, the font configuration, the machine's own libraries."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from .manifest import digest

if TYPE_CHECKING:
    from .writers import Format

#: Distributions that shape the document itself.
_LIBRARIES = ("summarizer", "jinja2", "pyyaml", "markdown-it-py")


def versions_of(formats: Iterable[Format]) -> dict[str, str]:
    """Return name and version of the distributions that shape these formats."""
    names = [*_LIBRARIES, *(library for format in formats for library in format.libraries)]
    return {name: _version(name) for name in sorted(set(names))}


@lru_cache(maxsize=64)
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def font_configuration() -> str:
    """Return the hash of what decides which faces a PDF gets, empty where fontconfig's own rules do."""
    from .fonts import prepare

    prepare()
    path = Path(os.environ.get("FONTCONFIG_FILE", ""))
    return digest(path.read_bytes()) if path.is_file() else ""


def program() -> str:
    """Return what must be alike for the program to write the same pages: its own files, Python, and the libraries that shape text."""
    return f"{versions_of(())} {_own_files()} {sys.version_info.major}.{sys.version_info.minor}"


@lru_cache(maxsize=1)
def of_machine() -> dict[str, str]:
    """Return what must be alike on two machines for them to write the same bytes.

    That is more than a manifest holds: also the program's own files, Python, the compression, Pango, and the fonts.
    """
    from .fonts import prepare, resolve
    from .writers import FORMATS

    prepare()
    from weasyprint.text.ffi import pango

    found = versions_of(FORMATS.values())
    found["summarizer"] += f" {_own_files()}"
    found["python"] = f"{sys.version_info.major}.{sys.version_info.minor}"
    found["zlib"] = zlib.ZLIB_RUNTIME_VERSION
    found["pango"] = str(pango.pango_version())
    for match in resolve():
        data = Path(match.path).read_bytes() if match.path else b""
        found[f"font:{match.face.role}"] = f"{match.family} {digest(data)[:12]}"
    return found


def _own_files() -> str:
    """Return a hash of the program itself: two checkouts may differ and have one version."""
    from .resources import shipped

    package = Path(__file__).parent
    paths = [*package.rglob("*.py"), *shipped("templates").rglob("*.j2")]
    return digest("".join(sorted(f"{path.name} {digest(path.read_bytes())}\n" for path in paths)).encode())[:12]
