"""The picked character at every temperature: the upper envelope of straight lines in T.

Given its noise, a step is decided for every temperature at once: character i scores z_i + T·g_i, a straight line in T
with its logit as intercept and its noise as slope, and the highest line is picked. So a character is picked on one
interval of temperatures, or on none.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from components.temperature.checks import Floats, checked_logits


@dataclass(frozen=True)
class Stretch:
    """An interval of temperatures on which one character is picked.

    Attributes
    ----------
    index : int
        The character's index into the vocabulary.
    start, end : float
        Temperatures; the last stretch ends at infinity.
    """

    index: int
    start: float
    end: float


def envelope(logits: ArrayLike, noise: ArrayLike) -> list[Stretch]:
    """Return the winner at every temperature T ≥ 0.

    Parameters
    ----------
    logits : array_like, shape (n,)
        Finite scores in nats: the height of each line at T = 0.
    noise : array_like, shape (n,)
        Finite Gumbel noise: the slope of each line.

    Returns
    -------
    list of Stretch
        In ascending order, without gaps; of equal lines the first is picked. At the border of two stretches
        both score the same.

    Raises
    ------
    ValueError
        If a logit or noise is not finite, or their shapes differ.

    Notes
    -----
    The next winner is the line that first crosses the present one; of several in one point, the steepest, which is
    above the others from there on. Slopes grow from stretch to stretch, so there are at most n of them. This is the
    convex hull of the lines' dual points (Preparata and Shamos, *Computational Geometry*, 1985).

    Examples
    --------
    >>> for stretch in envelope([2.0, 1.0, 0.0], [0.0, 2.0, 1.0]):
    ...     print(stretch)
    Stretch(index=0, start=0.0, end=0.5)
    Stretch(index=1, start=0.5, end=inf)
    """
    scores, slopes = checked_lines(logits, noise)
    winner = _steepest(scores, slopes, scores == scores.max())
    stretches: list[Stretch] = []
    start = 0.0
    if np.argmax(scores) != winner:  # of equal logits the first is picked at T = 0 itself, and only there
        stretches.append(Stretch(int(np.argmax(scores)), 0.0, 0.0))
    while True:
        steeper = slopes > slopes[winner]
        if not steeper.any():
            return [*stretches, Stretch(winner, start, np.inf)]
        crossings = np.full(len(scores), np.inf)
        crossings[steeper] = (scores[winner] - scores[steeper]) / (slopes[steeper] - slopes[winner])
        end = max(float(crossings.min()), start)
        stretches.append(Stretch(winner, start, end))
        winner, start = _steepest(scores, slopes, crossings == crossings.min()), end


def checked_lines(logits: ArrayLike, noise: ArrayLike) -> tuple[Floats, Floats]:
    """Return logits and noise as float64, shape (n,) each, if they are valid.

    Raises
    ------
    ValueError
        If one of them is not finite, or their shapes differ.
    """
    scores, slopes = checked_logits(logits), np.asarray(noise, dtype=np.float64)
    if scores.ndim != 1 or slopes.shape != scores.shape or not np.isfinite(slopes).all():
        raise ValueError(f"one finite noise is needed for each logit, got shapes {scores.shape} and {slopes.shape}")
    return scores, slopes


def nearness(logits: ArrayLike, noise: ArrayLike, temperatures: ArrayLike) -> Floats:
    """Return the smallest distance of each line from the envelope, in nats.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        The lines.
    temperatures : array_like, shape (m,)
        Where the distance is measured.

    Returns
    -------
    ndarray of float64, shape (n,)
        0 for the lines that win at one of the temperatures.

    Examples
    --------
    >>> nearness([2.0, 1.0, 0.0], [0.0, 2.0, 1.0], [0.0, 1.0])
    array([0., 0., 2.])
    """
    scores, slopes = checked_lines(logits, noise)
    lines = scores + np.asarray(temperatures, np.float64)[:, None] * slopes  # (m, n)
    return np.asarray((lines.max(axis=1, keepdims=True) - lines).min(axis=0))


def _steepest(scores: Floats, slopes: Floats, among: np.ndarray) -> int:
    """Return the index of the steepest of some lines; of equally steep ones the higher, then the first."""
    indices = np.flatnonzero(among)
    return int(min(indices, key=lambda index: (-slopes[index], -scores[index], index)))
