"""A list of names as it is written: what stands between the 、, and how many that may be."""

from __future__ import annotations

from dataclasses import dataclass

from ..patterns import lazy

LONGEST = 400
"""Characters of a list that is read."""
OPEN = "等"
BRACKETED = lazy(r"\([^()]*\)")
_QUOTED = lazy(r"“[^“”]*”")
_BESIDE = lazy("”[ ]*“")
_AND = lazy(r"(?<=[^共饱温总缓])和(?!谐|平|美|合|睦)|以?及(?!时|其|格)|与(?!会)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it is written.

    Args:
        names: between the 、. spare: how many more there may be where a name with 和 is two.
        open: it ends with 等.
    """

    names: tuple[str, ...]
    spare: int
    open: bool
    start: int
    end: int

    def length_near(self, stated: int) -> int:
        """Return the length that is nearest to what is stated."""
        least, most = len(self.names), len(self.names) + self.spare
        return min(max(stated, least), most)


def split(text: str, offset: int) -> Listed:
    """Read a list of names: what stands between the 、, with brackets and what is quoted kept whole."""
    masked = text.rstrip()
    open_ = masked.endswith(OPEN)
    if open_:
        masked = masked[: -len(OPEN)]
    if "(" in masked:
        masked = BRACKETED.sub(lambda m: "\x00" * len(m.group()), masked)
    together = 0
    if "“" in masked:
        masked = _QUOTED.sub(lambda m: "\x01" * len(m.group()), masked)
        together = len(_BESIDE.findall(text))  # “甲”“乙” stand beside each other without 、.
    if "," in masked:
        masked = masked.replace(",", "、")
    names = tuple([part for part in masked.split("、") if part and not part.isspace()])
    # 和 joins the last name to the others; in those before it belongs to a name.
    spare = (1 if names and _AND.search(names[-1]) else 0) + together
    return Listed(names, spare, open_, offset, offset + len(text))


def uneven(listed: Listed, of: tuple[str, ...] | None = None) -> bool:
    """Whether one name is so much longer than the others that the mark in it may not divide names.

    Args:
        of: the names to look at. The first of a list in front of its number holds the verb too, and tells nothing.
    """
    sizes = sorted(len(name) for name in (listed.names if of is None else of))
    return bool(sizes) and sizes[-1] > 4 * max(2, sizes[(len(sizes) - 1) // 2])
