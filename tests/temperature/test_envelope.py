"""The envelope: against brute force on a fine grid, and by property."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import Decoding, enters_at, gumbel_noise, kept_logits, pick
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


# Rays: a line counts only from some temperature on.

ENTRIES = st.sampled_from([0.0, 0.5, 1.0, np.inf]) | st.floats(0, 50, width=32)
rays = lines | {"enters": arrays(np.float64, sizes, elements=ENTRIES)}


def with_one_from_zero(logits: Any, enters: Any) -> Any:
    return np.where(np.arange(len(logits)) == np.argmax(logits), 0.0, enters)


def ray_at(stretches: list[Stretch], temperature: float) -> int:
    """Return the winner at a temperature: the later stretch where it begins with a jump, else the earlier."""
    index = stretches[0].index
    for stretch in stretches:
        if stretch.start < temperature or (stretch.start == temperature and stretch.jump > 0):
            index = stretch.index
    return index


@given(**rays)
def test_on_a_fine_grid_the_winner_is_the_highest_ray(logits: Any, noise: Any, enters: Any) -> None:
    enters = with_one_from_zero(logits, enters)
    grid = np.unique(np.concatenate([GRID, enters[np.isfinite(enters)]]))
    stretches = envelope(logits, noise, enters)
    scores = np.where(grid[:, None] >= enters, logits + grid[:, None] * noise, -np.inf)
    won = np.array([scores[row, ray_at(stretches, t)] for row, t in enumerate(grid)])
    np.testing.assert_allclose(won, scores.max(axis=1), rtol=1e-9, atol=1e-9)


@given(**rays)
def test_rays_follow_each_other_and_jump_only_upwards_where_they_begin(logits: Any, noise: Any, enters: Any) -> None:
    enters = with_one_from_zero(logits, enters)
    stretches = envelope(logits, noise, enters)
    assert stretches[0].start == stretches[0].jump == 0
    assert stretches[-1].end == np.inf
    assert len(stretches) <= 2 * len(logits)  # one more at T = 0 itself, among equal logits
    for left, right in pairwise(stretches):
        assert left.end == right.start
        assert left.index != right.index
        assert right.start >= enters[right.index]
        rise = (logits + right.start * noise)[[left.index, right.index]]
        assert rise[1] - rise[0] == pytest.approx(right.jump, rel=1e-9, abs=1e-9)
        if right.jump:
            assert right.start == enters[right.index]
        else:
            assert noise[right.index] > noise[left.index] or right.start == 0


@given(**lines)
def test_rays_from_zero_on_are_lines(logits: Any, noise: Any) -> None:
    assert envelope(logits, noise, np.zeros(len(logits))) == envelope(logits, noise)


def test_a_character_may_win_on_several_stretches() -> None:
    # The flat one begins above the steep one, which overtakes it again.
    stretches = envelope([3.0, 4.5], [1.0, 0.0], enters=[0.0, 1.0])
    assert [(s.index, s.start, s.end, s.jump) for s in stretches] == [
        (0, 0.0, 1.0, 0.0),
        (1, 1.0, 1.5, 0.5),
        (0, 1.5, np.inf, 0.0),
    ]


def test_a_ray_that_begins_below_wins_where_it_crosses() -> None:
    stretches = envelope([3.0, 0.0], [0.0, 1.0], enters=[0.0, 2.0])
    assert [(s.index, s.start, s.jump) for s in stretches] == [(0, 0.0, 0.0), (1, 3.0, 0.0)]


def test_a_ray_that_begins_on_the_envelope_does_not_jump() -> None:
    stretches = envelope([2.0, 1.0], [0.0, 1.0], enters=[0.0, 1.0])
    assert [(s.index, s.start, s.jump) for s in stretches] == [(0, 0.0, 0.0), (1, 1.0, 0.0)]


def test_of_those_that_begin_at_once_the_highest_wins_and_of_equals_the_steepest() -> None:
    assert envelope([3.0, 2.0, 1.0], [0.0, 2.0, 4.0], [0, 1, 1])[1] == Stretch(2, 1.0, np.inf, jump=2.0)
    assert envelope([3.0, 2.0, 1.0], [0.0, 2.0, 3.0], [0, 1, 1])[1] == Stretch(2, 1.0, np.inf, jump=1.0)
    assert envelope([3.0, 2.0, 1.0], [0.0, 2.0, 2.5], [0, 1, 1])[1].index == 1


def test_what_is_never_kept_never_wins() -> None:
    expected = [Stretch(1, 0.0, np.inf)]
    assert envelope([5.0, 1.0], [9.0, 0.0], enters=[np.inf, 0.0]) == expected
    assert envelope([-np.inf, 1.0], [9.0, 0.0]) == expected
    assert nearness([-np.inf, 1.0], [9.0, 0.0], GRID).tolist() == [np.inf, 0.0]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("decoding", [Decoding(top_p=0.9), Decoding(min_p=0.1), Decoding(top_k=5, top_p=0.95)])
def test_rays_tell_what_is_picked_with_a_cut(seed: int, decoding: Decoding) -> None:
    logits = np.random.default_rng(seed).normal(size=65) * 3
    (noise,) = gumbel_noise(seed, range(1), 65)
    for first in (False, True):
        cut = replace(decoding, cut_first=first)
        stretches = envelope(logits, noise, enters_at(logits, cut))
        for temperature in (0.0, 0.2, 0.5, 1.0, 1.2, 3.0):
            picked = pick(kept_logits(logits, cut, temperature), temperature, noise)
            assert ray_at(stretches, temperature) == picked


@given(**rays)
def test_rays_that_win_come_near_and_those_that_do_not_count_are_far(logits: Any, noise: Any, enters: Any) -> None:
    enters = with_one_from_zero(logits, enters)
    distances = nearness(logits, noise, GRID, enters)
    assert (distances >= 0).all()
    assert (np.isinf(distances) == (enters > GRID[-1])).all()
    for stretch in envelope(logits, noise, enters):
        if any(stretch.start < t < stretch.end for t in GRID):
            assert distances[stretch.index] == pytest.approx(0, abs=1e-7)


@pytest.mark.parametrize(
    ("enters", "sentence"),
    [
        ([0.0], "one temperature of 0 or more is needed for each line"),
        ([0.0, -1.0], "one temperature of 0 or more is needed for each line"),
        ([0.0, np.nan], "one temperature of 0 or more is needed for each line"),
        ([0.5, 1.0], "a line must count from T = 0 on, got 0.5 as the lowest"),
    ],
)
def test_rays_that_are_none_are_refused(enters: list[float], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        envelope([1.0, 0.0], [0.0, 0.0], enters)
