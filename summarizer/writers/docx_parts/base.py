"""The base document: an own, small package to write into, made for a format profile.

python-docx's own template is not used: it brings theme fonts, a ``customXml`` part and 800 KB of
styles, none of them Chinese.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from ...fonts import FACES
from ...official import Profile
from .footers import footer_xml
from .sections import FOOTERS, HEADERS
from .styles import Mark, list_xml, styles_xml
from .theme import theme_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

@lru_cache(maxsize=8)
def base_package(profile: Profile, draft: bool, mark: Mark) -> bytes:
    """Return an empty document of ``profile`` as a DOCX package; a draft says so in its header.

    Its body has no section yet. ``mark`` is the 发文机关标志, whose size is the document's own.
    """
    parts = {
        "word/styles.xml": ("styles", _root("styles", styles_xml(profile, mark))),
        "word/numbering.xml": ("numbering", _root("numbering", list_xml(profile))),
        "word/settings.xml": ("settings", _root("settings", _SETTINGS)),
        "word/fontTable.xml": ("fontTable", _root("fonts", _font_table(profile))),
        "word/theme/theme1.xml": ("theme", theme_xml(profile)),
    }
    parts |= {f"word/{name}.xml": ("footer", footer_xml(profile, *kind)) for name, kind in FOOTERS.items()}
    if draft:
        parts |= {f"word/{name}.xml": ("header", _root("hdr", _DRAFT)) for name in HEADERS}
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations({"word/document.xml": f"{_OFFICE}/officeDocument", "docProps/core.xml": _CORE_RELATION}),
        "word/document.xml": _root("document", "<w:body/>"),
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
    """Return relations to parts, each known by the part's name: ``footer1``."""
    names = {name: name.rpartition("/")[2].removesuffix(".xml") for name in targets}
    rows = "".join(f'<Relationship Id="{names[name]}" Type="{kind}" Target="{name}"/>' for name, kind in targets.items())
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


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
#: 禁则: what ends no line, and what begins none. Word's own lists, with the dash and the ellipsis, which are never cut in two.
_OPENING = "([{·‘“〈《「『【〔〖（．［｛￡￥$"
_CLOSING = "!),.:;?]}¨·ˇˉ―‖’”…—∶、。〃々〉》」』】〕〗！＂＇），．：；？］｀｜｝～￠%‰℃％"
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{_OPENING}"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="{_CLOSING}"/>'
    '<w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
_CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
