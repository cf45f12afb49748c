"""From prose to blocks: numbers, headings, soft breaks, tables, escaping, and where each word came from."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Generated, Heading, Paragraph, Table, plain
from summarizer.errors import TemplateError
from summarizer.render import marks
from summarizer.render.body import Anchors, BodyReader
from summarizer.render.numbering import STYLES, Numbering, number_steps
from summarizer.resources import Resources
from summarizer.writers import FORMATS
from summarizer.writers.base import Job
from tests.conftest import Folder


def read(text: str) -> tuple[object, ...]:
    return BodyReader([], lambda _number: None, str, Anchors(), Numbering()).read(text)  # type: ignore[arg-type, return-value]


def shown(block: object) -> str:
    if isinstance(block, Paragraph):
        return block.number + plain(block.lead) + plain(block.content)
    assert isinstance(block, Heading)
    return block.number + plain(block.content)


def steps(style: str, count: int) -> list[str]:
    text = "".join(marks.step(STYLES.index(style)) + "|" for _n in range(count))
    return marks.reveal(number_steps(text)).split("|")[:-1]


@pytest.mark.parametrize(
    ("style", "count", "expected"),
    [
        ("首先", 1, ["首先"]),
        ("首先", 2, ["首先", "其次"]),
        ("首先", 3, ["首先", "其次", "最后"]),
        ("首先", 4, ["首先", "其次", "再次", "最后"]),
        ("是", 3, ["一是", "二是", "三是"]),
        ("1.", 2, ["1.", "2."]),
        ("（1）", 2, ["（1）", "（2）"]),
        ("第一", 2, ["第一", "第二"]),
        ("（一）", 2, ["（一）", "（二）"]),
    ],
)
def test_styles_of_steps(style: str, count: int, expected: list[str]) -> None:
    assert steps(style, count) == expected


def test_steps_restart_at_each_heading_and_styles_do_not_mix(folder: Folder) -> None:
    folder.prose(
        '{{ step() }}甲。{{ step("1.") }}乙。{{ step() }}丙。\n\n### 次级\n\n'
        '{{ step() }}丁。{{ step("首先") }}戊。\n\n{{ step("首先") }}己，{{ step("首先") }}庚。\n'
    )
    texts = [shown(block) for block in folder.document().body]
    assert "一是甲。1.乙。二是丙。" in texts
    assert texts[texts.index("1.次级") + 1 :][:2] == ["一是丁。首先戊。", "其次己，最后庚。"]


def test_steps_are_generated_numbers(folder: Folder) -> None:
    assert folder.paragraph("{{ step() }}甲").content[0] == Generated("一是")


def test_unknown_style_of_steps(folder: Folder) -> None:
    assert "首先" in folder.error_in("{{ step('甲') }}").hint


@given(st.lists(st.integers(1, 6), max_size=25))
def test_headings_are_numbered_by_level(levels: list[int]) -> None:
    blocks = read("".join(f"{'#' * level} 题\n\n" for level in levels))
    counts = [0, 0, 0, 0]
    for level, block in zip(levels, blocks, strict=True):
        level = min(level, 4)
        counts[level - 1] += 1
        counts[level:] = [0] * (4 - level)
        assert isinstance(block, Heading)
        assert block.level == level
        if level >= 3:
            assert block.number == (f"{counts[2]}.", f"（{counts[3]}）")[level - 3]


def test_the_four_levels() -> None:
    text = "# 甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n## 戊\n\n### 己\n\n# 庚\n\n## 辛\n"
    assert [shown(block) for block in read(text)] == ["一、甲", "（一）乙", "1.丙", "（1）丁", "（二）戊", "1.己", "二、庚", "（一）辛"]


def test_a_heading_runs_into_the_paragraph_below_it() -> None:
    (run_in,) = read("## 抓项目\n全年很好。\n")
    assert isinstance(run_in, Paragraph)
    assert (run_in.level, run_in.number, plain(run_in.lead), plain(run_in.content)) == (2, "（一）", "抓项目。", "全年很好。")
    (run_in,) = read("### 抓好吗？\n很好。\n")
    assert isinstance(run_in, Paragraph)
    assert plain(run_in.lead) == "抓好吗？"
    heading, paragraph = read("## 抓项目\n\n全年很好。\n")
    assert isinstance(heading, Heading)
    assert shown(paragraph) == "全年很好。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙\n丙丁", "甲乙丙丁"),
        ("甲，\n丙", "甲，丙"),
        ("GB/T\n9704", "GB/T 9704"),
        ("甲\nGB", "甲GB"),
        ("甲   \n   乙", "甲乙"),
        ("甲{{ invested }}\n{{ name }}", "甲4100万元林区道路"),
        ("{{ name }}\n\n\n乙", "林区道路"),
        ("a\n{{ invested }}", "a 4100万元"),
    ],
)
def test_soft_breaks(folder: Folder, text: str, expected: str) -> None:
    assert folder.shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023. 年底",
        "1. 甲",
        "- 甲",
        "5*3*2",
        "**“甲”**乙",
        "> 甲",
        "    甲",
        "`甲`",
        "[甲](乙)",
        "<b>甲</b>",
        "&amp;",
        "\\*",
        "---",
        "#甲",
        "####### 甲",
        "```",
        "甲|乙",
        "___",
        "<!-- 甲 -->",
        "http://example.com/a_b_c",
    ],
)
def test_prose_is_no_more_than_a_small_markdown(folder: Folder, text: str) -> None:
    assert folder.shown(text) == text.strip()


def test_a_table_in_prose(folder: Folder) -> None:
    folder.prose("| 名称 | 投资 |\n|:--|--:|\n| {{ name }} | {{ invested }} |\n| a\\|b | {{ total }}、{{ step() }} |\n")
    (table,) = [block for block in folder.document().body if isinstance(block, Table)]
    assert [(column.head, column.align) for column in table.columns] == [("名称", "left"), ("投资", "right")]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["林区道路", "4100万元"], ["a|b", "1.20亿元、一是"]]


HOSTILE = [
    "# 井",
    "| 竖 | 线 |",
    "<script>alert(1)</script>",
    "*星* _线_",
    "3号楼12.5",
    "{{ total }}",
    "{% if x %}",
    "&lt;b&gt;",
    "１２（3）",
    "a  b",
    "《甲》",
    "1. 甲",
    "`甲`",
    "\\n",
    "𠮷野家😀",
    "%s{}",
    "]]>",
    "-->",
    "'\"",
    "甲\u200b乙",
    "e\u0301",
]


def in_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode()
    return html.unescape(re.sub(r"<[^>]+>", "", xml))


@pytest.mark.parametrize("name", HOSTILE)
def test_names_show_as_their_characters_everywhere(empty: Folder, name: str) -> None:
    empty.write("report.yaml", empty.read("report.yaml") + "appendix: [projects]\n")
    quoted = name.replace("'", "''")
    empty.section(
        f"heading: '{quoted}'\na:\n  name: '{quoted}'\n  progress: '{quoted}'\n  total: 5万元\n  text: |\n    甲{{{{ name }}}}乙\n"
    )
    rendered = empty.render()
    document = rendered.document
    assert f"甲{name}乙" in [shown(block) for block in document.body if not isinstance(block, Table)]
    job = Job(Resources(), empty.load())
    for format in ("text", "html", "docx"):
        data = FORMATS[format].writer()(document, job).data
        text = data.decode() if format != "docx" else in_docx(data)
        if format == "html":
            assert "<script>alert" not in text
            text = html.unescape(re.sub(r"<[^>]+>", "", text))
        assert name in re.sub(r"\s+(?=\S)", " ", text) or name in text, format


def test_hostile_ids_do_no_harm(empty: Folder) -> None:
    ids = ["class", "loop", "in", "self", "__class__", "_x", "None", "true", "text_", "ｘ", "projects", "report", "step", "lookup"]
    empty.section("".join(f"{id}:\n  total: {n}万元\n  text: |\n    {{{{ total }}}}\n" for n, id in enumerate(ids, 1)))
    empty.write("report.yaml", empty.read("report.yaml") + "closing: |\n" + "".join(f"  {{{{ projects['{id}'].total }}}}\n" for id in ids))
    body = empty.document().body
    expected = [f"{n}万元" for n in range(1, len(ids) + 1)]
    assert [shown(block) for block in body[-len(ids) - 1 : -1]] == expected
    assert shown(body[-1]) == "".join(expected)


@pytest.mark.parametrize("id", ["id", "shape", "flow", "periods", "key"])
def test_ids_that_templates_use_are_refused(empty: Folder, id: str) -> None:
    assert "cannot be an id" in empty.section(f"a:\n  {id}:\n    total: 5万元\n").error().message
    assert "cannot be an id" in empty.section(f"facts:\n  {id}: 5万元\n").error().message


# Origins


def test_every_paragraph_points_to_the_line_of_its_words(folder: Folder) -> None:
    folder.change("report.yaml", "完成了各项任务。", "完成了各项任务。\n\n  现汇报如下。")
    folder.prose("第一段{{ invested }}。\n\n### 小题\n\n{{ name }}是\n第二段。\n\n{% if true %}\n第三段。\n{% endif %}")
    for block in folder.document().body:
        assert block.origin is not None
        if block.origin.kind == "template":
            continue
        line = folder.read(block.origin.path).split("\n")[block.origin.line - 1]
        start = shown(block).lstrip("1.（一）抓项目。")[:2]
        assert start in line or "{{ name }}" in line or "{{ report.year" in line or "{{ step() }}" in line, (line, shown(block))
        assert block.origin.column == len(line) - len(line.lstrip()) + 1


def test_origins_name_the_scalar(folder: Folder) -> None:
    body = folder.document().body
    assert body[0].origin is not None
    assert (body[0].origin.path, body[0].origin.key, body[0].origin.line) == ("report.yaml", "report.opening", 6)
    assert body[2].origin is not None
    assert body[2].origin.key == "projects.text"
    assert body[1].origin is not None
    assert (body[1].origin.kind, body[1].origin.path) == ("template", "summary.md.j2")
    last = body[-1].origin
    assert last is not None
    assert (last.kind, last.path) == ("template", "parts/project.md.j2")


def test_run_on_texts_have_a_span_each(empty: Folder) -> None:
    empty.section(
        "children: run-on\ntext: |\n  总的情况，\na:\n  total: 5万元\n  text: |\n    {{ step() }}投资 {{ total }}，\n"
        "b:\n  name: 乙\n  total: 6万元\n"
        "c:\n  text: |\n    {{ step() }}甲\n    乙丙。\n"
    )
    paragraph = empty.document().body[-1]
    assert isinstance(paragraph, Paragraph)
    text = plain(paragraph.content)
    assert text == "总的情况，一是投资 5万元，乙，总投资6万元。二是甲乙丙。"
    stretches = [
        (text[span.start : end], span.origin.path, span.origin.line)
        for span, end in zip(paragraph.spans, [*(span.start for span in paragraph.spans[1:]), len(text)], strict=True)
    ]
    assert stretches == [
        ("总的情况，", "projects.yaml", 3),
        ("一是投资 5万元，", "projects.yaml", 7),
        ("乙，总投资6万元。", "parts/project.md.j2", 1),
        ("二是甲", "projects.yaml", 13),
        ("乙丙。", "projects.yaml", 14),
    ]
    assert paragraph.origin is not None
    assert paragraph.origin.line == 3


def test_flow_none_leaves_children_out(empty: Folder) -> None:
    empty.section("children: 不写\ntext: |\n  总的情况。\na:\n  text: |\n    不见。\n")
    assert [shown(block) for block in empty.document().body][-1] == "总的情况。"


@given(st.text(st.characters(exclude_categories=("Cs", "Co")), max_size=60))
def test_any_prose_becomes_blocks_or_an_error(text: str) -> None:
    try:
        blocks = read(text)
    except TemplateError:
        return
    assert not any(isinstance(block, Paragraph) and not plain(block.content) for block in blocks)
