"""The rows of the live figure: the likeliest characters, and the sums over all of them at each temperature."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from components.temperature import apply_temperature, entropy
from components.temperature.scale import STEP, TEMPERATURES

DATA, SUMS = "characters", "temperatures"  # the data sets
MOST_DRAWN = 512  # characters; the rest are always among the others


def rows(
    glyphs: Sequence[str], names: Sequence[str], logits: ArrayLike, enters_at: ArrayLike | None = None
) -> dict[str, list[Any]]:
    """Return the figure's rows: one row a character, the most likely first, `MOST_DRAWN` at most.

    Parameters
    ----------
    glyphs : sequence of str
        What stands under each bar.
    names : sequence of str
        What a screen reader says for it.
    logits : array_like, shape (n,)
        The scores, in the same order.
    enters_at : array_like, shape (n,), optional
        Where something is cut, the temperature from which on each is kept; infinite for what never is.

    Returns
    -------
    dict of list
        Columns `rank` (from 1), `index` (into the vocabulary), `glyph`, `name`, `logit` (nats), `gap` (nats
        below the largest logit, 0 or less), `base` (probability at T = 1); and `enters_at` where something is cut,
        None for what is never kept.

    Examples
    --------
    >>> rows(["a", "b"], ["a", "b"], [0.0, 1.0])["glyph"]
    ['b', 'a']
    """
    scores = np.asarray(logits, dtype=np.float64)
    order = np.argsort(-scores, kind="stable")[:MOST_DRAWN]
    base = apply_temperature(scores)
    table: dict[str, list[Any]] = {
        "rank": list(range(1, len(order) + 1)),
        "index": order.tolist(),
        "glyph": [glyphs[index] for index in order],
        "name": [names[index] for index in order],
        "logit": scores[order].tolist(),
        "gap": (scores[order] - scores.max()).tolist(),
        "base": base[order].tolist(),
    }
    if enters_at is None:
        return table
    entering = np.asarray(enters_at, np.float64)[order].tolist()
    return table | {"enters_at": [one if math.isfinite(one) else None for one in entering]}


def sums(
    logits: ArrayLike, enters_at: ArrayLike | None = None, *, resting: float | None = None
) -> dict[str, list[Any]]:
    """Return what the figure needs to know of all characters, one row for each temperature of the slider.

    Parameters
    ----------
    logits : array_like, shape (n,)
        The scores of the whole vocabulary.
    enters_at : array_like, shape (n,), optional
        As for `rows`.
    resting : float, optional
        Where the slider rests, which may be between two of its places while nobody can move it: the row of the nearest
        is of this very temperature.

    Returns
    -------
    dict of list
        Columns `step` (of the slider, from 0), `log_z` (logarithm, in nats, of the sum of exp(gap / T); at T = 0
        that of the number of ties), `bits` (entropy), `choices` (equally likely characters with that entropy). Where
        something is cut these are of what is kept, and two more say how many those are, `kept`, and how much
        probability they held without the cut, `mass`.

    Examples
    --------
    >>> two = sums([0.0, 0.0])
    >>> [round(two[name][0], 3) for name in ("log_z", "bits", "choices")]
    [0.693, 1.0, 2.0]
    >>> cut = sums([1.0, 0.0], [0.0, 1.0])
    >>> [(cut["kept"][step], round(cut["mass"][step], 3)) for step in (10, 20)]  # T = 0.5 and 1
    [(1, 0.881), (2, 1.0)]
    """
    scores, temperatures = np.asarray(logits, np.float64), np.array(TEMPERATURES)
    if resting is not None:
        temperatures[math.floor(resting / STEP + 0.5)] = resting  # as a browser rounds
    probabilities = apply_temperature(scores, temperatures)  # (temperatures, n)
    if enters_at is None:
        return _sums(probabilities)
    kept = np.asarray(enters_at, np.float64) <= temperatures[:, None]  # (temperatures, n)
    mass = np.where(kept, probabilities, 0.0).sum(axis=-1)
    of_the_kept = apply_temperature(np.where(kept, scores, -np.inf), temperatures)
    return _sums(of_the_kept) | {"kept": kept.sum(axis=-1).tolist(), "mass": mass.tolist()}


def _sums(probabilities: NDArray[np.float64]) -> dict[str, list[Any]]:
    bits = entropy(probabilities)  # (temperatures,)
    return {
        "step": list(range(len(TEMPERATURES))),
        # The most likely character has gap 0, so its probability is 1 / Z.
        "log_z": (-np.log(probabilities.max(axis=-1))).tolist(),
        "bits": bits.tolist(),
        "choices": np.exp2(bits).tolist(),
    }
