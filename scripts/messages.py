"""Keep the message catalogues: ``extract`` what the code says, ``compile`` what has been translated.

usage: .venv/bin/python scripts/messages.py [extract|compile|missing]
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "summarizer"
FOLDER = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES"
PO, MO = FOLDER / "summarizer.po", FOLDER / "summarizer.mo"
_KEYWORDS = {"_": None, "N_": None, "NN_": (1, 2), "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Return every message of the code, without line numbers: they would change the file at every edit."""
    catalog = Catalog(project="summarizer", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), [("**.py", "python")], keywords=_KEYWORDS, comment_tags=())
    for filename, _line, message, _comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(message, None, [(filename, None)], context=context)
    return catalog


def catalogue() -> Catalog:
    """Return the Chinese catalogue brought up to date with the code."""
    known = (
        read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN")
        if PO.exists()
        else Catalog(locale="zh_CN", project="summarizer", charset="utf-8")
    )
    known.update(extracted(), no_fuzzy_matching=True)
    known.header_comment = "# The Chinese catalogue of summarizer. Written by scripts/messages.py; translations are edited here."
    known.fuzzy = False
    # No clock in what is kept: the same messages, the same bytes.
    known.creation_date = known.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    known.obsolete.clear()
    return known


def missing(catalog: Catalog) -> list[str]:
    """Return the messages that have no translation, or one whose places do not fit."""
    bad = []
    for message in catalog:
        if not message.id:
            continue
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(texts) or message.fuzzy:
            bad.append(str(message.id))
    return bad


def compiled(catalog: Catalog) -> bytes:
    """Return the catalogue as a ``.mo`` file."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    """Return the catalogue as a ``.po`` file without dates: the same text for the same messages."""
    out = io.BytesIO()
    write_po(out, catalog, omit_header=False, sort_by_file=True, width=0, include_lineno=False)
    lines = out.getvalue().decode().split("\n")
    return "\n".join(
        line
        for line in lines
        if not line.startswith(
            ('"Report-Msgid-Bugs-To', '"Language-Team', '"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Generated-By')
        )
    ).encode()


def main(command: str = "extract") -> int:
    """Run a command; ``missing`` leaves with 1 if something is missing."""
    catalog = catalogue()
    if command == "missing":
        for message in missing(catalog):
            sys.stdout.write(f"{message!r}\n")
        return 1 if missing(catalog) else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(catalog))
    MO.write_bytes(compiled(catalog))
    sys.stdout.write(f"{len(catalog)} messages, {len(missing(catalog))} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
