"""What the words before a figure name: its subject."""

from __future__ import annotations

from . import turns, words
from .roles import CHANGES, Role

_WITH_YEAR = 6
"""Characters of a name of two with a year behind it, less one."""


def subject_of(lead: str, role: Role) -> str:
    """Return what the lead names, without period, role and verb; for a change without 比上年."""
    if role in CHANGES:
        if lead in turns.PLAIN_CHANGES:
            return ""
        found = turns.change_in(lead)
        rest = lead[: found.start()] if found else lead
        if rest[:1] in words.FRONT_BEGINS:
            rest = _without_front(rest)
        if words.COMPARISON.match(rest):
            return ""
        compares = words.COMPARES.search(rest)
        own = (rest[: compares.start()] if compares else rest).strip().removesuffix("同口径").removesuffix("按")
        return own or (rest[2:] if words.COMPARED_NAME.match(rest) else "")
    rest = _without_front(lead) if lead[0] in words.FRONT_BEGINS else lead
    if rest and rest[-1] in words.BACK_ENDS:
        rest = words.without_back(rest)
    if rest and rest[-1] == "年" and len(rest) > _WITH_YEAR and rest[-5:-1].isdigit():
        rest = rest[:-5]  # 农业总产值2011年达到9515万元
    return rest.strip(" “”")


def _without_front(lead: str) -> str:
    front = words.FRONT.match(lead)
    return lead[front.end() :] if front else lead
