"""The cached models: loaded once for all visitors, while their pages show the stored scene.

Importing TensorFlow takes seconds, so it happens in a thread of its own; and a moment later, unless somebody needs the
model, since it slows what is done meanwhile.
"""

import gc
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from components.analysis import calibration_result, comparison_results, stored, sweep_results
from components.analysis import reference as analysis_reference
from components.analysis.bootstrap import Estimate
from components.analysis.calibration_result import Passages
from components.analysis.comparison_results import Comparison, Finding
from components.analysis.reference import Reference
from components.analysis.stored import Stored
from components.analysis.sweep_results import Results
from components.language_model import folder, known
from components.language_model.folder import ModelError, ModelFolder
from components.language_model.lexicon import Lexicon, Unit
from components.language_model.reasons import Reason
from components.language_model.scene import Scene, Setting
from components.language_model.vocabulary import Vocabulary
from components.pages.serving import faults
from components.pages.serving.tasks import Report, Task

if TYPE_CHECKING:  # what these modules import takes seconds
    from components.language_model.loading import Model

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_OfFolder = Callable[Concatenate[ModelFolder, Arguments], Result]

# Kept results are found by these words for what they were made of: Streamlit would take each apart, value by value,
# which took a twentieth of a visitor's action.
KEYS: dict[str | type[Any], Callable[[Any], Any]] = {ModelFolder: repr, Setting: repr}

HEAD_START = 2.0  # seconds that the first figure gets to itself
_USUAL = 60.0  # seconds within which a network comes where nothing is wrong


def _load(path: Path) -> "Model":
    from components.language_model.loading import load, prepare_to_serve

    # Streamlit clears Keras's session after every run of a page (`_clean_problem_modules`), which would break it.
    prepare_to_serve()
    model = load(path)
    model.sampler.warm_up()  # now, so that no visitor waits for it
    gc.collect()
    gc.freeze()  # TensorFlow's many objects stay: no later collection needs to look at them
    return model


@dataclass(frozen=True)
class Loading:
    """A model that is being loaded, is loaded, or cannot be loaded.

    Attributes
    ----------
    future : Future of Model
        The model, or its error.
    model : ModelFolder
        The folder when loading began.
    wanted : Event
        Set when somebody needs the model.
    began : float
        When it began, in seconds of `time.monotonic`.
    used : float
        What the server had used of its processors by then, in seconds of `time.process_time`.
    """

    future: "Future[Model]"
    model: ModelFolder
    wanted: Event = field(default_factory=Event)
    began: float = field(default_factory=time.monotonic)
    used: float = field(default_factory=time.process_time)

    @property
    def failed(self) -> bool:
        """Whether it is over, and there is no model."""
        return self.future.done() and self.future.exception() is not None

    @property
    def slow(self) -> bool:
        """Whether it should be over by now."""
        return not self.future.done() and time.monotonic() - self.began > _USUAL

    @property
    def share(self) -> float:
        """How much of one processor core the server has had since it began, 1 for all of one."""
        return (time.process_time() - self.used) / (time.monotonic() - self.began)


def begin(model: ModelFolder) -> Loading:
    """Begin to load a model, once for all visitors, and return how that stands.

    What was loaded from its folder before it changed is let go; what could not be loaded is tried again when its files
    have changed.
    """
    network, latest = model.network, _latest()
    before = latest.setdefault(model.path, network)
    # Work that was begun earlier may still ask for what was there before.
    if before != network and network == ModelFolder.at(model.path).network:
        _begun.clear(before)
        latest[model.path] = network
    loading = _begun(network, model)
    if loading.failed and loading.model != model == ModelFolder.at(model.path):
        _begun.clear(network, loading.model)
        loading = _begun(network, model)
    return loading


@st.cache_resource(show_spinner=False)
def _latest() -> dict[Path, ModelFolder]:
    """Return the network that was last asked for of each folder."""
    return {}


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=KEYS)
def _begun(network: ModelFolder, _model: ModelFolder) -> Loading:
    wanted = Event()

    def load_in_a_moment(_: Report) -> "Model":
        wanted.wait(HEAD_START)
        try:
            return _load(network.path)
        except Exception as error:
            if not isinstance(error, ModelError):
                faults.log(error)  # here, where its traceback still is
            raise

    task = Task(load_in_a_moment, watched=False)
    Thread(target=task.run, name=f"load {network.name}", daemon=True).start()
    return Loading(task.future, _model, wanted)


def load_soon(model: ModelFolder, *, wanted: bool = False) -> "Model | None":
    """Let a model be loaded, and return it, or None while it is being loaded.

    Parameters
    ----------
    model : ModelFolder
        Its folder.
    wanted : bool, optional
        Whether somebody needs it: then it is loaded at once.

    Raises
    ------
    ModelError
        If its folder cannot be used.
    """
    folder.check_network(model, record(model))
    loading = begin(model)
    if wanted:
        loading.wanted.set()
    return loading.future.result() if loading.future.done() else None


def present(model: ModelFolder) -> "Model":
    """Return a model, waiting for it if need be.

    Raises
    ------
    ModelError
        If its folder cannot be used.
    """
    loading = begin(model)
    loading.wanted.set()
    return loading.future.result()


def of_files(*files: str) -> Callable[[_OfFolder[Arguments, Result]], _OfFolder[Arguments, Result]]:
    """Return a decorator: what a function makes of some files of a folder is kept until one of them changes.

    It is kept for all visitors, since files that need no Keras are the same for everybody.

    Parameters
    ----------
    files : str
        Names of the files that the function reads.
    """

    def keeping(make: _OfFolder[Arguments, Result]) -> _OfFolder[Arguments, Result]:
        kept = st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=KEYS)(make)

        @wraps(make)
        def current(model: ModelFolder, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            return kept(model.only(*files), *args, **kwargs)

        return current

    return keeping


@of_files(folder.VOCABULARY)
def vocabulary(model: ModelFolder) -> Vocabulary:
    """Return the characters of a model; errors as `folder.vocabulary`."""
    return folder.vocabulary(model.path)


@of_files(folder.WORDS, folder.VOCABULARY, folder.TRAINING)
def lexicon(model: ModelFolder) -> Lexicon:
    """Return what is known of a model's training text; errors as `known.lexicon`."""
    return known.lexicon(model.path)


@of_files(folder.VOCABULARY, folder.TRAINING)
def unit(model: ModelFolder) -> Unit:
    """Return what is counted in a model's texts; errors as `known.unit`."""
    return known.unit(model.path)


@of_files(folder.TRAINING)
def record(model: ModelFolder) -> dict[str, Any]:
    """Return the record of a model; errors as `folder.record`."""
    return folder.record(model.path)


def window(model: ModelFolder) -> int | None:
    """Return how many characters a network reads anew for each that it writes; None where it carries its state."""
    with suppress(ModelError):  # of a record that cannot be read, said where the network is loaded
        length: int | None = record(model).get("window")
        return length
    return None


@of_files(folder.SCENE, folder.VOCABULARY)
def _scene(model: ModelFolder) -> Scene:
    return Scene.load(model.path)


def scene(model: ModelFolder) -> Scene:
    """Return the scene of a model.

    Raises
    ------
    ModelError
        As `Scene.load`, and if it was made with other weights than the record is of.
    """
    found, weights = _scene(model), ""
    with suppress(ModelError):  # of the record: said where the network is loaded
        weights = record(model)["network_sha256"]
    if found.network_sha256 and weights and found.network_sha256 != weights:
        raise ModelError(model.path, folder.SCENE, "unfit", reason=Reason("of_others"))
    return found


@of_files(stored.SWEEP, folder.TRAINING)
def sweep(model: ModelFolder) -> Stored[Results]:
    """Return the stored sweep of a model; errors as `sweep_results.load`."""
    return sweep_results.load(model.path)


@of_files(stored.SWEEP, folder.TRAINING)
def sweep_summary(model: ModelFolder) -> dict[str, tuple[Estimate, ...]]:
    """Return the summary of the stored sweep of a model; errors as `sweep_results.load`."""
    return sweep_results.summary(sweep(model).value)


@of_files(stored.REFERENCE, folder.TRAINING)
def reference(model: ModelFolder) -> Stored[Reference]:
    """Return the stored reference of a model; errors as `analysis.reference.load`."""
    return analysis_reference.load(model.path)


@of_files(stored.COMPARISON, folder.TRAINING)
def comparison(model: ModelFolder) -> Stored[Comparison]:
    """Return the stored comparison of a model; errors as `comparison_results.load`."""
    return comparison_results.load(model.path)


@of_files(stored.COMPARISON, folder.TRAINING)
def comparison_summary(model: ModelFolder) -> dict[str, list[Estimate]]:
    """Return the summary of the stored comparison of a model; errors as `comparison_results.load`."""
    return comparison_results.summary(comparison(model).value)


@of_files(stored.COMPARISON, folder.TRAINING)
def comparison_findings(model: ModelFolder, real_words: float) -> list[Finding]:
    """Return what is found in the stored comparison of a model, with so many real words in real text."""
    return comparison_results.findings(comparison(model).value, real_words)


@of_files(stored.CALIBRATION, folder.TRAINING)
def calibration(model: ModelFolder) -> Stored[Passages]:
    """Return the stored calibration of a model; errors as `calibration_result.load`."""
    return calibration_result.load(model.path)
