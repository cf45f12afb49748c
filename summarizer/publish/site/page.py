"""What every page of the site has: policy, head, breadcrumb, header and footer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...resources import Resources
from ...writers.html_template import render
from .addresses import relative
from .model import Link, Site
from .words import encoded, moment, stated

#: Nothing but the site's own files, no script in the page itself, nowhere to send anything.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"
Tag = tuple[str, str]
#: A step of the breadcrumb: its name, and where it leads from the site's root; empty for nowhere.
Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``site`` at ``here``, relative to the root."""

    site: Site
    resources: Resources
    here: str

    def to(self, there: str) -> str:
        """Return a link to a file of the site."""
        return relative(self.here, there)

    def local(self, url: str) -> str:
        """Return a link as ``site.yaml`` gives it: to another host, or to a file of the site."""
        return url if re.match(r"https?://|/", url) else self.to(url)

    def render(self, template: str, name: str, /, *, tags: Sequence[Tag] = (), crumbs: Sequence[Step] = (), **values: Any) -> bytes:
        """Return the finished page; ``name`` stands in its title before the site's.

        Raises:
            TemplateError: a template is missing or broken.
        """
        site = self.site
        shared: dict[str, Any] = {
            "site": site,
            "here": self.here,
            "policy": POLICY,
            "page_title": f"{name}_{site.name}" if name != site.name else name,
            "tags": (*_site_tags(site), *tags),
            "canonical": "",
            "crumbs": [(step, self.local(link) if link else "") for step, link in crumbs],
            "footer_lines": _footer_lines(site),
        }
        helpers: dict[str, Callable[..., str]] = {"to": self.to, "local": self.local, "moment": moment, "stated": stated}
        return encoded(render(self.resources, template, **{**shared, **helpers, **values}))


def first_step(site: Site, name: str = "首页") -> Step:
    """Return the first step of every breadcrumb."""
    return name, site.home or "index.html"


def _site_tags(site: Site) -> list[Tag]:
    tags = (("SiteName", site.name), ("SiteDomain", site.domain), ("SiteIDCode", site.id_code))
    return [(name, content) for name, content in tags if content]


def _footer_lines(site: Site) -> list[list[tuple[str, Link]]]:
    footer = site.footer
    who = [("主办单位", footer.organizer), ("承办单位", footer.operator), ("联系方式", footer.contact), ("网站标识码", site.id_code)]
    registered = [("", link) for link in (footer.icp, footer.police) if link is not None]
    lines = [[(label, Link(text, "")) for label, text in who if text], registered]
    return [line for line in lines if line]
