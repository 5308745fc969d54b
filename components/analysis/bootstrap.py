"""How far a mean can be trusted: 95 % intervals by resampling."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
_SEED = 1  # of the resampling: the same figures have the same interval
_LIMITS = (2.5, 97.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Estimate:
    """A mean and its interval.

    Attributes
    ----------
    mean : float or None
        None where there is no value.
    low, high : float or None
        The ends of the 95 % interval; None where there are fewer than two values.
    count : int
        Of how many values it is the mean.
    """

    mean: float | None
    low: float | None
    high: float | None
    count: int


def estimates(values: Floats) -> list[Estimate]:
    """Give the mean of each column, with a percentile bootstrap interval over the rows.

    Parameters
    ----------
    values : ndarray of float64, shape (samples, columns)
        NaN where a sample has no value.

    Returns
    -------
    list of Estimate
        One a column. All columns are resampled alike, so what is paired in a row stays paired.

    References
    ----------
    Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7 (1979),
    https://doi.org/10.1214/aos/1176344552.

    Examples
    --------
    >>> estimates(np.array([[1.0, np.nan], [1.0, 2.0]]))
    [Estimate(mean=1.0, low=1.0, high=1.0, count=2), Estimate(mean=2.0, low=None, high=None, count=1)]
    """
    present = ~np.isnan(values)
    counts = present.sum(axis=0)
    limits = _limits(np.where(present, values, 0.0), present, counts)
    found = []
    for column, count in enumerate(counts.tolist()):
        mean = float(values[present[:, column], column].mean()) if count else None
        low, high = limits[:, column].tolist() if count > 1 else (None, None)
        found.append(Estimate(mean, low, high, count))
    return found


def _limits(values: Floats, present: NDArray[np.bool_], counts: NDArray[np.intp]) -> Floats:
    """Give the ends of the columns' intervals, shape (2, columns); NaN where there is no value."""
    limits = np.full((2, len(counts)), np.nan)
    if not len(values):
        return limits
    resampled, whole = _resampled_means(values, present), counts == len(values)
    limits[:, whole] = np.percentile(resampled[:, whole], _LIMITS, axis=0)
    for column in np.flatnonzero(~whole & (counts > 0)):  # a resample may hold none of its values
        drawn = resampled[:, column]
        limits[:, column] = np.percentile(drawn[~np.isnan(drawn)], _LIMITS)
    return limits


def _resampled_means(values: Floats, present: NDArray[np.bool_]) -> Floats:
    """Give the columns' means in every resample; NaN where a resample holds no value."""
    size = len(values)
    times = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), RESAMPLES).astype(np.float64)
    with np.errstate(invalid="ignore"):
        return np.asarray((times @ values) / (times @ present))
