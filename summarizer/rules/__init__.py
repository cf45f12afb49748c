"""Rules: findings about anything that is not arithmetic. A rule is a function of a :class:`Context` and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..findings import Finding
from ..memos import forget
from .base import Context, Rule

RULES: dict[str, Rule] = {
    rule.kind: rule
    for rule in (
        Rule("blank", "blank", "blank"),
        Rule("date", "date", "dates"),
        Rule("unit", "unit", "units"),
        Rule("numeral", "numeral", "numerals"),
        Rule("punctuation", "punctuation", "punctuation"),
        Rule("wording", "wording", "wording"),
        Rule("name", "name", "names"),
        Rule("untraced", "untraced", "untraced_numbers"),
        Rule("glyph", "glyph", "glyphs"),
        Rule("unseen", "unseen", "unseen"),
        Rule("metadata", "metadata", "metadata"),
        Rule("privacy", "privacy", "privacy"),
    )
}
"""All rules by their kind, in the order in which they run; a module is imported when its rule first runs."""

#: The rules that facts and the document's own data can break; the others are about anybody's prose.
OF_FACTS = ("blank", "date", "unit", "untraced", "glyph", "unseen", "metadata", "privacy")


def run(context: Context, kinds: Iterable[str] = ()) -> list[Finding]:
    """Return what the rules of ``kinds`` find; of all, if none is named."""
    return run_together([context], kinds)[0]


def run_together(contexts: Sequence[Context], kinds: Iterable[str] = ()) -> list[list[Finding]]:
    """Return the same for several contexts; each rule goes through all of them before the next one does, as relations do."""
    findings: list[list[Finding]] = [[] for _context in contexts]
    # All are imported before the first runs: the marks that they look for together are then one pattern from the beginning.
    try:
        for rule in [RULES[kind].function for kind in kinds or RULES]:
            for context, found in zip(contexts, findings, strict=True):
                found += rule(context)
    finally:
        forget()
    return findings


__all__ = ["OF_FACTS", "RULES", "Context", "Rule", "run", "run_together"]
