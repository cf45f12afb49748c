"""``count`` of tiers of government before their number: 县、乡镇、村三级, 省市县三级."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..patterns import in_order, lazy
from ..quantities import from_chinese, parse
from .statements import Reading

_SIGNS = tuple(lazy(f"{number}级(?![以及]|医|公|巡|调研)") for number in "两二三四五")
_TIER = (
    "(?:中央|国家|省|自治区|设区市|地市|市州|盟市|市|州|盟|县区|县市区|县市|区县|县|区|旗县|旗|乡镇街道|乡镇|镇街|乡|镇|街道|村社区|村居|村|社区|组)"
)
_LISTED = lazy(rf"(?<![省市州盟县区旗乡镇街村组社居、]){_TIER}(?:[、和与]{_TIER}){{1,5}}级?$")
_RUN = lazy("(?<![省市州盟县区旗乡镇村组])[省市州盟县区旗乡镇村组]{2,5}$")
_BACK = 24
_JOINED = ("乡镇", "镇乡", "县区", "县市", "区县", "旗县", "市州")
"""Two that may be one tier."""
_PAIR = 2
_MARKS = ",;。:、( \n"


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each number of tiers that are named right before it."""
    plain = reading.ground.plain
    if "级" not in plain:
        return
    for sign in in_order(plain, _SIGNS):
        said = plain[max(0, sign.start() - _BACK) : sign.start()]
        number = int(from_chinese(plain[sign.start()]))
        if (found := _tiers(said, number)) is not None:
            length, listed = found
            where = stretch(sign.start() - length, sign.end())
            yield Count(Operand(parse(f"{number}个"), place=where), listed, (), (), False, where, True)


def _tiers(said: str, number: int) -> tuple[int, int] | None:
    """Return how many characters at the end of some words name tiers, and how many tiers; of those without 、 only what fits."""
    bare = re.sub(r"\([^()]*\)", "", said)
    if found := _LISTED.search(bare):
        return len(said) - found.start(), len(re.split("[、和与]", found.group()))
    if found := _RUN.search(bare):
        run, joined = found.group(), sum(pair in found.group() for pair in _JOINED)
        if len(run) - joined <= number <= len(run):
            return len(run), number
        named = len(run) < len(bare) and bare[-len(run) - 1] not in _MARKS  # 清溪县乡村两级: the first may end the name of a place
        told = not joined and len(run) > _PAIR and (number == len(run) + 1 or (number == len(run) - 1 and not named))
        return (len(run), len(run)) if told else None
    return None
