"""All methods on one prediction: equal where they are equal, failing where they fail, and saying so."""

import keras
import mpmath
import numpy as np
import pytest
from scipy.stats import chisquare

from components.language_model.methods import METHODS, TEMPERATURES, Prediction, by_categorical, compare, outcome
from components.temperature import apply_temperature, published

SOUND = ["scaled", "layer", "log", "power"]
FAULTY = ["log_published", "power_published", "unshifted"]


@pytest.fixture(scope="module")
def prediction() -> Prediction:
    keras.utils.set_random_seed(6)
    head = keras.Sequential([keras.Input((8,)), keras.layers.Dense(30, activation="softmax")])
    head.set_weights([4 * head.get_weights()[0], np.linspace(2, -4, 30)])
    return Prediction(head, np.random.default_rng(1).normal(size=8).astype(np.float32))


def test_it_starts_from_what_the_model_gives(prediction: Prediction) -> None:
    np.testing.assert_allclose(prediction.probabilities, apply_temperature(prediction.logits), atol=1e-6)
    assert prediction.logits.dtype == prediction.probabilities.dtype == np.float32


@pytest.mark.parametrize("method", SOUND)
@pytest.mark.parametrize("temperature", TEMPERATURES)
def test_sound_methods_agree_with_fifty_digits_at_every_temperature(
    prediction: Prediction, method: str, temperature: float
) -> None:
    found = outcome(prediction, method, temperature)
    with mpmath.workdps(50):
        weights = [mpmath.exp(mpmath.mpf(float(z)) / mpmath.mpf(temperature)) for z in prediction.logits]
        exact = np.array([float(weight / mpmath.fsum(weights)) for weight in weights])
    assert np.abs(found.probabilities - exact).max() == pytest.approx(found.error, abs=1e-12)
    # float32 rounds log p by about 1e-7 of it, and 1/T multiplies that
    assert found.error < 1e-6 + 2e-7 / temperature
    assert found.warnings == ()


@pytest.mark.parametrize("method", FAULTY)
def test_faulty_methods_are_right_at_one_and_break_below_their_threshold(prediction: Prediction, method: str) -> None:
    below = (
        published.overflows_below(prediction.logits)
        if method == "unshifted"
        else published.underflows_below(prediction.probabilities)
    )
    assert outcome(prediction, method, 1.0).error < 1e-6
    assert np.isfinite(outcome(prediction, method, 1.01 * float(below)).error)
    broken = outcome(prediction, method, 0.99 * float(below))
    assert np.isnan(broken.error)
    assert not broken.accepted
    assert "invalid value" in broken.warnings


def test_the_mistake_is_wrong_at_every_temperature_that_people_use(prediction: Prediction) -> None:
    for temperature in (0.2, 0.5, 1.0, 2.0):
        assert outcome(prediction, "mistake", temperature).error > 0.02
    assert outcome(prediction, "mistake", 1.0).error > 0.2


def test_the_table_has_every_method_at_every_temperature(prediction: Prediction) -> None:
    found = compare(prediction)
    assert [(entry.method, entry.temperature) for entry in found] == [(m, t) for m in METHODS for t in TEMPERATURES]


def test_multinomial_takes_float64_and_not_always_float32(prediction: Prediction) -> None:
    found = compare(prediction, np.linspace(0.05, 0.6, 60).tolist())
    assert all(entry.accepted for entry in found if entry.method in ("log", "power"))
    assert not all(entry.accepted for entry in found if entry.method in ("scaled", "layer", "log_published"))


def test_tensorflow_draws_from_the_same_distribution_and_by_the_seed(prediction: Prediction) -> None:
    draws = by_categorical(prediction.logits, 0.8, seed=3, count=100_000)
    chances = apply_temperature(prediction.logits, 0.8)
    counts, expected = np.bincount(draws, minlength=30), 100_000 * chances
    rare = expected < 5
    counts = np.append(counts[~rare], counts[rare].sum())
    expected = np.append(expected[~rare], expected[rare].sum())
    assert chisquare(counts, expected * counts.sum() / expected.sum()).pvalue > 1e-3
    assert np.array_equal(draws[:9], by_categorical(prediction.logits, 0.8, seed=3, count=100_000)[:9])
    assert not np.array_equal(draws[:99], by_categorical(prediction.logits, 0.8, seed=4, count=99))
