"""The findings of a draft in HTML: marks in the text, numbers behind them, and the list at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .marking import Marking, Opinion
from .wording import legal


@dataclass(frozen=True, slots=True)
class Atom:
    """Finished HTML that a mark takes as a whole.

    Args:
        under: numbers of the opinions on it. closes: those that end behind it.
    """

    html: Markup
    under: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def glued(parts: Iterable[Markup]) -> Markup:
    """Return finished HTML in a row; ``Markup.join`` would look at each part again, whether it is to be escaped."""
    return Markup("".join(parts))


def joined(atoms: Iterable[Atom], marking: Marking | None, seen: set[int]) -> Markup:
    """Return ``atoms`` in a row: neighbours under the same opinions in one mark of their gravest kind, the numbers behind.

    Args:
        seen: opinions whose number was set already; the first one of each is the target of its link back.
    """
    if marking is None:
        return glued(atom.html for atom in atoms)
    groups: list[list[Atom]] = []
    for atom in atoms:
        if not groups or groups[-1][-1].closes or groups[-1][-1].under != atom.under:
            groups.append([])
        groups[-1].append(atom)
    made = Markup("")
    for group in groups:
        inside, under = glued(atom.html for atom in group), group[0].under
        made += Markup('<mark class="{}">{}</mark>').format(marking.worst(under), inside) if under and inside else inside
        made += references(group[-1].closes, seen)
    return made


def references(numbers: Iterable[int], seen: set[int]) -> Markup:
    """Return links from the text to these opinions in the list."""
    made = Markup("")
    for number in numbers:
        target = "" if number in seen else Markup(' id="mark-{}"').format(number)
        seen.add(number)
        made += Markup('<a{0} href="#finding-{1}" aria-label="校核意见{1}">[{1}]</a>').format(target, number)
    return Markup('<sup class="ref">{}</sup>').format(made) if made else made


def opinion_rows(marking: Marking | None, words: Callable[[str], Markup]) -> list[dict[str, Any]]:
    """Return the opinions as the templates list them; ``words`` escapes a text as the format wants it."""
    return [_row(opinion, lambda text: words(legal(text))) for opinion in marking.opinions] if marking else []


def _row(opinion: Opinion, words: Callable[[str], Markup]) -> dict[str, Any]:
    return {
        "number": opinion.number,
        "kind": opinion.kind,
        "verdict": opinion.verdict,
        "quote": words(opinion.quote),
        "message": words(opinion.finding.message),
        "details": [(label, words(text)) for label, text in opinion.details],
    }
