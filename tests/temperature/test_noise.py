"""Noise keyed by seed and step, and picks by it, against their definitions."""

import math
from fractions import Fraction

import numpy as np
import pytest
import scipy.stats
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from components.temperature import apply_temperature, gumbel_noise, pick

LEAST_P = 1e-3  # the seeds are fixed, so that a test that passes once passes always


def by_definition(logits: list[float], temperature: float, noise: list[float]) -> list[Fraction]:
    """Return z + T g without any rounding."""
    return [Fraction(z) + Fraction(temperature) * Fraction(g) for z, g in zip(logits, noise, strict=True)]


@given(st.integers(0, 2**64), st.integers(0, 5000), st.integers(0, 5), st.integers(0, 5))
def test_a_step_has_the_same_noise_in_every_range(seed: int, step: int, before: int, after: int) -> None:
    alone = gumbel_noise(seed, range(step, step + 1), 7)[0]
    first = max(step - before, 0)
    np.testing.assert_array_equal(gumbel_noise(seed, range(first, step + after + 1), 7)[step - first], alone)


def test_steps_in_any_order_keep_their_noise() -> None:
    np.testing.assert_array_equal(gumbel_noise(3, range(9, -1, -2), 7), gumbel_noise(3, range(10), 7)[9::-2])


def test_noise_does_not_depend_on_what_was_drawn_before() -> None:
    first = gumbel_noise(3, range(4), 7)
    gumbel_noise(4, range(100), 5)
    np.random.default_rng(3).random(10)
    np.testing.assert_array_equal(gumbel_noise(3, range(4), 7), first)


def test_noise_is_that_of_philox_with_the_step_in_its_counter() -> None:
    reference = np.random.Generator(np.random.Philox(key=3, counter=[0, 900, 0, 0])).gumbel(size=65)
    np.testing.assert_array_equal(gumbel_noise(3, range(900, 901), 65)[0], reference)


def test_no_number_comes_twice_in_neighbouring_seeds_and_steps() -> None:
    noise = np.concatenate([gumbel_noise(seed, range(50), 65) for seed in range(4)])
    assert len(np.unique(noise)) == noise.size


@given(st.integers(0, 2**32), st.integers(0, 5000), st.integers(1, 65))
def test_fewer_characters_get_the_beginning_of_the_stream(seed: int, step: int, fewer: int) -> None:
    steps = range(step, step + 2)
    np.testing.assert_array_equal(gumbel_noise(seed, steps, fewer), gumbel_noise(seed, steps, 65)[:, :fewer])


def test_no_steps_have_no_noise() -> None:
    assert gumbel_noise(3, range(5, 5), 65).shape == (0, 65)


def test_noise_is_standard_gumbel() -> None:
    noise = gumbel_noise(3, range(1000), 50)
    assert scipy.stats.kstest(noise.ravel(), scipy.stats.gumbel_r.cdf).pvalue > LEAST_P


def test_one_character_sees_standard_gumbel_noise_over_steps() -> None:
    noise = gumbel_noise(3, range(10_000), 2)
    assert scipy.stats.kstest(noise[:, 0], scipy.stats.gumbel_r.cdf).pvalue > LEAST_P


@pytest.mark.parametrize("lag", [1, 2, 7])
def test_steps_are_uncorrelated(lag: int) -> None:
    noise = gumbel_noise(3, range(2000), 20)
    assert scipy.stats.pearsonr(noise[:-lag].ravel(), noise[lag:].ravel()).pvalue > LEAST_P


def test_neighbouring_seeds_are_uncorrelated() -> None:
    one, other = (gumbel_noise(seed, range(2000), 20).ravel() for seed in (3, 4))
    assert scipy.stats.pearsonr(one, other).pvalue > LEAST_P


@pytest.mark.parametrize(("seed", "steps"), [(-1, range(3)), (0, range(-1, 3)), (0, range(2, -2, -1))])
def test_negative_seed_or_step_is_refused(seed: int, steps: range) -> None:
    with pytest.raises(ValueError, match=f"0 or more, got seed {seed} and range"):
        gumbel_noise(seed, steps, 3)


@given(st.lists(st.floats(-1e308, 1e308), min_size=1, max_size=8), st.integers(0, 1000))
def test_at_zero_the_first_of_the_largest_is_picked(logits: list[float], seed: int) -> None:
    noise = gumbel_noise(seed, range(1), len(logits))[0]
    assert pick(logits, 0, noise) == logits.index(max(logits))


def test_of_ties_at_zero_the_first_is_picked() -> None:
    assert pick([1.0, 2.0, 2.0], 0, [0.0, -1.0, 5.0]) == 1


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-4, 37)), min_size=1, max_size=8),
    st.floats(0, 100),
)
def test_pick_is_the_argmax_of_its_definition(pairs: list[tuple[float, float]], temperature: float) -> None:
    logits, noise = [list(side) for side in zip(*pairs, strict=True)]
    scores = by_definition(logits, temperature, noise)
    best, *others = sorted(range(len(scores)), key=lambda place: -scores[place])
    # Closer together than this, rounding may decide.
    assume(not others or scores[best] - scores[others[0]] > 1e-9)
    assert pick(logits, temperature, noise) == best


@pytest.mark.parametrize("temperature", [0.0, 1e-320, 1.0, 1e300, 1e308])
@pytest.mark.parametrize(
    "logits", [[1e308, -1e308, 0.0], [-1e308, 0.0, 1e308], [0.0, 1e-320, 5e-324], [-1e308, -1e307, -1e308]]
)
@pytest.mark.parametrize("noise", [[-1.0, 36.0, 0.25], [0.5, -3.5, 4.0]])
def test_nasty_floats_are_picked_by_definition(logits: list[float], temperature: float, noise: list[float]) -> None:
    scores = by_definition(logits, temperature, noise)
    assert pick(logits, temperature, noise) == scores.index(max(scores))


@pytest.mark.parametrize("size", [0.0, 1.0, 1e15, 1e17, -1e17, 1e308, -1e308])
def test_noise_decides_between_equal_logits_of_any_size(size: float) -> None:
    assert pick([size, size, size], 1.0, [0.1, 0.4, 0.2]) == 1


def test_a_temperature_for_every_row_of_logits() -> None:
    logits, noise = np.random.default_rng(1).normal(size=(3, 5)), gumbel_noise(3, range(3), 5)
    temperatures = [0.0, 1.0, 9.0]
    alone = [int(pick(*one)) for one in zip(logits, temperatures, noise, strict=True)]
    assert pick(logits, temperatures, noise).tolist() == alone


@pytest.mark.parametrize(("temperature", "named"), [(math.inf, "inf"), (-0.5, "-0.5"), (math.nan, "nan")])
def test_temperature_that_cannot_be_picked_at_is_named(temperature: float, named: str) -> None:
    with pytest.raises(ValueError, match=f"temperature must be finite and 0 or more, got {named}:"):
        pick([1.0, 0.0], temperature, [0.0, 0.0])


@pytest.mark.parametrize(("wrong", "named"), [(math.inf, "inf"), (math.nan, "nan")])
def test_logit_that_is_not_finite_is_named(wrong: float, named: str) -> None:
    with pytest.raises(ValueError, match=f"logits must be finite, got {named} at"):
        pick([1.0, wrong], 1.0, [0.0, 0.0])


@pytest.mark.parametrize("temperature", [0.0, 1.0, 1e300])
@pytest.mark.parametrize("size", [0.0, 1e308, -1e308])
def test_minus_infinity_is_never_picked(temperature: float, size: float) -> None:
    assert pick([-math.inf, size, -math.inf, size - 1], temperature, [36.0, 0.0, 36.0, -1.0]) == 1


@pytest.fixture(scope="module")
def many_draws() -> NDArray[np.float64]:
    return gumbel_noise(3, range(100_000), 5)


@pytest.mark.parametrize("temperature", [0.3, 1.0, 2.0])
def test_picks_are_as_frequent_as_the_distribution_says(temperature: float, many_draws: NDArray[np.float64]) -> None:
    logits = [0.7, 1.5, 0.0, 1.0, -0.2]
    counts = np.bincount(pick(logits, temperature, many_draws), minlength=5)
    expected = len(many_draws) * apply_temperature(logits, temperature)
    assert scipy.stats.chisquare(counts, expected).pvalue > LEAST_P
