"""The temperature that predicts best.

With β = 1 / T, the loss of a prediction is ln Σ_i exp(β z_i) - β z_c, where c is the character that came. It
is convex in β: its slope is Σ_i p_i z_i - z_c, its curvature the variance of z under p. So there is one best
temperature, and Newton's steps find it.

References
----------
Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
https://arxiv.org/abs/1706.04599.
"""

import math
from collections.abc import Generator

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.calibration import Places, pieces
from components.temperature.checks import Floats
from components.temperature.distribution import at_targets

LOWEST, HIGHEST = 0.01, 100.0  # where it is looked for
BLOCKS = 20  # of a text, for the standard error

_CLOSE = 1e-10  # relative


def slopes(logits: ArrayLike, targets: ArrayLike, inverse: float) -> tuple[Floats, Floats]:
    r"""Give the first two derivatives of each prediction's loss in β = 1 / T.

    Parameters
    ----------
    logits : array_like, shape (predictions, characters)
        Finite scores in nats.
    targets : array_like of int, shape (predictions,)
        The places of the characters that came.
    inverse : float
        β = 1 / T.

    Returns
    -------
    slope : ndarray of float64, shape (predictions,)
        How far the expected logit is above that of the character that came.
    curvature : ndarray of float64, shape (predictions,)
        The variance of the logits: never below 0, so the loss is convex.

    Raises
    ------
    ValueError
        As `Tally.add`.

    Notes
    -----
    .. math:: \frac{d}{d\beta} \left( \ln \sum_i e^{\beta z_i} - \beta z_c \right) = \sum_i p_i z_i - z_c

    Examples
    --------
    >>> slopes([[1.0, -1.0]], [0], inverse=0.0)
    (array([-1.]), array([1.]))
    """
    found = [_slopes(gaps, wanted, inverse) for gaps, wanted in pieces(logits, targets)]
    first, second = zip(*found, strict=True) if found else ([np.empty(0)], [np.empty(0)])
    return np.concatenate(first), np.concatenate(second)


def _slopes(gaps: Floats, wanted: Places, inverse: float) -> tuple[Floats, Floats]:
    weights = np.exp(inverse * gaps)
    chances = weights / weights.sum(axis=-1, keepdims=True)
    mean = (chances * gaps).sum(axis=-1)
    variance = (chances * (gaps - mean[:, None]) ** 2).sum(axis=-1)
    return mean - at_targets(gaps, wanted), variance


def search(lowest: float = LOWEST, highest: float = HIGHEST) -> Generator[float, tuple[float, float], float]:
    """Look for the best temperature, given slope and curvature of the loss wherever they are asked for.

    Newton's steps in β = 1 / T, kept between what is known to be too little and too much. Where they do not
    settle, the nearest bound is tried, and then the middle: the slope only ever rises, so this always ends.

    Parameters
    ----------
    lowest, highest : float, optional
        The temperatures to look between; 1 is one of them or lies between.

    Yields
    ------
    float
        The β at which slope and curvature are to be sent.

    Returns
    -------
    float
        T*; a bound where the loss still falls at it, 1 where no temperature is better than another.

    Examples
    --------
    >>> asked = search()
    >>> next(asked)
    1.0
    >>> asked.send((-1.0, 0.5))  # a parabola whose lowest point is at 3
    3.0
    >>> try:
    ...     asked.send((0.0, 0.5))
    ... except StopIteration as found:
    ...     print(found.value)
    0.3333333333333333
    """
    low, high = least, most = 1 / highest, 1 / lowest
    tried: set[float] = set()
    inverse, before = 1.0, math.inf
    while True:
        slope, curvature = yield inverse
        tried.add(inverse)
        if slope == 0 or inverse == (least if slope > 0 else most):
            return 1 / inverse
        low, high = (low, inverse) if slope > 0 else (inverse, high)
        goal = inverse - slope / curvature if curvature > 0 else math.inf
        if abs(goal - inverse) <= _CLOSE * inverse:
            return 1 / goal
        if high - low <= _CLOSE * inverse:  # more digits than floats have
            return 1 / inverse
        if abs(goal - inverse) > before / 2 or not low < goal < high:
            bound = low if slope > 0 else high
            goal = math.sqrt(low * high) if bound in tried else bound
        before, inverse = abs(goal - inverse), goal


def best_temperature(
    logits: ArrayLike, targets: ArrayLike, *, lowest: float = LOWEST, highest: float = HIGHEST
) -> float:
    """Find the temperature at which logits predict their targets best.

    Parameters
    ----------
    logits : array_like, shape (predictions, characters)
        Finite scores in nats.
    targets : array_like of int, shape (predictions,)
        The places of the characters that came.
    lowest, highest : float, optional
        The temperatures to look between.

    Returns
    -------
    float
        T*, to about ten digits. Where the most likely character always came, the lowest temperature; where
        what came is on the whole no more likely than the rest, the highest; 1 where all logits are equal.

    Raises
    ------
    ValueError
        If there is no prediction, or as `Tally.add`.

    Examples
    --------
    >>> coin = np.log([[0.9, 0.1]] * 4)  # says nine of ten, and three of four come
    >>> round(best_temperature(coin, [0, 0, 0, 1]), 3)
    2.0
    >>> best_temperature(coin, [0, 0, 0, 0]), best_temperature(coin, [1, 1, 1, 0])
    (0.01, 100.0)
    """
    asked = search(lowest, highest)
    inverse = next(asked)
    while True:
        slope, curvature = slopes(logits, targets, inverse)
        if not len(slope):
            raise ValueError("the best temperature needs at least one prediction")
        try:
            inverse = asked.send((float(slope.mean()), float(curvature.mean())))
        except StopIteration as found:
            return float(found.value)


def standard_error(slope: Floats, curvature: Floats, temperature: float) -> float | None:
    """Give the standard error of the best temperature, from the derivatives of the losses at it.

    Parameters
    ----------
    slope, curvature : ndarray of float64, shape (predictions,)
        What `slopes` gives at 1 / T*, in the text's order.
    temperature : float
        T*.

    Returns
    -------
    float or None
        How far T* would scatter among texts of this kind and length; None with fewer predictions than `BLOCKS`,
        and where the loss does not bend at T*, as with logits that are all equal.

    Notes
    -----
    The sandwich of an M-estimator, sqrt(Var(Σ slope)) / Σ curvature in β, times T² since dT = -T² dβ. The
    predictions of a text are not independent: one scene is easier than another. So the variance is that of the
    sums of `BLOCKS` stretches of the text, long ones in a long text ("batch means").

    References
    ----------
    White, "Maximum Likelihood Estimation of Misspecified Models", Econometrica 50 (1982),
    https://doi.org/10.2307/1912526.

    Examples
    --------
    >>> too_sharp_then_too_flat = np.repeat([0.1, -0.1], 500)
    >>> round(standard_error(too_sharp_then_too_flat, np.ones(1000), 1.0), 3)
    0.023
    """
    if len(slope) < BLOCKS:
        return None
    bend = float(curvature.sum())
    if not bend > 0:
        return None
    blocks = np.array([block.sum() for block in np.array_split(slope, BLOCKS)])
    scatter = math.sqrt(float(np.square(blocks).sum()) * BLOCKS / (BLOCKS - 1))
    return scatter / bend * temperature**2
