"""版头: what stands above the red rule of an issued document (GB/T 9704-2012 7.2)."""

from __future__ import annotations

from ...document import Letterhead
from ...official import ISSUER_BELOW, TYPE_AREA_TOP, Profile, twips
from ..letterhead import FILE_WORD, ROW, issuer_mark, issuer_points
from ..widths import ems
from .elements import Element, character, el, measure, paragraph
from .inlines import Scribe
from .styles import PLACE, Mark

_LABEL, _IN_A_LINE = "签发人：", 2
#: 楷体 for the names of those who sign (7.2.6): the character style of the second level.
_KAI = "Heading2Char"


def mark_of(head: Letterhead | None, profile: Profile) -> Mark:
    """Return the size of the 发文机关标志 and how far it stands below the lines above it: its top is 35 mm below the 版心's."""
    if head is None:
        return Mark()
    points = issuer_points(head, profile)
    above = twips(TYPE_AREA_TOP + ISSUER_BELOW - profile.top) - len(_marks(head)) * profile.pitch_twips
    if len(issuer_mark(head)[0]) > 1:  # the first name stands in the middle of its row
        above -= PLACE + round((_row(points) - Mark(points).pitch) / 2)
    return Mark(points, max(above, 0))


def letterhead_elements(scribe: Scribe, head: Letterhead) -> list[Element]:
    """Return 份号, 密级, 紧急程度, 发文机关标志, 发文字号 with the red rule below, and 签发人."""
    made = [paragraph(style, [scribe.run(text)] if text else []) for style, text in _marks(head)]
    names, file_word = issuer_mark(head)
    if len(names) > 1:
        made += _joint(scribe, names, mark_of(head, scribe.profile), file_word=file_word)
    elif names:
        made.append(paragraph("Issuer", [scribe.run(names[0] + FILE_WORD * file_word)]))
    return [*made, *_number(scribe, head)]


def _marks(head: Letterhead) -> list[tuple[str, str]]:
    """Return style and text of the first lines: 密级 stands in the second, also where there is no 份号 (7.2.2)."""
    made = [("CopyNumber", head.copy_number)] if head.copy_number or head.secrecy else []
    return made + [("Secrecy", text) for text in (head.secrecy, head.urgency) if text]


def _row(points: int) -> int:
    return round(ROW * points * 20)


def _joint(scribe: Scribe, names: tuple[str, ...], mark: Mark, *, file_word: bool) -> list[Element]:
    """Return the names of a joint issue under each other, equally wide, 文件 to their right in the middle (7.2.4)."""
    points = mark.points
    longest = round(max(map(ems, names)) * points * 20)
    widths = [longest + points * 2, *([round((len(FILE_WORD) + 0.5) * points * 20)] if file_word else [])]
    table = el(
        "tbl",
        None,
        el(
            "tblPr",
            None,
            el("tblW", {"w": sum(widths), "type": "dxa"}),
            el("jc", {"val": "center"}),
            el("tblLayout", {"type": "fixed"}),
            el("tblCellMar", None, *(el(side, {"w": 0, "type": "dxa"}) for side in ("left", "right"))),
        ),
        el("tblGrid", None, *(el("gridCol", {"w": width}) for width in widths)),
    )
    for number, name in enumerate(names):
        height = el("trHeight", {"val": _row(points), "hRule": "exact"})
        row = el("tr", None, el("trPr", None, el("cantSplit"), height))
        row.append(_cell(widths[0], paragraph("Issuer", [scribe.run(name)], el("spacing", {"before": 0}), el("jc", {"val": "distribute"}))))
        if file_word:
            merged = el("vMerge", {"val": "restart"}) if not number else el("vMerge")
            inside = [scribe.run(FILE_WORD)] if not number else []
            row.append(_cell(widths[1], paragraph("Issuer", inside, el("spacing", {"before": 0}), el("jc", {"val": "right"})), merged))
        table.append(row)
    return [paragraph("Place", [], el("spacing", {"before": mark.above})), table]


def _cell(width: int, inside: Element, *properties: Element) -> Element:
    return el("tc", None, el("tcPr", None, el("tcW", {"w": width, "type": "dxa"}), *properties, el("vAlign", {"val": "center"})), inside)


def _number(scribe: Scribe, head: Letterhead) -> list[Element]:
    """Return 发文字号; upwards it stands one 字 in on the line of the last 签发人, two names a line (7.2.5, 7.2.6)."""
    profile = scribe.profile
    above = el("spacing", {"before": 2 * profile.pitch_twips})
    if not head.signatories:
        return [paragraph("DocumentNumber", [scribe.run(head.document_number)], above)]
    if len(head.signatories) > _IN_A_LINE:
        return _signatories(scribe, head, above)
    tab = el("tabs", None, el("tab", {"val": "right", "pos": measure(profile) - character(profile)}))
    label = scribe.run(f"{head.document_number}\t{_LABEL}")
    return [paragraph("DocumentNumberUp", [label, scribe.run("\u3000".join(head.signatories), _KAI)], tab, above)]


def _signatories(scribe: Scribe, head: Letterhead, above: Element) -> list[Element]:
    """Return the lines of more names than one line has, each under the one above it."""
    profile, people = scribe.profile, head.signatories
    one, wide = character(profile), max(map(ems, people))
    names_at = measure(profile) - one - round((wide * _IN_A_LINE + _IN_A_LINE - 1) * one)
    stops = (names_at - round(ems(_LABEL) * one), names_at, names_at + round((wide + 1) * one))
    made = []
    for first in range(0, len(people), _IN_A_LINE):
        row, last = people[first : first + _IN_A_LINE], first + _IN_A_LINE >= len(people)
        tabs = el("tabs", None, *(el("tab", {"val": "left", "pos": stop}) for stop in stops))
        label = scribe.run((head.document_number if last else "") + ("\t\t" if first else f"\t{_LABEL}"))
        style = "DocumentNumberUp" if last else "Signatory"
        made.append(paragraph(style, [label, scribe.run("\t".join(row), _KAI)], tabs, *([] if first else [above])))
    return made
