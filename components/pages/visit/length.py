"""How many characters a text has: also what a schedule of temperature goes over."""

import streamlit as st

from components.language_model.scene import LENGTHS
from components.pages.visit import opening
from components.pages.visit.link import keep, read, whole_numbers


def current() -> int:
    """Return the length as its field has it; where there is none, as the link has it, or as the scene opens."""
    return int(st.session_state.get(LENGTH.name) or read(LENGTH) or opening.current().length)


def keep_current() -> None:
    """Keep the length in the link of a page that has no field for it."""
    now = current()
    keep(LENGTH, 0 if now == opening.current().length else now)


def _go_back_to(length: int) -> None:
    st.session_state[LENGTH.name] = length or opening.current().length


LENGTH = whole_numbers("length", LENGTHS, 0, adopt=_go_back_to, of_a_scene=True)
