"""JSON: one object, the shape that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

from ...changes.comparison import Comparison, State
from ...changes.figures import Difference, Figure
from ...changes.sentences import Sentence
from ...changes.words import text_of
from ...facts.exact import decimal
from ...findings import Finding
from ..base import ReportOptions

#: Raised when a field changes its meaning or goes; a new field does not raise it.
VERSION = 1


def write(comparison: Comparison, options: ReportOptions) -> str:
    """Return the comparison as JSON."""
    found = comparison.findings
    numbers = {id(sentence): number for number, sentence in enumerate(comparison.changed)}
    shape = {
        "version": VERSION,
        "before": _state(comparison.before),
        "after": _state(comparison.after),
        "same": comparison.same,
        "figures": [_difference(one, comparison, numbers) for one in comparison.figures],
        "sentences": [_sentence(one) for one in comparison.changed],
        "particulars": [{"label": label, "before": before, "after": after} for label, before, after in comparison.particulars],
        "findings": {
            "new": [_finding(one) for one in found.new],
            "gone": [_finding(one) for one in found.gone],
            "acknowledged": [_finding(one) for one in found.settled],
            "reopened": [_finding(one) for one in found.reopened],
            "stayed": found.stayed,
        },
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _state(state: State) -> dict[str, Any]:
    return {"name": state.name, "kind": state.kind, "report": state.document.id, "title": state.document.title_text}


def _difference(difference: Difference, comparison: Comparison, numbers: dict[int, int]) -> dict[str, Any]:
    uses = comparison.uses(difference)
    return {
        "fact": difference.figure.fact,
        "label": difference.figure.label,
        "how": difference.how,
        "before": _figure(difference.before),
        "after": _figure(difference.after),
        "difference": difference.amount,
        "percent": difference.percent,
        "because": list(difference.because),
        "uses": [_place(sentence) for sentence in uses],
        # Numbers in the list of sentences, from 0.
        "sentences": [numbers[id(sentence)] for sentence in uses if id(sentence) in numbers],
    }


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    quantity = figure.quantity
    return {
        "id": figure.fact,
        "text": figure.text,
        "value": decimal(quantity.value) if quantity else "",
        "unit": quantity.unit.name if quantity else "",
        "derived": figure.formula,
        "source": figure.place,
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "change": sentence.change,
        **_place(sentence),
        "before": sentence.before,
        "after": sentence.after,
        "facts": list(sentence.facts),
        "stretches": [{"op": stretch.op, "text": text_of(stretch.tokens)} for stretch in sentence.stretches],
    }


def _place(sentence: Sentence) -> dict[str, Any]:
    origin = sentence.origin
    return {
        "heading": sentence.under,
        "row": sentence.row,
        "path": origin.path if origin else "",
        "line": origin.line if origin else 0,
        "key": origin.key if origin else "",
    }


def _finding(finding: Finding) -> dict[str, Any]:
    row = {key: getattr(finding, key) for key in ("code", "name", "kind", "message", "path", "line", "quote", "acknowledged")}
    return row | {"severity": finding.severity.value, "facts": list(finding.facts)}
