"""What a page asks of a model: logits and samples, from the stored scene until the model is there."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.language_model.sample import Sample
from components.language_model.scene import ROWS, Scene
from components.language_model.vocabulary import Vocabulary
from components.pages import models

if TYPE_CHECKING:  # what this module imports takes seconds
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
        self.name = path.name
        self.vocabulary: Vocabulary = models.vocabulary(path)
        self.known_words: frozenset[str] = models.known_words(path)
        self._path = path
        self._scene: Scene = models.scene(path)

    @property
    def ready(self) -> bool:
        """Whether the model is there; asking the first time lets it be loaded in a moment."""
        return models.loaded(self._path) is not None

    @property
    def _there(self) -> bool:
        """Whether the model is there, asked by somebody who needs it now."""
        return models.loaded(self._path, wanted=True) is not None

    def logits(self, prompt: str) -> NDArray[np.float32] | None:
        """Give the scores of the character after a prompt."""
        if prompt == self._scene.setting.prompt:
            return self._scene.logits
        return _reading(self._path, prompt).logits if self._there else None

    def samples(self, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> list[Sample] | None:
        """Give a text for each temperature, all with the same noise."""
        stored = self._stored(prompt, temperatures, length, seed)
        if stored is not None or not self._there:
            return stored
        return _samples(self._path, prompt, temperatures, length, seed)

    def _stored(self, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> list[Sample] | None:
        setting = self._scene.setting
        if (prompt, length, seed) != (setting.prompt, setting.length, setting.seed):
            return None
        by_temperature = {sample.temperature: sample for sample in self._scene.samples}
        if not set(temperatures) <= set(by_temperature):
            return None
        return [by_temperature[temperature] for temperature in temperatures]


# Visitors who look at the same scene share its results, up to a bound.
@st.cache_resource(max_entries=512, show_spinner=False)
def _reading(path: Path, prompt: str) -> "Reading":
    return models.present(path).sampler.read(prompt)


@st.cache_data(max_entries=128, show_spinner=False)
def _samples(path: Path, prompt: str, temperatures: tuple[float, ...], length: int, seed: int) -> list[Sample]:
    drawn = models.present(path).sampler.sample(_reading(path, prompt), temperatures, length, seed, rows=ROWS)
    return [sample.scored() for sample in drawn]  # the scores behind the texts are large, and not shown here
