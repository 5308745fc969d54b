"""What stands beside the page, one thing at a time: the explanation of temperature, or the guided start."""

import streamlit as st

from components.pages.visit.link import keep, read, whole_numbers

TOUR_STEPS = range(1, 6)

_OPEN, _STEP = "aside open", "tour at"


def tour_step() -> int | None:
    """Return the step of the guided start, from 1; None where it is not shown."""
    step: int | None = st.session_state.get(_STEP)
    return step


def settle() -> None:
    """Take the step of a new visit from its link, once at the top of a run."""
    st.session_state.setdefault(_STEP, read(TOUR) or None)


def go_to(step: int | None) -> None:
    """Go to a step of the guided start, or end it; for a callback."""
    st.session_state[_STEP], st.session_state[_OPEN] = step, False


def explanation_open() -> bool:
    """Return whether the explanation is shown."""
    return bool(st.session_state.get(_OPEN)) and tour_step() is None


def is_open() -> bool:
    """Return whether anything is shown."""
    return explanation_open() or tour_step() is not None


def close() -> None:
    """Show neither; for a callback, or at the top of a run."""
    go_to(None)


def toggle_explanation() -> None:
    """Show the explanation in place of what is shown, or close it; for a callback."""
    st.session_state[_OPEN], st.session_state[_STEP] = not explanation_open(), None


def keep_tour() -> None:
    """Keep the step of the guided start in the link, while there is one."""
    keep(TOUR, tour_step() or 0)


TOUR = whole_numbers("tour", TOUR_STEPS, 0, adopt=lambda step: go_to(step or None))
