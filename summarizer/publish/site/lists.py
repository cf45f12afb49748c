"""Lists of what is on the site: the first page, columns, years, and the map of it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Entry
from .addresses import address, column_folder, column_of
from .head import index_number
from .model import Column, Site
from .page import Page, Step, first_step
from .report import Files, crumbs
from .words import day, heading

#: Entries on the first page.
LATEST = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list."""

    link: str
    title: str
    date: str
    index_number: str
    corrected: bool


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """Return what is on the site and was not withdrawn, last published first."""
    kept = [entry for entry in entries if entry.withdrawal is None]
    return sorted(kept, key=lambda entry: (day(entry.versions[0].published), entry.serial), reverse=True)


def columns(site: Site, entries: Sequence[Entry]) -> list[tuple[Column, list[Entry]]]:
    """Return the columns with their entries: in the order of ``site.yaml``, then the others by name.

    A column that only holds withdrawn entries stays, empty: their notices lead back to it.
    """
    held: dict[str, list[Entry]] = {column_of(site, entry).name: [] for entry in entries}
    for entry in standing(entries):
        held[column_of(site, entry).name].append(entry)
    order = {column.name: number for number, column in enumerate(site.columns)}
    names = sorted(held, key=lambda name: (order.get(name, len(order)), name))
    return [(site.column(name), held[name]) for name in names]


def years(entries: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return ``entries`` by the year of their first publication, in the order given."""
    return [(year, list(group)) for year, group in groupby(entries, lambda entry: day(entry.versions[0].published)[:4])]


def list_files(page: Page, entries: Sequence[Entry]) -> Files:
    """Yield the first page, the lists of every column and year, and the map."""
    site = page.site
    held = columns(site, entries)
    yield "index.html", _index(page, entries, held)
    yield "sitemap.html", _map(page, held)
    for column, inside in held:
        path = next((crumbs(site, entry) for entry in entries if column_of(site, entry).name == column.name), [first_step(site)])
        yield from _lists(page, column, "", inside, inside, path)
        for year, group in years(inside):
            yield from _lists(page, column, year, group, inside, path)


def _items(page: Page, entries: Sequence[Entry]) -> list[Item]:
    site = page.site
    return [
        Item(
            page.to(address(site, entry)),
            heading(entry.current.document),
            day(entry.versions[0].published),
            index_number(entry.current),
            entry.current.correction is not None,
        )
        for entry in entries
    ]


def _index(page: Page, entries: Sequence[Entry], held: list[tuple[Column, list[Entry]]]) -> bytes:
    listed = [(column, f"{column_folder(column)}/index.html", len(inside)) for column, inside in held]
    tags = (("Description", page.site.description), ("Keywords", ",".join(page.site.keywords)))
    return page.render(
        "site/index.html.j2",
        page.site.name,
        tags=[tag for tag in tags if tag[1]],
        listed=_items(page, standing(entries)[:LATEST]),
        columns=listed,
    )


def _map(page: Page, held: list[tuple[Column, list[Entry]]]) -> bytes:
    made = [
        (
            column,
            f"{column_folder(column)}/index.html",
            [(year, f"{column_folder(column)}/{year}/index.html", len(group)) for year, group in years(inside)],
        )
        for column, inside in held
    ]
    here = Page(page.site, page.resources, "sitemap.html")
    return here.render("site/sitemap.html.j2", "网站地图", crumbs=[first_step(page.site), ("网站地图", "")], columns=made)


def _lists(page: Page, column: Column, year: str, entries: list[Entry], all_years: list[Entry], path: list[Step]) -> Files:
    folder = f"{column_folder(column)}/{year}".rstrip("/")
    size = page.site.page_size
    pages = max(1, -(-len(entries) // size))
    top = f"{column_folder(column)}/index.html"
    for number in range(1, pages + 1):
        here = Page(page.site, page.resources, f"{folder}/{_name(number)}")
        choices = [("全部", here.to(top), not year)]
        choices += [(f"{one}年", here.to(f"{column_folder(column)}/{one}/index.html"), one == year) for one, _group in years(all_years)]
        yield (
            here.here,
            here.render(
                "site/list.html.j2",
                f"{column.name}（{year}年）" if year else column.name,
                tags=_column_tags(column),
                crumbs=[*path, (f"{year}年", "")] if year else path,
                column=column,
                year=year,
                years=choices,
                total=len(entries),
                listed=_items(here, entries[(number - 1) * size : number * size]),
                number=number,
                pages=pages,
                shown_pages=list(_shown(number, pages)),
                turn=_name,
            ),
        )


def _column_tags(column: Column) -> list[tuple[str, str]]:
    tags = (
        ("ColumnName", column.name),
        ("ColumnType", column.kind),
        ("ColumnDescription", column.description),
        ("ColumnKeywords", ",".join(column.keywords)),
    )
    return [tag for tag in tags if tag[1]]


def _name(number: int) -> str:
    return "index.html" if number == 1 else f"index_{number}.html"


def _shown(number: int, pages: int) -> Iterator[int]:
    """Yield the pages to offer: the ends and those near; 0 for a gap."""
    before = 0
    for n in range(1, pages + 1):
        if n in (1, pages) or abs(n - number) <= 2:
            if n - before > 1:
                yield 0
            yield n
            before = n
