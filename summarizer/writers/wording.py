"""What every format words alike: end marks, column heads, attachments, the opinions of a draft.

All of it stands inside documents and is Chinese in every locale.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Attachment, Column, ImprintBlock, Paragraph, plain
from ..patterns import lazy

#: What a draft shows in place of a figure published blank.
BLANK = "〔空白〕"
#: The head over the findings of a draft.
OPINIONS = "校核意见"
#: What a finding asks for, by its kind: its severity, or that the report acknowledges it.
VERDICTS = {"error": "必须改", "warning": "请核对", "info": "提示", "acknowledged": "已确认"}

_ENDS = "。！？：；，、…．!?:;"
_ILLEGAL = lazy(r"[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def lead_text(paragraph: Paragraph) -> str:
    """Return a run-in heading with its number and its end mark; the bare number without one."""
    lead = plain(paragraph.lead)
    return paragraph.number + lead + lead_end(paragraph)


def lead_end(paragraph: Paragraph) -> str:
    """Return the 。 that a run-in heading still lacks (GB/T 9704-2012 7.3.3)."""
    lead = plain(paragraph.lead).rstrip()
    return "。" if lead and lead[-1] not in _ENDS else ""


def column_head(column: Column) -> str:
    """Return a column's name with its unit in brackets."""
    return f"{column.head}（{column.unit}）" if column.unit else column.head


def attachment_labels(attachments: Sequence[Attachment]) -> list[str]:
    """Return 附件, or 附件1, 附件2, … if there are several."""
    return [f"附件{n}" if len(attachments) > 1 else "附件" for n in range(1, len(attachments) + 1)]


def attachment_list(attachments: Sequence[Attachment]) -> list[str]:
    """Return the lines of the 附件说明: the first begins with 附件：, numbers only if there are several."""
    if len(attachments) == 1:
        return [f"附件：{attachments[0].title}"]
    return [f"{'附件：' if n == 1 else ''}{n}.{attachment.title}" for n, attachment in enumerate(attachments, 1)]


def printed(block: ImprintBlock) -> str:
    """Return 印发日期 with 印发 behind it (GB/T 9704-2012 7.4.3); empty without a date."""
    day = block.printed_on
    return f"{day}印发" if day and not day.endswith("印发") else day


def legal(text: str) -> str:
    """Return ``text`` without control characters and lone surrogates, which no format can hold."""
    return _ILLEGAL.sub("", text)
