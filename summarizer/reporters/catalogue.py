"""Everything that is checked: the explanations of all codes, and words that choose among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ..claims.base import EXPLANATIONS, Explanation
from ..errors import SummarizerError
from ..i18n import N_, enumerated, language
from ..i18n import gettext as _

if TYPE_CHECKING:
    from ..check import Report


#: Kinds as a person reads them; in English they are called as everywhere else.
KIND_WORDS = {
    "acknowledgement": N_("acknowledgements"),
    "average": N_("averages"),
    "blank": N_("blanks"),
    "bound": N_("bounds"),
    "count": N_("numbers of items"),
    "date": N_("dates"),
    "difference": N_("differences"),
    "enumeration": N_("enumerations"),
    "glyph": N_("characters without a font"),
    "growth": N_("growth"),
    "metadata": N_("disclosure fields"),
    "name": N_("names"),
    "numeral": N_("numerals"),
    "privacy": N_("personal data"),
    "punctuation": N_("punctuation"),
    "range": N_("ranges"),
    "rank": N_("ranks"),
    "rate": N_("completion rates"),
    "repeat": N_("figures stated twice"),
    "share": N_("shares"),
    "sum": N_("sums"),
    "unit": N_("units"),
    "unseen": N_("invisible characters"),
    "untraced": N_("typed figures"),
    "wording": N_("wording"),
}
#: A word less like the one that was typed is not suggested.
_NEAR = 0.4
#: Not the mark of an enumeration (1. 2. 3.).
_SENTENCE_END = re.compile(r"(?<![0-9])\.(?= [A-Z`])|。")


class UnknownCode(SummarizerError):
    """A code, name or kind that does not exist."""


@cache
def _import_all() -> None:
    import pkgutil

    import_module("summarizer.acknowledgements")
    for name in ("summarizer.claims", "summarizer.rules"):
        for module in pkgutil.iter_modules(import_module(name).__path__, f"{name}."):
            import_module(module.name)


def catalogue() -> dict[str, Explanation]:
    """Return the explanations of all codes, sorted by code."""
    _import_all()
    return dict(sorted(EXPLANATIONS.items()))


def page_of(word: str) -> Explanation:
    """Return the explanation of a code or name, in any case of letters.

    Raises:
        UnknownCode: names the nearest that there is.
    """
    pages = catalogue()
    for page in pages.values():
        if word.casefold() in (page.code.casefold(), page.name.casefold()):
            return page
    if codes := [page.code for page in pages.values() if word.casefold() in (page.kind, kind_word(page.kind).casefold())]:
        raise UnknownCode(_("{word} is a kind: name one of its codes").format(word=word), hint=enumerated(codes))
    known = [spelling for page in pages.values() for spelling in (page.code, page.name)]
    raise _unknown(_("no such code or name: {word}"), word, known)


def kind_word(kind: str) -> str:
    """Return what a kind is called in the user's language; `codes_of` knows it, too."""
    return kind if language() == "en" else _(KIND_WORDS[kind])


def one_line(page: Explanation) -> str:
    """Return the first sentence of what is checked, in the user's language."""
    text = _(page.checks)
    end = _SENTENCE_END.search(text)
    return text[: end.end()] if end else text


def sections(page: Explanation) -> tuple[tuple[str, str], ...]:
    """Return heading and text of each part of the page, in the user's language; the examples are Chinese."""
    return (
        (_("What is checked"), _(page.checks)),
        (_("Why"), _(page.why)),
        (_("Fails"), page.fails),
        (_("Passes"), page.passes),
        (_("To mend"), _(page.mend)),
    )


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """Return the codes that ``words`` mean.

    Args:
        words: codes, names or kinds, also several with commas between.

    Raises:
        UnknownCode: names the nearest that there is.
    """
    wanted = [part.strip() for several in words for part in several.replace("，", ",").split(",") if part.strip()]
    if not wanted:
        return frozenset()
    pages = catalogue().values()
    found: set[str] = set()
    for word in wanted:
        hits = {page.code for page in pages if word.casefold() in {name.casefold() for name in _names(page)}}
        if not hits:
            known = [spelling for page in pages for spelling in _names(page)]
            raise _unknown(_("no such code, name or kind: {word}"), word, known)
        found |= hits
    return frozenset(found)


def _names(page: Explanation) -> tuple[str, ...]:
    return (page.code, page.name, page.kind, kind_word(page.kind))


def chosen(report: Report, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
    """Return ``report`` with only the findings and judged claims whose codes are selected and not ignored.

    Raises:
        UnknownCode: a word that is no code, name or kind.
    """
    wanted, unwanted = codes_of(select), codes_of(ignore)
    if not wanted and not unwanted:
        return report

    def kept(code: str) -> bool:
        return (not wanted or code in wanted) and code not in unwanted

    return replace(
        report,
        findings=tuple(finding for finding in report.findings if kept(finding.code)),
        judged=tuple(item for item in report.judged if kept(item.verdict.code)),
    )


def _unknown(message: str, word: str, known: Iterable[str]) -> UnknownCode:
    import difflib

    # Of equally near ones the first.
    matcher = difflib.SequenceMatcher(b=word.casefold())
    near, best = "", _NEAR
    for spelling in known:
        matcher.set_seq1(spelling.casefold())
        if (ratio := matcher.ratio()) > best:
            near, best = spelling, ratio
    hint = _("did you mean {near}?").format(near=near) if near else _("`summarizer rules` lists them all")
    return UnknownCode(message.format(word=word), hint=hint)
