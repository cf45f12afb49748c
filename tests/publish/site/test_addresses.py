from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document, Metadata
from summarizer.publish.model import Entry, Version
from summarizer.publish.site import Site, address, attachment_folder
from summarizer.publish.site.addresses import is_address, pattern_mistake, relative
from summarizer.publish.site.model import Column

SITE = Site(columns=(Column("计划总结", "21"),))


def entry(serial: int = 7, published: str = "2024-01-11T09:30+08:00", **given: object) -> Entry:
    document = Document("r", ("标题",), (), Metadata(breadcrumb=("首页", "计划总结")))
    versions = tuple(Version(number, published, document, (), ()) for number in (1, 2))
    return replace(Entry("r", serial, versions), **given)  # type: ignore[arg-type]


def test_addresses_of_a_report_and_its_versions() -> None:
    assert address(SITE, entry()) == "art/2024/1/11/art_21_7.html"
    assert address(SITE, entry(), 1) == "art/2024/1/11/art_21_7_v1.html"
    assert attachment_folder(SITE, entry(), 1) == "art/2024/1/11/art_21_7_files/v1"
    assert attachment_folder(SITE, entry()) == "art/2024/1/11/art_21_7_files/v2"


def test_an_address_once_given_stays_whatever_the_settings_become() -> None:
    kept = entry(address="art/2024/1/11/art_21_7.html")
    assert address(Site(address="x/{serial}.html"), kept) == "art/2024/1/11/art_21_7.html"


def test_a_correction_that_moves_the_report_into_another_column_does_not_move_the_page() -> None:
    moved = entry()
    other = replace(moved.versions[1], document=replace(moved.current.document, metadata=Metadata(breadcrumb=("首页", "别的"))))
    assert address(SITE, replace(moved, versions=(moved.versions[0], other))) == "art/2024/1/11/art_21_7.html"


@pytest.mark.parametrize(
    "kept",
    ["../../etc/passwd.html", "/etc/x.html", "art/../../x.html", "art//x.html", "a\\b.html", "art/x.html\n", "index.html", "assets/x.html",
     "col/col1/index.html", "art/.htaccess.html", "art/x.php", "art/x", "art/%2e%2e/x.html", "a/" * 150 + "x.html"],
)  # fmt: skip
def test_an_address_that_leaves_the_site_or_hits_its_own_files_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        address(SITE, entry(address=kept))


@given(st.text(), st.text(), st.lists(st.text(), max_size=4))
def test_no_id_title_or_column_leaves_the_site(report_id: str, title: str, steps: list[str]) -> None:
    document = Document(report_id, (title,), (), Metadata(breadcrumb=tuple(steps)))
    made = address(Site(), Entry(report_id, 1, (Version(1, "2024-01-11T09:30+08:00", document, (), ()),)))
    assert is_address(made)
    assert ".." not in PurePosixPath(made).parts


PATTERNS = ["art/{year}/{month}/{day}/art_{column}_{serial}.html", "{column}/{serial}/index.html", "x{year}-{month}-{serial}.html"]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(numbers=st.lists(st.integers(1, 10**6), min_size=2, max_size=2, unique=True), month=st.integers(1, 12), day=st.integers(1, 28))
def test_two_reports_never_share_an_address(pattern: str, numbers: list[int], month: int, day: int) -> None:
    assert pattern_mistake(pattern) == ""
    site = replace(SITE, address=pattern)
    one, other = entry(numbers[0]), entry(numbers[1], f"2024-{month:02d}-{day:02d}T08:00+08:00")
    made = {address(site, which, version) for which in (one, other) for version in (0, 1)}
    assert len(made) == 4


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("art/{year}/{column}.html", "{serial} must be in the address"),
        ("art/{month}{serial}.html", "{serial} must be in the address"),
        ("art/{serial}{day}.html", "{serial} must be in the address"),
        ("art/2{serial}.html", "{serial} must be in the address"),
        ("art/{title}_{serial}.html", "{title} is no part of an address"),
        ("../art/{serial}.html", "an address is made of"),
        ("/art/{serial}.html", "an address is made of"),
        ("col/{serial}.html", "an address is made of"),
        ("art/{serial}.htm", "an address is made of"),
        ("art/{serial!r}.html", "is no part of an address"),
        ("art/{0}_{serial}.html", "{0} is no part of an address"),
        ("艺/{serial}.html", "an address is made of"),
    ],
)
def test_a_pattern_that_would_not_do_says_why(pattern: str, said: str) -> None:
    assert said in pattern_mistake(pattern)


def test_links_are_relative_so_that_the_site_may_stand_anywhere() -> None:
    assert relative("art/2024/1/11/art_21_7.html", "assets/site.css") == "../../../../assets/site.css"
    assert relative("index.html", "feed.xml") == "feed.xml"
