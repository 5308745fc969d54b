"""Whether the texts without the cut stand below those with it: kept in the link."""

import streamlit as st

from components.pages.visit.link import Field, read
from components.temperature import Decoding

_ON = "on"


def current(cut: Decoding) -> bool:
    """Return whether they are shown: only while something is cut."""
    return cut.has_cut and bool(st.session_state.get(TWINS.name, read(TWINS)))


def _go_back_to(on: bool) -> None:
    st.session_state[TWINS.name] = on


TWINS: Field[bool] = Field(
    "twins",
    lambda text: True if text == _ON else None,
    False,
    adopt=_go_back_to,
    write=lambda _: _ON,
    wanted=lambda words: words.explore.twins_wanted,
    of_a_scene=True,
)
