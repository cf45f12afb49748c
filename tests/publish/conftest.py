"""A report that the gate lets through, pages that cost nothing, and a publisher with a clock of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from summarizer.publish import prepare as preparing
from summarizer.publish import release
from summarizer.publish.model import Entry, Version
from summarizer.publish.prepare import Prepared, prepare
from summarizer.publish.publisher import CHINA, Publisher
from summarizer.publish.site.model import REQUIRED
from summarizer.writers.html_body import Body
from tests.conftest import Folder

TODAY = date(2026, 11, 28)

REVIEWED = """\
metadata:
  index_number: 113300000024840011/2024-00012
  openness: 主动公开
  publisher: 县林业局
  category: 计划总结
  published: 2024-01-10
  source: 县林业局
  breadcrumb: [首页, 政务公开, 计划总结]
review:
  prepared: {by: 办公室, date: 2024-01-05}
  reviewed: {by: 分管副局长, date: 2024-01-06}
  signed: {by: 局长, date: 2024-01-07}
"""


@dataclass
class PlainPages:
    """Pages that hold the text and its figures, and nothing else."""

    required: tuple[str, ...] = REQUIRED
    look: str = ""
    settings: Path | None = None

    def address(self, entry: Entry, version: int = 0) -> str:
        return f"art/{entry.serial}{f'_v{version}' if version else ''}.html"

    def folder(self, entry: Entry, version: int) -> str:
        return f"art/{entry.serial}_files/v{version}"

    def render(self, entries: Sequence[Entry], built: datetime) -> dict[str, bytes]:
        files = {"index.html": "".join(f"<p>{entry.id}: {entry.current.number}</p>" for entry in entries).encode()}
        for entry in entries:
            if entry.withdrawal:
                files[self.address(entry)] = f"<h1>已撤回</h1><p>{entry.withdrawal.reason}</p>".encode()
                continue
            for version in entry.versions:
                shown = 0 if version is entry.current else version.number
                files[self.address(entry, shown)] = self._page(version)
                facts = [asdict(fact) for fact in version.facts]
                files[f"{self.folder(entry, version.number)}/facts.json"] = json.dumps({"facts": facts}, ensure_ascii=False).encode()
        return files

    def _page(self, version: Version) -> bytes:
        text = Body(draft=False).blocks(version.document.body)
        return f"{self.look}<h1>{version.document.title_text}</h1><div id='page-text'>{text}</div>".encode()


@dataclass
class Clock:
    """A clock that a test sets."""

    time: datetime = field(default_factory=lambda: datetime(2026, 11, 28, 9, 30, tzinfo=CHINA))

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def reviewed(folder: Folder) -> Folder:
    """A small report that nothing stands against."""
    return folder.write("report.yaml", folder.read("report.yaml") + REVIEWED)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[Folder], Prepared]:
    """Prepare a report without its PDF, which costs most of the time."""
    monkeypatch.delitem(release.OFFERED, "pdf")
    monkeypatch.setattr(preparing, "preload", lambda: type("Nothing", (), {"join": lambda self: None})())
    return lambda folder: prepare(folder.path, REQUIRED, TODAY)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "www" / "site"


@pytest.fixture
def publisher(site: Path) -> Publisher:
    return Publisher(site, PlainPages(), Clock())
