"""Rows, the shards they are cut into, and one character taken without a loop."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.batching import LARGEST_BATCH, SHARDS, Row, check_batch, noise_by_stream, shards, take
from components.temperature import gumbel_noise, pick

LOGITS = np.random.default_rng(5).normal(0, 3, (200, 65)).astype(np.float32)


@given(st.integers(1, LARGEST_BATCH), st.integers(1, 64), st.floats(0, 50))
def test_shards_hold_all_rows_and_no_shard_is_empty(rows: int, workers: int, reading_cost: float) -> None:
    sizes = shards(rows, workers, reading_cost)
    assert set(sizes) <= set(SHARDS)
    assert sum(sizes[:-1]) < rows <= sum(sizes)


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_dearer_it_is_to_read_the_weights_the_fewer_shards_read_them(workers: int) -> None:
    for rows in range(1, 65):
        counts = [len(shards(rows, workers, reading_cost)) for reading_cost in (0, 1.5, 5, 10, 40)]
        assert counts == sorted(counts, reverse=True)


def test_with_one_worker_rows_stay_together_as_far_as_there_are_sizes() -> None:
    assert shards(16, 1) == (16,)
    assert shards(61, 1) == (16, 16, 16, 16)


def test_rows_are_shared_out_among_all_workers() -> None:
    assert shards(1, 2) == (2,)
    assert shards(8, 2) == (4, 4)
    assert shards(16, 4) == (4, 4, 4, 4)
    assert shards(64, 2) == (16, 16, 16, 16)
    assert len(shards(64, 16)) == 16


@pytest.mark.parametrize("size", [0, LARGEST_BATCH + 1])
def test_a_batch_of_too_few_or_too_many_rows_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match=f"got {size}"):
        check_batch(size)


def test_noise_is_keyed_by_seed_and_start_and_used_again() -> None:
    rows = [Row.at(0.5, 3), Row.at(1.0, 3), Row.at(1.0, 3, 2), Row.at(1.0, 4, 2)]
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
