"""Top-p: which characters it keeps at a temperature, and from which temperature on it keeps each.

In falling order a character is kept while those above it hold less than P: with A the weights above it and R its own
and all below, while (1 - P) A < P R. As T rises, A / R falls, so that whoever is kept stays kept.

References
----------
Holtzman et al., "The Curious Case of Neural Text Degeneration", 2019, https://arxiv.org/abs/1904.09751.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.polynomial.chebyshev import chebinterpolate, chebval
from numpy.typing import NDArray

from components.temperature.checks import Floats

_DEGREE = 20  # exp(-gap / T) over an octave of 1 / T, relative to its largest value: an error below 1e-15
_HALVINGS = 50
_FLAT = 1e-16  # gaps this small beside T: exp rounds to 1, nothing changes any more


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
        number. To about 12 digits, fewer for those that hardly ever enter: there A / R has almost no slope.

    Notes
    -----
    One running sum says of all characters whether they are in at one temperature. So 1 / T is halved, for all at
    once, until each has the octave in which it enters. Within an octave its two sums, R relative to its own
    weight, are smooth enough for a polynomial of degree 20 to give them to rounding, and its root is found by
    bisection. The cost grows with n times the number of octaves, not with the square of n.

    Examples
    --------
    >>> enters_top_p(np.array([0.0, math.log(9.0)]), 0.9), enters_top_p(np.array([0.0, 1.0]), 0.5)
    (array([0., 1.]), array([ 0., inf]))
    """
    values, places, counts = np.unique(gaps, return_inverse=True, return_counts=True)
    levels = np.isfinite(values)
    entering = np.full(len(values), np.inf)
    entering[0] = 0.0
    entering[levels] = _levels_enter(_Levels(values[levels], counts[levels].astype(np.float64)), share)
    return np.asarray(entering[places.reshape(gaps.shape)])


class _Levels(NamedTuple):
    """The distinct gaps, ascending from 0, and how many characters have each: shape (m,)."""

    gaps: Floats
    counts: Floats

    def weights(self, inverse: Floats) -> Floats:
        """Return the weights at values of 1 / T, shape (k,): shape (k, m)."""
        with np.errstate(over="ignore"):
            return np.asarray(self.counts * np.exp(-inverse[:, None] * self.gaps))


def _levels_enter(levels: _Levels, share: float) -> Floats:
    entering = np.full(len(levels.gaps), np.inf)
    entering[0] = 0.0
    # Whom the uniform distribution lets in enters at some T. As a quotient, so that 9 of 10 is 0.9 to the last digit.
    pending = _sums(levels.counts)[0] / levels.counts.sum() < share
    pending[0] = False
    if not pending.any():
        return entering
    # Where R, at most n exp(-gap / T), is too small beside A, at least 1, no character of this gap is in yet.
    most = (math.log(share / (1 - share)) + math.log(levels.counts.sum())) / levels.gaps.clip(1e-300)
    high = np.inf
    while pending.any():
        high = min(high, float(most[pending.argmax()]))
        if high * float(levels.gaps[-1]) < _FLAT:
            break
        low = high / 2
        (above,), (rest,) = _sums(levels.weights(np.array([low])))
        inside = np.flatnonzero(pending & _inside(above, rest, share))
        if inside.size:
            entering[inside] = 1 / _roots(levels, inside, share, low)
            pending[inside] = False
        high = low
    return entering


def _roots(levels: _Levels, indices: NDArray[np.intp], share: float, low: float) -> Floats:
    """Return the largest 1 / T, from `low` to twice that, at which each of some levels is in; shape (len(indices),)."""
    gaps = levels.gaps[indices]

    def inverse(x: Floats) -> Floats:
        return low * (1.5 + 0.5 * x)  # x from -1 to 1

    def sums(x: Floats) -> Floats:  # (degree + 1,) to (degree + 1, 2 * len(indices))
        above, rest = _sums(levels.weights(inverse(x)))
        return np.hstack([above[:, indices], rest[:, indices] * np.exp(inverse(x)[:, None] * gaps)])

    above, rest = np.hsplit(chebinterpolate(sums, _DEGREE), 2)  # type: ignore[type-var]  # NumPy: a function of one value only
    inner, outer = np.full(len(indices), -1.0), np.full(len(indices), 1.0)
    for _ in range(_HALVINGS):
        middle = (inner + outer) / 2
        own = np.exp(-inverse(middle) * gaps)
        inside = _inside(chebval(middle, above, tensor=False), own * chebval(middle, rest, tensor=False), share)
        inner, outer = np.where(inside, middle, inner), np.where(inside, outer, middle)
    return inverse(inner)


def _sums(weights: Floats) -> tuple[Floats, Floats]:
    """Return what stands before each weight, and what stands from it on; shape (..., n) each."""
    running = np.cumsum(weights, axis=-1)
    above = np.concatenate([np.zeros_like(running[..., :1]), running[..., :-1]], axis=-1)
    # Summed from the smallest on, so that the digits of what is rare are not lost.
    return above, np.cumsum(weights[..., ::-1], axis=-1)[..., ::-1]


def _inside(above: Floats, rest: Floats, share: float) -> NDArray[np.bool_]:
    return np.asarray((1 - share) * above < share * rest)
