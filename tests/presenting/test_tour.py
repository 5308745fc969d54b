"""The steps of the guided start: what is right, and the numbers told, follow from what the page shows."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import softmax
from scipy.stats import entropy

from components.language_model.sample import Sample
from components.presenting import tour as tour_steps
from components.presenting.numbers import percent
from components.temperature import Decoding
from components.words.en import ENGLISH as WORDS

LOGITS = np.array([1.0, 3.0, 2.5, -1.0])
NAMES = ["a", "b", "space", "line break"]


def _sample(text: str, temperature: float, bits: float = 1.0) -> Sample:
    surprise = np.full(len(text), -bits * math.log(2))
    return Sample(text, Decoding(temperature), surprise, surprise)


@pytest.mark.parametrize("slider", [0.05, 0.3, 1.0, 2.0])
def test_falling_tells_what_the_bars_do(slider: float) -> None:
    step = tour_steps.falling(WORDS, NAMES, LOGITS, slider)
    low = min(slider, tour_steps.LOW)
    assert step.seen == (slider <= tour_steps.LOW)
    assert f"At T = {low:g} the tallest bar, “b”, stands at {percent(softmax(LOGITS / low).max())}" in step.told
    assert f"at T = 1 it was {percent(softmax(LOGITS).max())}" in step.told
    assert f"among {math.exp(entropy(softmax(LOGITS))):.1f} equally likely" in step.told
    assert f"now among {math.exp(entropy(softmax(LOGITS / low))):.1f}." in step.told
    assert step.options[step.right] == WORDS.tour.fall_options[1]


@given(st.integers(0, 1000), st.integers(2, 8))
def test_the_text_is_that_of_the_right_temperature(seed: int, count: int) -> None:
    samples = [_sample(f"text {place} " * 40, place / 2, bits=1 + place) for place in range(count)]
    step = tour_steps.made(WORDS, samples, seed)
    assert step.excerpt == samples[step.right].text[: tour_steps.EXCERPT]
    assert step.options[step.right] == f"T = {samples[step.right].temperature:g}"
    assert f"surprise of {1 + step.right:.2f} bits" in step.told
    assert f"T = {samples[step.right].temperature:g} as one" not in step.told  # it is compared with another


@pytest.mark.parametrize(("shared", "right"), [(0, 0), (4, 0), (5, 1), (19, 1), (20, 2), (79, 2), (80, 3), (200, 3)])
def test_how_far_two_texts_run_along(shared: int, right: int) -> None:
    cool, warm = _sample("x" * shared + "a" + "y" * 50, 0.5), _sample("x" * shared + "b" + "y" * 50, 1.0)
    step = tour_steps.parted(WORDS, {"a": "a", "b": "space", "x": "x", "y": "y"}, cool, warm)
    assert step.right == right
    assert f"share: {shared}." in step.told
    assert "T = 0.5 goes on with “a”" in step.told
    assert "T = 1 with “space”" in step.told


def test_texts_that_never_part_are_told() -> None:
    step = tour_steps.parted(WORDS, {}, _sample("x" * 100, 0.5), _sample("x" * 100, 1.0))
    assert step.right == 3
    assert "never part" in step.told


@pytest.mark.parametrize(("slider", "moved", "seen"), [(1, False, False), (1, True, True), (0.95, True, False)])
def test_trained_is_seen_when_the_slider_came_to_one(slider: float, moved: bool, seen: bool) -> None:
    step = tour_steps.trained(WORDS, NAMES, LOGITS, slider, moved=moved)
    assert step.seen == seen
    assert f"“b” has {percent(softmax(LOGITS).max())}" in step.told


@pytest.mark.parametrize(("slider", "seen"), [(1.0, False), (2.95, False), (3.0, True)])
def test_hot_tells_what_the_chances_approach(slider: float, seen: bool) -> None:
    step = tour_steps.hot(WORDS, LOGITS, slider)
    assert step.seen == seen
    assert step.options[step.right] == WORDS.tour.hot_options[2]
    assert f"choosing among {math.exp(entropy(softmax(LOGITS / 3))):.1f} equally likely" in step.told
    assert f"at T = 1 among {math.exp(entropy(softmax(LOGITS))):.1f}." in step.told
    assert f"1 in 4, {percent(0.25)}" in step.told


def test_questions_about_the_texts_hide_them() -> None:
    samples = [_sample("one" * 60, 0.5), _sample("two" * 60, 1.0)]
    called = {character: character for character in "onetw"}
    asked = [tour_steps.made(WORDS, samples, 1), tour_steps.parted(WORDS, called, *samples)]
    assert [step.hides for step in asked] == [WORDS.tour.tour_hides] * 2
    assert tour_steps.falling(WORDS, NAMES, LOGITS, 1).hides == tour_steps.hot(WORDS, LOGITS, 1).hides == ""
