"""A report's own checks: what they judge, what they refuse, and where the mistake stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from summarizer.claims.base import Claim, Outcome, Settings
from summarizer.claims.declared import CountExpectation, declared
from summarizer.claims.sum import Sum
from summarizer.errors import ErrorGroup, SummarizerError
from summarizer.facts import FactSet
from tests.conftest import Folder

FACTS = """\
facts:
  a: 120万元
  b: 80万元
  c: 200万元
  c_again: 200.4万元
  near_c: 201万元
  off: 215万元
  floor: 85%以上
  cap: 300万元以内
  under: 不足300万元
  about: 约200万元
  some: 356万余元
  done: 90%
  low: 80%
  share: 60%
  share2: 60.04%
  before: 57.3%
  rise: 2.7个百分点
  rise_wrong: 2.7%
  ratio: 0.6
  blank: ''
  trees: 12株
  dozen: 十二株
  hill: 2公顷
  field: 30亩
list:
  one: {facts: {x: 3株}}
  two: {facts: {x: 4株}}
  three: {facts: {x: 5株}}
"""

Read = Callable[..., FactSet]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder = Folder(tmp_path_factory.mktemp("content"))

    def with_checks(checks: str, report: str = "") -> FactSet:
        folder.write("report.yaml", f"bureau: 示例县林业局\nyear: 2023\n{report}")
        return folder.write("w.yaml", f"{FACTS}checks:\n{checks}").load()

    return with_checks


def claims(facts: FactSet) -> list[Claim]:
    return list(declared(facts, Settings()))


def outcome(read: Read, expect: str) -> Outcome:
    (claim,) = claims(read(f"  - expect: {expect}\n"))
    return claim.judge(Settings()).outcome


def mistakes(facts: FactSet) -> list[SummarizerError]:
    with pytest.raises(SummarizerError) as caught:
        claims(facts)
    return list(caught.value.errors) if isinstance(caught.value, ErrorGroup) else [caught.value]


HOLDS, WITHIN, OFF, FAILS, UNKNOWN = Outcome.HOLDS, Outcome.WITHIN, Outcome.OFF, Outcome.FAILS, Outcome.CANNOT_TELL


@pytest.mark.parametrize(
    ("expect", "wanted"),
    [
        # equal, within rounding, not
        ("w.a + w.b == w.c", HOLDS),
        ("w.a + w.b = w.c", HOLDS),
        ("w.c == w.a + w.b", HOLDS),
        ("w.a + w.b == w.c_again", WITHIN),
        ("w.a + w.b == w.near_c", WITHIN),
        ("w.a + w.b == w.off", FAILS),
        ("w.off == w.a + w.b", FAILS),
        ("w.c == w.c_again", HOLDS),
        ("w.c_again == w.c", WITHIN),
        ("w.c == w.near_c", OFF),
        ("w.c == 200万元", HOLDS),
        ("w.c == 0.02亿元", HOLDS),
        ("w.c == 201万元", OFF),
        ("w.c == 203万元", FAILS),
        ("w.trees == w.dozen", HOLDS),
        ("w.trees == 13株", FAILS),
        ("w.a + w.b == w.a + w.b", HOLDS),
        ("w.a + w.b == w.c + w.c", FAILS),
        ("w.a + w.c_again == w.b + 241万元", WITHIN),
        # percentages
        ("w.a / w.c == w.share", HOLDS),
        ("w.a / w.c == w.share2", WITHIN),
        ("w.share == w.ratio", HOLDS),
        ("w.ratio == w.share", HOLDS),
        ("0.6 == w.share2", WITHIN),
        ("w.a / w.c >= w.done", FAILS),
        ("w.a / w.c <= 60%", HOLDS),
        ("w.share - w.before == w.rise", HOLDS),
        ("w.before + w.rise == w.share", HOLDS),
        ("w.share - w.before == w.rise_wrong", UNKNOWN),
        ("100% - w.share == 40%", HOLDS),
        ("w.a == w.c * w.share", HOLDS),
        ("w.a / w.share == w.c", HOLDS),
        # order
        ("w.c >= w.a", HOLDS),
        ("w.a >= w.c", FAILS),
        ("w.a <= w.c", HOLDS),
        ("w.c < w.c", WITHIN),
        ("w.trees > w.dozen", FAILS),
        ("w.trees >= w.dozen", HOLDS),
        ("w.c != w.a", HOLDS),
        ("w.trees != w.dozen", FAILS),
        ("w.c >= 200万元", HOLDS),
        ("w.c >= 201万元", FAILS),
        ("w.c <= 199万元", FAILS),
        ("w.c >= 200.4万元", WITHIN),
        # words that make a figure less than exact
        ("w.some >= 300万元", HOLDS),
        ("w.some >= 356万元", HOLDS),
        ("w.some > 357万元", FAILS),
        ("w.under >= 300万元", FAILS),
        ("w.under < 300万元", HOLDS),
        ("w.under <= 250万元", UNKNOWN),
        ("w.about >= 200万元", UNKNOWN),
        ("w.about >= 180万元", HOLDS),
        ("w.about >= 220万元", FAILS),
        ("w.about == 205万元", HOLDS),
        ("w.about == 240万元", FAILS),
        ("w.c == 约205万元", HOLDS),
        ("w.floor <= 90%", UNKNOWN),
        ("w.floor >= 90%", UNKNOWN),
        ("w.floor >= 80%", HOLDS),
        ("w.floor <= 80%", FAILS),
        ("w.floor == 85%", HOLDS),
        ("w.floor == 84.9%", FAILS),
        ("w.floor == w.floor", HOLDS),
        ("w.floor == w.low", FAILS),
        ("w.floor != w.low", HOLDS),
        ("w.floor != w.done", UNKNOWN),
        ("w.done >= w.floor", HOLDS),
        ("w.low >= w.floor", FAILS),
        ("w.floor <= w.done", HOLDS),
        ("w.done >= 85%以上", HOLDS),
        ("w.low >= 85%以上", FAILS),
        ("w.c <= w.cap", HOLDS),
        ("w.cap >= w.some", FAILS),
        # kinds
        ("w.hill == w.field", HOLDS),
        ("w.hill > 20亩", HOLDS),
        ("20亩 >= w.hill", FAILS),
        ("25亩 >= w.hill", WITHIN),
        ("w.a >= w.trees", UNKNOWN),
        # blanks
        ("w.blank == w.a", UNKNOWN),
        ("w.a >= w.blank", UNKNOWN),
        ("w.a / w.blank >= 1", UNKNOWN),
        ("sum(w.*) >= 1", None),
        ("w.a + w.blank == w.c", UNKNOWN),
        # entries
        ("count(w.list.*) == 3", HOLDS),
        ("w.trees == count(w.list.one, w.list.two)", FAILS),
        ("sum(w.list.*.x) == w.trees", HOLDS),
        ("max(w.list.*.x) == 5株", HOLDS),
    ],
)
def test_expect(read: Read, expect: str, wanted: Outcome | None) -> None:
    if wanted is None:
        assert mistakes(read(f"  - expect: {expect}\n"))
    else:
        assert outcome(read, expect) is wanted


def test_the_working_and_the_message(read: Read) -> None:
    facts = read("  - {name: 造林投资, expect: w.a + w.b == w.off}\n  - expect: w.a + w.b == w.c\n  - expect: w.c == w.near_c\n")
    failed, held, off = (claim.judge(Settings()) for claim in declared(facts, Settings()))
    assert failed.working == "120万元 + 80万元 = 200万元, 215万元 = 215万元; expected 120万元 + 80万元 == 215万元"
    assert "造林投资" in failed.message
    assert (failed.severity, off.severity) == ("error", "warning")
    assert not held.message
    assert held.working
    assert "w.c == w.near_c" in off.message


def test_the_working_shows_results_in_the_scale_that_is_written(read: Read) -> None:
    facts = read("  - expect: w.a / w.b == 3\n  - expect: 1.2亿元 - w.a >= 1.3亿元\n  - expect: 100元 + 20元 == 3元\n")
    workings = [claim.judge(Settings()).working for claim in declared(facts, Settings())]
    assert [working.split(";")[0] for working in workings] == [
        "120万元 ÷ 80万元 = 1.5, 3 = 3",
        "1.2亿元 − 120万元 = 1.188亿元, 1.3亿元 = 1.3亿元",
        "100元 + 20元 = 120元, 3元 = 3元",
    ]


def test_what_counts_entries_is_a_count(read: Read) -> None:
    facts = read("  - expect: count(w.list.*) == 3\n  - expect: w.a < w.b\n")
    count, bound = claims(facts)
    assert (count.kind, type(count)) == ("count", CountExpectation)
    assert bound.kind == "bound"


@pytest.mark.parametrize(
    ("check", "parts", "wanted"),
    [
        ("{total: w.c, parts: [w.a, w.b]}", 2, HOLDS),
        ("{合计: w.c, 分项: [w.a, w.b]}", 2, HOLDS),
        ("{total: w.off, parts: [w.a, w.b]}", 2, FAILS),
        ("{total: w.off, parts: [w.a, w.b], exhaustive: true}", 2, FAILS),
        ("{total: w.off, parts: [w.a, w.b], exhaustive: false}", 2, HOLDS),
        ("{合计: w.off, 分项: [w.a, w.b], 穷尽: 否}", 2, HOLDS),
        ("{合计: w.off, 分项: [w.a, w.b], 穷尽: 是}", 2, FAILS),
        ("{total: w.a, parts: [w.b, w.c], exhaustive: no}", 2, FAILS),
        ("{total: w.trees, parts: w.list.*.x}", 3, HOLDS),
        ("{total: w.trees, parts: [w.list.*.x]}", 3, HOLDS),
        ("{total: w.trees, parts: [w.list.one.x, w.list.*.x]}", 3, HOLDS),
        ("{total: w.list.three.x, parts: w.list.*.x}", 2, FAILS),
        ("{total: w.c, parts: [w.a, w.blank]}", 2, UNKNOWN),
        ("{total: w.blank, parts: [w.a, w.b]}", 2, UNKNOWN),
        ("{total: w.a, parts: w.trees}", 1, UNKNOWN),
    ],
)
def test_total_and_parts(read: Read, check: str, parts: int, wanted: Outcome) -> None:
    (claim,) = claims(read(f"  - {check}\n"))
    assert isinstance(claim, Sum)
    assert len(claim.parts) == parts
    assert claim.judge(Settings()).outcome is wanted


def test_chinese_keys(read: Read) -> None:
    (claim,) = claims(read("  - {名称: 造林投资, 应有: w.a + w.b == w.off}\n"))
    assert "造林投资" in claim.judge(Settings()).message


def test_checks_stand_in_the_report_and_in_every_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Folder(tmp_path_factory.mktemp("content"))
    folder.write("report.yaml", "bureau: 示例县林业局\nyear: 2023\n校验:\n  - expect: w.x == 1株\n")
    folder.write("w.yaml", "facts: {x: 1株}\nchecks:\n  - expect: w.x == 2株\n")
    folder.write("my_report.yaml", "facts: {y: 1株}\n校验:\n  - expect: my_report.y == 3株\n")
    assert sorted(claim.judge(Settings()).working[-2:] for claim in declared(folder.load(), Settings())) == ["1株", "2株", "3株"]


@pytest.mark.parametrize(
    ("check", "line", "column", "words"),
    [
        ("  - expect: w.a == w.d", 1, 20, "no such fact: w.d"),
        ("  - expect: 'w.a == w.d'", 1, 21, "no such fact: w.d"),
        ('  - expect: "w.a == w.d"', 1, 21, "no such fact: w.d"),
        ("  - expect: |\n      w.a == w.d", 2, 14, "no such fact: w.d"),
        ("  - expect: |\n      w.a ==\n        w.d", 3, 9, "no such fact: w.d"),
        ("  - {name: 甲, expect: w.a}", 1, 26, "a comparison is missing"),
        ("  - expect: [w.a == w.b]", 1, 13, "must be one line of text"),
        ("  - expct: w.a == w.b", 1, 5, "unknown key expct"),
        ("  - name: 甲", 1, 5, "a check needs `expect`"),
        ("  - total: w.a", 1, 5, "a check needs `expect`"),
        ("  - 合计: w.a", 1, 5, "a check needs `应有`, or `合计` and `分项`"),
        ("  - {合计: w.c, 分项: w.a, 穷尽: 大概}", 1, 28, "穷尽 must be true or false"),
        ("  - {合计: [w.c], 分项: w.a}", 1, 10, "合计 must be text"),
        ("  - {total: w.a, parts: w.b, expect: w.a == 1}", 1, 5, "a check has `expect`, or"),
        ("  - {expect: w.a == w.a, 应有: w.a == w.b}", 1, 26, "应有 says the same as expect"),
        ("  - {total: w.x, parts: w.a}", 1, 13, "no such fact: w.x"),
        ("  - {total: w.c, parts: [w.a, w.x]}", 1, 31, "no such fact: w.x"),
        ("  - {total: w.c, parts: [w.*.nothing]}", 1, 26, "no such fact: w.*.nothing"),
        ("  - {total: w.c, parts: [w.a, w.c]}", 1, 31, "w.c cannot be a part of itself"),
        ("  - {total: w.c, parts: []}", 1, 25, "no parts are given"),
        ("  - {total: w.c, parts: }", 1, 25, "no parts are given"),
        ("  - {total: [w.c], parts: w.a}", 1, 13, "total must be text"),
        ("  - {total: w.c, parts: w.a, exhaustive: maybe}", 1, 42, "must be true or false"),
        ("  - w.a == w.b", 1, 5, "checks must be `key: value` lines"),
    ],
)
def test_mistakes_and_their_place(read: Read, check: str, line: int, column: int, words: str) -> None:
    first, *_others = mistakes(read(f"{check}\n"))
    assert words in first.message
    assert first.where is not None
    assert first.where.path.endswith("w.yaml")
    above = FACTS.count("\n") + 1
    assert (first.where.line - above, first.where.column) == (line, column)


def test_a_date_is_no_figure(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Folder(tmp_path_factory.mktemp("content")).write("report.yaml", "bureau: 示例县林业局\nyear: 2023\n")
    for check in ("{total: projects.dam.start, parts: projects.dam.total}", "{total: projects.dam.total, parts: projects.dam.start}"):
        facts = folder.write("projects.yaml", f"dam: {{total: 3万元, start: 2023-03}}\nchecks:\n  - {check}\n").load()
        (error,) = mistakes(facts)
        assert error.message == "projects.dam.start is a date"


def test_all_mistakes_are_told_at_once(read: Read) -> None:
    found = mistakes(read("  - expect: w.a == w.x\n  - expect: w.a\n  - {total: w.y, parts: w.a}\n"))
    assert len(found) == 3


def test_the_claim_stands_where_the_check_is_written(read: Read) -> None:
    facts = read("  - expect: w.a + w.b == w.off\n  - {total: w.off, parts: [w.a, w.b]}\n")
    text = facts.sources["w.yaml"].text
    assert [text[claim.place.start : claim.place.end] for claim in claims(facts)] == ["w.a + w.b == w.off", "w.off"]
    assert [operand.fact for claim in claims(facts) for operand in claim.operands()] == ["w.a", "w.b", "w.off", "w.off", "w.a", "w.b"]


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 9))
@hypothesis_settings(max_examples=40, deadline=None)
def test_another_scale_leaves_the_verdict(read: Read, a: int, b: int, times: int) -> None:
    one = outcome(read, f"{a}万元 + {b}万元 == {a + b + times - 1}万元")
    other = outcome(read, f"{a}亿元 + {b}亿元 == {a + b + times - 1}亿元")
    assert one is other
    assert (one is Outcome.HOLDS) == (times == 1)
