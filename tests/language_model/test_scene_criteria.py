"""What a first scene is to show: each criterion, their order, and lines as a browser breaks them."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language_model import scene_criteria
from components.language_model.scene_criteria import (
    APART,
    LEAST_LIKELY,
    LEAST_LINES,
    PARTING,
    SEEDS,
    Effort,
    Findings,
    bare,
    lines,
    parting_shortfall,
    partings,
    unfit_words,
)

MET = Findings(top=0.5, likely=LEAST_LIKELY, cold_top=0.96, partings=(15, 40, 60), lines=LEAST_LINES)
MISSED = {  # each wholly or nearly so, the most important first
    "no unfit word": {"unfit": 9},
    "first lines": {"bare": 4},
    "neighbouring columns": {"partings": (None, None, None)},
    "most likely character at T = 1": {"top": 1.0},
    "most likely character at T = 0.2": {"cold_top": 0.01},
    "at least 6 characters": {"likely": 0},
    "at least 16 lines": {"lines": 0},
}


def test_what_meets_everything_falls_short_of_nothing() -> None:
    assert MET.shortfall == 0
    assert all(line.startswith("met ") for line in MET.report())


@pytest.mark.parametrize(("name", "change"), MISSED.items())
def test_each_criterion_is_missed_alone(name: str, change: dict[str, object]) -> None:
    (missed,) = (criterion for criterion in replace(MET, **change).criteria if criterion.shortfall)
    assert missed.name.startswith(name)
    assert 0 < missed.shortfall <= 1


def test_a_criterion_that_is_missed_weighs_more_than_all_after_it() -> None:
    weights = [2.0**-place for place in range(len(MISSED))]
    for place, weight in enumerate(weights):
        assert weight > sum(weights[place + 1 :])
    order = [replace(MET, **change).shortfall for change in MISSED.values()]
    for place, (ours, criterion) in enumerate(zip(order, MET.criteria, strict=True)):
        shortfall = replace(MET, **list(MISSED.values())[place]).criteria[place].shortfall
        assert ours == pytest.approx(weights[place] * shortfall), criterion.name


@given(st.lists(st.one_of(st.none(), st.integers(0, 399)), min_size=1, max_size=4))
def test_places_of_parting_fall_short_only_where_one_is_outside_or_beside_another(places: list[int | None]) -> None:
    shortfall = parting_shortfall(places)
    fine = all(place in PARTING for place in places) and all(
        abs(one - other) >= APART  # type: ignore[operator]
        for (i, one), (j, other) in product(enumerate(places), repeat=2)
        if i < j
    )
    assert (shortfall == 0) == fine
    assert 0 <= shortfall <= 1


def test_the_nearer_a_parting_the_less_it_falls_short() -> None:
    shortfalls = [parting_shortfall([place]) for place in range(16)]
    assert shortfalls == sorted(shortfalls, reverse=True)
    assert parting_shortfall([61]) < parting_shortfall([70]) < parting_shortfall([None])


def test_columns_part_where_their_characters_differ() -> None:
    assert partings(["abcd", "abcd", "abxd", "abxy"]) == (None, 2, 3)


def test_a_prediction_is_measured_at_its_temperatures() -> None:
    chances = np.array([0.5, 0.2, 0.1, 0.1, 0.04, 0.04, 0.02])
    found = scene_criteria.of_prediction(np.log(chances).astype(np.float32))
    assert found.top == pytest.approx(0.5)
    assert found.likely == 6
    assert found.cold_top == pytest.approx(0.5**5 / (chances**5).sum(), rel=1e-5)


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("", 35, 1),
        ("\n", 35, 2),
        ("a" * 35, 35, 1),
        ("a" * 36, 35, 2),
        ("aa bb cc", 5, 2),
        ("aa bb    cc", 5, 2),  # spaces at the end of a line take no room
        ("aa-bb-cc", 5, 2),  # "aa-" and "bb-cc"
        ("aaaa bbbbbbb", 5, 3),  # the word is longer than a line
        ("a" * 10 + " b", 5, 3),
        ("春风" * 10, 10, 4),  # two places a sign
        ("春 风", 5, 1),
    ],
)
def test_lines_are_broken_as_a_browser_does(text: str, width: int, count: int) -> None:
    assert lines(text, width) == count


@given(st.text("ab -\n", max_size=200), st.integers(1, 40))
def test_a_narrower_column_never_has_fewer_lines(text: str, width: int) -> None:
    assert lines(text, width) >= lines(text, width + 1) >= text.count("\n") + 1


def test_bare_lines_and_unfit_words_are_seen() -> None:
    assert bare("")
    assert bare("...'\nSpeak")
    assert not bare("7.")
    assert not bare("é")
    assert unfit_words("Bastardy! He rapes; drapes, grapes and a mishit.") == 2


def test_rounds_try_other_seeds_each() -> None:
    seeds = [seed for some in Effort(rounds=3).seeds() for seed in some]
    assert seeds == list(range(1, 3 * SEEDS + 1))


@pytest.mark.parametrize(("prompts", "rounds"), [(0, 1), (1, -1)])
def test_an_effort_of_nothing_is_named(prompts: int, rounds: int) -> None:
    with pytest.raises(ValueError, match=f"got {prompts} prompts and {rounds} rounds"):
        Effort(prompts, rounds)
