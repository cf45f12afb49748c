"""Text from the web that has a blank beside each figure: slips are found in it as in any other, at their own places."""

from __future__ import annotations

import pytest

from summarizer.audit import audit_reading
from summarizer.findings import Severity
from summarizer.readers import Reading

TEXT = "全县完成投资 3.5 亿元，增长 5.2 %，新建道路 12 条、桥梁 3 座，惠及群众 1.2 万人。{}全年办结 97 件，办结率 98 %。"


def loud(text: str) -> list[tuple[str, str]]:
    found = audit_reading(Reading("a.txt", "txt", text)).findings
    assert all(text[finding.start : finding.end] == finding.quote for finding in found)
    return [(finding.kind, finding.quote) for finding in found if finding.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize(("slip", "kind", "quoted"), [
    ("支出完 69 万元。", "blank", "支出完 69"),
    ("已开工 93 个，占计划的 75 % 124 个项目已核准。", "punctuation", "75 % 12"),
    ("预计年收入 80 万元/年。", "unit", "80 万元/年"),
])  # fmt: skip
def test_a_slip_between_blanks(slip: str, kind: str, quoted: str) -> None:
    assert not loud(TEXT.format(""))
    assert any(found == kind and quoted in quote for found, quote in loud(TEXT.format(slip)))


def test_page_numbers_stay_apart() -> None:
    assert not loud(TEXT.format("办理建议 30 件。 7 全年开展培训 12 场。"))


@pytest.mark.parametrize("mark", [" ；", " ;", " ，"])
def test_a_blank_before_a_mark(mark: str) -> None:
    text = f"举办节水技术培训人次{mark}清淤36公里。"
    assert ("blank", "举办节水技术培训人次") in loud(text)
    assert not loud(text.replace("培训人次", "培训360人次"))
    assert ("blank", "举办节水技术培训人次") in loud(f"渠 道 管 护 情 况\n{text}")
