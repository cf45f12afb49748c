"""What a paragraph is, by its words, place and type."""

from __future__ import annotations

import pytest

from summarizer.inspect.roles import assign, recognised
from summarizer.inspect.sheet import Para, Role, Sheet, Stretch


def paras(*rows: tuple[str, dict[str, object]] | str) -> Sheet:
    found = []
    for number, row in enumerate(rows, 1):
        text, values = row if isinstance(row, tuple) else (row, {})
        para = Para(text, (Stretch(text, "han", "仿宋", 16.0),), number, size=16.0, align="both", indent=32.0)
        for key, value in values.items():
            setattr(para, key, value)
        found.append(para)
    return Sheet("x", "docx", paras=found)


CENTRED = {"align": "center", "size": 22.0, "indent": 60.0}
RIGHT = {"align": "right", "indent": 280.0, "inset": 40.0}


def roles(sheet: Sheet) -> list[str]:
    assign(sheet)
    return [para.role.value if para.role else "" for para in sheet.paras]


def test_a_whole_document() -> None:
    sheet = paras(
        ("000001", {"indent": 0.0}),
        ("机密★3年", {}),
        ("特急", {}),
        ("示例县林业局文件", CENTRED),
        ("示林〔2024〕5号", {"align": "center"}),
        ("示例县林业局关于2023年", CENTRED),
        ("工作情况的报告", {**CENTRED, "gap": 0.0}),
        ("示例县人民政府：", {"indent": 0.0}),
        "现将有关情况汇报如下：",
        "一、造林",
        "（一）抓进度。全年造林3.2万亩。",
        "1.育苗",
        "（1）选种",
        "3.2万亩已验收。",
        ("附件：1.项目表", {}),
        "2.名单",
        ("示例县林业局", RIGHT),
        ("2024年1月11日", RIGHT),
        "（此件公开发布）",
        ("附件1", {"indent": 0.0, "new_page": True}),
        ("项目表", CENTRED),
        "本表截至年底。",
        ("抄送：甲局。", {}),
        ("示例县林业局办公室 2024年1月11日印发", {}),
    )
    assert roles(sheet) == [
        "copy-number", "secrecy", "urgency", "issuer", "document-number", "title", "title", "addressee", "body", "level-1", "level-2",
        "level-3", "level-4", "body", "attachment-list", "attachment-list", "signature", "date", "note", "attachment-label",
        "attachment-title", "body", "copies", "printed",
    ]  # fmt: skip
    run_in = sheet.paras[10]
    assert run_in.text[: run_in.lead] == "（一）抓进度。"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("一、造林", "level-1"),
        ("（三）护林", "level-2"),
        ("(三)护林", "level-2"),
        ("3.5万亩已经验收。", "body"),
        ("12、育苗", "level-3"),
        ("一是育苗。", "body"),
    ],
)
def test_levels(text: str, role: str) -> None:
    sheet = paras(("示例县林业局总结", CENTRED), "前言。", text, "结尾。")
    assert roles(sheet)[2] == role


def test_a_style_says_the_level_where_no_number_does() -> None:
    sheet = paras(("示例县林业局总结", CENTRED), ("造林", {"style": "heading 2"}), "正文。")
    assert roles(sheet)[1] == "level-2"


def test_without_a_title_nothing_is_relied_on() -> None:
    sheet = paras("全年造林3.2万亩。", "都已成活。")
    assign(sheet)
    assert not recognised(sheet)
    other = paras(("示例县林业局总结", CENTRED), "正文。")
    assign(other)
    assert recognised(other)


def test_a_text_about_a_date_is_no_date() -> None:
    sheet = paras(("示例县林业局总结", CENTRED), "2024年1月11日前完成。", "其他。")
    assert roles(sheet)[1:] == ["body", "body"]


def test_tables_keep_their_role_but_the_imprint_in_one_is_known() -> None:
    sheet = paras(("示例县林业局总结", CENTRED), "正文。", ("甲", {"table": 0}), ("抄送：甲局。", {"table": 1}))
    assert roles(sheet)[2:] == [Role.TABLE.value, Role.COPIES.value]
