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


@pytest.mark.parametrize(
    ("text", "code", "quote", "shown"),
    [
        ("身份证号１１０１０１１９９００３０７００２Ｘ。", "PRIV001", "１１０１０１１９９００３０７００２Ｘ", "11*************02X"),
        ("证号 110101 19900307 002X，", "PRIV001", "110101 19900307 002X", "11*************02X"),
        ("证号110101-19900307-002x，", "PRIV001", "110101-19900307-002x", "11*************02x"),
        ("证号110101　1990　03　07　002X，", "PRIV001", "110101　1990　03　07　002X", "11*************02X"),
        ("证号1101 0119 9003 0700 2X；", "PRIV001", "1101 0119 9003 0700 2X", "11*************02X"),
        ("证号110 101 1990 0307 002X；", "PRIV001", "110 101 1990 0307 002X", "11*************02X"),
        ("序号 3 １１０１０１－１９９００３０７－００２Ｘ", "PRIV001", "１１０１０１－１９９００３０７－００２Ｘ", "11*************02X"),
        ("电话１３９００００１２３４，", "PRIV002", "１３９００００１２３４", "139****1234"),
        ("电话139－0000－1234，", "PRIV002", "139－0000－1234", "139****1234"),
        ("电话＋８６１３９　００００　１２３４。", "PRIV002", "１３９　００００　１２３４", "139****1234"),
        ("卡号６２２２００００１２３４５６７８６。", "PRIV003", "６２２２００００１２３４５６７８６", "6222**********786"),
        ("账号5200-0000-1234-5671", "PRIV003", "5200-0000-1234-5671", "5200*********671"),
    ],
)
def test_wide_or_grouped_numbers_are_quoted_as_written(text: str, code: str, quote: str, shown: str) -> None:
    (hit,) = personal(text)
    assert (hit.code, text[hit.start : hit.end]) == (code, quote)
    assert shown in hit.message


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("受助人赵三，住东河镇新城路9号2栋301室。", "赵三，住东河镇新城路9号2栋301室"),
        ("赵三住东河镇新城路9号2栋301室。", "赵三住东河镇新城路9号2栋301室"),
        ("赵三（住东河镇上村3组18号）", "赵三（住东河镇上村3组18号"),
        ("赵三（男，住东河县城关镇新城路９号２栋３０１室）", "赵三（男，住东河县城关镇新城路９号２栋３０１室"),
        ("慰问赵三，女，汉族，1950年3月出生，住东河镇上村十八号。", "赵三，女，汉族，1950年3月出生，住东河镇上村十八号"),
        ("赵三，现居住于建设路9号。", "赵三，现居住于建设路9号"),
        ("赵三，住建设路9号。", "赵三，住建设路9号"),
        ("家住上村18号的村民赵三获助。", "家住上村18号的村民赵三获"),
        ("走访居住在新城小区5幢302室的独居老人赵某。", "居住在新城小区5幢302室的独居老人赵某"),
        ("村民赵三家住东河县新城路9号", "赵三家住东河县新城路9号"),
        ("帮扶赵三老人（住上村18号）", "赵三老人（住上村18号"),
        ("高某（男，65岁，低保户），住上村18号", "高某（男，65岁，低保户），住上村18号"),
        ("赵三，身份证号：110101 19900307 0021，住上村18号", "赵三，身份证号：110101 19900307 0021，住上村18号"),
        ("赵三，男，居住地址：东河镇新城路9-2号", "赵三，男，居住地址：东河镇新城路9-2号"),
    ],
)
def test_address_beside_a_name(text: str, quote: str) -> None:
    assert found(text) == [("PRIV004", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "县民政局（地址：新城路9号），县住建局位于建设路12号。",
        "马站镇，住建局办公楼在建设路12号2栋301室。",
        "石桥项目，住宅楼12栋，住房保障中心（新城路9号）。",
        "唐某，住院12天，住所不公开；江某，入住率95%。",
        "马站镇敬老院，入住老人120人，位于新城路9号。",
        "石桥村，住户120户，守住18号文件的底线。",
        "赵某，住东河镇。赵某住东河镇敬老院至5月12号。",
        "石桥镇推进农民集中居住项目新城路12号建设，江北居住在建项目3号地块。",
        "为方便居住在新城小区5幢302室的群众，严禁住在新城路9号危房，杜绝住在新城路9号。",
        "家住新城路9号的周边群众、住在上村18号的许多人受益。",
        "居住区12号地块、金山居住小区12栋201室完工。",
        "投入3 156 077元，330 723 199 001 010 017，1 390 000 123。",
        "文号东政发〔2024〕12号，110101 19900307 0021，110101-20240001-0029。",
        "信用代码１１３３００００００２４８４００１１，113300 0000 24 84 001 1。",
        "产值１３９００００１２３４元，项目代码２３０７－３３１０００－０４－０１－１３００００。",
    ],
)
def test_no_person_or_no_number(text: str) -> None:
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
