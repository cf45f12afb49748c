"""What ``summarizer facts`` shows: every figure, its source, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .claims.working import amount
from .document import Block, Document, FigureRef, Heading, Paragraph, Table, inlines_of, plain
from .facts.factset import Fact, FactSet
from .i18n import gettext as _
from .quantities import Quantity


@dataclass(frozen=True, slots=True)
class Use:
    """A place in the document where a figure stands.

    Args:
        heading: the nearest heading above it. quote: some of the sentence around it.
        origin: ``file:line`` of the words around it.
        anchor: of the figure in the finished documents.
    """

    fact: str
    text: str
    heading: str
    quote: str
    origin: str
    anchor: str = ""


def uses(document: Document, fact_id: str = "") -> Iterator[Use]:
    """Yield every use of a fact in reading order, those inside computed figures too; of all figures without one."""
    heading = ""
    for block in document.blocks():
        heading = _heading(block) or heading
        for content in inlines_of(block):
            for n, inline in enumerate(content):
                if isinstance(inline, FigureRef) and (not fact_id or inline.fact == fact_id or fact_id in inline.fact.split()):
                    quote = (plain(content[:n])[-14:] + f"【{inline.text}】" + plain(content[n + 1 :])[:14]).strip()
                    origin = block.origin
                    yield Use(inline.fact, inline.text, heading, quote, f"{origin.path}:{origin.line}" if origin else "", inline.anchor)


def _heading(block: Block) -> str:
    if isinstance(block, Heading):
        return block.number + plain(block.content)
    if isinstance(block, Paragraph) and block.level:
        return block.number + plain(block.lead).removesuffix("。")
    return _("table") if isinstance(block, Table) else ""


def matching(facts: FactSet, patterns: tuple[str, ...]) -> list[Fact]:
    """Return the facts that any pattern matches: an id, an id with ``*``, an entry's id, or part of a label.

    Raises:
        FactError: a pattern matches nothing; names the nearest id.
    """
    found: dict[str, Fact] = {}
    for pattern in patterns:
        hits = facts.match(pattern) or [fact for fact in facts.facts.values() if fact.id.startswith(f"{pattern}.") or pattern in fact.label]
        if not hits:
            facts.fact(pattern)
        found |= {fact.id: fact for fact in hits}
    return list(found.values())


def known(fact: Fact) -> list[tuple[str, str]]:
    """Return label and value of what is known of a figure besides its text and source."""
    told = fact.provenance
    rows = [(_("stands for"), _interval(fact.quantity))] if fact.quantity is not None and not fact.quantity.is_blank else []
    pairs = (
        (_("as of"), told.as_of.display if told.as_of else ""),
        (_("section"), told.section),
        (_("basis"), told.basis),
        (_("evidence"), told.evidence),
        (_("status"), told.status),
    )
    return rows + [(label, value) for label, value in pairs if value]


def _interval(quantity: Quantity) -> str:
    """What a figure allows, in its own scale and unit."""
    interval = quantity.interval()
    low = _("{n} or more").format(n=amount(interval.low, quantity)) if interval.low is not None else ""
    high = _("up to {n}").format(n=amount(interval.high, quantity)) if interval.high is not None else ""
    if interval.is_point and interval.low is not None:
        return _("exactly {n}").format(n=amount(interval.low, quantity))
    if interval.low is not None and interval.high is not None:
        return _("{low} to {high}").format(low=amount(interval.low, quantity), high=amount(interval.high, quantity))
    return low or high
