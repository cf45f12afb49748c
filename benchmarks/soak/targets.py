"""What is fuzzed: functions of bytes that may refuse an input in the user's words and must do nothing else wrong."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from summarizer.audit import audit_reading
from summarizer.build import Build
from summarizer.check import Report, check_facts
from summarizer.errors import SummarizerError
from summarizer.facts import load, source
from summarizer.inspect.docx_sheet import measure
from summarizer.quantities import parse, parse_date
from summarizer.readers import Reading, read
from summarizer.readers.base import line_starts
from summarizer.render import render
from summarizer.resources import Resources
from summarizer.writers import FORMATS

_T = TypeVar("_T")
#: Of the parts of a DOCX the one that a mutation goes into.
_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "docProps/core.xml")


class Wrong(Exception):
    """A promise that was not kept."""


class Targets:
    """The targets, and what they are fed with first.

    Args:
        folder: for their files. example: a report that is right.
    """

    def __init__(self, folder: Path, example: Path) -> None:
        self._folder = folder / "report"
        self._folder.mkdir(parents=True)
        self._content = {path.name: path.read_bytes() for path in sorted(example.glob("*.yaml"))}
        made = Build(example, folder / "output", (), final=False, form="").make().files
        self._made = {name: made[format.filename(True)] for name, format in FORMATS.items()}
        with zipfile.ZipFile(BytesIO(self._made["docx"])) as package:
            self._package = {name: package.read(name) for name in package.namelist()}

    def seeds(self) -> dict[str, tuple[bytes, ...]]:
        """Inputs that are right, by target."""
        yaml, text = tuple(self._content.values()), self._made["text"]
        figures = ("约4116万元", "85%以上", "60张", "1.2-3亿元", "三千二百零五", "2024年1月8日", "0.8个百分点", "-3.1‰", "近1/3")
        templates = ("{{ report.bureau }}{% for x in [1] %}{{ step() }}{% endfor %}", "# {{ report.title }}\n\n{{ count([]) ~ 'x' * 3 }}")
        return {
            "figure": tuple(figure.encode() for figure in figures),
            "yaml": yaml,
            "loading": yaml,
            "template": tuple(template.encode() for template in templates),
            "prose": tuple(part for part in text.split(b"\n") if part),
            "txt": (text,),
            "html": (self._made["html"],),
            "docx": tuple(self._package[name] for name in _PARTS if name in self._package),
            "pdf": (self._made["pdf"],),
        }

    def all(self) -> dict[str, Callable[[bytes], None]]:
        """The targets by name."""
        return {name: getattr(self, name) for name in self.seeds()}

    def figure(self, data: bytes) -> None:
        """A figure, and a date."""
        text = data.decode("utf-8", "replace")
        _refused(lambda: str(parse(text)))
        _refused(lambda: str(parse_date(text)))

    def yaml(self, data: bytes) -> None:
        """The YAML source."""
        found = _refused(lambda: source.parse(data, "x.yaml"))
        if found is not None and found.nodes < 1:
            raise Wrong("a source without nodes")

    def loading(self, data: bytes) -> None:
        """A file of a report: loaded, rendered, checked."""
        name = "report.yaml" if b"outline" in data else "projects.yaml"
        for other, content in self._content.items():
            (self._folder / other).write_bytes(data if other == name else content)
        _refused(self._judged)

    def template(self, data: bytes) -> None:
        """A body template of the report's own."""
        for other, content in self._content.items():
            (self._folder / other).write_bytes(content)
        own = self._folder / "templates"
        own.mkdir(exist_ok=True)
        (own / "summary.md.j2").write_bytes(data)
        try:
            _refused(self._judged)
        finally:
            (own / "summary.md.j2").unlink()

    def _judged(self) -> Report:
        facts = load(self._folder)
        document = render(facts, Resources(self._folder / "templates"), limit=2.0).document
        return check_facts(facts, document, None, prose=True)

    def prose(self, data: bytes) -> None:
        """The engine that reads claims in prose, without a reader before it."""
        text = data.decode("utf-8", "replace")
        _quoted(audit_reading(Reading("x.txt", "txt", text, line_starts=line_starts(text))), text)

    def txt(self, data: bytes) -> None:
        """A text file."""
        self._audited("x.txt", data)

    def html(self, data: bytes) -> None:
        """A web page."""
        self._audited("x.html", data)

    def docx(self, data: bytes) -> None:
        """A part of a Word document; which one shows by how it begins to differ."""
        name = max((part for part in _PARTS if part in self._package), key=lambda part: _alike(self._package[part], data))
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            for other, content in self._package.items():
                package.writestr(other, data if other == name else content)
        self._audited("x.docx", packed.getvalue())
        _refused(lambda: measure(packed.getvalue(), "x.docx"))

    def pdf(self, data: bytes) -> None:
        """A PDF."""
        self._audited("x.pdf", data)

    def _audited(self, name: str, data: bytes) -> None:
        path = self._folder.parent / name
        path.write_bytes(data)
        reading = _refused(lambda: read(path, name))
        if reading is not None:
            _quoted(audit_reading(reading), reading.text)


def _refused(call: Callable[[], _T]) -> _T | None:
    """Return what ``call`` returns, or None if it refuses in the user's words."""
    try:
        return call()
    except SummarizerError as error:
        if not str(error).strip():
            raise Wrong("an error without words") from error
        return None


def _quoted(report: Report, text: str) -> None:
    """What a finding quotes is what stands there."""
    for finding in report.findings:
        if finding.quote and text[finding.start : finding.end] != finding.quote:
            raise Wrong(f"{finding.code} quotes {finding.quote!r} where {text[finding.start : finding.end]!r} stands")


def _alike(one: bytes, other: bytes) -> float:
    length = min(len(one), len(other), 4000)
    return sum(a == b for a, b in zip(one[:length], other[:length], strict=True)) / (length or 1) - abs(len(one) - len(other)) / 1e7
