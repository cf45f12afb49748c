"""The base document: an own, small package to write into, made for a format profile.

python-docx's own template is not used: it brings theme fonts, a ``customXml`` part and 800 KB of
styles, none of them Chinese.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from ...fonts import FACES
from ...official import PROFILES, SIZES, Profile, twips
from .elements import character
from .styles import TABLE_PITCH, styles_xml
from .theme import theme_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

#: Centre of a dash above the baseline, in parts of the font size (宋体).
_DASH_RISE = 0.34
#: Where Word and LibreOffice put the baseline in a line of exact height.
_BASELINE = 0.8
_HEADER_MM = 15.0


@lru_cache(maxsize=8)
def base_package(profile: Profile, draft: bool) -> bytes:
    """Return an empty document of ``profile`` as a DOCX package; a draft says so in its header."""
    parts = {
        "word/styles.xml": ("styles", _root("styles", styles_xml(profile))),
        "word/settings.xml": ("settings", _root("settings", _SETTINGS)),
        "word/fontTable.xml": ("fontTable", _root("fonts", _font_table(profile))),
        "word/theme/theme1.xml": ("theme", theme_xml(profile)),
        "word/footer1.xml": ("footer", _root("ftr", _footer("right"))),
        "word/footer2.xml": ("footer", _root("ftr", _footer("left"))),
    }
    if draft:
        parts["word/header1.xml"] = parts["word/header2.xml"] = ("header", _root("hdr", _DRAFT))
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations({"word/document.xml": f"{_OFFICE}/officeDocument", "docProps/core.xml": _CORE_RELATION}),
        "word/document.xml": _root("document", f"<w:body>{_section(profile, list(parts))}</w:body>"),
        "word/_rels/document.xml.rels": _relations({name.removeprefix("word/"): f"{_OFFICE}/{kind}" for name, (kind, _) in parts.items()}),
        "docProps/core.xml": _CORE,
        **{name: xml for name, (_, xml) in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, xml in files.items():
            package.writestr(zipfile.ZipInfo(name), (_HEAD + xml).encode())
    return stream.getvalue()


def _root(tag: str, content: str) -> str:
    return f"<w:{tag} {_W}>{content}</w:{tag}>"


def _content_types(parts: dict[str, tuple[str, str]]) -> str:
    overrides = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides |= {f"/{name}": _THEME_TYPE if kind == "theme" else f"{_TYPE}.{kind}+xml" for name, (kind, _) in parts.items()}
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{rows}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{name}"/>' for n, (name, kind) in enumerate(targets.items(), 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _section(profile: Profile, parts: list[str]) -> str:
    """Return the section's properties: A4, the margins, headers and footers, the line grid."""
    references = "".join(
        f'<w:{name[5:11]}Reference w:type="{"default" if name[11] == "1" else "even"}" r:id="rId{n}"/>'
        for n, name in enumerate(parts, 1)
        if name.startswith(("word/header", "word/footer"))
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips(profile.page_width)}" w:h="{twips(profile.page_height)}"/>'
        f'<w:pgMar w:top="{twips(profile.top)}" w:right="{twips(profile.right)}"'
        f' w:bottom="{twips(profile.bottom)}" w:left="{twips(profile.left)}"'
        f' w:header="{twips(_HEADER_MM)}" w:footer="{_footer_distance(profile)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{profile.pitch_twips}"/></w:sectPr>'
    )


def _footer_distance(profile: Profile) -> int:
    """Return the footer's distance from the paper's edge that puts the dash 7 mm below the 版心 (7.5).

    The 版心 ends where the standard says, also in a profile that moves the margins to fill it.
    """
    centre = twips(PROFILES["gbt9704"].bottom - profile.page_number_below)
    below = (1 - _BASELINE) * TABLE_PITCH + _DASH_RISE * SIZES["四号"] * 20
    return round(centre - below)


def _footer(side: str) -> str:
    one = character(PROFILES["gbt9704"], "四号")
    run = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{}</w:r>'
    field = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    pieces = ('<w:t xml:space="preserve">— </w:t>', *field, '<w:t xml:space="preserve"> —</w:t>')
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}="{one}" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>'
        + "".join(run.format(piece) for piece in pieces)
        + "</w:p>"
    )


def _font_table(profile: Profile) -> str:
    """Return the faces with their other names, under which a machine may have them."""
    others = {face.official: ",".join(face.real[1:]) for face in FACES}
    fonts = profile.fonts
    rows = []
    for name in sorted({fonts.title, fonts.body, fonts.kai, fonts.hei, fonts.song}):
        known = f'<w:altName w:val="{others[name]}"/>' if others.get(name) else ""
        rows.append(f'<w:font w:name="{name}">{known}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>')
    rows.append(f'<w:font w:name="{fonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>')
    return "".join(rows)


_DRAFT = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>草稿</w:t></w:r></w:p>'
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
_CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
