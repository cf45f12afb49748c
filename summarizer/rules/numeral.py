"""``numeral`` (GB/T 15835): figures in a form that is not written, or in two forms side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_, ngettext
from ..i18n import gettext as _
from .base import Context, Hit, lines_with, matches_at, over

_HAN = "\u4e00-\u9fff"
_COUNTED = "元人户亩个名家件次场项处座所条台套辆张册株头只吨斤"
#: 千瓦, 千米, 千公顷 and the like are units.
_THOUSAND = re.compile(rf"(?<![0-9A-Za-z.．,，第])[1-9](?:[千百][余多]?(?:[{_COUNTED}]|平方|公里)|[千百]万(?!瓦))")
_MIXED = re.compile(
    rf"(?<![0-9.．,，])[0-9]{{1,4}}(?:亿[0-9]{{1,4}}万|万[0-9]{{4}}(?=[余多]?(?:[{_COUNTED}]|平方|公))|[万亿][1-9]千)(?![0-9瓦])"
)
_SCALE_SIGN = re.compile("[0-9](?:[千百]|[万亿][0-9])")
_ADJACENT = re.compile(
    rf"(?<![第一二三四五六七八九十百千零〇（({'\\n'}])(?:一、[二两]|[二两]、三|三、四|四、五|五、六|六、七|七、八|八、九)(?:[十百千]|(?:[十百千万]?(?:个(?!百分点)|名(?!字)|家|户|人(?!称)|天|倍|斤|公里|千米|米|亩|岁)))"
)
_ADJACENT_SIGN = re.compile("[一二两三四五六七八]、[二两三四五六七八九]")
_YEARS = re.compile(r"(?<![0-9/\-A-Za-z.])((?:19|20)[0-9]{2})年?(?P<mark>[-－])((?:19|20)[0-9]{2})(?=[年）)》〉”，。；、 \u4e00-\u9fff]|$)(?!-)")
_RANGE = re.compile(
    r"(?<![0-9A-Za-z.．,，%％年月/\-—~～])(?P<low>[0-9]{1,6}(?:\.[0-9]{1,3})?)(?:[-－–—~～至]{1,2})(?P<high>[0-9]{1,6}(?:\.[0-9]{1,3})?)(?P<unit>[万亿%％])"
)
_RANGE_SIGN = re.compile("[0-9][-－–—~～至]{1,2}[0-9]")
_CHINESE = "二两三四五六七八九十"
#: Items of a series, each ending with a count: 新建3所、改建两所、扩建1所.
_ITEM = re.compile(
    rf"(?<![{_HAN}])(?P<words>[{_HAN}]{{1,10}}?)(?:(?P<arabic>[0-9]{{1,6}})|(?P<chinese>[{_CHINESE}]{{1,3}}))(?P<unit>[{_COUNTED}])(?P<end>[、，,；;。\n]|$)"
)
_ITEM_SIGN = re.compile(rf"[0-9][{_COUNTED}][、，,；;。]")
_PERCENT = re.compile(r"百分之[一二三四五六七八九十零点]{1,8}(?=[，。；、,;以左）)])(?!、百分之)")


def numerals(context: Context) -> Iterator[Finding]:
    """Yield figures whose form GB/T 15835 does not know."""
    yield from over(context, forms)


def forms(text: str) -> Iterator[Hit]:
    """Yield what is wrong with the form of the figures of a text."""
    yield from _scales(text)
    for match in matches_at(_ADJACENT_SIGN, _ADJACENT_AT, text) if "、" in text else ():
        quote = match.group()
        message = _("an approximation is written without 、: {quote}").format(quote=quote)
        yield Hit("NUM003", *match.span(), message, _("write {form}").format(form=quote.replace("、", "")))
    yield from _years(text)
    yield from _ranges(text)
    yield from _series(text)
    yield from _percents(text)
