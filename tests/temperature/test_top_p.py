"""When top-p lets each character in: against 40 digits, for few and for many characters."""

import math

import mpmath
import numpy as np
import pytest

from components.temperature.top_p import enters_top_p, in_top_p


def exact(gaps: np.ndarray, index: int, share: float) -> float:
    """Return the temperature at which a character enters, by bisection with 40 digits."""
    with mpmath.workdps(40):
        numbers = [mpmath.mpf(float(gap)) for gap in gaps]

        def outside(inverse: mpmath.mpf) -> bool:
            weights = [mpmath.exp(-inverse * gap) for gap in numbers]
            above = mpmath.fsum(w for w, gap in zip(weights, numbers, strict=True) if gap < numbers[index])
            return bool(above >= mpmath.mpf(share) * mpmath.fsum(weights))

        low, high = mpmath.mpf(0), mpmath.mpf(1)
        while not outside(high):
            low, high = high, 2 * high
        for _ in range(120):
            middle = (low + high) / 2
            low, high = (low, middle) if outside(middle) else (middle, high)
        return float(1 / low)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.999, 1 - 1e-12])
@pytest.mark.parametrize("scale", [1e-6, 0.3, 3.0, 1e4])
def test_it_is_exact_to_eleven_digits(share: float, scale: float) -> None:
    random = np.random.default_rng(int(share * 1000))
    gaps = scale * np.sort(np.concatenate([[0.0, 1.0, 1.0], random.gamma(2.0, 2.0, size=20)]))
    entering = enters_top_p(gaps, share)
    for index in np.flatnonzero((entering > 0) & np.isfinite(entering))[::4]:
        assert entering[index] == pytest.approx(exact(gaps, int(index), share), rel=1e-11)


def test_those_above_being_the_share_by_number_nothing_lets_it_in() -> None:
    entering = enters_top_p(np.array([0.0, 1.0, 2.0, 3.0]), 0.5)
    assert np.isfinite(entering).tolist() == [True, True, False, False]


def test_five_thousand_characters_enter_in_order_and_where_they_say() -> None:
    gaps = np.sort(np.random.default_rng(4).gamma(3.0, 4.0, size=5000))
    gaps -= gaps[0]
    entering = enters_top_p(gaps, 0.9)
    finite = np.isfinite(entering)
    assert finite.sum() == 4500
    assert (np.diff(entering[finite]) >= 0).all()
    for index in np.flatnonzero(finite)[1::97]:
        around = entering[index] * np.array([[1 - 1e-9], [1 + 1e-9]])
        assert in_top_p(gaps, 0.9, around)[:, index].tolist() == [False, True]


def test_unsorted_gaps_with_ties_and_the_impossible_keep_their_places() -> None:
    entering = enters_top_p(np.array([math.inf, math.log(9), 0.0, math.log(9)]), 0.9)
    assert entering[[0, 2]].tolist() == [math.inf, 0.0]
    assert entering[1] == entering[3]
    # 0.1 = 0.9 · 2 · 9^(-1/T)
    assert entering[1] == pytest.approx(math.log(9) / math.log(18))
