"""Damaged words are looked for in two ways, number by number and with an automaton: both find the same."""

from __future__ import annotations

import json
from pathlib import Path

from summarizer.prefilter import FIRST
from summarizer.rules.lexicon import triples, words_of
from summarizer.rules.stretches import Stretches

TEXTS = Path(__file__).parents[2] / "benchmarks" / "labelled" / "documents.jsonl"
SLIPS = ("完成资定投产3亿元，上级下拔资金，其它工作，民生生设", "今年以来我们县，\n乡村设持续推进。1月😀增长5%，\r\n", "")


def test_what_many_texts_are_asked_with_finds_what_the_first_are_asked_with() -> None:
    texts = [*SLIPS, *(json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines())]
    stretches = Stretches([*words_of("pairs"), *words_of("mistyped")], triples())
    first = [stretches.places(text) for text in texts[: FIRST - 1]]
    stretches.places("。")  # the automaton is made
    for text, (pairs, threes) in zip(texts, first, strict=False):
        pairs_then, threes_then = stretches.places(text)
        assert pairs_then == pairs
        assert set(threes_then) <= set(threes)  # of threes the first way may find another one now and then
    assert any(pairs for pairs, _ in first)
    assert any(stretches.places(text)[1] for text in texts)
