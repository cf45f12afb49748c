"""``sum`` of who pays: 总投资612万元，上级补助430万元，自筹182万元. What the last of them pays is what the others leave."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, is_part_here, operand, place
from .nearness import base, near_sum
from .roles import LEVELS
from .slips import CHANCE, slip_chance
from .statements import Reading, Statement

_LAST = lazy(
    r"(?:自筹(?:资金)?|自行?(?:筹措|解决|配套)|(?:[省市县区镇乡村]级?|地方|本级|单位|企业|财政)(?:财政)?(?:资金)?配套(?:资金)?|配套资金|(?:县|区|镇|乡|本)级?财政(?:安排|承担|资金)"
    r"|业主投资|社会(?:投资|资本|捐[赠助资]|筹集)|群众(?:集资|筹资))(?:需|为|约)?$"
)
_SIGNS = ("自筹", "配套", "自行", "筹措", "财政安排", "财政承担", "财政资金", "投资", "社会", "群众")
_PAYER = lazy("中央|[省市县区州镇乡村厅局]|上级|国家|财政|补[助贴]|配套|自筹|专项|社会|贷款|捐|彩|本级|单位|企业|群众|业主|债券|银行|购税")
_ALL = lazy("投资|投入|资金|经费|概算|造价|需|费用|总额|预算")
_TOTAL = lazy("总投[资入]|概算|造价|计划投[资入]|投资(?:总额)?(?:为|约|达)?$|投入(?:资金)?(?:为|约|达)?$|总(?:经费|资金|费用)")
_NO_HEAD = lazy("其中|包括|占|比|较|完成(?!投资)|到位|累计|已|年度")
_NO_PART = lazy("到位|已|累计|完成|占|尚|缺|结余|剩|拨付|支付|另")
_MOST = 6
_LEAST_OF, _MOST_OF = 0.5, 2.0


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of all rows of payers right behind what is to be paid."""
    for last in led_by(reading, *_SIGNS):
        if last.dimension != "money" or not _LAST.search(last.lead) or not _may_pay(last):
            continue
        row, head = [last], None
        for s in reading.before(last, _MOST):
            if s.depth != last.depth or s.segment != last.segment or not s.like(last):
                break
            if not _may_pay(s):
                head = s
                break
            row.insert(0, s)
        if head is not None and len(row) > 1 and (claim := _claim(reading, head, row, results)):
            yield claim


def _may_pay(s: Statement) -> bool:
    return s.role in LEVELS and s.quantity.is_plain and _PAYER.search(s.lead) is not None and not _TOTAL.search(s.lead)


def _claim(reading: Reading, head: Statement, row: list[Statement], results: Set[int]) -> Sum | None:
    if not head.is_level or not _ALL.search(head.lead) or _NO_HEAD.search(head.lead) or any(_NO_PART.search(s.lead) for s in row):
        return None
    following = reading.statements[row[-1].index + 1 : row[-1].index + 2]
    if following and following[0].segment == row[-1].segment and following[0].like(head) and following[0].depth == head.depth:
        return None
    claim = Sum(operand(reading, head), tuple(operand(reading, s) for s in row), True, False, place(reading, head, *row), True)
    if near_sum(head, row):
        return claim if holds(claim) else None
    made = float(sum(map(base, row))) / float(base(head) or 1)
    near = _LEAST_OF < made < _MOST_OF or slip_chance(head, tuple(row)) < CHANCE
    return claim if near and head.start not in results and not is_part_here(reading, head) else None
