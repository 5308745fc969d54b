"""Text learnt by heart: against a count that marks every character by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.by_heart import STRETCH, copied_share, stretches

LINES = "Before we proceed any further, hear me speak.\nSpeak, speak.\nYou are all resolved rather to die.\n"


def _marked(text: str, training: str) -> float:
    """Return the copied share, each character by itself: some stretch around it stands in the training text."""
    copied = [
        any(
            len(text[start : start + STRETCH]) == STRETCH and text[start : start + STRETCH] in training
            for start in range(max(0, place - STRETCH + 1), place + 1)
        )
        for place in range(len(text))
    ]
    return sum(copied) / len(text)


@given(st.text("ab", min_size=40, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=3))
def test_every_copied_character_is_counted_once(other: str, pieces: list[tuple[int, int]]) -> None:
    text = other[:7].join(["", *(LINES[start : start + length] for start, length in pieces), other])
    assert copied_share(text, stretches(LINES)) == pytest.approx(_marked(text, LINES))


@pytest.mark.parametrize(
    ("text", "share"),
    [(LINES, 1.0), ("x" * 50, 0.0), (LINES[:29] + "#", 0.0), (LINES[:30] + "#" * 30, 0.5), (LINES[10:40] * 3, 1.0)],
)
def test_known_shares(text: str, share: float) -> None:
    assert copied_share(text, stretches(LINES)) == share


def test_a_text_shorter_than_a_stretch_has_no_share() -> None:
    assert copied_share(LINES[: STRETCH - 1], stretches(LINES)) is None
    assert stretches(LINES[: STRETCH - 1]) == frozenset()
