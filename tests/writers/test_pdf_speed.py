"""What WeasyPrint is relieved of changes nothing in the file but how its streams are compressed."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.document import Document, Heading, Metadata, Paragraph, Text
from summarizer.resources import Resources
from summarizer.writers import pdf, pdf_speed
from summarizer.writers.base import Job
from summarizer.writers.pdf_speed.parsing import tree_of
from summarizer.writers.print_page import print_page

#: In a process of its own: what has been put into WeasyPrint stays there. Without the remedies pydyf compresses at another level.
SCRIPT = """
import sys, zlib
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
import pydyf
from summarizer.build import build
from summarizer.writers import pdf, pdf_speed
from tests.writers.test_pdf_speed import FINAL, documents
if sys.argv[2] == "without":
    pdf_speed.places.known = lambda: False
    pdf_speed.once = lambda pdf: None
    pdf_speed.no_collection = nullcontext
    pydyf.zlib = SimpleNamespace(compressobj=lambda level: zlib.compressobj(level=6))
out = Path(sys.argv[1])
for form in ("plain", "issued"):
    build(Path("content/shili-water-2023"), out, formats=["pdf"], form=form)
for number, document in enumerate(documents()):
    (out / f"{number}.pdf").write_bytes(pdf.write(document, FINAL).data)
"""
FINAL = Job(Resources(), draft=False)
HAN = "山坡上的果树到了秋天结满果子，村里的人（清早）就上山采摘；傍晚再送到路口：等车来收。"
ODD = ("“头茬果”", "——", "……", "1234.5万元", "95.25%", "GB/T 9704—2012", "·", "～", "《办法》", "〇", "ffi", "é", "𠮷", "㎡", " ", "　")


def documents() -> list[Document]:
    """Paragraphs that begin and end with everything that is no plain character, at all places of a line."""
    mixed = [Text("".join(HAN[: 5 + 7 * place] + odd for place, odd in enumerate((*ODD[n:], *ODD[:n])))) for n in range(len(ODD))]
    plain = [Text((HAN * 9)[start : 150 + 7 * start]) for start in range(20)]
    metadata = Metadata(date="2024-01-11")
    return [Document("r", ("示例县",), tuple(Paragraph((text,), number="一是") for text in texts), metadata) for texts in (mixed, plain)]


def test_the_same_files_as_without(tmp_path: Path) -> None:
    made = {}
    for kind in ("with", "without"):
        words = [sys.executable, "-W", "error", "-c", SCRIPT, str(tmp_path / kind), kind]
        subprocess.run(words, check=True, timeout=120, cwd=Path(__file__).parents[2])
        made[kind] = {str(path.relative_to(tmp_path / kind)): path.read_bytes() for path in (tmp_path / kind).rglob("*.pdf")}
    assert len(made["with"]) == 4
    assert made["with"].keys() == made["without"].keys()
    assert [name for name, data in made["with"].items() if data != made["without"][name]] == []


def test_the_remedies_are_in_place() -> None:
    """With another WeasyPrint they stay away; then the builds are slower, and this says so."""
    pdf.preload()
    from weasyprint import css
    from weasyprint.draw import text
    from weasyprint.layout import background, inline

    assert css.StyleFor.__mro__[1].__module__.endswith("pdf_speed.styles")
    ours = inline.split_first_line, inline.resolve_percentages, inline.strut, text.draw_first_line, background.layout_box_backgrounds
    assert all(one.__module__.startswith("summarizer.writers.pdf_speed.") for one in ours)
    before = inline.split_first_line
    pdf_speed.install()
    assert inline.split_first_line is before


def test_most_lines_are_known_without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fonts are found steady, or there would be no gain."""
    from summarizer.writers.pdf_speed import glyphs

    drawn = {"plain": 0, "shaped": 0}

    def counted(name: str, draw: Callable[..., None]) -> Callable[..., None]:
        def count(*arguments: Any) -> None:
            drawn[name] += 1
            draw(*arguments)

        return count

    monkeypatch.setattr(glyphs, "_show_plain", counted("plain", glyphs._show_plain))
    monkeypatch.setattr(glyphs, "_show", counted("shaped", glyphs._show))
    pdf.write(documents()[1], FINAL)
    assert drawn["plain"] > 10 * drawn["shaped"]


@pytest.fixture(scope="module")
def styles() -> list[Any]:
    """The styles of a page with several fonts, sizes and spacings."""
    pdf.preload()
    from weasyprint import CSS, HTML
    from weasyprint.layout import inline
    from weasyprint.text.fonts import FontConfiguration

    rules = (
        "font-family: 仿宋_GB2312",
        "font-family: 仿宋_GB2312; letter-spacing: -0.21pt",
        "font-family: 黑体; letter-spacing: 0.4pt; font-size: 11.3pt",
        "font-family: Times New Roman; letter-spacing: -0.21pt; overflow-wrap: anywhere",
        "font-family: 楷体_GB2312; white-space: nowrap",
        "font-family: 宋体; white-space: pre-line; word-spacing: 2pt",
    )
    seen: dict[int, Any] = {}

    def spy(text: str, style: Any, *rest: Any, **options: Any) -> Any:
        seen[id(style)] = style
        return inline.split_first_line.original(text, style, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        spy.original = inline.split_first_line.original  # type: ignore[attr-defined]
        patch.setattr(inline, "split_first_line", spy)
        html = "".join(f'<p lang="zh-CN" style="{rule}">永' for rule in rules)
        HTML(string=html).render(font_config=FontConfiguration(), stylesheets=[CSS(string="p { text-align: left }")])
    assert len(seen) == len(rules)
    return list(seen.values())


TEXTS = st.text(st.sampled_from(HAN + "》《！？、永") | st.sampled_from("a 1.%é“”—…〇\n\u00ad　"), min_size=1, max_size=90)
PLAIN = st.text(st.sampled_from(HAN + "》《！？、永"), min_size=1, max_size=90)


@given(PLAIN | TEXTS, st.integers(0, 5), st.floats(0, 800) | st.none() | st.sampled_from([0, 1e9]), st.booleans(), st.booleans())
@example("永一龙，永龙", 1, 3 * (21845 - 286) / 1024, True, False)
@example("，，，（（（", 0, 30.0, True, False)
@example("、《\u00ad", 0, 0.0, False, False)
@example("永一龙永一\u00ad龙", 0, 80.0, True, False)
def test_a_line_ends_where_pango_ends_it(styles: list[Any], text: str, number: int, room: float | None, start: bool, least: bool) -> None:
    from weasyprint.layout import inline

    split = inline.split_first_line
    found, wanted = (one(text, styles[number], None, room, 0, start, least) for one in (split, split.original))
    assert found[1:] == wanted[1:]
    for name in ("text", "max_width", "first_line_direction", "justification_spacing"):
        assert getattr(found[0], name) == getattr(wanted[0], name)


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=12)), max_size=4), st.text(max_size=20))
def test_expat_reads_a_page_as_an_html_parser_does(paragraphs: list[tuple[str, str]], publisher: str) -> None:
    import tinyhtml5

    blocks = tuple(Paragraph((Text(text),), lead=(Text(lead),) if lead else ()) for text, lead in paragraphs)
    document = Document("r", ("示例县",), (Heading(1, "一、", (Text("收成"),)), *blocks), Metadata(publisher=publisher, date="2024-01-11"))
    html = print_page(document, FINAL, None)
    tree = tree_of(html, FINAL.resources)
    if tree is None:  # there is something that XML does not know
        assert any(char < " " or char > "\ud7ff" for char in html)
        return
    wanted = tinyhtml5.parse(html.encode(), namespace_html_elements=False, transport_encoding="utf-8")
    assert _shown(tree) == _shown(wanted)


def _shown(element: Any) -> Any:
    return element.tag, element.attrib, element.text, element.tail, [_shown(child) for child in element]


def test_a_template_of_ones_own_is_read_as_html(tmp_path: Path) -> None:
    (tmp_path / "print.html.j2").write_text("<p>{{ title[0] }}<p>甲<br>乙", encoding="utf-8")
    job = Job(Resources(tmp_path), draft=False)
    assert tree_of(print_page(documents()[0], job, None), job.resources) is None
    assert pdf.write(documents()[0], job).data.startswith(b"%PDF")


@given(st.integers() | st.floats() | st.binary(max_size=9) | st.text(st.characters(max_codepoint=127), max_size=9) | st.booleans())
def test_numbers_and_words_are_written_as_pydyf_does(item: object) -> None:
    pdf.preload()
    import pydyf

    assert pydyf._to_bytes(item) == pydyf._to_bytes.original(item)


def test_styles_do_not_outlast_a_sheet_that_asks_for_the_size_of_the_page() -> None:
    pdf.preload()
    from weasyprint.text.fonts import FontConfiguration

    for sheet, lasts in (("p { width: 50% }", True), ("p { width: 50vw }", False), ("p { width: 1.5dvh }", False)):
        configuration = FontConfiguration()
        pdf_speed.keep(configuration, sheet)
        assert (configuration.lasting is not None) == lasts


def test_the_collector_runs_again_afterwards() -> None:
    with pdf_speed.no_collection():
        assert not gc.isenabled()
        with pdf_speed.no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_imported_later_is_there_when_it_is_wanted() -> None:
    script = (
        "import sys; from summarizer.writers import pdf; pdf.preload()\n"
        "assert not {'fontTools.subset', 'fontTools.varLib.instancer', 'fontTools.varLib'} & sys.modules.keys()\n"
        "from weasyprint.pdf import fonts; from fontTools.ttLib import TTFont\n"
        "print(fonts.subset.Options().layout_closure)\n"
        "try: fonts.instantiateVariableFont(TTFont(), {})\n"
        "except ValueError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "True\nMissing required table fvar\n"


def test_reports_share_a_sheet_unless_it_names_files(tmp_path: Path) -> None:
    folders = [f"{(tmp_path / name).as_uri()}/" for name in "ab"]
    with pdf.Log():
        plain, shared = (pdf._sheet("p { color: red }", folder) for folder in folders)
        assert plain[1] is shared[1]
        for text in ("p { background: url(seal.png) }", "p { background: URL(seal.png) }", r"p { background: u\72l(seal.png) }"):
            one, other = (pdf._sheet(text, folder) for folder in folders)
            assert one[1] is not other[1], text


def test_many_reports_need_no_more_memory_for_fonts(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()
        before = pdf._known_sheet.cache_info().misses
        pdf.write(documents()[0], Job(Resources(tmp_path / name), draft=False))
        assert name == "a" or pdf._known_sheet.cache_info().misses == before
