"""Where findings stand in a draft, whatever the format."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Column, Document, FigureRef, Heading, Name, Paragraph, Table, Text, plain
from summarizer.findings import Anchor, Finding, Severity
from summarizer.resources import Resources
from summarizer.writers.base import Job
from summarizer.writers.marking import Marking, Stretch, marking, pieces, rows

FIRST = FigureRef("wells.dug", "12口", "12", "口", "w1")
SECOND = FigureRef("wells.plan", "15口", "15", "口", "w2")
BLANK = FigureRef("wells.depth", "", anchor="w3")
PARAGRAPH = Paragraph(
    (Text("新打水井"), FIRST, Text("，计划"), SECOND, Text("，深"), BLANK, Text("米。")), lead=(Text("打井"),), level=2, number="（一）"
)
TABLE = Table(
    "水井表",
    (Column("村"), Column("口数", "口")),
    (((Name("甲村"),), (FigureRef("a", "7", anchor="c1"),)), ((Name("乙村"),), (Text("5"),))),
)
DOCUMENT = Document("r", ("示例县2023年打井总结",), (Heading(1, "一、", (Text("水井"),)), PARAGRAPH, TABLE))


def finding(*anchors: Anchor, code: str = "X001", severity: Severity = Severity.ERROR, **rest: str) -> Finding:
    return Finding(code, "made-up", "rate", severity, "数不对", anchors=anchors, **rest)  # type: ignore[arg-type]


def marked(*findings: Finding, document: Document = DOCUMENT) -> Marking:
    found = marking(document, Job(Resources(), findings=findings))
    assert found
    return found


def texts(document: Document, stretches: dict[int, tuple[Stretch, ...]]) -> list[tuple[int, str]]:
    """Return opinion and characters of each stretch."""
    blocks = list(document.blocks())
    return [
        (one.number, "".join(piece.text for row in pieces(blocks[block], [one]) for piece in row if piece.inside))
        for block, found in sorted(stretches.items())
        for one in found
    ]


def places(*anchors: Anchor) -> tuple[list[str], list[str]]:
    """Return what is marked and what a comment covers for one finding."""
    found = marked(finding(*anchors))
    return [text for _n, text in texts(DOCUMENT, found.marks)], [text for _n, text in texts(DOCUMENT, found.ranges)]  # type: ignore[arg-type]


def test_a_final_file_and_a_clean_draft_have_nothing() -> None:
    assert marking(DOCUMENT, Job(Resources(), findings=(finding(),), draft=False)) is None
    assert marking(DOCUMENT, Job(Resources())) is None


def test_figures_are_marked_one_by_one_and_commented_from_the_first_to_the_last() -> None:
    assert places(Anchor(1, ("w1",))) == (["12口"], ["12口"])
    assert places(Anchor(1, ("w2", "w1"))) == (["12口", "15口"], ["12口，计划15口"])


def test_figures_win_over_characters() -> None:
    assert places(Anchor(1, ("w1",), 0, 3)) == (["12口"], ["12口"])
    assert places(Anchor(1, ("gone",), 0, 3)) == (["（一）"], ["（一）"])


def test_characters_count_from_the_number_and_the_lead() -> None:
    text = "（一）打井新打水井12口，计划15口，深米。"
    assert "".join(plain(row) for row in rows(PARAGRAPH)) == text
    for start, end in ((1, 2), (3, 7), (2, 11), (9, 11), (0, len(text))):
        assert places(Anchor(1, (), start, end)) == ([text[start:end]], [text[start:end]])
    assert places(Anchor(1, (), 20, 999)) == ([text[20:]], [text[20:]])


def test_an_anchor_without_a_place_in_its_block_means_the_block() -> None:
    for anchor in (Anchor(0), Anchor(0, ("w1",)), Anchor(0, (), 3, 3), Anchor(0, (), 50, 60)):
        assert places(anchor) == (["一、水井"], ["一、水井"])
    assert places(Anchor(2)) == (["水井表"], ["水井表"])
    bare = replace(DOCUMENT, body=(replace(TABLE, caption=""),))
    assert texts(bare, marked(finding(Anchor(0)), document=bare).marks) == [(1, "村")]  # type: ignore[arg-type]


def test_a_table_is_marked_in_each_cell_and_commented_in_the_first() -> None:
    assert places(Anchor(2, (), 1, 4)) == (["村", "7", "乙"], ["村"])
    assert places(Anchor(2, ("c1",))) == (["7"], ["7"])


def test_a_blank_figure_has_a_place_of_its_own() -> None:
    found = marked(finding(Anchor(1, ("w3",))))
    (blank,) = [piece for row in pieces(PARAGRAPH, found.marks[1]) for piece in row if piece.inside]
    assert (blank.inline, blank.opens, blank.closes) == (BLANK, (1,), (1,))
    assert found.opinions[0].quote == "〔空白〕"


def test_only_the_first_anchor_is_commented() -> None:
    assert places(Anchor(1, ("w1",)), Anchor(2, ("c1",)), Anchor(1, ("w1",))) == (["12口", "7"], ["12口"])
    assert places(Anchor(99), Anchor(2, ("c1",))) == (["7"], ["7"])


def test_without_a_place_the_title_is_meant() -> None:
    found = marked(finding(), finding(Anchor(99), code="X002"), finding(Anchor(-1), code="X003"))
    assert found.title == (1, 2, 3)
    assert not found.marks
    assert not found.ranges


def test_numbers_follow_the_reading_order_and_none_comes_twice() -> None:
    late, early = finding(Anchor(2, ("c1",)), code="A"), finding(Anchor(1, ("w2",)), code="B")
    whole = finding(code="C")
    found = marked(late, early, whole, early)
    assert [(one.number, one.finding.code) for one in found.opinions] == [(1, "C"), (2, "B"), (3, "A")]
    assert texts(DOCUMENT, found.marks) == [(2, "15口"), (3, "7")]  # type: ignore[arg-type]


def test_words_of_an_opinion() -> None:
    (one,) = marked(finding(Anchor(1, ("w1", "w2")), working="12 ÷ 15", hint="查一查")).opinions
    assert (one.kind, one.verdict, one.quote) == ("error", "必须改", "12口、15口")
    assert one.details == (("演算", "12 ÷ 15"), ("建议", "查一查"), ("代码", "X001 made-up"))
    (known,) = marked(finding(severity=Severity.WARNING, acknowledged="原文如此", quote="十二口")).opinions
    assert (known.kind, known.verdict, known.quote) == ("acknowledged", "已确认（请核对）", "十二口")
    assert known.details[0] == ("确认理由", "原文如此")
    assert marked(finding(severity=Severity.INFO)).opinions[0].verdict == "提示"


def test_a_long_block_is_not_quoted_whole() -> None:
    document = replace(DOCUMENT, body=(Paragraph((Text("水" * 200),)),))
    (one,) = marked(finding(Anchor(0)), document=document).opinions
    assert one.quote == "水" * 30 + "…"


def test_the_gravest_kind_wins() -> None:
    info, known = finding(severity=Severity.INFO), finding(acknowledged="原文如此")
    found = marked(info, known, finding(code="E"))
    assert found.worst((1, 2)) == "info"
    assert found.worst((1, 2, 3)) == "error"


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=5))
def test_cutting_loses_nothing_and_covers_exactly_the_characters(spans: list[tuple[int, int]]) -> None:
    text = "".join(plain(row) for row in rows(PARAGRAPH))
    anchors = [Anchor(1, (), *sorted(span)) for span in spans]
    found = marking(DOCUMENT, Job(Resources(), findings=tuple(finding(one, code=f"P{n}") for n, one in enumerate(anchors))))
    cut = pieces(PARAGRAPH, found.marks.get(1, ()) if found else ())
    assert ["".join(piece.text for piece in row) for row in cut] == [plain(row) for row in rows(PARAGRAPH)]
    flat = [piece for row in cut for piece in row]
    for one in found.opinions if found else ():
        (anchor,) = one.finding.anchors
        expected = text[anchor.start : anchor.end] or text
        assert "".join(piece.text for piece in flat if one.number in piece.inside) == expected
        assert sum(one.number in piece.opens for piece in flat) == sum(one.number in piece.closes for piece in flat) == 1
