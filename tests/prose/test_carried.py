"""What is left of another time stands beside a total: a list behind is of both."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("全年收到建议86件，另有上年结转4件。办理结果为：采纳41件，部分采纳22件，解释说明19件，转交5件，结转下年{}件。", "3", "8"),
    ("共收到公开申请57件（公民48件，企业9件），上年结转3件。答复情况为：公开28件，部分公开11件，不公开9件，不掌握{}件。", "12", "17"),
    ("新收线索142条，加上年遗留8条。处理结果：函询{}条，了结61条，初核35条，立案12条。", "42", "24"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_a_list_of_both(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert accused(text.format(altered), "sum")


@pytest.mark.parametrize("text", [
    "反映情况82条，另有上年结转5条。核查结果为：属实48条，部分属实17条，不属实15条，存疑2条。",
    "收到书面建议。办理结果为：采纳52件，解释18件、留作参考16件。",
])  # fmt: skip
def test_true_lists(text: str) -> None:
    assert silent(text)
