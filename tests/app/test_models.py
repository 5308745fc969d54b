"""The model behind the page: not there yet, missing, damaged, mended."""

import json
import re
import shutil
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.language_model import checksums, folder
from components.language_model.folder import ModelError, ModelFolder
from components.language_model.scene import Setting
from components.pages.parts import failure_view
from components.pages.parts.frame import CHOICE
from components.pages.serving import models
from components.presenting.prompt_text import shown
from components.words.en import ENGLISH as WORDS
from components.words.languages import LANGUAGES
from tests.app.conftest import APP, NOWHERE
from tests.app.reading import columns, rows, run, seen


@pytest.mark.parametrize("name", [folder.VOCABULARY, folder.WORDS, folder.SCENE])
def test_a_missing_file_is_one_sentence(
    app: AppTest, small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    broken = Path(shutil.copytree(small_folder, tmp_path / "shakespeare"))
    (broken / name).unlink()
    monkeypatch.setattr(folder, "DEFAULT_MODEL", broken)
    run(app)
    assert len(app.error) == 1
    said = re.sub(r"\\(.)", r"\1", app.error[0].value)
    assert f"The file {name} of the network “shakespeare” is missing." in said
    made = "first_scene --model shakespeare" if name == folder.SCENE else "training --corpus FILE"
    assert f"python -m components.language_model.{made}" in said


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("name", [folder.NETWORK, folder.TRAINING])
def test_weights_that_cannot_be_used_are_one_sentence(
    folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, late: bool, name: str
) -> None:
    broken = folder_copy()
    (broken / name).write_bytes(b"not what it was")
    monkeypatch.setattr(folder, "DEFAULT_MODEL", broken)
    monkeypatch.setattr("components.language_model.loading.prepare_to_serve", lambda: None)
    app = AppTest.from_file(str(APP), default_timeout=60)
    if late:  # the page is there first, with the stored scene
        run(app)
    models.begin(ModelFolder.at(broken)).future.exception(timeout=60)
    for _ in range(3):  # and the sentence stays
        run(app)
        assert len(app.error) == 1
        assert f"The file {name.replace('.', chr(92) + '.')} of the network" in app.error[0].value


def test_weights_that_were_mended_are_loaded(folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder_copy()
    whole = (path / folder.NETWORK).read_bytes()
    (path / folder.NETWORK).write_bytes(b"broken")
    monkeypatch.setattr("components.language_model.loading.prepare_to_serve", lambda: None)
    models.begin(ModelFolder.at(path)).future.exception(timeout=60)
    with pytest.raises(ModelError):
        models.load_soon(ModelFolder.at(path))
    (path / folder.NETWORK).write_bytes(whole)
    assert models.load_soon(ModelFolder.at(path)) is None  # begun anew
    assert models.present(ModelFolder.at(path)).name == "small"


def test_until_the_model_is_there_the_stored_scene_is_shown(
    app: AppTest, coming: models.Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "begin", lambda model: coming)
    run(app)
    assert rows(app)
    assert len(columns(app)) == 4
    assert WORDS.frame.model_coming_behind in [caption.value for caption in app.caption]
    app.text_input(key="prompt").set_value("All:")
    run(app)
    assert WORDS.frame.model_coming in [info.value for info in app.info]
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seconds", [50, 70])
def test_a_network_that_has_not_come_after_a_minute_is_said_to_be_slow(
    app: AppTest, coming: models.Loading, monkeypatch: pytest.MonkeyPatch, seconds: float, language: str
) -> None:
    began, used = time.monotonic() - seconds, time.process_time() - 0.25 * seconds
    monkeypatch.setattr(models, "begin", lambda model: replace(coming, began=began, used=used))
    monkeypatch.setattr(failure_view, "free_memory", lambda: None)
    app.query_params["lang"] = language
    run(app)
    before, after = LANGUAGES[language].frame.slow_busy.split("{share}")
    assert re.search(rf"{re.escape(before)}2\d %{re.escape(after)}", seen(app.warning)) or seconds < 60
    assert bool(app.warning) == (seconds > 60)
    assert rows(app)


def test_a_network_that_has_come_or_failed_is_not_slow() -> None:
    long_ago = time.monotonic() - 1000
    there, failed = models.Loading(Future(), NOWHERE, began=long_ago), models.Loading(Future(), NOWHERE, began=long_ago)
    there.future.set_result(None)
    failed.future.set_exception(MemoryError())
    assert not there.slow
    assert not failed.slow


def test_the_menu_says_which_network_reads_windows(
    app: AppTest, folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder_copy()
    record = json.loads((path / folder.TRAINING).read_text("utf-8"))
    (path / folder.TRAINING).write_text(json.dumps({**record, "window": 40}), "utf-8")
    checksums.sign(path)
    offered = {"shakespeare": folder.DEFAULT_MODEL, "other": folder.DEFAULT_MODEL, "mine": path}
    monkeypatch.setattr(folder, "available", lambda: offered)
    run(app)
    assert app.selectbox(key=CHOICE).options[1:] == ["other", "mine, windows of 40"]


def test_a_session_is_kept_only_when_a_host_would_clear_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import keras

    from components.language_model.loading import prepare_to_serve

    monkeypatch.setattr(keras.backend, "clear_session", keras.utils.clear_session)
    prepare_to_serve()
    layer = keras.layers.Dense(1, name=None)
    keras.backend.clear_session()
    assert keras.layers.Dense(1).name != layer.name


def test_the_first_scene_follows_the_network_until_somebody_types(app: AppTest) -> None:
    run(app)
    small = app.text_input(key="prompt").value, app.number_input(key="seed").value
    other = Setting("Speak, speak.\n", seed=77)
    app.session_state["opening"] = other  # as if another network had been shown before
    app.text_input(key="prompt").set_value(shown(other.prompt))
    app.number_input(key="seed").set_value(other.seed)
    run(app)
    assert (app.text_input(key="prompt").value, app.number_input(key="seed").value) == small
    app.session_state["opening"] = other
    app.text_input(key="prompt").set_value("All:")
    run(app)
    assert app.text_input(key="prompt").value == "All:"
