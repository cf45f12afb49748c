"""The part of ``blank`` about a year, a number or a percentage that is gone.

年全县新建, 比年增加3万元, 2021—年, 1—月，, 市年脱贫攻坚, 13个村和个企业, 减少134起，下降 ；.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import beginning, in_order, lazy
from .base import Hit, around
from .gone import gone

_HAN = "\u4e00-\u9fff"
#: What a year stands before, where a sentence begins and behind an office.
_OF_YEAR = "市(?![场值盈])|区(?![间域])|[县乡镇州]|全[年市县区省镇乡州国]|我[市县区省]|本[市县区]|[上下]半年|1?[0-9][月—-]|[一二三四]季度"
_OF_OFFICE = "脱贫|国民经济|政府工作|[上下]半年"
_YEAR = (
    lazy(
        rf"年(?<=[\n。；，：（,;:\-—–－~～比较从由到至自速值量额与按和、于.．市县区省].)"
        rf"(?:(?<=[\n。；，：（,;:].)(?={_OF_YEAR})|(?<=[0-9年][-—–－~～].)(?=[{_HAN}])"
        rf"|(?<=[比较].)(?=增|减|下降|决算|同期|我|的[0-9]|全年|提[高升]|预算(?:[增减]|数))|(?<=[从由到至].)(?=的[0-9])|(?<=自.)(?=以来|[0-9]{{1,2}}月)"
        rf"|(?<=[速值量额].)(?=以来)|(?<=与.)(?=相比|同期|决算|预算(?:数|持平|相比))|(?<=按.)(?=平均汇率|不变价|价格)|(?<=[0-9]和.)(?=同期)"
        rf"|(?<=[0-9]年[到至和与].)(?=[{_HAN}，、])(?![均度内底末初前年中产以])|(?<=[0-9]年、.)(?=实现|完成|全|[末底])|(?<=于.)(?=[一二三四]季度|[0-9]{{1,2}}月)"
        rf"|(?<=[0-9][.．、].)(?=[全市县省]|度[省市县])|(?<=[市县区省].)(?={_OF_OFFICE}))",
    ),
)
_FIRST = lazy(rf"年(?={_OF_YEAR})")
_COUNTED = "个家处项所"
_NUMBER = beginning(
    "个",
    f"(?<=[和及、].)(?:{'|'.join(f'(?<=[0-9][{_COUNTED}][{_HAN}]{{{size}}}[和及、].)' for size in (1, 2, 3, 4))})"
    f"(?=[{_HAN}]{{2}})(?![人别体性案税旧子头])",
)
_MONTH = (
    *beginning("月", "(?=[，,、。\u4e00-\u9fff])(?:(?<=[0-9][-—－–～~至到].)|(?<=[0-9]月[-—－–～~至到].))(?![底末])"),
    *beginning("月", "(?:(?<=[0-9]月、.)(?=[，、）,])|(?<=[（、].)(?=、[0-9]{1,2}月)|(?<=、.)(?=[0-9]{1,2}日))"),
    *beginning("日", r"(?<=[0-9]月.)(?=[（(:：0-9]|\n|\Z)"),
)
#: A turn and a space where its percentage stood.
_TURNS = ("增长", "下降", "上升", "提高", "增加", "减少", "增幅", "降幅")
_TURN = beginning(" \u3000", rf"(?:{'|'.join(f'(?<={turn}.)' for turn in _TURNS)})[ \u3000]{{0,4}}(?=[，。；,;])")


def yearless(text: str) -> Iterator[Hit]:
    """Yield places where a year or a number stood."""
    first = _FIRST.match(text)
    for match in (*([first] if first else ()), *in_order(text, (*_YEAR, *_NUMBER, *_TURN, *_MONTH))):
        yield gone(text, match.start() - (2 if match.group().isspace() else 1), around(text, match.start(), 0, len(match.group()) + 2)[1])
