"""All checks, one file a group."""

from . import ending, imprint, letterhead, numbering, page, tables, text, title, traces, type

__all__ = ["ending", "imprint", "letterhead", "numbering", "page", "tables", "text", "title", "traces", "type"]
