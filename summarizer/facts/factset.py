"""All facts of one report: figures and dates under ids, in entries that nest like the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import FactError, Position
from ..i18n import enumerated
from ..i18n import gettext as _
from ..quantities import DateText, Quantity
from .problems import nearest
from .report import Report
from .source import Mapping, Node, Scalar, Source


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of a figure besides its value; inherited from group and file."""

    as_of: DateText | None = None
    section: str = ""
    basis: str = ""
    evidence: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure that nobody wrote was computed.

    Args:
        formula: in ids, such as ``indicators.homes.actual ÷ indicators.homes.target``.
        operands: the ids.
        rounding: ``nearest`` or ``truncate``.
    """

    formula: str
    operands: tuple[str, ...]
    rounding: str = "nearest"


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a date with its place.

    Args:
        id: its path, such as ``projects.funeral_home.invested``.
        key: the figure key (``invested``), or the free fact's own id.
        label: in Chinese, such as ``殡仪馆改扩建工程完成投资``.
        entry: id of the entry it belongs to.
        quantity: the figure; blank for one published blank; None for a date.
        date: the date; None for a figure.
        derivation: None if it was written.
    """

    id: str
    key: str
    label: str
    entry: str
    shape: str
    where: Position
    quantity: Quantity | None = None
    date: DateText | None = None
    provenance: Provenance = Provenance()
    derivation: Derivation | None = None
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """As it is displayed in a document."""
        if self.date is not None:
            return self.date.display
        return self.quantity.text if self.quantity is not None else ""


@dataclass(slots=True)
class Entry:
    """A file, a group, a record or a period: whatever has facts of its own.

    Args:
        id: its path; the file's stem for a file.
        names: one-line texts by key (``name``, ``heading``, ``progress``, ``scope`` …).
        prose: prose scalars by key.
        facts: by key. children: entries below, by id's last part. periods: likewise.
        flow: how the texts of the children follow. owner: for a period, its entry's name.
    """

    id: str
    shape: str
    where: Position
    names: dict[str, str] = field(default_factory=dict)
    prose: dict[str, Scalar] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    children: dict[str, Entry] = field(default_factory=dict)
    periods: dict[str, Entry] = field(default_factory=dict)
    flow: str = "paragraphs"
    provenance: Provenance = Provenance()
    owner: str = ""

    @property
    def key(self) -> str:
        """The last part of the id."""
        return self.id.rsplit(".", 1)[-1]

    @property
    def name(self) -> str:
        """The name, else the label, else the heading, else the key."""
        return self.names.get("name") or self.names.get("label") or self.names.get("heading") or self.key

    def walk(self) -> Iterator[Entry]:
        """Yield this entry and all below it, in file order."""
        yield self
        for child in (*self.periods.values(), *self.children.values()):
            yield from child.walk()


@dataclass(slots=True)
class FactSet:
    """The facts of one report.

    Args:
        folder: the content folder as named by the user.
        sources: what was read, by file name.
        entries: one for each section file, by stem, in outline order.
        facts: all of them by id.
    """

    report: Report
    folder: str
    sources: dict[str, Source]
    entries: dict[str, Entry]
    facts: dict[str, Fact]

    @property
    def notes(self) -> list[str]:
        """What a person should know about the sources."""
        return [*(source.note for source in self.sources.values() if source.note), *self._comments(), *self._left_out()]

    def _comments(self) -> Iterator[str]:
        """Words behind a ``#`` that stands close to them: most comments keep away from theirs."""
        for source in self.sources.values():
            for line, text in source.comments:
                words = _("{place}: behind # stands a comment, not printed: {text}; if it belongs to the value, put quotes around both")
                yield words.format(place=Position(source.name, line), text=text)

    def _left_out(self) -> Iterator[str]:
        """Section files that neither the outline nor the appendix names: the shipped template does not print them."""
        if not self.report.outline:
            return
        named = {scalar.text.split(".")[0] for part in self.report.outline for scalar in part.sections}
        named |= {scalar.text.split(".")[0] for scalar in self.report.appendix} | {"report"}
        for stem in self.entries:
            if stem not in named:
                yield _("{file} is not in the outline of report.yaml; it is printed only where a template names it").format(
                    file=f"{self.folder}/{stem}.yaml"
                )

    def walk(self) -> Iterator[Entry]:
        """Yield every entry in file order."""
        for entry in self.entries.values():
            yield from entry.walk()

    def entry(self, path: str, where: Position | None = None) -> Entry:
        """Return the entry at ``path``.

        Raises:
            FactError: there is none; names the nearest.
        """
        found = next((entry for entry in self.walk() if entry.id == path), None)
        if found is None:
            known = [entry.id for entry in self.walk()]
            near = nearest(path, known)
            hint = _("did you mean {near}?").format(near=near) if near else _("there are: {names}").format(names=enumerated(known[:12]))
            if len(parts := re.split(r"[，、,；;]\s*", path)) > 1:
                hint = _("write them between brackets with half-width commas: {list}").format(list=f"[{', '.join(parts)}]")
            raise FactError(_("no such section: {path}").format(path=path), where=where, written=path, hint=hint)
        return found

    def fact(self, fact_id: str, where: Position | None = None) -> Fact:
        """Return the fact with the id.

        Raises:
            FactError: there is none; names the nearest.
        """
        if fact_id in self.facts:
            return self.facts[fact_id]
        near = nearest(fact_id, self.facts)
        hint = _("did you mean {near}?").format(near=near) if near else _("`summarizer facts list` shows them all")
        raise FactError(_("no such fact: {id}").format(id=fact_id), where=where, written=fact_id, hint=hint)

    def match(self, pattern: str) -> list[Fact]:
        """Return the facts whose ids match ``pattern``, where ``*`` stands for one part of an id."""
        regex = re.compile("[^.]+".join(re.escape(part) for part in pattern.split("*")))
        return [fact for fact in self.facts.values() if regex.fullmatch(fact.id)]


def node_at(facts: FactSet, path: str) -> Node | None:
    """Return the YAML node of the entry or fact at ``path``; keys may be written in Chinese.

    ``path`` is an id, or ``report`` and keys of report.yaml, each with its alias after a bar: ``report.metadata|公开信息``.
    """
    stem, *parts = path.split(".")
    source = facts.sources.get(f"{stem}.yaml")
    node: Node | None = source.root if source else None
    for part in parts:
        node = _child(node, part.split("|")) or _child(_child(node, ["periods", "分期"]), [part])
        if node is None:
            return None
    return node


def _child(node: Node | None, names: list[str]) -> Node | None:
    if not isinstance(node, Mapping):
        return None
    return next((node.items[name] for name in names if name in node.items), None)
