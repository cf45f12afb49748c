"""All numbers here are made up."""

from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import run
from summarizer.rules.privacy import personal

IDENTITY, CARD = "11010119900307002X", "62220000123456786"


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in personal(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote", "shown"),
    [
        (f"身份证号{IDENTITY}。", "PRIV001", IDENTITY, "11*************02X"),
        (f"（{IDENTITY.lower()}）", "PRIV001", IDENTITY.lower(), "11*************02x"),
        ("联系电话13900001234。", "PRIV002", "13900001234", "139****1234"),
        ("联系人:+86 13900001234", "PRIV002", "13900001234", "139****1234"),
        ("电话139 0000 1234，", "PRIV002", "139 0000 1234", "139****1234"),
        (f"汇入{CARD}，", "PRIV003", CARD, "6222**********786"),
        ("账号5200 0000 1234 5671", "PRIV003", "5200 0000 1234 5671", "5200*********671"),
        ("村民李某某，家住清水镇上村18号，", "PRIV004", "李某某，家住清水镇上村18号", "清水镇****"),
        ("赵某，男，住址：东河街道新城小区5幢302室", "PRIV004", "赵某，男，住址：东河街道新城小区5幢302室", "东河街道****"),
    ],
)
def test_found_and_masked(text: str, code: str, quote: str, shown: str) -> None:
    (hit,) = personal(text)
    assert (hit.code, text[hit.start : hit.end]) == (code, quote)
    assert shown in hit.message
    assert quote not in hit.message


@pytest.mark.parametrize(
    "text",
    [
        "113310247405400961/2024-104569",
        "统一社会信用代码113300000024840011。",
        "110101199003070021，110101199013070029。",
        "139****1234，11*************02X。",
        "投入13900001234元，产值13900001234.5，编码139000012345，A13900001234。",
        "13800万元，19912345678立方米，用电13900001234度。",
        "项目代码2307-331000-04-01-130000，订单6222000012345678，编号5200000012345677。",
        "热线0570-1234567，12345，座机81234567。",
        "家住清水镇的村民获助，住房保障18号文件，现住人口1200人。",
        "清水镇上村18号水库除险，办公地址：东河街道新城路18号。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def test_in_names_facts_and_prose_each_once(report) -> None:
    works = (
        "facts:\n  line: {value: 13900001234, label: 值班}\n"
        "dam:\n  name: 水库（联系人13700001234）\n  text: |\n    {{ name }}完工，电话13600001234。\n"
        "other:\n  name: 山塘13500001234\n  text: |\n    山塘完工。\n"
    )
    findings = [finding for finding in run(report(works=works)) if finding.kind == "privacy"]
    assert {(f.code, f.severity, f.line, f.quote) for f in findings} == {
        ("PRIV002", Severity.WARNING, 2, "13900001234"),
        ("PRIV002", Severity.WARNING, 4, "13700001234"),
        ("PRIV002", Severity.WARNING, 6, "13600001234"),
        ("PRIV002", Severity.WARNING, 8, "13500001234"),
    }
    assert len(findings) == 4


def test_two_figures_side_by_side_are_no_number(report) -> None:
    works = "shape: project\ndam:\n  name: 甲1390000\n  progress: '1234'\n  total: 3万元\n  text: |\n    完成{{ total }}。\n"
    assert not list(run(report("date: 2024-01-09\nappendix: [works]\n", works=works)))
