"""The published formulas: equal where they work, failing where they are said to fail, in their own precision."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import apply_temperature, published

DTYPES = pytest.mark.parametrize("dtype", [np.float32, np.float64])
FROM_CHANCES = pytest.mark.parametrize("form", [published.log_divide_exp, published.power])
Form = Callable[[Any, float], Any]


@FROM_CHANCES
@given(logits=arrays(np.float64, st.integers(2, 20), elements=st.floats(-5, 5)), temperature=st.floats(0.2, 10))
def test_where_they_work_they_are_right(form: Form, logits: Any, temperature: float) -> None:
    np.testing.assert_allclose(
        form(apply_temperature(logits), temperature), apply_temperature(logits, temperature), atol=1e-12
    )
    np.testing.assert_allclose(
        published.unshifted_softmax(logits, temperature), apply_temperature(logits, temperature), atol=1e-12
    )


@DTYPES
@FROM_CHANCES
def test_below_the_threshold_all_of_it_underflows(form: Form, dtype: Any) -> None:
    chances = apply_temperature(np.linspace(0, 2, 30)).astype(dtype)
    threshold = float(published.underflows_below(chances))
    assert threshold == pytest.approx(-np.log(chances.max()) / {np.float32: 103.97, np.float64: 745.13}[dtype])
    assert np.isfinite(form(chances, 1.01 * threshold)).all()
    with pytest.warns(RuntimeWarning, match="invalid value"):
        found = form(chances, 0.99 * threshold)
    assert np.isnan(found).all()
    assert found.dtype == dtype


@DTYPES
def test_below_the_other_threshold_the_unshifted_softmax_overflows(dtype: Any) -> None:
    logits = np.linspace(-3, 9, 30).astype(dtype)
    threshold = float(published.overflows_below(logits))
    assert np.isfinite(published.unshifted_softmax(logits, 1.01 * threshold)).all()
    with pytest.warns(RuntimeWarning, match="overflow|invalid value"):
        found = published.unshifted_softmax(logits, 0.99 * threshold)
    assert np.isnan(found).any()
    assert found.dtype == dtype


def test_the_logarithm_of_zero_warns_and_the_power_does_not() -> None:
    chances = np.array([0.5, 0.5, 0.0], np.float32)
    with pytest.warns(RuntimeWarning, match="divide by zero"):
        by_logarithm = published.log_divide_exp(chances, 0.5)
    np.testing.assert_array_equal(by_logarithm, published.power(chances, 0.5))


def test_the_mistake_is_another_distribution() -> None:
    chances = apply_temperature([3.0, 1.0, 0.0, -2.0])
    found = published.exp_of_probabilities(chances, 1.0)
    np.testing.assert_allclose(found, apply_temperature(chances))
    assert np.abs(found - chances).max() > 0.3
    assert found.max() < np.e * found.min()  # nearly flat: p is from 0 to 1, so exp(p) from 1 to e


def test_no_score_above_zero_overflows_nowhere() -> None:
    assert published.overflows_below(np.array([-1.0, -2.0])) == 0
