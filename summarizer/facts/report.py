"""``report.yaml``: who reports, for which year, in what form and order."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from ..document import ImprintBlock, Letterhead
from ..errors import FactError, FigureError, Position
from ..i18n import N_, enumerated
from ..i18n import gettext as _
from ..official import PROFILES
from ..quantities import DateText, Quantity, Rounding, parse, parse_date
from .problems import Problems, in_script_of, spoken
from .review import REVIEW, Review, read_review
from .setting import FONTS, read_fonts, read_pitch
from .shapes import PROVENANCE, SHAPES, Key, Kind
from .source import Mapping, Node, Scalar, Source

K = Kind

#: The keys of ``report.yaml``.
KEYS = (
    Key("bureau", "单位", K.NAME, N_("the bureau's full name")),
    Key("short", "简称", K.NAME, N_("the bureau's name as the county's site prints it")),
    Key("year", "年度", K.NAME, N_("the year reported")),
    Key("title", "标题", K.LIST, N_("the title; a list of lines to break it by hand")),
    Key("date", "成文日期", K.DATE, N_("the date of the document")),
    Key("as_of", "截至", K.DATE, N_("the date the figures stand at")),
    Key("form", "形式", K.CHOICE, N_("as published, or with letterhead"), (("plain", "普通"), ("issued", "公文"))),
    Key("template", "模板", K.NAME, N_("the template, if not summary.md.j2")),
    Key("opening", "开头", K.PROSE, N_("the first paragraph")),
    Key("closing", "结尾", K.PROSE, N_("the last paragraph")),
    Key("outline", "提纲", K.LIST, N_("the parts and their sections, in order")),
    Key("appendix", "附表", K.LIST, N_("files whose entries are printed as tables")),
    Key("metadata", "公开信息", K.GROUP, N_("what the disclosure page shows")),
    Key("letterhead", "版头", K.GROUP, N_("the letterhead of an issued document")),
    Key("addressee", "主送机关", K.NAME, N_("to whom an issued document goes")),
    Key("signature", "署名", K.GROUP, N_("the signature")),
    Key("note", "附注", K.NAME, N_("the note below the date")),
    Key("imprint", "版记", K.GROUP, N_("copies and printing")),
    Key("facts", "数据", K.GROUP, N_("free figures of the whole report")),
    Key("rounding", "舍入", K.CHOICE, N_("how the bureau rounds"), (("nearest", "四舍五入"), ("truncate", "截断"))),
    Key("decimals", "小数位", K.NAME, N_("decimals of derived rates")),
    Key("profile", "版式", K.CHOICE, N_("the page set-up"), tuple((name, name) for name in PROFILES)),
    Key("fonts", "字体", K.GROUP, N_("the fonts by their roles, and that of digits and Latin letters")),
    Key("pitch", "行距", K.NAME, N_("the fixed distance of the lines in points, if not the profile's")),
    Key("both_sides", "双面印制", K.NAME, N_("whether the imprint stands on an even page, for printing on both sides")),
    *(key for key in PROVENANCE if key.name != "as_of"),
    Key("checks", "校验", K.LIST, N_("checks of your own")),
    Key("acknowledged", "确认", K.LIST, N_("findings that stay as they are, and why")),
    Key("review", "审核", K.GROUP, N_("who prepared, reviewed and signed it, and when")),
    Key("severity", "级别", K.GROUP, N_("another severity for a code")),
    Key("limits", "限额", K.GROUP, N_("a bound for every figure under a key")),
)

METADATA = {
    "index_number": "索引号",
    "openness": "公开方式",
    "date": "成文日期",
    "publisher": "发布机构",
    "category": "组配分类",
    "published": "发布日期",
    "source": "信息来源",
    "breadcrumb": "栏目",
    "fields": "其他",
}
LETTERHEAD = {
    "issuers": "发文机关",
    "copy_number": "份号",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "document_number": "发文字号",
    "signatories": "签发人",
}
SIGNATURE = {"names": "单位", "stamped": "盖章"}
IMPRINT = {"copies_to": "抄送", "printed_by": "印发机关", "printed_on": "印发日期"}
PART = {"heading": "标题", "sections": "内容"}
#: The keys below a key of ``report.yaml``.
GROUPS = {
    "metadata": METADATA,
    "letterhead": LETTERHEAD,
    "signature": SIGNATURE,
    "imprint": IMPRINT,
    "outline": PART,
    "review": REVIEW,
    "fonts": FONTS,
}
SEVERITIES = {name: name for name in ("error", "warning", "info", "off")} | {
    "错误": "error",
    "警告": "warning",
    "提示": "info",
    "关闭": "off",
}
YES = frozenset({"true", "yes", "是", "有"})
NO = frozenset({"false", "no", "否", "无"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the outline: a level 1 heading and the sections under it."""

    heading: str
    sections: tuple[Scalar, ...]
    where: Position


@dataclass(frozen=True, slots=True)
class Report:
    """What ``report.yaml`` says, typed."""

    id: str
    bureau: str
    year: int
    where: Position
    short: str = ""
    title: tuple[str, ...] = ()
    date: DateText | None = None
    as_of: DateText | None = None
    form: str = "plain"
    template: Scalar | None = None
    opening: Scalar | None = None
    closing: Scalar | None = None
    outline: tuple[Part, ...] = ()
    appendix: tuple[Scalar, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    metadata_places: dict[str, Position] = field(default_factory=dict)
    letterhead: Letterhead | None = None
    addressee: str = ""
    signature: tuple[str, ...] = ()
    stamped: bool = False
    note: str = ""
    imprint: ImprintBlock | None = None
    rounding: Rounding = "nearest"
    decimals: int = 2
    profile: str = "gbt9704"
    fonts: tuple[tuple[str, str], ...] = ()
    pitch: float = 0.0
    both_sides: bool = False
    provenance: dict[str, tuple[str, Node]] = field(default_factory=dict)
    facts: Node | None = None
    checks: Node | None = None
    acknowledged: Node | None = None
    review: Review | None = None
    severity: dict[str, str] = field(default_factory=dict)
    limits: dict[str, tuple[Quantity, Scalar]] = field(default_factory=dict)

    @property
    def setting(self) -> dict[str, Any]:
        """How the report wants to be set, by the names that a writer's job has for it."""
        return {name: getattr(self, name) for name in ("profile", "fonts", "pitch", "both_sides")}


def read_report(source: Source, report_id: str, problems: Problems) -> Report | None:
    """Return the report that ``source`` describes, or None if ``problems`` tell why not."""
    return _Reader(source, report_id, problems).read()


class _Reader:
    def __init__(self, source: Source, report_id: str, problems: Problems) -> None:
        self.source = source
        self.id = report_id
        self.problems = problems

    def read(self) -> Report | None:
        keys = {name: key for key in KEYS for name in (key.name, key.alias)}
        values: dict[str, Any] = {"id": self.id, "where": self.source.root.where}
        provenance: dict[str, tuple[str, Node]] = {}
        seen: dict[str, Scalar] = {}
        for written, node in self.source.root:
            key = keys.get(written.text)
            if key is None:
                self.problems.unknown(written, keys)
                continue
            if key.name in seen:
                self.problems.twice(written, seen[key.name])
                continue
            seen[key.name] = written
            if key.name in ("as_of", "section", "basis", "evidence", "status"):
                provenance[key.name] = (written.text, node)
            if key.name not in ("section", "basis", "evidence", "status"):
                self._take(values, key, written.text, node)
        for name in ("bureau", "year"):
            if name not in values or values[name] == "":
                self._missing(keys[name])
            values[name] = values.get(name) or (0 if name == "year" else "?")
        allowed = {f.name for f in fields(Report)}
        return Report(**{name: value for name, value in values.items() if name in allowed and value is not None}, provenance=provenance)

    def _missing(self, key: Key) -> None:
        word = spoken(self.source.root, {one.name: one.alias for one in KEYS})[key.name]
        other = key.name if word == key.alias else key.alias
        hint = _("add a line `{key}: …` (or {alias})").format(key=word, alias=other)
        self.problems.add(FactError(_("{key} is missing").format(key=word), where=Position(self.source.name), hint=hint))

    def _take(self, values: dict[str, Any], key: Key, written: str, node: Node) -> None:
        special = getattr(self, f"_{key.name}", None)
        if special:
            special(values, node, written)
        elif key.kind is K.PROSE:
            values[key.name] = self.problems.prose(node, written)
        elif key.kind is K.DATE:
            values[key.name] = date_value(node, written, self.problems)
        elif key.kind is K.CHOICE:
            values[key.name] = choice_value(node, key, written, self.problems)
        elif key.kind is K.NAME:
            values[key.name] = self.problems.text(node, written)
        else:
            values[key.name] = node

    def _year(self, values: dict[str, Any], node: Node, written: str) -> None:
        text = self.problems.text(node, written)
        if text is None:
            values["year"] = 0
            return
        digits = text.removesuffix("年")
        if not (digits.isascii() and digits.isdigit() and len(digits) == 4):
            self.problems.add(FactError(_("{key} must be a year of four digits").format(key=written), where=node.where, written=text))
            digits = "0"
        values["year"] = int(digits)

    def _decimals(self, values: dict[str, Any], node: Node, written: str) -> None:
        text = self.problems.text(node, written)
        if text is not None and text in tuple("0123456"):
            values["decimals"] = int(text)
        elif text is not None:
            self.problems.add(FactError(_("{key} must be a whole number from 0 to 6").format(key=written), where=node.where, written=text))

    def _template(self, values: dict[str, Any], node: Node, written: str) -> None:
        if self.problems.text(node, written) is not None:
            values["template"] = node

    def _texts(self, node: Node, written: str) -> tuple[str, ...]:
        texts = (self.problems.text(item, written) for item in self.problems.items(node, written))
        return tuple(text for text in texts if text)

    def _title(self, values: dict[str, Any], node: Node, written: str) -> None:
        values["title"] = self._texts(node, written)

    def _appendix(self, values: dict[str, Any], node: Node, written: str) -> None:
        values["appendix"] = self._scalars(node, written)

    def _scalars(self, node: Node, written: str) -> tuple[Scalar, ...]:
        return tuple(item for item in self.problems.items(node, written) if self.problems.text(item, written) is not None)  # type: ignore[misc]

    def _outline(self, values: dict[str, Any], node: Node, written: str) -> None:
        parts = []
        for item in self.problems.items(node, written):
            taken: dict[str, Any] = {"heading": "", "sections": ()}
            for name, key, value in self.problems.group(item, written, PART):
                taken[name] = self.problems.text(value, key) if name == "heading" else self._scalars(value, key)
            if taken["heading"]:
                parts.append(Part(taken["heading"], taken["sections"], item.where))
            elif isinstance(item, Mapping):
                hint = _("add `{key}: …`").format(key=spoken(item, PART)["heading"])
                self.problems.add(FactError(_("a part of the outline has no heading"), where=item.where, hint=hint))
        values["outline"] = tuple(parts)

    def _metadata(self, values: dict[str, Any], node: Node, written: str) -> None:
        taken: dict[str, Any] = {}
        places: dict[str, Position] = {}
        for name, key, value in self.problems.group(node, written, METADATA):
            places[name] = value.where
            if name == "breadcrumb":
                taken[name] = self._texts(value, key)
            elif name == "fields":
                taken[name] = tuple(
                    (label.text, text)
                    for label, item in self.problems.mapping(value, key) or ()
                    if (text := self.problems.text(item, label.text))
                )
            elif name in ("date", "published"):
                taken[name] = date_value(value, key, self.problems)
            else:
                taken[name] = self.problems.text(value, key)
        values["metadata"] = {name: value for name, value in taken.items() if value}
        values["metadata_places"] = places

    def _letterhead(self, values: dict[str, Any], node: Node, written: str) -> None:
        taken: dict[str, Any] = {
            name: self._texts(value, key) if name in ("issuers", "signatories") else self.problems.text(value, key) or ""
            for name, key, value in self.problems.group(node, written, LETTERHEAD)
        }
        values["letterhead"] = Letterhead(**{"issuers": (), **taken})

    def _review(self, values: dict[str, Any], node: Node, written: str) -> None:
        values["review"] = read_review(node, written, self.problems)

    def _signature(self, values: dict[str, Any], node: Node, written: str) -> None:
        for name, key, value in self.problems.group(node, written, SIGNATURE):
            if name == "names":
                values["signature"] = self._texts(value, key)
            else:
                values["stamped"] = self._yes(value, key)

    def _fonts(self, values: dict[str, Any], node: Node, written: str) -> None:
        values["fonts"] = read_fonts(self.problems.group(node, written, FONTS), self.problems)

    def _pitch(self, values: dict[str, Any], node: Node, written: str) -> None:
        values["pitch"] = read_pitch(node, written, self.problems)

    def _both_sides(self, values: dict[str, Any], node: Node, written: str) -> None:
        values["both_sides"] = self._yes(node, written)

    def _yes(self, node: Node, written: str) -> bool:
        text = self.problems.text(node, written)
        if text is not None and text.lower() not in YES | NO:
            self.problems.add(FactError(_("{key} must be true or false").format(key=written), where=node.where, written=text))
        return text is not None and text.lower() in YES

    def _severity(self, values: dict[str, Any], node: Node, written: str) -> None:
        found: dict[str, str] = {}
        for code, value in self.problems.mapping(node, written) or ():
            word = self.problems.text(value, code.text)
            if word in SEVERITIES:
                found[code.text] = SEVERITIES[word]
            elif word is not None:
                known = enumerated(in_script_of(word, SEVERITIES))
                self.problems.add(
                    FactError(_("{key} must be one of {choices}").format(key=code.text, choices=known), where=value.where, written=word)
                )
        values["severity"] = found

    def _limits(self, values: dict[str, Any], node: Node, written: str) -> None:
        names = {
            name: key.name for shape in SHAPES.values() for key in shape.keys if key.kind is K.FIGURE for name in (key.name, key.alias)
        }
        found: dict[str, tuple[Quantity, Scalar]] = {}
        for key, value in self.problems.mapping(node, written) or ():
            if key.text not in names:
                self.problems.unknown(key, names, _(" under {parent}").format(parent=written))
            elif isinstance(value, Scalar) and self.problems.text(value, key.text):
                try:
                    found[names[key.text]] = (parse(value.text), value)
                except FigureError as error:
                    self.problems.add(FigureError(error.message, where=value.where, written=value.text, hint=error.hint))
        values["limits"] = found

    def _imprint(self, values: dict[str, Any], node: Node, written: str) -> None:
        taken: dict[str, Any] = {}
        for name, key, value in self.problems.group(node, written, IMPRINT):
            if name == "copies_to":
                taken[name] = self._texts(value, key)
            elif name == "printed_on":
                date = date_value(value, key, self.problems)
                taken[name] = date.display if date else ""
            else:
                taken[name] = self.problems.text(value, key) or ""
        values["imprint"] = ImprintBlock(**taken)


def date_value(node: Node, written: str, problems: Problems) -> DateText | None:
    """Return the date under a key, or None after noting the mistake."""
    text = problems.text(node, written)
    if text is None:
        return None
    try:
        return parse_date(text)
    except FigureError as error:
        problems.add(
            FigureError(_("{key}: {message}").format(key=written, message=error.message), where=node.where, written=text, hint=error.hint)
        )
        return None


def choice_value(node: Node, key: Key, written: str, problems: Problems) -> str | None:
    """Return the English name of a choice, or None after noting the mistake."""
    text = problems.text(node, written)
    if text is None:
        return None
    names = {**{name: name for name, _alias in key.choices}, **{alias: name for name, alias in key.choices}}
    if text not in names:
        choices = enumerated(in_script_of(text, names))
        problems.add(FactError(_("{key} must be one of {choices}").format(key=written, choices=choices), where=node.where, written=text))
        return None
    return names[text]
