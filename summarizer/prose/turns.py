"""The words by which official Chinese says that a figure has changed, by how much, from what and to what."""

from __future__ import annotations

import re
from typing import Literal

from ..patterns import lazy
from .words import any_of, table

UP = table(
    "增长 增加 上升 提高 提升 上涨 上调 上浮 扩大 增收 增支 多收 多支 净增 净增加 增幅 涨幅 增速 回升 多增 增 多 高 快 升 涨 增产 高出 多出"
    " 提标 多购 多销 多产 多办 多缴 多报 多投 多征 多供 多收购 多生产"
    " 超出 超收 调高 偏高 偏多 递增 调增 攀升 跃升 飙升 走高 净流入 新增加 增值 翻升 抬升 上移 上扬 走强 抬高 推高 拉升 增盈 增利"
)
"""Verbs of growth that stand right before their figure."""

DOWN = table(
    "下降 减少 降低 下调 回落 下跌 缩小 减收 减支 少收 少支 短收 欠收 负增长 降幅 跌幅 减幅 收窄 下滑 萎缩"
    " 少购 少销 少产 少办 少缴 少报 少投 少征 少供 少收购 少生产"
    " 少增 压降 下浮 减产 减 少 低 慢 降 跌 净减少 递减 缩减 调减 压减 压缩 缩短 削减 走低 骤降 偏少 偏低 下探 走弱 收缩 下挫"
)
"""Verbs of decline."""

_MOVES = table(
    "增长 增加 上升 提高 提升 上涨 上调 下降 减少 降低 下调 扩大 调整 变动 变更 变 增 升 降 减 压缩 压减 缩短 缩小 合并 整合 撤并 精简"
    " 压降 缩减 扩展 拓展 发展 改"
)

#: What makes another word of a short verb: 新增 is a stock or flow of its own, 最高 a record.
_NOT_AFTER = "新最压核至较缺更审自"
_AFTER_VERB = "(?:了|额度?|幅度?|率|比例|数|量)?(?:约|均|都|仅|只|也|则|已|又|将|各|共|分别)*(?:为|高?达到?了?|是|有)?[: ]*$"
_AFTER_LETTERS = "了额度幅率比例数量约均都仅只也则已又有将各共分别为达到是: "
_STEMS = [word.rstrip(_AFTER_LETTERS) for word in (*UP, *DOWN)]
_STEM_ENDS = frozenset(stem[-2:] for stem in _STEMS)
_SHORT_STEMS = frozenset(stem for stem in _STEMS if len(stem) == 1)
_MAY_END = frozenset((*(stem[-1] for stem in _STEMS), *_AFTER_LETTERS))
_LONGEST_STEM = max(map(len, _STEMS))
_FIRST = "".join(sorted({word[0] for word in (*UP, *DOWN)}))
CHANGE_END = lazy(
    rf"(?=[{_FIRST}])(?<![{_NOT_AFTER}])(?<!改造)(?<!自然)(?<!改造提)(?<![正副普职](?=高))(?:(?P<down>{any_of(DOWN)})|(?P<up>{any_of(UP)})){_AFTER_VERB}"
)
"""A lead that ends in a verb of change: what follows is the change itself."""

_COMPARED = ("", "同比", "环比", "比上年", "比上年同期", "比去年", "较上年")
_PLAIN_VERBS: dict[str, Literal[-1, 1]] = {"增长": 1, "增加": 1, "上升": 1, "提高": 1, "下降": -1, "减少": -1, "降低": -1}
PLAIN_CHANGES = {compared + verb: way for compared in _COMPARED for verb, way in _PLAIN_VERBS.items()}
"""What most changes have before them, no name of what changed, and their direction."""

CHANGE_AROUND = lazy(
    rf"(?:(?:比|较)[^,比较]{{1,12}}|同比|环比)(?:(?P<down>少|减)|(?P<up>多|增))(?![到至为{_NOT_AFTER}])[㐀-鿿]{{1,3}}[: ]*$"
)
"""同比多出栏: the verb of what grew stands between."""


def change_in(lead: str, reach: int = 64) -> re.Match[str] | None:
    """Return the verb of change in which a lead ends, if it begins in its last ``reach`` characters; most end in no letter of one."""
    if lead and lead[-1] in _MAY_END:
        if lead.endswith("高达"):
            lead = lead[:-2]  # 占比高达 is no change
        ends = lead.rstrip(_AFTER_LETTERS)
        # Behind the verb stand only such letters, so it begins not far before the last other.
        if ends and (ends[-1] in _SHORT_STEMS or ends[-2:] in _STEM_ENDS):
            found = CHANGE_END.search(lead, max(0, len(ends) - _LONGEST_STEM, len(lead) - reach))
            if found:
                return found
    return CHANGE_AROUND.search(lead, max(0, len(lead) - reach)) if "比" in lead or "较" in lead else None


CHANGE_START = lazy(
    r"(?:[同又环]?比?|相比(?:净|约)?|(?:[一二三四五六七八九十]{1,2}年(?:来|间)?)?(?:共|累计)?)"
    rf"(?:(?P<down>{any_of(DOWN)})|(?P<up>{any_of(UP)}))"
)
"""A tail that begins with one."""

CHANGED_NOUN = lazy("^[ ,、]*(?:(?P<down>减少|少)|增加|多)(?:死亡|受伤|伤亡|失踪|事故|火灾|案件|投诉|来信|来访)(?:人数|人员)?$")
"""What changes between the verb and its amount: 减少事故6起，减少死亡2人."""

ON_BASE = lazy(rf"的?基础上(?:又|再|净|仍)?(?:(?P<down>{any_of(DOWN)})|(?P<up>{any_of(UP)}))")
"""在上年三百户的基础上增长: the figure is what the change starts from."""
REACHED = lazy(
    r"^[ ,]*(?:总[数量额])?(?:达到?|增[加长]?[到至]|上升[到至]|减少?[到至]|下降[到至]|降[到至]|升[到至]"
    r"|(?:调整|提高|提标|上调|调标)后(?:为|达到?)?)了?[: ]*$"
)
"""What a change comes to, named behind it: 增长5%，达到."""

_BECOMES = (
    *(word for word in (*UP, *DOWN) if word[-1] not in "幅速"),
    *table("调整 变动 变更 修订 追加 合并 整合 撤并 精简 压降 扩展 拓展 发展 变 改 提"),
)
TO_END = lazy(
    rf"(?:{any_of(_BECOMES)})(?:约|了)?(?:到|至|为)"
    rf"(?:(?:(?:19|20)[0-9]{{2}}|今)年[底末]?的?|(?:目|当)前的?|现在的?|[㐀-鿿]{{2}}后的?)?[: ]*$"
)
"""提高到, 变动为: what follows is the level after the change."""

GROWS_BY = lazy("同比(?:增长|下降|上升)为$")
"""同比增长为5%: a growth, and no level after one."""
FROM_LEAD = lazy(r"(?:由|从)[^,]{0,24}$")
TO_TAIL = lazy(rf"(?:[^,0-9]{{0,8}})?(?:{any_of(_MOVES)})(?:到|至|为)|[^,0-9]{{0,6}}(?:到|至)|→")
