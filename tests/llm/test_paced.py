"""Reading in a thread: nothing lost, errors carried, a stop that stops."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.llm.paced import paced


@given(st.lists(st.integers(), max_size=600))
def test_every_item_comes_once_in_order(items: list[int]) -> None:
    read = paced(lambda: iter(items), abort=lambda: None)
    assert [item for item in read if item is not None] == items


def test_silence_gives_none_and_errors_are_carried() -> None:
    release = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        release.wait(5)
        raise ValueError("fin")

    read = paced(items, abort=release.set, beat=0.01)
    assert next(read) == 1
    assert next(read) is None
    release.set()
    with pytest.raises(ValueError, match="fin"):
        list(read)


def test_closing_calls_abort_and_ends_the_thread() -> None:
    aborted = threading.Event()
    ended = threading.Event()

    def items() -> Iterator[int]:
        try:
            while not aborted.is_set():
                yield 1
        finally:
            ended.set()

    read = paced(items, abort=aborted.set)
    next(read)
    read.close()
    assert aborted.is_set()
    assert ended.wait(5)
