"""The first scene: what is stored is what the model gives, and what is damaged is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.language_model import checksums, folder
from components.language_model.folder import ModelError
from components.language_model.loading import Model
from components.language_model.sampling import Sampler
from components.language_model.scene import Scene, Setting
from components.language_model.scene_search import make_scene
from components.temperature import Decoding
from components.temperature.scale import TEMPERATURES
from components.temperature.schedule import Ramp, Schedule, Shape, WordPlace

FolderCopy = Callable[[], Path]
SETTING = Setting("All:\nSpeak", (0.25, 1.0, 1.7), 60, seed=3, noise_start=4)


@pytest.fixture(scope="module")
def scene(sampler: Sampler) -> Scene:
    return make_scene(sampler, SETTING, "a hash")


def test_every_place_of_the_slider_has_its_text(scene: Scene, sampler: Sampler) -> None:
    assert [text.temperature for text in scene.texts] == list(TEMPERATURES)
    drawn = sampler.sample(SETTING.prompt, TEMPERATURES, 60, seed=3, noise_start=4)
    assert [text.text for text in scene.texts] == [text.text for text in drawn]


def test_a_temperature_between_those_of_the_slider_has_its_text_too(sampler: Sampler) -> None:
    scene = make_scene(sampler, Setting("All:\n", (0.33, 1.0), 10), "a hash")
    assert [text.temperature for text in scene.texts] == sorted([0.33, *TEMPERATURES])


def test_texts_are_had_by_their_temperatures(scene: Scene) -> None:
    one = scene.sample(1.0)
    assert one is not None
    assert one.temperature == 1.0
    assert scene.sample(0.33) is None
    assert scene.samples([1.7, 1.0]) == [scene.sample(1.7), one]
    assert scene.samples([1.0, 0.33]) is None
    assert scene.samples([]) == []


def test_what_is_saved_is_read_again(scene: Scene, folder_copy: FolderCopy) -> None:
    path = folder_copy()
    scene.save(path / folder.SCENE)
    again = Scene.load(path)
    assert (again.setting, again.network_sha256) == (SETTING, "a hash")
    assert np.array_equal(again.logits, scene.logits)
    for ours, theirs in zip(again.texts, scene.texts, strict=True):
        assert (ours.text, ours.temperature) == (theirs.text, theirs.temperature)
        for name in ("base_log_probabilities", "tempered_log_probabilities"):
            np.testing.assert_allclose(getattr(ours, name), getattr(theirs, name), atol=5.001e-4)


@pytest.mark.parametrize("schedule", [Ramp(1.5, 0.5, 30, Shape.COSINE), WordPlace(1.3, 0.4)])
def test_a_scene_carries_its_cut_its_uncut_twins_and_its_schedule(
    sampler: Sampler, folder_copy: FolderCopy, schedule: Schedule
) -> None:
    cut = Decoding(min_p=0.1, top_k=7, cut_first=True)
    setting = replace(SETTING, cut=cut, schedule=schedule)
    path = folder_copy()
    make_scene(sampler, setting, "a hash").save(path / folder.SCENE)
    again = Scene.load(path)
    assert again.setting == setting
    for wanted in (setting, setting.uncut, setting.scheduled, setting.uncut.scheduled):
        drawn = sampler.sample(wanted.prompt, wanted.decodings, 60, seed=3, noise_start=4)
        stored = again.samples(wanted.decodings)
        assert stored is not None
        assert [text.text for text in stored] == [text.text for text in drawn]
    assert again.sample(schedule) is not None
    assert again.sample(replace(cut, temperature=0.25)) != again.sample(0.25)


def test_the_next_temperature_is_that_of_the_first_step_to_come() -> None:
    assert SETTING.next_temperature is None
    falling = replace(SETTING, schedule=Ramp(1.5, 0.5, 5), noise_start=1)
    assert falling.next_temperature == 1.25
    place = WordPlace(1.3, 0.4)
    found = [replace(SETTING, prompt=prompt, schedule=place).next_temperature for prompt in ("All: ", "All:\n", "All")]
    assert found == [1.3, 1.3, 0.4]
    assert falling.constant.decodings == SETTING.decodings
    assert falling.scheduled.decodings == falling.decodings[-1:]


def test_a_file_from_before_noise_had_a_start_is_read(scene: Scene, folder_copy: FolderCopy) -> None:
    path = folder_copy()
    scene.save(path / folder.SCENE)
    content = json.loads((path / folder.SCENE).read_text("utf-8"))
    del content["network_sha256"], content["setting"]["noise_start"]
    content["samples"] = content["samples"][5:6]
    checksums.write(path / folder.SCENE, json.dumps(content))
    again = Scene.load(path)
    assert (again.setting.noise_start, again.network_sha256) == (0, "")
    assert [text.text for text in again.texts] == [scene.texts[5].text]


def test_a_scene_of_another_vocabulary_is_seen(folder_copy: FolderCopy) -> None:
    path = folder_copy()
    checksums.write(path / folder.VOCABULARY, '["a", "b"]')
    with pytest.raises(ModelError, match=r"scene\.json is damaged"):
        Scene.load(path)


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"setting": 3}'])
def test_a_bad_scene_is_named(folder_copy: FolderCopy, content: bytes | None) -> None:
    path = folder_copy()
    if content is None:
        (path / folder.SCENE).unlink()
    else:
        (path / folder.SCENE).write_bytes(content)
    with pytest.raises(ModelError, match=r"scene\.json is (missing|damaged)"):
        Scene.load(path)


def test_a_folder_that_training_wrote_has_a_scene_of_its_weights(small_folder: Path) -> None:
    assert Scene.load(small_folder).network_sha256 == folder.record(small_folder)["network_sha256"]


def test_the_stored_scene_is_what_the_model_gives(shipped: Model) -> None:
    stored = Scene.load(folder.DEFAULT_MODEL)
    made = make_scene(shipped.sampler, stored.setting, stored.network_sha256)
    assert stored.setting == made.setting
    assert stored.logits == pytest.approx(made.logits, abs=1e-4)
    for ours, theirs in zip(stored.texts, made.texts, strict=True):
        assert ours.text == theirs.text
        assert ours.temperature == theirs.temperature
        assert ours.base_log_probabilities == pytest.approx(theirs.base_log_probabilities, abs=1e-3)
        assert ours.tempered_log_probabilities == pytest.approx(theirs.tempered_log_probabilities, abs=1e-3)


def test_a_new_setting_begins_as_the_default_model_does() -> None:
    assert Scene.load(folder.DEFAULT_MODEL).setting == Setting()
