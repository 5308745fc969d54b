"""What a page asks of a model: logits and samples, from the stored scene until the model is there."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.charts import live_text
from components.language_model import folder
from components.language_model.sample import Sample
from components.language_model.scene import Scene
from components.language_model.vocabulary import Vocabulary
from components.pages.serving import models
from components.pages.serving.background import let_others_first
from components.temperature.scale import TEMPERATURES

if TYPE_CHECKING:  # what these modules import takes seconds
    from components.language_model.methods import Draws, Given, Outcome
    from components.language_model.sample import Drawn
    from components.language_model.sampling import Reading


class Answers:
    """A model's answers for one run of a page; None stands for "not yet".

    Parameters
    ----------
    path : Path
        The model's folder.

    Raises
    ------
    ModelError
        If its folder cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, folder.name_of(path)
        self.vocabulary: Vocabulary = models.vocabulary(path)
        self.known_words: frozenset[str] = models.known_words(path)
        self.missed = False  # whether something was asked for that only the model can answer
        self._scene: Scene = models.scene(path)

    @property
    def ready(self) -> bool:
        """Whether the model is there; asking the first time lets it be loaded in a moment."""
        return models.loaded(self.path) is not None

    @property
    def _there(self) -> bool:
        """Whether the model is there, asked by somebody who needs it now."""
        there = models.loaded(self.path, wanted=True) is not None
        self.missed = self.missed or not there
        return there

    def logits(self, prompt: str) -> NDArray[np.float32] | None:
        """Give the scores of the character after a prompt."""
        if prompt == self._scene.setting.prompt:
            return self._scene.logits
        return _reading(self.path, prompt).logits if self._there else None

    def samples(self, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> list[Sample] | None:
        """Give a text for each temperature, all with the same noise."""
        stored = self._stored(prompt, temperatures, length, seed)
        if stored is not None or not self._there:
            return stored
        return _samples(self.path, prompt, temperatures, length, seed)

    def at_the_slider(self, prompt: str, seed: int) -> "Future[list[Sample]] | None":
        """Begin to write a text for every temperature of the slider, all with the same noise."""
        if not self.ready:
            return None
        writing = _at_the_slider(self.path, prompt, seed)
        if writing.cancelled():  # somebody went on before it was begun
            _at_the_slider.clear(self.path, prompt, seed)
            writing = _at_the_slider(self.path, prompt, seed)
        return writing

    def lockstep(self, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> "list[Drawn] | None":
        """Give texts with the scores and the noise that every character of them was picked from."""
        return _drawn(self.path, prompt, temperatures, length, seed) if self._there else None

    def given(self, prompt: str) -> "Given | None":
        """Give the prediction after a prompt, as Keras's own methods take it."""
        return _given(self.path, prompt) if self._there else None

    def outcomes(self, prompt: str, temperature: float) -> "dict[str, Outcome] | None":
        """Give what every method makes of the prediction at a temperature."""
        return _outcomes(self.path, prompt, temperature) if self._there else None

    def compared(self, prompt: str) -> "list[Outcome]":
        """Give what every method makes of the prediction at temperatures from very low to very high."""
        return _compared(self.path, prompt)

    def draws(self, prompt: str, temperature: float) -> "list[Draws]":
        """Give characters drawn in every way."""
        return _draws(self.path, prompt, temperature)

    def _stored(self, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> list[Sample] | None:
        setting = self._scene.setting
        if (prompt, length, seed) != (setting.prompt, setting.length, setting.seed):
            return None
        return self._scene.samples(temperatures)


# Visitors who look at the same scene share its results, up to a bound.
@st.cache_resource(max_entries=512, show_spinner=False)
def _reading(path: Path, prompt: str) -> "Reading":
    return models.present(path).sampler.read(prompt)


@st.cache_data(max_entries=128, show_spinner=False)
def _samples(path: Path, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> list[Sample]:
    # The scores behind the texts are large, and not shown here.
    return [sample.scored() for sample in _written(path, prompt, temperatures, length, seed)]


@st.cache_resource(show_spinner=False)
def _background() -> ThreadPoolExecutor:
    """Give the one thread that writes what nobody has to wait for."""
    return ThreadPoolExecutor(1, "background", initializer=let_others_first)


@st.cache_resource(max_entries=32, show_spinner=False)
def _at_the_slider(path: Path, prompt: str, seed: int) -> "Future[list[Sample]]":
    sampler, reading = models.present(path).sampler, _reading(path, prompt)

    def write() -> list[Sample]:
        drawn = sampler.sample(reading, TEMPERATURES, live_text.LENGTH, seed)
        return [sample.scored() for sample in drawn]

    return _background().submit(write)


@st.cache_resource(max_entries=32, show_spinner=False)
def _drawn(path: Path, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> "list[Drawn]":
    return _written(path, prompt, temperatures, length, seed)


def _written(path: Path, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> "list[Drawn]":
    return models.present(path).sampler.sample(_reading(path, prompt), temperatures, length, seed)


@st.cache_resource(max_entries=128, show_spinner=False)
def _given(path: Path, prompt: str) -> "Given":
    from components.language_model.heads import head_alone
    from components.language_model.methods import Given

    return Given(head_alone(models.present(path).network), _reading(path, prompt).features)


@st.cache_resource(max_entries=128, show_spinner=False)
def _outcomes(path: Path, prompt: str, temperature: float) -> "dict[str, Outcome]":
    from components.language_model.methods import METHODS, outcome

    return {method: outcome(_given(path, prompt), method, temperature) for method in METHODS}


@st.cache_resource(max_entries=128, show_spinner=False)
def _compared(path: Path, prompt: str) -> "list[Outcome]":
    from components.language_model.methods import compare

    return compare(_given(path, prompt))


@st.cache_resource(max_entries=128, show_spinner=False)
def _draws(path: Path, prompt: str, temperature: float) -> "list[Draws]":
    from components.language_model.methods import draw

    return draw(_given(path, prompt), temperature)
