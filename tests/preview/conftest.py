"""The small report with a rate that cannot be, its preview as an application, and the preview as a command with a browser."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECTS, REPORT, Folder
from tests.programs import SWITCHES, chromium

pytest.importorskip("starlette", reason="the extra preview is not installed")
pytest.importorskip("watchfiles", reason="the extra preview is not installed")

PORT, SECRET = 8765, "geheim-123"
#: 7600 of 8000 is 95%, and park says nothing of how much its visitors paid.
FAULTY = PROJECTS + "  rate: 90%\n  text: |\n    {{ name }}完成投资{{ invested }}，为年度计划{{ annual_plan }}的{{ rate }}。\n"
SETTINGS = REPORT + "appendix: [projects]\n"
#: What the command says before the address.
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+/")


def faulty(path: Path) -> Folder:
    return Folder(path).write("report.yaml", SETTINGS).section(FAULTY)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return faulty(tmp_path / "forest")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser's requests, as :mod:`starlette.testclient` sends them, to the preview of a report that stays as it is."""
    from starlette.testclient import TestClient

    from summarizer.preview.app import Preview

    folder = faulty(tmp_path_factory.mktemp("client") / "forest")
    app = Preview(folder.path).app(PORT, SECRET)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        yield client


def command(folder: Path, *options: str, language: str = "zh_CN", **variables: str) -> subprocess.Popen[str]:
    """Start ``summarizer preview`` as a user does."""
    words = [sys.executable, "-m", "summarizer", "preview", str(folder), "--no-open", *options]
    environment = {**os.environ, "SUMMARIZER_LANG": language, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "", **variables}
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment)


def address_of(process: subprocess.Popen[str]) -> tuple[str, list[str]]:
    """Return the address that the command prints, and the lines up to it."""
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if found := _ADDRESS.search(line):
            return found[0], lines
    raise AssertionError(lines)


def interrupt(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Press Ctrl-C; return exit status, what it still said, and its errors."""
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    return process.returncode, out, err


@dataclass
class Open:
    """The preview of ``folder``, open in Chromium.

    Args:
        said: console messages and page errors. asked: addresses of all requests.
    """

    folder: Folder
    page: Any
    address: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def restore(self) -> None:
        """Make the report, and the page, what they were."""
        self.folder.write("report.yaml", SETTINGS).section(FAULTY)
        self.page.goto("about:blank")
        self.page.set_viewport_size({"width": 1280, "height": 860})
        self.page.goto(self.address)
        self.page.wait_for_selector("#ui-sheet h1")
        self.page.wait_for_selector(".trouble", state="detached")
        self.page.wait_for_selector('.sheet data:has-text("7600万元")')


@pytest.fixture(scope="module")
def _opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    program = chromium()
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    folder = faulty(tmp_path_factory.mktemp("preview") / "forest")
    process = command(folder.path)
    try:
        address, _lines = address_of(process)
        with playwright.sync_playwright() as engine:
            browser = engine.chromium.launch(executable_path=program, args=SWITCHES)
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.set_default_timeout(15_000)
            opened = Open(folder, page, address)
            page.on("console", lambda message: opened.said.append(message.text))
            page.on("pageerror", lambda error: opened.said.append(str(error)))
            page.on("request", lambda request: opened.asked.append(request.url))
            yield opened
            browser.close()
    finally:
        status, _out, err = interrupt(process)
    assert (status, err) == (0, "")


@pytest.fixture
def opened(_opened: Open) -> Open:
    _opened.restore()
    return _opened
