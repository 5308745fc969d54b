"""Is multinomial with argmax the same as choice? The same distribution, other draws, other failures."""

import numpy as np
import pytest
from scipy.stats import chisquare

from components.temperature import apply_temperature, drawing, gumbel_noise, pick, published
from components.temperature.drawing import accepted_by_multinomial, by_choice, by_multinomial, by_noise

LOGITS = np.array([2.0, 1.0, 0.5, 0.0, -1.0, -2.0])
CHANCES = apply_temperature(LOGITS, 0.8)
DRAWS = 100_000


def _by_noise(chances: np.ndarray, generator: np.random.Generator, count: int) -> np.ndarray:
    return pick(LOGITS, 0.8, gumbel_noise(7, range(count), len(LOGITS)))


def _by_the_old_multinomial(chances: np.ndarray, generator: np.random.Generator, count: int) -> np.ndarray:
    return by_multinomial(chances, np.random.RandomState(7), count)


@pytest.mark.parametrize("draw", [by_multinomial, _by_the_old_multinomial, by_choice, _by_noise])
def test_the_distribution_is_the_one_that_was_asked_for(draw) -> None:
    counts = np.bincount(draw(CHANCES, np.random.default_rng(7), DRAWS), minlength=len(CHANCES))
    assert chisquare(counts, DRAWS * CHANCES).pvalue > 1e-3


def test_the_test_above_would_see_another_temperature() -> None:
    counts = np.bincount(by_choice(CHANCES, np.random.default_rng(7), DRAWS), minlength=len(CHANCES))
    assert chisquare(counts, DRAWS * apply_temperature(LOGITS, 0.82)).pvalue < 1e-3


def test_one_seed_gives_other_draws_in_each_way() -> None:
    first, second = (draw(CHANCES, np.random.default_rng(7), 50) for draw in (by_multinomial, by_choice))
    assert (first != second).any()


def test_float32_is_refused_now_and_then_by_multinomial_and_never_by_choice() -> None:
    generator = np.random.default_rng(1)
    logits = (3 * generator.normal(size=(2000, 65))).astype(np.float32)
    rounded = published.log_divide_exp(published.unshifted_softmax(logits, 1.0), 0.5)
    assert rounded.dtype == np.float32
    refused = [chances for chances in rounded if not accepted_by_multinomial(chances)]
    assert 0.05 < len(refused) / len(rounded) < 0.5
    for chances in refused:
        with pytest.raises(ValueError, match=r"sum\(pvals"):
            by_multinomial(chances, np.random.RandomState(1))
        by_choice(chances, generator)
        exact = chances.astype(np.float64)
        assert accepted_by_multinomial(exact / exact.sum())


def test_nan_is_refused_by_both() -> None:
    broken = np.array([np.nan, 0.5])
    assert not accepted_by_multinomial(broken)
    with pytest.raises(ValueError, match="NaN"):
        by_choice(broken, np.random.default_rng(1))


def test_draws_are_the_same_however_many_are_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    logits = np.linspace(0, 3, 7)
    chances = apply_temperature(logits, 0.7)

    def drawn() -> list[list[int]]:
        numpys = (np.random.RandomState(5), np.random.default_rng(5))
        ways = [by_multinomial(chances, random, 100) for random in numpys]
        return [one.tolist() for one in (*ways, by_noise(logits, 0.7, np.random.default_rng(5), 100))]

    together = drawn()
    monkeypatch.setattr(drawing, "_HELD", 7 * 9)
    assert drawn() == together
    noise = np.random.default_rng(5).gumbel(size=(100, 7))
    assert together[-1] == (logits + 0.7 * noise).argmax(axis=1).tolist()
    assert by_multinomial(chances, np.random.RandomState(5), 0).tolist() == []
