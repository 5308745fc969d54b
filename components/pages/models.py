"""The cached model: loaded once for all visitors, behind the page that is already there.

Importing TensorFlow takes seconds, so it happens in a thread of its own, while the page shows the
stored scene.
"""

import gc
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import streamlit as st

from components.language_model import folder
from components.language_model.scene import ROWS, Scene

if TYPE_CHECKING:  # what these modules import takes seconds
    from components.language_model.loading import Model


def _load(path: Path) -> "Model":
    from components.language_model.loading import keep_session, load

    # Streamlit clears Keras's session after every run of a page (`_clean_problem_modules`).
    keep_session()
    model = load(path)
    # Compile both loops now, so that no visitor waits for it.
    model.sampler.sample(model.sampler.vocabulary.characters[0], [1.0], 1, seed=0, rows=ROWS)
    gc.collect()
    gc.freeze()  # TensorFlow's many objects stay: no later collection needs to look at them
    return model


@st.cache_resource(show_spinner=False)
def pending(path: Path) -> "Future[Model]":
    """Begin to load a model, once for all visitors."""
    future: Future[Model] = Future()

    def work() -> None:
        try:
            future.set_result(_load(path))
        except BaseException as error:  # handed to whoever asks for the model
            future.set_exception(error)

    Thread(target=work, name=f"load {path.name}", daemon=True).start()
    return future


def loaded(path: Path) -> "Model | None":
    """Give the model, or None while it is being loaded.

    Raises
    ------
    ModelError
        If its folder cannot be used. The next call looks again.
    """
    future = pending(path)
    if not future.done():
        return None
    if future.exception() is not None:
        pending.clear()
    return future.result()


def present(path: Path) -> "Model":
    """Give a model that is known to be there.

    Raises
    ------
    ModelError
        If its folder cannot be used.
    """
    return pending(path).result()


# Small files that need no Keras, read once for all visitors.
scene = st.cache_resource(Scene.load)
vocabulary = st.cache_resource(folder.vocabulary)
known_words = st.cache_resource(folder.known_words)
