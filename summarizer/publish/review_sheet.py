"""审核单: one sheet to sign, with the fingerprint of the very version, its findings and how they were settled, and the names to verify.

It is a document of its own model, so that the writers print it as DOCX, PDF or a page. What stands on it is Chinese in every locale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..document import Block, Column, Document, Heading, Inlines, Metadata, Paragraph, Table, Text
from ..errors import OutputError, Position
from ..facts.factset import FactSet
from ..facts.review import STEPS
from ..findings import Finding
from ..i18n import gettext as _
from ..reporters.saving import save_document
from ..resources import Resources
from ..writers import FORMATS
from ..writers.base import Job
from ..writers.wording import VERDICTS
from .gate import Reason
from .ledger import NOTHING
from .model import Attachment
from .people import mentions
from .public import shown

#: The formats it can be written in, by suffix.
SUFFIXES = {".docx": "docx", ".pdf": "pdf", ".html": "html"}
_TITLE = "公文发布审核单"
_QUOTED = 40


def review_sheet(
    facts: FactSet, document: Document, fingerprint: str, findings: Sequence[Finding], reasons: Sequence[Reason],
    attachments: Iterable[Attachment], head: str,
) -> Document:  # fmt: skip
    """Return the sheet as a document: the same for the same version, whenever it is printed.

    Args:
        document: what is to be published. fingerprint: of that.
        findings: all of them, in Chinese. reasons: what stands against publishing, in Chinese.
        head: hash of the last line of the site's ledger before; empty without a site.
    """
    body: list[Block] = [*_about(document, fingerprint, attachments, head), *_signatures(facts)]
    body += _section("二、", "未了事项", _reasons(reasons)) if reasons else [_paragraph("二、未了事项：无。")]
    body += _section("三、", "校核意见及处理", _findings(findings)) if findings else [_paragraph("三、校核意见：无。")]
    people = [(str(number), one.text, one.around, "□") for number, one in enumerate(mentions(document), 1)]
    heads = ("序号", "姓名或职务", "上下文", "已核")
    body += _section("四、", "姓名、职务逐一核对", _table(heads, people)) if people else [_paragraph("四、文中未见姓名、职务。")]
    return Document(f"{document.id}-review", (_TITLE,), tuple(body), metadata=Metadata(publisher=document.metadata.publisher))


def save_sheet(path: Path, sheet: Document) -> Path | None:
    """Write ``sheet`` into a file, whose suffix says the format; return under which name another one that was there is kept.

    Raises:
        OutputError: another suffix, or it cannot be written.
    """
    format = SUFFIXES.get(path.suffix.lower())
    if format is None:
        raise OutputError(
            _("a review sheet is a .docx, .pdf or .html file"), where=Position(str(path)), hint=_("for example: --review-sheet review.docx")
        )
    return save_document(path, written(sheet, format))


def written(sheet: Document, format: str) -> bytes:
    """Return the sheet in one of the formats."""
    return FORMATS[format].writer()(sheet, Job(Resources(), draft=False)).data


def _about(document: Document, fingerprint: str, attachments: Iterable[Attachment], head: str) -> Iterator[Block]:
    yield Heading(1, "一、", (Text("版本与审核"),))
    rows = [("标题", document.title_text), ("发布机构", document.metadata.publisher), *document.metadata.fields]
    rows += [("版本指纹", shown(fingerprint))]
    rows += [(f"附件 {item.name}", f"{item.size}字节，SHA-256：{shown(item.sha256)}") for item in attachments]
    rows += [("发布账本", shown(head) if head and head != NOTHING else "尚无")]
    yield _table(("项目", "内容"), list(dict.fromkeys(rows)))


def _signatures(facts: FactSet) -> Iterator[Block]:
    steps = {step.name: step for step in (facts.report.review.steps if facts.report.review else ())}
    rows = [
        (label, steps[name].by if name in steps else "", steps[name].day.isoformat() if name in steps else "", "")
        for name, label in STEPS.items()
    ]
    yield _table(("环节", "岗位", "日期", "签　　　　　　名"), rows)


def _reasons(reasons: Sequence[Reason]) -> Table:
    rows = [(str(number), _place(one.path, one.line), one.message, one.hint) for number, one in enumerate(reasons, 1)]
    return _table(("序号", "位置", "问题", "处理办法"), rows)


def _findings(findings: Sequence[Finding]) -> Table:
    rows = []
    for number, one in enumerate(findings, 1):
        settled = f"照登：{one.acknowledged}" if one.acknowledged else VERDICTS[one.severity]
        quote = f"“{one.quote}”：" if one.quote and one.quote not in one.message and len(one.quote) <= _QUOTED else ""
        rows.append((str(number), f"{quote}{one.message}（{one.code}）", settled))
    return _table(("序号", "意见", "处理"), rows)


def _section(number: str, heading: str, table: Table) -> list[Block]:
    return [Heading(1, number, (Text(heading),)), table]


def _place(path: str, line: int) -> str:
    name = path.rsplit("/", 1)[-1]
    return f"{name}:{line}" if line else name


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    return Table("", tuple(Column(head) for head in heads), tuple(tuple(_cell(text) for text in row) for row in rows))


def _cell(text: str) -> Inlines:
    return (Text(" ".join(text.split())),)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))
