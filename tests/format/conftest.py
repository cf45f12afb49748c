"""What the tests of rendered pages share: lines as poppler sees them, ink as a scanner would."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

MM = 72 / 25.4
DPI = 254
#: Pixels in a millimetre.
PIXELS = DPI / 25.4


@dataclass(frozen=True)
class Line:
    """A line on paper; millimetres from the left and the top."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Ink:
    """The box of what is printed inside a part of a page, in millimetres of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Lines = Callable[[Path], list[list[Line]]]
Scan = Callable[..., Ink | None]


def read_lines(path: Path) -> list[list[Line]]:
    """Return the lines of every page from the top, pieces of one line joined."""
    done = subprocess.run(["pdftotext", "-bbox-layout", str(path), "-"], capture_output=True, check=True, timeout=60)
    return [_lines(page) for page in re.findall(r"<page .*?</page>", done.stdout.decode(), re.S)]


def _lines(page: str) -> list[Line]:
    pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>'
    words = [(*(float(number) / MM for number in found[:4]), found[4]) for found in re.findall(pattern, page)]
    rows: list[list[tuple[float, float, float, float, str]]] = []
    for word in sorted(words, key=lambda word: (word[3], word[0])):
        if rows and word[3] - rows[-1][0][3] < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    joined = [sorted(row) for row in rows]
    return [
        Line(row[0][0], max(w[2] for w in row), min(w[1] for w in row), max(w[3] for w in row), "".join(w[4] for w in row))
        for row in joined
    ]


def scan_page(
    path: Path, page: int, left: float = 0, top: float = 0, right: float = 210, bottom: float = 297, *, red: bool = False
) -> Ink | None:
    """Return the box of the ink inside a part of ``page``, given in millimetres; only red ink if ``red``."""
    x, y, end, foot = (str(round(side * PIXELS)) for side in (left, top, right, bottom))
    part_of = ["-x", x, "-y", y, "-W", str(int(end) - int(x)), "-H", str(int(foot) - int(y))]
    command = ["pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), *part_of, str(path)]
    with Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)) as image:
        part = image.convert("RGB")
    # Green is dark in black ink and in red ink, red only in black.
    channel = part.getchannel("G").point(lambda value: 255 if value < 128 else 0)
    if red:
        bright = part.getchannel("R").point(lambda value: 255 if value > 128 else 0)
        channel = Image.composite(channel, Image.new("L", part.size), bright)
    found = channel.getbbox()
    return Ink(*(found[side] / PIXELS + (left, top)[side % 2] for side in range(4))) if found else None


@pytest.fixture(scope="session")
def lines() -> Lines:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler")
    return read_lines


@pytest.fixture(scope="session")
def scan() -> Scan:
    if shutil.which("pdftoppm") is None:
        pytest.skip("needs poppler")
    return scan_page
