"""What a Word file really shows: styles, defaults, theme and direct formatting, resolved (ECMA-376 part 1, 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lxml import etree

from ..readers.docx_styles import child, is_on, local, number, value
from .sheet import Stretch

Properties = dict[str, str]
Script = Literal["han", "mark", "latin"]

_DEEPEST = 20
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_TOGGLES = ("b", "i", "vanish")
_RUN = ("sz", "color", "spacing", "w", "u", "highlight", "position")
_PARAGRAPH = ("jc", "outlineLvl", "textAlignment")
_SWITCHES = ("snapToGrid", "pageBreakBefore", "keepNext", "contextualSpacing", "bidi")
#: Latin-1 signs that the hint turns Chinese (17.3.2.26).
_HINTED = frozenset("¡¤§¨ª­¯°±²³´¶·¸¹º¼½¾¿×÷")
_MARKS = frozenset("“”‘’—…·–‰℃①②③④⑤⑥⑦⑧⑨⑩")


def script_of(sign: str) -> Script:
    """Return how a character is judged: 汉字 and full-width marks, marks that Latin faces have too, the rest."""
    if sign in _MARKS:
        return "mark"
    code = ord(sign)
    return "han" if 0x2E80 <= code < 0xD800 or 0xF900 <= code < 0xFB00 or 0xFE30 <= code < 0xFFF0 or code >= 0x20000 else "latin"


def slot_of(sign: str, *, hint: bool) -> str:
    """Return the slot of ``w:rFonts`` that dresses a character; ``hint`` is ``w:hint="eastAsia"``."""
    code = ord(sign)
    if code < 0x80:
        return "ascii"
    if script_of(sign) == "han":
        return "eastAsia"
    if code < 0x100:
        return "eastAsia" if hint and sign in _HINTED else "hAnsi"
    return "eastAsia" if hint else "hAnsi"


@dataclass(frozen=True, slots=True)
class Theme:
    """The faces of a theme: ``majorEastAsia`` and so on."""

    faces: dict[str, str]

    @staticmethod
    def read(root: etree._Element | None) -> Theme:
        """Read a theme part; without one every face is empty."""
        faces: dict[str, str] = {}
        scheme = child(root, "themeElements", "fontScheme")
        for kind in ("major", "minor"):
            for tag, slots in (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",)), ("cs", ("Bidi",))):
                fonts = child(scheme, f"{kind}Font")
                face = child(fonts, tag)
                name = face.get("typeface", "") if face is not None else ""
                if not name and tag == "ea":
                    name = next((f.get("typeface", "") for f in fonts if f.get("script") == "Hans"), "") if fonts is not None else ""
                faces.update({f"{kind}{slot}": name for slot in slots})
        return Theme(faces)


def run_properties(element: etree._Element | None) -> Properties:
    """Return what one ``w:rPr`` says itself, one key a property."""
    found: Properties = {}
    for item in () if element is None else element:
        tag = local(item)
        if tag == "rFonts":
            found.update(_fonts(item))
        elif tag in _TOGGLES:
            found[tag] = "1" if is_on(item) else "0"
        elif tag in _RUN:
            found[tag] = value(item) or ""
            if tag == "color" and value(item, "themeColor"):
                found["themeColor"] = value(item, "themeColor") or ""
        elif tag == "rStyle":
            found["style"] = value(item) or ""
    return found


def _fonts(item: etree._Element) -> Properties:
    found: Properties = {}
    for slot in _SLOTS:
        theme = value(item, "cstheme" if slot == "cs" else f"{slot}Theme")
        if theme:
            found[slot] = f"+{theme}"
        elif plain := value(item, slot):
            found[slot] = plain
    if hint := value(item, "hint"):
        found["hint"] = hint
    return found


def paragraph_properties(element: etree._Element | None) -> Properties:
    """Return what one ``w:pPr`` says itself; attributes of spacing and indents each under their own key."""
    found: Properties = {}
    for item in () if element is None else element:
        tag = local(item)
        if tag in ("spacing", "ind"):
            for name, text in item.attrib.items():
                key = str(name).rpartition("}")[2]
                key = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}.get(key, key)
                found[f"{tag}.{key}"] = str(text)
            # A first line and a hanging one exclude each other, and the later word counts.
            for one, other in (("firstLine", "hanging"), ("hanging", "firstLine")):
                for suffix in ("", "Chars"):
                    if f"{tag}.{one}{suffix}" in found and f"{tag}.{other}{suffix}" not in found:
                        found[f"{tag}.{other}{suffix}"] = "0"
        elif tag in _PARAGRAPH:
            found[tag] = value(item) or ""
        elif tag in _SWITCHES:
            found[tag] = "1" if is_on(item) else "0"
        elif tag == "pStyle":
            found["style"] = value(item) or ""
    return found


class Cascade:
    """The style part of a document and what comes before and after it."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self.theme = Theme.read(theme)
        self._raw = {value(s, "styleId") or "": s for s in (() if styles is None else styles) if local(s) == "style"}
        self.names = {id: (value(child(style, "name")) or id) for id, style in self._raw.items()}
        self._run_defaults = run_properties(child(styles, "docDefaults", "rPrDefault", "rPr"))
        self._paragraph_defaults = paragraph_properties(child(styles, "docDefaults", "pPrDefault", "pPr"))
        self._defaults = {value(s, "type"): id for id, s in self._raw.items() if value(s, "default") in ("1", "true", "on")}
        self._runs: dict[tuple[str, str], Properties] = {}
        self._chains: dict[str, tuple[etree._Element, ...]] = {}

    def chain(self, id: str) -> tuple[etree._Element, ...]:
        """Return a style and those it is based on, the base first."""
        if id not in self._chains:
            found: list[etree._Element] = []
            at: str | None = id
            while at and at in self._raw and len(found) < _DEEPEST and self._raw[at] not in found:
                found.append(self._raw[at])
                at = value(child(self._raw[at], "basedOn"))
            self._chains[id] = tuple(reversed(found))
        return self._chains[id]

    def style_of(self, properties: etree._Element | None) -> str:
        """Return the id of a paragraph's style."""
        id = value(child(properties, "pStyle")) or ""
        return id if id in self._raw else self._defaults.get("paragraph", "")

    def outline(self, id: str) -> int:
        """Return a style's outline level from 1; 0 if it has none."""
        for style in reversed(self.chain(id)):
            level = value(child(style, "pPr", "outlineLvl"))
            if level is not None:
                return number(level, 9) + 1 if number(level, 9) < 9 else 0
        return 0

    def numbering_style(self, id: str) -> etree._Element | None:
        """Return the style nearest to ``id`` in its chain that says something of a numbering."""
        return next((style for style in reversed(self.chain(id)) if child(style, "pPr", "numPr") is not None), None)

    def paragraph(
        self,
        properties: etree._Element | None,
        table: str = "",
        between: etree._Element | None = None,
        under: etree._Element | None = None,
    ) -> Properties:
        """Return a paragraph's properties.

        Args:
            between: the ``w:pPr`` of its numbering level. under: the style that names the numbering, whose own indents count before it.
        """
        found = dict(self._paragraph_defaults)
        for style in (*self.chain(table or ""), *self.chain(self.style_of(properties))):
            if style is under:
                found.update(paragraph_properties(between))
            found.update(paragraph_properties(child(style, "pPr")))
        if under is None:
            found.update(paragraph_properties(between))
        found.update(paragraph_properties(properties))
        return found

    def run(self, paragraph_style: str, properties: etree._Element | None, table: str = "") -> Properties:
        """Return a run's properties."""
        own = run_properties(properties)
        found = {
            **self._styled(paragraph_style, table),
        }
        dress = own.pop("style", "")
        if dress in self._raw:
            worn: Properties = {}
            for style in self.chain(dress):
                worn.update(run_properties(child(style, "rPr")))
            # Styles of paragraph and character with the same toggle cancel each other (17.7.3).
            for toggle in _TOGGLES:
                if worn.get(toggle) == "1" and found.get(toggle) == "1":
                    worn[toggle] = "0"
                elif worn.get(toggle) == "0":
                    worn.pop(toggle)
            found.update(worn)
        found.update(own)
        return found

    def _styled(self, id: str, table: str) -> Properties:
        key = (id, table)
        if key not in self._runs:
            found = dict(self._run_defaults)
            for style in (*self.chain(table), *self.chain(id)):
                found.update(run_properties(child(style, "rPr")))
            self._runs[key] = found
        return self._runs[key]

    def face(self, properties: Properties, sign: str) -> tuple[str, bool]:
        """Return the face of a character and whether the theme gives it."""
        slot = slot_of(sign, hint=properties.get("hint") == "eastAsia")
        name = properties.get(slot, "")
        if name.startswith("+"):
            return self.theme.faces.get(name[1:], "") or name, True
        return name or "Times New Roman", False

    def stretches(self, text: str, properties: Properties) -> Iterator[Stretch]:
        """Yield the characters of a run by their faces."""
        size = max(number(properties.get("sz"), 20), 2) / 2
        bold, colour = properties.get("b") == "1", colour_of(properties)
        blank: tuple[Script, str, bool] | None = None

        def kind(sign: str) -> tuple[Script, str, bool]:
            nonlocal blank
            if sign.isspace() and blank:
                return blank  # a blank goes with what stands before it
            blank = (script_of(sign), *self.face(properties, sign))
            return blank

        for (script, font, theme), signs in groupby(text, kind):
            yield Stretch("".join(signs), script, font, size, bold, colour, theme)


def colour_of(properties: Properties) -> str:
    """Return six hexadecimal digits, empty for black and for the automatic colour."""
    colour = properties.get("color", "").lower()
    if properties.get("themeColor") in ("text1", "dark1", "tx1") and colour in ("", "auto", "000000"):
        return ""
    return "" if colour in ("", "auto", "000000") else colour


def twips(properties: Properties, key: str) -> float:
    """Return a length that is written in twips, in points."""
    return number(properties.get(key)) / 20


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches with neighbours of the same type made one."""
    found: list[Stretch] = []
    for one in stretches:
        last = found[-1] if found else None
        if last and (last.script, last.font, last.size, last.bold, last.colour, last.theme) == (
            one.script,
            one.font,
            one.size,
            one.bold,
            one.colour,
            one.theme,
        ):
            found[-1] = Stretch(last.text + one.text, last.script, last.font, last.size, last.bold, last.colour, last.theme)
        else:
            found.append(one)
    return tuple(found)
