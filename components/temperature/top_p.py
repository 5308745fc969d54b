"""Top-p: which characters it keeps at a temperature, and from which temperature on it keeps each.

In falling order a character is kept while those above it hold less than P: with A the weights above it and R its own
and all below, while (1 - P) A < P R. As T rises, A / R falls, so that whoever is kept stays kept.

References
----------
Holtzman et al., "The Curious Case of Neural Text Degeneration", 2019, https://arxiv.org/abs/1904.09751.
"""

import math

import numpy as np
from numpy.typing import NDArray

from components.temperature.checks import Floats

_POINTS = (1 - np.cos(np.linspace(0, np.pi, 16)))[:, None] / 2  # Chebyshev's, from 0 to 1: shape (points, 1)
_WEIGHTS = np.array([0.5, *[-1.0, 1.0] * 7, -0.5])[:, None]  # of values at them, in Lagrange's formula
_STEPS = 4  # of Ridders' method: each doubles the number of right digits, and the first finds more than one
_TINY = 1e-300


def in_top_p(gaps: Floats, share: float, temperature: Floats) -> NDArray[np.bool_]:
    """Return whether characters are in the smallest set of the most likely that holds a share.

    Parameters
    ----------
    gaps : ndarray of float64, shape (..., n)
        The largest logit minus each, in nats; infinite for what cannot be picked.
    share : float
        P, from 0 up to but not including 1.
    temperature : ndarray of float64, shape (..., 1)
        Finite, 0 or more; broadcast against the leading axes.

    Returns
    -------
    ndarray of bool, shape (..., n)
        True for all that tie with the last of the set as well, and always for the most likely.

    Examples
    --------
    >>> gaps = np.array([0.0, 1.0, 2.0])
    >>> in_top_p(gaps, 0.8, np.array([0.5])).tolist(), in_top_p(gaps, 0.8, np.array([1.0])).tolist()
    ([True, False, False], [True, True, False])
    """
    ascending = np.sort(gaps, axis=-1)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        exponents = np.where(ascending == 0, 0.0, -ascending / temperature)  # 0 / 0 at T = 0
    weights = np.exp(exponents)  # (..., n)
    above, rest = _sums(weights)
    # Never fewer than one: P = 0 is reached before the first.
    number = np.maximum(_inside(above, rest, share).sum(axis=-1, keepdims=True), 1)  # (..., 1)
    last = np.take_along_axis(np.broadcast_to(ascending, weights.shape), number - 1, axis=-1)
    return np.asarray(gaps <= last)


def enters_top_p(gaps: Floats, share: float) -> Floats:
    """Return the temperature from which on each character is in the set of `in_top_p`.

    Parameters
    ----------
    gaps : ndarray of float64, shape (n,)
        As for `in_top_p`; the smallest is 0.
    share : float
        P, from 0 up to but not including 1.

    Returns
    -------
    ndarray of float64, shape (n,)
        0 for the most likely; inf for those that no temperature lets in, since those above them are P of all by
        number. To about 11 digits, fewer for those that hardly ever enter: there A / R has almost no slope.

    Notes
    -----
    One running sum says of all characters whether they are in at one temperature. So 1 / T is halved, for all at
    once, until each has the octave in which it enters. Within an octave both sums, R relative to the character's own
    weight, are smooth enough for 16 values to give all others (Berrut and Trefethen, "Barycentric Lagrange
    Interpolation", 2004, https://doi.org/10.1137/S0036144502417715), and the root of log(P R) - log((1 - P) A) is
    found for all characters at once (Ridders, "A new algorithm for computing a single root of a real continuous
    function", 1979, https://doi.org/10.1109/TCS.1979.1084580). The cost grows with n times the number of octaves.

    Examples
    --------
    >>> enters_top_p(np.array([0.0, math.log(9.0)]), 0.9), enters_top_p(np.array([0.0, 1.0]), 0.5)
    (array([0., 1.]), array([ 0., inf]))
    """
    values, places, counts = np.unique(gaps, return_inverse=True, return_counts=True)
    levels = np.isfinite(values)
    entering = np.full(len(values), np.inf)
    with np.errstate(divide="ignore", over="ignore"):
        widest = max(values[levels][-1], _TINY)
        entering[levels] = widest / _inverses(values[levels] / widest, counts[levels].astype(np.float64), share)
    return np.asarray(entering[places.reshape(gaps.shape)])


def _inverses(gaps: Floats, counts: Floats, share: float) -> Floats:
    """Return the largest 1 / T at which each gap is in; they ascend from 0 to 1, and so many characters have each."""
    inverses = np.array([np.inf, *np.zeros(len(gaps) - 1)])
    # Whom the uniform distribution lets in enters at some T. As a quotient, so that 9 of 10 is 0.9 to the last digit.
    number = int((_sums(counts)[0] / counts.sum() < share).sum())
    if number < 2:
        return inverses
    # Where R, at most n exp(-gap / T), is too small beside A, at least 1, no character of this gap is in yet.
    log_odds = math.log(share / (1 - share))
    most = log_odds + math.log(counts.sum())
    high, first = np.inf, 1
    while first < number:
        high = min(high, most / max(gaps[first], _TINY))
        low = high / 2 if high > 1 else 0.0  # below 1 all sums are flat enough
        inverse = low + (high - low) * _POINTS
        above, rest = _sums(counts * np.exp(-inverse * gaps))  # (points, gaps) each
        inside = int(_inside(above[0, :number], rest[0, :number], share).sum()) if low else number
        if inside > first:
            own = slice(first, inside)
            relative = rest[:, own] * np.exp(inverse * gaps[own])
            inverses[own] = _roots(inverse, above[:, own], relative, gaps[own], log_odds)
            first = inside
        high = low
    return inverses


def _roots(points: Floats, above: Floats, rest: Floats, gaps: Floats, log_odds: float) -> Floats:
    """Return the 1 / T at which (1 - P) A = P R, by values of A and R exp(gap / T) at some points, (points, gaps)."""

    def surplus(inverse: Floats) -> Floats:
        weights = _WEIGHTS / np.where(inverse == points, _TINY, inverse - points)
        totals = [np.einsum("ij,ij->j", weights, values) for values in (rest, above)]  # their denominators are equal
        return np.asarray(np.log(totals[0] / totals[1]) - inverse * gaps + log_odds)

    low, high = (np.full_like(gaps, end) for end in points[[0, -1], 0])
    at_low, at_high = surplus(low), surplus(high)
    root = low
    for _ in range(_STEPS):
        middle = (low + high) / 2
        at_middle = surplus(middle)
        width = np.sqrt(np.maximum(at_middle**2 - at_low * at_high, _TINY))
        root = np.clip(middle + (middle - low) * at_middle / width, low, high)
        for inverse, value in ((middle, at_middle), (root, surplus(root))):
            inner, outer = (value > 0) & (inverse > low), (value <= 0) & (inverse < high)
            low, at_low = np.where(inner, inverse, low), np.where(inner, value, at_low)
            high, at_high = np.where(outer, inverse, high), np.where(outer, value, at_high)
    return root


def _sums(weights: Floats) -> tuple[Floats, Floats]:
    """Return what stands before each weight, and what stands from it on; shape (..., n) each."""
    running = np.cumsum(weights, axis=-1)
    above = np.concatenate([np.zeros_like(running[..., :1]), running[..., :-1]], axis=-1)
    # Summed from the smallest on, so that the digits of what is rare are not lost.
    return above, np.cumsum(weights[..., ::-1], axis=-1)[..., ::-1]


def _inside(above: Floats, rest: Floats, share: float) -> NDArray[np.bool_]:
    return np.asarray((1 - share) * above < share * rest)
