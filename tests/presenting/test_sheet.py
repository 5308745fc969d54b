"""The sheet of a lesson: what is said to be seen is what is stored, worked out a second time from the files alone."""

import json
import re
from typing import Any

import numpy as np
import pytest
from scipy.special import softmax

from components.analysis import calibration_result, reference, sweep_results
from components.language_model import folder
from components.language_model.scene import Scene
from components.pages.parts.frame import _OPENINGS
from components.presenting import sheet
from components.presenting.sheet import Step, Stored
from components.words import Words
from components.words.languages import LANGUAGES

UNITS = {"en": "word", "zh": "pair"}


def _model(language: str) -> Any:
    return folder.available().get(_OPENINGS.get(language, ""), folder.DEFAULT_MODEL)


def _content(language: str, file: str) -> Any:
    return json.loads((_model(language) / file).read_text("utf-8"))


@pytest.fixture(scope="module", params=list(LANGUAGES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def words(language: str) -> Words:
    return LANGUAGES[language].of(UNITS[language])


@pytest.fixture(scope="module")
def steps(language: str, words: Words) -> list[Step]:
    model = _model(language)
    sweep = sweep_results.load(model).value
    return sheet.steps(
        words,
        Stored(
            folder.vocabulary(model).characters,
            Scene.load(model),
            sweep,
            sweep_results.summary(sweep),
            reference.load(model).value,
            calibration_result.load(model).value,
        ),
    )


@pytest.fixture(scope="module")
def logits(language: str) -> Any:
    return np.sort(np.array(_content(language, "scene.json")["logits"]))[::-1]


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


def test_every_question_has_its_answer_and_no_blank_is_left(steps: list[Step]) -> None:
    assert len({step.question for step in steps}) == 6
    for step in steps:
        assert step.question[-1] in "?？"
        assert step.seen
        assert "{" not in step.question + step.task + step.seen


def test_the_chances_are_those_of_the_scene(steps: list[Step], logits: Any) -> None:
    tops = {round(100 * softmax(logits / temperature)[0], 1) for temperature in (0.3, 1.0, 3.0)}
    assert tops <= set(_numbers(steps[0].seen))
    chances = softmax(logits)
    choices = float(np.exp(-(chances * np.log(chances)).sum()))
    expected = {round(100 * chances[0], 1), round(100 * (1 - chances[0]), 1), round(choices, 1)}
    assert expected <= set(_numbers(steps[1].seen))


def test_the_texts_part_where_it_says(steps: list[Step], language: str) -> None:
    samples = _content(language, "scene.json")["samples"]
    cool, warm = (
        next(s["text"] for s in samples if s["temperature"] == temperature and set(s) & {"top_k", "top_p"} == set())
        for temperature in (0.5, 1.0)
    )
    shared = next(at for at in range(len(cool)) if cool[: at + 1] != warm[: at + 1])
    assert shared in _numbers(steps[2].seen)
    assert f"“{cool[shared]}”" in steps[2].seen
    assert f"“{warm[shared]}”" in steps[2].seen


def test_the_shares_are_the_means_of_the_sweep(steps: list[Step], language: str) -> None:
    results = sweep_results.load(_model(language)).value
    columns, rows = sweep_results.table(results)
    of = {name: columns.index(name) for name in ("temperature", "word_share", "loop_period")}

    def at(name: str, temperature: float) -> list[Any]:
        return [row[of[name]] for row in rows if row[of["temperature"]] == temperature]

    cool, one, hot = (float(np.mean(at("word_share", temperature))) for temperature in (0.5, 1.0, 1.5))
    loops = float(np.mean([period is not None for period in at("loop_period", 0.0)]))
    assert {round(100 * value, 1) for value in (cool, one, hot, loops)} <= set(_numbers(steps[3].seen))
    assert cool > one > hot  # as the sentence has it


def test_the_best_temperatures_are_the_calibrations(steps: list[Step], language: str) -> None:
    content = _content(language, "calibration.json")
    found = [content[passage]["calibration"]["best"]["temperature"] for passage in ("held_out", "training")]
    assert {round(temperature, 2) for temperature in found} <= set(_numbers(steps[4].seen))


def test_top_p_keeps_the_proportions_and_t_does_not(steps: list[Step], logits: Any) -> None:
    kept = int(np.searchsorted(np.cumsum(softmax(logits)), 0.9)) + 1
    ratio = float(np.exp(logits[0] - logits[1]))
    assert {kept, len(logits), round(ratio, 1), round(ratio**2, 1)} <= set(_numbers(steps[5].seen))


def test_where_the_scene_has_no_such_texts_there_is_room_to_write(words: Words, language: str) -> None:
    model = _model(language)
    scene = Scene.load(model)
    sweep = sweep_results.load(model).value
    means, real = sweep_results.summary(sweep), reference.load(model).value
    of = Stored(
        folder.vocabulary(model).characters,
        Scene(scene.setting, scene.logits, ()),
        sweep,
        means,
        real,
        calibration_result.load(model).value,
    )
    assert [bool(step.seen) for step in sheet.steps(words, of)] == [True, True, False, True, True, True]
