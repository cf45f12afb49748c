"""JUnit XML: a suite for each source, a case for each finding and each claim that was judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ..claims.base import Outcome
from ..findings import Finding
from ..i18n import gettext as _
from .base import ReportOptions, detail, fails, in_file_order, name_of, source_numbers, spot

if TYPE_CHECKING:
    from ..check import Judged, Report

#: Characters that XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, options: ReportOptions) -> str:
    """Return the report as XML; what is below ``fail_on`` passes with its text, what is acknowledged is skipped."""
    root = ET.Element("testsuites", name="summarizer")
    paths = [source.path for source in report.sources]
    cases: list[list[ET.Element]] = [[] for _path in (*paths, "")]
    for number, source in enumerate(report.sources):
        if source.error is not None:
            case = _case("source", source.path, source.path, 0)
            _add(case, "error", _("could not be read"), "SourceError", source.error)
            cases[number].append(case)
    number_of = source_numbers(report)
    for finding in in_file_order(report):
        cases[number_of(finding.path)].append(_finding(finding, options))
    for item in report.judged:
        if item.verdict.outcome not in (Outcome.FAILS, Outcome.OFF):
            cases[number_of(item.place.path)].append(_judged(item))
    for path, group in zip((*paths, _("elsewhere")), cases, strict=True):
        if group or path in paths:
            _suite(root, path, group)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(root: ET.Element, path: str, cases: list[ET.Element]) -> None:
    counts = {key: str(sum(1 for case in cases if case.find(tag) is not None)) for key, tag in _COUNTED}
    suite = ET.SubElement(root, "testsuite", {"name": _legal(path), "tests": str(len(cases)), **counts})
    suite.extend(cases)


_COUNTED = (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))


def _finding(finding: Finding, options: ReportOptions) -> ET.Element:
    case = _case(finding.kind, f"{finding.code} {finding.name} {_spot(finding)}", finding.path, finding.line)
    text = "\n".join(_lines(finding))
    if finding.acknowledged:
        _add(case, "skipped", _("acknowledged: {reason}").format(reason=finding.acknowledged))
        _add(case, "system-out", text=text)
    elif fails(finding, options.fail_on):
        _add(case, "failure", finding.message, finding.code, text)
    else:
        _add(case, "system-out", text=f"{finding.severity}: {text}")
    return case


def _lines(finding: Finding) -> Iterator[str]:
    yield _spot(finding)
    yield detail(finding)
    if finding.quote:
        yield finding.quote


def _judged(item: Judged) -> ET.Element:
    place = item.place
    where = spot(place.path, place.line, place.column)
    case = _case(item.claim.kind, f"{item.verdict.code} {name_of(item.verdict.code)} {where}", place.path, place.line)
    if item.verdict.outcome is Outcome.CANNOT_TELL:
        _add(case, "skipped", _("cannot tell: {reason}").format(reason=item.verdict.working))
    else:
        _add(case, "system-out", text=item.verdict.working)
    return case


def _case(kind: str, name: str, path: str, line: int) -> ET.Element:
    place = {key: value for key, value in (("file", _legal(path)), ("line", str(line or ""))) if value}
    return ET.Element("testcase", {"classname": f"summarizer.{kind}", "name": _legal(name), **place})


def _add(case: ET.Element, tag: str, message: str = "", kind: str = "", text: str = "") -> None:
    attributes = {key: _legal(value) for key, value in (("message", message), ("type", kind)) if value}
    ET.SubElement(case, tag, attributes).text = _legal(text) or None


def _spot(finding: Finding) -> str:
    return spot(finding.path, finding.line, finding.column)


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
