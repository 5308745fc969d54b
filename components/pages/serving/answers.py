"""What a page asks of a model: logits and samples, from the stored scene until the model is there."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.language_model import checksums, folder
from components.language_model.folder import ModelError, ModelFolder
from components.language_model.lexicon import Lexicon
from components.language_model.sample import Sample
from components.language_model.scene import Example, Scene, Setting, at_the_slider, opening_without_scene
from components.language_model.vocabulary import Vocabulary
from components.pages.serving import models
from components.pages.serving.tasks import Queue, Report, Task

if TYPE_CHECKING:  # what these modules import takes seconds
    from components.language_model.methods import Draws, Outcome, Prediction
    from components.language_model.sample import Drawn
    from components.language_model.text import Reading

T = TypeVar("T")

_READ = "prompt read"

_PIECE = 16  # texts that are written at once; between two pieces the work can be stopped
_LARGE = 1_000  # characters: with more of them a piece has fewer texts, since each has its logits
LONGEST_AT_THE_SLIDER = 400  # characters: there are as many texts as the slider has places


class Read(NamedTuple):
    """What a visitor's prompt was, and what the network made of it: whoever types has only the new characters read."""

    network: ModelFolder
    prompt: str
    reading: "Reading"

    def is_begin_of(self, network: ModelFolder, prompt: str) -> bool:
        """Return whether a prompt goes on from it."""
        return self.network == network and self.prompt != prompt and prompt.startswith(self.prompt)


class Answers:
    """A model's answers for one run of a page; None stands for "not yet".

    Parameters
    ----------
    model : ModelFolder
        The model's folder.
    name : str, optional
        What the pages know it by; by default its folder's.

    Raises
    ------
    ModelError
        If its folder cannot be used.
    """

    def __init__(self, model: ModelFolder, name: str = "") -> None:
        self.model, self.name = model, name or model.name
        self.vocabulary: Vocabulary = models.vocabulary(model)
        self.window = models.window(model)
        self.troubles: list[ModelError] = []  # what is wrong with files that a page can do without
        self.left_out: list[str] = []  # such files as the folder does not have
        self.lexicon: Lexicon = self._optional(models.lexicon, folder.WORDS) or Lexicon(models.unit(model))
        self.missed = False  # whether something was asked for that only the model can answer
        self.failure: Exception | None = None  # why there will be no model; what is stored is still shown
        self._scene: Scene | None = self._optional(models.scene, folder.SCENE)

    def _optional(self, read: Callable[[ModelFolder], T], file: str) -> T | None:
        """Return what a page can do without, or note why it is not there."""
        try:
            return read(self.model)
        except ModelError as error:
            self.left_out.append(file)
            if error.kind != "missing" or checksums.made_with(self.model.path, file):
                self.troubles.append(error)
            return None

    @property
    def opening(self) -> Setting:
        """What a first visit sees."""
        return opening_without_scene(self.vocabulary) if self._scene is None else self._scene.setting

    @property
    def examples(self) -> tuple[Example, ...]:
        """Prompts to try, from the network's own text; there are none without a scene."""
        return () if self._scene is None else self._scene.examples

    def load_soon(self) -> bool:
        """Let the model be loaded in a moment, and return whether it is there."""
        return self._load(wanted=False)

    def _load_now(self) -> bool:
        """Let the model be loaded at once, since somebody needs it, and return whether it is there."""
        there = self._load(wanted=True)
        self.missed = self.missed or not there
        return there

    def _load(self, *, wanted: bool) -> bool:
        try:
            return models.load_soon(self.model, wanted=wanted) is not None
        except Exception as failure:  # of whatever kind: a page goes on without the model
            self.failure = failure
            return False

    def logits(self, prompt: str) -> NDArray[np.float32] | None:
        """Return the scores of the character after a prompt, shape (characters,)."""
        if self._scene is not None and prompt == self._scene.setting.prompt:
            return self._scene.logits
        if not self._load_now():
            return None
        before: Read | None = st.session_state.get(_READ)
        reading = _reading(self.model.network, prompt, before)
        st.session_state[_READ] = Read(self.model.network, prompt, reading)
        return reading.logits

    def samples(self, setting: Setting) -> list[Sample] | None:
        """Return a text for each decoding of a setting, in its order, all with the same noise."""
        stored = self._stored(setting)
        if stored is not None or not self._load_now():
            return stored
        return _samples(self.model.network, setting)

    def samples_at_hand(self, setting: Setting, resting: float) -> list[Sample] | None:
        """Return the texts of the slider's own column that need no writing behind the page.

        Parameters
        ----------
        setting : Setting
            What they are written with.
        resting : float
            Where the slider rests.

        Returns
        -------
        list of Sample or None
            All of them, where they are stored; otherwise the one that the slider rests at.
        """
        every = self._every(setting)
        stored = self._stored(every)
        if stored is not None:
            return stored
        nearest = min(every.temperatures, key=lambda temperature: abs(temperature - resting))
        beside = self.samples(setting.constant) or []
        written = [text.first(every.length) for text in beside if text.temperature == nearest]
        return written or self.samples(replace(every, temperatures=(nearest,)))

    def write_at_the_slider(self, setting: Setting) -> Task[list[Sample]] | None:
        """Begin to write the texts of the slider's own column, all with the same noise."""
        if not self.load_soon():
            return None
        setting = self._every(setting)
        writing = _at_the_slider(self.model.network, setting)
        if writing.state == "stopped":  # whoever wanted it went on
            _at_the_slider.clear(self.model.network, setting)
            writing = _at_the_slider(self.model.network, setting)
        return writing

    def samples_at_the_slider(self, setting: Setting) -> list[Sample] | None:
        """Return all texts of the slider's own column, all with the same noise; they are written now if need be."""
        return self.samples(self._every(setting))

    def _every(self, setting: Setting) -> Setting:
        """Return what all texts of the slider's own column are written with."""
        length = min(setting.length, LONGEST_AT_THE_SLIDER)
        return replace(setting, temperatures=at_the_slider(self.window), length=length, schedule=None)

    def lockstep(self, setting: Setting) -> "list[Drawn] | None":
        """Return texts with the logits and the noise that every character of them was picked from."""
        if not self._load_now():
            return None
        drawn = _drawn_of_many if len(self.vocabulary) > _LARGE else _drawn
        return drawn(self.model.network, setting)

    def prediction(self, prompt: str) -> "Prediction | None":
        """Return the prediction after a prompt, as Keras's own methods take it."""
        return _prediction(self.model.network, prompt) if self._load_now() else None

    def outcomes(self, prompt: str, temperature: float) -> "dict[str, Outcome] | None":
        """Return what every method makes of the prediction at a temperature."""
        return _outcomes(self.model.network, prompt, temperature) if self._load_now() else None

    def compared(self, prompt: str) -> "list[Outcome]":
        """Return what every method makes of the prediction at temperatures from very low to very high."""
        return _compared(self.model.network, prompt)

    def draws(self, prompt: str, temperature: float) -> "list[Draws]":
        """Return characters drawn in every way."""
        return _draws(self.model.network, prompt, temperature)

    def _stored(self, setting: Setting) -> list[Sample] | None:
        if self._scene is None:
            return None
        stored = self._scene.setting
        same = replace(stored, prompt=setting.prompt, seed=setting.seed, noise_start=setting.noise_start) == stored
        texts = self._scene.samples(setting.decodings) if same and setting.length <= stored.length else None
        # A longer text begins with the shorter one.
        return None if texts is None else [text.first(setting.length) for text in texts]


# Visitors who look at the same scene share its results, up to a bound.
@st.cache_resource(max_entries=512, show_spinner=False, hash_funcs=models.KEYS)
def _reading(network: ModelFolder, prompt: str, _before: Read | None = None) -> "Reading":
    sampler = models.present(network).sampler
    if _before is not None and _before.is_begin_of(network, prompt):
        return sampler.read(prompt[len(_before.prompt) :], after=_before.reading)
    return sampler.read(prompt)


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=models.KEYS)
def _samples(network: ModelFolder, setting: Setting) -> list[Sample]:
    # The scores behind the texts are large, and not shown here.
    return [sample.scored() for sample in _written(network, setting)]


@st.cache_resource(show_spinner=False)
def _background() -> Queue:
    """Return the queue for what nobody has to wait for."""
    return Queue()


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=models.KEYS)
def _at_the_slider(network: ModelFolder, setting: Setting) -> Task[list[Sample]]:
    temperatures = setting.temperatures

    def write(report: Report) -> list[Sample]:
        texts: list[Sample] = []
        while len(texts) < len(temperatures):
            report(len(texts), len(temperatures))
            together = _together(network)
            piece = replace(setting, temperatures=temperatures[len(texts) : len(texts) + together])
            texts += [sample.scored() for sample in _written(network, piece)]
        return texts

    writing = Task(write, watched=False)
    _background().put(writing)
    return writing


def _together(network: ModelFolder) -> int:
    """Return how many of the slider's texts are written at once."""
    return max(1, min(_PIECE, _PIECE * _LARGE // len(models.vocabulary(network))))


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=models.KEYS)  # each with all logits
def _drawn(network: ModelFolder, setting: Setting) -> "list[Drawn]":
    return _written(network, setting)


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs=models.KEYS)  # up to 64 MB each
def _drawn_of_many(network: ModelFolder, setting: Setting) -> "list[Drawn]":
    return _written(network, setting)


def _written(network: ModelFolder, setting: Setting) -> "list[Drawn]":
    reading, sampler = _reading(network, setting.prompt), models.present(network).sampler
    return sampler.sample(reading, setting.decodings, setting.length, setting.seed, noise_start=setting.noise_start)


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=models.KEYS)
def _prediction(network: ModelFolder, prompt: str) -> "Prediction":
    from components.language_model.methods import Prediction

    return Prediction(_head(network), _reading(network, prompt).features)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=models.KEYS)
def _head(network: ModelFolder) -> Any:
    from components.language_model.heads import head_alone

    return head_alone(models.present(network).network)


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=models.KEYS)
def _outcomes(network: ModelFolder, prompt: str, temperature: float) -> "dict[str, Outcome]":
    from components.language_model.methods import METHODS, outcome

    return {method: outcome(_prediction(network, prompt), method, temperature) for method in METHODS}


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=models.KEYS)
def _compared(network: ModelFolder, prompt: str) -> "list[Outcome]":
    from components.language_model.methods import compare

    return compare(_prediction(network, prompt))


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=models.KEYS)
def _draws(network: ModelFolder, prompt: str, temperature: float) -> "list[Draws]":
    from components.language_model.methods import draw

    return draw(_prediction(network, prompt), temperature)
