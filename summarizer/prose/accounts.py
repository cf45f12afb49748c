"""``difference`` of what came in and what went out, told in several sentences: 收入合计T。支出合计S。收支相抵，年终结余T−S。

Each side may have its own paragraph, with a total that other figures make. Where neither side has one, all figures of the sentence before
are of one side or the other: 基金收入A，上年结余B，基金支出C。收支相抵，年终结余A＋B−C.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim
from ..claims.difference import Difference
from ..patterns import lazy
from .choosing import led_by, together
from .joining import added, holds, is_part_here, operand, place
from .roles import Role
from .statements import Reading, Statement
from .words import ENTRY

_BACK, _PARAGRAPHS = 48, 5
"""Figures and paragraphs before a balance in which both sides stand."""
_GAP = 40
_SIDES = (
    lazy(r"(?:收入|财力|资金来源)(?:合计|总计|共计|总量)(?:为|达)?[: ]*$|总收入(?:为|达)?[: ]*$|(?:可用|总)财力(?:为|达)?[: ]*$"),
    lazy(r"支出(?:合计|总计|共计|总量)(?:为|达)?[: ]*$|总支出(?:为|达)?[: ]*$"),
)
"""What calls a figure all that came in, and all that went out."""
_OWN = lazy("相抵|收支|年终|年末|滚存|累计")
_LESS = lazy("(?:减去?|扣除|减除|抵减)[^,;。0-9]{0,8}支出[^,;。0-9]{0,4}后?[,]")
"""收入总量减去支出总量后，省级结转资金: what is left of both totals."""
_OPENING = lazy("(?:上|去)年|年初|期初|历年")
_IN = lazy("(?:收入|拨入|补助|筹集|转贷|调入)(?:资金)?(?:完成|决算|执行)?$|动用[^,;。]{0,8}基金$")
_OUT = lazy("(?:支出|支付|发放|调出|还本)(?:资金)?(?:完成|决算|执行)?$|(?:安排|补充)[^,;。]{0,8}基金$")
_BARE = lazy("^[ ,]*(?:当年|本年|年终|年末|年底)?(?:收支)?结[转余](?:结余)?(?:为|达)?[: ]*$")
_AVAILABLE = lazy("(?:可用(?:资金|财力)|(?:收入|财力)(?:合计|总计|共计|总量)|总(?:收入|财力))(?:为|达)?[: ]*$")
_MOST = 9
"""Figures of a sentence that are all of one side or the other."""
_ENTRIES = 2
"""Entries such as 上级补助, with which a sentence is the account of a budget."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what each balance says of the two sides before it."""
    for balance in together(reading.of_role(Role.BALANCE), led_by(reading, "结转", "结余", "节余")):
        if balance.start in results or balance.depth or not balance.is_plain or balance.direction < 0 or _OPENING.search(balance.lead):
            continue
        before = reading.between(max(0, balance.start - _GAP), balance.start).rpartition("。")[2]
        surely = "相抵" in before or _LESS.search(before) is not None
        bare = balance.role is Role.BALANCE and _BARE.match(balance.lead) is not None
        if not surely and not bare and (balance.role is not Role.BALANCE or not _OWN.search(before)):
            continue
        near = list(_near(reading, balance))
        claim = _of_totals(reading, balance, near) or (_of_available(reading, balance, near) if bare else None)
        claim = claim or _of_sentence(reading, balance, near, surely=surely)
        if claim is not None:
            yield claim


def _near(reading: Reading, balance: Statement) -> Iterator[Statement]:
    """Yield the figures before a balance back to the one before it, the nearest first; last year's and parts of others are left out."""
    for s in reading.before(balance, _BACK):
        if s.paragraph < balance.paragraph - _PARAGRAPHS:
            return
        if s.depth or not s.like(balance) or not s.is_level or s.role is Role.PRIOR:
            continue
        if s.role is Role.BALANCE and not _OPENING.search(s.lead) and s.lead.lstrip(" ,")[:2] != "安排":
            listed = s.lead[:1] == "、" or s.sentence != balance.sentence
            if not listed or "相抵" in reading.between(max(0, s.start - _GAP), s.start):
                return
        yield s


def _sentences(one: Statement, other: Statement) -> int:
    """Return how many sentences lie from one figure to another; a new line ends one by itself."""
    return other.sentence - one.sentence - (other.paragraph - one.paragraph)


def _of_totals(reading: Reading, balance: Statement, near: Sequence[Statement]) -> Claim | None:
    """Return that a balance lies between the totals of both sides; it may only hold where other figures stand behind them."""
    totals = [s for s in near if "计" in s.lead or "总" in s.lead or "财力" in s.lead]
    come, gone = (next((s for s in totals if side.search(s.lead)), None) for side in _SIDES)
    if come is None or gone is None:
        return None
    where = place(reading, come, gone, balance)
    claim = Difference(operand(reading, come), operand(reading, gone), operand(reading, balance), 1, where, True)
    first, last = sorted((come, gone), key=lambda s: s.index)
    others = any(s.index > last.index and not is_part_here(reading, s) for s in near)
    apart = _sentences(first, last) > 1 or _sentences(last, balance) > 1
    return claim if holds(claim) or not (others or apart) else None


def _of_available(reading: Reading, balance: Statement, near: Sequence[Statement]) -> Claim | None:
    """Return that 结余 right behind what was spent is the rest of what there was: 可用资金T。支出S，为预算的P%。结余T−S."""
    spent = near[0] if near else None
    if spent is None or not _OUT.search(spent.subject) or balance.sentence - spent.sentence > 1 or is_part_here(reading, spent):
        return None
    whole = next((s for s in near[1:] if not is_part_here(reading, s)), None)
    if whole is None or not _AVAILABLE.search(whole.lead) or not spent.quantity.value < whole.quantity.value:
        return None
    where = place(reading, whole, spent, balance)
    return Difference(operand(reading, whole), operand(reading, spent), operand(reading, balance), 1, where, True)


def _of_sentence(reading: Reading, balance: Statement, near: Sequence[Statement], *, surely: bool) -> Claim | None:
    """Return that a balance is what the figures of its sentence, or of the one before, leave: each is of one side."""
    last = near[0].sentence if near else balance.sentence
    own = [s for s in near if s.sentence == last][::-1]
    if not 1 < len(own) <= _MOST or _sentences(own[0], balance) > 1 or any(is_part_here(reading, s) for s in own):
        return None
    come = [s for s in own if _IN.search(s.subject) or _OPENING.search(s.lead)]
    gone = [s for s in own if _OUT.search(s.subject) and s not in come]
    if len(come) + len(gone) < len(own) or not come or not gone:
        return None
    where = place(reading, *own, balance)
    claim = Difference(added(reading, come), added(reading, gone), operand(reading, balance), 1, where, True)
    told = surely or (len(come) > 1 and sum(ENTRY.search(s.lead) is not None for s in own) >= _ENTRIES and _BARE.match(balance.lead))
    return claim if holds(claim) or (told and len(gone) == 1) else None
