"""Means with 95 % intervals, by resampling."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
_SEED = 1  # of the resampling: the same values have the same interval
_LIMITS = (2.5, 97.5)  # percentiles

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
        The number of values.
    """

    mean: float | None
    low: float | None
    high: float | None
    count: int

    def __post_init__(self) -> None:
        if self.count < 0 or (self.mean is None) != (self.count == 0) or (self.low is None) != (self.high is None):
            raise ValueError(f"{self.count} values cannot have a mean of {self.mean} from {self.low} to {self.high}")


def estimates(values: Floats) -> list[Estimate]:
    """Return the mean of each column, with a percentile bootstrap interval over the rows.

    Parameters
    ----------
    values : ndarray of float64, shape (samples, columns)
        NaN where a sample has no value.

    Returns
    -------
    list of Estimate
        One for each column. All columns share their resamples, so what is paired in a row stays paired.

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
    counts = present.sum(axis=0)  # (columns,)
    limits = _limits(np.where(present, values, 0.0), present, counts)
    columns = []
    for column, count in enumerate(counts.tolist()):
        mean = float(values[present[:, column], column].mean()) if count else None
        low, high = limits[:, column].tolist() if count > 1 else (None, None)
        columns.append(Estimate(mean, low, high, count))
    return columns


def estimate_of(values: Floats, statistic: Callable[[Floats], float]) -> Estimate:
    """Return a function of the columns' means, with a percentile bootstrap interval over the rows.

    Parameters
    ----------
    values : ndarray of float64, shape (samples, columns)
        Two samples or more; NaN where one has no value.
    statistic : callable
        Returns a number from the columns' means, an ndarray of shape (columns,).

    Examples
    --------
    >>> estimate_of(np.array([[1.0, 4.0], [3.0, 6.0]]), lambda means: float(means[1] - means[0]))
    Estimate(mean=3.0, low=3.0, high=3.0, count=2)
    """
    present = ~np.isnan(values)
    means = _resampled_means(np.where(present, values, 0.0), present)
    low, high = np.nanpercentile([statistic(one) for one in means], _LIMITS).tolist()
    return Estimate(statistic(np.nanmean(values, axis=0)), low, high, len(values))


def _limits(values: Floats, present: NDArray[np.bool_], counts: NDArray[np.intp]) -> Floats:
    """Return the ends of the columns' intervals, shape (2, columns); NaN where there is no value."""
    limits = np.full((2, len(counts)), np.nan)
    if not len(values):
        return limits
    means, complete = _resampled_means(values, present), counts == len(values)
    limits[:, complete] = np.percentile(means[:, complete], _LIMITS, axis=0)
    for column in np.flatnonzero(~complete & (counts > 0)):  # a resample may hold none of its values
        drawn = means[:, column]
        limits[:, column] = np.percentile(drawn[~np.isnan(drawn)], _LIMITS)
    return limits


def _resampled_means(values: Floats, present: NDArray[np.bool_]) -> Floats:
    """Return the columns' means in every resample, shape (RESAMPLES, columns); NaN where it holds no value."""
    size = len(values)
    # How often each row is drawn, in place of the rows themselves: a resample is then one row of a matrix product.
    times = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), RESAMPLES).astype(np.float64)
    with np.errstate(invalid="ignore"):
        return np.asarray((times @ values) / (times @ present))
