"""What is cut beside a temperature: which characters a decoding keeps, and from which temperature on.

With the temperature applied first, the set of kept characters only grows with T: top-k and top-nσ do not depend on it,
min-p lets a character in from one temperature on, and so does top-p. So one number for each character says all.
Definitions, order and sources stand at `Decoding`.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.temperature.checks import Floats, checked_logits, checked_temperature
from components.temperature.decoding import Decoding
from components.temperature.distribution import apply_temperature, log_probabilities
from components.temperature.top_p import enters_top_p, in_top_p

Mask = NDArray[np.bool_]


def kept(logits: ArrayLike, decoding: Decoding, temperature: ArrayLike | None = None) -> Mask:
    """Return which characters are kept.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        Scores in nats; -inf for what cannot be picked, beside a finite one.
    decoding : Decoding
        The cut.
    temperature : array_like, optional
        In the place of the decoding's own: finite, 0 or more, broadcast against the leading axes of `logits`. It
        changes nothing where the cut is made first.

    Returns
    -------
    ndarray of bool, shape (..., n)
        True for the largest logit and for all that tie with it, at any temperature; False for -inf.

    Raises
    ------
    ValueError
        If a logit or temperature is not valid, or the decoding has a schedule and no temperature is given.

    Examples
    --------
    >>> [kept([3.0, 2.0, 1.0], Decoding(0.5, top_p=0.8, cut_first=first)).tolist() for first in (True, False)]
    [[True, True, False], [True, False, False]]
    >>> kept([3, 2, 1, 0], Decoding(min_p=0.1), [0.5, 1.0, 1.5, 2.0]).sum(axis=-1)
    array([2, 3, 4, 4])
    """
    scores, values = checked_logits(logits, impossible=True), _temperature(decoding, temperature)
    shape = np.broadcast_shapes(scores.shape, values.shape)
    masks = _masks(scores, decoding, np.ones(1) if decoding.cut_first else values)
    every = [np.broadcast_to(mask, shape) for mask in (np.isfinite(scores), *masks.values())]
    return np.asarray(np.logical_and.reduce(every))


def enters_at(logits: ArrayLike, decoding: Decoding) -> Floats:
    """Return the temperature from which on each character is kept.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        As for `kept`.
    decoding : Decoding
        The cut; its temperature does not matter.

    Returns
    -------
    ndarray of float64, shape (..., n)
        0 for what is always kept, inf for what never is, and nothing else where the cut is made first. A character
        is kept at the temperature itself, to the digits of `enters_top_p`.

    Raises
    ------
    ValueError
        If a logit is not valid.

    Examples
    --------
    >>> enters_at([3.0, 2.0, 1.0], Decoding(top_p=0.8)).round(4)
    array([0.    , 0.6351, 2.2438])
    >>> rare = np.log([0.95, 0.045, 0.005])
    >>> [float(enters_at(rare, Decoding(min_p=0.05, cut_first=first))[2].round(4)) for first in (True, False)]
    [inf, 1.7515]
    """
    scores = checked_logits(logits, impossible=True)
    possible = np.where(np.isfinite(scores), 0.0, np.inf)
    return np.asarray(np.maximum.reduce([possible, *entries(scores, decoding).values()]))


def entries(logits: ArrayLike, decoding: Decoding) -> dict[str, Floats]:
    """Return the temperature from which on each of the cuts lets each character in.

    Parameters
    ----------
    logits : array_like, shape (..., n)
        As for `kept`.
    decoding : Decoding
        The cut; its temperature does not matter.

    Returns
    -------
    dict of str to ndarray of float64, shape (..., n)
        By name of the decoding's field, in the order in which the cuts are made; only those that are not neutral.
        `enters_at` has the largest of each character.

    Raises
    ------
    ValueError
        If a logit is not valid.

    Examples
    --------
    >>> entries([3.0, 2.0, 1.0], Decoding(top_k=2, min_p=math.exp(-1)))
    {'top_k': array([ 0.,  0., inf]), 'min_p': array([0., 1., 2.])}
    """
    scores = checked_logits(logits, impossible=True)
    found = {
        name: np.where(mask, 0.0, np.inf)
        for name, mask in _masks(scores, decoding, np.ones(1)).items()  # those of T = 1
    }
    if decoding.cut_first:
        return found
    gaps = _gaps(scores)
    if "top_p" in found and decoding.top_p is not None:
        left = gaps + found.get("top_k", 0.0)
        rows = [enters_top_p(row, decoding.top_p) for row in left.reshape(-1, left.shape[-1])]
        found["top_p"] = np.array(rows).reshape(left.shape)
    if "min_p" in found and decoding.min_p:
        found["min_p"] = _enters_min_p(gaps, decoding.min_p)
    return found


def kept_logits(logits: ArrayLike, decoding: Decoding, temperature: ArrayLike | None = None) -> Floats:
    """Return logits with -inf in the place of what is cut: what `pick` and `apply_temperature` take.

    Parameters
    ----------
    logits, decoding, temperature
        As for `kept`.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Scores in nats; the largest is always finite.

    Examples
    --------
    >>> kept_logits([3.0, 2.0, 1.0], Decoding(top_k=2))
    array([  3.,   2., -inf])
    """
    return np.where(kept(logits, decoding, temperature), np.asarray(logits, np.float64), -np.inf)


def kept_log_probabilities(logits: ArrayLike, decoding: Decoding, temperature: ArrayLike | None = None) -> Floats:
    """Return the log-probabilities, in nats, with which characters are picked: those of what is kept, renormalised.

    Parameters
    ----------
    logits, decoding, temperature
        As for `kept`.

    Returns
    -------
    ndarray of float64, shape (..., n)
        Values of 0 or less at the temperature, wherever the cut was made; -inf for what is cut.

    Examples
    --------
    >>> np.exp(kept_log_probabilities([3.0, 2.0, 1.0], Decoding(0.5, top_p=0.8, cut_first=True))).round(3)
    array([0.881, 0.119, 0.   ])
    """
    return log_probabilities(kept_logits(logits, decoding, temperature), _temperature(decoding, temperature)[..., 0])


def kept_mass(logits: ArrayLike, decoding: Decoding, temperature: ArrayLike | None = None) -> Floats:
    """Return how much probability the kept characters held before they were renormalised.

    Parameters
    ----------
    logits, decoding, temperature
        As for `kept`.

    Returns
    -------
    ndarray of float64, shape (...)
        Above 0, up to 1: softmax(z / T) summed over what is kept, wherever the cut was made. The kept have
        log Z + log(mass) in the place of log Z.

    Examples
    --------
    >>> kept_mass([3.0, 2.0, 1.0], Decoding(top_k=2), [0.5, 1.0, 2.0]).round(3)
    array([0.984, 0.91 , 0.814])
    """
    chances = apply_temperature(logits, _temperature(decoding, temperature)[..., 0])
    return np.asarray(np.where(kept(logits, decoding, temperature), chances, 0.0).sum(axis=-1))


def _temperature(decoding: Decoding, temperature: ArrayLike | None) -> Floats:
    """Return the temperatures that are meant, shape (..., 1)."""
    return checked_temperature(decoding.fixed_temperature if temperature is None else temperature, finite=True)


def _masks(scores: Floats, decoding: Decoding, temperature: Floats) -> dict[str, Mask]:
    """Return what each cut keeps, by name of its field, in order; neutral ones are left out."""
    gaps = _gaps(scores)
    masks: dict[str, Mask] = {}
    if decoding.top_k is not None and decoding.top_k < scores.shape[-1]:
        masks["top_k"] = _in_top_k(scores, decoding.top_k)
    if decoding.top_p is not None and decoding.top_p < 1:  # 1 cuts nothing, whatever the sums round to
        left = np.where(masks["top_k"], gaps, np.inf) if "top_k" in masks else gaps
        masks["top_p"] = in_top_p(left, decoding.top_p, temperature)
    if decoding.min_p:
        masks["min_p"] = _enters_min_p(gaps, decoding.min_p) <= temperature
    if decoding.top_nsigma is not None:
        masks["top_nsigma"] = _in_top_nsigma(scores, decoding.top_nsigma)
    return masks


def _gaps(scores: Floats) -> Floats:
    """Return the largest logit minus each; infinite for what cannot be picked."""
    with np.errstate(over="ignore"):
        return np.asarray(scores.max(axis=-1, keepdims=True) - scores)


def _in_top_k(scores: Floats, number: int) -> Mask:
    place = scores.shape[-1] - number
    return np.asarray(scores >= np.partition(scores, place, axis=-1)[..., place : place + 1])


def _enters_min_p(gaps: Floats, share: float) -> Floats:
    """Return the T at which p / p₁ = exp(-gap / T) reaches m."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return np.where(gaps == 0, 0.0, gaps / abs(math.log(share)))  # 0 / 0 at m = 1


def _in_top_nsigma(scores: Floats, number: float) -> Mask:
    # Gaps relative to the largest of them, from halves: no square of the largest float, no difference above it.
    finite = np.isfinite(scores)
    halves = scores.max(axis=-1, keepdims=True) / 2 - scores / 2
    widest = np.where(finite, halves, 0.0).max(axis=-1, keepdims=True)
    gaps = halves / np.where(widest > 0, widest, 1.0)
    sigma = np.where(finite, gaps, 0.0).std(axis=-1, keepdims=True, where=finite)
    return np.asarray(gaps <= number * sigma)
