"""The redline as DOCX: accepting everything gives the new text, rejecting everything the old one, whatever was edited."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from summarizer.changes.tracked import write
from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Generated,
    Heading,
    ImprintBlock,
    Inline,
    Letterhead,
    Metadata,
    Name,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.docx import write as write_docx

from .settled import body_of, settle, shown

JOB = Job(Resources())

PROSE = (
    "全年谋划推进重大项目，", "覆盖养老、殡葬等领域。", "前期工作正在展开；", "集体经济大为改善。", "主体工程结顶，", "“老省心”综合体", "", "2023—2025年",
    "完成率为", "占年度投资计划的", "推动慈善事业融入婚俗改革，", "位列全市第三。", "\t", "其中，", "12.5%", "。",
)  # fmt: skip
texts = st.sampled_from(PROSE)
FACTS = ("projects.a.invested", "projects.a.rate", "services.b.paid", "indicators.c.rank")
figures = st.builds(lambda fact, text: FigureRef(fact, text, "", "", ""), st.sampled_from(FACTS), st.sampled_from(["3800万元", "4300万元", "95%", "第二", ""]))
inlines = st.lists(
    st.one_of(st.builds(Text, texts), figures, st.builds(Name, st.sampled_from(["殡仪馆改扩建工程", "下各养老服务中心"])), st.builds(Generated, st.sampled_from(["一是", "3"]))),
    max_size=6,
).map(tuple)  # fmt: skip
columns = st.lists(st.builds(Column, texts, st.sampled_from(["", "万元"]), st.sampled_from(["left", "decimal"])), min_size=1, max_size=3).map(tuple)
tables = columns.flatmap(
    lambda heads: st.builds(
        Table, texts, st.just(heads), st.lists(st.lists(inlines, min_size=len(heads), max_size=len(heads)).map(tuple), max_size=4).map(tuple), st.booleans()
    )
)  # fmt: skip
blocks = st.one_of(
    st.builds(Paragraph, inlines, inlines, st.integers(0, 3), st.sampled_from(["", "（一）", "1."])),
    st.builds(Heading, st.integers(1, 3), st.sampled_from(["一、", "（二）"]), inlines),
    tables,
)
names = st.lists(st.sampled_from(["示例县民政局", "示例县财政局", "示例县卫生健康局"]), max_size=3).map(tuple)
documents = st.builds(
    Document,
    st.just("demo"),
    st.lists(st.sampled_from(["示例县民政局2023年工作总结", "和2024年工作思路", "示例县民政局2023年重点工作总结及2024年工作思路和安排"]), max_size=2).map(tuple),
    st.lists(blocks, max_size=5).map(tuple),
    st.just(Metadata(date="2024-01-11")),
    st.none() | st.builds(Letterhead, names, st.sampled_from(["", "000012"]), document_number=st.sampled_from(["示民〔2024〕5号", ""])),
    st.sampled_from(["", "示例县人民政府"]),
    st.none() | st.builds(Signature, names, st.sampled_from(["2024年1月11日", "2024年1月12日", ""]), st.booleans()),
    st.sampled_from(["", "此件公开发布"]),
    st.lists(st.builds(Attachment, texts, st.lists(blocks, max_size=2).map(tuple)), max_size=2).map(tuple),
    st.none() | st.builds(ImprintBlock, names, st.sampled_from(["", "示例县民政局办公室"]), st.just("2024年1月11日")),
    st.sampled_from(["plain", "issued"]),
)  # fmt: skip


@st.composite
def edited(draw: Any) -> tuple[Document, Document]:
    """A document, and what somebody made of it: blocks gone, come, moved, exchanged."""
    before, other = draw(documents), draw(documents)
    body = list(before.body)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(body)))
        what = draw(st.sampled_from(["come", "go", "move"]))
        if what == "come":
            body.insert(at, draw(blocks))
        elif body:
            taken = body.pop(min(at, len(body) - 1))
            if what == "move":
                body.insert(draw(st.integers(0, len(body))), taken)
    import dataclasses

    kept = draw(st.sets(st.sampled_from(["title", "letterhead", "signature", "attachments", "imprint_block", "form", "addressee", "note"])))
    return before, dataclasses.replace(other, body=tuple(body), **{name: getattr(before, name) for name in kept})


def text_of(body: Any) -> Any:
    """Return what is shown; an empty paragraph that a table left at the very end counts for nothing."""
    found = shown(body)
    while found and not found[-1][-1]:
        found.pop()
    return found


def both(before: Document, after: Document) -> bytes:
    data = write(before, after, JOB).data
    for document, choice in ((before, "reject"), (after, "accept")):
        assert text_of(settle(data, choice)) == text_of(body_of(write_docx(document, JOB).data))
    return data


@given(edited())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@example((Document("a", (), (Paragraph((Text("甲。"),)), Paragraph((Text("乙。"),)))), Document("a", (), (Paragraph((Text("甲。"),)),))))
@example((Document("a", (), (Paragraph((Text("甲。"),)),)), Document("a", (), (Paragraph((Text("甲。"),)), Heading(1, "一、", (Text("乙"),))))))
def test_accepted_it_is_the_new_text_and_rejected_the_old(pair: tuple[Document, Document]) -> None:
    both(*pair)
