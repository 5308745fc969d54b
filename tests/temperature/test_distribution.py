"""Temperature against its definition: properties, SciPy, and mpmath where floats run out."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import mpmath
import numpy as np
import pytest
import scipy.special
import scipy.stats
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from components.temperature import apply_temperature, at_targets, effective_choices, entropy, log_probabilities

LARGEST = float(np.finfo(np.float64).max)

any_logits = st.lists(st.floats(-LARGEST, LARGEST), min_size=1, max_size=8)
any_temperature = st.floats(0, math.inf)
moderate_logits = st.lists(st.floats(-30, 30), min_size=1, max_size=8)
moderate_temperature = st.floats(0.05, 20)

NASTY_LOGITS = {
    "far apart": [1e308, -1e308, 0.0],
    "as far apart as floats go": [-LARGEST, LARGEST, LARGEST / 2],
    "huge and alike": [1e308, 1e308, 9e307],
    "huge and negative": [-1e308, -1e308, -9e307],
    "one character": [-3.0],
    "ties": [2.0, 2.0, -1.0, 2.0],
    "all equal": [5.0, 5.0, 5.0, 5.0],
    "subnormal": [0.0, 5e-324, 1e-320, -1e-320],
    "underflowing": [0.0, -800.0, -700.0],
}
NASTY_TEMPERATURES = [5e-324, 1e-320, 0.05, 1.0, 3.0, 1e308]

nasty = pytest.mark.parametrize("logits", NASTY_LOGITS.values(), ids=NASTY_LOGITS)
at_nasty_temperatures = pytest.mark.parametrize("temperature", NASTY_TEMPERATURES)


def exact(logits: Sequence[float], temperature: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return probabilities and their logarithms, worked out with 50 digits."""
    with mpmath.workdps(50):
        gaps = [mpmath.mpf(logit) - mpmath.mpf(max(logits)) for logit in logits]
        exponents = [gap / mpmath.mpf(temperature) for gap in gaps]
        weights = [mpmath.exp(exponent) if exponent > -100_000 else mpmath.mpf(0) for exponent in exponents]
        total = mpmath.fsum(weights)
        chances = [float(weight / total) for weight in weights]
        logarithms = [float(exponent - mpmath.log(total)) for exponent in exponents]
    return np.array(chances), np.array(logarithms)


@given(any_logits, any_temperature)
def test_probabilities_sum_to_one(logits: list[float], temperature: float) -> None:
    chances = apply_temperature(logits, temperature)
    assert chances.min() >= 0
    assert chances.sum() == pytest.approx(1, abs=1e-12)


@given(any_logits, any_temperature)
def test_order_of_characters_is_kept(logits: list[float], temperature: float) -> None:
    in_order = apply_temperature(logits, temperature)[np.argsort(logits)]
    assert (np.diff(in_order) >= 0).all()


@given(any_logits, any_temperature)
def test_largest_logit_is_among_the_most_likely(logits: list[float], temperature: float) -> None:
    chances = apply_temperature(logits, temperature)
    assert chances[np.argmax(logits)] == chances.max()


@given(any_logits, any_temperature, any_temperature)
def test_entropy_never_falls_as_temperature_rises(logits: list[float], one: float, other: float) -> None:
    cool, warm = sorted((one, other))
    assert entropy(apply_temperature(logits, cool)) <= entropy(apply_temperature(logits, warm)) + 1e-9


@given(moderate_logits)
def test_temperature_one_is_softmax(logits: list[float]) -> None:
    np.testing.assert_allclose(apply_temperature(logits), scipy.special.softmax(logits), rtol=1e-12)


@given(moderate_logits, moderate_temperature)
def test_agrees_with_scipy(logits: list[float], temperature: float) -> None:
    expected = scipy.special.softmax(np.array(logits) / temperature)
    np.testing.assert_allclose(apply_temperature(logits, temperature), expected, rtol=1e-11, atol=1e-300)


@nasty
@at_nasty_temperatures
def test_probabilities_agree_with_fifty_digits(logits: list[float], temperature: float) -> None:
    chances, _ = exact(logits, temperature)
    np.testing.assert_allclose(apply_temperature(logits, temperature), chances, rtol=1e-12, atol=1e-300)


@nasty
@at_nasty_temperatures
def test_log_probabilities_agree_with_fifty_digits(logits: list[float], temperature: float) -> None:
    _, logarithms = exact(logits, temperature)
    np.testing.assert_allclose(log_probabilities(logits, temperature), logarithms, rtol=1e-13, atol=1e-15)


@given(any_logits, st.floats(0, LARGEST, exclude_min=True))
def test_any_floats_agree_with_fifty_digits(logits: list[float], temperature: float) -> None:
    chances, logarithms = exact(logits, temperature)
    np.testing.assert_allclose(apply_temperature(logits, temperature), chances, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(log_probabilities(logits, temperature), logarithms, rtol=1e-13, atol=1e-15)


def test_log_probabilities_keep_what_exp_loses() -> None:
    assert apply_temperature([0.0, -800.0]).tolist() == [1, 0]
    assert log_probabilities([0.0, -800.0])[1] == pytest.approx(-800, rel=1e-15)


@given(moderate_logits, moderate_temperature)
def test_log_probabilities_serve_as_logits(logits: list[float], temperature: float) -> None:
    again = apply_temperature(log_probabilities(logits), temperature)
    np.testing.assert_allclose(again, apply_temperature(logits, temperature), rtol=1e-10, atol=1e-300)


@nasty
def test_temperature_zero_shares_all_mass_among_the_largest(logits: list[float]) -> None:
    largest = np.array(logits) == max(logits)
    np.testing.assert_allclose(apply_temperature(logits, 0), largest / largest.sum(), rtol=1e-15)


def test_log_probabilities_at_zero_rule_out_all_but_the_largest() -> None:
    assert log_probabilities([1.0, 3.0, 3.0], 0).tolist() == [-math.inf, -math.log(2), -math.log(2)]


@pytest.mark.parametrize("give", [apply_temperature, log_probabilities])
def test_minus_zero_is_zero(give: Callable[..., NDArray[np.float64]]) -> None:
    assert give([2.0, 1.0], -0.0).tolist() == give([2.0, 1.0], 0.0).tolist()


@nasty
def test_infinite_temperature_is_uniform(logits: list[float]) -> None:
    np.testing.assert_allclose(apply_temperature(logits, math.inf), 1 / len(logits), rtol=1e-15)


def test_many_temperatures_for_one_set_of_logits() -> None:
    temperatures = [0.0, 0.5, 1.0, math.inf]
    together = apply_temperature([2.0, 1.0, 0.0], temperatures)
    alone = [apply_temperature([2.0, 1.0, 0.0], temperature) for temperature in temperatures]
    np.testing.assert_array_equal(together, alone)


def test_a_temperature_for_every_row_of_logits() -> None:
    logits = np.random.default_rng(1).normal(size=(2, 3, 5))
    temperatures = np.array([0.2, 1.0, 4.0])
    together = apply_temperature(logits, temperatures)
    assert together.shape == (2, 3, 5)
    for place in np.ndindex(2, 3):
        np.testing.assert_array_equal(together[place], apply_temperature(logits[place], temperatures[place[1]]))


@pytest.mark.parametrize("give", [apply_temperature, log_probabilities])
@pytest.mark.parametrize(
    ("temperature", "named"),
    [(-0.5, "-0.5"), (-5e-324, "-5e-324"), (math.nan, "nan"), (-math.inf, "-inf"), ([1.0, -2.5], "-2.5")],
)
def test_temperature_that_is_none_is_named_with_a_remedy(
    give: Callable[..., NDArray[np.float64]], temperature: float | list[float], named: str
) -> None:
    with pytest.raises(ValueError, match="temperature") as caught:
        give([1.0, 0.0], temperature)
    assert f"got {named}:" in str(caught.value)
    assert "0 always takes the most likely character" in str(caught.value)


@pytest.mark.parametrize("give", [apply_temperature, log_probabilities])
@pytest.mark.parametrize(("wrong", "named"), [(math.inf, "inf"), (math.nan, "nan")])
def test_logit_that_is_not_finite_is_named_with_a_remedy(
    give: Callable[..., NDArray[np.float64]], wrong: float, named: str
) -> None:
    with pytest.raises(ValueError, match="logits must be finite") as caught:
        give([[0.0, 0.0], [0.0, wrong]])
    assert f"got {named} at (1, 1)" in str(caught.value)
    assert "-inf beside a finite logit" in str(caught.value)


@pytest.mark.parametrize("give", [apply_temperature, log_probabilities])
@pytest.mark.parametrize("wrong", [[-math.inf, -math.inf], [-math.inf, math.nan], [-math.inf, math.inf]])
def test_minus_infinity_needs_a_finite_logit_beside_it(
    give: Callable[..., NDArray[np.float64]], wrong: list[float]
) -> None:
    with pytest.raises(ValueError, match="logits must be finite"):
        give([[0.0, 0.0], wrong])


@given(any_logits.filter(lambda logits: max(logits) < 1e300 and min(logits) > -1e300), st.floats(1e-3, 1e3))
def test_minus_infinity_is_probability_zero_as_in_scipy(logits: list[float], temperature: float) -> None:
    scores = np.array([-math.inf, *logits, -math.inf])
    expected = scipy.special.log_softmax(scores / temperature)
    np.testing.assert_allclose(log_probabilities(scores, temperature), expected, rtol=1e-9, atol=1e-9)
    # Zeros more among the terms let a sum be taken in another order: equal but for rounding.
    alone = apply_temperature(logits, temperature)
    np.testing.assert_allclose(apply_temperature(scores, temperature)[1:-1], alone, rtol=1e-14, atol=0)


@pytest.mark.parametrize("temperature", [0.0, 5e-324, 1.0, 1e308, math.inf])
def test_minus_infinity_stays_at_every_temperature(temperature: float) -> None:
    chances = apply_temperature([-math.inf, 2.0, 1.0], temperature)
    assert chances[0] == 0
    np.testing.assert_array_equal(chances[1:], apply_temperature([2.0, 1.0], temperature))
    assert log_probabilities([-math.inf, 2.0, 1.0], temperature)[0] == -math.inf


@pytest.mark.parametrize("logits", [[], 3.0, [[], []]])
def test_no_logits_are_refused(logits: Any) -> None:
    with pytest.raises(ValueError, match="at least one score"):
        apply_temperature(logits)


@given(st.lists(st.floats(0, 1e3), min_size=1, max_size=8).filter(any))
@example([1.0, 0.0])
def test_entropy_agrees_with_scipy(weights: list[float]) -> None:
    chances = np.array(weights) / np.max(weights)
    chances /= chances.sum()
    assert float(entropy(chances)) == pytest.approx(float(scipy.stats.entropy(chances, base=2)), abs=1e-12)


def test_entropy_of_every_row() -> None:
    assert entropy([[1.0, 0.0], [0.5, 0.5]]).tolist() == [0, 1]


@given(
    st.lists(st.floats(-5, 5), min_size=2, max_size=6),
    st.floats(0.3, 3),
)
def test_slope_of_entropy_is_the_variance_of_the_logits(logits: list[float], temperature: float) -> None:
    step = 1e-4 * temperature
    below, above = entropy(apply_temperature([logits, logits], [temperature - step, temperature + step]))
    chances, scores = apply_temperature(logits, temperature), np.array(logits)
    variance = chances @ (scores - chances @ scores) ** 2
    expected = variance / (temperature**3 * math.log(2))
    assert (above - below) / (2 * step) == pytest.approx(expected, rel=1e-4, abs=1e-7)


@pytest.mark.parametrize("characters", [1, 2, 3, 65])
def test_uniform_choices_are_as_many_as_there_are(characters: int) -> None:
    assert effective_choices(np.full(characters, 1 / characters)) == pytest.approx(characters, rel=1e-12)


@given(any_logits, any_temperature)
def test_effective_choices_lie_between_one_and_all(logits: list[float], temperature: float) -> None:
    choices = effective_choices(apply_temperature(logits, temperature))
    assert 1 <= choices <= len(logits) * (1 + 1e-12)


@pytest.mark.parametrize("measure", [entropy, effective_choices])
@pytest.mark.parametrize(
    ("chances", "named"),
    [([1.25, -0.25], "-0.25"), ([math.nan, 1.0], "nan"), ([0.25, 0.5], "0.75"), ([[0.5, 0.5], [1.0, 1.0]], "2.0")],
)
def test_what_is_no_distribution_is_named(
    measure: Callable[..., NDArray[np.float64]], chances: list[float], named: str
) -> None:
    with pytest.raises(ValueError, match="probabilities must") as caught:
        measure(chances)
    assert f"got {named}" in str(caught.value)


@pytest.mark.parametrize("shape", [(), (4,), (4, 3)])
def test_at_targets_takes_one_value_from_each_row(shape: tuple[int, ...]) -> None:
    random = np.random.default_rng(3)
    values, targets = random.normal(size=(*shape, 7)), np.asarray(random.integers(0, 7, shape))
    taken = at_targets(values, targets)
    assert taken.shape == shape
    for row in np.ndindex(shape):
        assert taken[row] == values[row][targets[row]]
