"""Programs that tests use where they are installed: LibreOffice and Chromium, with nothing of the user's and nothing from the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SWITCHES = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


def chromium() -> str:
    """Return the browser; the test is skipped where there is none."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium")
    return program


def converted(target: str, folder: Path, *files: Path, timeout: float = 240) -> None:
    """Let LibreOffice write ``files`` as ``target`` into ``folder``, with our fonts and a profile of its own beside the first of them.

    The test is skipped where there is no LibreOffice.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (soffice)")
    fonts = Path(sys.prefix) / "share" / "summarizer" / "fonts.conf"
    environment = {**os.environ, **({"FONTCONFIG_FILE": str(fonts)} if fonts.is_file() else {})}
    profile = f"-env:UserInstallation={(files[0].parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=timeout)
