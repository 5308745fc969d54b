"""What logits and temperatures must be, said once for the whole room."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def checked_logits(logits: ArrayLike) -> Floats:
    """Give logits as float64, or say what is wrong with them.

    Raises
    ------
    ValueError
        If there are none along the last axis, or one of them is not finite.
    """
    scores = np.asarray(logits, dtype=np.float64)
    if scores.ndim == 0 or scores.shape[-1] == 0:
        raise ValueError(f"logits need at least one score along the last axis, got shape {scores.shape}")
    wrong = ~np.isfinite(scores)
    if wrong.any():
        place = tuple(int(axis) for axis in np.argwhere(wrong)[0])
        raise ValueError(
            f"logits must be finite, got {scores[place]} at {place}: give a character that must not "
            "be picked a large negative score, such as -1e30"
        )
    return scores


def checked_temperature(temperature: ArrayLike, *, finite: bool = False) -> Floats:
    """Give temperatures as float64 with a last axis of one, or say what is wrong with them.

    Raises
    ------
    ValueError
        If a temperature is negative or NaN, or, where `finite` is asked for, infinite.
    """
    given = np.asarray(temperature, dtype=np.float64) + 0.0  # minus zero is zero
    wrong = np.isnan(given) | (given < 0) | (finite & np.isinf(given))
    if wrong.any():
        wanted = "finite and 0 or more" if finite else "0 or more"
        raise ValueError(
            f"temperature must be {wanted}, got {given[wrong][0]}: "
            "0 always takes the most likely character, 1 leaves the model as it was trained"
        )
    return given[..., np.newaxis]


def checked_probabilities(probabilities: ArrayLike) -> Floats:
    """Give probabilities as float64, or say what is wrong with them.

    Raises
    ------
    ValueError
        If a value is negative or NaN, or a sum along the last axis is not 1.
    """
    chances = np.asarray(probabilities, dtype=np.float64)
    wrong = ~(chances >= 0)
    if wrong.any():
        raise ValueError(f"probabilities must be 0 or more, got {chances[wrong][0]}")
    totals = chances.sum(axis=-1)
    wrong = ~np.isclose(totals, 1.0, rtol=0, atol=1e-6)
    if wrong.any():
        raise ValueError(
            f"probabilities must sum to 1 along the last axis, got {np.atleast_1d(totals)[np.atleast_1d(wrong)][0]}: "
            "apply_temperature turns logits into probabilities"
        )
    return chances
