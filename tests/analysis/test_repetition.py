"""Loops and compression: texts whose answers are known by hand, and slower ways to the same answers."""

import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.repetition import LEAST_REPEATS, LEAST_RUN, Loop, compressed_share, loop

BEFORE = "First Citizen:\nBefore we proceed an\ny"  # 37 characters, no loop
REPEATED = "of the sea, "  # 12

short_texts = st.text("ab", max_size=24) | st.text("abc\n", max_size=24)
units = st.text("abc ", min_size=2, max_size=8).filter(lambda unit: len(set(unit)) > 1)


def _slow_loop(text: str) -> Loop | None:
    """Find the loop by its definition: the smallest period, and how far back it holds."""
    for period in range(1, len(text) + 1):
        starts = [
            start
            for start in range(len(text))
            if all(text[place] == text[place + period] for place in range(start, len(text) - period))
        ]
        run = bool(starts) and len(set(text[starts[0] :])) == 1 and len(text) - starts[0] < LEAST_RUN
        if starts and len(text) - starts[0] >= LEAST_REPEATS * period and not run:
            return Loop(period, starts[0])
    return None


def test_a_loop_from_character_37_with_period_12() -> None:
    assert len(BEFORE) == 37
    assert loop(BEFORE + REPEATED * 3) == Loop(period=12, start=37)
    assert loop(BEFORE + REPEATED * 80) == Loop(period=12, start=37)


def test_a_loop_that_breaks_off_inside_a_repetition() -> None:
    for extra in range(len(REPEATED)):
        assert loop(BEFORE + REPEATED * 3 + REPEATED[:extra]) == Loop(period=12, start=37)


def test_a_loop_that_sets_in_inside_a_repetition() -> None:
    assert loop("We know't" + REPEATED[-4:] + REPEATED * 3) == Loop(period=12, start=9)


def test_two_times_and_most_of_a_third_is_no_loop() -> None:
    assert loop(BEFORE + REPEATED * 2 + REPEATED[:-1]) is None
    assert loop("ab" * 2 + "a") is None


@pytest.mark.parametrize(
    "text", ["", "a", "aa", "\n\n\n", "KING RICHARD III", "so...", "a" * 9, "abab", "the sea of the sea of", BEFORE]
)
def test_no_loop(text: str) -> None:
    assert loop(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 10, Loop(1, 0)),
        ("sun" + "\n" * 14, Loop(1, 3)),
        ("xababab", Loop(2, 1)),
        ("aabaabaab", Loop(3, 0)),
    ],
)
def test_small_periods(text: str, expected: Loop) -> None:
    assert loop(text) == expected


def test_a_loop_that_the_text_left_again_is_none() -> None:
    assert loop(REPEATED * 20 + "and so to bed") is None


def test_of_nested_loops_the_smallest_is_found() -> None:
    assert loop("the sea; ha ha ha " * 5) == Loop(period=3, start=5 * 18 - 10)


@given(short_texts)
def test_the_loop_is_the_one_of_the_definition(text: str) -> None:
    assert loop(text) == _slow_loop(text)


@given(st.text("abc", max_size=10), units, st.integers(3, 6))
def test_whatever_is_repeated_three_times_is_found(before: str, unit: str, times: int) -> None:
    found = loop(before + unit * times)
    assert found is not None
    assert found.period <= len(unit)
    assert found == _slow_loop(before + unit * times)


@given(short_texts)
def test_what_stands_before_a_loop_moves_its_start_and_nothing_else(text: str) -> None:
    found, moved = loop(text), loop("?!" + text)
    assert moved == (found and Loop(found.period, found.start + 2))


@pytest.mark.parametrize(
    "text", ["a" * 999 + "b", "ab" * 500, "a" * 333 + "b" + "a" * 332 + "b" + "a" * 333, "a" * 1000]
)
def test_a_thousand_characters_take_no_time(text: str) -> None:
    began = time.perf_counter()
    for _ in range(10):
        loop(text)
    assert time.perf_counter() - began < 1.0


@given(st.text(min_size=1, max_size=300))
def test_compressed_share_is_that_of_zlib(text: str) -> None:
    plain = text.encode()
    share = compressed_share(text)
    assert share == len(zlib.compress(plain, level=9)) / len(plain)
    assert zlib.decompress(zlib.compress(plain, level=9)) == plain


def test_an_empty_text_has_no_compressed_share_and_a_tiny_one_grows() -> None:
    assert compressed_share("") is None
    assert (compressed_share("a") or 0) > 1


def test_what_repeats_itself_is_smaller() -> None:
    once, often = compressed_share(BEFORE), compressed_share(REPEATED * 80)
    assert once is not None
    assert often is not None
    assert often < 0.05 < once
