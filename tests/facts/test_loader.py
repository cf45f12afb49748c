"""A content folder becomes facts: ids, provenance, derived figures, and every mistake at once."""

from __future__ import annotations

from fractions import Fraction

import pytest

from summarizer.errors import ErrorGroup, FactError, FigureError, SourceError, SummarizerError
from summarizer.facts import load, reports_in
from summarizer.render import render
from summarizer.resources import Resources
from tests.conftest import Folder


def test_a_fact_knows_id_text_value_label_and_place(folder: Folder) -> None:
    facts = folder.load()
    fact = facts.fact("projects.road.total")
    assert fact.text == "1.20亿元"
    assert fact.quantity is not None
    assert fact.quantity.value == 120_000_000
    assert (fact.label, fact.shape, fact.entry) == ("林区道路总投资", "project", "projects.road")
    assert fact.where.path.endswith("projects.yaml")
    source = facts.sources["projects.yaml"]
    assert source.text[fact.start : fact.end] == "1.20亿元"
    assert source.place(fact.start) == fact.where


def test_ids_leave_out_facts_and_periods(empty: Folder) -> None:
    empty.section(
        "shape: indicator\nfacts: {a: 1个}\nelderly:\n  facts: {b: 2个}\n  periods:\n"
        "    q2: {score: 90分, name: 二季度}\n    q3: {score: 91分}\n"
    )
    facts = empty.load()
    assert list(facts.facts) == ["projects.a", "projects.elderly.b", "projects.elderly.q2.score", "projects.elderly.q3.score"]
    assert facts.entries["projects"].children["elderly"].periods["q2"].name == "二季度"


def test_chinese_keys_and_ids(empty: Folder) -> None:
    empty.section(
        "小标题: 抓项目\n林道:\n  名称: 林区道路\n  总投资: 5万元\n  数据:\n    桥梁: 3座\n  正文: |\n    {{ 总投资 }}、{{ 桥梁 }}\n"
    )
    facts = empty.load()
    assert {id: fact.text for id, fact in facts.facts.items()} == {"projects.林道.total": "5万元", "projects.林道.桥梁": "3座"}
    assert facts.fact("projects.林道.桥梁").label == "林区道路桥梁"
    assert facts.entry("projects").names["heading"] == "抓项目"


def test_rate_is_derived_and_knows_its_operands(folder: Folder) -> None:
    rate = folder.load().fact("projects.road.rate")
    assert rate.text == "102.5%"
    assert rate.derivation is not None
    assert rate.derivation.operands == ("projects.road.invested", "projects.road.annual_plan")
    assert rate.derivation.formula == "projects.road.invested ÷ projects.road.annual_plan"


@pytest.mark.parametrize(
    ("lines", "text"),
    [("", "66.67%"), ("rounding: truncate\n", "66.66%"), ("decimals: 0\n", "67%"), ("decimals: 3\nrounding: 截断\n", "66.666%")],
)
def test_derived_rate_rounds_as_the_report_says(empty: Folder, lines: str, text: str) -> None:
    empty.write("report.yaml", empty.read("report.yaml") + lines).section("a: {annual_plan: 3万元, invested: 20000元}\n")
    rate = empty.load().fact("projects.a.rate")
    assert rate.text == text
    assert rate.derivation is not None
    assert rate.derivation.rounding == ("truncate" if lines.endswith(("truncate\n", "截断\n")) else "nearest")


@pytest.mark.parametrize(
    "values",
    [
        "annual_plan: 约3万元, invested: 2万元",
        "annual_plan: '', invested: 2万元",
        "annual_plan: 0万元, invested: 2万元",
        "annual_plan: 3吨, invested: 2万元",
        "invested: 2万元",
        "annual_plan: 3万元, invested: 2万元, rate: ''",
    ],
)
def test_no_rate_is_derived_where_it_would_say_too_much(empty: Folder, values: str) -> None:
    facts = empty.section(f"a: {{{values}}}\n").load()
    assert not any(fact.derivation for fact in facts.facts.values())


def test_provenance_is_inherited_and_overridden(empty: Folder) -> None:
    empty.write("report.yaml", empty.read("report.yaml") + "as_of: 2023-12-31\nstatus: 已核实\n")
    empty.section(
        "section: 造林科\n组:\n  basis: 全口径\n  a:\n    as_of: 2023-09\n    total: 5万元\n"
        "    invested: {value: 3万元, status: 预计, evidence: 月报, label: 投资}\n  b: {total: 6万元}\n"
    )
    facts = empty.load()
    a, b, own = (facts.fact(f"projects.组.{id}") for id in ("a.total", "b.total", "a.invested"))
    assert a.provenance.as_of is not None
    assert (a.provenance.as_of.iso, a.provenance.section, a.provenance.basis, a.provenance.status) == (
        "2023-09",
        "造林科",
        "全口径",
        "verified",
    )
    assert b.provenance.as_of is not None
    assert b.provenance.as_of.iso == "2023-12-31"
    assert (own.provenance.status, own.provenance.evidence, own.provenance.section, own.label) == ("estimate", "月报", "造林科", "投资")


def test_a_plan_does_not_inherit_the_reports_date(empty: Folder) -> None:
    empty.write("report.yaml", empty.read("report.yaml") + "as_of: 2023-12-31\n").section(
        "shape: 计划\na: {amount: 5万元, deadline: 2024-06}\n"
    )
    facts = empty.load()
    assert facts.fact("projects.a.amount").provenance.as_of is None
    assert facts.fact("projects.a.deadline").text == "2024年6月"


def test_a_published_blank_is_a_fact_without_text(empty: Folder) -> None:
    fact = empty.section("shape: indicator\na: {rank: ''}\n").load().fact("projects.a.rank")
    assert fact.text == ""
    assert fact.quantity is not None
    assert fact.quantity.is_blank


def test_match_and_unknown_ids(folder: Folder) -> None:
    facts = folder.load()
    assert [fact.id for fact in facts.match("projects.*.total")] == ["projects.road.total", "projects.park.total"]
    assert facts.match("projects.*") == [facts.fact("projects.total_sum")]
    assert not facts.match("projects.*.tot")
    with pytest.raises(FactError) as caught:
        facts.fact("projects.road.totel")
    assert "projects.road.total" in caught.value.hint
    with pytest.raises(FactError) as caught:
        facts.entry("projects.raod")
    assert "projects.road" in caught.value.hint


def test_section_files_follow_the_outline(make_folder) -> None:  # type: ignore[no-untyped-def]
    folder: Folder = make_folder("x").change("report.yaml", "[projects]", "[zz.b, projects]")
    folder.write("aa.yaml", "facts: {x: 1个}\n").write("zz.yaml", "b: {facts: {y: 1个}}\n")
    assert list(folder.load().entries) == ["report", "zz", "projects", "aa"]


def test_facts_of_the_whole_report(empty: Folder) -> None:
    empty.write("report.yaml", empty.read("report.yaml") + "facts: {staff: 35人}\n").section("a: {total: 5万元}\n")
    assert empty.load().fact("report.staff").text == "35人"


@pytest.mark.parametrize(
    ("section", "line", "message", "hint"),
    [
        ("road:\n  totl: 5万元\n", 2, "unknown key totl in an entry of shape project (项目)", "total"),
        ("road:\n  总投: 5万元\n", 2, "unknown key 总投", "总投资"),
        ("road:\n  total: 12..5万元\n", 2, "total: a number with too many points", "12.5万元"),
        ("road:\n  total: 很多\n", 2, "total:", ""),
        ("road:\n  total: [5万元]\n", 2, "total must be a figure, but here stands a list", ""),
        ("road:\n  total: {as_of: 2023}\n", 2, "total has no value", "value"),
        ("road:\n  total: {value: 5万元, valu: 6}\n", 2, "unknown key valu under total", "value"),
        ("road:\n  total:\n", 2, "nothing stands under total", "''"),
        ("road:\n  name: [a]\n", 2, "name must be text", ""),
        ('road:\n  name: "a\\nb"\n', 2, "one line", ""),
        ("road:\n  start: 2023-13\n", 2, "start: an impossible month", ""),
        ("road:\n  start: 不久\n", 2, "start: this is not a date", "2024-07"),
        ("road:\n  status: 大概\n", 2, "status must be one of", ""),
        ("road:\n  text: 好\n", 2, "must be written with `|`", "`text: |`"),
        ("road:\n  text: >\n    好\n", 2, "`>`", "`text: |`"),
        ("road:\n  text: [a]\n", 2, "must be prose", "`text: |`"),
        ("road:\n  total: 5万元\n  总投资: 6万元\n", 3, "总投资 says the same as total in line 2", "keep one"),
        ("children: 竖着\n", 1, "children must be one of", ""),
        ("shape: house\n", 1, "shape must be one of", ""),
        ("facts: 5个\n", 1, "facts must be `key: value` lines", ""),
        ("facts: {a b: 5个}\n", 1, "a b cannot be an id", ""),
        ("facts: {total: 5个}\n", 1, "total is a key of the shape", ""),
        ("a-b: {total: 5万元}\n", 1, "a-b cannot be an id", "letters"),
        ("2023: {total: 5万元}\n", 1, "2023 cannot be an id", "digit"),
        ("a:\n  facts: {b: 5个}\n  b: {total: 5万元}\n", 3, "b is the id of a fact and of an entry", ""),
        ("road:\n  shape: plan\n", 2, "unknown key shape", ""),
        # What the clerk wrote in Chinese is called so.
        ("road:\n  总投资: 12..5万元\n", 2, "总投资: a number with too many points", "12.5万元"),
        ("road:\n  总投资:\n", 2, "nothing stands under 总投资", "''"),
        ("road:\n  总投资: [5万元]\n", 2, "总投资 must be a figure", ""),
        ("road:\n  总投资: {截至: 2023}\n", 2, "总投资 has no value", "`数值: …`"),
        ("road:\n  总投资: {数值: 5万元, 口经: 6}\n", 2, "unknown key 口经 under 总投资", "口径"),
        ("road:\n  开工: 不久\n", 2, "开工: this is not a date", "2024-07"),
        ("road:\n  截至: 不久\n", 2, "截至: this is not a date", "2024-07"),
        ("road:\n  状态: 大概\n", 2, "状态 must be one of", ""),
        ("road:\n  戊: 5万元\n", 2, "unknown key 戊", "known keys: 依据, 分项, 口径"),
    ],
)
def test_one_mistake_one_message(empty: Folder, section: str, line: int, message: str, hint: str) -> None:
    error = empty.section(section).errors()[0]
    assert message in error.message
    assert hint in error.hint
    assert error.where is not None
    assert error.where.path.endswith("projects.yaml")
    assert error.where.line == line


@pytest.mark.parametrize(
    ("report", "message"),
    [
        ("year: 2023\n", "bureau is missing"),
        ("bureau: 局\n", "year is missing"),
        ("bureau: ''\nyear: 2023\n", "bureau is missing"),
        ("bureau:\nyear: 2023\n", "nothing stands under bureau"),
        ("bureau: [局]\nyear: 2023\n", "bureau must be text"),
        ("bureau: 局\nyear: 去年\n", "year must be a year of four digits"),
        ("bureau: 局\nyear: 20233\n", "year must be a year of four digits"),
        ("bureau: 局\n单位: 局\nyear: 2023\n", "单位 says the same as bureau in line 1"),
        ("bureau: 局\nyear: 2023\ndecimals: ''\n", "decimals must be a whole number from 0 to 6"),
        ("bureau: 局\nyear: 2023\ndecimals: 12\n", "decimals must be a whole number from 0 to 6"),
        ("bureau: 局\nyear: 2023\npitch: 单倍行距\n", "pitch must be a number of points from 26 to 36"),
        ("bureau: 局\nyear: 2023\n行距: 12磅\n", "行距 must be a number of points from 26 to 36"),
        ("bureau: 局\nyear: 2023\n行距: nan\n", "行距 must be a number of points from 26 to 36"),
        ("bureau: 局\nyear: 2023\n字体: {数字: '宋体; color: red'}\n", "数字 must be the name of a font"),
        ("bureau: 局\nyear: 2023\nboth_sides: 大概\n", "both_sides must be true or false"),
        ("bureau: 局\nyear: 2023\nform: 正式\n", "form must be one of 普通, 公文"),
        ("bureau: 局\nyear: 2023\nas_of: 不久\n", "as_of: this is not a date"),
        ("bureau: 局\nyear: 2023\nformm: plain\n", "unknown key formm"),
        ("bureau: 局\nyear: 2023\noutline: [{heading: 一, sections: [projekts]}]\n", "no such section: projekts"),
        ("bureau: 局\nyear: 2023\noutline: [{heading: 一, sections: ['']}]\n", "no such section"),
        ("bureau: 局\nyear: 2023\noutline: [{heading: 一, sections: [[a]]}]\n", "sections must be text"),
        ("bureau: 局\nyear: 2023\noutline: [{sections: [projects]}]\n", "a part of the outline has no heading"),
        ("bureau: 局\nyear: 2023\noutline: {a: b}\n", "outline must be a list"),
        ("bureau: 局\nyear: 2023\nappendix: [projects.zzz]\n", "no such section: projects.zzz"),
        ("bureau: 局\nyear: 2023\nmetadata: {foo: x}\n", "unknown key foo under metadata"),
        ("bureau: 局\nyear: 2023\nmetadata: {publisher: a, 发布机构: b}\n", "发布机构 says the same as publisher"),
        ("bureau: 局\nyear: 2023\nmetadata: {published: x}\n", "published: this is not a date"),
        ("bureau: 局\nyear: 2023\nsignature: {stamped: 也许}\n", "stamped must be true or false"),
        ("bureau: 局\nyear: 2023\nsignature: {stamped: }\n", "nothing stands under stamped"),
        ("bureau: 局\nyear: 2023\nimprint: {printed_on: x}\n", "printed_on: this is not a date"),
        ("bureau: 局\nyear: 2023\ntitle: {a: b}\n", "title must be a list"),
        ("bureau: 局\nyear: 2023\nopening: 好\n", "must be written with `|`"),
    ],
)
def test_mistakes_in_the_report(empty: Folder, report: str, message: str) -> None:
    error = empty.write("report.yaml", report).section("a: {total: 5万元}\n").error()
    assert message in error.message
    assert error.where is not None
    assert error.where.path.endswith("report.yaml")


def test_both_missing_fields_are_named_at_once(empty: Folder) -> None:
    assert [error.message for error in empty.write("report.yaml", "short: 局\n").errors()] == ["bureau is missing", "year is missing"]
    assert [error.message for error in empty.write("report.yaml", "简称: 局\n").errors()] == ["单位 is missing", "年度 is missing"]
    (error,) = empty.write("report.yaml", "单位: 局\n年度: 2023\n截至: 不久\n").errors()
    assert error.message == "截至: this is not a date"
    (error,) = empty.write("report.yaml", "单位: 局\n年度: 2023\n提纲:\n  - 内容: [projects]\n").errors()
    assert (error.message, error.hint) == ("a part of the outline has no heading", "add `标题: …`")


def test_several_mistakes_come_in_file_order(empty: Folder) -> None:
    empty.section("b:\n  total: 5..5万元\n  nmae: 乙\na:\n  start: 没定\n  text: 好\n").write("aaa.yaml", "x: {facts: {y: 好}}\n")
    errors = empty.errors()
    assert [(error.where.path.rsplit("/", 1)[-1], error.where.line) for error in errors if error.where] == [
        ("aaa.yaml", 1),
        ("projects.yaml", 2),
        ("projects.yaml", 3),
        ("projects.yaml", 5),
        ("projects.yaml", 6),
    ]
    assert isinstance(errors[1], FigureError)


def test_all_unreadable_files_are_named(empty: Folder) -> None:
    errors = empty.section("a: 'x\n").write("b.yaml", "a:\n\tb: 1\n").errors()
    assert len(errors) == 2
    assert all(isinstance(error, SourceError) for error in errors)


def test_very_many_mistakes_are_counted(empty: Folder) -> None:
    errors = empty.section("".join(f"a{n}: {{total: x}}\n" for n in range(50))).errors()
    assert len(errors) == 21
    assert str(errors[-1]) == "and 30 more mistakes"


@pytest.mark.parametrize("name", ["2023.yaml", "a b.yaml", "a.b.yaml", "step.yaml", "range.yaml", "other.yml"])
def test_file_names_that_no_template_could_call(folder: Folder, name: str) -> None:
    error = folder.write(name, "facts: {a: 5个}\n").error()
    assert error.where is not None
    assert error.where.path.endswith(name)
    assert "rename" in error.hint


def test_words_close_behind_a_hash_are_told(empty: Folder) -> None:
    empty.section("road:\n  name: 城西道路 #1标段\n  total: 5万元 # 已核对\n  invested: '4万元' #甲\n  text: |\n    道路 #2标段。\n")
    (note,) = empty.load().notes
    assert note.startswith(f"{empty.path}/projects.yaml:2: behind # stands a comment, not printed: #1标段;")


@pytest.mark.parametrize("mark", ["，", "、", ", "])
def test_sections_run_together(empty: Folder, mark: str) -> None:
    error = empty.section("road: {total: 5万元}\n").change("report.yaml", "[projects]", f"'projects{mark}plans'").error()
    assert error.hint == "write them between brackets with half-width commas: [projects, plans]"


def test_a_file_in_place_of_a_folder(folder: Folder) -> None:
    for read in (load, reports_in):
        with pytest.raises(SourceError, match="this is a file") as caught:
            read(folder.path / "report.yaml")
        assert caught.value.hint == f"name the folder that it lies in: {folder.path}"


def test_no_folder_and_no_report(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SourceError, match="no such folder"):
        load(tmp_path / "nowhere")
    with pytest.raises(SourceError, match=r"no report.yaml"):
        load(tmp_path)


def test_errors_cross_a_process_pool(empty: Folder) -> None:
    import pickle

    with pytest.raises(ErrorGroup) as caught:
        empty.section("a: {total: x, nme: y}\n").load()
    again = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, SummarizerError)
    assert str(again) == str(caught.value)
    assert again.exit_code == 2


def test_exact_values_of_examples_add_up() -> None:
    from summarizer.facts.exact import decimal

    assert [decimal(Fraction(text)) for text in ("5", "-5/2", "1/8", "1/3", "1/1000", "-1/6")] == [
        "5",
        "-2.5",
        "0.125",
        "1/3",
        "0.001",
        "-1/6",
    ]


@pytest.mark.parametrize(
    ("operands", "hint"),
    [
        ("annual_plan: 4000, invested: 4100万元", "4000 has no unit; write 4000万元"),
        ("annual_plan: 4000万元, invested: 4100", "4100 has no unit; write 4100万元"),
        ("annual_plan: 约4000万元, invested: 4100万元", "annual_plan is only about right"),
        ("annual_plan: '', invested: 4100万元", "annual_plan is blank"),
        ("annual_plan: 0万元, invested: 4100万元", "annual_plan is zero"),
        ("annual_plan: 4000亩, invested: 4100万元", "different units"),
        ("invested: 4100万元", "write annual_plan as well"),
    ],
)
@pytest.mark.parametrize("word", ["rate", "完成率"])
def test_a_rate_that_cannot_be_computed_says_why(empty: Folder, operands: str, hint: str, word: str) -> None:
    empty.section(f"a:\n  name: 甲项目\n  {operands.replace(', ', chr(10) + '  ')}\n  text: |\n    占{{{{ {word} }}}}。\n")
    with pytest.raises(FactError, match=hint):
        render(empty.load(), Resources())


def test_a_section_file_that_nothing_names_is_noted(empty: Folder) -> None:
    empty.section("a: {total: 1万元}\n")
    assert not empty.load().notes
    empty.write("extra.yaml", "facts: {b: 2万元}\n")
    (note,) = empty.load().notes
    assert "extra.yaml is not in the outline" in note
