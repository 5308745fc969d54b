"""The picked character at every temperature: the upper envelope of rays in T.

Given its noise, a step is decided for every temperature at once: character i scores z_i + T·g_i, a straight line in T
with its logit as intercept and its noise as slope, and the highest line is picked. Where something is cut, a line
counts only from the temperature on at which its character is kept: it is a ray. Lines are rays that begin at 0; a line
is picked on one interval of temperatures or on none, a ray may be on several.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

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
    jump : float, optional
        How far the ray begins above the winner before it, in nats; 0 where the two cross. After a jump the character
        is picked at `start` itself.
    """

    index: int
    start: float
    end: float
    jump: float = field(default=0.0, kw_only=True)


def envelope(logits: ArrayLike, noise: ArrayLike, enters: ArrayLike | None = None) -> list[Stretch]:
    """Return the winner at every temperature T ≥ 0.

    Parameters
    ----------
    logits : array_like, shape (n,)
        Scores in nats: the height of each line at T = 0. Finite, or -inf for what is never picked.
    noise : array_like, shape (n,)
        Finite Gumbel noise: the slope of each line.
    enters : array_like, shape (n,), optional
        The temperature from which on each line counts, as from `cutting.enters_at`: 0 or more, inf for never; at
        least one is 0. By default all count from 0 on.

    Returns
    -------
    list of Stretch
        In ascending order, without gaps; of equal lines the first is picked. At the border of two stretches
        both score the same, unless the second begins with a jump.

    Raises
    ------
    ValueError
        If a logit or noise is not valid, their shapes differ, or none counts from 0 on.

    Notes
    -----
    The next winner is the ray that is first above the present one: a steeper one where the two cross, or any that
    begins above it. Of several that cross in one point it is the steepest, which is above the others from there on;
    of several that begin above at once, the highest. Among lines slopes grow from stretch to stretch, so that there
    are at most n of them, the convex hull of the lines' dual points (Preparata and Shamos, *Computational Geometry*,
    1985). Two rays change places at most twice, once where one begins and once where they cross, so that there are
    at most 2 n - 1 stretches (Sharir and Agarwal, *Davenport-Schinzel Sequences*, 1995).

    Examples
    --------
    >>> for stretch in envelope([2.0, 1.0, 0.0], [0.0, 2.0, 1.0]):
    ...     print(stretch)
    Stretch(index=0, start=0.0, end=0.5, jump=0.0)
    Stretch(index=1, start=0.5, end=inf, jump=0.0)
    >>> envelope([2.0, 1.0], [0.0, 2.0], enters=[0.0, 1.0])[1]
    Stretch(index=1, start=1.0, end=inf, jump=1.0)
    """
    scores, slopes = checked_lines(logits, noise)
    starts = checked_starts(scores, enters)
    counting = np.flatnonzero(np.isfinite(starts))
    stretches = _stretches(scores[counting], slopes[counting], starts[counting])
    return [Stretch(int(counting[s.index]), s.start, s.end, jump=s.jump) for s in stretches]


def checked_lines(logits: ArrayLike, noise: ArrayLike) -> tuple[Floats, Floats]:
    """Return logits and noise as float64, shape (n,) each, if they are valid.

    Raises
    ------
    ValueError
        If a noise is not finite, a logit is neither finite nor -inf beside a finite one, or their shapes differ.
    """
    scores, slopes = checked_logits(logits, impossible=True), np.asarray(noise, dtype=np.float64)
    if scores.ndim != 1 or slopes.shape != scores.shape or not np.isfinite(slopes).all():
        raise ValueError(f"one finite noise is needed for each logit, got shapes {scores.shape} and {slopes.shape}")
    return scores, slopes


def checked_starts(scores: Floats, enters: ArrayLike | None) -> Floats:
    """Return the temperatures from which on lines count as float64, shape (n,), if they are valid.

    Raises
    ------
    ValueError
        If there is not one of 0 or more for each line, or no line counts from 0 on.
    """
    starts = np.zeros_like(scores) if enters is None else np.asarray(enters, dtype=np.float64)
    if starts.shape != scores.shape or not (starts >= 0).all():
        raise ValueError(f"one temperature of 0 or more is needed for each line to count from, got {starts}")
    starts = np.where(np.isfinite(scores), starts, np.inf)
    if starts.min() > 0:
        raise ValueError(f"a line must count from T = 0 on, got {starts.min()} as the lowest: the largest is never cut")
    return starts


def nearness(logits: ArrayLike, noise: ArrayLike, temperatures: ArrayLike, enters: ArrayLike | None = None) -> Floats:
    """Return the smallest distance of each ray from the envelope, in nats.

    Parameters
    ----------
    logits, noise : array_like, shape (n,)
        The lines.
    temperatures : array_like, shape (m,)
        Where the distance is measured.
    enters : array_like, shape (n,), optional
        As for `envelope`.

    Returns
    -------
    ndarray of float64, shape (n,)
        0 for the rays that win at one of the temperatures, inf for those that count at none.

    Examples
    --------
    >>> nearness([2.0, 1.0, 0.0], [0.0, 2.0, 1.0], [0.0, 1.0])
    array([0., 0., 2.])
    >>> nearness([2.0, 1.0, 0.0], [0.0, 2.0, 1.0], [0.0, 1.0], enters=[0.0, 2.0, 1.0])
    array([ 0., inf,  1.])
    """
    scores, slopes = checked_lines(logits, noise)
    points = np.asarray(temperatures, np.float64)[:, None]  # (m, 1)
    rays = np.where(points >= checked_starts(scores, enters), scores + points * slopes, -np.inf)  # (m, n)
    return np.asarray((rays.max(axis=1, keepdims=True) - rays).min(axis=0))


def _stretches(scores: Floats, slopes: Floats, starts: Floats) -> list[Stretch]:
    first = _highest(scores, slopes, starts == 0)
    stretches: list[Stretch] = []
    at_zero = int(np.flatnonzero((starts == 0) & (scores == scores[first]))[0])
    if at_zero != first:  # of equal logits the first is picked at T = 0 itself, and only there
        stretches.append(Stretch(at_zero, 0.0, 0.0))
    winner, start, jump = first, 0.0, 0.0
    while True:
        gains = scores + starts * slopes - (scores[winner] + starts * slopes[winner])  # each where it begins
        begins_above = (starts > start) & (gains > 0)
        overtaking = _crossings(scores, slopes, winner).clip(np.maximum(starts, start))
        overtaking[begins_above] = starts[begins_above]
        end = float(overtaking.min())
        stretches.append(Stretch(winner, start, end, jump=jump))
        if end == np.inf:
            return stretches
        above = begins_above & (starts == end)
        if above.any():
            winner = _highest(scores + end * slopes, slopes, above)
            jump = float(gains[winner])
        else:
            winner, jump = _steepest(scores, slopes, overtaking == end), 0.0
        start = end


def _crossings(scores: Floats, slopes: Floats, winner: int) -> Floats:
    """Return where each line crosses the winner's to be above it from there on; inf for those that are not steeper."""
    crossings = np.full(len(scores), np.inf)
    steeper = slopes > slopes[winner]
    crossings[steeper] = (scores[winner] - scores[steeper]) / (slopes[steeper] - slopes[winner])
    return crossings


def _highest(heights: Floats, slopes: Floats, among: NDArray[np.bool_]) -> int:
    """Return the index of the highest of some lines; of equally high ones the steepest, then the first."""
    return _steepest(heights, slopes, among & (heights == heights[among].max()))


def _steepest(scores: Floats, slopes: Floats, among: NDArray[np.bool_]) -> int:
    """Return the index of the steepest of some lines; of equally steep ones the higher, then the first."""
    indices = np.flatnonzero(among)
    return int(min(indices, key=lambda index: (-slopes[index], -scores[index], index)))
