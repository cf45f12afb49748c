"""Who has reviewed a report and let a finding stand: an office or a post, which outlasts the person and tells nobody's name."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..facts.factset import FactSet, node_at
from ..facts.review import STEPS
from ..facts.source import Mapping, Node, Scalar, Sequence
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import NO_NAMES, SURNAMES, found
from .places import scalar_place

#: How words for offices, posts and places end: 林业局, 石油科 and 金融办 begin like names.
_ENDS = "局科处室股办委组所站厅部院中心队会社团校馆厂司府道镇乡村县市区长员任师记席导事管"
#: A name alone, behind a post or an office (局长王某), or a surname before a post (王局长).
_PERSON = lazy(
    rf"(?:[\u4e00-\u9fff]*[{_ENDS}])?(?P<name>(?!{NO_NAMES})[{SURNAMES}][^\W\d_{_ENDS}]{{1,2}})(?:同志)?"
    rf"|(?P<titled>[{SURNAMES}]副?(?:主任|书记|[局科处所站县市镇乡部院组]长))"
)
_WORD = lazy(r"\w+")


def signers(facts: FactSet) -> Iterator[Finding]:
    """Yield who is named where a post is meant."""
    for node in _named(facts):
        for word in _WORD.finditer(node.text):
            if match := _PERSON.fullmatch(node.text, *word.span()):
                group = "name" if match["name"] else "titled"
                message = _("this looks like a person's name: {text}").format(text=match[group])
                yield found("META006", message, scalar_place(facts, node, *match.span(group)), hint=_("write the office or the post"))


def _named(facts: FactSet) -> Iterator[Scalar]:
    """Every value of ``by`` (岗位, 确认人)."""
    nodes: list[Node | None] = [node_at(facts, f"report.review|审核.{name}|{alias}.by|岗位") for name, alias in STEPS.items()]
    listed = node_at(facts, "report.acknowledged|确认")
    for item in listed.items if isinstance(listed, Sequence) else ():
        if isinstance(item, Mapping):
            nodes.append(item.items.get("by") or item.items.get("确认人"))
    yield from (node for node in nodes if isinstance(node, Scalar))


explained(
    Explanation(
        "META006",
        "person-for-a-post",
        "metadata",
        Severity.WARNING,
        N_("Whoever prepared, reviewed or signed a report, or let a finding stand, is named by office or post, not by a person's name."),
        N_("The file goes from hand to hand and from year to year: the post stays true, and the name is personal data."),
        "signed: {by: 王某某, date: 2024-01-07}",
        "signed: {by: 局长, date: 2024-01-07}",
        N_("Write the office or the post; the person signs the review sheet by hand."),
    )
)
