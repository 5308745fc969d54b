"""Intervals: against another implementation, against what theory says, and where there is little to resample."""

import numpy as np
import pytest
from scipy import stats

from components.analysis.bootstrap import Estimate, estimates


def _normal(samples: int, columns: int = 1, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).normal(5, 2, (samples, columns))


def test_means_are_means() -> None:
    values = _normal(40, 3)
    assert [estimate.mean for estimate in estimates(values)] == pytest.approx(values.mean(axis=0))


def test_intervals_are_near_those_of_scipy() -> None:
    values = _normal(32)
    found = estimates(values)[0]
    theirs = stats.bootstrap(
        (values[:, 0],), np.mean, n_resamples=5000, method="percentile", rng=np.random.default_rng(5)
    ).confidence_interval
    width = theirs.high - theirs.low
    assert found.low == pytest.approx(theirs.low, abs=0.06 * width)
    assert found.high == pytest.approx(theirs.high, abs=0.06 * width)


def test_an_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    held = [estimate.low < 5 < estimate.high for estimate in estimates(_normal(64, 400))]
    assert 0.90 < np.mean(held) < 0.98


def test_the_same_values_have_the_same_interval() -> None:
    assert estimates(_normal(20)) == estimates(_normal(20))


def test_columns_are_resampled_alike() -> None:
    values = _normal(20)
    shifted, base = estimates(np.hstack([values + 1, values]))
    assert shifted.low == pytest.approx(base.low + 1)
    (gap,) = estimates((values + 1) - values)
    assert (gap.low, gap.high) == (pytest.approx(1), pytest.approx(1))


def test_missing_values_are_left_out() -> None:
    values = _normal(20)
    holed = np.vstack([values, np.full((5, 1), np.nan)])
    found = estimates(holed)[0]
    assert found.count == 20
    assert found.mean == pytest.approx(values.mean())
    assert found.low < found.mean < found.high


@pytest.mark.parametrize("rows", [0, 1, 4])
def test_nothing_but_missing_values_has_no_mean(rows: int) -> None:
    assert estimates(np.full((rows, 2), np.nan)) == [Estimate(None, None, None, 0)] * 2


def test_one_value_has_no_interval() -> None:
    assert estimates(np.array([[2.0]])) == [Estimate(2.0, None, None, 1)]
