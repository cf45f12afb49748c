"""The figures of a report as data beside its page: JSON for programs, CSV for Excel and WPS."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from dataclasses import fields

from ..model import Entry, PublishedFact, Version
from .head import index_number
from .pictures import UNKNOWN
from .words import encoded, heading

JSON_NAME, CSV_NAME = "facts.json", "facts.csv"
FACTS_VERSION = 1
#: A spreadsheet would run what begins with these as a formula, full width or not.
_FORMULA = re.compile("\\s*[=+@\t\r\n\uff1d\uff0b\uff20\uff0d-]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_KEYS = tuple(field.name for field in fields(PublishedFact))
_HEADS = ("名称", "所属事项", "公布数字", "精确值", "单位", "数据截至", "推算公式", "标识")


def facts_json(entry: Entry, version: Version) -> bytes:
    """Return the published figures of ``version`` as JSON; what is not known is left out, a blank has an empty ``text``."""
    rows = ([(key, getattr(fact, key)) for key in _KEYS] for fact in version.facts)
    facts = [{key: value for key, value in row if value or key in ("id", "text")} for row in rows]
    content = {
        "version": FACTS_VERSION,
        "title": heading(version.document),
        "index_number": index_number(version),
        "publisher": version.document.metadata.publisher,
        "edition": version.number,
        "published": version.published,
        "current": version is entry.current,
        "facts": facts,
    }
    return encoded(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def facts_csv(version: Version) -> bytes:
    """Return the same as CSV (RFC 4180) with a byte order mark, by which Excel and WPS know that it is UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for fact in version.facts:
        row = (fact.label, fact.entry_name, fact.text or UNKNOWN, fact.value, fact.unit, fact.as_of, fact.derived, fact.id)
        writer.writerow([harmless(cell) for cell in row])
    return codecs.BOM_UTF8 + encoded(stream.getvalue())


def harmless(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet runs it; numbers stay numbers."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
