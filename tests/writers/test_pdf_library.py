"""Loading WeasyPrint starts no program, and still finds a library that only a search finds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems need the search")

_NO_PROGRAM = """
import sys
def refuse(event, arguments):
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork"):
        raise RuntimeError(f"{event} {arguments}")
sys.addaudithook(refuse)
from summarizer.writers import pdf_library
pdf_library.load()
print("weasyprint.text.ffi" in sys.modules)
"""

_SEARCHES = """
from ctypes.util import find_library
if find_library("c") is None:
    print("WeasyPrint could not import some external libraries")
    raise OSError("cannot load library")
"""


def _python(program: str, path: Path | None = None) -> str:
    environment = {"PYTHONPATH": str(path)} if path else {}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment).stdout


def test_no_program_is_started_to_find_the_libraries() -> None:
    assert _python(_NO_PROGRAM) == "True\n"


def test_a_library_in_an_unusual_place_is_searched_for(tmp_path: Path) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "__init__.py").write_text(_SEARCHES, encoding="utf-8")
    program = "import sys, ctypes.util; from summarizer.writers import pdf_library; pdf_library.load(); print('weasyprint' in sys.modules)"
    assert _python(program, tmp_path) == "True\n"
