"""The cached models: loaded once for all visitors, while their pages show the stored scene.

Importing TensorFlow takes seconds, so it happens in a thread of its own; and a moment later, unless somebody needs the
model, since it slows what is done meanwhile.
"""

import gc
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import streamlit as st

from components.analysis import calibration_result, sweep_results
from components.analysis import reference as analysis_reference
from components.analysis.bootstrap import Estimate
from components.analysis.calibration_result import Passages
from components.analysis.reference import Reference
from components.analysis.stored import Stored
from components.analysis.sweep_results import Results
from components.language_model import folder
from components.language_model.folder import ModelError
from components.language_model.scene import Scene
from components.pages.serving import faults
from components.pages.serving.tasks import Report, Task

if TYPE_CHECKING:  # what these modules import takes seconds
    from components.language_model.loading import Model


Files = tuple[tuple[str, int, int], ...]  # of a folder: name, time of change, size

HEAD_START = 2.0  # seconds that the first figure gets to itself


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
    files : tuple
        The folder's files when loading began.
    wanted : Event
        Set when somebody needs the model.
    """

    future: "Future[Model]"
    files: Files
    wanted: Event = field(default_factory=Event)


def _files(path: Path) -> Files:
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in sorted(path.glob("*")))


@st.cache_resource(show_spinner=False)
def begin(path: Path) -> Loading:
    """Begin to load a model, once for all visitors, and return how that stands."""
    wanted, files = Event(), _files(path)

    def load_in_a_moment(_: Report) -> "Model":
        wanted.wait(HEAD_START)
        try:
            return _load(path)
        except Exception as error:
            if not isinstance(error, ModelError):
                faults.log(error)  # here, where its traceback still is
            raise

    task = Task(load_in_a_moment, watched=False)
    Thread(target=task.run, name=f"load {path.name}", daemon=True).start()
    return Loading(task.future, files, wanted)


def load_soon(path: Path, *, wanted: bool = False) -> "Model | None":
    """Let a model be loaded, and return it, or None while it is being loaded.

    Parameters
    ----------
    path : Path
        Its folder.
    wanted : bool, optional
        Whether somebody needs it: then it is loaded at once.

    Raises
    ------
    ModelError
        If its folder cannot be used. Loading is tried again when its files have changed.
    """
    loading = begin(path)
    if wanted:
        loading.wanted.set()
    if not loading.future.done():
        return None
    if loading.future.exception() is not None and loading.files != _files(path):
        begin.clear()
        return None
    return loading.future.result()


def present(path: Path) -> "Model":
    """Return a model, waiting for it if need be.

    Raises
    ------
    ModelError
        If its folder cannot be used.
    """
    loading = begin(path)
    loading.wanted.set()
    return loading.future.result()


# Small files that need no Keras, read once for all visitors.
scene = st.cache_resource(Scene.load)
vocabulary = st.cache_resource(folder.vocabulary)
known_words = st.cache_resource(folder.known_words)
record = st.cache_resource(folder.record)


# Stored results may be made again while the server runs: they are read again when the files have changed.
def sweep(path: Path) -> Stored[Results]:
    """Return the stored sweep of a model; errors as `sweep_results.load`."""
    return _sweep(path, _files(path))


def sweep_summary(path: Path) -> dict[str, tuple[Estimate, ...]]:
    """Return the summary of the stored sweep of a model; errors as `sweep_results.load`."""
    return _sweep_summary(path, _files(path))


def reference(path: Path) -> Stored[Reference]:
    """Return the stored reference of a model; errors as `analysis.reference.load`."""
    return _reference(path, _files(path))


def calibration(path: Path) -> Stored[Passages]:
    """Return the stored calibration of a model; errors as `calibration_result.load`."""
    return _calibration(path, _files(path))


@st.cache_resource(max_entries=16, show_spinner=False)
def _sweep(path: Path, files: Files) -> Stored[Results]:  # noqa: ARG001
    return sweep_results.load(path)


@st.cache_resource(max_entries=16, show_spinner=False)
def _sweep_summary(path: Path, files: Files) -> dict[str, tuple[Estimate, ...]]:
    return sweep_results.summary(_sweep(path, files).value)


@st.cache_resource(max_entries=16, show_spinner=False)
def _reference(path: Path, files: Files) -> Stored[Reference]:  # noqa: ARG001
    return analysis_reference.load(path)


@st.cache_resource(max_entries=16, show_spinner=False)
def _calibration(path: Path, files: Files) -> Stored[Passages]:  # noqa: ARG001
    return calibration_result.load(path)
