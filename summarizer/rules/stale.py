"""The part of ``date`` about age: figures that stand at another day than the report says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..claims.base import Explanation, explained
from ..document import Heading, plain
from ..errors import FigureError
from ..facts.factset import Fact, FactSet, node_at
from ..facts.shapes import keys_of
from ..facts.source import Mapping, Scalar
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from ..quantities import DateText
from .base import Context, Hit, found, over
from .passages import Passage
from .places import fact_place, scalar_place

#: Where a text turns to the next year; what is expected there is no stale estimate.
_PLANS = lazy(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五]部分)[^\n。]{0,24}(?:思路|计划|打算|安排|展望|谋划)[^\n。]{0,12}$", re.M
)
_PLANNING = lazy("思路|计划|打算|安排|展望|谋划")
_STALE = lazy(
    r"截[至止]到?(?:(?P<year>20[0-9]{2})年|今年|本年)?(?:第?[一二三]季度|前三季度|上半年|(?:1[01]|[1-9])月)(?:份|[底末]|[0-9]{1,2}日)?"
    r"|预计(?:到|至|于|在)?(?:今年|本年)?(?:年底|年末|年内|12月底)"
)
_TITLE = lazy(r"(20[0-9]{2})年(?![^\n。]{0,4}上半年|[^\n。]{0,6}季度)[^\n。]{0,16}(?:总结|工作完成情况|工作情况)")
_DAY = lazy(
    r"(?:成文|生成|发布|公开|公布|印发)(?:日期|时间)[:：]?[ \t\u3000]*(20[0-9]{2})"
    r"|^[ \t\u3000]*(20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日[ \t]*$",
    re.M,
)
#: Keys of what was done in the year; an estimate of them does not outlive the year.
_DONE = frozenset({"invested", "actual", "rate", "paid", "raised", "score", "rank"})


def standing(context: Context) -> Iterator[Finding]:
    """Yield figures from after the report, and stale ones in a report of the whole year."""
    if context.facts is None:
        year = _year_reported(context.text)
        if year:
            yield from over(context, lambda text: stale(text, year), wide=True)
        return
    told = list(_facts(context, context.facts))
    yield from told
    report = context.facts.report
    if context.document is not None and report.date is not None and (report.date.year or 0) > report.year:
        first = _first_plan(context)
        known = {anchor.block for finding in told for anchor in finding.anchors}
        yield from over(context, lambda text: stale(text, report.year), lambda passage, _hit: _elsewhere(passage, first, known))


def stale(text: str, year: int) -> Iterator[Hit]:
    """Yield words that were true before the year's end, from a text on the whole ``year`` that is dated after it."""
    if "截" not in text and "预计" not in text:
        return
    plans = _PLANS.search(text)
    for match in _STALE.finditer(text, 0, plans.start() if plans else len(text)):
        if match["year"] in (None, str(year)):
            message = _("“{quote}” in a report on the whole year {year}, which is dated after its end").format(
                quote=match.group(), year=year
            )
            yield Hit("DATE004", *match.span(), message, _("ask for the figures of the year's end"))


def _year_reported(text: str) -> int:
    """The year a foreign text sums up, if the text is dated after its end; else 0."""
    title = _TITLE.search(text, 0, 600)
    days = [int(match[1] or match[2]) for match in _DAY.finditer(text)] if title else []
    return int(title[1]) if title and days and max(days) > int(title[1]) else 0


def _first_plan(context: Context) -> int:
    """The block with which the plans begin: a level 1 heading; where there is none, the attachments."""
    body = context.document.body if context.document else ()
    headings = (
        n for n, block in enumerate(body) if isinstance(block, Heading) and block.level == 1 and _PLANNING.search(plain(block.content))
    )
    return next(headings, len(body))


def _elsewhere(passage: Passage, first_plan: int, known: set[int]) -> bool:
    """Whether a passage speaks of plans, or of facts that have a finding already."""
    return not 0 <= passage.block < first_plan or passage.block in known


# Facts


def _facts(context: Context, facts: FactSet) -> Iterator[Finding]:
    """One finding for each place where an as-of date or a status is written that does not fit the document's date."""
    day = facts.report.date.first if facts.report.date is not None else None
    if day is None:
        return
    periods = {period.id for entry in facts.walk() for period in entry.periods.values()}
    groups: dict[tuple[str, int, str], tuple[Scalar | None, list[Fact]]] = {}
    for fact in context.written:
        if (aspect := _aspect(facts, fact, day)) and not (aspect == "old" and fact.entry in periods):
            scalar = _written(facts, fact, ("status", "状态") if aspect == "estimate" else ("as_of", "截至"))
            key = (scalar.where.path, scalar.start, aspect) if scalar else ("", 0, fact.id + aspect)
            groups.setdefault(key, (scalar, []))[1].append(fact)
    for (_path, _start, aspect), (scalar, kept) in groups.items():
        yield _finding(context, facts, aspect, scalar, kept)


def _aspect(facts: FactSet, fact: Fact, day: date) -> str:
    """What does not fit: ``new`` (after the document), ``old`` (before the year's end), ``estimate``; else empty."""
    year, as_of = facts.report.year, fact.provenance.as_of
    begins = as_of.first if as_of is not None else None
    if begins is not None and begins > day:
        return "new"
    if fact.shape == "plan" or day.year <= year:
        return ""
    ends = _last(as_of, year)
    # A cut-off in December passes for the year's end.
    if ends is not None and ends < date(year, 12, 1):
        return "old"
    if fact.provenance.status == "estimate":
        ends = _last(fact.date, year)
        if fact.key in _DONE or (ends is not None and ends < day):
            return "estimate"
    return ""


def _last(written: DateText | None, year: int) -> date | None:
    """The last day of a date, taken to lie in ``year`` if it names none."""
    if written is None:
        return None
    try:
        return written.in_year(year).last
    except FigureError:
        return None


def _finding(context: Context, facts: FactSet, aspect: str, scalar: Scalar | None, kept: list[Fact]) -> Finding:
    first = kept[0]
    place = scalar_place(facts, scalar) if scalar else fact_place(facts, first)
    as_of = first.provenance.as_of
    ids = [fact.id for fact in kept]
    code, hint = "DATE004", _("ask for the figures of the year's end")
    if aspect == "new":
        code, hint = "DATE002", _("correct the as-of date or the date of the document")
        message = _("{label} stands at {as_of}, after the date of the document").format(label=first.label, as_of=as_of)
    elif aspect == "old":
        message = _("{label} stands at {as_of}, and the report is on the whole year").format(label=first.label, as_of=as_of)
    else:
        hint = _("ask what became of it, and write that")
        message = _("{label} ({text}) is still an estimate, and the report is dated after the year's end").format(
            label=first.label, text=first.text
        )
    return found(code, message, place, hint=hint, facts=ids, anchors=context.anchored(ids))


def _written(facts: FactSet, fact: Fact, names: tuple[str, ...]) -> Scalar | None:
    """Where an attribute that ``fact`` has or inherits is written: on the fact, its entry, a group above, the report."""
    key = keys_of(fact.shape).get(fact.key)
    own = f"{key.name}|{key.alias}" if key else fact.key
    entries = [fact.entry.rsplit(".", n)[0] for n in range(fact.entry.count(".") + 1)]
    for path in (f"{fact.entry}.{own}", f"{fact.entry}.facts|数据.{own}", *entries, "report"):
        node = node_at(facts, path)
        if isinstance(node, Mapping):
            for name in names:
                if isinstance(scalar := node.items.get(name), Scalar):
                    return scalar
    return None


explained(
    Explanation(
        "DATE002",
        "after-the-document",
        "date",
        Severity.ERROR,
        N_("A figure stands at a day (`as_of`) that comes after the date of the document."),
        N_(
            "A report cannot know a figure of a day that had not come; one of the two dates is wrong, and a wrong "
            "document date counts as a faked one."
        ),
        "成文日期：2024-01-05；截至：2024-03-31",
        "成文日期：2024-01-05；截至：2023-12-31",
        N_("Correct `as_of`, or the date of the document."),
    ),
    Explanation(
        "DATE004",
        "stale",
        "date",
        Severity.WARNING,
        N_(
            "In a report on a whole year that is dated after its end, a figure stands at an earlier day (`as_of`, "
            "截至三季度), or is still an estimate (预计年底)."
        ),
        N_("The year is over and its figures are known; old ones show that a text from the autumn was handed on."),
        "截至三季度，完成投资2600万元，二期工程预计年底完工。（2024年1月发布的2023年总结）",
        "全年完成投资3400万元，二期工程已于12月完工。（2024年1月发布的2023年总结）",
        N_("Ask for the figures of the year's end. If they were published so, acknowledge the finding with the reason."),
    ),
)
