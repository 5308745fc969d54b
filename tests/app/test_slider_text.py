"""The slider's own column: the sampler's own, for every temperature once a hand is at it; stored for the first."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.language_model.scene import Scene
from components.pages.serving import answers, models
from components.pages.serving.tasks import Task
from components.temperature.scale import TEMPERATURES
from tests.app.reading import components, run

PROMPT = "All:\nSpeak"
LENGTH = answers.LONGEST_AT_THE_SLIDER


def _slider(app: AppTest) -> dict[str, Any]:
    (shown,) = [given["slider"] for given in components(app) if "slider" in given]
    return dict(shown)


def _wait(app: AppTest) -> None:
    for writing in app.session_state["slider texts"]:
        writing.future.result(timeout=60)


@pytest.fixture
def written(app: AppTest, hand: None) -> AppTest:
    """Return the page when the texts are there."""
    app.query_params["prompt"] = PROMPT.replace("\n", "⏎")
    app.query_params["seed"] = "3"
    run(app)
    _wait(app)
    return run(app)


class Idle:
    """A queue whose work never begins."""

    def __init__(self) -> None:
        self.waiting: list[Task[Any]] = []

    def put(self, task: Task[Any]) -> None:
        self.waiting.append(task)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Idle:
    thread = Idle()
    monkeypatch.setattr(answers, "_background", lambda: thread)
    return thread


@pytest.mark.parametrize(("resting", "place"), [("0.5", 0.5), ("0.72", 0.7)])
def test_until_a_hand_comes_only_the_text_is_there_that_the_slider_rests_at(
    app: AppTest, idle: Idle, small_model: Model, resting: str, place: float
) -> None:
    app.query_params.update({"prompt": "Speak", "seed": "3", "T": resting})
    run(app)
    (expected,) = small_model.sampler.sample("Speak", [place], LENGTH, seed=3)
    shown = _slider(app)
    assert idle.waiting == []
    assert (shown["temperatures"], shown["texts"], shown["whole"]) == ([place], [expected.text], False)


@pytest.mark.usefixtures("hand")
def test_nothing_waits_for_the_others(app: AppTest, idle: Idle) -> None:
    app.query_params["prompt"] = "Speak"
    run(app)
    assert len(idle.waiting) == 1
    assert (len(_slider(app)["texts"]), _slider(app)["whole"]) == (1, False)


@pytest.mark.usefixtures("idle")
def test_those_of_the_first_scene_are_there_without_the_model(
    app: AppTest, small_folder: Path, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)
    run(app)
    shown, scene = _slider(app), Scene.load(small_folder)
    assert shown["whole"]
    assert shown["temperatures"] == list(TEMPERATURES)
    assert shown["texts"] == [text.text for text in scene.samples(TEMPERATURES) or []]


def test_every_place_of_the_slider_has_its_text(written: AppTest, small_model: Model) -> None:
    shown = _slider(written)
    expected = small_model.sampler.sample(PROMPT, TEMPERATURES, LENGTH, seed=3)
    assert shown["temperatures"] == list(TEMPERATURES)
    assert shown["texts"] == [sample.text for sample in expected]
    assert [len(digits) for digits in shown["levels"]] == [LENGTH] * len(TEMPERATURES)


def test_another_prompt_takes_them_away_until_the_new_ones_are_there(written: AppTest) -> None:
    before = _slider(written)["texts"]
    written.text_input(key="prompt").set_value("Speak")
    run(written)
    if not _slider(written)["whole"]:  # they have not been quicker than the page
        _wait(written)
        run(written)
    assert len(_slider(written)["texts"]) == len(TEMPERATURES)
    assert _slider(written)["texts"] != before


@pytest.mark.usefixtures("hand")
def test_what_nobody_looks_at_any_more_is_not_written(app: AppTest, idle: Idle) -> None:
    app.query_params["prompt"] = "All:"
    run(app)
    app.text_input(key="prompt").set_value("Speak")
    run(app)
    assert [task.future.cancelled() for task in idle.waiting] == [True, False]


@pytest.mark.usefixtures("hand")
@pytest.mark.parametrize("length", ["50", "1000"])
def test_its_length_follows_up_to_a_bound(app: AppTest, length: str) -> None:
    app.query_params["length"] = length
    run(app)
    _wait(app)
    run(app)
    assert {len(text) for text in _slider(app)["texts"]} == {min(int(length), LENGTH)}


def test_a_shorter_text_is_the_beginning_of_the_stored_one(app: AppTest, small_folder: Path) -> None:
    scene = Scene.load(small_folder)
    run(app)
    app.slider(key="length").set_value(50)
    run(app)
    assert _slider(app)["texts"] == [text.text[:50] for text in scene.samples(TEMPERATURES) or []]
