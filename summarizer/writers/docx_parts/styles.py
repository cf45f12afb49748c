"""The named styles: every one sets its face in all four slots, none is bold, none uses a theme.

Built-in styles keep the English names by which Word knows them, so that a Chinese Word shows them as
正文, 标题 1, 页脚; own styles therefore avoid those words (an own style called 正文 would collide).
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from ...official import (
    IMPRINT_RULE_INNER,
    IMPRINT_RULE_OUTER,
    LETTERHEAD_RULE_BELOW,
    LETTERHEAD_RULE_POINTS,
    LEVEL_FONTS,
    PROFILES,
    SIZES,
    Profile,
    twips,
)
from .elements import character, measure
from .numbering import level_properties, numbering_xml

#: Line pitch of table text in twips: 小四 in exact lines of 20 pt; the standard leaves it open.
TABLE_PITCH = 400
#: The text of a table that is too wide for 小四 even on a page on its side.
SMALL = "五号"
#: Between a cell's text and its left and right rules, in twips.
CELL_MARGIN = 80
_RED = "FF0000"
_PLAIN = '<w:widowControl w:val="0"/>'
#: Where engines put the baseline in a line of exact height; how far characters reach above and below it, in parts of their size.
_BASELINE, _ABOVE, _BELOW = 0.8, 0.79, 0.12
#: Lines of the 版记: a little more below than above, so that they stand midway between the rules. With the rules,
#: two entries are no higher than two lines of the text.
_IMPRINT_PITCH, _RULES = 500, 60
#: The height of an empty paragraph that only holds a place, in twips.
PLACE = 20
#: No gap between 汉字 and digits, off the grid: else a line no longer holds 28. Marks may hang over the
#: margin, as Word has it anyway: told not to, LibreOffice 7.4 loses commas at the end of a tight line.
_LINES = (
    '<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The 发文机关标志 of one document: its size is free.

    Args:
        points: the size. above: from the line before to its own, in twips.
    """

    points: int = 22
    above: int = 0

    @property
    def pitch(self) -> int:
        """A line that begins where its characters do, in twips."""
        return round(self.points * 20 * _ABOVE / _BASELINE)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Args:
        face: an attribute of :class:`~summarizer.official.Fonts`. size: a Chinese font size.
        indent: first line, in 字 of its size. sides: from both margins. hang: of turned lines, beyond that.
        before, after: in lines of the profile.
        pitch: exact line pitch in twips; 0 takes the profile's, -1 is single spacing.
        outline: level in the navigation pane from 1; 0 for body text.
        keep: stays with the next paragraph. start: begins a new page. whole: is not cut by a page's end.
        rule: a red bottom border in points. framed: text of the 版记.
        filled: a rule of the 版记 itself, as high as it is thick: LibreOffice makes no frame of paragraphs with borders.
    """

    id: str
    name: str
    face: str = "body"
    size: str = "三号"
    based: str = "Normal"
    next: str = "OfficialBody"
    indent: int = 0
    sides: int = 0
    hang: int = 0
    before: float = 0
    after: float = 0
    pitch: int = 0
    align: str = "both"
    outline: int = 0
    keep: bool = False
    start: bool = False
    whole: bool = False
    red: bool = False
    rule: float = 0
    filled: bool = False
    framed: bool = False
    link: str = ""
    quick: bool = True




_RED_RULE = sum(LETTERHEAD_RULE_POINTS) / len(LETTERHEAD_RULE_POINTS)

_HEADINGS = tuple(
    Style(f"Heading{level}", f"heading {level}", face, indent=2, outline=level, keep=True, link=f"Heading{level}Char")
    for level, face in LEVEL_FONTS.items()
)

STYLES = (
    Style("Normal", "Normal", based="", next=""),
    *_HEADINGS,
    Style("Title", "Title", "title", "二号", after=1, align="center", keep=True, whole=True),
    Style("OfficialBody", "公文正文", indent=2),
    Style("CopyNumber", "份号", align="left"),
    Style("Secrecy", "密级和紧急程度", "hei", align="left"),
    Style("Issuer", "发文机关标志", "title", "", align="center", red=True, next="DocumentNumber"),
    Style("Signatory", "签发人", align="left", keep=True, next="DocumentNumberUp"),
    Style("DocumentNumber", "发文字号", after=2, align="center", rule=_RED_RULE),
    Style("DocumentNumberUp", "上行文发文字号", based="DocumentNumber", indent=1, after=2, align="left", rule=_RED_RULE),
    Style("Addressee", "主送机关", align="left"),
    Style("AttachmentList", "附件说明"),
    Style("IssuerName", "署名", align="left", keep=True, next="IssueDate"),
    Style("IssueDate", "成文日期", align="left"),
    Style("Note", "附注", indent=2),
    Style("AttachmentLabel", "附件标识", "hei", align="left", keep=True, start=True, next="AttachmentTitle"),
    Style("AttachmentTitle", "附件标题", "title", "二号", before=1, after=1, align="center", outline=1, keep=True, whole=True),
    Style("Caption", "caption", "hei", "四号", align="center", keep=True),
    *(
        Style(f"Table{id}{kind}", f"{before}{name}", face, size, based, f"TableText{kind}", pitch=TABLE_PITCH, align=align, keep=keep)
        for kind, before, size in (("", "", "小四"), ("Small", "小号", SMALL))
        for id, name, face, based, align, keep in (
            ("Text", "表格文字", "body", "Normal", "left", False),
            ("Head", "表格表头", "hei", f"TableText{kind}", "center", True),
            ("Total", "表格合计", "hei", f"TableText{kind}", "left", False),
        )
    ),
    Style("TableGap", "表格间隔", size="五号", pitch=200),
    Style("Imprint", "版记", size="四号", pitch=_IMPRINT_PITCH, align="left", sides=1, framed=True, next="Imprint"),
    Style("ImprintCopies", "抄送机关", size="四号", based="Imprint", pitch=_IMPRINT_PITCH, sides=1, hang=3, framed=True, next="Imprint"),
    *(
        Style(f"ImprintRule{id}", name, size="五号", based="Imprint", pitch=twips(thickness), filled=True, next="Imprint")
        for id, name, thickness in (("", "版记分隔线", IMPRINT_RULE_OUTER), ("Inner", "版记中间分隔线", IMPRINT_RULE_INNER))
    ),
    Style("Place", "占位", size="五号", pitch=PLACE, align="left", quick=False),
    Style("Header", "header", "hei", "五号", pitch=-1, align="right", next="Header", quick=False),
    Style("Footer", "footer", "song", "四号", pitch=TABLE_PITCH, align="right", next="Footer", quick=False),
    Style("CommentText", "annotation text", "song", "五号", pitch=-1, align="left", next="CommentText", quick=False),
)


def styles_xml(profile: Profile, mark: Mark) -> str:
    """Return ``styles.xml`` for ``profile`` and a document with ``mark``."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(profile, "body")}<w:sz w:val="32"/><w:szCs w:val="32"/>'
        # The first is the language of digits and Latin words: told that they are Chinese, LibreOffice breaks numbers.
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    body = "".join(_paragraph_style(profile, style, mark) for style in STYLES)
    leads = "".join(_lead_style(profile, style, mark) for style in _HEADINGS)
    return defaults + body + leads + _FIXED.format(song=_fonts(profile, "song"), body=_fonts(profile, "body"), margin=CELL_MARGIN)


def list_xml(profile: Profile) -> str:
    """Return ``numbering.xml`` for ``profile``: the numbers of the headings in the faces of their levels."""
    return numbering_xml(profile, lambda face: _run_properties(profile, Style("", "", face), Mark()))


def _fonts(profile: Profile, face: str) -> str:
    fonts = profile.fonts
    chinese = quoteattr(getattr(fonts, face))
    # The page number's digits are 宋体 too (7.5); everywhere else digits and Latin have a face of their own.
    latin = chinese if face == "song" else quoteattr(fonts.latin)
    return f'<w:rFonts w:hint="eastAsia" w:ascii={latin} w:hAnsi={latin} w:eastAsia={chinese} w:cs={latin}/>'


def _run_properties(profile: Profile, style: Style, mark: Mark) -> str:
    tight = round(profile.spacing_twips) if style.size == "三号" else 0
    half = round(SIZES[style.size] * 2) if style.size else mark.points * 2
    colour = f'<w:color w:val="{_RED}"/>' if style.red else ""
    return f'<w:rPr>{_fonts(profile, style.face)}{colour}<w:spacing w:val="{tight}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'


def _paragraph_style(profile: Profile, style: Style, mark: Mark) -> str:
    properties = (
        ("<w:keepNext/>" if style.keep else "")
        + ("<w:keepLines/>" if style.whole else "")
        + ("<w:pageBreakBefore/>" if style.start else "")
        + _PLAIN
        + (level_properties(style.outline) if style.id == f"Heading{style.outline}" else "")
        + (_rule(profile, style) if style.rule else "")
        + ('<w:shd w:val="clear" w:color="auto" w:fill="000000"/>' if style.filled else "")
        + (_tab(profile, style) if style.framed else "")
        + _LINES
        + _spacing(profile, style, mark)
        + _indent(profile, style)
        + f'<w:jc w:val="{style.align}"/>'
        + (f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "")
    )
    default = ' w:default="1"' if style.id == "Normal" else ""
    # An own style says so, else Word takes an unknown name for a damaged built-in one.
    custom = "" if style.name.isascii() else ' w:customStyle="1"'
    head = f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
    links = "".join(
        f'<w:{tag} w:val="{value}"/>' for tag, value in (("basedOn", style.based), ("next", style.next), ("link", style.link)) if value
    )
    quick = "<w:qFormat/>" if style.quick else ""
    return f"{head}{links}{quick}<w:pPr>{properties}</w:pPr>{_run_properties(profile, style, mark)}</w:style>"


def _rule(profile: Profile, style: Style) -> str:
    """Return a red rule so far below the characters as 7.2.7 says, not below the room that their line leaves under them."""
    under = (1 - _BASELINE) * profile.pitch_pt - _BELOW * SIZES[style.size]
    space = round(LETTERHEAD_RULE_BELOW * 72 / 25.4 - under)
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{round(style.rule * 8)}" w:space="{space}" w:color="{_RED}"/></w:pBdr>'


def _tab(profile: Profile, style: Style) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{measure(profile) - style.sides * character(profile, style.size)}"/></w:tabs>'


def _spacing(profile: Profile, style: Style, mark: Mark) -> str:
    before, after = (round(lines * profile.pitch_twips) for lines in (style.before, style.after))
    pitch = style.pitch or profile.pitch_twips
    if not style.size:
        before, pitch = mark.above, mark.pitch
    if style.framed:
        after = max(profile.pitch_twips - pitch - _RULES, 0)
    line = f'w:line="{pitch}" w:lineRule="exact"' if pitch >= 0 else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}" {line}/>'


def _indent(profile: Profile, style: Style) -> str:
    one = character(profile, style.size or "三号")
    sides, hang = style.sides * one, style.hang * one
    if not sides:
        zero = ' w:left="0" w:right="0"' if style.filled else ""
        return f'<w:ind{zero} w:firstLine="{style.indent * one}"/>'
    first = f'w:hanging="{hang}"' if hang else 'w:firstLine="0"'
    return f'<w:ind w:left="{sides + hang}" w:right="{sides}" {first}/>'


def imprint_foot(profile: Profile) -> int:
    """Return how far below the 版心 the margin begins, in twips: in a profile that fills the 版心 with ink."""
    return max(twips(PROFILES["gbt9704"].bottom) - twips(profile.bottom), 0)


def _lead_style(profile: Profile, style: Style, mark: Mark) -> str:
    """Return the character style linked to a heading: it dresses a run-in heading."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.link}"><w:name w:val="{style.name} char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{style.id}"/>{_run_properties(profile, style, mark)}</w:style>'
    )


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_FIXED = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{song}<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="OfficialTable"><w:name w:val="公文表格"/><w:basedOn w:val="TableNormal"/>'
    "<w:rPr>{body}</w:rPr><w:tblPr><w:tblBorders>" + _EDGES + "</w:tblBorders></w:tblPr></w:style>"
)
