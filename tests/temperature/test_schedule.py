"""Schedules: the temperature of every step, however it is asked for."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.temperature.schedule import (
    Ramp,
    Shape,
    Temperature,
    WordPlace,
    starts_word,
    temperature_at,
    temperature_table,
    temperatures_along,
)

some_temperature = st.floats(0, 5)
ramps = st.builds(Ramp, some_temperature, some_temperature, st.integers(1, 50), st.sampled_from(Shape))
temperatures = some_temperature | ramps | st.builds(WordPlace, some_temperature, some_temperature)


@given(ramps)
def test_a_ramp_goes_from_start_to_end_one_way_and_stays(ramp: Ramp) -> None:
    along = [ramp.at(step) for step in range(ramp.length + 3)]
    assert along[0] == ramp.start
    steps = np.diff(along) * (1 if ramp.end >= ramp.start else -1)
    assert (steps >= -1e-12).all()
    if ramp.length > 1:
        assert along[ramp.length - 1 :] == [ramp.end] * 4


@given(ramps)
def test_a_ramp_is_where_it_should_be_at_half_way(ramp: Ramp) -> None:
    middle = [ramp.at(step) + ramp.at(ramp.length - 1 - step) for step in range(ramp.length)]
    expected = ramp.start + ramp.end if ramp.length > 1 else 2 * ramp.start
    np.testing.assert_allclose(middle, expected, rtol=1e-12, atol=1e-12)


def test_linear_and_cosine_part_between_the_ends() -> None:
    linear, cosine = (Ramp(2, 0, 101, shape) for shape in Shape)
    assert linear.at(25) == 1.5
    assert cosine.at(25) == pytest.approx(1 + math.cos(math.pi / 4))


@given(temperatures, st.text("ab \n\u3000", max_size=20), st.text("a ", max_size=2), st.integers(0, 30))
def test_table_and_text_agree_with_the_steps(value: Temperature, text: str, before: str, first: int) -> None:
    along = temperatures_along(value, text, before, first)
    table = temperature_table(value, range(first, first + len(text)))
    assert table.shape == (len(text), 2)
    whole = before + text
    for place in range(len(text)):
        start = starts_word(whole[: len(before) + place][-1:])
        expected = temperature_at(value, first + place, word_start=start)
        assert along[place] == table[place, int(start)] == expected


def test_the_first_letter_is_hot_and_the_space_before_it_is_not() -> None:
    assert temperatures_along(WordPlace(1.3, 0.4), "To be").tolist() == [1.3, 0.4, 0.4, 1.3, 0.4]


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda: Ramp(-1, 0, 5), "temperature must be finite and 0 or more, got -1.0"),
        (lambda: Ramp(1, math.inf, 5), "temperature must be finite and 0 or more, got inf"),
        (lambda: WordPlace(1, math.nan), "temperature must be finite and 0 or more, got nan"),
        (lambda: Ramp(1, 2, 0), "length must be a whole number of 1 or more, got 0: a schedule needs an end"),
        (lambda: Ramp(1, 2, math.inf), "length must be a whole number of 1 or more, got inf"),  # type: ignore[arg-type]
        (lambda: Ramp(1, 2, 5, "square"), "'square' is not a valid Shape"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_schedule_is_refused(build: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        build()


def test_equal_schedules_are_the_same_key() -> None:
    assert len({Ramp(2, 1, 5), Ramp(2.0, 1.0, 5, Shape.LINEAR), Ramp(2, 1, 5, Shape("linear"))}) == 1
