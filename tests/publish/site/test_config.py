from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ErrorGroup, SummarizerError
from summarizer.facts import load, reports_in
from summarizer.publish.site import Site, load_site, render_site
from summarizer.publish.site.model import REQUIRED

from .conftest import BUILT, CONTENT

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def given(folder: Path, text: str) -> Path:
    path = folder / "site.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[SummarizerError]:
    with pytest.raises(SummarizerError) as caught:
        load_site(given(folder, text))
    return list(caught.value.errors) if isinstance(caught.value, ErrorGroup) else [caught.value]


def test_no_file_means_the_defaults() -> None:
    assert load_site(None) == Site()
    assert Site().required == REQUIRED


def test_the_shipped_example_reads_and_is_no_report() -> None:
    site = load_site(CONTENT / "site.yaml")
    assert (site.name, site.domain, site.url, site.id_code) == ("仙居县政府信息公开", "", "", "")
    assert site.column("计划总结").id == "jhzj"
    assert site.required == REQUIRED or set(site.required) == set(REQUIRED)
    assert [path.name for path in reports_in(CONTENT)] == ["shili-water-2023", "xianju-minzheng-2023"]
    assert "site.yaml" not in load(CONTENT / "xianju-minzheng-2023").sources


def test_english_and_chinese_keys_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "badge.png").write_bytes(PIXEL)
    english = load_site(
        given(
            tmp_path,
            """\
name: 示例县政府
domain: www.example.gov.cn
url: https://www.example.gov.cn/gkml
id_code: '3310240001'
page_size: 5
columns:
  - {name: 计划总结, id: 21, keywords: [总结, 计划]}
fields: {成文日期: 生成日期, openness: ''}
required: [index_number, breadcrumb]
links:
  - {label: 县政府, url: 'https://www.example.gov.cn/'}
footer:
  organizer: 示例县人民政府
  icp: 示ICP备1号
  badges: [{label: 党政机关, image: badge.png, url: 'https://www.example.gov.cn/b'}]
""",
        )
    )
    chinese = load_site(
        given(
            tmp_path,
            """\
网站名称: 示例县政府
域名: www.example.gov.cn
网址: https://www.example.gov.cn/gkml/
标识码: '3310240001'
每页条数: 5
栏目:
  - {名称: 计划总结, 编号: 21, 关键词: [总结, 计划]}
信息栏: {成文日期: 生成日期, 公开方式: ''}
必填: [索引号, 栏目]
导航:
  - {名称: 县政府, 网址: 'https://www.example.gov.cn/'}
页脚:
  主办单位: 示例县人民政府
  ICP备案: 示ICP备1号
  标识: [{名称: 党政机关, 图片: badge.png, 网址: 'https://www.example.gov.cn/b'}]
""",
        )
    )
    assert english == chinese
    assert english.url == "https://www.example.gov.cn/gkml/"
    assert english.fields[:2] == (("成文日期", "生成日期"), ("公开方式", ""))
    assert english.required == ("index_number", "breadcrumb")


def test_all_mistakes_at_once_with_their_lines(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        """\
nmae: 示例
domain: https://www.example.gov.cn
url: www.example.gov.cn
id_code: 12345
page_size: many
address: art/{title}.html
columns:
  - {name: 甲, id: a/b}
  - {name: 乙, id: 1}
  - {name: 丙, id: 1}
required: [索引]
home: 'javascript:alert(1)'
footer:
  links: [{url: 'https://x.example/'}]
  badges: [{label: 徽, image: ../secret.png}]
""",
    )
    said = {error.where.line: error.message for error in found if error.where}
    assert sorted(said) == [1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 14, 15]
    assert "unknown key nmae" in said[1]
    assert "a host name such as" in said[2]
    assert "{title} is no part of an address" in said[6]
    assert "乙 and 丙" in said[10]
    assert "must be an address" in said[12]
    assert "must lie in the folder of site.yaml" in said[15]
    assert all(str(tmp_path / "site.yaml") in str(error) for error in found)


def test_a_column_whose_pages_would_stand_in_the_sites_own_place(tmp_path: Path) -> None:
    columns = "columns:\n  - {name: 甲, id: a}\n  - {name: 乙, id: store}\n"
    (error,) = mistakes(tmp_path, columns + "address: '{column}/{serial}.html'\n")
    assert "with the id store, reports of the column 乙" in error.message
    assert error.where is not None
    assert error.where.line == 3
    assert [column.id for column in load_site(given(tmp_path, columns)).columns] == ["a", "store"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.png", b"<svg onload=alert(1)>", "not a picture"),
        ("a.png", PIXEL[:18], "not a picture"),
        ("a.png", b"\xff\xd8\xff\xe0\x00\x10", "not a picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 1024 * 1024, "larger than 1 MB"),
        ("missing.png", None, "cannot be read"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (error,) = mistakes(tmp_path, f"name: 示例\nlogo: {{image: {name}, alt: 县徽}}\n")
    assert said in error.message
    assert error.where is not None
    assert error.where.line == 2


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SummarizerError, match="cannot be read"):
        load_site(tmp_path / "site.yaml")


def test_header_and_footer_only_show_what_is_set(tmp_path: Path) -> None:
    bare = render_site(Site(), (), BUILT)["index.html"].decode()
    for label in ("主办单位", "承办单位", "联系方式", "备", "标识码", "badges", "<img"):
        assert label not in bare
    (tmp_path / "badge.png").write_bytes(PIXEL)
    site = load_site(
        given(
            tmp_path,
            """\
name: 示例县政府
id_code: '3310240001'
logo: {image: badge.png, alt: 县徽}
footer:
  organizer: 示例县人民政府
  icp: {label: 示ICP备1号, url: 'https://beian.example/'}
  police: 示公网安备2号
  report_error: {label: 网站找错, url: 'https://zfwzzc.example/?id=3310240001&x=1'}
  badges: [{label: 党政机关网站标识, image: badge.png}]
""",
        )
    )
    files = render_site(site, (), BUILT)
    page = files["index.html"].decode()
    for words in ("主办单位：示例县人民政府", "示公网安备2号", '<a href="https://beian.example/">示ICP备1号</a>', "网站标识码：3310240001"):
        assert words in page
    assert 'href="https://zfwzzc.example/?id=3310240001&amp;x=1"' in page
    pictures = re.findall(r'<img src="(assets/[0-9a-f]{16}\.png)" width="1" height="1" alt="([^"]*)"', page)
    assert [alt for _src, alt in pictures] == ["县徽", "党政机关网站标识"]
    assert files[pictures[0][0]] == PIXEL


def test_a_link_without_an_address_is_only_words(tmp_path: Path) -> None:
    site = load_site(given(tmp_path, "links: [{label: 县政府}]\nfooter: {links: [{label: 无障碍说明}], badges: [{label: 党政机关}]}\n"))
    page = render_site(site, (), BUILT)["index.html"].decode()
    for words in ("<li>县政府</li>", "<li>无障碍说明</li>", '<p class="badges">党政机关</p>'):
        assert words in page


def test_the_list_of_keys_names_them_in_both_languages(run: Callable[..., Any]) -> None:
    rows = {tuple(line.split()[:2]) for line in run("schema", "--keys").out.partition("site.yaml")[2].splitlines()}
    assert {("address", "地址格式"), ("required", "必填"), ("report_error", "找错"), ("kind", "类型")} <= rows


def test_own_templates_win(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "site"
    own.mkdir(parents=True)
    (own / "sitemap.html.j2").write_text("自己的地图：{{ site.name }}", encoding="utf-8")
    files = render_site(load_site(given(tmp_path, "name: 示例\n")), (), BUILT)
    assert files["sitemap.html"].decode() == "自己的地图：示例"


def test_what_is_written_in_chinese_is_called_so(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "栏目:\n  - {名称: 甲}\n页脚:\n  链接: [{网址: 'https://x.example/'}]\n")
    assert [(error.message, error.hint) for error in found] == [
        ("a column needs 名称 and 编号", "write {名称: 计划总结, 编号: 21}"),
        ("链接 needs 名称", "write {名称: …, 网址: …}"),
    ]
