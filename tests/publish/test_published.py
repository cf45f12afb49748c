from __future__ import annotations

from dataclasses import asdict, replace

from summarizer.publish.published import published_facts
from tests.conftest import Folder

SECRET = """\
heading: 抓项目
section: 计划财务股
evidence: 内部台账第3册
text: |
  全年投入{{ road.invested }}，连同配套{{ road.invested + road.other }}。
road:
  name: 林区道路
  as_of: 2023年三季度
  facts:
    other: {value: 900万元, label: 配套资金}
    reserve: {value: 77万元, label: 预备费}
  invested: 4100万元
"""


def test_only_what_the_document_shows_goes_out(empty: Folder) -> None:
    folder = empty.section(SECRET)
    document = folder.document()
    facts = published_facts(folder.load(), document)
    assert [(fact.id, fact.text, fact.value, fact.unit) for fact in facts[:1]] == [
        ("projects.road.invested", "4100万元", "41000000", "元"),
    ]
    told = str([asdict(fact) for fact in facts])
    for secret in ("预备费", "77万元", "计划财务股", "台账", "projects.yaml"):
        assert secret not in told


def test_entry_shape_date_and_label(empty: Folder) -> None:
    folder = empty.section(SECRET)
    fact = published_facts(folder.load(), folder.document())[0]
    assert (fact.key, fact.entry, fact.entry_name, fact.shape) == ("invested", "projects.road", "林区道路", "project")
    assert (fact.label, fact.as_of, fact.derived) == ("林区道路完成投资", "2023年三季度", "")


def test_a_figure_that_a_template_computed_is_published_with_its_formula(empty: Folder) -> None:
    folder = empty.section(SECRET)
    computed = published_facts(folder.load(), folder.document())[-1]
    assert (computed.text, computed.value, computed.unit) == ("5000万元", "50000000", "元")
    assert "projects.road.invested" in computed.derived
    assert computed.shape == "free"


def test_a_derived_rate_tells_how_it_was_made(folder: Folder) -> None:
    facts = folder.load()
    document = folder.document()
    rates = [fact for fact in published_facts(facts, document) if fact.key == "rate"]
    assert [(fact.text, fact.derived) for fact in rates] == [
        ("102.5%", "projects.road.invested ÷ projects.road.annual_plan"),
        ("95%", "projects.park.invested ÷ projects.park.annual_plan"),
    ]
    assert published_facts(facts, replace(document, body=(), attachments=())) == ()
