"""What a list that is cut off says at another temperature."""

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.temperature import apply_temperature
from components.temperature.truncated import bounds, fewest_others, left_over

temperatures = st.floats(0.05, 5)


@st.composite
def whole(draw: st.DrawFn) -> tuple[np.ndarray, int]:
    """Draw the logarithms of a whole distribution, the most likely first, and how many of them are listed."""
    scores = draw(st.lists(st.floats(-6, 6), min_size=3, max_size=12))
    logs = np.log(apply_temperature(np.sort(scores)[::-1]))
    return logs, draw(st.integers(1, len(scores) - 1))


@given(whole(), temperatures, st.integers(0, 50))
def test_whatever_the_others_are_the_truth_lies_within(
    of: tuple[np.ndarray, int], temperature: float, more: int
) -> None:
    logs, listed = of
    lowest, highest = bounds(logs[:listed], temperature, others=len(logs) - listed + more)
    truth = apply_temperature(logs, temperature)
    together = np.append(truth[:listed], truth[listed:].sum())
    slack = 5e-3 if left_over(logs[:listed]) == 0 else 1e-9  # a rest within the rounding of an API counts as none
    if temperature <= 1 or slack == 1e-9:
        assert (lowest - slack <= together).all()
        assert (together <= highest + slack).all()


@given(whole(), temperatures)
def test_both_limits_can_be_had(of: tuple[np.ndarray, int], temperature: float) -> None:
    logs, listed = of
    rest, count = left_over(logs[:listed]), len(logs) - listed
    if rest == 0:
        return
    least = np.exp(logs[listed - 1])
    full = int(rest / least + 1e-9)
    remainder = rest - full * least
    packed = [least] * full + ([remainder] if remainder > 1e-12 else [])
    found = [
        apply_temperature(np.concatenate([logs[:listed], np.log(others)]), temperature)[:listed]
        for others in ([rest / count] * count, packed)
    ]
    lowest, highest = bounds(logs[:listed], temperature, others=count)
    np.testing.assert_allclose(lowest[:listed], np.minimum(*found), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(highest[:listed], np.maximum(*found), rtol=1e-9, atol=1e-12)


def test_at_one_the_limits_meet() -> None:
    lowest, highest = bounds(np.log([0.5, 0.2]), 1.0, others=1000)
    np.testing.assert_allclose(lowest, [0.5, 0.2, 0.3], rtol=1e-12)
    np.testing.assert_allclose(highest, lowest, rtol=1e-12)


def test_at_zero_the_most_likely_has_all_and_ties_may_be_among_the_others() -> None:
    lowest, highest = bounds(np.log([0.5, 0.2]), 0.0, others=10)
    assert lowest.tolist() == highest.tolist() == [1, 0, 0]
    lowest, highest = bounds(np.log([0.3]), 0.0, others=10)  # two more may have 0.3
    np.testing.assert_allclose(lowest, [1 / 3, 0])
    np.testing.assert_allclose(highest, [1, 2 / 3])


def test_limits_of_an_apis_list_to_many_digits() -> None:
    logs, others, temperature = np.log([0.7, 0.1, 0.05]), 99_997, 0.7
    with mpmath.workdps(40):
        power = 1 / mpmath.mpf(temperature)
        listed = [mpmath.exp(mpmath.mpf(float(log))) ** power for log in logs]
        rest = 1 - sum(mpmath.exp(mpmath.mpf(float(log))) for log in logs)
        even = others * (rest / others) ** power
        packed = 3 * mpmath.exp(mpmath.mpf(float(logs[2]))) ** power
        low, high = (float(listed[0] / (sum(listed) + other)) for other in (packed, even))
    lowest, highest = bounds(logs, temperature, others)
    assert lowest[0] == pytest.approx(low, rel=1e-9)
    assert highest[0] == pytest.approx(high, rel=1e-9)


def test_a_whole_list_has_one_answer() -> None:
    logs = np.log([0.5, 0.3, 0.2])
    lowest, highest = bounds(logs, [0.0, 0.3, 2.0], others=7)
    np.testing.assert_array_equal(lowest, highest)
    np.testing.assert_allclose(lowest[:, :3], apply_temperature(logs, [0.0, 0.3, 2.0]), atol=1e-15)
    assert fewest_others([0.0, -9999.0]) == 0


def test_too_few_others_and_what_are_no_log_probabilities() -> None:
    assert fewest_others(np.log([0.5, 0.1])) == 4
    with pytest.raises(ValueError, match="3 others cannot share what the list leaves: there are at least 4"):
        bounds(np.log([0.5, 0.1]), 0.5, others=3)
    with pytest.raises(ValueError, match=r"-40 or more in a list that is cut off, got -9999: leave it out"):
        bounds([-0.7, -9999.0], 0.5, others=1000)
    with pytest.raises(ValueError, match=r"0 or less, got 2\.0"):
        left_over([2.0, 1.0])
    with pytest.raises(ValueError, match="0 or less, got nan"):
        left_over([np.nan])
    with pytest.raises(ValueError, match=r"sum of 1 at most, got 1\.4"):
        left_over(np.log([0.7, 0.7]))
