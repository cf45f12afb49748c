"""Make the pictures of the READMEs from the example: the page, the web page, the findings.

usage: .venv/bin/python scripts/pictures.py   (needs pdftoppm and Chromium)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "content" / "xianju-minzheng-2023"
SUMMARIZER = str(Path(sys.executable).with_name("summarizer"))
_CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def main() -> None:
    """Write the pictures into docs/images."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(SUMMARIZER, "build", str(EXAMPLE), "--output", name, "--final")
        built = folder / EXAMPLE.name
        run("pdftoppm", "-r", "60", "-png", "-singlefile", "-f", "1", "-l", "1", str(built / "report.pdf"), str(IMAGES / "page"))
        screenshot(folder, built / "index.html", IMAGES / "web.png", 480, 700)
        # Two digits of a total the other way round.
        changed = folder / "shili-water-2023"
        shutil.copytree(ROOT / "content" / "shili-water-2023", changed)
        works = changed / "works.yaml"
        works.write_text(works.read_text(encoding="utf-8").replace("9695万元", "9965万元"), encoding="utf-8")
        run(SUMMARIZER, "check", changed.name, "--format", "html", "--output", "check.html", statuses=(0, 1), cwd=folder)
        screenshot(folder, folder / "check.html", IMAGES / "check.png", 480, 900)


def run(*command: str, statuses: tuple[int, ...] = (0,), cwd: Path | None = None) -> None:
    """Run a command that must leave with one of ``statuses``."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd)
    if done.returncode not in statuses:
        sys.exit(f"{' '.join(command)}: {done.stderr}")


def screenshot(folder: Path, page: Path, picture: Path, width: int, height: int) -> None:
    """Let Chromium draw the top of a page."""
    run(
        "chromium",
        *_CHROMIUM,
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},{height}",
        f"--screenshot={picture}",
        page.as_uri(),
    )


if __name__ == "__main__":
    main()
