"""By what name a share calls its whole, and which figures go by that name."""

from __future__ import annotations

import re
from functools import lru_cache

from ..patterns import lazy
from . import words
from .statements import Reading, Statement

PLAIN_SHARE = lazy(
    r"(?:^|[^\u4e00-\u9fff])(?:(?:约|均|各|所)?占(?:比|(?:总(?:人|户|件|起|批|次|人次|家|个)?[数量]|[总整]体)的?(?:比[例重])?|比例|比重)?|比例)"
    r"(?:约|高?达到?了?|为|是)*[: ]*$"
)
"""A 占 that names no whole: 占比, 占."""
_WHOLE_NAME = lazy(
    r"(?:占|(?:为|达到?|相当于|等于)(?=[^占]*的[约近]?$))(?P<name>[^,;占]{2,20}?)(?:总数)?的?"
    r"(?:比重|比例|份额)?(?:约|高?达到?了?|为|是|超过)*[: ]*$"
)
_NAMED = lazy(r"占(?P<name>[^,;占]{2,20}?)(?:总数|总[额量]|的|比重|比例|份额|达|为|是|到|超过|约|近)*[: ]*$")
_SHORT = 3
_NOUN = 14
_HERE = lazy("^(?:全(?:[市省县区州镇国]|部)|[我本][市省县区州])+|^总(?=人口)|的$")
"""What a whole is called beside its name."""
_SCOPE = lazy(r"全[市省县区州镇国部]|[我本]?[市省县区州](?=.)|我国|当年|同期|总|的|数|额|量|全")
_MEASURE = lazy("(?<=..)(?:面积|人数|户数|数量|规模|金额|总数|总量|总额|(?<!生产)总值)$")
"""What a name of a measure ends with in one place and not in another: 占耕地面积的, 耕地五十万亩."""
_KINDS = frozenset(("项目", "基本", "人员", "公用", "专项", "税收", "非税"))
"""What makes the name of a part out of that of the whole: 项目支出 is not all 支出."""
_ALIASES = {
    "一般公共预算": "财政", "公共财政预算": "财政", "公共预算": "财政", "财政总收入": "财政收入",
    "外贸进出口": "外贸", "进出口": "外贸",  # 出口 is no part of the word
    "GDP": "生产总值", "国内生产总值": "生产总值", "地区生产总值": "生产总值",
}  # fmt: skip


def whole_name(share: Statement) -> str:
    """Return the name of the whole in 占社零总额的, empty where 占 names none: 占比, 占."""
    lead = words.BRACKETED.sub("", share.lead)
    found = _WHOLE_NAME.search(lead)
    return "" if found is None or PLAIN_SHARE.search(lead) is not None else _HERE.sub("", found["name"])


def is_called(level: Statement, name: str) -> bool:
    """Whether a figure goes by a name, or by one that the name is short for: 社会消费品零售总额 by 社零总额."""
    own = level.subject
    if "进出口" in own and "进出口" not in name:
        own = bare_name(own)
    rest = iter(own)
    if len(name) < 2 or len(own) < 2:
        return False
    more = own in name and name.removesuffix(own) not in _KINDS
    return name in own or more or (len(name) > 2 and all(character in rest for character in name))


def thing_of(name: str) -> str:
    """Return a name without whose it is and how it is measured: 体检 for 全县体检人数."""
    return _MEASURE.sub("", bare_name(_MEASURE.sub("", name)))


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """Return a name without whose it is, and by its usual word."""
    for alias, usual in _ALIASES.items():
        name = name.replace(alias, usual) if usual not in name or alias != "GDP" else name
    return _SCOPE.sub("", name)


def opens(reading: Reading, head: Statement, part: Statement) -> bool:
    """Whether a figure opens a segment that no 其中 stands in: 其中甲9亿元；施工项目52个，新开工22个，投产35个，投产率."""
    first = not head.index or reading.statements[head.index - 1].segment != head.segment
    return first and "其中" not in reading.between(reading.ground.clauses.starts[head.clause], part.start)


def have_word(one: Statement, other: Statement) -> bool:
    """Whether two figures are of one thing, by two characters of their names: 案件 of 受理案件 and 办结案件."""
    said, name = one.lead + one.tail[:_NOUN], other.subject or other.tail[:_NOUN].split(",")[0]
    return any(name[n : n + 2] in said for n in range(len(name) - 1))


def is_of_another(share: Statement, whole: Statement) -> bool:
    """Whether the share names a whole that is not this one: 占全市的, 占同类项目的."""
    return _NAMED.search(share.lead) is not None and PLAIN_SHARE.search(share.lead) is None and not names(share, whole)


def names(share: Statement, whole: Statement, *, exact: bool = False) -> bool:
    """Whether the words behind 占 name the whole."""
    found = _NAMED.search(share.lead)
    if found is None:
        return False
    own = thing_of(whole.subject)
    if share.respective and any(own.endswith(bare_name(name)) for name in re.split("[及和与、]", found["name"]) if len(name) > 1):
        return True  # 分别占农户及农业人口的
    name = thing_of(found["name"]).removesuffix("口")
    if name.startswith(whole.quantity.unit.name or "-"):
        return True  # 占总批次的
    if len(name) < 2 or not own:
        return False
    if len(name) == _SHORT and own.endswith(name[0] + name[-1]):
        return True  # 接警11033起, 占接报警总数的
    return own == name if exact else (own.endswith(name) or name.endswith(own) or name in own)
