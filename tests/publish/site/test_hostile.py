"""A title as an enemy, or a careless paste, would write it: nothing of it runs, turns or escapes."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import html5lib
import pytest
from lxml import etree, html

from summarizer.changes import FigureChange
from summarizer.document import Metadata
from summarizer.publish.model import Correction, Entry, PublishedFact, Withdrawal
from summarizer.publish.site import Site, render_site

from .conftest import BUILT, FIRST, SECOND, Example, version

EVIL = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>\' onmouseover=\'x',
    "../../../../etc/passwd",
    "总结\u202e2023年\u2066三\u200f",
    "110101199003070038",
    "]]></summary><!-- --> <![CDATA[ & &lt;",
    "{{ 7*7 }}{% for x in y %}",
    "=HYPERLINK(\"http://evil.example\")",
    "</script><script>alert(2)</script>\u2028alert(3)",
    "\u0000\ud800\x1b[31m",
]  # fmt: skip


def evil_entries(text: str, of: Example) -> tuple[Entry, ...]:
    metadata = Metadata(
        publisher=text, source=text, date="2024-01-11", fields=((text, text), ("索引号", text), ("关键词", text)), breadcrumb=("首页", text)
    )
    document = replace(of.document, id=text, title=(text, text), metadata=metadata, attachments=())
    facts = (
        PublishedFact(text, text, "invested", text, text, "project", text, text, text, text, text),
        PublishedFact("r", text, "rate", text, text, "project", "95%", "95", "%"),
    )
    evil = Example(document, facts)
    correction = Correction(text, (FigureChange(text, text, text, text),), ((text, text),))
    files = tuple(replace(one, label=text) for one in version(1, FIRST, evil).attachments)
    old, new = (replace(version(n, when, evil, why), attachments=files) for n, when, why in ((1, FIRST, None), (2, SECOND, correction)))
    return (Entry(text, 1, (old, new)), Entry(text + "2", 2, (old,), Withdrawal(SECOND, text)))


@pytest.mark.parametrize("text", EVIL)
def test_nothing_hostile_runs_turns_or_escapes(text: str, xianju: Example) -> None:
    files = render_site(Site(), evil_entries(text, xianju), BUILT)
    for path, data in files.items():
        assert re.fullmatch(r"[0-9A-Za-z_./-]+", path)
        assert ".." not in path
        words = data.decode("utf-8")
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(words)
            page = html.document_fromstring(words)
            assert not page.xpath("//*[@onerror or @onload or @onmouseover] | //main//img")
            scripts = page.xpath("//script[not(@src)]")
            assert all(json.loads(script.text) for script in scripts)
            assert all(script.get("type") == "application/ld+json" for script in scripts)
            assert not page.xpath("//a[starts-with(normalize-space(@href), 'javascript:')]")
            assert "\x00" not in words
        elif path.endswith(".xml"):
            etree.fromstring(data)
        elif path.endswith((".json", ".jsonld")):
            json.loads(words)
        elif path.endswith(".csv"):
            for row in csv.reader(io.StringIO(words.removeprefix("\ufeff"))):
                assert not any(re.match(r"\s*[=+@]", cell) for cell in row)
    index = files["assets/search-index.js"].decode()
    assert "<" not in index
    assert json.loads(index.removeprefix("window.searchIndex = ").removesuffix(";\n"))


def test_marks_that_turn_text_stay_inside_the_title_of_the_page(xianju: Example) -> None:
    files = render_site(Site(), evil_entries(EVIL[4], xianju), BUILT)
    for path in ("index.html", "feed.xml", "assets/search-index.js", "catalog.jsonld"):
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200f]", files[path].decode()), path
