"""The named styles that ``--fix`` puts into somebody's file: one a role, made of the numbers in ``official.py``."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from ..official import ELEMENTS, SIZES, Profile, twips
from ..readers.docx_styles import child, local, value
from .sheet import LEVELS, Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RED = "FF0000"
#: Roles whose borders are the rules of the format.
_RULED = ("issuer", "document-number", "copies")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A style: the built-in ones keep the English names by which Word knows them.

    Args:
        indent: of the first line in 字; sides: of both sides. before, after: in lines. outline: from 1; 0 for none.
        keep: stays with the next paragraph. start: begins a page.
    """

    id: str
    name: str
    role: str
    align: str = "both"
    indent: int = 0
    sides: int = 0
    before: float = 0
    after: float = 0
    outline: int = 0
    keep: bool = False
    start: bool = False


WANTED = (
    *(Wanted(f"Heading{n}", f"heading {n}", role.value, indent=2, outline=n, keep=True) for n, role in enumerate(LEVELS, 1)),
    Wanted("Title", "Title", "title", "center", after=1, keep=True),
    Wanted("OfficialBody", "公文正文", "body", indent=2),
    Wanted("CopyNumber", "份号", "copy-number", "left"),
    Wanted("Secrecy", "密级和紧急程度", "secrecy", "left"),
    Wanted("Issuer", "发文机关标志", "issuer", "center"),
    Wanted("DocumentNumber", "发文字号", "document-number", "center", before=2),
    Wanted("Addressee", "主送机关", "addressee", "left"),
    Wanted("AttachmentList", "附件说明", "attachment-list", indent=2),
    Wanted("IssuerName", "署名", "signature", "right", keep=True),
    Wanted("IssueDate", "成文日期", "date", "right"),
    Wanted("Note", "附注", "note", indent=2),
    Wanted("AttachmentLabel", "附件标识", "attachment-label", "left", keep=True, start=True),
    Wanted("AttachmentTitle", "附件标题", "attachment-title", "center", before=1, after=1, outline=1, keep=True),
    Wanted("Imprint", "版记", "copies", "left", sides=1),
    Wanted("Footer", "footer", "page-number", "right"),
)
#: Role → style id, where they differ in name.
STYLE_OF = {Role(item.role): item.id for item in WANTED if item.role != "page-number"} | {
    Role.URGENCY: "Secrecy",
    Role.PRINTED: "Imprint",
}


def character(profile: Profile, size: str) -> int:
    """Return the width of a 字 in twips; only 三号 is condensed."""
    return round(SIZES[size] * 20 + (profile.spacing_twips if size == "三号" else 0))


def fonts_xml(profile: Profile, face: str) -> str:
    """Return ``w:rFonts`` with a face in all four slots: digits and Latin in theirs, but for 宋体 of the page number."""
    chinese = quoteattr(getattr(profile.fonts, face))
    latin = chinese if face == "song" else quoteattr(profile.fonts.latin)
    return f'<w:rFonts w:hint="eastAsia" w:ascii={latin} w:hAnsi={latin} w:eastAsia={chinese} w:cs={latin}/>'


def run_xml(profile: Profile, role: str) -> str:
    """Return the run properties of a role; everything that a base style could add is said to be off."""
    element = ELEMENTS[role]
    tight = round(profile.spacing_twips) if element.size == "三号" else 0
    half = round(SIZES[element.size] * 2) if element.size else 0
    size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else ""
    colour = _RED if role == "issuer" else "auto"
    return (
        f'<w:rPr>{fonts_xml(profile, element.face or "body")}<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>'
        f'<w:color w:val="{colour}"/><w:spacing w:val="{tight}"/><w:w w:val="100"/><w:kern w:val="0"/>{size}<w:u w:val="none"/></w:rPr>'
    )


def _paragraph_xml(profile: Profile, style: Wanted) -> str:
    one = character(profile, ELEMENTS[style.role].size or "三号")
    before, after = (round(lines * profile.pitch_twips) for lines in (style.before, style.after))
    # A name in free size needs a line that grows with it.
    line = 'w:line="240" w:lineRule="auto"' if style.role == "issuer" else f'w:line="{profile.pitch_twips}" w:lineRule="exact"'
    if style.role == "page-number":
        line = 'w:line="400" w:lineRule="exact"'
    measure = twips(profile.page_width) - twips(profile.left) - twips(profile.right)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{measure - one}"/></w:tabs>' if style.sides else ""
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else '<w:outlineLvl w:val="9"/>'
    return (
        "<w:pPr>"
        + ("<w:keepNext/>" if style.keep else '<w:keepNext w:val="0"/>')
        + ("<w:pageBreakBefore/>" if style.start else "")
        + f'<w:widowControl w:val="0"/>{tabs}<w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="{before}" w:beforeLines="0" w:beforeAutospacing="0" w:after="{after}" w:afterLines="0"'
        f' w:afterAutospacing="0" {line}/>'
        f'<w:ind w:left="{style.sides * one}" w:leftChars="0" w:right="{style.sides * one}" w:rightChars="0"'
        f' w:firstLine="{style.indent * one}" w:firstLineChars="0"/>'
        f'<w:contextualSpacing w:val="0"/><w:jc w:val="{style.align}"/>{outline}</w:pPr>'
    )


def add_styles(styles: etree._Element, profile: Profile) -> dict[str, str]:
    """Put the wanted styles into a style part; a style of the same name is redefined and keeps its id.

    Returns: the wanted id → the id in the file.
    """
    by_name = {(value(child(item, "name")) or "").lower(): item for item in styles if local(item) == "style"}
    taken = {value(item, "styleId") for item in styles if local(item) == "style"}
    ids: dict[str, str] = {}
    for wanted in WANTED:
        there = by_name.get(wanted.name.lower())
        if there is not None and value(there, "type") == "paragraph":
            _redefine(there, profile, wanted)
            ids[wanted.id] = value(there, "styleId") or wanted.id
        else:
            id = wanted.id if wanted.id not in taken else f"Official{wanted.id}"
            styles.append(_made(profile, wanted, id))
            ids[wanted.id] = id
            taken.add(id)
    for level, role in enumerate(LEVELS, 1):
        name, id = f"公文标题{level}字", f"OfficialHeading{level}Char"
        if (old := by_name.get(name)) is not None:
            styles.remove(old)
        styles.append(_parsed(_head("character", id, name, profile_rpr := run_xml(profile, role.value))))
        assert profile_rpr
        ids[f"Heading{level}Char"] = id
    return ids


def _head(kind: str, id: str, name: str, content: str) -> str:
    custom = "" if name.isascii() else ' w:customStyle="1"'
    return f'<w:style xmlns:w="{W}" w:type="{kind}"{custom} w:styleId="{id}"><w:name w:val="{name}"/><w:qFormat/>{content}</w:style>'


def _parsed(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def _made(profile: Profile, wanted: Wanted, id: str) -> etree._Element:
    return _parsed(_head("paragraph", id, wanted.name, _paragraph_xml(profile, wanted) + run_xml(profile, wanted.role)))


def _keep(old: etree._Element, fresh: etree._Element, *, ruled: bool) -> None:
    """Carry over what makes text or lines: a numbering makes the numbers, a border the red rule."""
    at = fresh.find(f"{{{W}}}pPr/{{{W}}}widowControl")
    if at is None:
        return
    for name in ("numPr", *(("pBdr",) if ruled else ()), "tabs"):
        kept, made = child(old, name), fresh.find(f"{{{W}}}pPr/{{{W}}}{name}")
        if kept is not None:
            at.addnext(kept)
            at = kept
            if made is not None:
                _parent(made).remove(made)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _redefine(style: etree._Element, profile: Profile, wanted: Wanted) -> None:
    """Replace what a style says of paragraph and characters; its name, id, links, numbering, rules and tabs stay."""
    fresh = _made(profile, wanted, "")
    for item in list(style):
        if local(item) in ("pPr", "rPr", "basedOn"):
            if local(item) == "pPr":
                _keep(item, fresh, ruled=wanted.role in _RULED)
            style.remove(item)
    place = next((n for n, item in enumerate(style) if local(item) in ("tblPr", "trPr", "tcPr", "tblStylePr")), len(style))
    for item in [part for part in fresh if local(part) in ("pPr", "rPr")]:
        style.insert(place, item)
        place += 1
