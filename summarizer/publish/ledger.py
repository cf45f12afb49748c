"""``ledger.jsonl``: one line for each time the site changed, each with the hash of the line before.

A line says which files are new or different and which are gone, so that all lines together tell every file of the site with its hash. A
ledger beside its site proves that the two agree; that nobody wrote both anew is proved by a head hash that was printed and signed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from ..i18n import gettext as _
from ..jsons import read_json
from ..manifest import digest

NAME = "ledger.jsonl"
#: What the first line names as the one before.
NOTHING = "0" * 64


@dataclass(frozen=True, slots=True)
class Line:
    """One change of the site.

    Args:
        number: counted from 1. previous: hash of the line before.
        when: ISO with seconds and offset. action: ``publish``, ``correct``, ``republish``, ``withdraw`` or ``rebuild``.
        report: the report's id; empty where only pages were made anew. version: its number; 0 for none.
        files: new and changed ones with their SHA-256. gone: those removed.
        tree: hash of all files of the site then.
    """

    number: int
    previous: str
    when: str
    action: str
    report: str
    version: int
    reason: str
    files: dict[str, str]
    gone: tuple[str, ...]
    tree: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not agree.

    Args:
        kind: ``ledger``, ``missing``, ``changed``, ``extra``, ``time`` or ``head``.
        path: the file concerned, relative to the site. line: of the ledger; 0 for none.
        message, hint: in the user's language.
    """

    kind: str
    path: str
    message: str
    hint: str = ""
    line: int = 0

    def __str__(self) -> str:
        path = self.path if self.path.isprintable() else ascii(self.path)
        place = f"{path}:{self.line}" if self.line else path
        return f"{place}: {self.message}"


@dataclass(slots=True)
class Ledger:
    """A ledger that was read.

    Args:
        data: its bytes. lines: as far as they could be read. hashes: of each line. files: all files of the site with their hashes.
    """

    data: bytes = b""
    lines: list[Line] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The hash of the last line."""
        return self.hashes[-1] if self.hashes else NOTHING

    @property
    def last(self) -> datetime | None:
        """When the site changed last."""
        return moment(self.lines[-1].when) if self.lines else None

    def written(self, files: Mapping[str, str], when: datetime, action: str, report: str = "", version: int = 0, reason: str = "") -> bytes:
        """Return the ledger with one more line: from now on the site holds ``files``."""
        new = {path: hashed for path, hashed in sorted(files.items()) if self.files.get(path) != hashed}
        gone = tuple(sorted(path for path in self.files if path not in files))
        stamp = when.isoformat(timespec="seconds")
        line = Line(len(self.lines) + 1, self.head, stamp, action, report, version, reason, new, gone, tree_hash(files))
        text = json.dumps(asdict(line), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return self.data + text.encode() + b"\n"


def tree_hash(files: Mapping[str, str]) -> str:
    """Return the hash of all names and hashes."""
    return digest("".join(f"{hashed}  {path}\n" for path, hashed in sorted(files.items())).encode("utf-8", "surrogatepass"))


def moment(text: str) -> datetime | None:
    """Return an ISO time with its offset, None if it is none."""
    try:
        when = datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return None
    return when if when.tzinfo else None


def read_ledger(data: bytes) -> Ledger:
    """Return the ledger in ``data``; what is wrong with it is among its faults, and reading ends there."""
    ledger = Ledger(data)
    ledger.faults += _read(ledger)
    return ledger


def _read(ledger: Ledger) -> Iterator[Fault]:
    if not ledger.data:
        yield _fault(0, _("the ledger is empty"))
        return
    if not ledger.data.endswith(b"\n"):
        yield _fault(ledger.data.count(b"\n") + 1, _("the last line is cut off"))
    for number, raw in enumerate(ledger.data.split(b"\n")[:-1], 1):
        line = _line(raw)
        if line is None:
            yield _fault(number, _("this line is no entry of a ledger"))
            return
        if line.number != number or line.previous != ledger.head:
            yield _fault(number, _("this line does not follow the one before: its hash is another"))
            return
        when = moment(line.when)
        if when is None or (ledger.last and when < ledger.last):
            yield Fault("time", NAME, _("this line is dated {when}, before the one above it").format(when=line.when), line=number)
        ledger.files |= line.files
        for path in line.gone:
            ledger.files.pop(path, None)
        ledger.lines.append(line)
        ledger.hashes.append(digest(raw))
        if line.tree != tree_hash(ledger.files):
            yield _fault(number, _("the files named up to this line are not those it was written for"))
            return


def _line(raw: bytes) -> Line | None:
    try:
        values: dict[str, Any] = read_json(raw)
        line = Line(**{**values, "gone": tuple(values["gone"])})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(line.number, int) or not isinstance(values["files"], dict):
        return None
    texts = (line.previous, line.when, line.action, line.report, line.reason, line.tree, *line.files.values(), *line.files, *line.gone)
    sound = all(isinstance(text, str) for text in texts) and all(map(_inside, (*line.files, *line.gone)))
    return line if sound else None


def _inside(path: str) -> bool:
    """Whether a path stays inside the site."""
    return not path.startswith("/") and ".." not in path.split("/")


def _fault(line: int, message: str) -> Fault:
    return Fault("ledger", NAME, message, _("bring the site back from a copy whose head hash was printed"), line)
