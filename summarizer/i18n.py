"""The language of messages: the locale's, or what ``SUMMARIZER_LANG`` says.

Only what people see in the terminal and in reports is translated. Whatever stands inside a document
is Chinese in every locale and never passes through here.
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

DOMAIN = "summarizer"
_FORCED: ContextVar[str] = ContextVar("language", default="")
LOCALE = Path(__file__).parent / "locale"


def language() -> str:
    """Return the language of messages: ``zh_CN`` or ``en``."""
    if forced := _FORCED.get():
        return forced
    for name in ("SUMMARIZER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh_CN" if value.lower().startswith("zh") else "en"
    return "en"


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Use one language for what is made inside the block: what goes into a document is Chinese everywhere."""
    token = _FORCED.set(name)
    try:
        yield
    finally:
        _FORCED.reset(token)


@lru_cache(maxsize=2)
def _catalogue(name: str) -> _gettext.NullTranslations:
    if name == "en":
        return _gettext.NullTranslations()
    return _gettext.translation(DOMAIN, LOCALE, languages=[name], fallback=True)


def gettext(message: str) -> str:
    """Return ``message`` in the user's language."""
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form for ``n`` in the user's language."""
    return _catalogue(language()).ngettext(singular, plural, n)


def enumerated(words: Iterable[str]) -> str:
    """Return words in a row as the user's language lists them: ``a, b`` or 甲、乙."""
    return ("、" if language() == "zh_CN" else ", ").join(words)


def strung(clauses: Iterable[str], mark: str = ",") -> str:
    """Return clauses in a row, each of which could stand alone: ``3 written, 1 failed`` or 写出3份，失败1份.

    Args:
        mark: a comma or a semicolon.
    """
    return ({",": "，", ";": "；"}[mark] if language() == "zh_CN" else f"{mark} ").join(clauses)


class Wording(NamedTuple):
    """A message that is put into the user's language when somebody reads it: most of what judges say in a trial nobody does.

    Args:
        values: for the places in ``message``; what is a function is called when the message is read.
    """

    message: str
    values: Mapping[str, object] | None = None

    def format(self, **values: object) -> Wording:
        """Return the message with ``values`` for its places."""
        return Wording(self.message, values)

    def __str__(self) -> str:
        text = gettext(self.message)
        if self.values is None:
            return text
        return text.format(**{name: value() if callable(value) else value for name, value in self.values.items()})


later = Wording
"""As :func:`gettext`, but put into the user's language when it is read."""


def N_(message: str) -> str:
    """Mark ``message`` for the catalogue and return it as it is; translate it when it is shown."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """The same for a message with two forms."""
    return singular, plural
