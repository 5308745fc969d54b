"""Changing the temperature of probabilities without their logits, as it should be written.

Since log p = z - const, softmax(log p / T) = softmax(z / T): nothing is lost when a network ends in
a softmax, except for the digits that the softmax rounded away.
"""

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.checks import Floats, checked_probabilities, checked_temperature


def reweight(probabilities: ArrayLike, temperature: ArrayLike) -> Floats:
    r"""Return probabilities at another temperature: log, divide by T, exp, normalise.

    Parameters
    ----------
    probabilities : array_like, shape (..., n)
        The output of a softmax at T = 1, in float32 or float64; zeros stay zeros.
    temperature : array_like
        0 or more; broadcast against the leading axes.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Probabilities along the last axis.

    Raises
    ------
    ValueError
        If a value is negative, a sum is not 1, or a temperature is negative or NaN.

    Notes
    -----
    .. math:: p_i(T) = \frac{e^{\log p_i / T}}{\sum_j e^{\log p_j / T}}

    The largest logarithm is subtracted before exp, so that at least one weight stays above zero at any T.

    References
    ----------
    The helper ``sample`` of Keras's example "Character-level text generation with LSTM",
    https://keras.io/examples/generative/lstm_character_level_text_generation/, and
    https://stackoverflow.com/questions/37246030.

    Examples
    --------
    >>> reweight([0.5, 0.25, 0.25, 0.0], temperature=0.5).round(3)
    array([0.667, 0.167, 0.167, 0.   ])
    """
    p = checked_probabilities(probabilities)
    with np.errstate(divide="ignore"):
        logarithms = np.log(p)
    top = logarithms.max(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        weights = np.exp((logarithms - top) / checked_temperature(temperature))
    weights = np.where(logarithms == top, 1.0, weights)  # 0 / 0 at T = 0
    return _normalised(np.where(p == 0, 0.0, weights))  # -inf / inf at T = inf


def reweight_by_power(probabilities: ArrayLike, temperature: ArrayLike) -> Floats:
    r"""Return probabilities at another temperature: raise to the power 1/T, normalise.

    Parameters
    ----------
    probabilities : array_like, shape (..., n)
        The output of a softmax at T = 1.
    temperature : array_like
        0 or more; broadcast against the leading axes.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Probabilities along the last axis.

    Raises
    ------
    ValueError
        As `reweight`.

    Notes
    -----
    .. math:: p_i(T) = \frac{p_i^{1 / T}}{\sum_j p_j^{1 / T}}

    All are divided by the largest first: 1 to any power is 1, so that at least one weight stays above zero.

    References
    ----------
    https://stackoverflow.com/questions/37246030

    Examples
    --------
    >>> reweight_by_power([0.5, 0.25, 0.25, 0.0], temperature=0.5).round(3)
    array([0.667, 0.167, 0.167, 0.   ])
    """
    p = checked_probabilities(probabilities)
    with np.errstate(divide="ignore"):
        exponent = 1 / checked_temperature(temperature)
    weights = (p / p.max(axis=-1, keepdims=True)) ** exponent
    return _normalised(np.where(p == 0, 0.0, weights))  # 0 to the power 0 at T = inf


def _normalised(weights: Floats) -> Floats:
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))
