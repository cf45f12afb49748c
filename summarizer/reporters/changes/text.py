"""Text for the terminal: each figure that changed, by how much, and the sentences it stands in with the change marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...changes.comparison import Comparison
from ...changes.figures import Difference
from ...changes.sentences import Sentence
from ...changes.words import text_of
from ...i18n import gettext as _
from ..base import SEVERITY_WORDS, ReportOptions
from ..excerpt import clean, width
from .base import Counts, about, amounts, groups, listed, name_of, place, split, spot, summary, under, written

_BOLD, _DIM, _GONE, _NEW = "1", "2", "31;9", "32;4"
_SIGNS = {"gone": ("[-", "-]", _GONE), "new": ("{+", "+}", _NEW), "same": ("", "", "")}
#: Unchanged words on either side of a change that are shown, in characters.
_AROUND = 22


def write(comparison: Comparison, options: ReportOptions) -> str:
    """Return the comparison as lines for a terminal or a file."""
    return "\n".join(_Text(comparison, options).lines()) + "\n"


class _Text:
    def __init__(self, comparison: Comparison, options: ReportOptions) -> None:
        self.comparison = comparison
        self.options = options
        self.shown: set[int] = set()

    def lines(self) -> Iterator[str]:
        yield _("before: {name}").format(name=clean(self.comparison.before.name))
        yield _("after:  {name}").format(name=clean(self.comparison.after.name))
        yield ""
        for part in (self._figures, self._sentences, self._particulars, self._findings):
            if lines := list(part()):
                yield from (*lines, "")
        if any(sentence.change != "same" for sentence in self.comparison.sentences):
            yield f"[-{_('before')}-] {{+{_('after')}+}}"
        yield summary(self.comparison)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.options.colour and style and text else text

    def _head(self, text: str, number: int) -> str:
        return self._styled(_("{head}: {n}").format(head=text, n=number), _BOLD)

    def _figures(self) -> Iterator[str]:
        changed, called = split(self.comparison)
        if changed:
            yield self._head(_("Figures that changed"), len(changed))
        for difference in changed:
            yield ""
            yield from self._figure(difference)
        if called:
            yield from [""] if changed else []
            yield self._head(_("Figures of which only the id changed"), len(called))
            for one in called:
                old, new = (clean(figure.fact) if figure else "" for figure in (one.before, one.after))
                yield f"  {old} → {new}  {self._styled(clean(one.figure.text), _DIM)}"

    def _figure(self, difference: Difference) -> Iterator[str]:
        figure, name = difference.figure, name_of(difference)
        yield f"  {self._styled(clean(name), _BOLD)}" + (f"  {self._styled(clean(figure.fact), _DIM)}" if name != figure.fact else "")
        before, after = (_shown(item.text) if item else "" for item in (difference.before, difference.after))
        values = [self._styled(before, "31"), "→", self._styled(after, "32")] if before and after else [before or after]
        yield "    " + " ".join((*values, *(f"({part})" for part in (amounts(difference), about(difference)) if part)))
        if source := written(self.comparison, difference):
            yield "    " + _("written in {place}").format(place=clean(source))
        uses = self.comparison.uses(difference)
        for sentence in uses:
            yield from self._sentence(sentence)
        if not uses:
            yield "    " + _("not used in the document")

    def _sentence(self, sentence: Sentence) -> Iterator[str]:
        yield "    " + "  ".join(clean(part) for part in (under(self.comparison, sentence), place(sentence)) if part)
        if id(sentence) in self.shown:
            yield "      " + _("(as above)")
            return
        self.shown.add(id(sentence))
        yield from self._wrapped(_marked(sentence), 6)

    def _wrapped(self, pieces: Iterable[tuple[str, str]], indent: int) -> Iterator[str]:
        """Yield lines that the terminal need not break."""
        room = max(self.options.width - indent, 20)
        line, left = " " * indent, room
        for text, style in pieces:
            start = 0
            for at, char in enumerate(text):
                if width(char) > left:
                    yield line + self._styled(text[start:at], style)
                    line, left, start = " " * indent, room, at
                left -= width(char)
            line += self._styled(text[start:], style)
        yield line

    def _sentences(self) -> Iterator[str]:
        changed = [sentence for sentence in listed(self.comparison.sentences) if id(sentence) not in self.shown]
        # What only figures changed in stands under its figures, unless those are not known.
        changed += [one for one in self.comparison.sentences if one.change == "figures" and id(one) not in self.shown]
        if changed:
            yield self._head(_("Other sentences that changed"), len(changed))
            words = {"wording": "", "new": _("new"), "gone": _("gone"), "moved": _("moved"), "figures": ""}
            for sentence in changed:
                yield ""
                head, *rest = self._sentence(sentence)
                yield head + (f"  ({words[sentence.change]})" if words[sentence.change] else "")
                yield from rest
        if number := Counts.of(self.comparison).numbering:
            yield from [""] if changed else []
            yield _("Numbering moved on in {n} places").format(n=number)

    def _particulars(self) -> Iterator[str]:
        if self.comparison.particulars:
            yield self._head(_("Particulars of publication"), len(self.comparison.particulars))
            for label, before, after in self.comparison.particulars:
                yield "  " + _("{label}: {before} → {after}").format(label=clean(label), before=_shown(before), after=_shown(after))

    def _findings(self) -> Iterator[str]:
        for number, (head, state, findings) in enumerate(groups(self.comparison)):
            yield from [""] if number else []
            yield self._head(head, len(findings))
            for finding in findings:
                known = f" ({clean(finding.acknowledged)})" if finding.acknowledged else ""
                severity = _(SEVERITY_WORDS[finding.severity])
                yield f"  {clean(spot(state, finding))}: {severity} {finding.code} {clean(finding.message)}{known}"


def _marked(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield the words with their styles, long stretches without a change cut short, and one that moved to its beginning."""
    stretches = sentence.stretches
    if sentence.moved:
        yield _short(clean(sentence.before or sentence.after), first=False, last=True), ""
        return
    for number, stretch in enumerate(stretches):
        text = clean(text_of(stretch.tokens))
        if stretch.op == "same" and len(stretches) > 1:
            text = _short(text, first=number == 0, last=number == len(stretches) - 1)
        opens, closes, style = _SIGNS[stretch.op]
        yield f"{opens}{text}{closes}" if text else "", style


def _shown(text: str) -> str:
    return clean(text) or _("(blank)")


def _short(text: str, *, first: bool, last: bool) -> str:
    """Return the words beside a change: those before the first one, behind the last one, or between two."""
    limit = _AROUND if first or last else 2 * _AROUND
    if len(text) <= limit + 2:
        return text
    if first:
        return f"…{text[-limit:]}"
    return f"{text[:limit]}…" if last else f"{text[:_AROUND]}…{text[-_AROUND:]}"
