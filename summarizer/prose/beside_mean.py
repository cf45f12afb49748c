"""``bound`` of two figures that are compared: 竣工率47.2%，高于全省平均水平（42.4%）."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..claims.bound import Bound
from ..patterns import lazy
from .choosing import led_by
from .joining import operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_SIGNS = ("高于", "低于", "好于", "优于", "快于", "慢于", "多于", "少于", "超过", "超出")
_COMPARED = lazy(
    r"^[^,;。()0-9]{0,6}[,]?[ ]*(?:也|都|均|略|稍|明显|远|大幅|仍|且|分别)*(?<!不)"
    r"(?:(?P<below>低于|慢于|少于)|(?:高于|好于|优于|快于|多于|超过|超出))[^,;。()0-9]{0,4}"
    r"(?:全[国省市州县区]|同期|上年|去年|平均|国家|省[里定级]|市[里定级]|规定|目标|标准|警戒|控制)"
    r"[^,;。()0-9]{0,12}[(]?(?:增长|为)?[ ]*$"
)
_VALUES = (LEVELS | {Role.RATE, Role.NAMED_RATE, Role.SHARE, Role.GROWTH, Role.AVERAGE}) - {Role.PRIOR, Role.TARGET}


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of figures that are said to be above or below another."""
    for limit in led_by(reading, *_SIGNS):
        value = reading.statements[limit.index - 1] if limit.index else None
        if value is None or not value.like(limit) or limit.dimension == "points" or limit.role in (Role.POINTS, Role.CHANGE):
            continue
        beside = value.segment == limit.segment and limit.clause - value.clause <= 1 and 0 <= limit.depth - value.depth <= 1
        if not beside or value.role not in _VALUES or value.quantity.is_hedged or limit.quantity.is_hedged or _falls(value, limit):
            continue
        if (found := _COMPARED.match(reading.between(value.end, limit.start))) and _ends(reading, limit, value):
            said = "低于" if found["below"] else "高于"
            where = place(reading, value, limit)
            yield Bound(operand(reading, limit), (operand(reading, value),), word=said, place=where, likely=True)


def _falls(value: Statement, limit: Statement) -> bool:
    """Whether one of the two is a decline: 下降3%，低于全省（5%） may be said either way."""
    return value.direction < 0 or limit.direction < 0 or value.quantity.value <= 0 or limit.quantity.value <= 0


def _ends(reading: Reading, limit: Statement, value: Statement) -> bool:
    """Whether the figure compared with is all that its bracket holds, or what the clause ends with."""
    if limit.depth > value.depth:
        return limit.tail.lstrip().startswith(")")
    if "平均" not in reading.between(value.end, limit.start) + limit.tail and not limit.tail.startswith("的"):
        return False  # 低于目标3%: by so much
    return limit.tail.strip() in ("", "的平均水平", "平均水平", "的水平", "的全省平均水平", "的全国平均水平", "的全市平均水平")
