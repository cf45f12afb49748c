"""Hear what WeasyPrint has to say and turn it into :class:`Unrendered`, so that nothing is printed."""

from __future__ import annotations

import logging
from types import TracebackType

from ..document import Document, Paragraph, Table, inlines_of, plain
from ..i18n import gettext as _
from .base import Unrendered

_LOGGER = "weasyprint"
_NOTDEF = ".notdef glyph"
#: How many characters of the text are quoted on either side of a character that cannot be shown.
_AROUND = 8


class Log(logging.Handler):
    """Collects warnings while it is open; nothing reaches other handlers meanwhile."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._before = (True, logging.NOTSET)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep ``record``."""
        self.records.append(record)

    def __enter__(self) -> Log:
        logger = logging.getLogger(_LOGGER)
        self._before = (logger.propagate, logger.level)
        logger.propagate = False
        logger.setLevel(logging.WARNING)
        logger.addHandler(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        logger = logging.getLogger(_LOGGER)
        logger.removeHandler(self)
        logger.propagate, level = self._before
        logger.setLevel(level)

    def unrendered(self, document: Document) -> tuple[Unrendered, ...]:
        """Return each missing character once, with its surroundings, then every other warning once."""
        glyphs: dict[str, Unrendered] = {}
        others: dict[str, Unrendered] = {}
        for record in self.records:
            if str(record.msg).startswith(_NOTDEF) and isinstance(record.args, tuple):
                char = str(record.args[0])
                glyphs[char] = Unrendered(_missing(char, document), char, "glyph")
            else:
                message = record.getMessage()
                others[message] = Unrendered(_("WeasyPrint: {message}").format(message=message))
        return (*glyphs.values(), *others.values())


def _missing(char: str, document: Document) -> str:
    code = f"U+{ord(char):04X}"
    for text in _texts(document):
        if (at := text.find(char)) >= 0:
            quote = text[max(0, at - _AROUND) : at + _AROUND + 1]
            return _("no font has the character {code} in “{quote}”").format(code=code, quote=quote)
    return _("no font has the character {code}").format(code=code)


def _texts(document: Document) -> list[str]:
    """Return the texts of ``document`` that a character can stand in, in reading order."""
    texts = [document.title_text, document.addressee]
    for block in document.blocks():
        if isinstance(block, Table):
            texts += [block.caption, *(column.head for column in block.columns)]
        if isinstance(block, Paragraph):
            texts.append(block.number + plain(block.lead) + plain(block.content))
        else:
            texts += [plain(content) for content in inlines_of(block)]
    texts += [attachment.title for attachment in document.attachments]
    return [*texts, *(document.signature.names if document.signature else ()), document.note]
