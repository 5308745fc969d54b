"""Validation of logits, temperatures and probabilities, for the whole room."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def checked_logits(logits: ArrayLike, *, impossible: bool = False) -> Floats:
    """Return logits as float64 if they are valid.

    Raises
    ------
    ValueError
        If there are none along the last axis, or one of them is not finite. With `impossible`, -inf is allowed beside
        a finite one: the logit of a character that cannot be picked.
    """
    scores = np.asarray(logits, dtype=np.float64)
    if scores.ndim == 0 or scores.shape[-1] == 0:
        raise ValueError(f"logits need at least one score along the last axis, got shape {scores.shape}")
    wrong = ~np.isfinite(scores)
    if impossible:
        wrong &= (scores != -np.inf) | ~np.isfinite(scores.max(axis=-1, keepdims=True))
    if wrong.any():
        index = tuple(int(axis) for axis in np.argwhere(wrong)[0])
        raise ValueError(
            f"logits must be finite, got {scores[index]} at {index}: give a character that must not "
            f"be picked {'-inf beside a finite logit' if impossible else 'a large negative score, such as -1e30'}"
        )
    return scores


def checked_temperature(temperature: ArrayLike, *, finite: bool = False) -> Floats:
    """Return temperatures as float64, shape (..., 1), if they are valid.

    Raises
    ------
    ValueError
        If a temperature is negative or NaN, or infinite where `finite` is true.
    """
    values = np.asarray(temperature, dtype=np.float64) + 0.0  # minus zero is zero
    wrong = np.isnan(values) | (values < 0) | (finite & np.isinf(values))
    if wrong.any():
        allowed = "finite and 0 or more" if finite else "0 or more"
        raise ValueError(
            f"temperature must be {allowed}, got {values[wrong][0]}: "
            "0 always takes the most likely character, 1 leaves the model as it was trained"
        )
    return values[..., np.newaxis]


def checked_probabilities(probabilities: ArrayLike) -> Floats:
    """Return probabilities as float64 if they are valid.

    Raises
    ------
    ValueError
        If a value is negative or NaN, or a sum along the last axis is not 1.
    """
    values = np.asarray(probabilities, dtype=np.float64)
    wrong = ~(values >= 0)
    if wrong.any():
        raise ValueError(f"probabilities must be 0 or more, got {values[wrong][0]}")
    totals = values.sum(axis=-1)
    wrong = ~np.isclose(totals, 1.0, rtol=0, atol=1e-6)
    if wrong.any():
        raise ValueError(
            f"probabilities must sum to 1 along the last axis, got {np.atleast_1d(totals)[np.atleast_1d(wrong)][0]}: "
            "apply_temperature turns logits into probabilities"
        )
    return values
