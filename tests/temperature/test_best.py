"""The temperature that predicts best: known factors come back, and SciPy's minimiser finds the same."""

from typing import Any

import numpy as np
import pytest
import scipy.stats
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from components.temperature import apply_temperature, gumbel_noise, pick
from components.temperature.best import BLOCKS, HIGHEST, LOWEST, search, slopes, standard_error
from tests.temperature.predicting import best_temperature, negative_log_likelihood


def drawn(seed: int, count: int, characters: int = 12) -> tuple[Any, Any]:
    logits = np.random.default_rng(seed).normal(size=(count, characters)) * 2
    return logits, pick(logits, 1.0, gumbel_noise(seed, range(count), characters))


@given(
    st.lists(st.lists(st.integers(1, 9), min_size=4, max_size=4), min_size=1, max_size=5),
    st.floats(LOWEST * 1.01, HIGHEST / 1.01),
)
def test_a_distribution_sharpened_by_a_factor_gives_the_factor_back(counts: list[list[int]], factor: float) -> None:
    assume(any(len(set(row)) > 1 for row in counts))
    # Every character comes exactly as often as its chance says: no luck is left, and T* is the factor itself.
    rows = [(np.log(row), place) for row in counts for place in range(4) for _ in range(row[place])]
    logits, targets = zip(*rows, strict=True)
    assert best_temperature(factor * np.array(logits), targets) == pytest.approx(factor, rel=1e-6)


@pytest.mark.parametrize("factor", [0.2, 0.8, 1.0, 1.7, 6.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_scipy_finds_the_same(factor: float, seed: int) -> None:
    logits, targets = drawn(seed, 1000)
    found = minimize_scalar(
        lambda log_t: negative_log_likelihood(factor * logits, targets, np.exp(log_t)),
        bounds=(-4, 4),
        method="bounded",
        options={"xatol": 1e-9},
    )
    assert best_temperature(factor * logits, targets) == pytest.approx(float(np.exp(found.x)), rel=1e-6)


def test_calibrated_chances_want_one_within_the_standard_error() -> None:
    distances = []
    for seed in range(100):
        logits, targets = drawn(seed, 4000)
        found = best_temperature(logits, targets)
        error = standard_error(*slopes(logits, targets, 1 / found), found)
        assert error is not None
        assert error < 0.04
        distances.append((found - 1) / error)
    # Measured in standard errors, T* scatters about 1 as Student's t does: of one seed a fluke may be chosen,
    # of a hundred not.
    assert scipy.stats.kstest(distances, scipy.stats.t(BLOCKS - 1).cdf).pvalue > 0.01


def test_the_standard_error_is_how_far_the_best_scatters() -> None:
    found, errors = [], []
    for seed in range(150):
        logits, targets = drawn(seed, 1000)
        found.append(best_temperature(1.5 * logits, targets))
        errors.append(standard_error(*slopes(1.5 * logits, targets, 1 / found[-1]), found[-1]) or 0.0)
    assert np.mean(errors) == pytest.approx(np.std(found), rel=0.2)
    assert np.mean(found) == pytest.approx(1.5, rel=0.01)


def test_a_text_of_unlike_parts_has_a_wider_error() -> None:
    logits, targets = drawn(1, 4000)
    logits[:2000] *= 2
    found = best_temperature(logits, targets)
    in_order = slopes(logits, targets, 1 / found)
    mixed = np.random.default_rng(1).permutation(4000)
    parts, mixture = (standard_error(slope, in_order[1], found) for slope in (in_order[0], in_order[0][mixed]))
    assert parts is not None
    assert mixture is not None
    assert parts > 3 * mixture


def test_too_few_predictions_have_no_standard_error() -> None:
    assert standard_error(np.ones(BLOCKS - 1), np.ones(BLOCKS - 1), 1.0) is None
    assert standard_error(np.ones(BLOCKS), np.ones(BLOCKS), 1.0) is not None


def test_slopes_are_derivatives() -> None:
    logits, targets = drawn(3, 300)

    def loss(inverse: float) -> float:
        return negative_log_likelihood(logits, targets, 1 / inverse)

    for inverse in (0.2, 1.0, 4.0):
        slope, curvature = slopes(logits, targets, inverse)
        assert slope.shape == curvature.shape == (300,)
        assert slope.mean() == pytest.approx((loss(inverse + 1e-5) - loss(inverse - 1e-5)) / 2e-5, abs=1e-6)
        second = (loss(inverse + 1e-3) - 2 * loss(inverse) + loss(inverse - 1e-3)) / 1e-6
        assert curvature.mean() == pytest.approx(second, abs=1e-4)
        chances = apply_temperature(logits, 1 / inverse)
        mean = (chances * logits).sum(axis=-1)
        assert curvature == pytest.approx((chances * logits**2).sum(axis=-1) - mean**2, abs=1e-9)


@given(st.integers(0, 2**32), st.integers(1, 40), st.floats(1e-3, 1e3))
def test_no_temperature_nearby_is_better(seed: int, count: int, scale: float) -> None:
    rng = np.random.default_rng(seed)
    logits, targets = scale * rng.normal(size=(count, 4)), rng.integers(4, size=count)
    found = best_temperature(logits, targets)
    assert LOWEST <= found <= HIGHEST
    lowest = negative_log_likelihood(logits, targets, found)
    for other in (max(LOWEST, found / 1.01), min(HIGHEST, found * 1.01)):
        assert lowest <= negative_log_likelihood(logits, targets, other) * (1 + 1e-12)


@given(st.integers(0, 2**32), st.floats(1e-3, 30))
def test_where_the_most_likely_always_comes_the_lowest_is_best(seed: int, scale: float) -> None:
    logits = scale * np.random.default_rng(seed).normal(size=(30, 5))
    assert best_temperature(logits, logits.argmax(axis=-1)) == LOWEST


@given(st.integers(0, 2**32), st.floats(1e-3, 1e6))
def test_where_the_least_likely_always_comes_the_highest_is_best(seed: int, scale: float) -> None:
    logits = scale * np.random.default_rng(seed).normal(size=(30, 5))
    assert best_temperature(logits, logits.argmin(axis=-1)) == HIGHEST


def test_where_all_are_equally_likely_every_temperature_is_as_good_as_one() -> None:
    assert best_temperature(np.zeros((5, 3)), [0, 1, 2, 2, 2]) == 1.0


def test_the_range_can_be_chosen() -> None:
    logits, targets = drawn(4, 500)
    assert best_temperature(8 * logits, targets, lowest=0.5, highest=2.0) == 2.0
    assert best_temperature(logits / 8, targets, lowest=0.5, highest=2.0) == 0.5


def test_few_steps_are_taken_on_plain_data() -> None:
    logits, targets = drawn(5, 2000)
    for factor in (0.8, 1.0, 1.2):
        assert _steps(factor * logits, targets) < 7


def _steps(logits: Any, targets: Any) -> int:
    steps = []

    def derivatives(inverse: float) -> tuple[float, float]:
        slope, curvature = slopes(logits, targets, inverse)
        steps.append(inverse)
        return slope.mean(), curvature.mean()

    search(derivatives)
    return len(steps)
