"""Rules: findings about anything that is not arithmetic. A rule is a function of a :class:`Context` and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..findings import Finding
from .base import Context, Rule
from .blank import blank as _blank
from .date import dates
from .glyph import glyph_findings, glyphs
from .metadata import metadata as _metadata
from .name import names
from .numeral import numerals
from .privacy import privacy as _privacy
from .punctuation import punctuation as _punctuation
from .unit import units
from .untraced import untraced_numbers

RULES: dict[str, Rule] = {
    rule.kind: rule
    for rule in (
        Rule("blank", _blank),
        Rule("date", dates),
        Rule("unit", units),
        Rule("numeral", numerals),
        Rule("punctuation", _punctuation),
        Rule("name", names),
        Rule("untraced", untraced_numbers),
        Rule("glyph", glyphs),
        Rule("metadata", _metadata),
        Rule("privacy", _privacy),
    )
}
"""All rules by their kind, in the order in which they run."""


def run(context: Context, kinds: Iterable[str] = ()) -> Iterator[Finding]:
    """Yield what the rules of ``kinds`` find; of all, if none is named."""
    for kind in kinds or RULES:
        yield from RULES[kind].function(context)


__all__ = ["RULES", "Context", "Rule", "glyph_findings", "run"]
