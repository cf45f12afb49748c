"""What styles, defaults, theme and direct formatting make of a run together."""

from __future__ import annotations

import pytest
from lxml import etree

from summarizer.inspect.cascade import Cascade, paragraph_properties, slot_of
from summarizer.inspect.faces import fits, is_chinese

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr>
  <w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="base"><w:name w:val="base"/><w:basedOn w:val="a"/>
  <w:pPr><w:ind w:firstLine="630"/><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>
  <w:rPr><w:b/><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="base"/>
  <w:pPr><w:ind w:hanging="200"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="loop"/><w:basedOn w:val="loop"/></w:style>
"""
THEME = f"""<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def xml(text: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{W}">{text}</w:x>')


@pytest.fixture(scope="module")
def cascade() -> Cascade:
    return Cascade(xml(STYLES), etree.fromstring(THEME))


def test_defaults_come_from_the_theme(cascade: Cascade) -> None:
    run = cascade.run("a", None)
    assert cascade.face(run, "果") == ("宋体", True)
    assert cascade.face(run, "3") == ("Calibri", True)
    assert run["sz"] == "21"


def test_a_style_inherits_and_overrides(cascade: Cascade) -> None:
    run = cascade.run("own", None)
    assert cascade.face(run, "果") == ("黑体", False)
    assert (run["sz"], run["b"]) == ("32", "1")
    own = cascade.paragraph(xml('<w:pStyle w:val="own"/>'))
    assert (own["ind.firstLine"], own["ind.hanging"], own["spacing.line"]) == ("0", "200", "579")


def test_direct_formatting_wins(cascade: Cascade) -> None:
    run = cascade.run("own", xml('<w:b w:val="0"/><w:rFonts w:eastAsia="仿宋"/>'))
    assert run["b"] == "0"
    assert cascade.face(run, "果") == ("仿宋", False)


def test_bold_of_two_styles_cancels(cascade: Cascade) -> None:
    assert cascade.run("own", xml('<w:rStyle w:val="strong"/>'))["b"] == "0"
    assert cascade.run("a", xml('<w:rStyle w:val="strong"/>'))["b"] == "1"


def test_a_circle_of_styles_ends(cascade: Cascade) -> None:
    assert len(cascade.chain("loop")) == 1


@pytest.mark.parametrize(
    ("sign", "hint", "slot"),
    [
        ("“", True, "eastAsia"),
        ("“", False, "hAnsi"),
        ("…", True, "eastAsia"),
        ("3", True, "ascii"),
        ("，", False, "eastAsia"),
        ("é", True, "hAnsi"),
        ("×", True, "eastAsia"),
    ],
)
def test_slots(sign: str, hint: bool, slot: str) -> None:
    assert slot_of(sign, hint=hint) == slot


def test_start_is_left() -> None:
    assert paragraph_properties(xml('<w:ind w:start="40"/>'))["ind.left"] == "40"


@pytest.mark.parametrize(
    ("name", "face", "kind"),
    [
        ("方正小标宋简体", "title", "official"),
        ("FZXBSJW--GB1-0", "title", "official"),
        ("FandolSong-Bold", "title", "stand-in"),
        ("FandolSong-Regular", "title", ""),
        ("宋体", "title", ""),
        ("FangSong_GB2312", "body", "official"),
        ("仿宋", "body", "official"),
        ("FandolFang", "body", "stand-in"),
        ("微软雅黑", "hei", ""),
        ("SimHei", "hei", "official"),
        ("方正小标宋简体", "song", ""),
        ("NSimSun", "song", "official"),
        ("TimesNewRomanPSMT", "latin", "official"),
        ("LiberationSerif", "latin", "stand-in"),
        ("Arial", "latin", ""),
    ],
)
def test_faces(name: str, face: str, kind: str) -> None:
    assert fits(name, face) == kind


def test_chinese_faces() -> None:
    assert is_chinese("FandolKai-Regular")
    assert is_chinese("微软雅黑")
    assert not is_chinese("Times New Roman")
