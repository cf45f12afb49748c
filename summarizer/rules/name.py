"""``name``: one project or place of work under two names that differ in a joining word or in the order of two characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from .base import Context, Hit, over

_JOINING = "及和与暨"
_WITHOUT = {ord(char): None for char in _JOINING}
#: 的 stands in descriptions, not in names.
_HAN_TAIL = re.compile("[\u4e00-\u7683\u7685-\u9fff]{9,}$")
#: How a name ends; and what it names, so that a general description is none.
_ENDS = re.compile("(?:工程|项目|中心|公墓|医院|学校|水库|大桥|泵站|水厂|园区|基地|体育馆|图书馆|博物馆|福利院|养老院)(?!群)")
_THING = re.compile("[馆院校桥闸坝库园站厂港堤渠塘街湖河江溪岛]|公墓|码头|中心|机场|隧道|公路|铁路|大道|小区|广场|市场|管网")
#: Characters of a name that are compared, counted from its end and without joining words.
_COMPARED = 9
_REACH = 16


def names(context: Context) -> Iterator[Finding]:
    """Yield the rarer one of two names that are meant for one thing."""
    yield from over(context, doubles)


def doubles(text: str) -> Iterator[Hit]:
    """Yield each name that stands once more in the text with a joining word more or less, or with two characters swapped."""
    known: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for end in _ENDS.finditer(text):
        if found := _name(text, end.end()):
            start, bare = found
            written = text[start : end.end()]
            known.setdefault("".join(sorted(bare)), {}).setdefault(written, []).append((start, end.end()))
    for forms in known.values():
        if len(forms) > 1:
            yield from _compared(forms)


def _name(text: str, end: int) -> tuple[int, str] | None:
    """Start and bare form of the last characters before ``end``, if they may be a name."""
    tail = _HAN_TAIL.search(text, max(0, end - _REACH), end)
    if tail is None or len(bare := tail.group().translate(_WITHOUT)) < _COMPARED:
        return None
    bare = bare[-_COMPARED:]
    start = end - _COMPARED
    while len(text[start:end].translate(_WITHOUT)) < _COMPARED:
        start -= 1
    return (start, bare) if _THING.search(text, start, end - 2) else None


def _compared(forms: dict[str, list[tuple[int, int]]]) -> Iterator[Hit]:
    usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0][0]))
    for form, places in forms.items():
        if form != usual and _one(form, usual):
            message = _("“{one}” and “{other}” seem to be one thing under two names").format(one=form, other=usual)
            yield Hit("NAME001", *places[0], message, _("write one name throughout, as in the approval document"))


def _one(form: str, usual: str) -> bool:
    """Whether two forms differ in joining words only, or in two neighbouring characters."""
    one, other = _bare(form), _bare(usual)
    if one == other:
        return True
    odd = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    joins = [char for char in form if char in _JOINING] == [char for char in usual if char in _JOINING]
    return joins and len(odd) == 2 and odd[1] - odd[0] == 1 and odd[0] >= 2


def _bare(form: str) -> str:
    return form.translate(_WITHOUT)


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
