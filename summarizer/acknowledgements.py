"""Published figures are sometimes wrong and must stay as published: a finding is acknowledged, with a reason."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from .claims.base import EXPLANATIONS, Explanation, explained
from .errors import FactError, FigureError, Position
from .facts.factset import FactSet
from .facts.problems import Problems, nearest, spoken
from .facts.report import date_value
from .facts.source import Mapping, Node, Scalar
from .findings import Finding, Severity
from .i18n import N_, enumerated
from .i18n import gettext as _

_KEYS = {"code": "代码", "at": "位置", "reason": "理由", "by": "确认人", "until": "有效期"}
_AT = {"file": "文件", "quote": "原文"}


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A finding that somebody has looked at and lets stand.

    Args:
        code: of the finding. fact: a fact's or entry's id; or ``file`` and ``quote``, or ``file`` alone for a finding about a whole file.
        reason, by: why, and which office says so. until: after that day it counts again.
    """

    code: str
    reason: str
    where: Position
    fact: str = ""
    file: str = ""
    quote: str = ""
    by: str = ""
    until: datetime.date | None = None

    def fits(self, finding: Finding) -> bool:
        """Whether it speaks of ``finding``."""
        if finding.code != self.code:
            return False
        if self.fact:
            return any(fact == self.fact or fact.startswith(f"{self.fact}.") for fact in finding.facts)
        if self.file and self.file not in (finding.path, finding.path.rsplit("/", 1)[-1]):
            return False
        if not finding.quote:
            return bool(self.file)  # a finding about a whole file has nothing to quote
        return bool(self.quote) and (self.quote in finding.quote or finding.quote in self.quote)


def acknowledgements(facts: FactSet) -> tuple[Acknowledgement, ...]:
    """Return what the report acknowledges.

    Raises:
        FactError, ErrorGroup: an entry that lacks its code, place or reason, or names an unknown code.
    """
    problems = Problems()
    found = []
    for written, node in facts.sources["report.yaml"].root if facts.report.acknowledged is not None else ():
        if node is facts.report.acknowledged:
            found += [_read(item, written.text, problems) for item in problems.items(node, written.text)]
    problems.raise_any()
    return tuple(item for item in found if item is not None)


def _read(node: Node, parent: str, problems: Problems) -> Acknowledgement | None:
    if problems.mapping(node, parent) is None:
        return None
    fields = {name: (written, value) for name, written, value in problems.group(node, parent, _KEYS)}
    missing = [name for name in ("code", "at", "reason") if name not in fields]
    if missing:
        words = spoken(node, _KEYS)
        problems.add(
            FactError(
                _("an acknowledgement lacks {keys}").format(keys=enumerated(words[name] for name in missing)),
                where=node.where,
                hint=_("give the code, the place (a fact's id) and the reason"),
            )
        )
        return None
    texts = {name: problems.text(value, written) or "" for name, (written, value) in fields.items() if name != "at"}
    _written, reason = fields["reason"]
    if not texts["reason"] and not (isinstance(reason, Scalar) and reason.missing):
        problems.add(FactError(_("an acknowledgement needs a reason"), where=reason.where, hint=_("say why it stays as it is")))
    if texts["code"]:
        known_code(texts["code"], fields["code"][1].where, problems)
    return Acknowledgement(
        texts["code"],
        texts["reason"],
        node.where,
        **_at(*fields["at"], problems),
        by=texts.get("by", ""),
        until=_until(*fields["until"], problems) if texts.get("until") else None,
    )


def known_code(code: str, where: Position, problems: Problems) -> None:
    """Note a code that no finding has."""
    if code in EXPLANATIONS:
        return
    for package in ("summarizer.claims", "summarizer.rules"):  # a family that nothing used so far has not said its codes
        for module in iter_modules(import_module(package).__path__, f"{package}."):
            import_module(module.name)
    if code in EXPLANATIONS:
        return
    near = nearest(code, EXPLANATIONS)
    hint = _("did you mean {near}?").format(near=near) if near else _("`summarizer rules` lists them")
    problems.add(FactError(_("no finding has the code {code}").format(code=code), where=where, written=code, hint=hint))


def _at(written: str, node: Node, problems: Problems) -> dict[str, str]:
    if isinstance(node, Mapping):
        found = {name: problems.text(value, key) or "" for name, key, value in problems.group(node, written, _AT)}
    else:
        found = {"fact": problems.text(node, written) or ""}
    if not any(found.values()) and not (isinstance(node, Scalar) and node.missing):
        quote = _AT["quote"] if written == _KEYS["at"] else "quote"
        problems.add(FactError(_("`{at}` needs a fact's id, or a `{quote}`").format(at=written, quote=quote), where=node.where))
    return found


def _until(written: str, node: Node, problems: Problems) -> datetime.date | None:
    if (date := date_value(node, written, problems)) is None:
        return None
    if date.last is None:
        message, hint = _("{key} needs a year").format(key=written), _("for example: 2027-12-31")
        problems.add(FigureError(message, where=node.where, written=date.text, hint=hint))
    return date.last


def acknowledge(findings: Iterable[Finding], known: tuple[Acknowledgement, ...], today: datetime.date | None) -> tuple[Finding, ...]:
    """Return ``findings`` with reasons filled in, and findings about idle or expired acknowledgements.

    Args:
        today: an acknowledgement that ended before it counts no more; None lets all stand (in a build).
    """
    used: set[int] = set()
    result: list[Finding] = []
    for finding in findings:
        hits = [n for n, item in enumerate(known) if item.fits(finding)]
        used.update(hits)
        valid = [known[n] for n in hits if not _expired(known[n], today)]
        result.append(dataclasses.replace(finding, acknowledged=valid[0].reason) if valid else finding)
    for n, item in enumerate(known):
        if n not in used:
            result.append(
                _finding(
                    item,
                    "ACK001",
                    _("{code} at {at} is acknowledged, but there is no such finding").format(
                        code=item.code, at=item.fact or item.quote or item.file
                    ),
                    _("delete this entry, or mend its place"),
                )
            )
        elif _expired(item, today):
            result.append(
                _finding(
                    item,
                    "ACK002",
                    _("the acknowledgement of {code} at {at} ended on {until}").format(
                        code=item.code, at=item.fact or item.quote or item.file, until=item.until
                    ),
                    _("mend the figure, or extend the date with a reason"),
                )
            )
    return tuple(result)


def _expired(item: Acknowledgement, today: datetime.date | None) -> bool:
    return today is not None and item.until is not None and item.until < today


def _finding(item: Acknowledgement, code: str, message: str, hint: str) -> Finding:
    page = EXPLANATIONS[code]
    return Finding(
        code, page.name, page.kind, page.severity, message, hint=hint, path=item.where.path, line=item.where.line, column=item.where.column
    )


explained(
    Explanation(
        "ACK001",
        "idle-acknowledgement",
        "acknowledgement",
        Severity.WARNING,
        N_("Every entry under `acknowledged:` fits a finding that is really there."),
        N_("An entry that fits nothing hides nothing today, and something else tomorrow."),
        "acknowledged: RATE002 位于 indicators.beds（该指标已改正）",
        "acknowledged: RATE002 位于 indicators.beds（该指标仍有此问题）",
        N_("Delete the entry once the figure is mended; if the fact has moved, name its new id."),
    ),
    Explanation(
        "ACK002",
        "expired-acknowledgement",
        "acknowledgement",
        Severity.WARNING,
        N_("No acknowledgement is used after its `until` date."),
        N_("Who let a wrong figure stand did so for a time; afterwards somebody must look again."),
        "until: 2024-12-31（今天是2025年3月）",
        "until: 2027-12-31（今天是2025年3月）",
        N_("Look at the finding again; mend the figure, or give a new date and reason."),
    ),
)
