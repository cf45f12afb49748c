"""What comes and goes, parts of a year, and the second list of one total: read where they hold, noticed where one figure is altered."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

MOVED = [
    ("规上企业净增{x}家（新入库27家、退库8家）。", "19", "26"),
    ("党员净增{x}名，其中发展64名、减少23名。", "41", "56"),
    ("户籍人口净增{x}人，迁入820人、迁出311人。", "509", "697"),
    ("年末在册企业{x}家（年初840家，新设56家，注销31家）。", "865", "1185"),
    ("去年底全县有养老机构48家。今年新增7家，关停4家，目前共有{x}家。", "51", "70"),
    ("在原有36座充电站的基础上，新增14座，达到{x}座。", "50", "69"),
    ("新增贷款户214户，加上原有的530户，累计达{x}户。", "744", "1019"),
    ("年初结存种子320吨，当年购入150吨，占用90吨，年末结存{x}吨。", "380", "521"),
]
SEASONS = [
    ("全年受理投诉{x}件，一季度、二季度、三季度、四季度分别为210件、180件、240件和170件。", "800", "1096"),
    ("全年发电{x}万千瓦时，其中上半年3120万千瓦时、下半年3480万千瓦时。", "6600", "9042"),
    ("一季度签约项目{x}个，1月、2月、3月分别为11个、6个、16个。", "33", "45"),
    ("前三季度完成投资{x}亿元，其中一季度12.5亿元、二季度20.1亿元、三季度18.0亿元。", "50.6", "69.3"),
]
SECOND = [
    (
        "全镇人口31200人。其中，城镇12500人，乡村18700人；0—17岁、18—34岁、35—59岁、60岁及以上分别为5300人、6400人、{x}人和6500人。",
        "13000",
        "13900",
    ),
    ("立案提案412件，其中集体提案130件、委员提案282件。内容方面，经济的160件，民生的{x}件，环保的60件，文教的42件。", "150", "170"),
    ("共有学员640人，按城乡分，城镇260人、乡村380人；按学历分，初中{x}人、高中210人、大专及以上190人。", "240", "250"),
    ("培训学员{x}人，其中专科104人、本科96人、硕士以上137人。", "337", "327"),
    ("全省记录到地震{x}次，其中2.0—2.9级39次、3.0—3.9级7次、4.0级及以上3次。", "49", "48"),
]


@pytest.mark.parametrize(("sentence", "true", "altered"), [*MOVED, *SEASONS, *SECOND])
def test_every_form_is_read_and_noticed(sentence: str, true: str, altered: str) -> None:
    kinds = ("sum", "difference")
    assert any(stands(sentence.format(x=true), kind) for kind in kinds), "not read"
    assert any(accused(sentence.format(x=altered), kind) for kind in kinds), "not noticed"


@pytest.mark.parametrize(
    "sentence",
    [
        "在原有36座垃圾中转站的基础上，新增14座，达到50座。",
        "拖拉机1079台。其中，城区487台，乡镇592台；一类、二类、三类、四类分别为347台、317台、182台和233台。",
        "全年用水512万吨，其中一季度110万吨、二季度130万吨。",
        "年末在校生4200人，一季度、二季度、三季度、四季度分别为4100人、4150人、4180人和4200人。",
        "净增党员41名，其中女性18名、35岁以下20名。",
    ],
)
def test_what_looks_like_these_and_is_none_is_left_alone(sentence: str) -> None:
    assert silent(sentence)
