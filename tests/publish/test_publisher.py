"""A report's life on a site: published, corrected, taken down, published again; and what the ledger says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from summarizer.errors import ErrorGroup, OutputError
from summarizer.publish import disk
from summarizer.publish.folder import SiteFolder
from summarizer.publish.ledger import read_ledger
from summarizer.publish.prepare import Prepared
from summarizer.publish.publisher import CHINA, Publisher, sound_reason
from summarizer.publish.store import dump_entry, load_entries
from summarizer.publish.verify import verify
from tests.conftest import Folder
from tests.publish.conftest import Clock, PlainPages

Quick = Callable[[Folder], Prepared]


def corrected(reviewed: Folder, quick: Quick) -> Prepared:
    reviewed.change("projects.yaml", "4100万元", "4200万元").change("report.yaml", "完成了各项任务", "完成了各项年度任务")
    return quick(reviewed)


def actions(site: Path) -> list[tuple[str, str, int]]:
    return [(line.action, line.report, line.version) for line in read_ledger((site / "ledger.jsonl").read_bytes()).lines]


def test_a_whole_life(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path) -> None:
    first = publisher.publish(quick(reviewed))
    assert (first.action, first.address, first.version) == ("publish", "art/1.html", 1)
    assert publisher.publish(quick(reviewed)).action == ""

    change = corrected(reviewed, quick)
    assert publisher.needs_reason(change)
    with pytest.raises(OutputError, match="with a reason only"):
        publisher.publish(change)
    second = publisher.publish(change, "统计口径有误")
    assert (second.action, second.address, second.version) == ("correct", first.address, 2)
    assert second.change is not None
    assert [(item.label, item.before, item.after) for item in second.change.changes] == [
        ("林区道路完成投资", "4100万元", "4200万元"),
        ("林区道路完成率", "102.5%", "105%"),
    ]
    ((before, after),) = second.change.wording
    assert (before, after) == ("2023年，示例县林业局完成了各项任务。", "2023年，示例县林业局完成了各项年度任务。")
    assert "4100万元" in (site / "art" / "1_v1.html").read_text()
    assert "4200万元" in (site / "art" / "1.html").read_text()
    assert (site / "art" / "1_files" / "v1" / "report.docx").is_file()

    gone = publisher.withdraw("forest", "需要核实")
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert there == {"art/1.html", "index.html", "ledger.jsonl", "store/0001.json"}
    everything = b"".join((site / name).read_bytes() for name in there)
    assert "4200万元".encode() not in everything
    assert "年度任务".encode() not in everything
    assert len(list(site.parent.glob(".site.releases/0*"))) == 1
    with pytest.raises(OutputError, match="taken down already"):
        publisher.withdraw("forest", "再次")

    with pytest.raises(OutputError, match="with a reason only"):
        publisher.publish(change)
    again = publisher.publish(change, "核实完毕")
    assert (again.action, again.address, again.version) == ("republish", first.address, 3)
    assert actions(site) == [("publish", "forest", 1), ("correct", "forest", 2), ("withdraw", "forest", 2), ("republish", "forest", 3)]
    heads = [first.head, second.head, gone.head, again.head]
    assert [verify(site, head).seen for head in heads] == [1, 2, 3, 4]
    assert verify(site).faults == ()


def test_settings_are_the_sites_only_when_it_was_written_with_them(
    reviewed: Folder, quick: Quick, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, clock = SiteFolder(site), Clock()
    Publisher(site, PlainPages(settings=tmp_path / "old.yaml"), clock).publish(quick(reviewed))
    assert folder.remembered() == tmp_path / "old.yaml"

    def full(link: Path, target: str) -> None:
        raise OSError(28, "No space left on device")

    other = Publisher(site, PlainPages(look="<hr>", settings=tmp_path / "new.yaml"), clock)
    prepared = quick(reviewed)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "point", full)
        with pytest.raises(OutputError, match="No space left"):
            other.publish(prepared)
    assert folder.remembered() == tmp_path / "old.yaml"
    other.publish(prepared)
    assert folder.remembered() == tmp_path / "new.yaml"

    def refuse(path: Path, data: bytes) -> None:
        if path.name.startswith("settings"):
            raise OSError(28, "No space left on device")
        plain(path, data)

    plain = disk.write
    monkeypatch.setattr(disk, "write", refuse)
    with pytest.raises(OutputError, match="the site has been changed, but it could not be noted with which settings: No space left"):
        Publisher(site, PlainPages(look="<br>", settings=tmp_path / "third.yaml"), clock).publish(prepared)
    assert "<br>" in (site / "art" / "1.html").read_text()


def test_numbers_are_never_given_twice(make_folder: Callable[[str], Folder], reviewed: Folder, quick: Quick, publisher: Publisher) -> None:
    from tests.publish.conftest import REVIEWED

    other = make_folder("water")
    other.write("report.yaml", other.read("report.yaml") + REVIEWED)
    assert publisher.publish(quick(reviewed)).address == "art/1.html"
    publisher.withdraw("forest", "核实")
    assert publisher.publish(quick(other)).address == "art/2.html"


def test_pages_that_look_otherwise_are_made_anew(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path) -> None:
    """A new footer, or a page that somebody has touched: no new version, a line in the ledger."""
    publisher.publish(quick(reviewed))
    change = publisher.publish(corrected(reviewed, quick), "统计口径有误").change
    looks = Publisher(site, PlainPages(look="<p>新页脚</p>"), publisher.clock)
    done = looks.publish(quick(reviewed))
    assert (done.action, done.change, change is None) == ("rebuild", None, False)
    assert "新页脚" in (site / "art" / "1.html").read_text()
    (site / "art" / "1.html").chmod(0o644)
    (site / "art" / "1.html").write_text("改")
    assert [fault.kind for fault in verify(site).faults] == ["changed"]
    assert looks.publish(quick(reviewed)).action == "rebuild"
    assert verify(site).faults == ()
    assert looks.publish(quick(reviewed)).action == ""


@pytest.mark.parametrize("name", ["store/0001.json", "art/1_files/v1/report.docx"])
def test_what_cannot_be_made_anew_must_be_as_published(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path, name: str) -> None:
    publisher.publish(quick(reviewed))
    (site / name).write_bytes((site / name).read_bytes() + b" ")
    change = corrected(reviewed, quick)
    with pytest.raises((OutputError, ErrorGroup)) as caught:
        publisher.publish(change, "更正")
    assert name in str(caught.value)
    assert actions(site) == [("publish", "forest", 1)]


def test_nothing_is_dated_back(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path) -> None:
    publisher.publish(quick(reviewed))
    change = corrected(reviewed, quick)
    early = Publisher(site, PlainPages(), lambda: datetime(2024, 1, 10, 8, 0, tzinfo=CHINA))
    with pytest.raises(OutputError, match=r"the clock says 2024-01-10T08:00:00\+08:00, but the site changed last on 2026-11-28"):
        early.publish(change, "更正")
    with pytest.raises(OutputError, match="the clock says"):
        early.withdraw("forest", "撤回")
    entry = json.loads((site / "store" / "0001.json").read_text())
    assert entry["versions"][0]["published"] == "2026-11-28T09:31+08:00"
    assert entry["versions"][0]["document"]["document"]["metadata"]["published"] == "2026-11-28"
    assert b"2024-01-10" not in (site / "store" / "0001.json").read_bytes()


def test_what_goes_out_does_not_say_what_is_known_in_the_house(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path) -> None:
    known = "section: 造林绿化科\nevidence: 林发〔2023〕7号\nbasis: 含省补资金"
    reviewed.change("projects.yaml", "heading: 抓项目", f"heading: 抓项目\n{known}")
    publisher.publish(quick(reviewed))
    import zipfile

    for path in (path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                data = b"".join(package.read(name) for name in package.namelist())
        for word in ("造林绿化科", "林发〔2023〕7号", "含省补资金", "projects.yaml", "分管副局长", str(reviewed.path)):
            assert word.encode() not in data, (path, word)


def test_a_leak_is_caught_before_it_goes_out(reviewed: Folder, quick: Quick, site: Path) -> None:
    reviewed.change("projects.yaml", "heading: 抓项目", "heading: 抓项目\nsection: 造林绿化科")

    class Leaky(PlainPages):
        def render(self, entries, built):  # type: ignore[no-untyped-def]
            files = super().render(entries, built)
            return {**files, "art/1_files/v1/facts.csv": "报送：造林绿化科".encode()}

    with pytest.raises(OutputError, match="known in the house only: 造林绿化科"):
        Publisher(site, Leaky(), Clock()).publish(quick(reviewed))
    assert not site.exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("4100万元", "4101万元", "reads differently: 一是林区道路。完成投资4100万元"),
        ('value="41000000"', 'value="41000001"', "the figure projects.road.invested is 41000000"),
        ("</div>", "<p>另有</p></div>", "not in the report: 另有"),
        ("<h1>", "<h1>改", "reads differently: 示例县林业局2023年"),
        ("id='page-text'", "id='other'", "which part of it is the report"),
    ],
)
def test_a_page_that_says_otherwise_is_not_published(reviewed: Folder, quick: Quick, site: Path, old: str, new: str, words: str) -> None:
    class Wrong(PlainPages):
        def render(self, entries, built):  # type: ignore[no-untyped-def]
            files = super().render(entries, built)
            page = files["art/1.html"].decode()
            assert old in page
            return {**files, "art/1.html": page.replace(old, new, 1).encode()}

    with pytest.raises(OutputError) as caught:
        Publisher(site, Wrong(), Clock()).publish(quick(reviewed))
    assert words in caught.value.message
    assert not site.exists()


@pytest.mark.parametrize("place", ["../x.html", "ledger.jsonl", "store/x.html", "/etc/x", "a//b", "a/./b", "a\\b"])
def test_a_page_never_leaves_its_place(reviewed: Folder, quick: Quick, site: Path, place: str) -> None:
    class Astray(PlainPages):
        def render(self, entries, built):  # type: ignore[no-untyped-def]
            return {**super().render(entries, built), place: b"x"}

    with pytest.raises(ValueError, match="not its own"):
        Publisher(site, Astray(), Clock()).publish(quick(reviewed))


@pytest.mark.parametrize(
    ("reason", "words"),
    [("", "with a reason only"), (" \n\u202e ", "with a reason only"), ("x" * 301, "longer than 300"), ("受助人11010119900307002X", "PRIV"),
     ("内部资料", "bars publication")],
)  # fmt: skip
def test_reasons_that_the_page_cannot_show(reason: str, words: str) -> None:
    with pytest.raises(OutputError) as caught:
        sound_reason(reason)
    assert words in caught.value.message or (words == "PRIV" and "an identity number: 11*************02X" in caught.value.message)


def test_a_reason_is_one_plain_line() -> None:
    assert sound_reason("  数据\u202e有误\n请以此为准\x00 ") == "数据 有误 请以此为准"


def test_a_correction_does_not_repeat_what_it_takes_out(reviewed: Folder, quick: Quick, publisher: Publisher) -> None:
    """Somebody let a number through; the note about taking it out must not bring it back."""
    from dataclasses import replace

    reviewed.change("report.yaml", "完成了各项任务。", "完成了各项任务。联系人13912345678。")
    publisher.publish(replace(quick(reviewed), reasons=()))
    reviewed.change("report.yaml", "联系人13912345678。", "")
    change = publisher.publish(quick(reviewed), "删去个人信息").change
    assert change is not None
    assert change.wording == ()


def test_the_store_gives_back_what_it_took(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path) -> None:
    publisher.publish(quick(reviewed))
    publisher.publish(corrected(reviewed, quick), "更正")
    path = site / "store" / "0001.json"
    (entry,) = load_entries({"store/0001.json": path.read_bytes()})
    assert dump_entry(entry) == path.read_bytes()
    assert entry.current.correction is not None
    assert entry.address == "art/1.html"


def test_a_page_published_in_the_meantime(reviewed: Folder, quick: Quick, publisher: Publisher, site: Path) -> None:
    """Two corrections prepared from the same state: the second is a correction of the first."""
    publisher.publish(quick(reviewed))
    one = corrected(reviewed, quick)
    reviewed.change("projects.yaml", "4200万元", "4300万元")
    two = quick(reviewed)
    assert publisher.publish(one, "甲").version == 2
    done = publisher.publish(two, "乙")
    assert done.version == 3
    assert done.change is not None
    assert done.change.changes[0].before == "4200万元"
    assert timedelta(0) < read_ledger((site / "ledger.jsonl").read_bytes()).last - datetime(2026, 11, 28, tzinfo=CHINA)
