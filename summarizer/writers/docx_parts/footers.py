"""Page numbers (GB/T 9704-2012 7.5): 4号宋体 between dashes, odd pages right, even left, one 字 in.

On a page that lies across they stand where an upright page has them: with the page turned to the left,
at its left edge and read from above, which takes a text box. A page with nothing but the 版记 has none.
"""

from __future__ import annotations

from ...official import PROFILES, Profile, twips
from .elements import character

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = {
    "w": _W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
_EMU = 635  # in a twip
#: The box of a turned page number in twips: a line of it, and room for four digits between dashes.
_LINE, _LONG = 400, 2000
#: Where the middle of 宋体 characters is in a line of the box, in parts of its height from the page's edge.
_MIDDLE = 0.5


def footer_xml(profile: Profile, kind: str, pages: str) -> str:
    """Return a footer part for ``pages`` (``default`` or ``even``) of a section of ``kind``."""
    side = "left" if pages == "even" else "right"
    one = character(profile, "四号")
    if kind == "imprint":
        return _part(_paragraph("", ""))
    number = "".join(f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{piece}</w:r>' for piece in _PIECES)
    if kind == "portrait":
        return _part(_paragraph(f'<w:ind w:{side}="{one}" w:firstLine="0"/><w:jc w:val="{side}"/>', number))
    return _part(_paragraph("", f"<w:r>{_box(profile, side, number)}</w:r>"))


def _part(inside: str) -> str:
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    return f"<w:ftr{names}>{inside}</w:ftr>"


def _paragraph(properties: str, inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{properties}</w:pPr>{inside}</w:p>'


def _box(profile: Profile, side: str, number: str) -> str:
    """Return the text box of a turned page number, its lines running down the page's left edge.

    Text goes round it, not that there is any: without that, LibreOffice forgets where it stands.
    """
    standard = PROFILES["gbt9704"]
    x = twips(standard.bottom - profile.page_number_below) - round(_LINE * _MIDDLE)
    one = character(profile, "四号")
    # What is right on an upright page is at the foot here.
    if side == "right":
        y, align = twips(profile.page_width - profile.right) - one - _LONG, "right"
    else:
        y, align = twips(profile.left) + one, "left"
    text = _paragraph(f'<w:jc w:val="{align}"/>', number)
    extent = f'cx="{_LINE * _EMU}" cy="{_LONG * _EMU}"'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0"/></wps:wsp>'
    )
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y * _EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{1 if side == "right" else 2}" name="页码"/>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )


_PIECES = (
    '<w:t xml:space="preserve">— </w:t>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>1</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
    '<w:t xml:space="preserve"> —</w:t>',
)
