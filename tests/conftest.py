"""Options of the whole test run, and what all tests share: fonts, English messages, a small report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer import fonts

fonts.prepare()

from summarizer.document import Document, plain  # noqa: E402 - fontconfig is read once, by the first import of Pango
from summarizer.errors import ErrorGroup, SummarizerError  # noqa: E402
from summarizer.facts import FactSet, load  # noqa: E402
from summarizer.render import Rendered, render  # noqa: E402
from summarizer.resources import Resources  # noqa: E402

EXAMPLES = sorted(path.parent for path in (Path(__file__).parent.parent / "content").glob("*/report.yaml"))

REPORT = """\
bureau: 示例县林业局
short: 县林业局
year: 2023
date: 2024-01-08
opening: |
  2023年，{{ report.bureau }}完成了各项任务。
outline:
  - heading: 今年工作
    sections: [projects]
"""

PROJECTS = """\
heading: 抓项目
facts:
  total_sum: 3.2亿元
text: |
  全年实施项目{{ count(children) }}个，总投资{{ total_sum }}。
road:
  name: 林区道路
  total: 1.20亿元
  annual_plan: 4000万元
  invested: 4100万元
  progress: 路基完成
  text: |
    {{ step() }}{{ name }}。完成投资{{ invested }}，完成率{{ rate }}，目前{{ progress }}。
park:
  name: 森林公园
  total: 2亿元
  annual_plan: 8000万元
  invested: 7600万元
"""


def files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, by path relative to it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Folder:
    """A content folder that a test writes and reads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str | bytes) -> Folder:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> Folder:
        text = self.read(name)
        assert text.count(old) == 1
        return self.write(name, text.replace(old, new))

    def load(self) -> FactSet:
        return load(self.path)

    def render(self, limit: float = 10.0) -> Rendered:
        return render(self.load(), Resources(self.path / "templates"), limit=limit)

    def document(self) -> Document:
        return self.render().document

    def prose(self, text: str) -> Folder:
        """Make ``text`` the prose of ``projects.road``."""
        head, _sign, tail = PROJECTS.partition("  text: |\n    {{ step() }}")
        rest = tail[tail.index("\npark:") + 1 :]
        block = "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
        return self.write("projects.yaml", f"{head}  text: |\n{block}\n{rest}")

    def shown(self, text: str) -> str:
        """What a paragraph written as ``text`` displays."""
        return plain(self.paragraph(text).content)

    def paragraph(self, text: str):  # type: ignore[no-untyped-def]
        return self.prose(text).document().body[3]

    def errors(self) -> list[SummarizerError]:
        """The mistakes that reading and rendering report."""
        with pytest.raises(SummarizerError) as caught:
            self.render()
        return list(caught.value.errors) if isinstance(caught.value, ErrorGroup) else [caught.value]

    def error(self) -> SummarizerError:
        (error,) = self.errors()
        return error

    def error_in(self, text: str) -> SummarizerError:
        return self.prose(text).error()

    def section(self, text: str | bytes) -> Folder:
        return self.write("projects.yaml", text)


def pytest_addoption(parser: pytest.Parser) -> None:
    words = "rewrite the expected output in tests/commands/*.md with what the commands print now"
    parser.addoption("--accept", action="store_true", help=words)


@pytest.fixture(scope="session", autouse=True)
def _english() -> Iterator[None]:
    """Messages in English, whatever the machine speaks; a test that wants others says so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZER_LANG", "en")
        yield


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run the command line as a user does: ``run("build", folder)``."""

    def running(*words: object) -> Result:
        from summarizer.cli.main import main

        monkeypatch.setattr(sys, "argv", ["summarizer", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Result(left.value.code if isinstance(left.value.code, int) else 0, printed.out, printed.err)

    return running


@pytest.fixture
def empty(tmp_path: Path) -> Folder:
    """A folder with nothing but a report that shows the section ``projects``."""
    return Folder(tmp_path / "content" / "forest").write("report.yaml", REPORT)


@pytest.fixture
def folder(empty: Folder) -> Folder:
    """A small report that builds."""
    return empty.section(PROJECTS)


@pytest.fixture
def make_folder(tmp_path: Path) -> Callable[[str], Folder]:
    """Make further reports beside each other."""
    return lambda name: Folder(tmp_path / "content" / name).write("report.yaml", REPORT).section(PROJECTS)
