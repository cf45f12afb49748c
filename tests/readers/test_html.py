from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from summarizer.errors import ReadError
from summarizer.readers import ElementAnchor, read

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>年度总结 - 示例县</title>
<meta name="ArticleTitle" content="示例县交通局年度总结"><meta name="PubDate" content="2024-01-16"></head><body>
<script>var a = "不读，这里。";</script>
<ul class="menu"><li><a href="/">首页</a></li><li><a href="/b">政务公开</a></li></ul>
<div class="position">当前位置：<a>首页</a> &gt; <a>计划总结</a></div>
<div class="wrap"><h1>示例县交通局年度总结</h1>
<table><tr><td>索 引 号：</td><td>1133/2024-7</td><td>成文日期</td><td>2024-01-15</td></tr></table>
<div class="text"><p>　　全年修路35公里，完成投资3800
万元，铺管10<sup>4</sup>米<sup><a>[3]</a></sup><b>，全部</b>通车。</p><!-- 注释，不读。 --><p style="display:none">隐藏，不读。</p>
<h2>一、修桥</h2><p>新建桥梁8座；<br>改建3座。</p>
<table><thead><tr><th>项目</th><th>投资（万元）</th></tr></thead>
<tr><td rowspan="2">东路</td><td>100</td></tr><tr><td>200</td></tr><tr><td colspan="2">合计300</td></tr></table>
<ul><li>甲路通车，长2公里。</li></ul><p>上一篇：<a>别的总结，旧文</a></p></div></div>
<div class="related"><p>相关新闻，不读。</p></div><footer>主办单位，不读。</footer></body></html>"""

TEXT = """示例县交通局年度总结
全年修路35公里，完成投资3800万元，铺管10⁴米，全部通车。
一、修桥
新建桥梁8座；
改建3座。
项目\t投资（万元）
东路\t100
\t200
合计300
甲路通车，长2公里。
"""


def save(tmp_path: Path, page: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "a.html"
    path.write_bytes(page.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("", "gb18030"), ("utf-8", "utf-8-sig"), ("wrong", "utf-8")]
)
def test_the_article_and_not_the_navigation(tmp_path: Path, charset: str, encoding: str) -> None:
    reading = read(save(tmp_path, PAGE.format(charset=charset), encoding))
    assert reading.text == TEXT
    assert reading.metadata == {
        "title": "示例县交通局年度总结",
        "发布日期": "2024-01-16",
        "breadcrumb": "首页 > 计划总结",
        "索引号": "1133/2024-7",
        "成文日期": "2024-01-15",
    }


def test_blocks_and_paths(tmp_path: Path) -> None:
    path = save(tmp_path, PAGE.format(charset="utf-8"))
    reading = read(path)
    kinds = [b.kind for b in reading.blocks if b.kind not in ("table-row", "table-cell")]
    assert kinds == ["title", "paragraph", "heading", "paragraph", "paragraph", "list"]
    cells = [
        (b.cell.row, b.cell.column, b.cell.span, b.cell.head, reading.text[b.start : b.end])
        for b in reading.blocks
        if b.kind == "table-cell" and b.cell
    ]
    assert cells == [
        (0, 0, 1, True, "项目"), (0, 1, 1, True, "投资（万元）"), (1, 0, 1, False, "东路"), (1, 1, 1, False, "100"),
        (2, 0, 1, False, ""), (2, 1, 1, False, "200"), (3, 0, 2, False, "合计300"),
    ]  # fmt: skip
    tree = lxml.html.document_fromstring(path.read_text(), parser=lxml.html.HTMLParser(remove_comments=True)).getroottree()
    for anchor in reading.anchors:
        assert isinstance(anchor, ElementAnchor)
        said = reading.text[anchor.start : anchor.end].replace("⁴", "4")
        (element,) = tree.xpath(anchor.path)
        assert said in "".join(element.itertext()).replace("[3]", "").replace("\n", "")


def test_a_marked_container_wins(tmp_path: Path) -> None:
    page = "<body><div><p>页首说明，一句。</p><div id='zoom'><p>全年修路35公里，新建桥梁8座，改建3座，全部通车。</p></div></div></body>"
    assert read(save(tmp_path, page)).text == "全年修路35公里，新建桥梁8座，改建3座，全部通车。\n"


def test_a_table_that_arranges_the_page_is_no_table(tmp_path: Path) -> None:
    page = "<table><tr><td>边</td><td><p>全年修路35公里，通车。</p><table><tr><td>甲</td><td>8</td></tr></table></td></tr></table>"
    reading = read(save(tmp_path, page))
    assert "全年修路35公里，通车。\n甲\t8\n" in reading.text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>a</script></body></html>", "<html>" + "<div>" * 3000])
def test_a_page_without_text(tmp_path: Path, page: str) -> None:
    with pytest.raises(ReadError, match="no text"):
        read(save(tmp_path, page))
