"""Probabilities at another temperature: against softmax on logits, against 50 digits, and at the edges."""

from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import apply_temperature, reweight, reweight_by_power

FORMS = pytest.mark.parametrize("form", [reweight, reweight_by_power])
Form = Callable[[Any, Any], Any]

logits = arrays(np.float64, st.integers(2, 20), elements=st.floats(-20, 20))
temperatures = st.floats(0.05, 50)


def _exact(probabilities: Any, temperature: float) -> list[float]:
    """Compute in 50 digits."""
    with mpmath.workdps(50):
        weights = [mpmath.mpf(float(p)) ** (1 / mpmath.mpf(temperature)) for p in probabilities]
        return [float(weight / mpmath.fsum(weights)) for weight in weights]


@FORMS
@given(logits=logits, temperature=temperatures)
def test_softmax_of_logarithms_is_softmax_of_logits(form: Form, logits: Any, temperature: float) -> None:
    given_chances = apply_temperature(logits)
    np.testing.assert_allclose(form(given_chances, temperature), apply_temperature(logits, temperature), atol=1e-12)


@FORMS
@given(logits=logits, temperature=st.floats(1e-4, 100))
def test_fifty_digits_agree(form: Form, logits: Any, temperature: float) -> None:
    chances = apply_temperature(logits)
    np.testing.assert_allclose(form(chances, temperature), _exact(chances, temperature), rtol=1e-9, atol=1e-11)


@FORMS
@given(logits=logits, first=temperatures, second=temperatures)
def test_temperatures_multiply(form: Form, logits: Any, first: float, second: float) -> None:
    chances = apply_temperature(logits)
    np.testing.assert_allclose(form(form(chances, first), second), form(chances, first * second), atol=1e-7)


@FORMS
def test_limits(form: Form) -> None:
    chances = [0.5, 0.0, 0.25, 0.25]
    np.testing.assert_allclose(form(chances, 0), [1, 0, 0, 0])
    np.testing.assert_allclose(form([0.4, 0.4, 0.2], 0), [0.5, 0.5, 0])
    np.testing.assert_allclose(form(chances, 1), chances)
    np.testing.assert_allclose(form(chances, np.inf), [1 / 3, 0, 1 / 3, 1 / 3])


@FORMS
@pytest.mark.parametrize("temperature", [1e-300, 1e-4, 1.0, 1e300])
def test_zeros_stay_zeros_and_nothing_warns(form: Form, temperature: float) -> None:
    found = form(np.array([0.7, 0.0, 0.3], np.float32), temperature)
    assert found.dtype == np.float64
    assert found[1] == 0
    assert found.sum() == pytest.approx(1)


@FORMS
def test_several_at_once(form: Form) -> None:
    chances = np.array([[0.5, 0.5], [0.9, 0.1]])
    found = form(chances, [0.5, 2.0])
    for row, chance, temperature in zip(found, chances, [0.5, 2.0], strict=True):
        np.testing.assert_allclose(row, form(chance, temperature))


@FORMS
@pytest.mark.parametrize(
    ("chances", "temperature", "named"),
    [([0.5, 0.4], 1.0, r"0\.9"), ([1.5, -0.5], 1.0, r"-0\.5"), ([0.5, 0.5], -1.0, r"-1\.0"), ([1.0], np.nan, "nan")],
)
def test_what_is_wrong_is_named(form: Form, chances: Any, temperature: float, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        form(chances, temperature)
