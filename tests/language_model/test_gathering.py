"""Requests that wait for a core are answered together, and each gets its own results."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.gathering import Gathering

PATIENCE = 20.0  # seconds: far more than any of this takes


class Slow:
    """Squares numbers; the first batch waits until it may go on."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.begun, self.go = Event(), Event()

    def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.batches.append(list(numbers))
        self.begun.set()
        assert self.go.wait(PATIENCE)
        return [number**2 for number in numbers]


def asked_meanwhile(
    slow: Slow, gathering: Gathering[int, int], later: Sequence[tuple[list[int], str]]
) -> list[list[int]]:
    """Return the results of some requests that came while a first one was being answered."""
    with ThreadPoolExecutor(len(later) + 1) as threads:
        first = threads.submit(gathering.ask, [0], "whole")
        assert slow.begun.wait(PATIENCE)
        results = []
        for place, (items, kind) in enumerate(later, start=1):
            results.append(threads.submit(gathering.ask, items, kind))
            while len(gathering._waiting) < place:
                sleep(0.001)
        slow.go.set()
        assert first.result(PATIENCE) == [0]
        return [result.result(PATIENCE) for result in results]


def test_what_waits_is_answered_together() -> None:
    slow = Slow()
    results = asked_meanwhile(slow, Gathering(slow, 16, 1), [([1, 2], "whole"), ([3], "whole"), ([4, 5], "whole")])
    assert results == [[1, 4], [9], [16, 25]]
    assert slow.batches == [[0], [1, 2, 3, 4, 5]]


def test_only_items_of_one_kind_go_together_and_the_oldest_goes_first() -> None:
    slow = Slow()
    results = asked_meanwhile(slow, Gathering(slow, 16, 1), [([1], "a"), ([2], "b"), ([3], "a")])
    assert results == [[1], [4], [9]]
    assert slow.batches == [[0], [1, 3], [2]]


def test_no_more_go_together_than_there_is_room_for_and_none_is_passed_over() -> None:
    slow = Slow()
    results = asked_meanwhile(slow, Gathering(slow, 3, 1), [([1, 2], "a"), ([3, 4], "a"), ([5], "a"), ([6] * 5, "a")])
    assert results == [[1, 4], [9, 16], [25], [36] * 5]
    assert slow.batches == [[0], [1, 2, 5], [3, 4], [6] * 5]


def test_an_error_reaches_all_whose_items_were_given_and_nobody_else() -> None:
    slow = Slow()

    def answer(numbers: Sequence[int]) -> list[int]:
        if 2 in numbers:
            raise ValueError("two is not squared")
        return slow(numbers)

    gathering = Gathering(answer, 2, 1)
    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(gathering.ask, [0], "a")
        assert slow.begun.wait(PATIENCE)
        later = []
        for place, item in enumerate([1, 2, 3], start=1):
            later.append(threads.submit(gathering.ask, [item], "a"))
            while len(gathering._waiting) < place:
                sleep(0.001)
        slow.go.set()
        assert first.result(PATIENCE) == [0]
        for together in later[:2]:
            with pytest.raises(ValueError, match="two is not squared"):
                together.result(PATIENCE)
        assert later[2].result(PATIENCE) == [9]
    assert gathering.ask([5], "a") == [25]


@given(
    requests=st.lists(st.tuples(st.lists(st.integers(0, 9), max_size=5), st.sampled_from("ab")), max_size=30),
    most=st.integers(1, 8),
    cores=st.integers(1, 3),
)
def test_everybody_gets_their_own_results_and_no_more_than_the_cores_are_busy(
    requests: list[tuple[list[int], str]], most: int, cores: int
) -> None:
    lock, busy, highest = Lock(), 0, 0

    def answer(numbers: Sequence[int]) -> list[int]:
        nonlocal busy, highest
        with lock:
            busy += 1
            highest = max(highest, busy)
        sleep(0.0002)
        with lock:
            busy -= 1
        return [number**2 for number in numbers]

    gathering = Gathering(answer, most, cores)
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda request: gathering.ask(*request), requests, timeout=PATIENCE))
    assert results == [[number**2 for number in items] for items, _ in requests]
    assert highest <= cores
