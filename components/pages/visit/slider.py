"""The live slider as Python knows it: where it rests, and where a figure that is built anew has to start."""

from dataclasses import replace

import streamlit as st

from components.pages.visit.link import Field, number, read
from components.temperature.scale import PARAMETER, nearest

KEY = "live"  # of the figure that the slider belongs to; the scripts and the style know it by this name
_START, _RESTING, _STALE, _CHOSEN, _OF = "live start", "live resting", "live stale", "live chosen", "live of"
_HELD = "live held"


def resting() -> float:
    """Return the temperature at which the slider rests, or is held."""
    held: float | None = st.session_state.get(_HELD)
    return chosen() if held is None else held


def hold(temperature: float) -> None:
    """Let the slider show a temperature that no hand has chosen, until the page runs anew; after `settle`."""
    st.session_state[_HELD] = temperature


def chosen() -> float:
    """Return the temperature that was chosen last, as Python heard it."""
    selected = _selected()
    if selected is not None and selected == st.session_state.get(_STALE):
        return float(st.session_state[_RESTING])  # the browser is moving it there, and has not said so yet
    return start() if selected is None else selected


def settle(field: Field[float]) -> None:
    """Note where the slider rests and where it starts, once at the top of a run.

    Parameters
    ----------
    field : Field
        Its part of the page's address.
    """
    state = st.session_state
    new = _START not in state
    if KEY not in state:
        state[_START] = _first(field)
    selected = _selected()
    if state.pop(_HELD, None) is not None and selected not in (None, state[_RESTING]):
        state[_STALE] = selected  # no hand put it there, and the browser takes it back
    temperature = chosen()
    if selected != state.get(_STALE):
        state.pop(_STALE, None)
    state[_RESTING] = temperature
    if selected not in (None, state.get(_STALE)) or (new and field.name in st.query_params):
        state[_CHOSEN] = True
    state[_OF] = field.opening


def _first(field: Field[float]) -> float:
    """Return where the slider starts in a figure that was not there: where somebody put it, or as the page opens."""
    state = st.session_state
    if _CHOSEN in state or (_RESTING in state and state[_OF] == field.opening):
        return float(state[_RESTING])
    return read(field)


def start() -> float:
    """Return where the slider starts: fixed while the figure is there, since another specification drops a drag.

    Where the figure was away (on another page, or while the model was loaded), it starts where it rested.
    """
    return float(st.session_state.get(_START, TEMPERATURE.default))


def start_here() -> None:
    """Let the figure that is about to be built anew start where the slider was put; for a callback."""
    st.session_state[_START] = chosen()


def _selected() -> float | None:
    selected = st.session_state.get(KEY, {}).get("selection", {}).get(PARAMETER)
    return float(selected[0][PARAMETER]) if selected else None


def _go_back_to(temperature: float) -> None:
    selected = _selected()
    st.session_state[_RESTING] = temperature
    if selected is not None and selected != temperature:
        st.session_state[_STALE] = selected


TEMPERATURE = Field(PARAMETER, number, 1.0, _go_back_to, nearest=nearest, of_a_scene=True)


def opening_at(temperature: float) -> Field[float]:
    """Return the slider's part of the address of a page that opens at another temperature than 1."""
    return replace(TEMPERATURE, opening=temperature)
