"""A schedule in few words, and its text as the slider's own column."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.lexicon import Lexicon, Unit
from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.presenting.own_column import scheduled_text, slider_texts
from components.presenting.schedule import head, title
from components.temperature import Decoding
from components.temperature.schedule import Ramp, Schedule, Shape, WordPlace
from components.words.en import ENGLISH
from components.words.zh import CHINESE

NOTHING = Lexicon(Unit.WORD, frozenset())  # is known

FALLING = Ramp(1.5, 0.5, length=5)


def sample(text: str, schedule: Schedule) -> Sample:
    logs = np.full(len(text), -math.log(2))
    return Sample(text, Decoding(schedule), logs, logs)


@pytest.mark.parametrize(
    ("schedule", "english", "chinese"),
    [
        (Ramp(1.5, 0.5, 400), "1.5 → 0.5", "1.5 → 0.5"),
        (Ramp(0.0, 1.25, 400, Shape.COSINE), "0 → 1.25, cosine", "0 → 1.25，余弦"),
        (WordPlace(1.3, 0.4), "1.3 at starts, 0.4 inside", "词首 1.3，词内 0.4"),
    ],
)
def test_head(schedule: Schedule, english: str, chinese: str) -> None:
    assert head(schedule, ENGLISH) == title(schedule, ENGLISH) == english
    assert head(schedule, CHINESE) == title(schedule, CHINESE) == chinese


def test_two_schedules_that_differ_have_different_heads() -> None:
    schedules = [Ramp(1.5, 0.5, 400), Ramp(1.5, 0.5, 400, Shape.COSINE), Ramp(0.5, 1.5, 400), WordPlace(1.5, 0.5)]
    assert len({head(schedule, ENGLISH) for schedule in schedules}) == len(schedules)


def test_the_text_has_the_temperature_of_each_character_from_the_step_at_which_it_goes_on() -> None:
    shown = scheduled_text(sample("abc", FALLING), Setting("All", noise_start=1, schedule=FALLING), NOTHING, ENGLISH)
    assert shown.title == "1.5 → 0.5"
    assert shown.texts == ["abc"]
    assert shown.along == [1.25, 1.0, 0.75]
    assert shown.temperatures == [1.25]  # where the slider is held


@given(st.text(" a\n", min_size=1), st.text("a ", min_size=1))
def test_a_word_starts_after_white_space(text: str, prompt: str) -> None:
    schedule = WordPlace(1.3, 0.4)
    shown = scheduled_text(sample(text, schedule), Setting(prompt, schedule=schedule), NOTHING, ENGLISH)
    before = prompt[-1] + text
    assert shown.along == [1.3 if before[place].isspace() else 0.4 for place in range(len(text))]


def test_while_it_is_being_written_there_is_its_head() -> None:
    shown = scheduled_text(None, Setting(schedule=FALLING), NOTHING, ENGLISH)
    assert (shown.title, shown.texts, shown.along) == ("1.5 → 0.5", [], ())
    coming = slider_texts([], NOTHING, ENGLISH)
    assert (coming.title, coming.texts) == (ENGLISH.explore.slider_title, [])


def test_without_a_schedule_there_is_no_such_text() -> None:
    with pytest.raises(ValueError, match="no schedule"):
        scheduled_text(None, Setting(), NOTHING, ENGLISH)
