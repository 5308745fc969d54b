"""What is cut, of any logits: what the definitions of others keep, and a kept set that only grows with T."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from components.temperature import (
    Decoding,
    apply_temperature,
    enters_at,
    gumbel_noise,
    kept,
    kept_log_probabilities,
    kept_logits,
    kept_mass,
    log_probabilities,
    pick,
)
from components.temperature.cutting import entries
from tests.temperature.warpers import survivors, with_ties

NEAR = 1e-9  # closer to a border than this, relative to it, rounding may decide
TEMPERATURES = np.concatenate([[0.0], np.geomspace(0.05, 50, 40)])
VECTORS = 10_000

logits = st.lists(
    st.integers(-4, 4).map(float) | st.integers(-1200, 1200).map(lambda number: number / 100), min_size=1, max_size=12
)
cuts = st.fixed_dictionaries(
    {
        "top_k": st.none() | st.integers(1, 14),
        "top_p": st.none() | st.floats(0, 1),
        "min_p": st.none() | st.floats(0, 1),
        "top_nsigma": st.none() | st.floats(0.05, 4),
    }
)


def some_vectors(seed: int = 5) -> Iterator[tuple[NDArray[np.float64], Decoding]]:
    """Yield random logits, most with ties and some with -inf, each with random cuts."""
    random = np.random.default_rng(seed)
    for number in range(VECTORS):
        scores = random.normal(size=random.integers(1, 14)) * random.choice([0.5, 2.0, 6.0])
        if number % 3:
            scores = scores.round()
        if number % 7 == 0:
            scores[random.random(len(scores)) < 0.3] = -math.inf
            scores[0] = 0.0
        values = {
            "top_k": int(random.integers(1, 15)),
            "top_p": float(random.random()),
            "min_p": float(random.random() ** 3),
            "top_nsigma": float(random.uniform(0.1, 3)),
        }
        yield scores, Decoding(**{name: value for name, value in values.items() if random.random() < 0.5})  # type: ignore[arg-type]


def near_a_border(scores: Any, decoding: Decoding, temperature: float) -> bool:
    """Return whether one of the cuts is decided by rounding, at a temperature above 0."""
    values = np.asarray(scores, np.float64)
    chances = apply_temperature(values, 1.0 if decoding.cut_first else temperature)
    near = [False]
    if decoding.top_k is not None:
        chances = np.where(values >= np.sort(values)[::-1][min(decoding.top_k, len(values)) - 1], chances, 0)
        chances = chances / chances.sum()
    if decoding.top_p is not None:
        above = [chances[values > value].sum() for value in values]
        near.append(bool(np.any(np.abs(np.array(above) - decoding.top_p)[values < values.max()] < NEAR)))
    if decoding.min_p:
        near.append(bool(np.any(np.abs(chances - decoding.min_p * chances.max())[chances < chances.max()] < NEAR)))
    if decoding.top_nsigma is not None:
        finite = values[np.isfinite(values)]
        gaps = values.max() - finite
        near.append(bool(np.any(np.abs(gaps - decoding.top_nsigma * finite.std())[gaps > 0] < NEAR)))
    return any(near)


@given(logits, st.floats(0, 100), st.booleans())
def test_neutral_values_cut_nothing(scores: list[float], temperature: float, first: bool) -> None:
    decoding = Decoding(temperature, top_k=len(scores), top_p=1.0, min_p=0.0, cut_first=first)
    assert kept(scores, decoding).all()
    assert (enters_at(scores, decoding) == 0).all()
    assert entries(scores, decoding) == {}
    np.testing.assert_array_equal(kept_log_probabilities(scores, decoding), log_probabilities(scores, temperature))


@pytest.mark.parametrize("first", [False, True], ids=["temperature first", "cut first"])
def test_it_keeps_what_the_warpers_of_others_keep(first: bool) -> None:
    compared = near = 0
    for number, (scores, cut) in enumerate(some_vectors()):
        temperature = float(TEMPERATURES[1 + number % (len(TEMPERATURES) - 1)])
        decoding = Decoding(**vars(cut) | {"temperature": temperature, "cut_first": first})
        if near_a_border(scores, decoding, temperature):
            near += 1
            continue
        compared += 1
        expected = with_ties(survivors(scores, decoding, temperature), scores)
        assert kept(scores, decoding).tolist() == expected.tolist(), (scores, decoding)
    assert compared > 20 * near


def test_the_kept_set_only_grows_and_each_enters_where_it_says() -> None:
    for scores, decoding in some_vectors():
        over = kept(scores, decoding, TEMPERATURES)  # (temperatures, n)
        assert (over[:-1] <= over[1:]).all(), (scores, decoding)
        entering = enters_at(scores, decoding)
        clear = np.abs(entering - TEMPERATURES[:, None]) > NEAR * np.where(np.isfinite(entering), entering, 1)
        assert (((TEMPERATURES[:, None] >= entering) == over) | ~clear).all(), (scores, decoding)


@given(logits, cuts, st.booleans())
def test_kept_and_enters_at_agree_just_before_and_after(scores: list[float], cut: dict[str, Any], first: bool) -> None:
    decoding = Decoding(**cut, cut_first=first)
    entering = enters_at(scores, decoding)
    for index, temperature in enumerate(entering):
        if temperature == math.inf:
            assert not kept(scores, decoding, 1e3)[index]
        elif temperature == 0:
            assert kept(scores, decoding, 0)[index]
        elif temperature < 1e3:  # beyond, the sums hardly move
            assert kept(scores, decoding, temperature * (1 + 1e-6))[index]
            assert not kept(scores, decoding, temperature * (1 - 1e-6))[index]


@given(logits, cuts)
def test_with_the_cut_first_nothing_depends_on_temperature(scores: list[float], cut: dict[str, Any]) -> None:
    decoding = Decoding(**cut, cut_first=True)
    over = kept(scores, decoding, TEMPERATURES)
    assert (over == kept(scores, Decoding(1.0, **cut))).all()
    assert set(enters_at(scores, decoding)) <= {0.0, math.inf}
    assert ((enters_at(scores, decoding) == 0) == over[0]).all()


@given(logits, cuts, st.booleans(), st.floats(0, 50))
def test_the_largest_are_never_cut(scores: list[float], cut: dict[str, Any], first: bool, temperature: float) -> None:
    left = kept(scores, Decoding(temperature, **cut, cut_first=first))
    assert left[np.array(scores) == max(scores)].all()


@given(logits, cuts, st.booleans(), st.integers(0, 1000))
def test_at_zero_the_pick_never_changes(scores: list[float], cut: dict[str, Any], first: bool, seed: int) -> None:
    (noise,) = gumbel_noise(seed, range(1), len(scores))
    left = kept_logits(scores, Decoding(0, **cut, cut_first=first))
    assert pick(left, 0, noise) == pick(scores, 0, noise)


@given(logits, cuts, st.booleans(), st.floats(0.05, 20))
def test_what_is_kept_is_renormalised_at_the_temperature(
    scores: list[float], cut: dict[str, Any], first: bool, temperature: float
) -> None:
    decoding = Decoding(temperature, **cut, cut_first=first)
    left = kept(scores, decoding)
    chances = np.exp(kept_log_probabilities(scores, decoding))
    assert chances.sum() == pytest.approx(1, abs=1e-12)
    assert (chances[~left] == 0).all()
    uncut = apply_temperature(scores, temperature)
    np.testing.assert_allclose(chances[left], uncut[left] / uncut[left].sum(), rtol=1e-9)
    assert kept_mass(scores, decoding) == pytest.approx(uncut[left].sum(), rel=1e-12)


@given(logits, cuts)
def test_each_enters_when_the_last_of_the_cuts_lets_it_in(scores: list[float], cut: dict[str, Any]) -> None:
    decoding = Decoding(**cut)
    by_cut = entries(scores, decoding)
    assert list(by_cut) == [name for name in ("top_k", "top_p", "min_p", "top_nsigma") if name in by_cut]
    expected = np.max([np.zeros(len(scores)), *by_cut.values()], axis=0)
    assert enters_at(scores, decoding).tolist() == expected.tolist()
