"""One fact said twice. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.findings import Severity
from summarizer.prose import read
from summarizer.prose.repeats import claims


def judged(text: str) -> list[tuple[Outcome, Severity]]:
    found = [claim.judge(Settings()) for claim in claims(read(text))]
    return [(verdict.outcome, verdict.severity) for verdict in found]


@pytest.mark.parametrize(
    "text",
    [
        "粮食储备总量12.6万吨。其后又查，粮食储备总量126000吨。",
        "粮油销售收入1.26亿元。粮油销售收入12608万元，增长3%。",
    ],
)
def test_one_fact_in_two_units_holds(text: str) -> None:
    assert [outcome for outcome, _ in judged(text)] in ([Outcome.HOLDS], [Outcome.WITHIN])


def test_a_slip_between_the_two_is_a_warning() -> None:
    assert judged("粮油销售收入12608万元。粮油销售收入12068万元，增长3%。") == [(Outcome.FAILS, Severity.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "2021年粮油销售收入12608万元。2022年粮油销售收入12068万元。",  # two years
        "粮油销售收入12608万元。粮油销售收入14950万元。",  # two things, most likely
        "全市粮油销售收入12608万元。市本级粮油销售收入12068万元。",  # two scopes
        "收入12608万元。收入12068万元。",  # no name
    ],
)
def test_silence_where_it_may_be_another_fact(text: str) -> None:
    assert Outcome.FAILS not in [outcome for outcome, _ in judged(text)]
