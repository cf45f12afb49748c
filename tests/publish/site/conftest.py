"""A site of the two examples: one as published, one corrected, one withdrawn."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer.changes import figures_changed
from summarizer.document import Document
from summarizer.facts import load
from summarizer.publish.model import Attachment, Correction, Entry, PublishedFact, Version, Withdrawal
from summarizer.publish.published import published_facts
from summarizer.publish.site import Site, attachment_folder, render_site
from summarizer.render import render
from summarizer.resources import Resources

CONTENT = Path(__file__).parent.parent.parent.parent / "content"
BUILT = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
FIRST, SECOND, THIRD = "2024-01-11T09:30+08:00", "2024-02-02T16:05+08:00", "2024-03-01T10:00+08:00"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = {"report.pdf": b"%PDF-1.7 stand-in", "report.docx": b"PK stand-in"}


@dataclass(frozen=True)
class Example:
    document: Document
    facts: tuple[PublishedFact, ...]


def example(name: str) -> Example:
    facts = load(CONTENT / name)
    document = render(facts, Resources()).document
    return Example(document, published_facts(facts, document))


def attached() -> tuple[Attachment, ...]:
    kinds = {"report.pdf": ("PDF 版（可打印）", "application/pdf", 6), "report.docx": ("Word 版", DOCX, 0)}
    return tuple(
        Attachment(name, kinds[name][0], kinds[name][1], len(data), hashlib.sha256(data).hexdigest(), kinds[name][2])
        for name, data in FILES.items()
    )


def version(number: int, published: str, of: Example, correction: Correction | None = None) -> Version:
    return Version(number, published, of.document, of.facts, attached(), correction)


def changed(of: Example, fact: str, text: str, value: str) -> Example:
    """The example with another figure, as if its YAML had been changed."""
    facts = tuple(replace(one, text=text, value=value) if one.id == fact else one for one in of.facts)
    return Example(of.document, facts)


def corrected(serial: int, of: Example, fact: str, text: str, value: str) -> Entry:
    after = changed(of, fact, text, value)
    told = [{one.id: (one.label, one.text) for one in facts} for facts in (of.facts, after.facts)]
    wording = (("主体结构全部完成。", "主体结构基本完成。"),)
    correction = Correction("填报时把城北水厂的完成投资误作另一期的数", figures_changed(*told), wording)
    return Entry(of.document.id, serial, (version(1, FIRST, of), version(2, SECOND, after, correction)))


@pytest.fixture(scope="session")
def xianju() -> Example:
    return example("xianju-minzheng-2023")


@pytest.fixture(scope="session")
def shili() -> Example:
    of = example("shili-water-2023")
    metadata = replace(of.document.metadata, breadcrumb=("首页", "政务公开", "规划计划", "年度报告"), source="示例县水务局")
    return Example(replace(of.document, metadata=metadata), of.facts)


@pytest.fixture(scope="session")
def entries(xianju: Example, shili: Example) -> tuple[Entry, ...]:
    titled = replace(shili.document, title=("已经撤回的一份报告",))
    return (
        Entry(xianju.document.id, 1, (version(1, FIRST, xianju),)),
        corrected(2, shili, "works.城北水厂.invested", "4154万元", "41540000"),
        Entry("gone", 3, (version(1, FIRST, Example(titled, shili.facts)),), Withdrawal(THIRD, "附件中含有不应公开的内容")),
    )


@pytest.fixture
def placed() -> Callable[[Path, Site, tuple[Entry, ...]], Path]:
    """Write a site into a folder as the publisher does, with stand-ins for the attachments."""
    return place


def place(folder: Path, site: Site, entries: tuple[Entry, ...]) -> Path:
    files = render_site(site, entries, BUILT)
    for entry in entries:
        if entry.withdrawal is None:
            for one in entry.versions:
                files |= {f"{attachment_folder(site, entry, one.number)}/{name}": data for name, data in FILES.items()}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
