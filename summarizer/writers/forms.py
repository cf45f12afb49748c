"""What each form of a document shows (the model holds both)."""

from __future__ import annotations

from dataclasses import replace

from ..document import Document


def in_form(document: Document) -> Document:
    """Return ``document`` with what its form shows.

    A plain one, as disclosure pages publish it, has no 版头, 主送机关, 附注 or 版记; the signature is its own.
    """
    if document.form == "issued":
        return document
    return replace(document, letterhead=None, addressee="", note="", imprint_block=None)
