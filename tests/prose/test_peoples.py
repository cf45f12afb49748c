"""Rows of peoples and what else is listed where its number stands. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "有回、满、达斡尔、朝鲜、哈尼、藏、苗、壮、土家9个少数民族，共333人。",
        "居民以回族为主，另有藏、撒拉、土、蒙古、维吾尔、土家、东乡、壮，哈萨克、朝鲜10个民族。",
        "超过100人的有回、满、藏蒙古4个民族，共86人。",
        "示范基地建成2个，分别在东湖乡和西山镇。",
        "水厂新建3座，分别位于东湖乡、西山镇、南苑镇。",
    ],
)
def test_a_row_as_long_as_its_number(text: str) -> None:
    assert stands(text, "count")


@pytest.mark.parametrize("text", ["有回、满、达斡尔、朝鲜、哈尼、藏、苗、壮、土家10个少数民族，共333人。", "有汉、回、藏蒙古3个民族。"])
def test_a_row_that_is_longer_or_shorter(text: str) -> None:
    assert accused(text, "count") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "有回、满、藏等24个少数民族。",
        "示范基地建成4个，分别在东湖乡和西山镇。",
        "新型农民培训已办2期，分别是花生种植、果树管护和生猪养殖、动物防疫。",
        "生猪存栏7.5万头，其中能繁母猪0.6万头，出栏12.7万头。",
        "特别重大事故4起，157人，同比增加1起、37人。其中煤矿2起，61人，同比减少1起、59人；建筑1起，64人，同比增加1起、64人；冶金1起，32人。",
    ],
)
def test_what_only_looks_like_a_fault(text: str) -> None:
    assert silent(text)
