"""Saves of every kind reach the board: the real folder, really watched."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from summarizer.preview.board import Board, State
from summarizer.preview.follow import Follower, stamp
from tests.conftest import Folder
from tests.preview.conftest import FAULTY, SETTINGS

Scene = Callable[["Watched"], Awaitable[None]]


class Watched:
    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.board = Board()
        self.follower = Follower(folder.path, self.board)

    def html(self, name: str) -> str:
        return "".join(fragment.html for fragment in self.board.state.parts.get(name, ()))

    def text(self) -> str:
        return re.sub("<[^>]+>", "", self.html("sheet"))

    async def until(self, good: Callable[[], bool]) -> State:
        async with asyncio.timeout(8):
            while not good():
                await self.board.later(self.board.state.number)
        return self.board.state

    async def shows(self, text: str) -> None:
        await self.until(lambda: text in self.text())


def watched(folder: Folder, scene: Scene) -> None:
    """Follow ``folder`` while ``scene`` plays."""

    async def playing() -> None:
        watched = Watched(folder)
        task = asyncio.create_task(watched.follower.run())
        try:
            await watched.until(lambda: watched.board.state.number > 0)
            await scene(watched)
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    asyncio.run(playing())


def test_saves_in_place_and_by_rename_and_of_several_files_at_once(folder: Folder) -> None:
    async def scene(on: Watched) -> None:
        await on.shows("7600")
        folder.change("projects.yaml", "7600万元", "7700万元")
        await on.shows("7700")
        beside = folder.path / ".projects.yaml.swp"
        beside.write_text(FAULTY.replace("7600万元", "7800万元"), encoding="utf-8")
        beside.replace(folder.path / "projects.yaml")
        await on.shows("7800")
        number = on.board.state.number
        folder.change("projects.yaml", "7800万元", "7900万元").change("report.yaml", "示例县林业局", "示例县水利局")
        await on.until(lambda: "7900" in on.text() and "示例县水利局" in on.text())
        assert on.board.state.number <= number + 2
        assert on.board.state.figures["projects.park.invested"] == ("森林公园完成投资", "7900万元")

    watched(folder, scene)


def test_a_broken_save_keeps_the_page_and_says_what_to_do(folder: Folder) -> None:
    async def scene(on: Watched) -> None:
        before = on.html("sheet")
        folder.change("projects.yaml", "invested: 7600万元", "invested: 很多")
        await on.until(lambda: bool(on.html("trouble")))
        assert on.html("sheet") == before
        trouble = on.html("trouble")
        line = folder.read("projects.yaml").split("\n").index("  invested: 很多") + 1
        assert f"projects.yaml:{line}:" in trouble
        assert "<code>很多</code>" in trouble
        assert "last page that could be read" in trouble
        folder.section(FAULTY)
        await on.until(lambda: not on.html("trouble"))

    watched(folder, scene)


def test_all_mistakes_of_a_save_are_told(folder: Folder) -> None:
    async def scene(on: Watched) -> None:
        folder.change("projects.yaml", "invested: 7600万元", "invested: 很多").change("projects.yaml", "total: 2亿元", "totale: 2亿元")
        await on.until(lambda: on.html("trouble").count("<li>") == 2)

    watched(folder, scene)


def test_half_a_save_is_not_told(folder: Folder) -> None:
    async def scene(on: Watched) -> None:
        whole = FAULTY.replace("7600万元", "7700万元").encode()
        told: list[str] = []

        async def listener() -> None:
            number = on.board.state.number
            while True:
                number = (await on.board.later(number)).number
                told.append(on.html("trouble"))

        task = asyncio.create_task(listener())
        for end in (0, 40, 200, len(whole)):
            folder.write("projects.yaml", whole[:end])
            await asyncio.sleep(0.05)
        await on.shows("7700")
        task.cancel()
        assert not any(told)

    watched(folder, scene)


def test_files_come_and_go(folder: Folder) -> None:
    async def scene(on: Watched) -> None:
        folder.write("parks.yaml", "heading: 建公园\nfacts:\n  number: 3个\ntext: |\n  建成公园{{ number }}。\n")
        folder.change("report.yaml", "sections: [projects]", "sections: [projects, parks]")
        await on.shows("建成公园")
        (folder.path / "parks.yaml").unlink()
        await on.until(lambda: "parks" in on.html("trouble"))
        folder.write("report.yaml", SETTINGS)
        await on.until(lambda: not on.html("trouble"))
        assert "建成公园" not in on.text()
        (folder.path / "report.yaml").unlink()
        await on.until(lambda: "report.yaml" in on.html("trouble"))

    watched(folder, scene)


def test_templates_of_the_report_are_followed(folder: Folder) -> None:
    own = '{% extends "shipped/summary.md.j2" %}{% block closing %}特此报告。{% endblock %}'

    async def scene(on: Watched) -> None:
        folder.write("templates/summary.md.j2", own)
        await on.shows("特此报告")
        folder.write("templates/summary.md.j2", own.replace("{% endblock %}", ""))
        await on.until(lambda: "summary.md.j2" in on.html("trouble"))
        shutil.rmtree(folder.path / "templates")
        await on.until(lambda: not on.html("trouble"))
        assert "特此报告" not in on.text()

    watched(folder, scene)


def test_a_folder_that_is_replaced_is_found_again(folder: Folder) -> None:
    async def scene(on: Watched) -> None:
        folder.path.rename(folder.path.with_name("away"))
        await on.until(lambda: "no such folder" in on.html("trouble"))
        folder.path.with_name("away").rename(folder.path)
        await on.until(lambda: not on.html("trouble"))
        folder.change("projects.yaml", "7600万元", "7700万元")
        await on.shows("7700")

    watched(folder, scene)


def test_a_report_that_is_broken_from_the_start_appears_once_it_is_mended(folder: Folder) -> None:
    folder.change("projects.yaml", "7600万元", "很多")

    async def scene(on: Watched) -> None:
        assert "As soon as this is mended" in on.html("trouble")
        assert on.html("sheet") == ""
        folder.section(FAULTY)
        await on.shows("7600")

    watched(folder, scene)


def test_what_an_editor_keeps_beside_a_file_is_no_report(folder: Folder) -> None:
    (folder.path / ".#projects.yaml").symlink_to("user@host.1234:5678")
    (folder.path / "projects.yaml~").write_text("x: [", encoding="utf-8")

    async def scene(on: Watched) -> None:
        await on.shows("7600")
        assert on.html("trouble") == ""

    watched(folder, scene)


def test_a_folder_that_goes_while_it_is_read_is_only_gone(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_path: Path, _pattern: str) -> Iterator[Path]:
        yield folder.path / "templates" / "report.md.j2"
        raise FileNotFoundError

    monkeypatch.setattr(Path, "rglob", gone)
    assert {Path(name).name for name, *_status in stamp(folder.path)} == {"projects.yaml", "report.yaml"}


def test_a_fault_of_the_program_does_not_end_the_preview(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import summarizer.preview.follow as follow

    look = follow.look

    async def scene(on: Watched) -> None:
        monkeypatch.setattr(follow, "look", lambda _content: 1 // 0)
        folder.change("projects.yaml", "7600万元", "7700万元")
        await on.until(lambda: "ZeroDivisionError" in on.html("trouble"))
        monkeypatch.setattr(follow, "look", look)
        folder.change("projects.yaml", "7700万元", "7800万元")
        await on.shows("7800")

    watched(folder, scene)
    assert "ZeroDivisionError" in capsys.readouterr().err
