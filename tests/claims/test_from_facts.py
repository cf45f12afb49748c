"""What known shapes claim for nothing: each claim in a report that passes and in one that fails."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from summarizer.check import Judged, Report, check
from summarizer.claims.base import Claim, Outcome, Settings
from summarizer.claims.declared import Expectation
from summarizer.claims.expression import evaluate
from summarizer.claims.from_facts import from_facts
from summarizer.claims.sum import Sum
from summarizer.errors import FactError, Position
from summarizer.findings import Finding, Severity
from tests.conftest import Folder

REPORT = "bureau: 示例县林业局\nyear: 2023\ndate: 2024-01-08\n"
TODAY = datetime.date(2024, 1, 11)

Made = Callable[..., Folder]


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    def make(text: str, stem: str, report: str = "") -> Folder:
        return Folder(tmp_path_factory.mktemp("content")).write("report.yaml", REPORT + report).write(f"{stem}.yaml", text)

    return make


@pytest.fixture(scope="module")
def odd_folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("odd"))


def claims(folder: Folder) -> list[Claim]:
    return list(from_facts(folder.load()))


def checked(folder: Folder) -> Report:
    report = check([folder.path], TODAY)
    assert report.sources[0].error is None
    return report


def judged(folder: Folder, kind: str) -> list[Judged]:
    return [item for item in checked(folder).judged if item.claim.kind == kind]


def found(folder: Folder, prefix: str = "") -> list[Finding]:
    return [finding for finding in checked(folder).findings if finding.code.startswith(prefix)]


# What the claim is, the file's stem, what is written, the word that holds, the word that fails, code and fact of the finding.
CASES = {
    "project rate": ("projects", "dam: {annual_plan: 400万元, invested: 380万元, rate: %s}", "95%", "92%", "RATE001", "projects.dam.rate"),
    "indicator rate": ("indicators", "dam: {target: 64处, actual: 58处, rate: %s}", "90.63%", "95.63%", "RATE001", "indicators.dam.rate"),
    "rate of a period": (
        "indicators",
        "dam: {periods: {q1: {target: 64处, actual: 58处, rate: %s}}}",
        "90.63%",
        "95.63%",
        "RATE001",
        "indicators.dam.q1.rate",
    ),
    "rate, target unknown": ("indicators", "dam: {actual: 60张, rate: %s}", "125%", "145.45%", "RATE002", "indicators.dam.rate"),
    "rate, actual unknown": ("indicators", "dam: {target: 60张, rate: %s}", "125%", "145.45%", "RATE002", "indicators.dam.rate"),
    "rate cut off": ("indicators", "dam: {target: 300户, actual: 287户, rate: %s}", "95.67%", "95.66%", "RATE003", "indicators.dam.rate"),
    "total by the same key": (
        "projects",
        "g:\n  total: %s\n  dam: {total: 300万元}\n  road: {total: 500万元}",
        "800万元",
        "820万元",
        "SUM001",
        "projects.g.total",
    ),
    "total of a file": ("projects", "facts: {total_sum: %s}\ndam: {total: 300万元}\nroad: {total: 500万元}", "800万元", "820万元",
                        "SUM001", "projects.total_sum"),
    "total by 合计": ("projects", "facts: {总投资合计: %s}\ndam: {total: 3万元}\nroad: {total: 5万元}", "8万元", "9.5万元", "SUM001",
                    "projects.总投资合计"),
    "total by 总计": ("services", "facts: {发放总计: %s}\ndam: {paid: 3万元}\nroad: {paid: 5万元}", "8万元", "9.5万元", "SUM001",
                    "services.发放总计"),
    "total, some left out": (
        "projects",
        "g:\n  invested: %s\n  dam: {invested: 300万元}\n  road: {invested: 500万元}\n  hut: {progress: 完工}",
        "900万元",
        "700万元",
        "SUM002",
        "projects.g.invested",
    ),
    "total of people": ("services", "g:\n  people: %s\n  dam: {people: 30名}\n  road: {people: 50名}", "80名", "81名", "SUM001",
                        "services.g.people"),
    "total of plans": ("plans", "g:\n  amount: %s\n  dam: {amount: 3万元}\n  road: {amount: 5万元}", "8万元", "80万元", "SUM001",
                       "plans.g.amount"),
    "floor of rates": ("projects", "g:\n  rate: 85%%以上\n  dam: {rate: 91%%}\n  road: {rate: %s}", "85%", "82.4%", "BOUND001",
                       "projects.g.rate"),
    "ceiling of rates": ("projects", "g:\n  rate: 100%%以内\n  dam: {rate: 91%%}\n  road: {rate: %s}", "100%", "104%", "BOUND001",
                         "projects.g.rate"),
    "floor beside a derived rate": (
        "projects",
        "g:\n  rate: 90%%以上\n  dam: {annual_plan: 400万元, invested: %s}",
        "380万元",
        "340万元",
        "BOUND001",
        "projects.g.rate",
    ),
    "floor of scores": ("indicators", "g:\n  score: 不低于90分\n  dam: {score: %s}", "90分", "89.5分", "BOUND001", "indicators.g.score"),
    "rank": ("indicators", "dam: {rank: %s, of: 11个}", "第十一", "第十二", "RANK001", "indicators.dam.rank"),
    "rank of a period": (
        "indicators",
        "dam: {of: 9个, periods: {q1: {rank: 第三}, q2: {rank: %s}}}",
        "并列第九",
        "第10",
        "RANK001",
        "indicators.dam.q2.rank",
    ),
    "rank among the period's own": (
        "indicators",
        "dam: {of: 90个, periods: {q2: {rank: %s, of: 9个}}}",
        "第九",
        "第10",
        "RANK001",
        "indicators.dam.q2.rank",
    ),
    "rank 0": ("indicators", "dam: {rank: %s}", "1", "0", "RANK002", "indicators.dam.rank"),
    "works end before they begin": ("projects", "dam: {start: 2022-11, finish: %s}", "2022-11", "2022-10", "RANGE002",
                                  "projects.dam.finish"),
    "plan is due before it begins": ("plans", "dam: {start: 2024-05, deadline: %s}", "2024-05-31", "2024-04-30", "RANGE002",
                                     "plans.dam.deadline"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_claim_in_a_report_that_passes(case: str, made: Made) -> None:
    stem, text, good, _bad, code, _fact = CASES[case]
    folder = made(text % good + "\n", stem)
    outcomes = [item.verdict.outcome for item in checked(folder).judged if item.verdict.code[:4] == code[:4]]
    holds = (Outcome.HOLDS, Outcome.WITHIN, *([Outcome.CANNOT_TELL] if case == "rank 0" else []))
    assert outcomes
    assert all(outcome in holds for outcome in outcomes)
    assert not found(folder, code[:4])


@pytest.mark.parametrize("case", CASES)
def test_the_same_claim_in_a_report_that_fails(case: str, made: Made) -> None:
    stem, text, _good, bad, code, fact = CASES[case]
    folder = made(text % bad + "\n", stem)
    (finding,) = found(folder, code[:4])
    assert finding.code == code
    assert finding.facts[0] == fact
    assert finding.quote == folder.read(f"{stem}.yaml")[finding.start : finding.end] != ""
    assert finding.working
    assert finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("indicators", "dam: {target: 64处, actual: 58处}"),  # the rate is derived
        ("indicators", "dam: {rate: 90.63%}"),
        ("indicators", "dam: {target: '', actual: '', rate: 90.63%}"),
        ("indicators", "dam: {target: 64处, actual: 58处, rate: ''}"),
        ("projects", "g:\n  total: 900万元\n  dam: {total: 800万元}"),  # one part is no sum
        ("projects", "g:\n  total: ''\n  dam: {total: 800万元}\n  road: {total: 800万元}"),
        ("projects", "g:\n  rate: 85%\n  dam: {rate: 80%}"),  # an average, perhaps
        ("projects", "g:\n  rate: 85%以上\n  dam: {rate: ''}"),
        ("projects", "dam: {start: 2022-11}"),
        ("indicators", "g:\n  score: 90分\n  dam: {score: 40分}\n  road: {score: 50分}"),
        ("notes", "facts: {total: 3万元}\ndam: {facts: {total: 1万元}}\nroad: {facts: {total: 1万元}}"),
        ("indicators", "dam: {rank: ''}"),
    ],
)
def test_what_claims_nothing(stem: str, text: str, made: Made) -> None:
    assert claims(made(f"{text}\n", stem)) == []


def test_a_derived_rate_makes_no_claim_and_is_no_written_figure(made: Made) -> None:
    folder = made("dam: {target: 64处, actual: 58处}\n", "indicators")
    assert "indicators.dam.rate" in folder.load().facts
    assert checked(folder).judged == ()
    assert checked(folder).sources[0].figures == 2


def test_operands_in_two_measure_words_are_tested_one_at_a_time(made: Made) -> None:
    (item,) = judged(made("dam: {target: 48个, actual: 60处, rate: 145.45%}\n", "indicators"), "rate")
    assert item.verdict.code == "RATE002"
    assert len(item.claim.operands()) == 2


def test_a_blank_part_leaves_the_total_open(made: Made) -> None:
    text = "g:\n  total: 900万元\n  dam: {total: 300万元}\n  road: {total: 500万元}\n  hut: {total: ''}\n"
    (claim,) = claims(made(text, "projects"))
    assert isinstance(claim, Sum)
    assert not claim.exhaustive
    assert claim.judge(Settings()).outcome is Outcome.HOLDS


def test_totals_nest(made: Made) -> None:
    text = "facts: {total_sum: 11万元}\ng:\n  total: 8万元\n  a: {total: 3万元}\n  b: {total: 5万元}\nh: {total: 3万元}\n"
    parts = [[operand.fact for operand in claim.operands()] for claim in claims(made(text, "projects"))]
    assert parts == [
        ["projects.total_sum", "projects.g.total", "projects.h.total"],
        ["projects.g.total", "projects.g.a.total", "projects.g.b.total"],
    ]


@pytest.mark.parametrize("word", ["合计", "总计", "总和", "共计", "小计", "总数", "总额", "总量"])
def test_words_for_a_total(word: str, made: Made) -> None:
    text = f"g:\n  facts: {{发放{word}: 9.5万元, 其他{word}: 7万元}}\n  a: {{paid: 3万元}}\n  b: {{paid: 5万元}}\n"
    assert [finding.facts[0] for finding in found(made(text, "services"), "SUM")] == [f"services.g.发放{word}"]


def test_every_total_that_is_stated_is_tested(made: Made) -> None:
    text = "g:\n  total: 8万元\n  facts: {total_sum: 9.5万元}\n  a: {total: 3万元}\n  b: {total: 5万元}\n"
    assert [finding.facts[0] for finding in found(made(text, "projects"), "SUM")] == ["projects.g.total_sum"]


def test_each_value_below_the_floor_is_named(made: Made) -> None:
    (finding,) = found(made("g:\n  rate: 85%以上\n  a: {rate: 80%}\n  b: {rate: 90%}\n  c: {rate: 81%}\n", "projects"), "BOUND")
    assert "80%" in finding.working
    assert "81%" in finding.working
    assert "90%" not in finding.working


# Limits, severities, rounding


@pytest.mark.parametrize(("limit", "bad"), [("200%以下", True), ("200%", True), ("不超过200%", True), ("300%", False), ("60%以上", False)])
def test_a_limit_for_every_figure_under_a_key(limit: str, bad: bool, made: Made) -> None:
    folder = made("dam: {target: 4处, actual: 9处}\nroad: {rate: 90%}\n", "indicators", f"limits: {{完成率: {limit}}}\n")
    findings = found(folder, "BOUND")
    assert len(findings) == bad
    for finding in findings:
        assert (finding.severity, finding.facts[0]) == (Severity.WARNING, "indicators.dam.rate")
        assert "225%" in finding.working


def test_a_floor_as_a_limit(made: Made) -> None:
    (finding,) = found(made("dam: {score: 80分}\nroad: {score: 95分}\n", "indicators", "limits: {score: 90分以上}\n"), "BOUND")
    assert finding.facts == ("indicators.dam.score",)


@pytest.mark.parametrize(("word", "severity"), [("warning", "warning"), ("提示", "info"), ("错误", "error"), ("off", None), ("关闭", None)])
def test_a_report_sets_severities(word: str, severity: str | None, made: Made) -> None:
    folder = made("dam: {target: 64处, actual: 58处, rate: 95.63%}\n", "indicators", f"severity: {{RATE001: {word}}}\n")
    assert [str(finding.severity) for finding in found(folder, "RATE")] == ([severity] if severity else [])


def test_a_severity_for_a_code_that_does_not_exist_is_refused(made: Made) -> None:
    folder = made("dam: {rate: 95%}\n", "indicators", "severity: {RATE01: off}\n")
    (source,) = check([folder.path], TODAY).sources
    assert source.error is not None
    assert "report.yaml:4:12: no finding has the code RATE01" in source.error
    assert "did you mean RATE0" in source.error


def test_a_severity_for_a_code_that_only_prose_can_trip_is_known(made: Made) -> None:
    folder = made("dam: {rate: 95%}\n", "indicators", "severity: {GROWTH001: off, 'AVERAGE001': info}\n")
    assert check([folder.path], TODAY).sources[0].error is None


def test_a_bureau_that_cuts_digits_off(made: Made) -> None:
    text = "dam: {target: 300户, actual: 287户, rate: %s}\n"  # 95.666…
    for written, rounding, bad in (
        ("95.66%", "truncate", 0),
        ("95.67%", "truncate", 1),
        ("95.66%", "nearest", 1),
        ("95.67%", "nearest", 0),
    ):
        assert len(found(made(text % written, "indicators", f"rounding: {rounding}\n"), "RATE")) == bad, (written, rounding)


def test_cut_off_parts_may_be_more_than_their_total(made: Made) -> None:
    text = "g:\n  total: %s\n  a: {total: 1.5万元}\n  b: {total: 2.5万元}\n"
    assert not found(made(text % "4.1万元", "projects", "rounding: truncate\n"), "SUM")
    assert found(made(text % "3.9万元", "projects", "rounding: truncate\n"), "SUM")


# Coverage


def test_coverage_counts_written_figures_in_claims_that_could_be_judged(made: Made) -> None:
    text = """\
facts: {trees: 12株}
dam: {target: 64处, actual: 58处, rate: 90.63%}
road: {actual: 3处, rate: 150%}
hut: {target: 2处, actual: 1个, rank: 第三}
"""
    (source,) = checked(made(text, "indicators")).sources
    assert (source.figures, source.figures_checked) == (9, 5)
    assert [figure.id for figure in source.uncovered] == [
        "indicators.trees", "indicators.hut.target", "indicators.hut.actual", "indicators.hut.rank",
    ]  # fmt: skip
    assert [figure.text for figure in source.uncovered] == ["12株", "2处", "1个", "第三"]
    assert [text[figure.place.start : figure.place.end] for figure in source.uncovered] == ["12株", "2处", "1个", "第三"]


def test_declared_checks_cover_too(made: Made) -> None:
    text = "facts: {a: 3株, b: 4株}\nchecks:\n  - expect: notes.a < notes.b\n"
    (source,) = checked(made(text, "notes")).sources
    assert (source.figures, source.figures_checked) == (2, 2)


# Whatever stands there


ODD = ("''", "0张", "60张", "0%", "145.45%", "-5%", "85%以上", "不足90%", "约300万元", "356万余元", "0元", "近50个", "两个百分点", "'0'",
       "'7'", "80万元/年", "人均0元", "第三", "前十", "500‰", "三成", "2倍", "1234567890123456789012张",
       "0.000000000001%", "100%左右")  # fmt: skip

BARE = ("'0'", "'7'")


@given(st.lists(st.sampled_from(ODD), min_size=9, max_size=9))
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_figures_are_judged_without_a_fault(odd_folder: Folder, odd: list[str]) -> None:
    odd_folder.write("report.yaml", f"{REPORT}limits: {{rate: {odd[0] if odd[0] != ODD[0] else '9%'}}}\n")
    odd = [f"'{text[1]}%'" if place in (2, 6, 8) and text in BARE else text for place, text in enumerate(odd)]  # a rate needs its %
    entry = "{{target: {}, actual: {}, rate: {}, rank: {}, of: {}, score: {}}}"
    text = f"target: {odd[6]}\nactual: {odd[7]}\nrate: {odd[8]}\na: {entry.format(*odd)}\nb: {entry.format(*reversed(odd))}\n"
    sides = " ".join(("indicators.a.rate", ">=", "indicators.a.actual / (indicators.a.target + indicators.b.target)"))
    facts = odd_folder.write("indicators.yaml", text).load()
    for claim, rounding in product(from_facts(facts), ("nearest", "truncate")):
        verdict = claim.judge(Settings(rounding))  # type: ignore[arg-type]
        assert verdict.working
        assert bool(verdict.message) is (verdict.outcome in (Outcome.FAILS, Outcome.OFF))
    try:
        comparison = evaluate(sides, facts, Settings(), Position("x"))
    except FactError:
        return
    assert Expectation(comparison, sides).judge(Settings()).working
