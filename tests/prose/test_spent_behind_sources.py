"""What money is for stands behind where it came from, and two columns are closed by both of their totals."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    (
        "本年度共筹集资金1268万元（上级补助860万元、县级配套308万元、村级自筹100万元），用于道路{}万元、饮水382万元、环境160万元。",
        "726",
        "762",
    ),
    ("争取资金2460万元（中央1800万元、省级660万元），分别用于产业1420万元，基建860万元，就业{}万元。", "180", "108"),
    ("营养改善计划覆盖小学76所、17862人，初中22所、{}人，共计98所、26418人。", "8556", "8565"),
    ("东片新装水表{}只、补助86万元，西片新装水表940只、补助64万元，合计2150只、150万元。", "1210", "1120"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_both_lists(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert len(accused(text.format(altered), "sum")) == 1


@pytest.mark.parametrize("how", ["主要用于", "重点用于", "其中用于"])
def test_what_most_of_it_is_for(how: str) -> None:
    assert silent(f"争取资金2460万元（中央1800万元、省级660万元），{how}产业1420万元、基建460万元、就业180万元。")
