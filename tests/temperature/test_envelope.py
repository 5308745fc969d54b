"""The envelope: against brute force on a fine grid, and by property."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import gumbel_noise, pick
from components.temperature.envelope import Stretch, envelope, nearness

sizes = st.shared(st.integers(1, 25))
lines = {
    "logits": arrays(np.float64, sizes, elements=st.floats(-20, 20, width=32)),
    "noise": arrays(np.float64, sizes, elements=st.floats(-4, 20, width=32)),
}
GRID = np.concatenate([[0], np.geomspace(1e-3, 100, 2000)])


def winner_at(stretches: list[Stretch], temperature: float) -> int:
    return next(stretch.index for stretch in stretches if temperature <= stretch.end)


@given(**lines)
def test_on_a_fine_grid_the_winner_is_the_highest_line(logits: Any, noise: Any) -> None:
    stretches = envelope(logits, noise)
    scores = logits + GRID[:, None] * noise
    won = np.array([scores[row, winner_at(stretches, t)] for row, t in enumerate(GRID)])
    np.testing.assert_allclose(won, scores.max(axis=1), rtol=1e-9, atol=1e-9)


@given(**lines)
def test_stretches_follow_each_other_and_nobody_wins_twice(logits: Any, noise: Any) -> None:
    stretches = envelope(logits, noise)
    assert stretches[0].start == 0
    assert stretches[-1].end == np.inf
    assert all(left.end == right.start for left, right in pairwise(stretches))
    indices = [stretch.index for stretch in stretches]
    assert len(set(indices)) == len(indices)
    slopes = [noise[index] for index in indices]
    assert slopes == sorted(slopes)


@given(**lines)
def test_at_zero_the_argmax_wins(logits: Any, noise: Any) -> None:
    assert winner_at(envelope(logits, noise), 0.0) == np.argmax(logits)


@pytest.mark.parametrize("seed", range(20))
def test_it_tells_what_the_sampler_picks(seed: int) -> None:
    logits = np.random.default_rng(seed).normal(size=65) * 3
    (noise,) = gumbel_noise(seed, range(1), 65)
    stretches = envelope(logits, noise)
    for temperature in (0.0, 0.2, 0.5, 1.0, 1.2, 3.0):
        assert winner_at(stretches, temperature) == pick(logits, temperature, noise)


def test_lines_that_meet_in_one_point_leave_the_steepest() -> None:
    stretches = envelope([2.0, 1.0, 0.0], [0.0, 1.0, 2.0])
    assert [(s.index, s.start, s.end) for s in stretches] == [(0, 0.0, 1.0), (2, 1.0, np.inf)]


def test_equal_lines_leave_the_first_and_equal_logits_the_steepest_above_zero() -> None:
    assert [s.index for s in envelope([1.0, 1.0], [1.0, 1.0])] == [0]
    stretches = envelope([1.0, 1.0], [0.0, 1.0])
    assert (winner_at(stretches, 0.0), winner_at(stretches, 1e-9)) == (0, 1)


@given(**lines)
def test_who_wins_comes_near_and_the_others_keep_their_distance(logits: Any, noise: Any) -> None:
    found = nearness(logits, noise, GRID)
    assert (found >= 0).all()
    scores = logits + GRID[:, None] * noise
    for place in range(len(logits)):
        assert found[place] == pytest.approx((scores.max(axis=1) - scores[:, place]).min())


@pytest.mark.parametrize(("logits", "noise"), [([1.0, np.nan], [0, 0]), ([1.0], [np.inf]), ([1.0, 2.0], [1.0])])
def test_lines_that_are_none_are_refused(logits: Any, noise: Any) -> None:
    with pytest.raises(ValueError, match="finite"):
        envelope(logits, noise)
