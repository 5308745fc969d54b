"""What the compiled loop keeps: as NumPy says it, but for what lies within rounding of a border."""

import math

import numpy as np
import pytest
import tensorflow as tf
from numpy.typing import NDArray

from components.language_model.cut import cut_numbers, keeps
from components.temperature import Decoding, apply_temperature, kept

NEAR = 1e-5  # in probability, or relative to a gap: float32 may decide either way
ROWS = 16
BATCHES = 150

compiled = tf.function(keeps, jit_compile=True, autograph=False, reduce_retracing=True)


def random_decoding(random: np.random.Generator, characters: int) -> Decoding:
    """Return a decoding with some cuts, or none."""
    values = {
        "top_k": int(random.integers(1, characters + 3)),
        "top_p": float(random.choice([0.0, 0.5, 0.9, 0.999, 1 - 1e-6, 1.0, random.random()])),
        "min_p": float(random.choice([0.0, 0.05, 1.0, random.random() ** 4])),
        "top_nsigma": float(random.uniform(0.1, 4)),
    }
    some = {name: value for name, value in values.items() if random.random() < 0.45}
    temperature = float(random.choice([0.0, 0.2, 1.0, random.uniform(0.05, 3)]))
    return Decoding(temperature, **some, cut_first=bool(random.random() < 0.4))  # type: ignore[arg-type]


def near_a_border(logits: NDArray[np.float32], decoding: Decoding) -> bool:
    """Return whether one of the cuts is decided by less than float32 can tell."""
    scores, temperature = logits.astype(np.float64), 1.0 if decoding.cut_first else decoding.fixed_temperature
    gaps, near = scores.max() - scores, [False]
    if decoding.top_p is not None and decoding.top_p < 1:
        left = np.where(kept(scores, Decoding(top_k=decoding.top_k)), scores, -math.inf)
        chances = apply_temperature(left, temperature)
        outside = np.array([chances[scores <= score].sum() for score in scores])  # it, and all below
        tail = 1 - decoding.top_p
        near.append(bool((np.abs(outside - tail) < NEAR * np.maximum(outside, tail))[gaps > 0].any()))
    borders = []
    if decoding.min_p:
        borders.append(-temperature * math.log(decoding.min_p))
    if decoding.top_nsigma is not None:
        borders.append(decoding.top_nsigma * scores.std())
    near += [bool((np.abs(gaps - border) < NEAR * border)[gaps > 0].any()) for border in borders]
    return any(near)


@pytest.mark.parametrize("characters", [2, 65, 700])
def test_it_keeps_what_numpy_keeps(characters: int) -> None:
    random = np.random.default_rng(characters)
    compared = near = cut = 0
    for number in range(BATCHES):
        logits = random.normal(0, random.choice([0.5, 3.0, 9.0]), (ROWS, characters)).astype(np.float32)
        if number % 2:
            logits = logits.round(number % 4 // 2)  # ties, zeros of both signs
        decodings = [random_decoding(random, characters) for _ in range(ROWS)]
        temperatures = np.array([[each.fixed_temperature] for each in decodings], np.float32)
        found = compiled(tf.constant(logits), tf.constant(cut_numbers(decodings, characters)), temperatures).numpy()
        for row, decoding, ours in zip(logits, decodings, found, strict=True):
            if near_a_border(row, decoding):
                near += 1
                continue
            compared += 1
            cut += not ours.all()
            assert np.array_equal(ours, kept(row, decoding)), decoding
    assert compared > 15 * near
    assert cut > BATCHES * ROWS / 3
    assert compiled.experimental_get_tracing_count() <= 3  # whatever the cuts are: once for a shape


@pytest.mark.parametrize("temperature", [0.0, 1e-30, 1.0, 1e30])
@pytest.mark.parametrize("first", [False, True])
def test_the_largest_and_its_ties_are_always_kept(temperature: float, first: bool) -> None:
    logits = np.array([[-2.0, 5.0, 5.0, -1e15, 0.0, -0.0]], np.float32)
    strictest = Decoding(temperature, top_k=1, top_p=0.0, min_p=1.0, top_nsigma=1e-300, cut_first=first)
    found = compiled(
        tf.constant(logits), tf.constant(cut_numbers([strictest], 6)), np.array([[temperature]], np.float32)
    )
    assert found.numpy().tolist() == [[False, True, True, False, False, False]]
    equal = np.zeros((1, 6), np.float32)
    found = compiled(
        tf.constant(equal), tf.constant(cut_numbers([strictest], 6)), np.array([[temperature]], np.float32)
    )
    assert found.numpy().all()


def test_what_is_neutral_cuts_nothing_whatever_rounds_to_nothing() -> None:
    logits = np.array([[0.0, -90.0, -1e5, -1e15]], np.float32)
    neutral = [Decoding(), Decoding(top_k=4, top_p=1.0, min_p=0.0), Decoding(top_k=99, cut_first=True)]
    for decoding in neutral:
        assert (
            compiled(tf.constant(logits), tf.constant(cut_numbers([decoding], 4)), np.ones((1, 1), np.float32))
            .numpy()
            .all()
        )


def test_zeros_of_both_signs_tie() -> None:
    logits = np.array([[-0.0, 0.0, -1.0, 1.0]], np.float32)
    numbers = tf.constant(cut_numbers([Decoding(top_k=2)], 4))
    assert compiled(tf.constant(logits), numbers, np.ones((1, 1), np.float32)).numpy().tolist() == [
        [True, True, False, True]
    ]
