"""Read ``site.yaml``: every mistake at once, with its line, in the words of the one who wrote it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ...errors import FactError
from ...facts.problems import Problems, spoken
from ...facts.report import METADATA
from ...facts.review import REVIEW
from ...facts.shapes import Key, Kind
from ...facts.source import Mapping, Node, Scalar, read
from ...i18n import N_
from ...i18n import gettext as _
from .addresses import is_address, pattern_mistake
from .images import ImageError, read_image
from .model import ADDRESS, FIELDS, Column, Footer, Image, Link, Site

_K = Kind
#: The keys of ``site.yaml``.
KEYS = (
    Key("name", "网站名称", _K.NAME, N_("the site's name, in the head of every page")),
    Key("domain", "域名", _K.NAME, N_("the host name, for the head tag SiteDomain")),
    Key("url", "网址", _K.NAME, N_("where the site's first folder stands; feed, map and catalogue then name full addresses")),
    Key("id_code", "标识码", _K.NAME, N_("the site's code of ten digits, SiteIDCode")),
    Key("owner", "主管单位", _K.NAME, N_("who publishes, as feed and catalogue name it")),
    Key("description", "网站说明", _K.NAME, N_("what the site holds, one sentence")),
    Key("keywords", "关键词", _K.LIST, N_("keywords of every page")),
    Key("address", "地址格式", _K.NAME, N_("the pattern of addresses; a published page keeps its own")),
    Key("page_size", "每页条数", _K.NAME, N_("entries on a page of a list")),
    Key("columns", "栏目", _K.LIST, N_("the columns, named as the last step of the reports' breadcrumbs")),
    Key("fields", "信息栏", _K.GROUP, N_("which fields of the metadata block are shown, in which order, under which label; '' hides one")),
    Key("required", "必填", _K.LIST, N_("metadata without which nothing is published")),
    Key("home", "首页", _K.NAME, N_("where the first step of the breadcrumb leads, if not to this site's first page")),
    Key("logo", "标志", _K.GROUP, N_("a picture before the site's name")),
    Key("links", "导航", _K.LIST, N_("further links at the head of every page")),
    Key("footer", "页脚", _K.GROUP, N_("what stands at the foot of every page")),
)
COLUMN = {"name": "名称", "id": "编号", "kind": "类型", "description": "说明", "keywords": "关键词"}
LINK = {"label": "名称", "url": "网址", "image": "图片"}
LOGO = {"image": "图片", "alt": "说明"}
FOOTER = {
    "organizer": "主办单位",
    "operator": "承办单位",
    "contact": "联系方式",
    "icp": "ICP备案",
    "police": "公网安备",
    "report_error": "找错",
    "badges": "标识",
    "links": "链接",
}
#: What stands under a key that is a group, or in each item of its list.
GROUPS = {"columns": COLUMN, "logo": LOGO, "links": LINK, "footer": FOOTER}
_NAMES = {key.name: key.alias for key in KEYS}
_LINKS = ("icp", "police", "report_error")
_DOMAIN = re.compile(r"(?=.{4,253}$)(?:[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?\.)+[a-z][0-9a-z-]{0,62}")
_URL = re.compile(r"https?://[^\s<>\"'\\]+")
_LOCAL = re.compile(r"(?!.*//)(?!.*[:\\<>\"'\s]).+")
_ID = re.compile(r"[0-9A-Za-z_-]{1,40}")


def load_site(path: Path | None) -> Site:
    """Return what ``site.yaml`` says; the defaults without a file.

    Raises:
        SourceError: the file is missing or no YAML. FactError: what stands in it is wrong. ErrorGroup: several mistakes.
    """
    if path is None:
        return Site()
    problems = Problems()
    source = read(path)
    values = _Reader(path, source.name, problems).read(source.root)
    problems.raise_any()
    templates = path.parent / "templates"
    return Site(**values, templates=templates if templates.is_dir() else None)


class _Reader:
    def __init__(self, path: Path, name: str, problems: Problems) -> None:
        self.folder = path.parent
        self.name = name
        self.problems = problems
        self.columns: list[tuple[Column, Node]] = []

    def read(self, root: Mapping) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, written, node in self.problems.group(root, self.name, _NAMES):
            special = getattr(self, f"_{name}", None)
            value = special(node, written) if special else self.problems.text(node, written)
            if value is not None:
                values[name] = value
        for column, node in self.columns:
            if not is_address(values.get("address", ADDRESS).format(year=9999, month=12, day=31, column=column.id, serial=10**6)):
                message = _("with the id {id}, reports of the column {name} would stand where the site has files of its own")
                hint = _("give the column another id, or the addresses another pattern")
                self._wrong(node, message.format(id=column.id, name=column.name), hint)
        return values

    def _wrong(self, node: Node, message: str, hint: str = "") -> None:
        written = node.text if isinstance(node, Scalar) else None
        self.problems.add(FactError(message, where=node.where, written=written, hint=hint))

    def _matching(self, node: Node, written: str, pattern: re.Pattern[str], message: str, hint: str = "") -> str | None:
        text = self.problems.text(node, written)
        if text and not pattern.fullmatch(text):
            self._wrong(node, message.format(key=written), hint)
            return None
        return text

    def _texts(self, node: Node, written: str) -> tuple[str, ...]:
        return tuple(text for item in self.problems.items(node, written) if (text := self.problems.text(item, written)))

    _keywords = _texts

    def _domain(self, node: Node, written: str) -> str | None:
        return self._matching(node, written, _DOMAIN, _("{key} must be a host name such as www.example.gov.cn"))

    def _url(self, node: Node, written: str) -> str | None:
        hint = _("write the address of the site's first folder, such as https://www.example.gov.cn/gkml/")
        text = self._matching(node, written, _URL, _("{key} must begin with https:// or http://"), hint)
        return text and text.rstrip("/") + "/"

    def _id_code(self, node: Node, written: str) -> str | None:
        hint = _("the first six are the division code; leave the line out if the site has none")
        return self._matching(node, written, re.compile(r"[0-9A-Za-z]{10}"), _("{key} must have ten digits"), hint)

    def _page_size(self, node: Node, written: str) -> int | None:
        text = self._matching(node, written, re.compile(r"[1-9][0-9]?|1[0-9]{2}|200"), _("{key} must be a number from 1 to 200"))
        return int(text) if text else None

    def _home(self, node: Node, written: str) -> str | None:
        return self._address_of_link(node, written)

    def _address(self, node: Node, written: str) -> str | None:
        text = self.problems.text(node, written)
        if text and (mistake := pattern_mistake(text)):
            hint = _("for example art/{year}/{month}/{day}/art_{column}_{serial}.html")
            self._wrong(node, mistake, hint)
            return None
        return text

    def _required(self, node: Node, written: str) -> tuple[str, ...]:
        known = {**METADATA, "fingerprint": REVIEW["fingerprint"]}
        names = {**{name: name for name in known}, **{label: name for name, label in known.items()}}
        found = []
        for item in self.problems.items(node, written):
            text = self.problems.text(item, written)
            if text in names:
                found.append(names[text])
            elif text is not None and isinstance(item, Scalar):
                self.problems.unknown(item, names, _(" under {parent}").format(parent=written))
        return tuple(dict.fromkeys(found))

    def _fields(self, node: Node, written: str) -> tuple[tuple[str, str], ...]:
        given: dict[str, str] = {}
        for key, item in self.problems.mapping(node, written) or ():
            label = METADATA.get(key.text, key.text)
            shown = self.problems.text(item, key.text)
            if shown is not None:
                given[label] = shown
        return tuple({**given, **{label: label for label in FIELDS if label not in given}}.items())

    def _columns(self, node: Node, written: str) -> tuple[Column, ...]:
        made: list[Column] = []
        for item in self.problems.items(node, written):
            column = self._column(item, written)
            if column is None:
                continue
            if other := next((one for one in made if one.name == column.name or one.id.lower() == column.id.lower()), None):
                self._wrong(item, _("the columns {a} and {b} have one name or one id").format(a=other.name, b=column.name))
            made.append(column)
            self.columns.append((column, item))
        return tuple(made)

    def _column(self, node: Node, written: str) -> Column | None:
        taken: dict[str, Any] = {}
        for name, key, value in self.problems.group(node, written, COLUMN):
            if name == "keywords":
                taken[name] = self._texts(value, key)
            elif name == "id":
                taken[name] = self._matching(value, key, _ID, _("{key} must be digits, ASCII letters, - or _"))
            else:
                taken[name] = self.problems.text(value, key)
        taken = {name: value for name, value in taken.items() if value}
        if "name" not in taken or "id" not in taken:
            words = spoken(node, COLUMN)
            hint = _("write {{{name}: 计划总结, {id}: 21}}").format(**words)
            self._wrong(node, _("a column needs {name} and {id}").format(**words), hint)
            return None
        return Column(**taken)

    def _logo(self, node: Node, written: str) -> Image | None:
        image, alt = None, ""
        for name, key, value in self.problems.group(node, written, LOGO):
            if name == "image":
                image = self._image(value, key)
            else:
                alt = self.problems.text(value, key) or ""
        return image and image.described(alt)

    def _links(self, node: Node, written: str) -> tuple[Link, ...]:
        return tuple(link for item in self.problems.items(node, written) if (link := self._link(item, written)))

    def _link(self, node: Node, written: str) -> Link | None:
        taken: dict[str, Any] = {}
        for name, key, value in self.problems.group(node, written, LINK):
            if name == "image":
                taken[name] = self._image(value, key)
            else:
                taken[name] = self.problems.text(value, key) if name == "label" else self._address_of_link(value, key)
        if not taken.get("label"):
            words = spoken(node, LINK)
            hint = _("write {{{label}: …, {url}: …}}").format(**words)
            self._wrong(node, _("{key} needs {label}").format(key=written, **words), hint)
            return None
        return Link(taken["label"], taken.get("url") or "", taken.get("image"))

    def _address_of_link(self, node: Node, written: str) -> str | None:
        """A link may leave the site; it may not run a script."""
        text = self.problems.text(node, written)
        if text and not _URL.fullmatch(text) and not _LOCAL.fullmatch(text):
            self._wrong(node, _("{key} must be an address: https://… or a file of this site").format(key=written))
            return None
        return text

    def _image(self, node: Node, written: str) -> Image | None:
        text = self.problems.text(node, written)
        if not text:
            return None
        try:
            return read_image(self.folder, text)
        except ImageError as error:
            self._wrong(node, str(error), _("take a PNG, JPEG or WebP file beside {file}").format(file=self.name))
            return None

    def _footer(self, node: Node, written: str) -> Footer:
        taken: dict[str, Any] = {}
        for name, key, value in self.problems.group(node, written, FOOTER):
            if name in ("badges", "links"):
                taken[name] = self._links(value, key)
            elif name in _LINKS:
                taken[name] = self._link(value, key) if isinstance(value, Mapping) else self._named(value, key)
            else:
                taken[name] = self.problems.text(value, key)
        return Footer(**{name: value for name, value in taken.items() if value})

    def _named(self, node: Node, written: str) -> Link | None:
        """A bare text: the number of an ICP entry without a link to it."""
        text = self.problems.text(node, written)
        return Link(text, "") if text else None
