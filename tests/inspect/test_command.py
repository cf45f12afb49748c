"""``summarizer inspect``: text, JSON, exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summarizer.cli.inspect import inspect
from summarizer.errors import SummarizerError
from summarizer.inspect import inspect_data
from summarizer.inspect.report import as_text

from .conftest import changed, own_docx
from .test_docx_checks import section
from .test_fix import ordinary


def called(*arguments: object) -> Result:
    return CliRunner().invoke(inspect, [str(item) for item in arguments])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.docx"
    path.write_bytes(own_docx())
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    from docx.shared import Mm

    path = tmp_path / "bad.docx"
    path.write_bytes(changed(section(left_margin=Mm(32))))
    return path


def test_a_good_file(good: Path) -> None:
    done = called(good)
    assert done.exit_code == 0, done.output
    assert "Deviations" not in done.output
    assert "conforms in" in done.output
    line = next(line for line in done.output.splitlines() if "left margin" in line)
    assert all(word in line for word in ("✓", "28.0 mm", "28 ± 1 mm", "5.2.1 C"))


def test_a_bad_file_says_what_where_and_how(bad: Path) -> None:
    done = called(bad)
    assert done.exit_code == 1
    lines = done.output.splitlines()
    at = next(n for n, line in enumerate(lines) if "✗ left margin" in line)
    assert "32.0 mm" in lines[at]
    assert "required: 28 ± 1 mm  [5.2.1, C]" in lines[at + 1]
    assert "to mend: set the left margin" in "".join(lines[at + 2 : at + 4])
    assert done.output.index("Deviations") < done.output.index("Conforms")
    assert "C two or more independent sources" in done.output


def test_json_says_the_same(bad: Path) -> None:
    done = called(bad, "--json")
    assert done.exit_code == 1
    shape = json.loads(done.output)
    assert (shape["version"], shape["format"], shape["conforms"]) == (1, "docx", False)
    wrong = [one for one in shape["checks"] if not one["ok"] and not one["note"]]
    assert len(wrong) == shape["deviations"]
    left = next(one for one in wrong if one["name"] == "margin-left")
    assert left == left | {
        "group": "page",
        "clause": "5.2.1",
        "measured": "32.0 mm",
        "required": "28 ± 1 mm",
        "confidence": "C",
    }


@pytest.mark.parametrize(
    ("name", "data"), [("none.docx", None), ("x.docx", b"PK\x03\x04broken"), ("x.pdf", b"%PDF-1.7 broken"), ("x.txt", b"text")]
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = called(path)
    assert isinstance(done.exception, SummarizerError)
    assert done.exception.exit_code == 2
    assert name in str(done.exception)


def test_fix_writes_and_measures_the_copy(tmp_path: Path) -> None:
    source, out = tmp_path / "in.docx", tmp_path / "out.docx"
    source.write_bytes(ordinary())
    done = called(source, "--fix", out)
    assert done.exit_code == 0, done.output
    assert out.is_file()
    assert str(out) in done.output


def test_chinese() -> None:
    from summarizer.i18n import speaking

    with speaking("zh_CN"):
        text = as_text(inspect_data(own_docx(), "x.docx"))
    assert "GB/T 9704-2012" in text


def test_colour_only_when_asked() -> None:
    found = inspect_data(own_docx(), "x.docx")
    assert "\x1b[" not in as_text(found)
    assert "\x1b[" in as_text(found, colour=True)


def test_an_edited_copy_is_kept(bad: Path, tmp_path: Path) -> None:
    out = tmp_path / "fixed.docx"
    (tmp_path / "fixed.1.docx").write_bytes(b"older")
    out.write_bytes(b"edited")
    assert f"{out} was there already; it is now {tmp_path / 'fixed.2.docx'}" in called(bad, "--fix", out).output
    assert (tmp_path / "fixed.1.docx").read_bytes() == b"older"
    assert (tmp_path / "fixed.2.docx").read_bytes() == b"edited"
    assert "already" not in called(bad, "--fix", out).output
