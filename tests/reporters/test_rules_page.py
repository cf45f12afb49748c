"""The catalogue in docs/ is what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.reporters.catalogue import catalogue

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_rules_page", ROOT / "scripts" / "make_rules_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_up_to_date(maker: ModuleType) -> None:
    assert maker.main(["--check"]) == 0, "run: .venv/bin/python scripts/make_rules_page.py"


def test_a_page_names_every_code_once_in_the_list_and_once_as_an_entry(maker: ModuleType) -> None:
    text = maker.page("en")
    for code, page in catalogue().items():
        assert text.count(f"](#{code.lower()})") == 1
        assert text.count(f'<a id="{code.lower()}"></a>{code} {page.name}\n') == 1
        assert page.fails in text


def test_markup_in_an_explanation_shows_as_it_is(maker: ModuleType) -> None:
    assert maker._escaped("a_b <c> `d_e|f` x|y") == "a\\_b \\<c> `d_e|f` x\\|y"
    assert maker._escaped("`d|f`", cell=True) == "`d\\|f`"


def test_a_stale_page_is_named(
    maker: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(maker, "DOCS", tmp_path)
    assert maker.main(["--check"]) == 1
    assert "docs/rules.md is not up to date" in capsys.readouterr().err
    assert maker.main([]) == 0
    assert maker.main(["--check"]) == 0
