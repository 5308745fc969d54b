"""A decoding: what it accepts, and when two are the same."""

import math
from typing import Any

import pytest

from components.temperature import Decoding
from components.temperature.schedule import Ramp, WordPlace


@pytest.mark.parametrize(
    ("field", "wrong", "sentence"),
    [
        ("temperature", -0.5, "temperature must be finite and 0 or more, got -0.5: 0 always takes"),
        ("temperature", math.nan, "temperature must be finite and 0 or more, got nan"),
        ("temperature", math.inf, "temperature must be finite and 0 or more, got inf"),
        ("top_k", 0, "top_k must be a whole number of 1 or more, got 0: 1 keeps"),
        ("top_k", -3, "top_k must be a whole number of 1 or more, got -3"),
        ("top_k", 2.5, "top_k must be a whole number of 1 or more, got 2.5"),
        ("top_k", True, "top_k must be a whole number of 1 or more, got True"),
        ("top_k", math.nan, "top_k must be a whole number of 1 or more, got nan"),
        ("top_k", math.inf, "top_k must be a whole number of 1 or more, got inf"),
        ("top_p", -0.1, "top_p must be from 0 to 1, got -0.1: 0 keeps"),
        ("top_p", 1.1, "top_p must be from 0 to 1, got 1.1"),
        ("top_p", math.nan, "top_p must be from 0 to 1, got nan"),
        ("min_p", -0.1, "min_p must be from 0 to 1, got -0.1: 0 cuts nothing"),
        ("min_p", 1.1, "min_p must be from 0 to 1, got 1.1"),
        ("min_p", math.nan, "min_p must be from 0 to 1, got nan"),
        ("top_nsigma", 0.0, "top_nsigma must be finite and above 0, got 0.0: it is a number of standard"),
        ("top_nsigma", -1.0, "top_nsigma must be finite and above 0, got -1.0"),
        ("top_nsigma", math.nan, "top_nsigma must be finite and above 0, got nan"),
        ("top_nsigma", math.inf, "top_nsigma must be finite and above 0, got inf"),
    ],
)
def test_what_is_out_of_range_is_named_with_a_remedy(field: str, wrong: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}"):
        Decoding(**{field: wrong})


@pytest.mark.parametrize(
    "decoding",
    [Decoding(0.5), Decoding(top_p=1.0), Decoding(min_p=0.0), Decoding(cut_first=True), Decoding(Ramp(2, 1, 9))],
)
def test_neutral_values_are_no_cut(decoding: Decoding) -> None:
    assert not decoding.has_cut


@pytest.mark.parametrize("cut", [{"top_k": 3}, {"top_p": 0.0}, {"top_p": 0.9}, {"min_p": 0.1}, {"top_nsigma": 1.0}])
def test_anything_else_is_one(cut: dict[str, Any]) -> None:
    decoding = Decoding(**cut)
    assert decoding.has_cut
    assert decoding.canonical(65) == decoding


def test_a_schedule_has_a_highest_temperature_and_no_fixed_one() -> None:
    assert Decoding(0.7).fixed_temperature == Decoding(0.7).highest_temperature == 0.7
    for schedule, highest in ((Ramp(0.5, 2, 9), 2.0), (Ramp(2, 0.5, 9), 2.0), (WordPlace(0.4, 1.3), 1.3)):
        assert Decoding(schedule).highest_temperature == highest
        with pytest.raises(ValueError, match="one temperature of all steps is needed, got"):
            Decoding(schedule).fixed_temperature  # noqa: B018


def test_the_same_values_are_the_same_key() -> None:
    assert len({Decoding(1, top_k=3), Decoding(1.0, 3), Decoding(-0.0), Decoding(0)}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Decoding(top_k=65), Decoding()),
        (Decoding(top_k=64), Decoding(top_k=64)),
        (Decoding(top_p=1, min_p=0, cut_first=True), Decoding()),
        (Decoding(top_k=3, top_nsigma=1, cut_first=True), Decoding(top_k=3, top_nsigma=1)),
        (Decoding(min_p=0.1, cut_first=True), Decoding(min_p=0.1, cut_first=True)),
        (Decoding(Ramp(0.5, 0.5, 100)), Decoding(0.5)),
        (Decoding(Ramp(0.5, 2, 1)), Decoding(0.5)),
        (Decoding(WordPlace(0.7, 0.7)), Decoding(0.7)),
        (Decoding(WordPlace(0.7, 0.8)), Decoding(WordPlace(0.7, 0.8))),
    ],
)
def test_what_has_no_effect_is_left_out(one: Decoding, other: Decoding) -> None:
    assert one.canonical(65) == other
    assert hash(one.canonical(65)) == hash(other)
