"""Steps whose number stands alone or runs into the words before it, and lists without a mark. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told, touches


@pytest.mark.parametrize("step", ["二着力提高水质", "三积极清理渠道", "四加强水费征收", "二扎实做好汛前检查"])
@pytest.mark.parametrize("before", ["渠系水利用率达标。", "一是供水正常；"])
def test_a_number_with_neither_sign(before: str, step: str) -> None:
    wrong, right = f"{before}{step}，满意度提高。", f"{before}{step[0]}是{step[1:]}，满意度提高。"
    assert touches(told(wrong, "punctuation"), wrong, step[:3])
    assert [found.kind for found in told(wrong, "punctuation")] == ["enumeration"]
    assert not told(right, "punctuation")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("灌区有了新的发展目标一是供水达标，二是水费足额。", "一是"),
        ("通过听汇报查资料看渠道三种方式考核。", "听汇报查资料看渠道"),
        ("主要水源有东湖、西湖、南湖、是全县主要供水区。", "、是"),
        ("管护渠道、水闸、泵站、我局安排专人。", "、我局"),
        ("打造渠道、水闸、泵站，堤防、水库等工程。", "，堤防"),
        ("拆除违建3处2022年新建水闸3座。", "2022年"),
        ("现有职工36人45岁以下12人。", "45岁"),
        ("渠系水利用率9.8%提高0.1个百分点。", "9.8%提高"),
        ("批准逮捕486人不批捕213人。", "不批"),
        ("供水增长3.9%全县水费足额征收。", "全县"),
        ("水费增加34万元上升3.9%。", "上升"),
        ("水库被列为省省级重点。", "省省级"),
        ("抢水的事也的时有发生。", "也的"),
        ("用水量居前五位的分别东湖灌区、西湖灌区。", "分别"),
        ("水泵查合格率为82%；关单位认真整改；关部门跟进。", "查合格"),
        ("水泵抽查合格率为82%；关单位认真整改。", "关"),
        ("卸载水泥2，96万吨。", "2，96"),
    ],
)
def test_where_a_sign_or_a_character_is_wrong(text: str, quote: str) -> None:
    assert touches(told(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "工作重点：四坚持四强化。。三建立".replace("。。", "，"), "我们一是清淤，二是补坝。", "第一是安全，第二是水量。",
        "其中渠道、水闸，改善泵站、堤防等条件。", "人人36件，户户通水。", "水闸由3座提高到5座，较上年的9.8%提高0.1个百分点。",
        "有关单位跟进，机关单位3家；公关部门。", "用水量居前五位的分别为东湖灌区、西湖灌区。", "1名退休职工和4名80岁以上老人。",
    ],
)  # fmt: skip
def test_right_marks(text: str) -> None:
    assert told(text, "punctuation", "wording") == []
