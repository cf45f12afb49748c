"""A report that trips every error that facts can trip, and every code explained in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.claims.base import Explanation
from summarizer.cli.main import cli
from summarizer.findings import Severity
from summarizer.i18n import gettext, speaking
from summarizer.reporters.catalogue import catalogue

ROOT = Path(__file__).parent.parent.parent
CANARY = Path(__file__).parent / "content"

_TWO_TIMES = "compares two times of one fact; the shapes state one"
_SHARES = "no key of a shape is a share of another"
_SENTENCE = "is written in sentences, not in keys"
#: Errors that no fact can trip, by their letters or code, and why.
ONLY_PROSE = {
    "GROWTH": _TWO_TIMES,
    "DIFF": _TWO_TIMES,
    "AVERAGE": "no key of a shape is a figure for each of so many",
    "SHARE": _SHARES,
    "COUNT": "the names that are counted stand in a sentence; a declared count is CHECK001",
    "ENUM": "steps of an enumeration are generated where they are not written in prose",
    "REPEAT": "a fact is stated once, and referred to",
    "RANK003": f"a place that moved {_SENTENCE}",
    "BOUND002": f"持平 {_SENTENCE}",
    "RANGE001": f"a range of figures {_SENTENCE}",
}


def checked(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", str(CANARY), "--today", "2024-01-11", *arguments])


def errors() -> dict[str, Explanation]:
    return {code: page for code, page in catalogue().items() if page.severity is Severity.ERROR}


def only_prose(code: str) -> bool:
    return code in ONLY_PROSE or code.rstrip("0123456789") in ONLY_PROSE


def test_the_canary_trips_every_error_that_facts_can_trip() -> None:
    result = checked("--format", "json", "--claims")
    assert result.exit_code == 1
    shape = json.loads(result.stdout)
    assert shape["sources"][0]["error"] is None
    found = {finding["code"] for finding in shape["findings"] if finding["severity"] == "error"}
    assert found == {code for code in errors() if not only_prose(code)}


def test_no_reason_is_given_for_nothing() -> None:
    for name in ONLY_PROSE:
        assert any(code == name or code.rstrip("0123456789") == name for code in errors()), name


def test_every_finding_points_at_what_it_speaks_of() -> None:
    for finding in json.loads(checked("--format", "json").stdout)["findings"]:
        text = Path(finding["path"]).read_text(encoding="utf-8")
        assert finding["quote"]
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        assert text.count("\n", 0, finding["start"]) + 1 == finding["line"]
        assert finding["start"] - (text.rfind("\n", 0, finding["start"]) + 1) + 1 == finding["column"]


def test_personal_numbers_are_masked_in_messages() -> None:
    findings = json.loads(checked("--format", "json").stdout)["findings"]
    personal = [finding for finding in findings if finding["code"] in ("PRIV001", "PRIV003", "META005")]
    assert personal
    for finding in personal:
        assert "19900307" not in finding["message"] + finding["working"] + finding["hint"]
        assert "123456786" not in finding["message"] + finding["working"] + finding["hint"]


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_the_terminal_names_every_code(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", locale)
    result = checked()
    assert result.exit_code == 1
    for code in errors():
        assert (f"{code} " in result.stdout) is not only_prose(code), code


def test_a_family_asked_for_alone() -> None:
    result = checked("--format", "json", "--select", "metadata")
    assert {finding["kind"] for finding in json.loads(result.stdout)["findings"]} == {"metadata"}


@pytest.mark.parametrize("code", catalogue())
def test_every_code_is_explained_in_both_languages(code: str) -> None:
    page = catalogue()[code]
    for text in (page.checks, page.why, page.mend):
        assert text.strip()
        with speaking("zh_CN"):
            assert gettext(text) != text, f"not in the catalogue: {text}"
    assert page.fails.strip() != page.passes.strip() != ""


@pytest.mark.parametrize("name", ["rules.md", "rules.zh-CN.md"])
def test_every_code_is_in_the_catalogue_of_the_docs(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert [code for code in catalogue() if f"{code} {catalogue()[code].name}\n" not in text] == []
