"""What changes from one state of the page to the next, and nothing else."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from summarizer.preview.board import Board, State, changes, part, patch

PIECES = st.lists(st.sampled_from(["<p>一</p>", "<p>二</p>", "<p>三</p>", "<p>四</p>"]), max_size=8)


@given(PIECES, PIECES)
def test_a_patch_turns_one_state_into_the_other_and_sends_nothing_known(before: list[str], after: list[str]) -> None:
    old, new = State(1, {"sheet": part(before)}), State(2, {"sheet": part(after)})
    sent = patch(old, new)["parts"]
    known = {fragment.key: fragment.html for fragment in old.parts["sheet"]}
    if before == after:
        assert sent == {}
        return
    assert not set(sent["sheet"]["html"]) & set(known)
    assert [(known | sent["sheet"]["html"])[key] for key in sent["sheet"]["order"]] == after
    assert len(set(sent["sheet"]["order"])) == len(after)


def test_a_page_that_knows_nothing_gets_everything() -> None:
    sent = patch(None, State(3, {"notes": part(["<li>a</li>"]), "told": ()}, title="题"))
    assert sent["number"] == 3
    assert sent["title"] == "题"
    assert list(sent["parts"]["notes"]["html"].values()) == ["<li>a</li>"]
    assert sent["parts"]["told"] == {"order": [], "html": {}}


def test_figures_that_changed_are_named_once_there_is_something_to_compare() -> None:
    old = State(1, figures={"a": ("甲", "1个"), "b": ("乙", "2个")})
    new = State(2, figures={"a": ("甲", "3个"), "c": ("丙", "4个")})
    assert [(one.fact, one.before, one.after) for one in changes(old, new)] == [("a", "1个", "3个"), ("c", None, "4个"), ("b", "2个", None)]
    assert changes(None, new) == changes(State(), new) == ()


def test_who_waits_wakes_up_for_news_only() -> None:
    async def scene() -> list[int]:
        board, seen = Board(), []

        async def reader() -> None:
            number = 0
            while len(seen) < 2:
                number = (await board.later(number)).number
                seen.append(number)

        task = asyncio.create_task(reader())
        for text in ("a", "a", "b"):
            await board.put({"sheet": part([text])})
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        await asyncio.wait_for(task, 5)
        return seen

    assert asyncio.run(scene()) == [1, 2]
