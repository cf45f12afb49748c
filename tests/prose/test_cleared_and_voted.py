"""What becomes of documents that are looked through, and what those who were asked have said."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("对2020年以前印发的46件规范性文件进行了清理，继续有效{}件，拟修改6件，废止9件。", "31", "34"),
    ("逐件清理历年印发的39件政策文件，其中仍继续有效{}件，需修订3件，予以废止或失效8件（废止5件、失效3件）。", "28", "31"),
    ("全面清理各类文件128件，保留76件，修改{}件，宣布失效31件。", "21", "24"),
    ("发出测评票120张，收回118张，其中满意96张、基本满意{}张、不满意3张、弃权1张。", "18", "22"),
    ("问卷收回450份，其中满意402份、基本满意{}份、不满意5份。", "43", "48"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_all_of_them(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert len(accused(text.format(altered), "sum")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "收回有效问卷450份，其中满意402份、一般48份，另有无效问卷6份。",
        "抽检水样86批次，其中合格81批次、不合格5批次。",
        "全年清理文件46件，废止9件，修改6件。",
    ],
)
def test_true_lists(text: str) -> None:
    assert silent(text)
