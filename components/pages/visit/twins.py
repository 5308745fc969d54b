"""Whether the texts without the cut stand below those with it: kept in the link."""

import streamlit as st

from components.pages.visit.link import flag, read
from components.temperature import Decoding


def current(cut: Decoding) -> bool:
    """Return whether they are shown: only while something is cut."""
    return cut.has_cut and bool(st.session_state.get(TWINS.name, read(TWINS)))


def _go_back_to(on: bool) -> None:
    st.session_state[TWINS.name] = on


TWINS = flag(
    "twins",
    "on",
    False,
    adopt=_go_back_to,
    wanted=lambda words: words.explore.twins_wanted,
    of_a_scene=True,
)
