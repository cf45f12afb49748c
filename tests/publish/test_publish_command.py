"""``publish``, ``verify``, ``withdraw`` as a bureau runs them, with the real pages and both attachments."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from summarizer.publish.publisher import now
from summarizer.readers import read
from tests.conftest import EXAMPLES, Folder, Result
from tests.publish.conftest import REVIEWED

Run = Callable[..., Result]
EXAMPLE = next(path for path in EXAMPLES if path.name.startswith("xianju"))


def test_the_example_from_gate_to_withdrawal(run: Run, tmp_path: Path) -> None:
    content = tmp_path / "content" / EXAMPLE.name
    shutil.copytree(EXAMPLE, content)
    (tmp_path / "content" / "site.yaml").write_text("name: 示例县政府信息公开\n", encoding="utf-8")
    site, package, sheet = tmp_path / "site", tmp_path / "package", tmp_path / "sheet.docx"
    first = run("publish", content, "--package", package, "--site", site, "--review-sheet", sheet)
    assert first.status == 0, first.err
    assert "published 2024-01-11; the page shows when it really goes out" in first.out
    address = next(line for line in first.out.splitlines() if ": published " in line).split(": published ")[1]
    page = (site / address).read_text(encoding="utf-8")
    assert "2024-01-11" not in page.split("发布日期：")[1][:60]
    assert "新增认知障碍照护专区床位" in page
    head = first.out.strip().splitlines()[-1].rpartition(" ")[2]
    assert head.isalnum()
    assert head[:8] in read(package / "review-sheet.docx").text
    assert "尚无" in read(sheet).text

    assert "nothing to publish" in run("publish", content, "--site", site).out

    text = (content / "projects.yaml").read_text(encoding="utf-8")
    (content / "projects.yaml").write_text(text.replace("约4116万元", "约4216万元"), encoding="utf-8")
    refused = run("publish", content, "--site", site)
    assert (refused.status, "with a reason only" in refused.err) == (2, True)
    second = run("publish", content, "--site", site, "--reason", "数据核实有误")
    assert "约4116万元 → 约4216万元" in second.out
    assert "have the change reviewed" in second.out
    page = (site / address).read_text(encoding="utf-8")
    assert "更正说明" in page
    assert "数据核实有误" in page
    assert run("verify", "--site", site, "--head", head).status == 0

    missing = run("withdraw", content.name, "--site", tmp_path / "nosite", "--reason", "x")
    assert (missing.status, "there is no site in this folder" in missing.err) == (2, True)
    assert not list(tmp_path.glob(".nosite*"))
    gone = run("withdraw", f"{content.name}/", "--site", site, "--reason", "需要核实")
    assert gone.status == 0, gone.err
    notice = (site / address).read_text(encoding="utf-8")
    assert "需要核实" in notice
    assert "示例县政府信息公开" in notice  # as the site was written with, though nobody said so
    assert not list(site.resolve().rglob("report.docx"))
    assert run("verify", "--site", site, "--head", head).status == 0
    assert run("withdraw", "nobody", "--site", site, "--reason", "x").status == 2


@pytest.fixture
def hostile(folder: Folder) -> Folder:
    """A title made to break out of wherever it is put, with a credit code that looks like an identity number."""
    title = "<script>alert(1)</script>'\\\"><img src=x onerror=alert(1)>../../113300000024840011工作总结"
    return folder.write("report.yaml", folder.read("report.yaml") + f'title: "{title}"\n' + REVIEWED)


def test_a_hostile_title_harms_nothing(hostile: Folder, run: Run, tmp_path: Path) -> None:
    site, package = tmp_path / "www" / "site", tmp_path / "www" / "package"
    result = run("publish", hostile.path, "--site", site, "--package", package, "--format", "json")
    assert result.status == 0, result.err
    told = json.loads(result.out)
    page = (site / told["site"]["address"]).read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<script>alert" not in (package / "fields.html").read_text(encoding="utf-8")
    assert "alert" not in (package / "article.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (tmp_path / "www").iterdir()) == [".site.releases", "package", "site"]
    assert all(path.name.isascii() for path in site.rglob("*"))
    assert run("verify", "--site", site).status == 0


@pytest.mark.parametrize(("title", "kind"), [("工作总结11010119900307002X", "privacy"), ("工作\\u202E总结", "hidden")])
def test_titles_that_do_not_go_out(folder: Folder, run: Run, tmp_path: Path, title: str, kind: str) -> None:
    folder.write("report.yaml", folder.read("report.yaml") + f'title: "{title}"\n' + REVIEWED)
    told = json.loads(run("publish", folder.path, "--site", tmp_path / "site", "--format", "json").out)
    assert {reason["kind"] for reason in told["reasons"]} == {kind}
    assert not (tmp_path / "site").exists()


def test_the_sheet_is_written_before_the_review(folder: Folder, run: Run, tmp_path: Path) -> None:
    result = run("publish", folder.path, "--review-sheet", tmp_path / "sheet.html")
    assert result.status == 1
    assert "公文发布审核单" in (tmp_path / "sheet.html").read_text(encoding="utf-8")


def test_a_refusal_leaves_nothing_but_the_sheet_which_is_the_same_every_time(
    folder: Folder, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    sheet = out / "sheet.docx"
    words = ("publish", folder.path, "--review-sheet", sheet, "--site", out / "site", "--package", out / "package")
    assert run(*words).status == 1
    first = sheet.read_bytes()
    monkeypatch.setattr("summarizer.publish.run.now", lambda: now() + timedelta(hours=25))
    assert run(*words).status == 1
    assert [path.name for path in out.iterdir()] == ["sheet.docx"]
    assert sheet.read_bytes() == first


def test_a_signed_sheet_is_kept_and_a_refused_report_has_its_sheet(run: Run, reviewed: Folder, tmp_path: Path) -> None:
    sheet = tmp_path / "审核单.docx"
    first = run("publish", reviewed.path, "--review-sheet", sheet)
    assert f"wrote {sheet}" in first.err
    assert "already" not in first.err
    sheet.write_bytes(signed := sheet.read_bytes() + b"signed")
    reviewed.change("report.yaml", "  signed: {by: 局长, date: 2024-01-07}\n", "")
    refused = run("publish", reviewed.path, "--review-sheet", sheet)
    assert refused.status == 1
    assert f"{sheet} was there already; it is now {tmp_path / '审核单.1.docx'}\n" in refused.err
    assert f"wrote {sheet}\n" in refused.err
    assert (tmp_path / "审核单.1.docx").read_bytes() == signed
    assert "尚无" in read(sheet).text
