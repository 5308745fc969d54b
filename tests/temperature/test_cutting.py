"""What is cut: the right values, the definitions of others, and that the kept set only grows with T."""

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
from components.temperature.schedule import WordPlace
from tests.temperature.warpers import survivors, top_nsigma, top_p, with_ties

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


# The right values of the table.


def test_the_order_matters_for_top_p() -> None:
    last = kept_log_probabilities([3, 2, 1], Decoding(0.5, top_p=0.8, cut_first=True))
    np.testing.assert_allclose(np.exp(last), [0.881, 0.119, 0], atol=5e-4)
    first = kept_log_probabilities([3, 2, 1], Decoding(0.5, top_p=0.8))
    assert np.exp(first).tolist() == [1, 0, 0]
    assert apply_temperature([3, 2, 1], 0.5)[0] == pytest.approx(0.867, abs=5e-4)


def test_min_p_lets_the_rare_one_in_from_one_temperature_on() -> None:
    scores = np.log([0.95, 0.045, 0.005])
    back = math.log(190) / math.log(20)
    assert back == pytest.approx(1.7515, abs=5e-5)
    after, before = (enters_at(scores, Decoding(min_p=0.05, cut_first=first)) for first in (False, True))
    assert after[2] == pytest.approx(back, rel=1e-12)
    assert before[2] == math.inf
    for temperature, stays in [(1.0, False), (back - 1e-9, False), (back + 1e-9, True), (3.0, True)]:
        assert kept(scores, Decoding(temperature, min_p=0.05))[2] == stays
        assert not kept(scores, Decoding(temperature, min_p=0.05, cut_first=True))[2]


def test_min_p_keeps_more_as_temperature_rises_and_top_nsigma_does_not() -> None:
    temperatures = [0.5, 1.0, 1.5, 2.0]
    assert kept([3, 2, 1, 0], Decoding(min_p=0.1), temperatures).sum(axis=-1).tolist() == [2, 3, 4, 4]
    assert kept([3, 2, 1, 0], Decoding(top_nsigma=1), temperatures).sum(axis=-1).tolist() == [2, 2, 2, 2]
    assert 3 - np.std([3, 2, 1, 0]) == pytest.approx(1.882, abs=5e-4)


def test_with_the_deviation_of_what_is_left_the_kept_set_would_shrink() -> None:
    scores = np.array([10, 0, 0, 0, -0.1])
    dropping_ties, keeping_ties = [], []
    for temperature in (3, 4, 8):
        left = top_p(scores / temperature, 0.9)
        dropping_ties.append(int((top_nsigma(left, 2.31, whole=left) > -math.inf).sum()))
        left = np.where(with_ties(left > -math.inf, scores), scores / temperature, -math.inf)
        keeping_ties.append(int((top_nsigma(left, 2.31, whole=left) > -math.inf).sum()))
    assert (dropping_ties, keeping_ties) == ([2, 4, 1], [4, 4, 1])
    counts = kept(scores, Decoding(top_p=0.9, top_nsigma=2.31), TEMPERATURES).sum(axis=-1)
    assert (np.diff(counts) >= 0).all()


@pytest.mark.parametrize(
    ("decoding", "expected"),
    [
        (Decoding(top_k=2), [True, True, True, False]),
        (Decoding(top_k=1), [True, False, False, False]),
        (Decoding(top_p=0.6), [True, True, True, False]),
        (Decoding(top_p=0.0), [True, False, False, False]),
        (Decoding(min_p=1.0), [True, False, False, False]),
        (Decoding(top_nsigma=0.01), [True, False, False, False]),
    ],
)
@pytest.mark.parametrize("first", [False, True])
def test_who_ties_stays(decoding: Decoding, expected: list[bool], first: bool) -> None:
    scores = [2.0, 1.0, 1.0, 0.0]
    assert kept(scores, Decoding(**vars(decoding) | {"cut_first": first})).tolist() == expected
    both = kept([scores[0], *scores], decoding)
    assert both[0]
    assert both[1]


@given(logits, st.floats(0, 100), st.booleans())
def test_neutral_values_cut_nothing(scores: list[float], temperature: float, first: bool) -> None:
    decoding = Decoding(temperature, top_k=len(scores), top_p=1.0, min_p=0.0, cut_first=first)
    assert kept(scores, decoding).all()
    assert (enters_at(scores, decoding) == 0).all()
    assert entries(scores, decoding) == {}
    np.testing.assert_array_equal(kept_log_probabilities(scores, decoding), log_probabilities(scores, temperature))


def test_top_p_of_one_keeps_what_rounds_to_nothing() -> None:
    assert kept([0.0, -800.0, -1e308], Decoding(0.1, top_p=1.0)).all()


# The definitions of others, and of the kept set over T.


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


# Shapes, and floats at their limits.


def test_rows_are_cut_each_for_itself() -> None:
    random = np.random.default_rng(2)
    scores, temperatures = random.normal(size=(2, 3, 9)).round(1), random.uniform(0.2, 2, size=(2, 3))
    decoding = Decoding(top_k=7, top_p=0.9, min_p=0.05, top_nsigma=1.5)
    left, entering = kept(scores, decoding, temperatures), enters_at(scores, decoding)
    chances = kept_log_probabilities(scores, decoding, temperatures)
    masses = kept_mass(scores, decoding, temperatures)
    for row in np.ndindex(2, 3):
        alone = Decoding(float(temperatures[row]), 7, 0.9, 0.05, 1.5)
        assert left[row].tolist() == kept(scores[row], alone).tolist()
        assert entering[row].tolist() == enters_at(scores[row], alone).tolist()
        assert masses[row] == pytest.approx(kept_mass(scores[row], alone), rel=1e-12)
        np.testing.assert_allclose(chances[row], kept_log_probabilities(scores[row], alone), rtol=1e-12)


@pytest.mark.parametrize("first", [False, True])
def test_minus_infinity_is_never_kept_and_moves_nobody(first: bool) -> None:
    decoding = Decoding(0.8, top_k=4, top_p=0.9, min_p=0.05, top_nsigma=1.5, cut_first=first)
    scores, with_more = [2.0, 1.0, 0.5, 0.0, -3.0], [-math.inf, 2.0, 1.0, 0.5, 0.0, -3.0, -math.inf]
    assert kept(with_more, decoding).tolist() == [False, *kept(scores, decoding).tolist(), False]
    assert enters_at(with_more, decoding).tolist() == [math.inf, *enters_at(scores, decoding).tolist(), math.inf]
    assert kept(with_more, Decoding()).tolist() == [False, *[True] * 5, False]


@pytest.mark.parametrize("temperature", [0.0, 5e-324, 1e-3, 1.0, 1e308])
@pytest.mark.parametrize(
    "scores",
    [[1e308, -1e308, 0.0], [-1e308, -1e308, -9e307], [0.0, 5e-324, 1e-320], [5.0, 5.0], [0.0, -800.0, -700.0], [-3.0]],
)
@pytest.mark.parametrize("first", [False, True])
def test_nasty_floats_leave_the_largest(scores: list[float], temperature: float, first: bool) -> None:
    decoding = Decoding(temperature, top_k=2, top_p=1 - 1e-16, min_p=1e-300, top_nsigma=2.0, cut_first=first)
    assert kept(scores, decoding)[np.argmax(scores)]
    entering = enters_at(scores, decoding)
    assert not np.isnan(entering).any()
    assert entering[np.argmax(scores)] == 0


def test_a_schedule_needs_the_temperature_of_the_step() -> None:
    decoding = Decoding(WordPlace(1.3, 0.4), top_p=0.9)
    with pytest.raises(ValueError, match="one temperature of all steps is needed, got WordPlace"):
        kept([1.0, 0.0], decoding)
    assert kept([1.0, 0.0], decoding, 1.3).all()
    assert enters_at([1.0, 0.0], decoding)[1] == pytest.approx(1 / math.log(9))


@pytest.mark.parametrize("give", [kept, enters_at, entries, kept_logits, kept_log_probabilities, kept_mass])
@pytest.mark.parametrize("wrong", [[math.nan, 0.0], [math.inf, 0.0], [-math.inf, -math.inf]])
def test_what_are_no_logits_are_refused(give: Any, wrong: list[float]) -> None:
    with pytest.raises(ValueError, match="logits must be finite"):
        give(wrong, Decoding(top_p=0.5))


@pytest.mark.parametrize("wrong", [-1.0, math.nan, math.inf])
def test_a_temperature_that_is_none_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="temperature must be finite and 0 or more"):
        kept([1.0, 0.0], Decoding(), wrong)
