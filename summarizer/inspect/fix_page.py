"""The page of ``--fix``: paper, margins, grid, and footers with the page number."""

from __future__ import annotations

import posixpath

from lxml import etree

from ..i18n import gettext as _
from ..official import PROFILES, SIZES, Profile, twips
from ..readers.docx_styles import child, is_on, local, number, value
from .docx_footers import targets_of
from .docx_sheet import Parts, sections_of
from .docx_story import PAGE, Walk
from .fix_styles import W, character

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SECTION_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType",
    "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
    "sectPrChange",
)  # fmt: skip
#: Elements of ``w:settings`` that stand before ``w:evenAndOddHeaders``.
_BEFORE = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
    "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle",
    "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType",
    "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection",
    "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
    "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle",
)  # fmt: skip
_LINE = 400
_BASELINE, _DASH_RISE = 0.8, 0.34
_NUMBERISH = frozenset("-—–－一第页共 \u3000\t·•/0123456789" + PAGE)


def _tag(name: str) -> str:
    return f"{{{W}}}{name}"


class Pages:
    """The parts of a package that change; they are parsed once and written by :meth:`changed`."""

    def __init__(self, parts: Parts, profile: Profile) -> None:
        self.parts, self.profile = parts, profile
        self.notes: list[str] = []
        self._roots: dict[str, etree._Element] = {parts.main: parts.root}
        self._added: dict[str, bytes] = {}
        folder, base = posixpath.split(parts.main)
        self._folder, self._links = folder, posixpath.join(folder, "_rels", f"{base}.rels")

    def styles(self) -> etree._Element:
        """Return the style part, made if there is none."""
        return self._part("styles", "styles")

    def effects(self) -> etree._Element | None:
        """Return Word 2010's second copy of the styles, which must know the same ones."""
        part = self.parts.related.get("stylesWithEffects", "")
        return self._root(part) if part in self.parts.package.names else None

    def changed(self) -> dict[str, bytes]:
        """Return the bytes of all parts that were changed or added."""
        made = {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) for name, root in self._roots.items()}
        return {**made, **self._added}

    def set_up(self, footer_style: str) -> None:
        """Set paper, margins, grid and page numbers of every section."""
        sections = sections_of(self.parts.body)
        for section in sections:
            self._paper(section)
        others = self._other_footers(sections)
        if others:
            note = _("the footers hold “{text}” besides the page number, so they were left as they are")
            self.notes.append(note.format(text=others[:20]))
            return
        right, left = (self._footer(side, footer_style) for side in ("right", "left"))
        for section in sections:
            if not self._turned(section):
                self._references(section, right, left)
        settings = self._part("settings", "settings")
        self._alternate(settings)

    def _root(self, part: str) -> etree._Element:
        if part not in self._roots:
            root = self.parts.package.xml(part)
            assert root is not None
            self._roots[part] = root
        return self._roots[part]

    def _part(self, kind: str, root: str) -> etree._Element:
        """Return a part by its relation; a package without it gets an empty one."""
        name = self.parts.related.get(kind, "")
        if name and name in self.parts.package.names:
            return self._root(name)
        name = posixpath.join(self._folder, f"{kind}.xml")
        if name not in self._roots:
            self._roots[name] = etree.Element(_tag(root), nsmap={"w": W})
            self._link(kind, name)
            self._declare(name, kind)
        return self._roots[name]

    def _link(self, kind: str, part: str) -> str:
        """Add a relation of the main part and return its id."""
        if self.parts.package.names.get(self._links) is None and self._links not in self._roots:
            self._roots[self._links] = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
        root = self._root(self._links)
        taken = {item.get("Id") for item in root}
        id = next(name for n in range(1, len(taken) + 2) if (name := f"rIdOfficial{n}") not in taken)
        target = posixpath.relpath(part, self._folder or ".")
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=id, Type=f"{_OFFICE}/{kind}", Target=target)
        return id

    def _declare(self, part: str, kind: str) -> None:
        root = self._root("[Content_Types].xml")
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=f"{_MAIN}.{kind}+xml")

    def _paper(self, section: etree._Element) -> None:
        profile = self.profile
        size = child(section, "pgSz")
        turned = number(value(size, "w")) > number(value(size, "h"))
        width, height = twips(profile.page_width), twips(profile.page_height)
        if turned:
            _set(section, "pgSz", w=height, h=width, orient="landscape")
        else:
            _set(section, "pgSz", w=width, h=height)
        _set(
            section, "pgMar", top=twips(profile.top), right=twips(profile.right), bottom=twips(profile.bottom), left=twips(profile.left),
            header=851, footer=self._footer_distance(), gutter=0,
        )  # fmt: skip
        # The styles step off the grid; it stays for text that others add.
        _set(section, "docGrid", type="lines", linePitch=profile.pitch_twips)
        if (numbers := child(section, "pgNumType")) is not None and numbers.get(_tag("fmt")):
            del numbers.attrib[_tag("fmt")]

    def _footer_distance(self) -> int:
        """Return the distance that puts the dash 7 mm below the 版心 of the standard, in any profile."""
        plain = PROFILES["gbt9704"]
        below = (1 - _BASELINE) * _LINE + _DASH_RISE * SIZES["四号"] * 20
        return round(twips(plain.bottom - plain.page_number_below) - below)

    def _other_footers(self, sections: list[etree._Element]) -> str:
        """Return text of the footers that is no page number."""
        targets = targets_of(self.parts.package, self.parts.main)
        for section in sections:
            for item in section:
                if local(item) == "footerReference":
                    id = next((str(text) for name, text in item.attrib.items() if str(name).endswith("}id")), "")
                    root = self.parts.package.xml(targets.get(id, ""))
                    text = "".join(source.text for source in Walk().paragraphs(root)) if root is not None else ""
                    if any(sign not in _NUMBERISH for sign in text):
                        return text.strip()
        return ""

    def _turned(self, section: etree._Element) -> bool:
        """Whether a page on its side has its number in a box, which can stand where an upright page has it."""
        size, targets = child(section, "pgSz"), targets_of(self.parts.package, self.parts.main)
        if number(value(size, "w")) <= number(value(size, "h")):
            return False
        ids = (item.get(f"{{{_OFFICE}}}id") or "" for item in section if local(item) == "footerReference")
        roots = (self.parts.package.xml(targets.get(id, "")) for id in ids)
        return any(root is not None and any(local(item) == "txbxContent" for item in root.iter()) for root in roots)

    def _footer(self, side: str, style: str) -> str:
        """Add a footer part and return the id of its relation."""
        names = self.parts.package.names
        base = posixpath.join(self._folder, "footerOfficial")
        number = next(n for n in range(1, 1000) if f"{base}{n}.xml" not in names and f"{base}{n}.xml" not in self._added)
        name = f"{base}{number}.xml"
        self._added[name] = _footer_xml(side, style, character(self.profile, "四号")).encode()
        self._declare(name, "footer")
        return self._link("footer", name)

    def _references(self, section: etree._Element, right: str, left: str) -> None:
        headers = {value(item, "type") or "default": item for item in section if local(item) == "headerReference"}
        for item in [part for part in section if local(part) == "footerReference"]:
            section.remove(item)
        # The even pages had the same header as the odd ones, as long as they were not told apart.
        if "default" in headers and "even" not in headers:
            _reference(section, "headerReference", "even", str(headers["default"].get(f"{{{_OFFICE}}}id")))
        kinds = [("default", right), ("even", left)] + ([("first", right)] if is_on(child(section, "titlePg")) else [])
        for kind, id in reversed(kinds):
            _reference(section, "footerReference", kind, id)

    @staticmethod
    def _alternate(settings: etree._Element) -> None:
        for old in [item for item in settings if local(item) == "evenAndOddHeaders"]:
            settings.remove(old)
        place = max((n + 1 for n, item in enumerate(settings) if local(item) in _BEFORE), default=0)
        settings.insert(place, etree.Element(_tag("evenAndOddHeaders")))


def _reference(section: etree._Element, name: str, kind: str, id: str) -> None:
    made = etree.Element(_tag(name))
    made.set(_tag("type"), kind)
    made.set(f"{{{_OFFICE}}}id", id)
    place = sum(1 for item in section if local(item) == "headerReference") if name == "footerReference" else 0
    section.insert(place, made)


def _set(section: etree._Element, name: str, **attributes: object) -> None:
    for old in [item for item in section if local(item) == name]:
        section.remove(old)
    made = etree.Element(_tag(name))
    for key, text in attributes.items():
        made.set(_tag(key), str(text))
    later = _SECTION_ORDER[_SECTION_ORDER.index(name) + 1 :]
    place = next((n for n, item in enumerate(section) if local(item) in later), len(section))
    section.insert(place, made)


def _footer_xml(side: str, style: str, one: int) -> str:
    fonts = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    pieces = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    runs = "".join(f"<w:r>{fonts}{piece}</w:r>" for piece in pieces)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:ind w:{side}="{one}" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>{runs}</w:p></w:ftr>'
    )
