"""The live slider as Python knows it: where it rests, and where a figure that is built anew has to start."""

import streamlit as st

from components.pages.visit import link
from components.temperature.scale import PARAMETER

__all__ = ["KEY", "PARAMETER", "resting", "start", "start_here"]

KEY = "live"  # of the figure that the slider belongs to; the scripts and the style know it by this name
_START, _RESTING = "live start", "live resting"


def resting() -> float:
    """Return the temperature at which the slider rests, as Python heard it last."""
    selected = st.session_state.get(KEY, {}).get("selection", {}).get(PARAMETER)
    temperature = float(selected[0][PARAMETER]) if selected else start()
    st.session_state[_RESTING] = temperature
    return temperature


def start() -> float:
    """Return where the slider starts: fixed while the figure is there, since another specification drops a drag.

    Where the figure was away (on another page, or while the model was loaded), it starts where it rested.
    """
    if KEY not in st.session_state:
        st.session_state[_START] = st.session_state.get(_RESTING, link.start())
    return float(st.session_state.setdefault(_START, link.start()))


def start_here() -> None:
    """Let the figure that is about to be built anew start where the slider stands; for a callback."""
    st.session_state[_START] = resting()
