"""Templates: unknown names, syntax, the sandbox, the time limit, overriding."""

from __future__ import annotations

import threading
import time

import pytest

from summarizer.document import plain
from summarizer.errors import FactError, SummarizerError, TemplateError
from tests.conftest import Folder


def at(folder: Folder, error: SummarizerError, name: str) -> str:
    """The line of ``name`` that ``error`` points to."""
    assert error.where is not None
    assert error.where.path.endswith(name)
    return folder.read(name).split("\n")[error.where.line - 1].strip()


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("invsted", "did you mean invested?"),
        ("完成投", "did you mean 完成投资?"),
        ("projects.road.totl", "did you mean projects.road.total?"),
        ("projects.raod.total", "did you mean projects.road?"),
        ("projcts.road", "did you mean projects?"),
        ("report.yaer", "did you mean report.year?"),
        ("zzzzzz", "known here: "),
        ("text", "did you mean"),
    ],
)
def test_unknown_names_are_named_with_place_and_nearest(folder: Folder, word: str, hint: str) -> None:
    error = folder.error_in("一\n\n二\n\n三{{ invested }}{{ " + word + " }}")
    assert isinstance(error, FactError)
    assert at(folder, error, "projects.yaml").startswith("三")
    assert hint in error.hint
    assert error.hint != f"did you mean {word}?"


def test_unknown_name_deep_in_a_long_file(empty: Folder) -> None:
    lines = "".join(f"e{n}:\n  total: {n}万元\n" for n in range(30))
    empty.section(f"{lines}group:\n  inner:\n    deep:\n      total: 5万元\n      text: |\n        好。\n\n        共{{{{ totall }}}}。\n")
    error = empty.error()
    assert at(empty, error, "projects.yaml") == "共{{ totall }}。"
    assert error.hint == "did you mean total?"


def test_unknown_name_in_an_included_template(folder: Folder) -> None:
    folder.write("templates/parts/project.md.j2", "{# 一 #}\n{% set x = entry.total %}\n{{ entry.totall }}\n")
    error = folder.error()
    assert at(folder, error, "templates/parts/project.md.j2") == "{{ entry.totall }}"
    assert error.hint == "did you mean projects.park.total?"


def test_unknown_name_in_the_opening_knows_what_is_known_there(folder: Folder) -> None:
    error = folder.change("report.yaml", "{{ report.bureau }}", "{{ nme }}").error()
    assert at(folder, error, "report.yaml").startswith("2023年，{{ nme }}")
    assert "did you mean name?" not in error.hint


@pytest.mark.parametrize(
    "text", ["{{ invested", "{% if %}", "{% endif %}", "{% for x in y %}", "{{ 'x }}", "{{ a b }}", "{{ invested|nofilter }}", "{%"]
)
def test_syntax_errors_name_the_line_of_the_yaml_file(folder: Folder, text: str) -> None:
    error = folder.error_in(f"一行\n\n{text}")
    assert isinstance(error, TemplateError)
    assert at(folder, error, "projects.yaml") == text


def test_syntax_error_in_a_template(folder: Folder) -> None:
    error = folder.write("templates/summary.md.j2", "好\n\n{% if x %}").error()
    assert at(folder, error, "templates/summary.md.j2") == "{% if x %}"


def test_a_misspelt_template_is_told_the_right_one(folder: Folder) -> None:
    error = folder.write("templates/summary.md.j2", '{% extends "shipped/sumary.md.j2" %}').error()
    assert error.hint == "did you mean shipped/summary.md.j2?"


def test_a_template_that_extends_itself_is_told_what_to_write(folder: Folder) -> None:
    error = folder.write("templates/summary.md.j2", '{% extends "summary.md.j2" %}').error()
    assert 'write: {% extends "shipped/' in error.hint


def test_a_block_that_nothing_prints_is_refused(folder: Folder) -> None:
    own = '{% extends "shipped/summary.md.j2" %}\n{% block clsing %}特此报告。{% endblock %}\n'
    error = folder.write("templates/summary.md.j2", own).error()
    assert at(folder, error, "templates/summary.md.j2").startswith("{% block clsing")
    assert (error.written, error.hint) == ("clsing", "did you mean closing?")
    folder.change("templates/summary.md.j2", "clsing", "closing").render()


def test_a_block_of_a_template_between_may_be_filled(folder: Folder) -> None:
    between = '{% extends "shipped/summary.md.j2" %}{% block closing %}{% block seal %}{% endblock %}{% endblock %}'
    folder.write("templates/county.md.j2", between)
    folder.write("templates/summary.md.j2", '{% extends "county.md.j2" %}{% block seal %}县人民政府。{% endblock %}')
    assert plain(folder.document().body[-1].content) == "县人民政府。"  # type: ignore[union-attr]
    error = folder.change("templates/county.md.j2", "block closing", "block clossing").error()
    assert at(folder, error, "templates/county.md.j2")
    assert error.written == "clossing"


@pytest.mark.parametrize("name", ["nowhere.md.j2", "../report.yaml", "/etc/hostname", "parts", ".", "new/report.yaml", "x" * 5000, "''"])
def test_a_template_that_is_not_there(folder: Folder, name: str) -> None:
    folder.write("report.yaml", folder.read("report.yaml") + f"template: {name}\n")
    error = folder.error()
    assert error.message.startswith("no such template")
    assert "summary.md.j2" in error.hint
    assert error.where is not None
    assert error.where.line == folder.read("report.yaml").count("\n")


@pytest.mark.parametrize(
    "name", ["../../x", "../report.yaml", "/etc/hostname", "shipped/../../pyproject.toml", "new/report.yaml", "x" * 5000]
)
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_nothing_outside_the_templates_is_read(folder: Folder, tag: str, name: str) -> None:
    error = folder.error_in("{% " + tag + f" '{name}' " + ("as x " if tag == "import" else "") + "%}")
    assert error.message.startswith("no such template")
    assert at(folder, error, "projects.yaml").startswith("{%")


def test_a_link_out_of_the_templates_is_not_followed(folder: Folder, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "secret.j2").write_text("geheim")
    folder.write("templates/a.j2", "x")
    (folder.path / "templates" / "b.j2").symlink_to(tmp_path / "secret.j2")
    assert "no such template" in folder.error_in("{% include 'b.j2' %}").message


def test_ignore_missing_works(folder: Folder) -> None:
    assert folder.shown("甲{% include 'no.j2' ignore missing %}乙") == "甲乙"
    folder.write("templates/yes.j2", "有")
    assert folder.shown("甲{% include ['no.j2', 'yes.j2'] %}乙") == "甲有乙"


@pytest.mark.parametrize("data", [b"\xff\xfe", "甲\n乙".encode("gbk")])
def test_a_template_that_is_not_utf8(folder: Folder, data: bytes) -> None:
    error = folder.write("templates/summary.md.j2", data).error()
    assert error.message == "not UTF-8 text"
    assert error.where is not None
    assert error.where.path.endswith("summary.md.j2")


def test_private_use_characters_in_a_template(folder: Folder) -> None:
    error = folder.write("templates/summary.md.j2", "好\n\U000f0041").error()
    assert "private-use" in error.message
    assert error.where is not None
    assert error.where.line == 2


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "().__class__.__mro__",
        "[].__class__.__base__.__subclasses__()",
        "invested.fact",
        "invested.__class__",
        "invested.ledger",
        "projects._entry",
        "projects._world",
        "projects.__init__",
        "name.__init__.__globals__",
        "report._report",
        "step.__globals__",
        "self._TemplateReference__context",
        "''['__class__']",
        "'{0.__class__}'.format('')",
        "'{0.fact}'.format(invested)",
        "'{0.__init__}'.format(projects)",
        "''|attr('__class__')",
        "[projects]|map(attribute='_world')|list",
        "''.format_map({})",
        "[].append(1)",
        "{}.update({})",
        "range.__doc__",
        "loop",
        "cycler",
        "lipsum",
        "namespace()",
    ],
)
def test_the_sandbox_holds(folder: Folder, expression: str) -> None:
    error = folder.error_in("{{ " + expression + " }}")
    assert at(folder, error, "projects.yaml").startswith("{{")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'x' * 999999999 }}",
        "{{ 999999999 * 'x' }}",
        "{{ [1] * 999999999 }}",
        "{{ 9 ** 99999999 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '%*d' % (99999999, 1) }}",
        "{{ '%99999999s'|format(1) }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ '{:{}}'.format('', 99999999) }}",
        "{{ 'x'.ljust(999999999) }}",
        "{% for x in range(999999999) %}{% endfor %}",
        "{% for x in [1] %}" * 25 + "x" + "{% endfor %}" * 25,
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for x in projects recursive %}{{ loop(projects) }}{% endfor %}",
        "{{ projects.road.text }}",
    ],
)
def test_what_would_exhaust_the_machine_is_refused_at_once(folder: Folder, text: str) -> None:
    before = time.process_time()
    error = folder.error_in(text)
    assert isinstance(error, TemplateError)
    assert error.where is not None
    assert time.process_time() - before < 3


ENDLESS = "一\n\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def test_an_endless_loop_ends(folder: Folder) -> None:
    with pytest.raises(TemplateError, match="did not finish in time") as caught:
        folder.prose(ENDLESS).render(limit=0.2)
    assert at(folder, caught.value, "projects.yaml").startswith("{% for a")


def test_an_endless_loop_ends_in_a_thread_and_leaves_others_alone(folder: Folder, make_folder) -> None:  # type: ignore[no-untyped-def]
    caught: list[BaseException] = []

    def run() -> None:
        try:
            folder.prose(ENDLESS).render(limit=0.3)
        except BaseException as error:  # noqa: BLE001 - it is looked at below
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    other = make_folder("other")
    for _n in range(5):
        other.document()
    thread.join(10)
    assert not thread.is_alive()
    assert isinstance(caught[0], TemplateError)


def test_a_time_limit_that_was_kept_leaves_nothing_behind(folder: Folder) -> None:
    for _n in range(3):
        folder.render(limit=30)
    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer) and not thread.finished.is_set()]


def test_a_block_is_overridden_by_the_reports_own_template(folder: Folder) -> None:
    folder.write(
        "templates/summary.md.j2",
        '{% extends "shipped/summary.md.j2" %}\n{% block opening %}\n{{ report.bureau }}自己的开头。\n\n{% endblock %}\n',
    )
    texts = [plain(block.content) for block in folder.document().body if hasattr(block, "content")]
    assert texts[0] == "示例县林业局自己的开头。"
    assert "今年工作" in texts
    assert not any("完成了各项任务" in text for text in texts)


def test_a_part_is_overridden(folder: Folder) -> None:
    folder.write("templates/parts/project.md.j2", "项目：{{ entry.name }}投资{{ entry.total }}\n")
    assert plain(folder.document().body[-1].content) == "项目：森林公园投资2亿元"  # type: ignore[union-attr]


def test_another_template_by_name(folder: Folder) -> None:
    folder.write("report.yaml", folder.read("report.yaml") + "template: short.md.j2\n")
    folder.write("templates/short.md.j2", "# {{ report.title or '简报' }}\n\n总投资{{ projects.total_sum }}。\n")
    body = folder.document().body
    assert len(body) == 2
    assert plain(body[1].content) == "总投资3.2亿元。"  # type: ignore[union-attr]


@pytest.mark.parametrize("shape", ["none", "project", "indicator", "service", "plan"])
def test_an_entry_without_text_gets_a_sentence(empty: Folder, shape: str) -> None:
    lines = {
        "none": "",
        "project": "  total: 5万元\n  annual_plan: 4万元\n  invested: 3万元\n  progress: 封顶\n  finish: 2024-06\n",
        "indicator": "  target: 5件\n  actual: 4件\n  rank: 第二\n  scope: 全市\n  score: 95分\n"
        "  periods: {q1: {name: 一季度, score: 94分, rank: 第三}}\n",
        "service": "  count: 5次\n  people: 40人\n  households: 9户\n  amount: 6万元\n  paid: 5万元\n  raised: 1万元\n",
        "plan": "  count: 5期\n  amount: 6万元\n  start: 2024-03\n  deadline: 2024-09\n",
    }[shape]
    empty.section(f"shape: {shape}\na:\n  name: 甲\n{lines}")
    text = plain(empty.document().body[-1].content)  # type: ignore[union-attr]
    assert text.startswith("甲")
    assert text.endswith("。")
    facts = empty.load()
    used = [fact.text for fact in facts.facts.values() if fact.text not in ("", "0")]
    assert all(value in text for value in used)


def test_control_characters_from_a_string_in_a_template(folder: Folder) -> None:
    for escape in ("\\x00", "\\x07", "\\ud800", "\\uffff", "\\u2028"):
        error = folder.error_in("甲\n\n乙{{ '" + escape + "' }}")
        assert "no document can hold" in error.message
        assert at(folder, error, "projects.yaml").startswith("乙")


def test_a_carriage_return_from_a_string_is_a_line_end(folder: Folder) -> None:
    folder.prose("甲{{ '\\r\\r\\r\\r\\r\\r' }}乙")
    assert [plain(block.content) for block in folder.document().body[3:5]] == ["甲", "乙"]  # type: ignore[union-attr]


def test_replace_in_a_name_changes_the_name(folder: Folder) -> None:
    assert folder.shown("{{ name|replace('道路', '公路') }}") == "林区公路"
