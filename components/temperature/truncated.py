"""A list of log-probabilities that is cut off: what it says of the same distribution at another temperature.

An API often gives only the most likely tokens. How these stand to one another is known at any temperature, but not
their probabilities: those are divided by a sum over all tokens, and so also over the ones that are not in the list. Of
the others it is known what they have together at T = 1, that none has more than the least of the list, and how many
they are at most.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.checks import Floats, checked_temperature

TOLERANCE = 1e-3  # by which the sum of a list may miss 1: what an API prints is rounded
LEAST = -40.0  # nats: below this none is among the first of a list that is cut off, or others were 10^14 and more


def left_over(log_probabilities: ArrayLike) -> float:
    """Return what the tokens that are not in a list have together at T = 1: 0 where that is within `TOLERANCE`.

    Parameters
    ----------
    log_probabilities : array_like, shape (k,)
        In nats.

    Raises
    ------
    ValueError
        If one is NaN or above 0, or their probabilities have a sum above 1.

    Examples
    --------
    >>> round(left_over(np.log([0.5, 0.25])), 6), left_over(np.log([0.5, 0.4999]))
    (0.25, 0.0)
    """
    listed = np.asarray(log_probabilities, np.float64)
    wrong = ~(listed <= TOLERANCE)
    if wrong.any():
        raise ValueError(f"log-probabilities are 0 or less, got {listed[wrong][0]}")
    total = float(np.exp(listed).sum())
    if total > 1 + TOLERANCE:
        raise ValueError(f"probabilities have a sum of 1 at most, got {total:.4g}")
    return 1 - total if total < 1 - TOLERANCE else 0.0


def fewest_others(log_probabilities: ArrayLike) -> int:
    """Return how many tokens a list leaves out at least: none of them has more than the least of the list.

    Parameters
    ----------
    log_probabilities : array_like, shape (k,)
        As for `left_over`.

    Raises
    ------
    ValueError
        As for `left_over`; or if the least is below `LEAST` while something is left.

    Examples
    --------
    >>> fewest_others(np.log([0.5, 0.2])), fewest_others(np.log([0.5, 0.5]))
    (2, 0)
    """
    rest = left_over(log_probabilities)
    if rest == 0:
        return 0
    least = float(np.min(log_probabilities))
    if least < LEAST:
        raise ValueError(
            f"log-probabilities are {LEAST:g} or more in a list that is cut off, got {least:g}: leave it out"
        )
    return math.ceil(rest / math.exp(least) - 1e-9)


def bounds(log_probabilities: ArrayLike, temperature: ArrayLike, others: int) -> tuple[Floats, Floats]:
    r"""Return between which limits the probabilities of a list lie at a temperature.

    Parameters
    ----------
    log_probabilities : array_like, shape (k,)
        The most likely tokens at T = 1, in nats, in any order.
    temperature : array_like, shape (...)
        0 or more, finite.
    others : int
        How many tokens the list leaves out at most.

    Returns
    -------
    lowest, highest : ndarray of float64, shape (..., k + 1)
        Of every token of the list, and last of all others together.

    Raises
    ------
    ValueError
        If a list or a temperature is not valid, or the others are fewer than `fewest_others`.

    Notes
    -----
    With :math:`a = 1/T` and probabilities :math:`p` at T = 1, a token of the list has
    :math:`p_i^a / (\sum_j p_j^a + S)`, where :math:`S = \sum_l q_l^a` is the sum over the others. Their sum
    :math:`r = \sum_l q_l` is known, and :math:`q_l \le c`, the least of the list. :math:`S` is Schur-convex for
    :math:`a \ge 1` and Schur-concave for :math:`a \le 1` (Marshall, Olkin and Arnold, "Inequalities: Theory of
    Majorization", 2011), so its limits are where the others are as equal as can be, :math:`n (r/n)^a`, and where as
    few as can be have as much as may be: :math:`\lfloor r/c \rfloor` of them :math:`c`, and one the remainder. Both
    can be had, so no narrower limits hold. At T = 1 they meet.

    Examples
    --------
    >>> lowest, highest = bounds(np.log([0.6, 0.2]), [0.5, 1.0], others=4)
    >>> lowest.round(3).tolist()
    [[0.818, 0.091, 0.024], [0.6, 0.2, 0.2]]
    >>> highest.round(3).tolist()
    [[0.878, 0.098, 0.091], [0.6, 0.2, 0.2]]
    """
    listed = np.asarray(log_probabilities, np.float64)
    temperatures = checked_temperature(temperature, finite=True)  # (..., 1)
    rest, fewest = left_over(listed), fewest_others(listed)
    if others < fewest:
        raise ValueError(f"{others} others cannot share what the list leaves: there are at least {fewest}")
    if rest == 0:
        others = 0
    sums = [_weights(listed, parts, temperatures) for parts in (_even(rest, others), _packed(rest, listed))]
    return np.minimum(*sums), np.maximum(*sums)


Parts = list[tuple[float, int]]  # a logarithm of a probability, and how many tokens have it


def _even(rest: float, others: int) -> Parts:
    """Return the others with the same share each."""
    return [(math.log(rest / others), others)] if others else []


def _packed(rest: float, listed: Floats) -> Parts:
    """Return as few others as can be: each as likely as the least of the list, but for what remains."""
    if rest == 0:
        return []
    least = float(listed.min())
    full = math.floor(rest / math.exp(least) + 1e-9)
    remainder = rest - full * math.exp(least)
    return [(least, full), *([(math.log(remainder), 1)] if remainder > 1e-12 else [])]


def _weights(listed: Floats, parts: Parts, temperatures: Floats) -> Floats:
    """Return the probabilities of the list and of all others together, shape (..., k + 1), for certain others."""
    logs = np.concatenate([listed, [log for log, _ in parts]])
    counts = np.concatenate([np.ones(len(listed)), [count for _, count in parts]])
    gaps = logs - listed.max()  # no other is above the list
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        weights = counts * np.where(gaps == 0, 1.0, np.exp(gaps / temperatures))  # at T = 0 only ties are left
    shares = weights / weights.sum(axis=-1, keepdims=True)
    return np.concatenate([shares[..., : len(listed)], shares[..., len(listed) :].sum(axis=-1, keepdims=True)], axis=-1)
