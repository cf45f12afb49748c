"""The same table in every format that is read: what holds is seen, and one wrong cell is found where it stands."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from made import audited, found, written

from summarizer.annotate import annotate
from summarizer.audit import audit_reading
from summarizer.claims.base import Outcome
from summarizer.readers import read

CAPTION = "表1 2023年救助资金使用情况（单位：万元）"
GOOD = [
    ["项目", "2022年", "2023年", "增减额", "同比增长（%）", "占比（%）", "预算数", "完成率"],
    ["低保金", "1,200.00", "1,320.00", "120.00", "10.0", "83.0", "1,400.00", "94.3%"],
    ["特困供养金", "100.00", "135.00", "35.00", "35.0", "8.5", "135.00", "100.0%"],
    ["临时救助金", "150.00", "135.00", "-15.00", "-10.0", "8.5", "150.00", "90.0%"],
    ["合计", "1,450.00", "1,590.00", "140.00", "9.7", "100.0", "1,685.00", "94.4%"],
]
FORMS = ["docx", "html", "md", "pdf"]


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL", "weasyprint")


def changed(row: int, column: int, text: str) -> list[list[str]]:
    return [[text if (n, m) == (row, column) else cell for m, cell in enumerate(line)] for n, line in enumerate(GOOD)]


@pytest.mark.parametrize("form", FORMS)
def test_what_holds_is_seen_and_nothing_else(tmp_path: Path, form: str) -> None:
    report = audited(written(tmp_path, form, GOOD, CAPTION))
    assert report.findings == ()
    kinds = [judged.claim.kind for judged in report.judged if judged.verdict.outcome in (Outcome.HOLDS, Outcome.WITHIN)]
    assert (kinds.count("rate"), kinds.count("growth"), kinds.count("sum"), kinds.count("share")) == (4, 8, 4, 5)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("row", "column", "text", "code"),
    [
        (2, 4, "53.0", "GROWTH001"),
        (2, 3, "53.00", "GROWTH001"),
        (1, 7, "93.4%", "RATE001"),
        (3, 5, "5.8", "SHARE001"),
        (4, 6, "1,865.00", "SUM001"),
    ],
)
def test_a_wrong_cell_is_found_where_it_stands(tmp_path: Path, form: str, row: int, column: int, text: str, code: str) -> None:
    assert (code, text) in found(written(tmp_path, form, changed(row, column, text), CAPTION))


@pytest.mark.parametrize("form", FORMS)
def test_text_and_table_say_one_thing(tmp_path: Path, form: str) -> None:
    after = "2023年，特困供养金105.00万元，低保金1320.00万元。"
    assert found(written(tmp_path, form, GOOD, CAPTION, after)) == [("REPEAT001", "105.00万元")]


def test_a_comment_stands_at_its_cell(tmp_path: Path) -> None:
    path = written(tmp_path, "docx", changed(2, 4, "53.0"), CAPTION)
    reading = read(path)
    report = audit_reading(reading)
    commented = annotate(path.read_bytes(), reading, report.findings, date(2024, 1, 5))
    with zipfile.ZipFile(BytesIO(commented)) as package:
        body = package.read("word/document.xml").decode()
        comments = package.read("word/comments.xml").decode()
    start, end = body.index("<w:commentRangeStart"), body.index("<w:commentRangeEnd")
    assert "53.0" in body[start:end]
    assert "</w:tc>" not in body[start:end]
    assert "35%" in comments
