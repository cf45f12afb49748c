"""The package for the county's system: read again, pasted safely, swapped whole; and the sheet to sign."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import html5lib
import pytest

from summarizer import saving
from summarizer.errors import OutputError
from summarizer.facts import load
from summarizer.publish import disk
from summarizer.publish.fragment import fragment
from summarizer.publish.package import package_files, state_of, write_package
from summarizer.publish.people import mentions
from summarizer.publish.prepare import Prepared
from summarizer.publish.readback import read_back_fragment
from summarizer.publish.release import allowed
from summarizer.publish.review_sheet import review_sheet, save_sheet, written
from summarizer.publish.traces import TRACES
from summarizer.readers import read
from summarizer.render import render
from summarizer.resources import Resources
from tests.conftest import EXAMPLES, Folder

Quick = Callable[[Folder], Prepared]
STYLED = {"p", "h2", "h3", "h4", "table", "caption", "th", "td"}


def sheet_of(prepared: Prepared, head: str = "") -> bytes:
    sheet = review_sheet(
        prepared.facts, prepared.public, prepared.fingerprint, prepared.findings, prepared.settled,
        [item.attachment for item in prepared.files], head,
    )  # fmt: skip
    return written(sheet, "docx")


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_fragments_of_the_examples(folder: Path) -> None:
    facts = load(folder)
    document = render(facts, Resources(folder / "templates")).document
    data = fragment(document)
    assert data.startswith(b"\xef\xbb\xbf")
    assert TRACES["fragment"](data, allowed(facts, document)).found() == ()
    read_back_fragment(data, "article.html", document)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parseFragment(data.decode("utf-8-sig"))
    tags = {item.tag for item in root.iter() if isinstance(item.tag, str)} - {"DOCUMENT_FRAGMENT"}
    assert tags <= STYLED | {"strong", "thead", "tbody", "tr"}
    for item in root.iter():
        assert set(item.attrib) <= {"style", "scope", "border"}
        assert item.tag not in STYLED or item.get("style"), item.tag


def test_what_is_in_it(reviewed: Folder, quick: Quick, tmp_path: Path) -> None:
    prepared = quick(reviewed)
    folder = tmp_path / "package"
    write_package(folder, package_files(prepared, sheet_of(prepared)), prepared)
    names = {path.name for path in folder.iterdir()}
    assert names == {"article.html", "fields.html", "fields.json", "report.docx", "review-sheet.docx", "package.json"}
    told = json.loads((folder / "package.json").read_text())
    assert told["fingerprint"] == prepared.fingerprint
    assert told["files"] == {name: sha256((folder / name).read_bytes()).hexdigest() for name in sorted(names - {"package.json"})}
    fields = json.loads((folder / "fields.json").read_text())["fields"]
    assert fields["索引号"] == "113300000024840011/2024-00012"
    assert fields["标题"] == "示例县林业局2023年工作总结及2024年工作思路"
    assert fields["栏目"] == "首页 > 政务公开 > 计划总结"
    assert fields["发布日期"].startswith("由系统")
    assert fields["内容概述"] == "2023年，示例县林业局完成了各项任务。主要内容：今年工作。"
    assert "113300000024840011/2024-00012" in (folder / "fields.html").read_text()
    assert "完成投资4100万元" in read(folder / "article.html").text


def test_an_earlier_package_makes_room_and_an_edited_one_is_kept(reviewed: Folder, quick: Quick, tmp_path: Path) -> None:
    prepared, folder = quick(reviewed), tmp_path / "package"
    files = package_files(prepared, b"sheet")
    folder.mkdir()
    assert write_package(folder, files, prepared) is None
    assert write_package(folder, files, prepared) is None
    (folder / "article.html").write_text("科长改过")
    kept = write_package(folder, files, prepared)
    assert kept == tmp_path / "package.1"
    assert (kept / "article.html").read_text() == "科长改过"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "content") == ["package", "package.1"]


def test_another_folder_is_left_alone(reviewed: Folder, quick: Quick, tmp_path: Path) -> None:
    prepared, folder = quick(reviewed), tmp_path / "photos"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"x")
    with pytest.raises(OutputError, match="holds no package"):
        write_package(folder, package_files(prepared, b"sheet"), prepared)
    (folder / "package.json").write_text('{"name": "some program of another kind", "version": "1.0.0"}')
    with pytest.raises(OutputError, match="holds no package"):
        write_package(folder, package_files(prepared, b"sheet"), prepared)
    assert len(list(folder.iterdir())) == 2


def test_a_full_disk_leaves_the_earlier_one(reviewed: Folder, quick: Quick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared, folder = quick(reviewed), tmp_path / "package"
    write_package(folder, package_files(prepared, b"one"), prepared)
    plain = disk.write

    def full(path: Path, data: bytes) -> None:
        if path.name == "report.docx":
            raise OSError(28, "No space left on device")
        plain(path, data)

    monkeypatch.setattr(disk, "write", full)
    with pytest.raises(OutputError, match="No space left"):
        write_package(folder, package_files(prepared, b"two"), prepared)
    assert (folder / "review-sheet.docx").read_bytes() == b"one"
    assert not (tmp_path / ".package.new").exists()


def test_a_run_killed_between_its_two_steps(reviewed: Folder, quick: Quick, tmp_path: Path) -> None:
    prepared, folder = quick(reviewed), tmp_path / "package"
    write_package(folder, package_files(prepared, b"one"), prepared)
    folder.rename(tmp_path / ".package.old")
    write_package(folder, package_files(prepared, b"two"), prepared)
    assert (folder / "review-sheet.docx").read_bytes() == b"two"
    assert not (tmp_path / ".package.old").exists()


def test_two_publications_of_one_package_wait_for_each_other(
    reviewed: Folder, quick: Quick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared, folder = quick(reviewed), tmp_path / "package"
    plain = disk.write

    def slow(path: Path, data: bytes) -> None:
        time.sleep(0.02)
        plain(path, data)

    monkeypatch.setattr(disk, "write", slow)
    with ThreadPoolExecutor(3) as pool:
        made = [pool.submit(write_package, folder, package_files(prepared, sheet), prepared) for sheet in (b"one", b"two", b"three")]
        assert [one.result() for one in made] == [None, None, None]
    assert state_of(folder) == "ours"

    monkeypatch.setattr(saving, "PATIENCE", 0.05)
    with saving.locked(tmp_path), pytest.raises(OutputError, match="another build or publication is writing into this folder"):
        write_package(folder, package_files(prepared, b"four"), prepared)
    assert state_of(folder) == "ours"


def test_the_sheet_says_what_was_reviewed(reviewed: Folder, quick: Quick, tmp_path: Path) -> None:
    reviewed.change("report.yaml", "完成了各项任务。", "完成了各项任务，副县长刘某到场。")
    reviewed.section("beds:\n  name: 床位\n  invested: 60万元\n  annual_plan: 50万元\n  rate: 145.45%\n")
    reviewed.change("report.yaml", "  signed: {by: 局长, date: 2024-01-07}\n", "")
    prepared = quick(reviewed)
    path = tmp_path / "sheet.docx"
    path.write_bytes(sheet_of(prepared, "ab" * 32))
    text = read(path).text
    grouped = " ".join(prepared.fingerprint[at : at + 8] for at in range(0, 64, 8))
    assert grouped in text
    assert "abababab" in text
    assert "分管副局长\t2024-01-06" in text
    assert "签发\t" in text
    assert "145.45%" in text
    assert "必须改" in text
    assert "副县长刘某" in text
    assert "审核记录缺少 signed（签发）" in text  # in Chinese, whatever the user speaks


@pytest.mark.parametrize("name", ["sheet.docx", "sheet.html", "sheet.pdf"])
def test_the_sheet_in_each_format(reviewed: Folder, quick: Quick, tmp_path: Path, name: str) -> None:
    prepared = quick(reviewed)
    sheet = review_sheet(prepared.facts, prepared.public, prepared.fingerprint, (), (), (), "")
    save_sheet(tmp_path / name, sheet)
    assert "公文发布审核单" in read(tmp_path / name).text
    with pytest.raises(OutputError, match=r"\.docx, \.pdf or \.html"):
        save_sheet(tmp_path / "sheet.txt", sheet)


def test_names_to_verify(folder: Folder) -> None:
    folder.change("report.yaml", "完成了各项任务。", "在县委书记王某某关心下，林业局长张某同志率队完成了任务，市长会议给予肯定。")
    found = [mention.text for mention in mentions(folder.document())]
    assert any("书记王某某" in text for text in found)
    assert any("张某" in text for text in found)
    assert any(text.endswith("市长") for text in found)
