"""Distributions at a temperature, and how uncertain they are.

A model gives one score (logit) z_i per character. Temperature T turns scores into probabilities,
p_i(T) = exp(z_i / T) / Σ_j exp(z_j / T): the Boltzmann distribution, with T in the units of z.
"""

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.checks import Floats, checked_logits, checked_probabilities, checked_temperature


def apply_temperature(logits: ArrayLike, temperature: ArrayLike = 1.0) -> Floats:
    r"""Return the probabilities of logits at a temperature: their softmax.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        Scores in nats, up to a constant; log-probabilities serve as well, since
        log p = z - const and a constant shifts nothing. Finite, or -inf beside a finite one: probability 0.
    temperature : array_like, optional
        0 or more. An array is broadcast against the leading axes of `logits`.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Probabilities along the last axis.

    Raises
    ------
    ValueError
        If a temperature is negative or NaN, or a logit is neither finite nor -inf beside a finite one.

    Notes
    -----
    .. math:: p_i(T) = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}

    The largest logit is subtracted from all of them first, which changes nothing but the size of the
    numbers: no exponent is above 0, so nothing overflows at any T. At T = 0 the limit is returned
    (all mass on the most likely character, shared among ties), at T = inf the uniform distribution
    of the characters that can be picked.

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
    """Return the logarithms, in nats, of what `apply_temperature` returns.

    Small probabilities keep their digits here: -800 is a logarithm, exp(-800) is 0.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        Scores in nats, as for `apply_temperature`.
    temperature : array_like, optional
        0 or more.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Values of 0 or less; -inf where a logit is, and at T = 0 for all but the most likely.

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


def at_targets(values: ArrayLike, targets: ArrayLike) -> Floats:
    """Return the value of each row's target, such as its log-probability.

    Parameters
    ----------
    values : array_like, shape (..., n)
        A value for each character.
    targets : array_like of int, shape (...)
        Indices of the observed characters.

    Returns
    -------
    ndarray of float64, shape (...)
        One value for each row.

    Examples
    --------
    >>> at_targets([[0.1, 0.9], [0.4, 0.6]], [1, 0])
    array([0.9, 0.4])
    """
    indices = np.asarray(targets)[..., np.newaxis]  # (..., 1)
    return np.asarray(np.take_along_axis(np.asarray(values, np.float64), indices, axis=-1)[..., 0])


def _exponents(logits: ArrayLike, temperature: ArrayLike) -> Floats:
    """Return (z - max z) / T: 0 for the most likely, below 0 for the rest; shape (..., n)."""
    scores, divisor = checked_logits(logits, impossible=True), checked_temperature(temperature)
    top = scores.max(axis=-1, keepdims=True)
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        gaps = (scores - top) / divisor
        # Logits that span more than the largest float: half of the gap is still a float.
        gaps = np.where(np.isinf(scores - top), 2 * ((scores / 2 - top / 2) / divisor), gaps)
    gaps = np.where(scores == -np.inf, -np.inf, gaps)  # -inf / inf at T = inf
    return np.where(scores == top, 0.0, gaps)  # 0 / 0 at T = 0: the most likely stay


def entropy(probabilities: ArrayLike) -> Floats:
    r"""Return the entropy in bits: the uncertainty of the next character.

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
    p = checked_probabilities(probabilities)
    logarithms = np.log2(p, where=p > 0, out=np.zeros_like(p))
    return np.asarray(np.maximum(-(p * logarithms).sum(axis=-1), 0.0))


def effective_choices(probabilities: ArrayLike) -> Floats:
    """Return the perplexity 2^H: the number of equally likely characters that would be as uncertain.

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
