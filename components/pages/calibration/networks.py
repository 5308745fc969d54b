"""All networks side by side: the confidence of each in text that it has read, and in text that it has not."""

import streamlit as st

from components.analysis.calibration_result import Passages
from components.analysis.stored import Stored
from components.language_model import folder
from components.language_model.folder import ModelError, ModelFolder
from components.pages.serving import models
from components.presenting import calibration, networks
from components.presenting.numbers import unbroken
from components.words import Words


def show(words: Words) -> None:
    """Show a table of every network that has a stored result."""
    measured = _measured()
    if not measured:
        return
    st.header(words.calibration.networks, anchor=False)
    st.markdown(unbroken(calibration.networks_lead(words, [stored.value for stored in measured.values()])))
    names = [
        networks.label(name, words)
        if stored.same_weights
        else words.calibration.networks_other_weights.format(name=name)
        for name, stored in measured.items()
    ]
    st.table(calibration.networks_table(words, names, [stored.value for stored in measured.values()]))


def _measured() -> dict[str, Stored[Passages]]:
    measured = {}
    for name, path in folder.available().items():
        try:
            measured[name] = models.calibration(ModelFolder.beside_network(path))
        except ModelError:  # shown where that network is chosen
            continue
    return measured
