"""The formulas as they were published, with their faults, so that these can be shown.

Each computes in the precision of its array (Keras returns float32), takes T as a Python float, shifts nothing,
and warns as NumPy warns. For work of your own use `apply_temperature`, `reweight` or
`reweight_by_power`.
"""

import numpy as np
from numpy.typing import NDArray

from components.temperature.checks import Floats, checked_logits, checked_probabilities

MISTAKE = "weights = np.exp(probabilities / temperature)"  # as programs have it that forget the logarithm

Array = NDArray[np.floating]

# Below this exponent exp gives 0, above the other one inf.
_SMALLEST = {np.dtype(np.float32): 103.97, np.dtype(np.float64): 745.13}
_LARGEST = {np.dtype(np.float32): 88.72, np.dtype(np.float64): 709.78}


def log_divide_exp(probabilities: Array, temperature: float) -> Array:
    """Return exp(log p / T), normalised: NaN when all of it underflows.

    Parameters
    ----------
    probabilities : ndarray, shape (..., n)
        The output of a softmax.
    temperature : float
        Above 0.

    Returns
    -------
    ndarray, shape (..., n)
        In the precision of the argument.

    References
    ----------
    Answer 1 of https://stackoverflow.com/questions/37246030.

    Examples
    --------
    >>> log_divide_exp(np.array([0.5, 0.5], np.float32), 0.1)
    array([0.5, 0.5], dtype=float32)
    """
    weights = np.exp(np.log(probabilities) / temperature)
    return np.asarray(weights / np.sum(weights, axis=-1, keepdims=True))


def power(probabilities: Array, temperature: float) -> Array:
    """Return p^(1/T), normalised: no warning of log(0), and NaN when all of it underflows.

    Parameters
    ----------
    probabilities : ndarray, shape (..., n)
        The output of a softmax.
    temperature : float
        Above 0.

    Returns
    -------
    ndarray, shape (..., n)
        In the precision of the argument.

    References
    ----------
    Answer 2 of https://stackoverflow.com/questions/37246030.

    Examples
    --------
    >>> power(np.array([0.5, 0.5], np.float32), 0.1)
    array([0.5, 0.5], dtype=float32)
    """
    weights = probabilities ** (1 / temperature)
    return np.asarray(weights / np.sum(weights, axis=-1, keepdims=True))


def unshifted_softmax(logits: Array, temperature: float) -> Array:
    """Return exp(z / T), normalised, without subtracting the largest first: NaN when one overflows.

    Parameters
    ----------
    logits : ndarray, shape (..., n)
        Scores in nats.
    temperature : float
        Above 0.

    Returns
    -------
    ndarray, shape (..., n)
        In the precision of the argument.

    Examples
    --------
    >>> unshifted_softmax(np.array([2.0, 2.0], np.float32), 0.1)
    array([0.5, 0.5], dtype=float32)
    """
    weights = np.exp(logits / temperature)
    return np.asarray(weights / np.sum(weights, axis=-1, keepdims=True))


def exp_of_probabilities(probabilities: Array, temperature: float) -> Array:
    """Return exp(p / T), normalised: the common mistake of forgetting the logarithm.

    It is another distribution: at T = 1 it is nearly flat, whatever the network says.

    Parameters
    ----------
    probabilities : ndarray, shape (..., n)
        The output of a softmax, taken for logits.
    temperature : float
        Above 0.

    Returns
    -------
    ndarray, shape (..., n)
        In the precision of the argument.

    Examples
    --------
    >>> exp_of_probabilities(np.array([0.9, 0.1]), 1.0).round(2)  # not 0.9 and 0.1
    array([0.69, 0.31])
    """
    return unshifted_softmax(probabilities, temperature)


def underflows_below(probabilities: Array) -> Floats:
    """Return the temperature below which all weights of `log_divide_exp` and `power` underflow.

    Parameters
    ----------
    probabilities : ndarray of float32 or float64, shape (..., n)
        The output of a softmax.

    Returns
    -------
    ndarray of float64, shape (...)
        -ln(p_max) / 103.97 in float32, / 745 in float64.

    Raises
    ------
    ValueError
        If a value is negative, or a sum is not 1.

    Examples
    --------
    >>> float(underflows_below(np.array([0.5, 0.5], np.float32)).round(5))
    0.00667
    """
    top = checked_probabilities(probabilities).max(axis=-1)
    return np.asarray(np.abs(np.log(np.minimum(top, 1.0))) / _SMALLEST[np.asarray(probabilities).dtype])


def overflows_below(logits: Array) -> Floats:
    """Return the temperature below which `unshifted_softmax` overflows.

    Parameters
    ----------
    logits : ndarray of float32 or float64, shape (..., n)
        Scores in nats.

    Returns
    -------
    ndarray of float64, shape (...)
        z_max / 88.7 in float32, / 709 in float64; 0 where no score is above 0.

    Raises
    ------
    ValueError
        If a logit is not finite.

    Examples
    --------
    >>> float(overflows_below(np.array([8.872, 1.0], np.float32)).round(4))
    0.1
    """
    top = checked_logits(logits).max(axis=-1)
    return np.asarray(np.maximum(top, 0.0) / _LARGEST[np.asarray(logits).dtype])
