from __future__ import annotations

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Generated,
    Heading,
    ImprintBlock,
    Letterhead,
    Name,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.resources import Resources
from summarizer.writers import text
from summarizer.writers.base import Job


def lines(document: Document, *, draft: bool = False) -> list[str]:
    data = text.write(document, Job(Resources(), draft=draft)).data
    assert b"\r" not in data
    assert data.endswith(b"\n")
    return data.decode("utf-8").split("\n")[:-1]


def body(*blocks: object) -> list[str]:
    return lines(Document("r", ("标题",), blocks))[2:]  # type: ignore[arg-type]


def test_title_lines_and_a_paragraph_a_line() -> None:
    document = Document(
        "r",
        ("示例县林业局2023年工作总结", "和2024年工作思路"),
        (Paragraph((Text("山上的树长高了。"),)), Paragraph((Text("路也修通了。"),))),
    )
    assert lines(document) == ["示例县林业局2023年工作总结", "和2024年工作思路", "", "山上的树长高了。", "路也修通了。"]


def test_heading_has_its_number_and_no_end_mark() -> None:
    assert body(Heading(1, "一、", (Text("护林"),))) == ["一、护林"]


def test_run_in_heading_is_joined_by_one_full_stop() -> None:
    content = (Text("投入"), FigureRef("a.b", "3.5万元", "35000", "元", "f1"), Text("。"))
    assert body(Paragraph(content, lead=(Text("补种幼苗"),), level=2, number="（一）")) == ["（一）补种幼苗。投入3.5万元。"]
    assert body(Paragraph(content, lead=(Text("补种幼苗。"),), level=2, number="（一）")) == ["（一）补种幼苗。投入3.5万元。"]


def test_number_without_a_lead() -> None:
    assert body(Paragraph((Generated("一是"), Text("清沟。")), number="1.")) == ["1.一是清沟。"]


def test_table_is_tab_separated_with_its_caption() -> None:
    table = Table(
        "造林面积",
        (Column("乡镇"), Column("面积", "亩", "decimal")),
        (((Name("东\t乡"),), (FigureRef("a", "12.5"),)), ((Name("西乡"),), ())),
    )
    assert body(table) == ["", "造林面积", "乡镇\t面积（亩）", "东 乡\t12.5", "西乡\t", ""]


def test_line_ends_inside_text_do_not_make_paragraphs() -> None:
    assert body(Paragraph((Text("前半\r\n后半\u2028尾"),))) == ["前半 后半 尾"]


def test_attachments_are_listed_and_stand_at_the_end() -> None:
    document = Document(
        "r",
        ("标题",),
        (Paragraph((Text("正文。"),)),),
        attachments=(Attachment("名单", (Paragraph((Text("甲村。"),)),)), Attachment("图表", ())),
        signature=Signature(("示例县林业局",), "2024年1月5日"),
        note="公开",
    )
    assert lines(document)[2:] == [
        *("正文。", "", "附件：1.名单", "2.图表", "", "示例县林业局", "2024年1月5日", "（公开）"),
        *("", "附件1", "名单", "甲村。", "", "附件2", "图表"),
    ]


def test_a_single_attachment_has_no_number() -> None:
    found = lines(Document("r", ("标题",), (), attachments=(Attachment("名单", ()),)))
    assert "附件：名单" in found
    assert "附件" in found


def test_issued_form() -> None:
    document = Document(
        "r",
        ("标题",),
        (),
        letterhead=Letterhead(("示例县林业局",), document_number="示林〔2024〕3号", signatories=("签发人甲",)),
        addressee="示例县人民政府：",
        imprint_block=ImprintBlock(("甲局", "乙局"), "示例县林业局办公室", "2024年1月5日"),
    )
    found = lines(document)
    assert found[:4] == ["示例县林业局", "示林〔2024〕3号", "签发人：签发人甲", ""]
    assert "示例县人民政府：" in found
    assert found[-2:] == ["抄送：甲局，乙局。", "示例县林业局办公室　2024年1月5日印发"]


def test_draft_and_blank_figure_leave_nothing() -> None:
    document = Document("r", ("标题",), (Paragraph((Text("另有"), FigureRef("a", ""), Text("人。"))),))
    assert lines(document, draft=True) == lines(document) == ["标题", "", "另有人。"]
