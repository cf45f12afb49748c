"""Accidents with their dead and hurt, in all and by where they happened."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

_ROWS = "其中国道28起、亡5人、伤32人，县道18起、亡4人、伤19人"
FORMS = [
    ("全年发生道路交通事故46起，死亡{}人，受伤51人，直接经济损失28.4万元。" + _ROWS + "；死亡人数同比减少2人。", "9", "12"),
    ("全年发生道路交通事故46起，死亡9人，受伤{}人。" + _ROWS + "。", "51", "15"),
    (
        "上半年发生各类事故62起，死亡15人，伤48人。道路交通55起，死亡{}人，伤43人；工矿商贸4起，死亡3人，伤3人；火灾3起，死亡1人，伤2人。",
        "11",
        "13",
    ),
    ("全县发生农机事故31起、死亡人数8人、受伤26人，其中拖拉机19起、死亡5人、受伤{}人，收割机12起、死亡3人、受伤10人。", "16", "61"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_each_column(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert len(accused(text.format(altered), "sum")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年发生事故46起，死亡9人，受伤51人，同比事故减少3起、死亡减少2人、受伤减少5人。",
        "上半年发生生产事故32起、死亡5人。其中道路运输28起、死亡4人，工矿商贸3起、死亡1人，火灾1起、无人员伤亡。",
        "全年发生事故46起，死亡9人，受伤51人。其中酒驾事故8起、亡2人、伤7人，超速事故11起、亡3人、伤12人。",
    ],
)
def test_true_rows(text: str) -> None:
    assert silent(text)
