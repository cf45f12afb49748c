"""HTML: one page that needs nothing else, for the leader: the figures first, the whole text with its changes last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ...changes.comparison import Comparison, State
from ...changes.figures import Difference
from ...changes.redline import Merged, Stretch
from ...changes.sentences import Sentence
from ...changes.words import text_of
from ...findings import Finding
from ...i18n import gettext as _
from ...i18n import language
from ..base import SEVERITY_WORDS, ReportOptions
from ..excerpt import clean
from .base import Counts, about, groups, listed, name_of, place, split, spot, summary, under

TEMPLATE = "changes.html.j2"
#: A figure of more characters than this may be broken over lines.
_LONG = 12
_TABLE = frozenset(("caption", "head", "row"))


def write(comparison: Comparison, options: ReportOptions) -> str:
    """Return the comparison as one page."""
    return _Page(comparison).text()


class _Page:
    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        # What can be linked to: whatever changed.
        self.numbers = {id(sentence): number for number, sentence in enumerate(comparison.changed, 1)}

    def text(self) -> str:
        """Return the page."""
        # Jinja takes longer to import than two states to compare.
        from ...resources import Resources
        from ...writers.html_template import render

        comparison = self.comparison
        return render(
            Resources(),
            TEMPLATE,
            lang="zh-CN" if language() == "zh_CN" else "en",
            words=_words(),
            title=clean(_("What changed: {title}").format(title=comparison.after.document.title_text)),
            before=clean(comparison.before.name),
            after=clean(comparison.after.name),
            conclusion=summary(comparison),
            tiles=list(self._tiles()),
            figures=[self._figure(one) for one in split(comparison)[0]],
            called=[(clean(one.before.fact), clean(one.figure.fact), clean(one.figure.text)) for one in split(comparison)[1] if one.before],
            sentences=[self._passage(list(group)) for _part, group in groupby(listed(comparison.sentences), key=lambda one: one.part)],
            particulars=comparison.particulars,
            groups=[(head, [_finding(one, state) for one in findings]) for head, state, findings in groups(comparison)],
            blocks=list(self._blocks()),
        )

    def _tiles(self) -> Iterator[tuple[str, str, int]]:
        """Class, label and number of each count at the top."""
        counts, findings = Counts.of(self.comparison), self.comparison.findings
        yield "figures", _("figures changed"), counts.figures
        yield "info", _("sentences with figures alone"), counts.plain
        yield "info", _("other sentences"), counts.sentences - counts.plain
        yield "error" if findings.new else "known", _("new findings"), len(findings.new)
        yield "known", _("findings gone"), len(findings.gone)

    def _figure(self, difference: Difference) -> dict[str, Any]:
        uses, figure, name = self.comparison.uses(difference), difference.figure, name_of(difference)
        return {
            "name": clean(name),
            "fact": clean(figure.fact) if name != figure.fact else "",
            "about": about(difference),
            "written": "" if figure.formula else clean(figure.place),
            "before": clean(difference.before.text) if difference.before else None,
            "after": clean(difference.after.text) if difference.after else None,
            "long": max(len(item.text) for item in (difference.before, difference.after) if item) > _LONG,
            "amount": difference.amount,
            "percent": difference.percent,
            "uses": [self._use(sentence) for sentence in uses],
        }

    def _use(self, sentence: Sentence) -> dict[str, Any]:
        return {
            "number": self.numbers.get(id(sentence)),
            "under": clean(under(self.comparison, sentence)),
            "place": clean(place(sentence)),
        }

    def _passage(self, sentences: list[Sentence]) -> dict[str, Any]:
        """Return the sentences of one paragraph that changed."""
        words = {"new": _("new"), "gone": _("gone"), "moved": _("moved")}
        changes = {sentence.change for sentence in sentences}
        change = changes.pop() if len(changes) == 1 else "wording"
        shown = [_stretches(sentence.stretches) for sentence in sentences]
        return {**self._use(sentences[0]), "change": change, "word": words.get(change, ""), "sentences": shown}

    # The whole text

    def _blocks(self) -> Iterator[dict[str, Any]]:
        """Yield paragraphs and tables; a table ends where another head begins."""
        sentences = [list(group) for _part, group in groupby(self.comparison.sentences, key=lambda sentence: sentence.part)]
        of_part = {group[0].part: group for group in sentences}
        table: list[tuple[int, Merged]] = []
        for number, merged in enumerate(self.comparison.merged):
            role = merged.part.role
            if table and (role not in _TABLE or (role != "row" and table[-1][1].part.role != "caption")):
                yield self._table(table, of_part)
                table = []
            if role in _TABLE:
                table.append((number, merged))
            else:
                yield self._block(merged, of_part.get(number, []))
        if table:
            yield self._table(table, of_part)

    def _block(self, merged: Merged, sentences: list[Sentence]) -> dict[str, Any]:
        part = merged.part
        tags = {"title": "h3", "heading": f"h{min(part.level + 3, 6)}"}
        role = {"label": "label-line", "heading": "annex" if not part.level else "heading"}.get(part.role, part.role)
        shown = [{"number": self.numbers.get(id(one)), "stretches": _stretches(one.stretches)} for one in sentences]
        return {"tag": tags.get(part.role, "p"), "role": role, "op": merged.op, "sentences": shown, "rows": None}

    def _table(self, rows: list[tuple[int, Merged]], of_part: dict[int, list[Sentence]]) -> dict[str, Any]:
        caption = next((_stretches(merged.cells[0]) for _number, merged in rows if merged.part.role == "caption"), None)
        return {
            "caption": caption,
            "rows": [
                {
                    "head": merged.part.role == "head",
                    "op": merged.op,
                    "number": self.numbers.get(id(of_part[number][0])) if number in of_part else None,
                    "cells": [_stretches(cell) for cell in merged.cells],
                }
                for number, merged in rows
                if merged.part.role != "caption"
            ],
        }


def _stretches(stretches: tuple[Stretch, ...]) -> list[dict[str, str]]:
    shown = ((stretch.op, clean(text_of(stretch.tokens))) for stretch in stretches)
    return [{"op": op, "text": text} for op, text in shown if text]


def _finding(finding: Finding, state: State) -> dict[str, str]:
    return {
        "word": _(SEVERITY_WORDS[finding.severity]),
        "code": finding.code,
        "spot": clean(spot(state, finding)),
        "message": clean(finding.message),
        "acknowledged": clean(finding.acknowledged),
    }


def _words() -> dict[str, str]:
    return {
        "before": _("before"),
        "after": _("after"),
        "figures": _("Figures that changed"),
        "figure": _("figure"),
        "called": _("Figures of which only the id changed"),
        "difference": _("difference"),
        "uses": _("where it stands"),
        "unused": _("not used in the document"),
        "blank": _("(blank)"),
        "sentences": _("Other sentences that changed"),
        "particulars": _("Particulars of publication"),
        "particular": _("particular"),
        "whole": _("The whole text with its changes"),
        "deleted": _("taken out"),
        "inserted": _("put in"),
    }
