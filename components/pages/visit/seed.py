"""The seed of the luck: the same on every page."""

import streamlit as st

from components.language_model.scene import BEFORE_VERSIONS, SEEDS
from components.pages.visit import opening
from components.pages.visit.link import whole_numbers


def _go_back_to(value: int) -> None:
    st.session_state[SEED.name] = opening.current().seed if value < 0 else value


SEED = whole_numbers("seed", SEEDS, -1, adopt=_go_back_to, of_a_scene=True, before_versions=str(BEFORE_VERSIONS.seed))


def current(default: int) -> int:
    """Return the seed as its field has it; before there is a field, the default."""
    return int(st.session_state.get(SEED.name, default))


def another() -> None:
    """Take the next seed; for a callback."""
    st.session_state[SEED.name] = (st.session_state[SEED.name] + 1) % len(SEEDS)
