"""The package for the county's content system: what a clerk pastes, uploads, types and files.

    article.html        the text, to be pasted into the editor
    report.docx, .pdf   the attachments, to be uploaded
    fields.html         the fields to fill in, to copy from; fields.json the same for machines
    review-sheet.docx   to be signed and filed
    package.json        hashes of all of these
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..document import Document, Heading, Paragraph, plain
from ..errors import OutputError, Position, reason_of
from ..i18n import gettext as _
from ..jsons import read_json
from ..manifest import digest
from ..resources import Resources
from ..saving import locked
from ..writers.html_template import render
from . import disk
from .fragment import fragment
from .model import Attachment
from .prepare import Prepared
from .readback import no_private_words, read_back_document, read_back_fragment
from .traces import TRACES

MARKER = "package.json"
ARTICLE = "article.html"
SHEET = "review-sheet.docx"
_TEMPLATE = "fields.html.j2"
_SUMMARY = 120
_NOTE_PUBLISHED = "由系统在发布时自动生成，不要手工改写"


def package_files(prepared: Prepared, sheet: bytes) -> dict[str, bytes]:
    """Return the files of the package by name.

    Args:
        sheet: the review sheet as DOCX.

    Raises:
        OutputError: the fragment does not read back, or holds what must not go out.
    """
    article = fragment(prepared.public)
    for trace in TRACES["fragment"](article, prepared.allow).found():
        raise OutputError(_("{name} must not go out: {what}").format(name=ARTICLE, what=trace.text), where=Position(ARTICLE))
    read_back_fragment(article, ARTICLE, prepared.public)
    attachments = [item.attachment for item in prepared.files]
    values = fields(prepared.public, attachments)
    files = {
        ARTICLE: article,
        "fields.html": render(Resources(), _TEMPLATE, fields=values, attachments=attachments).encode(),
        "fields.json": _json({"version": 1, "fields": dict(values), "attachments": [_about(item) for item in attachments]}),
        **{item.name: item.data for item in prepared.files},
        SHEET: sheet,
    }
    hashes = {name: digest(data) for name, data in sorted(files.items())}
    return {**files, MARKER: _json({"version": 1, "report": prepared.id, "fingerprint": prepared.fingerprint, "files": hashes})}


def fields(document: Document, attachments: Sequence[Attachment]) -> list[tuple[str, str]]:
    """Return label and value of every field that such systems ask for, in the order of the page."""
    metadata = document.metadata
    found = [("标题", document.title_text), *metadata.fields]
    found += [("发布机构", metadata.publisher), ("成文日期", metadata.date), ("信息来源", metadata.source)]
    found += [("栏目", " > ".join(metadata.breadcrumb)), ("发布日期", _NOTE_PUBLISHED), ("内容概述", summary(document))]
    found += [("附件", "、".join(item.name for item in attachments))]
    values: dict[str, str] = {}
    for label, value in found:
        if value:
            values.setdefault(label, value)
    return list(values.items())


def summary(document: Document) -> str:
    """Return 内容概述: the beginning of the text in whole sentences."""
    text = next((plain(block.content) for block in document.body if isinstance(block, Paragraph) and block.content), "")
    heads = "；".join(plain(block.content) for block in document.body if isinstance(block, Heading) and block.level == 1)
    first = ""
    for sentence in text.replace("。", "。\0").split("\0"):
        if first and len(first) + len(sentence) > _SUMMARY:
            break
        first += sentence
    return f"{first}主要内容：{heads}。" if heads else first


def write_package(folder: Path, files: Mapping[str, bytes], prepared: Prepared) -> Path | None:
    """Put the package into ``folder``, whole or not at all.

    An earlier package makes room. One that somebody has changed since is kept under another name, which is returned.

    Raises:
        OutputError: the folder holds something else, it cannot be written, or another publication does not let go of the folder that it
            lies in; what was there stays.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link
    try:
        disk.make_folder(folder.parent)
        with locked(folder.parent):
            return _write_locked(folder, files, prepared)
    except OSError as error:
        raise OutputError(
            _("cannot be written: {reason}").format(reason=reason_of(error)),
            where=Position(str(folder)),
            hint=_("name another folder, make room, or ask for the right to write there"),
        ) from None


def _write_locked(folder: Path, files: Mapping[str, bytes], prepared: Prepared) -> Path | None:
    beside = folder.parent / f".{folder.name}.new"
    try:
        if folder.name and not folder.exists() and (old := folder.with_name(f".{folder.name}.old")).is_dir():
            old.rename(folder)  # a run was killed between its two steps
        earlier = state_of(folder)
        disk.remove(beside)
        disk.make_folder(beside)
        for name, data in files.items():
            disk.write(beside / name, data)
        disk.sync(beside)
        _read_back(beside, prepared)
        return _swap(folder, beside, earlier)
    finally:
        disk.remove(beside)


def _swap(folder: Path, beside: Path, earlier: str) -> Path | None:
    kept = None
    if earlier == "changed":
        number = next(n for n in range(1, 10_000) if not folder.with_name(f"{folder.name}.{n}").exists())
        kept = folder.with_name(f"{folder.name}.{number}")
        disk.rename(folder, kept)
    elif earlier == "ours":
        old = folder.with_name(f".{folder.name}.old")
        disk.remove(old)
        disk.rename(folder, old)
    elif folder.is_dir():
        folder.rmdir()
    disk.rename(beside, folder)
    disk.remove(folder.with_name(f".{folder.name}.old"))
    return kept


def state_of(folder: Path) -> str:
    """Return what stands in a folder for a package: nothing (an empty string), ``ours``, or ``changed`` if somebody has worked on it.

    Raises:
        OutputError: something else.
    """
    if not folder.exists() and not folder.is_symlink():
        return ""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
            return ""
        raw = read_json((folder / MARKER).read_bytes())
        known = dict(raw["files"])
        if raw["version"] == 1 and raw["fingerprint"] and not folder.is_symlink():
            there = {path.name for path in folder.iterdir()}
            same = there == {*known, MARKER} and all(digest((folder / name).read_bytes()) == known[name] for name in known)
            return "ours" if same else "changed"
    raise OutputError(
        _("this folder is not empty and holds no package"), where=Position(str(folder)), hint=_("name a new folder; nothing is overwritten")
    )


def _read_back(folder: Path, prepared: Prepared) -> None:
    read_back_fragment((folder / ARTICLE).read_bytes(), ARTICLE, prepared.public)
    for item in prepared.files:
        read_back_document(folder / item.name, item.name, prepared.public)
    no_private_words([(ARTICLE, (folder / ARTICLE).read_bytes())], prepared.private)


def _about(item: Attachment) -> dict[str, object]:
    return {"name": item.name, "label": item.label, "size": item.size, "pages": item.pages, "sha256": item.sha256}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


