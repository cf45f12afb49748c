"""Things that are told by their numbers are as many as is said."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("年初承诺的十二件实事，目前已完成8件（第1、2、3、5、6、9、{}12项），其余4件（第4、7、8、11项）正在推进。", "10、", ""),
    ("全年编发工作简报6期（第13至{}期），印发通报3份。", "18", "19"),
    ("重点督办建议4件，分别是第12、35、46{}号，均已办结。", "、71", ""),
    ("未完成的有3项，即第三、{}九项。", "六、", ""),
    ("召开常务会议5次（第31—{}次），研究议题86项。", "35", "36"),
    ("完成9件民生实事（第1-6、8{}项）。", "-10", "、10"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_so_many_numbers(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "count")
    assert len(accused(text.format(altered), "count")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "修改条款5处（第三、七条等），新增条款2处。",
        "走访3所学校（第一、第二、第四小学）。",
        "督办8件（第1、3项为省级督办，其余为市级督办）。",
        "下达计划3批（第1、2批4月下达，第3批9月下达）。",
        "整治隐患5处（第1、2标段），修复路面8项（第一、二批）。",
        "检修水泵3台（第1、2号泵站）。",
    ],
)
def test_true_numbers(text: str) -> None:
    assert silent(text)
