"""What tests of tables share: one table written in each format, and the findings of its audit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import weasyprint

from summarizer.audit import audit_reading
from summarizer.check import Report
from summarizer.readers import read

Rows = Sequence[Sequence[str]]


def as_markdown(rows: Rows, before: str = "", after: str = "") -> str:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([before, "", head, "|" + "---|" * len(rows[0]), *body, "", after, ""])


def as_html(rows: Rows, before: str = "", after: str = "") -> str:
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[1:])
    style = "<style>td,th{border:1px solid black;padding:4px}table{border-collapse:collapse}body{font-family:'Noto Serif CJK SC'}</style>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<html><head><title>报告</title>{style}</head><body><article><p>{before}</p>{table}<p>{after}</p></article></body></html>"


def write_docx(path: Path, rows: Rows, before: str = "", after: str = "") -> None:
    document = docx.Document()
    document.add_paragraph(before)
    table = document.add_table(len(rows), len(rows[0]))
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            table.cell(n, m).text = text
    document.add_paragraph(after)
    document.save(str(path))


def written(folder: Path, form: str, rows: Rows, before: str = "", after: str = "") -> Path:
    """Write the table as a document of a format: docx, html, md or pdf."""
    path = folder / f"report.{form}"
    if form == "docx":
        write_docx(path, rows, before, after)
    elif form == "pdf":
        weasyprint.HTML(string=as_html(rows, before, after)).write_pdf(str(path))
    else:
        path.write_text((as_html if form == "html" else as_markdown)(rows, before, after), encoding="utf-8")
    return path


def audited(path: Path) -> Report:
    return audit_reading(read(path))


def found(path: Path) -> list[tuple[str, str]]:
    """Code and quoted cell of each finding; what is quoted stands where the finding says."""
    reading = read(path)
    findings = audit_reading(reading).findings
    return [(finding.code, reading.text[finding.start : finding.end]) for finding in findings]
