"""The review record: its steps, its aliases, its mistakes."""

from __future__ import annotations

import pytest

from tests.conftest import Folder


def test_in_chinese(folder: Folder) -> None:
    folder.write(
        "report.yaml",
        folder.read("report.yaml")
        + "审核:\n  拟稿: {岗位: 办公室, 日期: 2024-01-05}\n  审核: {岗位: 分管副局长, 日期: 2024年1月6日}\n"
        + "  签发: {岗位: 局长, 日期: 2024-01-06}\n  版本指纹: 0123 4567 89AB\n",
    )
    review = folder.load().report.review
    assert review is not None
    assert [(step.name, step.by, step.day.isoformat()) for step in review.steps] == [
        ("prepared", "办公室", "2024-01-05"),
        ("reviewed", "分管副局长", "2024-01-06"),
        ("signed", "局长", "2024-01-06"),
    ]
    assert review.fingerprint == "0123456789ab"
    assert review.missing == ()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("  signed: {by: '', date: 2024-01-05}", "by is empty"),
        ("  signed: {by: 局长, date: 2024-01}", "must be a day"),
        ("  signed: {by: 局长, date: 2024-02-30}", "date: "),
        ("  signed: {by: 局长}", "signed lacks date"),
        ("  signed: 局长", "signed must be"),
        ("  signd: {by: 局长, date: 2024-01-05}", "unknown key signd"),
        ("  fingerprint: 0123", "first 12 to 64 digits"),
        ("  签发: {岗位: 局长}", "签发 lacks 日期"),
        ("  签发: 局长", "签发 must be `key: value` lines, but here stands text"),
        ("  签发: 局长", "write `签发: {岗位: office or post, 日期: 2024-01-10}`"),
        ("  签发: {岗位: 局长}", "write `签发: {岗位: office or post, 日期: 2024-01-10}`"),
        ("  拟稿: {岗位: 办公室, 日期: 2024-01-09}\n  签发: {岗位: 局长, 日期: 2024-01-05}", "签发 on 2024-01-05, before 拟稿"),
        ("  prepared: {by: 办公室, date: 2024-01-09}\n  signed: {by: 局长, date: 2024-01-05}", "signed on 2024-01-05, before prepared"),
    ],
)
def test_mistakes(folder: Folder, record: str, words: str) -> None:
    folder.write("report.yaml", f"{folder.read('report.yaml')}review:\n{record}\n")
    errors = folder.errors()
    assert words in "\n".join(str(error) for error in errors)
    assert all(error.where and error.where.line > 10 for error in errors)
