"""Printed pages while newer ones are printed."""

from __future__ import annotations

from pathlib import Path

from summarizer.preview.app import Preview
from summarizer.preview.printing import Printed
from tests.preview.conftest import faulty


def test_pages_that_a_browser_was_told_of_are_there_until_the_next_but_one(tmp_path: Path) -> None:
    press = Preview(faulty(tmp_path / "forest").path).press
    assert press.picture("first") is None
    for name in ("first", "second", "third"):
        press.show(Printed(b"", (name,), {name: name.encode()}))
    assert [press.picture(name) for name in ("first", "second", "third")] == [None, b"second", b"third"]
