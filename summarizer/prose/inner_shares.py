"""``share`` with its whole inside: 民生支出80亿元，占支出100亿元的80%; 清理2.8万株，为上年4万株的70%."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..patterns import lazy
from . import words
from .joining import holds
from .parts import Pair
from .roles import Role
from .shares import share_of
from .statements import Reading

_OF_FIGURE = lazy(
    r"^[ ,]*(?:仅|只|约|已|累计|共)*(?:为|是|达到?|相当于|等于|完成了?)"
    r"[^,;。0-9(]{0,8}(?:(?:19|20)[0-9]{2}年)?(?:的|同期|全年|底)?[(]?[: ]*$"
)
"""为2022年四万株的70%, 完成总概算一亿元的91%."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Read 民生支出80亿元，占支出100亿元的80%: the whole stands inside of the share."""
    for share in reading.of_dimension("ratio"):
        if share.index < 2 or not (share.lead == "" or ("的" in share.lead and words.EXPLICIT_WHOLE.match(share.lead))):
            continue
        whole = reading.statements[share.index - 1]
        said = ("占" in whole.lead and share.lead != "") or _OF_FIGURE.match(whole.lead) is not None
        if whole.clause != share.clause or not said or not whole.is_amount or whole.role not in (Role.LEVEL, Role.ACTUAL, Role.PRIOR):
            continue
        part = next((s for s in reading.before(whole, 4) if s.segment == share.segment and s.like(whole) and s.is_level), None)
        if part is not None and part.role is not Role.TARGET and not part.quantity.per:
            claim = share_of(reading, Pair(part, share), whole, likely=part.index != whole.index - 1 or part.depth != whole.depth)
            if holds(claim) or "共占" not in whole.lead or whole.clause - part.clause < 2:
                yield claim  # 7个行业下降，航空运输未发生事故，共占12个行业的66.7%: of eight
