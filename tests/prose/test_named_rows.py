"""A number of things and a row for each of them behind a colon, true and altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

ROWS = "东湖景区16.07万人次，增长8.4%；西山景区12.96万人次，增长10.4%；南岭景区28.31万人次，增长22.9%；北谷景区15.6万人次，增长16%。"


LEADS = ["重点监测的{}家景区游客均有增长：", "{}个景区接待情况依次为：", "全市{}处景区（点）游客数、收入等均有增长：春节期间，"]


@pytest.mark.parametrize("lead", LEADS)
def test_as_many_rows_as_things(lead: str) -> None:
    assert stands(lead.format(4) + ROWS, "count")
    assert accused(lead.format(5) + ROWS, "count")


def test_rows_of_other_things() -> None:
    assert silent("全市9家景区游客均有增长：" + ROWS)
