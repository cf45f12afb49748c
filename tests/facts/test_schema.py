"""The JSON Schema for editors: it takes what the loader takes and marks what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from summarizer.cli.main import cli
from summarizer.facts.jsonschema import schema
from summarizer.resources import shipped
from tests.conftest import EXAMPLES, PROJECTS, REPORT

VALIDATOR = jsonschema.Draft202012Validator(schema())


def as_editors_read(text: str) -> Any:
    """Editors read YAML 1.2's core: dates stay text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str, ensure_ascii=False))


@pytest.mark.parametrize(
    "path", [file for folder in EXAMPLES for file in sorted(folder.glob("*.yaml"))], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_examples_validate(path: Path) -> None:
    assert not [error.message for error in VALIDATOR.iter_errors(as_editors_read(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("path", sorted((shipped("templates") / "new").glob("*.yaml")), ids=lambda path: path.name)
def test_the_new_report_validates(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("@BUREAU@", "某局").replace("@YEAR@", "2023").replace("@NEXT@", "2024")
    assert VALIDATOR.is_valid(as_editors_read(text))


@pytest.mark.parametrize(
    "text",
    [
        PROJECTS.replace("  progress:", "  progres:"),
        PROJECTS.replace("heading:", "haeding:"),
        PROJECTS.replace("1.20亿元", "[1, 2]"),
        PROJECTS.replace("1.20亿元", "{value: 1亿元, asof: 2023}"),
        PROJECTS + "children: sideways\n",
        REPORT.replace("short:", "shrot:"),
        REPORT.replace("year: 2023\n", ""),
        REPORT + "form: 正式\n",
        REPORT.replace("sections:", "section:"),
        REPORT + "metadata: {open: x}\n",
        REPORT + "fonts: {digit: 宋体}\n",
    ],
)
def test_mistakes_are_marked(text: str) -> None:
    assert not VALIDATOR.is_valid(as_editors_read(text))


def test_the_command_prints_it() -> None:
    result = CliRunner().invoke(cli, ["schema"])
    assert result.exit_code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(result.output))
    assert json.loads(result.output) == schema()


def test_the_list_of_keys_names_every_key_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", "zh_CN")
    result = CliRunner().invoke(cli, ["schema", "--keys"])
    assert result.exit_code == 0
    rows = {tuple(line.split()[:2]) for line in result.output.splitlines()}
    assert {("bureau", "单位"), ("index_number", "索引号"), ("annual_plan", "年度计划"), ("rank", "排名"), ("deadline", "期限")} <= rows
