"""The part of ``punctuation`` about clauses and names with no mark between them, each with a figure of its own.

已回复97件回复率98.9%, 出生6556人死亡4528人, 由82.7%提高到83.3%提高0.6个百分点, 养老机构32家床位3360张, 西南街道北关街道.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around

_HAN = "\u4e00-\u9fff"
_SINCE = "(?:20[0-9]{2}年|上年|去年|年初)(?:同期|末)?[增下减提上多少净]"
_PERCENT = r"[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]"


def _behind_unit(words: str) -> str:
    """Return a look back for one of some words of one length right behind a figure and its unit."""
    return f"(?<=[0-9万亿][元人户亩吨件起家次宗头只套场台辆里米斤%％](?:{words}))"


#: Words that begin a clause of their own.
_HEADS = (
    *beginning("率", f"(?=[0-9])(?<![的左以多余中].率)(?<![的左以多余中]..率){_behind_unit(f'[{_HAN}]{{2}}率')}"),
    *beginning("率", f"(?=[0-9]){_behind_unit(f'(?:综合|按时|按期|资金|任务|目标|投资)[{_HAN}]{{2}}率')}"),
    *beginning("均", f"(?=[{_HAN}]{{0,6}}[0-9]){_behind_unit('[人户笔亩日件次例村年床案项个起店]均')}(?<!人人均)"),
    *beginning("产", "(?=量?[0-9])(?:(?<=[0-9万]亩[总单亩]产)|(?<=[0-9]公顷总产))"),
    *beginning("比较", f"(?={_SINCE}){_behind_unit('.')}"),
    *beginning("已", f"(?=[{_HAN}]{{1,3}}[0-9]){_behind_unit('已')}"),
    *beginning("占", f"(?={_PERCENT}){_behind_unit('占')}"), *beginning("完", f"(?=成{_PERCENT}){_behind_unit('完')}"),
)  # fmt: skip
_FIGURE = lazy(r"[0-9][0-9.,]*[万亿]?[^0-9万亿]{1,8}\Z")
_CLAUSE = lazy("[，。；、：（,;\n]")
#: What is so much of something that stands before it in one clause, and what has a plan there.
_OF_BEFORE = lazy("[为给向对由从用使将把让每均至到]|以(?![上下])|任务|目标|计划|应|需")
#: Two items of one unit that make a clause.
_UNITS = "元人户亩吨件起家头只套辆台次个处条名所项座"
_TWO = lazy(
    rf"(?:(?<=[，。；：、（\n])|^)(?:其中)?(?P<one>[{_HAN}]{{2,14}})[0-9][0-9.,]{{0,9}}[万亿]?(?P<unit>[{_UNITS}])"
    rf"(?P<two>[{_HAN}]{{2,6}})[0-9][0-9.,]{{0,9}}[万亿]?(?P=unit)(?=[，。；、）])"
)
_TWO_SIGN = tuple(lazy(f"{u}(?<=[0-9万亿].)(?=[{_HAN}]{{2,6}}[0-9][0-9.,]{{0,9}}[万亿]?{u}[，。；、）])") for u in _UNITS)
_NO_ITEM = lazy(
    "[增减升降提至比较中的超高低为少多和及与或从由余外内上下以每均按月日其共达用给向对将把]|到(?!位)|同期|标准|左右|合计|总计"
)
#: How large it is, right behind how many there are of it.
_SIZES = tuple(
    lazy(rf"{noun}(?<=[0-9万][个家所座处条]{noun})[0-9][0-9.,]{{0,9}}[万亿]?(?:平方米|公顷|[张元亩人名])(?=[，。；、）])")
    for noun in ("床位", "面积", "总面积", "占地面积", "建筑面积", "总投资", "会员", "毕业生", "在校生", "从业人员")
)
#: From what to what it moved, and by how much.
_MOVED = beginning("%％", "(?=(?:提高|上升|提升|下降|降低|回落)了?[0-9])")
_FROM_TO = lazy(r"[由从][^，。；、]{2,24}[到至][0-9.]{1,6}[%％]\Z")
#: Names of one kind that touch each other in a list of them.
_NAMES = tuple(
    lazy(rf"{kind}(?:(?<=[、，：][{_HAN}]{{2}}{kind})[{_HAN}]{{2}}{kind}(?=[、，。；等])|(?<=[{_HAN}]{{2}}{kind})[{_HAN}]{{2}}{kind}(?=、))")
    for kind in ("街道", "镇", "乡", "社区")
)
_BACK, _BEFORE, _BEHIND = 40, 28, 24
_MANY = 4
"""A text with more of them is written so, or lost its marks on the way."""


def joined(text: str) -> Iterator[Hit]:
    """Yield clauses and names with no mark between them, none of a text that has many."""
    found = [*_headed(text), *_pairs(text), *(match.span() for match in in_order(text, (*_NAMES, *_SIZES)))]
    for sign in in_order(text, _MOVED):
        if moved := _FROM_TO.search(text[max(0, sign.end() - _BACK) : sign.end()]):
            found.append((sign.end() - len(moved.group()), sign.end() + 2))
    for start, end in found if len(found) <= _MANY else ():
        message = _("no mark before {number}: {quote}").format(number=text[max(start, end - 4) : end], quote=text[start:end])
        yield Hit("PUNCT005", start, end, message, _("end the clause before it"))


def _headed(text: str) -> Iterator[tuple[int, int]]:
    """Yield figures with the word right behind them that begins another clause."""
    heads = in_order(text, _HEADS)
    shares = [head for head in heads if head.group() == "占"]
    for head in heads if len(shares) < 2 else (head for head in heads if head not in shares):  # 来信292件占73%，来访27件占7%
        before = text[max(0, head.end() - _BACK) : head.end()]
        own = _FIGURE.search(before)
        if own and not (head.group() in "占完" and _OF_BEFORE.search(_CLAUSE.split(before)[-1])):
            yield head.end() - len(own.group()), head.end()


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield clauses that consist of two items."""
    for sign in in_order(text, _TWO_SIGN):
        two = _TWO.search(text, *around(text, sign.start(), _BEFORE, _BEHIND))
        if two is not None and two.start() < sign.start() < two.end() and not _NO_ITEM.search(two["one"] + two["two"]):
            yield two.span()
