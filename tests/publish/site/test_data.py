from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from lxml import etree

from summarizer.errors import OutputError
from summarizer.publish.model import Entry, PublishedFact
from summarizer.publish.site import Site, render_site
from summarizer.publish.site.data import facts_csv, harmless
from summarizer.publish.site.model import Column

from .conftest import BUILT, FIRST, Example, version

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = Site(name="示例县政府信息公开", url="https://www.example.gov.cn/gk/", columns=(Column("计划总结", "21"), Column("年度报告", "22")))


@pytest.fixture(scope="session")
def files(entries: tuple[Entry, ...]) -> dict[str, bytes]:
    return render_site(SITE, entries, BUILT)


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_opens_in_excel_and_holds_what_json_holds(files: dict[str, bytes]) -> None:
    table = rows(files["art/2024/1/11/art_21_1_files/v1/facts.csv"])
    told = json.loads(files["art/2024/1/11/art_21_1_files/v1/facts.json"])
    assert table[0] == ["名称", "所属事项", "公布数字", "精确值", "单位", "数据截至", "推算公式", "标识"]
    assert [(row[7], row[3]) for row in table[1:]] == [(fact["id"], fact.get("value", "")) for fact in told["facts"]]
    blank = next(row for row in table if row[7] == "indicators.elderly.q2.rank")
    assert blank[2:4] == ["未公布", ""]
    assert (told["edition"], told["current"], told["index_number"]) == (1, True, "113310247405400961/2024-104569")


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "@SUM(A1)", "-1+1", "\t=1", "\r=1", " =1", "＝1", "－2+3", "-2-3"])
def test_no_cell_is_a_formula(cell: str, xianju: Example) -> None:
    evil = PublishedFact("x", cell, "k", "e", cell, "free", cell)
    (row,) = rows(facts_csv(version(1, FIRST, Example(xianju.document, (evil,)))))[1:]
    assert row[0] == row[1] == row[2] == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3.5", "38000000", "4100万元", "约4116万元", "", "1/3"])
def test_figures_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_comma_a_quote_and_a_line_end_stay_in_their_cell(xianju: Example) -> None:
    odd = PublishedFact("x", '甲,"乙"\n丙', "k", "e", "e", "free", "3项")
    assert rows(facts_csv(version(1, FIRST, Example(xianju.document, (odd,)))))[1][0] == '甲,"乙"\n丙'


def test_old_data_says_that_it_is_old(files: dict[str, bytes]) -> None:
    old, new = (json.loads(files[f"art/2024/1/11/art_22_2_files/v{n}/facts.json"]) for n in (1, 2))
    assert (old["current"], new["current"]) == (False, True)
    assert next(fact["text"] for fact in old["facts"] if fact["id"] == "works.城北水厂.invested") == "4145万元"
    assert next(fact["text"] for fact in new["facts"] if fact["id"] == "works.城北水厂.invested") == "4154万元"


def feed(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def test_feed_names_corrections_and_withdrawals_latest_first(files: dict[str, bytes]) -> None:
    root = feed(files["feed.xml"])
    assert root.xpath("string(a:updated)", namespaces=ATOM) == "2024-03-01T10:00:00+08:00"
    names = ("a:title", "a:updated", "a:published", "a:link[@rel='alternate']/@href")
    told = [
        tuple(entry.xpath(f"string({name})", namespaces=ATOM) for name in names)
        for entry in root.xpath("a:entry", namespaces=ATOM)
    ]
    base = "https://www.example.gov.cn/gk/art/2024/1/11/"
    first = "2024-01-11T09:30:00+08:00"
    assert told == [
        ("【已撤回】已经撤回的一份报告", "2024-03-01T10:00:00+08:00", first, f"{base}art_22_3.html"),
        ("【更正】示例县水务局2023年工作总结及2024年工作计划（示例）", "2024-02-02T16:05:00+08:00", first, f"{base}art_22_2.html"),
        ("县民政局2023年重点工作总结及2024年工作思路", first, first, f"{base}art_21_1.html"),
    ]
    corrected = root.xpath("string(a:entry[2]/a:summary)", namespaces=ATOM)
    assert "更正原因：填报时把城北水厂" in corrected
    assert "城北水厂扩建工程完成投资：4145万元→4154万元" in corrected


def test_feed_has_what_the_standard_asks_for(files: dict[str, bytes]) -> None:
    root = feed(files["feed.xml"])
    for element in (root, *root.xpath("a:entry", namespaces=ATOM)):
        for name in ("id", "title", "updated"):
            assert len(element.xpath(f"a:{name}", namespaces=ATOM)) == 1
        assert element.xpath("string(a:author/a:name)", namespaces=ATOM)
        assert datetime.fromisoformat(element.xpath("string(a:updated)", namespaces=ATOM)).tzinfo
    ids = root.xpath("//a:id/text()", namespaces=ATOM)
    assert len(set(ids)) == 4


def test_an_id_in_the_feed_outlives_a_correction(entries: tuple[Entry, ...]) -> None:
    before = replace(entries[1], versions=entries[1].versions[:1])
    feeds = [feed(render_site(SITE, (one,), BUILT)["feed.xml"]) for one in (before, entries[1])]
    ids = [root.xpath("string(a:entry/a:id)", namespaces=ATOM) for root in feeds]
    assert ids[0] == ids[1]


def test_an_empty_site_is_a_whole_site() -> None:
    files = render_site(SITE, (), datetime(2024, 1, 1, 8, 0, tzinfo=UTC))
    assert feed(files["feed.xml"]).xpath("string(a:updated)", namespaces=ATOM) == "2024-01-01T08:00:00+00:00"
    assert "暂无内容" in files["index.html"].decode()


def test_sitemap_lists_what_stands_with_its_last_change(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files["sitemap.xml"])
    told = {
        url.xpath("string(m:loc)", namespaces=MAP).removeprefix(SITE.url): url.xpath("string(m:lastmod)", namespaces=MAP)
        for url in root.xpath("m:url", namespaces=MAP)
    }
    assert told["art/2024/1/11/art_22_2.html"] == "2024-02-02"
    assert set(told) <= set(files)
    assert "art/2024/1/11/art_22_3.html" not in told


def test_catalogue_counts_and_sums_every_file(files: dict[str, bytes]) -> None:
    told = json.loads(files["catalog.jsonld"])
    assert told["@type"] == "dcat:Catalog"
    assert [one["dct:title"]["@value"][:5] for one in told["dcat:dataset"]] == ["示例县水务", "县民政局2"]
    corrected = told["dcat:dataset"][0]
    assert (corrected["dct:issued"]["@value"], corrected["dct:modified"]["@value"]) == ("2024-01-11T09:30+08:00", "2024-02-02T16:05+08:00")
    for one in corrected["dcat:distribution"]:
        path = one["dcat:downloadURL"]["@id"].removeprefix(SITE.url)
        if path in files:
            assert one["dcat:byteSize"]["@value"] == str(len(files[path]))
    assert {one["dcat:mediaType"] for one in corrected["dcat:distribution"]} >= {"application/pdf", "text/csv", "application/json"}
    prefixes = set(told["@context"])
    assert all(key.split(":")[0] in prefixes or key.startswith("@") for key in corrected)


def many(of: Example, count: int) -> tuple[Entry, ...]:
    return tuple(Entry(f"r{n}", n, (version(1, f"20{20 + n % 3}-05-{1 + n % 28:02d}T09:00+08:00", of),)) for n in range(1, count + 1))


def test_lists_by_column_and_year_with_pages(shili: Example) -> None:
    small = Example(replace(shili.document, body=shili.document.body[:2], attachments=()), ())
    files = render_site(replace(SITE, page_size=4), many(small, 13), BUILT)
    lists = sorted(path for path in files if path.startswith("col/"))
    assert lists == sorted(
        [f"col/col22/{name}" for name in ("index.html", "index_2.html", "index_3.html", "index_4.html")]
        + [f"col/col22/{year}/index.html" for year in (2020, 2021, 2022)]
        + ["col/col22/2021/index_2.html"]
    )
    seen: list[str] = []
    for path in ("col/col22/index.html", *(f"col/col22/index_{n}.html" for n in (2, 3, 4))):
        page = etree.HTML(files[path].decode())
        seen += page.xpath("//ul[@class='items']//time/@datetime")
        assert page.xpath("//nav[@aria-label='翻页']//a[@aria-current='page']/text()") == [path[-6:-5] if "_" in path else "1"]
        assert page.xpath("//nav[@aria-label='按年份查看']//a/text()") == ["全部", "2022年", "2021年", "2020年"]
    assert len(seen) == 13
    assert all(before >= after for before, after in pairwise(seen))
    year = etree.HTML(files["col/col22/2020/index.html"].decode())
    assert {date[:4] for date in year.xpath("//ul[@class='items']//time/@datetime")} == {"2020"}


def test_two_columns_with_one_id_are_refused_before_anything_is_overwritten(shili: Example, xianju: Example) -> None:
    site = Site(columns=(Column("计划总结", "21"), Column("年度报告", "21")))
    entries = (Entry("a", 1, (version(1, FIRST, xianju),)), Entry("b", 2, (version(1, FIRST, shili),)))
    with pytest.raises(OutputError, match="one address"):
        render_site(site, entries, BUILT)
