"""How a site is set up: what ``site.yaml`` says, typed, with defaults for all of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...resources import Resources

#: The pattern of addresses that many of these sites use.
ADDRESS = "art/{year}/{month}/{day}/art_{column}_{serial}.html"
#: What a page must say of a report before it goes out (keys of ``metadata`` in ``report.yaml``).
REQUIRED = ("index_number", "openness", "date", "publisher", "category", "source", "breadcrumb")
#: The metadata block: what is shown, in this order, under which label. Other fields of a report follow.
FIELDS = ("索引号", "公开方式", "成文日期", "发布机构", "组配分类")


@dataclass(frozen=True, slots=True)
class Column:
    """栏目: what the last step of a report's breadcrumb names.

    Args:
        id: for addresses: ASCII letters, digits, ``-`` and ``_``.
        kind: ColumnType, such as ``信息公开``.
    """

    name: str
    id: str
    kind: str = "信息公开"
    description: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that lies beside ``site.yaml`` and is copied to the site.

    Args:
        name: the file's name on the site. width, height: in pixels.
        alt: what it shows, for those who do not see it.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    alt: str = ""

    def described(self, alt: str) -> Image:
        """Return this picture with other words for those who do not see it."""
        return replace(self, alt=alt)


@dataclass(frozen=True, slots=True)
class Link:
    """A link in header or footer; ``url`` may be on another host: nothing is loaded from it."""

    label: str
    url: str
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Footer:
    """页脚: shown only where it is set.

    Args:
        organizer: 主办单位. operator: 承办单位. contact: 联系方式. icp: ICP备案号. police: 公网安备号.
        report_error: 找错. badges: 党政机关网站标识 and the like. links: further ones.
    """

    organizer: str = ""
    operator: str = ""
    contact: str = ""
    icp: Link | None = None
    police: Link | None = None
    report_error: Link | None = None
    badges: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """A disclosure site.

    Args:
        name: SiteName. domain: SiteDomain. url: where the site's root stands, ends with ``/``; empty if not known.
        id_code: SiteIDCode, ten digits, the first six the division code. owner: who runs the site, a 机关.
        address: the pattern of addresses. page_size: entries on a page of a list.
        fields: label in the report → label on the page, in order; an empty one hides the field.
        required: keys of ``metadata`` that the gate asks for.
        home: where the first step of the breadcrumb leads; the site's own first page if empty.
        templates: a folder with templates of one's own.
    """

    name: str = "政府信息公开"
    domain: str = ""
    url: str = ""
    id_code: str = ""
    owner: str = ""
    keywords: tuple[str, ...] = ()
    description: str = ""
    address: str = ADDRESS
    page_size: int = 20
    columns: tuple[Column, ...] = ()
    fields: tuple[tuple[str, str], ...] = tuple((label, label) for label in FIELDS)
    required: tuple[str, ...] = REQUIRED
    home: str = ""
    logo: Image | None = None
    links: tuple[Link, ...] = ()
    footer: Footer = field(default_factory=Footer)
    templates: Path | None = None

    @property
    def resources(self) -> Resources:
        """Finds the templates of the pages, the site's own first."""
        return Resources(self.templates)

    def column(self, name: str) -> Column:
        """Return the column of that name; one that is not set up gets an id made from its name."""
        found = next((column for column in self.columns if column.name == name), None)
        return found or Column(name, f"{int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10**8:08d}")
