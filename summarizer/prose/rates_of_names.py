"""``rate`` where several rates are named in a row, and what was done has their verbs: 签约率、开工率分别为75%和50%，即签约30个.

What was done may stand before the rates or behind them; all of it is of the one figure that heads the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add
from .joining import holds, is_part, operand, place
from .rates import rate_of
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement

_NAMES = lazy("(?P<names>[㐀-鿿]{2,8}?率(?:[、和与及][㐀-鿿]{2,8}?率)+)(?:均|也)?(?:分别|依次)(?:约|已)*(?:为|高?达到?了?|是)?[: ]*$")
_TWO = lazy("(?:^|[,: ])(?P<one>[㐀-鿿]{2})(?P<two>[㐀-鿿]{2})率(?:约|已|仅)*(?:为|高?达到?|是)?[: ]*$")
_STEM = re.compile("([㐀-鿿]{2})率")
_AND = re.compile("[、和与及]")
_MOST, _FAR, _BEHIND = 4, 8, 6


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the rates of each row whose names tell what was done."""
    for first in reading.of_dimension("ratio"):
        if not first.respective or first.listed or "率" not in first.lead or not first.index:
            continue
        said = reading.between(reading.ground.clauses.starts[first.clause], first.start)
        named = _NAMES.search(said)
        rates = [s for s in reading.row(first, _MOST) if s.dimension == "ratio"]
        stems = _STEM.findall(named["names"]) if named else []
        if named and len(set(stems)) == 1:
            stems = [name[:-3] for name in _AND.split(named["names"])]  # 对办理工作满意的526件，…办理工作满意率
        if 1 < len(rates) == len(stems) <= _MOST and len({*stems, ""}) > len(stems):
            yield from _claims(reading, rates, stems)


def of_two_names(reading: Reading, rate: Statement) -> Claim | None:
    """Read 住院患者3260人，治愈2915人、好转298人、未愈31人，治愈好转率98.6%: of two figures of the sentence together."""
    named = _TWO.search(rate.lead)
    if named is None:
        return None
    near = [s for s in reading.so_far(rate, _FAR) if s.is_amount and s.depth == rate.depth and s.is_level and s.is_plain]
    pair = [next((s for s in near if s.subject == name), None) for name in (named["one"], named["two"])]
    parts = [s for s in pair if s is not None]
    if len(parts) < 2 or not parts[0].like(parts[1]):
        return None
    both = Operand(add(s.quantity for s in parts))
    wholes = [s for s in near if s.index < min(p.index for p in parts) and s.like(parts[0]) and s.quantity.value >= both.value]
    tried = [Rate(operand(reading, rate), both, operand(reading, s), place(reading, s, *parts, rate), True) for s in wholes]
    return next((claim for claim in tried if holds(claim)), tried[-1] if len(tried) == 1 else None)


def of_named_part(reading: Reading, rate: Statement) -> Claim | None:
    """Read 供养对象620人（集中155人、分散465人），集中供养率25%: of the part in the bracket before whose name the rate begins with."""
    last = reading.statements[rate.index - 1] if rate.index else None
    if last is None or last.depth != rate.depth + 1 or rate.clause - last.clause != 1:
        return None
    parts = [last, *takewhile(lambda s: s.bracket == last.bracket, reading.before(last, _MOST))]
    whole = reading.statements[parts[-1].index - 1] if parts[-1].index else None
    named = [s for s in parts if len(s.subject) > 1 and rate.lead.strip(" ,").startswith(s.subject) and s.is_level]
    if whole is None or whole.depth != rate.depth or not whole.is_level or len(named) != 1 or not named[0].like(whole):
        return None
    return rate_of(reading, rate, named[0], whole, likely=True)


def _claims(reading: Reading, rates: list[Statement], stems: list[str]) -> Iterator[Claim]:
    first, last = rates[0], rates[-1]
    before = [s for s in reading.so_far(first, _FAR) if s.is_amount and s.depth == first.depth and s.is_plain][::-1]
    after = reading.statements[last.index + 1 : last.index + 1 + _BEHIND]
    goes_on = after[:1] and after[0].lead.startswith("其中")  # 分别为P和Q。其中签约A、开工B
    behind = [s for s in after if s.is_plain and s.sentence - last.sentence <= bool(goes_on)]
    for near in (behind, before):
        done = [next((s for s in near if stem in s.lead and s.role in PRESENT and s.dimension != "ratio"), None) for stem in stems]
        found = [s for s in done if s is not None]
        if len(found) == len(stems) and len({s.index for s in found}) == len(found) and all(s.like(found[0]) for s in found):
            yield from _of_whole(reading, rates, found, before)
            return


def _of_whole(reading: Reading, rates: list[Statement], done: list[Statement], before: list[Statement]) -> Iterator[Claim]:
    """Yield each rate as one of the figure that heads the sentence, or of another that it fits."""
    most = max(s.quantity.value for s in done)
    wholes = [s for s in before if s not in done and s.like(done[0]) and s.role in LEVELS and s.quantity.value >= most]
    if not wholes and done[0].quantity.is_count:  # 表527份，其中满意的526件
        others = [s for s in before if s.quantity.is_count and s.role in LEVELS and s.quantity.value >= most and s.index < done[0].index]
        wholes = [s.in_unit(done[0].quantity.unit) for s in others if not s.quantity.chinese]
    heads = [s for s in wholes if not is_part(reading, s) and s.role is not Role.PRIOR]
    if len(heads) != 1:
        return
    for rate, own in zip(rates, done, strict=True):
        tried = [rate_of(reading, rate, own, whole, likely=True) for whole in (*heads, *(s for s in done if s is not own))]
        yield next((claim for claim in tried if holds(claim)), tried[0])
