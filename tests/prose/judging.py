"""What tests of the prose engine share: read a sentence, judge its claims of one kind."""

from __future__ import annotations

from summarizer.claims.base import Claim, Outcome, Settings
from summarizer.findings import Severity
from summarizer.prose import read_claims

STANDS = (Outcome.HOLDS, Outcome.WITHIN)
SETTINGS = Settings(repairs=False)


def claims_of(text: str, kind: str) -> list[Claim]:
    claims, _figures = read_claims(text)
    return [claim for claim in claims if claim.kind == kind]


def outcomes(text: str, kind: str) -> list[Outcome]:
    return [claim.judge(SETTINGS).outcome for claim in claims_of(text, kind)]


def stands(text: str, kind: str) -> int:
    """How many claims of the kind stand; no claim of any kind may fail."""
    claims, _figures = read_claims(text)
    judged = [(claim.kind, claim.judge(SETTINGS).outcome) for claim in claims]
    assert not [item for item in judged if item[1] in (Outcome.FAILS, Outcome.OFF)], judged
    return sum(1 for found, outcome in judged if found == kind and outcome in STANDS)


def accused(text: str, kind: str) -> list[Severity]:
    """The severities of the claims of the kind that fail."""
    verdicts = [claim.judge(SETTINGS) for claim in claims_of(text, kind)]
    return [verdict.severity for verdict in verdicts if verdict.outcome in (Outcome.FAILS, Outcome.OFF)]


def silent(text: str) -> bool:
    """Whether nothing in the text fails."""
    claims, _figures = read_claims(text)
    return not [claim for claim in claims if claim.judge(SETTINGS).outcome in (Outcome.FAILS, Outcome.OFF)]
