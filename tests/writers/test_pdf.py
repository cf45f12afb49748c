from __future__ import annotations

import hashlib
import io
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from summarizer.document import (
    Attachment,
    Column,
    Document,
    FigureRef,
    Heading,
    ImprintBlock,
    Letterhead,
    Metadata,
    Name,
    Paragraph,
    Signature,
    Table,
    Text,
)
from summarizer.errors import OutputError, SummarizerError
from summarizer.official import PROFILES
from summarizer.resources import Resources
from summarizer.writers import justify, kinsoku, pdf
from summarizer.writers.base import Job, Output

MM = 72 / 25.4
#: Without a single mark that could move a line's end.
CHINESE = "山坡上的果树到了秋天结满果子村里的人清早就背着竹筐上山采摘傍晚再把装好的水果送到路口等车来收"
PUNCTUATED = "山坡上的果树到了秋天结满果子，村里的人清早就上山采摘；傍晚再把“头茬果”送到路口——等车来收……"
METADATA = Metadata(publisher="示例县农业农村局", date="2024-01-11")
FIGURE = FigureRef("fruit.sold", "3800万元", "38000000", "元", "f1")


def job(own: Path | None = None, *, draft: bool = False, profile: str = "gbt9704") -> Job:
    return Job(Resources(own), draft=draft, profile=profile)


def article(*blocks: object, **rest: object) -> Document:
    return Document("r", ("示例县果业2023年工作总结", "和2024年工作思路"), blocks, METADATA, **rest)  # type: ignore[arg-type]


def mixed() -> Paragraph:
    content = (
        Text(PUNCTUATED * 2 + "全年卖出"),
        FIGURE,
        Text("，占"),
        FigureRef("fruit.rate", "95.25%"),
        Text("，" + PUNCTUATED),
        Name("GB 2023"),
    )
    return Paragraph(content, lead=(Text("卖出水果"),), level=2, number="（一）")


def reader(document: Document, **options: object) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.write(document, job(**options)).data))  # type: ignore[arg-type]


ISSUED = {
    "letterhead": Letterhead(("示例县农业农村局",), "000001", "机密★3年", "特急", "示农〔2024〕5号"),
    "addressee": "示例县人民政府",
    "imprint_block": ImprintBlock(("甲局", "乙局"), "示例县农业农村局办公室", "2024年1月11日"),
    "form": "issued",
}


@pytest.fixture(scope="module")
def archived() -> PdfReader:
    table = Table("表", (Column("果园"),), (((Text("东坡"),),),))
    return reader(article(Heading(1, "一、", (Text("收成"),)), mixed(), table))


def test_metadata_comes_from_the_document(archived: PdfReader) -> None:
    assert archived.metadata
    assert archived.metadata.title == "示例县果业2023年工作总结和2024年工作思路"
    assert archived.metadata.author == "示例县农业农村局"
    assert str(archived.metadata["/CreationDate"]) == str(archived.metadata["/ModDate"]) == "D:20240111"
    bare = reader(Document("r", ("标题",), (), Metadata(date="年初")))
    assert bare.metadata
    assert "/Author" not in bare.metadata
    assert "/CreationDate" not in bare.metadata


def test_tagged_archival_and_chinese(archived: PdfReader) -> None:
    catalog = archived.trailer["/Root"]
    assert catalog["/Lang"] == "zh-CN"
    assert catalog["/MarkInfo"]["/Marked"]
    tags = set()
    waiting = [catalog["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, dict):
            tags.add(element.get("/S"))
            waiting += element["/K"] if isinstance(element.get("/K"), list) else []
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/Caption"} <= tags
    xmp = catalog["/Metadata"].get_data().decode()
    assert 'pdfaid:part="3"' in xmp
    assert 'pdfaid:conformance="A"' in xmp


def elements(found: PdfReader) -> list[tuple[str, list[str]]]:
    """Return every structure element with those above it."""
    made: list[tuple[str, list[str]]] = []
    waiting = [(found.trailer["/Root"]["/StructTreeRoot"]["/K"], [])]
    while waiting:
        item, above = waiting.pop()
        item = item.get_object()
        if isinstance(item, list):
            waiting += [(one, above) for one in item]
        elif isinstance(item, dict) and "/S" in item:
            made.append((str(item["/S"]), above))
            waiting.append((item.get("/K", []), [*above, str(item["/S"])]))
    return made


def test_the_list_of_attachments_and_table_heads_are_tagged() -> None:
    table = Table("", (Column("果园"), Column("产量")), (((Text("东坡"),), (Text("多"),)),))
    found = elements(reader(article(attachments=(Attachment("甲", (table,)), Attachment("乙", ())))))
    assert sum(tag == "/LI" and "/L" in above for tag, above in found) == 2
    assert sum(tag == "/TH" and "/THead" in above for tag, above in found) == 2
    assert sum(tag == "/TH" and "/TBody" in above for tag, above in found) == 1
    assert [tag for tag, _above in found].count("/H2") == 2


def test_a_joint_mark_is_no_table() -> None:
    head = Letterhead(("示例县农业农村局", "示例县林业局"), document_number="示农〔2024〕5号")
    assert "/Table" not in {tag for tag, _above in elements(reader(article(letterhead=head, form="issued")))}


def test_the_outline_is_a_tree_of_headings_also_of_those_that_run_in() -> None:
    heads = (("甲事", 2, "（一）"), ("乙事", 3, "1."))
    run_in = [Paragraph((Text("正文。"),), lead=(Text(name),), level=level, number=number) for name, level, number in heads]
    outline = reader(article(Heading(1, "一、", (Text("收成"),)), *run_in, Heading(1, "二、", (Text("打算"),)))).outline

    def titles(items: object) -> object:
        return [titles(item) if isinstance(item, list) else item.title for item in items]  # type: ignore[attr-defined]

    assert titles(outline) == ["示例县果业2023年工作总结和2024年工作思路", ["一、收成", ["（一）甲事。", ["1.乙事。"]], "二、打算"]]


def test_the_plain_form_shows_no_letterhead_addressee_note_or_imprint() -> None:
    parts = {**ISSUED, "note": "此件公开发布", "signature": Signature(("示例县农业农村局",), "2024年1月11日")}
    shown = "".join(page.extract_text() for page in reader(article(mixed(), **{**parts, "form": "plain"})).pages)
    assert [part for part in ("文件", "机密", "〔2024〕", "示例县人民政府", "此件公开", "抄送", "印发") if part in shown] == []
    assert "2024年1月11日" in shown.replace("\n", "")
    assert "抄送" in "".join(page.extract_text() for page in reader(article(mixed(), **parts)).pages)


def test_page_is_a4_and_outline_has_the_levels(archived: PdfReader) -> None:
    box = archived.pages[0].mediabox
    assert (float(box.width) / MM, float(box.height) / MM) == pytest.approx((210, 297), abs=0.01)
    titles = str([getattr(item, "title", item) for item in archived.outline])
    assert "一、收成" in titles
    assert "（一）卖出水果。" in titles


def test_fonts_are_embedded_and_never_bold_by_force(archived: PdfReader) -> None:
    fonts = archived.pages[0]["/Resources"]["/Font"].get_object()
    descriptors = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts.values()]
    assert len(descriptors) >= 5
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)
    assert b"2 Tr" not in archived.pages[0].get_contents().get_data()  # type: ignore[union-attr]


def test_facts_are_attached_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer.writers import facts_json

    monkeypatch.setattr(facts_json, "write", lambda document, job: Output(b'{"a": 1}\n'))
    with_facts = replace(job(), facts=SimpleNamespace())  # type: ignore[arg-type]
    first, second = (pdf.write(article(mixed()), with_facts).data for _ in range(2))
    assert first == second
    found = PdfReader(io.BytesIO(first))
    assert found.attachments == {"facts.json": [b'{"a": 1}\n']}
    (listed,) = found.trailer["/Root"]["/AF"]
    assert listed.get_object()["/AFRelationship"] == "/Data"
    params = listed.get_object()["/EF"]["/F"].get_object()["/Params"]
    assert params["/CreationDate"] == params["/ModDate"] == "D:20240111000000Z"


def test_the_same_bytes_also_after_other_documents() -> None:
    document = article(mixed(), Heading(2, "（一）", (Text("甲"),)))
    first = pdf.write(document, job()).data
    pdf.write(article(Paragraph((Text(CHINESE + "㐂"),)), **ISSUED), job(draft=True))
    assert pdf.write(document, job()).data == first


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from summarizer.writers import pdf; from summarizer.writers.base import Job; "
        "from summarizer.resources import Resources; from summarizer.document import *; "
        "d = Document('r', ('标题2024',), (Paragraph((Text('正文3。'),)),)); "
        "print(hashlib.sha256(pdf.write(d, Job(Resources(), draft=False)).data).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    document = Document("r", ("标题2024",), (Paragraph((Text("正文3。"),)),))
    assert done.stdout.strip() == hashlib.sha256(pdf.write(document, job()).data).hexdigest()
    assert done.stderr == ""


def test_the_identifier_changes_with_the_content() -> None:
    ids = {str(reader(article(Paragraph((Text(text),)))).trailer["/ID"]) for text in ("甲。", "乙。")}
    assert len(ids) == 2


def test_a_character_that_no_font_has_is_reported_with_its_place(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    text = "山坡上的果树\U000e1234到了秋天结果。"
    with caplog.at_level(logging.DEBUG):
        found = pdf.write(article(Paragraph((Text(text),)), Paragraph((Text("又见\U000e1234和\U000e1235。"),))), job()).unrendered
    assert [(one.kind, one.text) for one in found] == [("glyph", "\U000e1234"), ("glyph", "\U000e1235")]
    assert "U+E1234" in found[0].what
    assert "上的果树" in found[0].what
    assert not [record for record in caplog.records if record.name.startswith("weasyprint") and record.levelno >= logging.WARNING]
    assert capfd.readouterr() == ("", "")


def test_nothing_is_missing_from_ordinary_text() -> None:
    document = article(mixed(), Paragraph((Text("①②Ⅲ％‰℃〔〕《》·—…“”㐂𠮷"),)), **ISSUED)
    assert pdf.write(document, job(draft=True)).unrendered == ()


def test_other_warnings_are_reported_every_time(tmp_path: Path) -> None:
    shipped = Resources().text("official.css.j2")
    (tmp_path / "official.css.j2").write_text(shipped + "p { colour-of: none }", encoding="utf-8")
    for _ in range(2):
        (one,) = pdf.write(article(mixed()), job(tmp_path)).unrendered
        assert one.kind == "format"
        assert "colour-of" in one.what


def image(tmp_path: Path, source: str) -> tuple[list[str], dict[str, str]]:
    own = tmp_path / "templates"
    own.mkdir()
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
    )
    (own / "seal.png").write_bytes(png)
    (tmp_path / "outside.png").write_bytes(png)
    (own / "print.html.j2").write_text(f'<html lang="zh-CN"><title>t</title><p>x<img alt="a" src="{source}">', encoding="utf-8")
    resources = Resources(own)
    return [one.what for one in pdf.write(article(), Job(resources, draft=False)).unrendered], resources.read


def test_files_beside_the_templates_are_loaded_and_remembered(tmp_path: Path) -> None:
    said, read = image(tmp_path, "seal.png")
    assert said == []
    assert "seal.png" in read


@pytest.mark.parametrize("source", ["../outside.png", "file:///etc/hostname", "http://127.0.0.1:9/x.png", "ftp://127.0.0.1:9/x.png"])
def test_nothing_else_is_loaded(tmp_path: Path, source: str) -> None:
    said, _read = image(tmp_path, source)
    assert len(said) == 1
    assert "not loaded" in said[0]


def test_a_missing_hook_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint.layout import inline

    monkeypatch.delattr(inline, "justify_line")
    with pytest.raises(OutputError, match="justify"):
        justify.install()
    monkeypatch.setattr(inline, "justify_line", lambda line: None, raising=False)
    with pytest.raises(SummarizerError, match="justify"):
        pdf.write(article(mixed()), job())


@pytest.mark.parametrize("name", ["can_break_text", "can_break_inside"])
def test_missing_hooks_for_line_breaks_fail_loudly(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    from weasyprint.layout import inline

    kinsoku.install()
    monkeypatch.delattr(inline, name)
    with pytest.raises(OutputError, match=name):
        kinsoku.install()
    monkeypatch.setattr(inline, name, lambda box, other, more: True, raising=False)
    with pytest.raises(SummarizerError, match="break"):
        pdf.write(article(mixed()), job())


def test_an_unknown_profile_is_a_clear_error() -> None:
    with pytest.raises(OutputError, match="profile") as caught:
        pdf.write(article(), job(profile="a5"))
    assert all(name in caught.value.hint for name in PROFILES)


def test_hostile_text_stays_text() -> None:
    document = article(Paragraph((Name("<img src='http://127.0.0.1:9/x.png'>"), FigureRef("a", "<b>3</b>"))))
    output = pdf.write(document, job())
    assert output.unrendered == ()
    assert "<b>3</b>" in PdfReader(io.BytesIO(output.data)).pages[0].extract_text()


def test_preload_is_repeatable() -> None:
    pdf.preload()
    pdf.preload()
    assert pdf.write(article(), job()).data.startswith(b"%PDF-1.7")
