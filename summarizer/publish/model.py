"""What a disclosure site holds: entries with their versions, frozen, free of files and of layout."""

from __future__ import annotations

from dataclasses import dataclass

from ..changes import FigureChange
from ..document import Document


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file offered beside the page.

    Args:
        name: the file's name beside the page, such as ``report.docx``.
        label: what a citizen reads, such as ``Word 文档``.
        size: in bytes. sha256: in hexadecimal. pages: 0 where the format has none.
    """

    name: str
    label: str
    media_type: str
    size: int
    sha256: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class PublishedFact:
    """A figure as published, for the page's data files and pictures.

    Args:
        id: the fact's id. key: the figure key (``invested``, ``target``). entry: id of its entry.
        entry_name: the entry's name in Chinese. shape: ``project``, ``indicator``, ``service``, ``plan`` or ``free``.
        text: as displayed; empty for one published blank. value: exact, in the base ``unit``; empty if blank.
        derived: the formula of a figure that nobody wrote, else empty.
    """

    id: str
    label: str
    key: str
    entry: str
    entry_name: str
    shape: str
    text: str
    value: str = ""
    unit: str = ""
    as_of: str = ""
    derived: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """更正说明: why a published report was changed, and what.

    Args:
        reason: as the publisher gave it.
        changes: the figures that differ from the version before.
        wording: sentences that differ besides, as (before, after); either may be empty.
    """

    reason: str
    changes: tuple[FigureChange, ...] = ()
    wording: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a report as it stood, or stands, on the site.

    Args:
        number: counted from 1. published: when this version went out, ISO with minutes and offset.
        correction: None for the first.
    """

    number: int
    published: str
    document: Document
    facts: tuple[PublishedFact, ...]
    attachments: tuple[Attachment, ...]
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """撤回: what stands in a report's place after it was taken down.

    Args:
        when: ISO with minutes and offset. reason: as the publisher gave it.
    """

    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A report on the site, with all its versions, oldest first.

    Args:
        id: the report's id, the name of its content folder.
        serial: the number of this entry on the site, counted from 1 and never given twice: for its address.
        address: where its page stands, relative to the site's root, as it was given when it was first published: it
            stays although the pattern of addresses or the column's id may change. Empty for one that has none yet.
    """

    id: str
    serial: int
    versions: tuple[Version, ...]
    withdrawal: Withdrawal | None = None
    address: str = ""

    @property
    def current(self) -> Version:
        """The version that stands."""
        return self.versions[-1]
