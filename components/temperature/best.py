"""The temperature that predicts best.

With β = 1 / T, the loss of a prediction is ln Σ_i exp(β z_i) - β z_c, where c is the target. It is convex in β: its
slope is Σ_i p_i z_i - z_c, its curvature the variance of z under p. So there is one best temperature, and Newton's
method finds it.

References
----------
Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
https://arxiv.org/abs/1706.04599.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.calibration import Indices, pieces
from components.temperature.checks import Floats
from components.temperature.distribution import at_targets

LOWEST, HIGHEST = 0.01, 100.0  # the range of the search
BLOCKS = 20  # of a text, for the standard error

_CLOSE = 1e-10  # relative


def slopes(logits: ArrayLike, targets: ArrayLike, inverse: float) -> tuple[Floats, Floats]:
    r"""Return the first two derivatives of each prediction's loss in β = 1 / T.

    Parameters
    ----------
    logits : array_like, shape (predictions, characters)
        Finite scores in nats.
    targets : array_like of int, shape (predictions,)
        Indices of the observed characters.
    inverse : float
        β = 1 / T.

    Returns
    -------
    slope : ndarray of float64, shape (predictions,)
        The expected logit minus that of the target.
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
    derivatives = [_slopes(gaps, part, inverse) for gaps, part in pieces(logits, targets)]
    first, second = zip(*derivatives, strict=True) if derivatives else ([np.empty(0)], [np.empty(0)])
    return np.concatenate(first), np.concatenate(second)


def _slopes(gaps: Floats, targets: Indices, inverse: float) -> tuple[Floats, Floats]:
    weights = np.exp(inverse * gaps)  # (piece, characters)
    probabilities = weights / weights.sum(axis=-1, keepdims=True)
    mean = (probabilities * gaps).sum(axis=-1)  # (piece,)
    variance = (probabilities * (gaps - mean[:, None]) ** 2).sum(axis=-1)
    return mean - at_targets(gaps, targets), variance


def search(
    derivatives: Callable[[float], tuple[float, float]], lowest: float = LOWEST, highest: float = HIGHEST
) -> float:
    """Find the best temperature from slope and curvature of the loss.

    Newton's method in β = 1 / T, between bounds that are known to be too low and too high. Where its steps do not
    settle, the nearest bound is tried, and then the middle: the slope is monotonic, so this always ends.

    Parameters
    ----------
    derivatives : callable
        Returns slope and curvature of the mean loss at a β.
    lowest, highest : float, optional
        The range of the search; it holds 1.

    Returns
    -------
    float
        T*; a bound where the loss still falls at it, 1 where the loss is the same at all temperatures.

    Examples
    --------
    >>> search(lambda inverse: ((inverse - 3) / 2, 0.5))  # a parabola with its minimum at β = 3
    0.3333333333333333
    """
    low, high = least, most = 1 / highest, 1 / lowest
    tried: set[float] = set()
    inverse, before = 1.0, math.inf
    while True:
        slope, curvature = derivatives(inverse)
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


def standard_error(slope: Floats, curvature: Floats, temperature: float) -> float | None:
    """Return the standard error of the best temperature, from the derivatives of the losses at it.

    Parameters
    ----------
    slope, curvature : ndarray of float64, shape (predictions,)
        As from `slopes` at 1 / T*, in the order of the text.
    temperature : float
        T*.

    Returns
    -------
    float or None
        The scatter of T* among texts of this kind and length; None with fewer predictions than `BLOCKS`, and
        where the loss has no curvature at T*, as with logits that are all equal.

    Notes
    -----
    The sandwich of an M-estimator, sqrt(Var(Σ slope)) / Σ curvature in β, times T² since dT = -T² dβ. The
    predictions of a text are not independent: one scene is easier than another. So the variance is that of the
    sums over `BLOCKS` parts of the text ("batch means").

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
    total = float(curvature.sum())
    if not total > 0:
        return None
    blocks = np.array([block.sum() for block in np.array_split(slope, BLOCKS)])  # (BLOCKS,)
    scatter = math.sqrt(float(np.square(blocks).sum()) * BLOCKS / (BLOCKS - 1))
    return scatter / total * temperature**2
