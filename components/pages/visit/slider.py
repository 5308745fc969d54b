"""The live slider as Python knows it: where it rests, and where a figure that is built anew has to start."""

import streamlit as st

from components.pages.visit.link import Field, number, read
from components.temperature.scale import PARAMETER, nearest

KEY = "live"  # of the figure that the slider belongs to; the scripts and the style know it by this name
_START, _RESTING, _STALE = "live start", "live resting", "live stale"


def resting() -> float:
    """Return the temperature at which the slider rests, as Python heard it last."""
    selected = _selected()
    if selected is not None and selected == st.session_state.get(_STALE):
        return float(st.session_state[_RESTING])  # the browser is moving it there, and has not said so yet
    return start() if selected is None else selected


def settle() -> None:
    """Note where the slider rests and where it starts, once at the top of a run."""
    if KEY not in st.session_state:
        st.session_state[_START] = st.session_state.get(_RESTING, read(TEMPERATURE))
    st.session_state.setdefault(_START, read(TEMPERATURE))
    temperature = resting()
    if _selected() != st.session_state.get(_STALE):
        st.session_state.pop(_STALE, None)
    st.session_state[_RESTING] = temperature


def start() -> float:
    """Return where the slider starts: fixed while the figure is there, since another specification drops a drag.

    Where the figure was away (on another page, or while the model was loaded), it starts where it rested.
    """
    return float(st.session_state.get(_START, read(TEMPERATURE)))


def start_here() -> None:
    """Let the figure that is about to be built anew start where the slider stands; for a callback."""
    st.session_state[_START] = resting()


def _selected() -> float | None:
    selected = st.session_state.get(KEY, {}).get("selection", {}).get(PARAMETER)
    return float(selected[0][PARAMETER]) if selected else None


def _go_back_to(temperature: float) -> None:
    selected = _selected()
    st.session_state[_RESTING] = temperature
    if selected is not None and selected != temperature:
        st.session_state[_STALE] = selected


TEMPERATURE = Field(PARAMETER, number, 1.0, _go_back_to, nearest=nearest, of_a_scene=True)
