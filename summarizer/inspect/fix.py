"""``--fix``: the official format for somebody's DOCX, without changing a character of its text."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from ..errors import OutputError, Position, ReadError
from ..i18n import gettext as _
from ..official import PROFILES, Profile, twips
from ..readers.docx_styles import local
from ..readers.sniff import sniff
from ..reporters.saving import need_docx, save_document
from . import load
from .cascade import Cascade
from .docx_sheet import Parts, sheet_of
from .docx_story import Walk
from .fix_page import Pages
from .fix_paragraphs import Dresser, dress_tables, drop_blank_lines
from .fix_styles import W, add_styles
from .roles import recognised
from .sheet import Role, Sheet


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was done; ``notes`` are sentences for the user about what could not be.

    Args:
        kept: the name that another file, which was there already, has now.
    """

    path: Path
    notes: tuple[str, ...]
    kept: Path | None = None


def fix(source: Path, out: Path, profile: str = "gbt9704") -> Fixed:
    """Write a copy of a DOCX in the official format.

    Raises:
        ReadError: the file cannot be read, is no DOCX, or what its paragraphs are cannot be recognised.
        OutputError: ``out`` is the input itself, or cannot be written.
    """
    _apart(source, out)
    data = load(source)
    mended, notes = fix_data(data, str(source), PROFILES[profile])
    return Fixed(out, notes, save_document(out, mended))


def fix_data(data: bytes, name: str, profile: Profile) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of the mended file, and notes.

    Raises:
        ReadError: as :func:`fix`.
        OutputError: the text would not be the same, which is a fault of this program.
    """
    where, profile = Position(name), profile.in_word()
    if sniff(data, Path(name).suffix.lower().removeprefix("."), name) != "docx":
        raise ReadError(_("only a DOCX can be mended"), where=where, hint=_("mend the file that the PDF was made from"))
    parts = Parts(data, name)
    if not str(parts.root.tag).startswith(f"{{{W}}}"):
        raise ReadError(
            _("the file is in Strict Open XML, which is not mended here"),
            where=where,
            hint=_("save it as an ordinary Word document (.docx)"),
        )
    before = _text(parts.root)
    sheet = sheet_of(parts, name)
    numbered = _shown(sheet)
    if not recognised(sheet):
        missing = _("the title") if not sheet.of(Role.TITLE) else _("the text")
        raise ReadError(
            _("what its paragraphs are cannot be recognised: {missing} was not found").format(missing=missing),
            where=where,
            hint=_("give the title the style “Title” and the headings “heading 1” to “heading 4”, then try again"),
        )
    pages = Pages(parts, profile)
    styles = pages.styles()
    ids = add_styles(styles, profile)
    if (effects := pages.effects()) is not None:
        add_styles(effects, profile)
    tables = _tables(parts.body)
    drop_blank_lines(sheet, parts.body, parts.cascade)
    Dresser(profile, ids, Cascade(styles, None)).dress(sheet)
    # Tables on pages that lie on their side have more room; which they are is not told apart, so all keep their width.
    turned = any(setup.landscape for setup in sheet.setups)
    measure = twips(profile.page_height if turned else profile.page_width) - twips(profile.left) - twips(profile.right)
    dress_tables(tables, {table.number for table in sheet.tables if table.layout}, measure)
    pages.set_up(ids["Footer"])
    if _text(parts.root) != before:
        raise OutputError(_("the text would not have stayed the same, so nothing was written"), where=where)
    mended = _packed(data, pages.changed())
    if _shown(sheet_of(Parts(mended, name), name)) != numbered:
        raise OutputError(_("the text would not have stayed the same, so nothing was written"), where=where)
    return mended, tuple(pages.notes)


def _shown(sheet: Sheet) -> list[str]:
    """Return the paragraphs with the numbers that Word makes."""
    return [para.text for para in sheet.paras]


def _tables(body: etree._Element) -> list[etree._Element]:
    walk = Walk()
    for _para in walk.paragraphs(body):
        pass
    return walk.tables


def _text(root: etree._Element) -> str:
    """Return every character of a part in order, deleted ones and field codes too; paragraphs that hold none count for nothing."""
    marks = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    found = []
    for paragraph in (item for item in root.iter() if local(item) == "p"):
        parts = []
        for item in paragraph.iter():
            name = local(item)
            parent = item.getparent()
            if name in ("t", "delText", "instrText"):
                parts.append(item.text or "")
            elif name in marks and parent is not None and local(parent) == "r":
                parts.append(marks[name])
        if parts:
            found.append("".join(parts))
    return "\f".join(text for text in found if text)


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """Return the package with some parts replaced or added, every other byte of a part as it was."""
    stream = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = left.pop(entry.filename, None)
            target.writestr(entry, source.read(entry) if content is None else content)
        for name, content in left.items():
            added = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            added.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(added, content)
    return stream.getvalue()


def _apart(source: Path, out: Path) -> None:
    same = out.resolve() == source.resolve()
    with suppress(OSError):
        same = same or (out.exists() and out.samefile(source))
    if same:
        raise OutputError(
            _("the mended file would take the place of the input"), where=Position(str(out)), hint=_("give another name after --fix")
        )
    need_docx(out, "--fix")
