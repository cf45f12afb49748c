"""Make the pictures of the READMEs from the example: the page, the preview, the published page.

usage: .venv/bin/python scripts/pictures.py   (needs pdftoppm and Chromium)
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from summarizer import fonts

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "content" / "xianju-minzheng-2023"
INVENTED = "shili-water-2023"
SUMMARIZER = str(Path(sys.executable).with_name("summarizer"))
_QUIET = ("--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def main() -> None:
    """Write the pictures into docs/images."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    fonts.prepare()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_QUIET))
        run(SUMMARIZER, "build", str(EXAMPLE), "--output", name, "--final")
        page = folder / EXAMPLE.name / "report.pdf"
        run("pdftoppm", "-r", "60", "-png", "-singlefile", "-f", "1", "-l", "1", str(page), str(IMAGES / "page"))
        run(SUMMARIZER, "publish", str(EXAMPLE), "--site", str(folder / "site"))
        published = next((folder / "site").resolve().glob("art/*/*/*/*.html"))
        screenshot(browser, published.as_uri(), IMAGES / "site.png", 400, 580)
        preview(browser, folder)
        browser.close()


def preview(browser: Browser, folder: Path) -> None:
    """Draw the preview of a report with a mistake: two digits of a total the other way round."""
    changed = folder / INVENTED
    shutil.copytree(ROOT / "content" / INVENTED, changed)
    works = changed / "works.yaml"
    works.write_text(works.read_text(encoding="utf-8").replace("9695万元", "9965万元"), encoding="utf-8")
    server = subprocess.Popen([SUMMARIZER, "preview", str(changed), "--no-open"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
        screenshot(browser, address, IMAGES / "preview.png", 1280, 860, show="RATE001")
    finally:
        server.terminate()
        server.wait()


def run(*command: str) -> None:
    """Run a command that must leave with 0."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr}")


def screenshot(browser: Browser, address: str, picture: Path, width: int, height: int, show: str = "") -> None:
    """Draw the top of a page, or the part where the text ``show`` stands."""
    page = browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_timeout(1500)
    if show:
        page.get_by_text(show).first.evaluate("element => element.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(500)
    page.screenshot(path=picture)
    page.close()


if __name__ == "__main__":
    main()
