"""The gate: what bars publication, all of it at once, each with its place and what to do."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.publish.gate import Reason, Refused, refuse
from summarizer.publish.prepare import Prepared
from summarizer.publish.publisher import Publisher
from summarizer.publish.secrecy import closed, marks
from summarizer.publish.site.model import REQUIRED
from tests.conftest import Folder, Result
from tests.publish.conftest import REVIEWED

Quick = Callable[[Folder], Prepared]


def kinds(prepared: Prepared) -> list[str]:
    return [reason.kind for reason in prepared.reasons]


def test_a_reviewed_report_passes(reviewed: Folder, quick: Quick) -> None:
    assert quick(reviewed).reasons == ()


def test_everything_at_once(folder: Folder, quick: Quick) -> None:
    folder.change("projects.yaml", "invested: 4100万元", "invested: 4100万元\n  rate: 145.45%")
    wrong = "完成了各项任务，受助人身份证号11010119900307002X，电话13912345678。内部资料，注意保密。姓名张\ufffd。"
    folder.change("report.yaml", "完成了各项任务。", wrong)
    folder.write("report.yaml", folder.read("report.yaml").replace("date: 2024-01-08", "date: 2030-01-08"))
    found = quick(folder).reasons
    assert {"error", "privacy", "glyph", "metadata", "date", "secrecy", "review"} == {reason.kind for reason in found}
    assert sum(reason.kind == "metadata" for reason in found) == len(REQUIRED) - 1  # the document's own date is there
    assert sum(reason.code in ("PRIV001", "PRIV002") for reason in found) == 2
    for reason in found:
        assert reason.path.startswith(str(folder.path)), reason
        assert reason.hint, reason
    lines = folder.read("report.yaml").split("\n")
    secret = next(reason for reason in found if reason.kind == "secrecy")
    assert "内部资料" in lines[secret.line - 1]
    assert json.loads(json.dumps([reason.as_json() for reason in found]))[0]["message"]


def test_refusal_lists_all_and_crosses_processes() -> None:
    two = (Reason("metadata", "a is missing", "add a", "report.yaml", 3), Reason("review", "no review", path="report.yaml"))
    with pytest.raises(Refused) as caught:
        refuse("content/x", (*two, two[0]))
    assert str(caught.value).split("\n") == [
        "content/x is not published: 2 things stand against it",
        "report.yaml:3: a is missing",
        "  to mend: add a",
        "report.yaml: no review",
    ]
    assert pickle.loads(pickle.dumps(caught.value)).reasons == two
    refuse("content/x", ())


def test_an_acknowledged_error_passes_until_it_expires(reviewed: Folder, quick: Quick) -> None:
    reviewed.section("beds:\n  name: 床位\n  invested: 60万元\n  annual_plan: 50万元\n  rate: 145.45%\n")
    assert kinds(quick(reviewed)) == ["error"]
    code = quick(reviewed).reasons[0].code
    known = f"acknowledged:\n  - {{code: {code}, at: projects.beds, reason: 照登, until: UNTIL}}\n"
    report = reviewed.read("report.yaml")
    reviewed.write("report.yaml", report + known.replace("UNTIL", "2027-12-31"))
    assert kinds(quick(reviewed)) == []
    reviewed.write("report.yaml", report + known.replace("UNTIL", "2025-12-31"))
    assert sorted(kinds(quick(reviewed))) == ["acknowledgement", "error"]


@pytest.mark.parametrize(("text", "code", "passes"), [("13912345678", "PRIV002", True), ("11010119900307002X", "PRIV001", False)])
def test_personal_data_of_any_severity(reviewed: Folder, quick: Quick, text: str, code: str, passes: bool) -> None:
    """An office's own line may be acknowledged; an identity number may not, and no severity hides either."""
    reviewed.change("report.yaml", "完成了各项任务。", f"完成了各项任务，联系{text}。")
    report = reviewed.read("report.yaml")
    reviewed.write("report.yaml", f"{report}severity:\n  {code}: off\n")
    assert kinds(quick(reviewed)) == ["privacy"]
    known = f"acknowledged:\n  - {{code: {code}, at: {{quote: '{text}', file: report.yaml}}, reason: 办公电话}}\n"
    reviewed.write("report.yaml", report + known)
    assert kinds(quick(reviewed)) == ([] if passes else ["privacy"])
    expired = known.replace("reason: 办公电话", "reason: 办公电话, until: 2025-12-31")
    reviewed.write("report.yaml", f"{report}{expired}severity:\n  {code}: off\n")
    assert "privacy" in kinds(quick(reviewed))


@pytest.mark.parametrize("name", REQUIRED)
def test_each_required_field(reviewed: Folder, quick: Quick, name: str) -> None:
    lines = reviewed.read("report.yaml").split("\n")
    kept = [line for line in lines if not line.strip().startswith(f"{name}:")]
    assert len(kept) < len(lines)
    (reason,) = quick(reviewed.write("report.yaml", "\n".join(kept))).reasons
    assert (reason.kind, name in reason.message) == ("metadata", True)


def test_what_a_record_in_chinese_lacks(folder: Folder, quick: Quick) -> None:
    record = "审核:\n  拟稿: {岗位: 办公室, 日期: 2024-01-05}\n  审核: {岗位: 分管副局长, 日期: 2030-01-06}\n"
    head = REVIEWED.partition("review:")[0]
    reasons = quick(folder.write("report.yaml", folder.read("report.yaml") + head + record)).reasons
    assert [(reason.message, reason.hint) for reason in reasons] == [
        ("the review record lacks signed (签发)", "write `签发: {岗位: office or post, 日期: 2024-01-10}`"),
        ("审核 on 2030-01-06, and today is 2026-11-28", "correct the date"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  signed: {by: 局长, date: 2024-01-07}\n", "", "lacks signed"),
        ("  signed: {by: 局长, date: 2024-01-07}", "  signed: {by: 局长, date: 2030-01-07}", "2030-01-07, and today is 2026-11-28"),
        ("review:\n", "review:\n  fingerprint: 0123456789ab\n", "another version was reviewed"),
        ("published: 2024-01-10", "published: 2030-01-10", "lies in the future"),
        ("openness: 主动公开", "openness: 依申请公开", "not to be published"),
    ],
)
def test_what_a_record_may_say(reviewed: Folder, quick: Quick, old: str, new: str, words: str) -> None:
    (reason,) = quick(reviewed.change("report.yaml", old, new)).reasons
    assert words in reason.message
    assert reason.line > 5


def test_a_record_bound_to_its_version(reviewed: Folder, quick: Quick) -> None:
    mark = quick(reviewed).fingerprint
    reviewed.change("report.yaml", "review:\n", f"# 审核后不得再改\nreview:\n  fingerprint: {mark[:16].upper()}\n")
    assert quick(reviewed).reasons == ()
    reviewed.change("projects.yaml", "total_sum: 3.2亿元", "total_sum: 3.2亿元  # 已核\n  spare: 5户")
    assert quick(reviewed).reasons == ()  # a figure that no sentence shows is not published
    reviewed.change("projects.yaml", "invested: 4100万元", "invested: 4101万元")
    (reason,) = quick(reviewed).reasons
    assert reason.kind == "review"
    assert quick(reviewed).fingerprint[:16] in reason.hint


def test_a_secret_letterhead_bars_the_plain_form_too(reviewed: Folder, quick: Quick) -> None:
    hidden = "letterhead:\n  issuers: [县林业局]\n  secrecy: 秘密★1年\nnote: 此件不公开\n"
    reviewed.write("report.yaml", reviewed.read("report.yaml") + hidden)
    found = quick(reviewed).reasons
    assert [reason.quote for reason in found] == ["秘密★1年", "此件不公开"]
    assert {reason.kind for reason in found} == {"secrecy"}


@pytest.mark.parametrize(
    "text",
    ["秘密★1年", "绝密 ★ 长期", "密级：机密", "内部资料，注意保密", "【内部资料】", "工作总结（内部资料 注意保存）", "内部资料", "机密",
     "秘密10年", "（此件不公开）", "此件依申请公开", "★秘密", "仅供内部参考", "内部文件，严禁外传", "注意保密", "工作总结（秘密）"],
)  # fmt: skip
def test_marks(text: str) -> None:
    assert list(marks(text, alone=True))


@pytest.mark.parametrize(
    "text",
    ["保守国家秘密，增强机密性", "商业秘密保护", "教育干部注意保密，不得外传", "涉密文件（秘密、机密、绝密）分类管理",
     "编印内部资料3期", "完善内部控制", "加强内部资料管理", "公开信息120条，依申请公开12件", "机密文件管理规范",
     "办理申请12件（含不予公开3件）", "签订承诺书，对工作秘密加强管理", "编印《内部参考》12期", "主动公开", "绝密级计算机管理"],
)  # fmt: skip
def test_prose_about_secrets_is_no_mark(text: str) -> None:
    assert not list(marks(text, alone=True))


@pytest.mark.parametrize(("name", "kind"), [("森林公园（机密）", "secrecy"), ("森林\u202e公园", "hidden")])
@pytest.mark.parametrize("place", ["name: 森林公园", "invested: 7600万元"])
def test_a_name_that_only_the_data_files_show(reviewed: Folder, quick: Quick, name: str, kind: str, place: str) -> None:
    """The text gives the figure; its project's name and its label go out beside it, in pictures and facts.json."""
    named = f"name: {name}" if place.startswith("name") else f"invested: {{value: 7600万元, label: '{name}'}}"
    reviewed.change("projects.yaml", place, named)
    reviewed.write("projects.yaml", reviewed.read("projects.yaml") + "  text: |\n    完成投资{{ invested }}。\n")
    (reason,) = quick(reviewed).reasons
    assert (reason.kind, reason.path) == (kind, f"{reviewed.path}/projects.yaml")
    assert reason.line


def test_ways_of_disclosure() -> None:
    assert [closed(text) for text in ("主动公开", "依申请公开", "不予公开", "免予公开", "")] == [False, True, True, True, False]


def test_command_says_all_and_leaves_with_1(folder: Folder, run: Callable[..., Result], site: Path, quick: Quick) -> None:
    result = run("publish", folder.path, "--site", site)
    assert result.status == 1
    assert f"Error: {folder.path} is not published: {len(REQUIRED)} things stand against it" in result.err
    assert result.err.count("to mend:") == len(REQUIRED)
    assert not site.parent.exists()
    told = json.loads(run("publish", folder.path, "--format", "json").out)
    assert told["refused"]
    assert len(told["reasons"]) == len(REQUIRED)


def test_publishing_judges_as_of_the_day_it_happens(reviewed: Folder, run: Callable[..., Result], site: Path, quick: Quick) -> None:
    """Else a report that is signed next year would go out today."""
    reviewed.change("report.yaml", "  signed: {by: 局长, date: 2024-01-07}", "  signed: {by: 局长, date: 2999-01-07}")
    assert run("publish", reviewed.path, "--today", "2999-12-31").status == 0
    for target in (("--site", site), ("--package", site)):
        result = run("publish", reviewed.path, *target, "--today", "2999-12-31")
        assert (result.status, "leave --today out" in result.err) == (2, True)
        assert run("publish", reviewed.path, *target).status == 1
        assert not site.parent.exists()


def test_nothing_from_the_house_is_put_onto_the_site(reviewed: Folder, run: Callable[..., Result], site: Path) -> None:
    site.parent.mkdir()
    inside = site.parent / ".site.releases" / "package"
    for target in (("--package", site / "package"), ("--package", site), ("--package", inside), ("--package", site.parent),
                   ("--review-sheet", site / "sheet.docx")):  # fmt: skip
        result = run("publish", reviewed.path, "--site", site, *target)
        assert (result.status, "outside of the site" in result.err) == (2, True)
    assert list(site.parent.iterdir()) == []


def test_a_private_word_that_stands_everywhere_by_chance_bars_nothing(
    reviewed: Folder, quick: Quick, publisher: Publisher
) -> None:
    reviewed.change("projects.yaml", "heading: 抓项目\n", "heading: 抓项目\nsection: 计划股\nevidence: number\n")
    prepared = quick(reviewed)
    assert "计划股" in prepared.private
    assert publisher.publish(prepared).version == 1


def test_without_a_target_it_says_whether_it_could(reviewed: Folder, run: Callable[..., Result], quick: Quick) -> None:
    result = run("publish", reviewed.path)
    assert (result.status, "nothing stands against" in result.out) == (0, True)


def test_settings_may_ask_for_the_fingerprint(reviewed: Folder, run: Callable[..., Result], quick: Quick) -> None:
    settings = reviewed.path.parent / "site.yaml"
    settings.write_text("必填: [索引号, 版本指纹]\n", encoding="utf-8")
    result = run("publish", reviewed.path)
    assert result.status == 1
    assert "does not say which version it is of" in result.err
    reviewed.change("report.yaml", "review:\n", f"review:\n  fingerprint: {quick(reviewed).fingerprint[:12]}\n")
    assert run("publish", reviewed.path).status == 0
