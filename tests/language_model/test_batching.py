"""Rows, the sizes they are padded to, and one character taken without a loop."""

import numpy as np
import pytest

from components.language_model.batching import ROW_SIZES, Row, noise_by_stream, padded, take
from components.temperature import gumbel_noise, pick

LOGITS = np.random.default_rng(5).normal(0, 3, (200, 65)).astype(np.float32)


def test_rows_are_padded_to_a_few_sizes() -> None:
    assert {padded(rows) for rows in range(1, ROW_SIZES[-1] + 1)} == set(ROW_SIZES)
    assert all(padded(rows) >= rows for rows in range(1, ROW_SIZES[-1] + 1))


@pytest.mark.parametrize("rows", [0, ROW_SIZES[-1] + 1])
def test_too_few_or_too_many_rows_are_refused(rows: int) -> None:
    with pytest.raises(ValueError, match=f"got {rows}"):
        padded(rows)


def test_noise_is_keyed_by_seed_and_start_and_used_again() -> None:
    rows = [Row(0.5, 3), Row(1.0, 3), Row(1.0, 3, 2), Row(1.0, 4, 2)]
    noise = noise_by_stream(rows, 5, 65, {})
    assert set(noise) == {(3, 0), (3, 2), (4, 2)}
    for (seed, start), of_stream in noise.items():
        assert np.array_equal(of_stream, gumbel_noise(seed, range(start, start + 5), 65).astype(np.float32))
    again = noise_by_stream(rows[:1], 5, 65, noise)
    assert again[3, 0] is noise[3, 0]


@pytest.mark.parametrize("temperature", [0.0, 0.2, 1.0, 3.0])
def test_a_character_is_taken_as_the_noise_says(temperature: float) -> None:
    for step, logits in enumerate(LOGITS):
        noise = gumbel_noise(9, range(step, step + 1), 65)[0]
        assert take(logits, temperature, 9, step) == pick(logits, temperature, noise)


def test_without_warmth_the_most_likely_is_taken_whatever_the_noise() -> None:
    for logits in LOGITS:
        assert {take(logits, 0.0, seed, 3) for seed in range(5)} == {int(logits.argmax())}


def test_what_cannot_be_taken_is_named() -> None:
    for wrong, message in (
        ((-1.0, 1, 0), "got -1"),
        ((1.0, -1, 0), "seed -1"),
        ((1.0, 1, -1), "noise_start .* got -1"),
    ):
        with pytest.raises(ValueError, match=message):
            take(LOGITS[0], *wrong)
