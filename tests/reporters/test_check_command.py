"""The command ``check`` around the reporters: formats, statuses, files, colour."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from summarizer.check import Report, in_brief
from summarizer.cli import check as module
from summarizer.cli.check import check
from summarizer.cli.rules import rules
from summarizer.cli.terminal import in_colour
from summarizer.reporters import REPORTERS, SHOW_CLAIMS, ReportOptions, write
from summarizer.reporters.catalogue import UnknownCode, catalogue

Run = Callable[..., Result]


@pytest.fixture
def run(readable: Report, monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*arguments: str, report: Report = readable) -> Result:
        monkeypatch.setattr(module, "check_all", lambda *_arguments, **_options: [report])
        return CliRunner().invoke(check, ["somewhere", *arguments])

    return call


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_ends_with_a_line_end_and_the_status(run: Run, name: str) -> None:
    result = run("--format", name)
    assert result.exit_code == 1
    assert result.stdout.endswith("\n")
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "RATE002"), 0),
        (("--ignore", "RATE002", "--fail-on", "warning"), 1),
        (("--select", "RATE001", "--fail-on", "info"), 0),
        (("--select", "untraced", "--fail-on", "warning"), 0),
        (("--select", "untraced", "--fail-on", "info"), 1),
    ],
)
def test_status(run: Run, arguments: tuple[str, ...], status: int) -> None:
    assert run(*arguments).exit_code == status


def test_select_may_be_repeated_and_have_commas(run: Run) -> None:
    shape = json.loads(run("--format", "json", "--select", "RATE001,untraced-number", "--select", "impossible-rate").stdout)
    assert {finding["code"] for finding in shape["findings"]} == {"RATE001", "RATE002", "UNTRACED001"}


def test_an_unknown_code_is_said_before_anything_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "check_all", lambda *_arguments, **_options: pytest.fail("judged"))
    result = CliRunner().invoke(check, ["somewhere", "--select", "RATE02"])
    assert isinstance(result.exception, UnknownCode)
    assert "RATE002" in result.exception.hint


@pytest.mark.parametrize("name", REPORTERS)
def test_a_source_that_could_not_be_read_is_told_on_stderr(run: Run, report: Report, name: str) -> None:
    result = run("--format", name, report=report)
    assert result.exit_code == 2
    assert "reports/weidu: cannot be read" in result.stderr
    assert "RATE002" in result.stdout


def test_output_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "found.xml"
    result = run("--format", "junit", "--output", str(path))
    assert result.stdout == ""
    assert ET.fromstring(path.read_text(encoding="utf-8")).tag == "testsuites"


@pytest.mark.parametrize("name", REPORTERS)
def test_what_no_format_shows_may_be_left_out(report: Report, name: str) -> None:
    short = in_brief(report)
    assert (write(name, short, ReportOptions()) == write(name, report, ReportOptions())) is (name not in SHOW_CLAIMS)


def test_today_reaches_the_judge(readable: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    days = []

    def check_all(contents: list[Path], today: datetime.date, *_others: object, prose: bool, brief: bool) -> list[Report]:
        days.append(today)
        return [readable]

    monkeypatch.setattr(module, "check_all", check_all)
    CliRunner().invoke(check, ["somewhere", "--today", "2024-01-11"])
    assert days == [datetime.date(2024, 1, 11)]
    assert CliRunner().invoke(check, ["somewhere", "--today", "11.1.2024"]).exit_code == 2


@pytest.mark.parametrize(
    ("terminal", "settings", "coloured"),
    [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False)],
)
def test_colour_only_where_wanted(monkeypatch: pytest.MonkeyPatch, terminal: bool, settings: dict[str, str], coloured: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert in_colour() is coloured


def test_no_colour_in_a_pipe(run: Run) -> None:
    assert "\x1b" not in run().stdout


def test_rules_lists_every_code() -> None:
    lines = CliRunner().invoke(rules).stdout.splitlines()
    assert lines[0].split()[:4] == ["code", "name", "kind", "severity"]
    assert [line.split()[0] for line in lines[1:]] == list(catalogue())
    assert lines[1 + list(catalogue()).index("RATE002")].split()[1:4] == ["impossible-rate", "rate", "error"]


def test_rules_as_json() -> None:
    shape = json.loads(CliRunner().invoke(rules, ["--json"]).stdout)
    assert [page["code"] for page in shape] == list(catalogue())
    assert list(shape[0]) == ["code", "name", "kind", "severity", "checks", "why", "fails", "passes", "mend"]
