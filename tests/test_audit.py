"""Audit: files of every kind through the command, the page with the whole text, and the prose of our own reports."""

from __future__ import annotations

import gc
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.audit import audit, audit_document, audit_reading, merge
from summarizer.check import Report, check_facts
from summarizer.claims.base import Settings
from summarizer.document import Paragraph, Text
from summarizer.facts import FactSet, load
from summarizer.findings import Anchor, Finding, Severity
from summarizer.readers import Reading
from summarizer.readers.base import BlockSpan, Cell, line_starts
from summarizer.rendered import Rendered, pairs
from summarizer.reporters import ReportOptions, write
from summarizer.resources import Resources

from .conftest import EXAMPLES, Folder  # isort: skip

GOOD = "全年新建蓄水池60处，完成率为145.45%，位列全市第二。\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def audited(text: str) -> Report:
    return audit_reading(Reading("a.txt", "txt", text, line_starts=line_starts(text)))


@pytest.mark.parametrize(
    "opinions",
    [
        "\n----------\n校核意见\n\n1.【必须改】“任务80户，完成76户，完成率59%”：完成率59%与目标不符\n",
        "\n校核意见\t草稿\n校核意见\n[1]已确认（请核对）“任务80户，完成76户，完成率59%”回到正文\n",
    ],
)
def test_the_findings_that_a_draft_lists_are_not_judged_again(opinions: str) -> None:
    text = "任务80户，完成76户，完成率59%。\n"
    alone, listed = audited(text), audited(text + opinions)
    assert [(one.code, one.start) for one in listed.findings] == [(one.code, one.start) for one in alone.findings]
    assert [one.code for one in alone.findings] == ["RATE001"]
    assert listed.sources[0].figures == alone.sources[0].figures


def test_a_table_behind_the_findings_that_a_draft_lists_is_left_out() -> None:
    rows = [("年度", "完成"), ("上半年", "30户"), ("下半年", "46户"), ("合计", "80户")]
    text, blocks = "", []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            blocks.append(BlockSpan(len(text), len(text) + len(cell), "table-cell", cell=Cell(0, row, column)))
            text += f"{cell}\n"
    opinions = "校核意见\n\n1.【必须改】“任务80户”：与目标不符\n"
    moved = [replace(block, start=block.start + len(opinions), end=block.end + len(opinions)) for block in blocks]
    assert [one.kind for one in audit_reading(Reading("a.pdf", "pdf", text, blocks=tuple(blocks))).findings] == ["sum"]
    assert audit_reading(Reading("a.pdf", "pdf", opinions + text, blocks=tuple(moved))).findings == ()


def test_a_chapter_called_opinions_is_judged() -> None:
    assert [one.code for one in audited("校核意见\n1.本年任务80户，完成76户，完成率59%。\n").findings if one.kind == "rate"] == ["RATE001"]


# Files through the command


def docx_bytes(text: str, **more: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
        z.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>')
        for name, data in more.items():
            z.writestr(name, data)
    return stream.getvalue()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
        z.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>'.encode() + b" " * (32 * 1024 * 1024))
    return stream.getvalue()


def encrypted() -> bytes:
    """The bit in the directory and in the member that says so."""
    data = bytearray(docx_bytes("共60处。"))
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.rindex(sign) + at] |= 1
    return bytes(data)


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
BAD = {
    "random.docx": bytes((n * 7919 + n // 3) % 256 for n in range(4000)),
    "random.pdf": b"%PDF-1.4\n" + bytes((n * 104729 + n // 5) % 256 for n in range(4000)),
    "truncated.docx": docx_bytes(GOOD.strip() * 200)[:300],
    "truncated.pdf": PDF,
    "bomb.docx": bomb(),
    "encrypted.docx": encrypted(),
    "compound.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
    "nothing.docx": b"",
    "no-word.docx": docx_bytes("x").replace(b"word/document.xml", b"word/nothinged.xml"),
    "page.xml.docx": b"<html></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_says_why_and_the_good_ones_are_judged(name: str, tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "z.docx").write_bytes(docx_bytes(GOOD.strip()))
    result = run("audit", tmp_path, "--format", "json")
    assert result.status == 2
    report = json.loads(result.out)
    errors = {Path(source["path"]).name: source["error"] for source in report["sources"]}
    assert [file for file, error in errors.items() if error] == [name]
    assert name in errors[name]
    assert len(errors[name]) < 400
    assert "Traceback" not in result.err + result.out
    assert name in result.err
    assert {Path(one["path"]).name for one in report["findings"]} == {"a.txt", "z.docx"}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_random_and_broken_bytes_never_end_in_a_traceback(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    from summarizer.audit import audit

    whole = docx_bytes(GOOD.strip())
    suffix = data.draw(st.sampled_from(["txt", "docx", "md", "html"]))
    content = data.draw(st.one_of(st.binary(max_size=300), st.integers(0, len(whole)).map(lambda n: whole[:n]), st.just(whole)))
    if content and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(content) - 1))
        content = content[:at] + bytes([content[at] ^ data.draw(st.integers(1, 255))]) + content[at + 1 :]
    path = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    path.write_bytes(content)
    (source,) = audit([path]).sources
    assert source.error is None or str(path) in source.error


@pytest.mark.parametrize("young", [700, 0, 100_000])
def test_the_search_for_garbage_goes_on_as_before(tmp_path: Path, young: int) -> None:
    (tmp_path / "a.txt").write_text("全年新建水闸3座。", encoding="utf-8")
    before = gc.get_threshold()
    try:
        gc.set_threshold(young, 11, 12)
        audit([tmp_path])
        assert gc.get_threshold() == (young, 11, 12)
    finally:
        gc.set_threshold(*before)


def test_an_empty_folder_and_a_wrong_name(tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "gone.txt", "*.pdf"):
        result = run("audit", tmp_path / name)
        assert result.status == 2
        assert name in result.err + result.out


def test_the_exit_status_follows_the_findings(tmp_path: Path, run: Callable[..., Any]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    assert run("audit", path).status == 1
    assert run("audit", path, "--fail-on", "never").status == 0
    path.write_text("全年修路3公里。\n", encoding="utf-8")
    assert run("audit", path).status == 0


# Places

WORDS = (
    "全年完成投资3800万元", "，", "。", "；", "、", "\n", "\r\n", "占年度计划的95%", "完成率为145.45%", "60张", "共7家", "其中", "一是",
    "三是", "排名第名", "（甲、乙、丙）", "同比增长12.5%", "由30公里提高到45公里", "4000万", "13月份", "1、", "分别为3项、5项",
    "\u3000", "𠮷",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=40).map("".join), st.text(max_size=60)))
@example("日万人，次全年1万人。次")
@example("\r0\n\uffef")
@example("由%()提高到结转下年")
@example("定%的要求。")
@example("增幅2-1月份分别为1%、13%。")
@example("以上占，二是巩固退耕还林。三是造林补贴。五是防沙治沙示范。")
def test_every_place_agrees_with_the_text(text: str) -> None:
    report = audited(text)
    starts = line_starts(text)
    source = report.sources[0]
    for place in (*report.findings, *(item.place for item in report.judged), *(figure.place for figure in source.uncovered)):
        assert 0 <= place.start <= place.end <= len(text)
        assert place.quote == text[place.start : place.end]
        if place.end:
            assert starts[place.line - 1] + place.column - 1 == place.start
    assert 0 <= source.figures_checked <= source.figures


# The page


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.ids += [found["id"]] if found.get("id") else []  # type: ignore[list-item]
        self.links += [found["href"]] if found.get("href") else []  # type: ignore[list-item]
        kind = found.get("class") or ""
        if tag not in ("meta", "link", "br"):
            self._open.append(f"{tag}.{kind}")
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(one.startswith("details") for one in self._open):
            if any(one.startswith("mark") for one in self._open):
                self.marks[-1] += data
            if "span.words" in self._open and not any(one.startswith("a.tag") for one in self._open):
                self.words += data


def page_of(report: Report) -> Page:
    return Page(write("html", report, ReportOptions()))


def test_the_page_shows_the_whole_text_with_its_findings_in_place() -> None:
    text = "<b>标题</b>\n\n" + GOOD + "考核排名第名，另有XX万元未到位。\n"
    report = audited(text)
    assert len(report.findings) >= 3
    page = page_of(report)
    assert page.words == text.replace("\n", "")
    for finding in report.findings:
        assert finding.quote in "".join(page.marks)
    numbers = range(1, len(report.findings) + 1)
    assert {f"f{n}" for n in numbers} | {f"t{n}" for n in numbers} <= set(page.ids)
    assert {f"#f{n}" for n in numbers} | {f"#t{n}" for n in numbers} <= set(page.links)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert "script" not in page.tags


def test_findings_that_overlap_cross_lines_or_have_no_place() -> None:
    text = "甲乙丙丁\r\n戊己\n"
    spans = ((0, 3), (1, 8), (2, 2), (0, 0), (3, 5), (8, 9))
    kinds = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    findings = tuple(
        Finding("X1", "x", "rate", kinds[n % 3], f"话{n}", path="a.txt", line=1, start=a, end=b, quote=text[a:b])
        for n, (a, b) in enumerate(spans)
    )
    report = replace(audited(text), findings=findings)
    page = page_of(report)
    assert page.words == "甲乙丙丁戊己"
    assert sorted(one for one in page.ids if one[0] == "t" and one[1:].isdigit()) == [f"t{n}" for n in range(1, 7)]
    assert "".join(mark for mark in page.marks) == "甲乙丙丁戊己"


def test_of_several_documents_those_with_findings_are_shown_and_of_our_own_reports_none(folder: Folder) -> None:
    one, other = audited(GOOD), audited("全年修路3公里。\n")
    other = replace(other, sources=(replace(other.sources[0], path="b.txt"),), texts={"b.txt": other.texts["a.txt"]})
    both = Report((*one.sources, *other.sources), one.findings, (), {**one.texts, **other.texts})
    assert page_of(both).words == GOOD.strip()
    rendered = folder.render()
    assert page_of(check_facts(folder.load(), rendered.document, None)).words == ""


# Our own documents


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> tuple[FactSet, Any]:
    from summarizer.render import render

    facts = load(request.param)
    return facts, render(facts, Resources(request.param / "templates")).document


def test_facts_and_prose_judge_the_same_claims_alike(example: tuple[FactSet, Any]) -> None:
    facts, document = example
    both = pairs(document, facts)
    assert both
    assert [(pair.facts, pair.by_facts.working, pair.by_prose.working) for pair in both if pair.differ] == []


def test_the_prose_of_the_examples_raises_no_alarm_of_its_own(example: tuple[FactSet, Any]) -> None:
    """Read what comes up here: only a fault that the published text really has may be added to the list."""
    facts, document = example
    known = check_facts(facts, document, None).findings
    merged = merge(known, audit_document(document, facts))
    assert [(one.code, one.quote) for one in merged[len(known) :]] == []


def test_the_figures_of_a_document_are_found_in_its_text(example: tuple[FactSet, Any]) -> None:
    facts, document = example
    rendered = Rendered(document, facts)
    assert len(rendered.figures) > 40
    for figure in rendered.figures:
        assert rendered.text[figure.start : figure.end] == figure.ref.text


RATED = """\
heading: 抓项目
road:
  name: 林区道路
  annual_plan: 4000万元
  invested: 4100万元
  rate: 95%
  text: |
    计划投资{{ annual_plan }}，完成投资{{ invested }}，完成率{{ rate }}。
"""


def test_one_fault_is_one_finding(folder: Folder) -> None:
    folder.section(RATED)
    facts, document = folder.load(), folder.document()
    own = audit_document(document, facts)
    assert [one.code for one in own] == ["RATE001"]
    known = check_facts(facts, document, None).findings
    assert [one.code for one in known if one.kind == "rate"] == ["RATE001"]
    assert set(own[0].facts) <= set(known[0].facts)
    assert merge(known, own) == list(known)
    assert merge([], own) == list(own)
    other = replace(known[0], kind="sum", code="SUM001")
    assert merge([other], own) == [other, *own]


def test_a_prose_finding_knows_its_facts_its_anchors_and_its_line(folder: Folder) -> None:
    folder.section(
        "heading: 抓项目\nfacts:\n  dug: 60口\n  filled: 12口\n  left: 50口\ntext: |\n"
        "  新打水井{{ dug }}，完成率145.45%。\n\n  第二段，三是修路。\n"
    )
    facts, document = folder.load(), folder.document()
    found = {one.code: one for one in audit_document(document, facts)}
    rate = found["RATE002"]
    assert rate.facts == ("projects.dug",)
    assert rate.path.endswith("projects.yaml")
    source = facts.sources[rate.path.rsplit("/", 1)[-1]]
    assert source.text[rate.start : rate.end] == rate.quote
    (anchor,) = rate.anchors
    block = list(document.blocks())[anchor.block]
    assert isinstance(block, Paragraph)
    shown = block.number + "".join(inline.text for inline in (*block.lead, *block.content))
    # 145.45% is typed, so that the words are marked and not the figure alone.
    assert (anchor.figures, shown[anchor.start : anchor.end]) == ((), "60口，完成率145.45%")
    assert any(isinstance(inline, Text) and "145.45%" in inline.text for inline in block.content)


def test_figures_of_a_table_map_to_the_document(example: tuple[FactSet, Any]) -> None:
    facts, document = example
    rendered = Rendered(document, facts)
    for told in rendered.told(Settings()):
        finding = rendered.finding(told) if told.verdict.message else None
        if finding is not None and finding.anchors:
            assert all(0 <= anchor.block < len(list(document.blocks())) for anchor in finding.anchors)


def test_merging_looks_at_kind_facts_and_words() -> None:
    base = Finding("COUNT001", "x", "count", Severity.ERROR, "话", path="a.yaml", start=3, end=9, facts=("a.b", "a.c"))
    anchored = replace(base, facts=(), anchors=(Anchor(2, (), 1, 5),))
    check = replace(base, code="CHECK001", kind="bound", facts=("a.b", "a.c", "a.d"))
    assert merge([base], [replace(base, start=40, end=50, facts=("a.b",))]) == [base]
    assert merge([base], [replace(base, start=40, end=50, facts=("z.b",))]) != [base]
    assert merge([check], [base]) == [check]
    assert merge([anchored], [replace(anchored, start=0, end=0)]) == [anchored]
    assert len(merge([], [base, replace(base)])) == 1
