"""The part of ``unit`` about hedges: 约300人左右, 近十万余元, 超过500人以上, 不足30人以上, 大约近70人, 300余人左右, 300多余人."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, matches_at

_HAN = "\u4e00-\u9fff"
_NUMBER = r"[ ]?(?:[0-9]{1,12}(?:\.[0-9]{1,6})?[ ]?[百千万亿]{0,2}|[一二两三四五六七八九十百千万亿]{1,6})"
_UNIT = r"(?:[%％]|[^\W\d_余多约近超]{0,4}?)"
_OVER = rf"(?:余(?=[{_HAN}])|多(?=[万亿个名户家人项件处次亩吨公元份场])(?!个?(?:方面|部门|渠道|层|功能|样)))"
_ABOUT = "(?:左右|上下)"
#: 近30多年: not nearly so many years, but those that are past.
_TIME = "(?!年|个?月|[日天])"
#: Words before a figure, and what may not stand behind it then.
_PAIRS = (
    ("(?<![节签预合履契公条邀违特大隐])约[为有达占]?|大约占?|大概", f"{_OVER}?{_UNIT}(?:{_ABOUT}|以[上内下])|{_OVER}"),
    ("(?<![附最临接邻靠将远亲相])近|将近|接近", f"{_TIME}{_OVER}?{_UNIT}(?:{_ABOUT}|以上)|{_OVER}{_TIME}"),
    ("(?<![赶反])超过?|逾", f"{_OVER}?{_UNIT}(?:{_ABOUT}|以[上内下])|{_OVER}"),
    ("至少|不少于|不低于|不超过|最多|至多|不足|不到", f"{_UNIT}(?:{_ABOUT}|以[上内下])|{_OVER}"),
)
_HEDGED = lazy("|".join(f"(?:{before}){_NUMBER}(?:{behind})" for before, behind in _PAIRS))
_FRONT = "[为过有达占]?(?:[ ]?[0-9]|[一二两三四五六七八九十百千万]{1,5}[余多])"
_SIGN = (
    *beginning("约近超逾", _FRONT), *beginning("大", f"[约概]{_FRONT}"), *beginning("将接", f"近{_FRONT}"),
    *beginning("至", f"[少多]{_FRONT}"), *beginning("最", f"多{_FRONT}"), *beginning("不", f"(?:少于|低于|超过|[足到]){_FRONT}"),
)  # fmt: skip
#: Two words before one figure.
_BEFORE = (
    *beginning("约", r"(?<![签预合履契公条邀违特].)(?:近|超过?|不足|不到)(?=[0-9])"),
    *beginning("近", r"(?<![附最临接邻靠将远亲相].)约(?=[0-9])"), *beginning("超", r"(?<![赶反].)过?[约近](?=[0-9])"),
    *beginning("不", "[足到][约近](?=[0-9])"),
)  # fmt: skip
#: Two words behind one.
_BEHIND = (
    *beginning("余多", rf"(?<=[0-9十百千万亿].)[{_HAN}]{{1,4}}?(?:左右|上下|以上)(?=[，。；、）,;])"),
    *beginning("多", "(?<=[0-9十百千万亿].)余(?=[名人户家个件份万亿亩吨元公场次](?!员))"),
    *beginning("余", "(?<=[0-9十百千万亿].)多(?=[名人户家个件份万亿亩吨元公场次](?!员))"),
)  # fmt: skip

_AHEAD, _DIGITS = lazy("(?<=[约近超过足到])[0-9][0-9.]*"), lazy("[^0-9.一二两三四五六七八九十百千万亿]")
_LONGEST = 12


def hedges(text: str) -> Iterator[Hit]:
    """Yield hedges of which a figure carries two."""
    for match in (*matches_at(_SIGN, _HEDGED, text), *in_order(text, (*_BEFORE, *_BEHIND))):
        start, end = match.span()
        if match.group()[0] in "余多":
            start -= len(_DIGITS.split(text[max(0, start - _LONGEST) : start])[-1])
        elif ahead := _AHEAD.match(text, end):
            end = ahead.end()
        message = _("two hedges on one figure: {quote}").format(quote=text[start:end])
        yield Hit("UNIT004", start, end, message, _("one is enough: 约30个, or 30个左右"))


explained(
    Explanation(
        "UNIT004",
        "two-hedges",
        "unit",
        Severity.WARNING,
        N_("One figure carries one hedge: not 约…左右, 近…余, 至少…以上."),
        N_("Two hedges contradict each other or say nothing."),
        "参加活动的群众约300人左右。",
        "参加活动的群众约300人。",
        N_("Keep one of the two."),
    ),
)
