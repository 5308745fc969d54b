"""The thread's other question, whether the network is set up well: answered by two sets of weights of one shape."""

import streamlit as st

from components.language_model import folder
from components.language_model.folder import MODELS, ModelError
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
        records = [models.record(path) for path in (AS_ASKED, MENDED)]
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)
        return
    st.markdown(words.in_keras.setup_lead.format(steps=records[1]["recipe"]["steps"]))
    st.table(
        {
            words.in_keras.setup_network: [words.in_keras.as_asked, words.in_keras.mended],
            words.in_keras.setup_steps: [str(record["recipe"]["steps"]) for record in records],
            words.in_keras.setup_streamed: [
                plain_number(record["validation"][folder.STREAMED], 4) for record in records
            ],
        }
    )
    st.markdown(unbroken(words.in_keras.setup_more))
    methods_view.code(words, "asker_network")
