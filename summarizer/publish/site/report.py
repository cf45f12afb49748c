"""The pages of a report: the current version, the older ones, and the notice in place of one taken down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...manifest import digest
from ...writers.forms import in_form
from ...writers.html import article
from ...writers.html_body import Body
from ..model import Entry, Version, Withdrawal
from .addresses import address, attachment_folder, column_folder, column_of
from .data import CSV_NAME, JSON_NAME, facts_csv, facts_json
from .head import head_tags, index_number, linked_data, page_address
from .model import Site
from .page import Page, Step, first_step
from .pictures import pictures
from .words import cleaned, description, heading, kind, moment, size

Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Download:
    """A file offered under the text, as the template shows it."""

    link: str
    label: str
    kind: str
    size: str
    sha256: str
    pages: int = 0

    @property
    def opens(self) -> bool:
        """Whether browsers show it themselves."""
        return self.kind.startswith("PDF")


def report_files(page: Page, entry: Entry) -> Files:
    """Yield every file of ``entry`` with its address: pages, old pages, data; only notices if it was withdrawn.

    A version that is there no more, since the report was withdrawn and published again, keeps a notice at its address.
    """
    site = page.site
    standing = {version.number for version in entry.versions} if entry.withdrawal is None else set()
    gone = [number for number in range(1, entry.current.number) if number not in standing]
    for number in (*gone, *([0] if entry.withdrawal is not None else [])):
        there = address(site, entry, number)
        yield there, _withdrawn(Page(site, page.resources, there), entry, entry.withdrawal, number)
    if entry.withdrawal is not None:
        return
    for version in entry.versions:
        there = page_address(site, entry, version)
        folder = attachment_folder(site, entry, version.number)
        data = {JSON_NAME: facts_json(entry, version), CSV_NAME: facts_csv(version)}
        yield there, _report(Page(site, page.resources, there), entry, version, data)
        for name, content in data.items():
            yield f"{folder}/{name}", content


def _report(page: Page, entry: Entry, version: Version, data: dict[str, bytes]) -> bytes:
    site, current, first = page.site, entry.current, entry.versions[0]
    document, body = in_form(version.document), Body(draft=False)
    shown = pictures(version.facts)
    old = version is not current
    column = column_of(site, entry)
    earlier = [one for one in entry.versions if one.number < version.number]
    return page.render(
        "site/report.html.j2",
        f"{heading(document)}（第{version.number}版，已更正）" if old else heading(document),
        tags=(*head_tags(site, entry, version), *([("robots", "noindex")] if old else [])),
        crumbs=crumbs(site, entry),
        canonical=(site.url and site.url + address(site, entry)) or page.to(address(site, entry)),
        linked_data=linked_data(site, entry, version),
        **article(document, body),
        version=version,
        correction=version.correction,
        superseded=old,
        current_link=page.to(address(site, entry)),
        current_number=current.number,
        current_published=current.published,
        first_published=first.published,
        earlier=[(page.to(page_address(site, entry, one)), one.number, one.published) for one in earlier],
        others=_versions(page, entry, version),
        fields=shown_fields(site, entry, version),
        pictures=shown,
        picture_tables={picture.id: body.block(picture.table) for picture in shown},
        files=_downloads(page, entry, version, data),
        column_link=page.to(f"{column_folder(column)}/index.html"),
    )


def _versions(page: Page, entry: Entry, shown: Version) -> list[tuple[str, int, str, str]]:
    """Return (link, number, time, note) of every version, newest first; nothing if there is only one."""
    if len(entry.versions) == 1:
        return []
    made = []
    for one in reversed(entry.versions):
        link = "" if one is shown else page.to(page_address(page.site, entry, one))
        reason = f"更正原因：{cleaned(one.correction.reason)}" if one.correction else "首次发布" if one.number == 1 else "重新发布"
        made.append((link, one.number, one.published, f"现行版本，{reason}" if one is entry.current else reason))
    return made


def _downloads(page: Page, entry: Entry, version: Version, data: dict[str, bytes]) -> list[Download]:
    folder = page.to(attachment_folder(page.site, entry, version.number))
    offered = [
        Download(f"{folder}/{one.name}", one.label, kind(one.media_type, one.name), size(one.size), one.sha256, one.pages)
        for one in version.attachments
    ]
    labels = {JSON_NAME: ("数据（JSON）", "application/json"), CSV_NAME: ("数据（CSV，可用 WPS、Excel 打开）", "text/csv")}
    for name, content in data.items():
        label, media_type = labels[name]
        offered.append(Download(f"{folder}/{name}", label, kind(media_type, name), size(len(content)), digest(content)))
    return offered


def shown_fields(site: Site, entry: Entry, version: Version) -> list[tuple[str, str]]:
    """Return the metadata block: labels and order as the site has them, other fields of the report behind."""
    document = version.document
    known = {
        "名称": heading(document),
        "内容概述": description(document),
        "发布日期": moment(entry.versions[0].published),
        "信息来源": document.metadata.source,
    }
    given = dict(document.metadata.fields)
    values = {**known, **given}
    shown = [(label, values.get(name, "")) for name, label in site.fields]
    configured = {name for name, _label in site.fields}
    rest = [(name, value) for name, value in given.items() if name not in configured]
    return [(label, value) for label, value in (*shown, *rest) if label and value]


def crumbs(site: Site, entry: Entry) -> list[Step]:
    """Return the breadcrumb of a report; its last step leads to the list of the column."""
    steps = entry.current.document.metadata.breadcrumb or ("首页", column_of(site, entry).name)
    listed = f"{column_folder(column_of(site, entry))}/index.html"
    if len(steps) == 1:
        return [first_step(site), (steps[0], listed)]
    return [first_step(site, steps[0]), *((step, "") for step in steps[1:-1]), (steps[-1], listed)]


def _withdrawn(page: Page, entry: Entry, withdrawal: Withdrawal | None, number: int) -> bytes:
    """Return the notice in place of a withdrawn report, or of one version if the report stands again."""
    document, site = entry.current.document, page.site
    column = column_of(site, entry)
    return page.render(
        "site/withdrawn.html.j2",
        f"已撤回：{heading(document)}",
        tags=(("robots", "noindex"),),
        crumbs=crumbs(site, entry),
        heading=heading(document),
        number=number,
        index_number=index_number(entry.current),
        first_published=entry.versions[0].published if withdrawal else "",
        withdrawal=withdrawal,
        current_link="" if withdrawal else page.to(address(site, entry)),
        column=column,
        column_link=page.to(f"{column_folder(column)}/index.html"),
    )
