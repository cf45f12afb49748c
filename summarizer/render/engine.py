"""Render a report: prose and templates in, the document model out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2.sandbox import safe_range

from ..document import Document, Letterhead, Metadata, Origin, Signature
from ..errors import FigureError, Position, SummarizerError, TemplateError
from ..facts.derive import why_no_rate
from ..facts.factset import Entry, Fact, FactSet
from ..facts.report import METADATA
from ..i18n import gettext as _
from ..resources import Resources
from . import marks
from .appendix import attachments
from .body import Anchors, BodyReader
from .environment import Environment, compile_prose, explain, origin_number, origin_place, unknown_word
from .limits import MEMORY_LIMIT, TIME_LIMIT, TimeUp, memory_limit, time_limit
from .numbering import STYLES, Numbering
from .views import EntryView, FigureView, Ledger, NameView, World

#: Characters of a report, marks included; two hundred pages have half a million.
LONGEST = 2_000_000
TEMPLATE = "summary.md.j2"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document, and the figures its templates computed."""

    document: Document
    derived: dict[str, Fact]


def render(facts: FactSet, resources: Resources, *, limit: float = TIME_LIMIT) -> Rendered:
    """Render the report of ``facts``.

    Args:
        limit: seconds the templates may take.

    Raises:
        TemplateError: a template is missing, wrong, too slow, or broke a figure.
        FactError: a template names something unknown.
    """
    return _Engine(facts, resources).render(limit)


class _Engine:
    def __init__(self, facts: FactSet, resources: Resources) -> None:
        self.facts = facts
        self.ledger = Ledger()
        self.world = World(facts, self.ledger, self._prose)
        self.environment = Environment(resources)
        self.anchors = Anchors()
        self._running: list[str] = []
        self._origins: dict[int, Origin] = {}
        self._printed: dict[str, str] = {}
        self._scalars = self._index_prose()
        self._offer()

    def _offer(self) -> None:
        report = ReportView(self.facts, self.world, self._report_prose)
        self.environment.globals = {
            **{stem: self.world.entry(entry) for stem, entry in self.facts.entries.items() if stem != "report"},
            "report": report,
            "step": _step,
            "count": _count,
            "names": _names,
            "section": self._section,
            "range": safe_range,
        }
        self.environment.filters["to"] = _to
        self.environment.filters["percent_of"] = self._percent_of

    def _section(self, path: Any) -> EntryView:
        return self.world.at(str(getattr(path, "text", path)))

    def _percent_of(self, part: Any, whole: Any, decimals: Any = None) -> FigureView:
        report = self.facts.report
        places = report.decimals if decimals is None else decimals
        if not (isinstance(part, FigureView) and isinstance(whole, FigureView)):
            raise FigureError(_("{filter} takes figures").format(filter="percent_of"))
        if places not in range(7):
            raise FigureError(_("{key} must be a whole number from 0 to 6").format(key="percent_of"))
        return part.percent_of(whole, int(places), report.rounding)

    def render(self, limit: float) -> Rendered:
        scalar = self.facts.report.template
        try:
            with memory_limit(MEMORY_LIMIT), time_limit(limit):
                template = self._template(scalar.text if scalar else TEMPLATE, scalar.where if scalar else None)
                text = template.render()
                if len(text) > LONGEST:
                    raise TemplateError(_("the report is too long: more than {n} characters").format(n=LONGEST))
        except (
            SummarizerError,
            jinja2.TemplateError,
            TimeUp,
            RecursionError,
            TypeError,
            ValueError,
            ArithmeticError,
            AttributeError,
            LookupError,
            SyntaxError,
            MemoryError,
        ) as error:
            raise self._explained(error) from None
        reader = BodyReader(self.ledger.figures, self._origin, self._shown, self.anchors, Numbering())
        body = reader.read(text)
        return Rendered(self._document(body), dict(self.ledger.derived))

    def _template(self, name: str, where: Position | None) -> jinja2.Template:
        try:
            self.environment.resources.find(name)
        except TemplateError as error:
            raise TemplateError(error.message, where=where, written=name, hint=error.hint) from None
        template = self.environment.get_template(name)
        if len(self.environment.resources.folders()) > 1:
            self.environment.refuse_lost_blocks(name)
        return template

    def _explained(self, error: BaseException) -> SummarizerError:
        known = sorted(self.environment.globals)
        path = self._running[-1].rpartition(".")[0] if self._running else ""
        if unknown := unknown_word(error):
            word, owner = unknown
            if reason := why_no_rate(self.facts, f"{owner or path}.{word}"):
                return reason
        if path:
            entry = next((entry for entry in self.facts.walk() if entry.id == path != "report"), None)
            known = sorted({*known, *(self._local(entry) if entry else ())})
        return explain(error, known, self._shown, self.environment.compiling)

    def _shown(self, name: str) -> str:
        if name.endswith(".yaml"):
            return f"{self.facts.folder}/{name}"
        try:
            return str(self.environment.resources.find(name))
        except TemplateError:
            return name

    def _index_prose(self) -> dict[str, list[tuple[int, int, str]]]:
        found: dict[str, list[tuple[int, int, str]]] = {}
        report = self.facts.report
        scalars = [(scalar, f"report.{key}") for key, scalar in (("opening", report.opening), ("closing", report.closing)) if scalar]
        scalars += [(scalar, f"{entry.id}.{key}") for entry in self.facts.walk() for key, scalar in entry.prose.items()]
        for scalar, key in scalars:
            found.setdefault(scalar.where.path.rsplit("/", 1)[-1], []).append((scalar.first_line, scalar.indent, key))
        return {name: sorted(rows) for name, rows in found.items()}

    def _origin(self, number: int) -> Origin:
        origin = self._origins.get(number)
        if origin is None:
            origin = self._origins[number] = self._find_origin(number)
        return origin

    def _find_origin(self, number: int) -> Origin:
        name, line = origin_place(number)
        if not name.endswith(".yaml"):
            return Origin("template", name, line)
        row = max((row for row in self._scalars.get(name, ()) if row[0] <= line), default=(line, 0, ""))
        return Origin("yaml", name, line, row[1] + 1, row[2])

    def _prose(self, entry: Entry, key: str) -> str:
        path = f"{entry.id}.{key}"
        if path not in self._printed:
            self._printed[path] = self._run(path, entry.prose[key], self._local(entry))
        return self._printed[path]

    def _local(self, entry: Entry) -> dict[str, Any]:
        """The words that stand bare in an entry's own prose."""
        view = self.world.entry(entry)
        return {word: view.lookup(word) for word in view.words() if word not in entry.prose and word != "正文"}

    def _report_prose(self, key: str) -> str:
        scalar = getattr(self.facts.report, key)
        return self._run(f"report.{key}", scalar, {}) if scalar else ""

    def _run(self, key: str, scalar: Any, local: dict[str, Any]) -> str:
        name = scalar.where.path.rsplit("/", 1)[-1]
        if key in self._running:
            raise TemplateError(_("{key} prints itself").format(key=key), where=scalar.where)
        self._running.append(key)
        template = compile_prose(self.environment, name, scalar.first_line, scalar.text)
        text = template.render(local).strip("\n")
        self._running.pop()
        return marks.origin(origin_number(name, scalar.first_line)) + text

    def _document(self, body: tuple[Any, ...]) -> Document:
        report = self.facts.report
        title = report.title or (f"{report.bureau}{report.year}年工作总结", f"及{report.year + 1}年工作思路")
        date = report.date.display if report.date else ""
        issued = report.form == "issued"
        names = report.signature or ((report.bureau,) if issued else ())
        return Document(
            id=report.id,
            title=title,
            body=body,
            metadata=_metadata(self.facts),
            letterhead=(report.letterhead or Letterhead((report.bureau,))) if issued else None,
            addressee=report.addressee if issued else "",
            signature=Signature(names, date, report.stamped) if names else None,
            note=report.note if issued else "",
            attachments=attachments(self.facts, self.ledger, self.anchors),
            imprint_block=report.imprint if issued else None,
            form="issued" if issued else "plain",
        )


def _metadata(facts: FactSet) -> Metadata:
    given = facts.report.metadata
    date = given.get("date") or facts.report.date
    shown: list[tuple[str, str]] = []
    for name, label in METADATA.items():
        if name in ("index_number", "openness", "publisher", "category") and name in given:
            shown.append((label, given[name]))
        elif name == "date" and date:
            shown.append((label, date.iso))
    published = given.get("published")
    return Metadata(
        publisher=given.get("publisher") or facts.report.bureau,
        date=date.iso if date else "",
        published=published.iso if published else "",
        source=given.get("source", ""),
        fields=(*shown, *given.get("fields", ())),
        breadcrumb=given.get("breadcrumb", ()),
    )


class ReportView(EntryView):
    """``report`` in a template: the bureau, the year, the outline and the report's own prose."""

    __slots__ = ("_prose", "_report")

    def __init__(self, facts: FactSet, world: World, prose: Any) -> None:
        super().__init__(facts.entries["report"], world)
        self._report = facts.report
        self._prose = prose

    def known(self) -> list[str]:
        """The words that :meth:`lookup` finds."""
        return sorted(
            {
                *self._entry.facts,
                "bureau",
                "short",
                "year",
                "next_year",
                "last_year",
                "date",
                "as_of",
                "title",
                "opening",
                "closing",
                "outline",
                "form",
            }
        )

    def lookup(self, word: str) -> Any:
        """Return what ``report.word`` means, or None if nothing."""
        report = self._report
        if word in self._entry.facts:
            return FigureView(self._entry.facts[word], self._world.ledger)
        if word in ("opening", "closing"):
            return self._prose(word)
        if word == "outline":
            return [
                {"heading": NameView(part.heading), "sections": [self._world.at(s.text, s.where) for s in part.sections]}
                for part in report.outline
            ]
        years = {"year": report.year, "next_year": report.year + 1, "last_year": report.year - 1}
        if word in years:
            return NameView(str(years[word]))
        texts = {"bureau": report.bureau, "short": report.short or report.bureau, "title": "".join(report.title), "form": report.form}
        for name in ("date", "as_of"):
            date = getattr(report, name)
            texts[name] = date.display if date else ""
        return NameView(texts[word]) if word in texts else None


def _to(figure: Any, unit: Any) -> FigureView:
    if not isinstance(figure, FigureView):
        raise FigureError(_("{filter} takes figures").format(filter="to"))
    return figure.to(str(getattr(unit, "text", unit)))


def _step(style: Any = "是") -> str:
    style = getattr(style, "text", style)
    if style not in STYLES:
        raise TemplateError(
            _("no such style of steps: {style}").format(style=style), hint=_("styles there are: {names}").format(names=" ".join(STYLES))
        )
    return marks.step(STYLES.index(style))


def _count(things: Any) -> str:
    return marks.generated(str(len(things) if hasattr(things, "__len__") else sum(1 for _thing in things)))


def _names(entries: Any, sign: str = "、") -> str:
    return sign.join(str(getattr(entry, "lookup", lambda _word, e=entry: e)("name")) for entry in entries)
