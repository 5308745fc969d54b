"""What is cut: the right values of examples, shapes, and floats at their limits."""

import math
from typing import Any

import numpy as np
import pytest

from components.temperature import (
    Decoding,
    apply_temperature,
    enters_at,
    kept,
    kept_log_probabilities,
    kept_logits,
    kept_mass,
)
from components.temperature.cutting import entries
from components.temperature.schedule import WordPlace
from tests.temperature.warpers import top_nsigma, top_p, with_ties

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
    counts = kept(scores, Decoding(top_p=0.9, top_nsigma=2.31), np.linspace(0, 50, 200)).sum(axis=-1)
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


def test_top_p_of_one_keeps_what_rounds_to_nothing() -> None:
    assert kept([0.0, -800.0, -1e308], Decoding(0.1, top_p=1.0)).all()


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
