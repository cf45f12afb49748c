"""Figures by their name: what a text means that calls a figure of an earlier sentence by its name, its unit or what it counts.

占全市投诉总量的 means the figure before that is of 投诉; 占总户数的 the one that counts in 户; 占少数民族人口的 the one behind 少数民族共.
Only one figure may go by the name, or the nearest of those that are no part of another.
"""

from __future__ import annotations

from functools import lru_cache

from ..patterns import lazy
from ..quantities.units import COUNTING_WORDS
from .joining import is_part
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement
from .wholes import bare_name, is_called

_BACK = 60
"""Statements before among which a name is looked for."""
_FAR = 5
"""Characters of a name by which it is looked for in other paragraphs."""
_PERIOD = lazy("^(?:全年|年度|当年|本年|今年|年内|同期|本期|当期|累计|共|所有|全部|整个|我们|上述|以上|这些|该|其|已|应)+")
_MEASURE = lazy(
    "(?<=..)(?:总数量|面积|人[口数]数?|户数|[件起例宗批家个项篇套笔]数|次数|数量|规模|金额|总数|总量|总额|总[件起户人例]数|(?<!生产)总值|数|量|额)$"
)
_GENERAL = lazy(r"^(?:总?(?:数量?|量|额|计|和)|全部|总)$|^$")
_COUNT_OF = lazy("^(?:总|全部|常住|在册|在籍)?(?P<unit>[一-鿿]{1,2}?)(?:口|数|总数)$")
_NOUN = lazy(r"^[ ]*(?:的)?(?P<noun>[㐀-鿿]{2,10})")
_WORD, _ALIKE = 2, 3
_PAGES, _FEW = 200, 4
"""Statements before among which a long name is looked for, and how many may have it."""
_PARAGRAPHS, _PAGE = 3, 8
"""Paragraphs before in which a name is looked for; one with 总 is known on the whole page."""
_TOTALS = ("合计", "总计")
_SIDE = lazy(
    "(?:全[市县区省州旗]|地方|本级|累计|完成|实现)*"
    "(?:(?:一般)?公共预算|公共财政(?:预算)?|一般预算|财政(?:预算)?)(?P<side>支出)(?:总额)?(?:完成|实现|累计|执行)?"
)


@lru_cache(maxsize=2048)
def plain_name(name: str) -> str:
    """Return the name of a whole without period, place and measure: 投诉 for 全市投诉总量; nothing where it names nothing."""
    name = _PERIOD.sub("", name)
    if _GENERAL.match(name):
        return ""
    bare = bare_name(_MEASURE.sub("", name))
    return "" if _GENERAL.match(bare) else _PERIOD.sub("", bare)


def title(reading: Reading, figure: Statement) -> str:
    """Return what is said of a figure: its subject and the noun behind it, or what the figure before it is of (24个民族，共1329人)."""
    noun = _NOUN.match(figure.tail)
    own = f"{figure.subject}|{noun['noun'] if noun else ''}"
    if not figure.subject and figure.index:
        before = reading.statements[figure.index - 1]
        if before.segment == figure.segment and figure.clause - before.clause <= 1:
            other = _NOUN.match(before.tail)
            own += f"|{other['noun'] if other else before.subject}"
    return _one_word(own)


def _one_word(said: str) -> str:
    """Return words with another for 进出口, of which 出口 is no part; the name of a whole has it so, too."""
    return said.replace("进出口", "外贸")


def is_of_name(reading: Reading, name: str, figure: Statement) -> bool:
    """Whether a figure goes by a name: by its words, by characters left out, or by its unit (占总户数的)."""
    plain = plain_name(name)
    if counted := _COUNT_OF.match(name):
        unit = "人" if counted["unit"] in ("人", "总人") else counted["unit"]
        if unit in COUNTING_WORDS or unit == "人":
            return figure.quantity.unit.name.endswith(unit) and not _is_change(figure)
    if len(plain) < _WORD:
        return False
    said = title(reading, figure)
    if plain in said or (plain[-1] == "总" and len(plain) > _WORD and plain[:-1] in said):
        return True
    return is_called(figure, plain) or is_called(figure, bare_name(name))


def _is_change(figure: Statement) -> bool:
    return figure.role not in LEVELS


def called(reading: Reading, name: str, part: Statement, beside: Statement) -> Statement | None:
    """Return the one figure before that goes by a name and may be the whole of a part; none where it cannot be told.

    Args:
        part: is no larger and counts the same. beside: the figure that calls the whole; its paragraph is looked through first.
    """
    size = part.quantity.size()[0]
    far = _PAGE if "总" in name else _PARAGRAPHS
    near = [s for s in reading.before(beside, _BACK) if s is not part and s.like(part) and s.role in LEVELS and s.role is not Role.PRIOR]
    near = [s for s in near if s.quantity.size()[0] >= size and s.depth <= part.depth and not s.quantity.per]
    near = [s for s in near if not _is_sibling(reading, s, name) and f"{name}中" not in s.lead]
    here = [s for s in near if s.paragraph == beside.paragraph]
    own = [s for s in here if is_of_name(reading, name, s)] or [s for s in here if _is_alike(reading, name, s)]
    if not own and len(plain_name(name)) >= _FAR:
        own = _of_very_name(reading, name, part, beside)
        close = [s for s in near if beside.paragraph - s.paragraph <= far]
        # 抢险救援10万起; 占抢险救援出动总量的
        own = own or [s for s in close if len(s.subject) > _ALIKE and plain_name(name).startswith(s.subject)]
    elif not own:
        close = [s for s in near if beside.paragraph - s.paragraph <= far]
        own = [s for s in close if s.subject and s.subject in (_PERIOD.sub("", name), plain_name(name))]
        own = own or [s for s in close if _ends_with(s.subject, plain_name(name)) and not is_part(reading, s)]
    if not own and (side := _side_of_budget(name)):
        own = [s for s in near if beside.paragraph - s.paragraph <= _PARAGRAPHS and _side_of_budget(s.subject) == side]
    if not own and name.endswith(_TOTALS):
        own = [s for s in near if s.lead.rstrip("为达: ").endswith(name)][:1]  # 占本年支出合计的, told in a section before
    if _several(own):
        own = [s for s in own if not is_part(reading, s)]
    if _several(own) and "总" in name:
        own = [s for s in own[-1:] if all(other.quantity.size()[0] <= s.quantity.size()[0] for other in own)]
    return None if not own or _several(own) else own[0]


def _ends_with(subject: str, plain: str) -> bool:
    """Whether a subject ends with a name, but for its measure: 全国政府采购规模 and 采购."""
    subject = _one_word(subject)
    return plain != "" and (subject.endswith(plain) or (plain in subject and plain_name(subject).endswith(plain)))


@lru_cache(maxsize=2048)
def _side_of_budget(name: str) -> str:
    """Return 支出 for what goes by many names: 财政支出, 公共财政预算支出, 一般公共预算支出; 财政收入 may hold what others get."""
    found = _SIDE.fullmatch(name)
    return found["side"] if found else ""


def _of_very_name(reading: Reading, name: str, part: Statement, beside: Statement) -> list[Statement]:
    """Return the figures of the pages before whose subject ends with a name: 占一般公共预算支出的."""
    before = (s for s in reading.before(beside, _PAGES) if s.role in PRESENT and s.like(part) and not s.depth)
    found = [s for s in before if s.quantity.size()[0] >= part.quantity.size()[0] and bare_name(s.subject).endswith(bare_name(name))]
    return found[:1] if len(found) <= _FEW else []


def _several(figures: list[Statement]) -> bool:
    return len({s.quantity.size()[0] for s in figures}) > 1


def _is_sibling(reading: Reading, figure: Statement, name: str) -> bool:
    """Whether a figure has a share of the same whole behind it, and so is a part of that, too."""
    plain = plain_name(name)
    for behind in reading.statements[figure.index + 1 : figure.index + 3]:
        if behind.role is Role.SHARE and behind.segment == figure.segment:
            return (len(plain) >= _WORD and plain in behind.lead) or _has_common(plain, behind.lead)
        if behind.role is not Role.GROWTH:
            break  # 出口44亿元，增长7%，占出口总值的58.6%
    return False


def _has_common(plain: str, said: str) -> bool:
    return any(plain[n : n + _ALIKE] in said for n in range(len(plain) - _ALIKE + 1))


def _is_alike(reading: Reading, name: str, figure: Statement) -> bool:
    """Whether a name and what is said of a figure have a word of three characters in common: 传染病发病总数 of 报告法定传染病."""
    return _has_common(plain_name(name), title(reading, figure))
