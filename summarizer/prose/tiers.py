"""``count`` of tiers of government that are named before their number: 县乡村三级, 省、市、县三级, 县、乡镇、村三级.

Without 、 each character is a tier, but for pairs that may be one (乡镇, 村居), and the first may end the name of a place (清溪县乡村两级).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim
from ..patterns import each, lazy
from .lists_of_names import Listed, count_of
from .statements import Reading

_SIGN = lazy("级(?<=[两二三四五]级)(?![甲乙丙医中综以标响公保残资文等])")
_TIER = "自治区|街道|社区|[省市县区旗盟乡镇街村居组户]"
_RUN = lazy(f"(?P<run>(?:{_TIER})(?:[、和]?(?:{_TIER}))+)(?P<number>[两二三四五])级\\Z")
_PAIR = lazy("乡镇|镇街|街镇|村居|村社区|区县|县区|县市|市区|旗县|盟市|村组|乡街|街道社区")
_WORDS = lazy(_TIER)
_LENGTH = 24
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_HAN = lazy("[一-鿿]")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all tiers that are counted."""
    plain = reading.ground.plain
    for sign in each(plain, _SIGN):
        found = _RUN.search(plain, max(0, sign.start() - _LENGTH), sign.end())
        if found is None:
            continue
        least, most = _range(re.split("[、和]", found["run"]))
        if _HAN.match(plain, found.start() - 1):
            least -= 1
        names = ("",) * least
        number = _NUMBERS[found["number"]]
        if most > 1 and abs(number - (least if number < least else most)) <= 1:
            yield count_of(number, Listed(names, most - least, False, *found.span("run")), found.span("number"), found.span())


def _range(members: list[str]) -> tuple[int, int]:
    """Return how many tiers the members are at least and at most."""
    words = [_WORDS.findall(member) for member in members]
    most = sum(map(len, words))
    return most - sum(len(_PAIR.findall(member)) for member in members), most
