"""The redline in LibreOffice: its own accepting and rejecting gives the texts of the two documents."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from summarizer.changes.tracked import write
from summarizer.document import Document, Heading, ImprintBlock, Letterhead, Paragraph, Table, Text
from summarizer.resources import Resources
from summarizer.states import of_content
from summarizer.writers.base import Job
from tests.changes.settled import typed
from tests.conftest import EXAMPLES

JOB = Job(Resources())
SCRIPT = Path(__file__).parent / "office.py"


@lru_cache(maxsize=1)
def office_python() -> str:
    """Return a Python that can talk to LibreOffice; empty if there is none."""
    if shutil.which("soffice") is None:
        return ""
    for name in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", sys.executable):
        if Path(name).exists() and subprocess.run([name, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return name
    return ""


pytestmark = [pytest.mark.office, pytest.mark.skipif(not office_python(), reason="LibreOffice or its Python bridge is not installed")]


def edited(document: Document) -> Document:
    """A paragraph gone, one come, a heading and a word changed, a row gone, a figure with another value."""
    body = list(document.body)
    first = next(n for n, block in enumerate(body) if isinstance(block, Paragraph) and len(block.content) > 2)
    body[first] = replace(body[first], content=(Text("总的来看，"), *body[first].content[1:]))
    del body[first + 2]
    body.insert(first + 4, Paragraph((Text("丙镇办起食堂三家。"),)))
    heading = max(n for n, block in enumerate(body) if isinstance(block, Heading))
    body[heading] = replace(body[heading], content=(Text("下一步打算"),))
    (table,) = (block for block in document.attachments[0].body if isinstance(block, Table))
    rows = tuple(row for n, row in enumerate(table.rows) if n != 1)
    attachment = replace(document.attachments[0], body=(replace(table, rows=rows),))
    return replace(document, title=("示例县2023年工作总结",), body=tuple(body), attachments=(attachment, *document.attachments[1:]))


def issued(document: Document, number: int) -> Document:
    head = Letterhead(("示例县民政局", "示例县财政局")[: number - 4], document_number=f"示民〔2024〕{number}号")
    imprint = ImprintBlock(("县委办公室",), "示例县民政局办公室", f"2024年1月{number}日")
    return replace(document, letterhead=head, addressee="示例县人民政府", imprint_block=imprint, form="issued")


def unframed(document: Document) -> bytes:
    """Return the Word file of ``document`` without frames, whose text LibreOffice does not export."""
    word = docx.Document(io.BytesIO(typed(document, JOB)))
    for frame in list(word.element.body.iter(qn("w:framePr"))):
        frame.getparent().remove(frame)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def lines(text: str) -> list[str]:
    """Return the lines with words, without blanks: LibreOffice puts some beside numbers, and keeps a line where a table went."""
    return ["".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[dict[str, str], str, str]]:
    """Return what LibreOffice makes of a pair: its texts accepted and rejected, and those of the two documents."""
    folder = tmp_path_factory.mktemp("office")
    one, other = (of_content(path).document for path in EXAMPLES[:2])
    pairs = {"edited": (one, edited(one)), "unedited": (edited(other), other), "another": (issued(one, 5), issued(other, 6))}
    paths = []
    for name, (before, after) in pairs.items():
        for kind, data in (("both", write(before, after, JOB).data), ("before", unframed(before)), ("after", unframed(after))):
            paths.append(folder / f"{name}-{kind}.docx")
            paths[-1].write_bytes(data)
    command = [office_python(), str(SCRIPT), str(folder / "profile"), *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, timeout=120, check=True)
    texts = dict(zip((path.stem for path in paths), json.loads(ran.stdout), strict=True))
    return lambda name: (texts[f"{name}-both"], texts[f"{name}-before"]["accept"], texts[f"{name}-after"]["accept"])


@pytest.mark.parametrize("name", ["edited", "unedited", "another"])
def test_accepted_and_rejected(settled: Callable[[str], tuple[dict[str, str], str, str]], name: str) -> None:
    both, before, after = settled(name)
    assert len(lines(before)) > 20
    assert lines(both["accept"]) == lines(after)
    assert lines(both["reject"]) == lines(before)
