"""What is done once instead of many times changes no byte."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

from summarizer.writers import pdf_speed

#: In a process of its own: what has been put into WeasyPrint stays there.
SCRIPT = """
import sys
from contextlib import nullcontext
from pathlib import Path
from summarizer.build import build
from summarizer.writers import pdf_speed
if sys.argv[3] == "without":
    pdf_speed.install = lambda: None
    pdf_speed.once = lambda pdf: None
    pdf_speed.no_collection = nullcontext
for form in ("plain", "issued"):
    build(Path(sys.argv[1]), Path(sys.argv[2]), formats=["pdf"], form=form)
"""


def test_the_same_bytes_as_without(tmp_path: Path) -> None:
    content = Path(__file__).parents[2] / "content" / "shili-water-2023"
    made = {}
    for kind in ("with", "without"):
        words = [sys.executable, "-W", "error", "-c", SCRIPT, str(content), str(tmp_path / kind), kind]
        subprocess.run(words, check=True, timeout=120)
        made[kind] = {path.parent.name: path.read_bytes() for path in (tmp_path / kind).rglob("*.pdf")}
    assert len(made["with"]) == 2
    assert made["with"] == made["without"]


def test_the_remedies_are_in_place() -> None:
    """With another WeasyPrint they may find nothing to stand in for; then the builds are slower, and this says so."""
    pdf_speed.install()
    from weasyprint import css
    from weasyprint.pdf import fonts

    assert css.StyleFor.__mro__[1].__module__ == "summarizer.writers.pdf_speed"
    assert fonts.get_hb_object_data.remembers
    before = css.StyleFor
    pdf_speed.install()
    assert css.StyleFor is before


def test_the_collector_runs_again_afterwards() -> None:
    with pdf_speed.no_collection():
        assert not gc.isenabled()
        with pdf_speed.no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
