"""The paragraphs and tables of a Word part in their order, with the runs that are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..readers.docx_styles import child, local, value

_TRANSPARENT = frozenset({"ins", "moveTo", "customXml", "smartTag", "hyperlink", "dir", "bdo"})
_BREAKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_DEEPEST = 100
#: Stands for the page's number in the text of a footer.
PAGE = "N"


@dataclass(frozen=True, slots=True)
class RunText:
    """Text of a run with the element that holds its properties."""

    text: str
    properties: etree._Element | None


@dataclass(slots=True)
class ParaSource:
    """A paragraph of the XML.

    Args:
        breaks: whether a page break stands before its first character; after: behind its last one.
        table: number of the outermost table that it stands in, -1 if none.
    """

    element: etree._Element
    runs: list[RunText] = field(default_factory=list)
    breaks: bool = False
    after: bool = False
    table: int = -1
    has_page: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class _Fields:
    """Fields that are open: code first, then result; one with PAGE shows its number once."""

    stack: list[list[str]] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        return any(state[0] == "code" for state in self.stack)

    @property
    def in_page(self) -> bool:
        return any(state[0] == "page" for state in self.stack)


def is_page(code: str) -> bool:
    """Whether a field code shows the number of the page."""
    return code.strip().upper().split(" ")[0:1] == ["PAGE"]


class Walk:
    """Walk over a part; ``tables`` collects the outermost tables."""

    def __init__(self) -> None:
        self.tables: list[etree._Element] = []
        self._fields = _Fields()

    def paragraphs(self, container: etree._Element, table: int = -1, depth: int = 0) -> Iterator[ParaSource]:
        """Yield the paragraphs below ``container`` in order, those of tables and content controls with them."""
        if depth > _DEEPEST:
            return
        for element in container:
            name = local(element)
            if name == "p":
                yield self._paragraph(element, table)
            elif name == "tbl":
                inside = table
                if table < 0:
                    inside = len(self.tables)
                    self.tables.append(element)
                yield from self.paragraphs(element, inside, depth + 1)
            elif name in _TRANSPARENT or name in ("tr", "tc", "sdtContent", "txbxContent"):
                yield from self.paragraphs(element, table, depth + 1)
            elif name == "sdt" and (content := child(element, "sdtContent")) is not None:
                yield from self.paragraphs(content, table, depth + 1)

    def _paragraph(self, element: etree._Element, table: int) -> ParaSource:
        source = ParaSource(element, table=table)
        self._inline(element, source)
        return source

    def _inline(self, container: etree._Element, source: ParaSource) -> None:
        for item in container:
            name = local(item)
            if name == "r":
                self._run(item, source)
            elif name == "fldSimple":
                if is_page(value(item, "instr") or ""):
                    source.has_page = True
                    first = next((r for r in item if local(r) == "r"), None)
                    source.runs.append(RunText(PAGE, child(first, "rPr")))
                else:
                    self._inline(item, source)
            elif name in _TRANSPARENT:
                self._inline(item, source)
            elif name == "sdt" and (content := child(item, "sdtContent")) is not None:
                self._inline(content, source)

    def _run(self, run: etree._Element, source: ParaSource) -> None:
        properties = child(run, "rPr")
        fields = self._fields
        for item in run:
            name = local(item)
            if name == "fldChar":
                self._field(value(item, "fldCharType") or "", source, properties)
            elif name == "instrText" and fields.stack:
                fields.stack[-1][1] += item.text or ""
            elif fields.in_code or fields.in_page:
                continue
            elif name == "t":
                source.runs.append(RunText(item.text or "", properties))
            elif name == "br" and value(item, "type") in ("page", "column"):
                source.after = True
                if not source.text.strip():
                    source.breaks, source.after = True, False
            elif name == "br":
                source.runs.append(RunText("\n", properties))
            elif name in _BREAKS:
                source.runs.append(RunText(_BREAKS[name], properties))

    def _field(self, kind: str, source: ParaSource, properties: etree._Element | None) -> None:
        stack = self._fields.stack
        if kind == "begin":
            stack.append(["code", ""])
        elif stack and kind in ("separate", "end"):
            if stack[-1][0] == "code" and is_page(stack[-1][1]):
                stack[-1][0] = "page"
                source.has_page = True
                source.runs.append(RunText(PAGE, properties))
            elif kind == "separate":
                stack[-1][0] = "result"
            if kind == "end":
                stack.pop()
