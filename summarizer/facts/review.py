"""``review`` in ``report.yaml``: who prepared, reviewed and signed a report, and when (先审后发)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..errors import FactError, FigureError, Position
from ..i18n import enumerated
from ..i18n import gettext as _
from ..quantities import parse_date
from .problems import Problems, spoken, wrong_type
from .source import Mapping, Node

#: The steps in their order, with their aliases.
STEPS = {"prepared": "拟稿", "reviewed": "审核", "signed": "签发"}
STEP = {"by": "岗位", "date": "日期"}
REVIEW = {**STEPS, "fingerprint": "版本指纹"}
#: So many digits of a fingerprint tell versions apart; it has 64.
SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One signature of the review.

    Args:
        by: an office or a post. day: when. written: its name as it stands in the file.
    """

    name: str
    by: str
    day: date
    where: Position
    written: str


@dataclass(frozen=True, slots=True)
class Review:
    """The review record.

    Args:
        steps: those that are filled in, in their order.
        fingerprint: the first digits of that of the version that was reviewed, in lower case; empty if not said.
    """

    where: Position
    steps: tuple[Step, ...] = ()
    fingerprint: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the steps that nobody has signed."""
        done = {step.name for step in self.steps}
        return tuple(name for name in STEPS if name not in done)


def read_review(node: Node, written: str, problems: Problems) -> Review:
    """Return the review under ``review``; ``problems`` tell what is wrong with it."""
    found: dict[str, Step] = {}
    fingerprint = ""
    for name, key, value in problems.group(node, written, REVIEW):
        if name == "fingerprint":
            fingerprint = _fingerprint(value, key, problems)
        elif step := _step(name, key, value, problems):
            found[name] = step
    steps = tuple(found[name] for name in STEPS if name in found)
    for before, after in pairwise(steps):
        if after.day < before.day:
            problems.add(
                FactError(
                    _("{later} on {day}, before {earlier} on {other}").format(
                        later=after.written, day=after.day, earlier=before.written, other=before.day
                    ),
                    where=after.where,
                    hint=_("a report is prepared, then reviewed, then signed; correct the dates"),
                )
            )
    return Review(node.where, steps, fingerprint)


def _step(name: str, written: str, node: Node, problems: Problems) -> Step | None:
    by, day, found = "", None, set()
    words = STEP if written in STEPS.values() else spoken(node, STEP)
    if not isinstance(node, Mapping):
        error = wrong_type(node, written, _("`key: value` lines"))
        problems.add(FactError(error.message, where=error.where, written=error.written, hint=how_to_sign(written, words)))
        return None
    for key_name, key, value in problems.group(node, written, STEP):
        found.add(key_name)
        text = problems.text(value, key)
        if key_name == "by":
            by = text or ""
            if text == "":
                problems.add(FactError(_("{key} is empty").format(key=key), where=value.where, hint=_("write the office or the post")))
        elif text is not None:
            day = _day(text, key, value, problems)
    if missing := [key for key in STEP if key not in found]:
        problems.add(
            FactError(
                _("{step} lacks {keys}").format(step=written, keys=enumerated(words[key] for key in missing)),
                where=node.where,
                hint=how_to_sign(written, words),
            )
        )
    return Step(name, by, day, node.where, written) if by and day else None


def how_to_sign(step: str, words: dict[str, str]) -> str:
    """Return what to write for a step.

    Args:
        step: as it is written. words: how the keys below it are.
    """
    return _("write `{step}: {{{by}: office or post, {date}: 2024-01-10}}`").format(step=step, **words)


def _day(text: str, key: str, node: Node, problems: Problems) -> date | None:
    try:
        parsed = parse_date(text)
    except FigureError as error:
        problems.add(
            FigureError(_("{key}: {message}").format(key=key, message=error.message), where=node.where, written=text, hint=error.hint)
        )
        return None
    if parsed.first is None or parsed.first != parsed.last:
        problems.add(FactError(_("{key} must be a day").format(key=key), where=node.where, written=text, hint=_("for example: 2024-01-10")))
        return None
    return parsed.first


def _fingerprint(node: Node, written: str, problems: Problems) -> str:
    text = problems.text(node, written)
    if text is None:
        return ""
    digits = re.sub(r"\s", "", text).lower()
    if not re.fullmatch(f"[0-9a-f]{{{SHORTEST},64}}", digits):
        problems.add(
            FactError(
                _("{key} must be the first {n} to 64 digits of a fingerprint").format(key=written, n=SHORTEST),
                where=node.where,
                written=text,
                hint=_("copy it from the review sheet: `summarizer publish CONTENT --review-sheet FILE`"),
            )
        )
        return ""
    return digits
