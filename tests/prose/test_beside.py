"""What stands beside a total and beside each of its parts. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Claim, Outcome, Settings
from summarizer.claims.difference import Difference
from summarizer.claims.sum import Sum
from summarizer.prose import read_claims


def outcomes(text: str, figure: str) -> set[Outcome]:
    """How the sums and differences stand that have the figure as their total, or as what lies between."""

    def stated(claim: Claim) -> str:
        if isinstance(claim, Difference):
            return claim.difference.quantity.text
        return claim.total.quantity.text if isinstance(claim, Sum) else ""

    return {claim.judge(Settings()).outcome for claim in read_claims(text)[0] if stated(claim) == figure}


@pytest.mark.parametrize(
    ("text", "figure", "wrong"),
    [
        ("受理信访612件，比上年增加52件。其中：来信310件，增加40件；来访302件，增加12件。", "52件", "25件"),
        ("受理信访612件，比上年增加28件，增长4.8%。其中：来信310件，增加40件；来访302件，减少12件。", "28件", "82件"),
        ("受理信访612件，上年同期为580件（其中：来信310件，上年同期为290件；来访302件，上年同期为290件）。", "580件", "850件"),
        (("接待游客840人次，较去年同期的700人次增长20%。其中，国内800人次，较去年同期的670人次增长19%；"
         "境外40人次，较去年同期的30人次增长33%。"), "700人次", "441人次"),
        (("“三公”经费支出比上年减少14.5万元，下降30%。其中：公务接待费减少8.3万元，下降26%；"
         "公务用车运行费减少6.2万元，下降38%。"), "14.5万元", "9.1万元"),
    ],
)
def test_what_changed_adds_up(text: str, figure: str, wrong: str) -> None:
    assert outcomes(text, figure) == {Outcome.HOLDS}
    assert Outcome.FAILS in outcomes(text.replace(figure, wrong, 1), wrong)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("培训农民900人，增加80人。其中：育苗400人，增加30人；嫁接300人，增加20人。", "80人"),
        ("支出比上年减少90万元，其中会议费减少12万元、维修费减少9万元。", "90万元"),
    ],
)
def test_silence_where_parts_are_left_out(text: str, figure: str) -> None:
    assert Outcome.FAILS not in outcomes(text, figure)
