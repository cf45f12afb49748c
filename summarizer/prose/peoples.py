"""``count`` of peoples that are named: 有回、满、达斡尔、朝鲜4个民族.

Their names are a closed list, so that a row of them is no choice of words, and its length can be told also where a 、 was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..patterns import lazy
from ..quantities import BELOW_HUNDRED, from_chinese, parse
from . import words
from .statements import Reading

_NAMES = words.table(
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇"
    " 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔"
    " 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 维"
)
_NAME = f"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})族?"
_ROW = lazy(
    rf"(?P<row>{_NAME}(?:[、,和及]?{_NAME})+)(?P<number>[0-9]{{1,2}}|两|{BELOW_HUNDRED})个(?:少数)?民族"
)
_ROW_SIGN = lazy("民族(?<=个..)|民族(?<=个少数..)")
_ONE = lazy(_NAME)
_REACH = 240
_MARKS = ",。;:!?\n("


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every row of peoples that its number ends."""
    plain = reading.ground.plain
    for sign in _ROW_SIGN.finditer(plain):
        start = max(0, sign.start() - _REACH)
        start = max(start, *(plain.rfind(mark, start, sign.start()) + 1 for mark in _MARKS if mark != ","))
        found = next((m for m in _ROW.finditer(plain, start, sign.end()) if m.end() == sign.end()), None)
        if found is None:
            continue
        named = len(_ONE.findall(found["row"]))
        digits = found["number"]
        number = int(digits) if digits.isdigit() else int(from_chinese(digits))
        if named == number == found["row"].count("、") + 1:
            continue  # read with all lists
        stated = Operand(parse(f"{number}个"), place=stretch(*found.span("number")))
        yield Count(stated, named, (), (), False, stretch(*found.span()), True)
