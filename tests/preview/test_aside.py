"""A process that may be slow, die or fill the memory, and never takes the server with it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from summarizer.errors import Position, ReadError
from summarizer.preview.aside import Aside, Lost


@pytest.fixture(scope="module")
def aside() -> Iterator[Aside]:
    aside = Aside(2 * 1024**3)
    yield aside
    aside.end()


def refuse(name: str) -> None:
    raise ReadError("no such thing", where=Position(name, 3), hint="look again")


def fill(size: int) -> int:
    return len(bytearray(size))


def test_it_answers(aside: Aside) -> None:
    assert aside.ask(sorted, (3, 1, 2), seconds=30) == [1, 2, 3]
    assert aside.ask(os.getpid, seconds=30) == aside.ask(os.getpid, seconds=30) != os.getpid()


def test_a_mistake_of_the_user_comes_back_whole(aside: Aside) -> None:
    with pytest.raises(ReadError) as error:
        aside.ask(refuse, "a.docx", seconds=30)
    assert (str(error.value.where), error.value.hint) == ("a.docx:3", "look again")


def test_what_takes_too_long_is_ended_and_the_next_request_is_served(aside: Aside) -> None:
    before = aside.ask(os.getpid, seconds=30)
    began = time.monotonic()
    with pytest.raises(Lost):
        aside.ask(time.sleep, 60, seconds=0.2)
    assert time.monotonic() - began < 10
    assert aside.ask(os.getpid, seconds=30) != before


def test_a_process_that_dies_or_wants_too_much_is_replaced(aside: Aside) -> None:
    with pytest.raises(Lost):
        aside.ask(os._exit, 3, seconds=30)
    with pytest.raises(Lost, match="MemoryError"):
        aside.ask(fill, 3 * 1024**3, seconds=30)
    assert aside.ask(fill, 10, seconds=30) == 10
