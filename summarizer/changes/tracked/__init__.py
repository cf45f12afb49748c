"""The redline as a Word file: real tracked changes between two documents, to be accepted or rejected one by one.

Both documents are written by the DOCX writer, and the two bodies are merged: so whatever stands on paper is compared, and
accepting everything gives the new file's text, rejecting everything the old one's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.oxml.ns import qn

from ...document import Document
from ...writers.base import Job, Output
from ...writers.docx import body, moment, package, packed
from ...writers.docx_parts.elements import Element, el
from ...writers.docx_parts.inlines import Scribe
from ...writers.docx_parts.numbering import HeadingNumbers
from ...writers.marking import Piece
from ..redline import AUTHOR
from ..words import Kind, kind_of
from .flow import flow
from .merge import merged
from .pen import Pen


def write(before: Document, after: Document, job: Job, author: str = AUTHOR) -> Output:
    """Return the changes from ``before`` to ``after`` as DOCX, dated as ``after`` is.

    The file is a draft, whatever ``job`` says, and carries no findings. What is changed in it from now on is tracked, too.

    Args:
        author: an office, not a person; in Chinese, for it stands beside every change.
    """
    # Numbers are text here: of a heading that comes or goes, the number changes with it, and so do those below.
    old, new = (_Scribe(job.page.in_word(), job.facts, draft=True, numbers=HeadingNumbers(typed=True)) for _ in range(2))
    *was, _last = body(before, job, old)
    *now, last = body(after, job, new)
    pen = Pen(new.clean(author), moment(after))
    elements = merged(flow(was, old.kinds), flow(now, new.kinds), pen)
    word = package(after, new, [*elements, last])
    for stop in word.settings.element.iter(qn("w:defaultTabStop")):
        stop.addprevious(el("trackRevisions"))
    return Output(packed(word), tuple({**old.unrendered, **new.unrendered}.values()))


@dataclass(slots=True)
class _Scribe(Scribe):
    """Keeps names and generated numbers in runs of their own, and remembers which is which."""

    # An element is known by its proxy, which lives as long as somebody holds it.
    kinds: dict[Element, Kind] = field(default_factory=dict)

    def text_runs(self, parts: list[Piece], style: str) -> list[Element]:
        """Return a run for each piece."""
        runs = []
        for piece in parts:
            if piece.text:
                run = self.run(piece.text, style)
                self.kinds[run] = kind_of(piece.inline)
                runs.append(run)
        return runs
