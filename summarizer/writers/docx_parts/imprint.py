"""版记 (GB/T 9704-2012 7.4): three rules, 抄送机关, 印发机关 and 印发日期, at the foot of the last page.

It is a frame, which Word and LibreOffice keep on the page of the paragraph behind it, here one of no
height. The frame's rules are shaded paragraphs of their own, as high as they are thick, so that they are
as wide as the 版心 while the text stands one 字 in (LibreOffice makes no frame of paragraphs with borders).
It has a section of its own that begins on the same page where there is room; on a page with nothing else
that section's footer rules, and there is no page number.
"""

from __future__ import annotations

from ...document import ImprintBlock
from ..wording import printed
from .elements import Element, el, measure, paragraph
from .inlines import Scribe
from .styles import imprint_foot


def imprint_elements(scribe: Scribe, block: ImprintBlock) -> list[Element]:
    """Return the 版记 and the paragraph that holds it; nothing if it has no entry."""
    # Not in the styles: LibreOffice makes no frame of what a style says.
    place = {"wrap": "notBeside", "vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    frame: dict[str, str | int] = {"w": measure(scribe.profile), **place}

    def framed(style: str, text: str = "", *properties: Element) -> Element:
        return paragraph(style, [scribe.run(text)] if text else [], el("framePr", frame), *properties)

    rows: list[Element] = []
    if block.copies_to:
        text = f"抄送：{'，'.join(block.copies_to).rstrip('。')}。"
        rows.append(framed("ImprintCopies", text))
    if block.printed_by or block.printed_on:
        rows.append(framed("Imprint", f"{block.printed_by}\t{printed(block)}".rstrip("\t")))
    if not rows:
        return []
    made = [framed("ImprintRule")]
    for number, row in enumerate(rows):
        made += [framed("ImprintRuleInner"), row] if number else [row]
    made.append(framed("ImprintRule"))
    if foot := imprint_foot(scribe.profile):
        made.append(framed("Imprint", "", el("spacing", {"after": 0, "line": foot, "lineRule": "exact"})))
    return [*made, paragraph("Place")]
