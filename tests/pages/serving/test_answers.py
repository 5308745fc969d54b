"""The slider's texts are written in pieces, and only for whoever still wants them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.language_model.folder import ModelFolder
from components.language_model.sample import Drawn
from components.language_model.sampling import Sampler
from components.language_model.scene import Setting
from components.pages.serving import answers, models
from components.pages.serving.tasks import Queue, Task
from components.temperature.scale import TEMPERATURES

SETTING = Setting("Speak", TEMPERATURES, 20, 3, 0)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[Task[object]]:
    """Return the work as it is put into a queue, which the test runs itself."""
    tasks: list[Task[object]] = []
    monkeypatch.setattr(Queue, "put", lambda _, task: tasks.append(task))
    answers._at_the_slider.clear()
    return tasks


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the number of temperatures of each call that writes."""
    numbers: list[int] = []
    original = answers._written

    def write(network: ModelFolder, setting: Setting) -> list[Drawn]:
        if replace(setting, temperatures=TEMPERATURES) == SETTING:  # another test's work may still be running
            numbers.append(len(setting.temperatures))
        return original(network, setting)

    monkeypatch.setattr(answers, "_written", write)
    return numbers


def test_pieces_are_the_texts_of_one_call(small_folder: Path, waiting: list[Task[object]], pieces: list[int]) -> None:
    writing = answers._at_the_slider(ModelFolder.at(small_folder).network, SETTING)
    waiting[0].run()
    sampler: Sampler = models.present(ModelFolder.at(small_folder)).sampler
    expected = sampler.sample(sampler.read(SETTING.prompt), TEMPERATURES, SETTING.length, SETTING.seed, noise_start=0)
    texts = writing.future.result()
    assert sum(pieces) == len(TEMPERATURES)
    assert len(pieces) > 1
    assert [text.text for text in texts] == [sample.text for sample in expected]
    for text, sample in zip(texts, expected, strict=True):
        np.testing.assert_array_equal(text.tempered_log_probabilities, sample.scored().tempered_log_probabilities)


def test_it_stops_between_two_pieces(
    small_folder: Path, waiting: list[Task[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    written, original = [], answers._written
    writing = answers._at_the_slider(ModelFolder.at(small_folder).network, SETTING)

    def write(network: ModelFolder, setting: Setting) -> list[Drawn]:
        if replace(setting, temperatures=TEMPERATURES) == SETTING:
            written.append(setting)
            writing.stop()
        return original(network, setting)

    monkeypatch.setattr(answers, "_written", write)
    waiting[0].run()
    assert writing.state == "stopped"
    assert len(written) == 1


def test_what_was_stopped_is_begun_anew_when_it_is_wanted_again(
    small_folder: Path, waiting: list[Task[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    models.present(ModelFolder.at(small_folder))
    page = answers.Answers(ModelFolder.at(small_folder))
    first = page.write_at_the_slider(SETTING)
    assert first is not None
    assert page.write_at_the_slider(SETTING) is first
    first.stop()
    second = page.write_at_the_slider(SETTING)
    assert second is not None
    assert second is not first
    assert len(waiting) == 2
