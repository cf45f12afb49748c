from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


@pytest.fixture
def quickest() -> Callable[[Callable[[], object]], float]:
    """Return the seconds of CPU that work takes at its quickest: what else the machine does lengthens some of the tries."""

    def seconds(work: Callable[[], object]) -> float:
        taken = []
        for _ in range(5):
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
        return min(taken)

    return seconds


def package(body: str, **parts: str) -> bytes:
    """A DOCX by hand: `body` inside w:body, other parts (`footnotes`, `styles`, `numbering`, `endnotes`) inside their root."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
        z.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        links = "".join(f'<Relationship Id="{p}" Type="{_OFFICE}/{p}" Target="{p}.xml"/>' for p in parts)
        z.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>')
        z.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for part, inside in parts.items():
            z.writestr(f"word/{part}.xml", f"<w:{part} {_NAMES}>{inside}</w:{part}>")
    return stream.getvalue()


def p(*runs: str, properties: str = "") -> str:
    inside = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


@pytest.fixture
def docx(tmp_path: Path) -> Callable[..., Path]:
    """Write a hand-made DOCX and return its path."""

    def make(body: str, **parts: str) -> Path:
        path = tmp_path / "hand.docx"
        path.write_bytes(package(body, **parts))
        return path

    return make


@pytest.fixture
def para() -> Callable[..., str]:
    return p
