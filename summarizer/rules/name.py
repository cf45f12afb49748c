"""``name``: one project or place of work under two names that differ in a joining word or in the order of two characters."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import in_order, lazy
from .base import Context, Hit, over

_JOINING = "及和与暨"
_WITHOUT = {ord(char): None for char in _JOINING}
#: A joining word that the name of a project has or has not; between other words it tells two things from one.
_LOOSE = lazy(
    f"[{_JOINING}]其?(?=配套|附属|相关|设备|设施|装修|改造|扩建|改建|提升|加固|周边|室外|绿化|景观|道路|管网|连接线|信息化|安置)"
)
#: 的 stands in descriptions, not in names.
_HAN = lazy("[\u4e00-\u7683\u7685-\u9fff]+")
#: How a name ends; and what it names, so that a general description is none.
_PLACES = "工程|项目|中心|公墓|医院|学校|水库|大桥|泵站|水厂|园区|基地|体育馆|图书馆|博物馆|福利院|养老院"
_ENDS = tuple(lazy(f"{end}(?!群)") for end in _PLACES.split("|"))
_THING = lazy("[馆院校桥闸坝库园站厂港堤渠塘街湖河江溪岛]|公墓|码头|中心|机场|隧道|公路|铁路|大道|小区|广场|市场|管网")
#: Characters of a name that are compared, counted from its end and without joining words.
_COMPARED = 9
_REACH = 16


def names(context: Context) -> Iterator[Finding]:
    """Yield the rarer one of two names that are meant for one thing."""
    yield from over(context, doubles, wide=True)


def doubles(text: str) -> Iterator[Hit]:
    """Yield each name that stands once more in the text with a joining word more or less, or with two characters swapped."""
    known: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for end in in_order(text, _ENDS):
        if found := _name(text, end.end()):
            start, bare = found
            written = text[start : end.end()]
            known.setdefault("".join(sorted(bare)), {}).setdefault(written, []).append((start, end.end()))
    for forms in known.values():
        if len(forms) > 1:
            yield from _compared(text, forms)


def _name(text: str, end: int) -> tuple[int, str] | None:
    """Start and bare form of the last characters before ``end``, if they may be a name."""
    start = end - _COMPARED
    bare = ""
    while len(bare) < _COMPARED:
        if start < max(0, end - _REACH) or not _HAN.fullmatch(text, start, end):
            return None
        bare = text[start:end].translate(_WITHOUT)
        start -= _COMPARED - len(bare)
    return (start, bare) if _THING.search(text, start, end - 2) else None


def _compared(text: str, forms: dict[str, list[tuple[int, int]]]) -> Iterator[Hit]:
    usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0][0]))
    for form, places in forms.items():
        if form != usual and _one(form, usual):
            (start, end), (other, stop) = places[0], forms[usual][0]
            same = _same_before(text, start, other)
            message = _("“{one}” and “{other}” seem to be one thing under two names")
            message = message.format(one=text[start - same : end], other=text[other - same : stop])
            yield Hit("NAME001", start - same, end, message, _("write one name throughout, as in the approval document"))


def _same_before(text: str, one: int, other: int) -> int:
    """How many characters before two places are the same and may belong to the names."""
    same = 0
    while same < min(one, other, _COMPARED) and text[one - same - 1] == text[other - same - 1] and _HAN.match(text[one - same - 1]):
        same += 1
    return same


def _one(form: str, usual: str) -> bool:
    """Whether two forms differ in a joining word that may be left out, or in two neighbouring characters."""
    one, other = (_LOOSE.sub("", name) for name in (form, usual))
    if one == other:
        return True
    odd = [n for n, (a, b) in enumerate(zip(form, usual, strict=False)) if a != b]
    return len(form) == len(usual) and len(odd) == 2 and odd[1] - odd[0] == 1 and odd[0] >= 2


explained(
    Explanation(
        "NAME001",
        "two-names",
        "name",
        Severity.WARNING,
        N_("A project or a place of work has one name: none differs from another only in 及, 和, 与 or in the order of two characters."),
        N_("A reader counts two projects where there is one, and its figures are not found by its name."),
        "清溪水库除险加固及配套工程已开工。清溪水库除险加固配套工程完成投资300万元。",
        "清溪水库除险加固及配套工程已开工。该工程完成投资300万元。",
        N_("Write the name of the approval document throughout; a short form is fine once it has been introduced."),
    ),
)
