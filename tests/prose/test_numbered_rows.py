"""Batches, periods and classes that are numbered, each with its figure. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

NOUNS = ("第{}批", "第{}期", "第{}轮", "{}季度", "{}类", "{}组", "第{}阶段", "第{}标段")
FORMS = (
    "渠道整治分步推进：{}清淤16公里，{}清淤23公里，{}清淤9公里，{}清淤4公里。",
    "整治渠道：{}16公里、{}23公里、{}9公里、{}4公里，全部完工。",
    "整治情况如下：{}16公里、投资30万元，3月完工；{}23公里、投资46万元；{}9公里；{}4公里，待验收。",
)


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("form", FORMS)
def test_each_number_comes_once(noun: str, form: str) -> None:
    assert stands(form.format(*map(noun.format, "一二三四")), "enumeration")
    for wrong in ("一二二四", "一一三四", "一二三三"):
        assert accused(form.format(*map(noun.format, wrong)), "enumeration")


def test_the_first_may_stand_behind_its_verb() -> None:
    assert stands("整治渠道第一批16公里、第二批23公里、第三批9公里。", "enumeration")
    assert accused("整治渠道第一批16公里、第二批23公里、第二批9公里。", "enumeration")


@pytest.mark.parametrize(
    "text",
    [
        "第一批安排16户，第二批安排23户，第二批已完工9户。",
        "第一批16公里、第二批23公里；其中第一批完工9公里、第二批完工4公里。",
        "第一批16公里，第二批23公里。第二批9公里已完工。",
        "第一批16公里，第二批23公里，第一批9公里完工，第二批4公里完工。",
        "第一批16公里，第二批23公里，第四批9公里。",
        "一季度供水16万吨，二季度供水23万吨，二季度比一季度多7万吨。",
        "第一批16公里、第二批23公里，第二批23公里已验收。",
    ],
)
def test_what_is_said_once_more_of_one_of_them(text: str) -> None:
    assert silent(text)
