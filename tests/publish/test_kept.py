"""Pages that are not made again: the same bytes, and only where nothing that they are made from has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.publish import kept
from summarizer.publish.folder import SiteFolder
from summarizer.publish.model import Entry
from summarizer.publish.pages import SitePages
from summarizer.publish.prepare import Prepared
from summarizer.publish.publisher import Publisher
from summarizer.publish.site import Site, render_site
from summarizer.publish.site.page import Page
from summarizer.publish.site.report import Files, report_files
from summarizer.publish.store import load_entries
from summarizer.publish.verify import verify
from tests.conftest import Folder
from tests.publish.conftest import REVIEWED, Clock

Quick = Callable[[Folder], Prepared]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports whose pages were made."""
    names: list[str] = []

    def counted(page: Page, entry: Entry) -> Files:
        names.append(entry.id)
        return report_files(page, entry)

    monkeypatch.setattr(kept, "report_files", counted)
    return names


@pytest.fixture
def two(make_folder: Callable[[str], Folder], reviewed: Folder, quick: Quick) -> list[Prepared]:
    other = make_folder("water")
    other.write("report.yaml", other.read("report.yaml") + REVIEWED)
    return [quick(reviewed), quick(other)]


@pytest.fixture
def clock() -> Clock:
    return Clock()


def publisher(site: Path, clock: Clock, settings: Site = Site()) -> Publisher:  # noqa: B008 - frozen
    return Publisher(site, SitePages(settings, None, SiteFolder(site)), clock)


def whole(site: Path, clock: Clock, settings: Site) -> None:
    """Every page of the site is what it would be if all were made now."""
    entries = load_entries({path.name: path.read_bytes() for path in (site / "store").iterdir()})
    for path, data in render_site(settings, entries, clock.time).items():
        assert (site / path).read_bytes() == data, path
    assert verify(site).faults == ()


def test_only_the_new_report_is_made_and_all_is_as_if_everything_were(
    site: Path, clock: Clock, two: list[Prepared], reviewed: Folder, quick: Quick, made: list[str]
) -> None:
    publisher(site, clock).publish(two[0])
    assert made == ["forest"]
    publisher(site, clock).publish(two[1])
    assert made == ["forest", "water"]
    assert publisher(site, clock).publish(two[0]).action == ""
    assert made == ["forest", "water"]
    whole(site, clock, Site())
    reviewed.change("projects.yaml", "4100万元", "4200万元").change("report.yaml", "完成了各项任务", "完成了各项年度任务")
    publisher(site, clock).publish(quick(reviewed), "统计口径有误")
    assert made == ["forest", "water", "forest"]
    publisher(site, clock).withdraw("water", "需要核实")
    assert made == ["forest", "water", "forest", "water"]
    whole(site, clock, Site())


def test_other_settings_templates_or_program_make_all_anew(
    site: Path, clock: Clock, two: list[Prepared], made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for prepared in two:
        publisher(site, clock).publish(prepared)
    named = Site(name="示例县政府信息公开")
    made.clear()
    assert publisher(site, clock, named).publish(two[0]).action == "rebuild"
    assert set(made) == {"forest", "water"}
    whole(site, clock, named)

    templates = tmp_path / "templates"
    (templates / "site").mkdir(parents=True)
    own = Site(name="示例县政府信息公开", templates=templates)
    page = templates / "site" / "report.html.j2"
    page.write_text('{% extends "shipped/site/report.html.j2" %}', encoding="utf-8")
    publisher(site, clock, own).publish(two[0])
    made.clear()
    page.write_text('{% extends "shipped/site/report.html.j2" %}{# 改 #}', encoding="utf-8")
    publisher(site, clock, own).publish(two[0])
    assert made == ["forest", "water"]

    made.clear()
    monkeypatch.setattr(kept, "program", lambda: "another release")
    publisher(site, clock, own).publish(two[0])
    assert made == ["forest", "water"]


@pytest.mark.parametrize("note", [None, b"", b"[]", b'{"a": 1}', b'{"a": ["../../x"]}', b"\xff"])
def test_a_touched_page_and_a_lost_note(site: Path, clock: Clock, two: list[Prepared], made: list[str], note: bytes | None) -> None:
    for prepared in two:
        publisher(site, clock).publish(prepared)
    address = site / publisher(site, clock).publish(two[0]).address
    made.clear()
    address.chmod(0o644)
    address.write_text("改", encoding="utf-8")
    assert publisher(site, clock).publish(two[1]).action == "rebuild"
    assert set(made) == {"forest"}
    whole(site, clock, Site())

    made.clear()
    path = site.parent / ".site.releases" / "pages"
    path.unlink() if note is None else path.write_bytes(note)
    assert publisher(site, clock).publish(two[0]).action == ""
    assert made == ["forest", "water"]
    whole(site, clock, Site())
