"""Read a content folder into a :class:`FactSet`, with every mistake at once."""

from __future__ import annotations

import dataclasses
import os
from functools import lru_cache
from pathlib import Path

from ..errors import FactError, FigureError, Position, SourceError, SummarizerError
from ..i18n import gettext as _
from ..quantities import DateText, Quantity, parse, parse_date
from .derive import derive_rates
from .factset import Entry, Fact, FactSet, Provenance
from .problems import Problems, nearest, spoken, wrong_type
from .report import Report, choice_value, date_value, read_report
from .shapes import PROVENANCE, SHAPES, STEMS, Key, Kind, keys_of
from .source import MAX_NODES, Mapping, Node, Scalar, Source, read

_PROVENANCE = {key.name: key for key in PROVENANCE}
#: Words of the template language and what it offers; a file of that name could not be called by it.
RESERVED = frozenset(("step", "count", "names", "section", "range", "loop", "self", "super", "caller", "true", "false", "none")) | {
    *("True", "False", "None", "not", "and", "or", "in", "is", "if", "else", "for")
}
#: What templates ask every entry for.
_WORDS = frozenset(("id", "key", "shape", "flow", "periods"))
_RATES = frozenset(shape.rate[0] for shape in SHAPES.values() if shape.rate)
_VALUE = {"value": "数值", "label": "简称"}


def reports_in(content: Path) -> list[Path]:
    """Return the report folders that ``content`` means: itself, or those in it.

    Raises:
        SourceError: no such folder, or no report in it.
    """
    _refuse_no_folder(content, str(content))
    if (content / "report.yaml").is_file():
        return [content]
    found = sorted(path.parent for path in content.glob("*/report.yaml"))
    if not found:
        raise SourceError(
            _("no report.yaml in this folder"),
            where=Position(str(content)),
            hint=_("name the folder of one report, or make one with `summarizer new DIR`"),
        )
    return found


def load(folder: str | os.PathLike[str]) -> FactSet:
    """Read the report in ``folder``.

    Raises:
        SourceError: no such folder, or a file that is not YAML.
        FactError, FigureError: what stands in it is wrong.
        ErrorGroup: several of these.
    """
    path = Path(folder)
    shown = os.fspath(folder).rstrip("/") or "/"
    _refuse_no_folder(path, shown)
    if not (path / "report.yaml").is_file():
        raise SourceError(
            _("no report.yaml in this folder"),
            where=Position(shown),
            hint=_("name the folder of one report, or make one with `summarizer new DIR`"),
        )
    problems = Problems()
    sources: dict[str, Source] = {}
    # What begins with a dot is an editor's own: Emacs keeps ``.#projects.yaml`` beside a file that is being edited.
    for file in sorted(file for file in path.glob("*.y*ml") if not file.name.startswith(".")):
        try:
            _refuse_name(file, f"{shown}/{file.name}")
            _refuse_link(file, path, f"{shown}/{file.name}")
            sources[file.name] = read(file, f"{shown}/{file.name}", MAX_NODES - sum(source.nodes for source in sources.values()))
        except SummarizerError as error:
            problems.add(error)
    problems.raise_any()
    report = read_report(sources["report.yaml"], path.resolve().name, problems)
    if report is None:
        problems.raise_any()
        raise AssertionError("read_report gave nothing and no mistake")
    facts = _Loader(report, shown, sources, problems).load()
    problems.raise_any()
    return facts


def _refuse_no_folder(path: Path, shown: str) -> None:
    if path.is_file():
        hint = _("name the folder that it lies in: {folder}").format(folder=Path(shown).parent)
        raise SourceError(_("this is a file; a report is a folder"), where=Position(shown), hint=hint)
    if not path.is_dir():
        raise SourceError(
            _("no such folder"), where=Position(shown), hint=_("`summarizer new {path}` makes a report there").format(path=shown)
        )


def _refuse_name(file: Path, shown: str) -> None:
    """A file's stem begins the ids of its facts, and templates call it by that name."""
    if file.suffix != ".yaml":
        hint = _("rename it to {name}").format(name=f"{file.stem}.yaml")
        raise SourceError(_("only files that end with .yaml are read"), where=Position(shown), hint=hint)
    if not _good_id(file.stem) or file.stem in RESERVED:
        hint = _("rename it; use letters, digits, _ or Chinese characters")
        raise SourceError(_("{name} cannot begin the ids of facts").format(name=file.stem), where=Position(shown), hint=hint)


def _refuse_link(file: Path, folder: Path, shown: str) -> None:
    """A link could bring any file of this machine into a published paper."""
    if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder)):
        hint = _("put a copy of the file in its place")
        raise SourceError(_("a link that leads out of the report's folder"), where=Position(shown), hint=hint)


class _Loader:
    def __init__(self, report: Report, folder: str, sources: dict[str, Source], problems: Problems) -> None:
        self.report = report
        self.folder = folder
        self.sources = sources
        self.problems = problems
        self.facts: dict[str, Fact] = {}

    def load(self) -> FactSet:
        base = self._provenance(self.report.provenance, Provenance())
        entries: dict[str, Entry] = {}
        root = Entry("report", "none", self.report.where, {"name": self.report.bureau}, provenance=base)
        if self.report.facts is not None:
            self._free_facts(root, self.report.facts, "facts")
        entries["report"] = root
        for name in self._order():
            stem = name.removesuffix(".yaml")
            source = self.sources[name]
            shape = self._shape(stem, source.root)
            # A plan has no date it "stands at"; only one of its own would say something.
            own = dataclasses.replace(base, as_of=None) if shape == "plan" else base
            entries[stem] = self._entry(stem, source.root, shape, own, file=True)
        facts = FactSet(self.report, self.folder, self.sources, entries, self.facts)
        derive_rates(facts)
        self._check_outline(facts)
        return facts

    def _order(self) -> list[str]:
        """Section files in the outline's order, then the others by name."""
        wanted = [f"{scalar.text.split('.')[0]}.yaml" for part in self.report.outline for scalar in part.sections]
        others = [name for name in self.sources if name != "report.yaml"]
        return list(dict.fromkeys([name for name in wanted if name in self.sources and name != "report.yaml"] + others))

    def _shape(self, stem: str, root: Mapping) -> str:
        for written, node in root:
            if written.text in ("shape", "类型"):
                key = keys_of("none", file=True)["shape"]
                return choice_value(node, key, written.text, self.problems) or "none"
        return STEMS.get(stem, "none")

    def _check_outline(self, facts: FactSet) -> None:
        for scalar in (*(s for part in self.report.outline for s in part.sections), *self.report.appendix):
            try:
                facts.entry(scalar.text, scalar.where)
            except FactError as error:
                self.problems.add(error)

    def _provenance(self, nodes: dict[str, tuple[str, Node]], base: Provenance) -> Provenance:
        """Return ``base`` with what stands in ``nodes``: name → key as written and value."""
        taken: dict[str, object] = {}
        for name, (written, node) in nodes.items():
            key = _PROVENANCE[name]
            value: object
            if key.kind is Kind.DATE:
                value = date_value(node, written, self.problems)
            elif key.kind is Kind.CHOICE:
                value = choice_value(node, key, written, self.problems)
            else:
                value = self.problems.text(node, written)
            if value is not None:
                taken[name] = value
        return dataclasses.replace(base, **taken) if taken else base  # type: ignore[arg-type]

    def _entry(
        self,
        path: str,
        node: Mapping,
        shape: str,
        base: Provenance,
        *,
        file: bool = False,
        names: dict[str, str] | None = None,
        owner: str = "",
    ) -> Entry:
        keys = keys_of(shape, file=file)
        own = {keys[w.text].name: (w.text, n) for w, n in node if w.text in keys and keys[w.text].name in _PROVENANCE}
        entry = Entry(path, shape, node.where, dict(names or {}), provenance=self._provenance(own, base), owner=owner)
        seen: dict[str, Scalar] = {}
        deferred = []
        for written, value in node:
            key = keys.get(written.text)
            if key is None:
                deferred.append((written, value))
                continue
            if key.name in seen:
                self.problems.twice(written, seen[key.name])
                continue
            seen[key.name] = written
            if key.name not in _PROVENANCE and key.name not in ("shape", "checks"):
                self._take(entry, key, written, value)
        for written, value in deferred:
            self._child(entry, written, value, shape, file=file)
        return entry

    def _take(self, entry: Entry, key: Key, written: Scalar, node: Node) -> None:
        if key.kind is Kind.PROSE:
            prose = self.problems.prose(node, written.text)
            if prose is not None:
                entry.prose[key.name] = prose
        elif key.kind is Kind.NAME:
            text = self.problems.text(node, written.text)
            if text is not None:
                entry.names[key.name] = text
        elif key.kind is Kind.CHOICE:
            entry.flow = choice_value(node, key, written.text, self.problems) or entry.flow
        elif key.name == "facts":
            self._free_facts(entry, node, written.text)
        elif key.name == "periods":
            self._periods(entry, node, written.text)
        else:
            self._fact(entry, key.name, key.alias, node, written.text, date=key.kind is Kind.DATE)

    def _child(self, entry: Entry, written: Scalar, node: Node, shape: str, *, file: bool) -> None:
        if not isinstance(node, Mapping) or _nearest_group(written.text, shape, file=file):
            keys = keys_of(shape, file=file)
            self.problems.unknown(
                written, keys, _(" in an entry of shape {name} ({alias})").format(name=SHAPES[shape].name, alias=SHAPES[shape].alias)
            )
            return
        if not _good_id(written.text):
            self._refuse_id(written)
            return
        if written.text in entry.facts or written.text in entry.periods:
            self.problems.add(FactError(_("{id} is the id of a fact and of an entry").format(id=written.text), where=written.where))
            return
        entry.children[written.text] = self._entry(f"{entry.id}.{written.text}", node, shape, entry.provenance)

    def _refuse_id(self, written: Scalar) -> None:
        hint = _("use letters, digits, _ or Chinese characters, and no dot or blank; not a digit first")
        if written.text in _WORDS:
            hint = _("templates use this word; choose another")
        self.problems.add(
            FactError(_("{id} cannot be an id").format(id=written.text), where=written.where, written=written.text, hint=hint)
        )

    def _free_facts(self, entry: Entry, node: Node, written: str) -> None:
        for key, value in self.problems.mapping(node, written) or ():
            if not _good_id(key.text):
                self._refuse_id(key)
                continue
            if key.text in keys_of(entry.shape):
                self.problems.add(
                    FactError(
                        _("{id} is a key of the shape; as a free fact it needs another id").format(id=key.text),
                        where=key.where,
                        written=key.text,
                    )
                )
                continue
            self._fact(entry, key.text, key.text if not key.text.isascii() else "", value, key.text)

    def _periods(self, entry: Entry, node: Node, written: str) -> None:
        names = {key: entry.names[key] for key in ("scope",) if key in entry.names}
        for key, value in self.problems.mapping(node, written) or ():
            if not _good_id(key.text) or key.text in entry.facts:
                self._refuse_id(key)
                continue
            mapping = self.problems.mapping(value, key.text)
            if mapping is not None:
                entry.periods[key.text] = self._entry(
                    f"{entry.id}.{key.text}", mapping, entry.shape, entry.provenance, names=names, owner=entry.name
                )

    def _fact(self, entry: Entry, key: str, alias: str, node: Node, written: str, *, date: bool = False) -> None:
        provenance, label = entry.provenance, ""
        if isinstance(node, Mapping):
            value_node, provenance, label = self._long_form(node, written, entry.provenance)
            if value_node is None:
                return
            node = value_node
        if not isinstance(node, Scalar):
            self.problems.add(wrong_type(node, written, _("a date") if date else _("a figure")))
            return
        if node.missing:
            self.problems.text(node, written)
            return
        value = self._value(node, key, written, date)
        if value is None:
            return
        fact = Fact(
            id=f"{entry.id}.{key}",
            key=key,
            label=label or f"{entry.owner}{entry.name}{alias or key}",
            entry=entry.id,
            shape=entry.shape,
            where=node.where,
            quantity=value if isinstance(value, Quantity) else None,
            date=value if isinstance(value, DateText) else None,
            provenance=provenance,
            start=node.start,
            end=node.end,
        )
        entry.facts[key] = self.facts[fact.id] = fact

    def _long_form(self, node: Mapping, parent: str, base: Provenance) -> tuple[Node | None, Provenance, str]:
        known = _VALUE | {key.name: key.alias for key in PROVENANCE}
        value, label, own = None, "", {}
        for name, written, item in self.problems.group(node, parent, known):
            if name == "value":
                value = item
            elif name == "label":
                label = self.problems.text(item, written) or ""
            else:
                own[name] = (written, item)
        if value is None:
            hint = _("add `{key}: …`").format(key=spoken(node, known)["value"])
            self.problems.add(FactError(_("{key} has no value").format(key=parent), where=node.where, hint=hint))
        return value, self._provenance(own, base), label

    def _value(self, node: Scalar, key: str, written: str, date: bool) -> Quantity | DateText | None:
        text = node.text
        try:
            if date:
                return parse_date(text)
            return _percent_sign(key, parse(text)) if text else Quantity.blank()
        except FigureError as error:
            message = _("{key}: {message}").format(key=written, message=error.message)
            self.problems.add(FigureError(message, where=node.where, written=text, hint=error.hint))
            return None


@lru_cache(maxsize=1024)
def _nearest_group(text: str, shape: str, *, file: bool) -> str:
    """Return the key of a group that ``text`` may have been meant for; an empty string if it is the id of an entry."""
    groups = [name for name, key in keys_of(shape, file=file).items() if key.kind in (Kind.GROUP, Kind.LIST)]
    return nearest(text, groups, 0.8)


def _good_id(text: str) -> bool:
    return text.isidentifier() and len(text) <= 60 and text not in _WORDS


def _percent_sign(key: str, quantity: Quantity) -> Quantity:
    """Refuse a completion rate that is a bare number: 99 and 0.99 are no percentages."""
    if key not in _RATES or quantity.unit.name or quantity.scale != 1:
        return quantity
    raise FigureError(_("a rate without %"), written=quantity.text, hint=_("write it with its sign: 95%, 104.5%"))
