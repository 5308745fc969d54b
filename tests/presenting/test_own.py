"""A network of a visitor's own, in words: every refusal has its sentence, and numbers are what was measured."""

from dataclasses import replace

import pytest

from components.own import refusal
from components.own.progress import LEAST_PREDICTIONS, PHASES, Best, Point, Progress
from components.own.wish import LONGEST, SHORTEST
from components.presenting import own
from components.words import Words
from components.words.languages import LANGUAGES

LANGUAGE = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)


@LANGUAGE
@pytest.mark.parametrize("name", refusal.NAMES)
def test_every_refusal_is_said_with_all_its_values(words: Words, name: str) -> None:
    values = {blank: f"<{blank}>" for blank in refusal.NAMES[name]}
    said = own.refusal(name, values, words)
    assert all(value in said for value in values.values())
    assert "{" not in said


@LANGUAGE
@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_is_said(words: Words, phase: str) -> None:
    assert own.standing(Progress(phase=phase, of_seconds=60.0), words)  # type: ignore[arg-type]


@LANGUAGE
def test_what_was_interrupted_says_so_until_it_goes_on(words: Words) -> None:
    interrupted = Progress("beginning", 65.0, 180.0, [Point(65.0, 4.2, 2.1, 2.3)])
    assert own.standing(interrupted, words) == words.own.resuming.format(done="1:05")
    assert own.standing(Progress("beginning"), words) == words.own.beginning


@LANGUAGE
def test_a_long_text_of_which_little_was_read_in_the_time(words: Words) -> None:
    said = own.standing(Progress("training", 62.7, 60.0, [Point(40.0, 0.036, 3.7, 3.4)]), words)
    assert "0.04" in said
    assert "1:03" not in said


@LANGUAGE
def test_the_pages_sentences_can_be_learned(words: Words) -> None:
    assert SHORTEST < len(own.page_text(words)) < LONGEST


@LANGUAGE
def test_the_best_temperature_is_not_said_where_it_would_be_chance(words: Words) -> None:
    found = Progress("training", predictions=LEAST_PREDICTIONS, best=Best(0.873, 0.021))
    assert "0.87" in own.best(found, words)
    assert "0.02" in own.best(found, words)
    assert "4,000" in own.best(replace(found, predictions=LEAST_PREDICTIONS - 1, best=None), words)
    sharp = own.best(replace(found, best=Best(0.8634, 0.0031)), words)
    assert "0.863" in sharp
    assert "0.003" in sharp  # an error of nothing would be wrong
    assert own.best(Progress(), words) == words.own.best_to_come
    assert own.best(replace(found, phase="done", best=None), words) == ""
