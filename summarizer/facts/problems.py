"""Collect the mistakes of a report, so that a clerk sees all of them at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ..errors import ErrorGroup, FactError, Position, SummarizerError
from ..i18n import enumerated, ngettext
from ..i18n import gettext as _
from .slips import colon
from .source import Mapping, Node, Scalar

#: More than these are not shown: the first mistakes often cause the others.
SHOWN = 20
#: Characters of a name or title.
LONGEST = 10_000


class Problems:
    """The mistakes found so far."""

    def __init__(self) -> None:
        self.errors: list[SummarizerError] = []

    def add(self, error: SummarizerError) -> None:
        """Remember ``error`` and go on."""
        self.errors.append(error)

    def raise_any(self) -> None:
        """Raise what was found, if anything was.

        Raises:
            SummarizerError: the only mistake, or an :class:`ErrorGroup` of them in file order.
        """
        if not self.errors:
            return
        unique = {str(error): error for error in self.errors}.values()
        errors = sorted(unique, key=lambda error: error.where or Position(""))
        if len(errors) == 1:
            raise errors[0]
        kept = tuple(errors[:SHOWN])
        if more := len(errors) - len(kept):
            kept += (SummarizerError(ngettext("and {n} more mistake", "and {n} more mistakes", more).format(n=more)),)
        raise ErrorGroup(_("{n} mistakes").format(n=len(errors)), errors=kept)

    # What a value must be; each returns None after noting the mistake.

    def text(self, node: Node, key: str) -> str | None:
        """Return the text of a one-line value."""
        if not isinstance(node, Scalar):
            self.add(wrong_type(node, key, _("text")))
            return None
        if node.missing:
            self.add(
                FactError(
                    _("nothing stands under {key}").format(key=key),
                    where=node.where,
                    hint=_("fill it in, delete the line, or write '' for a figure published blank"),
                )
            )
            return None
        if len(node.text) > LONGEST:
            message = _("{key} is too long for one line: {n} characters").format(key=key, n=len(node.text))
            self.add(FactError(message, where=node.where, written=f"{node.text[:40]}…"))
            return None
        if "\n" in node.text.strip():
            self.add(
                FactError(_("{key} must stand on one line").format(key=key), where=node.where, written=node.text.strip().split("\n")[0])
            )
            return None
        return node.text.strip()

    def prose(self, node: Node, key: str) -> Scalar | None:
        """Return a prose scalar; it must be written with ``|``."""
        if not isinstance(node, Scalar):
            hint = _("write `{key}: |` and put the text, indented, on the next line").format(key=key)
            self.add(FactError(_("{key} must be prose").format(key=key), where=node.where, hint=hint))
            return None
        if node.style != "|" and not node.missing:
            hint = _("write `{key}: |` and put the text, indented, on the next line").format(key=key)
            why = (
                _("with `>` a space comes between Chinese characters")
                if node.style == ">"
                else _("a `#` or `: ` in it would be lost or misread")
            )
            self.add(
                FactError(
                    _("the prose under {key} must be written with `|`: {why}").format(key=key, why=why),
                    where=node.where,
                    written=node.text.split("\n")[0][:80],
                    hint=hint,
                )
            )
            return None
        return node if node.text.strip() else None

    def mapping(self, node: Node, key: str) -> Mapping | None:
        """Return a mapping."""
        if isinstance(node, Mapping):
            return node
        if not (isinstance(node, Scalar) and node.missing):
            self.add(wrong_type(node, key, _("`key: value` lines")))
        return None

    def group(self, node: Node, key: str, known: dict[str, str]) -> list[tuple[str, str, Node]]:
        """Return (name, name as written, value) of what stands under ``key``.

        Args:
            known: the names that may stand there, each with its Chinese alias.
        """
        names = {**{name: name for name in known}, **{alias: name for name, alias in known.items()}}
        found = []
        seen: dict[str, Scalar] = {}
        for written, value in self.mapping(node, key) or ():
            if written.text not in names:
                self.unknown(written, names, _(" under {parent}").format(parent=key))
            elif names[written.text] in seen:
                self.twice(written, seen[names[written.text]])
            else:
                seen[names[written.text]] = written
                found.append((names[written.text], written.text, value))
        return found

    def items(self, node: Node, key: str) -> tuple[Node, ...]:
        """Return the items of a list; a single value counts as a list of one."""
        if isinstance(node, Scalar):
            return () if node.missing else (node,)
        if isinstance(node, Mapping):
            self.add(wrong_type(node, key, _("a list")))
            return ()
        return node.items

    def twice(self, written: Scalar, first: Scalar) -> None:
        """Note a key that stands twice, once by its alias."""
        self.add(
            FactError(
                _("{key} says the same as {other} in line {line}").format(key=written.text, other=first.text, line=first.where.line),
                where=written.where,
                hint=_("keep one of the two"),
            )
        )

    def unknown(self, written: Scalar, known: Iterable[str], what: str = "") -> None:
        """Note an unknown key, with the nearest known one."""
        known = sorted(set(known))
        near = nearest(written.text, known)
        words = enumerated(in_script_of(written.text, known))
        hint = _("did you mean {near}?").format(near=near) if near else _("known keys: {keys}").format(keys=words)
        self.add(
            FactError(
                _("unknown key {key}{what}").format(key=written.text, what=what), where=written.where, written=written.text, hint=hint
            )
        )


def spoken(node: Node | None, known: dict[str, str]) -> dict[str, str]:
    """Return how each name of ``known`` (name → alias) would be written in ``node``: by its alias where keys there are in Chinese."""
    aliases = isinstance(node, Mapping) and any(written.text in known.values() for written, _value in node)
    return known if aliases else {name: name for name in known}


def in_script_of(written: str, known: Iterable[str]) -> list[str]:
    """Return the words of ``known`` that are in Chinese, if ``written`` is, else the others; all if there are none such."""
    known = list(known)
    return [word for word in known if word.isascii() == written.isascii()] or known


def wrong_type(node: Node, key: str, wanted: str) -> FactError:
    """Return the error for a value of the wrong type."""
    found = _("text") if isinstance(node, Scalar) else _("`key: value` lines") if isinstance(node, Mapping) else _("a list")
    written, hint = None, ""
    if isinstance(node, Scalar):
        written = node.text[:80]
        hint = (colon(node.text) or ("", ""))[1]
    elif isinstance(node, Mapping) and wanted == _("a list"):
        hint = _("begin each item with `- `")
    message = _("{key} must be {wanted}, but here stands {found}").format(key=key, wanted=wanted, found=found)
    return FactError(message, where=node.where, written=written, hint=hint)


def nearest(written: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the known word nearest to ``written``, or an empty string."""
    return next(iter(difflib.get_close_matches(written, list(known), 1, cutoff)), "")
