"""The app as a script, with a small model that is there at once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from functools import cache
from pathlib import Path

import keras
import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from components.language_model import folder
from components.language_model.folder import ModelFolder
from components.language_model.loading import Model, load, prepare_to_serve
from components.language_model.sample import Sample
from components.language_model.sampling import Sampler
from components.language_model.scene import Setting
from components.pages.explore import slider_text
from components.pages.parts import frame
from components.pages.serving import clearing, models
from components.pages.serving.answers import Answers

APP = Path(__file__).parents[2] / "app.py"
NOWHERE = ModelFolder(Path(), "", ())  # of a model that is loaded from no folder


@pytest.fixture(scope="session", autouse=True)
def _runs_are_quick() -> Iterator[None]:
    """Let no run of the app end with a full collection of garbage, nor begin with what every installed package says.

    The one is what the page does itself when it loads a network; a server looks through the packages once.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keras.backend, "clear_session", keras.utils.clear_session)  # put back at the end
        prepare_to_serve()
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def _fresh_caches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clear what would outlive a test otherwise (streamlit#9139); let models be loaded at once.

    None is compiled for all numbers of rows beforehand, since a test needs few of them.
    """
    monkeypatch.setattr(models, "HEAD_START", 0)
    monkeypatch.setattr(Sampler, "warm_up", lambda self: None)
    monkeypatch.setattr(clearing, "begin", lambda: None)
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(scope="session")
def small_model(small_folder: Path) -> Model:
    return load(small_folder)


@pytest.fixture
def app(small_folder: Path, small_model: Model, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the app on the small model, loaded; not yet run."""
    return app_on(small_folder, small_model, monkeypatch)


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a hand be at the slider in every run."""
    write = slider_text.write

    def wanted(answers: Answers, settings: Sequence[Setting]) -> list[list[Sample] | None]:
        slider_text.want(settings)
        return write(answers, settings)

    monkeypatch.setattr(slider_text, "write", wanted)


@pytest.fixture
def coming() -> Iterator[models.Loading]:
    """Return a network that is still being loaded, until the test ends: then nobody waits for it any more."""
    loading = models.Loading(Future(), NOWHERE)
    yield loading
    loading.future.cancel()


def app_on(path: Path, model: Model, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the app on a model, loaded; not yet run."""
    there = models.Loading(Future(), NOWHERE)
    there.future.set_result(model)
    monkeypatch.setattr(folder, "DEFAULT_MODEL", path)
    monkeypatch.setattr(models, "begin", lambda model: there)
    monkeypatch.delitem(frame._OPENINGS, "zh")  # there is no other network
    return AppTest.from_file(str(APP), default_timeout=60)
