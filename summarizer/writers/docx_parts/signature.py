"""署名 and 成文日期 (GB/T 9704-2012 7.3.5)."""

from __future__ import annotations

from docx.oxml.ns import qn

from ...document import Signature
from ...official import SEAL_LINES
from ..widths import ems
from .elements import Element, character, el, measure, paragraph, spacing
from .inlines import Scribe

#: The date ends so many 字 from the right under a seal, and without one; it begins so many right of the name.
_STAMPED, _PLAIN, _SHIFT = 4.0, 2.0, 2.0
#: Names of a joint issue up to this width in 字 stand two in a line, else their seals (42 mm) would not have room;
#: from line to line the seals neither touch nor overlap.
_PAIR, _SEAL_PITCH = 11.0, 5


def signature_elements(scribe: Scribe, signature: Signature) -> list[Element]:
    """Return names and date; the engine need not measure anything, for what depends on a width is an indent or centred."""
    made = _stamped(scribe, signature) if signature.stamped else _unstamped(scribe, signature)
    if made and signature.date:
        return made
    for properties in (element.find(qn("w:pPr")) for element in made[-1:]):
        if properties is not None:  # nothing follows that a lone name should stay with
            properties.insert(1, el("keepNext", {"val": 0}))
    return made


def _unstamped(scribe: Scribe, signature: Signature) -> list[Element]:
    """Return names that end two 字 from the right, and the date that begins two 字 to the right of them.

    A date longer than the name is the one that ends two 字 from the right (7.3.5.2).
    """
    one, width = character(scribe.profile), measure(scribe.profile)
    name, date = max((ems(text) for text in signature.names), default=0.0), ems(signature.date)
    left = width - round((_PLAIN + name) * one)
    if signature.date:
        left = min(left, width - round((_PLAIN + date + (_SHIFT if signature.names else 0)) * one))
    made = [
        paragraph("IssuerName", [scribe.run(text)], spacing(scribe.profile, before=not number), el("ind", {"left": max(left, 0)}))
        for number, text in enumerate(signature.names)
    ]
    if signature.date:
        indent = el("ind", {"left": max(left + (round(_SHIFT * one) if made else 0), 0)})
        made.append(paragraph("IssueDate", [scribe.run(signature.date)], spacing(scribe.profile, before=not made), indent))
    return made


def _stamped(scribe: Scribe, signature: Signature) -> list[Element]:
    """Return the date four 字 from the right and the name centred over it, with room for the seal (7.3.5.1).

    A joint issue has two names a line if they are short, the last over the date, and room between the lines.
    """
    one, width = character(scribe.profile), measure(scribe.profile)
    date, longest = ems(signature.date), max((ems(text) for text in signature.names), default=0.0)
    right = max(_STAMPED, (longest - date) / 2)
    # The names are centred in a box that reaches as far to the left of the date's middle as to its right.
    centre = width - round((right + date / 2) * one)
    box = max(2 * centre - width, 0)
    step = 2 if len(signature.names) > 1 and longest <= _PAIR else 1
    names = list(signature.names)
    rows = [names[at : at + step] for at in range(0, len(names), step)]
    made = []
    for number, row in enumerate(rows):
        above = spacing(scribe.profile, before=_SEAL_PITCH - 1 if number else SEAL_LINES)
        if step == 1:
            made.append(paragraph("IssuerName", [scribe.run(row[0])], above, el("ind", {"left": box}), el("jc", {"val": "center"})))
            continue
        # A single name in the last line stands over the date.
        tabs = el("tabs", None, *(el("tab", {"val": "center", "pos": place}) for place in (width // 4, centre)))
        text = "".join(f"\t{name}" for name in row) if len(row) == step else f"\t\t{row[0]}"
        made.append(paragraph("IssuerName", [scribe.run(text)], tabs, above))
    if signature.date:
        above, indent = spacing(scribe.profile, before=0 if made else SEAL_LINES), el("ind", {"right": round(right * one)})
        made.append(paragraph("IssueDate", [scribe.run(signature.date)], above, indent, el("jc", {"val": "right"})))
    return made
