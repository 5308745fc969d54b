"""A schedule in a link: what it means, what is mended, and that it comes back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model.vocabulary import Vocabulary
from components.pages.visit.schedule import KINDS, SCHEDULE, STAYS, WORD, Choice, offered
from components.temperature.scale import HIGHEST
from components.temperature.schedule import Ramp, Shape, WordPlace

HUNDREDTHS = st.integers(0, round(100 * HIGHEST)).map(lambda hundredths: hundredths / 100)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("linear_1.5_0.5", Ramp(1.5, 0.5, 400)),
        ("cosine_0_3", Ramp(0.0, 3.0, 400, Shape.COSINE)),
        ("word_1.3_0.4", WordPlace(1.3, 0.4)),
    ],
)
def test_a_link_means_a_schedule(text: str, schedule: Ramp | WordPlace) -> None:
    choice = SCHEDULE.parse(text)
    assert choice is not None
    assert choice.over(400) == schedule


@pytest.mark.parametrize(
    "text",
    [
        *("", "linear", "linear_1.5", "linear_1.5_", "linear_1.5_nan", "linear_inf_1", "linear_1_2_3", "word__1"),
        *("stays_1_2", "square_1.5_0.5", "LINEAR_1_2", "linear 1 2", "_1_2", "linear_hot_cold"),
    ],
)
def test_what_has_no_end_or_no_numbers_or_an_unknown_kind_means_nothing(text: str) -> None:
    assert SCHEDULE.parse(text) is None


def test_what_is_out_of_range_is_brought_to_its_nearest_end() -> None:
    assert SCHEDULE.nearest(Choice("linear", -1.0, 9.0)) == Choice("linear", 0.0, 3.0)
    assert SCHEDULE.write(SCHEDULE.nearest(Choice("word", -0.0, 1.23456))) == "word_0_1.23"


@given(st.sampled_from(KINDS[1:]), HUNDREDTHS, HUNDREDTHS)
def test_what_is_written_is_read_again(kind: str, first: float, second: float) -> None:
    choice = Choice(kind, first, second)
    assert SCHEDULE.nearest(choice) == choice
    assert SCHEDULE.parse(SCHEDULE.write(choice)) == choice


def test_a_network_without_spaces_is_offered_no_place_in_the_word() -> None:
    assert WORD in offered(Vocabulary(["\n", " ", "a"]))
    assert offered(Vocabulary(["\n", "甲", "乙"])) == tuple(kind for kind in KINDS if kind != WORD)


def test_where_t_stays_there_is_no_schedule() -> None:
    assert Choice().kind == STAYS
    assert Choice().over(400) is None
