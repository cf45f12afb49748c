"""发文机关标志 (GB/T 9704-2012 7.2.4): its names, whether 文件 stands behind them, and how large it is."""

from __future__ import annotations

from ..document import Letterhead
from ..official import ISSUER_LARGEST, Profile
from .widths import ems

#: The word that makes a name a mark.
FILE_WORD = "文件"
#: From name to name in a joint issue, in parts of the size.
ROW = 1.3
#: Width left free beside a mark of one line, and between the names and 文件, in 字 of its size.
_AIR, BETWEEN = 0.5, 0.5
#: All names of a joint issue together are no higher than this in points: the first page must show some of the text.
_HIGHEST = 190.0
_SMALLEST = 16


def issuer_mark(head: Letterhead) -> tuple[tuple[str, ...], bool]:
    """Return the names of the 发文机关标志, and whether 文件 stands to their right, centred over all of them."""
    names = tuple(name for name in head.issuers if name)
    return names, bool(names) and not any(name.endswith(FILE_WORD) for name in names)


def issuer_points(head: Letterhead, profile: Profile) -> int:
    """Return the size of the 发文机关标志 in whole points: as large as fits beside and above the rest."""
    names, file_word = issuer_mark(head)
    longest = max(map(ems, names), default=1.0)
    if file_word:
        longest += len(FILE_WORD) + (BETWEEN if len(names) > 1 else 0)
    width = (profile.page_width - profile.left - profile.right) * 72 / 25.4
    points = min(ISSUER_LARGEST, width / (longest + _AIR))
    if len(names) > 1:
        points = min(points, _HIGHEST / ROW / len(names))
    return max(int(points), _SMALLEST)
