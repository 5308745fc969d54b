"""Distributions at a temperature, and how uncertain they are.

A model gives one score (logit) z_i per character. Temperature T turns scores into chances,
p_i(T) = exp(z_i / T) / Σ_j exp(z_j / T): the Boltzmann distribution, with T in the units of z.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.temperature.checks import Floats, checked_logits, checked_probabilities, checked_temperature


def apply_temperature(logits: ArrayLike, temperature: ArrayLike = 1.0) -> Floats:
    r"""Turn logits into the probabilities that they stand for at a temperature.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        Finite scores in nats, up to a constant; log-probabilities serve as well, since
        log p = z - const and a constant shifts nothing.
    temperature : array_like, optional
        0 or more. An array is broadcast against the leading axes of `logits`.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Probabilities along the last axis.

    Raises
    ------
    ValueError
        If a temperature is negative or NaN, or a logit is not finite.

    Notes
    -----
    .. math:: p_i(T) = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}

    The largest logit is taken from all of them first, which changes nothing but the size of the
    numbers: no exponent is above 0, so nothing overflows at any T. At T = 0 the limit is returned
    (all mass on the most likely character, shared among ties), at T = inf the uniform distribution.

    References
    ----------
    Ackley, Hinton, Sejnowski, "A Learning Algorithm for Boltzmann Machines", Cognitive Science 9
    (1985), https://doi.org/10.1207/s15516709cog0901_7.
    "How to change the temperature of a softmax output in Keras",
    https://stackoverflow.com/questions/37246030.

    Examples
    --------
    >>> apply_temperature([2.0, 1.0, 0.0]).round(3)
    array([0.665, 0.245, 0.09 ])
    >>> apply_temperature([2.0, 1.0, 0.0], temperature=0.5).round(3)
    array([0.867, 0.117, 0.016])
    >>> apply_temperature([2.0, 2.0, 0.0], temperature=0)
    array([0.5, 0.5, 0. ])
    """
    exponents = _exponents(logits, temperature)
    weights = np.exp(exponents)
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def log_probabilities(logits: ArrayLike, temperature: ArrayLike = 1.0) -> Floats:
    """Give the logarithms, in nats, of what `apply_temperature` returns.

    Small chances keep their digits here: -800 is a logarithm, exp(-800) is 0.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        Finite scores in nats.
    temperature : array_like, optional
        0 or more.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Values of 0 or less; -inf for what cannot happen at T = 0.

    Raises
    ------
    ValueError
        As `apply_temperature`.

    Examples
    --------
    >>> log_probabilities([0.0, -800.0])
    array([   0., -800.])
    """
    exponents = _exponents(logits, temperature)
    return np.asarray(exponents - np.log(np.exp(exponents).sum(axis=-1, keepdims=True)))


def at_targets(values: Floats, targets: NDArray[np.integer]) -> Floats:
    """Return the value of the target (observed) character in each row.

    Parameters
    ----------
    values : ndarray, shape (..., n)
        One value per character, such as log-probabilities.
    targets : ndarray of int, shape (...)
        An index into the last axis for each row.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    >>> at_targets(np.array([[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]]), np.array([2, 1]))
    array([0.25, 0.8 ])
    """
    return np.asarray(np.take_along_axis(values, targets[..., None], axis=-1)[..., 0])


def _exponents(logits: ArrayLike, temperature: ArrayLike) -> Floats:
    """Give (z - max z) / T: 0 for the most likely, below 0 for the rest."""
    scores, divisor = checked_logits(logits), checked_temperature(temperature)
    top = scores.max(axis=-1, keepdims=True)
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        gaps = (scores - top) / divisor
        # Logits that span more than the largest float: half of the gap is still a float.
        gaps = np.where(np.isinf(scores - top), 2 * ((scores / 2 - top / 2) / divisor), gaps)
    return np.where(scores == top, 0.0, gaps)  # 0 / 0 at T = 0: the most likely stay


def entropy(probabilities: ArrayLike) -> Floats:
    r"""Give the entropy H in bits: how open the choice is.

    Parameters
    ----------
    probabilities : array_like, shape (..., n)
        Each from 0 to 1, with a sum of 1 along the last axis.

    Returns
    -------
    ndarray of float64, shape (...)
        From 0 (one character is certain) to log2 n (all are equally likely).

    Raises
    ------
    ValueError
        If a value is negative, or a sum is not 1.

    Notes
    -----
    .. math:: H = -\sum_i p_i \log_2 p_i, \qquad \frac{dH}{dT} = \frac{\mathrm{Var}_p(z)}{T^3 \ln 2}
       \ge 0

    References
    ----------
    Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27 (1948).

    Examples
    --------
    >>> float(entropy([0.5, 0.25, 0.25]))
    1.5
    """
    chances = checked_probabilities(probabilities)
    logarithms = np.log2(chances, where=chances > 0, out=np.zeros_like(chances))
    return np.asarray(np.maximum(-(chances * logarithms).sum(axis=-1), 0.0))


def effective_choices(probabilities: ArrayLike) -> Floats:
    """Give 2^H, the number of equally likely characters that would be as uncertain.

    Also called the perplexity of the distribution.

    Parameters
    ----------
    probabilities : array_like, shape (..., n)
        As for `entropy`.

    Returns
    -------
    ndarray of float64, shape (...)
        From 1 to n.

    Raises
    ------
    ValueError
        As `entropy`.

    Examples
    --------
    >>> float(effective_choices([0.25, 0.25, 0.25, 0.25]))
    4.0
    """
    return np.asarray(np.exp2(entropy(probabilities)))


def surprisal(probability: ArrayLike) -> Floats:
    """Give -log2 p in bits: how surprising it is that this happened.

    Parameters
    ----------
    probability : array_like
        From 0 to 1.

    Returns
    -------
    ndarray of float64
        0 for a certainty, inf for what cannot happen.

    Raises
    ------
    ValueError
        If a value is not from 0 to 1.

    Examples
    --------
    >>> surprisal([1.0, 0.5, 0.125])
    array([0., 1., 3.])
    """
    chances = np.asarray(probability, dtype=np.float64)
    wrong = ~((chances >= 0) & (chances <= 1))
    if wrong.any():
        raise ValueError(f"a probability is from 0 to 1, got {chances[wrong][0]}")
    with np.errstate(divide="ignore"):
        return np.asarray(np.abs(np.log2(chances)))
