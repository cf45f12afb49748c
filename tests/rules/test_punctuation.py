from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import Context, run
from summarizer.rules.pairs import pairs
from summarizer.rules.punctuation import marks


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in marks(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("渠道已通水,泵站已试运行。", "PUNCT001", ","),
        ("泵站(含机房)已完工。", "PUNCT001", "("),
        ('开展"清河行动"三次。', "PUNCT001", '"'),
        ("主要做法如下。1、修订制度。", "PUNCT002", "1、"),
        ("承担实事项目2项。1、3个村的改水项目已完成。", "PUNCT002", "1、"),
        ("（一）、强化巡查", "PUNCT002", "（一）、"),
        ("印发《方案》、《细则》。", "PUNCT003", "》、《"),
        ("完成绿化30亩，。", "PUNCT004", "，。"),
        ("增长5.1%,,收入持平。", "PUNCT004", ",,"),
        ("工程已完工。。下一步绿化。", "PUNCT004", "。。"),
        ("渠道通水、、泵站试车。", "PUNCT004", "、、"),
        ("累计建成4座6、清淤两段河道。", "PUNCT005", "4座6、"),
        ("占全年任务的62%18个新开项目已入库。", "PUNCT005", "62%18个"),
        ("一是修渠道。全长三公里，已通水，二是清淤泥。", "PUNCT006", "已通水，二是"),
        ("一是修渠道。全长三公里已通水二是清淤泥。", "PUNCT006", "修渠道。全长三公里已通水二是"),
        ("2.修渠道。全长三公里，\n3.清淤泥。", "PUNCT006", "修渠道。全长三公里，"),
        ("甲闸封顶，完成土建投资30万元、乙闸完工，完成土建投资20万元。", "PUNCT007", "完成土建投资30万元、乙闸完工，完成土建投资"),
        ("泵站（含机房已完工。", "PUNCT008", "（"),
        ("泵站含机房）已完工。", "PUNCT008", "）"),
        ("打造“清水走廊品牌三个。", "PUNCT008", "“"),
        ("印发《防汛预案三份。", "PUNCT008", "《"),
        ("泵站（含机房（一期））已完工。", "PUNCT009", "（一期）"),
        ("学习《关于印发《预案》的通知》。", "PUNCT009", "《预案》"),
    ],
)
def test_found(text: str, code: str, quote: str) -> None:
    assert found(text) == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "全年完成投资1,200万元，比例为3:2，时间为9:30，见a,b与f(x)。",
        "一、总体情况。（一）修渠道。1.清淤。（1）巡查。第一，宣传。①培训。",
        "1、2、3号机组均已并网，5、6月份完成检修。",
        "“河长制”“林长制”，《条例》（试行）、《细则》，“甲”和“乙”。",
        "工程……已完工！！真的吗？！",
        "目录………………3，第一章......5",
        "std::vector，http://x.gov.cn，key:: value",
        "新建3座2.5万立方米水池，完成3项6、7月份的任务，5个7.5吨水箱。",
        "增长2.5%，3个项目开工；占40%的12个村；毛利率3%5.2亿元。",
        "一是修渠道，二是清淤泥，三是植树木。",
        "一是修渠道，已通水；二是清淤泥。三是植树木。",
        "一是修渠道。做到一是快，二是好。二是清淤泥。",
        "一是修渠道。全长三公里：二是清淤泥。其二是巡查，唯一是水价。",
        "修渠道三公里，\n（二）清淤泥。",
        "完成投资30万元、用工20人，完成绿化3亩。",
        "东片完成投资30万元、西片20万元，完成绿化3亩。",
        "1）修渠道；2）清淤泥；a)巡查。",
        "“修渠道要快。\n“清淤泥要好。”",
        "这一段话被（换行\n断开）了两处，仍是一句。",
        "（（（（（（装饰））））））》》》点击进入《《",
        "他说：“要落实‘河长’责任。”",
        "〔2023〕5号《关于〈预案〉的批复》",
        "来源：水务局　浏览次数：326　【字体：\n正文从这里开始。",
    ],
)
def test_silent(text: str) -> None:
    assert [hit for hit in found(text) if hit[0] not in ("PUNCT001", "PUNCT009")] == []


def test_half_width_marks_throughout_are_one_note_with_their_number() -> None:
    text = "渠道已通水,泵站已试车;闸门已验收。\n" * 100
    (finding,) = run(Context(text=text, path="a.txt"))
    assert (finding.code, finding.severity, finding.start, finding.quote) == ("PUNCT001", Severity.INFO, 5, ",")
    assert "200" in finding.message


def test_marks_of_latin_text_and_figures_are_left_alone() -> None:
    assert found("版本v1.2,编号A-3;比例3:2,共1,200米；见(a)和(3)。") == []


def test_many_unpaired_marks_are_the_remains_of_a_layout() -> None:
    assert not list(pairs("机房（一\n。\n" * 9))
    assert len(list(pairs("机房（一\n。\n" * 3))) == 3


def test_one_paragraph_one_unpaired_mark() -> None:
    assert found("建成“甲“乙”丙“丁”。") == [("PUNCT008", "“")]


def test_in_our_prose_each_mark_is_placed_in_its_file(report) -> None:
    works = "name: 工程\nfacts:\n  km: 3公里\ntext: |\n  新修{{ km }}，，已通水。\n"
    (finding,) = run(report(works=works))
    assert (finding.code, finding.line, finding.quote) == ("PUNCT004", 5, "，，")
    assert finding.anchors


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("清渠”项目6万元；护堤”项目3万元；节水”项目2万元。", ["”"] * 3),
        ("“清渠项目6万元；“护堤项目3万元；“节水”项目2万元。", ["“"] * 2),
        ("实施清渠》3份、护堤》2份，印发《节水》1份。", ["》"] * 2),
        ("一）清渠工程。完成36公里。\n（二）护堤工程。完成12公里。", ["）"]),
    ],
)
def test_each_mark_without_partner(text: str, marks: list[str]) -> None:
    assert [quote for code, quote in found(text) if code == "PUNCT008"] == marks


def test_numbers_with_one_bracket() -> None:
    assert [code for code, _quote in found("一）清渠工程。\n二）护堤工程。\n（二）是附件。") if code == "PUNCT008"] == []
