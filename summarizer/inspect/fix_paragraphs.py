"""Give every paragraph the style of its role, and take off the formatting that the style replaces."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from ..official import ISSUER_BELOW, TYPE_AREA_TOP, Profile, twips
from ..readers.docx_styles import child, is_on, local, number, value
from .cascade import Cascade
from .fix_runs import clear, cut, hint, paragraph_of, tag, wear
from .fix_styles import STYLE_OF, W, character, fonts_xml, run_xml
from .roles import own_line, sealed
from .sheet import LEVELS, Para, Role, Sheet

_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
#: What stays of a paragraph's own properties.
_KEPT = frozenset({"numPr", "framePr", "tabs", "sectPr", "pPrChange", "cnfStyle", "divId", "bidi", "pageBreakBefore", "pBdr"})
#: What brings a name to its place under a seal.
_PLACE = frozenset({"ind", "jc", "spacing"})
_REFERENCES = ("footnote reference", "endnote reference", "annotation reference")
#: The height of a line in exact spacing whose characters begin at its top, in parts of their size.
_FULL = 1.1
_BLANKS = " \t\u3000\u00a0"


def put(properties: etree._Element, name: str, **attributes: object) -> etree._Element:
    """Set one element of ``w:pPr`` in the order of the schema, replacing what was there."""
    for old in [item for item in properties if local(item) == name]:
        properties.remove(old)
    made = etree.Element(tag(name))
    for key, text in attributes.items():
        made.set(tag(key), str(text))
    later = _PARAGRAPH_ORDER[_PARAGRAPH_ORDER.index(name) + 1 :]
    place = next((n for n, item in enumerate(properties) if local(item) in later), len(properties))
    properties.insert(place, made)
    return made


@dataclass(slots=True)
class Dresser:
    """Dresses the paragraphs of a file.

    Args:
        ids: of the styles in the file. cascade: its styles as they are now.
    """

    profile: Profile
    ids: dict[str, str]
    cascade: Cascade

    def dress(self, sheet: Sheet) -> None:
        """Dress all paragraphs whose role is known."""
        listed = names = 0
        under_seal = sealed(sheet)
        front = {role: next(iter(sheet.of(role)), None) for role in (Role.TITLE, Role.ISSUER)}
        for para in sheet.paras:
            element = para.element
            if para.role is None or not isinstance(element, etree._Element):
                continue
            if para.role in (Role.TABLE, Role.CAPTION):
                self._cell(element)
                continue
            typed = _typed(element)
            alone = para.role not in LEVELS or own_line(para)
            stays = _stays(para, under_seal=under_seal)
            properties = self._style(element, STYLE_OF[para.role] if alone else "OfficialBody", _PLACE if stays else frozenset())
            self._number(properties, para)
            self._runs(element, keep_size=para.role is Role.ISSUER)
            if not alone:
                self._lead(element, para)
            self._place(properties, para, typed)
            if para.role is Role.ATTACHMENT_LIST:
                self._listed(properties, para, first=not listed)
                listed += 1
            if para.role is Role.COPIES:
                one = character(self.profile, "四号")
                put(properties, "ind", left=4 * one, leftChars=0, right=one, rightChars=0, hanging=3 * one, hangingChars=0)
            if stays:
                _set_out(properties, para)
                continue
            if para is front.get(para.role):
                self._front(properties, para, sheet)
            if para.role in (Role.SIGNATURE, Role.DATE):
                self._sign(properties, para, sheet, first=not names)
                names += 1

    def _style(self, element: etree._Element, id: str, keep: frozenset[str]) -> etree._Element:
        properties = child(element, "pPr")
        if properties is None:
            properties = etree.Element(tag("pPr"))
            element.insert(0, properties)
        for item in list(properties):
            if local(item) == "rPr":
                clear(item)
            elif local(item) not in _KEPT | keep:
                properties.remove(item)
        put(properties, "pStyle", val=self.ids[id])
        return properties

    def _number(self, properties: etree._Element, para: Para) -> None:
        """Leave the paragraph in the list it was in, whatever its new style says: no number comes or goes."""
        styled = self.cascade.numbering_style(self.cascade.style_of(properties)) is not None
        if para.listing is None and not styled:
            return
        id, level = para.listing or ("0", 0)
        numbered = put(properties, "numPr")
        for name, text in (("ilvl", str(level)), ("numId", id)):
            etree.SubElement(numbered, tag(name)).set(tag("val"), text)

    def _runs(self, element: etree._Element, *, keep_size: bool = False) -> None:
        for run in [item for item in element.iter(tag("r")) if paragraph_of(item) is element]:
            properties = child(run, "rPr")
            if properties is not None:
                dress = value(child(properties, "rStyle")) or ""
                if self.cascade.names.get(dress, "").lower() in _REFERENCES:
                    continue
                sizes = [deepcopy(item) for item in properties if local(item) in ("sz", "szCs")] if keep_size else []
                clear(properties)
                if (worn := child(properties, "rStyle")) is not None:
                    properties.remove(worn)
                properties.extend(sizes)
            if any(local(item) == "t" for item in run):
                hint(run)

    def _lead(self, element: etree._Element, para: Para) -> None:
        """Dress the run-in heading, cutting the run that holds its end in two."""
        level = LEVELS.index(para.role) + 1 if para.role in LEVELS else 0
        left = para.lead - para.generated
        if level not in (1, 2) or left <= 0:
            return
        started = False
        for run in [item for item in element.iter(tag("r")) if paragraph_of(item) is element]:
            if left <= 0:
                return
            texts = [item for item in run if local(item) == "t"]
            text = "".join(item.text or "" for item in texts)
            if not started:
                text = text.lstrip(_BLANKS)
                left += len("".join(item.text or "" for item in texts)) - len(text)
                started = bool(text)
                text = "".join(item.text or "" for item in texts)
            if not text:
                continue
            if len(text) > left:
                cut(run, left)
            wear(run, self.ids[f"Heading{level}Char"])
            left -= len(text)

    def _place(self, properties: etree._Element, para: Para, typed: float) -> None:
        """Say directly what the style cannot: indents against a list's own, blanks typed at the start, a page begun already."""
        one = character(self.profile, "三号")
        if para.role in (Role.BODY, *LEVELS) and (typed or child(properties, "numPr") is not None or para.generated):
            first = max(round((2 - typed) * one), 0)
            put(properties, "ind", left=0, leftChars=0, right=0, firstLine=first, firstLineChars=0)
        if para.role is Role.ATTACHMENT_LABEL:
            for old in [item for item in properties if local(item) == "pageBreakBefore"]:
                properties.remove(old)
            if para.begun:
                put(properties, "pageBreakBefore", val=0)
        elif para.role in (Role.TITLE, Role.ATTACHMENT_TITLE, *LEVELS):
            for old in [item for item in properties if local(item) in ("tabs", "pBdr")]:
                properties.remove(old)

    def _front(self, properties: etree._Element, para: Para, sheet: Sheet) -> None:
        """The first line of the 发文机关标志 begins 35 mm below the 版心's top, the title two lines below the red rule."""
        pitch = self.profile.pitch_twips
        if para.role is Role.TITLE:
            if sheet.of(Role.DOCUMENT_NUMBER):
                put(properties, "spacing", before=2 * pitch)
            return
        above = len(sheet.of(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY))
        # In a line of this height the characters begin where the line does.
        line = round(para.size * 20 * _FULL)
        down = twips(TYPE_AREA_TOP + ISSUER_BELOW - self.profile.top)
        put(properties, "spacing", before=max(down - above * pitch, 0), line=line, lineRule="exact")

    def _listed(self, properties: etree._Element, para: Para, *, first: bool) -> None:
        """附件说明: one line below the text, two 字 in, turned lines and further names under the first."""
        one = character(self.profile, "三号")
        label = 3 if para.text.startswith("附件") else 0
        rest = para.text[label:]
        digits = len(rest) - len(rest.lstrip("0123456789.． "))
        # A digit and a dot take three quarters of a 字 together.
        width = round(digits * 0.375 * one)
        left, hanging = 5 * one + width, label * one + width
        put(properties, "ind", left=left, hanging=hanging, leftChars=0, hangingChars=0)
        if first:
            put(properties, "spacing", before=self.profile.pitch_twips)

    def _sign(self, properties: etree._Element, para: Para, sheet: Sheet, *, first: bool) -> None:
        """署名 and 成文日期 without a seal (7.3.5.2): two 字 from the right, the date two 字 behind the name's first."""
        one = character(self.profile, "三号")
        names, dates = sheet.of(Role.SIGNATURE), sheet.of(Role.DATE)
        name, date = max((_ems(item) for item in names), default=0.0), max((_ems(item) for item in dates), default=0.0)
        date_right = max(name - date, 2.0) if names else 2.0
        right = date_right if para.role is Role.DATE else date_right + date + 2 - _ems(para) if dates else 2.0
        blanks = _trailing(para.element) * 1.0
        put(
            properties, "ind", left=0, leftChars=0, right=max(round((right - blanks) * one), 0), rightChars=0, firstLine=0, firstLineChars=0
        )
        put(properties, "spacing", before=self.profile.pitch_twips if first else 0)

    def _cell(self, element: etree._Element) -> None:
        """A table keeps its sizes and alignment; only faces and colour become those of the format."""
        for run in [item for item in element.iter(tag("r")) if paragraph_of(item) is element]:
            properties = child(run, "rPr")
            if properties is None:
                properties = etree.Element(tag("rPr"))
                run.insert(0, properties)
            for item in [part for part in properties if local(part) in ("rFonts", "color", "highlight")]:
                properties.remove(item)
            fonts = etree.fromstring(f'<w:x xmlns:w="{W}">{fonts_xml(self.profile, "body")}</w:x>')[0]
            properties.insert(1 if len(properties) and local(properties[0]) == "rStyle" else 0, fonts)


def _stays(para: Para, *, under_seal: bool) -> bool:
    """Whether a paragraph stands right by its own formatting: names under seals and of a joint issue, 发文字号 beside 签发人."""
    if para.role in (Role.SIGNATURE, Role.DATE):
        return under_seal
    return (para.role is Role.ISSUER and para.table >= 0) or (para.role is Role.DOCUMENT_NUMBER and "签发人" in para.text)


def _set_out(properties: etree._Element, para: Para) -> None:
    """Say directly what the paragraph had from a style of its own."""
    if child(properties, "jc") is None:
        put(properties, "jc", val=para.align or "both")
    if child(properties, "ind") is None and para.role is Role.DOCUMENT_NUMBER:
        put(properties, "ind", firstLine=round(para.indent * 20), firstLineChars=0)


def _ems(para: Para) -> float:
    return sum(0.5 if sign.isascii() else 1.0 for sign in para.text)


def _texts(element: etree._Element) -> str:
    return "".join(item.text or "" for item in element.iter(tag("t")))


def _typed(element: object) -> float:
    """Return how many 字 of blanks are typed at the start."""
    text = _texts(element) if isinstance(element, etree._Element) else ""
    lead = text[: len(text) - len(text.lstrip(_BLANKS))]
    return sum(1.0 if sign == "\u3000" else 0.5 for sign in lead)


def _trailing(element: object) -> float:
    text = _texts(element) if isinstance(element, etree._Element) else ""
    tail = text[len(text.rstrip("\u3000")) :]
    return float(len(tail))


def empty(element: etree._Element) -> bool:
    """Whether a paragraph holds nothing at all: no character, break, picture, mark, note or section."""
    for item in element.iter():
        name = local(item)
        if name in ("p", "pPr", "r", "rPr", "proofErr") or any(local(a) in ("pPr", "rPr") for a in item.iterancestors()):
            if name == "sectPr":
                return False
            continue
        if name != "t" or (item.text or "").strip():
            return False
        if item.text:
            return False
    return True


def drop_blank_lines(sheet: Sheet, body: etree._Element, cascade: Cascade) -> None:
    """Take out the empty paragraphs that stand in for the space which styles now give: around title, labels and signature."""
    after = (Role.TITLE, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)
    before = (Role.ISSUER, Role.TITLE, Role.ATTACHMENT_LIST, Role.SIGNATURE, Role.DATE, Role.ATTACHMENT_LABEL, Role.DOCUMENT_NUMBER)
    for para in sheet.paras:
        element = para.element
        if not isinstance(element, etree._Element) or element.getparent() is not body:
            continue
        if para.role in before:
            _drop(element, cascade, backwards=True)
        if para.role in after:
            _drop(element, cascade, backwards=False)


def _drawn(element: etree._Element, cascade: Cascade) -> bool:
    """Whether an empty paragraph shows a border or a shade, its own or its style's."""
    properties = child(element, "pPr")
    layers = (properties, *(child(style, "pPr") for style in cascade.chain(cascade.style_of(properties))))
    return any(child(layer, name) is not None for layer in layers for name in ("pBdr", "shd"))


def _drop(element: etree._Element, cascade: Cascade, *, backwards: bool) -> None:
    while (beside := element.getprevious() if backwards else element.getnext()) is not None:
        if local(beside) != "p" or not empty(beside) or _drawn(beside, cascade):
            return
        parent = beside.getparent()
        assert parent is not None
        parent.remove(beside)


def _narrow(table: etree._Element, measure: int) -> None:
    """Make a table that is wider than the text as wide as it, every column in proportion."""
    own = [item for item in table.iter(tag("gridCol")) if _table_of(item) is table]
    width = sum(number(item.get(tag("w"))) for item in own)
    if width <= measure:
        return
    cells = [item for item in table.iter(tag("tcW"), tag("tblW")) if _table_of(item) is table and value(item, "type") == "dxa"]
    for item in (*own, *cells):
        item.set(tag("w"), str(number(item.get(tag("w"))) * measure // width))


def _table_of(element: etree._Element) -> etree._Element | None:
    return next((item for item in element.iterancestors() if local(item) == "tbl"), None)


def dress_tables(tables: list[etree._Element], layout: set[int], measure: int) -> None:
    """Let head rows repeat, rows stay whole, and no table be wider than ``measure`` twips."""
    for count, table in enumerate(tables, 1):
        if count in layout:
            continue
        _narrow(table, measure)
        rows = [row for row in table if local(row) == "tr"]
        for position, row in enumerate(rows):
            properties = child(row, "trPr")
            if properties is None:
                properties = etree.Element(tag("trPr"))
                place = next((n for n, item in enumerate(row) if local(item) not in ("tblPrEx",)), 0)
                row.insert(place, properties)
            for name in ("cantSplit", "tblHeader") if not position and len(rows) > 1 else ("cantSplit",):
                old = child(properties, name)
                if old is not None and not is_on(old):
                    properties.remove(old)
                    old = None
                if old is None:
                    properties.append(etree.Element(tag(name)))


__all__ = ["Dresser", "dress_tables", "drop_blank_lines", "empty", "put", "run_xml", "tag"]
