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
from .facts.problems import Problems, nearest
from .facts.source import Mapping, Node, Scalar
from .findings import Finding, Severity
from .i18n import N_
from .i18n import gettext as _
from .quantities import parse_date

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
    node = facts.report.acknowledged
    found = [_read(item, problems) for item in (problems.items(node, "acknowledged") if node is not None else ())]
    problems.raise_any()
    return tuple(item for item in found if item is not None)


def _read(node: Node, problems: Problems) -> Acknowledgement | None:
    mapping = problems.mapping(node, "acknowledged")
    if mapping is None:
        return None
    fields = _fields(mapping, _KEYS, _(" under acknowledged"), problems)
    missing = [name for name in ("code", "at", "reason") if name not in fields]
    if missing:
        problems.add(
            FactError(
                _("an acknowledgement lacks {keys}").format(keys=", ".join(missing)),
                where=node.where,
                hint=_("give the code, the place (a fact's id) and the reason"),
            )
        )
        return None
    texts = {name: problems.text(value, name) or "" for name, value in fields.items() if name in ("code", "reason", "by", "until")}
    if not texts["reason"] and not (isinstance(fields["reason"], Scalar) and fields["reason"].missing):
        problems.add(FactError(_("an acknowledgement needs a reason"), where=fields["reason"].where, hint=_("say why it stays as it is")))
    if texts["code"]:
        known_code(texts["code"], fields["code"].where, problems)
    return Acknowledgement(
        texts["code"],
        texts["reason"],
        node.where,
        **_at(fields["at"], problems),
        by=texts.get("by", ""),
        until=_until(texts.get("until", ""), fields.get("until"), problems),
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


def _fields(mapping: Mapping, keys: dict[str, str], where: str, problems: Problems) -> dict[str, Node]:
    """Return the values by the English names of their keys."""
    names = {**{name: name for name in keys}, **{alias: name for name, alias in keys.items()}}
    seen: dict[str, Scalar] = {}
    fields: dict[str, Node] = {}
    for written, value in mapping:
        name = names.get(written.text)
        if name is None:
            problems.unknown(written, names, where)
        elif name in seen:
            problems.twice(written, seen[name])
        else:
            seen[name], fields[name] = written, value
    return fields


def _at(node: Node, problems: Problems) -> dict[str, str]:
    if isinstance(node, Mapping):
        found = {name: problems.text(value, name) or "" for name, value in _fields(node, _AT, _(" under at"), problems).items()}
        if not any(found.values()):
            problems.add(FactError(_("`at` needs a fact's id, or a `quote`"), where=node.where))
        return found
    text = problems.text(node, "at")
    if text == "":
        problems.add(FactError(_("`at` needs a fact's id, or a `quote`"), where=node.where))
    return {"fact": text or ""}


def _until(text: str, node: Node | None, problems: Problems) -> datetime.date | None:
    if not text or not isinstance(node, Scalar):
        return None
    try:
        last = parse_date(text).last
    except FigureError as error:
        problems.add(FigureError(error.message, where=node.where, written=text, hint=error.hint))
        return None
    if last is None:
        problems.add(FigureError(_("`until` needs a year"), where=node.where, written=text, hint=_("for example: until: 2027-12-31")))
    return last


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
