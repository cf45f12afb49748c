"""The part of ``blank`` about names and numbers that were to be filled in: 《关于的通知》, 由同志任组长, 第次常务会议, 年月日, 得分分."""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import beginning, in_order
from .base import Hit
from .gone import gone

_PAPERS = "(?:实施)?(?:通知|意见|函|批复|报告|请示|通报|公告|决定|方案|办法)"
_GONE = (
    *beginning("关", rf"于(?:印发|转发|批转|做好|开展|加强|推进)?的{_PAPERS}(?![一-鿿])"),
    *beginning("由", "同志(?:任|担任|牵头|负责|带队|分管)(?!的)"),
    *beginning("第", "[ \u3000]{0,4}[次届](?=[一-鿿]{0,6}(?:会议|全会|常委会|大会))"),
    *beginning("年", "(?<=[。；，：（\n于自至止.].)[ \u3000]{0,4}月[ \u3000]{0,4}日(?![一-鿿]{0,3}[：:])"),
    *beginning("分", "(?<=得分.)(?=[，。；、）,;)])"),
    *beginning("微毫", "(?:(?<=浓度为.)|(?<=浓度.)|(?<=均值为.)|(?<=含量为.)|(?<=浓度达.)|(?<=浓度由.)|(?<=降至.))克/"),
    *beginning(":：∶", "(?<=[0-9].)[:：∶](?=[0-9])"),
)  # fmt: skip


def unnamed(text: str) -> Iterator[Hit]:
    """Yield titles, offices, meetings, days and scores whose own part is gone."""
    for match in in_order(text, _GONE):
        yield gone(text, match.start() - 2, match.end())
