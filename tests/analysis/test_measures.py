"""All measures of one text: known answers, and independent ways to the same numbers."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from components.analysis.measures import (
    COLUMNS,
    SUMMED,
    Confidence,
    Measures,
    confidence,
    figure,
    figures,
    from_figures,
    measure,
    tenths,
)
from components.language_model.lexicon import Lexicon, Unit
from components.temperature import apply_temperature, effective_choices

KNOWN = Lexicon(Unit.WORD, frozenset("we know the sun is up".split()))
LOOP = " of the sea,"


def _measured(text: str, bits: float = 1.0) -> Measures:
    return measure(
        text, np.full(len(text), -bits * math.log(2)), Confidence(np.full(len(text), 0.5), np.ones(len(text))), KNOWN
    )


def _logits(rows: int, characters: int = 65) -> np.ndarray:
    return np.random.default_rng(4).normal(0, 3, (rows, characters)).astype(np.float32)


def test_a_text_that_is_known_by_hand() -> None:
    assert _measured(" we know the sun is fzz", bits=2.5) == Measures(
        word_share=1.0,
        distinct_trigrams=1.0,
        compressed_share=31 / 23,
        loop_period=None,
        loop_start=None,
        base_bits=2.5,
        top_probability=0.5,
        entropy=1.0,
        entropy_tenths=(1.0,) * 10,
    )


def test_every_word_misspelt() -> None:
    assert _measured(" wee kno teh sunn iz upp ").word_share == 0.0


def test_an_empty_text_has_no_measures() -> None:
    empty = _measured("")
    assert set(figures(empty).values()) == {None}
    assert not empty.loops
    assert empty.entropy_drift is None


def test_one_word_has_no_shares_of_words() -> None:
    one = _measured("speak")
    assert one.word_share is one.distinct_trigrams is one.entropy_tenths is None
    assert one.base_bits == 1.0


def test_a_loop_is_told_by_period_and_start() -> None:
    found = _measured("We know't" + LOOP * 10)
    assert (found.loops, found.loop_period, found.loop_start) == (True, 12, 9)


@pytest.mark.parametrize("temperature", [0.01, 0.2, 0.5, 1.0, 1.7, 3.0])
def test_confidence_is_that_of_scipy(temperature: float) -> None:
    logits = _logits(50)
    chances = special.softmax(logits.astype(np.float64) / temperature, axis=-1)
    found = confidence(logits, temperature)
    np.testing.assert_allclose(found.top, chances.max(axis=-1), rtol=1e-12)
    np.testing.assert_allclose(found.entropies, stats.entropy(chances, base=2, axis=-1), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("temperature", [0.0, 0.3, 1.0, 2.0])
def test_confidence_is_that_of_the_subject(temperature: float) -> None:
    logits = _logits(50)
    chances = apply_temperature(logits, temperature)
    found = confidence(logits, temperature)
    np.testing.assert_allclose(found.top, chances.max(axis=-1), rtol=1e-12)
    np.testing.assert_allclose(2**found.entropies, effective_choices(chances), rtol=1e-12)


def test_at_temperature_zero_the_model_is_certain() -> None:
    found = confidence(_logits(50), 0.0)
    assert (found.top == 1).all()
    assert (found.entropies == 0).all()


def test_a_tie_at_temperature_zero_is_shared() -> None:
    found = confidence(np.array([[2.0, 2.0, 0.0]]), 0.0)
    assert (found.top[0], found.entropies[0]) == (0.5, 1.0)


def test_confidence_over_no_character_is_empty() -> None:
    assert [len(part) for part in confidence(np.empty((0, 65)), 1.0)] == [0, 0]


@given(st.floats(0.4, 2.9), st.floats(0.01, 1.0))
def test_a_higher_temperature_is_less_sure(temperature: float, more: float) -> None:
    cold, hot = (confidence(_logits(20), value) for value in (temperature, temperature + more))
    assert (cold.top > hot.top).all()
    assert (cold.entropies < hot.entropies).all()


@given(st.lists(st.floats(0, 8), min_size=10, max_size=60))
def test_tenths_cover_every_value_once(given_values: list[float]) -> None:
    values = np.array(given_values)
    found = tenths(values)
    assert found is not None
    sizes = [len(part) for part in np.array_split(values, 10)]
    assert max(sizes) - min(sizes) <= 1
    assert float(np.dot(found, sizes)) == pytest.approx(values.sum())


@pytest.mark.parametrize("length", [0, 1, 9])
def test_fewer_than_ten_values_have_no_tenths(length: int) -> None:
    assert tenths(np.ones(length)) is None


def test_drift_is_the_last_tenth_less_the_first() -> None:
    values = np.repeat([1.0, *[5.0] * 8, 1.75], 7)
    found = measure("a" * 70, np.zeros(70), Confidence(np.ones(70), values), KNOWN)
    assert found.entropy_drift == 0.75


def test_as_many_numbers_as_characters_are_asked_for() -> None:
    with pytest.raises(ValueError, match=r"a text of 3 characters .* got \[2, 3\]"):
        measure("abc", np.zeros(2), Confidence(np.ones(3), np.ones(3)), KNOWN)


@pytest.mark.parametrize("text", ["", "speak", " we know the sun is up ", "We know't" + LOOP * 10])
def test_figures_come_back_as_measures(text: str) -> None:
    found = _measured(text, bits=1.5)
    kept = json.loads(json.dumps(figures(found)))
    assert tuple(kept) == COLUMNS
    assert figures(from_figures(kept)) == kept


def test_figures_have_five_decimals() -> None:
    assert figures(_measured("abcdefg", bits=1 / 3))["base_bits"] == 0.33333


def test_a_missing_figure_is_an_error() -> None:
    with pytest.raises(KeyError):
        from_figures(dict.fromkeys(COLUMNS[:-1], 0.0))


def test_every_summed_figure_is_a_number() -> None:
    found = _measured("We know't the sun" + LOOP * 10)
    assert all(math.isfinite(figure(found, name)) for name in SUMMED)
    assert figure(found, "loops") == 1.0
    assert figure(_measured("we"), "loops") == 0.0
    assert math.isnan(figure(_measured("we"), "word_share"))
    assert figure(found, "entropy_tenth_10") == 1.0
