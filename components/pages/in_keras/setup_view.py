"""The thread's other question, whether the network is set up well: answered by two sets of weights of one shape."""

from pathlib import Path

import streamlit as st

from components.language_model import folder
from components.language_model.folder import MODELS, ModelError, ModelFolder
from components.language_model.reasons import reason_of
from components.pages.in_keras import methods_view
from components.pages.parts import file_view
from components.pages.serving import models
from components.presenting.numbers import plain_number, unbroken
from components.words import Words

AS_ASKED, MENDED = MODELS / "asker_bytes" / "as_asked", MODELS / "asker_bytes" / "mended"


def show(words: Words) -> None:
    """Show both losses, and the program that trains and writes as it should be done."""
    st.header(words.in_keras.setup, anchor=False)
    try:
        setups = [_setup(path) for path in (AS_ASKED, MENDED)]
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)
        return
    steps, losses = zip(*setups, strict=True)
    st.markdown(words.in_keras.setup_lead.format(steps=steps[1]))
    st.table(
        {
            words.in_keras.setup_network: [words.in_keras.as_asked, words.in_keras.mended],
            words.in_keras.setup_steps: [*map(str, steps)],
            words.in_keras.setup_streamed: [plain_number(loss, 4) for loss in losses],
        }
    )
    st.markdown(unbroken(words.in_keras.setup_more))
    methods_view.code(words, "asker_network")


def _setup(path: Path) -> tuple[int, float]:
    """Return the steps of a network's training and its loss on held-out text, from its record."""
    record = models.record(ModelFolder.beside_network(path))
    try:
        return record["recipe"]["steps"], record["validation"][folder.STREAMED]
    except (KeyError, TypeError) as error:
        raise ModelError(path, folder.TRAINING, "damaged", reason=reason_of(error)) from error
