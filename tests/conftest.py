"""Options of the whole test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    words = "rewrite the expected output in tests/commands/*.md with what the commands print now"
    parser.addoption("--accept", action="store_true", help=words)
