"""How dates, sizes and texts stand on a page and in the data beside it. All of it is Chinese in every locale."""

from __future__ import annotations

import re
from datetime import datetime

from ...document import Document, Paragraph, plain
from ...writers.wording import lead_text, legal

#: Marks that turn the direction of text: in a title they would turn what stands beside it, too.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SENTENCE = re.compile("[^。！？]*[。！？]")
_KINDS = {
    "application/pdf": "PDF 文件",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word 文件",
    "application/json": "JSON 文件",
    "text/csv": "CSV 文件",
    "text/html": "网页文件",
    "text/plain": "文本文件",
}
#: Characters of a description in head tags and feeds.
_LONGEST = 150


def cleaned(text: str) -> str:
    """Return ``text`` for a place beside other texts: one line, without marks that turn the direction of writing."""
    return re.sub(r"\s+", " ", _TURNING.sub("", legal(text))).strip()


def encoded(text: str) -> bytes:
    """Return a finished file in UTF-8, without characters that no page and no data file can hold."""
    return legal(text).encode()


def heading(document: Document) -> str:
    """Return the title in one line, for lists, head tags and feeds."""
    return cleaned(document.title_text)


def moment(iso: str) -> str:
    """Return a time as ``2024-01-11 09:30``, in the offset it was written with."""
    return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M")


def day(iso: str) -> str:
    """Return the date of a time."""
    return datetime.fromisoformat(iso).date().isoformat()


def stated(text: str | None) -> str:
    """Return a figure before or after a correction in words."""
    return "未列" if text is None else text or "未公布"


def size(count: int) -> str:
    """Return a number of bytes for people."""
    if count < 1024:
        return f"{count} 字节"
    return f"{count / 1024:.1f} KB" if count < 1024 * 1024 else f"{count / 1024 / 1024:.1f} MB"


def kind(media_type: str, name: str) -> str:
    """Return the type of a file for people."""
    return _KINDS.get(media_type.split(";")[0]) or f"{name.rpartition('.')[2].upper()} 文件"


def description(document: Document) -> str:
    """Return the first sentences of the text, whole ones if they fit."""
    text = cleaned("".join(lead_text(block) + plain(block.content) for block in document.body[:6] if isinstance(block, Paragraph)))
    made = ""
    for sentence in _SENTENCE.findall(text):
        if len(made) + len(sentence) > _LONGEST:
            break
        made += sentence
    return made or (text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
