from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def english() -> Iterator[None]:
    """Messages in English, whatever the machine speaks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZER_LANG", "en")
        yield
