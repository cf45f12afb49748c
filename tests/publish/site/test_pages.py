from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import html5lib
import pytest
from lxml import html

from summarizer.document import FigureRef, Letterhead, figures_of, plain
from summarizer.publish.model import Entry, Withdrawal
from summarizer.publish.site import Site, render_site
from summarizer.publish.site.model import Column
from summarizer.readers.html import read_html

from .conftest import BUILT, FILES, FIRST, SECOND, THIRD, Example, version

Page = html.HtmlElement
REPORT, CORRECTED, OLD, GONE = (f"art/2024/1/11/art_{name}.html" for name in ("21_1", "22_2", "22_2_v1", "22_3"))
SITE = Site(
    name="示例县政府信息公开",
    domain="www.example.gov.cn",
    url="https://www.example.gov.cn/gk/",
    id_code="3310240001",
    keywords=("政务公开",),
    columns=(Column("计划总结", "21", description="总结与思路", keywords=("总结",)), Column("年度报告", "22")),
)


@pytest.fixture(scope="session")
def files(entries: tuple[Entry, ...]) -> dict[str, bytes]:
    return render_site(SITE, entries, BUILT)


def parsed(files: dict[str, bytes], path: str) -> Page:
    return html.document_fromstring(files[path].decode())


def tags(page: Page) -> dict[str, str]:
    return {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}


def test_every_page_is_valid_html(files: dict[str, bytes]) -> None:
    pages = [path for path in files if path.endswith(".html")]
    assert len(pages) == 11
    for path in pages:
        tree = html5lib.HTMLParser(strict=True).parse(files[path].decode())
        assert tree is not None, path


def test_ids_are_unique_and_every_reference_finds_its_target(files: dict[str, bytes]) -> None:
    for path in files:
        if not path.endswith(".html"):
            continue
        page = parsed(files, path)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        wanted = [name for value in page.xpath("//@aria-labelledby | //@aria-describedby | //label/@for") for name in value.split()]
        wanted += [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
        assert set(wanted) <= set(ids), path


def test_headings_never_skip_a_level(files: dict[str, bytes]) -> None:
    for path in files:
        if path.endswith(".html"):
            headings = parsed(files, path).xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
            levels = [int(heading.tag[1]) for heading in headings]
            assert all(after - before <= 1 for before, after in zip([2, *levels], levels, strict=False)), (path, levels)
            assert len(parsed(files, path).xpath("//h1")) == 1, path


def test_every_link_leads_somewhere_on_the_site(files: dict[str, bytes]) -> None:
    from posixpath import dirname, join, normpath

    known = {*files, *(f"{path.removesuffix('/facts.json')}/{name}" for path in files if path.endswith("/facts.json") for name in FILES)}
    for path in files:
        if path.endswith(".html"):
            for link in parsed(files, path).xpath("//@href | //@src"):
                if "://" not in link and not link.startswith("#"):
                    assert normpath(join(dirname(path), link.split("#")[0])) in known, (path, link)


def test_no_inline_script_or_style_and_nothing_from_elsewhere(files: dict[str, bytes]) -> None:
    for path in files:
        if path.endswith(".html"):
            page = parsed(files, path)
            assert not page.xpath("//style | //@style | //@*[starts-with(name(), 'on')] | //base | //iframe | //object")
            assert all(script.get("src") or script.get("type") == "application/ld+json" for script in page.xpath("//script"))
            loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
            assert not [link for link in loaded if "://" in link or link.startswith("//")]


def test_the_text_on_the_page_is_the_text_of_the_document(files: dict[str, bytes], xianju: Example) -> None:
    shown = parsed(files, REPORT).get_element_by_id("page-text")
    words = "".join(shown.text_content().split())
    for block in xianju.document.body:
        if hasattr(block, "content"):
            assert "".join(plain(block.content).split()) in words
    figures = [(data.get("data-fact"), data.get("value"), data.get("id")) for data in shown.xpath(".//data")]
    assert figures == [(ref.fact, ref.value, ref.anchor) for _block, ref in figures_of(xianju.document)]


def test_the_page_can_be_read_back(files: dict[str, bytes], xianju: Example) -> None:
    content = read_html(files[REPORT], "page")
    assert "全年谋划推进重大专项债项目10项" in content.text
    assert content.metadata["索引号"] == "113310247405400961/2024-104569"
    assert content.metadata["发布日期"] == "2024-01-11 09:30"
    assert "数据图表" not in content.text
    assert "完成率未公布" not in content.text


def test_metadata_block_breadcrumb_title_and_dates(files: dict[str, bytes]) -> None:
    page = parsed(files, REPORT)
    assert [(row[0].text, row[1].text) for row in page.xpath("//dl[@class='metadata']/div")] == [
        ("索引号", "113310247405400961/2024-104569"),
        ("公开方式", "主动公开"),
        ("成文日期", "2024-01-11"),
        ("发布机构", "县民政局"),
        ("组配分类", "计划总结"),
    ]
    steps = page.xpath("//nav[@aria-label='当前位置']//li")
    assert [step.text_content() for step in steps] == ["首页", "政务公开", "规划计划", "计划总结"]
    links = page.xpath("//nav[@aria-label='当前位置']//a/@href")
    assert links == ["../../../../index.html", "../../../../col/col21/index.html"]
    assert page.xpath("string(//h1)") == "县民政局2023年重点工作总结及2024年工作思路"
    assert [" ".join(span.text_content().split()) for span in page.xpath("//p[@class='published']/span")] == [
        "发布日期：2024-01-11 09:30",
        "信息来源：县民政局",
    ]


def test_labels_and_order_of_the_block_are_settings(xianju: Example) -> None:
    fields = (("发布机构", "发文机关"), ("成文日期", "生成日期"), ("公开方式", ""), ("内容概述", "内容概述"), ("文号", "文号"))
    site = replace(SITE, fields=fields)
    page = parsed(render_site(site, (Entry("r", 1, (version(1, FIRST, xianju),)),), BUILT), REPORT)
    shown = [(row[0].text, row[1].text) for row in page.xpath("//dl[@class='metadata']/div")]
    assert [label for label, _value in shown] == ["发文机关", "生成日期", "内容概述", "索引号", "组配分类"]
    assert shown[2][1].startswith("2023年，县民政局在上级民政部门指导下")


def test_head_tags_of_government_sites(files: dict[str, bytes]) -> None:
    found = tags(parsed(files, REPORT))
    description = found.pop("Description")
    assert found == {
        "viewport": "width=device-width, initial-scale=1",
        "format-detection": "telephone=no",
        "SiteName": "示例县政府信息公开",
        "SiteDomain": "www.example.gov.cn",
        "SiteIDCode": "3310240001",
        "ColumnName": "计划总结",
        "ColumnType": "信息公开",
        "ColumnDescription": "总结与思路",
        "ColumnKeywords": "总结",
        "ArticleTitle": "县民政局2023年重点工作总结及2024年工作思路",
        "PubDate": "2024-01-11 09:30",
        "ContentSource": "县民政局",
        "Keywords": "县民政局,计划总结,总结,政务公开",
        "Author": "县民政局",
        "Url": "https://www.example.gov.cn/gk/art/2024/1/11/art_21_1.html",
    }
    assert len(description) <= 150
    assert description.endswith("。")


def test_what_is_not_known_has_no_tag(entries: tuple[Entry, ...]) -> None:
    made = render_site(Site(), entries[:1], BUILT)
    found = tags(parsed(made, "art/2024/1/11/art_14016417_1.html"))
    assert not {"SiteDomain", "SiteIDCode", "Url", "ColumnDescription"} & set(found)


def test_linked_data(files: dict[str, bytes]) -> None:
    report, path = (json.loads(text) for text in parsed(files, CORRECTED).xpath("//script[@type='application/ld+json']/text()"))
    assert (report["@context"], report["@type"]) == ("https://schema.org", "Report")
    assert report["publisher"] == {"@type": "GovernmentOrganization", "name": "示例县水务局"}
    assert (report["datePublished"], report["dateModified"], report["version"]) == ("2024-01-11T09:30+08:00", "2024-02-02T16:05+08:00", 2)
    assert report["correction"].startswith("填报时把城北水厂")
    assert report["encoding"][0]["sha256"] == hashlib.sha256(FILES["report.pdf"]).hexdigest()
    assert report["encoding"][0]["contentUrl"] == "https://www.example.gov.cn/gk/art/2024/1/11/art_22_2_files/v2/report.pdf"
    assert [item["name"] for item in path["itemListElement"]][:4] == ["首页", "政务公开", "规划计划", "年度报告"]


def test_attachments_with_type_size_pages_and_checksum(files: dict[str, bytes]) -> None:
    rows = parsed(files, REPORT).xpath("//section[@id='downloads']//li")
    told = [(row[0].get("href"), " ".join(row.text_content().split())) for row in rows]
    assert told[0] == (
        "art_21_1_files/v1/report.pdf",
        f"PDF 版（可打印） PDF 文件，17 字节，6页SHA-256：{hashlib.sha256(FILES['report.pdf']).hexdigest()}",
    )
    assert told[1][1].startswith("Word 版 Word 文件，11 字节SHA-256：")
    for name in ("facts.json", "facts.csv"):
        link, words = next(row for row in told if row[0].endswith(name))
        assert words.endswith(hashlib.sha256(files[f"art/2024/1/11/{link}"]).hexdigest())


def test_a_correction_says_what_from_to_when_and_why(files: dict[str, bytes]) -> None:
    page = parsed(files, CORRECTED)
    note = page.xpath("//section[contains(@class, 'correction')]")[0]
    words = "".join(note.text_content().split())
    assert "本文于2024-02-0216:05更正，现为第2版。更正原因：填报时把城北水厂的完成投资误作另一期的数。" in words
    assert [cell.text_content() for cell in note.xpath(".//tbody/tr/*")] == ["城北水厂扩建工程完成投资", "4145万元", "4154万元"]
    assert [one.text_content() for one in note.xpath(".//ul//del | .//ul//ins")] == ["主体结构全部完成。", "主体结构基本完成。"]
    assert note.xpath(".//p[@class='earlier']/a/@href") == ["art_22_2_v1.html"]
    before = note.getparent().index(note)
    assert before < note.getparent().index(page.xpath("//header[@class='title']")[0])


def test_an_old_version_says_so_and_leads_to_the_current_one(files: dict[str, bytes]) -> None:
    page = parsed(files, OLD)
    note = page.xpath("//section[contains(@class, 'old')]")[0]
    assert "请勿引用" in note.text_content()
    assert note.xpath(".//a/@href") == ["art_22_2.html"]
    assert tags(page)["robots"] == "noindex"
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://www.example.gov.cn/gk/art/2024/1/11/art_22_2.html"]
    assert "4145万元" in page.get_element_by_id("page-text").text_content()
    assert OLD not in files["sitemap.xml"].decode()


def test_all_versions_are_listed_on_each(files: dict[str, bytes]) -> None:
    for path in (CORRECTED, OLD):
        listed = [" ".join(row.text_content().split()) for row in parsed(files, path).xpath("//section[@id='versions']//li")]
        assert [row[:3] for row in listed] == ["第2版", "第1版"]
        assert "现行版本，更正原因：填报时把城北水厂" in listed[0]
    assert not parsed(files, REPORT).xpath("//section[@id='versions']")


def test_a_withdrawn_report_leaves_a_notice_and_nothing_else(files: dict[str, bytes]) -> None:
    page = parsed(files, GONE)
    words = page.xpath("//main")[0].text_content()
    for expected in ("本信息已撤回", "已经撤回的一份报告", "2024-03-01 10:00", "附件中含有不应公开的内容"):
        assert expected in words
    assert not page.xpath("//data")
    assert not [path for path in files if path.startswith("art/2024/1/11/art_22_3_")]
    for path in ("sitemap.xml", "catalog.jsonld", "assets/search-index.js", "index.html", "col/col22/index.html"):
        assert "已经撤回的一份报告" not in files[path].decode(), path


def test_old_versions_of_a_withdrawn_report_show_the_notice_too(entries: tuple[Entry, ...]) -> None:
    gone = replace(entries[1], withdrawal=entries[2].withdrawal)
    made = render_site(SITE, (gone,), BUILT)
    assert "4145万元" not in "".join(data.decode() for data in made.values())
    assert "本信息已撤回" in made[OLD].decode()


def test_a_report_published_again_leaves_notices_where_its_withdrawn_versions_stood(xianju: Example) -> None:
    again = Entry("r", 1, (version(3, SECOND, xianju),), address=REPORT)
    made = render_site(SITE, (again,), BUILT)
    for number in (1, 2):
        notice = parsed(made, f"art/2024/1/11/art_21_1_v{number}.html")
        assert f"第{number}版已撤回" in notice.xpath("string(//h1)")
        assert "art_21_1.html" in notice.xpath("//main//a/@href")
    page = parsed(made, REPORT)
    assert "更正" not in page.xpath("string(//header[@class='title'])")
    assert "art/2024/1/11/art_21_1_files/v3/facts.json" in made
    again = replace(again, withdrawal=Withdrawal(THIRD, "再次撤回"))
    assert len([path for path in render_site(SITE, (again,), BUILT) if path.startswith("art/")]) == 3


def test_nothing_private_is_in_any_file(entries: tuple[Entry, ...], files: dict[str, bytes]) -> None:
    for path, data in files.items():
        text = data.decode()
        for secret in (".yaml", "provenance", "evidence", "acknowledged", "办公室\n"):
            assert secret not in text, (path, secret)


def test_an_issued_document_shows_its_number(xianju: Example) -> None:
    document = replace(xianju.document, form="issued", letterhead=Letterhead(("示例县民政局",), document_number="示民〔2024〕1号"))
    made = render_site(SITE, (Entry("r", 1, (version(1, FIRST, Example(document, xianju.facts)),)),), BUILT)
    assert "示民〔2024〕1号" in parsed(made, REPORT).xpath("//header[@class='title']")[0].text_content()


def test_the_same_entries_give_the_same_bytes(entries: tuple[Entry, ...], files: dict[str, bytes]) -> None:
    assert render_site(SITE, entries, BUILT) == files


def test_every_figure_of_the_data_is_a_fact_of_the_page(files: dict[str, bytes], xianju: Example) -> None:
    facts = json.loads(files["art/2024/1/11/art_21_1_files/v1/facts.json"])["facts"]
    shown = {ref.fact: (ref.text, ref.value) for _block, ref in figures_of(xianju.document) if isinstance(ref, FigureRef)}
    assert {one["id"]: (one["text"], one.get("value", "")) for one in facts} == shown
