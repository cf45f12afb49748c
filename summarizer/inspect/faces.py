"""Which faces may fill a role: the official ones, their known variants, the free stand-ins."""

from __future__ import annotations

import re
from functools import lru_cache

from ..fonts import FACES
from ..official import PROFILES

#: Names under which foundries sell a face of the same style; what is not of the style (雅黑, 标宋 as 宋体) must not match.
_VARIANTS = {
    "title": re.compile(r"小标宋|xiaobiaosong|fzxbs"),
    "body": re.compile(r"仿宋|fangsong|fzfs"),
    "kai": re.compile(r"楷体|kaiti|simkai|fzkt"),
    "hei": re.compile(r"^(?:simhei|黑体)|方正黑体|华文黑体|fzht"),
    "song": re.compile(r"^(?:n?simsun|新?宋体)|书宋|fzss|stsong|华文宋体"),
    "latin": re.compile(r"timesnewroman"),
}
_TAIL = re.compile(r"(?:regular|psmt|mt)$")


def plain(name: str) -> str:
    """Return a face's name as it is compared: without marks, case and the word for its regular cut."""
    return _TAIL.sub("", re.sub(r"[\s_,\-.]", "", name.casefold()))


@lru_cache(maxsize=512)
def fits(name: str, face: str) -> str:
    """Return ``official`` for the face itself or a variant, ``stand-in`` for a free one, empty for another face.

    ``face`` is an attribute of :class:`~summarizer.official.Fonts`.
    """
    bare = plain(name)
    entry = next(item for item in FACES if item.role == face)
    if bare in {plain(real) for real in entry.real} or _VARIANTS[face].search(bare):
        return "official"
    stand_ins = {plain(entry.stand_in), plain(entry.stand_in_face), plain(entry.rare)}
    return "stand-in" if bare in stand_ins or bare.removesuffix("cn") in stand_ins else ""


@lru_cache(maxsize=512)
def is_chinese(name: str) -> bool:
    """Whether a face is one of the Chinese ones that a document may have."""
    return any(fits(name, item.role) for item in FACES if item.role != "latin") or bool(re.search(r"[\u4e00-\u9fff]", name))


def official_name(face: str) -> str:
    """Return the name that the format asks for."""
    name: str = getattr(PROFILES["gbt9704"].fonts, face)
    return name
