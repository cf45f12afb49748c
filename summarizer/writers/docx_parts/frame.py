"""What stands around the body: letterhead, title, addressee, signature, note, attachments, imprint."""

from __future__ import annotations

from ...document import Attachment, Document, ImprintBlock, Letterhead, Signature
from ...official import twips
from ..wording import attachment_labels, attachment_list
from .blocks import block_elements
from .comments import range_ends, range_starts
from .elements import Element, character, el, ems, measure, paragraph, spacing
from .inlines import Scribe

#: 发文机关标志: its top stands 35 mm below the 版心's (7.2.4); its size is free, no larger than fits.
_ISSUER_BELOW_MM = 35.0
_ISSUER_POINTS = 48
_RULE_OUTER, _RULE_INNER = 8, 6  # 0.35 mm and 0.25 mm in eighths of a point (7.4.1)


def front_elements(scribe: Scribe, document: Document, opinions: tuple[int, ...] = ()) -> list[Element]:
    """Return letterhead, title and addressee; ``opinions`` are comments on the title."""
    made: list[Element] = []
    if document.letterhead:
        made += _letterhead(scribe, document.letterhead)
    if document.title or opinions:
        # Two blank lines below the rule (7.3.1), or the first line of the page.
        below = [spacing(scribe.profile, before=2, after=1)] if made else []
        title = [*range_starts(opinions), scribe.run("\n".join(document.title)), *range_ends(opinions)]
        made.append(paragraph("Title", title, *below))
    if document.addressee:
        made.append(paragraph("Addressee", [scribe.run(document.addressee.rstrip("：:") + "：")]))
    return made


def back_elements(scribe: Scribe, document: Document) -> list[Element]:
    """Return what follows the body, the imprint block last."""
    made = _attachment_list(scribe, document.attachments)
    if document.signature:
        made += _signature(scribe, document.signature)
    if document.note:
        note = document.note if document.note.startswith("（") else f"（{document.note}）"
        made.append(paragraph("Note", [scribe.run(note)]))
    first = len(document.body)
    for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True):
        made.append(paragraph("AttachmentLabel", [scribe.run(label)]))
        made.append(paragraph("AttachmentTitle", [scribe.run(attachment.title)]))
        made += block_elements(scribe, attachment.body, first)
        first += len(attachment.body)
    if document.imprint_block:
        made += _imprint(scribe, document.imprint_block)
    return made


def _letterhead(scribe: Scribe, head: Letterhead) -> list[Element]:
    profile = scribe.profile
    marks = [("CopyNumber", head.copy_number), ("Secrecy", head.secrecy), ("Secrecy", head.urgency)]
    made = [paragraph(style, [scribe.run(text)]) for style, text in marks if text]
    issuers = head.issuers
    if len(issuers) == 1 and not issuers[0].endswith("文件"):
        issuers = (f"{issuers[0]}文件",)  # several bodies stand without it, as 7.2.4 allows
    width = measure(profile)
    points = int(min([_ISSUER_POINTS, *(width / 20 / max(ems(issuer), 1) for issuer in issuers)]))
    size = [el(tag, {"val": points * 2}) for tag in ("sz", "szCs")]
    above = max(twips(_ISSUER_BELOW_MM) - len(made) * profile.pitch_twips, 0)
    for issuer in issuers:
        run = scribe.run(issuer)
        run[0].extend(size)
        line = el("spacing", {"before": above, "line": round(points * 25), "lineRule": "exact"})
        made.append(paragraph("Issuer", [run], line))
        above = 0
    if not head.signatories:
        return [*made, paragraph("DocumentNumber", [scribe.run(head.document_number)])]
    one = character(profile)
    names = scribe.run(f"{head.document_number}\t签发人：")
    tab = el("tabs", None, el("tab", {"val": "right", "pos": width - one}))
    people = scribe.run("\u3000".join(head.signatories), "Heading2Char")  # 楷体, as 7.2.6 wants the names
    return [*made, paragraph("DocumentNumber", [names, people], tab, el("ind", {"firstLine": one}), el("jc", {"val": "left"}))]


def _attachment_list(scribe: Scribe, attachments: tuple[Attachment, ...]) -> list[Element]:
    """Return 附件说明 (7.3.4): one blank line below, two 字 in, turns under the name."""
    one, made = character(scribe.profile), []
    for number, text in enumerate(attachment_list(attachments), 1):
        first = "附件：" if number == 1 else ""
        mark = f"{number}." if len(attachments) > 1 else ""
        hanging = round((3 if first else 0) * one + len(mark) * one * 0.375)  # a digit and a dot take 0.75 字
        left = 5 * one + round(len(mark) * one * 0.375)
        above, indent = spacing(scribe.profile, before=number == 1), el("ind", {"left": left, "hanging": hanging})
        made.append(paragraph("AttachmentList", [scribe.run(text)], above, indent))
    return made


def _signature(scribe: Scribe, signature: Signature) -> list[Element]:
    """Return 署名 and 成文日期.

    Without a seal (7.3.5.2) the names end two 字 from the right and the date begins two 字 to the right
    of them; a date that is longer than the name is the one that ends two 字 from the right. With a seal
    (7.3.5.1) the date ends four 字 from the right and the names are centred over it.
    """
    one = character(scribe.profile)
    name = max((ems(text) for text in signature.names), default=0.0)
    date = ems(signature.date)
    if signature.stamped:
        date_right = 4.0
        rights = [max(date_right + (date - ems(text)) / 2, 0) for text in signature.names]
    else:
        date_right = max(name - date, 2.0) if signature.names else 2.0
        name_right = date_right + date + 2 - name if signature.date else 2.0
        rights = [name_right] * len(signature.names)
    # Above a seal of 42 mm there must be room for the part that stands over the names.
    lines = 3 if signature.stamped else 1
    made = []
    for number, (text, right) in enumerate(zip(signature.names, rights, strict=True)):
        above = spacing(scribe.profile, before=0 if number else lines)
        made.append(paragraph("IssuerName", [scribe.run(text)], above, el("ind", {"right": round(right * one)})))
    if signature.date:
        above = spacing(scribe.profile, before=0 if made else lines)
        made.append(paragraph("IssueDate", [scribe.run(signature.date)], above, el("ind", {"right": round(date_right * one)})))
    return made


def _imprint(scribe: Scribe, block: ImprintBlock) -> list[Element]:
    """Return 版记 as a table of ruled lines; it follows the text, the foot of the page is not sought."""
    width, one = measure(scribe.profile), character(scribe.profile, "四号")
    rows: list[Element] = []
    if block.copies_to:
        text = f"抄送：{'，'.join(block.copies_to).rstrip('。')}。"
        rows.append(paragraph("Imprint", [scribe.run(text)], el("ind", {"left": 4 * one, "right": one, "hanging": 3 * one})))
    if block.printed_by or block.printed_on:
        on = f"{block.printed_on}印发" if block.printed_on and not block.printed_on.endswith("印发") else block.printed_on
        tab = el("tabs", None, el("tab", {"val": "right", "pos": width - one}))
        rows.append(paragraph("Imprint", [scribe.run(f"{block.printed_by}\t{on}")], tab, el("ind", {"left": one})))
    if not rows:
        return []
    edges = (("top", _RULE_OUTER), ("bottom", _RULE_OUTER), ("insideH", _RULE_INNER))
    properties = el(
        "tblPr",
        None,
        el("tblW", {"w": width, "type": "dxa"}),
        el("jc", {"val": "center"}),
        el("tblBorders", None, *(el(edge, {"val": "single", "sz": size, "space": 0, "color": "000000"}) for edge, size in edges)),
        el("tblLayout", {"type": "fixed"}),
        el("tblCellMar", None, *(el(side, {"w": 0, "type": "dxa"}) for side in ("left", "right"))),
    )
    table = el("tbl", None, properties, el("tblGrid", None, el("gridCol", {"w": width})))
    for row in rows:
        cell = el("tc", None, el("tcPr", None, el("tcW", {"w": width, "type": "dxa"})), row)
        table.append(el("tr", None, el("trPr", None, el("cantSplit")), cell))
    return [paragraph("TableGap"), table, paragraph("TableGap")]
