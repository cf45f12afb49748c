"""``metadata``: what the disclosure page says about the document agrees with itself and with the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..claims.base import Explanation, Place, explained
from ..errors import FigureError
from ..facts.factset import FactSet, node_at
from ..facts.report import METADATA
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import in_order, lazy
from ..quantities import DateText, parse_date
from .base import Context, found
from .places import Lines, scalar_place, scalars
from .privacy import identities, is_code, is_identity, masked_identity
from .signers import signers

_INDEX = lazy(r"(?P<owner>[0-9A-Za-z]{18})/(?P<year>[0-9]{4})(?P<month>[0-9]{2})?-(?P<serial>[0-9]{1,12})")
_DATES = ("date", "published")
#: Labels on the pages of others.
_LABELS = {
    "index_number": ("索[ 　]?引[ 　]?号",), "date": ("成文日期", "生成日期"), "published": ("发布日期", "发文日期"),
    "category": ("组配分类",),
}  # fmt: skip
_ON_PAGE = tuple(
    lazy(rf"{label}[:： 　\t]{{1,3}}(?P<{name}>[^\s　；;，,]{{2,60}})") for name, labels in _LABELS.items() for label in labels
)


@dataclass(frozen=True, slots=True)
class Item:
    """A field of the page: its text and where that is written."""

    text: str
    place: Place


def metadata(context: Context) -> Iterator[Finding]:
    """Yield what does not agree in the fields of the disclosure page, and who is named where a post is meant."""
    facts = context.facts
    if facts is not None:
        yield from signers(facts)
    items = _of_report(facts) if facts is not None else _of_page(context)
    dates = {name: date for name in (*_DATES, "report") if name in items and (date := _date(items[name].text))}
    day = dates.get("date") or dates.get("report")
    if "index_number" in items:
        yield from _index(items["index_number"], day)
    yield from _days(items, dates)
    last = items.get("breadcrumb")
    if last and "category" in items and items["category"].text != last.text:
        message = _("category {category}, but the page stands under {step}").format(category=items["category"].text, step=last.text)
        yield found("META004", message, items["category"].place, hint=_("write the last step of the breadcrumb"))
    for name, item in items.items():
        for hit in identities(item.text) if name != "index_number" else ():
            yield _identity(item.text[hit.start : hit.end], _within(item, hit.start, hit.end))


def _of_report(facts: FactSet) -> dict[str, Item]:
    """The fields as report.yaml has them."""
    paths = {name: f"report.metadata|公开信息.{name}|{label}" for name, label in METADATA.items() if name != "fields"}
    paths["report"] = "report.date|成文日期"
    items = {}
    for name, path in paths.items():
        node = node_at(facts, path)
        values = [scalar for scalar in scalars(node) if scalar.text.strip()] if node is not None else []
        if values:
            items[name] = Item(values[-1].text.strip(), scalar_place(facts, values[-1]))
    return items


def _of_page(context: Context) -> dict[str, Item]:
    """The fields as a page shows them that somebody else made."""
    text = context.text
    items: dict[str, Item] = {}
    if "日期" not in text and "索" not in text:
        return items
    lines = Lines(text, context.path)
    for match in in_order(text, _ON_PAGE):
        name = str(match.lastgroup)
        if name not in items:
            items[name] = Item(match[name], lines.place(*match.span(name)))
    return items


def _index(item: Item, day: DateText | None) -> Iterator[Finding]:
    match = _INDEX.fullmatch(item.text)
    if match is None:
        # Other sites number otherwise; only what begins like this form is judged.
        if re.match(r"[0-9A-Za-z]{17,19}[/／-]", item.text):
            message = _("the index number is not owner code/year-serial: {text}").format(text=item.text)
            yield found(
                "META001",
                message,
                item.place,
                hint=_("18 characters of the owner's code, a slash, the year (or year and month), a hyphen, the serial"),
            )
        return
    owner = match["owner"]
    if is_identity(owner):
        yield _identity(owner, _within(item, *match.span("owner")))
    elif not is_code(owner):
        message = _("{code} is no unified social credit code: its check character does not fit").format(code=owner)
        yield found("META001", message, _within(item, *match.span("owner")), hint=_("copy the code from the unit's certificate"))
    if day is not None and day.year is not None and int(match["year"]) != day.year:
        message = _("the index number says {year}, the document is of {date}").format(year=match["year"], date=day.display)
        yield found("META002", message, _within(item, *match.span("year")), hint=_("ask the site's system for the number of this document"))


def _identity(number: str, place: Place) -> Finding:
    message = _("an identity number stands where the page shows it: {number}").format(number=masked_identity(number))
    return found("META005", message, place, hint=_("write the unit's unified social credit code"))


def _within(item: Item, start: int, end: int) -> Place:
    place = item.place
    at = place.quote.find(item.text)
    if at < 0:
        return place
    low, high = at + start, at + end
    return Place(place.path, place.line, place.column + low, place.start + low, place.start + high, place.quote[low:high])


def _days(items: dict[str, Item], dates: dict[str, DateText]) -> Iterator[Finding]:
    """The date of the document twice, and the date it was published."""
    own, report, published = (dates.get(name) for name in ("date", "report", "published"))
    if own is not None and report is not None and own.first != report.first and own.first and report.first:
        message = _("the page says {a}, the document is dated {b}").format(a=own.display, b=report.display)
        yield found("META003", message, items["date"].place, hint=_("leave the date out under metadata, and the document's is shown"))
    day = own or report
    if published is not None and day is not None and published.last is not None and day.first is not None and published.last < day.first:
        message = _("published on {a}, before the date of the document, {b}").format(a=published.display, b=day.display)
        yield found("META003", message, items["published"].place, hint=_("correct one of the two; a date is never set back"))


def _date(text: str) -> DateText | None:
    try:
        return parse_date(text)
    except FigureError:
        return None


explained(
    Explanation(
        "META001",
        "index-number",
        "metadata",
        Severity.ERROR,
        N_(
            "索引号 is the owner's code, a slash, the year or year and month, a hyphen and the serial; the owner's code "
            "is a unified social credit code whose check character fits."
        ),
        N_("A mistyped code files the document under no unit, and nobody finds it by its number."),
        "索引号：11330000002484001X/2024-00012",
        "索引号：113300000024840011/2024-00012",
        N_("Copy the code from the unit's certificate."),
    ),
    Explanation(
        "META002",
        "index-year",
        "metadata",
        Severity.WARNING,
        N_("The year in 索引号 is that of the document's date."),
        N_("Another year means that the number was taken over from another document."),
        "索引号：…/2023-00012；成文日期：2024-01-05",
        "索引号：…/2024-00012；成文日期：2024-01-05",
        N_("Ask the site's system for the number of this document."),
    ),
    Explanation(
        "META003",
        "dates-on-the-page",
        "metadata",
        Severity.ERROR,
        N_("成文日期 on the page is the date of the document, and 发布日期 does not come before it."),
        N_("A document published before it was written counts as one with a faked date."),
        "成文日期：2024-01-11；发布日期：2024-01-01",
        "成文日期：2024-01-11；发布日期：2024-01-12",
        N_("Correct the wrong one; a date is never set back."),
    ),
    Explanation(
        "META004",
        "category",
        "metadata",
        Severity.WARNING,
        N_("组配分类 is the last step of the breadcrumb."),
        N_("The page stands in one column and says that it belongs to another."),
        "栏目：首页 > 政务公开 > 工作总结；组配分类：计划总结",
        "栏目：首页 > 政务公开 > 计划总结；组配分类：计划总结",
        N_("Write the last step of the breadcrumb, or correct the breadcrumb."),
    ),
    Explanation(
        "META005",
        "identity-as-code",
        "metadata",
        Severity.ERROR,
        N_("No field of the page is an identity number. An 18-digit number may be a unified social credit code too; that is tested first."),
        N_("A code that is somebody's identity number publishes personal data in the head of the page."),
        "索引号：11010119900307002X/2024-00012",
        "索引号：113300000024840011/2024-00012",
        N_("Write the unit's unified social credit code."),
    ),
)
