"""A package with a few members changed: all others keep their bytes as they lie in the file, their order and their times."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile, ZipInfo

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8 = 0x800
_DEFLATED = 8
_VERSION = 20

_Facts = tuple[int, int, int]
"""Checksum, packed and plain size."""


def rewritten(data: bytes, changed: Mapping[str, bytes], beside: str) -> bytes:
    """Return the package ``data`` with the members ``changed``; those that it lacks are put at its end.

    Args:
        changed: name → content. beside: the member whose day a new one takes.
    """
    with ZipFile(BytesIO(data)) as package:
        members, directory, comment = package.infolist(), package.start_dir, package.comment
        winners = {name: package.getinfo(name) for name in package.namelist()}
    at_offset = {member.header_offset: member for member in members}
    made = bytearray()
    offsets: dict[int, int] = {}
    fresh: dict[int, _Facts] = {}
    for start, end in pairwise(sorted({*at_offset, directory})):
        offsets[start] = len(made)
        name = at_offset[start].filename
        if name in changed and winners[name] is at_offset[start]:
            fresh[start] = _put(made, name.encode(), changed[name], _moment(at_offset[start]))
        else:
            made += data[start:end]
    entries = []
    for member, entry in zip(members, _entries(data, directory, len(members)), strict=True):
        at = member.header_offset
        kept = _entry(member.filename.encode(), _moment(member), fresh[at], member.external_attr) if at in fresh else entry
        entries.append(_at(kept, offsets[at]))
    for name in sorted(changed.keys() - winners):
        at, moment = len(made), _moment(winners[beside])
        facts = _put(made, name.encode(), changed[name], moment)
        entries.append(_at(_entry(name.encode(), moment, facts, winners[beside].external_attr), at))
    whole = b"".join(entries)
    end_record = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(whole), len(made), len(comment))
    return bytes(made) + whole + end_record + comment


def _at(entry: bytes, offset: int) -> bytes:
    return entry[:42] + struct.pack("<L", offset) + entry[46:]


def _moment(member: ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = member.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _put(made: bytearray, name: bytes, content: bytes, moment: tuple[int, int]) -> _Facts:
    """Append a member."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    facts = (zlib.crc32(content), len(packed), len(content))
    made += _LOCAL.pack(b"PK\3\4", _VERSION, _flags(name), _DEFLATED, *moment, *facts, len(name), 0) + name + packed
    return facts


def _entry(name: bytes, moment: tuple[int, int], facts: _Facts, attributes: int) -> bytes:
    fields = (_VERSION, _VERSION, _flags(name), _DEFLATED, *moment, *facts, len(name), 0, 0, 0, 0, attributes, 0)
    return _CENTRAL.pack(b"PK\1\2", *fields) + name


def _flags(name: bytes) -> int:
    return 0 if name.isascii() else _UTF8


def _entries(data: bytes, directory: int, count: int) -> Iterator[bytes]:
    """Yield the entries of the central directory as they are."""
    at = directory
    for _number in range(count):
        end = at + _CENTRAL.size + sum(struct.unpack_from("<3H", data, at + 28))
        yield data[at:end]
        at = end
